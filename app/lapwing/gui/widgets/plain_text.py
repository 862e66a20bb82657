"""Text from servers and files, shown as what it is: never rich text, never a mnemonic, nothing invisible."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption, QWidget

from lapwing.domain.visible import visible_text

_MAX_TOOL_TIP_CHARS = 2000


def caption(text: str) -> str:
    """`text` for a tab, a button or a menu entry: visible, and an ampersand stays an ampersand."""
    return visible_text(text).replace("&", "&&")


def plain_tool_tip(text: str) -> str:
    """`text` for `setToolTip`, which takes anything that looks like HTML for HTML. Long text is cut, and says so."""
    if len(text) > _MAX_TOOL_TIP_CHARS:
        text = text[:_MAX_TOOL_TIP_CHARS] + "…"
    shown = html.escape(visible_text(text, keep="\n\t"))
    return f'<div style="white-space: pre-wrap">{shown}</div>' if text else ""


class PlainLabel(QLabel):
    """A label whose text is always plain, with invisible characters written out.

    Attributes:
        full_text: What was given, exactly.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, look: str = "", elide: bool = False, lines: bool = False
    ) -> None:
        """Make a label.

        Args:
            text: Any text.
            parent: As in Qt.
            look: `dim`, `faint`, `heading` or `title`; empty for running text.
            elide: Cut what does not fit with an ellipsis, and show the whole as tool tip.
            lines: Keep line ends and wrap; otherwise they are written out.
        """
        super().__init__(parent)
        self.full_text = ""
        self._elides = elide
        self._keep = "\n\t" if lines else ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(lines)
        if look:
            self.setProperty("look", look)
        self.setText(text)

    def set_look(self, look: str) -> None:
        """Change to another of the looks of the style sheet."""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)

    def setText(self, text: str) -> None:
        if text == self.full_text:
            return
        self.full_text = text
        super().setText(visible_text(text, self._keep))
        self._tell_rest()

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _tell_rest(self) -> None:
        if self._elides:
            self.setToolTip(plain_tool_tip(self.full_text) if self._shown() != self.text() else "")

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 4, whole.height()) if self._elides else whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elides:
            super().paintEvent(event)
            return
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        flags = int(alignment) | int(Qt.TextFlag.TextSingleLine)
        self.style().drawItemText(
            painter, self.contentsRect(), flags, option.palette, self.isEnabled(), self._shown(), self.foregroundRole()
        )
