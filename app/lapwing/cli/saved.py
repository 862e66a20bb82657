"""The saved connections, as the command line sees them."""

from typing import cast

from lapwing.cli.errors import ConnectionsUnreadable
from lapwing.domain.connections import Connection, ConnectionList
from lapwing.domain.errors import ConnectionUnknown, in_full
from lapwing.engine.engine import Engine
from lapwing.engine.operations import Caller


async def saved_connections(engine: Engine, caller: Caller) -> tuple[Connection, ...]:
    """All of them, in the order they were saved.

    Raises:
        ConnectionsUnreadable
    """
    listed = cast("ConnectionList", await engine.serve(caller, "connection.list", None))
    if listed.problems:
        raise ConnectionsUnreadable(problem=in_full(listed.problems))
    return listed.connections


async def saved_connection(engine: Engine, caller: Caller, name: str) -> Connection:
    """The one of that id, or else of that name.

    Raises:
        ConnectionUnknown, ConnectionsUnreadable
    """
    saved = await saved_connections(engine, caller)
    found = [each for each in saved if each.id == name] or [each for each in saved if each.name == name]
    if not found:
        raise ConnectionUnknown(connection=name)
    return found[0]
