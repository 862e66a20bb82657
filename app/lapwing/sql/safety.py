"""What of a dialect matters for saying what a statement does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.target_paths import PATHS, TargetPath


def _none(_words: Sequence[str]) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class SafetyRules:
    """The lists that `classify` goes by. What is not on a list is not certain.

    Attributes:
        reading_verbs: Statements that only read unless a word or call in them says otherwise.
        changing_words: Bare words that, anywhere in a statement, say that it may change something.
        changing_pairs: The same of two bare words in a row.
        changing_operators: The same of operators.
        pure_functions: Lower case; functions whose call changes nothing.
        pure_schemas: Lower case; where such functions are when a schema is named before them.
        words_before_paren: Upper case; keywords behind which a parenthesis is no call.
        ddl_verbs: Statements that change what objects there are.
        transaction_verbs: From a statement's first word or first two words to what it does: BEGIN, COMMIT, ROLLBACK,
            SAVEPOINT, RELEASE or PREPARE; empty for what controls transactions without beginning or ending one, None
            for what does nothing of that kind after all. Two words count more than one.
        transaction_settings: Lower case; what can be SET to control transactions.
        committing_verbs: Statements, by their first word or first two words, that commit the open transaction.
        sparing_words: Second words of such statements that leave it open after all.
        explain_is_dry: Whether EXPLAIN never runs what it explains, unless told to.
        planning_calls: Whether making a plan may already call functions.
        target_paths: From verb to where the name of its object stands.
        reading_pragmas: Lower case; PRAGMAs that only tell, when they stand without a value.
        reading_pragmas_of: Lower case; PRAGMAs that only tell, even with something in parentheses.
        runs_alone: Whether the server refuses a statement inside a transaction, told by its first words and signs.
    """

    reading_verbs: frozenset[str]
    changing_words: frozenset[str]
    pure_functions: frozenset[str]
    words_before_paren: frozenset[str]
    ddl_verbs: frozenset[str]
    transaction_verbs: Mapping[str, str | None]
    explain_is_dry: bool
    changing_pairs: frozenset[tuple[str, str]] = frozenset()
    changing_operators: frozenset[str] = frozenset()
    pure_schemas: frozenset[str] = frozenset()
    transaction_settings: frozenset[str] = frozenset()
    committing_verbs: frozenset[str] = frozenset()
    sparing_words: frozenset[str] = frozenset()
    planning_calls: bool = False
    target_paths: Mapping[str, TargetPath] = field(default_factory=lambda: PATHS)
    reading_pragmas: frozenset[str] = frozenset()
    reading_pragmas_of: frozenset[str] = frozenset()
    runs_alone: Callable[[Sequence[str]], bool] = _none
