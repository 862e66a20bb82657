"""Where in a script the error of one of its statements is."""

import re
from pathlib import PurePath
from typing import Final

from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.query import RunQuery
from lapwing.engine.query.replies import Current

_DATA_LINE: Final = re.compile(r"^COPY [^\n]*?, \S+ ([0-9]+)", re.MULTILINE)
"""Where the server says which line of a COPY's data it could not take, in any language."""


def place_error(error: LapwingError, current: Current, request: RunQuery, *, is_alone: bool) -> ErrorFacts:
    """The error with its place in the whole text or file; `included` names a file that the script brings in.

    Args:
        is_alone: Whether the run has no other statement.
    """
    position, statement, facts = error.facts.get("position"), current.statement, error.facts
    if isinstance(position, int):
        before = statement.sql[:position]
        line_start = before.rfind("\n") + 1
        facts["line"] = statement.line + before.count("\n")
        facts["column"] = position - line_start + (1 if line_start else statement.column)
        facts["position"] = request.offset + statement.start + position
    elif not is_alone:
        line = facts.get("line")
        facts["line"] = statement.line + (line - 1 if isinstance(line, int) else 0)
    if statement.data_line and (in_data := _DATA_LINE.search(str(facts.get("context") or ""))):
        facts["line"], facts["column"], facts["position"] = statement.data_line + int(in_data[1]) - 1, 1, None
    if statement.file:
        facts["position"], facts["file"] = None, statement.file
        facts["included"] = PurePath(statement.file).name if statement.file != request.path else ""
    return error.to_wire()
