"""Kept samples: what is read of them again, how long they are kept, and what becomes of them when things go wrong."""

import math
import random
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.counts import times
from helpers.engines import look
from helpers.full_disks import longest_file
from helpers.processes import APP
from helpers.waiting import eventually
from lapwing.domain.errors import LapwingError, StoredNewer
from lapwing.domain.monitoring.kept_errors import MetricsPutAside, MetricsUnusable
from lapwing.domain.monitoring.metrics import SeriesKey, SeriesValue
from lapwing.domain.monitoring.series import KeptSeries, ReadSeries, SeriesAnswer
from lapwing.store.series import upkeep
from lapwing.store.series.packing import BlobBroken, packed, shortened, unpacked
from lapwing.store.series.reading import read, spans
from lapwing.store.series.ticks import Tick, gap_like, tick_of
from lapwing.store.series.writer import SeriesWriter
from lapwing.store.sqlite_files import used_bytes

HOUR_S = 3_600
DAY_S = 86_400
CACHE = SeriesKey("cache_hit")
ACTIVE = SeriesKey("sessions", (("state", "active"),))
IDLE = SeriesKey("sessions", (("state", "idle in transaction"),))
Values = Sequence[float | None]


def plenty(**less: int) -> upkeep.Room:
    return upkeep.Room(
        **{"samples_s": HOUR_S, "minutes_s": 7 * DAY_S, "hours_s": 365 * DAY_S, "most_bytes": 1 << 30, **less}
    )


class Keeper:
    """An engine's keeping of samples, with words for what tests do with it."""

    def __init__(self, path: Path, room: upkeep.Room) -> None:
        self.path = path
        self.told: list[LapwingError | None] = []
        self.writer = SeriesWriter(path, lambda: room, self.told.append, gather_s=0.01, try_again_s=0.1)

    def sample(self, at: float, values: dict[SeriesKey, float | None], connection: str = "shop") -> Tick:
        tick = tick_of(connection, at, 1.0, [SeriesValue(key, value) for key, value in values.items()])
        self.writer.put(tick)
        return tick

    def samples(self, first: float, values: Values, key: SeriesKey = CACHE, every_s: float = 1.0) -> None:
        for number, value in enumerate(values):
            self.sample(first + number * every_s, {key: value})

    def written(self) -> None:
        """Wait until all of it is in the file."""
        eventually(lambda: not self.writer.waiting("shop"))

    def sealed(self) -> None:
        """Wait until it is sealed, too, where its time is over. An engine does that when it begins to write."""
        self.written()
        over = f"SELECT 1 FROM journal WHERE window < {time.time() // 600 * 600}"
        eventually(lambda: not look(self.path, over))

    def read(self, start: float, end: float, *metrics: str, points: int = 900, is_joined: bool = False) -> SeriesAnswer:
        wanted = ReadSeries("shop", metrics or (CACHE.metric,), start, end, points, is_joined)
        return read(self.path, wanted, self.writer.waiting("shop"))


@contextmanager
def keeping(path: Path, **less: int) -> Iterator[Keeper]:
    """From an engine's start to its end."""
    made = Keeper(path, plenty(**less))
    try:
        yield made
    finally:
        made.writer.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "series.sqlite"


def numbers(data: bytes) -> list[float]:
    found = array("d")
    found.frombytes(data)
    return found.tolist()


def only(answer: SeriesAnswer) -> KeptSeries:
    (found,) = answer.series
    return found


