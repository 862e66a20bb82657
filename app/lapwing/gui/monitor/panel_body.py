"""What all bodies of a panel have in common."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintDevice, QPainter
from PySide6.QtWidgets import QWidget

from lapwing.domain.monitoring.annotations import Annotation
from lapwing.gui.monitor.chart_content import Content
from lapwing.gui.theme import Theme

_WORDS_MOST: Final = 20


@contextmanager
def painting(on: QPaintDevice) -> Iterator[QPainter]:
    """A painter that ends in any case: one that outlives a paint event because of an error would crash the program.

    Numbers, units and time run from left to right in every language.
    """
    painter = QPainter(on)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    try:
        yield painter
    finally:
        painter.end()


class PanelBody(QWidget):
    """Shows the values of a panel. GUI thread.

    Attributes:
        content: What it shows.
    """

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.content = Content()
        Theme.current().changed.connect(self.update)

    def set_content(self, content: Content) -> None:
        """Show other data."""
        self.content = content
        self.update()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Charts over time draw these; others have no place for them."""

    def set_crosshair(self, at: float | None) -> None:
        """Charts over time show what was at that moment; others always show the latest."""

    def set_chosen(self, chosen: int | None) -> None:
        """Let one series stand out, where several are drawn."""

    def describe(self) -> str:
        """Tell screen readers what is shown; returns it."""
        text = ", ".join(self.words()[:_WORDS_MOST])
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
        return text

    def words(self) -> list[str]:
        """What it shows, for who cannot see it: one phrase a value."""
        return []
