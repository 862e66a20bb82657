"""JSON as these programs write it: Azure Data Studio's has comments and commas too many."""

import json
import re
from typing import Any, Final

_NOT_DATA: Final = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/|,(?=\s*[}\]])', re.DOTALL)


def mapping_in(text: str, *, with_comments: bool = False) -> dict[str, Any]:
    """The object that a text is; empty when it is none."""
    if not text.lstrip().startswith(("{", "/")):
        return {}
    if with_comments:
        text = _NOT_DATA.sub(lambda found: found[0] if found[0].startswith('"') else " ", text)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def mapping(value: object) -> dict[str, Any]:
    """The value if it is an object, otherwise an empty one."""
    return value if isinstance(value, dict) else {}


def words(value: object) -> str:
    """The value if it is text or a number, otherwise empty."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, str | int) else ""
