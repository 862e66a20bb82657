"""The Help menu: the manual at the page of what has the focus, in dialogs too, and About."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from lapwing.gui.actions import KeyBindings
from lapwing.gui.shell.help_places import place_of
from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_ACTION = "manual.open"
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_SHORTCUT = "help_shortcut"


def attach(window: "MainWindow") -> Handlers:
    feature = HelpFeature(window)
    return {_ACTION: feature.open_manual, "application.describe": feature.open_about}


class HelpFeature(QObject):
    """Qt's thread.

    An action's key does not reach a dialog that is open over the window, so each dialog gets one of its own when
    something in it has the focus for the first time.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def open_manual(self) -> None:
        """At the page of what has the focus."""
        self._open(self._window)

    def _open(self, above: QWidget) -> None:
        from lapwing.gui.shell.manual_window import ManualWindow  # only now: the window shows sooner

        place = place_of(QApplication.focusWidget())
        found = above.findChild(ManualWindow, options=_DIRECT)
        manual: ManualWindow = found if found is not None else ManualWindow(above)
        manual.show_place(place)
        manual.show()
        manual.raise_()
        manual.activateWindow()

    def open_about(self) -> None:
        from lapwing.gui.shell.about_dialog import AboutDialog  # only now: the window shows sooner

        AboutDialog(self._window.client, self._window).open()

    # in dialogs

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if new is not None else None
        if not isinstance(dialog, QDialog) or dialog.objectName() == "manual":
            return
        if self._is_of_this_window(dialog) and dialog.findChild(QShortcut, _SHORTCUT) is None:
            shortcut = QShortcut(dialog)
            shortcut.setObjectName(_SHORTCUT)
            shortcut.setKeys([QKeySequence(keys) for keys in KeyBindings.current().keys(_ACTION)])
            shortcut.activated.connect(lambda: self._open(dialog))

    def _is_of_this_window(self, dialog: QWidget) -> bool:
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is self._window
