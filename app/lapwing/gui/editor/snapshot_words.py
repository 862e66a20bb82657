"""Why a version of a text was kept, in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.gui.editor.snapshots import Occasion
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

WORDS: Final = {
    Occasion.OPEN: QT_TRANSLATE_NOOP("LocalHistory", "opened"),
    Occasion.SAVE: QT_TRANSLATE_NOOP("LocalHistory", "saved"),
    Occasion.RUN: QT_TRANSLATE_NOOP("LocalHistory", "run"),
    Occasion.EDIT: QT_TRANSLATE_NOOP("LocalHistory", "while editing"),
    Occasion.FORMAT: QT_TRANSLATE_NOOP("LocalHistory", "before formatting"),
    Occasion.REPLACE: QT_TRANSLATE_NOOP("LocalHistory", "before replacing"),
    Occasion.RELOAD: QT_TRANSLATE_NOOP("LocalHistory", "before reloading"),
    Occasion.RESTORE: QT_TRANSLATE_NOOP("LocalHistory", "before restoring"),
}


def shown(text: str) -> str:
    """A word of this module in the person's language."""
    return QCoreApplication.translate("LocalHistory", text)
