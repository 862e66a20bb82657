"""A script that is read piece by piece has the statements of the whole text, wherever the pieces end."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.sql.dialect import Dialect, dialect_named
from lapwing.sql.script_stream import ScriptStatement, ScriptStream, statements_in
from unit.sql import mysql_scripts, postgresql_scripts
from unit.sql.sql_texts import examples, texts

SCRIPTS = {
    "postgresql": [script.text for script in postgresql_scripts.SCRIPTS],
    "mysql": [script.text for script in mysql_scripts.SCRIPTS],
    "sqlite": (
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n SELECT CASE WHEN 1 THEN 2 END;\n DELETE FROM b;\nEND;\nSELECT 1;",
        ".mode csv\nSELECT ';';\n.quit\nSELECT [a;b], `c;\n`, \"d\n;\" -- ;\n;/* ;\n */ SELECT 2",
    ),
    "ansi": ("SELECT 1;\nSELECT ';\n'; -- a;\n\nSELECT 3",),
}


def pieces(text: str, sizes: Callable[[], int]) -> Callable[[int], str]:
    """Gives the text in pieces of these sizes, whatever is asked for."""
    position = 0

    def read(_wanted: int) -> str:
        nonlocal position
        start, position = position, position + max(1, sizes())
        return text[start:position]

    return read


def streamed(dialect: Dialect, text: str, sizes: Callable[[], int]) -> list[ScriptStatement]:
    """All statements, each with its data as one text."""
    return list(collected(ScriptStream(dialect, pieces(text, sizes))))


def collected(statements: "ScriptStream | Iterator[ScriptStatement]") -> Iterator[ScriptStatement]:
    for statement in statements:
        data = None if statement.data is None else ["".join(statement.data)]
        yield statement._replace(data=data)


def whole(dialect: Dialect, text: str) -> list[ScriptStatement]:
    return list(collected(statements_in(text, dialect.split(text))))


@pytest.mark.parametrize("name", SCRIPTS)
def test_statements_are_those_of_the_whole_text(name: str, chance: random.Random) -> None:
    dialect = dialect_named(name)
    scripts = list(SCRIPTS[name])
    together = "\n".join(scripts)
    for text in chain(scripts, [together, "\n".join(reversed(scripts))]):
        expected = whole(dialect, text)
        for most in (1, 7, 60, 1_000):
            assert streamed(dialect, text, partial(chance.randint, 1, most)) == expected


@examples(40)
@given(text=texts(), size=st.integers(1, 9), name=st.sampled_from(sorted(SCRIPTS)))
def test_any_text_is_cut_the_same_way(text: str, size: int, name: str) -> None:
    dialect = dialect_named(name)
    assert streamed(dialect, text, lambda: size) == whole(dialect, text)
