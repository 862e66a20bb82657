"""One panel of a dashboard: its frame, title and legend around what shows the values."""

import time
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import field
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.annotations import Annotation
from lapwing.domain.monitoring.dashboards import Panel, PanelKind
from lapwing.domain.monitoring.metrics import Metric
from lapwing.gui.monitor.chart_content import Content, drawn_most, filled_note
from lapwing.gui.monitor.chart_series import DrawnSeries, drawn_series, panel_unit
from lapwing.gui.monitor.chart_turns import PaintTurns
from lapwing.gui.monitor.chart_view import TimeChart
from lapwing.gui.monitor.panel_body import PanelBody
from lapwing.gui.monitor.panel_export import series_csv, table_csv
from lapwing.gui.monitor.panel_gauge import GaugeBody
from lapwing.gui.monitor.panel_legend import PanelLegend
from lapwing.gui.monitor.panel_notice import PanelNotice
from lapwing.gui.monitor.panel_scale import HeatScale
from lapwing.gui.monitor.panel_table import TableBody
from lapwing.gui.monitor.panel_value import ValueBody
from lapwing.gui.monitor.series_data import SeriesData
from lapwing.gui.theme import Theme
from lapwing.gui.widgets.plain_text import PlainLabel
from lapwing.gui.widgets.tool_button import ToolButton

IMAGE_RATIO: Final = 2
"""Pixels of an exported image for one of the screen."""
_RADIUS_PX: Final = 8
_SMALL_PX: Final = 110
"""Panels that are not higher have room for a few words only."""
_CHARTS: Final = frozenset({PanelKind.LINE, PanelKind.AREA, PanelKind.BAR, PanelKind.HEAT_MAP})
_WITH_LEGEND: Final = frozenset({PanelKind.LINE, PanelKind.AREA, PanelKind.BAR})


