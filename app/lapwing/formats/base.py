"""The shape that every output format has."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from lapwing.domain.results import Column
from lapwing.domain.values import Row


class Format(ABC):
    """Writes one result. Each part is bytes for standard output, in this order: `head`, `rows`..., `rest`, `tail`.

    The bytes depend on columns and rows only, never on how rows came in batches: a result that is read again gives
    the same bytes again. One thread.

    Attributes:
        between: What stands between two results.
    """

    between: ClassVar[bytes]

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)

    @abstractmethod
    def head(self) -> bytes:
        """What can be written before there is a row."""

    @abstractmethod
    def rows(self, rows: Sequence[Row]) -> bytes:
        """These rows, at least one; empty while the format still measures."""

    def rest(self) -> bytes:
        """Rows held back so far; also asked for when a result was cut off."""
        return b""

    def tail(self) -> bytes:
        """What closes a result; left out when an error cut it off, so that no reader takes it for whole."""
        return b""
