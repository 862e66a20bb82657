"""The sessions of a server on the screen: a table, in groups, or a tree of who blocks whom."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from lapwing.domain.monitoring.activity import ActivitySession
from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.monitor.sessions_delegates import SessionDelegate, StatementDelegate
from lapwing.gui.monitor.sessions_model import SessionsModel
from lapwing.gui.monitor.sessions_rows import Key, Look, SessionColumn, SessionRow

_WIDTHS: Final = {
    SessionColumn.SESSION: 68,
    SessionColumn.STATE: 160,
    SessionColumn.STATEMENT: 276,
    SessionColumn.STATEMENT_AGE: 68,
    SessionColumn.TRANSACTION_AGE: 90,
    SessionColumn.WAIT: 144,
    SessionColumn.BLOCKED_BY: 94,
    SessionColumn.USER: 84,
    SessionColumn.DATABASE: 84,
    SessionColumn.APPLICATION: 120,
    SessionColumn.CLIENT: 150,
}
_BRANCHED_PX: Final = 176
_DOT_PX: Final = 44
_TITLE_PX: Final = 26
"""What a cell and a title have beside their words."""
_ALWAYS: Final = SessionColumn.SESSION
_FLAGS = QItemSelectionModel.SelectionFlag


class SessionsTable(QTreeView):
    """Qt's thread.

    Signals:
        chosen(): another session is the current one, or more are selected.
        open_wanted(): Enter or a double click.
        sort_wanted(SessionColumn): a title was clicked.
        menu_wanted(QPoint): the context menu, at that place of the screen.
        arranged(): a person changed widths, order or choice of columns.
    """

    chosen = Signal()
    open_wanted = Signal()
    sort_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    arranged = Signal()

    def __init__(self, model: SessionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions_table")
        self.setProperty("look", "rows")
        self.setAccessibleName(self.tr("Sessions"))
        self._rows = model
        self._closed: set[Key] = set()
        """Branches that a person closed."""
        self._own_px = 0
        self._busy = False
        self.statements = StatementDelegate(self)
        self.setModel(model)
        self.setItemDelegateForColumn(SessionColumn.SESSION, SessionDelegate(self))
        self.setItemDelegateForColumn(SessionColumn.STATEMENT, self.statements)
        self._set_up()
        self._set_up_header()
        self.expanded.connect(lambda index: self._closed.discard(model.row(index).key))
        self.collapsed.connect(self._note_closed)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.doubleClicked.connect(lambda index: self.open_wanted.emit() if model.row(index).session else None)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)

    def _set_up(self) -> None:
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(True)
        self.setIndentation(16)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _set_up_header(self) -> None:
        header = self.header()
        header.setObjectName("sessions_columns")
        header.setAccessibleName(self.tr("Columns"))
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(40)
        for column in SessionColumn:
            header.resizeSection(column, self._first_width(column))
        self._own_px = header.sectionSize(SessionColumn.SESSION)
        header.sectionClicked.connect(lambda section: self.sort_wanted.emit(SessionColumn(section)))
        header.sectionResized.connect(self._note_arranged)
        header.sectionMoved.connect(self._note_arranged)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._choose_columns(header.mapToGlobal(at)))

    def _first_width(self, column: SessionColumn) -> int:
        """As wide as is usual, and as its title and what is always said in it want in this language."""
        said = [texts.look_text(look) for look in Look] if column is SessionColumn.STATE else []
        wanted = [self.fontMetrics().horizontalAdvance(text) + _DOT_PX for text in said]
        title = self.header().fontMetrics().horizontalAdvance(texts.title_of(column)) + _TITLE_PX
        return max(_WIDTHS[column], title, *wanted)

    # what is shown

    def show_rows(self, rows: Sequence[SessionRow], *, branched: bool) -> None:
        """Show these, and leave selection, focus, opened branches and scroll bars as they are."""
        selected, current = self.selected_keys(), self._current_key()
        scrolled = self.verticalScrollBar().value()
        self._busy = True
        self._set_branched(branched)
        self._rows.show(rows)
        for key, index in self._rows.branches():
            if key not in self._closed and not self.isExpanded(index):
                self.expand(index)
        for key, index in self._rows.branches():
            if key[0] == "group":
                self.setFirstColumnSpanned(index.row(), QModelIndex(), True)
        self._choose(selected, current)
        self.verticalScrollBar().setValue(scrolled)
        self._busy = False
        self.chosen.emit()

    def _choose(self, selected: set[Key], current: Key | None) -> None:
        """Select again what moves from one branch to another would have let go, and nothing else."""
        if self.selected_keys() != selected:
            chosen = self.selectionModel()
            chosen.clearSelection()
            for key in selected:
                index = self._rows.index_of(key)
                if index.isValid():
                    chosen.select(index, _FLAGS.Select | _FLAGS.Rows)
        if current is not None and self._current_key() != current:
            # Where that session is gone, none has the focus: Qt gives it to a neighbour, which nobody chose to end.
            self.selectionModel().setCurrentIndex(self._rows.index_of(current), _FLAGS.NoUpdate)

    def _set_branched(self, branched: bool) -> None:
        """With branches the first column is wider; how wide it is without them is a person's choice."""
        if branched == self.rootIsDecorated():
            return
        self.setRootIsDecorated(branched)
        header = self.header()
        if branched:
            self._own_px = header.sectionSize(SessionColumn.SESSION)
        header.resizeSection(SessionColumn.SESSION, max(_BRANCHED_PX, self._own_px) if branched else self._own_px)

    def show_order(self, column: SessionColumn | None, *, descending: bool) -> None:
        """Mark the column that rows are ordered by; None: they follow each other as they wait."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.header().setSortIndicator(-1 if column is None else column, order)

    # what is chosen

    def selected(self) -> list[ActivitySession]:
        """The selected sessions, from top to bottom."""
        keys = self.selected_keys()
        return [row.session for row in self._rows.rows() if row.key in keys and row.session is not None]

    def selected_keys(self) -> set[Key]:
        return {self._rows.row(index).key for index in self.selectionModel().selectedRows()}

    def current(self) -> ActivitySession | None:
        """The session that has the focus, or the only one that is selected."""
        index = self.currentIndex()
        session = self._rows.row(index).session if index.isValid() else None
        chosen = self.selected()
        return session if session in chosen or not chosen else chosen[0]

    def choose(self, session_id: str) -> None:
        """Make a session the only one that is selected, and bring it into sight."""
        for row in self._rows.rows():
            if row.session is not None and row.session.id == session_id:
                index = self._rows.index_of(row.key)
                self.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect | _FLAGS.Rows)
                self.scrollTo(index)
                return

    def _current_key(self) -> Key | None:
        index = self.currentIndex()
        return self._rows.row(index).key if index.isValid() else None

    def _tell(self) -> None:
        if not self._busy:
            self.chosen.emit()

    def _note_closed(self, index: QModelIndex) -> None:
        if not self._busy:
            self._closed.add(self._rows.row(index).key)

    # columns

    def _note_arranged(self) -> None:
        if not self._busy:
            self.arranged.emit()

    def layout_of_columns(self) -> tuple[dict[int, int], tuple[int, ...], frozenset[int]]:
        """Widths, order and which are hidden, by the numbers of the columns."""
        header = self.header()
        hidden = frozenset(column for column in SessionColumn if header.isSectionHidden(column))
        widths = {int(column): header.sectionSize(column) for column in SessionColumn if column not in hidden}
        if self.rootIsDecorated():
            widths[SessionColumn.SESSION] = self._own_px
        return widths, tuple(header.logicalIndex(place) for place in range(header.count())), hidden

    def lay_out_columns(self, widths: dict[int, int], order: Sequence[int], hidden: frozenset[int]) -> None:
        """Stand as they stood."""
        self._busy = True
        header = self.header()
        for column, width in widths.items():
            header.resizeSection(column, width)
        for place, column in enumerate(order):
            header.moveSection(header.visualIndex(column), place)
        for column in SessionColumn:
            header.setSectionHidden(column, column in hidden and column is not _ALWAYS)
        self._busy = False

    def _choose_columns(self, at: QPoint) -> None:
        """A menu of all columns, with a mark at those that are shown."""
        menu = QMenu(self)
        menu.setObjectName("sessions_columns_menu")
        for column in SessionColumn:
            action = menu.addAction(texts.title_of(column))
            action.setCheckable(True)
            action.setChecked(not self.header().isSectionHidden(column))
            action.setEnabled(column is not _ALWAYS)
            action.toggled.connect(lambda on, column=column: self._show_column(column, shown=on))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _show_column(self, column: SessionColumn, *, shown: bool) -> None:
        self.header().setSectionHidden(column, not shown)
        if shown and self.header().sectionSize(column) < self.header().minimumSectionSize():
            self.header().resizeSection(column, self._first_width(column))
        self.arranged.emit()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and self.current():
            self.open_wanted.emit()
            event.accept()
            return
        super().keyPressEvent(event)
