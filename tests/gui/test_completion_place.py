"""Which piece of a text is asked about, and what of an open list still fits what was typed on."""

import pytest

from lapwing.domain.completion import CompletionItem, ItemKind
from lapwing.gui.editor.completion_place import LONG_STATEMENT, piece_around, still_fitting, word_before


def items(*names: str) -> list[CompletionItem]:
    return [CompletionItem(ItemKind.COLUMN, name, name) for name in names]


def test_a_statement_is_sent_whole_and_of_a_very_long_one_what_is_around_the_caret() -> None:
    text = "SELECT 1;" + "x" * 300_000 + ";SELECT 2"
    assert piece_around(text, 0, 8, 3).text == "SELECT 1"
    for caret in (9, 100, 150_000, 300_008):
        piece = piece_around(text, 9, 300_009, caret)
        assert len(piece.text) <= LONG_STATEMENT // 2
        assert 9 <= piece.start <= caret <= piece.start + len(piece.text) <= 300_009
        assert piece.text == text[piece.start : piece.start + len(piece.text)]


def test_half_characters_are_not_sent_and_move_no_place() -> None:
    assert piece_around("a \ud800 \U0001f600 b", 0, 7, 7).text == "a ? \U0001f600 b"


@pytest.mark.parametrize(
    ("head", "word"),
    [("SELECT cust", "cust"), ("a.b_1$", "b_1$"), ("x = 12", ""), ("x ", ""), ("", ""), ("žlu", "žlu")],
)
def test_a_word_is_what_a_name_without_quotes_could_be(head: str, word: str) -> None:
    assert word_before(head) == word


def test_what_still_fits_has_its_letters_in_order_and_shows_them() -> None:
    fitting = still_fitting(items("customer_id", "city", "id"), "CuI")
    assert [(item.label, item.matched) for item in fitting] == [("customer_id", (0, 1, 9))]
    assert [item.label for item in still_fitting(items("Given Name", "id"), '"gi')] == ["Given Name"]
    assert still_fitting(items("ẞtraße"), "str")[0].matched == ()
