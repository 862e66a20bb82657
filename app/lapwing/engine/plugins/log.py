"""What a plugin logs and prints: the last lines in memory, all of them in a file that is put away when it has grown."""

import asyncio
import json
import logging
import time
from collections import deque
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.plugins.facts import PluginLogLine
from lapwing.domain.visible import visible_text
from lapwing.engine.plugins.pace import Pace

LEVELS: Final = ("debug", "info", "warning", "error", "print")
_KEPT: Final = 1_000
_LONGEST: Final = 4_000
_MOST_BYTES: Final = 1 << 20
_DUE_S: Final = 0.2
_BYTES_PER_S: Final = 10 << 10
_BYTES_AT_ONCE: Final = 1 << 20
_OF_A_LINE: Final = 50
"""So much may be said at a time and in the long run; each line counts as some bytes more than it has."""
_log: Final = logging.getLogger(__name__)


class PluginLogFile:
    """The log of one plugin. Event loop's thread; a file that cannot be written costs what is written, nothing else.

    Attributes:
        left_out: Lines that were only counted.
    """

    def __init__(self, plugin_id: str, folder: Path | None = None) -> None:
        self._path = (folder or paths.logs()) / f"plugin-{plugin_id}.jsonl"
        self._pending: deque[str] = deque(maxlen=_KEPT)
        self._timer: asyncio.TimerHandle | None = None
        self._pace = Pace(_BYTES_PER_S, _BYTES_AT_ONCE)
        self.left_out = 0
        self._told = 0
        self._lines: deque[PluginLogLine] = deque(maxlen=_KEPT)
        self._lines.extend(self._read())

    def add(self, level: str, text: str) -> None:
        """Enter a line; what of it cannot be seen is made visible. Where there are too many, some are only counted."""
        if not self._pace.may(min(len(text), _LONGEST) + _OF_A_LINE):
            self.left_out += 1
            return
        if self.left_out > self._told:
            more, self._told = self.left_out - self._told, self.left_out
            self._enter("warning", f"{more:,} lines are left out: it said more than is kept.")
        self._enter(level, text)

    def _enter(self, level: str, text: str) -> None:
        shown = visible_text(text.strip()[:_LONGEST])
        line = PluginLogLine(time.time(), level if level in LEVELS else "info", shown)
        self._lines.append(line)
        self._pending.append(json.dumps([line.at, line.level, line.text], ensure_ascii=False))
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_DUE_S, self.settle)

    @property
    def lines(self) -> tuple[PluginLogLine, ...]:
        """The newest last."""
        return tuple(self._lines)

    def settle(self) -> None:
        """Write what waits."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        records = "".join(f"{record}\n" for record in self._pending)
        self._pending.clear()
        if not records:
            return
        try:
            paths.private_folder(self._path.parent)
            if self._path.exists() and self._path.stat().st_size > _MOST_BYTES:
                self._path.replace(self._path.with_suffix(".1.jsonl"))
            with self._path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(records)
        except OSError as error:
            _log.warning("the log of a plugin cannot be written: %s", error)

    def _read(self) -> list[PluginLogLine]:
        """The last lines of earlier; one that was torn is left out."""
        try:
            with self._path.open("rb") as file:
                file.seek(max(0, self._path.stat().st_size - (256 << 10)))
                records = file.read().decode("utf-8", errors="replace").split("\n")
        except OSError:
            return []
        found = (_line(record) for record in records[-_KEPT:])
        return [line for line in found if line is not None]

    def remove(self) -> None:
        """Delete it, with the plugin."""
        for path in (self._path, self._path.with_suffix(".1.jsonl")):
            path.unlink(missing_ok=True)


def _line(record: str) -> PluginLogLine | None:
    try:
        at, level, text = json.loads(record)
        return PluginLogLine(float(at), str(level), str(text))
    except (ValueError, TypeError):
        return None
