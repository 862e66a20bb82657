"""Where plugins of a profile lie, and the lock that lets only one process change that."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.plugins.installing_errors import PluginsBusy

if os.name == "posix":
    import fcntl

_TRIES: Final = 100
_BETWEEN_S: Final = 0.1


def root() -> Path:
    """The folder of all that has to do with plugins, in the profile's data."""
    return paths.data() / "plugins"


def installed() -> Path:
    """Holds a folder for each plugin, and in it one for each version that was put there."""
    return root() / "installed"


def staging() -> Path:
    """What is being prepared."""
    return root() / "staging"


def data_folder(plugin_id: str) -> Path:
    """Where a plugin keeps its own files."""
    return root() / "data" / plugin_id


def bundled() -> Path:
    """The plugins that come with Lapwing."""
    return Path(__file__).resolve().parents[1] / "bundled"


@contextmanager
def changing(tries: int = _TRIES) -> Iterator[None]:
    """Be the only one of the profile who changes what is installed. Blocking; waits for ten seconds.

    The system lets the lock go when the process ends, however that is.

    Raises:
        PluginsBusy
        OSError: There is no place for it.
    """
    paths.private_folder(root())
    fd = os.open(root() / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        for tried in range(tries):
            if _locked(fd):
                break
            if tried + 1 < tries:
                time.sleep(_BETWEEN_S)
        else:
            raise PluginsBusy
        yield
    finally:
        os.close(fd)


def _locked(fd: int) -> bool:
    if os.name == "posix":
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
    import msvcrt

    try:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
