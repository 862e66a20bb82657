"""One setting: its title, a control made of what it is declared as, its help, and the way back to the default."""

from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from lapwing.gui.preferences.texts import choice_text, declared_text, help_text
from lapwing.gui.widgets import PillCombo, PlainLabel, ToolButton
from lapwing.settings.declared import FIELDS, Settings

Value = str | int | bool
_NUMBER_PX: Final = 130
_MOST: Final = 2**31 - 1


class SettingRow(QWidget):
    """GUI thread.

    Signals:
        changed(str, object): a person gave the setting of this name another value.
    """

    changed = Signal(str, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.facts = FIELDS[name]
        self.default: Value = getattr(Settings(), name)
        self.setObjectName(f"setting_{name}")
        title = declared_text(self.facts.title)
        self.control = self._made(title)
        self.control.setObjectName(f"setting_{name}_value")
        self.control.setAccessibleName(title)
        self.control.setAccessibleDescription(help_text(name))
        self.reset = ToolButton("undo", name=f"setting_{name}_reset", tip=self.tr("Back to the default"))
        self.reset.clicked.connect(lambda: self.changed.emit(self.name, self.default))
        self.note = PlainLabel("", self, look="dim", lines=True)
        self.note.hide()
        self._lay_out(title)

    def _made(self, title: str) -> QWidget:
        """The control for the setting's type; telling that it was used is connected."""
        if isinstance(self.default, bool):
            box = QCheckBox(title)
            box.toggled.connect(lambda on: self.changed.emit(self.name, on))
            return box
        if self.facts.choices:
            pill = PillCombo(title, name=f"setting_{self.name}_value")
            for choice in self.facts.choices:
                pill.add_entry(choice_text(choice), choice)
            pill.activated.connect(lambda _at: self.changed.emit(self.name, pill.currentData()))
            return pill
        if isinstance(self.default, int):
            return self._number()
        line = QLineEdit()
        line.editingFinished.connect(lambda: self.changed.emit(self.name, line.text()))
        return line

    def _number(self) -> QSpinBox:
        number = QSpinBox()
        number.setRange(
            self.facts.low if self.facts.low is not None else -_MOST,
            self.facts.high if self.facts.high is not None else _MOST,
        )
        number.setGroupSeparatorShown(True)
        number.setLocale(QLocale(QLocale.Language.English))  # as numbers are written elsewhere in the window
        number.lineEdit().setTextMargins(6, 0, 0, 0)
        number.setFixedWidth(_NUMBER_PX)
        number.setKeyboardTracking(False)
        number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        number.valueChanged.connect(lambda value: self.changed.emit(self.name, value))
        return number

    def _lay_out(self, title: str) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.control)
        across.addWidget(self.reset)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        if not isinstance(self.control, QCheckBox):
            label = PlainLabel(title, self)
            label.setBuddy(self.control)
            down.addWidget(label)
        down.addLayout(across)
        told = PlainLabel(help_text(self.name), self, look="dim", lines=True)
        told.setObjectName(f"setting_{self.name}_help")
        down.addWidget(told)
        down.addWidget(self.note)

    def show_value(self, value: Value, *, is_restart_due: bool = False) -> None:
        """Show the value in force, without telling that somebody chose it."""
        control = self.control
        with QSignalBlocker(control):
            if isinstance(control, QCheckBox):
                control.setChecked(bool(value))
            elif isinstance(control, PillCombo):
                control.choose(value)
            elif isinstance(control, QSpinBox):
                control.setValue(int(value))
            elif isinstance(control, QLineEdit):
                control.setText(str(value))
        control.updateGeometry()
        self.reset.setVisible(value != self.default)
        self.note.setText(self.tr("From the next start of Lapwing.") if is_restart_due else "")
        self.note.setVisible(is_restart_due)
