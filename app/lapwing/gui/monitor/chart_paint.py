"""Painting a chart over time into a rectangle: grid, axes, layer, annotations."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from lapwing.domain.monitoring.annotations import Annotation, AnnotationKind
from lapwing.domain.monitoring.dashboards import PanelKind
from lapwing.gui.monitor.axis import Tick, ValueAxis, time_ticks, value_axis
from lapwing.gui.monitor.chart_colors import ANNOTATIONS, color_of, faded
from lapwing.gui.monitor.chart_content import Content
from lapwing.gui.monitor.chart_heat import HeatLayer
from lapwing.gui.monitor.chart_layers import BarLayer, Layer, LineLayer, Plot, StackLayer
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.theme import Theme, ui_font

LABEL_PX: Final = 11
_LEFT_PX: Final = 62
"""Of the plot, so that plots of a column stand below each other; more where labels need it."""
_PADDING_PX: Final = 12
_LABEL_GAP_PX: Final = 6
_TOP_PX: Final = 6
_BOTTOM_PX: Final = 26
_TIME_GAP_PX: Final = 26
_MARK_PX: Final = 3.0
_BOUND: Final = 0.55


_LAYERS: Final[dict[PanelKind, Callable[[Sequence[DrawnSeries], float, float, float], Layer]]] = {
    PanelKind.LINE: LineLayer,
    PanelKind.AREA: StackLayer,
    PanelKind.BAR: BarLayer,
}


def paint_chart(painter: QPainter, rect: QRectF, content: Content, ratio: float = 1.0) -> Plot:
    """Paint everything but the crosshair; `ratio` is how many pixels of the device one of the painter is.

    Returns:
        Where times and values lie.
    """
    painter.setFont(ui_font(LABEL_PX))
    metrics = QFontMetricsF(painter.font())
    if content.kind is PanelKind.HEAT_MAP:
        return _paint_heat(painter, rect, content, metrics, ratio)
    width = max(rect.width() - _LEFT_PX - _PADDING_PX, 1.0)
    layer = _LAYERS[content.kind](content.series, content.start, content.end, width)
    axis = value_axis(content.unit, *layer.extent(), lowest=content.lowest, highest=content.highest)
    widest = max((metrics.horizontalAdvance(tick.text) for tick in axis.ticks), default=0.0)
    plot = _plot(rect, content, axis, widest, ratio)
    if not plot.is_roomy:
        return plot
    _paint_values(painter, plot, axis)
    _paint_times(painter, plot, metrics)
    with inside(painter, plot):
        _paint_bounds(painter, plot, content)
        layer.paint(painter, plot, content.chosen)
        paint_annotations(painter, plot, content.annotations)
    return plot


def _plot(rect: QRectF, content: Content, axis: ValueAxis, words_px: float, ratio: float) -> Plot:
    left = max(float(_LEFT_PX), words_px + _PADDING_PX + _LABEL_GAP_PX)
    room = rect.adjusted(round(left), _TOP_PX, -_PADDING_PX, -_BOTTOM_PX)
    return Plot(room, content.start, content.end, axis, ratio)


def _paint_heat(painter: QPainter, rect: QRectF, content: Content, metrics: QFontMetricsF, ratio: float) -> Plot:
    width = max(rect.width() - _LEFT_PX - _PADDING_PX, 1.0)
    high_px = rect.height() - _TOP_PX - _BOTTOM_PX
    layer = HeatLayer(content.series, content.start, content.end, width, high_px)
    names_px = layer.names_width(metrics, rect.width())
    plot = _plot(rect, content, ValueAxis(0.0, 1.0, ()), names_px, ratio)
    if not plot.is_roomy:
        return plot
    layer.paint_names(painter, plot, _PADDING_PX, _LABEL_GAP_PX)
    _paint_times(painter, plot, metrics)
    with inside(painter, plot):
        plot.heat_ends = layer.paint(painter, plot, content.lowest, content.highest)
        paint_annotations(painter, plot, content.annotations)
    return plot


@contextmanager
def inside(painter: QPainter, plot: Plot) -> Iterator[None]:
    """Paint with smooth edges, and nothing out of the plot."""
    painter.save()
    painter.setClipRect(plot.rect.adjusted(0, -2, 0, 2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def _paint_values(painter: QPainter, plot: Plot, axis: ValueAxis) -> None:
    colors = Theme.current().colors
    flags = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
    for tick in axis.ticks:
        y = round(plot.rect.bottom() - axis.share(tick.at) * plot.rect.height())
        painter.fillRect(QRectF(plot.rect.left(), y, plot.rect.width(), 1), colors.line)
        painter.setPen(colors.faint_text)
        painter.drawText(QRectF(0, y - 9, plot.rect.left() - _LABEL_GAP_PX, 18), flags, tick.text)


def _paint_bounds(painter: QPainter, plot: Plot, content: Content) -> None:
    """From where on values are shown as a warning, or as bad."""
    for bound, token in ((content.warning, "warning"), (content.bad, "bad")):
        if bound is not None and plot.axis.low < bound < plot.axis.high:
            y = round(plot.rect.bottom() - plot.axis.share(bound) * plot.rect.height())
            painter.fillRect(QRectF(plot.rect.left(), y, plot.rect.width(), 1), faded(color_of(token), _BOUND))


def _paint_times(painter: QPainter, plot: Plot, metrics: QFontMetricsF) -> None:
    painter.setPen(Theme.current().colors.faint_text)
    top = plot.rect.bottom() + 8
    free = -1e9
    for tick, left, width in placed_times(plot, metrics):
        if left >= free:
            painter.drawText(QRectF(left, top, width + 2, 18), int(Qt.AlignmentFlag.AlignVCenter), tick.text)
            free = left + width + 8


def placed_times(plot: Plot, metrics: QFontMetricsF) -> list[tuple[Tick, float, float]]:
    """The ticks of the time axis, with left edge and width of their words, which stay beside the plot."""
    is_short = plot.end - plot.start < 5 * 60
    label = metrics.horizontalAdvance("00:00:00" if is_short else "00:00") + _TIME_GAP_PX
    placed = []
    for tick in time_ticks(plot.start, plot.end, plot.rect.width(), label):
        width = metrics.horizontalAdvance(tick.text)
        left = min(max(plot.x_at(tick.at) - width / 2, plot.rect.left()), plot.rect.right() - width)
        placed.append((tick, left, width))
    return placed


def paint_annotations(painter: QPainter, plot: Plot, annotations: Sequence[Annotation]) -> None:
    """Dashed lines with a mark on top whose shape tells the kind; a time with an end is tinted."""
    for annotation in annotations:
        color = color_of(ANNOTATIONS[annotation.kind])
        x = round(plot.x_at(annotation.at)) + 0.5
        if annotation.until is not None:
            until = plot.x_at(annotation.until)
            painter.fillRect(QRectF(x, plot.rect.top(), until - x, plot.rect.height()), faded(color, 0.10))
        if not plot.rect.left() - 1 <= x <= plot.rect.right() + 1:
            continue
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(color, 1, Qt.PenStyle.CustomDashLine))
        pen = painter.pen()
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, plot.rect.top()), QPointF(x, plot.rect.bottom()))
        painter.restore()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(_mark(annotation.kind, x, plot.rect.top() + 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _mark(kind: AnnotationKind, x: float, y: float) -> QPolygonF:
    size = _MARK_PX
    shapes = {
        AnnotationKind.NOTE: ((-size, -size), (size, -size), (0, size)),
        AnnotationKind.DDL: ((0, -size), (size, 0), (0, size), (-size, 0)),
        AnnotationKind.RESTART: ((-size, -size), (size, -size), (size, size), (-size, size)),
        AnnotationKind.ALERT: ((0, -size), (size, size), (-size, size)),
    }
    return QPolygonF([QPointF(x + dx, y + dy) for dx, dy in shapes[kind]])
