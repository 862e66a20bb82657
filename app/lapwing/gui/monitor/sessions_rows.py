"""Which sessions are shown, and how: filtered, ordered, in groups, or as a tree of who blocks whom. No Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from enum import IntEnum, StrEnum
from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import ActivitySession, ActivityState
from lapwing.domain.monitoring.blocking import Blocking, BlockingNode, blocking_of

Key = tuple[str, str, str]
"""What a row is known by from one look to the next: its kind, and what it is of."""


class SessionColumn(IntEnum):
    """In their order."""

    SESSION = 0
    STATE = 1
    STATEMENT = 2
    STATEMENT_AGE = 3
    TRANSACTION_AGE = 4
    WAIT = 5
    BLOCKED_BY = 6
    USER = 7
    DATABASE = 8
    APPLICATION = 9
    CLIENT = 10


class Look(StrEnum):
    """What keeps a session, the most pressing first."""

    BLOCKED = "blocked"
    WAITING = "waiting"
    ACTIVE = "active"
    ABORTED = "aborted"
    IN_TRANSACTION = "in_transaction"
    IDLE = "idle"
    OTHER = "other"


_RANKS: Final = {look: rank for rank, look in enumerate(Look)}
_LOOKS: Final = {
    ActivityState.ACTIVE: Look.ACTIVE,
    ActivityState.IDLE: Look.IDLE,
    ActivityState.IN_TRANSACTION: Look.IN_TRANSACTION,
    ActivityState.ABORTED: Look.ABORTED,
    ActivityState.OTHER: Look.OTHER,
}


def look_of(session: ActivitySession) -> Look:
    """What keeps a session."""
    if session.blocked_by:
        return Look.BLOCKED
    if session.state is ActivityState.ACTIVE and session.wait:
        return Look.WAITING
    return _LOOKS[ActivityState(session.state)]


class Chip(StrEnum):
    """What the quick filters choose; a session may fit several."""

    ACTIVE = "active"
    WAITING = "waiting"
    IN_TRANSACTION = "in_transaction"
    BLOCKED = "blocked"


class Grouping(StrEnum):
    NONE = ""
    USER = "user"
    DATABASE = "database"
    APPLICATION = "application"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown.

    Attributes:
        text: Each of its words must stand somewhere in a session.
        chips: One of them must fit; empty: any session.
        sort: Column, and whether downwards.
        is_tree: Only who blocks or is blocked, below each other; chips, groups and order do not apply.
    """

    text: str = ""
    chips: frozenset[Chip] = frozenset()
    hide_idle: bool = False
    grouping: Grouping = Grouping.NONE
    sort: tuple[SessionColumn, bool] = (SessionColumn.STATE, False)
    is_tree: bool = False


@dataclass(slots=True, eq=False)
class SessionRow:
    """One row: a session, a group of them, or a blocker that is not listed.

    Attributes:
        title: Of a group, its value; of a blocker that is not listed, its id.
        node: Its place in the tree of who blocks whom, where that is shown.
    """

    key: Key
    session: ActivitySession | None = None
    title: str = ""
    node: BlockingNode | None = None
    children: list["SessionRow"] = field(default_factory=list)


def fits_chip(session: ActivitySession, chip: Chip, blockers: frozenset[str]) -> bool:
    """Whether a quick filter shows it; `blockers` are the ids of sessions that others wait for."""
    if chip is Chip.ACTIVE:
        return session.state is ActivityState.ACTIVE
    if chip is Chip.WAITING:
        return bool(session.blocked_by) or (session.state is ActivityState.ACTIVE and bool(session.wait))
    if chip is Chip.IN_TRANSACTION:
        return session.transaction_age_s is not None or session.state in {
            ActivityState.IN_TRANSACTION,
            ActivityState.ABORTED,
        }
    return bool(session.blocked_by) or session.id in blockers


def blockers_of(sessions: Iterable[ActivitySession]) -> frozenset[str]:
    """Ids of those that others wait for."""
    return frozenset(name for session in sessions for name in session.blocked_by)


