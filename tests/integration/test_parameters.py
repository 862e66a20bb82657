"""Runs with values for the parameters of their statements, in an engine, on real servers."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker, look, make_database, rows_in
from helpers.server_places import KINDS, ServerPlace, server_place
from lapwing.domain.errors import from_wire
from lapwing.domain.events import StatementRefused
from lapwing.domain.parameters import ParameterKind, ParameterMissing, ParameterNotTaken, QueryParameter
from lapwing.domain.query import RunOutcome
from lapwing.domain.values import cell_text

TEXT, NUMBER = ParameterKind.TEXT, ParameterKind.NUMBER


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(id INTEGER PRIMARY KEY, note TEXT, any_value)")


def texts(me: Asker) -> list[list[str]]:
    """The rows of the last result as texts."""
    return [[cell_text(cell) for cell in row] for row in rows_in(me.handles()[-1])]


async def run(me: Asker, session_id: str, sql: str, *parameters: QueryParameter) -> RunOutcome:
    return await me.run(session_id, sql, parameters=parameters)


async def test_one_value_serves_all_statements_of_a_script(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    outcome = await run(
        me,
        session,
        "INSERT INTO log(note) VALUES (:note); INSERT INTO log(note) VALUES (@note || ?);\nSELECT note FROM log",
        QueryParameter("note", "it's"),
        QueryParameter("2", "!"),
    )
    assert outcome.failed == 0
    assert texts(me) == [["it's"], ["it's!"]]


async def test_sqlite_is_given_numbers_where_they_are_written_as_it_writes_them(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    for text, kind, storage in (
        ("5", ParameterKind.SERVER, "integer"),
        ("-1.5", ParameterKind.SERVER, "real"),
        ("007", ParameterKind.SERVER, "text"),
        ("1.50", ParameterKind.SERVER, "text"),
        ("9223372036854775808", ParameterKind.SERVER, "text"),
        ("5", TEXT, "text"),
        ("2024", ParameterKind.TIME, "text"),
        ("007", NUMBER, "integer"),
        ("9" * 1000, NUMBER, "real"),
        ("0x6162", ParameterKind.BINARY, "blob"),
        ("on", ParameterKind.BOOLEAN, "integer"),
        (None, NUMBER, "null"),
    ):
        await run(me, session, "SELECT typeof(:v)", QueryParameter("v", text, kind))
        assert texts(me) == [[storage]], (text, kind)


async def test_sqlite_takes_values_by_its_own_numbers(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    values = [QueryParameter(name, value) for name, value in (("a", "A"), ("2", "B"), ("5", "E"), ("6", "F"))]
    await run(me, session, "SELECT :a, ?, ?5, ?, ?1, ?2", *values)
    assert texts(me) == [["A", "B", "E", "F", "A", "B"]]
    assert [column.name for column in me.handles()[-1].columns][:2] == [":a", "?"]


async def test_a_missing_value_ends_the_script_where_it_is_missed(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    script = "INSERT INTO log(note) VALUES (:a);\nDELETE FROM log WHERE note = :b; SELECT 1"
    outcome = await run(me, session, script, QueryParameter("a", "x"))
    assert (outcome.ran, outcome.failed) == (2, 1)
    (refused,) = me.heard(StatementRefused)
    error = from_wire(refused.error)
    assert isinstance(error, ParameterMissing)
    assert ":b" in str(error)
    assert look(shop, "SELECT note FROM log") == [("x",)]


async def test_an_error_is_placed_in_the_whole_text(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me)
    script = "SELECT :a;\nSELECT :a,\n :a FROM :somewhere"
    values = (QueryParameter("a", "a longer value", TEXT), QueryParameter("somewhere", "x"))
    await me.run(facts.session_id, script, offset=50, parameters=values)
    (refused,) = me.heard(StatementRefused)
    error = from_wire(refused.error)
    assert isinstance(error, ParameterNotTaken)
    assert error.facts["line"] == 3
    assert error.facts["position"] in {50 + script.index(":somewhere"), None}
    assert ":somewhere" in error.next_step()


async def test_numbers_of_any_length_are_exact_where_the_server_can_hold_them(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me)
    digits = "9" * 1000 + "." + "1" * 500 if place.is_postgresql else "9" * 40 + "." + "1" * 25
    await run(me, facts.session_id, "SELECT :n", QueryParameter("n", digits, NUMBER))
    assert texts(me) == [[digits]]
    assert place.ask("SELECT 1")


async def test_the_server_decides_the_type_where_nothing_else_was_said(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me)
    place.ask("CREATE TABLE made(id integer, at date, price numeric(9, 2), note varchar(20))")
    if place.is_postgresql:
        place.ask("GRANT ALL ON made TO lapwing")
    values = [
        QueryParameter(name, value)
        for name, value in (("id", "7"), ("at", "2024-02-29"), ("price", "12.50"), ("note", "007"))
    ]
    await run(me, facts.session_id, "INSERT INTO made VALUES (:id, %(at)s, :price, :note)", *values)
    await run(me, facts.session_id, "SELECT * FROM made WHERE id = :id AND at = :at AND note = :note", *values)
    assert texts(me) == [["7", "2024-02-29", "12.50", "007"]]


async def test_nul_is_refused_where_the_server_cannot_hold_it(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me)
    outcome = await run(me, facts.session_id, "SELECT :a", QueryParameter("a", "x\0y", TEXT))
    if place.is_postgresql:
        (refused,) = me.heard(StatementRefused)
        assert "NUL" in str(from_wire(refused.error))
    else:
        assert outcome.failed == 0
        assert texts(me) == [["x\0y"]]


async def test_a_type_that_the_server_cannot_tell_is_asked_for(me: Asker, place: ServerPlace) -> None:
    if not place.is_postgresql:
        pytest.skip("MariaDB needs to know no type.")
    facts = await place.session(me)
    await run(me, facts.session_id, "SELECT :a IS NULL", QueryParameter("a", "x"))
    (refused,) = me.heard(StatementRefused)
    assert "Choose the type of the parameter (:a)" in from_wire(refused.error).next_step()
    outcome = await run(me, facts.session_id, "SELECT :a IS NULL", QueryParameter("a", None, TEXT))
    assert outcome.failed == 0
    both = (QueryParameter("a", "1"), QueryParameter("b", "x"))
    await run(me, facts.session_id, "SELECT 1 + :a WHERE :b IS NULL OR 'x'::name = :b", *both)
    refused = me.heard(StatementRefused)[-1]
    assert "Choose the type of the parameter (:b)" in from_wire(refused.error).next_step()


async def test_variables_of_psql_go_before_values(me: Asker, place: ServerPlace) -> None:
    if not place.is_postgresql:
        pytest.skip("Only psql has variables of that look.")
    facts = await place.session(me)
    script = "\\set a 'one'\nSELECT :'a', :'b', :DBNAME IS NULL FROM (SELECT 1 AS :DBNAME) AS t"
    outcome = await run(me, facts.session_id, script, QueryParameter("b", "two"))
    assert outcome.failed == 0
    assert texts(me)[0][:2] == ["one", "two"]


async def test_values_are_in_no_event_and_no_outcome(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me)
    secret = "hunter2-of-all"
    outcome = await run(me, facts.session_id, "SELECT 1 WHERE 'x' = :token +", QueryParameter("token", secret))
    assert outcome.failed == 1
    assert secret not in repr((outcome, me.events))
