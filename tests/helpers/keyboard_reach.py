"""Whether all of a view can be used without a mouse, and what it says of itself to those who do not see it.

The order of the Tab key is read from Qt's own chain of focus; names as Qt tells them to screen readers.
"""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from helpers.screen_texts import path_of, visible_widgets
from lapwing.gui.preferences.dialog import SettingsDialog  # where everything holds at once

_WAYS_OUT: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,  # of texts that tabs can be written into
)

_OF_TABS: Final = frozenset({"ScrollLeftButton", "ScrollRightButton"})
"""Qt puts them beside tabs that have no room."""


def focusable(root: QWidget) -> list[QWidget]:
    """What Tab goes to in a window, in its order. Qt is asked to go round once."""
    went: list[QWidget] = []
    while root.focusNextPrevChild(True) and (at := root.focusWidget()) not in went:
        went.append(at)
    return [widget for widget in went if widget.objectName() not in _OF_TABS]


def _inner(root: QWidget) -> set[QWidget]:
    """Fields of fields, and what Qt itself puts into them."""
    found: set[QWidget] = set()
    for kind in (QAbstractSpinBox, QComboBox, QLineEdit):
        for whole in root.findChildren(kind):
            found |= {*whole.findChildren(QLineEdit), *whole.findChildren(QAbstractButton)}
    return found


def without_name(root: QWidget) -> list[str]:
    """Widgets that take the focus, or can be clicked, and have no name for screen readers or for tests."""
    found = []
    inner = _inner(root)
    for widget in visible_widgets(root):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        takes_part = takes_focus or isinstance(widget, QAbstractButton)
        if not takes_part or not widget.isEnabled() or widget in inner:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name):
            found.append(f"no accessible name: {path_of(widget)} ({type(widget).__name__})")
        if not widget.objectName():
            found.append(f"no objectName: {path_of(widget)} ({type(widget).__name__})")
    return found


def against_the_eye(root: QWidget) -> list[str]:
    """Steps of Tab that go up or back within one pane; none when there is but the one from the end to the beginning."""
    went = focusable(root)
    found = [
        f"Tab goes from {path_of(before)} {_place(before, root).getRect()} back to {path_of(after)} "
        f"{_place(after, root).getRect()}"
        for before, after in pairwise([*went, *went[:1]])
        if not before.isAncestorOf(after) and _goes_back(_place(before, root), _place(after, root))
    ]
    return found if len(found) > 1 else []


def _place(widget: QWidget, root: QWidget) -> QRect:
    """Where it is when nothing is scrolled: going round scrolls to each."""
    at, around = widget.mapTo(root, QPoint()), widget.parentWidget()
    while around is not None and around is not root:
        if isinstance(around, QScrollArea):
            at += QPoint(around.horizontalScrollBar().value(), around.verticalScrollBar().value())
        around = around.parentWidget()
    return QRect(at, widget.size())


def _goes_back(before: QRect, after: QRect) -> bool:
    higher, lower = (before, after) if before.center().y() <= after.center().y() else (after, before)
    if lower.top() <= higher.center().y() or lower.center().y() <= higher.bottom():  # in one row
        return after.right() < before.left()
    return after.bottom() < before.top() and after.left() <= before.right()


def traps(root: QWidget) -> list[str]:
    """Widgets of a dialog that neither Tab, Shift+Tab nor Ctrl+Tab leaves."""
    found = []
    for widget in focusable(root):
        widget.setFocus()
        here = root.focusWidget()
        for modifier in _WAYS_OUT:
            QTest.keyClick(here, Qt.Key.Key_Tab, modifier)
            if root.focusWidget() is not here:
                break
        else:
            if len(focusable(root)) > 1:
                found.append(f"Tab does not leave {path_of(widget)}")
    return found


def of_dialog(dialog: QDialog) -> list[str]:
    """What a dialog lacks: a button for Enter, and an end by Escape."""
    found = []
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    if (
        buttons
        and not isinstance(dialog, SettingsDialog)
        and not any(button.isDefault() or button.autoDefault() for button in buttons)
    ):
        found.append("Enter presses no button")
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    if dialog.isVisible():
        found.append("Escape does not close it")
    return found
