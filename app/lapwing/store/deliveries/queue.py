"""The queue in the file: what is accepted, what comes next, what became of it. Each function is one act of a
transaction (`keeping.DeliveryStore.do`)."""

from collections.abc import Sequence
from typing import Final

import apsw
import msgspec

from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.deliveries import Attempt, DeliveryFacts, DeliveryState
from lapwing.domain.webhooks.deliveries_errors import QueueFull

MOST_WAITING: Final = 50_000
"""Of one endpoint; what comes then is given up at once, which the log tells."""
_MOST_ATTEMPTS: Final = 20
"""That are kept of one delivery."""
_encode: Final = msgspec.json.encode
COLUMNS: Final = (
    "id, endpoint, endpoint_name, message, event, created_at, state, connection, attempts, next_at, ended_at, status, "
    "duration_ms, error"
)


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """An event for an endpoint, as it is accepted."""

    endpoint_id: str
    endpoint_name: str
    message_id: str
    event_type: str
    connection_id: str
    created_at: float
    content_type: str
    body: str
    budget: int
    """How many attempts it is worth."""
    echo_of: str = ""
    """The message that the event came in by; empty: it came in by none."""


@dataclass(frozen=True, slots=True)
class Due:
    """A delivery to be tried now."""

    facts: DeliveryFacts
    budget: int
    content_type: str
    body: str


@dataclass(frozen=True, slots=True)
class NextDeliveries:
    """What an endpoint is to be told next, in order.

    Attributes:
        at: When there is more to do, Unix seconds; None: not before something new comes.
    """

    due: tuple[Due, ...] = ()
    at: float | None = None


