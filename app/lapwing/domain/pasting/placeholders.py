"""Values that only hold the place of one: `${DB_PASSWORD}`, `[YOUR-PASSWORD]`, `<host>`, `********`."""

import re
from typing import Final

COMPUTED: Final = "${}"
"""Stands for a value that a program computes."""
_EXPRESSION: Final = re.compile(r"\$\{[^{}]*\}|\{\{[^{}]*\}\}|<%[^%]*%>|\$\([^()]*\)")
_WHOLE: Final = re.compile(
    r"\$[A-Z_][A-Z0-9_]*|%[A-Z_][A-Z0-9_]*%|<[A-Za-z][\w -]*>|\[[A-Za-z][\w -]*\]|process\.env\.\w+"
)
_WHOLE_PASSWORD: Final = re.compile(
    r"\$[A-Z0-9_]*(?:PASS|PWD|SECRET)[A-Z0-9_]*|%[A-Z0-9_]*(?:PASS|PWD)[A-Z0-9_]*%|\*{3,}|[•●]{3,}"
    r"|[<\[{](?:your|my|the|db|database)?[ _-]?(?:password|passwd|pass|pwd|secret)[>\]}]",
    re.IGNORECASE,
)


def is_placeholder(field: str, value: str) -> bool:
    """Whether the value of a field is none. Passwords may be odd; only what no person would choose counts."""
    if field in {"password", "key_password"}:
        return bool(_EXPRESSION.fullmatch(value) or _WHOLE_PASSWORD.fullmatch(value))
    return bool(_EXPRESSION.search(value) or _WHOLE.fullmatch(value))
