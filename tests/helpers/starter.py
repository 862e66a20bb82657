"""A start of Lapwing reduced to its profile: `python -m helpers.starter FOLDER LOOP TIMEOUT_S ARGUMENT...`.

Tells on stdout, as JSON lines: `["first", PID]` and then `["request", ARGUMENTS, CWD]` for each later start until it
reads a line (then it releases the profile) or is killed; or `["handed over"]`; or `["error", CODE, SENTENCE]`, with
the error's exit code. LOOP is `asyncio` or `qasync`.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

from lapwing.domain.errors import LapwingError
from lapwing.gui.profile import Profile


def tell(*facts: object) -> None:
    print(json.dumps(facts), flush=True)


async def first(profile: Profile) -> None:
    def on_request(arguments: list[str], cwd: str) -> None:
        if arguments == ["defect"]:
            raise RuntimeError("asked for")
        tell("request", arguments, cwd)

    await profile.listen(on_request)
    tell("first", os.getpid())
    ended = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), ended.set)
    await ended.wait()
    asyncio.get_running_loop().remove_reader(sys.stdin.fileno())


def run_qt(profile: Profile) -> None:
    import qasync
    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication([])
    loop = qasync.QEventLoop(app)
    with loop:
        loop.run_until_complete(first(profile))


def main() -> int:
    profile = Profile(Path(sys.argv[1]), timeout_s=float(sys.argv[3]))
    try:
        is_first = profile.enter(sys.argv[4:], os.getcwd())
    except LapwingError as error:
        tell("error", error.code, f"{error} {error.next_step()}")
        return error.exit_code
    if not is_first:
        tell("handed over")
        return 0
    try:
        if sys.argv[2] == "qasync":
            run_qt(profile)
        else:
            asyncio.run(first(profile))
    finally:
        profile.release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
