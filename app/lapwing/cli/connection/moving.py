"""`lapwing connection import` and `export`: lists of connections without secrets."""

import contextlib
from pathlib import Path
from typing import cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.messages import say
from lapwing.cli.output import Output
from lapwing.cli.saved import saved_connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.importing.candidates import (
    AddCandidates,
    AddedConnections,
    Candidate,
    Candidates,
    ExportConnections,
    ExportedConnections,
    ReadCandidates,
)
from lapwing.domain.results import Column
from lapwing.domain.targets import shown_target
from lapwing.domain.transfer_errors import ExportTargetUnusable
from lapwing.domain.urls import parse_url
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named
from lapwing.settings.files import FileLayer, write_whole

_COLUMNS = tuple(Column(name) for name in ("name", "group", "environment", "read_only", "place", "saved", "notes"))


def run_import(path: str, output_format: FormatName, *, only_show: bool) -> int:
    """Add what a file holds, or only show it; returns the exit code.

    Raises:
        FileUnreadable, ImportUnknown, OutputClosed, OutputRefused; DiskFull.
    """
    caller = SilentCaller()

    async def work(engine: Engine) -> tuple[Candidates, int]:
        found = cast("Candidates", await engine.serve(caller, "connection.read_file", ReadCandidates(path)))
        if only_show:
            return found, 0
        added = await engine.serve(caller, "connection.add_found", AddCandidates(found.found))
        return found, len(cast("AddedConnections", added).connection_ids)

    found, added = run_in_engine(work, caller)
    table = format_named(output_format)(_COLUMNS)
    with contextlib.closing(Output()) as output:
        output.write(table.head() + table.rows([_row(each) for each in found.found]) + table.rest() + table.tail())
    for note in found.notes:
        say(note)
    if not only_show:
        say(f"{added} of {len(found.found)} connections of {found.program} were added. Passwords are asked for.")
    return 0


def _row(found: Candidate) -> Row:
    try:
        place = shown_target(parse_url(found.url)) if found.url else ""
    except LapwingError as error:
        place = str(error)
    read_only, saved = ("yes" if each else "no" for each in (found.read_only, found.is_saved))
    return found.name, found.group, str(found.environment), read_only, place, saved, " ".join(found.notes)


def run_export(names: list[str], target: str) -> int:
    """Write connections as text, to a file or to the screen; returns the exit code.

    Raises:
        ConnectionUnknown, ConnectionsUnlisted, ExportTargetUnusable, OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def work(engine: Engine) -> ExportedConnections:
        chosen = [(await saved_connection(engine, caller, name)).id for name in names]
        answer = await engine.serve(caller, "connection.export", ExportConnections(tuple(chosen)))
        return cast("ExportedConnections", answer)

    exported = run_in_engine(work, caller)
    if not target:
        with contextlib.closing(Output()) as output:
            output.write(exported.text.encode())
        return 0
    try:
        write_whole(Path(target), exported.text.encode(), FileLayer())
    except OSError as error:
        raise ExportTargetUnusable(path=target, reason=error.strerror or str(error)) from error
    say(f"{exported.count} connections were written to {target}; no secret is in it.")
    return 0
