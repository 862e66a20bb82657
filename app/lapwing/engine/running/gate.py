"""Where a statement of a person can be refused before it is sent: plugins are asked here, if any wants to be."""

from collections.abc import Callable
from typing import Protocol

from lapwing.engine.connections.sessions import OpenedSession

See = Callable[[str, str], None]
"""Called in the session's thread with each statement before it is sent, and the id that its events have (empty: nobody
hears of it); raises why it may not be sent."""


class JudgesStatements(Protocol):
    """Who refuses statements (`engine.plugins.judging`)."""

    def for_run(self, session: OpenedSession, tell: Callable[[str], None]) -> See | None:
        """What sees the statements of a run on that session; None where nobody wants to. Event loop's thread.

        Args:
            tell: Takes sentences for the person. Session's thread.
        """
        ...


class Gate:
    """Attributes:
    judge: Set by whoever has something to refuse.
    """

    def __init__(self) -> None:
        self.judge: JudgesStatements | None = None

    def for_run(self, session: OpenedSession, tell: Callable[[str], None]) -> See | None:
        """What sees the statements of a run; None: all of them may be sent."""
        return None if self.judge is None else self.judge.for_run(session, tell)
