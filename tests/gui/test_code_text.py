"""Any text can be stored as Qt can hold it, and comes back exactly."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.gui.editor.code_mirror import CodeMirror
from lapwing.gui.editor.code_text import (
    ESCAPE,
    LONG_LINE,
    CodeText,
    chips,
    is_fold,
    stored_index,
    unit_index,
    unit_length,
)

NOT_QTS = re.compile("[\r\u2028\u2029\ufdd0\ufdd1\ud800-\udfff\0\u202a-\u202e\u2066-\u2069]")
STRANGE = (
    "\r\n\t\0\u00a0\u2028\u2029\ufdd0\ufdd1\ufdd6\ufdefZ\ud800\udbff\udc00\udfff\uffff\ufeff\u202e\u200d\ufe0f\u2764"
)
ASTRAL = "\U0001f600\U000f0000\U000f0001\U000fffff\U00100000\U0010202e\U0010ffff\U000e0041"
texts = st.text(st.one_of(st.sampled_from(STRANGE + ASTRAL), st.characters(exclude_categories=())), max_size=60)


def normalized(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(texts)
def test_a_text_comes_back_exactly(text: str) -> None:
    codec = CodeText()
    assert codec.exact(codec.stored(text)) == normalized(text)


@given(texts)
def test_what_is_stored_holds_nothing_that_qt_would_change_or_obey(text: str) -> None:
    stored = CodeText().stored(text)
    assert not NOT_QTS.search(stored)
    assert stored.count("\n") == normalized(text).count("\n")


@pytest.mark.parametrize("text", ["select 1\n", "", "ž € 注文", "a\tb", "heart \u2764\ufe0f", "a\u00a0b"])
def test_an_ordinary_text_is_stored_as_it_is(text: str) -> None:
    assert CodeText().stored(text) == text


@given(texts, st.integers(1, 3))
def test_the_middle_of_a_long_line_becomes_one_character_and_comes_back(middle: str, times: int) -> None:
    codec = CodeText()
    line = ("x" * (LONG_LINE + 1) + middle.replace("\n", "").replace("\r", "")) * times
    stored = codec.stored(f"a\n{line}\nb")
    assert codec.exact(stored) == f"a\n{line}\nb"
    assert max(map(len, stored.split("\n"))) < 1_500
    assert codec.has_fold(stored.split("\n")[1])


def test_the_same_stretch_is_folded_into_the_same_character() -> None:
    codec = CodeText()
    assert codec.stored("y" * 20_000) == codec.stored("y" * 20_000)


def test_opening_a_fold_shows_its_text_and_what_no_line_can_bear_stays_folded() -> None:
    codec = CodeText()
    small, huge = codec.stored("s" * 30_000), codec.stored("h" * 1_000_000)
    assert codec.unfolded(small[next(chips(small))]) == "s" * 28_900
    opened = codec.unfolded(huge[next(chips(huge))])
    assert len(opened) == 50_001
    assert is_fold(opened[-1])
    assert codec.exact(opened) == "h" * 998_900


def test_folds_that_were_in_the_text_are_taken_for_what_they_are() -> None:
    codec = CodeText()
    text = chr(0xF0000) + "x" * 20_000 + chr(0xF0000)
    assert codec.exact(codec.stored(text)) == text


@given(texts.map(lambda text: re.sub("[\r\n]", "", text)))
def test_every_code_point_has_one_place_in_the_document_and_the_way_back(line: str) -> None:
    codec = CodeText()
    stored = codec.stored(line)
    assert codec.exact_length(stored) == len(line)
    columns = [codec.unit_column(stored, at) for at in range(len(line) + 1)]
    assert columns == sorted(set(columns))
    assert columns[-1] == unit_length(stored)
    assert [codec.text_column(stored, at) for at in columns] == list(range(len(line) + 1))


@given(texts.map(lambda text: re.sub("[\r\n]", "", text)))
def test_units_and_stored_characters_lead_to_each_other(line: str) -> None:
    stored = CodeText().stored(line)
    assert all(stored_index(stored, unit_index(stored, at)) == at for at in range(len(stored) + 1))


def test_a_place_within_a_fold_is_the_fold() -> None:
    codec = CodeText()
    stored = codec.stored("x" * 20_000)
    assert codec.unit_column(stored, 500) == 500
    assert codec.unit_column(stored, 5_000) == codec.unit_column(stored, 19_000) == 1_000
    assert codec.unit_column(stored, 19_999) == 1_000 + 2 + 99
    assert codec.text_column(stored, 1_002) == 19_900


# The mirror


def applied(text: str, edit) -> str:
    if edit is None:
        return text
    return text[: edit.position] + edit.added + text[edit.position + edit.removed :]


lines = st.lists(texts.map(lambda text: re.sub("[\r\n]", "", text)), min_size=1, max_size=6)


@given(texts, st.data())
def test_an_edit_leads_from_the_text_before_to_the_text_after(text: str, data) -> None:
    mirror = CodeMirror()
    mirror.load(mirror.codec.stored(text))
    first = data.draw(st.integers(0, len(mirror.lines) - 1))
    count = data.draw(st.integers(1, len(mirror.lines) - first))
    new = data.draw(lines)
    position = sum(unit_length(line) + 1 for line in mirror.lines[:first])
    before = mirror.text()
    edit = mirror.splice(first, position, count, [mirror.codec.stored(line) for line in new])
    assert applied(before, edit) == mirror.text()
    assert mirror.text() == mirror.codec.exact("\n".join(mirror.lines))


@given(
    st.text("ab" + ESCAPE + "Z\U000f0000\U0010202e\n", max_size=20),
    st.text("ab" + ESCAPE + "Z\U000f0000\n", max_size=20),
)
def test_an_edit_tears_no_escape_also_when_one_is_half_deleted(before: str, after: str) -> None:
    mirror = CodeMirror()
    mirror.load(before)
    text = mirror.text()
    edit = mirror.splice(0, 0, len(mirror.lines), after.split("\n"))
    assert applied(text, edit) == mirror.text()


def test_an_edit_is_as_small_as_what_changed() -> None:
    mirror = CodeMirror()
    mirror.load("select one\nselect two\nselect three")
    edit = mirror.splice(0, 0, 2, ["select one", "select twenty two"])
    assert (edit.position, edit.removed, edit.added) == (20, 0, "enty tw")
    assert mirror.splice(0, 0, 1, ["select one"]) is None


@given(texts)
def test_offsets_of_a_text_and_positions_in_the_document_lead_to_each_other(text: str) -> None:
    mirror = CodeMirror()
    mirror.load(mirror.codec.stored(text))
    for offset in range(len(mirror.text()) + 1):
        position = mirror.from_text(offset)
        start = 0
        for number, line in enumerate(mirror.lines):
            if position <= start + unit_length(line):
                assert mirror.to_text(number, start, position - start) == offset
                break
            start += unit_length(line) + 1
