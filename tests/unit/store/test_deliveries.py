"""The queue of deliveries: its order, its limits, and what is swept."""

from dataclasses import replace
from pathlib import Path

import pytest

from lapwing.domain.webhooks.deliveries import DeliveryFacts, DeliveryState, ReadDeliveries
from lapwing.store.deliveries import queue
from lapwing.store.deliveries.keeping import DeliveryStore, sweep
from lapwing.store.deliveries.log import read
from lapwing.store.deliveries.queue import NewDelivery, Outcome, accept, next_due, note


def new(number: int, endpoint: str = "a") -> NewDelivery:
    return NewDelivery(
        endpoint, endpoint, f"msg_{number}", "query.failed", "", float(number), "application/json", "{}", 3
    )


def store_with(path: Path, count: int) -> DeliveryStore:
    store = DeliveryStore(path / "store" / "deliveries.sqlite")
    store.do([lambda connection: accept(connection, [new(number) for number in range(1, count + 1)])])
    return store


def all_of(store: DeliveryStore) -> list[DeliveryFacts]:
    ((found, _total),) = store.do([lambda connection: read(connection, ReadDeliveries())])
    return list(reversed(found))


def test_what_fails_holds_those_behind_it_or_steps_aside(tmp_path: Path) -> None:
    store = store_with(tmp_path, 3)
    aside = Outcome(1, DeliveryState.WAITING, 10.0, next_at=20.0)
    store.do([lambda connection: note(connection, aside)])
    (later,) = store.do([lambda connection: next_due(connection, "a", 10.0, 9)])
    assert ([each.facts.id for each in later.due], later.at) == ([2, 3], 20.0)
    holding = Outcome(2, DeliveryState.WAITING, 10.0, next_at=15.0, holds=True)
    store.do([lambda connection: note(connection, holding)])
    (held,) = store.do([lambda connection: next_due(connection, "a", 10.0, 9)])
    assert (held.due, held.at) == ((), 15.0)
    (again,) = store.do([lambda connection: next_due(connection, "a", 20.0, 9)])
    assert [each.facts.id for each in again.due] == [1, 2, 3]
    store.close()


def test_an_event_that_comes_twice_is_accepted_once(tmp_path: Path) -> None:
    store = store_with(tmp_path, 2)
    (found,) = store.do([lambda connection: accept(connection, [new(1), new(1, "b"), new(3)])])
    assert [(each.message_id, each.endpoint_id) for each in found] == [("msg_1", "b"), ("msg_3", "a")]
    store.close()


def test_what_is_too_much_for_one_endpoint_is_given_up_at_once_and_stays_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_WAITING", 2)
    store = store_with(tmp_path, 3)
    states = [(each.state, each.error.code if each.error else "") for each in all_of(store)]
    assert states == [
        (DeliveryState.WAITING, ""),
        (DeliveryState.WAITING, ""),
        (DeliveryState.FAILED, "webhook.queue_full"),
    ]
    (others,) = store.do([lambda connection: accept(connection, [new(9, "b")])])
    assert others[0].state is DeliveryState.WAITING
    store.close()


def swept(store: DeliveryStore, now: float, days: int, room_bytes: int) -> None:
    while store.do([lambda connection: sweep(connection, now, days, room_bytes)])[0]:
        pass


def ended(store: DeliveryStore, ends: dict[int, float]) -> None:
    outcomes = [Outcome(number, DeliveryState.DELIVERED, end) for number, end in ends.items()]
    store.do([lambda connection: [note(connection, each) for each in outcomes]])


def test_old_deliveries_are_swept_but_never_one_that_waits(tmp_path: Path) -> None:
    store = store_with(tmp_path, 6)
    at = 86_400.0 * 60
    ended(store, {2: 1.0, 3: at, 4: at, 5: at})
    swept(store, at, 0, 1 << 30)
    assert len(all_of(store)) == 6
    swept(store, at, 30, 1 << 30)
    assert [each.id for each in all_of(store)] == [1, 3, 4, 5, 6]
    store.close()


def test_the_oldest_that_are_over_go_where_room_is_short_and_the_file_shrinks(tmp_path: Path) -> None:
    store = DeliveryStore(tmp_path / "store" / "deliveries.sqlite")
    big = [replace(new(number), body="x" * 10_000) for number in range(1, 401)]
    store.do([lambda connection: accept(connection, big)])
    ended(store, dict.fromkeys(range(2, 401), 1.0))
    swept(store, 2.0, 30, 1 << 20)
    left = [each.id for each in all_of(store)]
    assert left[0] == 1, "what waits stays"
    assert left[1:] == list(range(401 - len(left[1:]), 401))
    assert len(left) <= 101
    store.close()
    assert store.path.stat().st_size < 2 << 20
