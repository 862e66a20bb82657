"""Which sessions are shown: a field, quick filters, groups, and table or tree."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.monitor.sessions_rows import Chip, Grouping, SessionColumn, Wanted
from lapwing.gui.widgets import PillCombo, SearchField, ToolButton

_PAUSE_MS: Final = 150


class SessionsFilters(QWidget):
    """Qt's thread.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions_filters")
        self.setProperty("surface", "background")
        self._sort = (SessionColumn.STATE, False)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self.field = SearchField(self.tr("Filter sessions"), self, name="sessions_filter")
        self.field.setMinimumWidth(108)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.chips = {
            Chip.ACTIVE: self._toggle(
                self.tr("Active"), "sessions_active", self.tr("Only sessions that run something")
            ),
            Chip.WAITING: self._toggle(
                self.tr("Waiting"), "sessions_waiting", self.tr("Only sessions that wait for something")
            ),
            Chip.IN_TRANSACTION: self._toggle(
                self.tr("In transaction"), "sessions_in_transaction", self.tr("Only sessions with an open transaction")
            ),
            Chip.BLOCKED: self._toggle(
                self.tr("Blocked"), "sessions_blocked", self.tr("Only sessions that block others or are blocked")
            ),
        }
        self.hide_idle = self._toggle(
            self.tr("Hide idle"),
            "sessions_hide_idle",
            self.tr("Leave out idle sessions, and processes of the server that run no statement"),
        )
        self.groups = PillCombo(self.tr("Group by"), self, name="sessions_groups")
        self.groups.add_entry(self.tr("No groups"), Grouping.NONE.value)
        for column in (SessionColumn.USER, SessionColumn.DATABASE, SessionColumn.APPLICATION, SessionColumn.STATE):
            self.groups.add_entry(texts.title_of(column), column.name.lower())
        self.groups.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.table = ToolButton("table", name="sessions_as_table", tip=self.tr("Show sessions as a table"))
        self.tree = ToolButton("diagram", name="sessions_as_tree", tip=self.tr("Show who blocks whom"))
        self._shapes = QButtonGroup(self)
        for button in (self.table, self.tree):
            button.setCheckable(True)
            self._shapes.addButton(button)
        self.table.setChecked(True)
        self.tree.toggled.connect(self._shape_chosen)
        self._lay_out()

    def _toggle(self, text: str, name: str, tip: str) -> ToolButton:
        button = ToolButton("", text, self, name=name, tip=tip)
        button.setCheckable(True)
        button.toggled.connect(lambda _on: self.changed.emit())
        return button

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(10, 5, 10, 5)
        across.setSpacing(4)
        across.addWidget(self.field, 1)
        across.addSpacing(4)
        for button in self.chips.values():
            across.addWidget(button)
        across.addSpacing(8)
        across.addWidget(self.hide_idle)
        across.addSpacing(8)
        across.addWidget(self.groups)
        across.addWidget(self.table)
        across.addWidget(self.tree)

    def _shape_chosen(self, is_tree: bool) -> None:
        """What does not apply to the tree cannot be chosen while it is shown."""
        for widget in (*self.chips.values(), self.hide_idle, self.groups):
            widget.setEnabled(not is_tree)
        self.changed.emit()

    def turn_shape(self) -> None:
        """The tree instead of the table, or the other way round."""
        (self.table if self.tree.isChecked() else self.tree).setChecked(True)

    def order_by(self, column: SessionColumn) -> None:
        """Order by another column; downwards when it is the same again, or shows ages."""
        down_first = column in {SessionColumn.STATEMENT_AGE, SessionColumn.TRANSACTION_AGE, SessionColumn.BLOCKED_BY}
        known, descending = self._sort
        self._sort = (column, not descending if column is known else down_first)
        self.changed.emit()

    # what is chosen

    def wanted(self) -> Wanted:
        return Wanted(
            self.field.text(),
            frozenset(chip for chip, button in self.chips.items() if button.isChecked()),
            self.hide_idle.isChecked(),
            Grouping(self.groups.currentData()),
            self._sort,
            self.tree.isChecked(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether sessions may be left out."""
        wanted = self.wanted()
        return bool(wanted.text.strip() or (not wanted.is_tree and (wanted.chips or wanted.hide_idle)))

    def clear(self) -> None:
        """Leave none out."""
        self.field.clear()
        for button in (*self.chips.values(), self.hide_idle):
            button.setChecked(False)

    def state(self) -> dict[str, str]:
        """What was chosen, to come back after a restart."""
        wanted = self.wanted()
        return {
            "filter": wanted.text,
            "chips": ",".join(sorted(wanted.chips)),
            "hide_idle": "1" if wanted.hide_idle else "",
            "group": wanted.grouping.value,
            "sort": f"{int(wanted.sort[0])},{int(wanted.sort[1])}",
            "tree": "1" if wanted.is_tree else "",
        }

    def restore(self, state: dict[str, str]) -> None:
        """Choose what was chosen."""
        self.field.setText(state.get("filter", ""))
        chosen = state.get("chips", "").split(",")
        for chip, button in self.chips.items():
            button.setChecked(chip.value in chosen)
        self.hide_idle.setChecked(bool(state.get("hide_idle")))
        self.groups.choose(state.get("group", ""))
        column, _comma, descending = state.get("sort", "").partition(",")
        if column.isascii() and column.isdigit() and int(column) < len(SessionColumn):
            self._sort = (SessionColumn(int(column)), descending == "1")
        self.tree.setChecked(bool(state.get("tree")))
