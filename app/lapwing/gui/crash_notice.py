"""What a crash left behind, told once at the next start."""

import logging
import time
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings import logs

_log = logging.getLogger(__name__)
_KEPT: Final = 10
"""Crash files that stay after they were told."""
_ROLES: Final = {"window": "Lapwing's window", "engine": "Lapwing's database engine"}


@dataclass(frozen=True, slots=True)
class CrashNotice:
    """Plain sentences, and the files they are about.

    Attributes:
        sentence: What crashed and when.
        hint: Where the details are.
        files: The newest ones first; each holds the stacks of one process.
    """

    sentence: str
    hint: str
    files: tuple[Path, ...]


def crash_notice() -> CrashNotice | None:
    """What crashed since the last start; None when nothing did. Each crash is told once.

    Only the first process of a profile should ask, so that nothing is told twice.
    """
    try:
        crashed = sorted(logs.take_crashes(), key=_moment, reverse=True)
        _forget_old()
    except OSError as error:
        _log.warning("crash files cannot be read: %s", error)
        return None
    if not crashed:
        return None
    sentence = _sentence(crashed[0])
    if len(crashed) > 1:
        others = "one other process" if len(crashed) == 2 else f"{len(crashed) - 1} other processes"
        sentence += f" {others.capitalize()} crashed before."
    where = crashed[0] if len(crashed) == 1 else crashed[0].parent
    return CrashNotice(sentence, f"Details for a report are in {where}.", tuple(crashed[:_KEPT]))


def _sentence(file: Path) -> str:
    what = _ROLES.get(file.stem.rpartition("-")[0], "A Lapwing process")
    when = time.strftime("%Y-%m-%d at %H:%M", time.localtime(_moment(file)))
    return f"{what} crashed on {when}."


def _moment(file: Path) -> float:
    """When the stacks were written."""
    return file.stat().st_mtime


def _forget_old() -> None:
    """Delete what was told long ago."""
    for old in sorted(paths.logs().glob("*.crashed"), key=_moment, reverse=True)[_KEPT:]:
        old.unlink(missing_ok=True)
