"""psql's `\\copy`: COPY with a file of this computer (parse_slash_copy in copy.c)."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import IO, Final, NamedTuple

from lapwing.domain.command_errors import ClientCommandFailed, ClientCommandRefused, ProgramNotRun
from lapwing.domain.values import RawText
from lapwing.drivers.base import Noticed, RowsCame
from lapwing.engine.query.client_commands.files import ScriptFiles
from lapwing.engine.query.commands import RunContext

_TOKEN: Final = re.compile(
    r"""\s*+('[^']*+(?:''[^']*+)*+'|"[^"]*+(?:""[^"]*+)*+"|[(),.;]|[^\s'"(),.;]++(?:\.[^\s'"(),.;]++)*+)"""
)
_BINARY: Final = re.compile(r"\bbinary\b", re.IGNORECASE)
_ENCODING: Final = re.compile(r"\bencoding\s*+'?([^'\s,)]++)", re.IGNORECASE)
_STRING: Final = re.compile(r"'[^']*+(?:''[^']*+)*+'")
_CHUNK: Final = 1 << 16
_COMMAND: Final = "\\copy"


class Copy(NamedTuple):
    """What is to be copied.

    Attributes:
        source: The table with its columns, or the query in parentheses, as written.
        is_from: Whether rows go into the server.
        file: The file's name; empty where the rows stand in the script, or are to be shown.
        options: What stands behind, as written.
    """

    source: str
    is_from: bool
    file: str
    options: str


def parse_copy(rest: str) -> Copy:
    """What stands behind `\\copy`.

    Raises:
        ClientCommandFailed: It cannot be read.
        ProgramNotRun: A program is to give or take the rows.
        ClientCommandRefused: The rows are in a form that is not text in UTF-8.
    """
    tokens = _Tokens(rest)
    if tokens.peek().lower() == "binary":
        raise _not_text()
    source_start = tokens.position
    tokens.take_source()
    source = rest[source_start : tokens.position].strip()
    direction = tokens.take().lower()
    if direction not in {"from", "to"}:
        raise _wrong("FROM or TO has to follow the table or query.")
    target = tokens.take()
    if target.lower() == "program":
        raise ProgramNotRun(command=_COMMAND, position=0)
    options = rest[tokens.position :].strip().rstrip(";").strip()
    _check_text(options)
    is_from = direction == "from"
    if not target:
        raise _wrong("The name of the file is missing.")
    here = {"stdin", "pstdin"} if is_from else {"stdout", "pstdout"}
    if target.lower() == "pstdin":
        raise ClientCommandRefused(
            command=_COMMAND, client="psql", position=0, reason="there is no input beside the script.",
            advice="Put the rows into a file, or into the script behind \\copy ... from stdin.",
        )  # fmt: skip
    file = "" if target.lower() in here else _file_name(target)
    return Copy(source, is_from, file, options)


class _Tokens:
    """The words of a `\\copy`, taken one by one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.position = 0

    def peek(self) -> str:
        found = _TOKEN.match(self._text, self.position)
        return found[1] if found else ""

    def take(self) -> str:
        found = _TOKEN.match(self._text, self.position)
        if found is None:
            return ""
        self.position = found.end()
        return found[1]

    def take_source(self) -> None:
        """A query in parentheses, or a table with its columns."""
        if self.peek() != "(":
            self.take()
            while self.peek() == ".":
                self.take()
                self.take()
            if self.peek() != "(":
                return
        depth = 0
        while taken := self.take():
            depth += (taken == "(") - (taken == ")")
            if not depth:
                return
        raise _wrong("A parenthesis is not closed.")


def _file_name(target: str) -> str:
    return target[1:-1].replace("''", "'") if target.startswith("'") else target.strip('"')


def _check_text(options: str) -> None:
    plain = _STRING.sub(lambda found: found[0] if _ENCODING.search(options) else "", options)
    encoding = _ENCODING.search(plain)
    if _BINARY.search(_STRING.sub("", options)) or re.search(r"\bformat\s+'?binary", options, re.IGNORECASE):
        raise _not_text()
    if encoding is not None and encoding[1].lower().replace("-", "") not in {"utf8", "unicode"}:
        raise _not_text()


def _not_text() -> ClientCommandRefused:
    return ClientCommandRefused(
        command=_COMMAND, client="psql", position=0, reason="only text in UTF-8 is copied.",
        advice="Use the format text or csv in UTF-8.",
    )  # fmt: skip


def _wrong(reason: str) -> ClientCommandFailed:
    return ClientCommandFailed(command=_COMMAND, position=0, reason=reason)


def run_copy(rest: str, context: RunContext, files: ScriptFiles, data: Iterable[str] | None) -> None:
    """Do it.

    Raises:
        LapwingError: It is not allowed, cannot be read, or the server refused it.
    """
    copy = parse_copy(rest)
    sql = f"COPY {copy.source} {'FROM STDIN' if copy.is_from else 'TO STDOUT'} {copy.options}".strip()
    if not copy.file:
        context.execute(sql, (data or ()) if copy.is_from else None)
    elif copy.is_from:
        with files.opened(_COMMAND, copy.file) as file:
            context.execute(sql, _pieces(file))
    else:
        with files.opened(_COMMAND, copy.file, writes=True) as file:
            _write(sql, context, file)
        context.tell(f"The rows were written to {copy.file}.")


def _pieces(file: IO[bytes]) -> Iterator[str]:
    """A file's text, piece by piece."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(_CHUNK):
            if text := decoder.decode(chunk):
                yield text
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise _not_text() from error
    except OSError as error:
        raise _wrong(f"The file cannot be read: {error.strerror}.") from error


def _write(sql: str, context: RunContext, file: IO[bytes]) -> None:
    """Each row of COPY TO STDOUT is a line."""
    for reply in context.session.execute(sql):
        if isinstance(reply, RowsCame):
            lines = b"".join(_bytes(row[0]) + b"\n" for row in reply.rows)
            try:
                file.write(lines)
            except OSError as error:
                raise _wrong(f"The file cannot be written: {error.strerror}.") from error
        elif isinstance(reply, Noticed):
            context.tell(reply.text, reply.severity)


def _bytes(cell: object) -> bytes:
    if isinstance(cell, RawText):
        return cell.raw
    return cell if isinstance(cell, bytes) else str(cell).encode()
