"""The schedules, what is known of the chosen one, and what came of it."""

import json
import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.events import Event
from lapwing.domain.schedules.errors import WhenInvalid
from lapwing.domain.schedules.schedules import (
    ReadScheduleRuns,
    RunSchedule,
    RunState,
    Schedule,
    ScheduleFacts,
    ScheduleList,
    ScheduleRequest,
    ScheduleRun,
    ScheduleRuns,
    SchedulesChanged,
    SwitchSchedule,
)
from lapwing.domain.schedules.times import next_times
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.schedules import schedules_words as words
from lapwing.gui.widgets import Banner, EmptyState
from lapwing.gui.widgets.facts_panel import FactsPanel
from lapwing.gui.widgets.part import Part
from lapwing.gui.widgets.reading_order import bring_to_front
from lapwing.gui.widgets.rows_list import Column, RowsList, RowsModel
from lapwing.gui.widgets.text_pane import TextPane

_TIMES: Final = 5
_SIZES_PX: Final = (230, 420)
_ANSWERS_PX: Final = (720, 300)
_MOST_DATA: Final = 300


class SchedulesPart(Part):
    """Qt's thread.

    Attributes:
        wanted: The id of the schedule that is to be chosen when it is there.

    Signals:
        edit_wanted(Schedule or None): the dialog of a schedule, or of a new one.
    """

    edit_wanted = Signal(object)

    def __init__(self, client: EngineClient, banner: Banner, parent: QWidget) -> None:
        super().__init__(client, banner, parent)
        self.setObjectName("schedules_part")
        self.wanted = ""
        self.model = RowsModel(_schedule_columns(), lambda it: it.schedule.id, self)
        self.list = RowsList(self.model, self.tr("Schedules"), self, name="schedules_list")
        self.list.setSelectionMode(RowsList.SelectionMode.SingleSelection)
        self.detail = FactsPanel(4, self, name="schedules_detail")
        self.runs = RowsModel(_run_columns(), lambda it: it.id, self)
        self.run_list = RowsList(self.runs, self.tr("Runs"), self, name="schedules_runs")
        self.run_list.setSelectionMode(RowsList.SelectionMode.SingleSelection)
        self.answers = TextPane(self.tr("Answers"), self, name="schedules_answers")
        self.run = self.add_tool("run", self.tr("Run now"), self._run_now, name="schedules_run")
        self.edit = self.add_tool("edit", self.tr("Edit"), self._edit, name="schedules_edit")
        self.remove = self.add_icon_tool("trash", self.tr("Remove"), self._ask_remove, name="schedules_remove")
        self.add = self.add_tool("plus", self.tr("New"), self._add, name="schedules_add")
        self._lay_out()
        self._connect()
        self._chosen()

    def _lay_out(self) -> None:
        sentence = self.tr(
            "A schedule tells an event at its times: webhooks and plugins hear it, and start what is to be done then."
        )
        self.blank = EmptyState("clock", sentence, self, name="schedules_none", title=self.tr("No schedules yet"))
        button = self.blank.add_button(self.tr("New schedule"), name="schedules_first", primary=True)
        button.clicked.connect(self._add)
        self.no_runs = EmptyState("history", "", self, name="schedules_no_runs")
        self.no_runs.set_text(self.tr("What comes of it will be listed here."), self.tr("It has not run yet"))
        self.texts = QSplitter(Qt.Orientation.Horizontal, self)
        self.texts.setChildrenCollapsible(False)
        self.texts.addWidget(self.run_list)
        self.texts.addWidget(self.answers)
        self.texts.setSizes(list(_ANSWERS_PX))
        self.run_stack = QStackedWidget(self)
        self.run_stack.addWidget(self.texts)
        self.run_stack.addWidget(self.no_runs)
        self.below = QWidget(self)
        inner = QVBoxLayout(self.below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.detail)
        inner.addWidget(self.run_stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.below)
        self.splitter.setSizes(list(_SIZES_PX))
        self.splitter.setStretchFactor(1, 1)
        self.stack = QStackedWidget(self)
        for page in (QWidget(self), self.splitter, self.blank):
            self.stack.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.stack)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda row: self.edit_wanted.emit(row.schedule))
        self.list.delete_wanted.connect(self._ask_remove)
        self.list.menu_wanted.connect(self._open_menu)
        self.model.ticked.connect(self._switch)
        self.run_list.chosen.connect(self._show_answers)

    @property
    def chosen(self) -> ScheduleFacts | None:
        rows = self.list.selected()
        return rows[0] if rows else None

    # reading

    def hears(self, event: Event) -> bool:
        return isinstance(event, SchedulesChanged)

    async def read(self) -> None:
        self.show_schedules(await self.client.call("schedule.list", None, ScheduleList))
        await self._read_runs()

    def show_schedules(self, found: ScheduleList) -> None:
        """The schedules as they are now."""
        self.list.show_rows(found.schedules)
        self.model.refresh()
        place = next((at for at, each in enumerate(found.schedules) if each.schedule.id == self.wanted), None)
        if place is not None:
            self.wanted = ""
            self.list.setCurrentIndex(self.model.index(place, 0))
        bring_to_front(self.stack, self.splitter if found.schedules else self.blank)
        self.say_problems(found.problems)
        self._chosen()

    async def _read_runs(self) -> None:
        facts = self.chosen
        if facts is not None:
            wanted = facts.schedule.id
            found = await self.client.call("schedule.runs", ReadScheduleRuns(wanted), ScheduleRuns)
            if self.chosen is not None and self.chosen.schedule.id == wanted:
                self.show_runs(found)

    def show_runs(self, found: ScheduleRuns) -> None:
        """What came of the chosen one."""
        self.run_list.show_rows(found.runs)
        self.runs.refresh()
        self.run_stack.setCurrentWidget(self.texts if found.runs else self.no_runs)
        self.say_problems(() if found.problem is None else (found.problem,))
        self._show_answers()

    def tick(self) -> None:
        """Times run; a time that has come may have changed more."""
        self.model.refresh()
        self.runs.refresh()
        now = time.time()
        is_due = any(each.next_at is not None and each.next_at <= now for each in self.model.rows)
        is_under_way = any(each.last is not None and not each.last.state.is_over for each in self.model.rows)
        if is_due or is_under_way:
            self.refresh()

    # what is chosen

    def _choose(self) -> None:
        self._chosen()
        self.show_runs(ScheduleRuns())
        self.start(self._read_runs())

    def _chosen(self) -> None:
        facts = self.chosen
        for button in (self.edit, self.remove):
            button.setEnabled(facts is not None)
        is_under_way = facts is not None and facts.last is not None and facts.last.state is RunState.RUNNING
        self.run.setEnabled(facts is not None and facts.problem is None and not is_under_way)
        self.below.setVisible(facts is not None)
        if facts is not None:
            self._show_detail(facts)
        self.changed.emit()

    def _show_detail(self, facts: ScheduleFacts) -> None:
        schedule = facts.schedule
        told = [(self.tr("Event"), visible_text(schedule.event_type)), (self.tr("Times"), words.times_text(schedule))]
        if facts.next_at is not None:
            told.append((self.tr("Next"), "   ".join(words.clock_texts(_coming(facts), schedule.zone))))
        if schedule.data:
            text = json.dumps(schedule.data, ensure_ascii=False)[:_MOST_DATA]
            told.append((self.tr("Data"), visible_text(text)))
        problem = words.problem_text(facts)
        self.detail.show_facts(words.sign(facts), visible_text(schedule.name), problem, told, bad=bool(problem))

    def _show_answers(self) -> None:
        rows: list[ScheduleRun] = self.run_list.selected()
        text = words.answers_text(rows[0]) if rows else ""
        self.answers.show_text(text)
        self.answers.setVisible(bool(text))

    # doing

    def _add(self) -> None:
        self.edit_wanted.emit(None)

    def _edit(self) -> None:
        if self.chosen is not None:
            self.edit_wanted.emit(self.chosen.schedule)

    def _switch(self, facts: ScheduleFacts, enabled: bool) -> None:
        self.start(self._change("schedule.switch", SwitchSchedule(facts.schedule.id, enabled), ScheduleFacts))

    async def _change(self, operation: str, request: object, answer: type) -> None:
        self.banner.clear()
        try:
            await self.client.call(operation, request, answer)
        finally:
            await self.read()

    def _run_now(self) -> None:
        if self.chosen is not None:
            self.start(self._change("schedule.run", RunSchedule(self.chosen.schedule.id), ScheduleRun))

    def _ask_remove(self) -> None:
        facts = self.chosen
        if facts is not None:
            question = self.tr("Remove the schedule {name}, and what is known of its runs?")
            request = ScheduleRequest(facts.schedule.id)
            self.ask_first(
                question.replace("{name}", visible_text(facts.schedule.name)),
                self.tr("Remove"),
                lambda: self.start(self._change("schedule.remove", request, ScheduleList)),
            )

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("schedules_menu")
        for button, text, do in (
            (self.run, self.run.text(), self._run_now),
            (self.edit, self.edit.text(), self._edit),
            (self.remove, self.tr("Remove"), self._ask_remove),
        ):
            action = menu.addAction(button.icon(), text, do)
            action.setEnabled(button.isEnabled())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def _coming(facts: ScheduleFacts) -> tuple[float, ...]:
    """Its next times, beginning with the one that the engine says."""
    schedule: Schedule = facts.schedule
    if facts.next_at is None:
        return ()
    try:
        return (facts.next_at, *next_times(schedule.times(), facts.next_at, _TIMES - 1))
    except WhenInvalid:
        return (facts.next_at,)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Schedules", text)


