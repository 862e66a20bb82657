"""Commands in the midst of a statement. The vendors' clients cut them out; here such a statement is not sent."""

from collections.abc import Iterator
from typing import Any

from lapwing.domain.command_errors import ClientCommandRefused
from lapwing.sql.dialect import Dialect
from lapwing.sql.marks import Mark, Reading, Role


def commands_within(sql: str, reading: Reading[Any]) -> Iterator[Mark]:
    """The commands that a statement holds."""
    if "\\" in sql:
        yield from (mark for mark in reading.read(sql, 0, reading.start).marks() if mark.role is Role.INSIDE)


def refused_within(sql: str, mark: Mark, dialect: Dialect) -> ClientCommandRefused:
    """Why a statement is not sent that holds that command."""
    return ClientCommandRefused(
        command=sql[mark.start : mark.end].split(None, 1)[0][:20],
        client=dialect.client,
        position=mark.start,
        reason="it stands in the midst of a statement.",
        advice="Put it before the statement, or behind its end.",
    )
