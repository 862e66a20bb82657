"""A notification reaches the desktop's portal: a real session bus, a portal of our own, one program on it.

Run as a program this file is that program; it prints what the portal was told.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from helpers.tabs import after_run
from helpers.waiting import eventually_async
from lapwing.domain.urls import sqlite_url
from lapwing.gui.editor.place import Place
from lapwing.gui.shell import desktop_notice
from lapwing.gui.shell.window import MainWindow
from lapwing.settings.store import change_settings


def run_here(kind: str) -> str:
    bus = kind != "none"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    environment["XDG_RUNTIME_DIR"] = "/nonexistent"
    start = ["dbus-run-session", "--"] if bus else []
    done = subprocess.run(
        [*start, sys.executable, __file__, kind],
        env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="dbus-run-session is not installed")
def test_the_portal_is_told_title_and_body_as_plain_text() -> None:
    assert run_here("portal") == "key Export <b>done</b> | 5 rows\\u202e\n"


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="dbus-run-session is not installed")
def test_a_click_on_a_notification_does_what_belongs_to_it() -> None:
    assert run_here("click") == "key Export <b>done</b> | 5 rows\\u202e\nclicked\n"


def test_without_a_bus_nobody_is_told_and_nothing_fails() -> None:
    assert run_here("none") == "False\n"


async def test_a_long_run_is_told_by_the_title_of_its_tab_when_the_window_is_not_in_front(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str, Callable[[], object]]] = []

    def note(_key: str, title: str, body: str, on_click: Callable[[], object]) -> bool:
        told.append((title, body, on_click))
        return True

    is_in_front = True
    monkeypatch.setattr(desktop_notice, "tell_desktop", note)
    monkeypatch.setattr(desktop_notice, "is_elsewhere", lambda: not is_in_front)
    change_settings(notify_after_s=1)
    tab = window.new_editor(title="Report")
    await tab.move_to(Place(url=f"{sqlite_url(tmp_path / 'shop.sqlite')}?busy_timeout=1.5&mode=rwc"))
    with closing(sqlite3.connect(tmp_path / "shop.sqlite", isolation_level=None)) as holder:
        holder.execute("CREATE TABLE item (name)")
        holder.execute("BEGIN EXCLUSIVE")
        waits_and_fails = partial(tab.run_text, "DELETE FROM item", 0)
        await after_run(tab, waits_and_fails)
        assert told == [], "who sees the window need not be told"
        is_in_front = False
        change_settings(notify_after_s=3_600)
        await after_run(tab, waits_and_fails)
        assert told == [], "it was quick, as the settings have it"
        change_settings(notify_after_s=1)
        other = window.new_editor()
        await after_run(tab, waits_and_fails)
        ((title, body, click),) = told
    assert title == "Report: failed"
    assert re.fullmatch(r"After \d+:\d\d\.", body)
    assert window.documents.current is other
    window.showMinimized()
    click()
    assert window.documents.current is tab
    assert not window.isMinimized()
    tab.run_text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i = 0", 0)
    await eventually_async(lambda: tab.session.is_running and time.monotonic() - tab.session.run_started > 1)
    tab.cancel()
    await eventually_async(lambda: not tab.session.run_id)
    assert len(told) == 1, "who cancels it knows"


def main(kind: str) -> None:
    from PySide6.QtCore import ClassInfo, QObject, QTimer, Slot
    from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage
    from PySide6.QtWidgets import QApplication

    from lapwing.gui.shell.desktop_notice import INTERFACE, tell_desktop
    from lapwing.gui.theme.system_scheme import PORTAL_PATH, PORTAL_SERVICE

    app = QApplication([])
    if kind == "none":
        print(tell_desktop("key", "title", "body"))
        return

    declared: Any = ClassInfo  # its hints know no arguments

    @declared({"D-Bus Interface": INTERFACE})
    class Notification(QDBusAbstractAdaptor):
        @Slot(str, "QVariantMap")
        def AddNotification(self, key: str, told: dict[str, str]) -> None:
            print(key, told["title"], "|", told["body"])
            if kind == "click":
                QTimer.singleShot(0, self.click)
            else:
                app.quit()

        @Slot()
        def click(self) -> None:
            clicked = QDBusMessage.createSignal(PORTAL_PATH, INTERFACE, "ActionInvoked")
            clicked.setArguments(["key", "show", []])
            bus.send(clicked)

    def note() -> None:
        print("clicked")
        app.quit()

    owner = QObject()
    adaptor = Notification(owner)
    bus = QDBusConnection.sessionBus()
    assert bus.registerObject(PORTAL_PATH, owner)
    assert bus.registerService(PORTAL_SERVICE)
    QTimer.singleShot(0, lambda: tell_desktop("key", "Export <b>done</b>", "5 rows\u202e", note))
    QTimer.singleShot(50_000, app.quit)
    app.exec()
    assert adaptor.parent() is owner


if __name__ == "__main__":
    main(sys.argv[1])
