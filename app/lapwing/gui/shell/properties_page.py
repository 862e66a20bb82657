"""Everything about one database object, in a tab of its own."""

import asyncio
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from lapwing.domain.catalog import ObjectProperties, PropertySection
from lapwing.domain.errors import LapwingError
from lapwing.domain.visible import visible_text
from lapwing.gui.actions import Fact
from lapwing.gui.browser.catalog_nodes import object_title
from lapwing.gui.browser.names import dialect_of
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.i18n import error_text, error_texts
from lapwing.gui.shell.page import Dress, Handlers, Page, PageStatus
from lapwing.gui.shell.properties_header import PropertiesHeader
from lapwing.gui.shell.properties_links import is_told, resolved
from lapwing.gui.shell.properties_table import SectionTable
from lapwing.gui.shell.properties_texts import all_sections, emptiness, part_of
from lapwing.gui.shell.properties_words import word_shown
from lapwing.gui.widgets import EmptyState, Spinner, ToolButton, caption

_PATIENCE_MS: Final = 300
"""What takes longer shows that it runs."""
_SECTION: Final = "section"
_DDL: Final = "ddl"
_FIRST: Final = "columns"
"""What most people look for."""


class PropertiesPage(Page):
    """Reads an object when it is first seen, and again when asked to. Qt's thread.

    Signals:
        properties_wanted(ObjectRef): Show everything about another object.
        data_wanted(ObjectRef): Show the rows of this one.
        locate_wanted(ObjectRef): Show it in the navigator.
        trouble(str): A sentence for the person.
    """

    kind = "properties"
    properties_wanted = Signal(object)
    data_wanted = Signal(object)
    locate_wanted = Signal(object)
    trouble = Signal(str)

    def __init__(self, client: EngineClient, saved: SavedConnections, about: ObjectRef, section: str = "") -> None:
        super().__init__()
        self.setObjectName("properties_page")
        self.about = about
        self.title = object_title(about.kind, about.name, about.signature)
        self._client = client
        self._saved = saved
        self._section = section
        self._reading: asyncio.Task[None] | None = None
        self._following: asyncio.Task[None] | None = None
        self._is_read = False
        self._read_again = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PATIENCE_MS)
        self.header = PropertiesHeader(about, self)
        self._tabs = QTabWidget(self)
        self._lay_out()
        self._waiting.timeout.connect(self._show_waiting)
        self._tabs.currentChanged.connect(self._section_chosen)
        self.header.refresh_wanted.connect(self.reload)
        self.header.data_wanted.connect(lambda: self.data_wanted.emit(self.about))
        self.header.locate_wanted.connect(lambda: self.locate_wanted.emit(self.about))
        saved.changed.connect(self._connections_changed)
        self._connections_changed()

    def _lay_out(self) -> None:
        self._tabs.setObjectName("properties_sections")
        self._tabs.setAccessibleName(self.tr("Properties"))
        self._tabs.setDocumentMode(True)
        self._wait = QWidget(self)
        self._spinner = Spinner(self._wait, px=24, name="properties_busy")
        middle = QVBoxLayout(self._wait)
        middle.addWidget(self._spinner, 0, Qt.AlignmentFlag.AlignCenter)
        self._trouble = EmptyState("error", "", self, name="properties_trouble")
        again = self._trouble.add_button(self.tr("Try again"), name="properties_again", icon_name="refresh")
        again.clicked.connect(self.reload)
        self._blank = QWidget(self)
        self._places = QStackedLayout()
        for place in (self._blank, self._wait, self._trouble, self._tabs):
            self._places.addWidget(place)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.header)
        down.addLayout(self._places, 1)

    # as a page

    def dress(self) -> Dress:
        connection = self._saved.find(self.about.connection_id)
        return Dress(
            self.title,
            "properties",
            self._saved.color(connection),
            tip=self.header.qualified_name,
            running=self._reading is not None and not self._waiting.isActive(),
        )

    def status(self) -> PageStatus | None:
        connection = self._saved.find(self.about.connection_id)
        name = connection.name if connection is not None else ""
        return PageStatus(color=self._saved.color(connection), connection=name)

    def facts(self) -> set[Fact]:
        table = self._table
        holds = {
            Fact.LOCATABLE: True,
            Fact.RELATION: self.about.has_rows,
            Fact.SELECTION: table is not None and table.selectionModel().hasSelection(),
        }
        return {fact for fact, is_so in holds.items() if is_so}

    def handlers(self) -> Handlers:
        found: dict[str, Any] = {
            "catalog.refresh": self.reload,
            "object.locate": lambda: self.locate_wanted.emit(self.about),
        }
        if self.about.has_rows:
            found["table.open_data"] = lambda: self.data_wanted.emit(self.about)
        table = self._table
        if table is not None:
            found |= {"edit.copy": table.copy, "edit.select_all": table.selectAll}
        return found

    def panes(self) -> list[QWidget]:
        shown = self._tabs.currentWidget()
        return [shown] if shown is not None else [self]

    def state(self) -> dict[str, str] | None:
        return self.about.state() | {_SECTION: self._section}

    async def close_page(self) -> None:
        for task in (self._reading, self._following):
            if task is not None:
                task.cancel()

    @property
    def _table(self) -> SectionTable | None:
        found = self._tabs.currentWidget()
        return found if isinstance(found, SectionTable) else None

    # reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_read and self._reading is None:
            self.reload()

    def reload(self) -> None:
        """Read it, again where it was read, and once more after that where it is being read."""
        self._read_again = self._reading is not None
        if self._reading is None:
            self._waiting.start()
            self._reading = asyncio.ensure_future(self._read())
            self._reading.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect is not swallowed: it comes out of the loop."""
        if task.cancelled():
            return
        self._reading = None
        self._waiting.stop()
        self._spinner.stop()
        self.header.set_busy(False)
        self.changed.emit()
        task.result()
        if self._read_again:
            self.reload()

    async def _read(self) -> None:
        try:
            found = await self._client.call("catalog.properties", self.about.describe(), ObjectProperties)
        except LapwingError as error:
            sentence, next_step = error_texts(error)
            self._trouble.set_text(next_step, sentence)
            self._places.setCurrentWidget(self._trouble)
            return
        self._is_read = True
        self.header.show_facts(found)
        self._fill(found)
        self._places.setCurrentWidget(self._tabs)

    def _show_waiting(self) -> None:
        self._spinner.start()
        if not self._is_read:
            self._places.setCurrentWidget(self._wait)
        self.header.set_busy(True)
        self.changed.emit()

    def _connections_changed(self) -> None:
        connection = self._saved.find(self.about.connection_id)
        self.header.show_connection(connection, self._saved.color(connection))
        self.changed.emit()

    # sections

    def _fill(self, found: ObjectProperties) -> None:
        wanted, focus = self._section, QApplication.focusWidget()
        had_focus = focus is not None and (focus is self or self._tabs.isAncestorOf(focus))
        self._tabs.blockSignals(True)
        for old in self._sections():
            self._tabs.removeTab(0)
            old.deleteLater()
        for section in all_sections(found):
            self._add(section)
        self._add_ddl(found.ddl)
        names = [shown.property(_SECTION) for shown in self._sections()]
        first = wanted if wanted in names else _FIRST
        self._tabs.setCurrentIndex(names.index(first) if first in names else 0)
        self._tabs.blockSignals(False)
        shown = self._tabs.currentWidget()
        if had_focus and shown is not None:
            shown.setFocus()

    def _sections(self) -> list[QWidget]:
        """What the tabs show."""
        found = (self._tabs.widget(place) for place in range(self._tabs.count()))
        return [widget for widget in found if widget is not None]

    def _add(self, section: PropertySection) -> None:
        made: QWidget
        if section.rows:
            made = table = SectionTable(section)
            table.chosen.connect(self.changed)
            table.opened.connect(lambda cells: self._open_row(section, cells))
        else:
            made = EmptyState("info", emptiness(section.id), name=f"section_{section.id.replace(' ', '_')}")
        made.setProperty(_SECTION, section.id)
        count = f"  {len(section.rows)}" if section.rows and section.id not in {"definition", "statistics"} else ""
        self._tabs.addTab(made, caption(word_shown(section.id)) + count)

    def _add_ddl(self, ddl: str) -> None:
        made = DdlView(ddl, self) if ddl else EmptyState("info", self.tr("No statement makes it."), name="section_ddl")
        if isinstance(made, DdlView):
            made.code.set_dialect(dialect_of(self._saved.find(self.about.connection_id)))
        made.setProperty(_SECTION, _DDL)
        self._tabs.addTab(made, "DDL")

    def _section_chosen(self, place: int) -> None:
        shown = self._tabs.widget(place)
        self._section = str(shown.property(_SECTION)) if shown is not None else ""
        self.changed.emit()

    def _open_row(self, section: PropertySection, cells: tuple[str, ...]) -> None:
        part = part_of(self.about, section, cells)
        if part is not None:
            self.properties_wanted.emit(part)
        elif is_told(section) and self._following is None:
            self._following = asyncio.ensure_future(self._follow(cells[0], cells[1]))
            self._following.add_done_callback(self._followed)

    async def _follow(self, kind: str, name: str) -> None:
        """Open the properties of an object that is told of by its name."""
        dialect = dialect_of(self._saved.find(self.about.connection_id))
        try:
            found = await resolved(self._client, self.about, kind, name, is_identity=dialect.id == "postgresql")
        except LapwingError as error:
            self.trouble.emit(error_text(error))
            return
        for each in found:
            self.properties_wanted.emit(each)
        if not found:
            self.trouble.emit(self.tr("Nothing more can be shown of {name}.").format(name=visible_text(name)))

    def _followed(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled():
            self._following = None
            task.result()


class DdlView(QWidget):
    """The statements that make an object, to be read and copied."""

    def __init__(self, ddl: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("section_ddl")
        self.code = CodeView(self, name="ddl_code")
        self.code.setAccessibleName(self.tr("Statements that make it"))
        self.code.set_text(ddl)
        self.code.setReadOnly(True)
        self.code.set_wrapping(True)
        self.setFocusProxy(self.code)
        copy = ToolButton("copy", self.tr("Copy"), self, name="ddl_copy", tip=self.tr("Copy all statements"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(ddl))
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.addStretch(1)
        row.addWidget(copy)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(row)
        down.addWidget(self.code, 1)
