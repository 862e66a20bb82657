"""Colours, fonts and icons of the window."""

from lapwing.gui.theme.fonts import BASE_PX, grid_font, mono_font, ui_font
from lapwing.gui.theme.icons import application_icon
from lapwing.gui.theme.theme import Theme, ThemeMode, give_font, icon
from lapwing.gui.theme.tokens import Tokens

__all__ = [
    "BASE_PX",
    "Theme",
    "ThemeMode",
    "Tokens",
    "application_icon",
    "give_font",
    "grid_font",
    "icon",
    "mono_font",
    "ui_font",
]
