import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import Token, TokenKind, Tokens

TEXT = "SELECT a, 'x;' -- end"


@pytest.fixture
def tokens() -> Tokens:
    return dialect_named("sqlite").lex(TEXT)


def test_the_row_of_tokens_is_read_like_a_list(tokens):
    assert len(tokens) == 8
    assert tokens[0] == Token(TokenKind.KEYWORD, 0, 6)
    assert tokens[-1] == (TokenKind.COMMENT, 15, 21)
    assert tokens[1:3] == [tokens[1], tokens[2]]
    assert list(tokens) == [tokens[index] for index in range(len(tokens))]
    assert tokens[2] in tokens
    assert [type(token.kind) for token in tokens] == [TokenKind] * len(tokens)


@pytest.mark.parametrize("index", [8, -9, 100])
def test_a_token_that_is_not_there_is_an_index_error(tokens, index):
    with pytest.raises(IndexError):
        tokens[index]


def test_a_token_gives_its_text(tokens):
    assert [tokens.text_of(index) for index in range(len(tokens))] == [
        "SELECT",
        " ",
        "a",
        ",",
        " ",
        "'x;'",
        " ",
        "-- end",
    ]


def test_the_token_at_a_position_is_the_one_that_holds_the_character(tokens):
    for position in range(len(TEXT)):
        token = tokens[tokens.index_at(position)]
        assert token.start <= position < token.end
    assert tokens.index_at(len(TEXT)) == len(tokens)
    assert tokens.index_at(-5) == 0


def test_no_text_has_no_tokens():
    tokens = dialect_named("ansi").lex("")
    assert list(tokens) == []
    assert tokens.index_at(0) == 0
