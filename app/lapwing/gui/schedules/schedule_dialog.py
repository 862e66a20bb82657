"""The dialog of a schedule: when, what, and what happens with times that cannot be kept."""

import json
import time
from dataclasses import replace
from typing import Any, Final
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from lapwing.domain.schedules.errors import ScheduleDataInvalid, WhenInvalid
from lapwing.domain.schedules.schedules import OWN_WORKFLOWS, Missed, Overlap, SaveSchedule, Schedule, ScheduleFacts
from lapwing.domain.schedules.times import next_times, read_times
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.schedules import schedules_words as words
from lapwing.gui.widgets import PlainLabel, caption
from lapwing.gui.widgets.form_dialog import FormDialog
from lapwing.gui.widgets.form_rows import Line, choice
from lapwing.gui.widgets.reading_order import put_in_reading_order
from lapwing.gui.widgets.unsaved import ask_to_drop

_NAME: Final = "schedule"
_WIDTH_PX: Final = 640
_TYPING_MS: Final = 150
_TIMES: Final = 5
_ABOVE_PX: Final = 6
"""As the labels at the left have it."""
_DATA_LINES: Final = 4
_CRON, _EVERY, _AT = "cron", "every", "at"
_PREFIXES: Final = {_CRON: "", _EVERY: "every ", _AT: "at "}


