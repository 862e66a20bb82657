"""Testing a connection: which phases are passed, how long each takes, and what keeps it from being opened."""

import dataclasses

from lapwing.domain.connections import ConnectionTest, ConnectionTested, Phase, TransactionMode
from lapwing.domain.errors import LapwingError
from lapwing.domain.operations import Permission
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.openings import Openings
from lapwing.engine.connections.reviving import LivingSession
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.session_thread import SessionThread
from lapwing.engine.connections.ways import see_tunnel
from lapwing.engine.operations import Caller, operation


class ConnectionTests:
    """Opens sessions only to see whether they can be opened. Event loop's thread."""

    def __init__(self, connections: ConnectionsService, opener: Opener, openings: Openings) -> None:
        self._connections = connections
        self._opener = opener
        self._openings = openings

    @operation("connection.test", needs=Permission.CONNECTIONS_WRITE)
    async def test(self, request: ConnectionTest, caller: Caller) -> ConnectionTested:
        """Open a session, ask it where it is, and close it; what kept it from being opened stands in the answer.

        Cancelling the call, or `session.cancel_opening`, ends the test.

        Raises:
            ConnectionUnknown, UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid, TunnelInvalid: There is nothing
                to test.
        """
        way = self._connections.way(request.connection_id, request.url, password=request.password)
        connection = dataclasses.replace(way.connection, secret=request.secret or way.connection.secret)
        if request.url:
            connection = dataclasses.replace(connection, ssh=request.ssh)
        if request.startup_sql is not None:
            connection = dataclasses.replace(connection, startup_sql=request.startup_sql)
        way = dataclasses.replace(
            way,
            connection=connection,
            key_password=request.key_password,
            ssh_secret=request.ssh_secret,
            is_alone=True,
        )
        see_tunnel(connection)
        with self._openings.watched(request.opening_id, caller, way.shown) as opening:
            living = LivingSession(self._opener, way, opening, TransactionMode.AUTO, lambda _: None)
            thread = SessionThread("test", living)
            try:
                session = await thread.start()
            except LapwingError as error:
                return ConnectionTested(opening.passed(), _failed(opening, error), error.to_wire())
            try:
                return ConnectionTested(
                    opening.passed(), product=session.product, surroundings=living.surroundings, notes=session.notes
                )
            finally:
                await thread.close()


def _failed(opening: Opening, error: LapwingError) -> Phase | None:
    """The phase that was not passed; None when it was before the first, or what is opened has no phases."""
    told = error.facts.get("phase")
    return Phase(told) if isinstance(told, str) and told else opening.phase
