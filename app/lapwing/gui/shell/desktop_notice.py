"""Notifications of the desktop, for who is at work elsewhere.

Protocol: xdg-desktop-portal, `org.freedesktop.portal.Notification`: `AddNotification`, and its signal `ActionInvoked`
when one is clicked. Nothing waits for an answer; where there is no portal nobody is told, and the window says the same
anyway.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.theme.system_scheme import PORTAL_PATH, PORTAL_SERVICE, session_bus_is_likely
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

INTERFACE: Final = "org.freedesktop.portal.Notification"
_SHOW: Final = "show"
"""The action of a click. Names that begin with `app.` would be sent to a service of ours, which there is not."""
_MOST: Final = 50
_log = logging.getLogger(__name__)


def is_elsewhere() -> bool:
    """Whether the person works in another program."""
    return QApplication.activeWindow() is None


def was_long(elapsed_s: float) -> bool:
    """Whether somebody who started it may have gone elsewhere, as the settings have it."""
    from_s = read_settings().notify_after_s
    return from_s > 0 and elapsed_s >= from_s


def tell_desktop(key: str, title: str, body: str, on_click: Callable[[], object] | None = None) -> bool:
    """Show a notification; whether there was a bus to tell.

    Args:
        key: A later one with the same takes its place.
        title, body: Plain text.
        on_click: What a click on it does, where the desktop tells of clicks.
    """
    if not session_bus_is_likely():
        return False
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # seldom needed

    bus = QDBusConnection.sessionBus()
    told = {"title": visible_text(title), "body": visible_text(body)}
    if on_click is not None and bus.isConnected():
        _Clicks.on(bus).remember(key, on_click)
        told["default-action"] = _SHOW
    message = QDBusMessage.createMethodCall(PORTAL_SERVICE, PORTAL_PATH, INTERFACE, "AddNotification")
    message.setArguments([key, told])
    if not bus.isConnected() or not bus.send(message):
        _log.info("the desktop could not be told: %s", bus.lastError().message())
        return False
    return True


def show_window(widget: QWidget) -> None:
    """Bring the window of a widget to the front, where the desktop lets programs do that."""
    window = widget.window()
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()


class _Clicks(QObject):
    """Hears which notification was clicked. One for the process; Qt's thread."""

    _only: "_Clicks | None" = None

    def __init__(self, bus: "QDBusConnection") -> None:
        super().__init__(QApplication.instance())
        self._acts: dict[str, Callable[[], object]] = {}
        slot = SLOT("_invoked(QDBusMessage)")  # as text: PySide declares bytes, and then connects nothing
        if not bus.connect(PORTAL_SERVICE, PORTAL_PATH, INTERFACE, "ActionInvoked", self, slot):  # type: ignore[call-overload]
            _log.info("clicks on notifications will not be noticed")

    @classmethod
    def on(cls, bus: "QDBusConnection") -> "_Clicks":
        if cls._only is None:
            cls._only = cls(bus)
        return cls._only

    def remember(self, key: str, act: Callable[[], object]) -> None:
        self._acts.pop(key, None)
        self._acts[key] = act
        while len(self._acts) > _MOST:
            del self._acts[next(iter(self._acts))]

    @Slot("QDBusMessage")
    def _invoked(self, message: "QDBusMessage") -> None:
        key, action, *_more = message.arguments()
        act = self._acts.pop(str(key), None) if action == _SHOW else None
        if act is not None:
            act()
