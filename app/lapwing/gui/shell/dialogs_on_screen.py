"""Dialogs stay on the screen however large everything is drawn: they shrink, and scroll where they cannot."""

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QFrame, QMessageBox, QScrollArea, QVBoxLayout, QWidget

_FRAME_PX = 40
"""Left for the frame that the desktop draws."""


class DialogsOnScreen(QObject):
    """Looks at each dialog when it gets the focus. Qt's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._look)

    def _look(self, _window: object) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and not isinstance(dialog, QMessageBox | QFileDialog):
            keep_on_screen(dialog, dialog.screen().availableGeometry())


def keep_on_screen(dialog: QDialog, room: QRect) -> None:
    """Shrink and move a dialog that is not wholly in `room`; what does not fit then can be scrolled to.

    A window that is itself larger than the screen is on none that a person looks at: its dialogs are left alone.
    """
    parent = dialog.parentWidget()
    if parent is not None and not _fits(parent.window().size(), room.size()):
        return
    most = room.size() - QSize(0, _FRAME_PX)
    if not _fits(dialog.minimumSizeHint().expandedTo(dialog.minimumSize()), most):
        _make_scrollable(dialog)
    if not _fits(dialog.size(), most):
        dialog.resize(dialog.size().boundedTo(most))
    if not room.contains(dialog.frameGeometry()):
        place = dialog.frameGeometry()
        place.moveCenter(room.center())
        dialog.move(max(place.x(), room.x()), max(place.y(), room.y()))


def _fits(size: QSize, room: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def _make_scrollable(dialog: QDialog) -> None:
    layout = dialog.layout()
    if layout is None or dialog.findChild(QScrollArea, "whole_dialog") is not None:
        return
    inner = QWidget()
    inner.setLayout(layout)  # takes along what is in it
    area = QScrollArea(dialog)
    area.setObjectName("whole_dialog")
    area.setAccessibleName(dialog.windowTitle())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    dialog.setMinimumSize(0, 0)
    down = QVBoxLayout(dialog)
    down.setContentsMargins(0, 0, 0, 0)
    down.addWidget(area)
