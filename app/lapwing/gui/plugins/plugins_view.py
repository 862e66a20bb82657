"""The page of plugins: those that are installed, and those that can be had."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event
from lapwing.domain.plugins.facts import (
    ConfigurePlugin,
    KeptSecrets,
    PluginFacts,
    PluginList,
    PluginLog,
    PluginRequest,
    Trust,
)
from lapwing.domain.plugins.installing import PluginInstalled, RemovePlugin
from lapwing.domain.plugins.sources import IndexEntry, IndexRequest, PluginIndex
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text, problems_text
from lapwing.gui.plugins.index_detail import IndexDetail
from lapwing.gui.plugins.index_words import doubtful
from lapwing.gui.plugins.installing import PluginInstalling
from lapwing.gui.plugins.keys_view import KeysView
from lapwing.gui.plugins.list_and_detail import ListAndDetail
from lapwing.gui.plugins.own_words import own_words, own_words_of_index
from lapwing.gui.plugins.plugin_detail import PluginDetail
from lapwing.gui.plugins.plugin_lists import PluginRows, index_model, installed_model
from lapwing.gui.plugins.plugins_tools import PARTS, PluginsTools
from lapwing.gui.plugins.remove_dialog import RemoveDialog
from lapwing.gui.plugins.sources_view import SourcesView
from lapwing.gui.widgets import Banner, EmptyState, Level
from lapwing.gui.widgets.reading_order import bring_to_front

_NEWS_MS: Final = 150
_LOG_MS: Final = 2_000
"""How often the log in sight is read anew."""


class PluginsView(QWidget):
    """Reads from the engine when it is in sight. Qt's thread.

    Attributes:
        part: Which of `PARTS` is in front.

    Signals:
        file_wanted(): a package is to be chosen.
        rearranged(): another part or plugin is in front.
    """

    file_wanted = Signal()
    rearranged = Signal()

    def __init__(self, client: EngineClient, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plugins_view")
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self._index = PluginIndex()
        self._all: tuple[PluginFacts, ...] = ()
        self._wanted = self._wanted_part = ""
        """The id of the plugin that is to be chosen once it is listed."""
        self.part = "installed"
        self.banner = Banner(self, name="plugins_banner")
        self.installing = PluginInstalling(client, self)
        self.plugins = installed_model(self)
        self.entries = index_model(self)
        self.list = PluginRows(self.plugins, self.tr("Installed plugins"), self, name="plugins_list")
        self.index_list = PluginRows(self.entries, self.tr("Plugins that can be had"), self, name="plugins_index")
        self.detail = PluginDetail(self)
        self.index_detail = IndexDetail(self)
        self.sources = SourcesView(client, self.start, self)
        self.keys = KeysView(client, self.start, self)
        self.tools = PluginsTools(self.part, self)
        self.tabs, self.filter = self.tools.tabs, self.tools.filter
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        sentence = self.tr("Plugins add panels, formats, checks and connections to other systems.")
        self.blank = EmptyState("plugin", sentence, self, name="plugins_blank", title=self.tr("No plugins"))
        self.blank.add_button(self.tr("Browse"), name="plugins_blank_browse", primary=True).clicked.connect(
            lambda: self.show_part("browse")
        )
        sentence = self.tr("No index has a plugin that this is found in.")
        self.nothing = EmptyState("search", sentence, self, name="plugins_nothing", title=self.tr("Nothing found"))
        self._installed = ListAndDetail(self.list, self.detail, self)
        self._browse = ListAndDetail(self.index_list, self.index_detail, self)
        self.stack = QStackedWidget(self)
        for page in (self._installed, self.blank, self._browse, self.nothing, self.sources, self.keys):
            self.stack.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.tools)
        down.addWidget(self.banner)
        down.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._news = self._timer(_NEWS_MS, self._follow, is_single=True)
        self._logs = self._timer(_LOG_MS, self._read_log, is_single=False)
        self._client.told.connect(self._hear)
        self.tools.part_chosen.connect(self.show_part)
        self.tools.filtered.connect(self._show_found)
        self.tools.install_wanted.connect(self.file_wanted)
        self.tools.update_all_wanted.connect(self._update_all)
        self.tools.index_wanted.connect(self.sources.add_index)
        self.tools.wheels_wanted.connect(self.sources.add_wheels)
        self.tools.key_wanted.connect(self.keys.add)
        self.list.chosen.connect(self._show_plugin)
        self.index_list.chosen.connect(self._show_entry)
        self.index_list.opened.connect(self._install_entry)
        self.list.delete_wanted.connect(lambda: self._remove(self.chosen))
        self.plugins.ticked.connect(self._enable)
        self.detail.enable_wanted.connect(self._enable)
        self.detail.update_wanted.connect(lambda facts: self.installing.begin(f"index:{facts.manifest.id}"))
        self.detail.remove_wanted.connect(self._remove)
        self.detail.configured.connect(self._configure)
        self.detail.secrets_wanted.connect(lambda facts: self.start(self._read_secrets(facts.manifest.id)))
        self.detail.part_shown.connect(lambda part: self._read_log() if part == "log" else None)
        self.index_detail.install_wanted.connect(self._install_entry)
        self.installing.installed.connect(self._installed_one)
        self.installing.trouble.connect(lambda text: self.banner.say(Level.ERROR, text))
        self.installing.working.connect(self.tools.install.setDisabled)
        self.installing.working.connect(self.tools.update_all.setDisabled)
        self.installing.updated.connect(self._say_updated)

    def _timer(self, every_ms: int, work: Any, *, is_single: bool) -> QTimer:
        made = QTimer(self)
        made.setInterval(every_ms)
        made.setSingleShot(is_single)
        made.timeout.connect(work)
        return made

    # what is in front

    @property
    def front(self) -> PluginRows:
        """The list in front."""
        lists = {"browse": self.index_list, "sources": self.sources.list, "keys": self.keys.list}
        return lists.get(self.part, self.list)

    @property
    def chosen(self) -> PluginFacts | None:
        """The installed plugin that is chosen."""
        return next(iter(self.list.selected()), None)

    def show_part(self, part: str) -> None:
        """Bring one of `PARTS` to the front."""
        if part != self.part:
            self.banner.clear()
        self.part = part if part in PARTS else "installed"
        self.tools.show_part(self.part)
        self._show_stack()
        if self.isVisible():
            self.refresh()
        self.rearranged.emit()

    def _show_stack(self) -> None:
        if self.part == "installed":
            has_any = bool(self.plugins.rows or self.filter.text())
            bring_to_front(self.stack, self._installed if has_any else self.blank)
        elif self.part == "sources":
            bring_to_front(self.stack, self.sources)
        elif self.part == "keys":
            bring_to_front(self.stack, self.keys)
        else:
            bring_to_front(self.stack, self._browse if self.entries.rows else self.nothing)

    def choose(self, plugin_id: str, part: str = "") -> None:
        """Choose an installed plugin, now or once it is listed, with a part of its detail (one of `PARTS` there)."""
        self._wanted, self._wanted_part = plugin_id, part
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        place = next((at for at, each in enumerate(self.plugins.rows) if each.manifest.id == self._wanted), -1)
        if self._wanted and place >= 0:
            part, self._wanted, self._wanted_part = self._wanted_part, "", ""
            self.list.setCurrentIndex(self.plugins.index(place, 0))
            if part in self.detail.tabs.titles:
                self.detail.show_part(part)

    def _show_plugin(self) -> None:
        before = self.detail.facts
        chosen = self.chosen
        self.detail.show_plugin(chosen)
        if chosen is not None and (before is None or before.manifest.id != chosen.manifest.id):
            self._read_log()
            self.rearranged.emit()

    def _show_entry(self) -> None:
        entry = next(iter(self.index_list.selected()), None)
        self.index_detail.show_entry(entry, self._index)

    # reading

    def _hear(self, event: Event) -> None:
        if event.name == "plugins.changed" and self.isVisible():
            self._news.start()

    def refresh(self) -> None:
        """Read what is in front anew, and ask indexes where it is of them."""
        asking = {"browse": self._read_index, "sources": self.sources.read}
        self.start(asking[self.part](is_fetched=True)) if self.part in asking else self._follow()

    def _follow(self) -> None:
        """Show what is in front as it is known now; no index is asked because of news."""
        if self.part == "browse":
            self.start(self._read_index(is_fetched=False))
        elif self.part == "sources":
            self.start(self.sources.read(is_fetched=False))
        else:
            self.start(self.keys.read() if self.part == "keys" else self._read_installed())

    async def _read_installed(self) -> None:
        self.show_plugins(await self._client.call("plugin.list", None, PluginList))

    def show_plugins(self, found: PluginList) -> None:
        """The installed plugins as they are now."""
        self._all = tuple(own_words(each) for each in found.plugins)
        if found.problems:
            self.banner.say(Level.WARNING, problems_text(found.problems))
        self.installing.enabled = frozenset(each.manifest.id for each in found.plugins if each.is_enabled)
        self.tools.show_updates(sum(bool(each.update) for each in found.plugins))
        self._show_found()

    async def _read_index(self, *, is_fetched: bool) -> None:
        """What indexes said last, at once; then, where they are to be asked, what they say now."""
        for asks in (False, True)[: 1 + is_fetched]:
            self.show_index(await self._client.call("plugin.index", IndexRequest(is_fetched=asks), PluginIndex))

    def show_index(self, found: PluginIndex) -> None:
        """What can be had."""
        self._index = replace(found, entries=tuple(own_words_of_index(each) for each in found.entries))
        self.tools.show_updates(sum(each.is_update for each in found.entries))
        self._say_troubles(doubtful(found.indexes))
        self._show_found()

    def _say_troubles(self, indexes: str) -> None:
        if not indexes:
            return
        text = self.tr("Not all indexes can be relied on now: {list}.").replace("{list}", indexes)
        self.banner.say(Level.WARNING, text)
        more = self.banner.add_action(self.tr("Show sources"), name="plugins_show_sources")
        more.clicked.connect(lambda: self.show_part("sources"))

    def _show_found(self) -> None:
        """Those that the filter finds."""
        wanted = self.filter.text().casefold().split()
        told = [each for each in self._all if _is_found(wanted, each.manifest.name, each.manifest.description)]
        self.list.show_rows(told)
        found = [each for each in self._index.entries if _is_found(wanted, each.name, each.description, each.author)]
        self.index_list.show_rows(found)
        self._show_stack()
        self._choose_wanted()
        self._show_plugin()
        self._show_entry()

    def _read_log(self) -> None:
        facts = self.detail.facts
        if facts is not None and self.detail.tabs.current == "log" and self.isVisible():
            self.start(self._show_log(facts.manifest.id))

    async def _show_log(self, plugin_id: str) -> None:
        log = await self._client.call("plugin.log", PluginRequest(plugin_id), PluginLog)
        if self.detail.facts is not None and self.detail.facts.manifest.id == plugin_id:
            self.detail.show_log(log.lines)

    async def _read_secrets(self, plugin_id: str) -> None:
        kept = await self._client.call("plugin.secrets", PluginRequest(plugin_id), KeptSecrets)
        if self.detail.facts is not None and self.detail.facts.manifest.id == plugin_id:
            self.detail.show_secrets(kept)

    # doing

    def _enable(self, facts: PluginFacts, is_wanted: bool) -> None:
        """Switch it; one that comes with Lapwing is first asked about what it may do."""
        permissions = set(facts.manifest.permissions)
        is_asked = permissions and facts.trust is Trust.BUNDLED and not facts.is_enabled
        if is_wanted and (is_asked or not permissions <= set(facts.granted)):
            self.installing.begin(f"index:{facts.manifest.id}")
            return
        self.start(self._do("plugin.enable" if is_wanted else "plugin.disable", PluginRequest(facts.manifest.id)))

    def _configure(self, facts: PluginFacts, config: dict[str, Any]) -> None:
        self.start(self._keep(facts.manifest.id, config))

    async def _keep(self, plugin_id: str, config: dict[str, Any]) -> None:
        try:
            await self._do("plugin.configure", ConfigurePlugin(plugin_id, config))
        except LapwingError:
            self.detail.not_saved()
            raise
        self.detail.saved()
        self.banner.say(Level.GOOD, self.tr("The settings are kept."))

    def _remove(self, facts: PluginFacts | None) -> None:
        """Ask, and remove it."""
        if facts is None:
            return
        dialog = RemoveDialog(facts, self)
        plugin_id = facts.manifest.id
        dialog.agreed.connect(
            lambda keeps_data: self.start(self._do("plugin.remove", RemovePlugin(plugin_id, keep_data=keeps_data)))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _install_entry(self, entry: IndexEntry) -> None:
        """Install what an index has, or show it where it is installed."""
        if entry.installed == entry.version:
            self.choose(entry.id)
            self.show_part("installed")
        elif entry.fits:
            self.installing.begin(f"index:{entry.id}")

    def _installed_one(self, done: PluginInstalled) -> None:
        self._wanted = done.plugin_id
        self.show_part("installed")
        self.refresh()

    def _update_all(self) -> None:
        """Update what can be; those that want to be allowed more, or that nobody vouches for, are asked about."""
        known = {each.manifest.id: bool(each.update) for each in self._all}
        known |= {each.id: each.is_update for each in self._index.entries if each.installed}
        self.installing.begin_all([f"index:{plugin_id}" for plugin_id, is_later in known.items() if is_later])

    def _say_updated(self, count: int) -> None:
        self.banner.say(Level.GOOD, self.tr("%n plugin(s) were updated.", "", count))
        self.refresh()

    async def _do(self, operation: str, request: object) -> None:
        await self._client.call(operation, request)
        await self._read_installed()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside; what goes wrong with it is said above the lists."""
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    def stop(self) -> None:
        """Nothing is read any more."""
        self._logs.stop()
        self._client.told.disconnect(self._hear)
        self.installing.stop()
        for task in self._tasks:
            task.cancel()

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._logs.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._logs.stop()
        super().hideEvent(event)


def _is_found(wanted: list[str], *texts: str) -> bool:
    whole = " ".join(texts).casefold()
    return all(word in whole for word in wanted)
