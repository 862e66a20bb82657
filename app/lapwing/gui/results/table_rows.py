"""The rows of one table in the grid of results, with what is staged over them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.results import Column, ResultHandle
from lapwing.domain.values import Cell, LongCell, Row
from lapwing.gui.client import EngineClient
from lapwing.gui.results.cell_formats import CellFormats
from lapwing.gui.results.column_memory import column_memory
from lapwing.gui.results.columns import ColumnLayout
from lapwing.gui.results.copying import CellCopier
from lapwing.gui.results.edited_source import EditedSource
from lapwing.gui.results.grid import ROW_PX, ResultGrid
from lapwing.gui.results.grid_editing import CellEditing
from lapwing.gui.results.inspector.beside import BesideInspector
from lapwing.gui.results.model import ResultModel
from lapwing.gui.results.row_finding import RowFinder
from lapwing.gui.results.staged import Edits, RowKey, StagedEdits
from lapwing.gui.results.strip import WorkStrip
from lapwing.gui.widgets.find_bar import FindBar
from lapwing.results.source import FileRowSource, whole_cell

_AHEAD_ROWS: Final = 80
"""More are wanted when fewer than these lie below what is seen."""
EditableCell = tuple[RowKey, Row | None, int]
"""A row by its key, the row as it was read (None: it is to be inserted), and a column."""


class TableRows(BesideInspector):
    """Shows pages of a table as they are read. Qt's thread.

    Signals:
        more_wanted(): The last rows that were read will soon be in sight.
        staged_changed(): Something else is staged now.
        current_moved(): Another cell is current, or others are selected.
    """

    more_wanted = Signal()
    staged_changed = Signal()
    current_moved = Signal()

    def __init__(self, client: EngineClient, why_not: Callable[[int, int], str], parent: QWidget) -> None:
        """`why_not` says why the cell in a row and column cannot be edited; empty when it can."""
        super().__init__(client, parent)
        self.setObjectName("table_rows")
        self.staged = StagedEdits(self._staged_changed)
        self.source: EditedSource | None = None
        self._file: FileRowSource | None = None
        self._is_fitted = False
        self.layout_key = ""
        """What the layout of the columns is kept by; empty: it is not kept."""
        self.model = ResultModel()
        self.model.setParent(self)
        self.grid = ResultGrid(self.model, self)
        self.grid.setObjectName("table_grid")
        self.grid.setAccessibleName(self.tr("Rows of the table"))
        self.editing = CellEditing(self.grid, self.cell, why_not)
        self.work = WorkStrip(self)
        self.copier = CellCopier(client, self.model, self.grid, self.work)
        self.formats = CellFormats(client, self)
        self.grid.show_formats(self.formats)
        self.formats.trouble.connect(self.copier.trouble)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(0)
        self._looking.timeout.connect(self._look_ahead)
        self.find_bar = FindBar(self.tr("Find in rows"), self.tr("No row shows this"), self)
        self.find_bar.hide()
        self.finder = RowFinder(self.model, self.grid, self.find_bar)
        self.put_beside(self._with_bar())
        self.put_below(self.work)
        self.setFocusProxy(self.grid)
        self.grid.verticalScrollBar().valueChanged.connect(lambda _value: self._looking.start())
        self.grid.selection_changed.connect(self.current_moved)
        self.grid.columns.changed.connect(self._keep_layout)

    def _with_bar(self) -> QWidget:
        whole = QWidget(self)
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.find_bar)
        down.addWidget(self.grid, 1)
        return whole

    # the inspector

    def watched(self) -> tuple[ResultGrid, ResultModel, str]:
        return self.grid, self.model, ""

    def say_trouble(self, sentence: str) -> None:
        self.copier.trouble.emit(sentence)

    # pages

    def begin(self, handle: ResultHandle, columns: Sequence[str], key: Sequence[str], links: Iterable[str]) -> None:
        """Show another result; its columns are `columns`, and behind them the hidden ones of the key.

        Raises:
            OSError, ResultBroken: It cannot be read.
            ValueError: It has other columns: the table was changed.
        """
        self.editing.take()
        names = [column.name for column in handle.columns]
        if names[: len(columns)] != list(columns) or not set(key) <= set(names):
            raise ValueError(self.tr("its columns are others now. Save or revert what is staged, and read it again."))
        file = FileRowSource(handle.path, 0)
        keeps_columns = self.model.columns == handle.columns[: len(columns)]
        self.source = None
        self.staged.move_anchors(0)
        self.source = EditedSource(file, self.staged, [names.index(name) for name in key], len(columns))
        self._is_fitted = keeps_columns
        self.model.show(self.source, handle.columns[: len(columns)], self.source.row_count)
        if not keeps_columns:
            found = column_memory().find(self.layout_key, self.model.columns)
            self.grid.columns.apply(found or ColumnLayout())
            self.formats.begin(self.model.columns, self.connection_of())
        self.grid.show_marks(self.source, [names.index(name) for name in links if name in names])
        self._close_file()
        self._file = file

    def _keep_layout(self) -> None:
        if self.layout_key and self.model.columns:
            column_memory().keep(self.layout_key, self.model.columns, self.grid.columns.layout())

    def grow(self, row_count: int) -> None:
        """Rows up to `row_count` are in the result now."""
        if self._file is None or self.source is None or row_count <= self._file.row_count:
            return
        self._file.announce(row_count)
        self.source.restage()
        self.model.grow(self.source.row_count)
        if not self._is_fitted:
            self._is_fitted = True
            self.grid.fit_columns()

    @property
    def loaded_rows(self) -> int:
        """Rows of the table that are there."""
        return self._file.row_count if self._file is not None else 0

    def look_ahead(self) -> None:
        """See whether more rows are needed."""
        self._looking.start()

    def _look_ahead(self) -> None:
        grid = self.grid
        last = (grid.verticalOffset() + grid.viewport().height()) // ROW_PX
        if self.source is not None and last + _AHEAD_ROWS >= self.model.rowCount():
            self.more_wanted.emit()

    def close_rows(self) -> None:
        """Let go of the result; what is staged stays."""
        self.editing.let_go()
        if self.inspector is not None:
            self.inspector.watch(None, None)
            self.inspector.stop()
        self.copier.stop()
        self.formats.stop()
        self.model.show(None, (), 0)
        self.grid.show_marks(None)
        self.source = None
        self._close_file()

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    # cells

    def cell(self, row: int, column: int) -> Cell:
        """What is shown in a cell."""
        return self.model.cell(row, column)

    def whole(self, row: int, column: int) -> Cell:
        """A cell with all of it, however long.

        Raises:
            OSError, ValueError: It cannot be read.
        """
        cell = self.cell(row, column)
        return whole_cell(self.source, cell) if isinstance(cell, LongCell) and self.source is not None else cell

    def column(self, column: int) -> Column:
        return self.model.columns[column]

    def editable(self, row: int, column: int) -> EditableCell:
        """What staging a change of a cell needs. A long cell comes whole: its result may be gone when it is compared.

        Raises:
            IndexError: There is no such row.
            OSError, ValueError: It cannot be read.
        """
        assert self.source is not None
        key, original = self.source.original(row)
        if original is not None and isinstance(original[column], LongCell):
            whole = whole_cell(self.source, original[column])  # type: ignore[arg-type]
            original = (*original[:column], whole, *original[column + 1 :])
        return key, original, column

    def selected_rows(self) -> list[int]:
        """The rows that hold selected cells, ascending; the current one where nothing is selected."""
        spans, _columns = self.grid.selected_cells()
        if not spans and self.grid.currentIndex().isValid():
            return [self.grid.currentIndex().row()]
        return [row for first, last in spans for row in range(first, last + 1)]

    def selected_cells(self) -> list[tuple[int, int]]:
        """The selected cells as (row, column); the current one where nothing is selected."""
        index = self.grid.currentIndex()
        bands = self.grid.bands()
        if not bands and index.isValid():
            return [(index.row(), index.column())]
        return [(row, column) for band in bands for row in range(band.first, band.last + 1) for column in band.columns]

    def keys_of(self, rows: Iterable[int]) -> list[RowKey]:
        """The keys of shown rows."""
        return [self.source.original(row)[0] for row in rows] if self.source is not None else []

    def row_of(self, key: RowKey) -> int | None:
        """Where a row is shown that is staged, or among those that are there; None: nowhere."""
        if self.source is None:
            return None
        if isinstance(key, int):
            return self.source.place_of(key) if key in self.source.insert_keys else None
        return self.source.find(key)

    def show_row_of(self, key: RowKey) -> bool:
        """Make a row current; whether it was found."""
        row = self.row_of(key)
        if row is not None:
            self.grid.show_row(row, max(0, self.grid.currentIndex().column()))
        return row is not None

    # what is staged

    def _staged_changed(self, before: Edits) -> None:
        """Show what is staged now: rows that came are put between the others, those that went are taken out."""
        if self.source is None:
            self.staged_changed.emit()
            return
        old_places, old_keys = list(self.source.insert_places), self.source.insert_keys
        self.source.restage()
        new_keys = self.source.insert_keys
        if old_keys != new_keys:
            new_places = self.source.insert_places
            gone = [place for place, key in zip(old_places, old_keys, strict=True) if key not in set(new_keys)]
            come = [place for place, key in zip(new_places, new_keys, strict=True) if key not in set(old_keys)]
            self.model.splice(gone, come)
        self.grid.viewport().update()
        self.grid.verticalHeader().viewport().update()
        if self.inspector is not None:
            self.inspector.refresh()
        self.staged_changed.emit()
