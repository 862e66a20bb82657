"""Settings and keys in a window: the dialog, and what follows at once from a change."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from lapwing.gui.shell.editor_feature import show_settings
from lapwing.gui.shell.page import Handlers
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.gui.preferences.dialog import SettingsDialog
    from lapwing.gui.shell.window import MainWindow

_OF_EDITORS: Final = frozenset({"editor_wrap", "editor_show_blanks", "format_indent"})
"""Settings that editors show."""


def attach(window: "MainWindow") -> Handlers:
    feature = SettingsFeature(window)
    window.setting_wanted.connect(feature.open)
    return {
        "settings.open": lambda: feature.open(),
        "shortcuts.show": lambda: feature.open().show_keys(),
    }


class SettingsFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def open(self, setting: str = "") -> "SettingsDialog":
        """Show the dialog, at one setting where that is asked for."""
        from lapwing.gui.preferences.dialog import SettingsDialog  # only now: the window shows sooner
        from lapwing.gui.shell.command_palette import menu_path

        dialog = SettingsDialog(lambda action: menu_path(action.menu), self._window)
        dialog.changed.connect(self._changed)
        dialog.open()
        if setting:
            dialog.show_setting(setting)
        return dialog

    def _changed(self, name: str) -> None:
        """What is read only once takes its new value; the rest is read where it is needed."""
        settings = read_settings()
        if name == "theme":
            Theme.current().set_mode(ThemeMode(settings.theme))
        elif name == "editor_font_px":
            for tab in self._window.editors():
                tab.editor.set_zoom(settings.editor_font_px)
        elif name in _OF_EDITORS:
            for tab in self._window.editors():
                show_settings(tab.editor)
        self._window.actions_of_window.update()
