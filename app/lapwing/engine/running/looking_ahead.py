"""The statements of a script, some of which may be looked at before their turn. Run's thread."""

from collections import deque
from collections.abc import Iterator

from lapwing.sql.script_stream import ScriptStatement

_MOST_CHARACTERS = 1 << 18


class LookingAhead(Iterator[ScriptStatement]):
    """Gives statements in order. What keeps a later one from being read is raised when its turn comes."""

    def __init__(self, statements: Iterator[ScriptStatement], *, may_look: bool) -> None:
        """Over these statements.

        Args:
            may_look: False where reading might wait, as for a pipe: then nothing is looked at before its turn.
        """
        self._statements = statements
        self._may_look = may_look
        self._seen: deque[ScriptStatement] = deque()
        self._refusal: Exception | None = None
        self._given: ScriptStatement | None = None

    def __next__(self) -> ScriptStatement:
        if self._seen:
            self._given = self._seen.popleft()
        elif self._refusal is not None:
            raise self._refusal
        else:
            self._given = next(self._statements)
        return self._given

    def following(self, most: int) -> list[ScriptStatement]:
        """Up to so many of those whose turn comes next.

        Input of a statement ends them: it is read when the statement is sent, and looking on would pass over it. So
        nothing is given behind a statement whose turn it is and that has input.
        """
        if self._given is not None and self._given.data is not None:
            return []
        characters = sum(len(statement.sql) for statement in self._seen)
        is_open = self._may_look and self._refusal is None
        while is_open and len(self._seen) < most and characters < _MOST_CHARACTERS:
            if self._seen and self._seen[-1].data is not None:
                break
            try:
                statement = next(self._statements)
            except StopIteration:
                break
            except Exception as error:  # told in its place
                self._refusal = error
                break
            self._seen.append(statement)
            characters += len(statement.sql)
        return list(self._seen)[:most]
