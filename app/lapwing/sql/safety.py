"""What of a dialect matters for saying that a statement only reads."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SafetyRules:
    """The lists that `classify` goes by. What is not on a list is not certain.

    Attributes:
        reading_verbs: Statements that only read unless a word or call in them says otherwise.
        changing_words: Bare words that, anywhere in a statement, say that it may change something.
        changing_pairs: The same of two bare words in a row.
        pure_functions: Lower case; functions whose call changes nothing.
        words_before_paren: Upper case; keywords behind which a parenthesis is no call.
        ddl_verbs: Statements that change what objects there are.
        transaction_verbs: From verb to what it does: BEGIN, COMMIT, ROLLBACK, SAVEPOINT or RELEASE.
        explain_is_dry: Whether EXPLAIN never runs what it explains.
        reading_pragmas: Lower case; PRAGMAs that only tell, when they stand without a value.
        reading_pragmas_of: Lower case; PRAGMAs that only tell, even with something in parentheses.
    """

    reading_verbs: frozenset[str]
    changing_words: frozenset[str]
    pure_functions: frozenset[str]
    words_before_paren: frozenset[str]
    ddl_verbs: frozenset[str]
    transaction_verbs: Mapping[str, str]
    explain_is_dry: bool
    changing_pairs: frozenset[tuple[str, str]] = frozenset()
    reading_pragmas: frozenset[str] = frozenset()
    reading_pragmas_of: frozenset[str] = frozenset()
