"""A dialect of SQL: its words and rules, and what can be asked of a text in it."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Final, Literal, Protocol

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.lexer import Piece
from lapwing.sql.safety import SafetyRules
from lapwing.sql.statements import Statement, statement_at
from lapwing.sql.tokens import Token, Tokens
from lapwing.sql.verbs import Verb

DIALECT_IDS: Final = ("sqlite", "postgresql", "mysql", "ansi")


class DialectLexer(Protocol):
    """Cuts text into tokens. Never raises on any text; any thread may use it."""

    def lex(self, text: str) -> Tokens:
        """All tokens of `text`; they tile it."""

    def lex_line(self, line: str, state: int = 0) -> tuple[list[Token], int]:
        """The tokens of one line, without its line end, and the state for the next one.

        Cut at line ends, the tokens of `lex` for a whole text are the same ones.

        Args:
            line: One line, without `\\n`.
            state: 0 for the first line of a text, else what the line before gave; an unknown one counts as 0.
        """

    def pieces(self, text: str, start: int = 0) -> Iterator[Piece]:
        """The bare tokens of one statement from `start` on, a border between tokens, found as they are asked for."""


class DialectSplitter(Protocol):
    """Finds statements. Never raises on any text; any thread may use it."""

    def statements(self, text: str, start: int = 0) -> Iterator[Statement]:
        """The statements of `text` in order, found as they are asked for.

        Args:
            start: Where to begin: 0, or the `full_end` of a statement found before.
        """

    def walk(self, text: str, start: int = 0, setting: object = None) -> Iterator[tuple[Statement, object]]:
        """The same, each with what its script has set up to its end, such as the delimiter.

        Args:
            start: As above, but nothing before it is looked at.
            setting: None at the beginning of a script, else what stood beside the statement that ends at `start`.
        """


class DialectVerbs(Protocol):
    """Finds verbs. Never raises on any text; any thread may use it."""

    def find(self, text: str, start: int, end: int) -> Verb:
        """The verb of the statement in `text[start:end]`, which begins with a token that means something."""


@dataclass(frozen=True, slots=True, eq=False)
class Dialect:
    """One dialect. Immutable; any thread may use it. Nothing here raises on any text.

    Attributes:
        keywords: Upper case.
        functions: Lower case; built in.
        types: Upper case; names of types, one word each.
        identifier_quotes: Opening and closing quote of names, the preferred pair first. A closing quote inside a name
            is doubled.
        line_comments: What begins a comment that ends with its line.
        nested_comments: Whether `/* */` nest.
        parameter_styles: One example each.
        client: The vendor's command-line client, whose commands stand in scripts.
        reserved: Upper case; keywords that cannot name an object without quotes.
        string_literal: From a text to an expression whose value it is.
        folds_case: What becomes of the letters of names that are not quoted, before they are compared.
    """

    id: str
    title: str
    keywords: frozenset[str]
    functions: frozenset[str]
    types: frozenset[str]
    identifier_quotes: tuple[tuple[str, str], ...]
    line_comments: tuple[str, ...]
    nested_comments: bool
    parameter_styles: tuple[str, ...]
    string_literal: Callable[[str], str]
    safety: SafetyRules
    lexer: DialectLexer
    splitter: DialectSplitter
    verbs: DialectVerbs
    client: str
    reserved: frozenset[str]
    folds_case: Literal["lower", "upper", "none"] = "none"

    def lex(self, text: str) -> Tokens:
        """All tokens of `text`; they tile it."""
        return self.lexer.lex(text)

    def lex_line(self, line: str, state: int = 0) -> tuple[list[Token], int]:
        """The tokens of one line and the state for the next, as `DialectLexer.lex_line` describes."""
        return self.lexer.lex_line(line, state)

    def split(self, text: str) -> list[Statement]:
        """All statements of `text`, in order. What holds only blanks and comments is none."""
        return list(self.splitter.statements(text))

    def iter_statements(self, text: str, start: int = 0) -> Iterator[Statement]:
        """The statements of `text` behind `start`, found as they are asked for.

        Args:
            start: 0, or the `full_end` of a statement that is still where it was.
        """
        return self.splitter.statements(text, start)

    def statement_at(self, text: str, position: int) -> Statement | None:
        """The statement that a caret is in, as `statements.statement_at` describes.

        Who asks often for one text keeps what `split` gave and asks that function.
        """
        near: list[Statement] = []
        for statement in self.splitter.statements(text):
            near = [*near[-1:], statement]
            if statement.outer_start > position:
                break
        return statement_at(near, text, position)

    def verb_of(self, text: str, start: int, end: int) -> Verb:
        """The verb of the one statement in `text[start:end]`, which begins with a token that means something."""
        return self.verbs.find(text, start, end)

    def quote_identifier(self, name: str) -> str:
        """`name` in quotes, always. No server takes a NUL in it."""
        opening, closing = self.identifier_quotes[0]
        return opening + name.replace(closing, closing * 2) + closing

    def quote_string(self, text: str) -> str:
        """An expression whose value is exactly `text`: a literal, or several joined where NULs have to be made."""
        return self.string_literal(text)


@cache
def dialect_named(dialect_id: str) -> Dialect:
    """The dialect with this id, loaded when first asked for.

    Raises:
        KeyError: There is none; `DIALECT_IDS` lists them.
    """
    if dialect_id not in DIALECT_IDS:
        raise KeyError(dialect_id)
    dialect: Dialect = import_module(f"lapwing.sql.{dialect_id}").DIALECT
    return dialect
