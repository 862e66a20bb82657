"""What statements did is kept by the minute, put together by the hour, and summed up for any time."""

import math
from pathlib import Path

import apsw
import pytest

from lapwing.domain.monitoring.kept_errors import StatementsUnusable
from lapwing.domain.monitoring.statements import StatementCounters, StatementKey
from lapwing.store.statements.keeping import MOST_A_SPAN, TREND_PARTS, StatementStore

BEGAN = 1_800_000_000.0


@pytest.fixture
def store(tmp_path: Path) -> StatementStore:
    return StatementStore(tmp_path / "store" / "statements.sqlite")


def did(digest: str, calls: int, total_ms: float, **more: int | None) -> StatementCounters:
    return StatementCounters(StatementKey(digest, "shop", "me"), f"SELECT '{digest}'", calls, total_ms, calls, **more)


def test_times_are_summed_up_with_the_share_of_all_and_the_trend(store: StatementStore) -> None:
    for part in range(40):
        start = BEGAN + part * 60
        store.add("shop", start, start + 60, [did("a", 2, 30.0, blocks_hit=5), did("b", 1, 10.0)])
    found = store.read("shop", BEGAN, BEGAN + 40 * 60, 10)
    assert (found.start, found.end, found.total_ms) == (BEGAN, BEGAN + 2400, 1600.0)
    first, second = found.statements
    assert (first.counters.key.digest, first.counters.calls, first.share) == ("a", 80, 0.75)
    assert (first.counters.blocks_hit, second.counters.blocks_hit) == (200, None)
    assert first.trend == pytest.approx((60.0,) * TREND_PARTS)
    odd = store.read("shop", BEGAN, BEGAN + 15 * 60, 1).statements[0].trend
    assert odd == pytest.approx((22.5,) * TREND_PARTS), "spans are longer than parts, and leave none of them out"
    later = store.read("shop", BEGAN + 600, BEGAN + 1200, 1)
    assert [each.counters.calls for each in later.statements] == [20]


def test_a_time_in_which_nobody_looked_is_unknown_and_not_quiet(store: StatementStore) -> None:
    store.add("shop", BEGAN, BEGAN + 60, [did("a", 1, 5.0)])
    store.add("shop", BEGAN + 3_540, BEGAN + 3_600, [did("b", 1, 5.0)])
    trend = {each.counters.key.digest: each.trend for each in store.read("shop", BEGAN, BEGAN + 3_600, 9).statements}
    assert trend["a"][0] == pytest.approx(5.0)
    assert trend["a"][-1] == 0.0
    assert all(math.isnan(part) for part in trend["a"][1:-1])


def test_connections_are_kept_apart_and_forgotten_apart(store: StatementStore) -> None:
    store.add("shop", BEGAN, BEGAN + 60, [did("a", 1, 5.0)])
    store.add("other", BEGAN, BEGAN + 60, [did("a", 7, 5.0)])
    store.forget("shop")
    assert store.read("shop", 0, BEGAN * 2, 9).statements == ()
    assert store.read("other", 0, BEGAN * 2, 9).statements[0].counters.calls == 7


def test_old_minutes_become_hours_without_losing_anything_and_the_file_stays_bounded(store: StatementStore) -> None:
    many = [did(f"{number}", 1, float(number)) for number in range(MOST_A_SPAN + 40)]
    store.add("shop", BEGAN, BEGAN + 60, many)
    assert len(store.read("shop", BEGAN, BEGAN + 60, 10_000).statements) == MOST_A_SPAN
    assert store.read("shop", BEGAN, BEGAN + 60, 1).total_ms == sum(range(MOST_A_SPAN + 40))
    for step in range(1, 72):
        start = BEGAN + step * 600
        store.add("shop", start, start + 600, [did("a", 1, 60.0)])
    day = store.read("shop", BEGAN - 3600, BEGAN + 86_400, 1)
    assert (day.statements[0].counters.calls, day.statements[0].counters.key.digest) == (71, "a")
    much_later = BEGAN + 40 * 86_400
    store.add("shop", much_later, much_later + 60, [did("new", 1, 1.0)])
    left = store.read("shop", 0, much_later * 2, 9)
    assert [each.counters.key.digest for each in left.statements] == ["new"]


def test_a_damaged_file_is_put_aside_and_an_unusable_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "statements.sqlite"
    path.write_bytes(b"no database, " * 1000)
    store = StatementStore(path)
    store.add("shop", BEGAN, BEGAN + 60, [did("a", 1, 5.0)])
    assert len(store.read("shop", 0, BEGAN * 2, 9).statements) == 1
    assert list(tmp_path.glob("statements.sqlite.damaged-*"))
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(StatementsUnusable):
        StatementStore(tmp_path / "folder.sqlite").add("shop", BEGAN, BEGAN + 60, [did("a", 1, 5.0)])


def test_texts_of_statements_of_which_nothing_is_kept_any_more_go_too(store: StatementStore, tmp_path: Path) -> None:
    store.add("gone://away", BEGAN, BEGAN + 60, [did("left", 1, 5.0)])
    month = 31 * 86_400
    for step in range(3):
        store.add("shop", BEGAN + step * 60, BEGAN + step * 60 + 60, [did(f"old{step}", 1, 5.0)])
    for step in range(4):
        start = BEGAN + month + step * 4 * 3_600
        store.add("shop", start, start + 60, [did("new", 1, 5.0)])
        store.add("shop", start + 60, start + 120, [did("new", 1, 5.0)])
    db = apsw.Connection(str(tmp_path / "store" / "statements.sqlite"))
    assert db.execute("SELECT digest FROM shapes").fetchall() == [("new",)]
    assert db.execute("SELECT count(*) FROM spans WHERE connection_id <> 'shop'").fetchall() == [(0,)]
    db.close()
