"""`lapwing environment list` and `show`."""

import contextlib
from collections.abc import Sequence
from typing import cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.connection.traits import environment_named
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.messages import say
from lapwing.cli.output import Output
from lapwing.cli.saved import saved_connections
from lapwing.domain.environments import EnvironmentList, EnvironmentPolicy
from lapwing.domain.errors import in_full
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named

_COLUMNS = (
    "id",
    "name",
    "color",
    "commit",
    "confirm",
    "read_only",
    "idle_transaction_s",
    "sql_in_events",
    "demands_verdict",
)


def run_list(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> EnvironmentList:
        return cast("EnvironmentList", await engine.serve(caller, "environment.list", None))

    found = run_in_engine(ask, caller)
    if found.problems:
        say(in_full(found.problems))
    _write(output_format, _COLUMNS, [_row(policy) for policy in found.environments])
    return 0


def run_show(name: str, output_format: FormatName) -> int:
    """Write one environment with the names of its connections; returns the exit code.

    Raises:
        EnvironmentUnknown, ConnectionsUnreadable, OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> tuple[EnvironmentPolicy, list[str]]:
        policy = await environment_named(name, engine, caller)
        saved = await saved_connections(engine, caller)
        return policy, [each.name for each in saved if each.environment == policy.id]

    policy, connections = run_in_engine(ask, caller)
    facts = [*zip(_COLUMNS, _row(policy), strict=True), ("connections", ", ".join(connections))]
    _write(output_format, ("fact", "value"), facts)
    return 0


def _row(policy: EnvironmentPolicy) -> Row:
    limit = policy.idle_transaction_s
    return (
        policy.id,
        policy.name,
        policy.color,
        str(policy.mode),
        str(policy.confirmation),
        "yes" if policy.read_only else "no",
        None if limit is None else str(limit),
        str(policy.sql_in_events),
        "yes" if policy.demands_verdict else "no",
    )


def _write(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
