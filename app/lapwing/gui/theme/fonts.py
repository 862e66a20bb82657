"""The bundled typefaces: Inter for the window, JetBrains Mono for code and cells.

GUI thread only, after the `QGuiApplication` exists.
"""

import logging

from PySide6.QtGui import QFont, QFontDatabase

from lapwing import paths
from lapwing.gui.theme.font_face import with_family, with_line_height

UI_FAMILY = "Inter (Lapwing)"
MONO_FAMILY = "JetBrains Mono (Lapwing)"
"""With more air between its lines than JetBrains Mono has elsewhere."""
BASE_PX = 13
"""Size of all running text, code included, in device-independent pixels."""

_UI_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Italic.otf")
_MONO_FILES = ("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf", "JetBrainsMono-Italic.ttf")
_MONO_ASCENT, _MONO_DESCENT = 1135, 415  # of 1000 an em; 1020 and 300 as shipped: 21 px lines at 13 px, 18 before

_log = logging.getLogger(__name__)
_loaded: list[int] = []


def load_fonts() -> None:
    """Make the bundled faces known to Qt; the first call does it, in about 5 ms.

    All seven at once: each that came later would make Qt lay out all text again.
    """
    if _loaded:
        return
    folder = paths.resources() / "fonts"
    for name in _UI_FILES:
        _load(name, with_family((folder / name).read_bytes(), "Inter", UI_FAMILY))
    for name in _MONO_FILES:
        renamed = with_family((folder / name).read_bytes(), "JetBrains Mono", MONO_FAMILY)
        _load(name, with_line_height(renamed, _MONO_ASCENT, _MONO_DESCENT))


def _load(name: str, font: bytes) -> None:
    font_id = QFontDatabase.addApplicationFontFromData(font)
    if font_id < 0:
        _log.warning("Qt did not take the font %s; the system's own is used", name)
    _loaded.append(font_id)


def ui_font(px: int = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False) -> QFont:
    """Inter, `px` device-independent pixels high."""
    load_fonts()
    font = QFont(UI_FAMILY)
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def mono_font(px: int = BASE_PX, family: str = MONO_FAMILY) -> QFont:
    """The bundled JetBrains Mono, or another `family`, without ligatures (`>=` stays two signs): for code."""
    load_fonts()
    font = QFont(family)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPixelSize(px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def grid_font(px: int = 12) -> QFont:
    """`mono_font` for table cells: drawn without shaping, which is a quarter faster.

    Scripts that need shaping (Arabic, Indic) are drawn letter by letter: give such a cell `mono_font`.
    """
    font = mono_font(px)
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font
