"""The program between the tests and a server: it ends the server when the tests are gone, however they went.

Started by `helpers.servers.guarded`, one a server. Every process that the server leaves behind falls to this one
(PR_SET_CHILD_SUBREAPER, see prctl(2)), so it finds and ends them all, stopped ones too. It reads one JSON object a line
from stdin and answers each with one on stdout. When stdin ends it kills what still runs and removes the folder; that is
what happens when the tests were killed.

Requests: `{"start": [program, ...], "environ": {...}, "output": path}` answers `{"pid": n}`; `{"code": pid}` answers
`{"code": n or null}`; `{"kill": true}` answers when nothing runs any more.
"""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from helpers import unprivileged  # it lies in the folder that has just been named
from helpers.servers.family import descendants

PR_SET_CHILD_SUBREAPER: Final = 36
PAUSE_S: Final = 0.005

codes: dict[int, int] = {}
"""How processes ended: exit codes, or signals as negative numbers."""
kept: list["subprocess.Popen[bytes]"] = []
"""Never asked anything, since `reap` is who hears of ends; kept so that Python does not warn of them."""


def reap(*_signal: object) -> None:
    """Take note of every process that has ended."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        codes[pid] = os.waitstatus_to_exitcode(status)


def start(command: list[str], environ: dict[str, str], output: str, home: Path) -> int:
    """Start a program as `unprivileged.account()`; its pid."""
    with open(output, "ab") as said:
        program = unprivileged.start(command, home, environ, said)
    kept.append(program)
    return program.pid


def end_all() -> None:
    """Kill whatever runs below this process; returns when nothing is left."""
    while running := descendants(os.getpid()):
        for pid in running:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue  # it ended by itself meanwhile
        time.sleep(PAUSE_S)
        reap()


def answer(request: dict[str, Any], home: Path) -> dict[str, Any]:
    """What a request is answered with; an OSError is answered with its words."""
    try:
        if "start" in request:
            return {"pid": start(request["start"], request["environ"], request["output"], home)}
        if "code" in request:
            return {"code": codes.get(request["code"])}
        end_all()
        return {}
    except OSError as refused:
        return {"refused": str(refused)}


def main(home: Path) -> None:
    """Serve until stdin ends."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGCHLD, reap)
    try:
        for line in sys.stdin:
            print(json.dumps(answer(json.loads(line), home)), flush=True)
    finally:
        end_all()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
