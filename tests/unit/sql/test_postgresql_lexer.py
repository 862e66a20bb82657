import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import TokenKind

K = TokenKind
POSTGRESQL = dialect_named("postgresql")


def kinds(text: str) -> list[tuple[TokenKind, str]]:
    tokens = POSTGRESQL.lex(text)
    return [(token.kind, tokens.text_of(i)) for i, token in enumerate(tokens) if token.kind is not K.WHITESPACE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT", [(K.KEYWORD, "SELECT")]),
        ("ſelect", [(K.IDENTIFIER, "ſelect")]),
        ("a$b$c", [(K.IDENTIFIER, "a$b$c")]),
        ("a\ufeff", [(K.IDENTIFIER, "a\ufeff")]),
        ("E'a\\'b'", [(K.STRING, "E'a\\'b'")]),
        ("'a\\'", [(K.STRING, "'a\\'")]),
        ("U&'\\00e9'", [(K.STRING, "U&'\\00e9'")]),
        ('U&"d\\0061t"', [(K.QUOTED_IDENTIFIER, 'U&"d\\0061t"')]),
        ("U&a", [(K.IDENTIFIER, "U"), (K.OPERATOR, "&"), (K.IDENTIFIER, "a")]),
        ("B'01' X'1f'", [(K.BLOB, "B'01'"), (K.BLOB, "X'1f'")]),
        ("B'02'", [(K.ERROR, "B'02'")]),
        ("E'a'\n'b\\'c'", [(K.STRING, "E'a'"), (K.STRING, "'b\\'c'")]),
        ("E'a' -- c\n'b\\'c'", [(K.STRING, "E'a'"), (K.COMMENT, "-- c"), (K.STRING, "'b\\'c'")]),
        ("$$a'b$$", [(K.STRING, "$$a'b$$")]),
        ("$a$;$b$;$a$", [(K.STRING, "$a$;$b$;$a$")]),
        ("$a$ open $b$", [(K.STRING, "$a$ open $b$")]),
        ("1$a$b$a$", [(K.NUMBER, "1"), (K.STRING, "$a$b$a$")]),
        ("$1", [(K.PARAMETER, "$1")]),
        ("$1a", [(K.ERROR, "$1a")]),
        ("$", [(K.ERROR, "$")]),
        ("/* a /* b */ c */ d", [(K.COMMENT, "/* a /* b */ c */"), (K.IDENTIFIER, "d")]),
        ("/* a /* b */ c", [(K.COMMENT, "/* a /* b */ c")]),
        ("1 -- a\r2", [(K.NUMBER, "1"), (K.COMMENT, "-- a"), (K.NUMBER, "2")]),
        ("0x1F 0o17 0b101 0x_1_F", [(K.NUMBER, "0x1F"), (K.NUMBER, "0o17"), (K.NUMBER, "0b101"), (K.NUMBER, "0x_1_F")]),
        ("1_000.5_0e1_0", [(K.NUMBER, "1_000.5_0e1_0")]),
        ("1_ 1__0 0x 12a 1e", [(K.ERROR, "1_"), (K.ERROR, "1__0"), (K.ERROR, "0x"), (K.ERROR, "12a"), (K.ERROR, "1e")]),
        ("1..2", [(K.NUMBER, "1"), (K.PUNCTUATION, ".."), (K.NUMBER, "2")]),
        ("5. .5 1.5e-3", [(K.NUMBER, "5."), (K.NUMBER, ".5"), (K.NUMBER, "1.5e-3")]),
        ("a::int", [(K.IDENTIFIER, "a"), (K.OPERATOR, "::"), (K.TYPE, "int")]),
        (
            "a[1:2]",
            [
                (K.IDENTIFIER, "a"),
                (K.PUNCTUATION, "["),
                (K.NUMBER, "1"),
                (K.PUNCTUATION, ":"),
                (K.NUMBER, "2"),
                (K.PUNCTUATION, "]"),
            ],
        ),
        (
            "a := b => c",
            [(K.IDENTIFIER, "a"), (K.OPERATOR, ":="), (K.IDENTIFIER, "b"), (K.OPERATOR, "=>"), (K.IDENTIFIER, "c")],
        ),
        (
            "a->>'b' @> c",
            [(K.IDENTIFIER, "a"), (K.OPERATOR, "->>"), (K.STRING, "'b'"), (K.OPERATOR, "@>"), (K.IDENTIFIER, "c")],
        ),
        ("1+-2", [(K.NUMBER, "1"), (K.OPERATOR, "+"), (K.OPERATOR, "-"), (K.NUMBER, "2")]),
        ("1=-2", [(K.NUMBER, "1"), (K.OPERATOR, "="), (K.OPERATOR, "-"), (K.NUMBER, "2")]),
        ("1@-2", [(K.NUMBER, "1"), (K.OPERATOR, "@-"), (K.NUMBER, "2")]),
        ("1*--2", [(K.NUMBER, "1"), (K.OPERATOR, "*"), (K.COMMENT, "--2")]),
        ("1*/*2*/3", [(K.NUMBER, "1"), (K.OPERATOR, "*"), (K.COMMENT, "/*2*/"), (K.NUMBER, "3")]),
        ("~" * 64, [(K.ERROR, "~" * 64)]),
        ("`", [(K.OPERATOR, "`")]),
        ("{", [(K.ERROR, "{")]),
        (
            "select now(), lower(a)",
            [
                (K.KEYWORD, "select"),
                (K.FUNCTION, "now"),
                (K.PUNCTUATION, "("),
                (K.PUNCTUATION, ")"),
                (K.PUNCTUATION, ","),
                (K.FUNCTION, "lower"),
                (K.PUNCTUATION, "("),
                (K.IDENTIFIER, "a"),
                (K.PUNCTUATION, ")"),
            ],
        ),
    ],
)
def test_a_token_is_what_the_server_takes_it_for(text, expected):
    assert kinds(text) == expected


