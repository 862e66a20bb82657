"""The files of a window's journal, as a kill would leave them."""

import shutil
from pathlib import Path

from helpers.waiting import eventually
from lapwing import paths


def left_behind(target: Path) -> Path:
    """A copy of this home's journal as it is now; what was told to it may not be written yet, unless it was flushed."""
    eventually(lambda: _is_copied(target))
    return target


def _is_copied(target: Path) -> bool:
    """Whether all files could be copied; one that is just being replaced is gone meanwhile."""
    shutil.rmtree(target, ignore_errors=True)
    try:
        shutil.copytree(paths.journal(), target)
    except (shutil.Error, FileNotFoundError):
        return False
    return True
