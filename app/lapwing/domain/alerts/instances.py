"""Alerts as they are: the state of a rule for one series of one connection, and how it changes."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar, Final

from lapwing.domain.alerts.evaluating import Verdict
from lapwing.domain.alerts.rules import Severity
from lapwing.domain.events import Event
from lapwing.domain.monitoring.metrics import Labels


class AlertState(StrEnum):
    OK = "ok"
    PENDING = "pending"
    """It is so, but not for as long as the rule wants."""
    FIRING = "firing"
    ACKNOWLEDGED = "acknowledged"
    """It is firing, and a person said to have seen it."""
    RESOLVED = "resolved"
    """It was firing, and is over; an hour later it is OK."""
    UNKNOWN = "unknown"
    """There are no values to judge by; `before` says what it was."""


ALIVE: Final = frozenset({AlertState.FIRING, AlertState.ACKNOWLEDGED})
RESOLVED_S: Final = 3_600.0


@dataclass(frozen=True, slots=True)
class AlertInstance:
    """The state of one rule for one series. All times are Unix seconds.

    Attributes:
        since: In this state since.
        at: When it was judged last.
        before: The state behind an UNKNOWN one; OK otherwise.
        started: When it began to fire; None: it does not.
        held_s: For how long it was seen to be so while PENDING; gaps do not count.
        acknowledged: By whom, with a word of theirs; empty: nobody.
        is_told: Whether channels were told that it fires; not while it is quiet.
    """

    rule_id: str
    connection_id: str
    labels: Labels = ()
    state: AlertState = AlertState.OK
    since: float = 0.0
    at: float = 0.0
    value: float | None = None
    text: str = ""
    """Its value where that is a text."""
    before: AlertState = AlertState.OK
    started: float | None = None
    held_s: float = 0.0
    acknowledged: str = ""
    is_told: bool = False

    @property
    def standing(self) -> AlertState:
        """The state, or the one behind an unknown one."""
        return self.before if self.state is AlertState.UNKNOWN else self.state

    @property
    def is_alive(self) -> bool:
        """Whether it fires, as far as is known."""
        return self.standing in ALIVE

    @property
    def is_worth_keeping(self) -> bool:
        return self.standing is not AlertState.OK


def advance(
    old: AlertInstance,
    verdict: Verdict,
    clears: bool | None,
    at: float,
    duration_s: float,
    longest_step_s: float,
) -> AlertInstance:
    """The same one judged again.

    Args:
        clears: Whether the rule's clear condition is so; where it has none, True.
        longest_step_s: What lies further back than this was not seen.
    """
    seen = replace(old, at=at)
    if verdict.is_so is None:
        if old.state is AlertState.UNKNOWN:
            return seen
        return replace(seen, state=AlertState.UNKNOWN, before=old.state, since=at)
    value, text = (None, verdict.value) if isinstance(verdict.value, str) else (verdict.value, "")
    seen = replace(seen, value=value, text=text)
    standing = old.standing
    if standing in ALIVE:
        over = not verdict.is_so and clears is True
        return _changed(seen, AlertState.RESOLVED if over else standing, at)
    if not verdict.is_so:
        is_recent = standing is AlertState.RESOLVED and at - old.since < RESOLVED_S
        return _changed(replace(seen, held_s=0.0), AlertState.RESOLVED if is_recent else AlertState.OK, at)
    was_seen = old.state is AlertState.PENDING
    held = old.held_s + (min(max(0.0, at - old.at), longest_step_s) if was_seen else 0.0)
    held = held if standing is AlertState.PENDING else 0.0
    fires = held >= duration_s
    seen = replace(seen, held_s=held, acknowledged="")
    return _changed(seen, AlertState.FIRING if fires else AlertState.PENDING, at)


def _changed(instance: AlertInstance, state: AlertState, at: float) -> AlertInstance:
    if state is instance.state:
        return instance
    started = instance.started
    if state is AlertState.FIRING:
        started = started if instance.standing in ALIVE else at
    elif state not in ALIVE:
        started = None
    return replace(instance, state=state, before=AlertState.OK, since=at, started=started)


def acknowledged(instance: AlertInstance, by: str, at: float) -> AlertInstance:
    """The same one, seen by a person; one that does not fire stays as it is."""
    if instance.state is AlertState.UNKNOWN and instance.before is AlertState.FIRING:
        return replace(instance, before=AlertState.ACKNOWLEDGED, acknowledged=by)
    if instance.state is AlertState.FIRING:
        return replace(instance, state=AlertState.ACKNOWLEDGED, since=at, acknowledged=by)
    return instance


@dataclass(frozen=True, slots=True)
class AlertFacts:
    """An alert with all that is told of it.

    Attributes:
        connection: The connection's name.
        unit: Of its value (`domain.monitoring.metrics.Unit`); empty where it has none.
        quiet_until: A person silenced it until then; None: nobody did.
        is_quiet: Whether nobody is told of it now, by a person or by the rule's quiet times.
    """

    instance: AlertInstance
    title: str
    expression: str
    duration: str
    severity: Severity
    connection: str
    unit: str = ""
    help: str = ""
    rule_labels: dict[str, str] = field(default_factory=dict)
    quiet_until: float | None = None
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class AlertChange:
    """One change of an alert, as it is kept and told.

    Attributes:
        id: Grows; 0 before it is kept.
        reason: Why it is told, where it was not judged to be another: `acknowledged`, `rule` (that was changed or
            removed), `gone` (the connection or series is no more), `quiet` (a quiet time is over, and it fires); empty:
            it was judged.
    """

    at: float
    rule_id: str
    title: str
    severity: Severity
    connection_id: str
    connection: str
    labels: Labels
    before: AlertState
    after: AlertState
    value: float | None = None
    text: str = ""
    unit: str = ""
    expression: str = ""
    reason: str = ""
    by: str = ""
    rule_labels: dict[str, str] = field(default_factory=dict)
    duration: str = ""
    is_quiet: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class AlertChanged(Event):
    """An alert is in another state. Changes between OK, UNKNOWN and RESOLVED while it does not fire are not told."""

    name: ClassVar[str] = "alert.changed"
    change: AlertChange
    channels: tuple[str, ...] = ()
    """Ids of those that are told of it."""


@dataclass(frozen=True, slots=True)
class AlertsChanged(Event):
    """Rules, channels, silences or the list of alerts are others now."""

    name: ClassVar[str] = "alerts.changed"

    @property
    def key(self) -> str:
        return "alerts"


def is_told(old: AlertInstance, new: AlertInstance) -> bool:
    """Whether a change is told and kept: it is about an alert that fires, or is or was about to."""
    return old.state is not new.state and bool({old.standing, new.standing} & {*ALIVE, AlertState.PENDING})
