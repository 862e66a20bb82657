"""What the engines of this profile wrote about a service into their log: for an engine that does not run it itself."""

import os
import re
import time
from collections import deque
from typing import Final

from lapwing import paths
from lapwing.domain.services import ServiceLogLine

_LINE: Final = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),(\d{3}) \d+ ([A-Z]+) ([\w.]+): (.*)")
"""As `settings.logs` has them written. What follows an error, its traceback, is not for a person."""
_NAME: Final = "engine.log"
_MOST_BYTES: Final = 1 << 20
_MOST_LINES: Final = 500


def lines_of(logger: str) -> tuple[ServiceLogLine, ...]:
    """The newest last, out of the last megabyte of the log; none where there is no log. Blocking; any thread."""
    try:
        with (paths.logs() / _NAME).open("rb") as log:
            log.seek(max(0, log.seek(0, os.SEEK_END) - _MOST_BYTES))
            text = log.read().decode("utf-8", "replace")
    except OSError:
        return ()
    found: deque[ServiceLogLine] = deque(maxlen=_MOST_LINES)
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match and f"{match[4]}.".startswith(f"{logger}."):
            at = time.mktime(time.strptime(match[1], "%Y-%m-%d %H:%M:%S")) + int(match[2]) / 1000
            found.append(ServiceLogLine(at, match[3].lower(), match[5]))
    return tuple(found)
