"""The Qt application: its loop, its one client, its windows."""

import argparse
import asyncio
import gc
import logging
import os
import sys
from subprocess import Popen

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from lapwing import __version__, paths
from lapwing.gui.client import EngineClient
from lapwing.gui.collector import Collector
from lapwing.gui.crash_notice import crash_notice
from lapwing.gui.end_signals import EndSignals
from lapwing.gui.i18n import install
from lapwing.gui.journal import Journal
from lapwing.gui.loop import QtLoop
from lapwing.gui.profile import Profile
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme, ThemeMode, application_icon
from lapwing.settings.logs import end_logs, log_uncaught, start_logs
from lapwing.settings.store import read_settings

_log = logging.getLogger(__name__)
_HARMLESS = (
    "OpenType support missing",  # a script that no font here can shape: its letters are boxes
    "does not support propagateSizeHints",
    "does not support raise",
    "Ignoring XDG_SESSION_TYPE",
)


class _JournalTrouble(QObject):
    """Carries the journal's sentences from its writer thread to Qt's."""

    told = Signal(object)


def run(options: argparse.Namespace, engine: "Popen[bytes] | None", profile: Profile) -> int:
    """Show a window and stay until the last one is closed; returns the exit code."""
    start_logs("window")
    sys.setswitchinterval(0.001)
    _choose_platform()
    qInstallMessageHandler(_log_qt_message)
    app = QApplication(["lapwing"])
    app.setApplicationName("Lapwing")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("lapwing")
    app.setQuitOnLastWindowClosed(False)
    settings = read_settings()
    install(app, settings.language)
    if strange := os.environ.get("LAPWING_PSEUDO"):
        from lapwing.gui.pseudo_locale import obey  # of development alone

        obey(app, strange)
    Theme(app, ThemeMode(settings.theme))
    app.setWindowIcon(application_icon())
    trouble = _JournalTrouble()
    journal = Journal(paths.journal(), on_trouble=trouble.told.emit)
    client = EngineClient(engine)
    Collector(app)
    loop = QtLoop(app)
    with loop:
        asyncio.set_event_loop(loop)
        windows = Windows(client, journal, crash_notice())
        log_uncaught(windows.say_defect)
        trouble.told.connect(windows.journal_trouble)
        windows.open_first()
        gc.freeze()
        code: int = loop.run_until_complete(_live(windows, client, journal, profile, options))
    end_logs()
    return code


async def _live(
    windows: Windows, client: EngineClient, journal: Journal, profile: Profile, options: argparse.Namespace
) -> int:
    """From the first turn of the loop to the last window's end."""
    signals = EndSignals()
    signals.asked_to_end.connect(windows.end_now)
    try:
        await profile.listen(windows.open_for)
    except OSError as error:
        _log.warning("other starts cannot reach this window: %s", error.strerror)
    beginning = asyncio.ensure_future(windows.begin(options))
    is_clean = False
    try:
        code = await windows.until_closed()
        is_clean = True
    finally:
        beginning.cancel()
        await asyncio.gather(beginning, return_exceptions=True)
        journal.flush(2.0)
        await client.close()
        journal.close(clean=is_clean)
        signals.stop()
    return code


def _choose_platform() -> None:
    """Without a display, draw to memory instead of aborting inside Qt."""
    is_set = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not is_set:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _log_qt_message(kind: QtMsgType, _context: object, text: str) -> None:
    """Qt's own messages go to the log; warnings also to stderr, where tests see them."""
    if any(words in text for words in _HARMLESS):
        return
    if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        _log.debug("qt: %s", text)
    else:
        _log.warning("qt: %s", text)
        sys.stderr.write(f"qt: {text}\n")
