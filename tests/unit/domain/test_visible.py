import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.visible import escaped, has_hidden, visible_text

NUMBER_SIGNS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
"""Format characters of Arabic, Syriac and Kaithi that have a shape of their own."""


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("a\u202eb", r"a\u202eb"),
        ("a\u200bb", r"a\u200bb"),
        ("a\u2028b", r"a\u2028b"),
        ("a\0b", r"a\x00b"),
        ("a\nb\r\n", r"a\nb\r\n"),
        ("a\tb", r"a\tb"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\ud800b\udfff", r"a\ud800b\udfff"),
        ("a\uffffb", r"a\uffffb"),
        ("\ufeffselect", r"\ufeffselect"),
        ("\u2066x\u2069", r"\u2066x\u2069"),
        ("pay\u00adpal", r"pay\xadpal"),
        ("\u3164", r"\u3164"),
        ("\U000e0041", r"\U000e0041"),
        ("\U0001fffe", r"\U0001fffe"),
    ],
)
def test_what_cannot_be_seen_is_written_out(hidden: str, shown: str) -> None:
    assert visible_text(hidden) == shown


@pytest.mark.parametrize(
    "text", ["", "orders", "Žluťoučký kůň", "注文", "a b\u00a0c\u3000d", "\\u202e", "عدد", "\ufffd"]
)
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible_text(text) == text
    assert not has_hidden(text)


@pytest.mark.parametrize(
    "emoji", ["\u2764\ufe0f", "\U0001f469\u200d\U0001f4bb", "\U0001f9d1\U0001f3fd\u200d\U0001f680"]
)
def test_an_emoji_stays_whole(emoji: str) -> None:
    assert visible_text(f"a {emoji} b") == f"a {emoji} b"


@pytest.mark.parametrize("text", ["a\ufe0fb", "\ufe0f", "a\u200db", "\u200d", "\u2764\u200d"])
def test_what_an_emoji_is_made_of_is_marked_where_there_is_none(text: str) -> None:
    assert visible_text(text) != text


def test_what_the_caller_can_show_is_kept() -> None:
    assert visible_text("a\n\tb\0", keep="\n\t") == "a\n\tb" + r"\x00"


def test_every_control_and_format_character_of_unicode_is_marked() -> None:
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    missed = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in hidden and code not in NUMBER_SIGNS and not has_hidden(chr(code))
    ]
    assert missed == []


def test_every_noncharacter_is_marked() -> None:
    noncharacters = [
        *range(0xFDD0, 0xFDF0),
        *(p + low for p in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)),
    ]
    assert all(has_hidden(chr(code)) for code in noncharacters)


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_hidden_is_left_and_nothing_visible_is_lost(text: str) -> None:
    shown = visible_text(text)
    assert not any(unicodedata.bidirectional(char) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI"} for char in shown)
    assert [char for char in text if not has_hidden(char)] == list(_without_escapes(text, shown))


def _without_escapes(text: str, shown: str) -> str:
    """`shown` after taking out one escape for every hidden character of `text`, in order."""
    rest, kept = shown, ""
    for char in text:
        if has_hidden(char):
            rest = rest.removeprefix(escaped(char)) if rest.startswith(escaped(char)) else rest.removeprefix(char)
        else:
            assert rest.startswith(char)
            kept, rest = kept + char, rest[1:]
    assert rest == ""
    return kept
