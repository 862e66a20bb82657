"""Environments: what a connection is for, as a policy that many connections share."""

import re
from collections.abc import Sequence
from typing import Final

from lapwing.domain.connections import Confirmation, Connection, Environment, SqlInEvents, TransactionMode
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.late_dataclass import dataclass

COLORS: Final = ("accent_text", "good", "warning", "bad")
"""Colours of the theme that an environment or a connection can have; each is readable in both themes."""
_COLOR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_ORDER: Final = (Confirmation.NONE, Confirmation.CHANGES, Confirmation.NAME)
_LESS: Final = (SqlInEvents.FULL, SqlInEvents.MASKED, SqlInEvents.HASH, SqlInEvents.NONE)
_WEEK_S: Final = 604_800
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class EnvironmentPolicy:
    """How careful Lapwing is with the connections of one environment, and how they look."""

    id: str
    """Connections name it; never changed. Those that come with Lapwing have the ids of `Environment`."""
    name: str
    color: str = "accent_text"
    """One of `COLORS`, or `#rrggbb`."""
    mode: TransactionMode = TransactionMode.AUTO
    """How sessions commit at first."""
    confirmation: Confirmation = Confirmation.NONE
    read_only: bool = False
    idle_transaction_s: int | None = None
    """Seconds after which an idle transaction is rolled back; 0: never; None: as the settings say."""
    sql_in_events: SqlInEvents = SqlInEvents.FULL
    demands_verdict: bool = False
    """Whether a statement is refused when a plugin that is asked about it gives no answer."""

    def problem(self) -> str:
        """Why it cannot be kept, in a sentence; empty when it can."""
        if not self.name.strip() or len(self.name) > _LONGEST_NAME:
            return f"Its name must have 1 to {_LONGEST_NAME} characters."
        if not is_color(self.color):
            return "Its colour must be one of the theme's, or #rrggbb."
        if self.idle_transaction_s is not None and not 0 <= self.idle_transaction_s <= _WEEK_S:
            return f"Its idle limit must be from 0 to {_WEEK_S} seconds."
        return ""


NO_POLICY: Final = EnvironmentPolicy(Environment.NONE.value, "")
"""Of connections without an environment."""
SHIPPED: Final = (
    EnvironmentPolicy(Environment.DEVELOPMENT.value, "Development", "good"),
    EnvironmentPolicy(Environment.TEST.value, "Test", "warning"),
    EnvironmentPolicy(
        Environment.PRODUCTION.value,
        "Production",
        "bad",
        TransactionMode.MANUAL,
        Confirmation.NAME,
        idle_transaction_s=600,
        sql_in_events=SqlInEvents.MASKED,
    ),
)
"""Those that come with Lapwing; a person may change them."""


@dataclass(frozen=True, slots=True)
class EnvironmentList:
    """In the order in which they are offered; `problems`: what is wrong with the stored ones."""

    environments: tuple[EnvironmentPolicy, ...] = SHIPPED
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveEnvironment:
    """Add an environment, or replace the one with the same id. A new one may come without an id."""

    environment: EnvironmentPolicy


@dataclass(frozen=True, slots=True)
class RemoveEnvironment:
    """Take one off the list; one that came with Lapwing is then as it came."""

    environment_id: str


@dataclass(frozen=True, slots=True)
class Safeguards:
    """What is in force on a connection, out of its environment and its own settings.

    Attributes:
        environment: Its name; empty where there is none.
        idle_transaction_s: None: as the settings say.
    """

    environment: str = ""
    color: str = "accent_text"
    mode: TransactionMode = TransactionMode.AUTO
    confirmation: Confirmation = Confirmation.NONE
    read_only: bool = False
    idle_transaction_s: int | None = None
    sql_in_events: SqlInEvents = SqlInEvents.FULL
    demands_verdict: bool = False

    @property
    def asks(self) -> bool:
        """Whether changes are confirmed by a person."""
        return self.confirmation is not Confirmation.NONE


