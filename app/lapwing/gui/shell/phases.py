"""What a tab waits for, in words."""

import time
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.connections import Phase
from lapwing.gui.editor.session import TabSession
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_FROM_S: Final = 0.3
_DOING: Final = {
    Phase.SECRET: QT_TRANSLATE_NOOP("phases", "Fetching the password…"),
    Phase.SSH_RESOLVE: QT_TRANSLATE_NOOP("phases", "Looking up the SSH server…"),
    Phase.SSH_CONNECT: QT_TRANSLATE_NOOP("phases", "Connecting to the SSH server…"),
    Phase.SSH_HOST_KEY: QT_TRANSLATE_NOOP("phases", "Comparing the SSH host key…"),
    Phase.SSH_LOG_IN: QT_TRANSLATE_NOOP("phases", "Logging in at the SSH server…"),
    Phase.SSH_FORWARD: QT_TRANSLATE_NOOP("phases", "Going through the SSH tunnel…"),
    Phase.RESOLVE: QT_TRANSLATE_NOOP("phases", "Looking up the address…"),
    Phase.CONNECT: QT_TRANSLATE_NOOP("phases", "Connecting…"),
    Phase.TLS: QT_TRANSLATE_NOOP("phases", "Encrypting…"),
    Phase.LOG_IN: QT_TRANSLATE_NOOP("phases", "Logging in…"),
    Phase.FIRST_QUERY: QT_TRANSLATE_NOOP("phases", "Asking the first question…"),
    Phase.STARTUP: QT_TRANSLATE_NOOP("phases", "Running the start-up SQL…"),
}


def phase_words(phase: Phase | None) -> str:
    """What goes on, translated; empty when no session is being opened."""
    return QCoreApplication.translate("phases", _DOING[phase]) if phase is not None else ""


def progress_words(session: TabSession) -> str:
    """What is being waited for and for how long, from 0.3 s on; empty before, and when nothing runs."""
    elapsed_s = time.monotonic() - session.run_started
    if not session.is_running or elapsed_s < _FROM_S:
        return ""
    return f"{phase_words(session.phase)} {elapsed_s:.1f} s".strip()
