"""What a read-only session lets through: statements that only read, one kind after the other, and nothing else.

The server refuses changes inside START TRANSACTION READ ONLY, in which each statement runs. This guard refuses what
would leave that transaction (definitions and many others commit first), what the server lets pass in it (files,
sequences, temporary tables, settings), and what runs a text that nobody here has read (EXECUTE, CALL, compounds).
`/*! */` is code to the server; no read-only statement may hold any.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lapwing.domain.errors import ReadOnlyRefused
from lapwing.sql.patterns import BLOCK_COMMENT, quoted, word_set

READ_ONLY_LIMITS: Final = (
    "The server itself refuses changes to tables in this session. Only an account without the rights to change "
    "anything can also keep functions that the server was extended with (UDFs) from acting outside the database."
)

_READING: Final = frozenset({"SELECT", "WITH", "VALUES", "TABLE"})
_HARMLESS: Final = frozenset({"SHOW", "USE", "HELP", "CHECKSUM"})
_EXPLAINING: Final = frozenset({"EXPLAIN", "DESCRIBE", "DESC"})
_CHANGING: Final = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE"})
_EXPLAIN_OPTIONS: Final = frozenset({"ANALYZE", "EXTENDED", "PARTITIONS", "FORMAT", "JSON", "TREE", "TRADITIONAL"})
_FILES: Final = frozenset({("INTO", "OUTFILE"), ("INTO", "DUMPFILE")})
_SEQUENCES: Final = frozenset({("NEXTVAL", "("), ("SETVAL", "("), ("NEXT", "VALUE")})
_OPEN: Final = frozenset(
    {("BEGIN",), ("BEGIN", "WORK"), ("START", "TRANSACTION"), ("START", "TRANSACTION", "READ", "ONLY")}
)
_CLOSE: Final = frozenset({("COMMIT",), ("COMMIT", "WORK"), ("ROLLBACK",), ("ROLLBACK", "WORK")})
_SNAPSHOT: Final = ("START", "TRANSACTION", "WITH", "CONSISTENT", "SNAPSHOT")
_SAVEPOINTS: Final = (
    ("SAVEPOINT",), ("RELEASE", "SAVEPOINT"), ("ROLLBACK", "TO", "SAVEPOINT"), ("ROLLBACK", "WORK", "TO", "SAVEPOINT"),
    ("ROLLBACK", "TO"), ("ROLLBACK", "WORK", "TO"),
)  # fmt: skip
_SETTINGS: Final = word_set(
    """
    COLLATION_CONNECTION CTE_MAX_RECURSION_DEPTH DEFAULT_WEEK_FORMAT DIV_PRECISION_INCREMENT EQ_RANGE_INDEX_DIVE_LIMIT
    GROUP_CONCAT_MAX_LEN INFORMATION_SCHEMA_STATS_EXPIRY INNODB_LOCK_WAIT_TIMEOUT INTERACTIVE_TIMEOUT JOIN_BUFFER_SIZE
    LC_TIME_NAMES LOCK_WAIT_TIMEOUT LONG_QUERY_TIME MAX_ERROR_COUNT MAX_EXECUTION_TIME MAX_HEAP_TABLE_SIZE
    MAX_JOIN_SIZE MAX_RECURSIVE_ITERATIONS MAX_STATEMENT_TIME NET_READ_TIMEOUT NET_WRITE_TIMEOUT
    OPTIMIZER_PRUNE_LEVEL OPTIMIZER_SEARCH_DEPTH OPTIMIZER_SWITCH PROFILING READ_BUFFER_SIZE READ_RND_BUFFER_SIZE
    SORT_BUFFER_SIZE SQL_BIG_SELECTS SQL_SELECT_LIMIT TIME_ZONE TIMESTAMP TMP_TABLE_SIZE WAIT_TIMEOUT
    """
)
"""Variables of a session that change nothing but its own reading."""


class _Token(NamedTuple):
    word: str
    """A bare word or name in upper case, or one other character; empty for a literal."""
    depth: int
    is_name: bool = False
    """Whether it was quoted as a name."""


class ReadOnlyGuard:
    """Reads statements as the server will: its sql_mode says what quotes and backslashes mean."""

    def __init__(self, sql_mode: Iterable[str]) -> None:
        modes = set(sql_mode)
        plain = "NO_BACKSLASH_ESCAPES" in modes
        names_in_quotes = not modes.isdisjoint({"ANSI_QUOTES", "ANSI"})
        single = quoted("'") if plain else _escaping("'")
        double = quoted('"') if plain or names_in_quotes else _escaping('"')
        self._pattern = re.compile(
            rf"(?P<code>/\*M?!)|--(?=[\x00-\x20]|\Z)[^\n]*+|#[^\n]*+|{BLOCK_COMMENT}|\s+"
            rf"|(?P<name>{quoted('`')}{'|' + double if names_in_quotes else ''})"
            rf"|(?P<text>{single}|{double})|(?P<word>@{{0,2}}[\w$]++)|(?P<other>.)",
            re.DOTALL,
        )

    def checked(self, sql: str) -> str:
        """What to send for one statement: itself, or a transaction that only reads for one that a person begins.

        Raises:
            ReadOnlyRefused
        """
        tokens = self._tokens(sql)
        words = tuple(token.word for token in tokens)
        verb = next((word for word in words if word != "("), "")
        if words in _OPEN:
            return "START TRANSACTION READ ONLY"
        if words == _SNAPSHOT:
            return "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"
        if not tokens or words in _CLOSE or _is_savepoint(words) or _is_allowed(verb, tokens, words):
            return sql
        raise ReadOnlyRefused(what=verb if verb.isalpha() else "this statement")

    def refuse_code(self, sql: str) -> None:
        """Refuse a text that holds code in a comment, also where nothing of it would be sent.

        Raises:
            ReadOnlyRefused
        """
        self._tokens(sql)

    def _tokens(self, sql: str) -> list[_Token]:
        found: list[_Token] = []
        depth = 0
        for match in self._pattern.finditer(sql):
            kind, text = match.lastgroup, match.group()
            if kind == "code":
                raise ReadOnlyRefused(what="code in a comment (/*! */)")
            if kind == "name":
                found.append(_Token(text[1:-1].upper(), depth, is_name=True))
            elif kind in {"word", "other"}:
                depth -= text == ")"
                found.append(_Token(text.upper(), depth))
                depth += text == "("
            elif kind == "text":
                found.append(_Token("", depth))
        while found and found[-1].word == ";":
            found.pop()
        return found


def _escaping(quote: str) -> str:
    """A literal in which a backslash escapes, closed or not."""
    return rf"{quote}[^{quote}\\]*+(?:(?:\\.|{quote}{quote})[^{quote}\\]*+)*+\\?+{quote}?+"


def _is_savepoint(words: tuple[str, ...]) -> bool:
    return any(words[:-1] == form for form in _SAVEPOINTS)


def _is_allowed(verb: str, tokens: Sequence[_Token], words: tuple[str, ...]) -> bool:
    bare = [token.word if not token.is_name else "" for token in tokens]
    if not _SEQUENCES.isdisjoint(pairwise(words)) or not _FILES.isdisjoint(pairwise(bare)):
        return False
    if verb in _READING:
        return verb != "WITH" or _only_reads_behind_with(tokens)
    if verb in _EXPLAINING or verb == "ANALYZE":
        return _is_reading_explained(verb, tokens, bare)
    return verb in _HARMLESS or (verb == "SET" and _sets_harmless(tokens[1:]))


def _only_reads_behind_with(tokens: Sequence[_Token]) -> bool:
    """Whether no word of a change stands where the main verb does: outside of parentheses, and not as a function."""
    return not any(
        token.word in _CHANGING and not token.is_name and token.depth == 0 and following.word != "("
        for token, following in pairwise(tokens)
    )


def _is_reading_explained(verb: str, tokens: Sequence[_Token], bare: Sequence[str]) -> bool:
    """Whether nothing is run, or only what reads."""
    if "ANALYZE" not in bare[:2]:
        return True
    rest = [token for token in tokens[1:] if token.word not in _EXPLAIN_OPTIONS | {"="} or token.is_name or token.depth]
    first = next((token.word for token in rest if token.word != "("), "")
    if first == "WITH":
        return _only_reads_behind_with(rest)
    return first in {"SELECT", "VALUES"}


def _sets_harmless(tokens: Sequence[_Token]) -> bool:
    """Whether every assignment is one of a person's own variable, or of a setting that cannot do harm."""
    part: list[_Token] = []
    parts = [part]
    for token in tokens:
        if token.word == "," and token.depth == 0:
            part = []
            parts.append(part)
        else:
            part.append(token)
    return all(map(_is_harmless_assignment, parts))


def _is_harmless_assignment(part: Sequence[_Token]) -> bool:
    words = [token.word for token in part]
    if words and words[0].startswith("@") and not words[0].startswith("@@"):
        return words[1:2] == ["="] or words[1:3] == [":", "="]
    if words[:1] in (["SESSION"], ["LOCAL"]):
        words = words[1:]
    elif words[:2] in (["@@SESSION", "."], ["@@LOCAL", "."]):
        words = words[2:]
    name = words[0].removeprefix("@@") if words else ""
    return name in _SETTINGS and (words[1:2] == ["="] or words[1:3] == [":", "="])
