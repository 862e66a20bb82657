"""The SQL that a command is given: as an argument, in a file, or on standard input."""

import sys
from typing import Final

from lapwing.cli.errors import ScriptUnreadable, SqlMissing, UsageWrong

_STDIN: Final = "-"


def read_sql(argument: str, file: str) -> str:
    """The text to run; not blank, but where a file is named that the engine reads itself.

    Raises:
        UsageWrong, SqlMissing, ScriptUnreadable
    """
    if argument and file:
        raise UsageWrong(reason="Give the SQL either as an argument or with --file, not both.", command="lapwing query")
    if is_file(file):
        return ""
    given = argument or file
    sql = _read_stdin(is_asked_for=given == _STDIN) if given in {"", _STDIN} else _checked(argument)
    if not sql.strip():
        raise SqlMissing
    return sql


def is_file(file: str) -> bool:
    """Whether what stands behind --file names a file, and not standard input."""
    return file not in {"", _STDIN}


def _checked(argument: str) -> str:
    """The argument; bytes of it that were no UTF-8 came in as lone surrogates."""
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise ScriptUnreadable(path="the argument", reason=f"character {error.start + 1} is not UTF-8") from error
    return argument


def _read_stdin(*, is_asked_for: bool) -> str:
    """All of it; a terminal is read only when asked for, since waiting there would look like hanging."""
    if sys.stdin is None or (sys.stdin.isatty() and not is_asked_for):
        raise SqlMissing
    try:
        return _decoded(sys.stdin.buffer.read(), "standard input")
    except OSError as error:
        raise ScriptUnreadable(path="standard input", reason=(error.strerror or str(error)).lower()) from error


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ScriptUnreadable(path=path, reason=f"byte {error.start + 1} is not UTF-8") from error
