"""What statements did between two readings of a server's counters."""

from lapwing.domain.monitoring.statements import StatementCounters, StatementKey, StatementsReading
from lapwing.engine.monitoring.statements import growth

LARGE = 2**63


def counted(digest: str, calls: int, total_ms: float, **more: int) -> StatementCounters:
    return StatementCounters(StatementKey(digest), digest, calls, total_ms, calls, **more)


def reading(*counters: StatementCounters) -> StatementsReading:
    return StatementsReading(0.0, counters)


def test_only_what_ran_meanwhile_counts_and_large_counters_are_exact() -> None:
    before = reading(counted("a", LARGE, 10.0), counted("quiet", 3, 1.0))
    (found,) = growth(before, reading(counted("a", LARGE + 2, 15.0), counted("quiet", 3, 1.0)))
    assert (found.key.digest, found.calls, found.total_ms, found.rows) == ("a", 2, 5.0, 2)


def test_a_shape_that_is_new_or_was_forgotten_by_the_server_counts_from_nothing() -> None:
    before = reading(counted("forgotten", 90, 900.0))
    found = growth(before, reading(counted("forgotten", 2, 4.0), counted("new", 1, 1.0)))
    assert {each.key.digest: each.calls for each in found} == {"forgotten": 2, "new": 1}


def test_what_a_server_does_not_count_is_not_made_up() -> None:
    (found,) = growth(reading(counted("a", 1, 1.0, scans=4)), reading(counted("a", 2, 2.0, scans=9)))
    assert (found.scans, found.errors, found.blocks_hit) == (5, None, None)
