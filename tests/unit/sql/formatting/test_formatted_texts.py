"""What formatted SQL looks like: texts as somebody typed them, and as they are to stand there."""

from typing import NamedTuple

import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.formatting.formatter import format_sql
from lapwing.sql.formatting.options import FormatOptions


class Text(NamedTuple):
    name: str
    typed: str
    formatted: str
    dialect: str = "postgresql"
    options: FormatOptions = FormatOptions()


TEXTS = [
    Text("what fits stays on one line", "select a,b\nfrom t\nwhere x=1;", "SELECT a, b FROM t WHERE x = 1;"),
    Text(
        "clauses begin lines",
        "select a.id,a.name , count(*) as n, sum(b.total)::numeric(10,2) from accounts a left join balances b on "
        "b.account_id=a.id where a.active and b.total>100 group by a.id,a.name order by n desc, a.name limit 10",
        """\
SELECT a.id, a.name, count(*) AS n, sum(b.total)::numeric(10, 2)
FROM accounts a
LEFT JOIN balances b ON b.account_id = a.id
WHERE a.active AND b.total > 100
GROUP BY a.id, a.name
ORDER BY n DESC, a.name
LIMIT 10""",
    ),
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_text_is_laid_out_as_agreed_and_stays_so(text: Text) -> None:
    dialect = dialect_named(text.dialect)
    assert format_sql(dialect, text.typed, text.options) == text.formatted
    assert format_sql(dialect, text.formatted, text.options) == text.formatted
