"""What is said on standard error."""

import io
import sys

import pytest

from lapwing.cli.messages import counted, line_and_column, say, statement_error
from lapwing.domain.errors import DatabaseLocked, StatementFailed


def test_a_place_counts_lines_and_characters_from_one() -> None:
    text = "SELECT 1;\n  sélect x"
    assert line_and_column(text, 0) == "1:1"
    assert line_and_column(text, text.index("s\u00e9")) == "2:3"
    assert line_and_column(text, text.index("x")) == "2:10"


def test_a_refused_statement_tells_place_reason_fate_and_next_step() -> None:
    error = StatementFailed(server="no such table: x", position=14)
    assert statement_error(error, "SELECT 1;\nFROM x", 2, rolled_back=False) == (
        "At 2:5: no such table: x. 2 statements before it have run. Correct the statement and run it again."
    )
    assert "The transaction it was part of was rolled back." in statement_error(error, "x" * 20, 2, rolled_back=True)
    assert "before it" not in statement_error(error, "x" * 20, 0, rolled_back=False)


def test_a_statement_without_a_known_place_is_named_by_its_number() -> None:
    error = DatabaseLocked(waited_s=3, holder="")
    assert statement_error(error, "a; b", 1, rolled_back=False).startswith("Statement 2: The database stayed locked")


def test_control_characters_of_a_server_are_made_visible(capsys: pytest.CaptureFixture[str]) -> None:
    say("near \x1b[2J\nnext line")
    assert capsys.readouterr().err == "lapwing: near \\x1b[2J\\nnext line\n"


def test_a_closed_standard_error_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (None, closed):
        monkeypatch.setattr(sys, "stderr", stream)
        say("nobody hears this")


def test_numbers_agree_with_their_nouns() -> None:
    assert (counted(1, "row"), counted(0, "row"), counted(1234, "row")) == ("1 row", "0 rows", "1,234 rows")
