"""Finding the row of an object, reading what lies above it where that is not known yet."""

from collections.abc import Iterator

from lapwing.domain.catalog import Database, Schema
from lapwing.gui.browser.nodes import Kind, Load, Node, ref_of
from lapwing.gui.browser.object_ref import RELATIONS, ObjectRef
from lapwing.gui.browser.presenter import NavigatorPresenter
from lapwing.gui.browser.tree_model import TreeModel


async def find_row(model: TreeModel, presenter: NavigatorPresenter, wanted: ObjectRef) -> Node | None:
    """The row of an object; None where there is none, or what it lies in cannot be read.

    Of a relation the kind may be empty, and so may the schema: then it is looked for in the default one first.
    """
    connection = _connection(model, wanted.connection_id)
    if connection is None:
        await presenter.connections_known()
        connection = _connection(model, wanted.connection_id)
    if connection is None:
        return None
    await presenter.loaded(connection)
    place = _database(connection, wanted.database)
    if place is None:
        return None
    await presenter.loaded(place)
    is_relation = wanted.kind in {"", *RELATIONS}
    if not wanted.schema and not is_relation:
        return await _among(presenter, [place, connection], wanted)
    schemas = await _schemas(presenter, place, wanted.schema)
    if wanted.parent:
        return await _part(presenter, schemas, wanted)
    if is_relation:
        return _relation(schemas, wanted.name)
    return await _among(presenter, schemas, wanted)


def _connection(model: TreeModel, connection_id: str) -> Node | None:
    return next((node for node in model.connections() if node.key == connection_id), None)


def _database(connection: Node, name: str) -> Node | None:
    """Where schemas lie: the row of a database, or the connection where it has none."""
    rows = [node for node in connection.children if isinstance(node.fact, Database)]
    if not rows:
        return connection
    return next(
        (
            node
            for node in rows
            if isinstance(node.fact, Database) and (node.name == name if name else node.fact.is_current)
        ),
        None,
    )


async def _schemas(presenter: NavigatorPresenter, place: Node, name: str) -> list[Node]:
    """The schema asked for; without a name the default one, and then what is read of the others."""
    rows = [node for node in place.children if isinstance(node.fact, Schema)]
    first = [
        node for node in rows if isinstance(node.fact, Schema) and (node.name == name if name else node.fact.is_default)
    ]
    for node in first:
        await presenter.loaded(node)
    return first if name else [*first, *(node for node in rows if node not in first)]


def relations_below(node: Node) -> Iterator[Node]:
    """The tables and views in the folders of a row, as far as they are known."""
    for child in node.children:
        if child.kind is Kind.RELATION:
            yield child
        elif child.kind is Kind.FOLDER and child.load is Load.NONE_NEEDED:
            yield from relations_below(child)


def _relation(schemas: list[Node], name: str) -> Node | None:
    return next((node for schema in schemas for node in relations_below(schema) if node.name == name), None)


async def _part(presenter: NavigatorPresenter, schemas: list[Node], wanted: ObjectRef) -> Node | None:
    relation = _relation(schemas, wanted.parent)
    if relation is None:
        return None
    await presenter.loaded(relation)
    return await _among(presenter, [relation], wanted)


async def _among(presenter: NavigatorPresenter, places: list[Node], wanted: ObjectRef) -> Node | None:
    for place in places:
        above = next((node for node in place.children if ref_of(node) == wanted), None)
        if above is not None:
            return above
        for folder in [node for node in place.children if node.kind is Kind.FOLDER and node.key == wanted.kind]:
            await presenter.loaded(folder)
            for node in folder.children:
                if ref_of(node) == wanted:
                    return node
    return None
