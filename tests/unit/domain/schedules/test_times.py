"""The times of schedules: cron expressions, intervals and single moments, by clocks that are put forward and back."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lapwing.domain.schedules.errors import WhenInvalid
from lapwing.domain.schedules.times import last_until, next_times, read_times, zone_named

BERLIN = "Europe/Berlin"


def at(text: str, zone: str = BERLIN) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


def told(when: str, after: str, count: int = 3, zone: str = BERLIN) -> list[str]:
    """The next times as clocks show them, with the offset where that is not the same for all."""
    found = next_times(read_times(when, zone), at(after, zone), count)
    return [
        datetime.fromtimestamp(each, ZoneInfo(zone)).strftime("%m-%d %H:%M%z").removesuffix("+0100") for each in found
    ]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("30 6 * * mon-fri", ["11-20 06:30", "11-23 06:30", "11-24 06:30"]),
        ("*/20 8-9 * * *", ["11-20 08:00", "11-20 08:20", "11-20 08:40"]),
        ("0 0 L * *", ["11-30 00:00", "12-31 00:00", "01-31 00:00"]),
        ("0 0 13 * fri", ["11-27 00:00", "12-04 00:00", "12-11 00:00"]),
        ("0 0 * * fri#2", ["12-11 00:00", "01-08 00:00", "02-12 00:00"]),
        ("0 0 * * 5L", ["11-27 00:00", "12-25 00:00", "01-29 00:00"]),
        ("0 0 1 jan,mar *", ["01-01 00:00", "03-01 00:00", "01-01 00:00"]),
        ("15 10/6 * * 7", ["11-22 10:15", "11-22 16:15", "11-22 22:15"]),
        ("0 12 29 2 *", ["02-29 12:00", "02-29 12:00", "02-29 12:00"]),
        ("@monthly", ["12-01 00:00", "01-01 00:00", "02-01 00:00"]),
        ("@HOURLY", ["11-20 01:00", "11-20 02:00", "11-20 03:00"]),
        ("at 2026-12-24 18:00", ["12-24 18:00"]),
        ("at 2026-11-19T18:00", []),
    ],
)
def test_the_next_times_are_those_that_are_written(when: str, expected: list[str]) -> None:
    assert told(when, "2026-11-20 00:00") == expected


def test_intervals_are_seconds_that_pass_from_when_they_were_begun() -> None:
    for written in ("every 15 min", "every 15m", "every 900 seconds", "EVERY 15 minutes"):
        assert next_times(read_times(written, since=1000.7), 1000.7, 3) == (1900.0, 2800.0, 3700.0)
    assert read_times("every hour", since=50).next_after(10) == 3650.0
    assert next_times(read_times("every 12 h", BERLIN, at("2026-03-28 20:00")), at("2026-03-28 20:00"), 1) == (
        at("2026-03-29 09:00"),
    )


def test_a_time_that_clocks_leave_out_is_when_they_are_put_forward() -> None:
    assert told("30 2 * * *", "2026-03-28 12:00") == ["03-29 03:00+0200", "03-30 02:30+0200", "03-31 02:30+0200"]
    assert told("0,30 1-3 * * *", "2026-03-29 01:00") == ["03-29 01:30", "03-29 03:00+0200", "03-29 03:30+0200"]
    assert told("at 2026-03-29 02:10", "2026-03-28 12:00") == ["03-29 03:00+0200"]


def test_a_time_that_comes_twice_is_the_first_one() -> None:
    assert told("30 2 * * *", "2026-10-24 12:00", 2) == ["10-25 02:30+0200", "10-26 02:30"]
    assert told("at 2026-10-25 02:30", "2026-10-24 12:00") == ["10-25 02:30+0200"]


def test_what_is_each_hour_follows_the_clock_as_it_goes() -> None:
    assert told("30 * * * *", "2026-03-29 01:00") == ["03-29 01:30", "03-29 03:30+0200", "03-29 04:30+0200"]
    assert told("30 * * * *", "2026-10-25 02:00", 3) == ["10-25 02:30+0200", "10-25 02:30", "10-25 03:30"]
    half = told("0 */3 * * *", "2026-04-05 00:30", 2, "Australia/Lord_Howe")  # half an hour back
    assert half == ["04-05 03:00+1030", "04-05 06:00+1030"]


def test_a_day_that_a_zone_left_out_has_its_times_at_its_end() -> None:
    """Samoa went from 29 to 31 December 2011."""
    assert told("0 9 * * *", "2011-12-29 12:00", 2, "Pacific/Apia") == ["12-31 00:00+1400", "12-31 09:00+1400"]


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("", "– says no times."),
        ("0 6 * *", "A cron expression has five parts, and this one has 4."),
        ("60 6 * * *", "60 is no minute: the first part of a cron expression goes from 0 to 59."),
        ("0 6,24 * * *", "24 is no hour: the second part of a cron expression goes from 0 to 23."),
        ("0 6 0 * *", "0 is no day of the month: the third part of a cron expression goes from 1 to 31."),
        ("0 6 * maj *", "maj is no month: the fourth part of a cron expression goes from 1 to 12, or from jan to dec."),
        ("0 6 * * 5#6", "5#6 is no day of the week"),
        ("0 6 * * ²", "² is no day of the week"),
        ("0 8-6 * * *", "8-6 goes backwards."),
        ("*/0 * * * *", "*/0: behind the slash stands how far each step goes, at least 1."),
        ("0 0 30 2 *", "0 0 30 2 * never comes."),
        ("@reboot", "@reboot is no name for times."),
        ("every day at 3", "every day at 3 is no interval."),
        ("every 2 s", "every 2 s is too often: the shortest interval is 5 s."),
        ("every 99999 d", "every 99999 d is too seldom: the longest interval is 366 d."),
        ("at 24.12.2026 18:00", "at 24.12.2026 18:00 is no day with a time."),
        ("at 2026-02-30 18:00", "at 2026-02-30 18:00 is no day with a time."),
        ("0 6 * * * " * 300, "0 6 * * * 0 6"),
    ],
)
def test_what_is_wrong_is_said_in_words(when: str, sentence: str) -> None:
    with pytest.raises(WhenInvalid) as refused:
        read_times(when, BERLIN)
    assert str(refused.value).startswith(sentence)
    assert refused.value.next_step()


def test_zones_are_looked_for_by_name_and_without_one_it_is_that_of_the_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", ":Asia/Kolkata")
    assert datetime.fromtimestamp(0, zone_named("")).strftime("%H:%M") == "05:30"
    for wrong in ("Europe/Nowhere", "../../etc/passwd", "Europe"):
        with pytest.raises(WhenInvalid, match="There is no time zone"):
            zone_named(wrong)


def test_the_last_time_is_found_however_long_ago_it_was() -> None:
    every = read_times("* * * * *", "UTC")
    assert last_until(every, 0.0, 1_800_000_059.0) == 1_800_000_000.0
    assert last_until(every, 1_800_000_000.0, 1_800_000_059.0) is None
    yearly = read_times("0 0 29 2 *", "UTC")
    assert last_until(yearly, 0.0, at("2027-06-01 00:00", "UTC")) == at("2024-02-29 00:00", "UTC")
    once = read_times("at 2026-11-19 18:00", "UTC")
    assert last_until(once, 0.0, at("2027-01-01 00:00", "UTC")) == at("2026-11-19 18:00", "UTC")
