"""Messages as rows of the inbox's file."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from lapwing.domain.webhooks.inbox import Handling, InboxEntry, Verdict

COLUMNS: Final = (
    "id, at, service, verdict, event, delivery, sender, size, text, summary, reason, handling, outcome, handled_at, "
    "times"
)
WIDTH: Final = 17
"""How many values `row_of` gives."""
Facts = dict[str, str | int | float | bool | None]


def row_of(entry: InboxEntry, kept_bytes: int, number: int) -> tuple[Any, ...]:
    """The values of `COLUMNS`, `kept` and `number`."""
    return (
        entry.id,
        entry.at,
        entry.service,
        entry.verdict.value,
        entry.event,
        entry.delivery_id,
        entry.sender,
        entry.size_bytes,
        entry.text,
        msgspec.json.encode(entry.summary).decode() if entry.summary is not None else None,
        entry.reason,
        entry.handling.value,
        entry.outcome,
        entry.handled_at,
        entry.times,
        kept_bytes,
        number,
    )


def entry_of(row: Sequence[Any]) -> InboxEntry:
    """The message of a row of `COLUMNS`.

    Raises:
        msgspec.MsgspecError, ValueError: The row is damaged.
    """
    entry_id, at, service, verdict, event, delivery, sender, size, text, summary, reason, *more = row
    handling, outcome, handled_at, times = more
    return InboxEntry(
        entry_id,
        at,
        service,
        Verdict(verdict),
        event,
        delivery,
        sender,
        size,
        text,
        msgspec.json.decode(summary, type=Facts) if summary is not None else None,
        reason,
        Handling(handling),
        outcome,
        handled_at,
        times,
    )
