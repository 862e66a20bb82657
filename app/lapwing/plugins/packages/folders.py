"""Reading a plugin's folder: its files and nothing that links lead to."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lapwing.domain.plugins.installing_errors import PackageHostile, PackageUnreadable
from lapwing.plugins.packages.archives import MOST_BYTES, MOST_FILES
from lapwing.plugins.packages.names import clash_among, name_problem

_LEFT_OUT: Final = frozenset({"__pycache__", "node_modules"})
"""What tools leave in folders that are worked in; so is whatever begins with a dot or ends with `.egg-info`."""


def files_in_folder(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their names with `/`.

    Raises:
        PackageUnreadable: Something in it cannot be read.
        PackageHostile: It holds links, odd names, or too much.
    """
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    try:
        for name, path in _walk(folder, ""):
            if problem := name_problem(name):
                raise PackageHostile(path=str(folder), reason=problem)
            if len(found) >= MOST_FILES:
                raise PackageHostile(path=str(folder), reason=f"it holds more than {MOST_FILES:,} files.")
            found[name] = read_plain(path, left)
            left -= len(found[name])
    except OSError as error:
        reason = f"{error.filename or folder} cannot be read: {error.strerror or error}."
        raise PackageUnreadable(path=str(folder), reason=reason) from error
    if clash := clash_among(found):
        raise PackageHostile(path=str(folder), reason=clash)
    return found


def _walk(folder: Path, before: str) -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            name = f"{before}{entry.name}"
            if entry.name.startswith(".") or entry.name in _LEFT_OUT or entry.name.endswith((".egg-info", ".pyc")):
                continue
            if entry.is_symlink():
                raise PackageHostile(path=str(folder), reason=f"`{name}` is a link.")
            if entry.is_dir():
                yield from _walk(Path(entry.path), f"{name}/")
            else:
                yield name, Path(entry.path)


def read_plain(path: Path, most: int) -> bytes:
    """The bytes of a file that is no pipe and no device, and not larger than that.

    Raises:
        PackageHostile, OSError
    """
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(fd, "rb") as file:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise PackageHostile(path=str(path), reason="it is no plain file.")
        data = file.read(most + 1)
    if len(data) > most:
        raise PackageHostile(path=str(path), reason=f"it is larger than {most >> 20} MB.")
    return data
