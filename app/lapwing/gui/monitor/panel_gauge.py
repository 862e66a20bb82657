"""A number as the part of an arc between two ends; one arc for each server."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen

from lapwing.domain.monitoring.metrics import Unit
from lapwing.gui.monitor.axis import value_axis
from lapwing.gui.monitor.chart_colors import color_of, state_color
from lapwing.gui.monitor.chart_content import by_connection, one_value
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.monitor.chart_units import NO_VALUE, joined, value_parts, value_text
from lapwing.gui.monitor.panel_body import PanelBody, painting
from lapwing.gui.theme import Theme, ui_font

_FROM_DEGREES: Final = 210.0
_OVER_DEGREES: Final = 240.0
_BELOW: Final = 0.5
"""Of the radius: how far the ends of the arc lie below its centre (the sine of 30 degrees)."""
_SIXTEENTHS: Final = 16
_TEXT_PX: Final = 11


class GaugeBody(PanelBody):
    """An arc from the lowest to the highest value; bounds are marked on it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 60)

    def words(self) -> list[str]:
        told = []
        for name, series in by_connection(self.content):
            value = one_value(self.content, series)
            _low, high = self._ends(value)
            text = value_text(value, self.content.unit)
            reach = self.tr("of {highest}").format(highest=value_text(high, self.content.unit))
            told.append(" ".join(part for part in (name, text, self.content.note or reach) if part))
        return told

    def _ends(self, value: float | None) -> tuple[float, float]:
        content = self.content
        low = content.lowest if content.lowest is not None else 0.0
        high = content.highest
        if high is None and content.unit is Unit.SHARE:
            high = 1.0
        if high is None:
            reach = max((bound for bound in (value, content.warning, content.bad) if bound is not None), default=0.0)
            high = value_axis(content.unit, low, reach, lowest=low).high
        return low, max(high, low + 1e-9)

    def paintEvent(self, event: QPaintEvent) -> None:
        groups = by_connection(self.content) or [("", [])]
        width = self.width() / len(groups)
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, (name, series) in enumerate(groups):
                self._paint_one(painter, QRectF(place * width, 0, width, self.height()), name, series)

    def _paint_one(self, painter: QPainter, room: QRectF, name: str, series: list[DrawnSeries]) -> None:
        colors = Theme.current().colors
        value = one_value(self.content, series)
        low, high = self._ends(value)
        note_px = 18.0 if name or self.content.note else 0.0
        inner = room.adjusted(16, 6, -16, -6 - note_px)
        radius = max(min(inner.width() / 2, (inner.height() - 16) / (1 + _BELOW)), 10.0)
        thick = max(radius * 0.16, 5.0)
        centre = QPointF(inner.center().x(), inner.center().y() + radius * (1 - _BELOW) / 2 - 6)
        arc = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        arc.adjust(thick / 2, thick / 2, -thick / 2, -thick / 2)
        state = state_color(value, self.content.warning, self.content.bad)
        own = series[0].color if series else "accent_text"
        self._arc(painter, arc, thick, 0.0, 1.0, "line")
        if value is not None:
            share = min(max((value - low) / (high - low), 0.0), 1.0)
            self._arc(painter, arc, thick, 0.0, share, state or own)
        for bound, token in ((self.content.warning, "warning"), (self.content.bad, "bad")):
            if bound is not None and low < bound < high:
                at = (bound - low) / (high - low)
                self._arc(painter, arc.adjusted(-2, -2, 2, 2), thick + 4, at - 0.004, at + 0.004, token)
        number, word = value_parts(value, self.content.unit)
        large = ui_font(max(13, min(26, round(radius * 0.42))), QFont.Weight.DemiBold)
        self._text(painter, large, color_of(state or "text"), centre.x(), centre.y() + 2, number, 2 * radius)
        small = ui_font(_TEXT_PX)
        if number != NO_VALUE and word:
            self._text(painter, small, colors.dim_text, centre.x(), centre.y() + large.pixelSize(), word, radius)
        ends = radius * 0.87 - thick / 2
        below = centre.y() + radius * _BELOW + 12
        for x, end in ((centre.x() - ends, low), (centre.x() + ends, high)):
            text = joined(*value_parts(end, self.content.unit))
            self._text(painter, small, colors.faint_text, x, below, text, radius)
        if note_px:
            text = name or self.content.note
            self._text(painter, small, colors.dim_text, room.center().x(), room.bottom() - 10, text, room.width())

    def _arc(self, painter: QPainter, arc: QRectF, thick: float, start: float, end: float, color: str) -> None:
        painter.setPen(QPen(color_of(color), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        first = _FROM_DEGREES - start * _OVER_DEGREES
        painter.drawArc(arc, round(first * _SIXTEENTHS), round(-(end - start) * _OVER_DEGREES * _SIXTEENTHS))

    def _text(self, painter: QPainter, font: QFont, color: QColor, x: float, y: float, text: str, width: float) -> None:
        painter.setFont(font)
        painter.setPen(color)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width - 4, 8.0))
        box = QRectF(x - width / 2, y - metrics.height() / 2, width, metrics.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
