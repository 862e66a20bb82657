"""Importing the rows of files into tables, as background jobs."""

import asyncio
import uuid
from contextlib import aclosing, suppress
from functools import partial
from pathlib import Path
from typing import Final

from lapwing.domain.connections import CloseSession, OpenSession, TransactionMode
from lapwing.domain.errors import SessionUnknown
from lapwing.domain.events import Event, SchemaChanged
from lapwing.domain.file_formats import FileFormat, FileFormats, format_of_file, format_of_id
from lapwing.domain.file_import_errors import ImportFileUnreadable, ImportFormatUnknown
from lapwing.domain.file_imports import (
    FileRows,
    ImportFile,
    ImportPreview,
    ImportTable,
    ImportTarget,
    PreviewImport,
    TextRow,
)
from lapwing.domain.jobs import JobFacts
from lapwing.domain.operations import Permission
from lapwing.domain.table_errors import SessionReadsOnly
from lapwing.drivers.base import Driver, Session
from lapwing.engine.bus import Bus
from lapwing.engine.connections.confirming import Confirming
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.jobs.job import Job
from lapwing.engine.jobs.service import JobsService
from lapwing.engine.operations import operation
from lapwing.engine.running.recording import Records
from lapwing.engine.running.runs import Runs
from lapwing.engine.transfer.converting import FormatsOfPlugins
from lapwing.engine.transfer.import_columns import columns_of, table_reason
from lapwing.engine.transfer.import_work import FileImporting, PulledPages, is_there, pieces_of, schema_of
from lapwing.engine.transfer.import_writing import Sending
from lapwing.sql.column_types import column_types

_PREVIEW_ROWS: Final = 50
_PREVIEW_CHARACTERS: Final = 1_000
_PREVIEW_CELLS: Final = 2_000
"""Of one value, and values in all: the preview crosses the line to the window."""


