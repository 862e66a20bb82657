"""`lapwing connection list`: the saved connections as a table. They hold no secrets."""

import contextlib

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.output import Output
from lapwing.cli.saved import saved_connections
from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.results import Column
from lapwing.domain.ssh import shown_tunnel
from lapwing.domain.targets import shown_target
from lapwing.domain.urls import parse_url
from lapwing.domain.values import Row
from lapwing.domain.visible import visible_text
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named

_COLUMNS = tuple(Column(name) for name in ("name", "group", "environment", "read_only", "place", "password", "id"))


def run_list(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        ConnectionsUnreadable, OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> tuple[Connection, ...]:
        return await saved_connections(engine, caller)

    rows = [_row(connection) for connection in run_in_engine(ask, caller)]
    table = format_named(output_format)(_COLUMNS)
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(rows) if rows else b"") + table.rest() + table.tail())
    return 0


def _row(saved: Connection) -> Row:
    try:
        through = f", {visible_text(shown_tunnel(saved.ssh))}" if saved.ssh is not None else ""
        place = shown_target(parse_url(saved.url)) + through
    except LapwingError as error:  # edited by hand: its own words may hold a password
        place = str(error)
    kind = saved.secret.kind.value
    return saved.name, saved.group, str(saved.environment), "yes" if saved.read_only else "no", place, kind, saved.id
