"""`lapwing export`: an export of the engine in this process, watched until it is over."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import Interrupted, SqlMissing, UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.following_jobs import JobFollowing
from lapwing.cli.messages import counted, say, statement_error
from lapwing.cli.passwords import Entered, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.saved import saved_connection
from lapwing.cli.scripts import read_sql
from lapwing.domain.errors import StatementCancelled, StatementFailed, from_wire
from lapwing.domain.file_formats import FileFormats, format_of_file, format_of_id
from lapwing.domain.jobs import JobFacts, JobState
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import QueryParameter
from lapwing.domain.server_words import as_sentence
from lapwing.domain.transfer import (
    OPTIONS_OF,
    SUFFIXES,
    Export,
    ExportFormat,
    ExportSource,
    WriteOptions,
    default_options,
)
from lapwing.domain.transfer_errors import TableNameMissing
from lapwing.domain.visible import visible_text
from lapwing.engine.engine import Engine
from lapwing.engine.operations import Caller
from lapwing.sql.dialect import DIALECT_IDS

_COMMAND: Final = "lapwing export"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What was typed; empty where nothing was."""

    sql: str
    schema: str
    table: str
    url: str
    connection: str
    password_env: str
    passphrase_env: str
    format: str
    """One of Lapwing's own; else what was typed, which may be one of a plugin."""
    options: WriteOptions
    output: str
    overwrite: bool
    parameters: tuple[QueryParameter, ...]
    progress: bool | None


def write_options(output: str, output_format: str, given: Mapping[str, Any]) -> tuple[str, WriteOptions]:
    """The format, by the file's name when none was said, and how it is written. One that is not Lapwing's own stays as
    it was typed.

    Raises:
        UsageWrong: An option means nothing to it, or cannot be.
    """
    by_name = next((form for form, end in SUFFIXES.items() if output.lower().endswith(end)), None)
    typed = output_format.lower()
    name = ExportFormat(typed) if typed in set(ExportFormat) else by_name if not typed else None
    said = {key: value for key, value in given.items() if value is not None}
    stray = [key for key in said if name is None or key not in OPTIONS_OF[name]]
    if stray:
        option = "--into" if stray[0] == "table" else f"--{stray[0].replace('_', '-')}"
        raise UsageWrong(reason=f"{option} means nothing to {name or 'a plugin'}.", command=_COMMAND)
    if name is None:
        return output_format, WriteOptions()
    if said.get("dialect") and said["dialect"] not in DIALECT_IDS:
        raise UsageWrong(reason=f"--dialect is one of {', '.join(DIALECT_IDS)}.", command=_COMMAND)
    try:
        return name, replace(default_options(name), **said)
    except ValueError as error:
        raise UsageWrong(reason=str(error), command=_COMMAND) from error


async def find_format(engine: Engine, caller: Caller, typed: str, output: str) -> str:
    """The id of the format that was meant: one of Lapwing's own, or of a plugin.

    Raises:
        UsageWrong: There is none, or several.
    """
    if typed in set(ExportFormat):
        return typed
    found = await engine.serve(caller, "export.formats", None)
    assert isinstance(found, FileFormats)
    meant = format_of_id(typed, found.formats) if typed else format_of_file(output, found.formats)
    if meant is not None:
        return meant.id
    known = ", ".join([*ExportFormat, *(each.id for each in found.formats)])
    why = f"There is none named {visible_text(typed)}." if typed else "The file's name tells none."
    raise UsageWrong(reason=f"Say the format with --format: {known}. {why}", command=_COMMAND)


def run_export(options: ExportOptions) -> int:
    """Do it; returns the exit code.

    Raises:
        LapwingError: Anything that kept the rows from being written.
    """
    if bool(options.table) == bool(options.sql):
        reason = "Give either a statement or --table." if options.table else "Give a statement in quotes, or --table."
        raise UsageWrong(reason=reason, command=_COMMAND) if options.table else SqlMissing
    if options.format == ExportFormat.SQL and not options.table and not options.options.table.strip():
        raise TableNameMissing
    place = find_place(options.url, options.connection, options.password_env, os.environ, _COMMAND)
    passphrase = (
        from_variable(options.passphrase_env, os.environ, "--passphrase-env") if options.passphrase_env else None
    )
    sql = read_sql(options.sql, "") if options.sql else ""
    for note in place.notes:
        say(note)
    entered = Entered(place.password, passphrase, place.key_password)
    run = _Exporting(options, place, sql)
    try:
        job = with_answers(lambda entered: run_in_engine(lambda engine: run.work(engine, entered), run), entered)
    except Interrupted:
        raise (StatementCancelled if run.is_running else Interrupted) from None
    finally:
        run.end_progress()
    return _judged(job, sql)


class _Exporting(JobFollowing):
    """One command's way through the engine."""

    def __init__(self, options: ExportOptions, place: Place, sql: str) -> None:
        super().__init__(options.progress)
        self._options = options
        self._place = place
        self._sql = sql

    async def work(self, engine: Engine, entered: Entered) -> JobFacts:
        """Start the job and wait for its end."""
        options, place = self._options, self._place
        saved = await saved_connection(engine, self, place.connection) if place.connection else None
        refuse_password(place, saved.url if saved else place.url)
        await entered.tell(engine, saved.id if saved else "")
        source = ExportSource(
            connection_id=saved.id if saved else "",
            url=place.url,
            password=entered.password,
            schema=options.schema,
            table=options.table,
            sql=self._sql,
            parameters=options.parameters,
        )
        path = os.path.abspath(options.output)
        name = await find_format(engine, self, options.format, options.output)
        return await self.follow(engine, "export.start", Export(source, name, path, options.options, options.overwrite))


def _judged(job: JobFacts, sql: str) -> int:
    """Say how it went; the exit code."""
    for note in job.notes:
        say(str(from_wire(note)))
    if job.state is JobState.DONE:
        say(as_sentence(f"{counted(job.done, 'row')} written to {Path(job.path).name}"))
        return ExitCode.OK
    if job.error is None:
        raise StatementCancelled
    error = from_wire(job.error)
    if isinstance(error, StatementFailed):
        say(statement_error(error, sql, 0))
        return error.exit_code
    raise error
