"""The row of tools above a table's rows."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lapwing.domain.connections import TransactionMode
from lapwing.gui.theme import ui_font
from lapwing.gui.widgets import GivingRow, PillCombo, PlainLabel, Spinner, StatusDot, ToolButton

_HEIGHT_PX: Final = 38
_NAME_PX: Final = 100
"""What a name may take before buttons give up their words."""


class TableTools(GivingRow):
    """Connection and table, reload, transaction, rows, staged changes; turning spokes while the server works."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("table_tools")
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT_PX)
        self.dot = StatusDot("faint_text", self.tr("No connection"), self, name="table_dot")
        self.place = PlainLabel("", self, look="dim", elide=True)
        self.place.setObjectName("table_place")
        self.place.setMinimumWidth(1)  # the status bar says it, too
        self.name = PlainLabel("", self, elide=True)
        self.name.setObjectName("table_name")
        self.name.setFont(ui_font(13, QFont.Weight.DemiBold))
        self.reload_button = self._button("refresh", "", self.tr("Read the rows again (F5)"), name="reload")
        self.stop_button = self._button("stop", "", self.tr("Cancel on the server (Ctrl+F2)"))
        self.mode_box = PillCombo(self.tr("Transaction mode"), self, name="table_mode")
        self.mode_box.add_entry(self.tr("Auto-commit"), TransactionMode.AUTO)
        self.mode_box.add_entry(self.tr("Manual commit"), TransactionMode.MANUAL)
        self.commit_button = self._button("commit", "", self.tr("Commit (Ctrl+Shift+M)"))
        self.rollback_button = self._button("rollback", "", self.tr("Roll back (Ctrl+Shift+R)"))
        self.insert_button = self._button("plus", "", self.tr("Insert a row (Insert)"), name="insert")
        self.duplicate_button = self._button("copy", "", self.tr("Duplicate the selected rows (Ctrl+D)"))
        self.delete_button = self._button("trash", "", self.tr("Delete the selected rows (Ctrl+Delete)"), name="delete")
        self.preview_button = self._button(
            "view", self.tr("Preview"), self.tr("See the SQL of all changes (Ctrl+Shift+S)")
        )
        self.save_button = ToolButton(
            "save",
            self.tr("Save"),
            self,
            name="table_save",
            tip=self.tr("Make all changes in one transaction (Ctrl+S)"),
            primary=True,
        )
        self.revert_button = self._button("undo", self.tr("Revert"), self.tr("Take staged changes back (Ctrl+U)"))
        self.spinner = Spinner(self, name="table_spinner")
        self._lay_out()

    def _button(self, sign: str, text: str, tip: str, *, name: str = "") -> ToolButton:
        return ToolButton(sign, text, self, name=f"table_{name or sign}", tip=tip)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 5, 8, 6)
        across.setSpacing(5)
        across.addWidget(self.dot)
        across.addSpacing(2)
        across.addWidget(self.place)
        across.addWidget(self.name)
        across.addSpacing(4)
        across.addWidget(self.reload_button)
        across.addWidget(self.stop_button)
        across.addWidget(_upright(self))
        across.addWidget(self.mode_box)
        across.addWidget(self.commit_button)
        across.addWidget(self.rollback_button)
        across.addWidget(_upright(self))
        for button in (self.insert_button, self.duplicate_button, self.delete_button):
            across.addWidget(button)
        across.addWidget(_upright(self))
        for button in (self.preview_button, self.save_button, self.revert_button):
            across.addWidget(button)
        across.addStretch(1)
        across.addWidget(self.spinner)
        self.mode_box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.let_words_go((self.preview_button, self.revert_button), (self.save_button,))

    def elastic_px(self) -> int:
        return sum(max(0, label.sizeHint().width() - _NAME_PX) for label in (self.place, self.name))

    def show_place(self, color: str, where: tuple[str, ...], table: str) -> None:
        """Which table this is: `where` are its connection and, where they are to be said, database and schema."""
        self.dot.set_state(color, where[0])
        self.place.setText(" · ".join(filter(None, where)))
        self.name.setText(table)

    def show_busy(self, *, is_busy: bool) -> None:
        """Whether the server works for this table now."""
        self.stop_button.setEnabled(is_busy)
        self.mode_box.setEnabled(not is_busy)
        if is_busy:
            self.spinner.start()
        else:
            self.spinner.stop()

    def show_editing(self, *, can_edit: bool, has_rows: bool, has_staged: bool) -> None:
        """What can be done to rows now."""
        self.insert_button.setEnabled(can_edit)
        self.duplicate_button.setEnabled(can_edit and has_rows)
        self.delete_button.setEnabled(can_edit and has_rows)
        for button in (self.preview_button, self.save_button, self.revert_button):
            button.setEnabled(has_staged)


def _upright(parent: QWidget) -> QWidget:
    """A short line between groups of buttons."""
    line = QWidget(parent)
    line.setProperty("look", "line")
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line.setFixedSize(1, 16)
    return line
