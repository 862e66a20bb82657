"""Where Lapwing writes, and whether it can."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lapwing import paths
from lapwing.domain.diagnosis import Finding, State


def check_folders() -> Iterator[Finding]:
    """Each folder is written to for a moment; one that does not exist yet is not made."""
    folders = {
        "config": paths.config(),
        "data": paths.data(),
        "state": paths.state(),
        "journal": paths.journal(),
        "logs": paths.logs(),
        "results": paths.results(),
        "runtime": paths.runtime(),
    }
    for name, folder in folders.items():
        yield _folder(name, folder)


def _folder(name: str, folder: Path) -> Finding:
    if os.path.lexists(folder):
        reason = _why_not_writable(folder)
        if reason:
            return Finding(name, f"{folder} cannot be written: {reason}.", State.PROBLEM)
        return Finding(name, str(folder))
    parent = next(above for above in folder.parents if os.path.lexists(above))
    reason = _why_not_writable(parent)
    if reason:
        return Finding(name, f"{folder} cannot be made in {parent}: {reason}.", State.PROBLEM)
    return Finding(name, f"{folder} (not there yet, made when needed)")


def _why_not_writable(folder: Path) -> str:
    """Empty when it can be written: a file without a name was made in it."""
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"x")
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return ""
