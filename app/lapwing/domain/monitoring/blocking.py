"""Who blocks whom: a forest of sessions, the ones that everybody waits for on top. Pure functions."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import field

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import ActivitySession


@dataclass(slots=True)
class BlockingNode:
    """One session in the forest.

    Each session stands there once, below the blocker that is nearest to a root: what has to end first for it to go on.

    Attributes:
        session: None where it blocks others and is not in the list: a prepared transaction, or a session that this
            account may not see.
        waiting: Those that wait for it, in the order of the list.
        others: Ids of further sessions that it waits for, which stand elsewhere.
        below: How many sessions wait for it, directly or behind others.
        in_cycle: Whether it waits for itself through others: a deadlock that the server has not found yet.
    """

    session_id: str
    session: ActivitySession | None = None
    waiting: list["BlockingNode"] = field(default_factory=list)
    others: tuple[str, ...] = ()
    below: int = 0
    in_cycle: bool = False


@dataclass(frozen=True, slots=True)
class Blocking:
    """Who waits, and for whom in the end.

    Attributes:
        roots: The one that most sessions wait for first.
        waiting: How many sessions wait for others.
    """

    roots: tuple[BlockingNode, ...]
    waiting: int


def blocking_of(sessions: Iterable[ActivitySession]) -> Blocking:
    """The forest of the sessions that block or are blocked; linear in sessions and in what they wait for."""
    known: dict[str, ActivitySession] = {}
    for session in sessions:
        known.setdefault(session.id, session)
    blockers = {each.id: blocked for each in known.values() if (blocked := _others(each))}
    behind: dict[str, list[str]] = {}
    for waiter, of in blockers.items():
        for blocker in of:
            behind.setdefault(blocker, []).append(waiter)
    nodes = {name: BlockingNode(name, known.get(name)) for name in (*behind, *blockers)}
    roots = [nodes[name] for name in behind if name not in blockers]
    seen: dict[str, str] = {}
    _grow(roots, nodes, behind, seen)
    for waiter in blockers:
        if waiter not in seen:
            root = nodes[_first_of(cycle := _cycle_from(waiter, blockers), known)]
            for name in cycle:
                nodes[name].in_cycle = True
            roots.append(root)
            _grow([root], nodes, behind, seen)
    for waiter, of in blockers.items():
        nodes[waiter].others = tuple(name for name in of if name != seen[waiter])
    _count(roots)
    order = {name: number for number, name in enumerate(known)}
    roots.sort(key=lambda node: (-node.below, order.get(node.session_id, -1)))
    return Blocking(tuple(roots), len(blockers))


def _others(session: ActivitySession) -> tuple[str, ...]:
    """Whom it waits for, each once. Servers name a session itself where its parallel workers hold what it wants."""
    return tuple(dict.fromkeys(name for name in session.blocked_by if name != session.id))


def _grow(
    roots: Iterable[BlockingNode],
    nodes: Mapping[str, BlockingNode],
    behind: Mapping[str, list[str]],
    seen: dict[str, str],
) -> None:
    """Hang everything below these roots, level by level; `seen` tells below what each session stands."""
    coming = deque(roots)
    for root in coming:
        seen[root.session_id] = ""
    while coming:
        node = coming.popleft()
        for name in behind.get(node.session_id, ()):
            if name not in seen:
                seen[name] = node.session_id
                node.waiting.append(nodes[name])
                coming.append(nodes[name])


def _cycle_from(name: str, blockers: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The cycle that is come to when one asks again and again who is waited for. Nobody on that way is a root."""
    way: dict[str, int] = {}
    while name not in way:
        way[name] = len(way)
        name = blockers[name][0]
    return list(way)[way[name] :]


def _first_of(cycle: list[str], known: Mapping[str, ActivitySession]) -> str:
    """The one of a cycle that is shown on top: whose transaction is the oldest, since most would be lost with it."""
    return max(cycle, key=lambda name: (known[name].transaction_age_s or 0.0, name))


def _count(roots: Iterable[BlockingNode]) -> None:
    """Work out `below`, without recursion: a queue of waiters can be long."""
    order: list[BlockingNode] = list(roots)
    for node in order:
        order.extend(node.waiting)
    for node in reversed(order):
        node.below = sum(1 + child.below for child in node.waiting)
