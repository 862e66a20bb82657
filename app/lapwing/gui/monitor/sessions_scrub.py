"""The last 15 minutes of sessions as a bar: how many ran, waited and were blocked, and which moment is shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QDateTime, QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lapwing.domain.monitoring.sessions import ActivityCounts
from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.theme import Theme, ui_font
from lapwing.gui.widgets import plain_tool_tip

SPAN_S: Final = 900.0
_HEIGHT_PX: Final = 52
_SIDE_PX: Final = 12
_LABELS_PX: Final = 15
_TOP_PX: Final = 5
_BAR_PX: Final = 2
_MARK_S: Final = 300
_MINUTE_S: Final = 60.0
_LASTS_S: Final = 10.0
"""A look stands for the time until the next one, if that is not longer: otherwise nobody looked."""
_LEAST: Final = 4
"""Sessions that fill the height at least, so that one is not drawn as many."""
_LABEL_PX: Final = 11
_Shown = tuple[int, int, int]
"""How many are blocked, wait, and run."""
_NOTHING: Final = (0, 0, 0)
_CENTER: Final = int(Qt.AlignmentFlag.AlignCenter)


class ScrubBar(QWidget):
    """Qt's thread. Dragging, or the arrow keys, choose a moment; Page Up and Down go by a minute, Escape goes back.

    Signals:
        moment_chosen(float): Unix seconds of a look that is kept.
        live_wanted(): Escape, or behind the newest look.
    """

    moment_chosen = Signal(float)
    live_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions_timeline")
        self.setAccessibleName(self.tr("The last 15 minutes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._counts: list[ActivityCounts] = []
        self._moment: float | None = None
        self._hover: int | None = None
        self._runs: list[tuple[int, int, _Shown]] | None = None
        """What is painted, until other looks come or the width is another."""
        self._runs_px = 0.0
        self._label_font = ui_font(_LABEL_PX)
        Theme.current().changed.connect(self.update)

    # what is shown

    @property
    def counts(self) -> Sequence[ActivityCounts]:
        return self._counts

    def add(self, counts: Sequence[ActivityCounts], oldest: float | None) -> None:
        """Add what is newer, and forget what is no longer kept."""
        if counts:
            place = bisect_left(self._counts, counts[0].at, key=lambda each: each.at)
            self._counts[place:] = counts
        keep = max(oldest or 0.0, self._newest - SPAN_S)
        del self._counts[: bisect_left(self._counts, keep, key=lambda each: each.at)]
        self._runs = None
        self._tell_value()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._counts, self._moment, self._hover, self._runs = [], None, None, None
        self.update()

    def show_moment(self, at: float | None) -> None:
        """Mark a moment; None: the newest."""
        self._moment = at
        self._tell_value()
        self.update()

    def _tell_value(self) -> None:
        """What a screen reader says of it."""
        found = self._at(self._moment) if self._moment is not None else (self._counts[-1] if self._counts else None)
        self.setAccessibleDescription(texts.counts_text(found) if found is not None else "")

    @property
    def _newest(self) -> float:
        return self._counts[-1].at if self._counts else 0.0

    def _at(self, moment: float) -> ActivityCounts | None:
        place = bisect_right(self._counts, moment, key=lambda each: each.at)
        return self._counts[place - 1] if place else None

    # places

    def _area(self) -> QRectF:
        height = self.height() - _LABELS_PX - _TOP_PX
        return QRectF(_SIDE_PX, _TOP_PX, self.width() - 2 * _SIDE_PX, height)

    def _x(self, at: float) -> float:
        area = self._area()
        return area.right() - (self._newest - at) / SPAN_S * area.width()

    def _nearest(self, x: float) -> ActivityCounts | None:
        if not self._counts:
            return None
        area = self._area()
        at = self._newest - (area.right() - x) / max(1.0, area.width()) * SPAN_S
        place = bisect_left(self._counts, at, key=lambda each: each.at)
        around = self._counts[max(0, place - 1) : place + 1]
        return min(around, key=lambda each: abs(each.at - at))

    # painting

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors, area = Theme.current().colors, self._area()
        painter.fillRect(self.rect(), colors.panel)
        painter.fillRect(area, colors.background)
        self._paint_marks(painter, area)
        self._paint_bars(painter, area)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), colors.line)
        if self._hover is not None:
            painter.fillRect(QRectF(self._hover, area.top(), 1, area.height()), colors.dim_text)
        if self._moment is not None:
            self._paint_moment(painter, area, self._moment)
        if self.hasFocus():
            painter.setPen(colors.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(-1, -1, 0, 0))

    def _paint_bars(self, painter: QPainter, area: QRectF) -> None:
        """Who is blocked stands on the ground, in red."""
        if self._runs is None or self._runs_px != area.width():
            self._runs, self._runs_px = _runs_of(self._counts, area.width()), area.width()
        colors = Theme.current().colors
        scale = (area.height() - 2) / max(_LEAST, max((sum(shown) for _first, _until, shown in self._runs), default=0))
        for first, until, shown in self._runs:
            base, left = area.bottom(), area.left() + first * _BAR_PX
            for count, color in zip(shown, (colors.bad, colors.warning, colors.accent_text), strict=True):
                height = count * scale
                painter.fillRect(QRectF(left, base - height, (until - first) * _BAR_PX, height), color)
                base -= height

    def _paint_marks(self, painter: QPainter, area: QRectF) -> None:
        """A time each five minutes, as far as there is room."""
        if not self._counts:
            return
        colors = Theme.current().colors
        painter.setFont(self._label_font)
        metrics = QFontMetrics(self._label_font)
        first = int(self._newest - SPAN_S) // _MARK_S * _MARK_S
        for at in range(first, int(self._newest) + 1, _MARK_S):
            x = self._x(at)
            text = QLocale().toString(QDateTime.fromSecsSinceEpoch(at).time(), "HH:mm")
            width = metrics.horizontalAdvance(text)
            if not area.left() + width / 2 <= x <= area.right() - width / 2:
                continue
            painter.fillRect(QRectF(x, area.top(), 1, area.height()), colors.line)
            painter.setPen(colors.faint_text)
            painter.drawText(QRectF(x - width, area.bottom() + 1, 2 * width, _LABELS_PX), _CENTER, text)

    def _paint_moment(self, painter: QPainter, area: QRectF, at: float) -> None:
        """The chosen moment, with its time on a plate."""
        colors = Theme.current().colors
        x = max(area.left(), min(area.right() - 1, self._x(at)))
        painter.fillRect(QRectF(x - 0.5, 0, 2, area.bottom()), colors.text)
        text = texts.time_text(at)
        painter.setFont(self._label_font)
        width = QFontMetrics(self._label_font).horizontalAdvance(text) + 12
        left = max(area.left(), min(area.right() - width, x - width / 2))
        plate = QRectF(left, area.bottom() + 1, width, _LABELS_PX - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_fill))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(colors.on_accent)
        painter.drawText(plate, _CENTER, text)

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().toPoint())
        x = event.position().toPoint().x()
        found = self._nearest(x)
        self._hover = x if found is not None else None
        self.setToolTip(plain_tool_tip(texts.counts_text(found)) if found is not None else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def _go_to(self, at: QPoint) -> None:
        if at.x() > self._area().right():
            self.live_wanted.emit()
        elif (found := self._nearest(at.x())) is not None:
            self.moment_chosen.emit(found.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        jumps = {Qt.Key.Key_PageUp: -_MINUTE_S, Qt.Key.Key_PageDown: _MINUTE_S}
        key = Qt.Key(event.key())
        if not self._counts or event.modifiers():
            super().keyPressEvent(event)
        elif key in steps:
            self._step(steps[key])
        elif key in jumps:
            self._jump(jumps[key])
        elif key == Qt.Key.Key_Home:
            self.moment_chosen.emit(self._counts[0].at)
        elif key in {Qt.Key.Key_End, Qt.Key.Key_Escape} and self._moment is not None:
            self.live_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the look before or behind; behind the newest one it goes on live."""
        place = len(self._counts) - 1
        if self._moment is not None:
            place = max(0, bisect_right(self._counts, self._moment, key=lambda each: each.at) - 1)
        if place + by >= len(self._counts):
            self.live_wanted.emit()
        else:
            self.moment_chosen.emit(self._counts[max(0, place + by)].at)

    def _jump(self, by_s: float) -> None:
        at = (self._moment if self._moment is not None else self._newest) + by_s
        if at >= self._newest:
            self.live_wanted.emit()
        elif (found := self._at(at) or self._counts[0]) is not None:
            self.moment_chosen.emit(found.at)


def _runs_of(counts: Sequence[ActivityCounts], width_px: float) -> list[tuple[int, int, _Shown]]:
    """Bars from the left: from which to before which place they are alike, each place as its worst look."""
    if not counts:
        return []
    bars: dict[int, _Shown] = {}
    newest = counts[-1].at
    scale = width_px / SPAN_S / _BAR_PX
    for each, end in zip(counts, [*(each.at for each in counts[1:]), newest], strict=True):
        shown = (each.blocked, each.waiting, each.active)
        first = int((each.at - newest + SPAN_S) * scale)
        until = int((end - newest + SPAN_S) * scale) if end - each.at <= _LASTS_S else first
        for place in range(first, max(first + 1, until)):
            bars[place] = max(bars.get(place, _NOTHING), shown)
    runs: list[tuple[int, int, _Shown]] = []
    for place, shown in sorted(bars.items()):
        if runs and runs[-1][1:] == (place, shown):
            runs[-1] = (runs[-1][0], place + 1, shown)
        else:
            runs.append((place, place + 1, shown))
    return runs
