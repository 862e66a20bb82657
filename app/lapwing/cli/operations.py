"""`lapwing operations`: all that the engine can be asked, from the table that every face reads."""

import contextlib
from typing import cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.output import Output
from lapwing.domain.operations import OperationFacts, OperationList
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named

_COLUMNS = tuple(Column(name) for name in ("operation", "permission", "request", "answer", "help"))


def run_operations(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> OperationList:
        return cast("OperationList", await engine.serve(caller, "engine.operations", None))

    found = run_in_engine(ask, caller)
    table = format_named(output_format)(_COLUMNS)
    rows = [_row(facts) for facts in found.operations]
    with contextlib.closing(Output()) as output:
        output.write(table.head() + table.rows(rows) + table.rest() + table.tail())
    return 0


def _row(facts: OperationFacts) -> Row:
    """An operation that takes no request has NULL there."""
    return facts.id, facts.needs.value, facts.request or None, facts.answer, facts.help.partition("\n")[0]
