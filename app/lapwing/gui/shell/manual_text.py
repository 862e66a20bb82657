"""A page of the manual, set so that it can be read."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QPalette, QTextBlock, QTextBlockFormat, QTextCursor, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from lapwing.gui.theme import Theme

_MARGIN_PX: Final = 28
_LINE_PERCENT: Final = 140
_MARKED: Final = 500
"""Places of a page that are marked at most."""


class ManualText(QTextBrowser):
    """Shows Markdown; its text can be selected, its links are followed by whoever shows it. Qt's thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manual_text")
        self.setProperty("look", "page")
        self.setAccessibleName(self.tr("Page"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN_PX)
        self._places: list[QTextCursor] = []

    def show_markdown(self, text: str) -> None:
        """Show a page from its beginning."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, Theme.current().colors.accent_text)
        self.setPalette(palette)
        self._places = []
        self.setExtraSelections([])
        self.setMarkdown(text)
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(_shape(block, in_table=cursor.currentTable() is not None))
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _calm(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_section(self, title: str) -> None:
        """Scroll so that a heading is at the top; nothing happens where there is none."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1 and block.text() == title:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - _MARGIN_PX // 2)
                return
            block = block.next()

    def mark(self, words: Sequence[str]) -> int:
        """Mark where words occur, and go to the first; how many places that are."""
        self._places = []
        for word in words:
            found = self.document().find(word)
            while not found.isNull() and len(self._places) < _MARKED:
                self._places.append(found)
                found = self.document().find(word, found)
        self._places.sort(key=QTextCursor.selectionStart)
        marks = []
        for place in self._places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = place
            mark.format.setBackground(Theme.current().colors.warning_background)
            marks.append(mark)
        self.setExtraSelections(marks)
        self.step(0)
        return len(self._places)

    def step(self, by: int) -> None:
        """Go to the next marked place (1), the one before (-1), or the first (0), round and round."""
        if not self._places:
            return
        now = self.textCursor()
        starts = [place.selectionStart() for place in self._places]
        at = 0
        if by > 0:
            at = next((n for n, start in enumerate(starts) if start >= now.selectionEnd()), 0)
        elif by < 0:
            at = next((n for n, start in reversed([*enumerate(starts)]) if start < now.selectionStart()), -1)
        self.setTextCursor(self._places[at])
        self.ensureCursorVisible()


def _shape(block: QTextBlock, *, in_table: bool) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setBottomMargin(0 if in_table else 8)
    shape.setTopMargin(14 if block.blockFormat().headingLevel() > 1 else 0)
    return shape


def _calm(table: QTextTable) -> None:
    """Quiet lines and some air."""
    look = table.format()
    look.setBorderBrush(Theme.current().colors.line)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setCellPadding(5)
    table.setFormat(look)
