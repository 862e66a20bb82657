"""Whether the desktop asks for dark or light, and when it changes its mind.

Qt knows on most desktops. Where it says Unknown, the desktop portal is asked over D-Bus, later and without waiting:
a missing or silent portal costs the start nothing. Protocol: xdg-desktop-portal, `org.freedesktop.portal.Settings`.
"""

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStyleHints

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

PORTAL_SERVICE = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
PORTAL_INTERFACE = "org.freedesktop.portal.Settings"
_NAMESPACE, _KEY = "org.freedesktop.appearance", "color-scheme"
_PREFERS_DARK = 1  # 0: no preference, 2: light

_log = logging.getLogger(__name__)


class SystemScheme(QObject):
    """The desktop's wish.

    Attributes:
        dark: True when the desktop asks for dark; False for light, no preference, or nobody who would know.

    Signals:
        changed: `dark` has another value now.
    """

    changed = Signal()

    def __init__(self, hints: QStyleHints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dark = False
        self._hints = hints
        self._watcher: QDBusPendingCallWatcher | None = None
        hints.colorSchemeChanged.connect(self._on_hint)
        self._on_hint(hints.colorScheme())
        if hints.colorScheme() == Qt.ColorScheme.Unknown and session_bus_is_likely():
            QTimer.singleShot(0, self, self._ask_portal)

    def _set_dark(self, dark: bool) -> None:
        if dark != self.dark:
            self.dark = dark
            self.changed.emit()

    def _on_hint(self, scheme: Qt.ColorScheme) -> None:
        if scheme != Qt.ColorScheme.Unknown:
            self._set_dark(scheme == Qt.ColorScheme.Dark)

    def _ask_portal(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # after the first paint

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            _log.info("no session bus: the desktop's colour scheme is not known")
            return
        slot = SLOT("_on_setting_changed(QDBusMessage)")  # as text: PySide declares bytes, and then connects nothing
        if not bus.connect(PORTAL_SERVICE, PORTAL_PATH, PORTAL_INTERFACE, "SettingChanged", self, slot):  # type: ignore[call-overload]
            _log.warning("the desktop portal's changes of the colour scheme will not be noticed")
        question = QDBusMessage.createMethodCall(PORTAL_SERVICE, PORTAL_PATH, PORTAL_INTERFACE, "Read")
        question.setArguments([_NAMESPACE, _KEY])
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(question), self)
        self._watcher.finished.connect(self._on_answer)

    def _on_answer(self, watcher: "QDBusPendingCallWatcher") -> None:
        if watcher.isError():
            _log.info("the desktop portal did not tell its colour scheme: %s", watcher.error().message())
        else:
            self._set_dark(_plain(watcher.reply().arguments()[0]) == _PREFERS_DARK)
        self._watcher = None
        watcher.deleteLater()

    @Slot("QDBusMessage")
    def _on_setting_changed(self, message: "QDBusMessage") -> None:
        namespace, key, value = message.arguments()
        if (namespace, key) == (_NAMESPACE, _KEY):
            self._set_dark(_plain(value) == _PREFERS_DARK)


def _plain(value: object) -> object:
    """The number inside the one or two D-Bus variants around it."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value


def session_bus_is_likely() -> bool:
    """Whether a bus runs already; asking without one could start one, and wait for it."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(runtime) and os.path.exists(os.path.join(runtime, "bus"))
