"""How the clients of MySQL and MariaDB read a script (mysql.cc), and what the servers' lexer (sql_lex.cc) adds.

The delimiter ends a statement outside of quotes and comments, also within an executable comment. A line that begins
with `delimiter`, where a statement would begin, sets another one; so does `\\d`. Such lines with another command of the
client, `\\` with a letter anywhere outside of quotes, and statements that begin with a command's name are for the
client. `\\g` and `\\G` end a statement.

Where this does more than the client:

- While the delimiter is `;`, CREATE PROCEDURE, FUNCTION, TRIGGER or EVENT (also ALTER EVENT) is found whole when its
  body stands between BEGIN and END, and so is BEGIN NOT ATOMIC; the client would cut it at its first semicolon. BEGIN
  opens a block only where a statement can begin and END closes one only where one can end, so that columns of these
  names do no harm; of a routine that is one IF, LOOP or WHILE without BEGIN, the end stays unknown.
- `delimiter` is also obeyed behind the end of a statement on its line.
- `use NAME` without a delimiter on its line is a statement for the server, and so is `help` with a quoted word.

Where the client does otherwise than the server, the server is followed: `/*` within a comment is nothing; an executable
comment ends with its first `*/`, also before another star or a delimiter that begins with a slash; a backslash at the
end of a line escapes the line end. A delimiter outside ASCII, which the client does not find, is found.

Where one cannot do as the client does: a command within a statement that goes on stays in its text (the client cuts it
out); the server refuses it then.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lapwing.sql.marks import Mark, Reading, Role
from lapwing.sql.mysql_commands import NAMES, Command, long_command_at, new_delimiter, short_command_at
from lapwing.sql.mysql_routines import NO_ROUTINE, STATEMENT, Routine
from lapwing.sql.mysql_skip import CLOSED, NOT_ASCII, skip_for
from lapwing.sql.patterns import BYTE_ORDER_MARK, NAME_CHAR, quoted_tail
from lapwing.sql.tokens import TokenKind

_BLANKS: Final = re.compile(r"[\t-\r ]*+")
_WORD: Final = re.compile(f"{NAME_CHAR}++")
_EXECUTABLE: Final = re.compile(r"/\*M?!(?:[0-9]{5,6})?")
_LINE_COMMENT: Final = re.compile(r"--(?:[\x00-\x20\x7f]|\Z)|#")
_CLOSED: Final = {quote: re.compile(pattern, re.DOTALL) for quote, pattern in CLOSED.items()}
_COMMENT: Final = "/*"
"""What may be open, beside quotes."""
_TAILS: Final = {
    "'": re.compile(r"[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'", re.DOTALL),
    '"': re.compile(r'[^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+"', re.DOTALL),
    "`": re.compile(quoted_tail("`")),
}


class ClientState(NamedTuple):
    """What the client knows at the end of a line."""

    delimiter: str = ";"
    """Empty when nothing ends a statement."""
    opened: str = ""
    begun: bool = False
    """Whether a statement has begun."""
    executable: bool = False
    """Whether an executable comment is open."""
    routine: Routine = NO_ROUTINE


class ClientReader:
    """Reads one stretch of a script."""

    def __init__(self, text: str, position: int, state: ClientState) -> None:
        self._text = text
        self._size = len(text)
        self._position = position
        self._line_end_at = self._delimiter_at = -1
        self._delimiter, self._opened, self._begun, self._executable, self._routine = state
        self._stop = _stop(self._delimiter)

    @property
    def state(self) -> ClientState:
        """What the client knows behind what has been read."""
        return ClientState(self._delimiter, self._opened, self._begun, self._executable, self._routine)

    def marks(self) -> Iterator[Mark]:
        """The marks of the stretch, found as they are asked for."""
        if self._opened:
            yield self._reopened()
        while self._position < self._size:
            yield from self._within() if self._begun else self._between()

    def _between(self) -> Iterator[Mark]:
        """To where a statement begins, or past a comment, a command or a delimiter before it."""
        behind = self._position
        found = _BLANKS.match(self._text, behind)
        assert found is not None, "the expression matches anything"
        at = self._position = found.end()
        if found.end() == self._size:
            return
        word = self._word(at)
        if self._is_delimiter(at):
            yield self._ended(at)
        elif self._text[at] == BYTE_ORDER_MARK:
            self._position = at + 1
            yield Mark(Role.TOKEN, at, at + 1, TokenKind.WHITESPACE)
        elif not word:
            yield from self._before_word(at)
        else:
            upper = word.upper()
            is_first = upper in NAMES and self._is_first_of_line(behind, at)
            command = self._long(at, upper, is_first=is_first) if upper in NAMES else None
            if command is not None:
                yield from self._obey_long(command, at)
            else:
                yield self._begin(at, upper)
                self._position = at + len(word)

    def _word(self, at: int) -> str:
        """The word at `at`, up to a delimiter in it."""
        stop = self._size if self._delimiter in {"", ";"} else self._next_delimiter(at)
        found = _WORD.match(self._text, at, stop)
        return found[0] if found else ""

    def _next_delimiter(self, at: int) -> int:
        """Where the next one begins, at `at` or behind; looked for once, as words may hold many."""
        if self._delimiter_at < at:
            found = self._text.find(self._delimiter, at)
            self._delimiter_at = found if found >= 0 else self._size
        return self._delimiter_at

    def _before_word(self, at: int) -> Iterator[Mark]:
        """What begins with no word, where a statement could begin."""
        text, char = self._text, self._text[at]
        if char == "#" or text.startswith("--", at):
            self._position = self._line_end(at)
            if not _LINE_COMMENT.match(text, at):
                yield Mark(Role.TOKEN, at, self._position, TokenKind.COMMENT)
        elif text.startswith("/*", at) and not _EXECUTABLE.match(text, at):
            self._comment(at)
        elif char == "\\" and (command := self._short(at)) is not None:
            yield from self._obey(command, at)
        elif char == "?" and (command := self._long(at, char, is_first=False)) is not None:
            yield from self._obey_long(command, at)
        else:
            yield self._begin(at)

    def _begin(self, at: int, word: str = "") -> Mark:
        """A statement begins, with a word in upper case if it does."""
        self._begun = True
        self._routine = STATEMENT if self._delimiter == ";" else NO_ROUTINE
        if word:
            self._routine = self._routine.behind_word(word) if self._routine.matters else NO_ROUTINE
        return Mark(Role.BEGIN, at, at)

    def _is_first_of_line(self, behind: int, at: int) -> bool:
        """Whether nothing but blanks stands before `at` on its line, given what was read before them."""
        return self._text.find("\n", behind, at) >= 0 or not behind or self._text[behind - 1] in "\n\ufeff"

    def _within(self) -> Iterator[Mark]:
        """To the end of the statement, or of the text."""
        while self._begun and self._position < self._size:
            by_word = self._routine.matters
            start = self._position
            found = skip_for(self._stop, executable=self._executable, by_word=by_word).match(self._text, start)
            assert found is not None, "the expression matches anything"
            at = self._position = found.end()
            if by_word:
                self._pass(self._text[start:at])
                by_word = self._routine.matters
            if at == self._size:
                return
            if self._is_delimiter(at):
                if not by_word or self._ends_here():
                    yield self._ended(at)
            elif by_word and (word := _WORD.match(self._text, at)):
                self._position = word.end()
                self._routine = self._routine.behind_word(word[0].upper())
            else:
                yield from self._rare(at)

    def _pass(self, passed: str) -> None:
        if rest := passed.rstrip():
            self._routine = self._routine.behind_other(rest[-1])

    def _ends_here(self) -> bool:
        """Whether the semicolon at hand ends the statement."""
        self._routine = self._routine.behind_other(";")
        self._position += 1
        return self._routine.depth <= 0

    def _rare(self, at: int) -> Iterator[Mark]:
        """What stands at `at`, where a statement goes on."""
        text, char = self._text, self._text[at]
        if char in _CLOSED:
            self._quote(at, char)
        elif char == "\\":
            yield from self._backslash(at)
        elif _LINE_COMMENT.match(text, at):
            self._position = self._line_end(at)
        elif found := _EXECUTABLE.match(text, at):
            self._executable = True
            self._position = found.end()
            yield Mark(Role.TOKEN, at, found.end(), TokenKind.COMMENT)
        elif text.startswith("/*", at):
            self._comment(at)
        elif self._executable and text.startswith("*/", at):
            self._executable = False
            self._position = at + 2
            yield Mark(Role.TOKEN, at, at + 2, TokenKind.COMMENT)
        elif text.startswith("--", at) and self._is_delimiter(at + 2):
            self._position = at + 2
            self._pass("-")
            yield Mark(Role.TOKEN, at, at + 1, TokenKind.OPERATOR)
            yield Mark(Role.TOKEN, at + 1, at + 2, TokenKind.OPERATOR)
        else:
            self._position = at + 1
            self._pass(char)

    # what is quoted

    def _quote(self, at: int, quote: str) -> None:
        found = _CLOSED[quote].match(self._text, at)
        self._pass(quote)
        if found:
            self._position = found.end()
            return
        self._opened = quote
        self._position = self._size

    def _comment(self, at: int) -> None:
        end = self._text.find("*/", at + 2)
        self._opened = "" if end >= 0 else _COMMENT
        self._position = end + 2 if end >= 0 else self._size

    def _reopened(self) -> Mark:
        """From the beginning of a line to behind what was open there."""
        start, opened = self._position, self._opened
        if opened == _COMMENT:
            self._comment(start - 2)
        else:
            found = _TAILS[opened].match(self._text, start)
            self._opened = "" if found else opened
            self._position = found.end() if found else self._size
        return Mark(Role.REST, start, self._position)

    # where statements end

    def _is_delimiter(self, at: int) -> bool:
        return self._delimiter != "" and self._text.startswith(self._delimiter, at)

    def _ended(self, at: int) -> Mark:
        """The statement ends at a delimiter."""
        self._forget()
        self._position = at + len(self._delimiter)
        kind = None if self._delimiter == ";" else TokenKind.PUNCTUATION
        return Mark(Role.END, at, self._position, kind)

    def _forget(self) -> None:
        self._begun = self._executable = False
        self._routine = NO_ROUTINE

    # what is for the client

    def _line_end(self, at: int) -> int:
        if self._line_end_at < at:
            found = self._text.find("\n", at)
            self._line_end_at = found if found >= 0 else self._size
        return self._line_end_at

    def _short(self, at: int) -> Command | None:
        return short_command_at(self._text, at, self._line_end(at), self._delimiter)

    def _long(self, at: int, name: str, *, is_first: bool) -> Command | None:
        if not self._delimiter:
            return None
        line_end = self._line_end(at)
        command = long_command_at(self._text, at, name, line_end, self._delimiter)
        if command is None or command.name == "delimiter":
            return command
        is_alone = is_first and not command.has_delimiter
        if is_alone and self._text.find("\\g", at, line_end) >= 0:
            return None
        return command if is_alone or command.name != "use" else None

    def _obey_long(self, command: Command, at: int) -> Iterator[Mark]:
        self._position = command.end
        if command.name == "use":
            yield Mark(Role.BEGIN, at, at)
            yield Mark(Role.END, command.end, command.end)
        elif command.name == "delimiter":
            yield self._set_delimiter(at, at + len(command.name), command.end, Role.COMMAND)
        else:
            yield Mark(Role.COMMAND, at, command.end)

    def _obey(self, command: Command, at: int) -> Iterator[Mark]:
        """Do what a backslash with a letter says."""
        self._position = command.end
        role = Role.INSIDE if self._begun else Role.COMMAND
        if command.name == "d":
            yield self._set_delimiter(at, at + 2, command.end, role)
        elif self._begun and command.name in {"g", "G"}:
            self._forget()
            yield Mark(Role.END, at, command.end, TokenKind.KEYWORD)
        elif self._begun and command.name == "c":
            self._forget()
            yield Mark(Role.DISCARD, at, command.end)
        else:
            self._pass("\\")
            yield Mark(role, at, command.end)

    def _set_delimiter(self, start: int, argument: int, end: int, role: Role) -> Mark:
        """Obey a command that sets the delimiter; one without a delimiter is left to be refused."""
        delimiter = new_delimiter(self._text, argument, self._line_end(argument))
        if not delimiter:
            return Mark(role, start, end)
        self._delimiter = delimiter
        self._delimiter_at = -1
        self._stop = _stop(delimiter)
        self._routine = NO_ROUTINE
        return Mark(Role.SETTING, start, end)

    def _backslash(self, at: int) -> Iterator[Mark]:
        """From a backslash in a statement."""
        command = self._short(at) if self._delimiter else None
        if command is not None:
            yield from self._obey(command, at)
        else:
            # The client leaves it and what follows as they are, also a quote; the server refuses it.
            is_pair = self._text[at + 1 : at + 2] not in {"", "\n"}
            self._position = at + 1 + is_pair
            self._pass("\\")
            is_null = self._text.startswith("\\N", at)
            yield Mark(Role.TOKEN, at, self._position, TokenKind.KEYWORD if is_null else TokenKind.ERROR)


def _stop(delimiter: str) -> str:
    """What `skip_for` has to stop at for a delimiter."""
    return delimiter[:1] if delimiter.isascii() or delimiter[0].isascii() else NOT_ASCII


CLIENT: Final = Reading(ClientReader, ClientState(), ClientState(delimiter="", begun=True))
_MAY_SET: Final = re.compile(r"(?i:delimiter)|\\d")


def state_behind(text: str, end: int) -> ClientState:
    """The state behind the statement of a script whose place ends at `end`."""
    if not _MAY_SET.search(text, 0, end):
        return CLIENT.start
    reader = ClientReader(text, 0, CLIENT.start)
    for mark in reader.marks():
        if mark.end >= end:
            break
    return setting_of(reader.state)


def setting_of(state: ClientState) -> ClientState:
    """What lasts from one statement to the next."""
    return ClientState(delimiter=state.delimiter)