class ScheduleDialog(FormDialog):
    """Qt's thread.

    Signals:
        kept(ScheduleFacts): it was saved.
    """

    kept = Signal(object)

    def __init__(self, client: EngineClient, schedule: Schedule | None, parent: QWidget) -> None:
        """Edit a schedule, or make a new one."""
        super().__init__(client, "", parent, name=_NAME, width_px=_WIDTH_PX)
        self.setWindowTitle(self.tr("Schedule") if schedule else self.tr("New schedule"))
        self._schedule = schedule or Schedule("", "", "", "")
        self._make_times(self._schedule)
        self._make_event(self._schedule)
        self._make_policies(self._schedule)
        self._add_rows()
        self.cancel_button = self.button(self.tr("Cancel"), f"{_NAME}_cancel")
        self.save_button = self.button(self.tr("Save"), f"{_NAME}_save", default=True)
        self.lay_out((), (self.cancel_button, self.save_button))
        put_in_reading_order(self)
        self._connect()
        self._began_with = self._typed()
        self.look_ahead()

    # fields

    def _make_times(self, schedule: Schedule) -> None:
        self.name = Line(
            self.tr("Name"), name="schedule_name", hint=self.tr("for example Nightly export"), text=schedule.name
        )
        kind, text = _split(schedule.when)
        entries = [
            (self.tr("By a cron expression"), _CRON),
            (self.tr("At an interval"), _EVERY),
            (self.tr("Once"), _AT),
        ]
        self.kind = choice(self.tr("How its times are written"), entries, kind, name="schedule_kind")
        self.when = Line(self.tr("Times"), name="schedule_when", text=text)
        self.zone = Line(
            self.tr("Time zone"),
            name="schedule_zone",
            hint=self.tr("that of this computer; for example Europe/Prague"),
            text=schedule.zone,
        )
        self.coming = PlainLabel("", self, look="dim", lines=True)
        self.coming.setObjectName("schedule_coming")
        self.coming.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.coming.setContentsMargins(0, _ABOVE_PX, 0, 0)
        self.coming.setMinimumHeight(self.coming.fontMetrics().lineSpacing() * _TIMES + 2 * _ABOVE_PX)

    def _make_event(self, schedule: Schedule) -> None:
        self.workflow = Line(
            self.tr("Event"), name="schedule_workflow", hint=self.tr("nightly-export"), text=schedule.workflow
        )
        completer = QCompleter(list(OWN_WORKFLOWS), self.workflow)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.workflow.setCompleter(completer)
        self.data = QPlainTextEdit(self)
        self.data.setObjectName("schedule_data")
        self.data.setAccessibleName(self.tr("Data"))
        self.data.setProperty("look", "field")
        self.data.setPlaceholderText(self.tr('for example {"keep": 7}'))
        self.data.setTabChangesFocus(True)
        self.data.setFixedHeight(self.data.fontMetrics().lineSpacing() * _DATA_LINES + 16)
        if schedule.data:
            self.data.setPlainText(json.dumps(schedule.data, indent=2, ensure_ascii=False))

    def _make_policies(self, schedule: Schedule) -> None:
        missed = [(words.marked(text), each.value) for each, text in words.MISSED.items()]
        self.missed = choice(self.tr("Times that were missed"), missed, schedule.missed.value, name="schedule_missed")
        overlap = [(words.marked(text), each.value) for each, text in words.OVERLAP.items()]
        self.overlap = choice(
            self.tr("While the run before goes on"), overlap, schedule.overlap.value, name="schedule_overlap"
        )
        self.enabled = QCheckBox(caption(self.tr("Run it at its times")), self)
        self.enabled.setObjectName("schedule_enabled")
        self.enabled.setChecked(schedule.enabled)

    def _add_rows(self) -> None:
        rows = self.rows
        rows.add(self.tr("Name"), self.name)
        rows.add(self.tr("Times"), self.when, self.kind)
        rows.add(self.tr("Time zone"), self.zone)
        rows.add(self.tr("Next times"), self.coming)
        rows.add(self.tr("Event"), _behind(PlainLabel("workflow.", self, look="dim"), self.workflow))
        rows.add(self.tr("Data"), self.data)
        rows.add(self.tr("Missed times"), self.missed)
        rows.add(self.tr("Overlap"), self.overlap)
        rows.add("", self.enabled)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.look_ahead)
        self.when.textChanged.connect(lambda _text: self._typing.start())
        self.zone.textChanged.connect(lambda _text: self._typing.start())
        self.zone.textEdited.connect(self._offer_zones)
        self.kind.activated.connect(lambda _row: self.look_ahead())
        self.save_button.clicked.connect(lambda: self.start(self._save()))
        self.cancel_button.clicked.connect(self.reject)

    def _offer_zones(self) -> None:
        """Only when somebody types: all of them are looked for in a folder of the system."""
        if self.zone.completer() is None:
            completer = QCompleter(sorted(available_timezones()), self.zone)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.zone.setCompleter(completer)

    # looking ahead

    def look_ahead(self) -> None:
        """Show the next times of what is typed, or what is wrong with it."""
        self._typing.stop()
        self.when.setPlaceholderText(self._example())
        if not self.when.text().strip():
            self._say(self.tr("Write when, and the next times stand here."))
            return
        now = time.time()
        try:
            times = read_times(self._when(), self.zone.text().strip(), now)
        except WhenInvalid as error:
            self._say(visible_text(error_text(error)), bad=True)
            return
        found = next_times(times, now, _TIMES)
        clocks = words.clock_texts(found, self.zone.text().strip())
        lines = [f"{clock}  ·  {words.until_text(each)}" for clock, each in zip(clocks, found, strict=True)]
        self._say("\n".join(lines) if lines else self.tr("That time is over."), bad=not lines)

    def _example(self) -> str:
        examples = {
            _CRON: self.tr("for example 30 6 * * mon-fri"),
            _EVERY: self.tr("for example 15 min, 2 h, 1 d"),
            _AT: self.tr("for example 2026-12-24 18:00"),
        }
        return examples[str(self.kind.currentData())]

    def _say(self, text: str, *, bad: bool = False) -> None:
        self.coming.set_look("bad" if bad else "dim")
        self.coming.setText(text)

    # what is asked

    def _when(self) -> str:
        """The times as they are kept; who types the first word, too, is understood."""
        text = self.when.text().strip()
        prefix = _PREFIXES[str(self.kind.currentData())]
        return text if text.lower().startswith(("every ", "at ")) else f"{prefix}{text}"

    def asked(self) -> Schedule:
        """The schedule as it stands in the fields.

        Raises:
            ScheduleDataInvalid: The data is no object of JSON.
        """
        return replace(
            self._schedule,
            name=self.name.text().strip(),
            when=self._when(),
            workflow=self.workflow.text().strip().removeprefix("workflow."),
            data=self._read_data(),
            zone=self.zone.text().strip(),
            missed=Missed(str(self.missed.currentData())),
            overlap=Overlap(str(self.overlap.currentData())),
            enabled=self.enabled.isChecked(),
        )

    def _read_data(self) -> dict[str, Any]:
        text = self.data.toPlainText().strip()
        try:
            found = json.loads(text) if text else {}
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise ScheduleDataInvalid(schedule=self.name.text().strip(), field="data")
        return found

    async def _save(self) -> None:
        self.save_button.setEnabled(False)
        try:
            self.kept.emit(await self.client.call("schedule.save", SaveSchedule(self.asked()), ScheduleFacts))
        except WhenInvalid:
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
            raise
        finally:
            self.save_button.setEnabled(True)
        self.accept()

    # closing

    def _typed(self) -> tuple[object, ...]:
        lines = (self.name, self.when, self.zone, self.workflow)
        boxes = (self.kind, self.missed, self.overlap)
        return (
            *(line.text() for line in lines),
            *(box.currentData() for box in boxes),
            self.data.toPlainText(),
            self.enabled.isChecked(),
        )

    def reject(self) -> None:
        """Close; what was typed is asked about first."""
        if self._typed() == self._began_with:
            super().reject()
        else:
            ask_to_drop(self.banner, lambda: self.done(QDialog.DialogCode.Rejected.value))


def _split(when: str) -> tuple[str, str]:
    """How times are written, and what stands behind its first word."""
    for kind in (_EVERY, _AT):
        if when.lower().startswith(f"{kind} "):
            return kind, when[len(kind) :].strip()
    return _CRON, when


def _behind(label: PlainLabel, field: Line) -> QWidget:
    """A field behind a word."""
    made = QWidget(field.parentWidget())
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(4)
    across.addWidget(label)
    across.addWidget(field, 1)
    return made