@dataclass(frozen=True, slots=True)
class _Given:
    """What the page gave last."""

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
        body: What shows the values; another one for each kind of panel.
        more: The button at its end; the page gives it a menu, or connects its `clicked`.

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
        self._given = _Given()
        self._hidden: frozenset[object] = frozenset()
        self._annotations: tuple[Annotation, ...] = ()
        self._denied: tuple[str, bool] | None = None
        self._is_due = False
        self._painted_at = 0.0
        self.body: PanelBody = TimeChart(self, name="panel.chart")
        self._build()
        self._connect_chart()
        self._legend.hidden_changed.connect(self._hide_series)
        self._legend.chosen.connect(self._choose)
        Theme.current().changed.connect(self.update)
        self.set_panel(panel)

    def _build(self) -> None:
        self._title = PlainLabel(elide=True)
        self._legend = PanelLegend(name="panel.legend")
        self._scale = HeatScale(name="panel.scale")
        self._notice = PanelNotice(name="panel.notice")
        self.more = ToolButton("more", name="panel.more", tip=self.tr("More of this panel"), color="dim_text")
        self._header = QHBoxLayout()
        self._header.setSpacing(4)
        self._header.addSpacing(12)
        self._header.addWidget(self._title)
        self._header.addWidget(self._legend, 1)
        self._header.addStretch()
        self._header.addWidget(self._scale)
        self._header.addWidget(self.more)
        self._header.addSpacing(6)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._header)
        self._column.addWidget(self.body, 1)
        self._column.addWidget(self._notice, 1)
        self._notice.hide()
        self._scale.hide()

    def _connect_chart(self) -> None:
        if isinstance(self.body, TimeChart):
            self.body.moved.connect(self.crosshair_moved)
            self.body.zoomed.connect(self.zoomed)
            self.body.zoom_reset.connect(self.reset_zoom)
            self.body.annotate_wanted.connect(self.annotate_wanted)

    def set_panel(self, panel: Panel) -> None:
        """Show another panel, or the same one changed."""
        self.panel = panel
        self.setObjectName(f"panel.{panel.id}")
        self.setAccessibleName(panel.title)
        self._title.setText(panel.title)
        self._title.setVisible(bool(panel.title))
        self._show_kind(panel.kind)
        self.body.setAccessibleName(panel.title)
        self._ask_turn()

    def _show_kind(self, kind: PanelKind) -> None:
        is_tile = kind is PanelKind.VALUE
        self._title.set_look("tile" if is_tile else "panel")
        self._column.setContentsMargins(1, 3 if is_tile else 5, 1, _RADIUS_PX)
        self._legend.setVisible(kind in _WITH_LEGEND)
        self._scale.setVisible(kind is PanelKind.HEAT_MAP)
        if _body_class(kind) is type(self.body):
            return
        old = self.body
        self.body = _body_class(kind)(self, name="panel.chart" if kind in _CHARTS else "panel.body")
        self._column.replaceWidget(old, self.body)
        self.body.setVisible(not self._notice.isVisibleTo(self))
        old.hide()
        old.deleteLater()
        self._connect_chart()

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
        self._given = _Given(sources, metrics, start, end, names or {}, tuple(sources) if own is None else own)
        self._ask_turn()

    def set_denied(self, reason: str, *, is_permission: bool = True) -> None:
        """Say that the values cannot be read here, and why; an empty reason takes that back.

        Args:
            reason: A sentence.
            is_permission: Whether the role may not; otherwise the server cannot.
        """
        denied = (reason, is_permission) if reason else None
        if denied != self._denied:
            self._denied = denied
            self._ask_turn()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Draw these as lines; those out of the time axis are not seen."""
        if tuple(annotations) != self._annotations:
            self._annotations = tuple(annotations)
            self.body.set_annotations(self._annotations)

    def set_crosshair(self, at: float | None) -> None:
        """Show the crosshair where another panel has it, Unix seconds; None: nowhere."""
        self.body.set_crosshair(at)

    def _ask_turn(self) -> None:
        self._is_due = True
        if self._can_be_seen():
            PaintTurns.of_application().ask(self, self._painted_at)

    def _can_be_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized() and not self.visibleRegion().isEmpty()

    @property
    def is_current(self) -> bool:
        """Whether all that was given has been worked on."""
        return not self._is_due

    def take_turn(self) -> None:
        """Work on what was given, unless nobody can see it."""
        if self._is_due and self._can_be_seen():
            self._work()

    def _work(self) -> None:
        self._is_due = False
        given = self._given
        found = drawn_series(self.panel, given.sources, given.metrics, given.names, given.own)
        remarks = []
        if self.panel.kind is not PanelKind.TABLE:
            odd = [one for one in found if one.factor is None]
            remarks = [self.tr("{series} has another unit and is not drawn").format(series=one.title) for one in odd]
            found = [one for one in found if one.factor is not None]
        if self.panel.kind in _WITH_LEGEND:
            drawn = drawn_most(found, given.end)
            if len(drawn) < len(found):
                remarks.append(self.tr("%n smaller series not drawn", "", len(found) - len(drawn)))
            found = list(drawn)
            self._legend.show_series(found, self._hidden, remarks)
        content = self._content(tuple(one for one in found if one.id not in self._hidden))
        self._say_notice(found)
        self.body.set_content(content)
        if self.panel.kind is PanelKind.HEAT_MAP:
            self._show_scale(content)
        text = self.body.describe() if self.body.isVisibleTo(self) else self._notice.accessibleName()
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
        self._painted_at = time.monotonic()

    def _content(self, series: tuple[DrawnSeries, ...]) -> Content:
        panel, given = self.panel, self._given
        chosen = self.body.content.chosen
        return Content(
            kind=panel.kind,
            series=series,
            unit=panel_unit(panel, given.metrics),
            start=given.start,
            end=given.end,
            lowest=panel.lowest,
            highest=panel.highest,
            warning=panel.warning,
            bad=panel.bad,
            note=filled_note(panel, given.sources, given.metrics, given.own, given.end) if panel.note else "",
            annotations=self._annotations,
            chosen=chosen if chosen is not None and chosen < len(series) else None,
        )

    def _say_notice(self, found: Sequence[DrawnSeries]) -> None:
        """A notice takes the place of the values where there is nothing to show."""
        is_small = self.height() <= _SMALL_PX
        if self._denied is not None:
            reason, is_permission = self._denied
            title = self.tr("Not permitted") if is_permission else self.tr("Not available")
            self._notice.say("lock" if is_permission else "info", title, reason, is_small=is_small)
        elif not found and self.panel.kind is not PanelKind.VALUE:
            self._notice.say("chart", self.tr("No values yet"), "", is_small=is_small)
        is_said = self._denied is not None or (not found and self.panel.kind is not PanelKind.VALUE)
        self._notice.setVisible(is_said)
        self.body.setVisible(not is_said)

    def _show_scale(self, content: Content) -> None:
        if isinstance(self.body, TimeChart) and self.body.heat_ends is not None:
            self._scale.show_ends(*self.body.heat_ends, content.unit)

    def _hide_series(self, series_id: object, is_hidden: bool) -> None:
        self._hidden = self._hidden | {series_id} if is_hidden else self._hidden - {series_id}
        self.body.set_chosen(None)
        self._ask_turn()

    def _choose(self, series_id: object) -> None:
        ids = [one.id for one in self.body.content.series]
        self.body.set_chosen(ids.index(series_id) if series_id in ids else None)

    def image(self) -> QImage:
        """The panel as it is now, without the crosshair, at twice the resolution of the screen."""
        if self._is_due:
            self._work()
        image = QImage(self.size() * IMAGE_RATIO, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(IMAGE_RATIO)
        image.fill(Theme.current().colors.background)
        direct = self.body.painted_directly(IMAGE_RATIO) if isinstance(self.body, TimeChart) else nullcontext()
        with direct:
            self.render(image)
        return image

    def csv(self) -> str:
        """What it shows as CSV: all samples of the time axis, or the rows of a table."""
        if self._is_due:
            self._work()
        if isinstance(self.body, TableBody):
            return table_csv(self.body.table)
        return series_csv(self.body.content, self.tr("Time"))

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
        self._ask_turn()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        PaintTurns.of_application().leave(self)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: texts are asked for anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.more.setToolTip(self.tr("More of this panel"))
            self.more.setAccessibleName(self.tr("More of this panel"))
            self._ask_turn()


def _body_class(kind: PanelKind) -> type[PanelBody]:
    own: dict[PanelKind, type[PanelBody]] = {
        PanelKind.VALUE: ValueBody,
        PanelKind.GAUGE: GaugeBody,
        PanelKind.TABLE: TableBody,
    }
    return own.get(kind, TimeChart)
