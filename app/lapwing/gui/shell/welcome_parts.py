"""What the welcome page is made of: cards, key caps, recent files."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStyle, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme, icon, ui_font
from lapwing.gui.widgets import plain_tool_tip

_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_RADIUS_PX: Final = 8
_CARD_PX: Final = 76
_HEADING_PX: Final = 25
_TEXT_LEFT_PX: Final = 75
"""Room for a title and three lines."""


class _Hovering(QAbstractButton):
    """A button that paints itself and looks different under the mouse."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        Theme.current().changed.connect(self.update)

    def _seen(self, place: QRect) -> QRect:
        """Where a place is when the window is laid out from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _ground(self, resting: QColor) -> QColor:
        colors = Theme.current().colors
        if not self.isEnabled():
            return resting
        if self.isDown():
            return colors.pressed
        return colors.hover if self.underMouse() else resting

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class Card(_Hovering):
    """A large button: a drawing, a title, a sentence, and a line of progress while its work goes on."""

    def __init__(self, icon_name: str, title: str, sentence: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(name, parent)
        self._icon_name = icon_name
        self._sentence = sentence
        self._progress: float | None = None
        self._progress_text = ""
        self._title_font, self._font = ui_font(15, QFont.Weight.DemiBold), ui_font(13)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_progress(self, done: float | None, text: str = "") -> None:
        """Show how much is done, 0 to 1, and what instead of the sentence; None when nothing goes on."""
        self._progress = None if done is None else min(max(done, 0.0), 1.0)
        self._progress_text = text
        self.setAccessibleDescription(text or self._sentence)
        self.setEnabled(done is None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if done is None else Qt.CursorShape.BusyCursor)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _CARD_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _CARD_PX)

    def heightForWidth(self, width: int) -> int:
        return max(_CARD_PX, _HEADING_PX + self._sentence_px(width - _TEXT_LEFT_PX - 16, self._sentence) + 30)

    def _sentence_px(self, width: int, sentence: str) -> int:
        """How high a sentence is in so much width."""
        return QFontMetrics(self._font).boundingRect(0, 0, width, 1000, _WRAPPED, sentence).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colors.accent_text if self.hasFocus() or self.underMouse() else colors.line, 1))
        painter.setBrush(self._ground(colors.panel))
        painter.drawRoundedRect(box, _RADIUS_PX, _RADIUS_PX)
        tile = self._seen(QRect(20, (self.height() - 40) // 2, 40, 40))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.accent_background)
        painter.drawRoundedRect(tile, 8, 8)
        icon(self._icon_name, "text").paint(painter, tile.adjusted(10, 10, -10, -10))
        left = _TEXT_LEFT_PX
        width = self.width() - left - 16
        sentence = self._progress_text or self._sentence
        high = self._sentence_px(width, sentence)
        top = (self.height() - _HEADING_PX - high) // 2
        painter.setPen(colors.text)
        painter.setFont(self._title_font)
        title = QFontMetrics(self._title_font).elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(self._seen(QRect(left, top, width, 22)), _LEFT, title)
        painter.setFont(self._font)
        painter.setPen(colors.dim_text)
        painter.drawText(self._seen(QRect(left, top + _HEADING_PX, width, high)), _WRAPPED, sentence)
        if self._progress is not None:
            self._paint_progress(painter, QRectF(self._seen(QRect(left, self.height() - 14, width, 4))), self._progress)

    @staticmethod
    def _paint_progress(painter: QPainter, groove: QRectF, done: float) -> None:
        colors = Theme.current().colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.line)
        painter.drawRoundedRect(groove, 2, 2)
        painter.setBrush(colors.accent_text)
        painter.drawRoundedRect(QRectF(groove.left(), groove.top(), groove.width() * done, groove.height()), 2, 2)


class RecentRow(_Hovering):
    """Something that was open before: its name, and where it is in a quiet colour.

    Signals:
        wanted(str): Its key.
    """

    wanted = Signal(str)

    def __init__(self, key: str, title: str, place: str, icon_name: str, color: str, *, name: str) -> None:
        super().__init__(name, None)
        self._title = visible_text(title)
        self._place = visible_text(place)
        self._icon_name = icon_name
        self._color = color
        self.setAccessibleName(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.wanted.emit(key))

    def sizeHint(self) -> QSize:
        return QSize(200, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colors.accent_text if self.hasFocus() else Qt.GlobalColor.transparent)
        painter.setBrush(self._ground(colors.background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        icon(self._icon_name, self._color).paint(painter, self._seen(QRect(6, 6, 16, 16)))
        room = QRect(30, 0, self.width() - 36, self.height())
        painter.setFont(ui_font())
        painter.setPen(colors.text)
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(self._seen(room), _LEFT, title)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(title) + 10)
        if room.width() > 30:
            painter.setFont(ui_font(12))
            painter.setPen(colors.dim_text)
            place = painter.fontMetrics().elidedText(self._place, Qt.TextElideMode.ElideLeft, room.width())
            painter.drawText(self._seen(room), _LEFT, place)


class RecentFile(RecentRow):
    """A file that was open before; its key is its path."""

    def __init__(self, path: str, icon_name: str, *, name: str) -> None:
        super().__init__(path, Path(path).name, _folder(Path(path)), icon_name, "accent_text", name=name)
        self.setToolTip(plain_tool_tip(path))


def _folder(path: Path) -> str:
    """The folder as people write it: `~` is the home."""
    parent = path.parent
    home = Path.home()
    short = f"~/{parent.relative_to(home)}".rstrip("/.") if parent.is_relative_to(home) else str(parent)
    return visible_text(short or "~")


class KeyCaps(QWidget):
    """A shortcut as keys on a keyboard. Screen readers hear it as it is written."""

    def __init__(self, keys: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(keys)
        self._font = ui_font(12)
        metrics = QFontMetrics(self._font)
        self._caps = [(cap, max(22, metrics.horizontalAdvance(cap) + 13)) for cap in _split_keys(keys)]
        self.setFixedSize(sum(width + 4 for _, width in self._caps), 24)
        Theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        left = 0
        for cap, width in self._caps:
            box = QRectF(left + 0.5, 1.5, width - 1, 21)
            painter.setPen(QPen(colors.line, 1))
            painter.setBrush(colors.raised)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(colors.text)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), cap)
            left += width + 4


def _split_keys(keys: str) -> list[str]:
    """`Ctrl++` are the keys Ctrl and +."""
    parts = keys.split("+")
    return [*parts[:-2], "+"] if keys.endswith("++") else parts


def tip_row(caps: KeyCaps, text: QWidget, keys_px: int) -> QHBoxLayout:
    """Key caps, and what they do at the left edge that all tips have."""
    across = QHBoxLayout()
    across.setSpacing(0)
    across.addWidget(caps)
    across.addSpacing(keys_px - caps.width() + 16)
    across.addWidget(text, 1)
    return across
