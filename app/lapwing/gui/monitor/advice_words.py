"""What findings are called, and how they are drawn."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.monitoring.advice import AdviceKind, AdviceLevel
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

CONTEXT: Final = "Advice"
"""Of these words, for translators."""
_KINDS: Final = {
    AdviceKind.UNUSED_INDEX: QT_TRANSLATE_NOOP("Advice", "Unused index"),
    AdviceKind.DUPLICATE_INDEX: QT_TRANSLATE_NOOP("Advice", "Duplicate index"),
    AdviceKind.INVALID_INDEX: QT_TRANSLATE_NOOP("Advice", "Invalid index"),
    AdviceKind.MISSING_INDEX: QT_TRANSLATE_NOOP("Advice", "Missing index"),
    AdviceKind.BLOAT: QT_TRANSLATE_NOOP("Advice", "Wasted room"),
    AdviceKind.VACUUM: QT_TRANSLATE_NOOP("Advice", "Stale statistics"),
    AdviceKind.WRAPAROUND: QT_TRANSLATE_NOOP("Advice", "Wrap-around"),
    AdviceKind.SEQUENCE: QT_TRANSLATE_NOOP("Advice", "Sequence near its end"),
    AdviceKind.NO_KEY: QT_TRANSLATE_NOOP("Advice", "Table without a key"),
    AdviceKind.SETTING: QT_TRANSLATE_NOOP("Advice", "Setting"),
}
_LEVELS: Final = {
    AdviceLevel.CRITICAL: QT_TRANSLATE_NOOP("Advice", "critical"),
    AdviceLevel.WARNING: QT_TRANSLATE_NOOP("Advice", "warning"),
    AdviceLevel.NOTE: QT_TRANSLATE_NOOP("Advice", "note"),
}
LEVEL_ICONS: Final = {
    AdviceLevel.CRITICAL: ("error", "bad"),
    AdviceLevel.WARNING: ("alert", "warning"),
    AdviceLevel.NOTE: ("info", "dim_text"),
}
ORDER: Final = (AdviceLevel.CRITICAL, AdviceLevel.WARNING, AdviceLevel.NOTE)
"""The worst first."""


def advice_text(sentence: str) -> str:
    """A sentence or a name of `domain.monitoring.advice_texts`, in the person's language."""
    return QCoreApplication.translate(CONTEXT, sentence)


def kind_text(kind: AdviceKind) -> str:
    return QCoreApplication.translate(CONTEXT, _KINDS[AdviceKind(kind)])


def level_text(level: AdviceLevel) -> str:
    return QCoreApplication.translate(CONTEXT, _LEVELS[AdviceLevel(level)])
