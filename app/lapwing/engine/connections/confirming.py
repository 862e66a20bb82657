"""What a person has to confirm before it is sent. The engine decides; the faces ask, and say what was confirmed."""

import asyncio
from typing import Final

from lapwing.domain.connections import Confirmation, Connection
from lapwing.domain.environments import ConfirmationNeeded, JudgeRun, RunJudged, Safeguards, is_enough
from lapwing.domain.errors import RequestInvalid
from lapwing.domain.operations import Permission
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import OpenedSession
from lapwing.engine.operations import operation
from lapwing.sql.dialect import DIALECT_IDS, dialect_named

_LONGEST: Final = 1_000_000
"""Characters above which a text is not looked into; then all that the connection asks for has to be confirmed."""
_SHORT: Final = 10_000
"""Up to so many characters are judged at once, more in a thread."""
_SHOWN: Final = 50


class Confirming:
    """Judges runs by what is in force on their connections. Event loop's thread."""

    def __init__(self, connections: ConnectionsService) -> None:
        self._connections = connections

    @operation("query.judge", needs=Permission.QUERY_READ)
    async def judge(self, request: JudgeRun) -> RunJudged:
        """What of a text, or a file, a person has to confirm before it is run on a connection. Nothing is connected.

        Raises:
            ConnectionUnknown: There is no such connection.
            RequestInvalid: There is no such dialect.
        """
        if request.dialect not in DIALECT_IDS:
            raise RequestInvalid(operation="query.judge", reason=f"there is no dialect {request.dialect}.")
        connection = self._connections.find(request.connection_id)
        return await self._judged(connection, request.dialect, request.sql, request.path)

    async def see_confirmed(self, session: OpenedSession, sql: str, path: str, confirmed: Confirmation) -> None:
        """See that what is about to be run was confirmed as far as its connection asks for that.

        Raises:
            ConfirmationNeeded: It was not. Nothing was sent.
        """
        if confirmed is Confirmation.NAME:
            return
        found = await self._judged(session.living.way.connection, session.driver.dialect, sql, path)
        if not is_enough(Confirmation(confirmed), found.needed):
            raise ConfirmationNeeded(
                connection=found.connection,
                environment=found.environment,
                needed=found.needed.value,
                name=found.name,
            )

    def see_changes_confirmed(self, session: OpenedSession, confirmed: Confirmation) -> None:
        """The same for changes of rows, each of which is found by its key.

        Raises:
            ConfirmationNeeded: They were not confirmed. Nothing was sent.
        """
        connection = session.living.way.connection
        found = self._connections.safeguards(connection)
        if found.asks and not is_enough(Confirmation(confirmed), Confirmation.CHANGES):
            raise ConfirmationNeeded(
                connection=connection.name,
                environment=found.environment,
                needed=Confirmation.CHANGES.value,
                name="",
            )

    def see_ends_confirmed(self, connection: Connection, confirmed: Confirmation) -> None:
        """The same for ending what others run on its server: as it is asked for what destroys.

        Raises:
            ConfirmationNeeded: It was not confirmed. Nothing was sent.
        """
        found = self._connections.safeguards(connection)
        if not is_enough(Confirmation(confirmed), found.confirmation):
            raise ConfirmationNeeded(
                connection=connection.name,
                environment=found.environment,
                needed=found.confirmation.value,
                name=connection.name if found.confirmation is Confirmation.NAME else "",
            )

    async def _judged(self, connection: Connection, dialect_id: str, sql: str, path: str) -> RunJudged:
        found = self._connections.safeguards(connection)
        if not found.asks:
            return RunJudged(connection=connection.name, environment=found.environment)
        if path or len(sql) > _LONGEST:
            return RunJudged(
                found.confirmation, connection.name, 0, connection=connection.name, environment=found.environment
            )
        if len(sql) <= _SHORT:
            return _judge(connection, found, dialect_id, sql)
        return await asyncio.to_thread(_judge, connection, found, dialect_id, sql)


def _judge(connection: Connection, found: Safeguards, dialect_id: str, sql: str) -> RunJudged:
    from lapwing.sql.judging import judge  # seldom needed

    judged = judge(dialect_named(dialect_id), sql)
    by_name = judged.destroying if found.confirmation is Confirmation.NAME else ()
    places = by_name or judged.changing
    needed = Confirmation.NAME if by_name else Confirmation.CHANGES if places else Confirmation.NONE
    return RunJudged(
        needed,
        (judged.target or connection.name) if by_name else "",
        len(places),
        places[:_SHOWN],
        connection.name,
        found.environment,
    )
