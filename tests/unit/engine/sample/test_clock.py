"""Local times of the sample, compared with moments that are known."""

import pytest

from lapwing.engine.sample.atlas import BY_CODE
from lapwing.engine.sample.clock import DAY_COUNT, END, START, day_text, moment_of, utc_text


@pytest.mark.parametrize(
    ("code", "moment", "written"),
    [
        ("DE", "2026-03-29T00:59:59", "2026-03-29T01:59:59+01:00"),
        ("DE", "2026-03-29T01:00:00", "2026-03-29T03:00:00+02:00"),
        ("GB", "2025-10-26T00:59:59", "2025-10-26T01:59:59+01:00"),
        ("GB", "2025-10-26T01:00:00", "2025-10-26T01:00:00+00:00"),
        ("CA", "2026-03-08T09:59:59", "2026-03-08T01:59:59-08:00"),
        ("CA", "2026-03-08T10:00:00", "2026-03-08T03:00:00-07:00"),
        ("CA", "2025-11-02T09:00:00", "2025-11-02T01:00:00-08:00"),
        ("IL", "2026-03-27T00:00:00", "2026-03-27T03:00:00+03:00"),
        ("IL", "2026-10-24T23:00:00", "2026-10-25T01:00:00+02:00"),
        ("IN", "2026-07-01T00:00:00", "2026-07-01T05:30:00+05:30"),
        ("JP", "2025-12-31T15:00:00", "2026-01-01T00:00:00+09:00"),
    ],
)
def test_local_time_follows_the_rules_for_summer_time(code: str, moment: str, written: str) -> None:
    assert BY_CODE[code].zone.iso(moment_of(moment)) == written


def test_the_books_cover_fourteen_hundred_days() -> None:
    assert DAY_COUNT == 1_400
    assert (day_text(START), utc_text(END)) == ("2023-01-01", "2026-10-31T23:59:59Z")
