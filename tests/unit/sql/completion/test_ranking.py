"""Which names fit a typed word, how well, and in which order they come."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.domain.completion import ItemKind
from lapwing.sql.completion.candidate import Candidate
from lapwing.sql.completion.matching import Grade, fit
from lapwing.sql.completion.ranking import NameIndex, ranked, recency


@pytest.mark.parametrize(
    ("word", "name", "grade", "matched"),
    [
        ("orders", "Orders", Grade.WHOLE, "012345"),
        ("or", "orders", Grade.BEGINNING, "01"),
        ("item", "order_items", Grade.LATER_WORD, "6789"),
        ("Name", "customerName", Grade.LATER_WORD, "89ab"),
        ("oi", "order_items", Grade.INITIALS, "06"),
        ("ordit", "order_items", Grade.INITIALS, "01267"),
        ("cN", "customerName", Grade.INITIALS, "08"),
        ("rder", "orders", Grade.WITHIN, "1234"),
        ("cstmr", "customers", Grade.LETTERS, "02357"),
    ],
)
def test_a_word_fits_a_name_by_its_beginning_its_words_or_its_letters(word, name, grade, matched):
    found = fit(word, name)
    assert found is not None
    assert (found.grade, found.matched) == (grade, tuple(int(digit, 16) for digit in matched))


@pytest.mark.parametrize(("word", "name"), [("x", "orders"), ("r", "orders"), ("sredro", "orders"), ("rdr", "orders")])
def test_a_word_fits_no_name_without_its_letters_nor_one_where_they_begin_no_word(word, name):
    assert fit(word, name) is None


def test_a_word_of_the_same_letter_many_times_is_compared_with_a_long_name_at_once():
    assert fit("a" * 60 + "b", "_".join(["aaa"] * 80)) is None


def offered(word: str, *labels: str, recent: tuple[str, ...] = ()) -> list[str]:
    candidates = [Candidate(ItemKind.COLUMN, label, label, 0) for label in labels]
    return [item.label for item in ranked(word, candidates, recency(recent), 50)]


def test_a_beginning_comes_before_a_later_word_and_that_before_initials_and_letters():
    labels = ("cost", "the_status", "status", "set_tare_use", "static")
    assert offered("st", *labels) == ["status", "static", "the_status", "set_tare_use", "cost"]


def test_among_equals_the_recent_choice_comes_first_then_the_same_case_then_the_shorter_name():
    assert offered("na", "name_long", "Nation", "name", recent=("name_long",)) == ["name_long", "name", "Nation"]


def test_a_recent_choice_counts_with_and_without_its_schema_and_quotes():
    assert offered("", "a", "b", "c d", recent=('shop."c d"', "b")) == ["c d", "b", "a"]


def test_what_is_likelier_at_the_place_comes_before_what_was_chosen_of_late():
    candidates = [Candidate(ItemKind.KEYWORD, "nation", "nation", 5), Candidate(ItemKind.COLUMN, "name", "name", 1)]
    assert [item.label for item in ranked("na", candidates, recency(("nation",)), 5)] == ["name", "nation"]


def test_an_item_says_which_of_its_letters_were_matched_behind_its_qualifier_too():
    candidate = Candidate(ItemKind.COLUMN, "o.customer_id", "o.customer_id", 0, match_from=2)
    assert ranked("cid", [candidate], {}, 1)[0].matched == (2, 11, 12)


def test_the_same_choice_is_offered_once():
    assert offered("na", "name", "name") == ["name"]


NAMES = st.lists(st.text("abAB_ é", min_size=1, max_size=8), max_size=30, unique=True)


@settings(max_examples=40)
@given(NAMES, st.text("abAB_", max_size=4))
def test_an_index_finds_the_same_names_as_looking_at_each_of_them(names, word):
    index = NameIndex((name, 0, name) for name in names)
    by_each = [name for name in names if fit(word, name) is not None]
    assert sorted(index.best(word, 100, {})) == sorted(by_each)


def test_an_index_gives_the_best_of_ten_thousand_names_first():
    chance = random.Random(4)
    names = ["".join(chance.choices("abcdef_", k=9)) for _ in range(10_000)]
    index = NameIndex((name, 0, name) for name in [*names, "order_items", "reorder", "orders"])
    assert index.best("order", 3, {}) == ["orders", "order_items", "reorder"]


def test_an_index_puts_a_lower_tier_first_and_then_recent_names():
    index = NameIndex([("table_far", 4, "far"), ("table_b", 2, "b"), ("table_a", 2, "a")])
    assert index.best("tab", 5, {}) == ["b", "a", "far"]
    assert index.best("tab", 5, recency(("table_a", "table_far"))) == ["a", "b", "far"]
    assert index.best("", 2, recency(("table_a", "table_far"))) == ["a", "b"]


def test_an_index_leaves_out_what_is_not_wanted_at_the_place():
    index = NameIndex([("tall", 0, 1), ("table", 0, 2), ("tan", 0, 3)])
    assert index.best("ta", 1, {}, lambda number: number == 2) == [2]
