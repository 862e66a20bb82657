"""What is kept of webhooks, what goes, and what is never forgotten too early."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lapwing.domain.cloud_events import EventIds
from lapwing.domain.webhooks.inbox import Handling, InboxEntry, ListInbox, Verdict
from lapwing.store.inbox.keeping import InboxStore, inbox_path
from lapwing.store.inbox.reading import InboxReader
from lapwing.store.inbox.trimming import MOST_REFUSED, Keep
from lapwing.store.inbox.writing import Batch, Handled, NewMessage

DAY_S = 86_400.0
NOW = time.time()


@pytest.fixture
def store() -> Iterator[InboxStore]:
    made = InboxStore(inbox_path())
    yield made
    made.close()


def messages(count: int, *, at: float = NOW, verdict: Verdict = Verdict.ACCEPTED, size: int = 10) -> list[NewMessage]:
    """With ids in their order, and a name each by which they are known again."""
    handling = Handling.DONE if verdict is Verdict.ACCEPTED else Handling.NONE
    ids = EventIds()
    found: list[NewMessage] = []
    for number in range(count):
        entry_id = ids.following(at)
        entry = InboxEntry(entry_id, at, "gh", verdict, "push", str(number), size_bytes=size, handling=handling)
        keys = [(f"id:{entry_id}", Verdict.DUPLICATE)] if verdict is Verdict.ACCEPTED else []
        found.append(NewMessage(entry, [("a", "b")], b"x" * size, keys=keys))
    return found


def kept(path: Path, **wanted: object) -> list[InboxEntry]:
    reader, before = InboxReader(path), ""
    found: list[InboxEntry] = []
    while True:
        entries, has_more = reader.list_(replace(ListInbox(limit=1_000, before_id=before), **wanted))  # type: ignore[arg-type]
        found += entries
        if not has_more:
            return found
        before = entries[-1].id


def trimmed(store: InboxStore, keep: Keep) -> None:
    """As often as a long time would."""
    for _ in range(3):
        store.close()
        store = InboxStore(store.path)
        store.write(Batch(messages(1, verdict=Verdict.UNKNOWN)), keep)
    store.close()


def test_a_batch_of_any_size_is_written_and_read_page_by_page(store: InboxStore) -> None:
    wanted = messages(1_203)
    store.write(Batch(wanted), Keep())
    found = kept(store.path)
    assert [each.id for each in reversed(found)] == [each.entry.id for each in wanted]
    assert found[0] == wanted[-1].entry
    assert InboxReader(store.path).counts() == {"gh": (1_203, 0, NOW)}


def test_what_came_before_is_found_in_the_file_and_in_the_batch_itself(store: InboxStore) -> None:
    (first,) = messages(1)
    again = [replace(each, keys=first.keys) for each in messages(2)]
    assert [each.verdict for each in store.write(Batch([first, again[0]]), Keep())] == [
        Verdict.ACCEPTED,
        Verdict.DUPLICATE,
    ]
    (known,) = store.write(Batch([again[1]]), Keep())
    assert (known.verdict, known.handling) == (Verdict.DUPLICATE, Handling.NONE)
    assert first.entry.id in known.reason
    body = InboxReader(store.path).body(known.id)
    assert body is not None
    assert (body.body, body.is_whole) == (b"", False)


def test_old_messages_go_and_those_that_wait_stay(store: InboxStore) -> None:
    old = messages(3, at=NOW - 8 * DAY_S)
    waiting = replace(old[1], entry=replace(old[1].entry, handling=Handling.WAITING))
    new = messages(2)
    store.write(Batch([old[0], waiting, old[2], *new]), Keep(days=7))
    trimmed(store, Keep(days=7))
    left = [each.id for each in kept(store.path, verdicts=(Verdict.ACCEPTED,))]
    assert sorted(left) == [each.entry.id for each in (waiting, *new)]
    store.write(Batch(handled=[Handled(waiting.entry.id, Handling.DONE, "", NOW)]), Keep())
    trimmed(store, Keep(days=7))
    assert waiting.entry.id not in {each.id for each in kept(store.path)}


def test_the_oldest_go_where_room_is_short(store: InboxStore) -> None:
    wanted = messages(100, size=1_000)
    store.write(Batch(wanted), Keep())
    trimmed(store, Keep(room_bytes=10_500))
    left = [each.id for each in reversed(kept(store.path, verdicts=(Verdict.ACCEPTED,)))]
    assert left == [each.entry.id for each in wanted[-len(left) :]]
    assert 9 <= len(left) <= 10


def test_large_messages_that_come_fast_stay_within_the_room(store: InboxStore) -> None:
    keep = Keep(room_bytes=1 << 20)
    for _ in range(12):
        store.write(Batch(messages(20, size=20_000)), keep)
    left = kept(store.path)
    assert sum(each.size_bytes for each in left) <= 2 << 20
    assert len(left) >= 50


def test_a_body_without_a_signed_time_is_known_again_for_ever_and_other_names_for_a_month(store: InboxStore) -> None:
    timeless, signed = messages(2, at=NOW - 400 * DAY_S)
    keys = [("body:0123", Verdict.REPLAYED)]
    store.write(Batch([replace(timeless, keys=keys), signed]), Keep())
    trimmed(store, Keep())
    again = [replace(each, keys=old) for each, old in zip(messages(2), (keys, signed.keys), strict=True)]
    found = InboxStore(store.path).write(Batch(again), Keep())
    assert [each.verdict for each in found] == [Verdict.REPLAYED, Verdict.ACCEPTED]


def test_refused_messages_never_push_out_accepted_ones(store: InboxStore) -> None:
    accepted = messages(5, at=NOW - 60)
    store.write(Batch([*accepted, *messages(MOST_REFUSED + 500, verdict=Verdict.FORGED)]), Keep())
    trimmed(store, Keep())
    found = kept(store.path)
    assert sum(each.verdict is Verdict.ACCEPTED for each in found) == 5
    assert sum(each.verdict is not Verdict.ACCEPTED for each in found) <= MOST_REFUSED + 3


def test_a_message_is_known_again_when_it_is_long_gone(store: InboxStore) -> None:
    first = messages(1, at=NOW - 10 * DAY_S)
    store.write(Batch(first), Keep(days=7))
    trimmed(store, Keep(days=7))
    assert first[0].entry.id not in {each.id for each in kept(store.path)}
    again = replace(messages(1)[0], keys=first[0].keys)
    assert [each.verdict for each in InboxStore(store.path).write(Batch([again]), Keep())] == [Verdict.DUPLICATE]


def test_lists_are_filtered_by_service_verdict_and_text(store: InboxStore) -> None:
    some = messages(3)
    other = replace(some[0], entry=replace(some[0].entry, service="slack", text="100%_done"))
    refused = messages(1, verdict=Verdict.STALE)
    store.write(Batch([other, *some[1:], *refused]), Keep())
    assert [each.service for each in kept(store.path, service="slack")] == ["slack"]
    assert [each.verdict for each in kept(store.path, verdicts=(Verdict.STALE,))] == [Verdict.STALE]
    assert [each.service for each in kept(store.path, text="100%_D")] == ["slack"]
    assert kept(store.path, text="100__d") == []
