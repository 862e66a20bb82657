"""What DB-APIs and SQLAlchemy raise, as errors of ours: the database's words, and nothing that SQLAlchemy adds."""

import re
import unicodedata
from typing import Any, Final

from sqlalchemy.exc import DBAPIError

from lapwing.domain.errors import StatementFailed

_ADDED: Final = re.compile(r"\n\[SQL: |\n\[parameters: |\n?\(Background on this error at: |\nTraceback \(most recent")
"""Where SQLAlchemy's own lines begin, or those of Python that a DB-API repeats."""
_PLACE: Final = re.compile(r"^LINE (\d+): (.*)\n( *)\^+", re.MULTILINE)
"""How PostgreSQL, and what is like it, points to a place."""
_ELIDED: Final = "..."
_CURSOR: Final = re.compile(r'DECLARE "[^"]*" [A-Z ]*CURSOR [A-Z ]*FOR ')
"""What a DB-API writes before a query so that its rows can be streamed."""
_GENERAL: Final = frozenset(
    {
        "Error",
        "DatabaseError",
        "OperationalError",
        "ProgrammingError",
        "IntegrityError",
        "InternalError",
        "DataError",
        "InterfaceError",
        "NotSupportedError",
        "Warning",
    }
)
"""PEP 249's classes, whose names say little."""
_SQLSTATE: Final = re.compile(r"[0-9A-Z]{5}")


def words_of(error: BaseException) -> str:
    """What the database said."""
    said = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    text = _last_argument(said) or str(said) or type(said).__name__
    return _ADDED.split(text, maxsplit=1)[0].strip() or type(said).__name__


def _last_argument(error: BaseException) -> str:
    """The sentence of an error that was made of a number and a sentence, as MySQL's and ODBC's are."""
    arguments = error.args
    if len(arguments) > 1 and isinstance(arguments[0], int | str) and isinstance(arguments[-1], str):
        return arguments[-1]
    if len(arguments) > 1 and isinstance(arguments[0], int) and isinstance(arguments[-1], bytes):
        return arguments[-1].decode("utf-8", "backslashreplace")
    return ""


def code_of(error: BaseException) -> str:
    """The database's own code: SQLSTATE, a number, or the name of the DB-API's class."""
    said: Any = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    for name in ("sqlstate", "pgcode", "full_code", "code"):
        found = getattr(said, name, None)
        if isinstance(found, str | int) and not isinstance(found, bool) and found:
            return str(found)
    first = said.args[0] if getattr(said, "args", ()) else None
    inner = getattr(first, "full_code", None)  # oracledb's errors hold an object
    if isinstance(inner, str) and inner:
        return inner
    if len(said.args) > 1 and (isinstance(first, int) or (isinstance(first, str) and _SQLSTATE.fullmatch(first))):
        return str(first)
    return "" if type(said).__name__ in _GENERAL else type(said).__name__


def failed(error: BaseException, sql: str) -> StatementFailed:
    """The refusal of a statement."""
    words = words_of(error)
    position = place_in(words, sql)
    line = None if position is None else sql.count("\n", 0, position) + 1
    return StatementFailed(server=_PLACE.sub("", words).strip(), code=code_of(error), position=position, line=line)


def place_in(words: str, sql: str) -> int | None:
    """Where in `sql` the words point to, or None."""
    found = _PLACE.search(words)
    if found is None:
        return None
    lines = sql.split("\n")
    number, shown, spaces = int(found[1]), found[2], found[3]
    column = len(spaces) - len(f"LINE {number}: ")
    if declared := _CURSOR.match(shown):
        shown, column = shown[declared.end() :], column - declared.end()
    if not 0 < number <= len(lines) or column < 0:
        return None
    line, begins = lines[number - 1], 0
    if shown.startswith(_ELIDED):
        part = shown.removeprefix(_ELIDED).removesuffix(_ELIDED)
        begins = line.find(part)
        column -= len(_ELIDED)
        if not part or begins < 0 or column < 0 or line.count(part) > 1:
            return None
    ahead = _characters(line[begins:], column)
    return None if ahead is None else sum(len(before) + 1 for before in lines[: number - 1]) + begins + ahead


def _characters(text: str, cells: int) -> int | None:
    """How many characters take so many cells of a terminal; None when the text is shorter."""
    if cells <= 0:
        return 0
    for count, sign in enumerate(text, 1):
        if unicodedata.combining(sign) == 0:
            cells -= 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
        if cells <= 0:
            return count
    return None


def is_lost(error: BaseException) -> bool:
    """Whether the connection went with it."""
    return isinstance(error, DBAPIError) and error.connection_invalidated
