"""Variables are replaced as psql replaces them: what it sends is compared.

Left out is what psql reads otherwise than the server does: a string with escapes that goes on in a line of its own,
whose second part psql takes for a string without escapes.
"""

import random
import re
from pathlib import Path

import pytest

from contract.client_talk import PSQL, psql_sends
from helpers.counts import times
from helpers.servers.postgresql import PostgreSQL
from lapwing.sql.dialect import dialect_named
from lapwing.sql.psql_variables import replaced

POSTGRESQL = dialect_named("postgresql")
VALUES = {"a": "1", "text": "it's", "back": "c:\\new", "name": 'A "b"', "self": ":self x", "outer": "(:a, :'text')"}
SETS = "".join(
    "\\set {} '{}'\n".format(name, value.replace("\\", "\\\\").replace("'", "''")) for name, value in VALUES.items()
)
PIECES = [
    *(":a", ":'text'", ':"name"', ":'back'", ":{?a}", ":{?nope}", ":nope", ":'nope'", ':"nope"', ":self", ":outer"),
    *(
        "':a'",
        '":a"',
        " E'\\':a'",
        " $$:a$$",
        " $t$ :a $$ $t$",
        "-- :a\n",
        "/* :a /* ' */ :a */",
        "U&':a'",
    ),
    *(
        "::",
        ":=",
        ":",
        "a",
        "b1",
        "$1",
        "1",
        "1e5",
        ",",
        "(:a)",
        "[1:a]",
        "[:a:2]",
        " ",
        "\n",
        "+",
        " x$y",
        " f$$",
        ":'a''b'",
    ),
    *(":{?a", ":{", "{", "N'x:a'", "'y '':a'", ":ü", "ü:a"),
]


@pytest.mark.skipif(PSQL is None, reason="psql is not installed")
def test_statements_are_sent_as_psql_sends_them(
    postgresql: PostgreSQL, postgresql_database: str, tmp_path: Path
) -> None:
    chance = random.Random(20261121)
    statements: list[str] = []
    while len(statements) < times(300, 20_000):
        made = "SELECT " + "".join(chance.choices(PIECES, k=chance.randint(1, 8)))
        found = POSTGRESQL.split(made + "\n;SELECT 2")
        if len(found) == 2 and found[1].verb == "SELECT" and found[0].end <= len(made):
            statements.append(made)
    script = SETS + "".join(f"{made}\n;\n" for made in statements)
    sent = [each.text for each in psql_sends(postgresql, postgresql_database, script, tmp_path)]
    ours = [replaced(made, VALUES.get).text for made in statements]
    assert [_bare(text) for text in sent] == [_bare(text) for text in ours]


def _bare(text: str) -> str:
    """Without its end, and without empty lines, which psql leaves out."""
    return re.sub("\n+", "\n", text.rstrip("; \n"))
