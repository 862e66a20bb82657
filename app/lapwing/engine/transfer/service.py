"""Exporting rows: to a file as a background job, or as a text."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from lapwing.domain.errors import LapwingError, RequestInvalid, ResultUnknown
from lapwing.domain.file_formats import FileFormats
from lapwing.domain.jobs import JobFacts, JobState
from lapwing.domain.operations import Permission
from lapwing.domain.transfer import (
    Export,
    ExportedText,
    ExportFormat,
    ExportSource,
    ExportText,
    PreviewExport,
    SampleRows,
    WriteOptions,
)
from lapwing.domain.transfer_errors import ExportNotReading, ExportSourceCut, FormatUnknown, TableNameMissing
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.jobs.job import Job
from lapwing.engine.jobs.service import JobsService
from lapwing.engine.jobs.threads import in_own_thread
from lapwing.engine.operations import operation
from lapwing.engine.running.sinks import ResultFiles
from lapwing.engine.transfer.converting import FormatsOfPlugins
from lapwing.engine.transfer.reading import ResultRows
from lapwing.engine.transfer.sessions import ExportSessions
from lapwing.engine.transfer.statements import first_rows, named, read_all
from lapwing.engine.transfer.streamed_format import StreamedFormat
from lapwing.engine.transfer.target import FileTarget, TextTarget
from lapwing.engine.transfer.writing import MakesFormat, RowWriter
from lapwing.formats.registry import format_named
from lapwing.results.codecs import CELLS, codec_named
from lapwing.results.layout import ResultBroken
from lapwing.results.source import OrderedRowSource
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named

_ORDER_BYTES = 8
Work = Callable[[Job], Awaitable[None]]


class TransferService:
    """Exports. Event loop's thread."""

    def __init__(
        self,
        jobs: JobsService,
        files: ResultFiles,
        sessions: ExportSessions,
        lanes: Lanes,
        formats: FormatsOfPlugins,
    ) -> None:
        self._formats = formats
        self._jobs = jobs
        self._files = files
        self._sessions = sessions
        self._lanes = lanes

    @operation("export.start", needs=Permission.FILES_WRITE)
    async def start(self, request: Export) -> JobFacts:
        """Write rows to a file, as a background job that goes on when its tab is closed.

        The file appears when it is whole. A job that fails or is cancelled leaves nothing behind; a file that was there
        is as it was. A table is read on a session of its own; a statement on that of its tab, when one is named.

        Raises:
            ExportTargetExists, ExportTargetUnusable: There is no place for it.
            FormatUnknown: No plugin that runs has the format.
            ExportNotReading: The statement may change something.
            ResultUnknown, SessionUnknown: What it was to read is gone.
            PasswordNeeded, OpeningFailed: No session can be opened.
        """
        make = await self._format(request.format)
        target = await asyncio.to_thread(FileTarget, request.path, overwrite=request.overwrite)
        try:
            source = request.source
            work = await (self._of_result if source.result_id else self._of_statement)(request, make, target)
        except BaseException:
            target.drop()
            raise
        return self._jobs.start(
            work,
            kind="export",
            subject=request.subject or Path(request.path).name,
            total=source.about_rows,
            is_total_exact=False,
            path=str(target.path),
            connection_id=source.connection_id,
        )

    async def _format(self, format_id: str) -> MakesFormat:
        """What writes a format.

        Raises:
            FormatUnknown
        """
        if "/" not in format_id:
            if format_id not in set(ExportFormat):
                raise FormatUnknown(format=format_id)
            made = format_named(ExportFormat(format_id))
            return lambda columns, options, _target, _job: made(columns, options)
        writes = await self._formats.exporter(format_id)
        loop = asyncio.get_running_loop()
        return lambda columns, options, target, job: StreamedFormat(columns, options, writes, target, job, loop)

    @operation("export.formats", needs=Permission.QUERY_READ)
    async def formats(self) -> FileFormats:
        """The formats that plugins can write now, beside Lapwing's own."""
        return await self._formats.exporters()

    async def _of_result(self, request: Export, make: MakesFormat, target: FileTarget) -> Work:
        options = _named_into(request)
        rows = await asyncio.to_thread(self._result_rows, request.source)

        async def work(job: Job) -> None:
            job.expect(rows.count)
            writer = RowWriter(make, options, options.dialect, target, job)

            def write() -> None:
                with target.dropped_on_error():
                    try:
                        writer.write_all(rows.columns, rows.batches())
                    except (ResultBroken, IndexError, OSError) as error:
                        raise ExportSourceCut(reason=str(error)) from error
                    finally:
                        rows.close()
                    target.finish()

            await in_own_thread("export", write)

        return work

    def _result_rows(self, source: ExportSource) -> ResultRows:
        """The rows of a result that are there now. Blocking.

        Raises:
            ResultUnknown: There is no such result, or no such order of it (any more).
            RequestInvalid: It has no such column.
        """
        kept = self._files.find(source.result_id)
        rows = self._files.source(source.result_id)
        order = None
        try:
            if not set(source.columns) <= set(range(len(rows.columns))):
                raise RequestInvalid(operation="export.start", reason="the result has no such column.")
            if source.order:
                path = self._files.folder.file(Path(source.order).name)
                if str(path) != source.order or not path.name.startswith(f"{source.result_id}."):
                    raise ResultUnknown
                order = OrderedRowSource(rows, path, path.stat().st_size // _ORDER_BYTES)
            size_bytes = os.stat(kept.handle.path).st_size
        except OSError as error:
            rows.close()
            raise ResultUnknown from error
        except LapwingError:
            rows.close()
            raise
        return ResultRows(rows, order, source.ranges, source.columns, size_bytes)

    async def _of_statement(self, request: Export, make: MakesFormat, target: FileTarget) -> Work:
        source = request.source
        dialect = dialect_named(self._sessions.driver(source).dialect)
        if source.sql and not statement_facts(dialect, source.sql).reads_only:
            raise ExportNotReading
        options = (
            request.options if request.options.table.strip() else replace(request.options, table=named(source, dialect))
        )
        session = await self._sessions.for_source(source)

        async def work(job: Job) -> None:
            writer = RowWriter(make, options, dialect.id, target, job)
            try:
                with target.dropped_on_error():
                    await session.do(lambda opened: read_all(opened, session.driver, source, writer), job)
                    await in_own_thread("export", target.finish)
            finally:
                await session.end()

        return work

    @operation("export.text", needs=Permission.QUERY_READ)
    async def text(self, request: ExportText) -> ExportedText:
        """Rows of a result as a text, for the clipboard: at most 16 MB.

        Raises:
            ResultUnknown: The result is gone.
            TooMuchForClipboard, RequestInvalid: It has to be a file.
        """
        if not request.source.result_id or request.format is ExportFormat.XLSX:
            raise RequestInvalid(operation="export.text", reason="only text of a result can be put on a clipboard.")
        make = await self._format(request.format)
        rows = await asyncio.to_thread(self._result_rows, request.source)
        job, target = _unwatched(), TextTarget()
        writer = RowWriter(make, request.options, request.options.dialect, target, job)

        def write() -> None:
            try:
                writer.write_all(rows.columns, rows.batches())
            except (ResultBroken, IndexError, OSError) as error:
                raise ExportSourceCut(reason=str(error)) from error
            finally:
                rows.close()

        try:
            await in_own_thread("export", write)
        finally:
            job.cancel()
        return ExportedText(target.data.decode(request.options.encoding, "replace"), writer.row_count)

    @operation("export.preview", needs=Permission.QUERY_READ)
    async def preview(self, request: PreviewExport) -> ExportedText:
        """Some rows as a plugin's format would have them; bytes that are no text are left out of it.

        Raises:
            FormatUnknown: No plugin that runs has the format.
            LapwingError: It cannot write these rows.
        """
        make = await self._format(request.format)
        rows = codec_named(CELLS).decode(request.rows.page)
        job, target = _unwatched(), TextTarget()
        writer = RowWriter(make, WriteOptions(), "", target, job)
        try:
            await in_own_thread("export", lambda: writer.write_all(request.rows.columns, [list(rows)]))
        finally:
            job.cancel()
        return ExportedText(target.data.decode("utf-8", "ignore"), writer.row_count)

    @operation("export.sample", needs=Permission.QUERY_READ)
    async def sample(self, request: ExportSource) -> SampleRows:
        """The first rows of a table or statement, to show how they will be written.

        Raises:
            RequestInvalid: It is neither.
            ExportNotReading: The statement may change something.
            LapwingError: What opening a session or reading raises.
        """
        if request.result_id:
            raise RequestInvalid(operation="export.sample", reason="rows of a result are read by who shows it.")
        driver = self._sessions.driver(request)
        if request.sql and not statement_facts(dialect_named(driver.dialect), request.sql).reads_only:
            raise ExportNotReading
        if request.connection_id:
            read = partial(first_rows, driver=driver, source=request)
            return await self._lanes.do(request.connection_id, read, request.database)
        session = await self._sessions.for_source(request)
        try:
            return await session.read(partial(first_rows, driver=driver, source=request))
        finally:
            await session.end()


def _unwatched() -> Job:
    """A job that nobody is told of."""
    return Job(JobFacts("", "export", "", JobState.RUNNING))


def _named_into(request: Export, table: str = "") -> WriteOptions:
    """The options with a table to insert into, where SQL is written: the one that was said, or else the one read.

    Raises:
        TableNameMissing
    """
    options = request.options if request.options.table.strip() else replace(request.options, table=table)
    if request.format is ExportFormat.SQL and not options.table:
        raise TableNameMissing
    return options