def policy_of(environment_id: str, policies: Sequence[EnvironmentPolicy]) -> EnvironmentPolicy:
    """The policy of that id.

    One that is not there (it was removed by hand, or the list came from somebody else) is as careful as production:
    nobody knows how careful to be.
    """
    if environment_id in {"", NO_POLICY.id}:
        return NO_POLICY
    for policy in policies:
        if policy.id == environment_id:
            return policy
    careful = SHIPPED[-1]
    return EnvironmentPolicy(
        environment_id,
        environment_id,
        careful.color,
        careful.mode,
        careful.confirmation,
        idle_transaction_s=600,
        sql_in_events=careful.sql_in_events,
    )


def safeguards_of(connection: Connection | None, policies: Sequence[EnvironmentPolicy]) -> Safeguards:
    """What is in force on a connection.

    Its own colour and commit mode go before its environment's; whether it is read-only, what is confirmed, what
    events tell and whether plugins must have answered can only be made stricter by it.
    """
    if connection is None:
        return Safeguards()
    policy = policy_of(connection.environment, policies)
    return Safeguards(
        policy.name,
        connection.color if is_color(connection.color) else policy.color,
        TransactionMode(connection.mode or policy.mode),
        stricter(policy.confirmation, connection.confirmation),
        policy.read_only or connection.read_only,
        policy.idle_transaction_s,
        SqlInEvents(max(policy.sql_in_events, connection.sql_in_events, key=_LESS.index)),
        policy.demands_verdict or connection.demands_verdict,
    )


def stricter(one: Confirmation, other: Confirmation) -> Confirmation:
    """The one of both by which more is asked."""
    return Confirmation(max(one, other, key=_ORDER.index))


def is_enough(given: Confirmation, needed: Confirmation) -> bool:
    """Whether what a person has confirmed reaches what has to be."""
    return _ORDER.index(given) >= _ORDER.index(needed)


def is_color(text: str) -> bool:
    """Whether it is a colour that an environment can have."""
    return text in COLORS or _COLOR.fullmatch(text) is not None


# confirming


@dataclass(frozen=True, slots=True)
class JudgeRun:
    """What of a text, or a file, a person has to confirm before it is run on a connection."""

    connection_id: str
    dialect: str
    sql: str
    path: str = ""
    """A file that is run instead; it is not looked into."""


@dataclass(frozen=True, slots=True)
class RunJudged:
    """What a person has to confirm.

    Attributes:
        needed: NONE: nothing.
        name: What is to be typed where `needed` is NAME: the object's name as it stands in the statement, or the
            connection's where there are several, or it cannot be told.
        count: How many statements are meant; 0 when nobody looked into it: a file, or a text too long for that.
        places: Where the first of them stand in the text; ends are behind them.
        connection, environment: Their names, for the question.
    """

    needed: Confirmation = Confirmation.NONE
    name: str = ""
    count: int = 0
    places: tuple[tuple[int, int], ...] = ()
    connection: str = ""
    environment: str = ""


class ConfirmationNeeded(LapwingError):
    """Nothing was sent: a person has to confirm it first.

    Facts: `connection`, `environment` (may be empty), `needed` and `name` as in `RunJudged`.
    """

    code = "query.unconfirmed"
    message = "{connection} wants a person to confirm what changes data or definitions. Nothing was sent."
    hint = "Look at the statements, then confirm them; on the command line with --yes."
    exit_code = 2


class EnvironmentInvalid(LapwingError):
    code = "environment.invalid"
    message = "The environment cannot be kept: {reason}"
    hint = "Correct it and save again."
    exit_code = 2


class EnvironmentUnknown(LapwingError):
    code = "environment.unknown"
    message = "There is no environment {name}; there is {known}."
    hint = "Choose one of these, or make it first."
    exit_code = 2


class EnvironmentInUse(LapwingError):
    """Its connections would be without its protection."""

    code = "environment.in_use"
    message = "The environment {name} is that of {connections}."
    hint = "Give these another environment first."
    exit_code = 2
