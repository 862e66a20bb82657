"""Looks for regular expressions in a process of its own, which can be ended: `re` holds Python still while it tries.

A request is a line of JSON: what is wanted, and how many bytes of text follow; none when the text is the one before.
The answer is a line of JSON. No Qt here; the window's end is `search_process`.
"""

import json
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from lapwing.gui.editor.search_terms import PatternWrong, Wanted, search


def main() -> int:
    """Answer requests until the window closes its end."""
    text = ""
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := asked.readline():
        request = json.loads(line)
        if request["size"] >= 0:
            text = asked.read(request["size"]).decode("utf-8", "surrogatepass")
        _write(answers, _answer(text, Wanted(**request["wanted"])) | {"id": request["id"]})
    return 0


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
