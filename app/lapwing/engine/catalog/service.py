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
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.operations import operation

Answer = TypeVar("Answer")


class CatalogService:
    """Reads catalogues. A person's statement never waits for it: it has a session of its own."""

    def __init__(self, connections: ConnectionsService) -> None:
        self._connections = connections

    async def _read(self, connection_id: str, session_id: str, read: Callable[[Catalog], Answer]) -> Answer:
        if session_id:
            thread = self._connections.session(session_id).thread
        else:
            thread = await self._connections.metadata_lane(connection_id)
        return await thread.do(lambda session: read(session.catalog))

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
