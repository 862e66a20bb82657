"""What is below a row of the navigator, asked of the engine."""

from collections.abc import AsyncIterator
from typing import Final

from lapwing.domain.catalog import (
    DatabaseList,
    DescribeRelation,
    KindList,
    ListDatabases,
    ListKinds,
    ListObjects,
    ListRelations,
    ListSchemas,
    ObjectKind,
    ObjectList,
    ObjectScope,
    Relation,
    RelationDetails,
    RelationList,
    Schema,
    SchemaList,
)
from lapwing.domain.errors import LapwingError
from lapwing.gui.browser.catalog_nodes import (
    database_nodes,
    folder_nodes,
    hidden_node,
    kind_nodes,
    note_node,
    object_nodes,
    part_nodes,
    schema_nodes,
)
from lapwing.gui.browser.nodes import Kind, Node, connection_of, database_of
from lapwing.gui.client import EngineClient

_IN_SCHEMA: Final = frozenset({ObjectScope.SCHEMA, ObjectScope.RELATION})


class CatalogReader:
    """Reads children of rows: one level at a time. GUI thread; waits, but never blocks.

    Attributes:
        shows_all: The connections whose schema filter is off for now, by id.
    """

    def __init__(self, client: EngineClient) -> None:
        self._client = client
        self.shows_all: set[str] = set()

    async def stages(self, node: Node, *, is_first: bool) -> AsyncIterator[list[Node]]:
        """What is below a row now: first what people look for most, then, by and by, all; the last one is complete.

        Args:
            is_first: Whether nothing was known below it; then what people look for first comes open.

        Raises:
            LapwingError: It cannot be read.
        """
        connection = connection_of(node)
        assert connection is not None
        fact, database = node.fact, database_of(node)
        if isinstance(fact, ObjectKind):
            yield await self._objects(node, fact, connection.id, database)
            return
        if isinstance(fact, Schema):
            relations = ListRelations(fact.name, connection.id, database=database)
            found = await self._client.call("catalog.relations", relations, RelationList)
            tops = folder_nodes(found.relations, opens_tables=is_first and node.is_open)
            places = [ListKinds(ObjectScope.SCHEMA, connection.id, database, fact.name)]
        elif isinstance(fact, Relation):
            about = DescribeRelation(fact.schema, fact.name, connection.id, database=database)
            tops = part_nodes(await self._client.call("catalog.describe", about, RelationDetails))
            places = [ListKinds(ObjectScope.RELATION, connection.id, database, fact.schema, fact.name)]
        elif node.kind is Kind.DATABASE:
            tops = await self._schemas(connection.id, database, is_first=is_first)
            places = [ListKinds(ObjectScope.DATABASE, connection.id, database)]
        else:
            tops, places = await self._server(connection.id, is_first=is_first)
        yield tops
        for place in places:
            tops = [*tops, *await self._kinds(place, tops)]
            yield tops

    async def children(self, node: Node) -> list[Node]:
        """Everything below a row that was read before.

        Raises:
            LapwingError: It cannot be read.
        """
        return [children async for children in self.stages(node, is_first=False)][-1]

    async def _server(self, connection_id: str, *, is_first: bool) -> tuple[list[Node], list[ListKinds]]:
        """Databases where there are such, else schemas; and the places whose kinds stand beside them."""
        found = await self._client.call("catalog.databases", ListDatabases(connection_id), DatabaseList)
        server = ListKinds(ObjectScope.SERVER, connection_id)
        if found.databases:
            return database_nodes(found.databases, opens_current=is_first), [server]
        schemas = await self._schemas(connection_id, "", is_first=is_first)
        return schemas, [ListKinds(ObjectScope.DATABASE, connection_id), server]

    async def _schemas(self, connection_id: str, database: str, *, is_first: bool) -> list[Node]:
        shows_all = connection_id in self.shows_all
        request = ListSchemas(connection_id, database=database, shows_all=shows_all)
        found = await self._client.call("catalog.schemas", request, SchemaList)
        nodes = schema_nodes(found.schemas, opens_default=is_first)
        return [*nodes, hidden_node(found.hidden, is_shown=shows_all)] if found.hidden else nodes

    async def _kinds(self, place: ListKinds, known: list[Node]) -> list[Node]:
        """Folders of the kinds that a place has; a row with the reason where they cannot be told."""
        try:
            found = await self._client.call("catalog.kinds", place, KindList)
        except LapwingError as error:
            note = note_node(error)
            return [] if any((node.kind, node.key) == (note.kind, note.key) for node in known) else [note]
        return kind_nodes(found.kinds, known)

    async def _objects(self, node: Node, kind: ObjectKind, connection_id: str, database: str) -> list[Node]:
        relation = node.above(Kind.RELATION)
        schema = node.above(Kind.SCHEMA)
        request = ListObjects(
            kind.kind,
            connection_id,
            database,
            schema.name if schema is not None and kind.scope in _IN_SCHEMA else "",
            relation.name if relation is not None and kind.scope is ObjectScope.RELATION else "",
        )
        found = await self._client.call("catalog.objects", request, ObjectList)
        return object_nodes(found.objects)
