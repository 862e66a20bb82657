"""Finding a text by parts of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.sql.fuzzy import could_match, folded, match


def found(query: str, text: str) -> str:
    """The characters that were found, the others as dots."""
    fit = match(query, text)
    assert fit is not None
    return "".join(char if at in fit.positions else "." for at, char in enumerate(text))


def best(query: str, *texts: str) -> str:
    scored = [(fit.score, text) for text in texts if (fit := match(query, text)) is not None]
    return max(scored)[1]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("run", "Run statement", "Run.........."),
        ("RUN STAT", "Run statement", "Run stat.....".replace(" ", ".")),
        ("rs", "Run statement", "R...s........"),
        ("ment", "Run statement", ".........ment"),
        ("uber", "Über Lapwing", "Über........"),
        ("rst", "Run statement", "R...st......."),
        ("cpl", "Command palette", "C.......p.l...."),
    ],
)
def test_the_letters_asked_for_are_found_where_they_mean_most(query: str, text: str, expected: str) -> None:
    assert found(query, text) == expected


def test_a_text_that_lacks_a_word_does_not_fit() -> None:
    assert match("run tab", "Run statement") is None
    assert match("nur", "Run") is None


def test_letters_scattered_anywhere_count_only_for_longer_words() -> None:
    assert match("rt", "Turn it") is None
    assert match("theme", "Open the sample database") is not None


def test_nothing_asked_fits_everything() -> None:
    assert match("", "Run") is not None
    assert match("   ", "Run") is not None


def test_the_beginning_of_a_word_beats_its_inside_and_initials_beat_scattered_letters() -> None:
    assert best("run", "Overrun", "Run statement") == "Run statement"
    assert best("op", "Copy", "Open") == "Open"
    assert best("rst", "Restart", "Run statement") == "Run statement"


def test_a_shorter_text_beats_a_longer_one_with_the_same_place() -> None:
    assert best("save", "Save", "Save as…") == "Save"


@given(st.text(max_size=30))
def test_folding_keeps_every_character_at_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(max_size=12), st.text(max_size=40))
def test_whatever_is_typed_positions_lie_in_the_text(query: str, text: str) -> None:
    fit = match(query, text)
    assert fit is None or all(0 <= at < len(text) for at in fit.positions)


@pytest.mark.parametrize(
    ("query", "text", "is_there"),
    [
        ("^ord", "orders", True),
        ("^der", "orders", False),
        ("ers$", "orders", True),
        ("ord$", "orders", False),
        ("^orders$", "orders", True),
        ("^orders$", "orders_old", False),
        ("$", "cost in $", True),
        ("^", "anything", True),
    ],
)
def test_anchors_stand_for_the_ends_of_the_text(query: str, text: str, is_there: bool) -> None:
    assert (match(query, text) is not None) is is_there


@pytest.mark.parametrize(("query", "text"), [("oi", "order_items"), ("oi", "orderItems"), ("OIL", "OrderItemLog")])
def test_initials_are_found_behind_underscores_and_in_humps(query: str, text: str) -> None:
    found = match(query, text)
    assert found is not None
    assert "".join(text[at] for at in sorted(found.positions)).lower() == query.lower()


@given(query=st.text(alphabet="abo_^$ ", max_size=5), name=st.text(alphabet="abAo_ ", max_size=12))
def test_the_quick_test_refuses_nothing_that_matches(query: str, name: str) -> None:
    if match(query, name) is not None:
        assert could_match(query)(folded(name))
