"""A notification reaches the desktop's portal: a real session bus, a portal of our own, one program on it.

Run as a program this file is that program; it prints what the portal was told.
"""

import os
import shutil
import subprocess
import sys
from typing import Any

import pytest


def run_here(*, bus: bool) -> str:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    environment["XDG_RUNTIME_DIR"] = "/nonexistent"
    start = ["dbus-run-session", "--"] if bus else []
    done = subprocess.run(
        [*start, sys.executable, __file__, "portal" if bus else "none"],
        env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="dbus-run-session is not installed")
def test_the_portal_is_told_title_and_body_as_plain_text() -> None:
    assert run_here(bus=True) == "key Export <b>done</b> | 5 rows\\u202e\n"


def test_without_a_bus_nobody_is_told_and_nothing_fails() -> None:
    assert run_here(bus=False) == "False\n"


def main(kind: str) -> None:
    from PySide6.QtCore import ClassInfo, QObject, QTimer, Slot
    from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection
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
            app.quit()

    owner = QObject()
    adaptor = Notification(owner)
    bus = QDBusConnection.sessionBus()
    assert bus.registerObject(PORTAL_PATH, owner)
    assert bus.registerService(PORTAL_SERVICE)
    QTimer.singleShot(0, lambda: tell_desktop("key", "Export <b>done</b>", "5 rows\u202e"))
    QTimer.singleShot(20_000, app.quit)
    app.exec()
    assert adaptor.parent() is owner


if __name__ == "__main__":
    main(sys.argv[1])
