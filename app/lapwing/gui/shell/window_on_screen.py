"""A window stays within its screen, with the frame that the desktop draws around it, and comes back where it was."""

import base64
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FIRST_SIZE: Final = QSize(1280, 800)
_FRAME: Final = QSize(16, 40)
"""Left for a frame that nobody knows before the window is shown."""


class WindowOnScreen:
    """Sizes a window before it is shown, and looks once more when its frame is known. Qt's thread."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._is_settled = False

    @property
    def geometry_b64(self) -> str:
        """Where the window is, as it is kept."""
        return base64.b64encode(bytes(self._window.saveGeometry().data())).decode()

    def restore(self, geometry_b64: str) -> None:
        """Give it the place it had, or the first one; call it before the window is shown."""
        room = None if _is_in_memory() else self._window.screen().availableGeometry()
        self._window.resize(FIRST_SIZE if room is None else FIRST_SIZE.boundedTo(room.size() - _FRAME))
        with suppress(ValueError):  # whatever stands there, the window comes
            self._window.restoreGeometry(QByteArray(base64.b64decode(geometry_b64)))

    def activated(self) -> None:
        """The desktop has framed it and given it the keyboard: the first time, it is brought into its screen.

        Only then: a person may move it partly out of sight later.
        """
        if not self._is_settled and not _is_in_memory():
            QTimer.singleShot(0, self._window, self._settle)

    def _settle(self) -> None:
        if not self._is_settled and _is_free(self._window):
            self._is_settled = True
            keep_in(self._window, self._window.screen().availableGeometry())


def keep_in(window: QWidget, room: QRect) -> None:
    """Shrink and move a shown window whose frame is not wholly in `room`."""
    handle = window.windowHandle()
    margins = handle.frameMargins()
    frame = handle.geometry().marginsAdded(margins)
    smallest = QRect(QPoint(), window.minimumSizeHint().expandedTo(window.minimumSize())).marginsAdded(margins).size()
    kept = _within(frame, room, smallest)
    if kept != frame:
        window.setGeometry(kept.marginsRemoved(margins))


def _within(frame: QRect, room: QRect, smallest: QSize) -> QRect:
    """The frame where it is wholly in the room; its title stays in sight where it cannot be so small."""
    size = frame.size().boundedTo(room.size()).expandedTo(smallest)
    left = max(room.left(), min(frame.left(), room.left() + room.width() - size.width()))
    top = max(room.top(), min(frame.top(), room.top() + room.height() - size.height()))
    return QRect(QPoint(left, top), size)


def _is_free(window: QWidget) -> bool:
    """Whether it has a size of its own."""
    states = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized
    return not window.windowState() & states


def _is_in_memory() -> bool:
    """Whether windows are drawn for nobody's eyes: such a screen has no edge that hides anything."""
    return QGuiApplication.platformName() == "offscreen"
