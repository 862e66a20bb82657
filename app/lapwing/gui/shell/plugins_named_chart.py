"""A chart of a plugin over names instead of time: bars beside each other, lines or areas from place to place."""

import math
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.plugins.documents import ChartKind
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor.axis import ValueAxis, value_axis
from lapwing.gui.monitor.chart_colors import color_of, fill_of
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.panel_body import painting
from lapwing.gui.theme import Theme, ui_font
from lapwing.gui.widgets import plain_tool_tip

_LABEL_PX: Final = 11
_LEFT_PX: Final = 62
_PADDING_PX: Final = 12
_TOP_PX: Final = 6
_BOTTOM_PX: Final = 26
_GAP_PX: Final = 6
_WIDEST_BAR_PX: Final = 44.0
_BAR_SHARE: Final = 0.72
"""Of the room of a place; the rest lies between two places."""
_WORDS_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class NamedSeries:
    """One series: a value for each place; None is a gap. `color` is a name for `color_of`."""

    title: str
    color: str
    values: tuple[float | None, ...]


class NamedChart(QWidget):
    """Painted anew for its size. A tool tip tells the values of a place. Qt's thread."""

    def __init__(self, kind: ChartKind, places: Sequence[str], unit: Unit, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setMinimumSize(120, 80)
        self._kind = kind
        self._places = [visible_text(place) for place in places]
        self._unit = unit
        self._series: tuple[NamedSeries, ...] = ()
        self._chosen: int | None = None
        Theme.current().changed.connect(self.update)

    def show_series(self, series: Sequence[NamedSeries]) -> None:
        """Show these."""
        self._series = tuple(series)
        self._chosen = None
        self.setAccessibleDescription(", ".join(self.words()[:_WORDS_MOST]))
        self.update()

    def set_chosen(self, chosen: int | None) -> None:
        """Let one series stand out."""
        self._chosen = chosen
        self.update()

    def words(self) -> list[str]:
        """What it shows, for who cannot see it."""
        return [
            f"{place}: " + "; ".join(f"{one.title} {value_text(_at(one, number), self._unit)}" for one in self._series)
            for number, place in enumerate(self._places[: _WORDS_MOST + 1])
        ]

    # painting

    def _axis(self) -> ValueAxis:
        told = [value for one in self._series for value in one.values if value is not None]
        return value_axis(self._unit, min(told, default=0.0), max(told, default=0.0))

    def _plot(self, axis: ValueAxis, metrics: QFontMetricsF) -> QRectF:
        widest = max((metrics.horizontalAdvance(tick.text) for tick in axis.ticks), default=0.0)
        left = max(float(_LEFT_PX), widest + _PADDING_PX + _GAP_PX)
        return QRectF(self.rect()).adjusted(round(left), _TOP_PX, -_PADDING_PX, -_BOTTOM_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(ui_font(_LABEL_PX))
            metrics = QFontMetricsF(painter.font())
            axis = self._axis()
            plot = self._plot(axis, metrics)
            if plot.width() < 20 or plot.height() < 20 or not self._places:
                return
            self._paint_axis(painter, plot, axis)
            self._paint_names(painter, plot, metrics)
            painter.save()
            painter.setClipRect(plot.adjusted(0, -2, 0, 2))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint = self._paint_bars if self._kind is ChartKind.BAR else self._paint_lines
            paint(painter, plot, lambda value: plot.bottom() - axis.share(value) * plot.height())
            painter.restore()

    def _paint_axis(self, painter: QPainter, plot: QRectF, axis: ValueAxis) -> None:
        colors = Theme.current().colors
        flags = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        for tick in axis.ticks:
            y = round(plot.bottom() - axis.share(tick.at) * plot.height())
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), colors.line)
            painter.setPen(colors.faint_text)
            painter.drawText(QRectF(0, y - 9, plot.left() - _GAP_PX, 18), flags, tick.text)

    def _paint_names(self, painter: QPainter, plot: QRectF, metrics: QFontMetricsF) -> None:
        """As many as there is room for, each cut to its room."""
        room = plot.width() / len(self._places)
        widest = max(metrics.horizontalAdvance(place) for place in self._places[:200]) + 10
        every = max(1, math.ceil(min(widest, 90.0) / room))
        painter.setPen(Theme.current().colors.faint_text)
        for number in range(0, len(self._places), every):
            middle = plot.left() + room * (number + 0.5)
            box = QRectF(middle - room * every / 2 + 2, plot.bottom() + 6, room * every - 4, 18)
            text = metrics.elidedText(self._places[number], Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_bars(self, painter: QPainter, plot: QRectF, y_of: Callable[[float], float]) -> None:
        room = plot.width() / len(self._places)
        count = max(len(self._series), 1)
        width = min(room * _BAR_SHARE / count, _WIDEST_BAR_PX)
        zero = min(max(y_of(0.0), plot.top()), plot.bottom())
        for place, one in enumerate(self._series):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._color(place))
            for number, value in enumerate(one.values[: len(self._places)]):
                if value is not None:
                    left = plot.left() + room * (number + 0.5) - width * count / 2 + width * place
                    bar = QRectF(left, y_of(value), max(width - 1, 1), zero - y_of(value)).normalized()
                    painter.drawRect(bar)

    def _paint_lines(self, painter: QPainter, plot: QRectF, y_of: Callable[[float], float]) -> None:
        room = plot.width() / len(self._places)
        for place, one in enumerate(self._series):
            color = self._color(place)
            for run in _runs(one.values[: len(self._places)]):
                points = [QPointF(plot.left() + room * (number + 0.5), y_of(value)) for number, value in run]
                if self._kind is ChartKind.AREA and len(points) > 1:
                    ground = [QPointF(points[-1].x(), plot.bottom()), QPointF(points[0].x(), plot.bottom())]
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(fill_of(color))
                    painter.drawPolygon(QPolygonF([*points, *ground]))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color, 1.5))
                painter.drawPolyline(QPolygonF(points))
                if len(points) == 1:
                    painter.setBrush(color)
                    painter.drawEllipse(points[0], 2, 2)

    def _color(self, place: int) -> QColor:
        color = color_of(self._series[place].color)
        if self._chosen is not None and self._chosen != place:
            color.setAlphaF(0.3)
        return color

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._place_at(event.pos().x())
            if number is not None:
                values = [f"{one.title}: {value_text(_at(one, number), self._unit)}" for one in self._series]
                QToolTip.showText(event.globalPos(), plain_tool_tip("\n".join([self._places[number], *values])), self)
                return True
        return super().event(event)

    def _place_at(self, x: float) -> int | None:
        plot = self._plot(self._axis(), QFontMetricsF(ui_font(_LABEL_PX)))
        if not self._places or not plot.left() <= x < plot.right():
            return None
        return min(int((x - plot.left()) / plot.width() * len(self._places)), len(self._places) - 1)


def _at(series: NamedSeries, number: int) -> float | None:
    return series.values[number] if number < len(series.values) else None


def _runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """The values between gaps, each with its place."""
    found: list[list[tuple[int, float]]] = []
    is_open = False
    for number, value in enumerate(values):
        if value is None:
            is_open = False
            continue
        if not is_open:
            found.append([])
            is_open = True
        found[-1].append((number, value))
    return found
