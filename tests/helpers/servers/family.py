"""Processes and the processes they started, read from /proc."""

import os
from pathlib import Path


def descendants(pid: int) -> list[int]:
    """All living processes below one, nearest first; those that merely wait to be reaped are left out."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit() and (parent := _living_child_of(int(name))) is not None:
            children.setdefault(parent, []).append(int(name))
    found = list(children.get(pid, ()))
    for one in found:  # it grows while it is walked
        found += children.get(one, ())
    return found


def state(pid: int) -> str:
    """The letter that proc(5) has for it, such as `T` for stopped; empty when there is no such process."""
    facts = _facts(pid)
    return facts[0] if facts else ""


def _living_child_of(pid: int) -> int | None:
    facts = _facts(pid)
    return int(facts[1]) if facts and facts[0] not in "ZX" else None


def _facts(pid: int) -> list[str]:
    """The fields of its stat file after its name, which may hold anything."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
