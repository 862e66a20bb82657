"""A rotating log per process, without secrets and row data, and what a crash leaves behind."""

import faulthandler
import logging
import logging.handlers
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from lapwing import __version__, paths

_MOST_BYTES = 2 << 20
_KEPT = 4
_log = logging.getLogger(__name__)
_crash_file: TextIO | None = None


def start_logs(role: str) -> None:
    """Log to `logs/ROLE.log`, and let a fatal signal write its stacks to `logs/ROLE-PID.crash`.

    A folder that cannot be written costs the log, not the program: warnings then go to stderr.
    """
    global _crash_file
    handler: logging.Handler
    form = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"
    try:
        folder = paths.private_folder(paths.logs())
        handler = logging.handlers.RotatingFileHandler(
            folder / f"{role}.log", maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        _crash_file = (folder / f"{role}-{os.getpid()}.crash").open("w", encoding="utf-8")
        faulthandler.enable(_crash_file)
    except OSError as error:
        handler = logging.StreamHandler(sys.stderr)
        handler.setLevel(logging.WARNING)
        form = "lapwing: %(message)s"
        sys.stderr.write(f"lapwing: no log can be written: {error.strerror or error}\n")
    handler.setFormatter(logging.Formatter(form))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    _log.info("Lapwing %s started on Python %s", __version__, platform.python_version())


def log_uncaught(tell: Callable[[Exception], None]) -> None:
    """Log what nobody catches, too, as in what Qt calls: a window that no terminal started has no stderr to be read.

    Args:
        tell: Is told each of them, in Qt's thread.
    """
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        if isinstance(error, Exception):
            _log.error("nobody caught this", exc_info=(kind, error, trace))
            try:
                tell(error)
            except Exception:
                _log.exception("nobody could be told")

    sys.excepthook = hook


def end_logs() -> None:
    """A good end leaves no crash file behind."""
    global _crash_file
    if _crash_file is not None:
        faulthandler.disable()
        name = _crash_file.name
        _crash_file.close()
        _crash_file = None
        Path(name).unlink(missing_ok=True)


def take_crashes() -> list[Path]:
    """Crash files of processes that no longer live and that wrote something; empty ones are swept."""
    found: list[Path] = []
    for path in sorted(paths.logs().glob("*.crash")) if paths.logs().is_dir() else []:
        pid = path.stem.rpartition("-")[2]
        if pid.isdigit() and _lives(int(pid)):
            continue
        if path.stat().st_size:
            kept = path.with_suffix(".crashed")
            path.rename(kept)
            found.append(kept)
        else:
            path.unlink()
    return found


def _lives(pid: int) -> bool:
    if os.name == "nt":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
