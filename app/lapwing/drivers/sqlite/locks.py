"""Who holds locks on a SQLite file, as far as the system tells.

Source: /proc/locks (man 5 proc). Only Linux tells; elsewhere nobody is named.
"""

import os
from pathlib import Path


def lock_holders(path: Path) -> str:
    """Programs of other processes that hold a lock on the file or its shared memory: `python3 (1234), sqlite3 (99)`.

    Empty when there is none or the system does not tell.
    """
    inodes = {_inode(candidate) for candidate in (path, Path(f"{path}-shm"), Path(f"{path}-wal"))} - {None}
    try:
        lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return ""
    pids = {pid for line in lines if (pid := _holder(line, inodes)) is not None}
    return ", ".join(f"{_program(pid)} ({pid})" for pid in sorted(pids) if pid != os.getpid())


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def _holder(line: str, inodes: set[tuple[int, int] | None]) -> int | None:
    """The process of a line such as `1: POSIX ADVISORY WRITE 1234 08:01:5678 0 EOF`, if it is about these files."""
    fields = line.split()
    if len(fields) < 6 or "->" in fields:
        return None
    place = fields[5].split(":")
    if len(place) != 3 or int(fields[4]) <= 0:
        return None
    device = os.makedev(int(place[0], 16), int(place[1], 16))
    return int(fields[4]) if (device, int(place[2])) in inodes else None


def _program(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return "a process"
