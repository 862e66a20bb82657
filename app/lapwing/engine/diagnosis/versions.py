"""Which versions work together here. Qt and the drivers are asked by their metadata, not imported."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from lapwing import __version__, paths
from lapwing.domain.diagnosis import Finding, State
from lapwing.ipc.frames import PROTOCOL

_PACKAGES = {"PySide6-Essentials": "the window cannot open", "apsw": "no SQLite file can be opened"}
"""Package to what does not work without it."""


def check_versions() -> Iterator[Finding]:
    yield Finding("Lapwing", f"{__version__}, line protocol {PROTOCOL}")
    yield Finding("Python", f"{platform.python_version()} ({platform.python_implementation()}), {sys.executable}")
    for package, loss in _PACKAGES.items():
        yield _package(package, loss)
    yield Finding("platform", f"{platform.platform()}, {os.cpu_count() or 1} processors")
    shipped = paths.resources()
    if shipped.is_dir():
        yield Finding("shipped files", str(shipped))
    else:
        yield Finding("shipped files", f"{shipped} is missing; install Lapwing again.", State.PROBLEM)


def _package(package: str, loss: str) -> Finding:
    try:
        return Finding(package, version(package))
    except PackageNotFoundError:
        return Finding(package, f"not installed, so {loss}; run `make`, or install Lapwing again.", State.PROBLEM)
