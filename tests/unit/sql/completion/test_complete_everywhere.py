"""Completion of half-written statements: at every place of many texts it answers, and touches only the word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.counts import SOAKING, times
from lapwing.sql.completion.hints import call_hint
from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from unit.sql.completion.offered import SHOP_ANY_CASE, completed

STATEMENTS = (
    'WITH big AS (SELECT id, total t FROM orders WHERE total > 5) SELECT b.t, "Gift Cards"."card no" FROM big b LEFT'
    " JOIN customers c ON c.id = b.id AND c.name LIKE 'a|%' WHERE EXISTS (SELECT 1 FROM shop.orders) ORDER BY 1 -- end",
    "INSERT INTO orders (id, total) VALUES (1, coalesce(2, 3)) ON CONFLICT (id) DO UPDATE SET total = excluded.total",
    "UPDATE orders o SET total = o.total + 1, status = CASE WHEN id = 1 THEN 'x' END FROM customers USING (id",
    "CREATE TABLE t (id integer NOT NULL, c `x y` REFERENCES shop.orders (id)); ALTER TABLE t ADD COLUMN d text",
    "SELECT count(*) OVER (PARTITION BY status ORDER BY id), cast(id AS bigint), $1, :p FROM [Gift Cards], LATERAL (x",
)
WORD = re.compile(r"\"[^\"]*\"?|`[^`]*`?|\[[^\]]*\]?|[\w$:@]*")


def check(text: str, caret: int, dialect: str) -> None:
    """Completion answers, and what it replaces is one word around the caret, or nothing at it."""
    found = completed(f"{text[:caret]}|{text[caret:]}", dialect, at=caret)
    assert 0 <= found.start <= caret <= found.end <= len(text)
    assert WORD.fullmatch(text[found.start : found.end])
    call_hint(dialect_named(dialect), text, caret, SHOP_ANY_CASE)


@pytest.mark.parametrize("dialect", DIALECT_IDS)
def test_every_beginning_of_a_statement_is_answered_and_only_the_word_is_replaced(dialect):
    for statement in STATEMENTS:
        for caret in range(0, len(statement) + 1, 1 if SOAKING else 3):
            check(statement[:caret], caret, dialect)


@settings(max_examples=times(40, 2_000))
@given(data=st.data(), dialect=st.sampled_from(DIALECT_IDS))
def test_pieces_of_statements_in_any_order_are_answered(data, dialect):
    pieces = [piece for statement in STATEMENTS for piece in re.split(r"(\W)", statement) if piece]
    text = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=25)))
    check(text, data.draw(st.integers(0, len(text))), dialect)
