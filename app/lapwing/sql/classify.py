"""What a statement does, as far as its words tell: for questions before it runs and for what the window shows.

This warns and labels; it does not guard. What must not be written is guarded by the server, in a session that only
reads. Whatever is not certain counts as writing.
"""

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final, Literal, cast

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.dialect import Dialect
from lapwing.sql.significant import Significant, closing_parens, significant_tokens, unquoted
from lapwing.sql.targets import target_of
from lapwing.sql.tokens import TokenKind
from lapwing.sql.verbs import Verb

_HEAD: Final = 64
"""Tokens from the verb on in which everything stands that the first words tell."""
TransactionVerb = Literal["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PREPARE"]


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What one statement does."""

    verb: str
    """Upper case, looked for behind EXPLAIN and WITH; empty when there is no statement, it begins with no word, or it
    is for the vendor's client."""
    reads_only: bool = False
    """Certain to change nothing, neither data nor the session."""
    is_explain: bool = False
    """Whether the verb is explained; the following facts then say what the explained statement would do, except
    that nothing explained controls a transaction or is DDL."""
    is_run: bool = True
    """Whether the verb is done, too: not when it is only explained."""
    is_transaction_control: bool = False
    transaction_verb: TransactionVerb | None = None
    """None also for transaction control that begins and ends nothing, such as SET TRANSACTION. A ROLLBACK with a
    `target` goes back to that savepoint and ends nothing. PREPARE takes the transaction off the session."""
    is_chained: bool = False
    """Whether the next transaction begins as this one ends: AND CHAIN."""
    commits_implicitly: bool = False
    """Whether it commits the open transaction although it is no COMMIT, as DDL of MySQL does."""
    runs_alone: bool = False
    """Whether the server refuses it inside a transaction, as VACUUM."""
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
    control = None if verb.is_explain else _transaction_control(dialect, head)
    return StatementFacts(
        verb=verb.word,
        reads_only=len(found) == 1 and _reads_only(dialect, verb, text),
        is_explain=verb.is_explain,
        is_run=verb.is_run or not verb.is_explain,
        is_transaction_control=control is not None,
        transaction_verb=cast("TransactionVerb | None", control or None),
        is_chained=bool(control) and _is_chained(head),
        commits_implicitly=not verb.is_explain and _commits(dialect, head),
        runs_alone=not verb.is_explain and dialect.safety.runs_alone([token.word or token.text for token in head]),
        has_where=_has_where(dialect, verb, text),
        is_ddl=verb.word in dialect.safety.ddl_verbs and not verb.is_explain,
        target=target_of(dialect, verb.word, head),
    )


def _has_where(dialect: Dialect, verb: Verb, text: str) -> bool:
    if "where" not in text.lower():
        return False
    tokens = significant_tokens(dialect, text, verb.position)
    return any(token.word == "WHERE" and token.depth == 0 for token in tokens)


def _transaction_control(dialect: Dialect, head: Sequence[Significant]) -> str | None:
    """What the statement does to transactions, empty when it begins and ends none; None when it is not about them."""
    verbs = dialect.safety.transaction_verbs
    first, pair = _first_words(head)
    if pair in verbs:
        return verbs[pair]
    if first in verbs:
        return verbs[first]
    return "" if first in {"SET", "RESET"} and _sets_transaction(dialect, head) else None


def _first_words(head: Sequence[Significant]) -> tuple[str, str]:
    """The first word, and the first two with a blank between; empty when there are none."""
    words = [token.word for token in head[:2]] + ["", ""]
    return words[0], f"{words[0]} {words[1]}"


def _sets_transaction(dialect: Dialect, head: Sequence[Significant]) -> bool:
    if "TRANSACTION" in [token.word for token in head[1:5]]:
        return True
    names = (token.text.lower().lstrip("@").rpartition(".")[2] for token in head[1:])
    return not dialect.safety.transaction_settings.isdisjoint(names)


def _is_chained(head: Sequence[Significant]) -> bool:
    return ("AND", "CHAIN") in pairwise(token.word for token in head)


def _commits(dialect: Dialect, head: Sequence[Significant]) -> bool:
    rules = dialect.safety
    first, pair = _first_words(head)
    second = pair.partition(" ")[2]
    return pair in rules.committing_verbs or (first in rules.committing_verbs and second not in rules.sparing_words)


def _reads_only(dialect: Dialect, verb: Verb, text: str) -> bool:
    rules = dialect.safety
    if verb.word == "PRAGMA":
        return _pragma_only_reads(dialect, list(significant_tokens(dialect, text, verb.position)))
    is_planned = verb.is_explain and not verb.is_run and rules.explain_is_dry
    if is_planned and not rules.planning_calls:
        return verb.word in dialect.keywords
    tokens = list(significant_tokens(dialect, text))
    if is_planned:
        return _calls_only_pure(dialect, tokens)
    if verb.word not in rules.reading_verbs:
        return False
    if verb.is_explain and not rules.explain_is_dry and tokens[1].position != verb.position:
        return False
    words = [token.word for token in tokens]
    return (
        all(token.kind is not TokenKind.ERROR for token in tokens)
        and rules.changing_words.isdisjoint(words)
        and rules.changing_pairs.isdisjoint(pairwise(words))
        and rules.changing_operators.isdisjoint(token.text for token in tokens)
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
        name = _called(dialect, token)
        is_pragma = name.startswith("pragma_") and _is_reading_pragma(dialect, name.removeprefix("pragma_"))
        is_known = name in rules.pure_functions and _is_in_pure_schema(dialect, tokens, index)
        is_known = is_known or token.word in rules.words_before_paren or is_pragma
        if not is_known and not (index and tokens[index - 1].word == "AS"):
            return False
    return True


def _called(dialect: Dialect, token: Significant) -> str:
    """The name of a function in lower case; one with capitals where those are another function's."""
    name = unquoted(dialect, token.text)
    return name if dialect.folds_case == "lower" and not token.word else name.lower()


def _is_in_pure_schema(dialect: Dialect, tokens: Sequence[Significant], index: int) -> bool:
    """Whether no schema stands before a function's name, or one whose functions are known."""
    if index < 2 or tokens[index - 1].text != ".":
        return True
    return unquoted(dialect, tokens[index - 2].text).lower() in dialect.safety.pure_schemas


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
