"""Which column of a file goes where: a row for each, with its first values."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QSizePolicy, QWidget

from lapwing.domain.errors import from_wire
from lapwing.domain.file_imports import FileRows, ImportTable, MappedColumn, mapped_by_name
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import PillCombo, PlainLabel, plain_tool_tip

_LEFT_OUT: Final = "\0"
"""Stands for no column: none is called that."""
_SAMPLES: Final = 3
_SAMPLE_CHARS: Final = 28
_FIELD_PX: Final = 200


class _TargetChoice(PillCombo):
    """Has its entries when somebody is about to choose: hundreds of columns have as many choices of as many entries."""

    def __init__(self, label: str, entries: Sequence[tuple[str, str]], chosen: str, *, name: str) -> None:
        super().__init__(label, name=name)
        self._entries = entries
        self._is_filled = False
        self.add_entry(*next(entry for entry in entries if entry[1] == chosen))

    def _fill(self) -> None:
        if self._is_filled:
            return
        self._is_filled = True
        chosen = self.currentData()
        self.clear()
        for text, data in self._entries:
            self.add_entry(text, data)
        super().choose(chosen)

    def choose(self, data: object) -> bool:
        self._fill()
        return super().choose(data)

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)


class MappingForm(QScrollArea):
    """Rows in the order of the file. Qt's thread.

    Signals:
        changed(): Somebody chose something.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import_columns")
        self.setAccessibleName(self.tr("What goes where"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._targets: list[PillCombo] = []
        self._names: list[QLineEdit] = []
        self._types: list[QLineEdit] = []
        self._sources: tuple[str, ...] = ()

    def show_columns(self, rows: FileRows, table: ImportTable) -> None:
        """Begin anew, for a file and a table, or one that is to be made."""
        self._sources = rows.columns
        self._targets, self._names, self._types = [], [], []
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        self._add_heads(grid, is_new=table.columns is None)
        for place in range(len(rows.columns)):
            self._add_source(grid, rows, place)
            if table.columns is None:
                self._add_new(grid, rows, table, place)
        if table.columns is not None:
            self._add_targets(grid, rows, table)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(len(rows.columns) + 1, 1)
        self.setWidget(inner)

    def _add_heads(self, grid: QGridLayout, *, is_new: bool) -> None:
        heads = {0: self.tr("Column of the file"), 1: self.tr("Goes into"), 3: self.tr("First values")}
        for place, text in ({**heads, 2: self.tr("Type")} if is_new else heads).items():
            grid.addWidget(PlainLabel(text, look="dim"), 0, place)

    def _add_source(self, grid: QGridLayout, rows: FileRows, place: int) -> None:
        label = PlainLabel(rows.columns[place] or "–")
        label.setToolTip(plain_tool_tip(rows.types[place]))
        shown = "   ".join(_shown(row[place]) for row in rows.rows[:_SAMPLES])
        values = PlainLabel(shown, look="dim", elide=True)
        values.setObjectName(f"import_values_{place}")
        values.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # what is left: others need room
        grid.addWidget(label, place + 1, 0)
        grid.addWidget(values, place + 1, 3)

    def _add_new(self, grid: QGridLayout, rows: FileRows, table: ImportTable, place: int) -> None:
        source = visible_text(rows.columns[place])
        name = QLineEdit(rows.columns[place])
        name.setObjectName(f"import_name_{place}")
        name.setAccessibleName(self.tr("Column for {name}").format(name=source))
        name.setPlaceholderText(self.tr("left out"))
        name.setFixedWidth(_FIELD_PX)
        kind = QLineEdit(table.new_types.get(rows.types[place], table.new_types.get("text", "")))
        kind.setObjectName(f"import_type_{place}")
        kind.setAccessibleName(self.tr("Type of {name}").format(name=source))
        kind.setFixedWidth(_FIELD_PX)
        for field in (name, kind):
            field.textChanged.connect(lambda _text: self.changed.emit())
        self._names.append(name)
        self._types.append(kind)
        grid.addWidget(name, place + 1, 1)
        grid.addWidget(kind, place + 1, 2)

    def _add_targets(self, grid: QGridLayout, rows: FileRows, table: ImportTable) -> None:
        columns = table.columns or ()
        usable = [each for each in columns if each.reason is None]
        found = mapped_by_name(rows.columns, tuple(each.name for each in usable))
        entries = [(self.tr("Leave out"), _LEFT_OUT)]
        entries += [(f"{each.name}  {each.type}" if each.type else each.name, each.name) for each in usable]
        for place, source in enumerate(rows.columns):
            label = self.tr("Where {name} goes").format(name=visible_text(source))
            choice = _TargetChoice(label, entries, found.get(source, _LEFT_OUT), name=f"import_target_{place}")
            choice.activated.connect(lambda _row: self.changed.emit())
            self._targets.append(choice)
            grid.addWidget(choice, place + 1, 1, Qt.AlignmentFlag.AlignLeading)

    def mapping(self) -> tuple[MappedColumn, ...]:
        """What goes where, as it is chosen now."""
        if self._targets:
            chosen = [choice.currentData() for choice in self._targets]
            pairs = zip(self._sources, chosen, strict=True)
            return tuple(MappedColumn(source, target) for source, target in pairs if target != _LEFT_OUT)
        named = zip(self._sources, self._names, self._types, strict=True)
        return tuple(
            MappedColumn(source, name.text().strip(), kind.text().strip())
            for source, name, kind in named
            if name.text().strip()
        )


def missing_values(mapping: Sequence[MappedColumn], table: ImportTable) -> list[str]:
    """Columns of the table that need a value and get none."""
    given = {each.target for each in mapping}
    return [each.name for each in table.columns or () if each.needs_value and each.name not in given]


def doubled(mapping: Sequence[MappedColumn]) -> str:
    """A column that two of the file would go into; empty: there is none."""
    targets = [each.target for each in mapping]
    return next((name for name in targets if targets.count(name) > 1), "")


def table_words(table: ImportTable) -> str:
    """Why nothing can be imported; empty where that is possible."""
    return "" if table.reason is None else error_text(from_wire(table.reason))


def _shown(text: str | None) -> str:
    if text is None:
        return "NULL"
    shown = visible_text(text[: _SAMPLE_CHARS + 1])
    return f"{shown[:_SAMPLE_CHARS]}…" if len(shown) > _SAMPLE_CHARS else shown or "“”"
