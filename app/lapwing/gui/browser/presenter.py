"""Reads connections and catalogues for the navigator, when a row is opened and when something changed."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from lapwing.domain.catalog import ObjectKind, ObjectScope, Schema
from lapwing.domain.connections import Connection, ConnectionList
from lapwing.domain.environments import SHIPPED, EnvironmentList, EnvironmentPolicy
from lapwing.domain.errors import LapwingError
from lapwing.domain.events import (
    ConnectionDisconnected,
    ConnectionsChanged,
    EnvironmentsChanged,
    Event,
    EventsMissed,
    SchemaChanged,
)
from lapwing.gui.browser.catalog_nodes import connection_nodes, error_nodes, favorite_nodes, loading_node
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.nodes import Kind, Load, Node, connection_of
from lapwing.gui.browser.numbers import whole_count
from lapwing.gui.browser.reading import CatalogReader
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.client import EngineClient, EngineState

_PATIENCE_S: Final = 0.3
"""What takes longer is shown to be under way."""
_CHEAP: Final = 5_000
"""A folder with more objects is not read just because somebody filters."""
_CHEAP_SCHEMAS: Final = 20
_FORGOTTEN: Final = frozenset({Kind.RELATION, Kind.FOLDER})
"""Rows whose children are not read again while they are closed, but when they are opened."""
_FAILURES: Final = frozenset({Kind.ERROR, Kind.RETRY})


class NavigatorPresenter(QObject):
    """Keeps a `TreeModel` in step with the engine. GUI thread; waits, but never blocks.

    Signals:
        listed: The list of connections is there, or is another now.
        left(Node): A person disconnected this connection; what is below it is about to be forgotten.
        busy(bool): Something that was loaded is being read again, for longer than a person waits gladly.
    """

    listed = Signal()
    left = Signal(object)
    busy = Signal(bool)

    def __init__(self, client: EngineClient, model: TreeModel, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._model = model
        self._reader = CatalogReader(client)
        self._favorites = Favorites.of(client)
        self._connections: Sequence[Connection] = ()
        self._policies: Sequence[EnvironmentPolicy] = SHIPPED
        self._tasks: set[asyncio.Task[None]] = set()
        self._loading: dict[int, asyncio.Task[None]] = {}
        """First readings under way, by the numbers of their rows."""
        self._refreshing: dict[str, bool] = {}
        """Connections being read again, and whether they have to be read once more after that."""
        self._rereading: dict[str, asyncio.Task[None]] = {}
        self._outdated: set[int] = set()
        """Rows whose first reading is under way while something changed already."""
        self._listing: asyncio.Task[None] | None = None
        self._list_again = False
        tasks = self._tasks
        parent.destroyed.connect(lambda _gone: _cancel(tasks))
        self._favorites.changed.connect(self._show_favorites)
        client.told.connect(self._hear)
        client.state_changed.connect(self._engine_changed)
        if client.state is EngineState.READY:
            self.list_connections()

    def _hear(self, event: Event) -> None:
        if isinstance(event, ConnectionsChanged | EnvironmentsChanged):
            self.list_connections()
        elif isinstance(event, SchemaChanged):
            self.refresh_connection(event.connection_id)
        elif isinstance(event, ConnectionDisconnected):
            self.leave(event.connection_id)
        elif isinstance(event, EventsMissed):
            self.refresh()

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY:
            self.list_connections()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect in a task is not swallowed: it comes out of the loop."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()

    # connections

    def list_connections(self) -> None:
        """Read the list of connections; what is loaded below those that stay is kept."""
        self._list_again = self._listing is not None
        if self._listing is None:
            self._listing = self._start(self._list())

    async def connections_known(self) -> None:
        """Return when the list of connections is not being read, which it is while one of them is new."""
        while self._listing is not None and not self._listing.done():
            await asyncio.wait([self._listing])

    async def _list(self) -> None:
        try:
            answer = await self._client.call("connection.list", None, ConnectionList)
            policies = await self._client.call("environment.list", None, EnvironmentList)
            self._policies = policies.environments
            self._show_connections(answer.connections)
        except LapwingError as error:
            kept = [node for node in self._model.root.children if node.kind not in _FAILURES]
            self._model.set_children(self._model.root, [*error_nodes(error), *kept])
        finally:
            self._listing = None
        self.listed.emit()
        if self._list_again:
            self.list_connections()

    def _show_connections(self, connections: Sequence[Connection]) -> None:
        moved = {connection.id: (connection.url, connection.schemas) for connection in connections}
        for node in list(self._model.connections()):
            connection = connection_of(node)
            assert connection is not None
            place = connection.url, connection.schemas
            if node.load is not Load.NOT_YET and moved.get(connection.id, place) != place:
                self._unload(node)
        self._connections = connections
        self._model.set_children(self._model.root, self._tops())

    def _tops(self) -> list[Node]:
        favorites = favorite_nodes(self._favorites.objects, self._connections)
        return [*favorites, *connection_nodes(self._connections, self._policies)]

    def _show_favorites(self) -> None:
        failures = [node for node in self._model.root.children if node.kind in _FAILURES]
        self._model.set_children(self._model.root, [*failures, *self._tops()])

    # opening

    def load(self, node: Node) -> None:
        """Read what is below a row, unless that is known or under way."""
        if node.load in {Load.NOT_YET, Load.FAILED}:
            node.load = Load.UNDER_WAY
            task = self._start(self._load(node))
            self._loading[node.id] = task
            task.add_done_callback(lambda _task: self._loading.pop(node.id, None))

    async def loaded(self, node: Node) -> None:
        """Read what is below a row if that is not known, and return when all of it is, or cannot be read."""
        self.load(node)
        if node.id in self._loading:
            await asyncio.wait([self._loading[node.id]])

    def retry(self, node: Node) -> None:
        """Read again what failed above a "Try again" row."""
        parent = node.parent
        if parent is None or parent is self._model.root:
            self.list_connections()
            return
        if parent.load is Load.FAILED:
            self._model.set_children(parent, [])
            self.load(parent)
        else:
            self.refresh(parent)

    def toggle_hidden(self, node: Node) -> None:
        """Show the schemas that a connection's filter hides, or hide them again; until the program ends."""
        connection = connection_of(node)
        if connection is not None:
            self._reader.shows_all ^= {connection.id}
            self.refresh(node)

    async def _load(self, node: Node) -> None:
        waiting = asyncio.get_running_loop().call_later(_PATIENCE_S, self._show_loading, node)
        try:
            async for children in self._reader.stages(node, is_first=True):
                waiting.cancel()
                node.load = Load.DONE
                _count(node, children)
                self._model.set_children(node, children)
                self._model.tell_changed(node)
        except LapwingError as error:
            self._fail(node, error)
        finally:
            waiting.cancel()
        if self._model.is_filtered:
            self.load_for_filter()
        if node.id in self._outdated:
            self._outdated.discard(node.id)
            self._refresh(node)

    def _fail(self, node: Node, error: LapwingError) -> None:
        node.load = Load.FAILED
        self._model.set_children(node, error_nodes(error))
        self._model.tell_changed(node)

    def _show_loading(self, node: Node) -> None:
        if self._model.holds(node) and node.load is Load.UNDER_WAY:
            self._model.set_children(node, [loading_node()])

    def load_for_filter(self) -> None:
        """Read what a filter is to look through as well, where that is cheap: the rest of what is open."""
        waiting = [self._model.root]
        while waiting:
            node = waiting.pop()
            if node.load is Load.NOT_YET and _is_cheap(node):
                self.load(node)
            waiting += [child for child in node.children if child.kind is not Kind.RELATION]  # below is nothing cheap

    # reading again

    def refresh(self, node: Node | None = None) -> None:
        """Read again: the connection of a row, or, without one, the list and every connection that is loaded."""
        connection = node.above(Kind.CONNECTION) if node is not None else None
        if connection is None:
            self.list_connections()
            self.refresh_all()
        else:
            self._refresh(connection)

    def refresh_all(self) -> None:
        """Read every connection again that is loaded."""
        for node in list(self._model.connections()):
            self._refresh(node)

    def refresh_connection(self, connection_id: str) -> None:
        """Read one connection again, as far as it is loaded."""
        for node in self._model.connections():
            if node.key == connection_id:
                self._refresh(node)
                return

    def _refresh(self, node: Node) -> None:
        if node.load is Load.NOT_YET:
            return
        if node.load is Load.FAILED:
            self.load(node)
        elif node.load is Load.UNDER_WAY:
            self._outdated.add(node.id)
        elif node.key in self._refreshing:
            self._refreshing[node.key] = True
        else:
            self._refreshing[node.key] = False
            self._rereading[node.key] = task = self._start(self._refresh_until_current(node))
            task.add_done_callback(lambda task: self._refreshed(node, is_ended=task.cancelled()))

    async def _refresh_until_current(self, node: Node) -> None:
        waiting = asyncio.get_running_loop().call_later(_PATIENCE_S, self.busy.emit, True)
        try:
            await self._read_again(node)
            while self._refreshing[node.key] and self._model.holds(node):
                self._refreshing[node.key] = False
                await self._read_again(node)
        finally:
            waiting.cancel()

    def _refreshed(self, node: Node, *, is_ended: bool) -> None:
        is_wanted_again = self._refreshing.pop(node.key)  # since the last look of who read
        del self._rereading[node.key]
        if not isValid(self):
            return
        if is_wanted_again and not is_ended and self._model.holds(node):
            self._refresh(node)
        elif not self._refreshing:
            self.busy.emit(False)

    async def _read_again(self, node: Node) -> None:
        """A row's children and what is loaded below them; what is loaded but closed is forgotten instead."""
        try:
            children = await self._reader.children(node)
        except LapwingError as error:
            kept = [child for child in node.children if child.kind not in _FAILURES]
            self._model.set_children(node, [*error_nodes(error), *kept])
            return
        if not self._model.holds(node):
            return
        node.load = Load.DONE
        _count(node, children)
        self._model.set_children(node, children)
        for child in _loaded_below(node):
            if child.kind in _FORGOTTEN and not (child.is_open or self._model.is_open(child)):
                self._unload(child)
            elif self._model.holds(child):
                await self._read_again(child)

    def _unload(self, node: Node) -> None:
        """Forget what is below a row; it is read when the row is opened again."""
        is_open, node.is_open = node.is_open, False
        node.load = Load.NOT_YET
        self._model.set_children(node, [])
        node.is_open = is_open
        if is_open:
            self.load(node)

    def leave(self, connection_id: str) -> None:
        """Close a connection's row, read nothing more, and forget what is below it; opened again, it connects again."""
        for node in [found for found in self._model.connections() if found.key == connection_id]:
            self.left.emit(node)
            for reading in [self._loading.get(below.id) for below in node.walk()] + [self._rereading.get(node.key)]:
                if reading is not None:
                    reading.cancel()
            self._unload(node)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside the window; it ends with the view."""
        self._start(work)


def _is_cheap(node: Node) -> bool:
    """Whether a row is read because somebody filters: a folder of a schema that is read, not too large, and schemas
    beside it where they are few."""
    parent = node.parent
    if parent is None or parent.load is not Load.DONE or parent.kind is Kind.RELATION:
        return False
    if isinstance(node.fact, ObjectKind):
        is_own = node.fact.scope is ObjectScope.SCHEMA
        return is_own and node.fact.count is not None and node.fact.count <= _CHEAP
    return isinstance(node.fact, Schema) and not node.fact.is_system and len(parent.children) <= _CHEAP_SCHEMAS


def _count(node: Node, children: Sequence[Node]) -> None:
    """A folder that was read knows how many there are."""
    if node.kind is Kind.FOLDER:
        node.detail = whole_count(len(children))


def _loaded_below(node: Node) -> list[Node]:
    """The nearest rows below whose children were read by themselves."""
    found: list[Node] = []
    for child in node.children:
        if child.load is Load.DONE or (child.load is Load.FAILED and child.kind is not Kind.RELATION):
            found.append(child)
        elif child.load is Load.NONE_NEEDED:
            found.extend(_loaded_below(child))
    return found


def _cancel(tasks: "set[asyncio.Task[None]]") -> None:
    for task in list(tasks):
        if not task.get_loop().is_closed():
            task.cancel()
