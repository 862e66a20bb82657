"""Anything by a part of its name: Ctrl+P, a few letters, Enter.

Tabs, connections, recent files, settings and commands are known here; tables and views are asked of the
engine, which answers from the names that it knows and connects to nothing but the tab's own connection, and so are
statements that were run.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from shiboken6 import isValid

from lapwing.domain.connections import Connection
from lapwing.domain.errors import EngineGone
from lapwing.domain.events import Event, NamesLoaded
from lapwing.domain.history import HistoryEntry, HistoryPage, SearchHistory
from lapwing.domain.names import FindNames, FoundName, FoundNames
from lapwing.domain.visible import visible_text
from lapwing.gui.browser.descriptions import word_of
from lapwing.gui.browser.kinds import look_of
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.history.history_texts import first_line
from lapwing.gui.shell.command_palette import command_entry
from lapwing.gui.shell.page import Page
from lapwing.gui.shell.palette_panel import PaletteEntry, PalettePanel
from lapwing.settings.declared import FIELDS
from lapwing.sql.fuzzy import Match, match

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_PAUSE_MS: Final = 60
"""After the last letter, before the engine is asked."""
_MOST: Final = 200
_OBJECTS: Final = 60
_STATEMENTS: Final = 20
_SHORTEST: Final = 2
"""Letters from which on objects are looked for."""
_BONUS: Final = {
    "tab": 12.0,
    "connection": 10.0,
    "object": 8.0,
    "file": 6.0,
    "history": -15.0,
    "setting": -25.0,
    "command": -30.0,
}
"""Of two things that fit alike, what a person more likely wants to go to comes first."""


class OpenAnything(PalettePanel):
    """GUI thread.

    Signals:
        object_wanted(ObjectRef): A table, view, routine or schema was chosen.
        setting_wanted(str): A setting was chosen; its name.
        history_wanted(int): A statement that was run was chosen; the id of its entry.
    """

    object_wanted = Signal(object)
    setting_wanted = Signal(str)
    history_wanted = Signal(int)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(
            window,
            name="open_anything",
            title=_tr("Open anything"),
            prompt=_tr("Find a table, a connection, a tab, a file, a statement, a setting or a command"),
            nothing=_tr("Nothing fits"),
        )
        self._shell = window
        self._objects: list[PaletteEntry] = []
        self._asking: asyncio.Task[None] | None = None
        self._is_loading = self._is_entered = False
        """Whether names of a connection are still being read; whether the first is to be opened once it is found."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        window.client.told.connect(self._hear)

    # what is known here

    def take_stock(self) -> None:
        self._objects = []
        self.filter("")

    def filter(self, query: str) -> None:
        """Show what fits of what is known here, and ask the engine for the rest once nothing more is typed."""
        self._objects = [entry for entry in self._objects if _fits(query, entry)] if query.strip() else []
        self._is_loading = self._is_entered = False
        self._stop_asking()
        self._show()
        if len(query.strip().strip("^$")) >= _SHORTEST:
            self._pause.start()
        else:
            self._pause.stop()

    def _show(self, *, keeps_place: bool = False) -> None:
        query = self.query
        found = [*self._tabs(query), *self._connections(query), *self._files(query), *self._objects]
        if query.strip():
            found += [*self._settings(query), *self._commands(query)]
            found.sort(key=lambda entry: -entry.match.score)
            found = [*self._somewhere(query), *found]
        self.model.show_entries(found[:_MOST])
        self.shown_anew(keeps_place=keeps_place)

    def _tabs(self, query: str) -> Iterable[PaletteEntry]:
        documents = self._shell.documents
        for page in documents:
            if isinstance(page, Page) and page is not documents.current and page.title:
                dress = page.dress()
                yield from _entry(
                    "tab",
                    page.id,
                    page.title,
                    query,
                    lambda page=page: documents.show_page(page),  # type: ignore[misc]
                    _tr("tab"),
                    dress.icon_name,
                    dress.color,
                )

    def _connections(self, query: str) -> Iterable[PaletteEntry]:
        saved = self._shell.saved
        for connection in saved.by_use:
            yield from _entry(
                "connection",
                connection.id,
                connection.name,
                query,
                lambda found=connection: self._open_connection(found),  # type: ignore[misc]
                _tr("connection"),
                "filled-dot",
                saved.color(connection),
                path=connection.group,
            )

    def _somewhere(self, query: str) -> Iterable[PaletteEntry]:
        """Connecting to a URL that was typed or pasted here."""
        if "://" in query:
            do = partial(self._shell.edit_connection, place=query.strip())
            title = _tr("Connect to this place…")
            yield PaletteEntry("connect/place", title, Match(0, frozenset()), do, "", _tr("connection"), "connection")

    def _open_connection(self, connection: Connection) -> None:
        self._shell.navigator.show()
        self._shell.navigator.reveal(connection.id)
        self._shell.new_editor(connection_id=connection.id)

    def _files(self, query: str) -> Iterable[PaletteEntry]:
        for path in self._shell.recent.paths:
            yield from _entry(
                "file",
                path,
                Path(path).name,
                query,
                lambda path=path: self._shell.open_paths([path]),  # type: ignore[misc]
                _tr("file"),
                "file-code",
                path=str(Path(path).parent),
            )

    def _settings(self, query: str) -> Iterable[PaletteEntry]:
        from lapwing.gui.preferences.texts import declared_text

        for name, facts in FIELDS.items():
            yield from _entry(
                "setting",
                name,
                declared_text(facts.title),
                query,
                lambda name=name: self.setting_wanted.emit(name),  # type: ignore[misc]
                _tr("setting"),
                "settings",
                path=declared_text(facts.group),
            )

    def _commands(self, query: str) -> Iterable[PaletteEntry]:
        actions = self._shell.actions_of_window.set
        for action in actions.enabled():
            if action.id not in {"anything.open", "palette.open"}:
                entry = command_entry(actions, action, query)
                if entry is not None:
                    yield _with_bonus("command", entry)

    # what is chosen

    @property
    def _is_looking(self) -> bool:
        """Whether what fits what was typed is not all here yet."""
        is_asking = self._asking is not None and not self._asking.done()
        return self._pause.isActive() or is_asking or (self._is_loading and not self.model.shown)

    def enter(self) -> None:
        """Do what is chosen; where what was typed is still looked for and nobody chose, the first once all is found.

        While names of a connection are still being read, Enter once more takes the first of what is shown.
        """
        if self._is_looking and self._list.currentIndex().row() <= 0:
            self._is_entered = True
        else:
            super().enter()

    def step(self, by: int, *, around: bool) -> None:
        self._is_entered = False
        super().step(by, around=around)

    def _show_answer(self) -> None:
        self._is_entered = self._is_entered and self._list.currentIndex().row() <= 0
        self._show(keeps_place=True)
        if self._is_entered and not self._is_loading:
            self._is_entered = False
            super().enter()

    # what the engine knows

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _ask(self) -> None:
        self._stop_asking()
        self._asking = asyncio.ensure_future(self._find(self.query))

    async def _find(self, query: str) -> None:
        page = self._shell.tab
        here = page.session.place.connection_id if page is not None else ""
        sessions = {
            tab.session.place.connection_id: tab.session.facts.session_id
            for tab in self._shell.editors()
            if tab.session.facts is not None and not tab.session.place.database
        }
        asked = [
            self._found(
                connection,
                FindNames(
                    query,
                    connection.id,
                    sessions.get(connection.id, ""),
                    _OBJECTS,
                    may_connect=connection.id == here,
                ),
            )
            for connection in self._shell.saved.connections
        ]
        answers, statements = await asyncio.gather(asyncio.gather(*asked), self._run_before(query))
        if isValid(self) and query == self.query and self.isVisible():
            self._objects = [entry for entries, _ in answers for entry in entries] + statements
            self._is_loading = any(is_loading for _, is_loading in answers)
            self._show_answer()

    async def _found(self, connection: Connection, request: FindNames) -> tuple[list[PaletteEntry], bool]:
        """What fits of a connection, and whether more of its names are being read."""
        try:
            answer = await self._shell.client.call("names.find", request, FoundNames)
        except EngineGone:  # the status bar says that it is
            return [], False
        entries = [entry for found in answer.names for entry in self._object(connection, found, request.query)]
        return entries, answer.is_loading

    async def _run_before(self, query: str) -> list[PaletteEntry]:
        """Statements that were run, each text once."""
        wanted = SearchHistory(query.strip("^$ "), limit=_STATEMENTS)
        try:
            page = await self._shell.client.call("history.search", wanted, HistoryPage)
        except EngineGone:  # the status bar says that it is
            return []
        texts = {first_line(entry.sql): entry for entry in reversed(page.entries)}
        return [found for title, entry in texts.items() for found in self._statement(entry, title, query)]

    def _statement(self, entry: HistoryEntry, title: str, query: str) -> Iterable[PaletteEntry]:
        color = self._shell.saved.color(self._shell.saved.find(entry.connection_id))
        do = partial(self.history_wanted.emit, entry.id)
        path = entry.connection
        return _entry("history", str(entry.id), title, query, do, _tr("history"), "history", color, path=path)

    def _object(self, connection: Connection, found: FoundName, query: str) -> Iterable[PaletteEntry]:
        with_schema, look = "." in query, look_of(found.kind)
        about = ObjectRef(
            connection.id, kind=found.kind, schema=found.schema, name=found.name, signature=found.signature
        )
        name = f"{found.name}({found.signature})" if found.signature else found.name
        return _entry(
            "object",
            f"{connection.id}/{found.kind}/{found.schema}.{name}",
            f"{found.schema}.{name}" if with_schema and found.schema else name,
            query,
            lambda: self.object_wanted.emit(about),
            word_of(found.kind),
            look.icon,
            look.color,
            path=connection.name if with_schema or not found.schema else f"{found.schema} · {connection.name}",
        )

    def _hear(self, event: Event) -> None:
        """Names of a connection came after they had been asked for."""
        if isinstance(event, NamesLoaded) and self.isVisible() and len(self.query.strip()) >= _SHORTEST:
            self._pause.start()


def _entry(
    kind: str,
    entry_id: str,
    name: str,
    query: str,
    do: Callable[[], object],
    kind_text: str,
    icon_name: str,
    color: str = "dim_text",
    *,
    path: str = "",
) -> Iterable[PaletteEntry]:
    """One entry, or none where the query does not fit."""
    title = visible_text(name)
    found = match(query, title)
    if found is not None:
        entry = PaletteEntry(f"{kind}/{entry_id}", title, found, do, visible_text(path), kind_text, icon_name, color)
        yield _with_bonus(kind, entry)


def _with_bonus(kind: str, entry: PaletteEntry) -> PaletteEntry:
    return replace(entry, match=Match(entry.match.score + _BONUS[kind], entry.match.positions))


def _fits(query: str, entry: PaletteEntry) -> bool:
    return match(query, entry.title) is not None


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenAnything", text)
