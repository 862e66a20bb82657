"""What nobody catches in a window, in a process of its own: the test's hooks stand in the way here."""

import os
import subprocess
import sys
from pathlib import Path

from lapwing import paths
from lapwing.gui.client import EngineClient
from lapwing.gui.journal import Journal
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme

_WINDOW = """
from PySide6.QtCore import QCoreApplication, QTimer
from lapwing.settings.logs import log_uncaught, start_logs

def clicked():
    raise ValueError("what no part foresaw")

start_logs("window")
told = []
log_uncaught(told.append)
app = QCoreApplication([])
QTimer.singleShot(0, clicked)
QTimer.singleShot(0, app.quit)
app.exec()
assert [type(each) for each in told] == [ValueError]
"""


async def test_a_person_is_told_that_something_did_not_happen(home: Path, dark: Theme) -> None:
    client = EngineClient()
    windows = Windows(client, Journal(paths.journal()), None)
    windows.open_first()
    windows.say_defect(KeyError("zz"))
    assert windows.first.banner.text.startswith("Lapwing met a defect of its own: KeyError. What you wrote is kept.")
    await windows.first.close_window()
    windows.journal.close(clean=True)
    await client.close()


def test_what_nobody_catches_in_a_slot_is_logged_and_still_told_to_a_terminal(home: Path) -> None:
    environment = {**os.environ, "LAPWING_HOME": str(home)}
    ran = subprocess.run([sys.executable, "-c", _WINDOW], env=environment, capture_output=True, timeout=120, check=True)
    assert b"what no part foresaw" in ran.stderr
    logged = next(home.rglob("window.log")).read_text("utf-8")
    assert "ERROR lapwing.settings.logs: nobody caught this" in logged
    assert "ValueError: what no part foresaw" in logged
