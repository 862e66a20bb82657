"""Changing the dashboard in front: panels added, changed, moved, removed, the way back, and keeping it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QMessageBox

from lapwing.domain.monitoring import dashboard_layout as layout
from lapwing.domain.monitoring.dashboards import Dashboard, Panel, PanelKind
from lapwing.gui.monitor.dashboard_draft import DashboardDraft
from lapwing.gui.shell.monitor_dashboards import title_of_copy
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.questions import Choice, ask
from lapwing.gui.widgets.reading_order import focus_into

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage

_SIZE: Final = {
    PanelKind.VALUE: (3, 4),
    PanelKind.GAUGE: (3, 8),
}
_USUAL_SIZE: Final = (4, 12)


class DashboardChanging(QObject):
    """Of one page. What is changed is a draft until it is saved. Qt's thread."""

    def __init__(self, page: "MonitorPage") -> None:
        super().__init__(page)
        self._page = page
        view, bar = page.view, page.edit_bar
        view.panels_changed.connect(self._lay_out)
        view.edit_wanted.connect(self.edit_panel)
        view.removal_wanted.connect(self.remove_panel)
        view.menu_wanted.connect(self._show_panel_menu)
        view.panel_wanted.connect(self.add_panel)
        bar.title_changed.connect(self._rename)
        bar.action_wanted.connect(lambda action_id: self._page.handlers()[action_id]())

    def handlers(self) -> Handlers:
        page = self._page
        found: Handlers = {
            "dashboard.new": lambda: page.start(self._add_new()),
            "dashboard.edit": self.toggle,
            "dashboard.add_panel": self.add_panel,
            "dashboard.save": self.save,
            "dashboard.revert": self.revert,
            "dashboard.duplicate": self.duplicate,
            "dashboard.remove": lambda: page.start(self._remove_dashboard()),
        }
        if page.tab not in page.dashboards.drafts:
            return found
        return {**found, "edit.undo": self.undo, "edit.redo": self.redo, "file.save": self.save}

    @property
    def draft(self) -> DashboardDraft | None:
        """What is being changed of the dashboard in front."""
        return self._page.dashboards.drafts.get(self._page.tab)

    @property
    def is_editing(self) -> bool:
        return self.draft is not None and self._page.part is None

    def show_bar(self) -> None:
        """Show the row of tools while the dashboard in front is changed."""
        draft, bar = self.draft, self._page.edit_bar
        bar.setVisible(self.is_editing)
        if draft is not None:
            is_own = self._page.dashboards.is_own(self._page.tab)
            bar.show_draft(
                draft.now.title,
                is_changed=draft.is_changed,
                is_own=is_own,
                can_undo=draft.can_undo,
                can_redo=draft.can_redo,
            )
        self._page.toggles_changed.emit()

    # beginning and ending

    def toggle(self) -> None:
        """Begin to change the dashboard in front, or stop; what was changed and not saved stays for the next time."""
        page = self._page
        draft = self.draft
        if draft is None:
            page.dashboards.edit(page.tab)
        elif not draft.is_changed:
            page.dashboards.drop(page.tab)
        page.show_draft()

    def save(self) -> None:
        if self.draft is not None and self.draft.is_changed:
            self._page.start(self._save())

    async def _save(self) -> None:
        page = self._page
        title = ""
        if not page.dashboards.is_own(page.tab) and page.shown is not None:
            taken = page.dashboards.offered
            is_named = page.shown.title not in {offer.dashboard.title for offer in taken.values()}
            title = page.shown.title if is_named else self._copy_title(page.shown.title)
        page.show_tab(await page.dashboards.save(page.tab, title))

    def _copy_title(self, title: str) -> str:
        return title_of_copy(title, self._page.dashboards.offered, self.tr("{title} (copy)"))

    def revert(self) -> None:
        self._page.dashboards.drop(self._page.tab)
        self._page.show_draft()

    def duplicate(self) -> None:
        if self._page.shown is not None:
            self._page.start(self._duplicate(self._page.shown))

    async def _duplicate(self, shown: Dashboard) -> None:
        made = replace(shown, title=self._copy_title(shown.title))
        self._page.show_tab(await self._page.dashboards.add(made))

    async def _add_new(self) -> None:
        page = self._page
        title = title_of_copy(self.tr("My dashboard"), page.dashboards.offered, "{title}")
        tab = await page.dashboards.add(Dashboard("", title, (), dialect=page.dialect))
        page.dashboards.edit(tab)
        page.show_tab(tab)
        focus_into(page.view)  # what had the focus went with the dashboard that was in front

    async def _remove_dashboard(self) -> None:
        page = self._page
        if not page.dashboards.is_own(page.tab):
            return
        kept = page.dashboards.offered[page.tab].kept
        role = QMessageBox.ButtonRole
        answer = await ask(
            page,
            self.tr("Remove dashboard"),
            self.tr("Remove the dashboard {title}?").replace("{title}", kept.dashboard.title),
            kept.path,
            (
                Choice("remove", self.tr("Remove"), role.DestructiveRole),
                Choice("keep", self.tr("Cancel"), role.RejectRole),
            ),
            default="keep",
            escape="keep",
        )
        if answer == "remove":
            await page.dashboards.remove(page.tab)

    # changes

    def _begun(self) -> DashboardDraft | None:
        """The draft, begun where it is not yet."""
        return self._page.dashboards.edit(self._page.tab)

    def _set_panels(self, panels: tuple[Panel, ...]) -> None:
        draft = self._begun()
        if draft is not None and draft.set_panels(panels):
            self._page.show_draft()

    def _lay_out(self, panels: tuple[Panel, ...]) -> None:
        self._set_panels(panels)

    def _rename(self, title: str) -> None:
        draft = self.draft
        if draft is not None and title.strip() and draft.change(replace(draft.now, title=title)):
            self._page.show_draft()

    def undo(self) -> None:
        if self.draft is not None:
            self.draft.undo()
            self._page.show_draft()

    def redo(self) -> None:
        if self.draft is not None:
            self.draft.redo()
            self._page.show_draft()

    def _panels(self) -> tuple[Panel, ...]:
        return self._page.shown.panels if self._page.shown is not None else ()

    def _panel(self, panel_id: str) -> Panel | None:
        return next((panel for panel in self._panels() if panel.id == panel_id), None)

    def remove_panel(self, panel_id: str) -> None:
        if self._panel(panel_id) is not None:
            self._set_panels(layout.removed(self._panels(), panel_id))

    def duplicate_panel(self, panel_id: str) -> None:
        panel, draft = self._panel(panel_id), self._begun()
        if panel is not None and draft is not None:
            self._add(replace(panel, id=draft.free_id(panel.id)))

    def _add(self, panel: Panel) -> None:
        self._set_panels(layout.added(self._panels(), panel))
        self._page.view.reveal(panel.id)

    # the dialog

    def add_panel(self) -> None:
        """Ask what a new panel shows."""
        self._open_dialog(Panel("", "", PanelKind.LINE, (), lowest=0.0))

    def edit_panel(self, panel_id: str) -> None:
        """Ask what a panel is to show."""
        panel = self._panel(panel_id)
        if panel is not None:
            self._open_dialog(panel)

    def _open_dialog(self, panel: Panel) -> None:
        from lapwing.gui.monitor.panel_dialog import PanelDialog  # only now: it is seldom needed

        page = self._page
        dialog = PanelDialog(page.feed, panel, {each.id: each.name for each in page.saved.connections}, page.window())
        dialog.accepted_panel.connect(self._take)
        dialog.open()

    def _take(self, panel: Panel) -> None:
        draft = self._begun()
        if draft is None:
            return
        if panel.id:
            self._set_panels(tuple(panel if each.id == panel.id else each for each in self._panels()))
            return
        width, height = _SIZE.get(panel.kind, _USUAL_SIZE)
        self._add(replace(panel, id=draft.free_id(panel.kind.value), width=width, height=height))

    # the menu of a panel

    def _show_panel_menu(self, panel_id: str, at: QPoint) -> None:
        panel = self._panel(panel_id)
        if panel is None:
            return
        menu = QMenu(self._page)
        menu.setObjectName("panel_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        saving = self._page.saving
        canvas = self._page.view.canvas
        enlarge = self.tr("Show &all panels") if canvas.enlarged else self.tr("En&large")
        entries = (
            ("enlarge", enlarge, lambda: canvas.enlarge("" if canvas.enlarged else panel_id)),
            ("edit", self.tr("&Edit panel…"), lambda: self.edit_panel(panel_id)),
            ("duplicate", self.tr("&Duplicate"), lambda: self.duplicate_panel(panel_id)),
            ("remove", self.tr("&Remove"), lambda: self.remove_panel(panel_id)),
            ("", "", None),
            ("image", self.tr("Save as &image…"), lambda: saving.save_panel_image(panel_id)),
            ("csv", self.tr("Save as &CSV…"), lambda: saving.save_panel_csv(panel_id)),
        )
        for name, title, do in entries[1:] if self.is_editing else entries:
            if do is None:
                menu.addSeparator()
                continue
            action = menu.addAction(title)
            action.setObjectName(f"panel_menu.{name}")
            action.triggered.connect(lambda _checked=False, do=do: do())
        menu.popup(at)
