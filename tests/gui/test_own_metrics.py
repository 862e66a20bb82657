"""A person's own SQL as a metric, made in the window: tried on the real server, kept, changed, removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from helpers.monitors import open_monitor
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.monitoring.custom import CustomMetric, CustomMetricList
from lapwing.domain.monitoring.metrics import Derivation, Unit
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.monitor.metrics_dialog import MetricsDialog
from lapwing.gui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")
SQL = "SELECT id % 2 AS kind, count(*) AS orders FROM generate_series(1, 7) AS one(id) GROUP BY 1"


async def opened(window: MainWindow, server: PostgreSQL, database: str) -> MetricsDialog:
    url = f"postgresql://{server.owner.user}@{server.host}:{server.port}/{database}"
    await window.client.call("connection.save", SaveConnection(Connection("shop", "Shop", url)))
    await eventually_async(lambda: window.saved.find("shop"))
    page = await open_monitor(window, "shop")
    page.handlers()["monitor.own_metrics"]()
    found = await eventually_async(lambda: window.findChild(MetricsDialog, "metrics_dialog"))
    assert found is not None
    return found


async def kept(window: MainWindow) -> dict[str, CustomMetric]:
    found = await window.client.call("metric.list", None, CustomMetricList)
    return {metric.id: metric for metric in found.metrics}


def write(dialog: MetricsDialog, sql: str) -> None:
    editor = dialog.findChild(CodeView, "metric_sql")
    assert editor is not None
    editor.selectAll()
    editor.insert_text(sql)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def test_a_metric_is_written_tried_kept_and_known_to_the_monitor(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    with postgresql.access(f"host {postgresql_database} all all trust"):
        dialog = await opened(window, postgresql, postgresql_database)
        form = dialog.form
        assert not dialog.save_button.isEnabled()
        write(dialog, "SELECT nonsense")
        click(dialog.try_button)
        await eventually_async(lambda: "nonsense" in dialog.told.full_text)
        write(dialog, f"{SQL};")
        QTest.keyClicks(form.title, "Orders by kind")
        QTest.keyClicks(form.id, "orders_by_kind")
        QTest.keyClicks(form.labels, "kind")
        QTest.keyClicks(form.values, "orders")
        click(dialog.try_button)
        await eventually_async(lambda: dialog.told.full_text.splitlines() == ["kind=0: 3", "kind=1: 4"])
        form.servers.choose("*shop")
        form.servers.activated.emit(form.servers.currentIndex())
        click(dialog.save_button)
        await eventually_async(lambda: dialog.list.count() == 1 and not dialog.save_button.isEnabled())
        expected = CustomMetric(
            "orders_by_kind",
            "Orders by kind",
            SQL,
            ("orders",),
            ("kind",),
            connection_ids=("shop",),
            dialect="postgresql",
        )
        assert await kept(window) == {"orders_by_kind": expected}
        page = window.documents.current
        await eventually_async(lambda: "orders_by_kind" in page.feed.metrics)  # type: ignore[union-attr]
        form.derivation.choose(Derivation.RATE.value)
        form.unit.choose(Unit.PER_SECOND.value)
        form.unit.activated.emit(form.unit.currentIndex())
        click(dialog.save_button)
        await eventually_async(lambda: not dialog.save_button.isEnabled())
        assert (await kept(window))["orders_by_kind"].derivation is Derivation.RATE
        click(dialog.remove_button)
        await eventually_async(lambda: dialog.list.count() == 0)
        assert await kept(window) == {}
        dialog.reject()


async def test_what_was_edited_is_asked_about_before_it_goes_and_what_writes_is_refused(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    dialog = await opened(window, postgresql, postgresql_database)
    write(dialog, "DELETE FROM orders")
    QTest.keyClicks(dialog.form.id, "gone")
    click(dialog.save_button)
    await eventually_async(lambda: "only read" in dialog.banner.text)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not saved" in dialog.banner.text
    drop = dialog.findChild(QPushButton, "metrics_banner.drop")
    assert drop is not None
    assert dialog.focusWidget() is drop
    click(drop)
    assert not dialog.isVisible()
    assert await kept(window) == {}
