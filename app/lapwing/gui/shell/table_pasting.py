"""Pasting rows into a table tab: into the cells from the current one on, and behind the last row into new ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from lapwing.domain.catalog import CatalogColumn
from lapwing.domain.values import Cell
from lapwing.gui.table.pasting import MOST_CHARS, rows_of

if TYPE_CHECKING:
    from lapwing.gui.shell.table_editing import TableEditing

_NULL_MARK: Final = "\\N"
_NULL_WORD: Final = "NULL"
_NO_TEXTS: Final = (
    "int",
    "serial",
    "numeric",
    "decimal",
    "real",
    "double",
    "float",
    "date",
    "time",
    "bool",
    "uuid",
    "json",
)


class TablePasting(QObject):
    """Stages what the clipboard holds. Qt's thread."""

    def __init__(self, editing: "TableEditing") -> None:
        super().__init__(editing)
        self._editing = editing
        self._rows = editing.rows

    def paste(self) -> None:
        """Put the clipboard's rows into the cells from the current one on, and behind the last row into new ones."""
        text = QGuiApplication.clipboard().text()
        index = self._rows.grid.currentIndex()
        if not text or not self._editing.may_change() or self._rows.source is None:
            return
        if len(text) > MOST_CHARS:
            self._editing.said.emit(self.tr("The clipboard holds too much for a grid."))
            return
        pasted = rows_of(text)
        if pasted.rows and len(pasted.rows) == 1 and pasted.width == 1:
            self._paste_one(pasted.rows[0][0])
            return
        header = self._rows.grid.horizontalHeader()
        first = header.visualIndex(index.column()) if index.isValid() else 0
        shown = [header.logicalIndex(place) for place in range(first, header.count())]
        columns = [column for column in shown if not header.isSectionHidden(column)]
        if not pasted.is_even or pasted.width > len(columns):
            self._editing.said.emit(self._misfit(pasted.width, len(columns), is_even=pasted.is_even))
            return
        names = tuple(self._rows.column(column).name for column in columns[: pasted.width])
        rows = pasted.rows[1:] if pasted.rows[0] == names else pasted.rows
        self._paste_rows(rows, columns, index.row() if index.isValid() else self._rows.model.rowCount())

    def _misfit(self, width: int, room: int, *, is_even: bool) -> str:
        if not is_even:
            return self.tr("The clipboard's rows do not all have the same number of columns. Nothing was pasted.")
        return self.tr("The clipboard has {width} columns, but there are only {room} from here on.").format(
            width=width, room=room
        )

    def _paste_one(self, text: str) -> None:
        """One value: into every selected cell."""
        try:
            cells = [
                (row, column, self._editing.typed(self._rows.cell(row, column), column, text))
                for row, column in self._rows.selected_cells()
            ]
        except ValueError as error:
            self._editing.said.emit(str(error))
            return
        self._editing.stage(cells)

    def _paste_rows(self, rows: Sequence[Sequence[str]], columns: Sequence[int], first: int) -> None:
        """Several cells, all of them or none: those that lie behind the last row make new ones."""
        total = self._rows.model.rowCount()
        into, new = rows[: max(0, total - first)], rows[max(0, total - first) :]
        width = len(rows[0]) if rows else 0
        reason = self._why_not_pasted(columns[:width], first, len(into))
        if reason:
            self._editing.said.emit(reason)
            return
        try:
            cells = [
                (
                    *self._rows.editable(first + at, column),
                    self._pasted(self._rows.cell(first + at, column), column, text),
                )
                for at, row in enumerate(into)
                for column, text in zip(columns, row, strict=False)
            ]
            made = [self._new_row(columns, row) for row in new]
        except (OSError, ValueError, IndexError) as error:
            self._editing.said.emit(str(error))
            return
        with self._editing.staged.one_step():
            self._editing.staged.set_cells(cells)
            self._editing.staged.insert(made, self._rows.loaded_rows)

    def _why_not_pasted(self, columns: Sequence[int], first: int, count: int) -> str:
        for column in columns:
            if reason := self._editing.limits.get(self._rows.column(column).name, ""):
                return reason
        reasons = (self._editing.why_not(row, columns[0]) for row in range(first, first + count)) if columns else ()
        return next((reason for reason in reasons if reason), "")

    def _pasted(self, before: Cell, column: int, text: str) -> Cell:
        """What a pasted text means: nothing at all is NULL where the column may hold it, and so is `\\N`, as COPY and
        LOAD DATA write it; the word stands for it only where no text can be meant."""
        found = self._editing.catalog.get(self._rows.column(column).name)
        is_marked = text in {"", _NULL_MARK} or (text == _NULL_WORD and found is not None and _is_no_text(found))
        if is_marked and (found is None or found.nullable):
            return None
        return self._editing.typed(before, column, text)

    def _new_row(self, columns: Sequence[int], texts: Sequence[str]) -> dict[int, Cell]:
        """A pasted row that is new: where nothing is given and the server has something to put there, it does."""
        row: dict[int, Cell] = {}
        for column, text in zip(columns, texts, strict=False):
            name = self._rows.column(column).name
            found = self._editing.catalog.get(name)
            has_default = found is not None and (found.default is not None or bool(found.generated))
            if text or not (has_default or self._editing.is_left_to_server(name)):
                row[column] = self._pasted(None, column, text)
        return row


def _is_no_text(column: CatalogColumn) -> bool:
    """Whether a column holds numbers, times and the like, which no word can be."""
    kind = column.type_name.lower()
    return kind.startswith(_NO_TEXTS) and "[" not in kind
