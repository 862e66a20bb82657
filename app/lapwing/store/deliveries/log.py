"""The log in the file of deliveries: what is asked of it."""

import apsw
import msgspec

from lapwing.domain.webhooks.deliveries import (
    Attempt,
    DeliveryFacts,
    DeliveryWhole,
    ReadDeliveries,
)
from lapwing.store.deliveries.queue import COLUMNS, facts_of

MOST_READ = 1_000


def read(connection: apsw.Connection, asked: ReadDeliveries) -> tuple[tuple[DeliveryFacts, ...], int]:
    """Deliveries, the latest first, and how many there are without regard to `before_id` and `limit`."""
    conditions, values = ["TRUE"], list[object]()
    if asked.endpoint_id:
        conditions.append("endpoint = ?")
        values.append(asked.endpoint_id)
    if asked.states:
        conditions.append(f"state IN ({','.join('?' * len(asked.states))})")
        values += [state.value for state in asked.states]
    if asked.event:
        conditions.append("event GLOB ?")
        values.append(asked.event)
    where = " AND ".join(conditions)
    total = connection.execute(f"SELECT count(*) FROM deliveries WHERE {where}", values).fetchall()[0][0]
    before = (asked.before_id,) if asked.before_id else ()
    sql = f"SELECT {COLUMNS} FROM deliveries WHERE {where}{' AND id < ?' if before else ''} ORDER BY id DESC LIMIT ?"
    limit = max(1, min(asked.limit, MOST_READ))
    rows = connection.execute(sql, (*values, *before, limit)).fetchall()
    return tuple(facts_of(row) for row in rows), int(str(total))


def whole(connection: apsw.Connection, delivery_id: int) -> DeliveryWhole | None:
    """One with its body and attempts; None where it is gone."""
    sql = f"SELECT {COLUMNS}, content_type, body FROM deliveries WHERE id = ?"
    rows = connection.execute(sql, (delivery_id,)).fetchall()
    if not rows:
        return None
    tried = connection.execute("SELECT body FROM attempts WHERE delivery = ? ORDER BY id", (delivery_id,)).fetchall()
    attempts = tuple(msgspec.json.decode(str(body), type=Attempt) for (body,) in tried)
    return DeliveryWhole(facts_of(rows[0][:-2]), str(rows[0][-2]), str(rows[0][-1]), attempts)
