"""Closing a connection: the sessions of its tabs and those that read its catalogue."""

from lapwing.domain.connections import DisconnectConnection, Disconnected
from lapwing.domain.events import ConnectionDisconnected
from lapwing.domain.operations import Permission
from lapwing.engine.bus import Bus
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.operations import operation


class DisconnectingService:
    """Leaves a server when a person says so. Event loop's thread."""

    def __init__(self, bus: Bus, sessions: SessionsService, lanes: Lanes) -> None:
        self._bus = bus
        self._sessions = sessions
        self._lanes = lanes

    @operation("connection.disconnect", needs=Permission.QUERY_READ)
    async def disconnect(self, request: DisconnectConnection) -> Disconnected:
        """Close everything that is open on a saved connection, whoever opened it; what runs there is cancelled.

        It is opened again by the next statement, or by who looks into its catalogue.

        Raises:
            TransactionOpen: A transaction is open and `roll_back` was not said; everything stays open.
        """
        closed = await self._sessions.end_connection(request.connection_id, roll_back=request.roll_back)
        self._bus.publish(ConnectionDisconnected(request.connection_id))
        await self._lanes.leave(request.connection_id)
        return Disconnected(closed)
