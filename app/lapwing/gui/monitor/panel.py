"""One panel of a dashboard: its frame, title and legend around what shows the values."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QHideEvent, QImage, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.monitoring.annotations import Annotation
from lapwing.domain.monitoring.dashboards import Panel, PanelKind
from lapwing.domain.monitoring.metrics import Metric
from lapwing.gui.monitor.chart_paint import Content
from lapwing.gui.monitor.chart_series import DrawnSeries, drawn_series, panel_unit
from lapwing.gui.monitor.chart_turns import PaintTurns
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.chart_view import TimeChart
from lapwing.gui.monitor.panel_legend import PanelLegend
from lapwing.gui.monitor.series_data import SeriesData
from lapwing.gui.theme import Theme, ui_font
from lapwing.gui.widgets.plain_text import PlainLabel
from lapwing.gui.widgets.tool_button import ToolButton

_RADIUS_PX: Final = 8
_TITLE_PX: Final = 13
_DESCRIBED_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a page gave last."""

    sources: Mapping[str, SeriesData] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    start: float = 0.0
    end: float = 1.0
    names: Mapping[str, str] = field(default_factory=dict)
    own: Sequence[str] = ()


class PanelView(QFrame):
    """Shows one panel over the series of one or more connections. GUI thread.

    It works when it can be seen: what is given meanwhile is drawn when it comes into sight, and at most ten times a
    second (`PaintTurns`).

    Attributes:
        panel: What it shows.
        more: The button at its right end; the page gives it a menu, or connects its `clicked`.

    Signals:
        crosshair_moved: Where the crosshair of this panel is now, Unix seconds; None: nowhere.
        zoomed: A time was dragged over: start and end.
        reset_zoom: The time before is wanted again.
        annotate_wanted: An annotation is wanted at a time.
    """

    crosshair_moved = Signal(object)
    zoomed = Signal(float, float)
    reset_zoom = Signal()
    annotate_wanted = Signal(float)

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._shown = _Shown()
        self._hidden: frozenset[object] = frozenset()
        self._series: tuple[DrawnSeries, ...] = ()
        self._annotations: tuple[Annotation, ...] = ()
        self._is_due = False
        self._painted_at = 0.0
        self._title = PlainLabel(elide=True)
        self._title.setFont(ui_font(_TITLE_PX, QFont.Weight.DemiBold))
        self._legend = PanelLegend(name="panel.legend")
        self.more = ToolButton("more", name="panel.more", tip=self.tr("More of this panel"), color="dim_text")
        self._chart = TimeChart(name="panel.chart")
        self._build()
        self._connect()
        self.set_panel(panel)

    def _build(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(12, 0, 8, 0)
        header.setSpacing(4)
        header.addWidget(self._title)
        header.addWidget(self._legend, 1)
        header.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 1)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._chart, 1)

    def _connect(self) -> None:
        self._chart.moved.connect(self.crosshair_moved)
        self._chart.zoomed.connect(self.zoomed)
        self._chart.zoom_reset.connect(self.reset_zoom)
        self._chart.annotate_wanted.connect(self.annotate_wanted)
        self._legend.hidden_changed.connect(self._hide_series)
        self._legend.chosen.connect(self._choose)
        Theme.current().changed.connect(self.update)

    def set_panel(self, panel: Panel) -> None:
        """Show another panel, or the same one changed."""
        self.panel = panel
        self.setObjectName(f"panel.{panel.id}")
        self.setAccessibleName(panel.title)
        self._title.setText(panel.title)
        self._chart.setAccessibleName(panel.title)
        self._ask_turn()

    def show_data(
        self,
        sources: Mapping[str, SeriesData],
        metrics: Mapping[str, Metric],
        start: float,
        end: float,
        *,
        names: Mapping[str, str] | None = None,
        own: Sequence[str] | None = None,
    ) -> None:
        """Show what these hold from `start` to `end` (Unix seconds). Cheap: the work is done in the panel's turn.

        Args:
            sources: By connection id; the panel keeps looking at them, never changes them.
            metrics: By id.
            start, end: Of the time axis.
            names: What connections are called.
            own: The connections of the dashboard, in order; None: all of `sources`.
        """
        self._shown = _Shown(sources, metrics, start, end, names or {}, tuple(sources) if own is None else own)
        self._ask_turn()

    def _ask_turn(self) -> None:
        self._is_due = True
        if self._can_be_seen():
            PaintTurns.of_application().ask(self, self._painted_at)

    def _can_be_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized() and not self.visibleRegion().isEmpty()

    def take_turn(self) -> None:
        """Work on what was given, unless nobody can see it."""
        if self._is_due and self._can_be_seen():
            self._work()

    def _work(self) -> None:
        self._is_due = False
        shown = self._shown
        series = drawn_series(self.panel, shown.sources, shown.metrics, shown.names, shown.own)
        self._series = tuple(one for one in series if one.factor is not None)
        self._legend.show_series(self._series, self._hidden)
        visible = tuple(one for one in self._series if one.id not in self._hidden)
        unit = panel_unit(self.panel, shown.metrics)
        kind = self.panel.kind if self.panel.kind in (PanelKind.AREA, PanelKind.BAR) else PanelKind.LINE
        self._chart.set_content(
            Content(
                kind,
                visible,
                unit,
                shown.start,
                shown.end,
                self.panel.lowest,
                self.panel.highest,
                self._annotations,
                self._chart.content.chosen,
            )
        )
        self._describe()
        self._painted_at = time.monotonic()

    def _describe(self) -> None:
        """The latest values in words, for who cannot see them."""
        content = self._chart.content
        told = [
            f"{one.title}: {value_text(one.latest(content.end), content.unit)}"
            for one in content.series[:_DESCRIBED_MOST]
        ]
        text = ", ".join(told)
        if text != self._chart.accessibleDescription():
            self._chart.setAccessibleDescription(text)
            self.setAccessibleDescription(text)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Draw these as lines; those out of the time axis are left out."""
        self._annotations = tuple(annotations)
        self._chart.set_annotations(self._annotations)

    def set_crosshair(self, at: float | None) -> None:
        """Show the crosshair where another panel has it, Unix seconds; None: nowhere."""
        self._chart.set_crosshair(at)

    def _hide_series(self, series_id: object, is_hidden: bool) -> None:
        self._hidden = self._hidden | {series_id} if is_hidden else self._hidden - {series_id}
        self._chart.set_chosen(None)
        self._ask_turn()

    def _choose(self, series_id: object) -> None:
        ids = [one.id for one in self._chart.content.series]
        self._chart.set_chosen(ids.index(series_id) if series_id in ids else None)

    def image(self) -> QImage:
        """The panel as it is now, at twice the resolution of its widget."""
        if self._is_due:
            self._work()
        ratio = 2
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Theme.current().colors.panel)
        self.render(image)
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_due:
            PaintTurns.of_application().ask(self, self._painted_at)
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.line, 1))
        painter.setBrush(colors.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            PaintTurns.of_application().ask(self, self._painted_at)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        PaintTurns.of_application().leave(self)
