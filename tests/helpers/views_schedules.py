"""The page of schedules and its dialog in their states, for `helpers.views`."""

import time
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from lapwing.domain.cloud_events import HandlerAnswer
from lapwing.domain.errors import EngineGone
from lapwing.domain.schedules.schedules import (
    Missed,
    Overlap,
    RunCause,
    RunState,
    Schedule,
    ScheduleFacts,
    ScheduleList,
    ScheduleRun,
    ScheduleRuns,
)
from lapwing.domain.services import ServiceFacts, ServiceState
from lapwing.gui.client import EngineClient
from lapwing.gui.schedules.schedule_dialog import ScheduleDialog
from lapwing.gui.schedules.schedules_view import SchedulesView

SCHEDULE_PAGES: Final = ("some", "none")
SCHEDULE_DIALOGS: Final = ("new", "cron", "wrong", "every", "at")
ZZ: Final = Schedule("zz", "zz", "0 3 * * *", "zz", {"zz": 7}, "UTC", Missed.ONCE, Overlap.QUEUE)


class _StillSchedules(SchedulesView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...


def schedules_view(client: EngineClient, kind: str, parent: QWidget) -> SchedulesView:
    """With made rows, or without any."""
    view = _StillSchedules(client, parent)
    view.part.start = lambda work: work.close()  # type: ignore[method-assign]
    if kind == "none":
        view.show_schedules(ScheduleList())
        return view
    now = time.time()
    wrong = EngineGone(reason="zz").to_wire()
    last = ScheduleRun(1, "zz", now, RunState.DONE, started=now)
    view.show_schedules(
        ScheduleList(
            (
                ScheduleFacts(ZZ, now + 90, None, last),
                ScheduleFacts(Schedule("zz1", "zz", "zz", "zz"), None, wrong),
                ScheduleFacts(Schedule("zz2", "zz", "5 * * * *", "zz", enabled=False)),
                ScheduleFacts(Schedule("zz3", "zz", "5 5 * * *", "zz")),
            )
        )
    )
    answers = (HandlerAnswer("zz", {"zz": 7}), HandlerAnswer("zz", error="zz"))
    causes = {RunState.RUNNING: RunCause.PERSON, RunState.DONE: RunCause.LATE}
    runs = [
        ScheduleRun(number, "zz", now, state, causes.get(state, RunCause.TIME), now, now, "zz", 3, answers)
        for number, state in enumerate(reversed(RunState), 1)
    ]
    none = ScheduleRun(99, "zz", now, RunState.DONE, started=now, ended=now)
    view.part.show_runs(ScheduleRuns((*runs, none)))
    view.show_service(ServiceFacts("zz", "zz", ServiceState.STOPPED))
    return view


def schedule_dialog(client: EngineClient, kind: str, parent: QWidget) -> QDialog:
    """One of `SCHEDULE_DIALOGS`."""
    whens = {"cron": ZZ.when, "wrong": "0 99 * * *", "every": "every 5 s", "at": "at 2026-01-01 00:00"}
    made = ScheduleDialog(client, replace(ZZ, when=whens[kind]) if kind in whens else None, parent)
    made.open()
    return made
