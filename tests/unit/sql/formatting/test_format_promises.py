"""What formatting promises for any text: the same tokens, the same comments, once is enough, and no end of time."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named
from lapwing.sql.formatting.checking import is_same
from lapwing.sql.formatting.formatter import format_range, format_sql, format_statement
from lapwing.sql.formatting.options import Commas, FormatOptions, Indent, LetterCase
from lapwing.sql.formatting.places import place_after
from lapwing.sql.tokens import TokenKind
from unit.sql import mysql_scripts, postgresql_scripts, sqlite_scripts
from unit.sql.sql_texts import examples, texts

OPTIONS = (
    FormatOptions(),
    FormatOptions(
        LetterCase.LOWER, LetterCase.UPPER, LetterCase.UPPER, indent=Indent.TAB, commas=Commas.LEADING, width=30
    ),
)
SCRIPTS = [
    *(script.text for script in postgresql_scripts.SCRIPTS),
    *(script.text for script in mysql_scripts.SCRIPTS),
    *(script.text for script in sqlite_scripts.SCRIPTS),
]
_WORDS = """
select from where group by order by having limit , , , , , ( ( ) ) ) a b c t.x x 'str' 1 2.5 = < || + - * and or not
between in case when then else end as join left join on using insert into values update set with union all over
partition by :: [ ] ; . : @ => returning on conflict do delete $1 N'x' E'a' count distinct is null interval exists
create table primary key default for long_identifier_number_one another_long_identifier desc
"""
WORDS = _WORDS.split()
MORE = [
    *("-- c1\n", "\n-- own1\n", "-- c2\n", "\n-- own2\n", "/* b1 */", "/* b2\n */", "\n/* own3 */\n", "# c\n"),
    *("\n", "\n\n", "\n", "$$x\n;$$", "'a'\n'b'", "\n'c'", "(select", "( ", " ("),
]
SOUP = st.lists(st.sampled_from([*WORDS, *MORE]), max_size=50).map(" ".join)


def significant(dialect: Dialect, text: str) -> Iterator[str]:
    for kind, start, end in dialect.lex(text):
        if kind not in {TokenKind.WHITESPACE, TokenKind.COMMENT}:
            yield text[start:end].lower()


def comments(dialect: Dialect, text: str) -> list[str]:
    return [text[start:end].rstrip() for kind, start, end in dialect.lex(text) if kind is TokenKind.COMMENT]


def assert_promises(dialect: Dialect, text: str, options: FormatOptions) -> None:
    after = format_sql(dialect, text, options)
    assert list(significant(dialect, after)) == list(significant(dialect, text))
    assert comments(dialect, after) == comments(dialect, text)
    assert len(dialect.split(after)) == len(dialect.split(text))
    assert format_sql(dialect, after, options) == after


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
def test_awkward_scripts_keep_their_tokens_in_every_dialect(dialect_id: str) -> None:
    dialect = dialect_named(dialect_id)
    for number, script in enumerate(SCRIPTS):
        assert_promises(dialect, script, OPTIONS[number % len(OPTIONS)])


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(60, soak=20_000)
@given(text=SOUP, options=st.sampled_from(OPTIONS))
def test_any_mixture_of_words_and_comments_keeps_its_tokens(dialect_id: str, text: str, options: FormatOptions) -> None:
    assert_promises(dialect_named(dialect_id), text, options)


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(60, soak=20_000)
@given(text=texts(), options=st.sampled_from(OPTIONS))
def test_any_text_keeps_its_tokens(dialect_id: str, text: str, options: FormatOptions) -> None:
    assert_promises(dialect_named(dialect_id), text, options)


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(40, soak=20_000)
@given(text=SOUP, start=st.integers(0, 200), end=st.integers(0, 200))
def test_a_stretch_of_any_text_changes_no_token_of_the_whole(dialect_id: str, text: str, start: int, end: int) -> None:
    dialect = dialect_named(dialect_id)
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    after = text[:start] + format_range(dialect, text, start, end, OPTIONS[0]) + text[end:]
    assert list(significant(dialect, after)) == list(significant(dialect, text))
    assert comments(dialect, after) == comments(dialect, text)


HOSTILE = {
    "parentheses": "SELECT " + "(" * 100_000 + "1" + ")" * 100_000,
    "sums in parentheses": "SELECT " + "(1 + " * 20_000 + "1" + ")" * 20_000,
    "cases": "SELECT " + "CASE WHEN 1 THEN " * 8_000 + "1" + " END" * 8_000,
    "subqueries": "SELECT * FROM (" * 8_000 + "SELECT 1" + ")" * 8_000,
    "brackets": "SELECT " + "[" * 50_000,
    "closing ones": ")" * 100_000,
    "clauses behind commas": "SELECT\n-- c\n a,\n" * 3_000,
    "conditions": "SELECT 1 FROM t WHERE " + "a = 1 AND " * 10_000 + "b",
    "comments": "SELECT a -- c\n, " * 3_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_nesting_is_too_deep_and_nothing_grows_beyond_measure(name: str) -> None:
    text = HOSTILE[name]
    after = format_sql(dialect_named("postgresql"), text, OPTIONS[0])
    assert is_same(dialect_named("postgresql"), text, after, OPTIONS[0])
    assert len(after) < 12 * len(text)


def test_another_string_or_cut_would_be_noticed() -> None:
    dialect, options = dialect_named("postgresql"), FormatOptions()
    assert is_same(dialect, "select 'a' ;", "SELECT 'a';", options)
    for before, after in (
        ("select 'a'", "SELECT 'b'"),
        ("select a", "SELECT A"),
        ("select a", "SELECT a, b"),
        ("select 1 -- c", "SELECT 1"),
        ("select - -1", "SELECT --1"),
        ("select 'a'\n'b'", "SELECT 'a''b'"),
        ("copy t from stdin;\n1\t a\n\\.\n", "copy t from stdin;\n1\ta\n\\.\n"),
        ("select 1 \\gset\nselect 2", "SELECT 1\n\\gset select 2"),
    ):
        assert not is_same(dialect, before, after, options), after
    assert not is_same(dialect, "select 1", "SELECT 1", FormatOptions(LetterCase.LOWER))


def test_a_statement_that_is_one_only_by_its_delimiter_stays_whole() -> None:
    dialect, options = dialect_named("mysql"), FormatOptions()
    text = "delimiter //\ncreate procedure p() if @a then select  1; end if//\nselect  2//"
    first, second = dialect.split(text)
    assert format_statement(dialect, text, first.start, first.end, options) == text[first.start : first.end]
    assert format_statement(dialect, text, second.start, second.end, options) == "SELECT 2"


def test_letters_of_what_may_be_a_table_stay() -> None:
    mysql, options = dialect_named("mysql"), FormatOptions()
    text = "select a.offset, rank from a, offset, lateral, window join status limit 1 offset 2"
    expected = "SELECT a.offset, rank FROM a, offset, lateral, window JOIN status LIMIT 1 OFFSET 2"
    assert format_sql(mysql, text, options) == expected


def test_a_place_moves_with_its_token(chance: random.Random) -> None:
    dialect = dialect_named("postgresql")
    before = "select  alpha , -- about\n beta from   gamma where delta=1 ; -- end\n"
    after = format_sql(dialect, before, OPTIONS[0])
    for word in ("alpha", "beta", "gamma", "delta", "about", "end"):
        into = chance.randrange(len(word))
        assert place_after(dialect, before, after, before.index(word) + into) == after.index(word) + into
    assert place_after(dialect, before, after, 0) == 0
    assert place_after(dialect, before, after, before.index("alpha") + 5) == after.index("alpha") + 5
