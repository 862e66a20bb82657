"""What can be asked about alerts, and what is answered."""

from dataclasses import field
from enum import StrEnum

from lapwing.domain.alerts.channels import AlertChannel, ChannelState
from lapwing.domain.alerts.instances import AlertChange, AlertFacts, AlertState
from lapwing.domain.alerts.rules import AlertRule
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels
from lapwing.domain.secrets import Secret


class RuleOrigin(StrEnum):
    SHIPPED = "shipped"
    CHANGED = "changed"
    """Came with Lapwing, and a person changed it."""
    OWN = "own"


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """A rule and how it is.

    Attributes:
        problem: Why it cannot be judged; None: it can.
        states: How many alerts of it are in each state.
    """

    rule: AlertRule
    origin: RuleOrigin
    problem: ErrorFacts | None = None
    states: dict[AlertState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleList:
    """`problems`: what is wrong with the file of rules."""

    rules: tuple[RuleFacts, ...] = ()
    channels: tuple[ChannelState, ...] = ()
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveRule:
    """Add a rule, or replace the one with the same id. A new one may come without an id."""

    rule: AlertRule


@dataclass(frozen=True, slots=True)
class RemoveRule:
    """Take one off the list; one that came with Lapwing is then as it came."""

    rule_id: str


@dataclass(frozen=True, slots=True)
class SwitchRule:
    rule_id: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class CheckRule:
    """Read an expression and judge it by the newest values; of one connection where it is named."""

    expression: str
    clear: str = ""
    duration: str = ""
    connection_id: str = ""


@dataclass(frozen=True, slots=True)
class CheckedSeries:
    """What an expression says of one series now.

    Attributes:
        state: What the alert would be at first: OK, PENDING (FIRING without a duration) or UNKNOWN.
    """

    connection_id: str
    connection: str
    labels: Labels
    state: AlertState
    value: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class RuleChecked:
    """What a check found.

    Attributes:
        error: Why the expression cannot be judged; None: it can.
        in_clear: Whether `error` is about the clear condition.
        series: By connection, at most 50.
    """

    error: ErrorFacts | None = None
    in_clear: bool = False
    unit: str = ""
    series: tuple[CheckedSeries, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricChoice:
    """A metric that a rule can name."""

    id: str
    title: str
    unit: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MetricChoices:
    metrics: tuple[MetricChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertList:
    """Alerts that fire, are about to, are unknown behind one of these, or were resolved lately; the worst first."""

    alerts: tuple[AlertFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertName:
    """Which alert is meant."""

    rule_id: str
    connection_id: str
    labels: Labels = ()


@dataclass(frozen=True, slots=True)
class AcknowledgeAlert:
    alert: AlertName
    by: str = ""
    """Who has seen it, or a word about it."""


@dataclass(frozen=True, slots=True)
class SilenceAlert:
    """Tell nobody of an alert for a time; 0 lifts that. It is judged all the same."""

    alert: AlertName
    for_s: float
    everywhere: bool = False
    """Whether the whole rule is meant, on every connection."""


@dataclass(frozen=True, slots=True)
class ReadAlertHistory:
    """Changes, the latest first.

    Attributes:
        before_id: Only older ones than this; 0: from the latest on.
        connection_id, rule_id: Only of these; empty: of all.
    """

    connection_id: str = ""
    rule_id: str = ""
    before_id: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class AlertHistory:
    """`problems`: why there are none, or not all."""

    changes: tuple[AlertChange, ...] = ()
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveChannel:
    """Add a channel or replace the one with its id.

    Attributes:
        password: Is put where the channel says; None: what is there stays.
    """

    channel: AlertChannel
    password: Secret | None = None


@dataclass(frozen=True, slots=True)
class ChannelRequest:
    channel_id: str


@dataclass(frozen=True, slots=True)
class ExportRules:
    """The rules of a person's own and changed ones; all, where it is asked."""

    everything: bool = False


@dataclass(frozen=True, slots=True)
class RulesText:
    text: str


@dataclass(frozen=True, slots=True)
class ImportRules:
    """Take rules out of a text; those with an id that is there replace it."""

    text: str
