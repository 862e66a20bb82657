"""Arguments of psql's commands are cut as psql cuts them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.sql.psql_arguments import (
    ProgramRefused,
    QuoteOpen,
    arguments,
    as_name,
    command_name,
    rest_of,
    truth,
    without_quotes,
    without_semicolons,
)
from lapwing.sql.psql_patterns import name_patterns

VALUES = {"a": "1", "text": "it's x", "tick": "`ls`"}


def cut(text: str) -> list[str]:
    return [argument.text for argument in arguments(text, VALUES.get)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\set", []),
        (r"\set  a   b ", ["a", "b"]),
        (r"\set a 'b c''d' e", ["a", "b c'd", "e"]),
        (r"\echo 'a\tb\n\'c\\' '\101\x42' '\303\244'", ["a\tb\n'c\\", "AB", "ä"]),
        (r'\echo "a b"c d"e"', ['"a b"c', 'd"e"']),
        (r"\echo :a x:a :'text' :nope :{?a} :{?nope}", ["1", "x1", "'it''s x'", ":nope", "TRUE", "FALSE"]),
        (r"\echo a:'b' ::a :", ["a:'b'", ":1", ":"]),
        (r"\echo :text", ["it's x"]),
        (r"\echo :tick", ["`ls`"]),
        (r"\echo '`ls`' \\ more", ["`ls`"]),
        (r"\echo a\echo b", ["a"]),
        (r"\echo ''", [""]),
    ],
)
def test_arguments_are_parted_by_blanks_outside_of_quotes(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize("text", [r"\set a `ls`", r"\echo x`ls`y", r"\if `true`", r"\echo 'a' b :a`ls`"])
def test_a_program_in_backquotes_is_refused(text: str) -> None:
    with pytest.raises(ProgramRefused):
        cut(text)


@pytest.mark.parametrize("text", [r"\set a 'b", r'\d "b', r"\echo 'a\'", r"\echo a'"])
def test_a_quote_has_to_be_closed(text: str) -> None:
    with pytest.raises(QuoteOpen):
        cut(text)


def test_options_are_only_what_was_written_bare() -> None:
    assert [argument.is_bare for argument in arguments(r"""\echo -n '-n' "-n" :a""", VALUES.get)] == [
        *(True, False, False, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(r"\d a;", "a"), (r'\d "a";;', '"a"'), (r"\d 'a;'", "a;"), (r"\d 'a;';", "a;"), (r"\d ;", ""), (r"\d a;b", "a;b")],
)
def test_bare_semicolons_at_the_end_do_not_count(text: str, expected: str) -> None:
    (argument,) = arguments(text, VALUES.get)
    assert without_semicolons(argument) == expected


def test_names_and_files_are_read_from_double_quotes() -> None:
    assert as_name('Foo"Bar""x".B') == 'fooBar"x.b'
    assert without_quotes('Foo"Bar baz"') == "FooBar baz"
    assert command_name("\\copy a") == "copy"
    assert rest_of("\\copy  a 'b' ") == "a 'b'"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("true", True), ("T", True), ("tru", True), ("yes", True), ("y", True), ("on", True), ("1", True)),
        *(("false", False), ("f", False), ("no", False), ("of", False), ("OFF", False), ("0", False)),
        *(("o", None), ("", None), ("truee", None), ("2", None), ("maybe", None), (" true", None)),
    ],
)
def test_conditions_are_the_words_that_psql_takes(word: str, expected: bool | None) -> None:
    assert truth(word) is expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("Foo*", ("^(foo.*)$",)),
        ('"Foo*".b?r', (r"^(Foo\*)$", "^(b.r)$")),
        ("a.b.c", ("^(a)$", "^(b)$", "^(c)$")),
        ('"a.b""c"', (r'^(a\.b"c)$',)),
        ("a$[0-9]|b+", (r"^(a\$[0-9]|b+)$",)),
        (r"'\x", (r"^('\x)$",)),
        ("", ("^()$",)),
    ],
)
def test_patterns_become_expressions_of_the_server(pattern: str, expected: tuple[str, ...]) -> None:
    assert name_patterns(pattern) == expected


@settings(max_examples=150)
@given(st.text(st.sampled_from("'\"\\:` a1-;{?}"), max_size=30))
def test_no_text_is_cut_in_any_other_way(text: str) -> None:
    try:
        found = arguments("\\x " + text, VALUES.get)
    except (ProgramRefused, QuoteOpen):
        return
    assert [argument.start for argument in found] == sorted({argument.start for argument in found})
