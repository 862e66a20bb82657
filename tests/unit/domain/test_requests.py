"""Requests that cannot mean anything are refused when they are made."""

import math

import pytest

from lapwing.domain.connections import OpenSession
from lapwing.domain.query import RunQuery
from lapwing.domain.results import FetchMore


@pytest.mark.parametrize(
    "wrong",
    [
        {"sql": ""},
        {"sql": " \n\t"},
        {"first_rows": 0},
        {"row_limit": 0},
        {"row_limit": -5},
        {"pause_s": -1.0},
        {"pause_s": math.nan},
        {"pause_s": math.inf},
        {"pause_s": 1e300},
    ],
)
def test_a_run_needs_a_statement_and_sensible_counts(wrong: dict[str, object]) -> None:
    fields: dict[str, object] = {"run_id": "r", "session_id": "s", "sql": "SELECT 1", **wrong}
    with pytest.raises(ValueError, match=r"\."):
        RunQuery(**fields)  # type: ignore[arg-type]


def test_a_run_may_have_no_limit_and_no_patience() -> None:
    assert RunQuery("r", "s", "SELECT 1", row_limit=None, pause_s=0).row_limit is None


@pytest.mark.parametrize("rows", [0, -1])
def test_more_rows_are_at_least_one(rows: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        FetchMore("r", rows)
    assert FetchMore("r", None).rows is None


def test_a_session_is_opened_by_a_connection_or_by_a_url() -> None:
    for fields in ({}, {"connection_id": "a", "url": "b"}):
        with pytest.raises(ValueError, match="either"):
            OpenSession(**fields)  # type: ignore[arg-type]
