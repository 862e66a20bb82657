"""A dashboard that is being changed, and the way back. No Qt here."""

from dataclasses import replace
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.dashboards import Dashboard, Panel

_MOST: Final = 200


@dataclass
class DashboardDraft:
    """What a person changes before it is saved.

    Attributes:
        now: As it is at the moment.
        saved: As it lies in its file.
    """

    saved: Dashboard

    def __post_init__(self) -> None:
        self.now = self.saved
        self._past: list[Dashboard] = []
        self._future: list[Dashboard] = []

    @property
    def is_changed(self) -> bool:
        return self.now != self.saved

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def change(self, dashboard: Dashboard) -> bool:
        """It is this now; whether that is a difference."""
        if dashboard == self.now:
            return False
        self._past.append(self.now)
        del self._past[:-_MOST]
        self._future.clear()
        self.now = dashboard
        return True

    def set_panels(self, panels: tuple[Panel, ...]) -> bool:
        return self.change(replace(self.now, panels=panels))

    def undo(self) -> None:
        if self._past:
            self._future.append(self.now)
            self.now = self._past.pop()

    def redo(self) -> None:
        if self._future:
            self._past.append(self.now)
            self.now = self._future.pop()

    def free_id(self, stem: str) -> str:
        """An id that no panel has."""
        taken = {panel.id for panel in self.now.panels}
        number = 1
        while (made := stem if number == 1 else f"{stem}_{number}") in taken:
            number += 1
        return made
