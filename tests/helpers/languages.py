"""Languages that the window speaks in a test, and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale

from lapwing.gui.i18n import install, uninstall


@contextmanager
def speaking(app: QCoreApplication, language: str) -> Iterator[None]:
    """In this language, with its dates and numbers; both are as they were afterwards."""
    before = QLocale()
    install(app, language)
    try:
        yield
    finally:
        uninstall(app)
        QLocale.setDefault(before)
