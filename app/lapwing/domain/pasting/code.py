"""Connections in source code: Django's DATABASES, PHP arrays and constants, JSON, calls such as `connect("...")`."""

import re
from typing import Final

from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.keyed import Reader, found_in
from lapwing.domain.pasting.literals import Literals, read_literals
from lapwing.domain.pasting.names import family_of
from lapwing.domain.url_text import Malformed

_MAY_BE_CODE: Final = re.compile(r"[{(\[]|=>")
_CONSTANT: Final = re.compile(r"define", re.IGNORECASE)
_MYSQLI: Final = re.compile(
    r"(?:.*\.)?(?:mysqli|mysqli_connect|mysql_connect|mysqli_real_connect)", re.IGNORECASE | re.DOTALL
)
_MYSQLI_PLACES: Final = ("host", "user", "password", "database")


def read_code(text: str, read_place: Reader) -> Found | None:
    """A connection in a piece of source code or JSON; None when there is none.

    Raises:
        Malformed
    """
    if not _MAY_BE_CODE.search(text):
        return None
    literals = read_literals(text)
    if literals is None:
        return None
    called = _in_calls(literals, read_place)
    if called:
        return called
    constants = [((call.texts[0],), call.texts[1]) for call in literals.calls if _is_constant(call.name, call.texts)]
    form = "JSON" if text.lstrip().startswith(("{", "[")) and '"' in text else "source code"
    return found_in([*literals.pairs, *constants], form, read_place, _family(literals))


def _is_constant(name: str, texts: list[str]) -> bool:
    return bool(_CONSTANT.fullmatch(name)) and len(texts) == 2


def _family(literals: Literals) -> str:
    """The kind of server that the names of functions and of imported libraries tell."""
    names = [call.name for call in literals.calls]
    names += [text for call in literals.calls if call.name in {"require", "import"} for text in call.texts]
    if any(_is_constant(call.name, call.texts) and call.texts[0] == "DB_NAME" for call in literals.calls):
        names.append("mysql")  # WordPress
    return next(filter(None, map(family_of, names)), "")


def _in_calls(literals: Literals, read_place: Reader) -> Found | None:
    for call in literals.calls:
        if _MYSQLI.fullmatch(call.name) and len(call.texts) >= 3:
            return Found("source code", "mysql", list(zip(_MYSQLI_PLACES, call.texts, strict=False)))
        for at, text in enumerate(call.texts):
            if _CONSTANT.fullmatch(call.name):
                break
            inner = _read(text, read_place)
            if inner:
                login = call.texts[at + 1 : at + 3]
                inner.form = f"source code ({inner.form})"
                for name, value in zip(("user", "password"), login if len(login) == 2 else (), strict=False):
                    inner.add(name, value)
                return inner
    return None


def _read(text: str, read_place: Reader) -> Found | None:
    """A connection string among the texts; other URLs are passed over."""
    try:
        return read_place(text)
    except Malformed:
        if text.lower().startswith(("http", "redis", "amqp", "mongodb")):
            return None
        raise
