"""Alerts as they are: the state of a rule for one series of one connection, and how it changes."""

from dataclasses import field
from enum import StrEnum
from typing import ClassVar, Final

from lapwing.domain.alerts.rules import Severity
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
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
