"""A field that takes the next key pressed in it instead of doing what that key does."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}
)


class KeyField(QLineEdit):
    """Shows the key pressed last. Tab and Shift+Tab leave it, Escape is for whoever is around it.

    Signals:
        pressed(QKeySequence)
    """

    pressed = Signal(QKeySequence)

    def __init__(self, prompt: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.setProperty("look", "keys")
        self.setReadOnly(True)
        self.keys = QKeySequence()

    def show_keys(self, keys: QKeySequence) -> None:
        self.keys = keys
        self.setText(keys.toString(QKeySequence.SequenceFormat.NativeText))

    def event(self, event: QEvent) -> bool:
        """Shortcuts of the window around do not get the key."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            event.ignore()
        elif event.key() not in _MODIFIERS:
            self.show_keys(QKeySequence(event.keyCombination()))
            self.pressed.emit(self.keys)
