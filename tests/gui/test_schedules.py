"""Schedules in the window: made, looked ahead at, run and removed, with a real engine behind it."""

import json

from PySide6.QtCore import Qt

from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.services import ServiceRequest
from lapwing.gui.schedules.schedule_dialog import ScheduleDialog
from lapwing.gui.shell.schedules_page import SchedulesPage
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.widgets.rows_list import RowsModel


def opened(window: MainWindow) -> SchedulesPage:
    window.resize(1280, 800)
    window.show()
    window.actions_of_window.set.action("schedules.show").trigger()
    page = window.documents.current
    assert isinstance(page, SchedulesPage)
    return page


def rows(model: RowsModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [[model.index(place, column).data() for column in columns] for place in range(model.rowCount())]


async def dialog(window: MainWindow) -> ScheduleDialog:
    def shown() -> ScheduleDialog | None:
        return next((each for each in window.findChildren(ScheduleDialog) if each.isVisible()), None)

    found = await eventually_async(shown)
    assert found is not None
    return found


async def test_a_schedule_is_made_with_its_next_times_in_sight_run_switched_off_and_removed(
    window: MainWindow,
) -> None:
    part = opened(window).view.part
    await eventually_async(part.blank.isVisible)
    part.add.click()
    made = await dialog(window)
    made.name.setText("Nightly")
    made.when.setText("0 25 * * *")
    await eventually_async(lambda: made.coming.full_text.startswith("25 is no hour: the second part"))
    made.when.setText("0 3 * * *")
    made.zone.setText("Europe/Prague")
    await eventually_async(lambda: made.coming.full_text.count("03:00  ·  in ") == 5)
    made.workflow.setText("nightly")
    made.data.setPlainText("[1]")
    made.save_button.click()
    await eventually_async(lambda: "is no object of JSON" in made.banner.text)
    made.data.setPlainText('{"keep": 7}')
    made.missed.choose("once")
    made.save_button.click()
    await eventually_async(lambda: rows(part.model) != [])
    assert rows(part.model)[0][:2] == ["Nightly", "0 3 * * *  ·  Europe/Prague"]
    stored = json.loads((paths.config() / "schedules.json").read_text())["schedules"][0]
    assert (stored["data"], stored["missed"], stored["zone"]) == ({"keep": 7}, "once", "Europe/Prague")
    part.run.click()
    await eventually_async(lambda: [row[1:3] for row in rows(part.runs)] == [["Done", "Run now"]])
    await eventually_async(lambda: rows(part.model)[0][3].startswith("Done  ·  "))
    part.model.setData(part.model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    await eventually_async(lambda: rows(part.model)[0][2] == "Off")
    part.remove.click()
    part.banner.findChildren(type(made.save_button))[0].click()
    await eventually_async(part.blank.isVisible)


async def test_an_interval_that_is_edited_keeps_its_form_and_what_was_typed_is_asked_about(window: MainWindow) -> None:
    page = opened(window)
    part = page.view.part
    part.add.click()
    made = await dialog(window)
    made.name.setText("Often")
    made.kind.choose("every")
    made.when.setText("2 h")
    made.workflow.setText("workflow.often")
    made.save_button.click()
    await eventually_async(lambda: [row[4] for row in rows(part.model)] == ["workflow.often"])
    await eventually_async(lambda: not window.findChildren(ScheduleDialog))
    part.edit.click()
    again = await dialog(window)
    assert (again.kind.currentData(), again.when.text()) == ("every", "2 h")
    again.when.setText("3 h")
    again.reject()
    assert again.isVisible()
    assert "not saved" in again.banner.text
    again.save_button.click()
    await eventually_async(lambda: rows(part.model)[0][1] == "every 3 h")


async def test_a_scheduler_that_is_stopped_is_said_and_started_from_here(window: MainWindow) -> None:
    view = opened(window).view
    by_hand = {"id": "", "name": "A", "when": "0 25 * * *", "workflow": "a"}
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "schedules.json").write_text(json.dumps({"version": 1, "schedules": [by_hand]}))
    view.refresh()
    await eventually_async(lambda: [row[2] for row in rows(view.part.model)] == ["Cannot be understood"])
    assert "25 is no hour" in view.part.detail.sentence.full_text
    assert not view.part.run.isEnabled()
    await window.client.call("service.stop", ServiceRequest("scheduler"))
    await eventually_async(lambda: "The scheduler is stopped" in view.stopped.text)
    button = next(each for each in view.stopped.children() if each.objectName() == "schedules_start_service")
    button.click()  # type: ignore[attr-defined]
    await eventually_async(lambda: not view.stopped.isVisible())
