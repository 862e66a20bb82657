"""Plugins in a window: their page, their menu, their panels, and what is known of them for other parts."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, EventsMissed
from lapwing.gui.actions import MenuId
from lapwing.gui.client import EngineState
from lapwing.gui.results.inspector.beside import BesideInspector
from lapwing.gui.shell.opening import Taker
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level, caption

if TYPE_CHECKING:
    from lapwing.domain.plugins.facts import PluginFacts
    from lapwing.domain.plugins.manifest import MenuEntry
    from lapwing.gui.shell.plugins_page import PluginsPage
    from lapwing.gui.shell.plugins_panel_page import PluginPanelPage
    from lapwing.gui.shell.window import MainWindow

_KIND: Final = "plugins"
_PANEL: Final = "plugin_panel"
_SOON_MS: Final = 300
_AT_START_MS: Final = 1_500
"""What plugins are made of is loaded when the window stands."""
_LONGEST: Final = 80
_MANIFEST: Final = "plugin.toml"
_ARCHIVES: Final = frozenset({".zip", ".whl"})
_SCRIPT: Final = b"# /// plugin"
_FIRST_BYTES: Final = 65_536


def attach(window: "MainWindow") -> Handlers:
    feature = PluginsFeature(window)
    return {
        "plugins.manage": lambda: feature.show("installed"),
        "plugins.browse": lambda: feature.show("browse"),
        "plugins.install": feature.choose_file,
    }


def is_package(path: Path) -> bool:
    """Whether a file or folder that was dropped on the window is a package of a plugin, as it looks. Blocking."""
    try:
        if path.is_dir():
            return (path / _MANIFEST).is_file()
        if path.suffix.lower() == ".py":
            with path.open("rb") as file:
                return _SCRIPT in file.read(_FIRST_BYTES)
    except OSError:  # who reads it says why it cannot be read
        return False
    return path.suffix.lower() in _ARCHIVES


def connection_of(page: QWidget) -> str:
    """The id of the saved connection that a page is about; empty: of none."""
    place = getattr(getattr(page, "session", page), "place", None)
    found = getattr(place, "connection_id", "") or getattr(page, "connection_id", "")
    return found if isinstance(found, str) else ""


class PluginsFeature(QObject):
    """Qt's thread.

    Attributes:
        plugins: Those that run, as they were read last.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setObjectName("plugins_feature")
        self._window = window
        self.plugins: tuple[PluginFacts, ...] = ()
        self._menu = window.actions_of_window.menus[MenuId.PLUGINS]
        self._made: list[QAction] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: window.start(self._read()))
        self._menu.aboutToShow.connect(self.fill)
        window.client.told.connect(self._hear)
        window.client.state_changed.connect(self._engine_changed)
        window.documents.current_changed.connect(self._show_page)
        window.opening.takers.append(Taker(is_package, self.install))
        window.page_makers[_KIND] = lambda _window, state: self._make(state)
        window.page_makers[_PANEL] = lambda _window, state: self._make_panel(state)
        if window.client.state is EngineState.READY:
            self._soon.start(_AT_START_MS)

    # what is known

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY:
            self._soon.start(_AT_START_MS)

    def _hear(self, event: Event) -> None:
        if isinstance(event, EventsMissed) or event.name == "plugins.changed":
            self._soon.start(_SOON_MS)

    async def _read(self) -> None:
        from lapwing.domain.plugins.facts import PluginList, PluginState
        from lapwing.gui.plugins.own_words import own_words

        try:
            found = await self._window.client.call("plugin.list", None, PluginList)
        except LapwingError:  # the engine is gone, which is told elsewhere
            return
        if isValid(self):  # the window may have been closed meanwhile
            running = (each for each in found.plugins if each.state is PluginState.RUNNING)
            self.plugins = tuple(own_words(each) for each in running)
            self._offer()

    def _offer(self) -> None:
        """What plugins do for values, to grids and inspectors of all windows."""
        from lapwing.gui.plugins.plugin_document import PluginDocumentPlace
        from lapwing.gui.results.plugin_offers import PluginOffers
        from lapwing.gui.shell.plugins_charts import document_chart

        offers = PluginOffers.of(self._window.client)
        offers.make_place = lambda parent: PluginDocumentPlace(document_chart, parent, name="value_document", edge_px=0)
        offers.know(self.plugins)

    def _show_page(self) -> None:
        """The rows of the page in front learn whose they are: how columns are shown is kept by connection."""
        page = self._window.documents.current
        rows = getattr(page, "results", None)
        if isinstance(rows, BesideInspector) and page is not None:
            rows.connection_of = partial(connection_of, page)

    # the menu

    def fill(self) -> None:
        """What plugins add to the menu, as it is known now: a submenu for each."""
        for old in self._made:
            self._menu.removeAction(old)
            old.deleteLater()
        self._made = []
        offering = [each for each in self.plugins if each.manifest.menu or each.manifest.panels]
        if offering:
            self._made.append(self._menu.addSeparator())
        for facts in offering:
            self._made.append(self._menu.addMenu(self._submenu(facts)))

    def _submenu(self, facts: "PluginFacts") -> QMenu:
        from lapwing.gui.shell.plugins_panel_page import panel_states

        menu = QMenu(caption(facts.manifest.name[:_LONGEST]), self._menu)
        menu.setObjectName(f"plugin_menu.{facts.manifest.id}")
        has_connection = bool(self._connection_in_front())
        for entry in facts.manifest.menu:
            action = menu.addAction(caption(entry.title[:_LONGEST]))
            action.setEnabled(has_connection or not entry.needs_connection)
            action.triggered.connect(lambda _on=False, entry=entry: self._window.start(self._do(facts, entry)))
        panels = panel_states(facts)
        if panels and facts.manifest.menu:
            menu.addSeparator()
        for title, state in panels.items():
            made = menu.addAction(caption(title[:_LONGEST]))
            made.triggered.connect(lambda _on=False, state=state: self.open_panel(state))
        return menu

    def _connection_in_front(self) -> str:
        page = self._window.documents.current
        return connection_of(page) if page is not None else ""

    async def _do(self, facts: "PluginFacts", entry: "MenuEntry") -> None:
        from lapwing.domain.plugins.facts import DoMenuEntry, PluginDocument
        from lapwing.gui.i18n import error_text
        from lapwing.gui.shell.plugins_answer import PluginAnswerDialog

        connection_id = self._connection_in_front() if entry.needs_connection else ""
        request = DoMenuEntry(facts.manifest.id, entry.id, connection_id)
        window = self._window
        try:
            answer = await window.client.call("plugin.menu", request, PluginDocument)
        except LapwingError as error:
            window.say(Level.ERROR, error_text(error))
            return
        if answer.document.parts or answer.document.title:
            title = f"{facts.manifest.name[:_LONGEST]}: {entry.title[:_LONGEST]}"
            has_settings = bool(facts.manifest.config)
            dialog = PluginAnswerDialog(
                window.client, request, answer.document, title, window, has_settings=has_settings
            )
            dialog.settings_wanted.connect(lambda: self.show_settings(facts.manifest.id))
            dialog.open()

    # pages

    @property
    def _page(self) -> "PluginsPage | None":
        return next((page for page in self._window.pages() if page.kind == _KIND), None)  # type: ignore[return-value]

    def show(self, part: str) -> "PluginsPage":
        """The plugins in front: the page that is there, or a new one."""
        page = self._page
        if page is None:
            page = self._make({})
            self._window.add_page(page)
        self._window.documents.show_page(page)
        page.view.show_part(part)
        page.view.front.setFocus()
        return page

    def show_settings(self, plugin_id: str) -> "PluginsPage":
        """The settings of an installed plugin in front."""
        page = self.show("installed")
        page.view.filter.clear()
        page.view.choose(plugin_id, "settings")
        return page

    def _make(self, state: dict[str, str]) -> "PluginsPage":
        from lapwing.gui.shell.plugins_page import PluginsPage  # only now: the window shows sooner

        page = PluginsPage(self._window.client, state)
        page.view.file_wanted.connect(self.choose_file)
        return page

    def open_panel(self, state: dict[str, str]) -> "PluginPanelPage":
        """The panel in front: the page that shows it, or a new one."""
        wanted = (state["plugin"], state["panel"])
        for page in self._window.pages():
            if page.kind == _PANEL and (page.plugin_id, page.panel_id) == wanted:  # type: ignore[attr-defined]
                self._window.documents.show_page(page)
                return page  # type: ignore[return-value]
        made = self._make_panel({**state, "connection": self._connection_in_front()})
        self._window.add_page(made)
        self._window.documents.show_page(made)
        return made

    def _make_panel(self, state: dict[str, str]) -> "PluginPanelPage":
        from lapwing.gui.shell.plugins_panel_page import PluginPanelPage

        return PluginPanelPage(self._window.client, self._window.saved, state)

    # installing

    def choose_file(self) -> None:
        """Choose a package; it is looked at before anything is installed."""
        kinds = self.tr("Plugins (*.zip *.whl *.py plugin.toml)")
        dialog = QFileDialog(self._window, self.tr("Install plugin"), str(Path.home()), kinds)
        dialog.setObjectName("plugins_choose")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _begin(self, path: str) -> None:
        """Of a folder, its manifest was chosen."""
        chosen = Path(path)
        self.install(str(chosen.parent if chosen.name == _MANIFEST else chosen))

    def install(self, path: str) -> None:
        """Look at a package, and ask whether it is to be installed."""
        self.show("installed").view.installing.begin(path)
