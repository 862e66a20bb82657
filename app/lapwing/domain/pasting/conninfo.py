"""libpq's connection strings: `host=h dbname='my shop'` (PostgreSQL's manual, 34.1.1.1), also a line each."""

import re
from typing import Final

from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.names import FIELDS, OPTIONS, normal
from lapwing.domain.url_text import Malformed

_END: Final = re.compile(r"\s*\Z")
_NAME: Final = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*)\s*=\s*")
_QUOTED: Final = re.compile(r"'([^'\\]*(?:\\.[^'\\]*)*)'", re.DOTALL)
_PLAIN: Final = re.compile(r"[^\s\\]*(?:\\.[^\s\\]*)*", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_OTHER_FORM: Final = re.compile(r";\s*[\w ]{1,40}=")
"""In a value: what is read has semicolons between its settings."""
_PLACES: Final = frozenset({"host", "hostaddr", "dbname", "user", "service", "port", "password"})


def read_conninfo(text: str) -> Found | None:
    """A connection string of libpq; None when the text is none.

    Raises:
        Malformed
    """
    first = _NAME.match(text)
    if (
        not first
        or not first[1].islower()
        or not (first[1] in _PLACES or first[1] in OPTIONS["postgresql"] or normal(first[1]) in FIELDS)
    ):
        return None
    found = Found("libpq connection string", "postgresql")
    at = 0
    while not _END.match(text, at):
        name = _NAME.match(text, at)
        if not name:
            raise Malformed("a value with a blank in it has to stand in single quotes, and each name before an =.")
        value = _QUOTED.match(text, name.end()) or _PLAIN.match(text, name.end())
        assert value is not None
        if value.re is _PLAIN and _OTHER_FORM.search(value[0]):
            return None
        is_quoted = bool(value.re is _QUOTED)
        if not is_quoted and text.startswith("'", name.end()):
            raise Malformed("a quote in it is not closed.")
        found.settings.append((name[1], _ESCAPED.sub(r"\1", value[1] if is_quoted else value[0])))
        at = value.end()
    return found if _PLACES & {name for name, _ in found.settings} else None
