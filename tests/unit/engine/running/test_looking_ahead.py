"""Statements of a script are looked at before their turn, and nothing of the script is lost by that."""

import io

from hypothesis import given
from hypothesis import strategies as st

from lapwing.engine.running.looking_ahead import LookingAhead
from lapwing.sql.dialect import dialect_named
from lapwing.sql.script_stream import ScriptStream

ROWS = "".join(f"{number}\trow\n" for number in range(40))
COPY = f"COPY t FROM stdin;\n{ROWS}\\.\n"


def ahead(text: str) -> LookingAhead:
    return LookingAhead(iter(ScriptStream(dialect_named("postgresql"), io.StringIO(text).read)), may_look=True)


def test_looking_on_behind_a_statement_passes_over_none_of_its_input() -> None:
    statements = ahead(f"SELECT 1;\n{COPY}SELECT 2;\nSELECT 3;\n")
    assert next(statements).sql == "SELECT 1"
    copy = next(statements)
    assert statements.following(100) == []
    assert copy.data is not None
    assert "".join(copy.data) == ROWS
    assert next(statements).sql == "SELECT 2"
    assert [each.sql for each in statements.following(100)] == ["SELECT 3"]


def test_what_is_looked_at_ends_with_a_statement_that_has_input() -> None:
    statements = ahead(f"SELECT 1;\nSELECT 2;\n{COPY}SELECT 3;\n")
    next(statements)
    assert [each.verb for each in statements.following(100)] == ["SELECT", "COPY"]
    next(statements)
    copy = next(statements)
    assert copy.data is not None
    assert "".join(copy.data) == ROWS


@given(kinds=st.lists(st.booleans(), max_size=8), looks=st.lists(st.integers(0, 5), min_size=8, max_size=8))
def test_however_far_is_looked_each_statement_comes_once_and_whole(kinds: list[bool], looks: list[int]) -> None:
    """`kinds` says of each statement whether it has input; `looks` how far is looked when its turn has come."""
    statements = ahead("".join(COPY if has_input else "SELECT 1;\n" for has_input in kinds))
    found = []
    for statement, most in zip(statements, looks, strict=False):
        statements.following(most)
        found.append(statement.data is not None and "".join(statement.data) == ROWS)
    assert found == kinds
