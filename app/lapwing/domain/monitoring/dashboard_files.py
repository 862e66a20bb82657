"""Dashboards as files: what can be asked of them, and what keeps one from being read or written."""

from typing import ClassVar

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.dashboards import Dashboard


@dataclass(frozen=True, slots=True)
class KeptDashboard:
    """A dashboard and the file that it lies in.

    Attributes:
        revision: Names the bytes of the file; another one once it was changed, by whomever.
        is_ready: It came with Lapwing, and is not written to.
    """

    dashboard: Dashboard
    path: str
    revision: str
    is_ready: bool = False


@dataclass(frozen=True, slots=True)
class DashboardTrouble:
    """A file that is no dashboard; `reason` says where it is wrong, in a sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class DashboardList:
    """Ready ones first, then a person's own by title; `broken` are files that could not be read."""

    dashboards: tuple[KeptDashboard, ...] = ()
    broken: tuple[DashboardTrouble, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDashboard:
    dashboard_id: str


@dataclass(frozen=True, slots=True)
class SaveDashboard:
    """Write one of a person's own.

    Attributes:
        dashboard: With an empty id, or that of a ready one, it becomes a new file named after its title.
        revision: The one that was changed; the file must still be as it was then. Empty: whatever is there.
    """

    dashboard: Dashboard
    revision: str = ""


@dataclass(frozen=True, slots=True)
class RemoveDashboard:
    dashboard_id: str


@dataclass(frozen=True, slots=True)
class DashboardsChanged(Event):
    """A dashboard was saved or removed."""

    name: ClassVar[str] = "dashboards.changed"
    dashboard_id: str


class DashboardBroken(LapwingError):
    """Facts: `path`, `reason` (where it is wrong, a sentence)."""

    code = "dashboard.broken"
    message = "The dashboard {path} cannot be read: {reason}"
    hint = "Correct the file in a text editor, or remove it. Lapwing does not write to it as it is."
    exit_code = 2


class DashboardMissing(LapwingError):
    code = "dashboard.missing"
    message = "There is no dashboard {dashboard}."
    hint = "It may have been removed or renamed; ask for the list of dashboards."
    exit_code = 2


class DashboardIsReady(LapwingError):
    code = "dashboard.ready"
    message = "The dashboard {dashboard} came with Lapwing and stays as it is."
    hint = "Save a copy of it, and change that."
    exit_code = 2


class DashboardChangedElsewhere(LapwingError):
    code = "dashboard.changed_elsewhere"
    message = "The file {path} was changed by another program since it was opened."
    hint = "Open the dashboard again to see what was changed, or save yours as a copy."


class DashboardNotWritten(LapwingError):
    """Facts: `path`, `reason` (the operating system's words)."""

    code = "dashboard.not_written"
    message = "The dashboard {path} cannot be written: {reason}."
    hint = "See that there is room on the disk and that the folder may be written to, then save again."
