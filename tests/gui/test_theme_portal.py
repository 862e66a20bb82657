"""The desktop portal's wish reaches the theme: a real session bus, a portal of our own, one program on it.

Run as a program this file is that program; it prints what the theme was, was told and became.
"""

import os
import shutil
import subprocess
import sys

import pytest

needs_bus = pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="dbus-run-session is not installed")


def run_here(*arguments: str, bus: bool) -> list[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    environment["XDG_RUNTIME_DIR"] = "/nonexistent"
    start = ["dbus-run-session", "--"] if bus else []
    done = subprocess.run(
        [*start, sys.executable, __file__, *arguments], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@needs_bus
def test_the_portal_is_asked_without_waiting_and_heard_when_it_changes() -> None:
    assert run_here("dark", bus=True) == ["light", "portal:dark", "dark", "portal:light", "light"]


@needs_bus
def test_a_bus_without_a_portal_leaves_the_theme_light() -> None:
    assert run_here("none", bus=True) == ["light", "light"]


def test_without_a_bus_the_dbus_module_is_not_even_loaded() -> None:
    assert run_here("none", bus=False) == ["light", "light", "no-dbus"]


def offer_portal():
    """A portal that answers 1 (dark), and can say that it is 2 (light) now."""
    from PySide6.QtCore import ClassInfo, QObject, Slot
    from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage, QDBusVariant

    from lapwing.gui.theme.system_scheme import PORTAL_INTERFACE, PORTAL_PATH, PORTAL_SERVICE

    @ClassInfo({"D-Bus Interface": PORTAL_INTERFACE})
    class Settings(QDBusAbstractAdaptor):
        @Slot(str, str, result="QDBusVariant")
        def Read(self, namespace: str, key: str) -> QDBusVariant:
            assert (namespace, key) == ("org.freedesktop.appearance", "color-scheme")
            print("portal:dark")
            return variant(1)

        def turn_light(self) -> None:
            news = QDBusMessage.createSignal(PORTAL_PATH, PORTAL_INTERFACE, "SettingChanged")
            news.setArguments(["org.freedesktop.appearance", "color-scheme", variant(2)])
            print("portal:light")
            assert QDBusConnection.sessionBus().send(news)

    def variant(value: int) -> QDBusVariant:
        made = QDBusVariant()
        made.setVariant(value)
        return made

    owner = QObject()
    settings = Settings(owner)
    bus = QDBusConnection.sessionBus()
    assert bus.registerObject(PORTAL_PATH, owner)
    assert bus.registerService(PORTAL_SERVICE)
    return owner, settings


def main(kind: str) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from lapwing.gui.theme import Theme

    app = QApplication([])
    portal = offer_portal() if kind == "dark" else None
    theme = Theme(app)
    print("dark" if theme.is_dark else "light")

    def on_changed() -> None:
        print("dark" if theme.is_dark else "light")
        if theme.is_dark and portal:
            portal[1].turn_light()
        else:
            app.quit()

    theme.changed.connect(on_changed)
    QTimer.singleShot(300 if portal is None else 20_000, app.quit)
    app.exec()
    if portal is None:
        print("dark" if theme.is_dark else "light")
        if "PySide6.QtDBus" not in sys.modules:
            print("no-dbus")


if __name__ == "__main__":
    main(sys.argv[1])
