"""What could be better on a server: findings, each with its evidence and the statement that would change it."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


class AdviceKind(StrEnum):
    UNUSED_INDEX = "unused_index"
    DUPLICATE_INDEX = "duplicate_index"
    INVALID_INDEX = "invalid_index"
    MISSING_INDEX = "missing_index"
    BLOAT = "bloat"
    VACUUM = "vacuum"
    WRAPAROUND = "wraparound"
    SEQUENCE = "sequence"
    NO_KEY = "no_key"
    SETTING = "setting"


class AdviceLevel(StrEnum):
    NOTE = "note"
    WARNING = "warning"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class AdviceFinding:
    """One thing that could be better.

    Attributes:
        subject: What it is about, as people name it: `public.orders_customer_idx`.
        what: What was found, a sentence of `advice_texts`.
        evidence: Names of `advice_texts` and values that show it: `("size", "412 MB")`, as many as help.
        statement: What would change it, complete and quoted; never run by itself. Empty where a person has to think.
        caution: What to know before it is run, a sentence of `advice_texts`; empty: nothing.
        size: Bytes that are at stake, to sort by; 0 where that means nothing.
    """

    kind: AdviceKind
    level: AdviceLevel
    subject: str
    what: str
    evidence: tuple[tuple[str, str], ...] = ()
    statement: str = ""
    caution: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class AdviceReading:
    """What was found.

    Attributes:
        looked_at: Kinds that could be looked for; of others nothing is known.
        notes: What could not be looked at, and why, in sentences. What was not looked at is never called good.
    """

    findings: tuple[AdviceFinding, ...] = ()
    looked_at: tuple[AdviceKind, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAdvice:
    """`database`: another one of the connection's server; empty: its own."""

    connection_id: str
    database: str = ""


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """The settings of several servers of one kind, beside each other."""

    connection_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServerSetting:
    """One setting as a server has it; `unit` in the server's words."""

    name: str
    value: str
    unit: str = ""
    group: str = ""
    help: str = ""
    is_default: bool = True
    needs_restart: bool = False


@dataclass(frozen=True, slots=True)
class ServerSettings:
    connection_id: str
    settings: tuple[ServerSetting, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettingsAnswer:
    servers: tuple[ServerSettings, ...]
