"""What can be wrong with an alert rule, and with where it is told."""

from lapwing.domain.errors import LapwingError


class ExpressionInvalid(LapwingError):
    """An expression cannot be understood, or can never be judged.

    Facts: `reason` (a sentence), `position` (0-based character in the text), `length` (characters from there that are
    meant; at least 1), `advice` (what to write instead; may be empty).
    """

    code = "alert.expression"
    message = "{reason}"
    hint = "{advice}"
    exit_code = 2

    @property
    def position(self) -> int:
        return int(self.facts.get("position") or 0)

    @property
    def length(self) -> int:
        return int(self.facts.get("length") or 1)


class RuleInvalid(LapwingError):
    """Facts: `rule` (its title), `reason` (a sentence), `advice` (may be empty), `field` (which of its fields),
    `position` and `length` where a field's text is meant."""

    code = "alert.rule"
    message = "The rule {rule} cannot be kept: {reason}"
    hint = "{advice}"
    exit_code = 2


class RuleUnknown(LapwingError):
    code = "alert.rule_unknown"
    message = "There is no alert rule {rule}."
    hint = "`lapwing alerts list` shows those that exist."
    exit_code = 2


class RulesUnreadable(LapwingError):
    """Facts: `path`, `reason` (a sentence)."""

    code = "alert.rules_unreadable"
    message = "{path} holds no alert rules: {reason}"
    hint = 'Write for example {{"rules": [{{"title": "Blocked", "expression": "blocked_sessions > 5"}}]}}'
    exit_code = 2


class AlertGone(LapwingError):
    code = "alert.gone"
    message = "That alert is over."
    hint = "Its history tells how it ended."


class ChannelUnknown(LapwingError):
    code = "alert.channel_unknown"
    message = "There is no channel {channel}."
    hint = "The page of alerts lists the channels."
    exit_code = 2


class ChannelInvalid(LapwingError):
    """Facts: `channel` (its name), `reason` (a sentence)."""

    code = "alert.channel_invalid"
    message = "The channel {channel} cannot be kept: {reason}"
    hint = "Correct it and save it again."
    exit_code = 2


class MailRefused(LapwingError):
    """Facts: `server` (host and port), `reason` (a sentence), `advice`, and `passes`: whether it may be taken later."""

    code = "alert.mail"
    message = "No mail could be sent by {server}: {reason}"
    hint = "{advice}"


class AlertsUnusable(LapwingError):
    """The store of alerts cannot be used. Facts: `path`, `reason`."""

    code = "alert.store"
    message = "The history of alerts in {path} cannot be used: {reason}."
    hint = "See to its permissions and to the room on the disk; rules are judged all the same."


class AlertsPutAside(LapwingError):
    """Facts: `path`, `kept`, `reason`."""

    code = "alert.put_aside"
    message = "The history of alerts in {path} is damaged: {reason}."
    hint = "It was kept as {kept}; a new one was begun."
