"""Who waits for whose lock in InnoDB."""

from collections.abc import Iterable, Iterator, Mapping

from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.mysql.queries import TextRow


@dataclass(frozen=True, slots=True)
class Transaction:
    """An open transaction of InnoDB.

    Attributes:
        wait_s: For how long it waits for a lock; None: it does not.
        lock_id: The lock that it waits for; empty: none.
    """

    session_id: str
    age_s: float | None
    waits: bool
    wait_s: float | None
    id: str
    lock_id: str

    @classmethod
    def of_row(cls, row: TextRow) -> "Transaction":
        """A row of `monitor_transactions.sql`."""
        number, age, waits, wait, own, lock, *_ = row
        return cls(number or "", seconds(age), waits == "1", seconds(wait), own or "", lock or "")


@dataclass(frozen=True, slots=True)
class RowWait:
    """One session waits for a lock of another one.

    Attributes:
        wait_s: Since it waits.
        blocker_age_s: Of the other one's transaction.
    """

    waits: str
    blocks: str
    wait_s: float | None
    wanted: str
    held: str
    blocker_waits: bool
    blocker_age_s: float | None
    object: str


def waits_of_rows(rows: Iterable[TextRow], transactions: Mapping[str, Transaction] | None) -> Iterator[RowWait]:
    """Of rows of `monitor_row_waits_schema.sql`, with what is known of transactions by session.

    The threads that MySQL names for a lock are not always those of the sessions (seen with 9.7: one of the server's
    own), so that they are only believed where this account may not see transactions. Its own `sys.innodb_lock_waits`
    goes by transactions, too. A transaction that began after these were listed is told at the next look.

    Args:
        transactions: None where they cannot be read.
    """
    by_id = {each.id: each for each in (transactions or {}).values()}
    for waits, blocks, kind, wanted, held, blocker_waits, place, index, keys, own_id, other_id, *_ in rows:
        own, other = by_id.get(own_id or ""), by_id.get(other_id or "")
        if transactions is not None:
            waits, blocks = own.session_id if own else "", other.session_id if other else ""
        if not waits or not blocks:
            continue
        yield RowWait(
            waits,
            blocks,
            own.wait_s if own else None,
            wanted or "",
            held or "",
            blocker_waits == "1",
            other.age_s if other else None,
            _object(kind, place, index, keys),
        )


def waits_of_locks(
    waits: Iterable[TextRow], locks: Iterable[TextRow], transactions: Iterable[Transaction]
) -> Iterator[RowWait]:
    """Of rows of `monitor_lock_waits.sql` and `monitor_locks.sql`, which name transactions and locks."""
    by_id = {each.id: each for each in transactions}
    known = {lock[0]: lock for lock in locks}
    for own_id, wanted_id, other_id, held_id, *_ in waits:
        own, other, wanted, held = (
            by_id.get(own_id or ""),
            by_id.get(other_id or ""),
            known.get(wanted_id),
            known.get(held_id),
        )
        if own is None or other is None or wanted is None or held is None:
            continue  # one ended meanwhile
        _id, kind, mode, place, index, keys, *_rest = wanted
        yield RowWait(
            own.session_id,
            other.session_id,
            own.wait_s,
            mode or "",
            held[2] or "",
            other.lock_id == held_id,
            other.age_s,
            _object(kind, place, index, keys),
        )


def _object(kind: str | None, place: str | None, index: str | None, keys: str | None) -> str:
    what = f"table {place}" if (kind or "").upper() == "TABLE" else f"row of {place}"
    where = " ".join(filter(None, (index, keys)))
    return f"{what} ({where})" if where else what


def seconds(text: str | None) -> float | None:
    """A time of the server's; None where it tells none."""
    try:
        return None if text is None else max(float(text), 0.0)
    except ValueError:
        return None
