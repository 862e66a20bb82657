"""Webhooks in the window, with a real engine, a real listener, and a real receiver on loopback."""

import json
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from helpers.http_receivers import Receiver, http_receiver, status
from helpers.waiting import eventually_async, turned
from helpers.webhook_senders import PASSPHRASE, github, post
from lapwing.domain.event_log import PublishEvent
from lapwing.domain.secrets import SecretKind, SecretPlace, UnlockSecrets
from lapwing.domain.webhooks.endpoints import Endpoint, SaveEndpoint
from lapwing.domain.webhooks.incoming import ConfigureListener, ListenerSettings
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.asking import SecretPrompt
from lapwing.gui.shell.webhooks_page import WebhooksPage
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.webhooks.endpoint_dialog import EndpointDialog
from lapwing.gui.webhooks.listener_dialog import ListenerDialog
from lapwing.gui.webhooks.secret_dialog import SecretDialog
from lapwing.gui.webhooks.sender_dialog import SenderDialog
from lapwing.gui.widgets.part import Part
from lapwing.gui.widgets.text_pane import laid_out

Kind = TypeVar("Kind", bound=QDialog)


@pytest.fixture
def somebody() -> Iterator[Receiver]:
    """A program that is told of events."""
    with http_receiver() as made:
        made.otherwise = status(200, b"thanks")
        yield made


