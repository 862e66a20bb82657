"""An editor tab as a page of the window: its tab, its status, and what is so in it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from lapwing.gui.actions import Fact, level_facts
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.shell.clock_text import duration_text
from lapwing.gui.shell.page import Dress, Handlers, PageStatus
from lapwing.gui.shell.session_status import session_status
from lapwing.gui.widgets.counts import with_grouped

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab

_USUAL_LEVELS: Final = ("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")
_SHARED: Final = ("rows.filter_equal", "rows.filter_unequal", "rows.clear_filter", "cell.show_value")
_WITH_LEVELS: Final = frozenset({"postgresql", "mysql"})
"""Dialects whose servers have them all."""


def dress_of(tab: "QueryTab", saved: SavedConnections) -> Dress:
    elapsed = tab.elapsed_text
    return Dress(
        f"{tab.title}  {elapsed}" if elapsed else tab.title,
        "file-code",
        saved.color(saved.find(tab.session.place.connection_id)),
        tip=_tip(tab, saved),
        modified=tab.is_modified and tab.file is not None,
        running=tab.session.is_running,
    )


def _tip(tab: "QueryTab", saved: SavedConnections) -> str:
    """Its file, and where it is when that is not the database that its connection names."""
    place, lines = tab.session.place, [str(tab.file.path)] if tab.file is not None else []
    connection = saved.find(place.connection_id)
    if place.database:
        lines.append(f"{connection.name if connection is not None else ''} · {place.database}")
    return "\n".join(lines)


def status_of(tab: "QueryTab", saved: SavedConnections) -> PageStatus:
    line, column = tab.editor.line_and_column()
    caret = QCoreApplication.translate("StatusBar", "Ln {line}, Col {column}").format(line=line, column=column)
    return session_status(tab.session, saved, rows=_rows_text(tab), caret=caret)


def _rows_text(tab: "QueryTab") -> str:
    view = tab.results.current
    parts = []
    if view is not None:
        count = view.row_count
        parts.append(with_grouped(QCoreApplication.translate("StatusBar", "%n row(s)", "", count), count))
    if tab.elapsed_text:
        parts.append(tab.elapsed_text)
    elif view is not None and view.elapsed_s is not None:
        parts.append(duration_text(view.elapsed_s))
    return " · ".join(parts)


def facts_of(tab: "QueryTab") -> set[Fact]:
    view = tab.results.current
    holds = {
        Fact.EDITOR: True,
        Fact.FILE: tab.file is not None,
        Fact.CODE: tab.editor.hasFocus(),
        Fact.CONNECTED: tab.session.place.is_set,
        Fact.RUNNING: tab.session.is_running,
        Fact.TRANSACTION_OPEN: tab.session.has_open_transaction,
        Fact.SESSION: tab.session.facts is not None,
        Fact.RESULT: view is not None,
        Fact.CELL: view is not None and view.grid.hasFocus() and view.grid.currentIndex().isValid(),
        Fact.SORTED: view is not None and bool(view.arrangement.keys),
        Fact.FILTERED: view is not None and bool(view.arrangement.conditions),
        Fact.PAUSED: tab.results.can_fetch_more,
        Fact.SELECTION: view is not None and view.grid.selectionModel().hasSelection(),
    }
    return {fact for fact, is_so in holds.items() if is_so} | level_facts(_levels(tab))


def handlers_of(tab: "QueryTab") -> Handlers:
    """What actions that all pages with rows share do here."""
    found = tab.results.deeds.handlers()
    return {action_id: found[action_id] for action_id in _SHARED if action_id in found}


def _levels(tab: "QueryTab") -> tuple[str, ...]:
    """The isolation levels that can be chosen: those of the session, or those that one of this kind will have."""
    if tab.session.facts is not None:
        return tab.session.facts.isolation_levels
    return _USUAL_LEVELS if tab.session.place.is_set and tab.dialect.id in _WITH_LEVELS else ()
