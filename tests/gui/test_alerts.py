"""Alerts in the window: real samples of a file, a rule that fires, and what a person does about it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from helpers.databases import make_database
from helpers.mail_servers import mail_server
from helpers.tables import dialog_named
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.alerts.asking import SaveRule
from lapwing.domain.alerts.rules import AlertRule, Severity
from lapwing.domain.monitoring.samples import KeepMonitor
from lapwing.domain.services import ServiceRequest, ServiceState
from lapwing.gui.monitor.alert_channel_dialog import AlertChannelDialog
from lapwing.gui.monitor.alert_rule_dialog import AlertRuleDialog
from lapwing.gui.monitor.alert_rule_words import WORDS
from lapwing.gui.shell import alerts_feature
from lapwing.gui.shell.alerts_badge import AlertsBadge
from lapwing.gui.shell.alerts_page import AlertsPage
from lapwing.gui.shell.window import MainWindow


async def watched(window: MainWindow, folder: Path, *rules: AlertRule) -> None:
    """A file that is looked at twice a second, and rules."""
    connection = await window.saved.add_file(str(make_database(folder / "shop.sqlite", "CREATE TABLE t (a)")))
    for rule in rules:
        await window.client.call("alert.save_rule", SaveRule(rule))
    await window.client.call("monitor.keep", KeepMonitor(connection.id, True, 0.5))


async def alerts(window: MainWindow) -> AlertsPage:
    window.actions_of_window.set.action("alerts.show").trigger()
    page = window.documents.current
    assert isinstance(page, AlertsPage)
    return page


def badge(window: MainWindow) -> AlertsBadge:
    found = window.findChild(AlertsBadge)
    assert found is not None
    return found


def texts(page: AlertsPage, part: str) -> list[list[str]]:
    model = page.view.lists()[("now", "history", "rules", "channels").index(part)].model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


async def test_what_fires_is_in_the_status_bar_and_on_the_page_until_somebody_has_seen_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(alerts_feature, "is_elsewhere", lambda: True)
    monkeypatch.setattr(alerts_feature, "tell_desktop", lambda _key, *words_and_click: told.append(words_and_click[:2]))
    rule = AlertRule("Large <b>file</b>", "file_size > 1 kB", "large", severity=Severity.CRITICAL, help="Look.")
    await watched(window, tmp_path, rule, AlertRule("Slow", "pages > 0", "slow", duration="1h"))
    await eventually_async(lambda: "file size > 1 kB" in badge(window).text_shown)
    assert "Large <b>file</b>" in window.banner.text
    assert told == [("Large <b>file</b>: Firing", "shop.sqlite: file_size > 1 kB, now 8.19 kB")]
    page = await alerts(window)
    await eventually_async(lambda: len(page.view.alerts.rows) == 2)
    (title, state, _since, connection, value), pending = texts(page, "now")
    assert (title, state, connection, value) == ("Large <b>file</b>", "Firing", "shop.sqlite", "8.19 kB")
    assert pending[1] == "Pending"
    page.view.tools.acknowledge.click()
    await eventually_async(lambda: texts(page, "now")[0][1] == "Acknowledged")
    await eventually_async(lambda: badge(window).text_shown == "")
    page.view.silence(3_600.0)
    await eventually_async(lambda: texts(page, "now")[0][1] == "Acknowledged, silenced")
    page.view.tools.tabs.choose("history")
    page.view.show_part("history")
    await eventually_async(lambda: len(page.view.changes.rows) >= 3)
    assert any(row[2].startswith("Firing → Acknowledged") for row in texts(page, "history"))


async def test_a_rule_is_judged_while_it_is_written_kept_and_switched_off(window: MainWindow, tmp_path: Path) -> None:
    await watched(window, tmp_path)
    window.actions_of_window.set.action("alerts.new_rule").trigger()
    dialog = await dialog_named(window, "alert_rule")
    assert isinstance(dialog, AlertRuleDialog)
    QTest.keyClicks(dialog.title, "Mine")
    QTest.keyClicks(dialog.expression, "pages > 5m")
    await eventually_async(lambda: "A count and a time" in dialog.now.text())
    assert dialog.expression.extraSelections()
    dialog.expression.setPlainText("pages >= 1")
    QTest.keyClicks(dialog.duration, "5m")
    await eventually_async(lambda: dialog.now.text() == "Now 2 on shop.sqlite: it would be pending.")
    assert not dialog.expression.extraSelections()
    dialog.quiet.setPlainText("sat 22:00-06:00 Nowhere/There")
    dialog.save_button.click()
    assert "is no quiet time" in dialog.banner.text
    dialog.quiet.setPlainText("sat, sun 22:00-06:00 Europe/Prague")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Escape drops nothing that was typed, unasked"
    assert "not saved" in dialog.banner.text
    dialog.save_button.click()
    await eventually_async(lambda: isinstance(window.documents.current, AlertsPage))
    page = await alerts(window)
    page.view.show_part("rules")
    await eventually_async(lambda: any(row[0] == "Mine" for row in texts(page, "rules")))
    place = next(place for place, row in enumerate(texts(page, "rules")) if row[0] == "Mine")
    page.view.rule_list.setCurrentIndex(page.view.rules.index(place, 0))
    QTest.keyClick(page.view.rule_list, Qt.Key.Key_Space)
    await eventually_async(lambda: not page.view.rules.rows[place].rule.enabled)
    (kept,) = json.loads((paths.config() / "alerts.json").read_text())["rules"]
    assert (kept["title"], kept["enabled"], kept["quiet"][0]["zone"]) == ("Mine", False, "Europe/Prague")


async def test_a_mail_channel_is_tried_before_it_is_kept(window: MainWindow, tmp_path: Path) -> None:
    page = await alerts(window)
    page.view.show_part("channels")
    with mail_server(tmp_path) as server:
        page.view.tools.add.click()
        dialog = await dialog_named(window, "alert_channel")
        assert isinstance(dialog, AlertChannelDialog)
        fields = {"title": "Ops", "to": "ops@example.org", "from": "lapwing@example.org", "host": "127.0.0.1"}
        for name, text in fields.items():
            field = {"title": dialog.title, "to": dialog.recipients, "from": dialog.sender_line, "host": dialog.host}
            QTest.keyClicks(field[name], text)
        dialog.security.choose("none")
        dialog.port.setText(str(server.port))
        test = dialog.findChild(QPushButton, "alert_channel_test")
        assert test is not None
        test.click()
        await eventually_async(lambda: dialog.banner.text == "The mail server took the test.")
        dialog.save_button.click()
        await eventually_async(lambda: any(row[0] == "E-mail: Ops" for row in texts(page, "channels")))
    assert server.envelopes == [("lapwing@example.org", ["ops@example.org"])]


def test_every_rule_that_comes_with_lapwing_can_be_read_in_other_languages() -> None:
    found = [
        rule
        for path in (paths.resources() / "alerts").glob("*.json")
        for rule in json.loads(path.read_text(encoding="utf-8"))["rules"]
    ]
    assert found
    assert {text for rule in found for text in (rule["title"], rule["help"])} == WORDS


async def test_alerts_say_that_monitoring_is_stopped_and_start_it(window: MainWindow) -> None:
    window.show()
    page = await alerts(window)
    banner = page.view.stopped.banner
    await window.client.call("service.stop", ServiceRequest("monitoring"))
    await eventually_async(lambda: "alerts are not judged" in banner.text)
    start = banner.findChild(QPushButton, "monitoring_start")
    assert start is not None
    start.click()
    await eventually_async(banner.isHidden)
    facts = next(each for each in (await window.client.call("service.list")).services if each.id == "monitoring")
    assert facts.state is ServiceState.RUNNING
