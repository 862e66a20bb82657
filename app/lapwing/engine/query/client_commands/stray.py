"""Commands in the midst of a statement. The vendors' clients cut them out; here such a statement is not sent."""

from typing import Any

from lapwing.domain.command_errors import ClientCommandRefused
from lapwing.sql.dialect import Dialect
from lapwing.sql.marks import Reading, Role


def refuse_within(sql: str, reading: Reading[Any], dialect: Dialect) -> None:
    """Refuse a statement that holds a command.

    Raises:
        ClientCommandRefused: It does; `position` says where.
    """
    if "\\" not in sql:
        return
    for mark in reading.read(sql, 0, reading.start).marks():
        if mark.role is Role.INSIDE:
            raise ClientCommandRefused(
                command=sql[mark.start : mark.end].split(None, 1)[0][:20],
                client=dialect.client,
                position=mark.start,
                reason="it stands in the midst of a statement.",
                advice="Put it before the statement, or behind its end.",
            )
