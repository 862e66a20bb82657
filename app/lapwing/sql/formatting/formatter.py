"""Formatting scripts, and stretches of them. Never raises on any text; linear; any thread may use it."""

from lapwing.sql.dialect import Dialect
from lapwing.sql.formatting.checking import is_same
from lapwing.sql.formatting.options import FormatOptions
from lapwing.sql.formatting.script import between
from lapwing.sql.formatting.statement import CLIENT_SIGNS, formatted
from lapwing.sql.statements import Statement
from lapwing.sql.tokens import Tokens

_BLANKS = " \t"


def format_sql(dialect: Dialect, text: str, options: FormatOptions, *, indent: str = "") -> str:
    """`text` laid out anew: the same tokens and comments, statement by statement.

    What cannot be laid out without a doubt stays as it is: commands for the vendor's client, the data of a COPY,
    statements that hold others. When the result would not have the same tokens, `text` is given back.

    Args:
        indent: What every line but the first begins with, for a text that stands in another one.
    """
    for is_careful in (False, True):
        after = _Script(dialect, text, options, indent, is_careful=is_careful).text()
        if is_same(dialect, text, after, options):
            return after
    return text


def format_range(dialect: Dialect, text: str, start: int, end: int, options: FormatOptions) -> str:
    """What `text[start:end]` becomes when it is laid out by itself, with the indentation of the line it begins on.

    As it is when the whole text would not have the same tokens then: a stretch may begin within a string.
    """
    selected = text[start:end]
    start += len(selected) - len(selected.lstrip())
    end = max(start, end - len(selected) + len(selected.rstrip()))
    line = text[text.rfind("\n", 0, start) + 1 : start]
    indent = line[: len(line) - len(line.lstrip(_BLANKS))]
    before = text[start:end]
    after = format_sql(dialect, before, options, indent=indent)
    whole = text[:start] + after + text[end:]
    return selected.replace(before, after, 1) if is_same(dialect, text, whole, options) else selected


def format_statement(dialect: Dialect, text: str, start: int, end: int, options: FormatOptions) -> str:
    """The same for one statement of a script; as it is when it is only one because of what stands before it.

    A routine between delimiters of its own is such a statement, when its body is no block.
    """
    found = dialect.iter_statements(text[start:end])
    next(found, None)
    return text[start:end] if next(found, None) else format_range(dialect, text, start, end, options)


class _Script:
    """Lays out one script.

    Args:
        is_careful: Whether each statement is proved by itself, and stays as it is when it fails.
    """

    def __init__(
        self, dialect: Dialect, text: str, options: FormatOptions, indent: str, *, is_careful: bool = False
    ) -> None:
        self._is_careful = is_careful
        self._dialect = dialect
        self._text = text
        self._options = options
        self._indent = indent
        self._tokens: Tokens = dialect.lex(text)

    def text(self) -> str:
        out: list[str] = []
        position = 0
        before: Statement | None = None
        for statement in self._dialect.iter_statements(self._text):
            out.append(self._between(position, statement.start, before, statement))
            out.append(self._statement(statement))
            position = statement.full_end
            before = statement
        out.append(self._between(position, len(self._text), before, None))
        return "".join(out)

    def _between(self, start: int, end: int, before: Statement | None, following: Statement | None) -> str:
        tokens = self._tokens
        is_client = [statement.is_client_command for statement in (before, following) if statement is not None]
        return between(
            tokens,
            tokens.index_at(start) if start < end else 0,
            tokens.index_at(end) if start < end else 0,
            self._indent,
            is_begin=before is None,
            is_end=following is None,
            keeps=any(is_client)
            or (before is not None and before.data is not None)
            or (following is not None and self._text[following.start] in CLIENT_SIGNS),
        )

    def _statement(self, statement: Statement) -> str:
        start, end, full_end = statement.start, statement.end, statement.full_end
        whole = self._text[start:full_end]
        if statement.is_client_command or statement.data is not None:
            return whole
        first, behind = self._tokens.index_at(start), self._tokens.index_at(end - 1) + 1
        if self._tokens.start(first) != start:
            return whole
        found = formatted(self._tokens, first, behind, statement.verb, self._dialect, self._options, self._indent)
        if found is None:
            return whole
        if self._is_careful and not is_same(self._dialect, self._text[start:end], found, self._options):
            return whole
        terminator = self._text[end:full_end]
        blanks = terminator[: len(terminator) - len(terminator.lstrip())]
        if blanks and terminator.strip() == ";":
            terminator = ";"
        return found + terminator
