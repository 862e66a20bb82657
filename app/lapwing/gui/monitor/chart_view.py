"""A chart over time as a widget: painted once for its data, with crosshair, zoom and keys over that picture."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from lapwing.domain.monitoring.annotations import Annotation
from lapwing.gui.monitor.axis import moment_text
from lapwing.gui.monitor.chart_colors import faded
from lapwing.gui.monitor.chart_content import Content
from lapwing.gui.monitor.chart_layers import Plot
from lapwing.gui.monitor.chart_paint import paint_chart
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.crosshair import paint_crosshair, rows_at
from lapwing.gui.monitor.panel_body import PanelBody, painting
from lapwing.gui.theme import Theme
from lapwing.gui.widgets.plain_text import plain_tool_tip

_DRAG_PX = 5
_NEAR_PX = 5


class TimeChart(PanelBody):
    """Lines, areas, bars or a heat map over time. GUI thread.

    The mouse moves the crosshair; a drag over a time zooms in, a double click out; Ctrl and a click wants an
    annotation. Keys: Left, Right, Home and End move the crosshair, with Shift over a time that Return zooms to;
    Backspace zooms out; Insert wants an annotation; Escape lets go.

    Signals:
        moved: The crosshair is at another time (Unix seconds), or nowhere (None).
        zoomed: A time was chosen: start and end.
        zoom_reset: The time before the zoom is wanted.
        annotate_wanted: An annotation is wanted at a time.
    """

    moved = Signal(object)
    zoomed = Signal(float, float)
    zoom_reset = Signal()
    annotate_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent, name=name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMinimumSize(120, 80)
        self._plot: Plot | None = None
        self._picture: QPixmap | None = None
        self._cross: float | None = None
        self._is_here = False
        self._direct_ratio = 0.0
        self._anchor: float | None = None
        self._pressed_at: QPointF | None = None
        self._is_given = False
        self._is_clicked = False
        Theme.current().changed.connect(self.forget_picture)

    @property
    def plot(self) -> Plot | None:
        """Where times and values lie; None before the first painting."""
        return self._plot

    @property
    def crosshair(self) -> float | None:
        """Where the crosshair is, Unix seconds; None: nowhere."""
        return self._cross

    @property
    def heat_ends(self) -> tuple[float, float] | None:
        """What the weakest and the strongest colour of a heat map mean; None of other charts."""
        return self._plot.heat_ends if self._plot is not None else None

    def set_content(self, content: Content) -> None:
        """Show other data, painted at once."""
        self.content = content
        self._is_given = True
        self._render()
        self.update()

    def forget_picture(self) -> None:
        """Paint all anew the next time."""
        self._picture = None
        self.update()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        self.content = replace(self.content, annotations=tuple(annotations))
        self.forget_picture()

    def set_chosen(self, chosen: int | None) -> None:
        """Let one series stand out."""
        if chosen != self.content.chosen:
            self.content = replace(self.content, chosen=chosen)
            self.forget_picture()

    def set_crosshair(self, at: float | None) -> None:
        """Show the crosshair where another chart has it."""
        if at != self._cross:
            self._cross = at
            self.update()

    def _render(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(Theme.current().colors.panel))
        with painting(picture) as painter:
            self._plot = paint_chart(painter, QRectF(self.rect()), self.content, ratio)
        self._picture = picture

    @contextmanager
    def painted_directly(self, ratio: float) -> Iterator[None]:
        """Paint onto whatever the widget is rendered on, `ratio` times as finely, and without the crosshair."""
        self._direct_ratio = ratio
        try:
            yield
        finally:
            self._direct_ratio = 0.0

    def words(self) -> list[str]:
        content = self.content
        if self._is_here and self._cross is not None and self._plot is not None:
            rows = rows_at(content, self._plot.rect.width(), self._cross)
            moment = moment_text(self._cross, content.end - content.start)
            return [moment, *(f"{row.title}: {row.text}" for row in rows)]
        told = [f"{one.title}: {value_text(one.latest(content.end), content.unit)}" for one in content.series]
        seen = [one for one in content.annotations if content.start <= one.at <= content.end]
        return told + [f"{moment_text(one.at, content.end - content.start)} {one.text}" for one in seen]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_given:
            return
        if self._direct_ratio:
            with painting(self) as painter:
                paint_chart(painter, QRectF(self.rect()), self.content, self._direct_ratio)
            return
        picture = self._picture
        if picture is None or picture.size() != self.size() * self.devicePixelRatioF():
            self._render()
        with painting(self) as painter:
            self._paint_over(painter)

    def _paint_over(self, painter: QPainter) -> None:
        """The picture, and what lies over it."""
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
        plot = self._plot
        if plot is None or not plot.is_roomy:
            return
        if self._cross is not None:
            if self._anchor is not None:
                self._paint_range(painter, plot, self._anchor, self._cross)
            words = (self.tr("Total"), lambda count: self.tr("%n more", "", count))
            paint_crosshair(painter, plot, self.content, self._cross, words, is_here=self._is_here)
        if self.hasFocus() and not self._is_clicked:
            painter.setPen(QPen(Theme.current().colors.accent_text, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 0.5, -4.5, -0.5), 4, 4)

    def _paint_range(self, painter: QPainter, plot: Plot, start: float, end: float) -> None:
        left, right = sorted((plot.x_at(start), plot.x_at(end)))
        left, right = max(left, plot.rect.left()), min(right, plot.rect.right())
        tint = faded(Theme.current().colors.accent_text, 0.18)
        painter.fillRect(QRectF(left, plot.rect.top(), right - left, plot.rect.height()), tint)

    def _time_at(self, place: QPointF) -> float | None:
        plot = self._plot
        if plot is None or not plot.is_roomy:
            return None
        return min(max(plot.time_at(place.x()), plot.start), plot.end)

    def _move_to(self, at: float | None) -> None:
        self._is_here = at is not None
        if at != self._cross:
            self._cross = at
            self.update()
            self.moved.emit(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at = self._time_at(event.position())
        if at is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.annotate_wanted.emit(at)
            return
        self._pressed_at = event.position()
        self._anchor = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._time_at(event.position())
        pressed = self._pressed_at
        if pressed is not None and abs(event.position().x() - pressed.x()) >= _DRAG_PX and self._anchor is None:
            self._anchor = self._time_at(pressed)
        self._move_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed_at = None
        self._zoom_to_range()

    def _zoom_to_range(self) -> None:
        anchor, at = self._anchor, self._cross
        self._anchor = None
        self.update()
        if anchor is not None and at is not None and anchor != at:
            self.zoomed.emit(min(anchor, at), max(anchor, at))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = self._anchor = None
            self.zoom_reset.emit()

    def leaveEvent(self, event: QEvent) -> None:
        if self._pressed_at is None:
            self._move_to(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._anchor = None
        if not self.underMouse():
            self._move_to(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._obey(event):
            self._is_clicked = False
            self.describe()
        else:
            super().keyPressEvent(event)

    def _obey(self, event: QKeyEvent) -> bool:
        content = self.content
        key, extends = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        targets = {Qt.Key.Key_Home: content.start, Qt.Key.Key_End: content.end}
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if key == Qt.Key.Key_Left else 1, extends)
        elif key in targets:
            self._extend(extends)
            self._move_to(targets[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._anchor is not None:
            self._zoom_to_range()
        elif key == Qt.Key.Key_Backspace:
            self.zoom_reset.emit()
        elif key == Qt.Key.Key_Insert and self._cross is not None:
            self.annotate_wanted.emit(self._cross)
        elif key == Qt.Key.Key_Escape and (self._anchor is not None or self._cross is not None):
            self._anchor = self._pressed_at = None
            self._move_to(None)
            self.update()
        else:
            return False
        return True

    def _extend(self, extends: bool) -> None:
        if not extends:
            self._anchor = None
        elif self._anchor is None:
            self._anchor = self._cross

    def _step(self, direction: int, extends: bool) -> None:
        """To the next sample, or the next pixel where samples lie closer; from nowhere to the end."""
        content = self.content
        if self._cross is None:
            self._move_to(content.end if direction < 0 else content.start)
            return
        self._extend(extends)
        width = self._plot.rect.width() if self._plot is not None else 1.0
        pixel = (content.end - content.start) / max(width, 1.0)
        views = [series.view(content.start, content.end) for series in content.series[:1]]
        sample = float(views[0].steps[-1]) if views and len(views[0]) else 0.0
        at = self._cross + direction * max(pixel, sample)
        self._move_to(min(max(at, content.start), content.end))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._annotation_text(QPointF(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), plain_tool_tip(text), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _annotation_text(self, place: QPointF) -> str:
        """What stands at the lines that the mouse is at."""
        plot = self._plot
        if plot is None:
            return ""
        near = [one for one in self.content.annotations if abs(plot.x_at(one.at) - place.x()) <= _NEAR_PX]
        told = (f"{time.strftime('%H:%M:%S', time.localtime(one.at))}  {one.text}" for one in near)
        return "\n".join(told)
