"""Which verb a statement is about, found by its tokens: for dialects that a `ScriptLexer` lexes."""

from collections.abc import Callable, Iterator
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.lexer import Piece
from lapwing.sql.tokens import TRIVIA, TokenKind
from lapwing.sql.verbs import Verb

_WORDS: Final = frozenset({TokenKind.KEYWORD, TokenKind.IDENTIFIER})


@dataclass(frozen=True, slots=True)
class ExplainRules:
    """How a dialect asks for the plan of a statement. All words in upper case.

    Attributes:
        verbs: What such a statement begins with.
        running_verbs: Those of them that also run the statement.
        explained: What the explained statement may begin with; behind something else the statement is no such one.
        words: What may stand between.
        options: What the first of the options in parentheses may be; none when there are no such.
        running: The word or option by which the statement is also run.
    """

    verbs: frozenset[str]
    explained: frozenset[str]
    words: frozenset[str]
    running: frozenset[str]
    running_verbs: frozenset[str] = frozenset()
    options: frozenset[str] = frozenset()


class StatementVerbs:
    """Finds verbs in statements of one dialect. Immutable; any thread may use it.

    Args:
        pieces: The lexer's bare tokens of a statement from a position on.
        explain: How plans are asked for.
        with_verbs: What may follow a WITH clause.
    """

    def __init__(
        self, pieces: Callable[[str, int], Iterator[Piece]], explain: ExplainRules, with_verbs: frozenset[str]
    ) -> None:
        self._pieces = pieces
        self._explain = explain
        self._with_verbs = with_verbs
        self.looked_at: Final = explain.verbs | {"WITH"}
        """First words of statements whose verb may be another word."""

    def find(self, text: str, start: int, end: int) -> Verb:
        """The verb of the statement in `text[start:end]`, which begins with a token that means something."""
        tokens = self._significant(text, start, end)
        first = _behind_parens(tokens)
        if first is None:
            return Verb("", start, is_explain=False)
        word = _word(first)
        if word in self._explain.verbs and first.position == start:
            found = self._explained(tokens, word)
            if found is None:
                return Verb(word, start, is_explain=False)
            first, is_run = found
            verb = Verb(_word(first), first.position, is_explain=True, is_run=is_run)
        else:
            verb = Verb(word, first.position if word else start, is_explain=False)
        return self._behind_with(tokens, verb) if verb.word == "WITH" else verb

    def _significant(self, text: str, start: int, end: int) -> Iterator[Piece]:
        for piece in self._pieces(text, start):
            if piece.position >= end:
                return
            if piece.kind not in TRIVIA:
                yield piece

    def _explained(self, tokens: Iterator[Piece], verb: str) -> tuple[Piece, bool] | None:
        """The first token of what is explained, and whether it is also run; None when nothing is."""
        rules = self._explain
        is_run = verb in rules.running_verbs
        may_have_options = bool(rules.options)
        for token in tokens:
            word = _word(token)
            if word in rules.explained:
                return token, is_run
            if word in rules.words or token.text == "=":
                is_run = is_run or word in rules.running
            elif token.text == "(" and may_have_options:
                inner = next(tokens, None)
                if inner is None:
                    return None
                if _word(inner) not in rules.options:
                    return self._first_explained(inner, tokens, is_run=is_run)
                is_run = _is_set(rules.running, inner, tokens)
            elif token.text == "(":
                return self._first_explained(token, tokens, is_run=is_run)
            else:
                return None
            may_have_options = False
        return None

    def _first_explained(
        self, token: Piece | None, tokens: Iterator[Piece], *, is_run: bool
    ) -> tuple[Piece, bool] | None:
        while token is not None and token.text == "(":
            token = next(tokens, None)
        return (token, is_run) if token is not None and _word(token) in self._explain.explained else None

    def _behind_with(self, tokens: Iterator[Piece], verb: Verb) -> Verb:
        """The main verb: the first word outside of parentheses that can be one, behind a definition."""
        depth = 0
        has_definition = False
        before = "WITH"
        for token in tokens:
            word = _word(token)
            if depth == 0 and has_definition and before != "," and word in self._with_verbs:
                return verb._replace(word=word, position=token.position)
            if token.text == "(":
                depth += 1
            elif token.text == ")":
                depth -= 1
                has_definition = depth == 0
            before = word or token.text
        return verb


def _is_set(names: frozenset[str], option: Piece, tokens: Iterator[Piece]) -> bool:
    """Whether one of some options is on, in a list of options from its first one to its closing parenthesis."""
    is_set = False
    name, value = _word(option), ""
    for token in tokens:
        if token.text in {",", ")"}:
            is_set = is_set or (name in names and value.strip("'").upper() not in {"OFF", "FALSE", "0"})
            name = value = ""
            if token.text == ")":
                break
        elif name:
            value = token.text
        else:
            name = _word(token)
    return is_set


def _behind_parens(tokens: Iterator[Piece]) -> Piece | None:
    return next((token for token in tokens if token.text != "("), None)


def _word(token: Piece) -> str:
    return token.text.upper() if token.kind in _WORDS else ""
