"""`lapwing import`: an import of the engine in this process, watched until it is over."""

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lapwing.cli.confirming import confirm
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import Interrupted, UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.following_jobs import JobFollowing
from lapwing.cli.messages import counted, say
from lapwing.cli.passwords import Entered, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.saved import saved_connection
from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import ConfirmationNeeded
from lapwing.domain.errors import StatementCancelled, from_wire
from lapwing.domain.file_imports import (
    ImportFile,
    ImportPreview,
    ImportTable,
    ImportTarget,
    MappedColumn,
    PreviewImport,
    mapped_by_name,
)
from lapwing.domain.history import HistoryFace
from lapwing.domain.jobs import JobFacts, JobState
from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.engine import Engine

_COMMAND: Final = "lapwing import"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What was typed; empty where nothing was."""

    file: str
    schema: str
    table: str
    url: str
    connection: str
    password_env: str
    passphrase_env: str
    format: str
    creates: bool
    mapped: tuple[str, ...]
    skipped: tuple[str, ...]
    confirmed: Confirmation
    progress: bool | None


def run_import(options: ImportOptions) -> int:
    """Do it; returns the exit code.

    Raises:
        LapwingError: Anything that kept the rows from being imported.
    """
    if not options.table.strip():
        raise UsageWrong(reason="Say the table with --table.", command=_COMMAND)
    place = find_place(options.url, options.connection, options.password_env, os.environ, _COMMAND)
    passphrase = (
        from_variable(options.passphrase_env, os.environ, "--passphrase-env") if options.passphrase_env else None
    )
    for note in place.notes:
        say(note)
    entered = Entered(place.password, passphrase, place.key_password)
    try:
        job = _run(options, place, entered)
    except ConfirmationNeeded as needed:
        job = _run(replace(options, confirmed=confirm(needed)), place, entered)
    if job.state is JobState.DONE:
        say(f"{counted(job.done, 'row')} imported into {options.table}.")
        return ExitCode.OK
    raise from_wire(job.error) if job.error is not None else StatementCancelled


def _run(options: ImportOptions, place: Place, entered: Entered) -> JobFacts:
    run = _Importing(options, place)
    try:
        return with_answers(lambda entered: run_in_engine(lambda engine: run.work(engine, entered), run), entered)
    except Interrupted:
        raise (StatementCancelled if run.is_running else Interrupted) from None
    finally:
        run.end_progress()


class _Importing(JobFollowing):
    """One command's way through the engine."""

    def __init__(self, options: ImportOptions, place: Place) -> None:
        super().__init__(options.progress)
        self._options = options
        self._place = place

    async def work(self, engine: Engine, entered: Entered) -> JobFacts:
        """Start the job and wait for its end."""
        options, place = self._options, self._place
        saved = await saved_connection(engine, self, place.connection) if place.connection else None
        refuse_password(place, saved.url if saved else place.url)
        await entered.tell(engine, saved.id if saved else "")
        target = ImportTarget(
            options.table, options.schema, saved.id if saved else "", place.url, password=entered.password
        )
        path = os.path.abspath(os.path.expanduser(options.file))
        columns = await self._columns(engine, path, target) if options.mapped or options.skipped else None
        request = ImportFile(
            path, target, options.format, columns, options.creates, options.confirmed, HistoryFace.COMMAND_LINE
        )
        return await self.follow(engine, "import.start", request)

    async def _columns(self, engine: Engine, path: str, target: ImportTarget) -> tuple[MappedColumn, ...]:
        """What goes where, by what was said and else by name; what is there decides later whether it can."""
        options = self._options
        preview = await engine.serve(self, "import.preview", PreviewImport(path, options.format))
        assert isinstance(preview, ImportPreview)
        known: tuple[str, ...] = preview.rows.columns
        if not options.creates:
            table = await engine.serve(self, "import.table", target)
            assert isinstance(table, ImportTable)
            known = tuple(each.name for each in table.columns or ())
        said = dict(_pair(each) for each in options.mapped)
        for name in (*said, *options.skipped):
            if name not in preview.rows.columns:
                there = ", ".join(preview.rows.columns)
                raise UsageWrong(reason=f"The file has no column {name}, it has: {there}.", command=_COMMAND)
        kept = _without(preview.rows.columns, options.skipped)
        by_name = mapped_by_name(_without(kept, said), _without(known, said.values()))
        return tuple(MappedColumn(name, said.get(name) or by_name.get(name, name)) for name in kept)


def _without(names: Iterable[str], those: Iterable[str]) -> tuple[str, ...]:
    left_out = set(those)
    return tuple(name for name in names if name not in left_out)


def _pair(text: str) -> tuple[str, str]:
    source, sign, target = text.partition("=")
    if not sign or not source or not target:
        raise UsageWrong(reason=f"--map takes FILE_COLUMN=COLUMN, not {text}.", command=_COMMAND)
    return source, target
