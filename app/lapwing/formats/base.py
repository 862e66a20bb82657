"""The shape that every output format has."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Final

from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.values import Row

PLAIN: Final = WriteOptions()


class Notes:
    """What a person should know of what was written: how often something happened, and in which row first."""

    def __init__(self) -> None:
        self._counts: dict[type[LapwingError], tuple[int, int]] = {}

    def add(self, note: type[LapwingError], row: int, count: int = 1) -> None:
        """It happened in this row (1 is the first)."""
        known, first = self._counts.get(note, (0, row))
        self._counts[note] = known + count, min(first, row)

    def facts(self) -> tuple[ErrorFacts, ...]:
        """All of them, as sentences to be."""
        return tuple(note(count=count, row=row).to_wire() for note, (count, row) in self._counts.items())


class Format(ABC):
    """Writes one result. Each part is bytes for a file or standard output, in this order: `head`, `rows`..., `rest`,
    `tail`.

    The bytes depend on columns, options and rows only, never on how rows came in batches: a result that is read again
    gives the same bytes again. Cells that lie apart (`LongCell`) are written as their beginning: who exports gives
    whole ones. One thread.

    Attributes:
        between: What stands between two results.
        row_count: Rows written so far, without those of a call under way.
        notes: What was written otherwise than it was.
    """

    between: ClassVar[bytes]

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        """For a result with these columns.

        Raises:
            LapwingError: It cannot be written so: an option that the format needs is missing, for example.
        """
        self.columns = tuple(columns)
        self.options = options
        self.row_count = 0
        self.notes = Notes()

    @abstractmethod
    def head(self) -> bytes:
        """What can be written before there is a row."""

    def rows(self, rows: Sequence[Row]) -> bytes:
        """These rows, at least one; empty while the format still measures.

        Raises:
            TextNotEncodable: The encoding that was chosen has not all characters.
        """
        data = self.written(rows)
        self.row_count += len(rows)
        return data

    @abstractmethod
    def written(self, rows: Sequence[Row]) -> bytes:
        """As `rows`, which counts them."""

    def rest(self) -> bytes:
        """Rows held back so far; also asked for when a result was cut off."""
        return b""

    def tail(self) -> bytes:
        """What closes a result; left out when an error cut it off, so that no reader takes it for whole."""
        return b""

    def close(self) -> None:  # noqa: B027 # most hold nothing
        """Nothing more is asked of it, whether it was written to its end or not. May be called twice."""
