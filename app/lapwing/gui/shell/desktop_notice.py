"""Notifications of the desktop, for who is at work elsewhere.

Protocol: xdg-desktop-portal, `org.freedesktop.portal.Notification.AddNotification`. Nothing waits for an answer; where
there is no portal nobody is told, and the window says the same anyway.
"""

import logging
from typing import Final

from PySide6.QtWidgets import QApplication

from lapwing.domain.visible import visible_text
from lapwing.gui.theme.system_scheme import PORTAL_PATH, PORTAL_SERVICE, session_bus_is_likely

INTERFACE: Final = "org.freedesktop.portal.Notification"
_log = logging.getLogger(__name__)


def is_elsewhere() -> bool:
    """Whether the person works in another program."""
    return QApplication.activeWindow() is None


def tell_desktop(key: str, title: str, body: str) -> bool:
    """Show a notification; whether there was a bus to tell.

    Args:
        key: A later one with the same takes its place.
    """
    if not session_bus_is_likely():
        return False
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # seldom needed

    message = QDBusMessage.createMethodCall(PORTAL_SERVICE, PORTAL_PATH, INTERFACE, "AddNotification")
    message.setArguments([key, {"title": visible_text(title), "body": visible_text(body)}])
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected() or not bus.send(message):
        _log.info("the desktop could not be told: %s", bus.lastError().message())
        return False
    return True
