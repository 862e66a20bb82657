"""What of the history is shown: a search field and pills."""

import time
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QDateTime, QTime, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapwing.domain.history import HistoryPlace, HistoryState, SearchHistory
from lapwing.domain.visible import visible_text
from lapwing.gui.history import history_texts as texts
from lapwing.gui.widgets import PillCombo, SearchField, ToolButton

_PAUSE_MS: Final = 150
_DAY_S: Final = 86_400
_SLOW_S: Final = {"1": 1.0, "10": 10.0, "60": 60.0}
_STATES: Final = {
    "done": (HistoryState.DONE,),
    "failed": (HistoryState.FAILED,),
    "cancelled": (HistoryState.CANCELLED,),
    "unknown": (HistoryState.UNKNOWN,),
    "running": (HistoryState.RUNNING, HistoryState.WAITING),
}


class HistoryFilters(QWidget):
    """Qt's thread.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_filters")
        self.setProperty("surface", "background")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self.field = SearchField(self.tr("Search in statements"), self, name="history_search")
        self.field.setMinimumWidth(220)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.places = PillCombo(self.tr("Connection"), self, name="history_connection")
        self.databases = PillCombo(self.tr("Database"), self, name="history_database")
        self.states = PillCombo(self.tr("State"), self, name="history_state")
        self.times = PillCombo(self.tr("Time"), self, name="history_time")
        self.slow = PillCombo(self.tr("Duration"), self, name="history_duration")
        self.pinned = ToolButton("pin", name="history_pinned", tip=self.tr("Only pinned entries"))
        self.pinned.setCheckable(True)
        self.plugins = ToolButton("plugin", name="history_plugins", tip=self.tr("Also statements of plugins"))
        self.plugins.setCheckable(True)
        self.plugins.hide()
        self._known: tuple[HistoryPlace, ...] = ()
        self._expected = ""
        """A connection to be chosen when the places are known."""
        self._fill()
        self._lay_out()
        for box in (self.databases, self.states, self.times, self.slow):
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.places.currentIndexChanged.connect(lambda _row: self._place_chosen())
        for button in (self.pinned, self.plugins):
            button.toggled.connect(lambda _on: self.changed.emit())

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(10, 6, 10, 6)
        across.setSpacing(6)
        across.addWidget(self.field, 1)
        for widget in (self.places, self.databases, self.states, self.times, self.slow, self.plugins, self.pinned):
            across.addWidget(widget)

    def _fill(self) -> None:
        self.places.add_entry(self.tr("All connections"), "")
        self.databases.add_entry(self.tr("All databases"), "")
        self.databases.hide()
        self.states.add_entry(self.tr("Any state"), "")
        words = {"running": self.tr("Under way"), "unknown": self.tr("Unknown")}
        for name, states in _STATES.items():
            drawing, _color = texts.STATE_ICONS[states[0]]
            self.states.add_entry(words.get(name) or texts.state_text(states[0]), name, icon_name=drawing)
        self.times.add_entry(self.tr("Any time"), "")
        for text, days in ((self.tr("Today"), "0"), (self.tr("7 days"), "7"), (self.tr("30 days"), "30")):
            self.times.add_entry(text, days)
        self.slow.add_entry(self.tr("Any duration"), "")
        for seconds in _SLOW_S:
            self.slow.add_entry(self.tr("From {seconds} s").replace("{seconds}", seconds), seconds)

    # what can be chosen

    def set_places(self, places: tuple[HistoryPlace, ...]) -> None:
        """Offer these connections; what was chosen stays chosen."""
        if places == self._known:
            return
        self._known = places
        chosen = self.places.currentData()
        self.places.blockSignals(True)
        while self.places.count() > 1:
            self.places.removeItem(1)
        for place in places:
            self.places.add_entry(visible_text(place.connection), _key(place))
        if chosen and not self.places.choose(chosen):
            self.places.setCurrentIndex(0)
        if self._expected:
            self.places.setCurrentIndex(self._row_of(self._expected))
            self._expected = ""
        self.places.blockSignals(False)
        self.places.updateGeometry()
        self._show_databases()
        if chosen != self.places.currentData():
            self.changed.emit()

    def offer_plugins(self, *, are_there: bool) -> None:
        """Whether plugins ran something; otherwise there is nothing to choose."""
        self.plugins.setVisible(are_there)
        if not are_there:
            self.plugins.setChecked(False)

    def _row_of(self, connection_id: str) -> int:
        """Of a connection in the choice; that of all when nothing was run on it."""
        places = (row for row, place in enumerate(self._known, 1) if place.connection_id == connection_id)
        return next(places, 0)

    def narrow(self, text: str, connection_id: str) -> None:
        """Show what has these words and was run on this connection, and leave nothing else out."""
        self.clear()
        self.field.setText(text)
        if self._known:
            self.places.setCurrentIndex(self._row_of(connection_id) if connection_id else 0)
        else:
            self._expected = connection_id
        self.changed.emit()

    def _place_chosen(self) -> None:
        self._show_databases()
        self.changed.emit()

    def _show_databases(self) -> None:
        """Those of the chosen connection, when it has several."""
        place = self._place
        names = place.databases if place is not None and len(place.databases) > 1 else ()
        chosen = self.databases.currentData()
        self.databases.blockSignals(True)
        while self.databases.count() > 1:
            self.databases.removeItem(1)
        for name in names:
            self.databases.add_entry(visible_text(name), name)
        if not self.databases.choose(chosen):
            self.databases.setCurrentIndex(0)
        self.databases.blockSignals(False)
        self.databases.setVisible(bool(names))

    @property
    def _place(self) -> HistoryPlace | None:
        chosen = self.places.currentData()
        return next((place for place in self._known if _key(place) == chosen), None)

    # what is chosen

    def wanted(self, limit: int) -> SearchHistory:
        """The search that this stands for."""
        place = self._place
        slow = _SLOW_S.get(self.slow.currentData() or "")
        return SearchHistory(
            text=self.field.text(),
            connection_id=place.connection_id if place is not None else "",
            connection=place.connection if place is not None else "",
            database=self.databases.currentData() or "",
            states=_STATES.get(self.states.currentData() or "", ()),
            since=self._since(),
            slower_than_s=slow,
            pinned=self.pinned.isChecked(),
            plugins=self.plugins.isChecked(),
            limit=limit,
        )

    def _since(self) -> float | None:
        days = self.times.currentData()
        if not days:
            return None
        if days == "0":
            now = QDateTime.currentDateTime()
            return float(QDateTime(now.date(), QTime(0, 0)).toSecsSinceEpoch())
        return time.time() - int(days) * _DAY_S

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything that persons ran is shown."""
        return replace(self.wanted(1), plugins=False) != SearchHistory(limit=1)

    def clear(self) -> None:
        """Show everything."""
        for box in (self.places, self.databases, self.states, self.times, self.slow):
            box.setCurrentIndex(0)
        self.pinned.setChecked(False)
        self.field.clear()

    def state(self) -> dict[str, str]:
        """What was chosen, to come back after a restart."""
        return {
            "text": self.field.text(),
            "state": self.states.currentData() or "",
            "time": self.times.currentData() or "",
            "slow": self.slow.currentData() or "",
            "pinned": "1" if self.pinned.isChecked() else "",
            "plugins": "1" if self.plugins.isChecked() else "",
        }

    def restore(self, state: dict[str, str]) -> None:
        """Choose what was chosen."""
        self.field.setText(state.get("text", ""))
        for box, name in ((self.states, "state"), (self.times, "time"), (self.slow, "slow")):
            box.choose(state.get(name, ""))
        self.pinned.setChecked(bool(state.get("pinned")))
        self.plugins.setChecked(bool(state.get("plugins")))


def _key(place: HistoryPlace) -> str:
    return f"{place.connection_id} {place.connection}"
