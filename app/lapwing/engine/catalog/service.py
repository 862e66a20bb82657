"""What a connection's database holds, read on the metadata lane or through a session."""

from collections.abc import Callable
from typing import TypeVar

from lapwing.domain.catalog import (
    DescribeRelation,
    ListRelations,
    ListSchemas,
    RelationDetails,
    RelationList,
    SchemaList,
)
from lapwing.domain.operations import Permission
from lapwing.drivers.base import Catalog
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.operations import operation

Answer = TypeVar("Answer")


class CatalogService:
    """Reads catalogues. A person's statement never waits for it, unless it was asked to use that person's session."""

    def __init__(self, sessions: SessionsService, lanes: Lanes) -> None:
        self._sessions = sessions
        self._lanes = lanes

    async def _read(self, connection_id: str, session_id: str, read: Callable[[Catalog], Answer]) -> Answer:
        if not session_id:
            return await self._lanes.do(connection_id, lambda session: read(session.catalog))
        found = self._sessions.find(session_id)
        return await found.thread.do(lambda session: read(session.catalog), needs_life=False)

    @operation("catalog.schemas", needs=Permission.SCHEMA_READ)
    async def schemas(self, request: ListSchemas) -> SchemaList:
        """The schemas of a database (for SQLite: main, temp and attached files)."""
        found = await self._read(request.connection_id, request.session_id, lambda catalog: catalog.schemas())
        return SchemaList(tuple(found))

    @operation("catalog.relations", needs=Permission.SCHEMA_READ)
    async def relations(self, request: ListRelations) -> RelationList:
        """Tables and views of one schema, by name."""
        schema = request.schema
        found = await self._read(request.connection_id, request.session_id, lambda catalog: catalog.relations(schema))
        return RelationList(tuple(found))

    @operation("catalog.describe", needs=Permission.SCHEMA_READ)
    async def describe(self, request: DescribeRelation) -> RelationDetails:
        """Columns, keys, indexes, triggers and definition of one relation."""
        return await self._read(
            request.connection_id,
            request.session_id,
            lambda catalog: catalog.describe(request.schema, request.name),
        )
