"""What is said of sessions, in the person's language. What a server says is made visible."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from lapwing.domain.monitoring.activity import ActivitySession
from lapwing.domain.monitoring.blocking import Blocking, BlockingNode
from lapwing.domain.monitoring.sessions import ActivityCounts
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.monitor.sessions_rows import Grouping, Look, SessionColumn, SessionRow, look_of

_MINUTE_S: Final = 60
_HOUR_S: Final = 3_600
_DAY_S: Final = 86_400
_EXACT_S: Final = 10.0
_LINE: Final = 400
_LOOKS: Final = {
    Look.BLOCKED: QT_TRANSLATE_NOOP("Sessions", "blocked"),
    Look.WAITING: QT_TRANSLATE_NOOP("Sessions", "waiting"),
    Look.ACTIVE: QT_TRANSLATE_NOOP("Sessions", "active"),
    Look.ABORTED: QT_TRANSLATE_NOOP("Sessions", "failed transaction"),
    Look.IN_TRANSACTION: QT_TRANSLATE_NOOP("Sessions", "idle in transaction"),
    Look.IDLE: QT_TRANSLATE_NOOP("Sessions", "idle"),
    Look.OTHER: QT_TRANSLATE_NOOP("Sessions", "other"),
}
COLORS: Final = {
    Look.BLOCKED: "bad",
    Look.WAITING: "warning",
    Look.ACTIVE: "accent_text",
    Look.ABORTED: "bad",
    Look.IN_TRANSACTION: "warning",
    Look.IDLE: "faint_text",
    Look.OTHER: "faint_text",
}
"""Tokens of the theme."""
_TITLES: Final = {
    SessionColumn.SESSION: QT_TRANSLATE_NOOP("Sessions", "Session"),
    SessionColumn.STATE: QT_TRANSLATE_NOOP("Sessions", "State"),
    SessionColumn.STATEMENT: QT_TRANSLATE_NOOP("Sessions", "Statement"),
    SessionColumn.STATEMENT_AGE: QT_TRANSLATE_NOOP("Sessions", "Running"),
    SessionColumn.TRANSACTION_AGE: QT_TRANSLATE_NOOP("Sessions", "Transaction"),
    SessionColumn.WAIT: QT_TRANSLATE_NOOP("Sessions", "Waits for"),
    SessionColumn.BLOCKED_BY: QT_TRANSLATE_NOOP("Sessions", "Blocked by"),
    SessionColumn.USER: QT_TRANSLATE_NOOP("Sessions", "User"),
    SessionColumn.DATABASE: QT_TRANSLATE_NOOP("Sessions", "Database"),
    SessionColumn.APPLICATION: QT_TRANSLATE_NOOP("Sessions", "Application"),
    SessionColumn.CLIENT: QT_TRANSLATE_NOOP("Sessions", "Client"),
}
_TIPS: Final = {
    SessionColumn.STATEMENT_AGE: QT_TRANSLATE_NOOP("Sessions", "How long its statement has been running"),
    SessionColumn.TRANSACTION_AGE: QT_TRANSLATE_NOOP("Sessions", "How long its transaction has been open"),
    SessionColumn.BLOCKED_BY: QT_TRANSLATE_NOOP("Sessions", "The sessions that have to end first"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sessions", text)


def title_of(column: SessionColumn) -> str:
    return _tr(_TITLES[column])


def tip_of(column: SessionColumn) -> str:
    """What a column's title does not say; empty: nothing."""
    return _tr(_TIPS[column]) if column in _TIPS else ""


def look_text(look: Look) -> str:
    return _tr(_LOOKS[look])


def state_text(session: ActivitySession) -> str:
    """Its state in a word or two; of the server's own processes, what they are."""
    look = look_of(session)
    return visible_text(session.kind) if look is Look.OTHER and session.kind else look_text(look)


def age_text(seconds: float | None) -> str:
    """How long something lasts, as short as a column needs it: `4.2 s`, `4:07`, `1:04:07`, `3 d 4:07`."""
    if seconds is None:
        return ""
    seconds = max(0.0, seconds)
    if seconds < _MINUTE_S:
        shown = QLocale().toString(seconds, "f", 1 if seconds < _EXACT_S else 0)
        return _tr("{seconds} s").replace("{seconds}", shown)
    minutes, rest = divmod(int(seconds), _MINUTE_S)
    if seconds < _HOUR_S:
        return f"{minutes}:{rest:02}"
    hours, minutes = divmod(minutes, 60)
    if seconds < _DAY_S:
        return f"{hours}:{minutes:02}:{rest:02}"
    days, hours = divmod(hours, 24)
    return _tr("{days} d {time}").replace("{days}", str(days)).replace("{time}", f"{hours}:{minutes:02}")