def whole_hours_ago(hours: int) -> int:
    return (int(time.time()) // HOUR_S - hours) * HOUR_S


def gaps_as_none(values: Sequence[float]) -> list[float | None]:
    return [None if math.isnan(value) else value for value in values]


def test_samples_come_back_as_they_were_taken_whether_written_sealed_or_still_waiting(path: Path) -> None:
    start = int(time.time()) // 600 * 600 - 1_200
    values = [0.1, None, 2.0**53, -7.0, 0.0, 12_345.678]
    with keeping(path) as me:
        for number, value in enumerate(values):
            me.sample(start + number, {CACHE: value, ACTIVE: 3.0, IDLE: 1.0})
        me.written()
        last = me.sample(start + 6, {CACHE: 1.5})
        me.writer.put(gap_like(last, start + 7))
        answer = me.read(start, start + 100, "cache_hit", "sessions")
    found = {series.key: series for series in answer.series}
    assert set(found) == {CACHE, ACTIVE, IDLE}
    assert answer.step_s == 0
    kept = found[CACHE]
    assert numbers(kept.times) == [start + number for number in range(8)]
    exact = gaps_as_none(numbers(kept.average))
    assert exact == [pytest.approx(0.1, rel=1e-7), None, 2.0**53, -7.0, 0.0, pytest.approx(12_345.678), 1.5, None]
    assert kept.average == kept.minimum == kept.maximum
    assert numbers(found[ACTIVE].average) == [3.0] * 6


def thinned_by_hand(start: float, values: Values, step: int) -> list[tuple[float, float | None, float | None]]:
    """Beginning, lowest and highest of each step."""
    found = []
    for number, some in groupby(enumerate(values), key=lambda it: (start + it[0]) // step):
        told = [value for _, value in some if value is not None]
        found.append((number * step, min(told, default=None), max(told, default=None)))
    return found


@settings(max_examples=times(6, 200), deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(-1_000, 1_000)), min_size=700, max_size=1_500), st.integers(0, 3))
def test_no_peak_is_lost_when_a_time_is_thinned_out(values: list[int | None], cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder, keeping(Path(folder) / "series.sqlite", samples_s=DAY_S) as me:
        start = whole_hours_ago(1)
        first, second = values[: cut * 400], values[cut * 400 :]
        me.samples(start, first)
        if first:
            me.sealed()
        me.samples(start + len(first), second)
        answers = [me.read(start, start + len(values), points=points) for points in (100, 10)]
    for answer in answers:  # of samples, and of minutes as far as they are sealed
        kept, step = only(answer), int(answer.step_s)
        lows, highs = gaps_as_none(numbers(kept.minimum)), gaps_as_none(numbers(kept.maximum))
        assert list(zip(numbers(kept.times), lows, highs, strict=True)) == thinned_by_hand(start, values, step)
        assert len(lows) <= 100 if step < 60 else len(lows) <= 10


def test_points_beside_a_short_time_are_given_where_lines_lead_to_them(path: Path) -> None:
    start = whole_hours_ago(5)
    with keeping(path) as me:
        me.samples(start, [float(number) for number in range(60)], every_s=60.0)
        me.sealed()
        me.samples(start + 2 * HOUR_S, [1.0, 2.0], every_s=600.0)
        me.written()
        minutes = me.read(start + 610, start + 650, is_joined=True)
        alone = me.read(start + 610, start + 650)
    with keeping(path, samples_s=60, minutes_s=60) as me:  # hours alone are left
        me.samples(time.time() - 1, [1.0])
        eventually(lambda: not look(path, "SELECT 1 FROM chunks WHERE tier < 2"))
        hours = me.read(start + 610, start + 650, is_joined=True)
    assert numbers(only(minutes).times) == [start + 600, start + 660]
    assert not any(start + 610 <= time < start + 650 for series in alone.series for time in numbers(series.times))
    assert numbers(only(hours).times)[0] == start


def test_minutes_and_hours_are_kept_with_average_lowest_and_highest_across_windows_and_engines(path: Path) -> None:
    start = whole_hours_ago(5)
    with keeping(path) as me:
        me.samples(start, [float(number % 60) for number in range(1_000)])
        me.sealed()
    with keeping(path) as me:  # goes on in the middle of a window that the other one has sealed
        me.samples(start + 1_000, [float(number % 60) for number in range(1_000, 3_600)])
        me.sealed()
        answer = me.read(start, start + HOUR_S + 1, points=62)
        hours = me.read(start - 20 * DAY_S, start + HOUR_S, points=900)
    kept = only(answer)
    assert answer.step_s == 60
    assert numbers(kept.times) == [start + 60 * number for number in range(60)]
    assert set(numbers(kept.minimum)) == {0.0}
    assert set(numbers(kept.maximum)) == {59.0}
    assert numbers(kept.average) == pytest.approx([29.5] * 60)
    assert hours.step_s == HOUR_S
    hour = only(hours)
    assert [numbers(it) for it in (hour.times, hour.average, hour.minimum, hour.maximum)] == [
        [start],
        [29.5],
        [0],
        [59],
    ]


def test_a_time_without_samples_is_a_gap_and_not_a_line(path: Path) -> None:
    start = whole_hours_ago(3)
    with keeping(path, samples_s=DAY_S) as me:
        me.samples(start, [1.0] * 100)
        me.sealed()
    with keeping(path, samples_s=DAY_S) as me:
        me.samples(start + 1_300, [2.0] * 100)
        me.sealed()
        samples = only(me.read(start, start + 1_500, points=2_000))
        minutes = only(me.read(start, start + HOUR_S, points=40))
    for kept in (samples, minutes):
        values = gaps_as_none(numbers(kept.average))
        assert values.count(None) == 1
        assert values == sorted(values, key=lambda value: 1.5 if value is None else value)
        moments = numbers(kept.times)
        assert start + 99 < moments[values.index(None)] < start + 1_300
        assert moments == sorted(moments)


@pytest.mark.parametrize("is_sealed", [True, False])
def test_what_is_sampled_seldom_has_no_gaps_and_leaves_those_of_others(path: Path, is_sealed: bool) -> None:
    start = whole_hours_ago(1) - HOUR_S if is_sealed else int(time.time()) // 600 * 600
    size = SeriesKey("database_size")
    with keeping(path, samples_s=DAY_S) as me:
        for second in [*range(60), *range(70, 301)]:
            me.sample(start + second, {CACHE: 1.0})
            if second % 60 == 0:
                me.writer.put(tick_of("shop", start + second, 60.0, [SeriesValue(size, 9.0)]))
        me.sealed()
        answer = me.read(start, start + 301, CACHE.metric, size.metric, points=310)
        coarse = me.read(start, start + 301, CACHE.metric, points=100)
    found = {kept.key: gaps_as_none(numbers(kept.average)) for kept in answer.series}
    assert answer.step_s == 0
    assert found[size] == [9.0] * 5
    assert found[CACHE] == [1.0] * 60 + [None] + [1.0] * 231
    assert coarse.step_s == 5


def test_samples_that_come_late_because_the_clock_was_put_back_join_the_others(path: Path) -> None:
    start = whole_hours_ago(1) - 1_800
    with keeping(path, samples_s=DAY_S) as me:
        me.samples(start + 100, [5.0] * 50)
        me.sealed()
    with keeping(path, samples_s=DAY_S) as me:
        me.samples(start + 60, [1.0] * 60)
        me.samples(start + 20, [3.0] * 10)
        me.sealed()
        kept = only(me.read(start, start + 200, points=1_000))
        minute = only(me.read(start, start + HOUR_S, points=30))
    values = dict(zip(numbers(kept.times), numbers(kept.average), strict=True))
    assert [values[start + at] for at in (20, 60, 119, 120)] == [3.0, 1.0, 1.0, 5.0]
    assert (numbers(minute.minimum)[0], numbers(minute.maximum)[0]) == (1.0, 5.0)


def test_what_is_too_old_goes_and_coarse_things_stay_longer(path: Path) -> None:
    with keeping(path) as me:
        for days in (400, 30, 0):
            me.samples(whole_hours_ago(24 * days + 2), [float(days)] * 3)
        me.sealed()
    with keeping(path) as me:
        me.samples(time.time(), [1.0])
        me.sealed()
        eventually(lambda: look(path, "SELECT tier, count(*) FROM chunks GROUP BY tier") == [(1, 1), (2, 2)])
        year = only(me.read(time.time() - 800 * DAY_S, time.time(), points=2_000))
    told = [value for value in numbers(year.average) if not math.isnan(value)]
    assert told[0] == 30.0
    assert set(told[1:]) <= {0.0, 0.25, 1.0}


def test_when_the_room_is_full_the_oldest_goes_first_and_the_newest_stays(path: Path) -> None:
    chance = random.Random(7)
    keys = [SeriesKey("busy", (("table", str(number)),)) for number in range(30)]
    with keeping(path, samples_s=7 * DAY_S) as me:
        for hours in range(40, 0, -1):
            for second in range(20):
                me.sample(whole_hours_ago(hours) + second, {key: chance.random() for key in keys})
        me.sealed()
    ends = [last for (last,) in look(path, "SELECT last FROM chunks ORDER BY last")]
    with closing(apsw.Connection(str(path))) as file:
        half = used_bytes(file) // 2
    with keeping(path, samples_s=7 * DAY_S, most_bytes=half) as me:
        me.samples(time.time(), [1.0])
        eventually(lambda: look(path, "SELECT min(last) FROM chunks")[0][0] > ends[0])
    left = [last for (last,) in look(path, "SELECT last FROM chunks ORDER BY last")]
    assert left == ends[-len(left) :]
    assert 0.2 * len(ends) < len(left) < 0.8 * len(ends)


# what can go wrong


WRITES = """
import sys, time
from pathlib import Path
from lapwing.domain.monitoring.metrics import SeriesKey, SeriesValue
from lapwing.store.series.ticks import tick_of
from lapwing.store.series.upkeep import Room
from lapwing.store.series.writer import SeriesWriter
writer = SeriesWriter(Path(sys.argv[1]), lambda: Room(86400, 86400, 86400, 1 << 30), print, gather_s=0.001)
keys = [SeriesKey("busy", (("table", str(number)),)) for number in range(5)]
at = float(sys.argv[2])
while True:
    at += 10
    writer.put(tick_of("shop", at, 10.0, [SeriesValue(key, at) for key in keys]))
    while writer.waiting("shop"):
        time.sleep(0.0001)
    print(int(at), flush=True)
"""


def test_a_kill_at_any_moment_loses_nothing_that_was_written_and_damages_nothing(
    path: Path, chance: random.Random
) -> None:
    start = at = whole_hours_ago(4)
    for _ in range(times(3, 200)):
        with subprocess.Popen(
            [sys.executable, "-c", WRITES, str(path), str(at)],
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": str(APP)},
        ) as process:
            assert process.stdout is not None
            lines = iter(process.stdout)
            for _ in range(chance.randrange(1, 150)):  # some windows are sealed meanwhile
                at = int(next(lines))
            process.kill()
            at = max([at, *(int(line) for line in lines if line.endswith("\n"))])
        assert look(path, "PRAGMA integrity_check") == [("ok",)]
        answer = read(path, ReadSeries("shop", ("busy",), start, at + 100, 100_000))
        assert len(answer.series) == 5
        for kept in answer.series:
            found = [value for value in numbers(kept.average) if not math.isnan(value)]
            written = [float(second) for second in range(start + 10, at + 1, 10)]
            assert found[: len(written)] == written


def test_a_full_disk_is_told_once_and_when_there_is_room_again_nothing_is_missing(path: Path) -> None:
    now = time.time() // 1
    with keeping(path) as me:
        me.samples(now - 60, [1.0])
        me.written()
        with longest_file(path.stat().st_size):
            me.samples(now - 50, [2.0, 3.0])
            eventually(lambda: me.told)
            assert [type(error) for error in me.told] == [MetricsUnusable]
            assert isinstance(me.writer.notice, MetricsUnusable)
            kept = only(me.read(now - 100, now))
            assert [value for value in numbers(kept.average) if not math.isnan(value)] == [1.0, 2.0, 3.0]
        me.written()
        eventually(lambda: len(me.told) == 2)
        assert me.told[1:] == [None]
    kept = only(read(path, ReadSeries("shop", ("cache_hit",), now - 100, now)))
    assert [value for value in numbers(kept.average) if not math.isnan(value)] == [1.0, 2.0, 3.0]


def test_a_damaged_file_is_put_aside_and_told_once(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(b"not a database at all" * 500)
    with keeping(path) as me:
        me.samples(time.time() - 5, [1.0])
        me.written()
        me.samples(time.time() - 3, [2.0])
        me.written()
        assert [type(error) for error in me.told] == [MetricsPutAside]
        assert len(numbers(only(me.read(time.time() - 60, time.time())).times)) == 2
    (kept,) = path.parent.glob("series.sqlite.damaged-*")
    assert kept.read_bytes().startswith(b"not a database")


def test_a_newer_file_is_left_as_it_is_and_told(path: Path) -> None:
    with keeping(path) as me:
        me.samples(time.time() - 5, [1.0])
        me.written()
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA user_version=99; PRAGMA journal_mode=DELETE")
    connection.close()
    before = path.read_bytes()
    with keeping(path) as me:
        me.samples(time.time() - 5, [1.0])
        eventually(lambda: me.told)
        assert isinstance(me.told[0], StoredNewer)
        with pytest.raises(StoredNewer):
            me.read(0, time.time())
    assert path.read_bytes() == before


def test_a_part_that_is_broken_is_left_out_and_the_rest_is_read(path: Path) -> None:
    start = whole_hours_ago(1) - 1_800
    with keeping(path, samples_s=DAY_S) as me:
        me.samples(start, [1.0] * 1_300)
        me.sealed()
        connection = apsw.Connection(str(path))
        connection.set_busy_timeout(10_000)
        connection.execute("UPDATE chunks SET data = substr(data, 1, 40) WHERE tier = 0 AND start = ?", (start + 600,))
        connection.close()
        kept = only(me.read(start, start + 1_300, points=2_000))
    assert [value for value in numbers(kept.average) if not math.isnan(value)] == [1.0] * 700


def test_what_another_engine_deletes_is_gone_and_keeping_goes_on(path: Path) -> None:
    with keeping(path) as me:
        me.sample(time.time() - 50, {CACHE: 1.0, ACTIVE: 2.0})
        me.sample(time.time() - 50, {CACHE: 1.0}, connection="other")
        for seconds in (49, 48, 47):  # by now it knows the series' numbers by heart
            me.written()
            me.sample(time.time() - seconds, {CACHE: 1.0, ACTIVE: 2.0})
        me.written()
        assert upkeep.forget(path, "shop")
        assert not upkeep.forget(path, "shop")
        me.sample(time.time() - 40, {CACHE: 3.0})
        me.written()
        assert numbers(only(me.read(time.time() - 100, time.time())).average) == [3.0]
        assert [span.key for span in spans(path, "shop").series] == [CACHE]
        assert [span.key for span in spans(path, "other").series] == [CACHE]


@given(
    st.lists(st.integers(-(2**30), 2**30)),
    st.lists(st.one_of(st.none(), st.floats(), st.integers(-(2**53), 2**53))),
)
def test_numbers_come_back_from_their_blobs(integers: list[int], values: list[float | int | None]) -> None:
    short = shortened(values)
    back = unpacked(packed(array("i", integers), short))
    assert back[0].tolist() == integers
    assert back[1].tobytes() == short.tobytes()
    for value, kept in zip(values, short, strict=True):
        if value is None or not math.isfinite(value):
            assert math.isnan(kept)
        else:
            assert kept == value or kept == pytest.approx(value, rel=1e-7, abs=1e-37)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_are_taken_for_numbers_that_were_not_packed(data: bytes) -> None:
    try:
        found = unpacked(data)
    except (BlobBroken, ValueError, OverflowError):
        return
    assert sum(len(column) for column in found) <= 200 * 1_032  # as much as can be deflated
