"""Asking a session, as the contract's tests do it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, Row
from lapwing.drivers.base import (
    Noticed,
    Reply,
    ResultBegan,
    ResultBeganAgain,
    RowsCame,
    Session,
    StatementEnded,
)
from lapwing.results.layout import ROWS_PER_PAGE


@dataclass(slots=True)
class Answer:
    """All that a statement brought. The order of its replies is checked while they come."""

    columns: tuple[Column, ...] | None = None
    rows: list[Row] | None = None
    ended: StatementEnded | None = None
    notices: tuple[str, ...] = ()
    began_again: bool = False

    def take(self, reply: Reply) -> None:
        """One more reply.

        Raises:
            AssertionError: It may not come here.
        """
        assert self.ended is None, f"{reply} came after the end"
        if isinstance(reply, ResultBegan):
            assert self.columns is None
            self.columns, self.rows = reply.columns, []
        elif isinstance(reply, RowsCame):
            assert self.rows is not None
            assert 0 < len(reply.rows) <= ROWS_PER_PAGE
            self.rows += reply.rows
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


def scalar(session: Session, sql: str, parameters: Sequence[Cell] = ()) -> Cell:
    """The only cell of a query."""
    ((cell,),) = rows_of(session, sql, parameters)
    return cell
