"""What the kernel cannot limit for one process of a person's: how many threads it has, and how much it writes.

Looked at every second or so; who is over a limit is ended.
"""

import asyncio
import time
from pathlib import Path
from typing import Final

from lapwing.plugins.host.folders import used
from lapwing.plugins.host.launch import Limits

_SHARE: Final = 100
"""Looking at folders takes a hundredth of the time, however much is in them."""
_IDLE_LOOKS: Final = 10
"""Looks at a process that did nothing meanwhile, before its folders are looked at all the same."""


class Watch:
    """Of one process."""

    def __init__(self, pid: int, data: Path, temporary: Path, limits: Limits) -> None:
        """`data` is the plugin's folder, `temporary` that of the process."""
        self._stat = Path(f"/proc/{pid}/stat")
        self._folders = [data, temporary]
        self._limits = limits
        self._ticks = -1
        self._left_out = 0
        self._not_before = 0.0

    async def look(self) -> str:
        """Why it has to be ended, in words; empty: it keeps its limits. Event loop's thread."""
        threads, ticks = self._counted()
        if threads > self._limits.threads:
            return f"it had {threads:,} threads, where {self._limits.threads} are the most, and was ended"
        is_idle = ticks >= 0 and ticks == self._ticks
        self._left_out = self._left_out + 1 if is_idle else _IDLE_LOOKS
        self._ticks = ticks
        if self._left_out < _IDLE_LOOKS or time.monotonic() < self._not_before:
            return ""
        return await asyncio.to_thread(self._look_at_folders)

    def _look_at_folders(self) -> str:
        limits, now = self._limits, time.monotonic()
        found = used(self._folders, limits.folder_bytes, limits.folder_files)
        self._left_out = 0
        self._not_before = now + _SHARE * (time.monotonic() - now)
        if not found.exceeds(limits.folder_bytes, limits.folder_files):
            return ""
        most = f"{limits.folder_bytes >> 20:,} MB and {limits.folder_files:,} files"
        return f"its folders hold more than {most}, or are nested too deep, and it was ended"

    def _counted(self) -> tuple[int, int]:
        """Its threads, and the ticks of the processor that it has used; 0 and -1 where the system does not tell.

        Source: proc_pid_stat(5); the name before them, in brackets, may hold anything.
        """
        try:
            fields = self._stat.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            return 0, -1
        return int(fields[17]), int(fields[11]) + int(fields[12])
