"""The language of alert rules: what it means, what it refuses, and that nothing makes it fall over."""

from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.counts import times
from lapwing.domain.alerts.binding import bind
from lapwing.domain.alerts.errors import ExpressionInvalid
from lapwing.domain.alerts.evaluating import Verdict, judge
from lapwing.domain.alerts.known import HEALTH, KnownMetric
from lapwing.domain.alerts.quantities import duration_text, parse_duration
from lapwing.domain.monitoring.metrics import Labels, Unit

KNOWN = {
    **HEALTH,
    "cache_hit": KnownMetric(Unit.SHARE, ()),
    "blocked": KnownMetric(Unit.COUNT, ()),
    "sessions": KnownMetric(Unit.COUNT, ("state",)),
    "lag": KnownMetric(Unit.MILLISECONDS, ("standby",)),
    "size": KnownMetric(Unit.BYTES, ("database",)),
    "log": KnownMetric(Unit.BYTES_PER_SECOND, ()),
    "own": KnownMetric(),
}
ACTIVE, IDLE = (("state", "active"),), (("state", "idle"),)


class Values:
    """What a connection has; a function over a time gives the newest value."""

    def __init__(self, **found: float | str | Mapping[Labels, float | None] | None) -> None:
        self._found = found

    def now(self, metric: str) -> Mapping[Labels, float | str | None] | None:
        found = self._found.get(metric)
        return found if isinstance(found, Mapping) else None if found is None else {(): found}

    def over(self, metric: str, labels: Labels, function: str, window_s: float) -> float | None:
        found = (self.now(metric) or {}).get(labels)
        return found if isinstance(found, float) else None


VALUES = Values(
    cache_hit=0.97,
    blocked=3.0,
    sessions={ACTIVE: 5.0, IDLE: 60.0},
    lag={(("standby", "a"),): 31_000.0, (("standby", "b"),): None},
    size={},
    log=50e6,
    connection_status="failed",
    last_sync_age=8_000.0,
)


def said(text: str, values: Values = VALUES) -> dict[Labels, bool | None]:
    return {each.labels: each.is_so for each in judge(bind(text, KNOWN), values)}


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("cache_hit < 0.99", True),
        ("cache_hit < 99%", True),
        ("cache_hit < 99 % and blocked > 2", True),
        ("not cache_hit < 99% or blocked > 5", False),
        ("not blocked > 5 and blocked >= 3", True),
        ("blocked > 2 or own > 1", True),
        ("blocked > 2 and own > 1", None),
        ("blocked > 5 and own > 1", False),
        ("not own > 1", None),
        ("blocked + 2 * 3 == 9", True),
        ("(blocked + 2) * 3 == 15", True),
        ("10 - 4 - 3 == blocked", True),
        ("-blocked < -2", True),
        ("blocked / 0 > 1", None),
        ("connection_status == 'failed'", True),
        ('connection_status != "failed"', False),
        ("last_sync_age > '2h'", True),
        ("last_sync_age > 2h 30m", False),
        ("error_rate > 0.05", None),
        ("log > 40 MB/s", True),
        ("log > 48 MiB/s", False),
        ("sum(sessions) == 65", True),
        ("max(sessions) == 60 and min(sessions) == 5 and count(sessions) == 2", True),
        ("count(sessions > 10) == 1", True),
        ("avg(cache_hit, 15m) < 99%", True),
        ("absent(own)", True),
        ("absent(cache_hit)", False),
        ("count(size) == 0", True),
        ("sum(lag) > 5s", None),
        ("AVG(cache_hit, '15m') < 0.99 AND NOT blocked > 5", True),
    ],
)
def test_an_expression_is_judged_by_the_newest_values(text: str, so: bool | None) -> None:
    assert said(text) == {(): so}