def long_age_text(seconds: float) -> str:
    """The same in words, for sentences: `4 min`."""
    if seconds < _MINUTE_S:
        return _tr("{seconds} s").replace("{seconds}", str(int(seconds)))
    if seconds < _HOUR_S:
        return _tr("{minutes} min").replace("{minutes}", str(int(seconds // _MINUTE_S)))
    if seconds < _DAY_S:
        hours, rest = divmod(int(seconds), _HOUR_S)
        text = _tr("{hours} h {minutes} min")
        return text.replace("{hours}", str(hours)).replace("{minutes}", str(rest // _MINUTE_S))
    return _tr("{days} d").replace("{days}", str(int(seconds // _DAY_S)))


def first_line(sql: str) -> str:
    """A statement in one line."""
    return visible_text(" ".join(sql[: 4 * _LINE].split())[:_LINE])


def time_text(at: float) -> str:
    """A moment of the last minutes, by this computer's clock."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(int(at * 1000)).time(), "HH:mm:ss")


def cell_text(row: SessionRow, column: SessionColumn) -> str:
    """What stands in a cell."""
    session = row.session
    if session is None:
        return _title_of_row(row, column)
    if column is SessionColumn.SESSION:
        return visible_text(session.id)
    if column is SessionColumn.STATE:
        return state_text(session)
    if column is SessionColumn.STATEMENT:
        return first_line(session.statement)
    if column is SessionColumn.STATEMENT_AGE:
        return age_text(session.statement_age_s)
    if column is SessionColumn.TRANSACTION_AGE:
        return age_text(session.transaction_age_s)
    if column is SessionColumn.BLOCKED_BY:
        return visible_text(", ".join(session.blocked_by))
    return visible_text(str(getattr(session, column.name.lower())))


def _title_of_row(row: SessionRow, column: SessionColumn) -> str:
    """Of a group, or of a blocker that is not listed."""
    if row.node is not None:
        shown = {SessionColumn.SESSION: visible_text(row.title), SessionColumn.STATE: _tr("not listed")}
        return shown.get(column, "")
    if column is not SessionColumn.SESSION:
        return ""
    is_state = row.key[1] == Grouping.STATE
    name = look_text(Look(row.title)) if is_state else visible_text(row.title)
    return f"{name or _tr('none')} · {len(row.children)}"


def below_text(node: BlockingNode) -> str:
    """How many sessions wait behind one; empty: none."""
    return QCoreApplication.translate("Sessions", "%n wait(s)", "", node.below) if node.below else ""


def blocking_text(blocking: Blocking) -> str:
    """Who waits, and for whom in the end, in a sentence; empty where nobody does."""
    if not blocking.waiting:
        return ""
    waits = QCoreApplication.translate("Sessions", "%n session(s) wait", "", blocking.waiting)
    root = blocking.roots[0]
    said = _tr("the root is {session}") if len(blocking.roots) == 1 else _tr("the worst of {count} roots is {session}")
    if root.in_cycle:
        said = _tr("{session} waits for itself through others, a deadlock")
    said = said.replace("{count}", str(len(blocking.roots))).replace("{session}", _root_text(root))
    return f"{waits}; {said}."


def _root_text(root: BlockingNode) -> str:
    session = root.session
    if session is None:
        return _tr("{session} (not listed: a prepared transaction, or hidden from this account)").replace(
            "{session}", visible_text(root.session_id)
        )
    age = session.state_age_s if look_of(session) is not Look.ACTIVE else session.statement_age_s
    age = age if age is not None else session.transaction_age_s
    words = state_text(session)
    if age is not None:
        words = _tr("{state} for {age}").replace("{state}", words).replace("{age}", long_age_text(age))
    return f"{visible_text(session.id)} ({words})"


def facts_text(session: ActivitySession) -> str:
    """All that is known of a session, in one line."""
    who = "@".join(filter(None, (session.user, session.database)))
    parts = [session.id, who, session.application, session.client, state_text(session)]
    if session.wait:
        parts.append(_tr("waits for {what}").replace("{what}", session.wait))
    if session.is_ours:
        parts.append(_tr("of Lapwing"))
    return visible_text(" · ".join(part for part in parts if part))


def counts_text(counts: ActivityCounts) -> str:
    """A moment of the timeline in words."""
    text = _tr("{time}: {active} active, {waiting} waiting, {blocked} blocked, {idle} idle in transaction")
    for name, value in (
        ("{time}", time_text(counts.at)),
        ("{active}", str(counts.active)),
        ("{waiting}", str(counts.waiting)),
        ("{blocked}", str(counts.blocked)),
        ("{idle}", str(counts.in_transaction)),
    ):
        text = text.replace(name, value)
    return text
