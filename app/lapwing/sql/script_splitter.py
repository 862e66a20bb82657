"""Cuts a script into statements where a reader finds them to begin and end."""

import re
from collections.abc import Callable, Iterator
from typing import Final, Generic, TypeVar, cast

from lapwing.sql.marks import Mark, Reading, ReadState, Role
from lapwing.sql.patterns import BYTE_ORDER_MARK, NAME, NO_FURTHER
from lapwing.sql.statements import Statement
from lapwing.sql.verbs import Verb

State = TypeVar("State", bound=ReadState)
_BLANKS: Final = " \t\n\v\f\r"
_MAY_END_TRIVIA: Final = frozenset(_BLANKS + "/")
"""What the character before a terminator is when blanks or a comment precede it."""
_WORD: Final = re.compile(rf"{NAME}(?!['\"&])")
_LINE_COMMENT: Final = re.compile("--|#")
_LINE_REST: Final = re.compile(
    r"[ \t\v\f\r]*+(?:--[^\n]*+|#[^\n]*+|/\*(?:[^*/\n]++|\*++(?=[^*/\n])|/++(?=[^*/\n])"
    rf"|{NO_FURTHER})*+\*++/[ \t\r]*+(?=\n))?"
)


class ScriptSplitter(Generic[State]):
    """Finds the statements of one dialect. Immutable; any thread may use it. Never raises on any text.

    Args:
        reading: How scripts are read.
        code_end: Where the last token of a statement ends that means something.
        find_verb: The verb of the statement in `text[start:end]`.
        looked_at: First words of statements whose verb may be another word.
        resume: The state behind a statement that ends where the text is given to.
        setting_of: Of a state between statements, what lasts.
    """

    def __init__(
        self,
        reading: Reading[State],
        code_end: Callable[[str], int],
        find_verb: Callable[[str, int, int], Verb],
        looked_at: frozenset[str],
        resume: Callable[[str, int], State],
        setting_of: Callable[[State], State],
    ) -> None:
        self._reading = reading
        self._code_end = code_end
        self._find_verb = find_verb
        self._looked_at = looked_at
        self._resume = resume
        self._setting_of = setting_of

    def statements(self, text: str, start: int = 0) -> Iterator[Statement]:
        """The statements of `text` in order, found as they are asked for.

        Args:
            start: Where to begin: 0, or the `full_end` of a statement found before.
        """
        state = self._resume(text, start) if start else self._reading.start
        return (statement for statement, _ in self._walk(text, start, state))

    def walk(self, text: str, start: int = 0, setting: object = None) -> Iterator[tuple[Statement, object]]:
        """The same, each with what has been set behind it, from which a walk can begin there.

        Args:
            setting: None at the beginning of a script, else what stood beside the statement that ends at `start`.
        """
        state = self._reading.start if setting is None else cast("State", setting)
        return self._walk(text, start, state)

    def _walk(self, text: str, start: int, state: State) -> Iterator[tuple[Statement, State]]:
        behind, begun = start, -1
        reader = self._reading.read(text, start, state)
        for mark in reader.marks():
            role = mark.role
            if role is Role.BEGIN:
                begun = mark.start
            elif role is Role.END:
                if begun >= 0:
                    yield self._statement(text, behind, begun, mark), self._setting_of(reader.state)
                behind, begun = max(mark.end, mark.through), -1
            elif role is Role.COMMAND or role is Role.DISCARD:
                command = self._command(text, behind, begun if role is Role.DISCARD else mark.start, mark)
                yield command, self._setting_of(reader.state)
                behind, begun = max(mark.end, mark.through), -1
            elif role is Role.SETTING and begun < 0:
                behind = mark.end
        if begun >= 0:
            last = self._statement(text, behind, begun, Mark(Role.END, len(text), len(text)), terminated=False)
            yield last, self._setting_of(reader.state)

    def _statement(self, text: str, behind: int, start: int, mark: Mark, *, terminated: bool = True) -> Statement:
        end = self._trimmed(text, start, mark.start, is_closed=terminated)
        found = _WORD.match(text, start, end)
        word = found[0].upper() if found else ""
        is_explain = False
        if not word or word in self._looked_at:
            verb = self._find_verb(text, start, end)
            word, is_explain = verb.word, verb.is_explain
        outer_start = self._outer_start(text, behind, start)
        full_end = max(mark.end, mark.through)
        return Statement(start, end, full_end, outer_start, word, terminated, is_explain, data=mark.data)

    def _command(self, text: str, behind: int, start: int, mark: Mark) -> Statement:
        end = start + len(text[start : mark.end].rstrip(_BLANKS))
        outer_start = self._outer_start(text, behind, start)
        full_end = max(mark.end, mark.through)
        return Statement(start, end, full_end, outer_start, "", True, is_client_command=True, data=mark.data)

    def _outer_start(self, text: str, behind: int, start: int) -> int:
        """Where the comments that lead a statement begin, given where the statement before it ended."""
        if behind == start:
            return start
        if behind:
            rest = _LINE_REST.match(text, behind, start)
            behind = rest.end() if rest else behind
        return start - len(text[behind:start].lstrip(_BLANKS + BYTE_ORDER_MARK))

    def _trimmed(self, text: str, start: int, end: int, *, is_closed: bool) -> int:
        """`end` without the blanks and comments before it."""
        if is_closed and text[end - 1] not in _MAY_END_TRIVIA:
            return end
        body = text[start:end].rstrip(_BLANKS)
        if is_closed and not body.endswith("*/") and not _LINE_COMMENT.search(body, body.rfind("\n") + 1):
            return start + len(body)
        return start + self._code_end(text[start:end])
