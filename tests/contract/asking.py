"""Asking a session, as the contract's tests do it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, Row, cell_text
from lapwing.drivers.base import (
    Noticed,
    PagesCame,
    Reply,
    ResultBegan,
    ResultBeganAgain,
    RowsCame,
    Session,
    StatementEnded,
)
from lapwing.results.codecs import CELLS
from lapwing.results.codecs import rows_of as rows_of_pages
from lapwing.results.layout import PAGE_BYTES, ROWS_PER_PAGE


@dataclass(slots=True)
class Answer:
    """All that a statement brought. The order of its replies is checked while they come.

    Attributes:
        columns, rows: Of the last result.
        earlier: Rows of the results before it.
    """

    columns: tuple[Column, ...] | None = None
    rows: list[Row] | None = None
    ended: StatementEnded | None = None
    notices: tuple[str, ...] = ()
    began_again: bool = False
    codec: str = CELLS
    earlier: tuple[list[Row], ...] = ()

    def take(self, reply: Reply) -> None:
        """One more reply.

        Raises:
            AssertionError: It may not come here.
        """
        assert self.ended is None, f"{reply} came after the end"
        if isinstance(reply, ResultBegan):
            if self.rows is not None:
                self.earlier += (self.rows,)
            self.columns, self.rows, self.codec = reply.columns, [], reply.codec
        elif isinstance(reply, RowsCame | PagesCame):
            assert self.rows is not None
            self.rows += rows_in(reply, self.codec, self.columns or ())
        elif isinstance(reply, ResultBeganAgain):
            assert self.rows is not None
            self.rows, self.began_again = [], True
        elif isinstance(reply, Noticed):
            self.notices += (reply.text,)
        else:
            self.ended = reply

    def take_all(self, replies: Iterable[Reply]) -> None:
        """The replies to come; raises what the statement raises."""
        for reply in replies:
            self.take(reply)


def rows_in(reply: RowsCame | PagesCame, codec: str, columns: Sequence[Column]) -> list[Row]:
    """The rows of a reply; none of its batches or pages is larger than it may be."""
    if isinstance(reply, RowsCame):
        assert 0 < len(reply.rows) <= ROWS_PER_PAGE
        return reply.rows
    assert reply.pages
    for page in reply.pages:
        assert 0 < page.rows <= ROWS_PER_PAGE
        assert len(page.data) <= PAGE_BYTES
    rows = rows_of_pages(reply.pages, codec, columns)
    assert len(rows) == sum(page.rows for page in reply.pages)
    return rows


def run(session: Session, sql: str, parameters: Sequence[Cell] = ()) -> Answer:
    """A statement run to its end."""
    answer = Answer()
    answer.take_all(session.execute(sql, parameters))
    assert answer.ended is not None
    return answer


def rows_of(session: Session, sql: str, parameters: Sequence[Cell] = ()) -> list[Row]:
    """The rows of a query."""
    rows = run(session, sql, parameters).rows
    assert rows is not None
    return rows


def told(session: Session, sql: str, parameters: Sequence[Cell] = ()) -> str:
    """The text of the only cell of a query: the same for servers that give numbers and those that write them."""
    return cell_text(scalar(session, sql, parameters))


def numbers_of(rows: Iterable[Row] | None) -> list[int]:
    """The first cells of rows that hold whole numbers."""
    assert rows is not None
    return [int(cell_text(row[0])) for row in rows]


def scalar(session: Session, sql: str, parameters: Sequence[Cell] = ()) -> Cell:
    """The only cell of a query."""
    ((cell,),) = rows_of(session, sql, parameters)
    return cell
