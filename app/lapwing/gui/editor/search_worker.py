"""Looks for regular expressions in a process of its own, which can be ended: `re` holds Python still while it tries.

A request is a line of JSON: what is wanted, and how many bytes of text follow; none when the text is the one before.
The answer is a line of JSON and, behind it, start and end of each place as 64-bit numbers of this machine. No Qt here;
the window's end is `search_process`.
"""

import json
import signal
import sys
from array import array
from dataclasses import asdict
from itertools import chain
from typing import Final

from lapwing.gui.editor.search_terms import PatternWrong, Wanted, search

NUMBERS: Final = "q"
"""How places are written, as `array` names it."""
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
        answer = _answer(request["id"], text, Wanted(**request["wanted"]))
        _limit_time(0)
        answers.write(answer)
        answers.flush()
    return 0


def _limit_time(seconds: int) -> None:
    """Have the system end this process after so long, whatever it does then; 0 for not. The window may be gone."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(request_id: int, text: str, wanted: Wanted) -> bytes:
    try:
        hits = search(text, wanted)
    except PatternWrong as wrong:
        return json.dumps({"id": request_id, "size": 0, "wrong": wrong.facts["reason"]}).encode() + b"\n"
    places = array(NUMBERS, chain.from_iterable(hits.places)).tobytes()
    facts = {"id": request_id, "size": len(places), "texts": hits.texts, "is_complete": hits.is_complete}
    return json.dumps(facts).encode() + b"\n" + places


def request_line(request_id: int, wanted: Wanted, size: int) -> bytes:
    """The first line of a request; a size of -1 means the text of the request before."""
    return json.dumps({"id": request_id, "wanted": asdict(wanted), "size": size}).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main())
