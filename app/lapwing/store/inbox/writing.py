"""A batch written with a handful of statements, however many messages it has.

Each statement lets go of the interpreter's lock and has to get it back; beside a busy event loop that takes
milliseconds each time, so one statement a message would make every sender wait.
"""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from typing import Any, Final

import apsw
import msgspec

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.inbox import CAME_BEFORE, Handling, InboxEntry, Verdict
from lapwing.store.inbox.rows import COLUMNS, WIDTH, row_of

_AT_ONCE: Final = 500
"""Rows of a statement; SQLite takes 32,766 values in one."""


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be kept.

    Attributes:
        entry: With the verdict so far; an accepted one may turn out to be known.
        keys: By which it is known again, with the verdict for each, in the order in which they are looked at.
        headers: Without what grants something.
    """

    entry: InboxEntry
    headers: Sequence[tuple[str, str]] = ()
    body: bytes = b""
    is_whole: bool = True
    keys: Sequence[tuple[str, Verdict]] = ()


@dataclass(frozen=True, slots=True)
class Handled:
    """A message that was told."""

    entry_id: str
    handling: Handling
    outcome: str
    at: float


@dataclass(slots=True)
class Batch:
    """What is written in one commit."""

    messages: list[NewMessage] = field(default_factory=list)
    handled: list[Handled] = field(default_factory=list)


def write_batch(db: apsw.Connection, batch: Batch) -> list[NewMessage]:
    """Write it; the messages as they are kept, in their order. In a transaction.

    One that is known becomes a DUPLICATE or is REPLAYED; its reason leads to the first one, and it has no body.
    """
    for some in _parts([(each.entry_id, each.handling.value, each.outcome, each.at) for each in batch.handled]):
        db.execute(
            "UPDATE messages SET handling = new.column2, outcome = new.column3, handled_at = new.column4,"
            f" times = times + 1 FROM ({_values(some)}) AS new WHERE messages.id = new.column1",
            _flat(some),
        )
    if not batch.messages:
        return []
    known = _known(db, batch.messages)
    before = set(known)
    kept = [_judged(message, known) for message in batch.messages]
    row: Any = db.execute("SELECT coalesce(max(number), 0) FROM messages").fetchone()
    numbered = list(enumerate(kept, int(row[0]) + 1))
    _insert(db, f"messages({COLUMNS}, kept, number)", [row_of(each.entry, len(each.body), n) for n, each in numbered])
    _insert(db, "bodies", [(n, _text(each.headers), each.body, each.is_whole) for n, each in numbered])
    at = {each.entry.id: each.entry.at for each in kept}
    _insert(db, "seen", [(*key, at[entry_id], entry_id) for key, entry_id in known.items() if key not in before])
    return kept


def _known(db: apsw.Connection, messages: Iterable[NewMessage]) -> dict[tuple[str, str], str]:
    """Which of their names came before, by service and name: the id of the first message."""
    asked = [(each.entry.service, what) for each in messages for what, _ in each.keys]
    found: dict[tuple[str, str], str] = {}
    for some in _parts(asked):
        sql = f"SELECT service, what, id FROM seen WHERE (service, what) IN ({_values(some)})"
        rows: list[Any] = db.execute(sql, _flat(some)).fetchall()
        found |= {(service, what): entry_id for service, what, entry_id in rows}
    return found


def _judged(message: NewMessage, known: dict[tuple[str, str], str]) -> NewMessage:
    """The message as it is kept; what it is known by is added."""
    entry = message.entry
    for what, verdict in message.keys:
        first = known.get((entry.service, what))
        if first is not None:
            reason = CAME_BEFORE.format(id=first)
            again = replace(entry, verdict=verdict, handling=Handling.NONE, reason=reason)
            return NewMessage(again, message.headers, b"", is_whole=False)
    known |= {(entry.service, what): entry.id for what, _ in message.keys}
    return message


def _text(headers: Sequence[tuple[str, str]]) -> str:
    return msgspec.json.encode(headers).decode()


def _insert(db: apsw.Connection, into: str, rows: Sequence[tuple[Any, ...]]) -> None:
    for some in _parts(rows):
        db.execute(f"INSERT INTO {into} {_values(some)}", _flat(some))


def _parts(rows: Sequence[tuple[Any, ...]]) -> Iterable[Sequence[tuple[Any, ...]]]:
    return (rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE))


def _values(rows: Sequence[tuple[Any, ...]]) -> str:
    one = f"({', '.join('?' * len(rows[0]))})"
    return f"VALUES {', '.join([one] * len(rows))}"


def _flat(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    return [value for row in rows for value in row]


assert _AT_ONCE * WIDTH < 32_766, "a statement takes no more values"
