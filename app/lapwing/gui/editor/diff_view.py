"""Shows what differs between two texts: one column, colours for what is only in either."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.editor.text_diff import DiffLine, Side, TextDiff
from lapwing.gui.theme import Theme, mono_font

_SIGNS: Final = {Side.BOTH: " ", Side.OLD: "−", Side.NEW: "+", Side.GAP: " "}


class DiffView(QPlainTextEdit):
    """Read-only text in which each line says where it is. Qt's thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diff_view")
        self.setAccessibleName(self.tr("Differences"))
        self.setProperty("look", "code")
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(mono_font(12))
        self._diff = TextDiff((), 0, 0, is_cut=False)
        Theme.current().changed.connect(self._color)

    def show_diff(self, diff: TextDiff) -> None:
        """Show these lines."""
        self._diff = diff
        digits = len(str(max((max(line.old, line.new) for line in diff.lines), default=1)))
        lines = [_row(line, digits) for line in diff.lines]
        if diff.is_cut:
            lines.append(self.tr("There is more, which is not shown."))
        self.setPlainText("\n".join(lines))
        self._color()

    def _color(self) -> None:
        colors = Theme.current().colors
        grounds = {Side.OLD: colors.bad_background, Side.NEW: colors.good_background, Side.GAP: colors.raised}
        marks = []
        block = self.document().firstBlock()
        for line in self._diff.lines:
            if line.side in grounds:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(block)
                mark.format = QTextCharFormat()
                mark.format.setBackground(grounds[line.side])
                mark.format.setProperty(QTextBlockFormat.Property.FullWidthSelection, True)
                marks.append(mark)
            block = block.next()
        self.setExtraSelections(marks)


def _row(line: DiffLine, digits: int) -> str:
    if line.side is Side.GAP:
        return "⋯"
    old, new = (str(number) if number else "" for number in (line.old, line.new))
    text = visible_text(line.text, "\t")
    return f"{old:>{digits}} {new:>{digits}} {_SIGNS[line.side]} {text}"


def summary(diff: TextDiff) -> str:
    """How many lines differ, in words."""
    if not diff.lines:
        return QCoreApplication.translate("DiffView", "The texts are the same.")
    words = QCoreApplication.translate("DiffView", "{added} added, {removed} removed")
    return words.format(added=diff.added, removed=diff.removed)
