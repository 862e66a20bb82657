"""One number, large, with its unit, a note and the last of its course; one for each server."""

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen

from lapwing.gui.monitor.axis import value_axis
from lapwing.gui.monitor.chart_colors import color_of, fill_of, state_color
from lapwing.gui.monitor.chart_content import by_connection, one_value
from lapwing.gui.monitor.chart_fill import fill_below
from lapwing.gui.monitor.chart_layers import Plot, stacked
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.monitor.chart_shapes import draw_line
from lapwing.gui.monitor.chart_units import NO_VALUE, value_parts, value_text
from lapwing.gui.monitor.panel_body import PanelBody, painting
from lapwing.gui.theme import Theme, ui_font

_NUMBER_PX: Final = 22
_UNIT_PX: Final = 12
_LEFT_PX: Final = 13
_RIGHT_PX: Final = 12
_BOTTOM_PX: Final = 4
_LINE_PX: Final = 30
"""Of the number, from the top."""
_COURSE_LEAST_PX: Final = 56
_COURSE_GAP_PX: Final = 16
_TALL_PX: Final = 84
"""From this height on the course lies below the number."""


class ValueBody(PanelBody):
    """One number a server."""

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _LINE_PX)

    def words(self) -> list[str]:
        told = []
        for name, series in by_connection(self.content):
            text = value_text(one_value(self.content, series), self.content.unit)
            told.append(" ".join(part for part in (name, text, self.content.note) if part))
        return told

    def paintEvent(self, event: QPaintEvent) -> None:
        groups = by_connection(self.content) or [("", [])]
        width = self.width() / len(groups)
        with painting(self) as painter:
            for place, (name, series) in enumerate(groups):
                self._paint_one(painter, QRectF(place * width, 0, width, self.height()), name, series)

    def _paint_one(self, painter: QPainter, room: QRectF, name: str, series: list[DrawnSeries]) -> None:
        value = one_value(self.content, series)
        state = state_color(value, self.content.warning, self.content.bad)
        color = color_of(state or "text")
        inner = room.adjusted(_LEFT_PX, 0, -_RIGHT_PX, -_BOTTOM_PX)
        is_tall = inner.height() >= _TALL_PX
        right = self._paint_number(painter, inner, value, name or self.content.note, color)
        if is_tall:
            course = inner.adjusted(0, _LINE_PX + 8, 0, 0)
        else:
            course = QRectF(right + _COURSE_GAP_PX, inner.top() + 2, inner.right() - right - _COURSE_GAP_PX, _LINE_PX)
        is_wide = course.width() >= _COURSE_LEAST_PX and self.content.end > self.content.start
        if is_wide and series:
            self._paint_course(painter, course, series, color_of(state or series[0].color))

    def _paint_number(self, painter: QPainter, room: QRectF, value: float | None, note: str, color: QColor) -> float:
        """Number, unit and note on one line; returns where they end."""
        colors = Theme.current().colors
        number, word = value_parts(value, self.content.unit)
        baseline = room.top() + _LINE_PX - 8
        large, small = ui_font(_NUMBER_PX, QFont.Weight.DemiBold), ui_font(_UNIT_PX)
        painter.setFont(large)
        painter.setPen(color if number != NO_VALUE else colors.faint_text)
        painter.drawText(int(room.left()), int(baseline), number)
        x = room.left() + QFontMetricsF(large).horizontalAdvance(number) + 4
        painter.setFont(small)
        painter.setPen(colors.dim_text)
        metrics = QFontMetricsF(small)
        rest = " ".join(part for part in (word, note) if part)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(room.right() - x, 0.0))
        painter.drawText(int(x), int(baseline), shown)
        return x + metrics.horizontalAdvance(shown)

    def _paint_course(self, painter: QPainter, room: QRectF, series: list[DrawnSeries], color: QColor) -> None:
        content = self.content
        views = [one.view(content.start, content.end) for one in series]
        line = stacked(views, content.start, content.end, room.width())[-1]
        if not len(line.values) or np.all(np.isnan(line.values)):
            return
        low, high = float(np.nanmin(line.values)), float(np.nanmax(line.values))
        axis = value_axis(content.unit, low, high, lowest=min(low, 0.0))
        ratio = self.devicePixelRatioF()
        plot = Plot(room, content.start, content.end, axis, ratio)
        x, y = plot.x(line.times), plot.y(line.values)
        painter.save()
        painter.setClipRect(room.adjusted(0, -1, 0, 1))
        tops = plot.heights(x, y, line.breaks)
        fill_below(painter, room, ratio, [tops], np.full(len(tops), room.bottom()), [fill_of(color)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        draw_line(painter, x, y, line.breaks)
        painter.restore()
