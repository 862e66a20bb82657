"""The queries of `sql/`, and what their answers and refusals look like."""

from functools import cache
from pathlib import Path

from lapwing.domain.errors import StatementFailed

TextRow = tuple[str | None, ...]


@cache
def text_of(name: str) -> str:
    """The query in the file of this name."""
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def number_of(error: StatementFailed) -> str:
    """The server's number of an error, whatever stands behind it in the code."""
    return str(error.facts.get("code") or "").split(" ")[0]
