"""Pasted connection strings of every common form.

Each form has a reader in `lapwing.domain.pasting`, which says what a text means in the words of its own form; `settled`
turns that into a target. A reader that does not know a text passes it on; one that knows it and cannot be sure what it
means says so. No error, and nothing that is returned but the secrets, repeats a password.
"""

import re
from collections.abc import Callable
from typing import Final

from lapwing.domain.pasting.code import read_code
from lapwing.domain.pasting.commands import read_command
from lapwing.domain.pasting.conninfo import read_conninfo
from lapwing.domain.pasting.found import Found, Pasted, PastedUnknown
from lapwing.domain.pasting.jdbc import read_jdbc
from lapwing.domain.pasting.lines import read_lines
from lapwing.domain.pasting.names import family_of
from lapwing.domain.pasting.pairs import read_pairs, read_pdo
from lapwing.domain.pasting.settled import settled
from lapwing.domain.pasting.short_forms import read_address, read_file_uri, read_go, read_password_line, read_path
from lapwing.domain.pasting.sql_server import read_sql_server_url
from lapwing.domain.pasting.url_forms import read_url
from lapwing.domain.url_text import Malformed

__all__ = ["LONGEST_TEXT", "Pasted", "PastedUnknown", "parse_pasted"]

LONGEST_TEXT: Final = 65_536
"""Characters; what is longer is no connection string but something else."""
_AROUND: Final = " \t\r\n\v\f\xa0\ufeff\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\xad"
"""Blanks and invisible characters that come along when text is copied from pages and chats."""
_QUOTES: Final = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "«": "»", "„": "“", "<": ">"}
_URL_INSIDE: Final = re.compile(r"(?<![\w:@/.+\-])(?:[A-Za-z][A-Za-z0-9+.\-]*|jdbc:[A-Za-z0-9:+\-]+)://\S+")
_TWO_ON_A_LINE: Final = re.compile(r"[a-z_]+ ?= ?\S+ +[a-z_]+ ?=")

_PLACES: Final[tuple[Callable[[str], Found | None], ...]] = (
    read_jdbc,
    read_pdo,
    read_file_uri,
    read_sql_server_url,
    read_url,
    read_go,
    read_conninfo,
    read_pairs,
)
"""Forms that may stand inside of others."""


def parse_pasted(text: str) -> Pasted:
    """Understand a text that says where a database is. Nothing is looked up: no file, no variable, no host.

    Raises:
        PastedUnknown: It says no connection, or can be read in two ways. The text is not repeated.
    """
    try:
        return settled(_found(text))
    except Malformed as error:
        reason = error.reason
    raise PastedUnknown(reason=reason)


def _found(text: str) -> Found:
    clean = _unwrapped(text)
    if not clean:
        raise Malformed("it is empty.")
    if len(clean) > LONGEST_TEXT:
        raise Malformed("it is far longer than any connection string.")
    if "\0" in clean:
        raise Malformed("it holds a NUL character.")
    for read in _READERS:
        found = read(clean)
        if found is not None:
            return found
    raise Malformed("it has none of the forms that are known here.")


def _unwrapped(text: str) -> str:
    """`text` without blanks, invisible characters and quotes around it."""
    clean = text.strip(_AROUND)
    while len(clean) > 1 and clean[0] in _QUOTES:
        inner = clean.rstrip(",;" + _AROUND)
        if not inner.endswith(_QUOTES[clean[0]]) or clean[0] in inner[1:-1] or len(inner) < 2:
            return clean
        clean = inner[1:-1].strip(_AROUND)
    return clean


def _place(text: str) -> Found | None:
    for read in _PLACES:
        found = read(text)
        if found is not None:
            return found
    return None


def _command(text: str) -> Found | None:
    return read_command(text, _place)


def _one_url_among_lines(text: str) -> Found | None:
    """A text with other words around one connection URL, such as what a hosting service prints."""
    urls = [url.strip("\"'`,;<>()") for url in _URL_INSIDE.findall(text)]
    known = [url for url in dict.fromkeys(urls) if _is_url(url)]
    if len(known) != 1 or "@" in text.replace(known[0], ""):  # it may go on behind a blank in its password
        return None
    found = _place(known[0])
    if found:
        found.assumed.append("Only the connection URL in the text was read.")
    return found


def _is_url(url: str) -> bool:
    scheme = url.partition("://")[0]
    try:
        return bool(family_of(scheme) or "+" in scheme) and _place(url) is not None
    except Malformed:
        return False


_READERS: Final[tuple[Callable[[str], Found | None], ...]] = (
    read_jdbc,
    read_pdo,
    read_file_uri,
    read_sql_server_url,
    read_url,
    read_password_line,
    read_go,
    _command,
    lambda text: read_conninfo(text) if "\n" not in text or _TWO_ON_A_LINE.match(text) else None,
    read_pairs,
    lambda text: read_lines(text, _place) if "\n" in text else None,
    lambda text: read_code(text, _place),
    read_conninfo,
    lambda text: read_lines(text, _place),
    read_address,
    _one_url_among_lines,
    read_path,
)
"""In this order: the first that knows a text decides."""
