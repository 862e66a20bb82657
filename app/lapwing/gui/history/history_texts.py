"""What the history says of an entry, in the person's language. Names and errors of servers are made visible."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from lapwing.domain.history import HistoryEntry, HistoryFace, HistoryState
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.widgets.counts import grouped, with_grouped
from lapwing.gui.widgets.moments import exact_text

_WORDS: Final = {
    HistoryState.WAITING: QT_TRANSLATE_NOOP("History", "Waiting"),
    HistoryState.RUNNING: QT_TRANSLATE_NOOP("History", "Running"),
    HistoryState.DONE: QT_TRANSLATE_NOOP("History", "Done"),
    HistoryState.FAILED: QT_TRANSLATE_NOOP("History", "Failed"),
    HistoryState.CANCELLED: QT_TRANSLATE_NOOP("History", "Cancelled"),
    HistoryState.UNKNOWN: QT_TRANSLATE_NOOP("History", "Unknown: it may have been done"),
}
STATE_ICONS: Final = {
    HistoryState.WAITING: ("clock", "faint_text"),
    HistoryState.RUNNING: ("run", "accent_text"),
    HistoryState.DONE: ("check", "good"),
    HistoryState.FAILED: ("error", "bad"),
    HistoryState.CANCELLED: ("stop", "dim_text"),
    HistoryState.UNKNOWN: ("help", "warning"),
}
"""A drawing and its colour."""
_FILES: Final = frozenset({"sqlite"})
"""Dialects whose databases are files."""
_SECOND_S: Final = 1.0
_MINUTE_S: Final = 60.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)


def state_text(state: HistoryState) -> str:
    """How far a statement came."""
    return QCoreApplication.translate("History", _WORDS[HistoryState(state)])


def duration_text(seconds: float | None) -> str:
    """How long it took, with as many digits as tell something."""
    if seconds is None:
        return ""
    if seconds < _SECOND_S:
        return _tr("{milliseconds} ms").replace("{milliseconds}", f"{seconds * 1000:.0f}" if seconds > 0.001 else "< 1")
    if seconds < _MINUTE_S:
        return _tr("{seconds} s").replace("{seconds}", QLocale().toString(seconds, "f", 2 if seconds < 10 else 1))
    return str(dt.timedelta(seconds=round(seconds)))


def rows_of(entry: HistoryEntry) -> int | None:
    """Rows fetched, or else changed."""
    return entry.rows_fetched if entry.rows_fetched is not None else entry.rows_affected


def rows_text(entry: HistoryEntry) -> str:
    count = rows_of(entry)
    return "" if count is None else grouped(count)


def place_text(entry: HistoryEntry) -> str:
    """Connection, database and schema, without what the name before says already."""
    parts = [entry.connection]
    parts += [part for part in (entry.database, entry.schema) if part and part not in parts[0]]
    return visible_text(" · ".join(parts))


def short_place_text(entry: HistoryEntry) -> str:
    """The same without the path of a file, which is mostly what the connection is called after."""
    database = "" if entry.dialect in _FILES else entry.database
    names = [entry.connection, database if database not in entry.connection else ""]
    return visible_text(" · ".join(name for name in names if name))


def first_line(sql: str, most: int = 300) -> str:
    """The statement in one line."""
    return visible_text(" ".join(sql[: 4 * most].split())[:most])


def facts_text(entry: HistoryEntry) -> str:
    """All that is known of it, in one line."""
    parts = [state_text(entry.state), place_text(entry), exact_text(entry.started), duration_text(entry.elapsed_s)]
    if entry.rows_fetched is not None:
        text = QCoreApplication.translate("History", "%n row(s)", "", entry.rows_fetched)
        parts.append(with_grouped(text, entry.rows_fetched))
    elif entry.rows_affected is not None:
        text = QCoreApplication.translate("History", "%n row(s) affected", "", entry.rows_affected)
        parts.append(with_grouped(text, entry.rows_affected))
    if entry.face == HistoryFace.COMMAND_LINE:
        parts.append(_tr("from the command line"))
    if entry.plugin_id:
        parts.append(_tr("by the plugin {name}").replace("{name}", visible_text(entry.plugin_id)))
    return " · ".join(part for part in parts if part)


def parameters_text(entry: HistoryEntry) -> str:
    """Its parameters with their values, as far as they are kept."""
    said = []
    for one in entry.parameters:
        value = _tr("not kept") if not one.is_kept else "NULL" if one.value is None else one.value
        said.append(f"{one.name} = {value}")
    return visible_text(", ".join(said))
