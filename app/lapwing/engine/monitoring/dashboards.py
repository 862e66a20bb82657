"""Dashboards: those that come with Lapwing, and a person's own, each a file that can be edited by hand."""

import asyncio
import hashlib
import re
import threading
import unicodedata
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.monitoring.dashboard_files import (
    DashboardBroken,
    DashboardChangedElsewhere,
    DashboardIsReady,
    DashboardList,
    DashboardMissing,
    DashboardNotWritten,
    DashboardsChanged,
    DashboardTrouble,
    KeptDashboard,
    ReadDashboard,
    RemoveDashboard,
    SaveDashboard,
)
from lapwing.domain.monitoring.dashboard_text import NoDashboard, read_dashboard, write_dashboard
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.engine.bus import Bus
from lapwing.engine.operations import operation
from lapwing.settings.files import FileLayer, write_whole

READY: Final = "lapwing-"
"""With what the ids of those begin that come with Lapwing."""
_ID: Final = re.compile(r"[\w][\w.-]{0,79}")
_LONGEST_NAME: Final = 48
_MOST_BYTES: Final = 1 << 20


class DashboardsService:
    """Reads the files anew each time they are asked for: a person may have edited them. Event loop's thread."""

    def __init__(self, bus: Bus, layer: FileLayer | None = None) -> None:
        self._bus = bus
        self._layer = layer or FileLayer()
        self._writing = threading.Lock()

    @operation("dashboard.list", needs=Permission.QUERY_READ)
    async def list_dashboards(self) -> DashboardList:
        """All dashboards: those that came with Lapwing, then a person's own; and the files that could not be read."""
        return await asyncio.to_thread(_all)

    @operation("dashboard.read", needs=Permission.QUERY_READ)
    async def read(self, request: ReadDashboard) -> KeptDashboard:
        """One dashboard by its id.

        Raises:
            DashboardMissing, DashboardBroken: It cannot be shown.
        """
        return await asyncio.to_thread(_read, _path(request.dashboard_id))

    @operation("dashboard.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveDashboard) -> KeptDashboard:
        """Write one of a person's own in one step; without an id, or with that of a ready one, as a new file.

        Raises:
            DashboardBroken: What lies in its file is no dashboard, or this is none; the file stays as it is.
            DashboardChangedElsewhere, DashboardNotWritten: The file stays as it is.
        """
        kept = await asyncio.to_thread(self._save, request)
        self._bus.publish(DashboardsChanged(kept.dashboard.id))
        return kept

    def _save(self, request: SaveDashboard) -> KeptDashboard:
        dashboard = request.dashboard
        with self._writing:
            is_new = not dashboard.id or dashboard.id.startswith(READY)
            if is_new:
                dashboard = replace(dashboard, id=_free_id(dashboard.title))
            path = _own_path(dashboard.id)
            text = write_dashboard(dashboard)
            try:
                dashboard = read_dashboard(text, dashboard.id)
            except NoDashboard as error:
                raise DashboardBroken(path=dashboard.title or str(path), reason=str(error)) from error
            if not is_new and path.exists() and request.revision not in {"", _read(path).revision}:
                raise DashboardChangedElsewhere(path=str(path))
            try:
                write_whole(path, text.encode(), self._layer)
            except OSError as error:
                raise DashboardNotWritten(path=str(path), reason=error.strerror or str(error)) from error
        return KeptDashboard(dashboard, str(path), _revision(text.encode()))

    @operation("dashboard.remove", needs=Permission.CONNECTIONS_WRITE)
    async def remove(self, request: RemoveDashboard) -> Done:
        """Delete the file of one of a person's own.

        Raises:
            DashboardMissing, DashboardIsReady, DashboardNotWritten: Nothing was removed.
        """
        if request.dashboard_id.startswith(READY):
            raise DashboardIsReady(dashboard=request.dashboard_id)
        await asyncio.to_thread(partial(_remove, _path(request.dashboard_id)))
        self._bus.publish(DashboardsChanged(request.dashboard_id))
        return Done()


def _own_folder() -> Path:
    return paths.config() / "dashboards"


def _ready_folder() -> Path:
    return paths.resources() / "dashboards"


def _own_path(dashboard_id: str) -> Path:
    """Where one of a person's own lies.

    Raises:
        DashboardMissing: That can be no id.
    """
    if not _ID.fullmatch(dashboard_id):
        raise DashboardMissing(dashboard=dashboard_id)
    return _own_folder() / f"{dashboard_id}.json"


def _path(dashboard_id: str) -> Path:
    path = _own_path(dashboard_id)
    return _ready_folder() / path.name if dashboard_id.startswith(READY) else path


def _revision(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _read(path: Path) -> KeptDashboard:
    """One file.

    Raises:
        DashboardMissing, DashboardBroken
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise NoDashboard("it is larger than a megabyte.")
        found = read_dashboard(data.decode("utf-8-sig"), path.stem)
    except FileNotFoundError as error:
        raise DashboardMissing(dashboard=path.stem) from error
    except OSError as error:
        raise DashboardBroken(path=str(path), reason=f"{error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise DashboardBroken(path=str(path), reason=f"byte {error.start} is no UTF-8.") from error
    except NoDashboard as error:
        raise DashboardBroken(path=str(path), reason=str(error)) from error
    return KeptDashboard(found, str(path), _revision(data), is_ready=path.stem.startswith(READY))


def _all() -> DashboardList:
    ready = [_read(path) for path in sorted(_ready_folder().glob(f"{READY}*.json"))]
    own, broken = [], []
    for path in sorted(_own_folder().glob("*.json")):
        if path.name.startswith("."):
            continue
        try:
            if not _ID.fullmatch(path.stem) or path.stem.startswith(READY):
                reason = f"its name may have letters, digits, dots and hyphens, and not begin with {READY}"
                raise DashboardBroken(path=str(path), reason=f"{reason}.")
            own.append(_read(path))
        except DashboardMissing:
            continue  # removed meanwhile
        except DashboardBroken as error:
            broken.append(DashboardTrouble(str(path), str(error.facts["reason"])))
    own.sort(key=lambda kept: (kept.dashboard.title.casefold(), kept.dashboard.id))
    return DashboardList((*ready, *own), tuple(broken))


def _free_id(title: str) -> str:
    """A name for a file that is not there yet, in letters of the title that every file system has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-") or "dashboard"
    stem = f"my-{stem}" if stem.startswith(READY) else stem
    number = 1
    while (_own_folder() / f"{(made := stem if number == 1 else f'{stem}-{number}')}.json").exists():
        number += 1
    return made


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError as error:
        raise DashboardMissing(dashboard=path.stem) from error
    except OSError as error:
        raise DashboardNotWritten(path=str(path), reason=error.strerror or str(error)) from error
