"""Which events are shown: a search field, pills, and the button that holds the list still."""

import time
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QTime, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.event_log import SearchEvents, fits
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.widgets import PillCombo, SearchField, ToolButton

_PAUSE_MS: Final = 150
_DAY_S: Final = 86_400
_HOUR_S: Final = 3_600
_KINDS: Final = (
    (QT_TRANSLATE_NOOP("EventsFilters", "Statements"), "query.*", "run"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Connections"), "connection.*", "connect"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Definitions"), "schema.*", "schema"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Alerts"), "alert.*", "bell"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Jobs"), "job.*", "loader"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Services"), "service.*", "server"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Plugins"), "plugin.*", "plugin"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Webhooks"), "webhook.*", "download"),
    (QT_TRANSLATE_NOOP("EventsFilters", "Workflows"), "workflow.*", "event"),
    (QT_TRANSLATE_NOOP("EventsFilters", "What failed"), "*.failed *.error alert.fired", "error"),
)


def marked(text: str) -> str:
    """A text that was marked where it is declared, in the person's language."""
    return QCoreApplication.translate("EventsFilters", text)


class EventsFilters(QWidget):
    """Qt's thread.

    Signals:
        changed(): something else is to be shown.
        paused(bool): the list is to stay as it is, or to go on.
    """

    changed = Signal()
    paused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events_filters")
        self.setProperty("surface", "background")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self.field = SearchField(self.tr("Search in events"), self, name="events_search")
        self.field.setMinimumWidth(220)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.kinds = PillCombo(self.tr("Kind of event"), self, name="events_kind")
        self.places = PillCombo(self.tr("Connection"), self, name="events_connection")
        self.times = PillCombo(self.tr("Time"), self, name="events_time")
        self.pause = ToolButton("pause", self.tr("Pause"), name="events_pause", tip=self.tr("Hold the list still"))
        self.pause.setCheckable(True)
        self._known: tuple[tuple[str, str, str], ...] = ()
        self._expected = ""
        """A connection to be chosen when it is known."""
        self._fill()
        across = QHBoxLayout(self)
        across.setContentsMargins(10, 6, 10, 6)
        across.setSpacing(6)
        across.addWidget(self.field, 1)
        for widget in (self.kinds, self.places, self.times, self.pause):
            across.addWidget(widget)
        for box in (self.kinds, self.places, self.times):
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.pause.toggled.connect(self._toggled)

    def _fill(self) -> None:
        self.kinds.add_entry(self.tr("All events"), "")
        for title, patterns, drawing in _KINDS:
            self.kinds.add_entry(marked(title), patterns, icon_name=drawing)
        self.places.add_entry(self.tr("All connections"), "")
        times = (("", self.tr("Any time")), ("hour", self.tr("Last hour")), ("0", self.tr("Today")))
        for data, text in (*times, ("7", self.tr("7 days"))):
            self.times.add_entry(text, data)

    def _toggled(self, is_on: bool) -> None:
        self.say_waiting(0)
        self.paused.emit(is_on)

    def say_waiting(self, count: int) -> None:
        """So many events came while the list is held."""
        if not self.pause.isChecked():
            text = self.tr("Pause")
        else:
            text = self.tr("%n new", "", count) if count else self.tr("Paused")
        self.pause.setText(text)
        self.pause.setAccessibleName(text)
        self.pause.set_icon("run" if self.pause.isChecked() else "pause")
        self.pause.setToolTip(
            self.tr("Let the list go on") if self.pause.isChecked() else self.tr("Hold the list still")
        )
        self.pause.updateGeometry()

    def set_places(self, places: Sequence[tuple[str, str, str]]) -> None:
        """Offer these connections: id, name and the token of a dot. What was chosen stays chosen."""
        if tuple(places) == self._known:
            return
        self._known = tuple(places)
        before = self.places.currentData()
        chosen = before or self._expected
        self.places.blockSignals(True)
        while self.places.count() > 1:
            self.places.removeItem(1)
        for connection_id, name, dot in places:
            self.places.add_entry(name, connection_id, dot=dot)
        if not chosen or not self.places.choose(chosen):
            self.places.setCurrentIndex(0)
        if self.places.currentData() == self._expected:
            self._expected = ""
        self.places.blockSignals(False)
        self.places.updateGeometry()
        if before != self.places.currentData():
            self.changed.emit()

    # what is chosen

    def wanted(self, limit: int) -> SearchEvents:
        """The search that this stands for."""
        return SearchEvents(
            self.field.text().strip(),
            tuple((self.kinds.currentData() or "").split()),
            self.places.currentData() or "",
            self._since(),
            limit=limit,
        )

    def fits(self, event: CloudEvent) -> bool:
        """Whether an event that just came is among those wanted."""
        return fits(self.wanted(1), event)

    def _since(self) -> float | None:
        chosen = self.times.currentData()
        if not chosen:
            return None
        if chosen == "hour":
            return time.time() - _HOUR_S
        if chosen == "0":
            return float(QDateTime(QDateTime.currentDateTime().date(), QTime(0, 0)).toSecsSinceEpoch())
        return time.time() - int(chosen) * _DAY_S

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is shown."""
        return self.wanted(1) != SearchEvents(limit=1)

    def narrow(self, *, text: str = "", connection_id: str = "") -> None:
        """Show only those, of what is shown, that hold a text, or are about a connection."""
        if text:
            self.field.setText(text)
        if connection_id:
            self.places.choose(connection_id)

    def clear(self) -> None:
        """Show everything."""
        self._expected = ""
        for box in (self.kinds, self.places, self.times):
            box.setCurrentIndex(0)
        self.field.clear()

    def state(self) -> dict[str, str]:
        """What was chosen, to come back after a restart."""
        return {
            "text": self.field.text(),
            "kind": self.kinds.currentData() or "",
            "place": self.places.currentData() or self._expected,
            "time": self.times.currentData() or "",
        }

    def restore(self, state: dict[str, str]) -> None:
        """Choose what was chosen; a connection that is not known yet, as soon as it is."""
        self.field.setText(state.get("text", ""))
        self.kinds.choose(state.get("kind", ""))
        self.times.choose(state.get("time", ""))
        place = state.get("place", "")
        self._expected = "" if self.places.choose(place) else place
