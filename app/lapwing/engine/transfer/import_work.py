"""One import: the pages of its file, pulled by the session's thread, and the transaction that they go into."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import StatementFailed
from lapwing.domain.file_import_errors import ImportFileUnreadable, ImportTableMissing, ImportTableThere
from lapwing.domain.file_imports import FileRows, ImportFile, MappedColumn
from lapwing.domain.table_errors import SessionReadsOnly
from lapwing.drivers.base import Driver, Session, capabilities_of
from lapwing.drivers.table_access import TableAccess
from lapwing.engine.jobs.job import Job
from lapwing.engine.transfer.import_columns import (
    Value,
    chosen_columns,
    mapping_by_name,
    see_names,
    table_reason,
    values_of,
)
from lapwing.engine.transfer.import_writing import RowInserting, Sending
from lapwing.engine.transfer.on_loop import OnLoop
from lapwing.sql.column_types import column_types
from lapwing.sql.dialect import dialect_named

_PIECE_BYTES: Final = 256 << 10


async def pieces_of(path: Path) -> AsyncIterator[bytes]:
    """The bytes of a file.

    Raises:
        ImportFileUnreadable
    """
    try:
        with await asyncio.to_thread(path.open, "rb") as file:
            while piece := await asyncio.to_thread(file.read, _PIECE_BYTES):
                yield piece
    except OSError as error:
        raise ImportFileUnreadable(path=str(path), reason=(error.strerror or str(error)).lower()) from error


class PulledPages:
    """The pages of a file for a thread; the next one is read while one is worked on.

    Attributes:
        first: The first one, which says the columns; known after `begin`.
    """

    first: FileRows

    def __init__(self, pages: AsyncGenerator[FileRows, None], job: Job, loop: asyncio.AbstractEventLoop) -> None:
        self._pages = pages
        self._on_loop = OnLoop(loop, job)
        self._next: asyncio.Task[FileRows | None] | None = None

    def begin(self) -> None:
        """Read the first one; raises what reading raises."""
        first = self._on_loop.wait(self._pull())
        assert first is not None, "a file has at least one page"
        self.first = first

    def rows(self) -> Iterator[Sequence[str | None]]:
        """All rows of the file."""
        page: FileRows | None = self.first
        while page is not None:
            yield from page.rows
            page = self._on_loop.wait(self._pull())

    async def _pull(self) -> FileRows | None:
        if self._next is None:
            self._next = asyncio.ensure_future(_next(self._pages))
        page = await self._next
        self._next = asyncio.ensure_future(_next(self._pages)) if page is not None else None
        return page

    async def close(self) -> None:
        """Nothing more is read. Event loop's thread."""
        if self._next is not None:
            self._next.cancel()
            await asyncio.wait([self._next])
        await self._pages.aclose()


async def _next(pages: AsyncGenerator[FileRows, None]) -> FileRows | None:
    return await anext(pages, None)


class FileImporting:
    """The work of one import. Session's thread."""

    def __init__(self, request: ImportFile, sending: Sending, driver: Driver, pages: PulledPages, job: Job) -> None:
        self._request = request
        self._schema = ""
        self._table = request.target.table
        self._sending = sending
        self._session = sending.session
        self._driver = driver
        self._pages = pages
        self._job = job
        self._was_made = False
        self.has_defined = False

    def run(self) -> int:
        """Do it, all or nothing; how many rows went in.

        Raises:
            LapwingError: Why nothing did; with `CommitUnknown` nobody knows.
        """
        session = self._session
        if session.is_read_only:
            raise SessionReadsOnly
        self._pages.begin()
        rows = self._pages.first
        self._schema = schema_of(session, self._request.target.schema)
        if self._request.creates:
            mapping = self._request.columns or tuple(MappedColumn(name, name) for name in rows.columns)
        else:
            access = existing_table(session, self._schema, self._table)
            named = self._request.columns
            mapping = named if named is not None else self._by_name(rows, access)
        see_names(rows, mapping, Path(self._request.path).name)
        try:
            return self._insert(rows, mapping)
        except BaseException:
            self._undo()
            raise

    def _by_name(self, rows: FileRows, access: TableAccess) -> tuple[MappedColumn, ...]:
        return mapping_by_name(rows, tuple(access.columns), self._table)

    def _insert(self, rows: FileRows, mapping: Sequence[MappedColumn]) -> int:
        session, capabilities = self._session, capabilities_of(self._driver, self._session)
        if self._request.creates and not capabilities.transactional_ddl:
            self._create(rows, mapping)
        session.begin()
        if self._request.creates and capabilities.transactional_ddl:
            self._create(rows, mapping)
        access = existing_table(session, self._schema, self._table)
        chosen = chosen_columns(rows, mapping, access)

        def values() -> Iterator[list[Value]]:
            for row in self._pages.rows():
                yield values_of(row, chosen)

        inserting = RowInserting(
            self._sending,
            access,
            [each.target for each in chosen],
            self._job.advance,
            has_savepoints=capabilities.savepoints,
        )
        count = inserting.insert(values())
        session.commit()
        return count

    def _create(self, rows: FileRows, mapping: Sequence[MappedColumn]) -> None:
        """Make the table.

        Raises:
            ImportTableThere
        """
        dialect = dialect_named(self._driver.dialect)
        types = column_types(dialect.id)
        kinds = dict(zip(rows.columns, rows.types, strict=True))
        written = [each.type.strip() or types.get(kinds[each.source], types["text"]) for each in mapping]
        names = [dialect.quote_identifier(each.target) for each in mapping]
        columns = ",\n    ".join(f"{name} {kind}" for name, kind in zip(names, written, strict=True))
        if is_there(self._session, self._schema, self._table):
            raise ImportTableThere(table=self._table)
        self._sending.define(f"CREATE TABLE {self._full_name()} (\n    {columns}\n)")
        self._was_made = self.has_defined = True

    def _full_name(self) -> str:
        dialect = dialect_named(self._driver.dialect)
        return ".".join(dialect.quote_identifier(part) for part in (self._schema, self._table) if part)

    def _undo(self) -> None:
        """What was done so far, as far as the server still can."""
        session = self._session
        if session.is_lost:
            return
        if self._sending.state is not TransactionState.IDLE:
            session.rollback()
        if self._was_made and not capabilities_of(self._driver, session).transactional_ddl:
            self._sending.define(f"DROP TABLE {self._full_name()}")


def schema_of(session: Session, schema: str) -> str:
    """The schema that is meant where none is said: the session's own."""
    if schema:
        return schema
    return next((each.name for each in session.catalog.schemas() if each.is_default), "")


def existing_table(session: Session, schema: str, table: str) -> TableAccess:
    """The table that rows go into.

    Raises:
        ImportTableMissing: There is none.
        TableNotEditable: Nothing can be inserted into it.
    """
    if not is_there(session, schema, table):
        raise ImportTableMissing(table=table)
    access = session.catalog.table(schema, table)
    reason = table_reason(access)
    if reason is not None:
        raise reason
    return access


def is_there(session: Session, schema: str, table: str) -> bool:
    """Whether there is such a table or view."""
    try:
        session.catalog.describe(schema, table)
    except StatementFailed:
        return False
    return True