def test_each_series_is_judged_by_itself_and_units_are_made_the_same() -> None:
    assert said("sessions > 10") == {ACTIVE: False, IDLE: True}
    assert said("sessions{state='active'} > 3") == {ACTIVE: True}
    assert said("sessions{state!='active'} > 3") == {IDLE: True}
    assert said("lag > 30s") == said("lag > '30 s'") == {(("standby", "a"),): True, (("standby", "b"),): None}
    assert said("sessions / sum(sessions) > 90%") == {ACTIVE: False, IDLE: True}
    assert said("size > 10 GB") == {}


def test_the_left_side_of_the_first_comparison_is_shown_with_its_unit() -> None:
    bound = bind("not absent(cache_hit) and 99% > cache_hit", KNOWN)
    assert bound.unit is Unit.SHARE
    assert judge(bound, VALUES) == (Verdict((), True, 0.97),)
    assert bind("avg(cache_hit, 15m) < 0.99", KNOWN).windows == (("cache_hit", 900.0),)


@pytest.mark.parametrize(
    ("text", "at", "words", "advice"),
    [
        ("cach_hit < 1", "cach_hit", "no metric cach_hit", "cache_hit"),
        ("blocked > 2 and cache_hit < 99", "99", "from 0 to 1", "99%"),
        ("size > 5m", "size > 5m", "A size and a time", "same unit"),
        ("sessions{role='x'} > 1", "sessions{role='x'}", "no label role", "state"),
        ("connection_status == 'down'", "'down'", "never 'down'", "'failed'"),
        ("last_sync_age > 'soon'", "'soon'", "is a text", "'2h'"),
        ("a < b < c", "<", "chained", "and"),
        ("blocked > 5x", "x", "no unit", "MB"),
        ("blocked", "blocked", "no condition", "Compare"),
        ("blocked >", "", "ends here", "Write"),
        ("rate(blocked) > 1", "rate", "needs a time", "5m"),
        ("avg(blocked + 1, 5m) > 1", "avg", "takes a metric", "avg(cache_hit, 15m)"),
        ("med(blocked, 5m) > 1", "med", "no function med", "Functions"),
        ("blocked > 'x", "'x", "no end", "Close"),
        ("__import__('os') > 1", "__import__", "no function", "Functions"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_to_write(text: str, at: str, words: str, advice: str) -> None:
    with pytest.raises(ExpressionInvalid) as refused:
        bind(text, KNOWN)
    error = refused.value
    assert words in str(error)
    assert advice in error.next_step()
    if at:
        start = text.rindex(at) if text.startswith("a <") else text.index(at)
        assert text[error.position : error.position + error.length] == text[start : start + len(at)]


def test_neither_depth_nor_length_is_without_bound() -> None:
    for text in (
        "(" * 5_000,
        "(" * 900 + "1",
        "not " * 400 + "blocked > 1",
        "1" + "+1" * 900 + " > 1",
        "blocked" * 400,
    ):
        with pytest.raises(ExpressionInvalid):
            bind(text, KNOWN)


_SIGNS = """< > >= != == = + - * / ( ) { } , '2h' ' 5m 99% 1e999 0 1.5 /s and or not avg sum rate count absent state"""
_PIECES = st.sampled_from([*KNOWN, *_SIGNS.split(), '"', "10 GB"])


@settings(max_examples=times(300, 5_000))
@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=30).map(" ".join), st.lists(_PIECES).map("".join)))
@example("1e9999 > blocked")
@example("\ud800 > 1")
@example("sessions{state='\x00'} > 0")
def test_whatever_is_written_is_judged_or_refused_in_a_sentence(text: str) -> None:
    bound, refused = None, None
    try:
        bound = bind(text, KNOWN)
    except ExpressionInvalid as error:
        refused = error
    if refused is not None:
        assert str(refused).endswith(".")
        assert 0 <= refused.position <= len(text)
    if bound is not None:
        for values in (VALUES, Values()):
            assert all(each.is_so in {True, False, None} for each in judge(bound, values))


@given(st.integers(0, 10_000_000))
def test_a_duration_is_read_as_it_is_written(seconds: int) -> None:
    assert parse_duration(duration_text(seconds) if seconds else "0s") == seconds
