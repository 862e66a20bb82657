"""From a real signed POST to a line in the charts of a monitor that is open."""

import json
from pathlib import Path

import pytest

from helpers.databases import make_database, save_connection
from helpers.monitors import open_monitor
from helpers.waiting import eventually_async
from helpers.webhook_senders import IN_FILE, PASSPHRASE, SECRET, github, post
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.domain.services import ServiceRequest
from lapwing.domain.webhooks.incoming import (
    ConfigureListener,
    IncomingService,
    ListenerSettings,
    ListenerStatus,
    SaveIncomingService,
)
from lapwing.domain.webhooks.listener_names import LISTENER
from lapwing.gui.client import EngineClient
from lapwing.gui.monitor.chart_view import TimeChart
from lapwing.gui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")


async def listening_port(client: EngineClient) -> int:
    """That of the listener, once it listens."""
    await client.call("listener.configure", ConfigureListener(ListenerSettings(port=0)))
    await client.call("service.start", ServiceRequest(LISTENER))
    while not (status := await client.call("listener.status", None, ListenerStatus)).is_here:
        pass
    return int(status.url.split(":")[2].partition("/")[0])


async def test_a_push_is_drawn_into_the_charts_of_its_connection_and_a_forged_one_is_not(
    window: MainWindow, client: EngineClient, tmp_path: Path
) -> None:
    path = make_database(tmp_path / "shop.sqlite", "CREATE TABLE item (name TEXT)")
    await save_connection(client, path, "shop", name="zz_shop")
    await eventually_async(lambda: window.saved.find("shop"))
    await client.call("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
    service = IncomingService("github", annotate=True, connection_id="shop", place=IN_FILE)
    await client.call("listener.save_service", SaveIncomingService(service, Secret(SECRET)))
    port = await listening_port(client)
    page = await open_monitor(window, "shop")
    push = {"ref": "refs/heads/main", "commits": [{}], "pusher": {"name": "ann"}}
    for secret, title, status in (("another", "Forged", 401), (SECRET, "Fix the <b>basket</b>", 202)):
        body = json.dumps({**push, "head_commit": {"message": title}}).encode()
        assert (await post(port, "/webhook/github", github(body, secret, delivery=title[:3]), body)).status == status

    def told() -> list[str]:
        charts = page.findChildren(TimeChart)
        return [words for chart in charts for words in chart.words() if "pushed" in words]

    await eventually_async(lambda: len(told()) == len(page.findChildren(TimeChart)) > 1)
    text = "ann pushed 1 commit to main: Fix the <b>basket</b>"
    assert {words.partition(" github: ")[2] for words in told()} == {text}
