"""The statements of a script that is read piece by piece, such as a file, in the memory of its longest statement.

What has been read is cut at the end of a line, because all that a splitter has to look ahead for lies on its own
line: the rest of a delimiter, of a client's command, or of the word behind a backslash. Statements that end before the
cut are given out; what is left of the text is looked at again with as much more behind it as there is, so that the work
is in proportion to the text however long a statement is.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from lapwing.sql.dialect import Dialect
from lapwing.sql.psql_skip import DATA_END
from lapwing.sql.statements import Statement

_CHUNK: Final = 1 << 18


class ScriptStatement(NamedTuple):
    """One statement of a script, with its place there. Offsets count characters from 0, lines and columns from 1."""

    sql: str
    """From the first to the last token that means something, without the terminator."""
    start: int
    line: int
    column: int
    verb: str
    """As `Statement.verb`."""
    is_client_command: bool = False
    data: Iterable[str] | None = None
    """The lines that are its input, as those behind COPY ... FROM STDIN, in pieces; None when it has none. They can be
    taken once, and only until the next statement is asked for."""
    file: str = ""
    """The path of the file it stands in; empty for a text."""
    data_line: int = 0
    """The first line of `data`; 0 when there is none."""
    is_sent_behind: bool = False
    """Whether a client's command stands right behind it in the place of a terminator, such as `\\gset`."""

    def sent_by(self, command: "ScriptStatement") -> "ScriptStatement":
        """This statement and the command right behind it as one; what lies between shows as blanks."""
        gap = " " * (command.start - self.end)
        return command._replace(sql=self.sql + gap + command.sql, start=self.start, line=self.line, column=self.column)

    @property
    def end(self) -> int:
        return self.start + len(self.sql)


class Places:
    """Lines and columns of offsets that are asked for in order. Offsets are of the whole script."""

    def __init__(self) -> None:
        self._line = 1
        self._line_start = 0
        self._seen = 0

    def find(self, text: str, at: int, before: int = 0) -> tuple[int, int]:
        """Line and column of `text[at]`, where `before` characters of the script precede `text`."""
        seen = self._seen - before
        at = max(at, seen)
        line_end = text.rfind("\n", seen, at)
        if line_end >= 0:
            self._line += text.count("\n", seen, at)
            self._line_start = before + line_end + 1
        self._seen = before + at
        return self._line, before + at - self._line_start + 1


def statements_in(text: str, statements: Iterable[Statement]) -> Iterator[ScriptStatement]:
    """The statements of a text that was split already."""
    places = Places()
    for found in statements:
        yield _taken(text, found, places, 0, None if found.data is None else (text[slice(*found.data)],))


def _taken(
    text: str, found: Statement, places: Places, before: int, data: Iterable[str] | None, file: str = ""
) -> ScriptStatement:
    line, column = places.find(text, found.start, before)
    sql = text[found.start : found.end]
    data_line = 0 if found.data is None else places.find(text, found.data[0], before)[0]
    is_command, behind = found.is_client_command, found.full_end
    is_sent_behind = not is_command and text.startswith("\\", behind) and text[behind - 1] != ";"
    return ScriptStatement(
        sql, before + found.start, line, column, found.verb, is_command, data, file, data_line, is_sent_behind
    )


class ScriptStream:
    """Reads a script and gives its statements, once. One thread.

    Attributes:
        consumed: Characters up to the end of the statement that was given last, its input included.
    """

    def __init__(self, dialect: Dialect, read: Callable[[int], str], file: str = "") -> None:
        """Read by `read`, which gives at least one character and about as many as asked for; none at the end.

        Args:
            file: The path that statements are to name.
        """
        self.consumed = 0
        self._file = file
        self._dialect = dialect
        self._read = read
        self._places = Places()
        self._text = ""
        self._start = 0
        """Where in the text what was not given out begins; the character before it is kept, to be looked back at."""
        self._before = 0
        """Characters of the script before the text."""
        self._setting: object = None
        self._at_end = False

    def __iter__(self) -> Iterator[ScriptStatement]:
        self._fill(_CHUNK)
        while True:
            before = self.consumed
            yield from self._complete()
            if self._at_end and self._start >= len(self._text):
                return
            is_stuck = self.consumed == before
            if self._at_end and is_stuck:
                return
            self._fill(max(_CHUNK, len(self._text)) if is_stuck else _CHUNK)

    def _fill(self, size: int) -> None:
        """Let go of what was given out, and read about so much more."""
        gone = max(self._start - 1, 0)
        self._places.find(self._text, gone, self._before)
        more = self._read(size)
        self._at_end = not more
        self._text = self._text[gone:] + more
        self._before += gone
        self._start -= gone

    def _pass(self, position: int) -> None:
        """Everything before `position` was given out."""
        self._start = position
        self.consumed = self._before + position

    def _complete(self) -> Iterator[ScriptStatement]:
        """The statements that are there whole; `_text` may be another one afterwards."""
        text = self._text
        if not self._at_end:
            text = text[: text.rfind("\n") + 1]
        if self._start >= len(text):
            return
        for found, setting in self._dialect.splitter.walk(text, self._start, self._setting):
            if not self._at_end and not self._is_whole(text, found):
                return
            self._setting = setting
            if found.data is not None and not self._at_end and found.data[1] == found.full_end:
                yield from self._with_open_data(text, found)
                return
            data = None if found.data is None else (text[slice(*found.data)],)
            taken = _taken(text, found, self._places, self._before, data, self._file)
            self._pass(found.full_end)
            yield taken
        if self._at_end:
            self._pass(len(text))

    @staticmethod
    def _is_whole(text: str, found: Statement) -> bool:
        """Whether nothing that follows can belong to it; of a COPY, the line must be there that may be its input."""
        if not found.terminated:
            return False
        may_take_data = found.data is None and (found.verb == "COPY" or found.is_client_command)
        return not may_take_data or text.find("\n", found.full_end, len(text) - 1) >= 0

    def _with_open_data(self, text: str, found: Statement) -> Iterator[ScriptStatement]:
        """A statement whose input goes on behind the text."""
        assert found.data is not None, "who calls this has looked"
        data = self._data()
        taken = _taken(text, found, self._places, self._before, data, self._file)
        self._pass(found.data[0])
        yield taken
        for _ in data:  # what the statement did not take is no statement
            pass

    def _data(self) -> Iterator[str]:
        """Input up to the line that ends it, which is passed over."""
        while True:
            text = self._text
            end = len(text) if self._at_end else text.rfind("\n") + 1
            found = DATA_END.search(text, self._start, end)
            stop = found.start() if found else max(end, self._start)
            if piece := text[self._start : stop]:
                self._places.find(text, stop, self._before)
            self._pass(found.end() if found else stop)
            if piece:
                yield piece
            if found or self._at_end:
                return
            self._fill(_CHUNK)