def rows_of(sessions: Sequence[ActivitySession], wanted: Wanted, blocking: Blocking | None = None) -> list[SessionRow]:
    """The rows at the top, with those below them."""
    words = wanted.text.casefold().split()
    if wanted.is_tree:
        roots = (blocking or blocking_of(sessions)).roots
        return [row for row in map(_tree_row, roots) if not words or _has(row, words)]
    blockers = blockers_of(sessions)
    shown = [each for each in sessions if _is_wanted(each, wanted, words, blockers)]
    shown.sort(key=_order(wanted.sort[0]), reverse=wanted.sort[1])
    if wanted.grouping is Grouping.NONE:
        return list(map(_row, shown))
    groups: dict[str, SessionRow] = {}
    for session in shown:
        value = group_of(session, wanted.grouping)
        group = groups.setdefault(value, SessionRow(("group", wanted.grouping.value, value), title=value))
        group.children.append(_row(session))
    return sorted(groups.values(), key=lambda group: (-len(group.children), group.title))


def group_of(session: ActivitySession, grouping: Grouping) -> str:
    """The value that it is grouped by."""
    if grouping is Grouping.STATE:
        return look_of(session).value
    return str(getattr(session, grouping.value))


def _row(session: ActivitySession) -> SessionRow:
    return SessionRow(("session", session.id, session.began), session)


def _tree_row(root: BlockingNode) -> SessionRow:
    """With all below it; without recursion, because a queue of waiters can be long."""

    def row(node: BlockingNode) -> SessionRow:
        if node.session is None:
            return SessionRow(("unlisted", node.session_id, ""), title=node.session_id, node=node)
        return SessionRow(("session", node.session_id, node.session.began), node.session, node=node)

    top = row(root)
    coming = [(root, top)]
    for node, above in coming:
        for child in node.waiting:
            above.children.append(row(child))
            coming.append((child, above.children[-1]))
    return top


def _has(row: SessionRow, words: Sequence[str]) -> bool:
    """Whether a session of this tree has the words: the tree is then shown whole."""
    coming = [row]
    for each in coming:
        if each.session is not None and _fits(each.session, words):
            return True
        coming.extend(each.children)
    return False


def _is_wanted(session: ActivitySession, wanted: Wanted, words: Sequence[str], blockers: frozenset[str]) -> bool:
    if wanted.hide_idle and _is_quiet(session) and session.id not in blockers:
        return False
    if wanted.chips and not any(fits_chip(session, chip, blockers) for chip in wanted.chips):
        return False
    return _fits(session, words)


def _is_quiet(session: ActivitySession) -> bool:
    """Idle, or a process of the server's own that runs no statement."""
    return look_of(session) is Look.IDLE or (look_of(session) is Look.OTHER and not session.statement)


def _fits(session: ActivitySession, words: Sequence[str]) -> bool:
    if not words:
        return True
    texts = (
        session.id,
        session.user,
        session.database,
        session.client,
        session.application,
        session.kind,
        session.wait,
        session.statement,
        session.state.value,
    )
    text = "\n".join(texts).casefold()
    return all(word in text for word in words)


def _number(text: str) -> tuple[int, str]:
    return (int(text), text) if text.isascii() and text.isdigit() else (0, text)


def _age(seconds: float | None) -> float:
    return seconds if seconds is not None else -1.0


def _order(column: SessionColumn) -> Callable[[ActivitySession], tuple[Any, ...]]:
    """What rows are ordered by, the smallest first; equals follow by id, so that they keep their places."""

    def key(session: ActivitySession) -> tuple[Any, ...]:
        name = _number(session.id)
        if column is SessionColumn.SESSION:
            return (name,)
        if column is SessionColumn.STATE:
            look = look_of(session)
            age = 0.0 if look in {Look.IDLE, Look.OTHER} else -_age(session.transaction_age_s)
            return (_RANKS[look], age, name)
        if column is SessionColumn.STATEMENT_AGE:
            return (_age(session.statement_age_s), name)
        if column is SessionColumn.TRANSACTION_AGE:
            return (_age(session.transaction_age_s), name)
        if column is SessionColumn.BLOCKED_BY:
            return (bool(session.blocked_by), _number(session.blocked_by[0]) if session.blocked_by else (0, ""), name)
        return (str(getattr(session, column.name.lower())).casefold(), name)

    return key
