"""Plugins that are asked before a statement is sent, and may refuse it.

All of them are asked at the same time, each has a quarter of a second. One that gives no answer lets the statement
pass, and the person is told, unless the connection demands an answer.
"""

import asyncio
import time
import uuid
from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.connections import SqlInEvents
from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.errors import (
    PluginEnded,
    PluginFailed,
    PluginLate,
    PluginNotRunning,
    StatementUnjudged,
    StatementVetoed,
)
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import OpenedSession
from lapwing.engine.plugins.running import OF_STATEMENTS, RunningPlugins
from lapwing.engine.running.gate import See
from lapwing.engine.running.told import kind_of, told_sql
from lapwing.plugins.api import ConnectionInfo, QueryInfo, Veto
from lapwing.sql.dialect import dialect_named

HOOK: Final = "on_query_execute"
PERMISSION: Final = OF_STATEMENTS
WITHIN_S: Final = 0.25
_BEGIN_S: Final = 5.0
_LONGEST_REASON: Final = 1_000
_NO_ANSWER: Final = (PluginEnded, PluginFailed, PluginLate, PluginNotRunning)


class Judging:
    """Event loop's thread; what it gives for a run belongs to the session's (`running.gate.JudgesStatements`).

    Attributes:
        within_s: How long a plugin's answer is waited for.
        begin_s: How long the first statement waits for plugins that begin, of those that hear of statements.
    """

    def __init__(self, running: RunningPlugins, connections: ConnectionsService, within_s: float = WITHIN_S) -> None:
        self._running = running
        self._connections = connections
        self.within_s = within_s
        self.begin_s = _BEGIN_S
        self._loop = asyncio.get_running_loop()

    def for_run(self, session: OpenedSession, tell: Callable[[str], None], plugin_id: str = "") -> See | None:
        """What sees the statements of a run on that session; None where no plugin wants to.

        Args:
            plugin_id: The plugin that runs them, which is not asked itself; empty: a person does.
        """
        if self._running.is_ready and not self.asked(plugin_id):
            return None
        return _Seeing(self, session, tell, plugin_id).see

    def asked(self, but_for: str = "") -> list[str]:
        """The ids of plugins that are asked."""
        return [each for each in self._running.wanting(HOOK, PERMISSION) if each != but_for]

    def asked_from_thread(self, but_for: str) -> list[str]:
        """The same, when those that begin have begun. A session's thread."""
        ready = asyncio.run_coroutine_threadsafe(self._running.ready(), self._loop)
        try:
            ready.result(self.begin_s)
        except TimeoutError:
            ready.cancel()
        return self.asked(but_for)

    async def judge(
        self, query: QueryInfo, asked: Sequence[str]
    ) -> tuple[dict[str, LapwingError], StatementVetoed | None]:
        """Which plugins gave no answer and why, and the first refusal."""
        with self._running.databases.hearing_of_a_plugin(asked if query.plugin_id else ()):
            answers = await asyncio.gather(*(self._ask(each, query) for each in asked))
        silent = {name: answer for name, answer in answers if isinstance(answer, LapwingError)}
        vetoes = (
            StatementVetoed(plugin=name, reason=_reason(answer)) for name, answer in answers if isinstance(answer, Veto)
        )
        return silent, next(vetoes, None)

    async def _ask(self, plugin_id: str, query: QueryInfo) -> tuple[str, Veto | LapwingError | None]:
        name = plugin_id
        try:
            hosted = self._running.hosted(plugin_id)
            name = hosted.launch.manifest.name
            if hosted.silent_s > self.within_s:  # it has not answered what was asked before
                return name, PluginLate(plugin=name, hook=HOOK, within=self.within_s)
            answer: Veto | None = await hosted.call(HOOK, query, within_s=self.within_s)
            return name, answer
        except _NO_ANSWER as error:
            return name, error

    def info(self, session: OpenedSession) -> ConnectionInfo:
        """What a plugin is told of its connection."""
        return self._running.databases.info(session.living.way.connection)

    def demands(self, session: OpenedSession) -> bool:
        """Whether the session's connection demands an answer. Any thread."""
        return self._connections.safeguards(session.living.way.connection).demands_verdict

    def policy(self, session: OpenedSession) -> SqlInEvents:
        """How much of its statements is told. Any thread."""
        return SqlInEvents(self._connections.safeguards(session.living.way.connection).sql_in_events)

    def ask_from_thread(
        self, query: QueryInfo, asked: Sequence[str]
    ) -> tuple[dict[str, LapwingError], StatementVetoed | None]:
        """`judge`, from a session's thread."""
        return asyncio.run_coroutine_threadsafe(self.judge(query, asked), self._loop).result()


class _Seeing:
    """The statements of one run. Session's thread."""

    def __init__(self, judging: Judging, session: OpenedSession, tell: Callable[[str], None], plugin_id: str) -> None:
        self._judging = judging
        self._plugin_id = plugin_id
        self._session = session
        self._asked: list[str] | None = None
        self._tell = tell
        self._told: set[str] = set()
        self._dialect = dialect_named(session.facts.dialect)
        self._connection = judging.info(session)
        self._policy = judging.policy(session)
        self._demands = judging.demands(session)

    def see(self, sql: str, query_id: str) -> None:
        """Ask whether a statement may be sent.

        Raises:
            StatementVetoed: A plugin says that it may not.
            StatementUnjudged: A plugin gives no answer, and the connection demands one.
        """
        if self._asked is None:
            self._asked = self._judging.asked_from_thread(self._plugin_id)
        if not self._asked:
            return
        user = self._session.living.surroundings.user
        query = QueryInfo(
            query_id or uuid.uuid4().hex,
            self._connection,
            told_sql(self._dialect, sql, self._policy),
            kind_of(self._dialect, sql),
            user,
            time.time(),
            self._plugin_id,
        )
        silent, veto = self._judging.ask_from_thread(query, self._asked)
        if veto is not None:
            raise veto
        for name, error in silent.items():
            if self._demands:
                raise StatementUnjudged(plugin=name) from error
            if name not in self._told:
                self._told.add(name)
                self._tell(f"The plugin {name} was asked, and gave no answer: statements are sent without it.")


def _reason(veto: Veto) -> str:
    return veto.reason.strip()[:_LONGEST_REASON] or "it gave no reason."
