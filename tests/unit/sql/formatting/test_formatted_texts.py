"""What formatted SQL looks like: texts as somebody typed them, and as they are to stand there."""

import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.formatting.formatter import format_sql
from unit.sql.formatting.blocks import BLOCKS
from unit.sql.formatting.details import DETAILS
from unit.sql.formatting.queries import QUERIES
from unit.sql.formatting.text import Text


@pytest.mark.parametrize("text", [*QUERIES, *DETAILS, *BLOCKS], ids=lambda text: text.name)
def test_a_text_is_laid_out_as_agreed_and_stays_so(text: Text) -> None:
    dialect = dialect_named(text.dialect)
    assert format_sql(dialect, text.typed, text.options) == text.formatted
    assert format_sql(dialect, text.formatted, text.options) == text.formatted
