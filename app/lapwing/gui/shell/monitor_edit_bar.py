"""What stands above a dashboard while it is changed: its title, adding, the way back, and keeping it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from lapwing.gui.actions import ACTIONS, KeyBindings, shortcut_text
from lapwing.gui.shell.tool_row import upright_line
from lapwing.gui.widgets import GivingRow, PlainLabel, ToolButton

_HEIGHT_PX: Final = 38
_TITLE_PX: Final = 240
_LEAST_TITLE_PX: Final = 140
_LONGEST: Final = 80


class MonitorEditBar(GivingRow):
    """Qt's thread.

    Signals:
        action_wanted(str): A button for an action of the window was clicked; its id.
        title_changed(str): A person called it something else.
    """

    action_wanted = Signal(str)
    title_changed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("monitor_edit_bar")
        self.setProperty("surface", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT_PX)
        self.title = QLineEdit(self)
        self.title.setObjectName("monitor_title")
        self.title.setAccessibleName(self.tr("Title of the dashboard"))
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setMaxLength(_LONGEST)
        self.title.setMinimumWidth(_LEAST_TITLE_PX)
        self.title.setMaximumWidth(_TITLE_PX)
        self.note = PlainLabel("", self, look="dim", elide=True)
        keys = self.tr("Ctrl with an arrow key moves a panel, Shift resizes it; Enter changes it, Delete removes it.")
        self.setToolTip(f"{self.tr('Drag panels by their titles and corners.')} {keys}")
        self._does: dict[ToolButton, str] = {}
        self.add_button = self._button("plus", "dashboard.add_panel", self.tr("Add panel"))
        self.undo_button = self._button("undo", "edit.undo")
        self.redo_button = self._button("redo", "edit.redo")
        self.revert_button = self._button("", "dashboard.revert", self.tr("Discard"))
        self.save_button = self._button("save", "dashboard.save", self.tr("Save"), primary=True)
        self.done_button = self._button("", "dashboard.edit", self.tr("Done"))
        self._lay_out()
        self.title.textEdited.connect(self.title_changed)
        KeyBindings.current().changed.connect(lambda _action_id: self._tell_keys())
        self._tell_keys()
        self.hide()

    def _button(self, sign: str, action_id: str, word: str = "", *, primary: bool = False) -> ToolButton:
        name = f"monitor_edit_{action_id.partition('.')[2]}"
        button = ToolButton(sign, word, self, name=name, primary=primary)
        button.setAccessibleName(word or ACTIONS[action_id].shown_short())
        button.clicked.connect(lambda: self.action_wanted.emit(action_id))
        self._does[button] = action_id
        return button

    def _tell_keys(self) -> None:
        for button, action_id in self._does.items():
            tip, keys = ACTIONS[action_id].shown_tip(), shortcut_text(ACTIONS[action_id])
            button.setToolTip(f"{tip} ({keys})" if keys else tip)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 5, 8, 6)
        across.setSpacing(5)
        across.addWidget(self.title, 2)
        across.addWidget(upright_line(self))
        for button in (self.add_button, self.undo_button, self.redo_button):
            across.addWidget(button)
        across.addWidget(self.note, 3)
        for button in (self.revert_button, self.done_button, self.save_button):
            across.addWidget(button)
        self.let_words_go((self.add_button,), (self.save_button,))

    def show_draft(self, title: str, *, is_changed: bool, is_own: bool, can_undo: bool, can_redo: bool) -> None:
        """Show how far the changing is."""
        if self.title.text() != title:
            self.title.setText(title)
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setEnabled(can_redo)
        self.revert_button.setEnabled(is_changed)
        self.save_button.setEnabled(is_changed)
        self.done_button.setVisible(not is_changed)
        self.revert_button.setVisible(is_changed)
        self.note.setText("" if is_own else self.tr("It is saved as a copy."))
