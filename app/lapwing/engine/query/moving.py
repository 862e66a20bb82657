"""Which statements may lead a session to another database, schema or role of its server."""

import re
from typing import Final

_STAYS: Final = re.compile(
    r"(?:select|insert|update|delete|merge|with|values|table|show|explain|begin|start|commit|savepoint|release|fetch"
    r"|copy|analyze|vacuum|truncate)\b",
    re.IGNORECASE,
)
"""Statements that leave a session where it is; any other may lead it elsewhere, or end what did."""
_LEADS: Final = re.compile(
    r"use\b|set\s+(?:(?:session|local)\s+)?(?:search_path|schema|role|authorization|session\s+authorization)\b",
    re.IGNORECASE,
)
"""Statements that say where to."""


def may_move(sql: str) -> bool:
    """Whether a statement may lead the session elsewhere."""
    return not _STAYS.match(sql) or "set_config" in sql.lower()


def leads(sql: str) -> bool:
    """Whether a statement says that it does."""
    return _LEADS.match(sql) is not None
