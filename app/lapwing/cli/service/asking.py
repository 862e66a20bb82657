"""What the commands of `lapwing service` do."""

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.domain.errors import from_wire
from lapwing.domain.results import Column
from lapwing.domain.services import ServiceFacts, ServiceHealth, ServiceList, ServiceLog, ServiceRequest, ServiceState
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named

_COLUMNS: Final = ("id", "title", "wanted", "state", "since", "health", "error", "next_try", "restarts", "process")


def run_list(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    found: ServiceList = _ask("service.list")
    if found.problem is not None:
        say(sentence_of(from_wire(found.problem)))
    if not found.process_id:
        say("No engine does services now: they run while a window is open.")
    _write(output_format, _COLUMNS, [_row(each) for each in found.services])
    return ExitCode.OK


def run_choice(verb: str, service_id: str) -> int:
    """Start, stop or restart one, and say what has become of it; returns the exit code.

    Raises:
        ServiceUnknown, ServiceNotFollowed, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull
    """
    facts: ServiceFacts = _ask(f"service.{verb}", ServiceRequest(service_id))
    if not facts.process_id:
        when = "starts with the next window" if facts.is_wanted else "stays stopped"
        say(f"{facts.title} {when}; no engine does services now.")
        return ExitCode.OK
    failed = facts.error is not None and facts.true_state is ServiceState.WAITING
    why = f": {sentence_of(from_wire(facts.error))}" if failed and facts.error is not None else "."
    say(f"{facts.title} is {facts.true_state} in the engine of process {facts.process_id}{why}")
    return ExitCode.ERROR if failed else ExitCode.OK


def run_log(service_id: str, output_format: FormatName) -> int:
    """Write the lines, the newest last; returns the exit code.

    Raises:
        ServiceUnknown, OutputClosed, OutputRefused
    """
    found: ServiceLog = _ask("service.log", ServiceRequest(service_id))
    _write(output_format, ("at", "level", "text"), [(_time(line.at), line.level, line.text) for line in found.lines])
    return ExitCode.OK


def _ask(operation: str, request: object = None) -> Any:
    caller = SilentCaller()

    async def ask(engine: Engine) -> object:
        return await engine.serve(caller, operation, request)

    return run_in_engine(ask, caller)


def _row(facts: ServiceFacts) -> Row:
    return (
        facts.id,
        facts.title,
        "yes" if facts.is_wanted else "no",
        str(facts.true_state),
        _time(facts.since) if facts.process_id else None,
        _health(facts.health),
        None if facts.error is None else str(from_wire(facts.error)),
        None if facts.next_at is None else _time(facts.next_at),
        str(facts.restarts),
        str(facts.process_id) if facts.process_id else None,
    )


def _health(health: ServiceHealth) -> str | None:
    if health.problem is not None:
        return str(from_wire(health.problem))
    return None if health.note is None else str(health.note)


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(" ", "seconds")


def _write(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
