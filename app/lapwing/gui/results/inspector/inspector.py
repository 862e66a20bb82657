"""The panel beside a result: the current value, its column, its row, and facts about the selection."""

import asyncio
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, RawText
from lapwing.gui.client import EngineClient
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.inspector.fact_list import Fact, FactList
from lapwing.gui.results.inspector.inspected import Inspected
from lapwing.gui.results.inspector.place import LEAST_PX, Describe
from lapwing.gui.results.inspector.row_form import RowForm
from lapwing.gui.results.inspector.selection_facts import SelectionFacts
from lapwing.gui.results.inspector.value_view import ValueView
from lapwing.gui.results.model import ResultModel
from lapwing.gui.results.plugin_offers import PluginOffers
from lapwing.gui.theme import Theme, ui_font
from lapwing.gui.widgets import PlainLabel, ToolButton
from lapwing.gui.widgets.counts import grouped

_FOLLOW_MS: Final = 40
HEAD_PX: Final = 33


class _Heading(ToolButton):
    """A title that leads to its page; the one that is shown is bright."""

    def __init__(self, title: str, parent: QWidget, *, name: str) -> None:
        super().__init__("", title, parent, name=name)
        self.setProperty("look", "heading")
        self.setFont(ui_font(12, QFont.Weight.DemiBold))
        self.setCheckable(True)

    def _text_color(self) -> QColor:
        colors = Theme.current().colors
        return colors.text if self.isChecked() else colors.faint_text


