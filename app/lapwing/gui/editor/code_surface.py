"""The part of the editor that one sees: text, numbers, colours; and the mirror that is kept up with the document."""

import math
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from lapwing.domain.completion import WordsKnown
from lapwing.gui.editor.code_guides import guide_columns, paint_blanks, paint_guides
from lapwing.gui.editor.code_gutter import CodeGutter
from lapwing.gui.editor.code_highlighter import CodeHighlighter
from lapwing.gui.editor.code_marks import CodeMarks
from lapwing.gui.editor.code_mirror import CodeMirror, Edit
from lapwing.gui.editor.code_overlay import CodeOverlay
from lapwing.gui.theme import BASE_PX, Theme, give_font, mono_font
from lapwing.gui.widgets import plain_tool_tip

_MARGIN = 4
_MIN_PX, _MAX_PX = 7, 48
_TAB_COLUMNS = 4


class CodeSurface(QPlainTextEdit):
    """Shows one document of stored text (`code_text`). Qt's thread.

    Signals:
        text_edited(): The person, undo or a command changed the text.
        changed_at(position, removed, added): The same, with what changed.
        hovered(point): The mouse rests at a point of the viewport of which the editor itself has nothing to say.
        words_seen(): Words came on the screen of which it is not known whether they are names of tables.
        zoomed(px): The size of the text changed.
    """

    text_edited = Signal()
    changed_at = Signal(int, int, object)  # a `str`, given as object: Qt would lose lone surrogates
    hovered = Signal(QPoint)
    words_seen = Signal()
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("look", "code")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(_MARGIN)
        self._mirror = CodeMirror()
        self._loading = False
        self._edits: list[Edit] = []
        self._statement: QTextCursor | None = None
        self._shows_blanks = False
        self._guide_step = 2
        self._px = 0
        self._line_height = 0
        self._char_width = 1.0
        self._highlighter = CodeHighlighter(self.document(), self._mirror, self)
        self._marks = CodeMarks(self)
        self._overlay = CodeOverlay(self._mirror.codec, self)
        self._gutter = CodeGutter(self)
        self.set_zoom(BASE_PX)
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.selectionChanged.connect(self._marks.show)
        self.blockCountChanged.connect(self._place_gutter)
        self.updateRequest.connect(self._on_update_request)
        self.verticalScrollBar().valueChanged.connect(self._show_visible)
        self.horizontalScrollBar().valueChanged.connect(self._show_visible)
        self._highlighter.states_changed.connect(self._show_visible)
        self._highlighter.words_seen.connect(self.words_seen)
        Theme.current().changed.connect(self._on_theme_changed)

    def _load(self, stored: str) -> None:
        """Take another text, without telling anybody."""
        self._loading = True
        try:
            self._mirror.load(stored)
            self._marks.forget()
            self._statement = None
            self.setPlainText(stored)
        finally:
            self._loading = False
        self._highlighter.restart()
        self._marks.show()
        self._show_visible()

    # keeping the mirror

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        """Qt changed something from `position` on: read the lines again that it may have touched."""
        if self._loading:
            return
        document = self.document()
        block = document.findBlock(position)
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        first, first_position = block.blockNumber(), block.position()
        lines = [block.text()]
        while block != last and block.isValid():
            block = block.next()
            lines.append(block.text())
        count = len(lines) + len(self._mirror.lines) - document.blockCount()
        edit = self._mirror.splice(first, first_position, count, lines)
        self._highlighter.lines_replaced(first, count, len(lines))
        if edit is not None:
            self._edits.append(edit)
            self._marks.text_changed()
            if self._marks.touches_error(position, position + added):
                self._marks.clear_error()
        self._show_visible()

    def _on_contents_changed(self) -> None:
        """The document is whole again: now others may hear of it."""
        edits, self._edits = self._edits, []
        for edit in edits:
            self.changed_at.emit(edit.position, edit.removed, edit.added)
        if edits:
            self.text_edited.emit()

    # what is on the screen

    def current_statement_lines(self) -> tuple[int, int]:
        """First and last line beside which the bar is, from 0; an empty range if there is none."""
        if self._statement is None:
            return 0, -1
        document = self.document()
        first = document.findBlock(self._statement.selectionStart()).blockNumber()
        return first, document.findBlock(self._statement.selectionEnd()).blockNumber()

    def caution_at_line(self, line: int) -> str:
        """What is to be thought of before the statement in a line is run; empty for nothing."""
        place = self._marks.caution_range
        is_there = place is not None and self.document().findBlock(place[0]).blockNumber() == line
        return self._marks.caution if is_there else ""

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, float, float]]:
        """The blocks one sees, with their top and height in the viewport."""
        block = self.firstVisibleBlock()
        offset, bottom = self.contentOffset(), self.viewport().height()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(offset)
            if rect.top() > bottom:
                return
            if block.isVisible():
                yield block, rect.top(), rect.height()
            block = block.next()

    def _show_visible(self) -> None:
        """See that the lines on the screen have their colours."""
        if self._loading:
            return
        first = self.firstVisibleBlock()
        last = first.blockNumber() + self.viewport().height() // max(self._line_height, 1) + 1
        column = int(self.horizontalScrollBar().value() / self._char_width)
        columns = int(self.viewport().width() / self._char_width)
        if self.lineWrapMode() != QPlainTextEdit.LineWrapMode.NoWrap:
            columns *= last - first.blockNumber()
        self._highlighter.show_lines(first, last, range(column, column + columns))

    def unknown_words(self) -> frozenset[str]:
        """Words that were on the screen and of which it is not known whether they are names of tables."""
        return frozenset(self._highlighter.names.unknown)

    def learn_names(self, words: Iterable[str], known: WordsKnown) -> None:
        """What is known of these words: show them as such."""
        self._highlighter.names.learn(words, known.relations, known.columns, known.keywords)
        self._highlighter.show_again()
        self._show_visible()

    def forget_names(self) -> None:
        """The names of the database are others now."""
        self._highlighter.names.forget()
        self._highlighter.show_again()
        self._show_visible()

    def _place_gutter(self) -> None:
        width = self._gutter.sizeHint().width()
        if self.viewportMargins().left() != width:
            self.setViewportMargins(width, _MARGIN, 0, 0)
        frame = self.contentsRect()
        self._gutter.setGeometry(QRect(frame.left(), frame.top(), width, frame.height()))

    def _on_update_request(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y() + _MARGIN, self._gutter.width(), rect.height())

    def _on_theme_changed(self) -> None:
        self._highlighter.take_colors()
        self._marks.show()
        self._show_visible()
        self._gutter.update()

    def set_zoom(self, px: int) -> None:
        """Write in another size, in device-independent pixels."""
        px = min(max(px, _MIN_PX), _MAX_PX)
        if px == self._px:
            return
        self._px = px
        give_font(self, mono_font(px))
        metrics = QFontMetricsF(self.font())
        self._line_height = math.ceil(metrics.height())
        self._highlighter.take_chip_width(lambda chip: self._overlay.chip_width(chip, metrics))
        self._char_width = max(metrics.horizontalAdvance(" "), 1.0)
        self.setTabStopDistance(_TAB_COLUMNS * self._char_width)
        self._place_gutter()
        self._show_visible()
        self.zoomed.emit(px)

    @property
    def zoom(self) -> int:
        """The size of the text in device-independent pixels."""
        return self._px

    @property
    def line_height(self) -> int:
        """Of one line, in device-independent pixels."""
        return self._line_height

    def set_wrapping(self, wraps: bool) -> None:
        """Break lines that are wider than the view, or scroll sideways."""
        modes = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.WidgetWidth if wraps else modes.NoWrap)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_gutter()
        self._show_visible()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._show_visible()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        left = self.contentOffset().x()
        seen = [(block, top, self._mirror.lines[block.blockNumber()]) for block, top, _ in self.visible_blocks()]
        self._paint_whites(painter, seen, left)
        self._paint_carets(painter)
        self._overlay.begin()
        for block, top, stored in seen:
            if not (stored.isascii() and stored.isprintable()):
                self._overlay.paint(painter, block, stored, left, top)

    def _paint_whites(self, painter: QPainter, seen: list[tuple[QTextBlock, float, str]], left: float) -> None:
        """Draw indent guides, and blanks where they are to be shown."""
        colors = Theme.current().colors
        lines = [stored for _, _, stored in seen]
        for (block, top, _), columns in zip(seen, guide_columns(lines, self._guide_step, _TAB_COLUMNS), strict=True):
            if columns:
                height = block.layout().boundingRect().height()
                paint_guides(painter, columns, left + _MARGIN, top, height, self._char_width, colors.line)
        quiet = QColor(colors.faint_text)
        quiet.setAlphaF(0.6)
        if self._shows_blanks:
            for block, top, stored in seen:
                paint_blanks(painter, block, stored, left, top, quiet)

    def set_guide_step(self, columns: int) -> None:
        """How many columns lie between two indent guides."""
        if columns != self._guide_step:
            self._guide_step = columns
            self.viewport().update()

    def set_blanks_shown(self, shows: bool) -> None:
        """Draw a sign for every blank and tab, or none."""
        self._shows_blanks = shows
        self.viewport().update()

    def drop_carets(self) -> None:
        """Leave one caret: this one knows of no others."""

    def _paint_carets(self, painter: QPainter) -> None:
        """Draw carets that Qt does not know; this one knows of none."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips: the error's message, and what a fold is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self._tip_at(event)
            QToolTip.showText(event.globalPos(), plain_tool_tip(tip), self.viewport())
            if not tip:
                self.hovered.emit(event.pos())
            return True
        return super().viewportEvent(event)

    def _tip_at(self, event: QHelpEvent) -> str:
        if self._overlay.fold_at(event.pos()) is not None:
            return self.tr("The middle of a very long line. Double-click to open it.")
        return self._marks.message_at(self.cursorForPosition(event.pos()).position())
