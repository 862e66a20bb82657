"""The line over a chart at a moment, and the card beside it with what was measured then."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.dashboards import PanelKind
from lapwing.gui.monitor.axis import moment_text
from lapwing.gui.monitor.chart_colors import color_of
from lapwing.gui.monitor.chart_content import Content
from lapwing.gui.monitor.chart_heat import heat_step
from lapwing.gui.monitor.chart_layers import Plot, bar_step, bars_of, is_counted
from lapwing.gui.monitor.chart_paint import LABEL_PX
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.theme import Theme, ui_font

_ROW_PX: Final = 16
_PADDING_PX: Final = 8
_DOT_PX: Final = 8
_AWAY_PX: Final = 10
_TITLE_MOST_PX: Final = 130
_ROWS_MOST: Final = 12

Words = tuple[str, Callable[[int], str]]


@dataclass(frozen=True, slots=True)
class CardRow:
    """One series on the card; `color` is a name for `color_of`, empty for a sum."""

    title: str
    value: float | None
    text: str
    color: str


def rows_at(content: Content, width: float, time: float) -> list[CardRow]:
    """What each drawn series says at a moment, and the sum where the chart shows one."""
    is_heat = content.kind is PanelKind.HEAT_MAP
    values = [_value_at(content, series, width, time) for series in content.series]
    return [
        CardRow(series.title, value, value_text(value, content.unit), "" if is_heat else series.color)
        for series, value in zip(content.series, values, strict=True)
    ]


def total_at(rows: Sequence[CardRow], content: Content) -> float | None:
    """The sum of stacked series; None where nothing is stacked."""
    if content.kind not in (PanelKind.AREA, PanelKind.BAR) or len(rows) < 2:
        return None
    told = [row.value for row in rows if row.value is not None]
    return sum(told) if told else None


def _value_at(content: Content, series: DrawnSeries, width: float, time: float) -> float | None:
    if content.kind not in (PanelKind.BAR, PanelKind.HEAT_MAP):
        return series.view(content.start, content.end).value_at(time)
    step_of = bar_step if content.kind is PanelKind.BAR else heat_step
    step = step_of(content.start, content.end, width, content.series)
    at = np.array([np.floor(time / step) * step])
    value = float(bars_of(series.view(content.start, content.end), at, step, is_counted(series))[0])
    return None if np.isnan(value) else value


def paint_crosshair(
    painter: QPainter, plot: Plot, content: Content, time: float, words: Words, *, is_here: bool
) -> None:
    """Paint line, dots and card.

    Args:
        painter: On the chart.
        plot: Where times and values lie.
        content: What the chart shows.
        time: Unix seconds; outside of the plot nothing is painted.
        words: For the sum of stacked series, and for how many rows do not fit.
        is_here: Whether this is the chart that the mouse or the keyboard is in; others are quieter.
    """
    if not plot.start <= time <= plot.end:
        return
    colors = Theme.current().colors
    x = round(plot.x_at(time)) + 0.5
    painter.setPen(QPen(colors.dim_text if is_here else colors.faint_text, 1))
    painter.drawLine(QPointF(x, plot.rect.top()), QPointF(x, plot.rect.bottom()))
    rows = rows_at(content, plot.rect.width(), time)
    _paint_dots(painter, plot, content, rows, x)
    total = total_at(rows, content)
    if total is not None:
        rows.append(CardRow(words[0], total, value_text(total, content.unit), ""))
    _paint_card(painter, plot, moment_text(time, plot.end - plot.start) if is_here else "", rows, x, words[1])


def _paint_dots(painter: QPainter, plot: Plot, content: Content, rows: Sequence[CardRow], x: float) -> None:
    """Where the lines of a chart are at that moment; on stacks at their upper ends."""
    if content.kind not in (PanelKind.LINE, PanelKind.AREA):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    below = 0.0
    for row in rows:
        if row.value is None:
            continue
        value = below + row.value if content.kind is PanelKind.AREA else row.value
        below = value
        y = float(plot.y(np.array([value]))[0])
        if plot.rect.top() - 2 <= y <= plot.rect.bottom() + 2:
            painter.setPen(QPen(Theme.current().colors.panel, 1.5))
            painter.setBrush(color_of(row.color))
            painter.drawEllipse(QPointF(x, y), 3.5, 3.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_card(
    painter: QPainter, plot: Plot, moment: str, rows: list[CardRow], x: float, more: Callable[[int], str]
) -> None:
    painter.setFont(ui_font(LABEL_PX))
    metrics = QFontMetricsF(painter.font())
    rows, left_out = _fitting(rows, plot, bool(moment))
    words = [metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, _TITLE_MOST_PX) for row in rows]
    last = more(left_out) if left_out else ""
    lines = len(rows) + bool(moment) + bool(last)
    if not lines:
        return
    inner = max(
        metrics.horizontalAdvance(moment),
        metrics.horizontalAdvance(last),
        *(
            _DOT_PX + 6 + metrics.horizontalAdvance(word) + 14 + metrics.horizontalAdvance(row.text)
            for word, row in zip(words, rows, strict=True)
        ),
        0.0,
    )
    box = _box(plot, x, inner + 2 * _PADDING_PX, lines * _ROW_PX + 2 * (_PADDING_PX - 2))
    colors = Theme.current().colors
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.line, 1))
    painter.setBrush(colors.raised)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = QRectF(box.left() + _PADDING_PX, box.top() + _PADDING_PX - 2, box.width() - 2 * _PADDING_PX, _ROW_PX)
    if moment:
        painter.setPen(colors.dim_text)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), moment)
        line.translate(0, _ROW_PX)
    for word, row in zip(words, rows, strict=True):
        _paint_row(painter, line, word, row)
        line.translate(0, _ROW_PX)
    if last:
        painter.setPen(colors.dim_text)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), last)


def _paint_row(painter: QPainter, line: QRectF, word: str, row: CardRow) -> None:
    colors = Theme.current().colors
    if row.color:
        dash = QRectF(line.left(), line.center().y() - 1, _DOT_PX, 2)
        painter.fillRect(dash, color_of(row.color))
    painter.setPen(colors.dim_text)
    painter.drawText(line.adjusted(_DOT_PX + 6, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), word)
    painter.setPen(colors.text)
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
    painter.drawText(line, flags, row.text)


def _fitting(rows: list[CardRow], plot: Plot, has_moment: bool) -> tuple[list[CardRow], int]:
    """As many rows as the plot is high; where some do not fit, the largest values, and how many were left out."""
    room = int((plot.rect.height() - 2 * _PADDING_PX) // _ROW_PX) - has_moment
    room = max(1, min(room, _ROWS_MOST))
    if len(rows) <= room:
        return rows, 0
    kept = sorted((row for row in rows if row.value is not None), key=lambda row: -abs(row.value or 0.0))
    chosen = kept[: max(room - 1, 1)]
    return [row for row in rows if row in chosen], len(rows) - len(chosen)


def _box(plot: Plot, x: float, width: float, height: float) -> QRectF:
    """Beside the line, on the side that has room; over it where neither has."""
    right = x + _AWAY_PX + width <= plot.rect.right() + 8
    left = x + _AWAY_PX if right else x - _AWAY_PX - width
    left = max(left, 4.0)
    return QRectF(round(left), round(plot.rect.top() + 4), round(width), round(height))
