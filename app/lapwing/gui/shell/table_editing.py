"""What a person does to the rows and cells of a table tab: all of it is staged."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lapwing.domain.catalog import CatalogColumn
from lapwing.domain.errors import from_wire
from lapwing.domain.table_data import TableFacts
from lapwing.domain.values import Cell, LongCell, Row, ServerDefault
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.results.inspector.json_text import pretty_json
from lapwing.gui.results.row_marks import MarkKind
from lapwing.gui.results.staged import RowKey
from lapwing.gui.results.table_rows import TableRows
from lapwing.gui.shell.table_pasting import TablePasting
from lapwing.gui.table.value_dialog import ValueDialog

_MOST_CELLS: Final = 200_000
"""More are not staged at once."""
_HEX: Final = "0x"


class TableEditing(QObject):
    """Stages changes of one table. Qt's thread.

    Signals:
        said(str): Why something cannot be done, or was done otherwise than expected; a sentence.
    """

    said = Signal(str)

    def __init__(self, client: EngineClient, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts: TableFacts | None = None
        self.limits: dict[str, str] = {}
        self.catalog: dict[str, CatalogColumn] = {}
        self.is_saving = False
        self.doubt_of: Callable[[str, Cell | ServerDefault], str] = lambda _column, _cell: ""
        """What speaks against a value of a column, in a sentence; empty: nothing."""
        self.rows = TableRows(client, self.why_not, parent)
        editing = self.rows.editing
        editing.entered.connect(self._entered)
        editing.null_wanted.connect(self.set_null)
        editing.value_wanted.connect(self.show_value)
        editing.refused.connect(self.said)
        self.rows.copier.trouble.connect(self.said)
        self.staged = self.rows.staged
        self.pasting = TablePasting(self)

    def use(self, facts: TableFacts) -> None:
        """Edit this table from now on."""
        self._facts = facts
        self.limits = {limit.column: error_text(from_wire(limit.reason)) for limit in facts.limits}
        self.catalog = {column.name: column for column in facts.details.columns}

    # what can be edited

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be edited, in a sentence; empty when rows can."""
        if self._facts is None:
            return self.tr("The table has not been read yet.")
        return error_text(from_wire(self._facts.read_only)) if self._facts.read_only is not None else ""

    def why_not(self, row: int, column: int) -> str:
        """Why a cell cannot be edited; empty when it can."""
        if self.is_saving:
            return self.tr("The changes are being saved.")
        reason = self.read_only_reason or self.limits.get(self.rows.column(column).name, "")
        if reason or self.rows.source is None:
            return reason
        mark = self.rows.source.row_marks(row, 1)[0]
        if mark is not None and mark.kind is MarkKind.DELETED:
            return self.tr("This row is to be deleted. Revert that first.")
        return ""

    @property
    def limited_columns(self) -> set[int]:
        """Columns that only the server writes, by their places."""
        return {place for place, name in enumerate(self._names()) if name in self.limits}

    def _names(self) -> Sequence[str]:
        return self._facts.columns if self._facts is not None else ()

    def may_change(self) -> bool:
        """Whether rows can be staged now; if not, that is said."""
        reason = self.tr("The changes are being saved.") if self.is_saving else self.read_only_reason
        if reason:
            self.said.emit(reason)
        return not reason

    # cells

    def _entered(self, row: int, column: int, text: str) -> None:
        """A text was written in a cell."""
        try:
            value = self.typed(self.rows.cell(row, column), column, text)
        except ValueError as error:
            self.said.emit(str(error))
            return
        self.stage([(row, column, value)])
        if doubt := self.doubt_of(self.rows.column(column).name, value):
            self.said.emit(doubt)

    def typed(self, before: Cell, column: int, text: str) -> Cell:
        """What a text means in a cell: where bytes are shown as digits, digits are meant as bytes.

        Raises:
            ValueError: Such digits are wrong; the sentence says so.
        """
        is_blob = isinstance(before, LongCell) and before.kind == "blob"
        if not (isinstance(before, bytes) or is_blob or self.rows.column(column).is_binary):
            return text
        if text.startswith(_HEX):
            try:
                return bytes.fromhex(text.removeprefix(_HEX))
            except ValueError:
                pass
        raise ValueError(self.tr("Bytes are written as 0x and two hexadecimal digits for each."))

    def stage(self, cells: Iterable[tuple[int, int, Cell]]) -> None:
        """Have cells hold these values, as far as they can be edited; why the others cannot is said."""
        found: list[tuple[RowKey, Row | None, int, Cell]] = []
        refused = ""
        for row, column, value in cells:
            reason = self.why_not(row, column)
            if reason:
                refused = refused or reason
                continue
            try:
                found.append((*self.rows.editable(row, column), value))
            except (OSError, ValueError, IndexError) as error:
                refused = self.tr("The row cannot be read: {reason}").format(reason=error)
        self.staged.set_cells(found)
        if refused:
            self.said.emit(refused)

    def _set_selected(self, value: Cell) -> None:
        self.rows.editing.drop()
        spans, columns = self.rows.grid.selected_cells()
        if sum(last - first + 1 for first, last in spans) * len(columns) > _MOST_CELLS:
            self.said.emit(self.tr("These are too many cells at once. Use a statement of your own."))
            return
        self.stage((row, column, value) for row, column in self.rows.selected_cells())

    def set_null(self) -> None:
        self._set_selected(None)

    def set_default(self) -> None:
        self._set_selected(ServerDefault())

    def set_empty(self) -> None:
        self._set_selected("")

    def fill_down(self) -> None:
        """In each selected column, put what the first selected cell holds into those below it."""
        self.rows.editing.take()
        cells = self.rows.selected_cells()
        if len(cells) > _MOST_CELLS:
            self.said.emit(self.tr("These are too many cells at once. Use a statement of your own."))
            return
        firsts: dict[int, int] = {}
        for row, column in cells:
            firsts[column] = min(row, firsts.get(column, row))
        below = [(row, column) for row, column in cells if row != firsts[column]]
        if not below:
            self.said.emit(self.tr("Select the cells below the one that is to be repeated, too."))
            return
        try:
            values = {column: self.rows.whole(row, column) for column, row in firsts.items()}
        except (OSError, ValueError, IndexError) as error:
            self.said.emit(self.tr("The row cannot be read: {reason}").format(reason=error))
            return
        self.stage((row, column, values[column]) for row, column in below)

    def edit_current(self) -> None:
        """Write into the current cell."""
        index = self.rows.grid.currentIndex()
        if index.isValid():
            self.rows.editing.begin(index.row(), index.column())

    def show_value(self, row: int = -1, column: int = -1) -> None:
        """The whole value of a cell, or of the current one, in a window of its own."""
        index = self.rows.grid.currentIndex()
        row, column = (row, column) if row >= 0 else (index.row(), index.column())
        if row < 0:
            return
        try:
            value = self.rows.whole(row, column)
            key = self.rows.keys_of([row])[0]
        except (OSError, ValueError, IndexError) as error:
            self.said.emit(self.tr("The row cannot be read: {reason}").format(reason=error))
            return
        name = self.rows.column(column).name
        dialog = ValueDialog(name, value, self.why_not(row, column), self.rows.window())
        dialog.check(lambda text: self.doubt_of(name, text), pretty_json)
        dialog.applied.connect(lambda written: self._value_applied(key, column, written))
        dialog.finished.connect(lambda _code: self.rows.grid.setFocus())
        dialog.open()

    def _value_applied(self, key: RowKey, column: int, written: str | None) -> None:
        """A value was written; its row is found by its key, since rows may have moved meanwhile."""
        row = self.rows.row_of(key)
        if row is None:
            self.said.emit(self.tr("The row is no longer shown; the value was not staged."))
        elif written is None:
            self.stage([(row, column, None)])
        else:
            self._entered(row, column, written)

    # rows

    def insert(self) -> None:
        """Stage a row below the current one, and go there."""
        if not self.may_change() or self.rows.source is None:
            return
        row = self.rows.grid.currentIndex().row()
        anchor = self.rows.source.base_row(row) + self._is_of_table(row) if row >= 0 else self.rows.loaded_rows
        self._insert([{}], anchor)

    def _is_of_table(self, row: int) -> bool:
        """Whether a shown row is in the table already."""
        return self.rows.source is not None and row not in self.rows.source.insert_places

    def _insert(self, rows: Sequence[dict[int, Cell]], anchor: int) -> None:
        self.rows.editing.take()
        keys = self.staged.insert(rows, anchor)
        if self.rows.source is not None and keys:
            column = max(0, self.rows.grid.currentIndex().column())
            self.rows.grid.show_row(self.rows.source.place_of(keys[0]), column)
            self.rows.grid.setFocus()

    def duplicate(self) -> None:
        """Stage copies of the selected rows below the last of them; what the server numbers is left to it."""
        chosen = self.rows.selected_rows()
        source = self.rows.source
        if not chosen or source is None or not self.may_change():
            return
        copied = [column for column, name in enumerate(self._names()) if not self.is_left_to_server(name)]
        made: list[dict[int, Cell]] = []
        try:
            for row in chosen:
                cells = [(at, self.rows.whole(row, at)) for at in copied]
                made.append({at: cell for at, cell in cells if not isinstance(cell, ServerDefault)})
        except (OSError, ValueError, IndexError) as error:
            self.said.emit(self.tr("The row cannot be read: {reason}").format(reason=error))
            return
        self._insert(made, source.base_row(chosen[-1]) + self._is_of_table(chosen[-1]))

    def is_left_to_server(self, name: str) -> bool:
        """Whether a new row gets its value of a column from the server: computed ones, and keys that are numbered."""
        column = self.catalog.get(name)
        if name in self.limits or column is None:
            return True
        is_key = self._facts is not None and name in self._facts.key
        is_rowid = column.type_name.upper() == "INTEGER" and column.key_position == 1 and len(self._key()) == 1
        return is_key and (bool(column.generated) or column.default is not None or is_rowid)

    def _key(self) -> Sequence[str]:
        return self._facts.key if self._facts is not None else ()

    def delete(self) -> None:
        """Stage that the selected rows go; new ones are forgotten."""
        source = self.rows.source
        if source is None or not self.may_change():
            return
        self.rows.editing.drop()
        self.staged.delete([source.original(row) for row in self.rows.selected_rows()])

    # taking back

    def undo(self) -> None:
        """Take the last staged step back."""
        self.rows.editing.drop()
        self.staged.undo()

    def redo(self) -> None:
        self.staged.redo()

    def selected_staged(self) -> list[RowKey]:
        """The selected rows in which something is staged."""
        return [key for key in self.rows.keys_of(self.rows.selected_rows()) if self.staged.get(key) is not None]