class Inspector(QWidget):
    """Follows one grid at a time. Qt's thread.

    Attributes:
        describe: Asks what is known of a column; None: only what the result tells.

    Signals:
        closed(): The panel is to be hidden.
        trouble(str): A sentence for the person.
    """

    closed = Signal()
    trouble = Signal(str)

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.describe: Describe | None = None
        self._grid: ResultGrid | None = None
        self._model: ResultModel | None = None
        self._is_pinned = False
        self._describing: asyncio.Task[None] | None = None
        self._known: dict[tuple[str, str], tuple[Fact, ...]] = {}
        self.value = ValueView(self)
        self.value.viewers.use(PluginOffers.of(client))
        self.column_facts = FactList(self, name="column_facts")
        self.selection = SelectionFacts(client, self)
        self.row_form = RowForm(self)
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(_FOLLOW_MS)
        self._following.timeout.connect(self._show_current)
        self._lay_out()
        self.row_form.column_chosen.connect(self._go_to_column)
        self.row_form.trouble.connect(self.trouble)

    # building

    def _lay_out(self) -> None:
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("inspector_stack")
        self.stack.addWidget(self._value_page())
        self.stack.addWidget(self._padded(self.row_form))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        head = self._head()
        self.setMinimumWidth(max(LEAST_PX, head.minimumSizeHint().width()))
        down.addWidget(head)
        down.addWidget(self.stack, 1)

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(HEAD_PX)
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 2, 6, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self.tabs: list[ToolButton] = []
        for place, (name, title) in enumerate((("value", self.tr("VALUE")), ("row", self.tr("ROW")))):
            button = _Heading(title, head, name=f"inspector_{name}")
            button.clicked.connect(lambda _on=False, place=place: self.show_page(place))
            group.addButton(button)
            row.addWidget(button)
            self.tabs.append(button)
        self.tabs[0].setChecked(True)
        row.addStretch(1)
        copy = ToolButton("copy", "", head, name="inspector_copy", tip=self.tr("Copy the value"), color="dim_text")
        copy.clicked.connect(self.copy)
        self.pin = ToolButton("pin", "", head, name="inspector_pin", tip=self.tr("Keep this value"), color="dim_text")
        self.pin.setCheckable(True)
        self.pin.toggled.connect(self._set_pinned)
        close = ToolButton("close", "", head, name="inspector_close", tip=self.tr("Hide inspector"), color="dim_text")
        close.clicked.connect(self.closed)
        for tool in (copy, self.pin, close):
            row.addWidget(tool)
        return head

    def _value_page(self) -> QWidget:
        page = QWidget(self)
        down = QVBoxLayout(page)
        down.setContentsMargins(0, 4, 0, 0)
        down.setSpacing(0)
        self._nothing = PlainLabel(self.tr("Choose a cell to see its value here."), page, look="dim", lines=True)
        self._nothing.setObjectName("inspector_nothing")
        self._nothing.setContentsMargins(12, 8, 12, 8)
        down.addWidget(self._nothing)
        down.addWidget(self._padded(self.value), 1)
        down.addWidget(self._padded(self.column_facts))
        line = QWidget(page)
        line.setProperty("look", "line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setFixedHeight(1)
        down.addWidget(line)
        heading = PlainLabel(self.tr("SELECTION"), page, look="heading")
        down.addWidget(self._padded(heading))
        down.addWidget(self._padded(self.selection))
        down.addWidget(QWidget(page))
        self._page_layout = down
        area = QScrollArea(self)
        area.setObjectName("inspector_value_page")
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(page)
        return area

    def _padded(self, widget: QWidget) -> QWidget:
        box = QWidget(self)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 4, 12, 8)
        inside.addWidget(widget)
        return box

    # following

    def watch(self, grid: ResultGrid | None, model: ResultModel | None, result_id: str = "") -> None:
        """Follow the current cell and the selection of another grid, or of none.

        Args:
            grid: Where.
            model: What it shows.
            result_id: Whose rows these are in the engine; empty: its cells are looked at here.
        """
        if self._grid is not None and self._grid is not grid:
            self._grid.selection_changed.disconnect(self._follow)
        if grid is not None and self._grid is not grid:
            grid.selection_changed.connect(self._follow)
        self._grid, self._model = grid, model
        self.selection.watch(grid, model, result_id)
        self._follow()

    def _follow(self) -> None:
        if self.isVisible():
            self._following.start()
            self.selection.look_soon()

    def refresh(self) -> None:
        """Look again: other rows are shown, or the panel is."""
        self._follow()

    def show_page(self, place: int) -> None:
        """Show the value (0) or the row as a form (1)."""
        self.tabs[place].setChecked(True)
        self.stack.setCurrentIndex(place)
        self._show_current()

    def _set_pinned(self, on: bool) -> None:
        self._is_pinned = on
        if not on:
            self._follow()

    def _current(self) -> tuple[int, int] | None:
        if self._grid is None or self._model is None or self._model.source is None:
            return None
        index = self._grid.currentIndex()
        return (index.row(), index.column()) if index.isValid() and index.row() < self._model.rowCount() else None

    def _show_current(self) -> None:
        if self._is_pinned:
            return
        current = self._current()
        self._nothing.setVisible(current is None)
        if current is None or self._model is None or self._model.source is None or self._grid is None:
            self.value.show_value(None)
            self.column_facts.show_facts(())
            self.row_form.show_row(None, [], ())
            self._share_room()
            return
        row, column = current
        source = self._model.source
        try:
            cells = source.rows(row, 1)[0]
        except (OSError, ValueError) as error:
            self.trouble.emit(self.tr("The rows cannot be read: {reason}").format(reason=error))
            return
        if self.stack.currentIndex() == 1:
            self.row_form.show_row(source, self._grid.columns.visible(), cells)
            self.row_form.show_column(column)
            return
        self.value.show_value(Inspected(source, cells[column], source.columns[column]))
        self._show_column(source.columns[column], cells[column])
        self._share_room()

    def _share_room(self) -> None:
        """A short value leaves the room at the foot, a long one takes it."""
        is_short = self.value.is_short
        self._page_layout.setStretch(1, 0 if is_short else 1)
        self._page_layout.setStretch(self._page_layout.count() - 1, 1 if is_short else 0)

    # the column

    def _show_column(self, column: Column, cell: Cell) -> None:
        told: list[Fact] = [(self.tr("Column"), column.name, False)]
        if column.type_name:
            told.append((self.tr("Type"), column.type_name.lower(), False))
        if column.table:
            told.append((self.tr("Table"), column.table, False))
        if column.source and column.source != column.name:
            told.append((self.tr("Source"), column.source, False))
        if size := self._size(cell):
            told.append((self.tr("Length"), size, False))
        key = column.table, column.source
        known = self._known.get(key, ())
        self.column_facts.show_facts([*told, *known])
        if self.describe is None or not column.table or key in self._known:
            return
        if self._describing is not None:
            self._describing.cancel()
        self._describing = asyncio.ensure_future(self._ask(column, told))

    async def _ask(self, column: Column, told: list[Fact]) -> None:
        assert self.describe is not None
        known = await self.describe(column)
        self._known[column.table, column.source] = known
        if self.column_facts.facts.get(self.tr("Column")) == column.name:
            self.column_facts.show_facts([*told, *known])

    def forget_columns(self) -> None:
        """Another server is asked from now on, or its tables were changed."""
        self._known.clear()

    def _size(self, cell: Cell) -> str:
        """How long a value is, where that is not seen at once."""
        if isinstance(cell, LongCell):
            return self.tr("{count} bytes").format(count=grouped(cell.size_bytes))
        if isinstance(cell, bytes | RawText):
            return self.tr("{count} bytes").format(count=grouped(len(cell if isinstance(cell, bytes) else cell.raw)))
        if isinstance(cell, str) and (len(cell) > 20 or not cell):
            return self.tr("{count} characters").format(count=grouped(len(cell)))
        return ""

    def _go_to_column(self, column: int) -> None:
        current = self._current()
        if current is not None and self._grid is not None and self._model is not None:
            index = self._model.index(current[0], column)
            self._grid.setCurrentIndex(index)
            self._grid.scrollTo(index)

    def copy(self) -> None:
        """Put the value that is shown on the clipboard, or the chosen lines of the form."""
        if self.stack.currentIndex() == 1:
            self.row_form.copy()
        else:
            self.value.copy()

    def focus_value(self) -> None:
        """Lead the keyboard to the value."""
        self.show_page(0)
        self.value.focus()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._describing is not None:
            self._describing.cancel()
        self.selection.stop()
