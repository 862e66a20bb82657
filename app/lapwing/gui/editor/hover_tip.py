"""A tip over the text, in the type of code: lines of pieces that differ in weight and colour. Plain text only."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme, mono_font, ui_font
from lapwing.gui.widgets.floating import SHADOW_PX, Floating

_PAD_PX: Final = (10, 7)
_WIDEST_PX: Final = 620
_LONGEST: Final = 2_000


class Look(Enum):
    """How a piece of a tip looks."""

    TEXT = auto()
    DIM = auto()
    STRONG = auto()
    CURRENT = auto()
    """Strong and in the accent's colour: the argument that is being written."""


Piece = tuple[str, Look]


@dataclass(frozen=True, slots=True)
class TipLine:
    """One paragraph of a tip; it wraps where it is too wide."""

    pieces: tuple[Piece, ...]
    is_code: bool = True


class TextTip(Floating):
    """Shows lines beside a place of the editor. The mouse goes through it. GUI thread."""

    def __init__(self, editor: QWidget, *, name: str) -> None:
        super().__init__(editor.window(), name=name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._editor = editor
        self._layouts: list[QTextLayout] = []
        self._lines: tuple[TipLine, ...] = ()
        self._fonts = {True: mono_font(12), False: ui_font(12)}
        Theme.current().changed.connect(self._lay_out_again)

    @property
    def text(self) -> str:
        """What is shown, one line for each paragraph, invisible characters written out; empty while it is hidden."""
        return "\n".join(_plain(line) for line in self._lines) if self.isVisible() else ""

    def show_lines(self, lines: Sequence[TipLine], anchor: QRect, *, above: bool, ceiling: int = 0) -> None:
        """Show these beside a place given in the coordinates of the editor's window."""
        self.move_to_window_of(self._editor)
        self._lines = tuple(lines)
        self.setAccessibleName("\n".join(map(_plain, self._lines)))
        across, down = _PAD_PX
        inner = self._lay_out(min(_WIDEST_PX, self.host.width() - 2 * (SHADOW_PX + across)))
        self.place(anchor, QSize(inner.width() + 2 * across, inner.height() + 2 * down), above=above, ceiling=ceiling)
        self.update()

    def _lay_out_again(self) -> None:
        if self.isVisible():
            self._lay_out(self.width() - 2 * (SHADOW_PX + _PAD_PX[0]))
            self.update()

    def _lay_out(self, width: int) -> QSize:
        """Break the paragraphs into lines; the room they take."""
        self._layouts = []
        top = widest = 0.0
        for line in self._lines:
            layout = self._layout_of(line)
            layout.beginLayout()
            while (row := layout.createLine()).isValid():
                row.setLineWidth(width)
                row.setPosition(QPointF(0, top))
                top += row.height() + 1
                widest = max(widest, row.naturalTextWidth())
            layout.endLayout()
            self._layouts.append(layout)
        return QSize(int(widest) + 1, int(top))

    def _layout_of(self, line: TipLine) -> QTextLayout:
        layout = QTextLayout(_plain(line), self._fonts[line.is_code])
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats, at = [], 0
        for text, look in line.pieces:
            length = len(visible_text(text).encode("utf-16-le", "replace")) // 2
            formats.append(_format_of(look, at, length))
            at += length
        layout.setFormats(formats)
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(Theme.current().colors.text)
        corner = QPointF(SHADOW_PX + _PAD_PX[0], SHADOW_PX + _PAD_PX[1])
        for layout in self._layouts:
            layout.draw(painter, corner)


def _plain(line: TipLine) -> str:
    return "".join(visible_text(text) for text, _look in line.pieces)[:_LONGEST]


def _format_of(look: Look, start: int, length: int) -> QTextLayout.FormatRange:
    colors = Theme.current().colors
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    made.format = QTextCharFormat()
    foreground = {Look.DIM: colors.dim_text, Look.CURRENT: colors.accent_text}.get(look, colors.text)
    made.format.setForeground(foreground)
    if look in (Look.STRONG, Look.CURRENT):
        made.format.setFontWeight(QFont.Weight.Bold)
    return made
