"""The dashboards of a monitor page: which there are, which is shown, and what is changed of it."""

import json
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.dashboard_files import (
    DashboardList,
    DashboardsChanged,
    DashboardTrouble,
    KeptDashboard,
    RemoveDashboard,
    SaveDashboard,
)
from lapwing.domain.monitoring.dashboard_text import NoDashboard, read_dashboard, write_dashboard
from lapwing.domain.monitoring.dashboards import Dashboard
from lapwing.gui.client import EngineClient
from lapwing.gui.monitor.dashboard_draft import DashboardDraft
from lapwing.gui.monitor.dashboard_words import translated
from lapwing.gui.shell.monitor_parts import rank


@dataclass(frozen=True, slots=True)
class Offered:
    """A dashboard that a page can show, in the person's language."""

    kept: KeptDashboard
    dashboard: Dashboard

    @property
    def tab(self) -> str:
        """Its id among the page's tabs: of ready ones what they are about."""
        own_id = self.kept.dashboard.id
        return own_id.rpartition("-")[2] if self.kept.is_ready else tab_of(own_id)


def tab_of(dashboard_id: str) -> str:
    """The tab of one of a person's own; no ready one and no other part has such an id."""
    return f"own.{dashboard_id}"


class PageDashboards(QObject):
    """Those for servers of one kind. Qt's thread.

    Attributes:
        offered: By tab, in order.
        drafts: What is being changed, by tab.
        broken: Files that could not be read.

    Signals:
        listed(): There are others now, or another order.
        stale(): Somebody saved or removed one.
    """

    listed = Signal()
    stale = Signal()

    def __init__(self, client: EngineClient, dialect: str, parent: QObject) -> None:
        super().__init__(parent)
        self.dialect = dialect
        self.offered: dict[str, Offered] = {}
        self.drafts: dict[str, DashboardDraft] = {}
        self.broken: tuple[DashboardTrouble, ...] = ()
        self._client = client
        self._kept_drafts: dict[str, str] = {}
        client.told.connect(self._hear)

    async def read(self) -> None:
        """Read the list.

        Raises:
            LapwingError: What the engine raises.
        """
        found = await self._client.call("dashboard.list", None, DashboardList)
        self.broken = found.broken
        fitting = [kept for kept in found.dashboards if kept.dashboard.dialect in {"", self.dialect}]
        fitting.sort(key=_rank)
        offers = [Offered(kept, translated(kept.dashboard) if kept.is_ready else kept.dashboard) for kept in fitting]
        self.offered = {offer.tab: offer for offer in offers}
        self._follow_files()
        self._take_up_drafts()
        self.listed.emit()

    def _follow_files(self) -> None:
        """A draft without changes is what lies in the file now; one with changes stays."""
        for tab, draft in list(self.drafts.items()):
            if tab not in self.offered:
                if not draft.is_changed:
                    del self.drafts[tab]
            elif not draft.is_changed:
                self.drafts[tab] = DashboardDraft(self.offered[tab].dashboard)

    def _hear(self, event: Event) -> None:
        if isinstance(event, DashboardsChanged):
            self.stale.emit()

    # what is shown

    def shown(self, tab: str) -> Dashboard | None:
        """The dashboard of a tab as it is at the moment."""
        draft = self.drafts.get(tab)
        if draft is not None:
            return draft.now
        return self.offered[tab].dashboard if tab in self.offered else None

    def is_own(self, tab: str) -> bool:
        """Whether its file is the person's."""
        return tab in self.offered and not self.offered[tab].kept.is_ready

    def is_changed(self, tab: str) -> bool:
        return tab in self.drafts and self.drafts[tab].is_changed

    # changing

    def edit(self, tab: str) -> DashboardDraft | None:
        """Begin to change the one of a tab, or go on; None where there is none."""
        if tab not in self.drafts and tab in self.offered:
            self.drafts[tab] = DashboardDraft(self.offered[tab].dashboard)
        return self.drafts.get(tab)

    def drop(self, tab: str) -> None:
        """Forget what was changed."""
        self.drafts.pop(tab, None)

    async def save(self, tab: str, copy_title: str = "") -> str:
        """Write what was changed; the tab that shows it from now on.

        Args:
            tab: Whose.
            copy_title: What a copy is called; empty: the file itself is written, if it is the person's own.

        Raises:
            LapwingError: What writing raises; the changes are still there.
        """
        dashboard = self.shown(tab)
        assert dashboard is not None, "a tab without dashboard is not saved"
        is_copy = bool(copy_title) or not self.is_own(tab)
        revision = "" if is_copy else self.offered[tab].kept.revision
        made = replace(dashboard, id="" if is_copy else dashboard.id, title=copy_title or dashboard.title)
        kept = await self._write(made, revision)
        self._leave_draft(tab, dashboard, kept.dashboard)
        await self.read()
        return tab_of(kept.dashboard.id)

    async def add(self, dashboard: Dashboard) -> str:
        """Write a new one; its tab."""
        kept = await self._write(replace(dashboard, id=""), "")
        await self.read()
        return tab_of(kept.dashboard.id)

    async def _write(self, dashboard: Dashboard, revision: str) -> KeptDashboard:
        """Write one. It is offered at once: until the list was read, its tab would show what the file was before."""
        kept = await self._client.call("dashboard.save", SaveDashboard(dashboard, revision), KeptDashboard)
        if kept.dashboard.dialect in {"", self.dialect}:
            self.offered[tab_of(kept.dashboard.id)] = Offered(kept, kept.dashboard)
        return kept

    def _leave_draft(self, tab: str, written: Dashboard, kept: Dashboard) -> None:
        """What was changed of a tab was written; what was changed of its own file meanwhile stays to be saved."""
        draft = self.drafts.get(tab)
        if draft is not None and draft.now != written and tab == tab_of(kept.id):
            draft.saved = kept
        else:
            self.drafts.pop(tab, None)

    async def remove(self, tab: str) -> None:
        """Delete its file.

        Raises:
            LapwingError: What the engine raises.
        """
        self.drafts.pop(tab, None)
        await self._client.call("dashboard.remove", RemoveDashboard(self.offered[tab].kept.dashboard.id))
        await self.read()

    # over a restart

    def draft_state(self) -> str:
        """What is changed and not saved, as text; empty: nothing."""
        changed = {tab: write_dashboard(draft.now) for tab, draft in self.drafts.items() if draft.is_changed}
        return json.dumps(changed | self._kept_drafts) if changed or self._kept_drafts else ""

    def keep_drafts(self, text: str) -> None:
        """Take up what `draft_state` gave, once the dashboards are read."""
        try:
            found = json.loads(text or "{}")
            self._kept_drafts = {str(tab): str(told) for tab, told in found.items()}
        except (ValueError, AttributeError):
            self._kept_drafts = {}

    def _take_up_drafts(self) -> None:
        kept, self._kept_drafts = self._kept_drafts, {}
        for tab, text in kept.items():
            draft = self.edit(tab)
            if draft is None:
                continue
            try:
                draft.change(read_dashboard(text, draft.saved.id))
            except NoDashboard:
                continue  # of another version of Lapwing: the file is as it was

    def close(self) -> None:
        self._client.told.disconnect(self._hear)


def _rank(kept: KeptDashboard) -> tuple[int, int, str]:
    return (not kept.is_ready, rank(kept.dashboard.id.rpartition("-")[2]), kept.dashboard.title.casefold())


def title_of_copy(title: str, taken: Mapping[str, Offered], pattern: str) -> str:
    """A title that no other has: `pattern` with the title in braces, and a number where that is taken too."""
    titles = {offer.dashboard.title for offer in taken.values()}
    made = pattern.replace("{title}", title)
    number = 2
    while made in titles:
        made = f"{pattern.replace('{title}', title)} {number}"
        number += 1
    return made
