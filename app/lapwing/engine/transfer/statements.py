"""Reading a table or a statement on a session. Session's thread."""

from contextlib import closing

from lapwing.domain.errors import LapwingError
from lapwing.domain.results import Column
from lapwing.domain.transfer import ExportSource, SampleRows
from lapwing.domain.transfer_errors import ExportNoRows
from lapwing.domain.values import Row
from lapwing.drivers.base import Driver, PagesCame, ResultBegan, ResultBeganAgain, RowsCame, Session, capabilities_of
from lapwing.engine.running.binding import Binder
from lapwing.engine.transfer.writing import RowWriter
from lapwing.results.codecs import CELLS, encode_rows, rows_of
from lapwing.sql.dialect import Dialect, dialect_named

_SAMPLE_ROWS = 20


def read_all(session: Session, driver: Driver, source: ExportSource, writer: RowWriter) -> None:
    """Run what the source names, and write what it brings.

    Raises:
        ParameterMissing, ParameterInvalid: Nothing was sent.
        LapwingError: It was refused or cancelled, or cannot be written.
    """
    dialect = dialect_named(driver.dialect)
    if source.table:
        writer.write_replies(session.execute(select_all(source, driver)))
        return
    bound = Binder(dialect, capabilities_of(driver, session).parameter_marks, source.parameters).bound(source.sql)
    try:
        writer.write_replies(session.execute(bound.sql, bound.values))
    except LapwingError as error:
        raise bound.explained(error) from error.__cause__


def first_rows(session: Session, driver: Driver, source: ExportSource) -> SampleRows:
    """Some rows of a table or statement, which ends on the server behind them.

    Raises:
        LapwingError: It was refused.
    """
    columns: tuple[Column, ...] = ()
    rows: list[Row] = []
    codec = CELLS
    sql = source.sql or select_all(source, driver)
    with closing(session.execute(sql)) as replies:  # type: ignore[type-var]
        for reply in replies:
            if isinstance(reply, ResultBegan):
                columns, codec = reply.columns, reply.codec
            elif isinstance(reply, ResultBeganAgain):
                rows = []
            elif isinstance(reply, RowsCame):
                rows += reply.rows
            elif isinstance(reply, PagesCame):
                rows += rows_of(reply.pages, codec, columns)
            if len(rows) >= _SAMPLE_ROWS:
                break
    if not columns:
        raise ExportNoRows
    return SampleRows(columns, encode_rows(rows[:_SAMPLE_ROWS]))


def select_all(source: ExportSource, driver: Driver) -> str:
    """All rows and columns of a table."""
    return f"SELECT * FROM {named(source, dialect_named(driver.dialect))}"


def named(source: ExportSource, dialect: Dialect) -> str:
    """The table, as its dialect writes it; empty for a statement."""
    return ".".join(dialect.quote_identifier(part) for part in (source.schema, source.table) if part)
