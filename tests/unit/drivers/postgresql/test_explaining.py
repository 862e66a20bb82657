"""What of another session's statement can be explained, given what PostgreSQL tells of it."""

import pytest

from lapwing.domain.monitoring.errors import PlanUnknown
from lapwing.drivers.postgresql.explaining import explaining


def test_queries_and_changes_are_explained_and_parameters_where_the_server_can() -> None:
    for statement in ("SELECT 1;", "-- why\nwith a AS (SELECT 1) DELETE FROM b", "VALUES (1)", "select '$1; --'"):
        assert explaining(statement, 130_000, 1024) == f"EXPLAIN {statement}"
    assert explaining("SELECT $1", 160_000, 1024) == "EXPLAIN (GENERIC_PLAN) SELECT $1"


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "-- nothing",
        "ANALYZE SELECT 1",  # EXPLAIN ANALYZE would run it
        "(ANALYZE) DELETE FROM a",
        "VACUUM a",
        "SELECT 1; DELETE FROM a",
        "SELECT $1",
        "SELECT '" + 1014 * "x" + "'",
    ],
)
def test_what_would_run_something_or_is_not_whole_is_not(statement: str) -> None:
    with pytest.raises(PlanUnknown):
        explaining(statement, 150_000, 1024)
