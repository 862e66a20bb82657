"""Searches that may take long go on in another process, so that no expression can hold the window still."""

import json
import sys
from array import array
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QTimer

from lapwing.domain.errors import LapwingError
from lapwing.gui.editor.search_terms import Hits, PatternWrong, SearchFailed, SearchTooLong, Wanted, search
from lapwing.gui.editor.search_worker import NUMBERS, request_line

PATIENCE_S: Final = 4
_QUICK: Final = 2_000_000
"""Code points up to which a plain text is looked for at once: some ten milliseconds."""
_FROZEN: Final = bool(getattr(sys, "frozen", False))

Done = Callable[[Hits | LapwingError], None]


class SearchProcess(QObject):
    """Answers one search at a time; the newest one only. Qt's thread.

    The process is started by the first expression, keeps the text it was sent, and is ended when it does not answer
    within `PATIENCE_S`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._text: str | None = None
        """The text the process has."""
        self._number = 0
        self._done: Done | None = None
        self._answer = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_S * 1000)
        self._timer.timeout.connect(self._give_up)

    def set_patience(self, ms: int) -> None:
        """How long a search may take before it is given up."""
        self._timer.setInterval(ms)

    @property
    def is_searching(self) -> bool:
        """Whether an answer is still to come."""
        return self._done is not None

    def ask(self, text: str, wanted: Wanted, done: Done) -> None:
        """Look for something; `done` hears of it, at once for a plain text that is not very long.

        What was asked before is forgotten.
        """
        self.forget()
        try:
            wanted.pattern()
            if not wanted.is_regex and len(text) <= _QUICK:
                done(search(text, wanted))
                return
        except PatternWrong as wrong:
            done(wrong)
            return
        self._done = done
        self._send(text, wanted)

    def forget(self) -> None:
        """What is asked does not matter any more."""
        if self._done is not None:
            self._done = None
            self._end()  # it may be in a trap, and the next search would wait

    def _send(self, text: str, wanted: Wanted) -> None:
        process = self._running()
        self._number += 1
        data = b"" if text == self._text else text.encode("utf-8", "surrogatepass")
        process.write(request_line(self._number, wanted, -1 if text == self._text else len(data)))
        process.write(data)
        self._text = text
        self._timer.start()

    def _running(self) -> QProcess:
        if self._process is not None:
            return self._process
        made = QProcess(self)
        made.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        made.readyReadStandardOutput.connect(self._read)
        made.errorOccurred.connect(lambda _error: self._broken())
        command = ["search-worker"] if _FROZEN else ["-X", "utf8", "-m", "lapwing", "search-worker"]
        made.start(sys.executable, command)
        self._process = made
        return made

    def _read(self) -> None:
        if self._process is None:
            return
        self._answer += bytes(self._process.readAllStandardOutput().data())
        head, found, behind = self._answer.partition(b"\n")
        if not found:
            return
        answer = json.loads(head)
        if len(behind) < answer["size"]:
            return
        self._answer = b""
        if answer["id"] == self._number:
            self._tell(_understood(answer, behind))

    def _tell(self, answer: Hits | LapwingError) -> None:
        self._timer.stop()
        done, self._done = self._done, None
        if done is not None:
            done(answer)

    def _give_up(self) -> None:
        self._end()
        self._tell(SearchTooLong(seconds=f"{self._timer.interval() / 1000:g}"))

    def _broken(self) -> None:
        """The process died or could not be started."""
        if self._process is not None:
            reason = self._process.errorString()
            self._end()
            self._tell(SearchFailed(reason=reason))

    def _end(self) -> None:
        """End the process; the next search starts another."""
        self._timer.stop()
        process, self._process = self._process, None
        self._text, self._answer = None, b""
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def stop(self) -> None:
        """The editor goes away."""
        self._done = None
        self._end()


def _understood(answer: dict[str, Any], places: bytes) -> Hits | LapwingError:
    if "wrong" in answer:
        return PatternWrong(reason=answer["wrong"])
    numbers = array(NUMBERS, places)
    return Hits(list(zip(numbers[::2], numbers[1::2], strict=True)), answer["texts"], answer["is_complete"])
