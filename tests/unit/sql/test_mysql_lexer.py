import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import TokenKind

K = TokenKind
MYSQL = dialect_named("mysql")


def kinds(text: str) -> list[tuple[TokenKind, str]]:
    tokens = MYSQL.lex(text)
    return [(token.kind, tokens.text_of(i)) for i, token in enumerate(tokens) if token.kind is not K.WHITESPACE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT", [(K.KEYWORD, "SELECT")]),
        ("'it\\'s'", [(K.STRING, "'it\\'s'")]),
        ('"a""b\\""', [(K.STRING, '"a""b\\""')]),
        ("`a``b\\`", [(K.QUOTED_IDENTIFIER, "`a``b\\`")]),
        ("N'a\\'b'", [(K.STRING, "N'a\\'b'")]),
        ("_utf8mb4'a'", [(K.TYPE, "_utf8mb4"), (K.STRING, "'a'")]),
        ("_nonsense", [(K.IDENTIFIER, "_nonsense")]),
        ("x'4A' b'01'", [(K.BLOB, "x'4A'"), (K.BLOB, "b'01'")]),
        ("x'4'", [(K.ERROR, "x'4'")]),
        ("0x1F 0b01", [(K.NUMBER, "0x1F"), (K.NUMBER, "0b01")]),
        ("0X1F 0B01 0b12", [(K.IDENTIFIER, "0X1F"), (K.IDENTIFIER, "0B01"), (K.IDENTIFIER, "0b12")]),
        ("1a 1e5 1e+5 1ea", [(K.IDENTIFIER, "1a"), (K.NUMBER, "1e5"), (K.NUMBER, "1e+5"), (K.IDENTIFIER, "1ea")]),
        ("1.5abc", [(K.NUMBER, "1.5"), (K.IDENTIFIER, "abc")]),
        ("1.5e", [(K.ERROR, "1.5e")]),
        ("t.5a", [(K.IDENTIFIER, "t"), (K.PUNCTUATION, "."), (K.IDENTIFIER, "5a")]),
        (".5 5.", [(K.NUMBER, ".5"), (K.NUMBER, "5.")]),
        ("1--1", [(K.NUMBER, "1"), (K.OPERATOR, "-"), (K.OPERATOR, "-"), (K.NUMBER, "1")]),
        ("1-- 1", [(K.NUMBER, "1"), (K.COMMENT, "-- 1")]),
        ("1--", [(K.NUMBER, "1"), (K.COMMENT, "--")]),
        ("1 --\x01 2", [(K.NUMBER, "1"), (K.COMMENT, "--\x01 2")]),
        ("1 # 2", [(K.NUMBER, "1"), (K.COMMENT, "# 2")]),
        ("--x", [(K.COMMENT, "--x")]),
        ("/* a /* b */ c", [(K.COMMENT, "/* a /* b */"), (K.IDENTIFIER, "c")]),
        ("/*!50003 a */", [(K.COMMENT, "/*!50003"), (K.IDENTIFIER, "a"), (K.COMMENT, "*/")]),
        ("/*M!100100a*/", [(K.COMMENT, "/*M!100100"), (K.IDENTIFIER, "a"), (K.COMMENT, "*/")]),
        ("2*/*c*/3", [(K.NUMBER, "2"), (K.OPERATOR, "*"), (K.COMMENT, "/*c*/"), (K.NUMBER, "3")]),
        ("/*! 2 */*3", [(K.COMMENT, "/*!"), (K.NUMBER, "2"), (K.COMMENT, "*/"), (K.OPERATOR, "*"), (K.NUMBER, "3")]),
        ("a */ b", [(K.IDENTIFIER, "a"), (K.OPERATOR, "*"), (K.OPERATOR, "/"), (K.IDENTIFIER, "b")]),
        ("@a.b @@global.x ?", [(K.PARAMETER, "@a.b"), (K.PARAMETER, "@@global.x"), (K.PARAMETER, "?")]),
        ("@'a' @`b`", [(K.PUNCTUATION, "@"), (K.STRING, "'a'"), (K.PUNCTUATION, "@"), (K.QUOTED_IDENTIFIER, "`b`")]),
        ("a <=> b", [(K.IDENTIFIER, "a"), (K.OPERATOR, "<=>"), (K.IDENTIFIER, "b")]),
        ("a->>'$.b'", [(K.IDENTIFIER, "a"), (K.OPERATOR, "->>"), (K.STRING, "'$.b'")]),
        ("@a:=1", [(K.PARAMETER, "@a"), (K.OPERATOR, ":="), (K.NUMBER, "1")]),
        ("select \\N", [(K.KEYWORD, "select"), (K.KEYWORD, "\\N")]),
        ("[", [(K.ERROR, "[")]),
        (
            "select count(*), if(a, b, c)",
            [
                *[(K.KEYWORD, "select"), (K.FUNCTION, "count"), (K.PUNCTUATION, "("), (K.OPERATOR, "*")],
                *[(K.PUNCTUATION, ")"), (K.PUNCTUATION, ","), (K.FUNCTION, "if"), (K.PUNCTUATION, "(")],
                *[(K.IDENTIFIER, "a"), (K.PUNCTUATION, ","), (K.IDENTIFIER, "b"), (K.PUNCTUATION, ",")],
                *[(K.IDENTIFIER, "c"), (K.PUNCTUATION, ")")],
            ],
        ),
        (
            "a varchar(10)",
            [(K.IDENTIFIER, "a"), (K.TYPE, "varchar"), (K.PUNCTUATION, "("), (K.NUMBER, "10"), (K.PUNCTUATION, ")")],
        ),
    ],
)
def test_a_token_is_what_the_server_takes_it_for(text, expected):
    assert kinds(text) == expected