def _schedule_columns() -> tuple[Column, ...]:
    return (
        Column(
            _tr("Schedule"),
            lambda it: visible_text(it.schedule.name),
            checked=lambda it: it.schedule.enabled,
        ),
        Column(_tr("Times"), lambda it: words.times_text(it.schedule), 210),
        Column(_tr("Next"), words.next_text, 236, color=words.next_color),
        Column(
            _tr("Last run"),
            lambda it: words.last_text(it.last),
            196,
            drawing=lambda it: words.run_icon(it.last) if it.last is not None else None,
            color=lambda it: "" if it.last is not None else "faint_text",
        ),
        Column(_tr("Event"), lambda it: visible_text(it.schedule.event_type), 190, color=lambda _it: "dim_text"),
    )


def _run_columns() -> tuple[Column, ...]:
    return (
        Column(_tr("Time"), lambda it: words.moment_text(it.due), 130),
        Column(_tr("State"), words.run_state, 140, drawing=words.run_icon),
        Column(_tr("Because of"), words.cause_text, 130, color=lambda _it: "dim_text"),
        Column(_tr("Missed"), lambda it: f"{it.missed:,}" if it.missed else "–", 80, is_right=True),
        Column(_tr("Took"), words.took_text, 90, is_right=True),
        Column(_tr("Answered by"), words.answers_line, color=lambda it: "bad" if it.state is RunState.FAILED else ""),
    )