def facts_of(row: Sequence[object]) -> DeliveryFacts:
    """A row of `COLUMNS`."""
    (
        number,
        endpoint,
        name,
        message,
        event,
        created,
        state,
        connection,
        attempts,
        next_at,
        ended,
        status,
        took,
        error,
    ) = row
    return DeliveryFacts(
        int(str(number)),
        str(endpoint),
        str(name),
        str(message),
        str(event),
        _number(created) or 0.0,
        DeliveryState(str(state)),
        str(connection),
        int(str(attempts)),
        _number(next_at),
        _number(ended),
        int(str(status)),
        _number(took) or 0.0,
        msgspec.json.decode(str(error), type=ErrorFacts) if error is not None else None,
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _error(error: LapwingError | ErrorFacts | None) -> str | None:
    facts = error.to_wire() if isinstance(error, LapwingError) else error
    return _encode(facts).decode() if facts is not None else None


def accept(connection: apsw.Connection, new: Sequence[NewDelivery]) -> list[DeliveryFacts]:
    """Put these behind what waits; those that were accepted before are left out, and those that came in by a message
    that stands here: they would go round for ever. As they stand now."""
    rooms: dict[str, int] = {}
    found = []
    for each in new:
        if each.echo_of and _is_ours(connection, each.echo_of):
            continue
        if each.endpoint_id not in rooms:
            rooms[each.endpoint_id] = MOST_WAITING - waiting_of(connection, each.endpoint_id)
        rooms[each.endpoint_id] -= 1
        found += _insert(connection, each, is_too_many=rooms[each.endpoint_id] < 0)
    return found


def _insert(connection: apsw.Connection, new: NewDelivery, *, is_too_many: bool) -> list[DeliveryFacts]:
    state, ended, error = DeliveryState.WAITING, None, None
    if is_too_many:
        state, ended = DeliveryState.FAILED, new.created_at
        error = _error(QueueFull(endpoint=new.endpoint_name, limit=MOST_WAITING))
    rows = connection.execute(
        "INSERT INTO deliveries(endpoint, endpoint_name, message, event, connection, created_at, content_type, body, "
        "budget, state, ended_at, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        f"ON CONFLICT(message, endpoint) DO NOTHING RETURNING {COLUMNS}",
        (
            new.endpoint_id,
            new.endpoint_name,
            new.message_id,
            new.event_type,
            new.connection_id,
            new.created_at,
            new.content_type,
            new.body,
            new.budget,
            state.value,
            ended,
            error,
        ),
    ).fetchall()
    return [facts_of(row) for row in rows]


def _is_ours(connection: apsw.Connection, message_id: str) -> bool:
    sql = "SELECT 1 FROM deliveries WHERE message = ? LIMIT 1"
    return bool(connection.execute(sql, (message_id,)).fetchall())


def waiting_of(connection: apsw.Connection, endpoint_id: str) -> int:
    """How many wait for an endpoint."""
    sql = "SELECT count(*) FROM deliveries WHERE endpoint = ? AND state = 'waiting'"
    return int(str(connection.execute(sql, (endpoint_id,)).fetchall()[0][0]))


def next_due(
    connection: apsw.Connection, endpoint_id: str, now: float, limit: int, most_wait_s: float = float("inf")
) -> NextDeliveries:
    """What is to be tried now, in the order in which it was accepted.

    Args:
        most_wait_s: Nothing is ever let wait longer: what is to be tried later than that was noted while the clock was
            wrong, and is due.
    """
    where, at = "FROM deliveries WHERE endpoint = ? AND state = 'waiting'", (endpoint_id, now, now + most_wait_s)
    later = f"SELECT min(next_at) {where} AND next_at > ? AND next_at <= ?"
    held = connection.execute(f"{later} AND holds", at).fetchall()[0][0]
    if held is not None:
        return NextDeliveries(at=_number(held))
    is_due = "(next_at IS NULL OR next_at <= ? OR next_at > ?)"
    sql = f"SELECT {COLUMNS}, budget, content_type, body {where} AND {is_due} ORDER BY id LIMIT ?"
    rows = connection.execute(sql, (*at, limit)).fetchall()
    due = tuple(Due(facts_of(row[:-3]), int(str(row[-3])), str(row[-2]), str(row[-1])) for row in rows)
    again = connection.execute(later, at).fetchall()[0][0]
    return NextDeliveries(due, _number(again))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a delivery by an attempt, or without one.

    Attributes:
        next_at: When it is tried again; None: at once, or never when it is over.
        holds: Whether those behind it wait until then.
    """

    delivery_id: int
    state: DeliveryState
    at: float
    attempt: Attempt | None = None
    error: LapwingError | None = None
    next_at: float | None = None
    holds: bool = False


def note(connection: apsw.Connection, outcome: Outcome) -> DeliveryFacts | None:
    """Keep what became of it; it as it stands now, or None where it is gone.

    What was given up while it was under way, because its endpoint was removed, does not wait again: nobody would end
    that.
    """
    ended = outcome.at if outcome.state is not DeliveryState.WAITING else None
    error = outcome.error or (outcome.attempt.error if outcome.attempt is not None else None)
    connection.execute(
        "UPDATE deliveries SET state = ?1, next_at = ?2, holds = ?3, ended_at = ?4, error = ?5 "
        "WHERE id = ?6 AND (state = 'waiting' OR ?1 <> 'waiting')",
        (outcome.state.value, outcome.next_at, int(outcome.holds), ended, _error(error), outcome.delivery_id),
    )
    if outcome.attempt is not None:
        _keep_attempt(connection, outcome.delivery_id, outcome.attempt)
    rows = connection.execute(f"SELECT {COLUMNS} FROM deliveries WHERE id = ?", (outcome.delivery_id,)).fetchall()
    return facts_of(rows[0]) if rows else None


def _keep_attempt(connection: apsw.Connection, delivery_id: int, attempt: Attempt) -> None:
    connection.execute(
        "UPDATE deliveries SET attempts = attempts + 1, status = ?, duration_ms = ? WHERE id = ?",
        (attempt.status, attempt.duration_ms, delivery_id),
    )
    connection.execute(
        "INSERT INTO attempts(delivery, body) SELECT id, ? FROM deliveries WHERE id = ?",
        (_encode(attempt).decode(), delivery_id),
    )
    connection.execute(
        "DELETE FROM attempts WHERE delivery = ?1 AND id <= "
        "(SELECT id FROM attempts WHERE delivery = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
        (delivery_id, _MOST_ATTEMPTS),
    )


def waited_for(connection: apsw.Connection) -> dict[str, int]:
    """For which endpoints something waits, with the id of what came last."""
    sql = "SELECT endpoint, max(id) FROM deliveries WHERE state = 'waiting' GROUP BY endpoint"
    return {str(endpoint): int(str(last)) for endpoint, last in connection.execute(sql).fetchall()}


def give_up_waiting(
    connection: apsw.Connection, endpoint_id: str, error: LapwingError, now: float, last_id: int = 1 << 62
) -> list[DeliveryFacts]:
    """Give up what waits for an endpoint, up to an id."""
    rows = connection.execute(
        "UPDATE deliveries SET state = 'failed', next_at = NULL, holds = 0, ended_at = ?, error = ? "
        f"WHERE endpoint = ? AND state = 'waiting' AND id <= ? RETURNING {COLUMNS}",
        (now, _error(error), endpoint_id, last_id),
    ).fetchall()
    return [facts_of(row) for row in rows]


def resend(
    connection: apsw.Connection, ids: Sequence[int], endpoint_id: str, retries: dict[str, int]
) -> list[DeliveryFacts]:
    """Have these wait again, with their retries anew: those of `ids`, or all that failed (of an endpoint).

    Args:
        retries: Of each endpoint that still exists, by id; others' deliveries stay as they are.
    """
    found: list[DeliveryFacts] = []
    for endpoint, count in retries.items():
        if endpoint_id and endpoint != endpoint_id:
            continue
        chosen = f"id IN ({','.join('?' * len(ids))})" if ids else "state = 'failed'"
        rows = connection.execute(
            "UPDATE deliveries SET state = 'waiting', next_at = NULL, holds = 0, ended_at = NULL, error = NULL, "
            f"budget = attempts + ? WHERE endpoint = ? AND {chosen} RETURNING {COLUMNS}",
            (1 + count, endpoint, *ids),
        ).fetchall()
        found += [facts_of(row) for row in rows]
    return found


def release(connection: apsw.Connection, endpoint_id: str) -> None:
    """Have what waits for a time be tried at once: its endpoint is another one now."""
    sql = "UPDATE deliveries SET next_at = NULL, holds = 0 WHERE endpoint = ? AND state = 'waiting'"
    connection.execute(sql, (endpoint_id,))


def counts(connection: apsw.Connection) -> dict[str, tuple[int, float | None]]:
    """How many wait, and when the last one was delivered, by endpoint."""
    waiting = connection.execute("SELECT endpoint, count(*) FROM deliveries WHERE state = 'waiting' GROUP BY endpoint")
    found = {str(endpoint): (int(str(count)), None) for endpoint, count in waiting}
    last = connection.execute(
        "SELECT endpoint, max(ended_at) FROM deliveries WHERE state = 'delivered' GROUP BY endpoint"
    )
    made: dict[str, tuple[int, float | None]] = {**found}
    for endpoint, at in last:
        made[str(endpoint)] = (made.get(str(endpoint), (0, None))[0], _number(at))
    return made
