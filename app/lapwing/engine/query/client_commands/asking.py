"""Questions of a command of ours to the server it is run on, on the run's own session."""

from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.drivers.base import Noticed, PagesCame, ResultBegan, ResultBeganAgain, RowsCame, Session
from lapwing.results.codecs import CELLS, rows_of

Answer = tuple[tuple[Column, ...], list[Row]]


def ask(session: Session, sql: str, most: int = 10_000) -> tuple[Answer | None, list[Noticed]]:
    """Columns and first rows of the last result of a statement, None when it has none, and what the server said.

    Raises:
        LapwingError: What running a statement raises.
    """
    columns: tuple[Column, ...] | None = None
    codec = CELLS
    rows: list[Row] = []
    notices: list[Noticed] = []
    for reply in session.execute(sql):
        if isinstance(reply, ResultBegan):
            columns, codec, rows = reply.columns, reply.codec, []
        elif isinstance(reply, ResultBeganAgain):
            rows = []
        elif isinstance(reply, Noticed):
            notices.append(reply)
        elif len(rows) >= most:
            continue
        elif isinstance(reply, RowsCame):
            rows += reply.rows
        elif isinstance(reply, PagesCame):
            assert columns is not None, "a result begins with its columns"
            rows += rows_of(reply.pages, codec, columns)
    return (None if columns is None else (columns, rows[:most])), notices


def texts(session: Session, sql: str) -> list[tuple[str, ...]]:
    """The rows of a query of ours as text, NULL as the empty text."""
    answer, _ = ask(session, sql)
    return [tuple("" if cell is None else str(cell) for cell in row) for row in answer[1]] if answer else []
