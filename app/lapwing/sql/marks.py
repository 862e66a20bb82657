"""What a reader says about a script: where statements begin and end, what is for the vendor's client, and the tokens
that cannot be told from their own characters."""

from collections.abc import Callable, Hashable, Iterator
from enum import Enum, auto
from itertools import count
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.tokens import TokenKind

Known = TypeVar("Known", bound=Hashable)
_FIRST_NUMBER: Final = 1_000
"""Small numbers are never given out, so that a state of another dialect is an unknown one."""


class ReadState(Protocol):
    """What a reader knows at the end of a stretch. It can be hashed."""

    @property
    def opened(self) -> str:
        """What is open and goes on behind the stretch; empty when nothing is."""


State = TypeVar("State", bound=ReadState)
StateOut = TypeVar("StateOut", bound=ReadState, covariant=True)


class Role(Enum):
    """What a mark says."""

    TOKEN = auto()
    """A token that the lexer cannot cut without knowing what stands before it."""
    REST = auto()
    """The rest of a token that was not closed on the line before."""
    BEGIN = auto()
    """A statement begins here; no length."""
    END = auto()
    """The terminator of the statement, or where one would stand: no length then."""
    COMMAND = auto()
    """For the vendor's client, where no statement has begun."""
    INSIDE = auto()
    """For the vendor's client, in a statement that goes on behind it."""
    DISCARD = auto()
    """For the vendor's client, which forgets the statement so far."""
    SETTING = auto()
    """For the vendor's client, and already obeyed by the reader: what sets the delimiter."""


COMMANDS: Final = frozenset({Role.COMMAND, Role.INSIDE, Role.DISCARD, Role.SETTING})


class Mark(NamedTuple):
    """One thing that a reader says. Marks come in order and do not overlap."""

    role: Role
    start: int
    end: int
    kind: TokenKind | None = None
    """What the stretch is, as one token; None when the lexer cuts it."""
    data: tuple[int, int] | None = None
    """Of an END or COMMAND: where the lines lie that are input for it."""
    through: int = -1
    """Of one with data: behind the line that ends them."""


class Reader(Protocol[StateOut]):
    """Reads one stretch of a script, once."""

    def marks(self) -> Iterator[Mark]:
        """The marks of the stretch, found as they are asked for."""

    @property
    def state(self) -> StateOut:
        """What is to be known at the end of the stretch, once all marks have been taken."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[State]):
    """How scripts of one dialect are read.

    Attributes:
        read: Gives a reader of a text from a position on, in a state.
        start: The state in which a script begins.
        inside: The state in a statement of which only the following text is looked at, however it ends.
    """

    read: Callable[[str, int, State], Reader[State]]
    start: State
    inside: State


class StateNumbers(Generic[Known]):
    """Numbers for states, to be kept by those who keep one number a line. Any thread may use it.

    It forgets nothing: there are as many states as different ways in which a line has ended so far.
    """

    def __init__(self, start: Known) -> None:
        self._states: dict[int, Known] = {0: start}
        self._numbers: dict[Known, int] = {start: 0}
        self._next: Callable[[], int] = count(_FIRST_NUMBER).__next__

    def number(self, state: Known) -> int:
        """The number of a state; 0 is that of the start."""
        known = self._numbers.get(state)
        if known is not None:
            return known
        number = self._next()
        self._states[number] = state
        return self._numbers.setdefault(state, number)

    def state(self, number: int) -> Known:
        """The state with this number; the start for a number that was never given out."""
        return self._states.get(number, self._states[0])
