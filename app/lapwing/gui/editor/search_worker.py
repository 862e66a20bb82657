"""Looks for regular expressions in a process of its own, which can be ended: `re` holds Python still while it tries.

A request is a line of JSON: what is wanted, and how many bytes of text follow; none when the text is the one before.
The answer is a line of JSON. No Qt here; the window's end is `search_process`.
"""

import json
import signal
import sys
from dataclasses import asdict
from typing import Any, BinaryIO, Final

from lapwing.gui.editor.search_terms import PatternWrong, Wanted, search

_MOST_S: Final = 20
"""More than the window waits."""


def main() -> int:
    """Answer requests until the window closes its end."""
    text = ""
    _limit_time(0)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := asked.readline():
        request = json.loads(line)
        if request["size"] >= 0:
            text = asked.read(request["size"]).decode("utf-8", "surrogatepass")
        _limit_time(_MOST_S)
        answer = _answer(text, Wanted(**request["wanted"])) | {"id": request["id"]}
        _limit_time(0)
        _write(answers, answer)
    return 0


def _limit_time(seconds: int) -> None:
    """Have the system end this process after so long, whatever it does then; 0 for not. The window may be gone."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(text: str, wanted: Wanted) -> dict[str, Any]:
    try:
        return asdict(search(text, wanted))
    except PatternWrong as wrong:
        return {"wrong": wrong.facts["reason"]}


def _write(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def request_line(request_id: int, wanted: Wanted, size: int) -> bytes:
    """The first line of a request; a size of -1 means the text of the request before."""
    return json.dumps({"id": request_id, "wanted": asdict(wanted), "size": size}).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main())
