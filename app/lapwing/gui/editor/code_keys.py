"""Which keys the editor itself answers to; everything else is Qt's, or an action's of the window."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

BACKSPACE = "\b"
"""Stands for the key that takes the sign before the caret away."""

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier


class KeyAction(Enum):
    """What a key press asks for."""

    NEW_LINE = auto()
    INDENT = auto()
    DEDENT = auto()
    BACKSPACE = auto()
    COMMENT = auto()
    HOME = auto()
    SELECT_HOME = auto()
    UNDO = auto()
    REDO = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    ZOOM_RESET = auto()


_PLAIN = {
    Qt.Key.Key_Tab: KeyAction.INDENT,
    Qt.Key.Key_Return: KeyAction.NEW_LINE,
    Qt.Key.Key_Enter: KeyAction.NEW_LINE,
    Qt.Key.Key_Backspace: KeyAction.BACKSPACE,
}
_SHIFTED = {
    Qt.Key.Key_Backtab: KeyAction.DEDENT,
    Qt.Key.Key_Tab: KeyAction.DEDENT,
    Qt.Key.Key_Return: KeyAction.NEW_LINE,
    Qt.Key.Key_Enter: KeyAction.NEW_LINE,
    Qt.Key.Key_Backspace: KeyAction.BACKSPACE,
}
_WITH_CTRL = {
    Qt.Key.Key_Slash: KeyAction.COMMENT,  # with Shift, too: that is where many layouts have it
    Qt.Key.Key_Plus: KeyAction.ZOOM_IN,
    Qt.Key.Key_Equal: KeyAction.ZOOM_IN,
    Qt.Key.Key_Minus: KeyAction.ZOOM_OUT,
    Qt.Key.Key_0: KeyAction.ZOOM_RESET,
}


_STANDARD = {
    QKeySequence.StandardKey.MoveToStartOfLine: KeyAction.HOME,
    QKeySequence.StandardKey.SelectStartOfLine: KeyAction.SELECT_HOME,
    QKeySequence.StandardKey.Undo: KeyAction.UNDO,
    QKeySequence.StandardKey.Redo: KeyAction.REDO,
    QKeySequence.StandardKey.Copy: KeyAction.COPY,
    QKeySequence.StandardKey.Cut: KeyAction.CUT,
    QKeySequence.StandardKey.Paste: KeyAction.PASTE,
}


def key_action(event: QKeyEvent) -> KeyAction | None:
    """What the editor does at this key; None if it is not one of its own."""
    for standard, action in _STANDARD.items():
        if event.matches(standard):
            return action
    key = Qt.Key(event.key())
    held = event.modifiers() & (_CTRL | _SHIFT | _ALT | _META)
    if held & _CTRL and not held & (_ALT | _META):
        if key == Qt.Key.Key_0 and held & _SHIFT:
            return None
        return _WITH_CTRL.get(key)
    if held == _SHIFT:
        return _SHIFTED.get(key)
    return _PLAIN.get(key) if not held else None


def typed_sign(event: QKeyEvent) -> str:
    """The one sign that a key press writes, or nothing. Ctrl+Alt is AltGr on Windows, and writes."""
    held = event.modifiers()
    commands = bool(held & _META) or (bool(held & _CTRL) != bool(held & _ALT))
    text = event.text()
    return text if len(text) == 1 and text.isprintable() and not commands else ""