@pytest.fixture
async def open_file(client: EngineClient) -> None:
    """The encrypted file of secrets is there and open."""
    await client.call("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))


def opened(window: MainWindow) -> WebhooksPage:
    window.resize(1280, 800)
    window.show()
    window.actions_of_window.set.action("webhooks.show").trigger()
    page = window.documents.current
    assert isinstance(page, WebhooksPage)
    return page


def rows(part: Part) -> list[list[str]]:
    model = part.list.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


async def dialog(window: MainWindow, kind: type[Kind]) -> Kind:
    def shown() -> Kind | None:
        return next((each for each in window.findChildren(kind) if each.isVisible()), None)

    found = await eventually_async(shown)
    assert found is not None
    return found


def new_endpoint(made: EndpointDialog, somebody: Receiver) -> None:
    made.name.setText("Deployments")
    made.url.setText(somebody.url())
    made.events.setText("workflow.*")
    made.headers.setPlainText("Authorization: Bearer zz_secret\nX-Team: db")
    made.private.setChecked(True)
    made.signs.setChecked(False)
    made.place.choose(SecretKind.FILE.value)


async def test_an_endpoint_is_made_tested_told_and_its_deliveries_are_sent_again(
    open_file: None, window: MainWindow, somebody: Receiver
) -> None:
    page = opened(window)
    view = page.view
    await eventually_async(view.endpoints.blank.isVisible)
    view.endpoints.add.click()
    made = await dialog(window, EndpointDialog)
    made.save_button.click()
    await eventually_async(lambda: "must have 1 to 80 characters" in made.banner.text)
    new_endpoint(made, somebody)
    made.test_button.click()
    await eventually_async(lambda: "It answered 200" in made.banner.text)
    assert somebody.received[0].headers["authorization"] == "Bearer zz_secret"
    made.save_button.click()
    await eventually_async(lambda: rows(view.endpoints) != [])
    assert rows(view.endpoints)[0][:4] == ["Deployments", somebody.url(), "workflow.*", "Ready"]
    assert "zz_secret" not in view.endpoints.detail.sentence.full_text
    view.endpoints.edit.click()
    again = await dialog(window, EndpointDialog)
    assert again.headers.toPlainText() == "Authorization: •••\nX-Team: db"
    again.save_button.click()
    await eventually_async(lambda: not window.findChildren(EndpointDialog))
    somebody.received.clear()
    await window.client.call("event.publish", PublishEvent("workflow.done", {"user": "ann"}))
    view.endpoints.log.click()
    await eventually_async(lambda: [row[1:5] for row in rows(view.deliveries)] == [delivered("200")])
    assert somebody.received[0].headers["authorization"] == "Bearer zz_secret", "it is kept though it is not shown"
    await eventually_async(lambda: "thanks" in view.deliveries.answer.text.toPlainText())
    assert "zz_secret" not in view.deliveries.request.text.toPlainText()
    assert '"event": "workflow.done"' in view.deliveries.request.text.toPlainText()
    assert not view.deliveries.tries.isVisible()
    somebody.otherwise = status(200, b"once more")
    view.deliveries.resend.click()
    await eventually_async(lambda: len(somebody.received) == 2)
    await eventually_async(lambda: "once more" in view.deliveries.answer.text.toPlainText())
    tries = view.deliveries.tries
    assert tries.isVisible()
    tries.setCurrentIndex(tries.count() - 1)
    tries.activated.emit(tries.currentIndex())
    assert "thanks" in view.deliveries.answer.text.toPlainText()
    view.deliveries.refresh()
    await turned()
    assert "thanks" in view.deliveries.answer.text.toPlainText(), "what was chosen stays"
    assert len({each.headers["webhook-id"] for each in somebody.received}) == 1
    view.deliveries.event_field.setText("query.*")
    await eventually_async(lambda: not view.deliveries.resend.isEnabled())
    assert not tries.isVisible()
    view.show_part("endpoints")
    view.endpoints.remove.click()
    sure = view.banner.findChild(QPushButton, "webhooks_endpoints_sure")
    assert sure is not None
    sure.click()
    await eventually_async(view.endpoints.blank.isVisible)


def delivered(status: str) -> list[str]:
    return ["workflow.done", "Deployments", "Delivered", status]


async def test_what_comes_is_judged_shown_as_text_and_processed_again(open_file: None, window: MainWindow) -> None:
    page = opened(window)
    view = page.view
    await window.client.call("listener.configure", ConfigureListener(ListenerSettings(port=0)))
    view.show_part("senders")
    await eventually_async(lambda: view.senders.state.full_text == "Does not listen")
    assert view.senders.blank.isVisible()
    view.senders.add.click()
    made = await dialog(window, SenderDialog)
    made.name.setText("git hub")
    made.secret.setText("guess")
    made.secret.setFocus()
    made.save_button.click()
    await eventually_async(made.name.hasFocus)
    made.name.setText("github")
    made.save_button.click()
    await eventually_async(made.secret.hasFocus)
    assert "shorter than 16 characters" in made.banner.text
    made.secret.clear()
    made.place.choose(SecretKind.FILE.value)
    made.save_button.click()
    told = await dialog(window, SecretDialog)
    secret = told.field.text()
    told.close_button.click()
    assert len(secret) >= 32
    view.senders.switch.click()
    await eventually_async(lambda: view.senders.state.full_text.startswith("Listens at http://127.0.0.1:"))
    assert rows(view.senders)[0][2] == "/webhook/github"
    port = int(view.senders.state.full_text.rsplit(":", 1)[1].partition("/")[0])
    body = json.dumps({"zen": "Keep it <b>simple</b>\u202e.", "hook_id": 1}).encode()
    path = "/webhook/github"
    good = await post(port, path, github(body, secret, "ping", "one"), body)
    bad = await post(port, path, github(body, "another", "ping", "two"), body)
    assert (good.status, bad.status) == (202, 401)
    view.show_part("received")
    await eventually_async(lambda: [row[4] for row in rows(view.received)] == ["Wrong signature", "Accepted"])
    assert not view.received.again.isEnabled()
    view.received.list.setCurrentIndex(view.received.model.index(0, 0))
    await eventually_async(lambda: "make a new one" in view.received.detail.sentence.full_text)
    view.received.list.setCurrentIndex(view.received.model.index(1, 0))
    await eventually_async(lambda: "<b>simple</b>" in view.received.body.text.toPlainText())
    await eventually_async(lambda: rows(view.received)[1][5] == "Done")
    view.received.again.click()
    await eventually_async(lambda: rows(view.received)[1][5] == "Done (2×)")
    replay = await post(port, path, github(body, secret, "ping", "three"), body)
    assert replay.status == 409
    await eventually_async(lambda: rows(view.received)[0][4] == "Replayed")
    view.received.list.setCurrentIndex(view.received.model.index(0, 0))
    await eventually_async(lambda: view.received.body.text.toPlainText() == "The body was not kept.")
    view.received.repeats.click()
    await eventually_async(lambda: [row[4] for row in rows(view.received)] == ["Replayed", "Accepted"])
    await eventually_async(lambda: view.received.chosen is not None and view.received.chosen.delivery_id == "one")
    assert not view.received.repeats.isVisible()
    view.show_part("senders")
    view.senders.switch.click()
    await eventually_async(lambda: view.senders.state.full_text == "Does not listen")


async def test_a_locked_file_of_secrets_is_opened_where_its_endpoint_waits_for_it(
    window: MainWindow, somebody: Receiver
) -> None:
    another = EngineClient()  # the file is open in another engine only, as after a restart
    await another.reach()
    await another.call("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
    place = SecretPlace(SecretKind.FILE)
    made = Endpoint("", "Deployments", somebody.url(), ("workflow.*",), allows_private=True, secret=place)
    await another.call("webhook.save", SaveEndpoint(made))
    await another.close()
    endpoints = opened(window).view.endpoints
    await eventually_async(lambda: rows(endpoints) != [])
    assert not endpoints.unlock.isVisible()
    await window.client.call("event.publish", PublishEvent("workflow.done", {"user": "ann"}))
    await eventually_async(endpoints.unlock.isVisible)
    assert somebody.received == []
    endpoints.unlock.click()
    asked = await dialog(window, SecretPrompt)
    asked.first.setText(PASSPHRASE.reveal())
    asked.accept_button.click()
    await eventually_async(lambda: len(somebody.received) == 1)
    await eventually_async(lambda: not endpoints.unlock.isVisible())
    assert rows(endpoints)[0][3] == "Ready"


async def test_words_that_come_up_in_an_open_dialog_have_room(window: MainWindow, client: EngineClient) -> None:
    made = ListenerDialog(client, ListenerSettings(), window)
    made.open()
    await turned()
    made.address.setText("0.0.0.0")
    made.hosts.setText("no host")
    made.save_button.click()
    await eventually_async(made.hosts.hasFocus)
    assert made.warning.isVisible()
    assert made.banner.isVisible()
    await eventually_async(lambda: made.warning.height() >= made.warning.heightForWidth(made.warning.width()) > 0)
    made.reject()


def test_a_body_is_laid_out_only_where_nothing_but_white_space_changes() -> None:
    assert laid_out('{"a":1}') == '{\n  "a": 1\n}'
    for body in ('{"a": 1}', '{"a":1e5}', '{"a":1,"a":2}', "[" * 5_000, "<b>", ""):
        assert laid_out(body) == body