def test_what_is_for_psql_is_lexed_for_itself():
    assert kinds("\\set a 'b c' \\\\ SELECT 1 \\gset p\n\\d t") == [
        *[(K.KEYWORD, "\\set"), (K.IDENTIFIER, "a"), (K.STRING, "'b c'"), (K.IDENTIFIER, "\\\\")],
        *[(K.KEYWORD, "SELECT"), (K.NUMBER, "1"), (K.KEYWORD, "\\gset"), (K.IDENTIFIER, "p")],
        *[(K.KEYWORD, "\\d"), (K.IDENTIFIER, "t")],
    ]


def test_data_behind_a_copy_are_no_sql():
    assert kinds("COPY t FROM STDIN;\n1\tit's\n\\N\t--\n\\.\nSELECT 1") == [
        *[(K.KEYWORD, "COPY"), (K.IDENTIFIER, "t"), (K.KEYWORD, "FROM"), (K.KEYWORD, "STDIN"), (K.PUNCTUATION, ";")],
        *[(K.STRING, "1\tit's\n\\N\t--\n"), (K.KEYWORD, "\\."), (K.KEYWORD, "SELECT"), (K.NUMBER, "1")],
    ]


def test_lines_are_lexed_by_what_stands_before_them():
    lines = ["SELECT $f$ /* it's", "$$ -- x $f", "$f$, /* a /* b", "*/ c", "*/ 1", "COPY t FROM", "stdin; -- ("]
    first, second, third = [], [], []
    state = 0
    for line, found in zip(lines, (first, second, third, [], [], [], []), strict=True):
        tokens, state = POSTGRESQL.lex_line(line, state)
        found += [(token.kind, line[token.start : token.end]) for token in tokens]
    assert first[-1] == (K.STRING, "$f$ /* it's")
    assert second == [(K.STRING, "$$ -- x $f")]
    assert third[0] == (K.STRING, "$f$")
    assert third[-1] == (K.COMMENT, "/* a /* b")


def test_a_keyword_that_can_be_a_name_is_not_reserved():
    assert {"SELECT", "TABLE", "USER", "COALESCE"} <= POSTGRESQL.reserved
    assert {"NAME", "VALUE", "TYPE", "DATA", "STATUS"} & POSTGRESQL.reserved == set()
    assert POSTGRESQL.keywords >= POSTGRESQL.reserved