def test_what_is_for_the_client_is_lexed_for_itself():
    assert kinds("DELIMITER //\nSELECT 1; x//\nDELIMITER ;\nSELECT 2\\G\nstatus;\nprompt it's\n") == [
        *[(K.KEYWORD, "DELIMITER"), (K.IDENTIFIER, "//")],
        *[(K.KEYWORD, "SELECT"), (K.NUMBER, "1"), (K.PUNCTUATION, ";"), (K.IDENTIFIER, "x"), (K.PUNCTUATION, "//")],
        *[(K.KEYWORD, "DELIMITER"), (K.IDENTIFIER, ";")],
        *[(K.KEYWORD, "SELECT"), (K.NUMBER, "2"), (K.KEYWORD, "\\G"), (K.KEYWORD, "status"), (K.PUNCTUATION, ";")],
        *[(K.KEYWORD, "prompt"), (K.IDENTIFIER, "it"), (K.STRING, "'s")],
    ]


def test_lines_are_lexed_by_what_stands_before_them():
    state = 0
    found = []
    for line in ("delimiter $$", "SELECT a$$ SELECT", "'$$", "b\\'c' /*!50003", "2 */ $$", "delimiter ;", "status"):
        tokens, state = MYSQL.lex_line(line, state)
        found.append(
            [(token.kind, line[token.start : token.end]) for token in tokens if token.kind is not K.WHITESPACE]
        )
    assert found[1] == [(K.KEYWORD, "SELECT"), (K.IDENTIFIER, "a"), (K.PUNCTUATION, "$$"), (K.KEYWORD, "SELECT")]
    assert found[2] == [(K.STRING, "'$$")]
    assert found[3] == [(K.STRING, "b\\'c'"), (K.COMMENT, "/*!50003")]
    assert found[4] == [(K.NUMBER, "2"), (K.COMMENT, "*/"), (K.PUNCTUATION, "$$")]
    assert found[6] == [(K.KEYWORD, "status")]
    assert state == 0


def test_a_keyword_that_can_be_a_name_is_not_reserved():
    assert {"SELECT", "TABLE", "RANK", "SYSTEM"} <= MYSQL.reserved
    assert {"NAME", "VALUE", "TYPE", "DATA", "STATUS", "BEGIN", "END"} & MYSQL.reserved == set()
    assert MYSQL.keywords >= MYSQL.reserved
