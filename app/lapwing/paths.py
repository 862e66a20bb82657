"""Where shipped files and the user's files lie.

Every folder of the user's can be moved with one variable, `LAPWING_HOME`: tests and portable installations set it.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

_PACKAGE = Path(__file__).resolve().parent
_ADDRESS_BYTES: Final = 107
"""That the address of a Unix socket may have."""


@cache
def shipped() -> Path:
    """The folder that holds `resources/` and `translations/`: inside the wheel, or the top of a checkout."""
    inside = _PACKAGE / "_shipped"
    return inside if inside.is_dir() else _PACKAGE.parents[1]


def resources() -> Path:
    """The shipped `resources` folder."""
    return shipped() / "resources"


def translations() -> Path:
    """The shipped `translations` folder."""
    return shipped() / "translations"


@lru_cache(maxsize=8)
def _in_home(moved: str, kind: str) -> Path:
    """A folder of a home that was moved. Remembered: folders are asked for hundreds of times, and links are looked up
    in each part of a path."""
    return Path(moved).expanduser().resolve() / kind


def _user_folder(kind: str, variable: str, fallback: str) -> Path:
    """The folder of one kind (`config`, `data`, `state`) by the platform's own rule."""
    if moved := os.environ.get("LAPWING_HOME"):
        return _in_home(moved, kind)
    if sys.platform in {"win32", "darwin"}:
        import platformdirs  # only there: on Linux the rule is one line, and start-up counts

        return Path(getattr(platformdirs, f"user_{kind}_path")("lapwing", appauthor=False))
    base = os.environ.get(variable, "")
    return (Path(base) if os.path.isabs(base) else Path.home() / fallback) / "lapwing"


def config() -> Path:
    """Settings and connections: what a person might put under version control."""
    return _user_folder("config", "XDG_CONFIG_HOME", ".config")


def data() -> Path:
    """The sample database and the store."""
    return _user_folder("data", "XDG_DATA_HOME", ".local/share")


def state() -> Path:
    """Journal, logs, layout and result files: what belongs to this machine."""
    return _user_folder("state", "XDG_STATE_HOME", ".local/state")


def journal() -> Path:
    return state() / "journal"


def logs() -> Path:
    return state() / "logs"


def results() -> Path:
    """The folder in which each engine has a result folder of its own."""
    moved = os.environ.get("LAPWING_RESULTS")
    return Path(moved) if moved else state() / "results"


def sample_database() -> Path:
    return data() / "sample.sqlite"


def runtime() -> Path:
    """An owner-only folder for sockets, short enough for the 107 bytes a socket path may have.

    Named after the profile (its state folder), so that two profiles never meet.
    """
    digest = hashlib.sha256(str(state()).encode()).hexdigest()[:12]
    for base in (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir()):
        if os.path.isabs(base) and os.path.isdir(base) and os.access(base, os.W_OK) and len(base) < 60:
            return Path(base) / f"lapwing-{os.getuid() if hasattr(os, 'getuid') else 0}-{digest}"
    return state() / "run"


@contextlib.contextmanager
def socket_address(path: Path) -> Iterator[str]:
    """The address of a Unix socket at `path`; one that is too long goes through its folder's descriptor where that can
    be done.

    Raises:
        OSError: Its folder cannot be opened.
    """
    if len(os.fsencode(path)) <= _ADDRESS_BYTES or not sys.platform.startswith("linux"):
        yield str(path)
        return
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def private_folder(path: Path) -> Path:
    """Make `path` if missing and see that only its owner can enter it.

    Raises:
        PermissionError: It belongs to somebody else, or is a link.
        OSError: It cannot be made.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if hasattr(os, "getuid"):
        facts = path.lstat()
        if path.is_symlink() or facts.st_uid != os.getuid():
            raise PermissionError(f"{path} is not a folder of this user's own.")
        if facts.st_mode & 0o077:
            path.chmod(0o700)
    return path
