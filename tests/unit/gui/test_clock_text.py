"""Durations in words."""

import pytest

from lapwing.gui.shell.clock_text import clock_text, duration_text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 ms"),
        (0.0421, "42 ms"),
        (0.9994, "999 ms"),
        (0.9996, "1.0 s"),
        (1.56, "1.6 s"),
        (59.96, "1:00"),
        (133, "2:13"),
    ],
)
def test_a_duration_is_told_as_exactly_as_a_person_wants_to_know_it(seconds: float, words: str) -> None:
    assert duration_text(seconds) == words


@pytest.mark.parametrize(("seconds", "words"), [(59, "0:59"), (133, "2:13"), (3733, "1:02:13")])
def test_long_ones_read_like_a_clock(seconds: float, words: str) -> None:
    assert clock_text(seconds) == words