class Unheard:
    """Who owns the session of an import: nobody is told of it (`engine.operations.Caller`)."""

    is_full = False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Heard by nobody."""


class ImportService:
    """Event loop's thread."""

    def __init__(
        self,
        bus: Bus,
        jobs: JobsService,
        sessions: SessionsService,
        runs: Runs,
        history: Records,
        confirming: Confirming,
        formats: FormatsOfPlugins,
    ) -> None:
        self._bus = bus
        self._jobs = jobs
        self._sessions = sessions
        self._runs = runs
        self._history = history
        self._confirming = confirming
        self._formats = formats

    @operation("import.formats", needs=Permission.QUERY_READ)
    async def formats(self) -> FileFormats:
        """The formats of files that can be imported now: those of plugins."""
        return await self._formats.importers()

    @operation("import.preview", needs=Permission.FILES_WRITE)
    async def preview(self, request: PreviewImport) -> ImportPreview:
        """The columns of a file, what they seem to hold, and its first rows; long values are cut.

        Raises:
            ImportFormatUnknown, ImportFileUnreadable
            LapwingError: What the plugin that reads it raises.
        """
        found = await self._format(request.path, request.format)
        reads = await self._formats.importer(found.id)
        columns: tuple[str, ...] = ()
        types: tuple[str, ...] = ()
        rows: list[TextRow] = []
        is_whole = True
        async with aclosing(reads.read(pieces_of(Path(request.path)))) as pages:
            async for page in pages:
                columns, types = page.columns, page.types
                rows += page.rows
                if len(rows) > _PREVIEW_ROWS:
                    is_whole = False
                    break
        shown = rows[: max(1, min(_PREVIEW_ROWS, _PREVIEW_CELLS // max(1, len(columns))))]
        cut = tuple(tuple(text and text[:_PREVIEW_CHARACTERS] for text in row) for row in shown)
        return ImportPreview(found, FileRows(columns, types, cut), is_whole and len(shown) == len(rows))

    async def _format(self, path: str, wanted: str) -> FileFormat:
        """The format that is meant.

        Raises:
            ImportFormatUnknown, ImportFileUnreadable
        """
        formats = (await self._formats.importers()).formats
        name = Path(path).name
        found = format_of_id(wanted, formats) if wanted else format_of_file(name, formats)
        if found is None:
            raise ImportFormatUnknown(file=name, known=", ".join(each.id for each in formats) or "-")
        if not await asyncio.to_thread(Path(path).is_file):
            raise ImportFileUnreadable(path=path, reason="there is no such file")
        return found

    @operation("import.table", needs=Permission.SCHEMA_READ)
    async def table(self, request: ImportTarget) -> ImportTable:
        """What a table takes, or that it can be made.

        Raises:
            LapwingError: What opening a session or reading the catalogue raises.
        """
        opened = await self._open(request)
        try:
            return await opened.do(partial(_looked_at, driver=opened.driver, target=request))
        finally:
            await self._close(opened)

    @operation("import.start", needs=Permission.QUERY_WRITE)
    async def start(self, request: ImportFile) -> JobFacts:
        """Insert the rows of a file into a table in one transaction, as a background job on a session of its own.

        What is told of the job counts rows. One that fails or is cancelled has changed nothing; only where a server
        cannot undo definitions, a table that was made is dropped again.

        Raises:
            ImportFormatUnknown, ImportFileUnreadable
            ConfirmationNeeded: The connection wants a person to confirm it. Nothing was sent.
            SessionReadsOnly: The connection only reads.
            PasswordNeeded, OpeningFailed: No session can be opened.
        """
        found = await self._format(request.path, request.format)
        reads = await self._formats.importer(found.id)
        opened = await self._open(request.target)
        try:
            self._confirming.see_changes_confirmed(opened, request.confirmed)
            if opened.facts.read_only:
                raise SessionReadsOnly
        except BaseException:
            await self._close(opened)
            raise

        async def work(job: Job) -> None:
            pages = PulledPages(reads.read(pieces_of(Path(request.path))), job, asyncio.get_running_loop())
            try:
                await self._work(request, opened, pages, job)
            finally:
                await pages.close()
                await self._close(opened)

        subject = f"{Path(request.path).name} → {request.target.table}"
        return self._jobs.start(work, kind="import", subject=subject, connection_id=request.target.connection_id)

    async def _work(self, request: ImportFile, opened: OpenedSession, pages: PulledPages, job: Job) -> None:
        recording = self._history.recording(opened, request.face)
        with self._runs.begun(uuid.uuid4().hex, opened, opened.owner, "import.start") as running:
            control = running.control
            job.interrupt = running.cancel
            defined = False

            def do(session: Session) -> int:
                nonlocal defined
                sending = Sending(session, recording, control.see, lambda: job.is_cancelled)
                importing = FileImporting(request, sending, opened.driver, pages, job)
                recording.begin(sending.state)
                try:
                    return importing.run()
                finally:
                    defined = importing.has_defined
                    recording.close()

            job.advance(await running.finish(opened.thread.do(do, turn=control.turn())))
        if defined:
            self._bus.publish(SchemaChanged(opened.connection_id, opened.id))

    async def _open(self, target: ImportTarget) -> OpenedSession:
        request = OpenSession(
            target.connection_id,
            target.url,
            mode=TransactionMode.AUTO,
            password=target.password,
            database=target.database,
        )
        return self._sessions.find((await self._sessions.open(request, Unheard())).session_id)

    async def _close(self, opened: OpenedSession) -> None:
        with suppress(SessionUnknown):  # its connection was closed by somebody
            await self._sessions.close_session(CloseSession(opened.id, roll_back=True))


def _looked_at(session: Session, driver: Driver, target: ImportTarget) -> ImportTable:
    """Session's thread."""
    schema, types = schema_of(session, target.schema), column_types(driver.dialect)
    if not is_there(session, schema, target.table):
        return ImportTable(None, SessionReadsOnly().to_wire() if session.is_read_only else None, types)
    access = session.catalog.table(schema, target.table)
    reason = SessionReadsOnly() if session.is_read_only else table_reason(access)
    return ImportTable(columns_of(access), reason.to_wire() if reason is not None else None, types)
