"""Services in the window: how they are, and stopping and starting them, with a real engine behind it."""

from helpers.engine_ends import end_engine
from helpers.waiting import eventually_async
from lapwing.domain.services import ServiceRequest
from lapwing.gui.shell.services_page import ServicesPage
from lapwing.gui.shell.window import MainWindow


def opened(window: MainWindow) -> ServicesPage:
    window.show()
    window.actions_of_window.set.action("services.show").trigger()
    page = window.documents.current
    assert isinstance(page, ServicesPage)
    return page


def row(page: ServicesPage, service_id: str = "monitoring") -> list[str]:
    model = page.view.services
    place = next((place for place, each in enumerate(model.rows) if each.id == service_id), None)
    return [] if place is None else [model.index(place, column).data() for column in range(model.columnCount())]


def log(page: ServicesPage) -> list[str]:
    model = page.view.detail.lines
    return [model.index(place, 2).data() for place in range(model.rowCount())]


async def test_a_service_is_stopped_started_and_restarted_and_its_log_goes_along(window: MainWindow) -> None:
    page = opened(window)
    view = page.view
    await eventually_async(lambda: row(page)[1:2] == ["Running"])
    view.choose("monitoring")
    assert row(page)[0] == "Monitoring"
    assert row(page)[3] == "No connection is monitored."
    assert (view.start_button.isEnabled(), view.stop_button.isEnabled()) == (False, True)
    await eventually_async(lambda: log(page) == ["Started."])
    view.stop_button.click()
    await eventually_async(lambda: row(page)[1] == "Stopped" and log(page) == ["Started.", "Stopped."])
    assert (view.start_button.isEnabled(), view.restart_button.isEnabled()) == (True, False)
    assert "no alert begins" in view.detail.help.full_text
    view.start_button.click()
    await eventually_async(view.restart_button.isEnabled)
    view.restart_button.click()
    await eventually_async(lambda: log(page) == ["Started.", "Stopped.", "Started.", "Stopped.", "Started."])


async def test_what_others_do_is_seen_and_a_new_engine_keeps_what_was_chosen(window: MainWindow) -> None:
    page = opened(window)
    await eventually_async(lambda: row(page)[1:2] == ["Running"])
    await window.client.call("service.stop", ServiceRequest("monitoring"))
    await eventually_async(lambda: row(page)[1] == "Stopped")
    window.actions_of_window.set.action("services.show").trigger()
    assert len([each for each in window.pages() if each.kind == "services"]) == 1
    await end_engine(window.client)
    await window.client.reach()
    await eventually_async(lambda: (row(page)[1], log(page)) == ("Stopped", []))
