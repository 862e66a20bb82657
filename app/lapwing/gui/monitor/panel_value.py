"""One number, large, with its unit, a note and the last of its course; one for each server."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
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
        inner = room.adjusted(_LEFT_PX, 0, -_RIGHT_PX, -_BOTTOM_PX)
        words_px = self._paint_number(painter, inner, value, name or self.content.note, color_of(state or "text"))
        if inner.height() >= _TALL_PX:
            course = inner.adjusted(0, _LINE_PX + 8, 0, 0)
        else:
            course = inner.adjusted(words_px + _COURSE_GAP_PX, 2, 0, 0)
            course.setHeight(_LINE_PX)
            if self._is_mirrored:
                course.moveLeft(inner.left())
        is_wide = course.width() >= _COURSE_LEAST_PX and self.content.end > self.content.start
        if is_wide and series:
            self._paint_course(painter, course, series, color_of(state or series[0].color))

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_number(self, painter: QPainter, room: QRectF, value: float | None, note: str, color: QColor) -> float:
        """Number, unit and note on one line; returns how wide they are."""
        colors = Theme.current().colors
        number, word = value_parts(value, self.content.unit)
        large, small = ui_font(_NUMBER_PX, QFont.Weight.DemiBold), ui_font(_UNIT_PX)
        number_px = QFontMetricsF(large).horizontalAdvance(number) + 4
        metrics = QFontMetricsF(small)
        rest = " ".join(part for part in (word, note) if part)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(room.width() - number_px, 0.0))
        width = number_px + metrics.horizontalAdvance(shown)
        at = QPointF(room.right() - width if self._is_mirrored else room.left(), room.top() + _LINE_PX - 8)
        painter.setFont(large)
        painter.setPen(color if number != NO_VALUE else colors.faint_text)
        painter.drawText(at, number)
        painter.setFont(small)
        painter.setPen(colors.dim_text)
        painter.drawText(at + QPointF(number_px, 0), shown)
        return width

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
