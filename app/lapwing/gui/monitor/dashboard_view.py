"""A dashboard in the window: its panels with one time axis and one crosshair, scrolled where they need more room."""

import csv
import io
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from lapwing.domain.monitoring.dashboards import Dashboard
from lapwing.gui.monitor.chart_series import drawn_series
from lapwing.gui.monitor.dashboard_canvas import DashboardCanvas
from lapwing.gui.monitor.dashboard_frame import PanelFrame
from lapwing.gui.monitor.dashboard_grid import MARGIN_PX
from lapwing.gui.monitor.monitor_feed import MonitorFeed
from lapwing.gui.monitor.panel_export import harmless
from lapwing.gui.monitor.time_window import TimeWindow
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import EmptyState

_SHARP: Final = 2
"""Pixels of an exported picture for one of the window."""
_COLUMNS: Final = ("panel", "series", "time", "average", "minimum", "maximum", "unit")


class DashboardView(QWidget):
    """Qt's thread.

    Attributes:
        dashboard: What is shown.
        window_of_time: Of all its panels.

    Signals:
        time_changed(TimeWindow): A person zoomed in or out.
        annotation_wanted(float)
        menu_wanted(str, QPoint): Of a panel, at a global position.
        panels_changed(tuple[Panel, ...]): They were laid out anew.
        edit_wanted(str), removal_wanted(str): Of a panel.
        panel_wanted(): The first one is to be added.
    """

    time_changed = Signal(object)
    annotation_wanted = Signal(float)
    menu_wanted = Signal(str, object)
    panels_changed = Signal(object)
    edit_wanted = Signal(str)
    removal_wanted = Signal(str)
    panel_wanted = Signal()

    def __init__(self, feed: MonitorFeed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dashboard")
        self.dashboard: Dashboard | None = None
        self.window_of_time = TimeWindow()
        self.names: Mapping[str, str] = {}
        self._revealed = ""
        self._feed = feed
        self.canvas = DashboardCanvas()
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("dashboard_scroll")
        self._scroll.setWidget(self.canvas)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        nothing = self.tr("This dashboard has no panels yet.")
        self._empty = EmptyState("dashboard", nothing, self, name="dashboard_empty")
        first = self._empty.add_button(self.tr("Add a panel"), name="dashboard_first", icon_name="plus", primary=True)
        first.clicked.connect(self.panel_wanted)
        self._places = QStackedLayout(self)
        self._places.addWidget(self._scroll)
        self._places.addWidget(self._empty)
        self._scroll.viewport().installEventFilter(self)
        self.canvas.frame_made.connect(self._connect_frame)
        self.canvas.laid_out.connect(self.panels_changed)
        self.canvas.panel_wanted.connect(self.edit_wanted)
        self.canvas.removal_wanted.connect(self.removal_wanted)
        feed.changed.connect(self.draw)
        feed.metrics_changed.connect(self.draw)
        feed.facts_changed.connect(self._show_denied)
        feed.annotations_changed.connect(self._show_annotations)

    def _connect_frame(self, frame: PanelFrame) -> None:
        view = frame.view
        view.crosshair_moved.connect(self._link)
        view.zoomed.connect(lambda start, end: self._zoom(self.window_of_time.zoomed(start, end)))
        view.reset_zoom.connect(self.zoom_out)
        view.annotate_wanted.connect(self.annotation_wanted)
        view.set_annotations(self._feed.annotations)
        frame.menu_wanted.connect(lambda at: self.menu_wanted.emit(frame.panel.id, at))

    # what is shown

    def show_dashboard(self, dashboard: Dashboard) -> None:
        """Show this one, with the servers that it names."""
        if self.dashboard is not None and self.dashboard.id != dashboard.id:
            self.canvas.enlarge("")
        self.dashboard = dashboard
        self.canvas.set_panels(dashboard.panels)
        self._places.setCurrentWidget(self._scroll if dashboard.panels else self._empty)
        self._feed.show(connections_of(dashboard), metrics_of(dashboard))
        self._show_denied()
        self.draw()

    def reveal(self, panel_id: str) -> None:
        """Give a panel the keyboard, and scroll to it once there is room for it."""
        self.canvas.focus(panel_id)
        self._revealed = panel_id
        QTimer.singleShot(0, self, self._scroll_to_revealed)

    def _scroll_to_revealed(self) -> None:
        frame = self.canvas.frames.get(self._revealed)
        if frame is not None:
            self._scroll.ensureWidgetVisible(frame, 0, MARGIN_PX)

    def set_time(self, window_of_time: TimeWindow) -> None:
        """Show another time; what was kept of it is read."""
        self.window_of_time = window_of_time
        self.read_past()
        self.draw()

    def read_past(self) -> None:
        """Read what was kept of the time that is shown."""
        self._feed.read_past(*self.window_of_time.bounds(time.time()))

    def draw(self) -> None:
        """Let each panel show what there is now. Those out of sight do it when they come into sight."""
        if self.dashboard is None or not self.isVisible():
            return
        start, end = self.window_of_time.bounds(time.time())
        own = self._own
        for frame in self.canvas.frames.values():
            frame.view.show_data(self._feed.sources, self._feed.metrics, start, end, names=self.names, own=own)

    @property
    def _own(self) -> tuple[str, ...]:
        named = self.dashboard.connection_ids if self.dashboard is not None else ()
        return named or (self._feed.connection_id,)

    def _show_annotations(self) -> None:
        for frame in self.canvas.frames.values():
            frame.view.set_annotations(self._feed.annotations)

    def _show_denied(self) -> None:
        for frame in self.canvas.frames.values():
            own = [series.metric for series in frame.panel.series if not series.connection_id]
            denied = self._feed.denied(own) if len(own) == len(frame.panel.series) else None
            frame.view.set_denied(
                denied.reason if denied is not None else "", is_permission=denied is None or denied.is_permission
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self.draw()
        return super().eventFilter(watched, event)

    # linked

    def _link(self, at: float | None) -> None:
        """The crosshair of one panel is that of all."""
        sender = self.sender()
        for frame in self.canvas.frames.values():
            if frame.view is not sender:
                frame.view.set_crosshair(at)

    def _zoom(self, window_of_time: TimeWindow) -> None:
        self.set_time(window_of_time)
        self.time_changed.emit(window_of_time)

    def zoom_out(self) -> None:
        """Show the whole time again."""
        if self.window_of_time.zoom is not None:
            self._zoom(self.window_of_time.unzoomed())

    # taken along

    def image(self) -> QImage:
        """All that is shown, also what is scrolled out of sight, at twice the window's resolution."""
        image = QImage(self.canvas.size() * _SHARP, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SHARP)
        image.fill(Theme.current().colors.background)
        painter = QPainter(image)
        for frame in self.canvas.shown:
            painter.drawImage(frame.pos(), frame.view.image())
        painter.end()
        return image

    def csv(self) -> str:
        """The points of the time that is shown, a line each, of all panels."""
        start, end = self.window_of_time.bounds(time.time())
        text = io.StringIO()
        rows = csv.writer(text)
        rows.writerow(_COLUMNS)
        shown = self.dashboard.panels if self.dashboard is not None else ()
        for panel in shown:
            for one in drawn_series(panel, self._feed.sources, self._feed.metrics, self.names, self._own):
                view = self._feed.sources[one.id[0]].view(one.key, start, end)
                inside = (view.times >= start) & (view.times <= end) & ~np.isnan(view.average)
                for at, *values in zip(
                    view.times[inside], view.average[inside], view.minimum[inside], view.maximum[inside], strict=True
                ):
                    moment = datetime.fromtimestamp(float(at), UTC).isoformat(timespec="milliseconds")
                    names = (harmless(panel.title), harmless(one.title))
                    rows.writerow((*names, moment, *map(_number, values), one.metric.unit.value))
        return text.getvalue()


def _number(value: float) -> str:
    return f"{float(value):.15g}"


def connections_of(dashboard: Dashboard) -> tuple[str, ...]:
    """Other servers that it names; empty ones are the page's own."""
    named = (series.connection_id for panel in dashboard.panels for series in panel.series)
    return tuple(dict.fromkeys((*dashboard.connection_ids, *named)))


def metrics_of(dashboard: Dashboard) -> tuple[str, ...]:
    """All metrics that its panels name, those of notes too."""
    named = [series.metric for panel in dashboard.panels for series in panel.series]
    noted = [name for panel in dashboard.panels for name in names_in(panel.note)]
    return tuple(dict.fromkeys((*named, *noted)))


def names_in(note: str) -> list[str]:
    """The metrics that a note names in braces."""
    return [part.partition("}")[0] for part in note.split("{")[1:] if "}" in part]
