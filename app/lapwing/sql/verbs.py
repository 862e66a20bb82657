"""Which verb a statement is about, without lexing it: behind EXPLAIN, opening parentheses and a WITH clause."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from lapwing.sql.patterns import NAME, words

_OPEN: Final = 1
_CLOSE: Final = 2


class Verb(NamedTuple):
    """The verb of a statement, in upper case and empty when there is none, and where it stands."""

    word: str
    position: int
    is_explain: bool
    is_run: bool = False
    """Whether EXPLAIN also runs it."""


class VerbFinder:
    """Finds verbs in statements of one dialect. Immutable; any thread may use it.

    Args:
        trivia: An expression for one blank or comment.
        skipped: An expression for one stretch without parentheses: quotes, comments, and whatever lies between.
        explain_words: What may stand between EXPLAIN and the statement.
        with_verbs: What may follow a WITH clause.
    """

    def __init__(self, trivia: str, skipped: str, explain_words: Iterable[str], with_verbs: Iterable[str]) -> None:
        gap = f"(?:{trivia})++"
        between = f"(?:{gap}{words(*explain_words)})*"
        options = rf"(?:(?:{trivia})*+\([^()]*+\)(?=(?:{trivia})*+{NAME}))?"
        self._explain = re.compile(f"{words('EXPLAIN')}{between}{options}(?:{trivia})*+(?=[^;])", re.DOTALL)
        self._word = re.compile(rf"(?:[(]|{trivia})*+({NAME})?", re.DOTALL)
        self._parens = re.compile(rf"(?:{skipped})*+(?:(\()|(\))|\Z)", re.DOTALL)
        self._with_verbs = frozenset(with_verbs)

    def find(self, text: str, start: int, end: int) -> Verb:
        """The verb of the statement in `text[start:end]`, which begins with a token that means something."""
        explained = self._explain.match(text, start, end)
        found = self._word.match(text, explained.end() if explained else start, end)
        if found is None or found[1] is None:
            return Verb("EXPLAIN" if explained else "", start, is_explain=False)
        verb = Verb(found[1].upper(), found.start(1), explained is not None)
        return self._behind_with(text, verb, end) if verb.word == "WITH" else verb

    def _behind_with(self, text: str, verb: Verb, end: int) -> Verb:
        """The main verb: the first word that can be one right behind a parenthesis that closes at the top."""
        depth = 0
        for paren in self._parens.finditer(text, verb.position, end):
            depth += 1 if paren.lastindex == _OPEN else -1
            if depth == 0 and paren.lastindex == _CLOSE:
                found = self._word.match(text, paren.end(), end)
                if found and found[1] and found[1].upper() in self._with_verbs:
                    return verb._replace(word=found[1].upper(), position=found.start(1))
        return verb
