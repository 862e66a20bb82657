"""A language nobody speaks, to look at the window with: every translated text is longer, accented and marked.

What has no marks was never given to translators; what is cut has no room for German. For development and tests:
`LAPWING_PSEUDO=long` speaks it, `LAPWING_PSEUDO=mirrored` lays the window out from right to left, `long,mirrored` both.
"""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication

BEGIN: Final = "[!! "
END: Final = " !!]"
_LONGER: Final = 0.4
"""German and Czech are up to so much longer than English, in the middle of all texts."""
_ACCENTED: Final = str.maketrans("aceinouyACEINOUY", "âčéïñöůýÂČÉÏÑÖŮÝ")
_KEPT: Final = re.compile(r"(&?\{\w*\}|%n|%L?\d|&.)")
"""Places that are filled in, and mnemonics."""
_OF_QT_ITSELF: Final = frozenset({"QShortcut"})
"""Names of keys: a row of them would be longer than in any language."""


def pseudo(text: str) -> str:
    """`text` accented, 40 % longer and between marks; what is filled in and mnemonics stay."""
    parts = _KEPT.split(text)
    accented = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in parts)
    missing = max(0, round(len(text) * _LONGER) - len(BEGIN + END) // 2)
    padding = " " + "õ" * (missing - 1) if missing > 1 else ""
    return f"{BEGIN}{accented}{padding}{END}"


class PseudoTranslator(QTranslator):
    """Answers Qt with pseudo-translations, its own texts included."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        return pseudo(source) if source and context not in _OF_QT_ITSELF else None


_installed: Final[list[QTranslator]] = []


def install_pseudo(app: QCoreApplication) -> None:
    """Speak it from now on, before any other language. GUI thread."""
    uninstall_pseudo(app)
    translator = PseudoTranslator()
    if app.installTranslator(translator):
        _installed.append(translator)


def uninstall_pseudo(app: QCoreApplication) -> None:
    """Speak the languages below again."""
    while _installed:
        app.removeTranslator(_installed.pop())


def obey(app: QApplication, wanted: str) -> None:
    """Do what `LAPWING_PSEUDO` asks for; unknown words ask for nothing."""
    words = {word.strip() for word in wanted.split(",")}
    if "long" in words:
        install_pseudo(app)
    if "mirrored" in words:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
