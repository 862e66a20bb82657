"""The look of the program: which theme is on, its colours, and putting it on the application."""

from enum import StrEnum
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from lapwing import paths
from lapwing.gui.theme.fonts import ui_font
from lapwing.gui.theme.icons import DEFAULT_PX, line_icon
from lapwing.gui.theme.style_sheet import image_prefix, style_sheet
from lapwing.gui.theme.system_scheme import SystemScheme
from lapwing.gui.theme.tokens import Tokens, read_tokens, readable

_given: Final[WeakKeyDictionary[QWidget, QFont]] = WeakKeyDictionary()


class ThemeMode(StrEnum):
    """What the person chose; the values are those of the setting."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Fusion, a palette, one style sheet and the bundled fonts on one `QApplication`. GUI thread.

    The last one made is the current one, so that icons and painted widgets find their colours (`Theme.current()`).

    Attributes:
        colors: Every token as `QColor`: `theme.colors.accent_text`. A new object after each change.
        is_dark: Which of the two themes is on.

    Signals:
        changed: The colours are others now; palette and style sheet are already applied.
    """

    changed = Signal()

    _current: "Theme | None" = None

    def __init__(self, app: QApplication, mode: ThemeMode = ThemeMode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._system: SystemScheme | None = None
        app.setStyle("Fusion")
        app.setFont(ui_font())
        folder = paths.resources() / "themes"
        self._tokens = {name: read_tokens(folder / f"{name}.toml") for name in ("dark", "light")}
        for name in self._tokens:
            QDir.setSearchPaths(image_prefix(name), [str(folder / name)])
        self._tell_desktop()
        self.is_dark = self._wants_dark()
        self._apply()
        Theme._current = self

    @classmethod
    def current(cls) -> "Theme":
        """The theme in use.

        Raises:
            RuntimeError: None has been made yet.
        """
        if cls._current is None:
            raise RuntimeError("no Theme has been made for this application")
        return cls._current

    @property
    def mode(self) -> ThemeMode:
        return self._mode

    def set_mode(self, mode: ThemeMode) -> None:
        """Follow the desktop, or stay light or dark."""
        self._mode = mode
        self._tell_desktop()
        self._refresh()

    def _tell_desktop(self) -> None:
        """Window frames that the desktop draws follow the choice, where the platform can."""
        hints = self._app.styleHints()
        if self._mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self._mode is ThemeMode.DARK else Qt.ColorScheme.Light)

    def color(self, name: str) -> QColor:
        """A colour that comes as data: the name of a token, or `#rrggbb` as a connection has it.

        Of the latter the nearest shade is given that can be read in this theme.

        Raises:
            AttributeError: There is no such token.
        """
        if name.startswith("#"):
            if name not in self._shades:
                self._shades[name] = QColor(readable(name, self._tokens["dark" if self.is_dark else "light"]))
            return self._shades[name]
        color: QColor = getattr(self.colors, name)
        return color

    def _wants_dark(self) -> bool:
        if self._mode is not ThemeMode.SYSTEM:
            return self._mode is ThemeMode.DARK
        if self._system is None:
            self._system = SystemScheme(self._app.styleHints(), self)
            self._system.changed.connect(self._refresh)
        return self._system.dark

    def _refresh(self) -> None:
        dark = self._wants_dark()
        if dark != self.is_dark:
            self.is_dark = dark
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        name = "dark" if self.is_dark else "light"
        tokens = self._tokens[name]
        self.colors: Tokens[QColor] = tokens.map(QColor)
        self._shades: dict[str, QColor] = {}
        chosen = [(window, window.focusWidget()) for window in QApplication.topLevelWidgets() if window.isVisible()]
        self._app.setPalette(palette(self.colors))
        self._app.setStyleSheet(style_sheet(tokens, name))
        for widget, font in list(_given.items()):
            if isValid(widget):
                widget.setFont(font)
        for window, focused in chosen:  # questions lay their buttons out anew, and the first would answer Enter
            if focused is not None and isValid(focused) and window.focusWidget() is not focused:
                focused.setFocus()


def give_font(widget: QWidget, font: QFont) -> None:
    """Set the font of a widget that may be on the screen already.

    Qt keeps a font beside a style sheet only when it was set before the widget was first shown; with the next style
    sheet, that of the other theme, a later one would be lost.
    """
    widget.setFont(font)
    _given[widget] = font


def _current_color(token: str) -> QColor:
    return Theme.current().color(token)


def icon(name: str, color: str = "text", size: int = DEFAULT_PX) -> QIcon:
    """A line icon in a colour of whatever theme is current when it is painted; a disabled one is faint.

    Args:
        name: A file of `resources/icons` without its ending.
        color: A name in `Tokens`, or `#rrggbb`.
        size: Its natural size in device-independent pixels; it is sharp at any other, too.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    return line_icon(name, color, _current_color, size)


def palette(colors: Tokens[QColor]) -> QPalette:
    """The tokens as the roles that Qt's own widgets paint with."""
    roles = QPalette.ColorRole
    pairs: dict[QPalette.ColorRole, QColor] = {
        roles.Window: colors.panel,
        roles.WindowText: colors.text,
        roles.Base: colors.editor,
        roles.AlternateBase: colors.alternate_row,
        roles.Text: colors.text,
        roles.PlaceholderText: colors.faint_text,
        roles.Button: colors.panel,
        roles.ButtonText: colors.text,
        roles.BrightText: colors.bad,
        roles.Highlight: colors.selection,
        roles.HighlightedText: colors.text,
        roles.ToolTipBase: colors.raised,
        roles.ToolTipText: colors.text,
        roles.Link: colors.accent_text,
        roles.LinkVisited: colors.accent_text,
        roles.Accent: colors.accent_fill,
        roles.Light: colors.raised,
        roles.Midlight: colors.raised,
        roles.Mid: colors.line,
        roles.Dark: colors.line,
        roles.Shadow: colors.background,
    }
    made = QPalette()
    for role, color in pairs.items():
        made.setColor(role, color)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colors.faint_text)
    made.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, colors.raised)
    return made
