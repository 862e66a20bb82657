"""The rules and channels of a profile: those that came with Lapwing, and what a person made of them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Final

from lapwing import paths
from lapwing.domain.alerts.asking import RuleOrigin
from lapwing.domain.alerts.channels import SHIPPED_CHANNELS, AlertChannel, ChannelKind
from lapwing.domain.alerts.errors import ChannelInvalid, ChannelUnknown, RuleInvalid, RuleUnknown
from lapwing.domain.alerts.files import new_id, rules_in
from lapwing.domain.alerts.rules import AlertRule
from lapwing.domain.errors import DiskFull, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind

_MOST_RULES: Final = 1_000
_BUILT_IN: Final = frozenset(channel.id for channel in SHIPPED_CHANNELS)


@dataclass(frozen=True, slots=True)
class StoredAlerts:
    """What a person chose.

    Attributes:
        rules: Own ones, and shipped ones that were changed.
        off: Ids of shipped rules that are switched off.
        channels: Own ones, and shipped ones that were changed.
    """

    rules: tuple[AlertRule, ...] = ()
    off: tuple[str, ...] = ()
    channels: tuple[AlertChannel, ...] = ()


_KIND: Final = DocumentKind(StoredAlerts, version=1, migrations={})


def alerts_document() -> Document[StoredAlerts]:
    """Where they are kept: a file that can be edited by hand."""
    return Document(paths.config() / "alerts.json", _KIND)


@cache
def shipped_rules() -> Mapping[str, AlertRule]:
    """Those of `resources/alerts`, by id."""
    files = sorted((paths.resources() / "alerts").glob("*.json"))
    rules = (rule for path in files for rule in rules_in(path.read_text(encoding="utf-8"), str(path)))
    return MappingProxyType({rule.id: rule for rule in rules})


class Rulebook:
    """Event loop's thread; the file is small.

    Attributes:
        problem: What is wrong with the stored file (damaged, newer), or None.
    """

    def __init__(self) -> None:
        self._document = alerts_document()
        self._known: tuple[tuple[int, int, int] | None, StoredAlerts] | None = None
        self.problem: LapwingError | None = None

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _stored(self) -> StoredAlerts:
        """What is in the file; read anew when somebody edited it."""
        if self._known is None or self._known[0] != self._stamp():
            try:
                stored = self._document.read()
                self.problem = None
            except LapwingError as error:
                self.problem = error
                stored = self._known[1] if self._known else StoredAlerts()
            self._known = self._stamp(), stored
        return self._known[1]

    @property
    def has_changed(self) -> bool:
        """Whether somebody edited the file since it was read last."""
        return self._known is not None and self._known[0] != self._stamp()

    def rules(self) -> dict[str, tuple[AlertRule, RuleOrigin]]:
        """All of them by id, those that came with Lapwing first."""
        stored = self._stored()
        own = {rule.id: rule for rule in _with_ids(stored.rules)}
        found: dict[str, tuple[AlertRule, RuleOrigin]] = {}
        for rule_id, rule in shipped_rules().items():
            is_on = rule.enabled and rule_id not in stored.off
            if rule_id in own:
                found[rule_id] = (own[rule_id], RuleOrigin.CHANGED)
            else:
                found[rule_id] = (replace(rule, enabled=is_on), RuleOrigin.SHIPPED)
        found.update((rule_id, (rule, RuleOrigin.OWN)) for rule_id, rule in own.items() if rule_id not in found)
        return found

    def rule(self, rule_id: str) -> AlertRule:
        """Raises:
        RuleUnknown
        """
        found = self.rules().get(rule_id)
        if found is None:
            raise RuleUnknown(rule=rule_id)
        return found[0]

    def save(self, rule: AlertRule) -> AlertRule:
        """Keep a rule; its expressions were read before.

        Raises:
            RuleInvalid: Nothing was changed, as for every other error.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull
        """
        field, reason = rule.problem()
        if reason:
            raise RuleInvalid(rule=rule.title or rule.id, reason=reason, field=field, advice="")
        stored = self._to_change()
        rules = [*_with_ids(stored.rules)]
        if not rule.id:
            rule = replace(rule, id=new_id(rule.title, {*self.rules()}))
        ids = [each.id for each in rules]
        if rule.id in ids:
            rules[ids.index(rule.id)] = rule
        elif len(rules) >= _MOST_RULES:
            raise RuleInvalid(rule=rule.title, reason=f"there are {_MOST_RULES} rules already.", field="", advice="")
        else:
            rules.append(rule)
        self._write(replace(stored, rules=tuple(rules), off=tuple(each for each in stored.off if each != rule.id)))
        return rule

    def remove(self, rule_id: str) -> None:
        """Take a rule of a person's off; a shipped one is then as it came.

        Raises:
            RuleUnknown
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull
        """
        self.rule(rule_id)
        stored = self._to_change()
        rules = tuple(each for each in _with_ids(stored.rules) if each.id != rule_id)
        self._write(replace(stored, rules=rules, off=tuple(each for each in stored.off if each != rule_id)))

    def switch(self, rule_id: str, *, enabled: bool) -> None:
        """Switch a rule on or off. Raises as `remove`."""
        rule, origin = self.rules().get(rule_id) or (None, None)
        if rule is None:
            raise RuleUnknown(rule=rule_id)
        stored = self._to_change()
        if origin is RuleOrigin.SHIPPED:
            off = [each for each in stored.off if each != rule_id]
            self._write(replace(stored, off=(*off, *(() if enabled else (rule_id,)))))
            return
        rules = [replace(each, enabled=enabled) if each.id == rule_id else each for each in _with_ids(stored.rules)]
        self._write(replace(stored, rules=tuple(rules)))

    # channels

    def channels(self) -> tuple[AlertChannel, ...]:
        """All of them, those of every profile first."""
        own = {channel.id: channel for channel in self._stored().channels}
        shipped = [
            replace(channel, enabled=own[channel.id].enabled, least=own[channel.id].least)
            if channel.id in own
            else channel
            for channel in SHIPPED_CHANNELS
        ]
        return (*shipped, *(channel for channel in own.values() if channel.id not in _BUILT_IN))

    def channel(self, channel_id: str) -> AlertChannel:
        """Raises:
        ChannelUnknown
        """
        found = [channel for channel in self.channels() if channel.id == channel_id]
        if not found:
            raise ChannelUnknown(channel=channel_id)
        return found[0]

    def save_channel(self, channel: AlertChannel) -> AlertChannel:
        """Keep a channel.

        Raises:
            ChannelInvalid
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull
        """
        if reason := channel.problem():
            raise ChannelInvalid(channel=channel.title or channel.id, reason=reason)
        if not channel.id:
            channel = replace(channel, id=new_id(channel.title, {each.id for each in self.channels()}))
        if (channel.id in _BUILT_IN) is (channel.kind is ChannelKind.EMAIL):
            raise ChannelInvalid(channel=channel.title or channel.id, reason="there is one with that id already.")
        stored = self._to_change()
        others = [each for each in stored.channels if each.id != channel.id]
        self._write(replace(stored, channels=(*others, channel)))
        return channel

    def remove_channel(self, channel_id: str) -> AlertChannel:
        """Take a channel off; one of every profile is then as it came. Raises as `remove`, or ChannelUnknown."""
        gone = self.channel(channel_id)
        stored = self._to_change()
        self._write(replace(stored, channels=tuple(each for each in stored.channels if each.id != channel_id)))
        return gone

    def _to_change(self) -> StoredAlerts:
        """What is in the file, or the reason why it cannot be changed."""
        return self._document.read()

    def _write(self, stored: StoredAlerts) -> None:
        try:
            self._document.write(stored)
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._known = self._stamp(), stored


def _with_ids(rules: tuple[AlertRule, ...]) -> list[AlertRule]:
    """Each with an id: who writes a file by hand may leave it out."""
    made: list[AlertRule] = []
    taken = {rule.id for rule in rules if rule.id}
    for rule in rules:
        made.append(rule if rule.id else replace(rule, id=new_id(rule.title, taken)))
        taken.add(made[-1].id)
    return made
