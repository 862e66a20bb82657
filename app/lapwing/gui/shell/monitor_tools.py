"""The row of tools above a monitor page: connection, parts, time, interval, and what is done with the dashboard."""

from typing import Final

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lapwing.domain.environments import Safeguards
from lapwing.gui.actions import ACTIONS, KeyBindings, shortcut_text
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.monitor.time_window import INTERVALS_S, RANGES_S, TimeWindow
from lapwing.gui.shell.tool_row import upright_line
from lapwing.gui.widgets import PillCombo, Spinner, ToolButton
from lapwing.gui.widgets.badge import Badge
from lapwing.gui.widgets.sub_tabs import SubTabs

_HEIGHT_PX: Final = 38
_OWN: Final = "own"
_SHOWN: Final = "shown"
_MINUTES_S: Final = 600.0
"""The edges of a shorter time are told with seconds."""


class MonitorTools(QWidget):
    """Qt's thread.

    Signals:
        connection_chosen(str), tab_chosen(str)
        span_chosen(float): The last so many seconds.
        range_wanted(): A person's own range is to be asked for.
        interval_chosen(float)
        action_wanted(str): A button for an action of the window was clicked; its id.
    """

    connection_chosen = Signal(str)
    tab_chosen = Signal(str)
    span_chosen = Signal(float)
    range_wanted = Signal()
    interval_chosen = Signal(float)
    action_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("monitor_tools")
        self.setFixedHeight(_HEIGHT_PX)
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.connection_box = PillCombo(self.tr("Connection"), self, name="monitor_connection")
        self.environment = Badge(self, name="monitor_environment")
        self.tabs = SubTabs(self.tr("Parts of the monitor"), self, name="monitor_tabs")
        self.spinner = Spinner(self, name="monitor_spinner")
        self.time_box = PillCombo(self.tr("Time shown"), self, name="monitor_time")
        self.interval_box = PillCombo(self.tr("How often the server is looked at"), self, name="monitor_interval")
        self.keep_button = self._button("pin", "monitor.keep", is_toggle=True)
        self.pause_button = self._button("pause", "monitor.pause", is_toggle=True)
        self.menu_button = ToolButton("more", parent=self, name="monitor_more", tip=self.tr("More of this dashboard"))
        self._fill()
        self._lay_out()
        self._connect()

    def _button(self, sign: str, action_id: str, *, is_toggle: bool = False) -> ToolButton:
        button = ToolButton(sign, parent=self, name=f"monitor_{sign}", tip=ACTIONS[action_id].shown_tip())
        button.setAccessibleName(ACTIONS[action_id].shown_short())
        button.setCheckable(is_toggle)
        button.clicked.connect(lambda: self.action_wanted.emit(action_id))
        return button

    def _tell_keys(self) -> None:
        for button, action_id in ((self.keep_button, "monitor.keep"), (self.pause_button, "monitor.pause")):
            tip, keys = ACTIONS[action_id].shown_tip(), shortcut_text(ACTIONS[action_id])
            button.setToolTip(f"{tip} ({keys})" if keys else tip)

    def _fill(self) -> None:
        for seconds, words in zip(RANGES_S, self._range_words(), strict=True):
            self.time_box.add_entry(words, float(seconds))
        self.time_box.add_entry(self.tr("Own range…"), _OWN)
        for interval_s in INTERVALS_S:
            self.interval_box.add_entry(f"{QLocale().toString(interval_s, 'g')} s", interval_s)

    def _range_words(self) -> tuple[str, ...]:
        return (
            self.tr("Last 15 min"),
            self.tr("Last hour"),
            self.tr("Last 3 hours"),
            self.tr("Last 12 hours"),
            self.tr("Last 24 hours"),
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
        )

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 5, 8, 6)
        across.setSpacing(5)
        self.time_box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        across.addWidget(self.connection_box)
        across.addWidget(self.environment)
        across.addWidget(upright_line(self))
        across.addWidget(self.tabs, 1)
        across.addWidget(self.spinner)
        for widget in (self.time_box, self.interval_box, self.keep_button, self.pause_button, self.menu_button):
            across.addWidget(widget)

    def _connect(self) -> None:
        self.connection_box.activated.connect(self._connection_activated)
        self.tabs.chosen.connect(self.tab_chosen)
        self.time_box.activated.connect(self._time_activated)
        self.interval_box.activated.connect(self._interval_activated)
        KeyBindings.current().changed.connect(lambda _action_id: self._tell_keys())
        self._tell_keys()

    def _connection_activated(self) -> None:
        self.connection_chosen.emit(str(self.connection_box.currentData()))

    def _time_activated(self) -> None:
        chosen = self.time_box.currentData()
        if chosen == _OWN:
            self.range_wanted.emit()
        elif chosen != _SHOWN:
            self.span_chosen.emit(float(chosen))

    def _interval_activated(self) -> None:
        self.interval_chosen.emit(float(self.interval_box.currentData()))

    # what is shown

    def show_connections(self, saved: SavedConnections, connection_id: str, environment: str) -> None:
        """Offer every saved connection, and show which one this is and how careful one has to be."""
        box = self.connection_box
        box.blockSignals(True)
        box.clear()
        for connection in saved.connections:
            box.add_entry(connection.name, connection.id, dot=saved.color(connection))
        if not box.choose(connection_id):
            box.add_entry(self.tr("A removed connection"), connection_id, dot="faint_text")
            box.choose(connection_id)
        box.blockSignals(False)
        own = saved.find(connection_id)
        self._show_environment(saved.safeguards(own), environment)

    def _show_environment(self, safeguards: Safeguards, name: str) -> None:
        self.environment.show_text(name, safeguards.color)
        surface = "production" if safeguards.asks and safeguards.color == "bad" else "background"
        if self.property("surface") != surface:
            self.setProperty("surface", surface)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_time(self, window: TimeWindow) -> None:
        """Show which time is drawn; one that is none of the usual ones, as a zoom, gets an entry of its own."""
        box = self.time_box
        old = box.findData(_SHOWN)
        if old >= 0:
            box.removeItem(old)
        own = window.zoom or (window.start, window.end)
        if own[0] is not None and own[1] is not None:
            box.insertItem(0, _range_text(own[0], own[1]), _SHOWN)
            box.choose(_SHOWN)
        elif not box.choose(float(window.span_s)):
            box.choose(float(RANGES_S[0]))
        box.updateGeometry()
        self.pause_button.setChecked(window.paused_at is not None)
        self.pause_button.set_icon("run" if window.paused_at is not None else "pause")

    def offer(self, *, time: bool, dashboard: bool) -> None:
        """Offer only what means something to the part in front."""
        self.time_box.setVisible(time)
        for button in (self.pause_button, self.menu_button):
            button.setVisible(dashboard)

    def show_interval(self, interval_s: float) -> None:
        """Show how often the server is looked at."""
        if not self.interval_box.choose(interval_s):
            self.interval_box.add_entry(f"{QLocale().toString(interval_s, 'g')} s", interval_s)
            self.interval_box.choose(interval_s)


def _range_text(start: float, end: float) -> str:
    """Two times of a day, or two days; today's are not named. Of a few minutes with seconds."""
    first, last = (QDateTime.fromSecsSinceEpoch(int(at)) for at in (start, end))
    locale = QLocale()
    clock = "HH:mm:ss" if end - start < _MINUTES_S else "HH:mm"
    from_text = locale.toString(first.time(), clock)
    if first.date() != QDate.currentDate():
        from_text = f"{locale.toString(first.date(), 'd MMM')} {from_text}"
    if first.date() == last.date():
        return f"{from_text} – {locale.toString(last.time(), clock)}"
    return f"{from_text} – {locale.toString(last.date(), 'd MMM')} {locale.toString(last.time(), 'HH:mm')}"
