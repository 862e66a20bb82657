"""Texts in pieces behave as strings do."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.gui.journal_text import ChunkedText, Edit, merged

ODD = st.text(alphabet=st.sampled_from("ab\n\0\u2028\ud83d\ude00\U0001f600\udcffé\u202e"), max_size=40)


def plain(text: str, edit: Edit) -> str:
    return text[: edit.position] + edit.added + text[edit.position + edit.removed :]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit], str]:
    """A text, edits, and the text after them."""
    before = text = draw(ODD)
    edits = []
    for _ in range(draw(st.integers(0, 12))):
        position = draw(st.integers(0, len(text)))
        edits.append(Edit(position, draw(st.integers(0, len(text) - position)), draw(ODD)))
        text = plain(text, edits[-1])
    return before, edits, text


@given(edited(), st.integers(1, 9))
def test_edits_in_pieces_equal_edits_in_a_string(script: tuple[str, list[Edit], str], chunk_chars: int) -> None:
    before, edits, after = script
    text = ChunkedText(before, chunk_chars)
    for edit in edits:
        text.replace(edit)
        assert all(0 < len(piece) <= 2 * chunk_chars for piece in text.pieces())
    assert str(text) == after
    assert len(text) == len(after)
    assert text.equals(after)
    assert not text.equals(after + "x")
    assert not after or not text.equals(after[:-1] + "x")


@given(edited())
def test_merged_edits_do_what_both_did(script: tuple[str, list[Edit], str]) -> None:
    before, edits, _after = script
    for first, then in itertools.pairwise(edits):
        both = merged(first, then)
        if both is not None and len(before) >= first.position + first.removed:
            assert plain(before, both) == plain(plain(before, first), then)
        before = plain(before, first)


def test_typing_and_deleting_become_one_edit() -> None:
    edit = Edit(3, 0, "s")
    for then in (Edit(4, 0, "e"), Edit(5, 0, "k"), Edit(5, 1, ""), Edit(5, 0, "lect"), Edit(3, 1, "S")):
        joined = merged(edit, then)
        assert joined is not None
        edit = joined
    assert edit == Edit(3, 0, "Select")
    assert merged(Edit(5, 1, ""), Edit(4, 1, "")) == Edit(4, 2, "")
    assert merged(Edit(5, 1, ""), Edit(5, 1, "")) == Edit(5, 2, "")
    assert merged(Edit(5, 0, "x"), Edit(9, 0, "y")) is None


def test_long_additions_are_not_copied_for_each_key() -> None:
    assert merged(Edit(0, 0, "x" * 100_000), Edit(100_000, 0, "y")) is None


@pytest.mark.parametrize("edit", [Edit(-1, 0, "x"), Edit(0, 4, ""), Edit(4, 0, "x"), Edit(1, -1, ""), Edit(3, 1, "")])
def test_an_edit_outside_the_text_is_refused_and_changes_nothing(edit: Edit) -> None:
    text = ChunkedText("abc")
    with pytest.raises(ValueError, match="3 code points"):
        text.replace(edit)
    assert str(text) == "abc"


def test_pieces_stay_few_when_much_is_deleted() -> None:
    text = ChunkedText("x" * 10_000, 10)
    for position in range(9_990, 0, -10):
        text.replace(Edit(position, 9, ""))
    assert len(text.pieces()) <= 2 * len(text) // 10 + 2
