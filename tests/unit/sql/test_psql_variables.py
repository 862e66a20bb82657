"""Variables of psql are replaced where psql replaces them, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.sql.psql_variables import (
    LONGEST_TEXT,
    ValueTooLong,
    identifier,
    is_variable_name,
    literal,
    places,
    replaced,
)

VALUES = {"a": "1", "text": "it's", "back": "a\\b", "name": 'A "b"', "empty": "", "two": ":a + :two", "ü1": "u"}


def after(text: str) -> str:
    return replaced(text, VALUES.get).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT :a, :a", "SELECT 1, 1"),
        (":a", "1"),
        (":'text' :\"name\" :'back'", "'it''s' \"A \"\"b\"\"\"  E'a\\\\b'"),
        (":{?a} :{?nope}", "TRUE FALSE"),
        (":empty.", "."),
        (":ü1 :a1", "u :a1"),
        (":two", "1 + :two"),
        (":a:a :a.b :a$", "11 1.b 1$"),
        (":'a''b' :\"a\"\"b\"", "'1''b' \"1\"\"b\""),
        ("a[1:2] a[:a:2] a[1:a]", "a[1:2] a[1:2] a[11]"),
        ("x::a y:: a :::a :=a a:=a", "x::a y:: a ::1 :=a a:=a"),
        ("':a' \":a\" 'x'':a' U&':a' e':a\\':a' :a", "':a' \":a\" 'x'':a' U&':a' e':a\\':a' 1"),
        ("E'a'\n'\\':a' :a", "E'a'\n'\\':a' 1"),
        ("'a\\' :a", "'a\\' 1"),
        ("$$:a$$ $t$:a$$ :a$t$ :a", "$$:a$$ $t$:a$$ :a$t$ 1"),
        (":a$$:a$$ f$$:a", "1$$:a$$ f$$1"),
        ("-- :a\n:a", "-- :a\n1"),
        ("/* :a /* :a */ :a */ :a", "/* :a /* :a */ :a */ 1"),
        (":'a :a", ":'a :a"),
        (':"a :a', ':"a :a'),
        (":{? a} :{?a :{a} : a", ":{? a} :{?a :{a} : a"),
        ("1e':a' :a", "1e':a' 1"),
        ("$1:a", "$11"),
        ("'open :a", "'open :a"),
        ("/* open :a", "/* open :a"),
        ("$$ open :a", "$$ open :a"),
        ("E'open\\' :a", "E'open\\' :a"),
    ],
)
def test_what_stands_for_a_value_is_replaced(text: str, expected: str) -> None:
    assert after(text) == expected


def test_a_statement_without_variables_that_have_a_value_is_the_same_object() -> None:
    text = "INSERT INTO t VALUES ('2026-01-01 10:30:00'), (:nope)"
    assert replaced(text, VALUES.get).text is text


def test_places_of_the_new_text_lead_back_to_the_old_one() -> None:
    text = "SELECT :'text', x + :a FROM y"
    done = replaced(text, VALUES.get)
    assert done.text == "SELECT 'it''s', x + 1 FROM y"
    for word in ("SELECT", "x +", "FROM", "y"):
        assert done.origin(done.text.index(word)) == text.index(word)
    assert done.origin(done.text.index("s'")) == text.index(":'text'")


def test_values_that_hold_each_other_end() -> None:
    values = {"a": ":b", "b": ":c :a", "c": ":b"}
    assert replaced(":a", values.get).text == ":b :a"


def test_values_that_grow_without_bounds_are_refused() -> None:
    values = {f"v{number}": f":v{number + 1}:v{number + 1}" for number in range(60)}
    with pytest.raises(ValueTooLong):
        replaced(":v0", values.get)
    chain = {f"v{number}": f":v{number + 1}" for number in range(5_000)}
    with pytest.raises(ValueTooLong):
        replaced(":v0", chain.get)
    long = {"v": "x" * (LONGEST_TEXT // 4)}
    with pytest.raises(ValueTooLong):
        replaced(":v" * 5, long.get)


HOSTILE = ["':a", "E'\\", "$a$", ":'a''", "/*", "/*/", "$$", ":", "::", ":{?", ":a$$", "e'a'\n", "-", '"', "$a", "1$"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_come_to_an_end(piece: str) -> None:
    text = piece * (80_000 // len(piece))
    assert replaced(text + "\n", VALUES.get).text.endswith("\n")


@settings(max_examples=150)
@given(st.text(st.sampled_from("':\"$/*-\\ae1 {?}\n;|`."), max_size=30))
def test_places_lie_in_order_and_hold_what_they_say(text: str) -> None:
    end = 0
    for place in places(text):
        assert end <= place.start < place.end <= len(text)
        assert text[place.start] == ":"
        assert place.name in text[place.start : place.end]
        end = place.end
    assert replaced(text, lambda _name: None).text == text.replace(":{?a}", "FALSE") or ":{?" in text


def test_names_are_letters_digits_and_underscores() -> None:
    assert [name for name in ("a", "A_1", "1", "ü", "", "a-b", "a b", "a$") if is_variable_name(name)] == [
        *("a", "A_1", "1", "ü"),
    ]


def test_values_are_quoted_as_libpq_does() -> None:
    assert literal("a'b") == "'a''b'"
    assert literal("a\\'b") == " E'a\\\\''b'"
    assert identifier('a"b') == '"a""b"'
