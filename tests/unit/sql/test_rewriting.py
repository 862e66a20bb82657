"""Texts with other stretches in them, and the way back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.sql.rewriting import rewritten

CHANGES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(1, 4), st.text(alphabet="xyz\n", max_size=6)), min_size=1, max_size=5
)


def test_a_place_leads_back_to_where_it_comes_from() -> None:
    text = "SELECT :a, :long\nFROM t"
    found = rewritten(text, [(7, 9, "'one\ntwo'"), (11, 16, "?")])
    assert found.text == "SELECT 'one\ntwo', ?\nFROM t"
    for word in ("SELECT", ", ", "\nFROM", "t"):
        assert found.origin(found.text.rindex(word)) == text.rindex(word)
    assert {found.origin(position) for position in range(7, 16)} == {7}
    assert found.origin(len(found.text)) == len(text)
    assert [found.origin_line(line, text) for line in (1, 2, 3)] == [1, 1, 2]


def test_a_text_without_changes_is_as_it_was() -> None:
    found = rewritten("a\nb", [])
    assert found.text == "a\nb"
    assert [found.origin(position) for position in range(4)] == [0, 1, 2, 3]
    assert found.origin_line(2, "a\nb") == 2


@settings(max_examples=40)
@given(CHANGES)
def test_every_character_that_was_kept_leads_back_to_itself(steps: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvw" * 3
    changes, position = [], 0
    for gap, length, new in steps:
        changes.append((position + gap, position + gap + length, new))
        position += gap + length
    found = rewritten(text, changes)
    for place, char in enumerate(found.text):
        if char.islower() and char not in "xyz":
            assert text[found.origin(place)] == char
