"""What a connection's server holds, read on the metadata lane or through a session."""

from collections.abc import Callable
from typing import TypeVar

from lapwing.domain.catalog import (
    CatalogObject,
    DatabaseList,
    DescribeObject,
    DescribeRelation,
    KindList,
    ListDatabases,
    ListKinds,
    ListObjects,
    ListRelations,
    ListSchemas,
    ObjectList,
    ObjectProperties,
    RelationDetails,
    RelationList,
    SchemaList,
    StatementList,
    WriteStatements,
)
from lapwing.domain.operations import Permission
from lapwing.domain.schema_filter import shows_schema
from lapwing.drivers.base import Catalog
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.operations import operation

Answer = TypeVar("Answer")
Request = (
    ListSchemas
    | ListRelations
    | DescribeRelation
    | ListDatabases
    | ListKinds
    | ListObjects
    | DescribeObject
    | WriteStatements
)


class CatalogService:
    """Reads catalogues. A person's statement never waits for it, unless it was asked to use that person's session."""

    def __init__(self, connections: ConnectionsService, sessions: SessionsService, lanes: Lanes) -> None:
        self._connections = connections
        self._sessions = sessions
        self._lanes = lanes

    async def _read(self, request: Request, read: Callable[[Catalog], Answer]) -> Answer:
        """Read where the request says: on the connection's lane, through a session, or in another database."""
        database = "" if isinstance(request, ListDatabases) else request.database
        if not request.session_id:
            return await self._lanes.do(request.connection_id, lambda session: read(session.catalog), database)
        found = self._sessions.find(request.session_id)
        if database in {"", found.living.surroundings.database}:
            return await found.thread.do(lambda session: read(session.catalog), needs_life=False)
        return await self._lanes.do_beside(found.id, found.living.way, lambda session: read(session.catalog), database)

    @operation("catalog.databases", needs=Permission.SCHEMA_READ)
    async def databases(self, request: ListDatabases) -> DatabaseList:
        """The databases of a server, where it has them apart from schemas."""
        return DatabaseList(tuple(await self._read(request, lambda catalog: catalog.databases())))

    @operation("catalog.schemas", needs=Permission.SCHEMA_READ)
    async def schemas(self, request: ListSchemas) -> SchemaList:
        """The schemas of a database (SQLite: main, temp and attached files), as far as the connection shows them."""
        found = await self._read(request, lambda catalog: catalog.schemas())
        patterns = self._schema_patterns(request)
        shown = [schema for schema in found if shows_schema(patterns, schema.name)]
        return SchemaList(tuple(found if request.shows_all else shown), len(found) - len(shown))

    def _schema_patterns(self, request: ListSchemas) -> tuple[str, ...]:
        connection_id = request.connection_id
        if request.session_id:
            connection_id = self._sessions.find(request.session_id).connection_id
        return self._connections.find(connection_id).schemas if connection_id else ()

    @operation("catalog.relations", needs=Permission.SCHEMA_READ)
    async def relations(self, request: ListRelations) -> RelationList:
        """Tables and views of one schema, by name."""
        return RelationList(tuple(await self._read(request, lambda catalog: catalog.relations(request.schema))))

    @operation("catalog.describe", needs=Permission.SCHEMA_READ)
    async def describe(self, request: DescribeRelation) -> RelationDetails:
        """Columns, keys, indexes, triggers and definition of one relation."""
        return await self._read(request, lambda catalog: catalog.describe(request.schema, request.name))

    @operation("catalog.kinds", needs=Permission.SCHEMA_READ)
    async def kinds(self, request: ListKinds) -> KindList:
        """Of what kinds there are objects in the server, a database, a schema or a relation."""
        return KindList(
            tuple(
                await self._read(
                    request, lambda catalog: catalog.kinds(request.scope, request.schema, request.relation)
                )
            )
        )

    @operation("catalog.objects", needs=Permission.SCHEMA_READ)
    async def objects(self, request: ListObjects) -> ObjectList:
        """The objects of one kind in one place, by name."""
        return ObjectList(
            tuple(
                await self._read(
                    request, lambda catalog: catalog.objects(request.kind, request.schema, request.relation)
                )
            )
        )

    @operation("catalog.properties", needs=Permission.SCHEMA_READ)
    async def properties(self, request: DescribeObject) -> ObjectProperties:
        """Everything about one object: its facts, what it depends on and what uses it, privileges, definition."""
        return await self._read(request, lambda catalog: catalog.properties(_wanted(request)))

    @operation("catalog.statements", needs=Permission.SCHEMA_READ)
    async def statements(self, request: WriteStatements) -> StatementList:
        """The usual statements for one object, written but not run."""
        cascade = request.cascade
        return StatementList(
            tuple(await self._read(request, lambda catalog: catalog.statements(_wanted(request), cascade=cascade)))
        )


def _wanted(request: DescribeObject | WriteStatements) -> CatalogObject:
    return CatalogObject(request.kind, request.schema, request.name, request.signature, request.parent)
