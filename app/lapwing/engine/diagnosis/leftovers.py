"""What running and crashed processes of Lapwing leave on the disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from lapwing import paths
from lapwing.domain.diagnosis import Finding, State


def check_results() -> Iterator[Finding]:
    """Room that result files take, and room that is left."""
    folder = paths.results()
    engines = [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    used_mb = sum(_size(file) for engine in engines for file in engine.iterdir()) / 1e6
    yield Finding("in use", f"{used_mb:,.1f} MB in {len(engines)} result folders")
    existing = next(path for path in (folder, *folder.parents) if path.is_dir())
    yield Finding("left", f"{shutil.disk_usage(existing).free / 1e6:,.0f} MB on that disk")


def check_crashes() -> Iterator[Finding]:
    """Files that a process wrote while it crashed; empty ones belong to processes that live, or were killed."""
    folder = paths.logs()
    found = [*folder.glob("*.crashed"), *(path for path in folder.glob("*.crash") if _size(path))]
    for path in sorted(found):
        yield Finding("crash", f"{path} says where; report it, then delete the file.", State.PROBLEM)
    if not found:
        yield Finding("crashes", "none")


def _size(path: Path) -> int:
    """0 for a file that has gone meanwhile."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
