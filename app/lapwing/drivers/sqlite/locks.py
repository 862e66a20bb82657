"""Who holds locks on a SQLite file, as far as the system tells.

Source: /proc/locks (man 5 proc). Only Linux tells; elsewhere nobody is named.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_ANOTHER_SESSION: Final = "another session here"
_OPEN_BYTE: Final = "128"
"""Locked for reading in `-shm` by everybody who has the file open, and in nobody's way: sqlite.org/walformat.html."""


def lock_holders(paths: Iterable[Path], *, writing: bool = False) -> str:
    """Who is in the way of a session that waits: `python3 (1234), sqlite3 (99)`, or another session of this process.

    Empty when nobody has locked anything or the system does not tell. Who has locked for writing is in the way of
    everybody; who has locked for reading only of a session that is about to commit, or that wants a file for itself.

    Args:
        paths: The session's files; what lies beside them is looked at as well.
        writing: Whether the session itself has one of them locked for writing.
    """
    found = _holders(paths)
    writers = {pid for pid, kind in found if kind == "WRITE"}
    if writers == {os.getpid()} and not writing:
        return _ANOTHER_SESSION
    pids = (writers - {os.getpid()}) or {pid for pid, _ in found} - {os.getpid()}
    return ", ".join(f"{_program(pid)} ({pid})" for pid in sorted(pids))


def lock_holding_processes(paths: Iterable[Path]) -> set[int]:
    """The processes that have locked one of these files, or what lies beside them; nobody where the system does not
    tell."""
    return {pid for pid, _kind in _holders(paths)}


def _holders(paths: Iterable[Path]) -> set[tuple[int, str]]:
    """Processes with the kinds of their locks."""
    inodes = {_inode(Path(f"{path}{beside}")): beside for path in paths for beside in ("", "-shm", "-wal")}
    inodes.pop(None, None)
    try:
        lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return set()
    return {holder for line in lines if (holder := _holder(line, inodes)) is not None}


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def _holder(line: str, inodes: dict[tuple[int, int] | None, str]) -> tuple[int, str] | None:
    """Process and kind of a lock like `1: POSIX ADVISORY WRITE 1234 08:01:5678 0 EOF`, if it is in the way here."""
    fields = line.split()
    if len(fields) < 8 or "->" in fields:
        return None
    kind, pid, place, first = fields[3], int(fields[4]), fields[5].split(":"), fields[6]
    if len(place) != 3 or pid <= 0:
        return None
    beside = inodes.get((os.makedev(int(place[0], 16), int(place[1], 16)), int(place[2])))
    if beside is None or (beside == "-shm" and kind == "READ" and first == _OPEN_BYTE):
        return None
    return pid, kind


def _program(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return "a process"
