"""One window: navigator, documents, status bar, and what the actions do in it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from lapwing.domain.connections import Connection
from lapwing.domain.visible import visible_text
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.navigator import NavigatorView
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord, WindowRecord
from lapwing.gui.recent import RecentFiles
from lapwing.gui.shell.closed_pages import ClosedPages
from lapwing.gui.shell.closing import may_leave_all, may_remove
from lapwing.gui.shell.documents import Documents
from lapwing.gui.shell.kept_numbers import whole_numbers
from lapwing.gui.shell.kept_pages import kept
from lapwing.gui.shell.opening import Opening
from lapwing.gui.shell.page import Page
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.status_bar import StatusBar
from lapwing.gui.shell.table_feature import open_table
from lapwing.gui.shell.tool_row import flat_line
from lapwing.gui.shell.welcome_place import WelcomePlace
from lapwing.gui.shell.window_actions import WindowActions
from lapwing.gui.shell.window_notices import WindowNotices
from lapwing.gui.shell.window_on_screen import FIRST_SIZE, WindowOnScreen
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import Banner, Level
from lapwing.gui.widgets.reading_order import step_in_reading_order

_NAVIGATOR_PX = 264
_TITLE_CHARS = 200
_CLOSING_S = 2.0
_KEEP_MS = 300
"""After the window was moved, resized or divided anew, the journal hears of it within this time."""

PageMaker = Callable[["MainWindow", dict[str, str]], Page]
"""Makes a page of one kind from its state."""


class MainWindow(QMainWindow):
    """Everything in one window meets here. Qt's thread.

    Attributes:
        page_makers: How pages come back that have a state, by their kinds; features enter theirs.
        before_close: Asked before the window closes; one that says no keeps it open.
        closed_pages: Those that can be opened again.
        feature_state: What features want back after a restart, by names that begin with `feature.`.

    Signals:
        closed(): the window is gone.
        new_window_wanted()
        quit_wanted(): every window is to be closed.
        setting_wanted(str): a setting is to be shown in its dialog.
        history_wanted(int): an entry of the history is to be opened in an editor; its id.
        run_again_wanted(QueryTab, str, object): a statement is to be run again for so many rows, or all (None).
    """

    closed = Signal()
    run_again_wanted = Signal(QWidget, str, object)
    setting_wanted = Signal(str)
    history_wanted = Signal(int)
    new_window_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        client: EngineClient,
        saved: SavedConnections,
        journal: Journal,
        recent: RecentFiles,
        record: WindowRecord,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Lapwing")
        self.setAcceptDrops(True)
        self.id = record.id
        self.client = client
        self.saved = saved
        self.journal = journal
        self.recent = recent
        self.on_screen = WindowOnScreen(self)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        self._count = 0
        self.banner = Banner(self, name="window_banner")
        self.notices = WindowNotices(self.banner)
        self.navigator = NavigatorView(client)
        self.documents = Documents(self)
        self.status = StatusBar(self)
        self._lay_out()
        self.page_makers: dict[str, PageMaker] = {}
        self.before_close: list[Callable[[], Awaitable[bool]]] = []
        self.feature_state = {name: text for name, text in record.state.items() if name.startswith("feature.")}
        self.closed_pages = ClosedPages(self)
        self.opening = Opening(self)
        self.welcome = WelcomePlace(self)
        self.actions_of_window = WindowActions(self)
        self.actions_of_window.bind()
        self._connect()
        self._restore_geometry(record)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("window_splitter")
        self.splitter.addWidget(self.navigator)
        self.splitter.addWidget(self.documents)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_NAVIGATOR_PX, FIRST_SIZE.width() - _NAVIGATOR_PX])
        whole = QWidget()
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addWidget(self.splitter, 1)
        down.addWidget(flat_line())
        down.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        documents, navigator = self.documents, self.navigator
        documents.current_changed.connect(self._show_state)
        documents.close_wanted.connect(lambda page: self.start(self.close_page(page)))
        documents.new_wanted.connect(self.new_editor)
        documents.moved.connect(self.keep)
        self.splitter.splitterMoved.connect(lambda *_: self._keeping.start())
        navigator.open_data.connect(self.open_data)
        navigator.open_editor.connect(
            lambda connection_id, database: self.new_editor(connection_id=connection_id, database=database)
        )
        navigator.remove_connection.connect(lambda connection_id: self.start(self._remove_connection(connection_id)))
        navigator.files_chosen.connect(self.open_paths)
        navigator.edit_connection.connect(self.edit_connection)
        navigator.new_connection.connect(self.edit_connection)
        self.saved.trouble.connect(self.notices.warn)
        self.client.state_changed.connect(self._engine_changed)
        self.status.show_engine(self.client.state)
        Theme.current().changed.connect(self._show_state)

    # pages

    def pages(self) -> list[Page]:
        return [page for page in self.documents if isinstance(page, Page)]

    def editors(self) -> list[QueryTab]:
        return [page for page in self.documents if isinstance(page, QueryTab)]

    @property
    def tab(self) -> QueryTab | None:
        """The editor tab in front."""
        page = self.documents.current
        return page if isinstance(page, QueryTab) else None

    def show_welcome(self) -> None:
        """Bring the welcome page to the front, made if it is not there."""
        self.welcome.show()

    def add_page(self, page: Page) -> None:
        """Put a page at the end and in front."""
        page.changed.connect(lambda: self._page_changed(page))
        page.rearranged.connect(self._keeping.start)
        dress = page.dress()
        self.documents.add(page, icon_name=dress.icon_name, color=dress.color, title=dress.title)
        self._page_changed(page)
        self.keep()

    def add_tab(self, tab: QueryTab) -> QueryTab:
        """Put an editor tab in front."""
        if not tab.title:
            self._count += 1
            tab.title = self.tr("Query {number}").format(number=self._count)
        tab.changing_connection.connect(lambda connection_id: self.start(self._change_connection(tab, connection_id)))
        tab.tools.action_wanted.connect(lambda action_id: self.actions_of_window.set.action(action_id).trigger())
        tab.assist.data_wanted.connect(self.open_data)
        tab.assist.relation_wanted.connect(self.show_relation)
        tab.notice.script_wanted.connect(
            lambda title, text: self.new_editor(
                connection_id=tab.session.place.connection_id,
                database=tab.session.place.database,
                text=text,
                title=title,
            )
        )
        tab.run_again_wanted.connect(lambda sql, rows: self.run_again_wanted.emit(tab, sql, rows))
        tab.keep()
        self.add_page(tab)
        return tab

    def new_editor(self, *, connection_id: str = "", database: str = "", text: str = "", title: str = "") -> QueryTab:
        """A new editor on a connection (on another `database` of its server), or on what is chosen in the navigator if
        that has the focus, or on what the tab in front is on."""
        if not connection_id and self.navigator.has_focus():
            connection_id, database = self.navigator.current_connection_id, self.navigator.current_database
        tab = QueryTab(self.client, self.saved, self.journal)
        tab.title = title
        if not connection_id and self.tab is not None:
            connection_id, database = self.tab.session.place.connection_id, self.tab.session.place.database
        if not connection_id and len(self.saved.connections) == 1:
            connection_id = self.saved.connections[0].id
        if connection_id:
            tab.begin_on(Place(connection_id, database=database))
        self.add_tab(tab)
        if text:
            tab.set_text(text)
        tab.editor.setFocus()
        return tab

    def restore_tab(self, record: EditorRecord) -> QueryTab:
        """An editor as the journal kept it."""
        return self.add_tab(QueryTab(self.client, self.saved, self.journal, record))

    async def close_page(self, page: QWidget) -> bool:
        """Close a page, after asking where something would be lost; whether it was closed."""
        if isinstance(page, Page):
            if not await page.may_close(self):
                return False
            self.closed_pages.note(page)
            page.let_go()
        self.documents.remove(page)
        if isinstance(page, Page):
            await page.close_page()
        if not isValid(self):
            return True  # the window was closed meanwhile, and took the page along
        page.deleteLater()
        if not len(self.documents):
            self.show_welcome()
        self.keep()
        return True

    # opening things: `opening` knows how

    def open_paths(self, paths: list[str]) -> None:
        """Open files and URLs: databases as connections, other files in an editor."""
        for path in paths:
            self.start(self.opening.open_place(path))

    async def open_sample(self) -> QueryTab | None:
        """Make the sample database where it is missing, and open it with its first query."""
        return await self.opening.open_sample()

    def open_data(self, connection_id: str, schema: str, name: str, database: str = "") -> None:
        """The rows of a table in a tab; an empty schema is the session's own, an empty database the connection's."""
        open_table(self, Place(connection_id, database=database), schema, name)

    def show_relation(self, connection_id: str, schema: str, relation: str, database: str = "") -> None:
        """A table or view in the navigator."""
        self.navigator.show()
        self.navigator.reveal_relation(connection_id, schema, relation, database)
        self.actions_of_window.update()

    def edit_connection(
        self, connection_id: str = "", *, like: Connection | None = None, place: str | None = None
    ) -> None:
        """The dialog for a saved connection, or for a new one, which may begin `like` another one.

        With a `place`, a text that says where it is, or nothing so far, it is for connecting without saving.
        """
        self.opening.edit_connection(connection_id, like, place)

    async def _remove_connection(self, connection_id: str) -> None:
        if await may_remove(self, connection_id):
            await self.saved.remove(connection_id)
            Favorites.of(self.client).forget_connection(connection_id)

    async def _change_connection(self, tab: QueryTab, connection_id: str) -> None:
        if await tab.may_leave(self):
            await tab.move_to(Place(connection_id))
        else:
            tab.fill_connections()

    # what is shown

    def _page_changed(self, page: Page) -> None:
        if page not in list(self.documents):
            return
        dress = page.dress()
        self.documents.dress(
            page,
            dress.title,
            icon_name=dress.icon_name,
            color=dress.color,
            tip=dress.tip,
            modified=dress.modified,
            running=dress.running,
        )
        if page is self.documents.current:
            self._show_state()

    def _show_state(self) -> None:
        page = self.documents.current
        front = page if isinstance(page, Page) else None
        self.status.show_page(front.status() if front is not None else None)
        title = visible_text(front.title[:_TITLE_CHARS]) if front is not None else ""
        self.setWindowTitle(f"{title} – Lapwing" if title else "Lapwing")
        self.actions_of_window.update()

    def _engine_changed(self, state: EngineState, sentence: str) -> None:
        self.status.show_engine(state)
        if state is EngineState.GONE:
            self.say(Level.ERROR, sentence)

    def say(self, level: Level, text: str) -> None:
        """A line above everything, until it is closed or another comes (`notices` knows what else stays there)."""
        self.notices.say(level, text)

    # keeping

    def record(self) -> WindowRecord:
        """The window as the journal keeps it."""
        tab = self.tab
        state = (
            {
                "navigator": "1" if self.navigator.isVisibleTo(self) else "0",
                "sizes": ",".join(str(size) for size in self.splitter.sizes()),
            }
            | self.feature_state
            | kept(self.documents, self.documents.current)
        )
        return WindowRecord(
            id=self.id,
            geometry_b64=self.on_screen.geometry_b64,
            state=state,
            tabs=tuple(page.id for page in self.editors()),
            active=tab.id if tab is not None else "",
        )

    def keep(self) -> None:
        """Tell the journal what the window looks like."""
        if not self._closing:
            self.journal.window(self.record())

    def _restore_geometry(self, record: WindowRecord) -> None:
        self.on_screen.restore(record.geometry_b64)
        sizes = whole_numbers(record.state.get("sizes", ""))
        if len(sizes) == 2:
            self.splitter.setSizes(sizes)
        self.navigator.setVisible(record.state.get("navigator", "1") != "0")

    # life

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Let work go on beside the window."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step_in_reading_order(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
            return
        event.ignore()
        self.start(self.close_window())

    async def close_window(self) -> bool:
        """Close everything, after asking about open transactions; whether the window was closed."""
        if not await may_leave_all(self):
            return False
        for may_close in self.before_close:
            if not await may_close():
                return False
        for page in self.pages():
            page.drop_work()
        self.keep()
        self._closing = True
        with suppress(TimeoutError):  # an engine that hangs is ended later, and takes its sessions along
            await asyncio.wait_for(asyncio.gather(*(page.close_page() for page in self.pages())), _CLOSING_S)
        self.close()
        self.closed.emit()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.on_screen.activated() if self.isActiveWindow() else self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keeping.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._keeping.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_paths(files)
