"""What a statement does, as far as its words tell: for questions before it runs and for what the window shows.

This warns and labels; it does not guard. What must not be written is guarded by the server, in a session that only
reads. Whatever is not certain counts as writing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final, Literal, cast

from lapwing.sql.dialect import Dialect
from lapwing.sql.significant import Significant, closing_parens, significant_tokens, unquoted
from lapwing.sql.targets import target_of
from lapwing.sql.tokens import TokenKind
from lapwing.sql.verbs import Verb

_HEAD: Final = 64
"""Tokens from the verb on in which everything stands that the first words tell."""
TransactionVerb = Literal["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"]


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What one statement does."""

    verb: str
    """Upper case, looked for behind EXPLAIN and WITH; empty when there is no statement, it begins with no word, or it
    is for the vendor's client."""
    reads_only: bool = False
    """Certain to change nothing, neither data nor the session."""
    is_explain: bool = False
    """Whether the verb is only explained; the following facts then say what the explained statement would do, except
    that nothing explained controls a transaction or is DDL."""
    is_transaction_control: bool = False
    transaction_verb: TransactionVerb | None = None
    """None also for transaction control that begins and ends nothing, such as SET TRANSACTION. A ROLLBACK with a
    `target` goes back to that savepoint and ends nothing."""
    has_where: bool = False
    """Whether the statement itself has a WHERE, not only a subquery or a WITH clause in it."""
    is_ddl: bool = False
    target: str | None = None
    """The object it is about, without quotes and with dots between its parts: for people, not to be put into SQL."""


def statement_facts(dialect: Dialect, sql: str) -> StatementFacts:
    """What the first statement in `sql` does. When another one follows, it does not count as only reading."""
    found = list(islice(dialect.iter_statements(sql), 2))
    if not found or found[0].is_client_command:
        return StatementFacts("")
    text = sql[found[0].start : found[0].end]
    verb = dialect.verb_of(text, 0, len(text))
    head = list(islice(significant_tokens(dialect, text, verb.position), _HEAD))
    transaction_verb = None if verb.is_explain else _transaction_verb(dialect, verb, head)
    return StatementFacts(
        verb=verb.word,
        reads_only=len(found) == 1 and _reads_only(dialect, verb, text),
        is_explain=verb.is_explain,
        is_transaction_control=transaction_verb is not None or (not verb.is_explain and _sets_transaction(head)),
        transaction_verb=transaction_verb,
        has_where=_has_where(dialect, verb, text),
        is_ddl=verb.word in dialect.safety.ddl_verbs and not verb.is_explain,
        target=target_of(dialect, verb.word, head),
    )


def _has_where(dialect: Dialect, verb: Verb, text: str) -> bool:
    if "where" not in text.lower():
        return False
    tokens = significant_tokens(dialect, text, verb.position)
    return any(token.word == "WHERE" and token.depth == 0 for token in tokens)


def _transaction_verb(dialect: Dialect, verb: Verb, head: Sequence[Significant]) -> TransactionVerb | None:
    second = head[1].word if len(head) > 1 else ""
    if second in {"ATOMIC", "NOT"} or (verb.word == "START" and second != "TRANSACTION"):
        return None
    return cast("TransactionVerb | None", dialect.safety.transaction_verbs.get(verb.word))


def _sets_transaction(head: Sequence[Significant]) -> bool:
    words = [token.word for token in head[:5]]
    return words[:1] == ["SET"] and "TRANSACTION" in words


def _reads_only(dialect: Dialect, verb: Verb, text: str) -> bool:
    rules = dialect.safety
    if verb.word == "PRAGMA":
        return _pragma_only_reads(dialect, list(significant_tokens(dialect, text, verb.position)))
    if verb.is_explain and rules.explain_is_dry:
        return verb.word in dialect.keywords
    if verb.word not in rules.reading_verbs:
        return False
    tokens = list(significant_tokens(dialect, text))
    if verb.is_explain and tokens[1].position != verb.position:
        return False
    words = [token.word for token in tokens]
    return (
        all(token.kind is not TokenKind.ERROR for token in tokens)
        and rules.changing_words.isdisjoint(words)
        and rules.changing_pairs.isdisjoint(pairwise(words))
        and _calls_only_pure(dialect, tokens)
    )


def _pragma_only_reads(dialect: Dialect, head: Sequence[Significant]) -> bool:
    """`PRAGMA name`, `PRAGMA schema.name`, or one of those that take a table's name in parentheses."""
    rest = head[3:] if len(head) > 2 and head[2].text == "." else head[1:]
    name = rest[0].text.lower() if rest else ""
    if len(rest) == 1:
        return name in dialect.safety.reading_pragmas
    has_argument = len(rest) == 4 and rest[1].text == "(" and rest[3].text == ")"
    return has_argument and name in dialect.safety.reading_pragmas_of


def _calls_only_pure(dialect: Dialect, tokens: Sequence[Significant]) -> bool:
    """Whether every name with a parenthesis behind it is a known function that changes nothing, or no call at all."""
    rules = dialect.safety
    defined = _names_in_with(tokens)
    for index, (token, following) in enumerate(pairwise(tokens)):
        if following.text != "(" or not token.can_be_name or index in defined:
            continue
        name = unquoted(dialect, token.text).lower()
        is_pragma = name.startswith("pragma_") and _is_reading_pragma(dialect, name.removeprefix("pragma_"))
        is_known = token.word in rules.words_before_paren or name in rules.pure_functions or is_pragma
        if not is_known and not (index and tokens[index - 1].word == "AS"):
            return False
    return True


def _is_reading_pragma(dialect: Dialect, name: str) -> bool:
    return name in dialect.safety.reading_pragmas or name in dialect.safety.reading_pragmas_of


def _names_in_with(tokens: Sequence[Significant]) -> set[int]:
    """The indexes of the names that WITH clauses define with a list of columns: `WITH name (a, b) AS (...)`."""
    pairs = closing_parens(tokens)
    names: set[int] = set()
    for index, token in enumerate(tokens):
        if token.word == "WITH":
            name: int | None = index + 1 + (_word(tokens, index + 1) == "RECURSIVE")
            while name is not None:
                name = _past_definition(tokens, pairs, name, names)
    return names


def _past_definition(tokens: Sequence[Significant], pairs: dict[int, int], name: int, names: set[int]) -> int | None:
    """Note the name of one definition of a WITH clause; where the next one's name stands, None behind the last."""
    columns_end = pairs.get(name + 1, name)
    index = columns_end + 1
    if _word(tokens, index) != "AS":
        return None
    index += 1
    while _word(tokens, index) in {"NOT", "MATERIALIZED"}:
        index += 1
    if index not in pairs:
        return None
    if columns_end > name:
        names.add(name)
    after = pairs[index] + 1
    return after + 1 if after < len(tokens) and tokens[after].text == "," else None


def _word(tokens: Sequence[Significant], index: int) -> str:
    return tokens[index].word if index < len(tokens) else ""
