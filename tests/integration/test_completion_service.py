"""Completion in a running engine: names are read behind everything else, and follow what is done to the database."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker, make_database
from helpers.proxy import Proxy
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.server import Server
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.completion import (
    CompleteAt,
    CompletionPlace,
    Completions,
    ItemKind,
    WordsAsked,
    WordsKnown,
)
from lapwing.domain.connections import (
    CloseSession,
    Connection,
    OpenSession,
    SaveConnection,
    SessionRequest,
    TransactionMode,
)
from lapwing.domain.errors import RequestInvalid
from lapwing.domain.events import NamesLoaded
from lapwing.domain.operations import Subscribe
from lapwing.domain.query import CancelRun
from lapwing.domain.secrets import PASSWORD, GiveSecret, Secret, SecretKind, SecretPlace
from lapwing.domain.urls import sqlite_url

ID = "shop"


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("names.*",)))
        yield made


async def saved(me: Asker, place: ServerPlace) -> None:
    """The place is on the list of connections, and its password known."""
    secret = SecretPlace(SecretKind.ASK)
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))
    await me.ask("secret.give", GiveSecret(ID, PASSWORD, place.password))


async def known(me: Asker, *words: str, session: str = "", connection: str = "") -> WordsKnown:
    """What is known after somebody has begun to type."""
    await me.ask("completion.prepare", CompletionPlace("", 0, "sqlite", connection, session_id=session))
    found = await me.ask("completion.words", WordsAsked(words, connection, session_id=session))
    assert isinstance(found, WordsKnown)
    return found


async def knows(me: Asker, *words: str, session: str = "", connection: str = "") -> None:
    """Wait until exactly these of the words `a_table` to `d_table` are known and nothing more is expected."""
    all_words = ("a_table", "b_table", "c_table", "d_table")
    async with asyncio.timeout(PATIENCE_S):
        while True:
            found = await known(me, *all_words, session=session, connection=connection)
            if found.relations == words and not found.is_loading:
                return
            await asyncio.sleep(0.02)


async def test_names_are_read_behind_the_first_question_and_follow_what_is_done_here(
    me: Asker, place: ServerPlace
) -> None:
    place.ask("CREATE TABLE a_table(first_column integer)")
    await saved(me, place)
    first = await known(me, "a_table", "first_column", connection=ID)
    assert first == WordsKnown(is_loading=True)
    await me.hears(NamesLoaded)
    second = await known(me, "first_column", "nothing", "a_table", connection=ID)
    assert (second.relations, second.columns, second.is_loading) == (("a_table",), ("first_column",), False)
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    assert (await me.run(session, "CREATE TABLE b_table(second_column integer)")).failed == 0
    await knows(me, "a_table", "b_table", connection=ID)
    await knows(me, "a_table", "b_table", session=session)
    assert (await me.run(session, "DROP TABLE b_table")).failed == 0
    await knows(me, "a_table", session=session)


async def test_a_text_that_merely_stands_there_connects_to_nothing(me: Asker, place: ServerPlace) -> None:
    place.ask("CREATE TABLE a_table(n integer)")
    await saved(me, place)
    words = WordsAsked(("a_table",), ID)
    assert await me.ask("completion.words", words) == WordsKnown()
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    assert len(place.pids()) == 1
    assert (await me.ask("completion.words", WordsAsked(("a_table",), ID, session_id=session))).is_loading
    await me.hears(NamesLoaded)
    assert await me.ask("completion.words", words) == WordsKnown(("a_table",))


async def test_a_session_by_url_has_names_beside_a_statement_that_runs(me: Asker, place: ServerPlace) -> None:
    place.ask("CREATE TABLE a_table(n integer)")
    facts = await place.session(me)
    running = me.begin(facts.session_id, place.sleeping)
    await knows(me, "a_table", session=facts.session_id)
    assert not running.done()
    await me.ask("query.cancel", CancelRun("run 1"))
    await running
    await me.ask("session.close", CloseSession(facts.session_id))
    await eventually_async(lambda: not place.pids())


async def test_what_a_transaction_made_is_known_when_it_has_ended(me: Asker, place: ServerPlace) -> None:
    await saved(me, place)
    session = (await me.ask("session.open", OpenSession(ID, mode=TransactionMode.MANUAL))).session_id
    await knows(me, session=session)
    assert (await me.run(session, "CREATE TABLE a_table(n integer)")).failed == 0
    if place.is_postgresql:  # elsewhere the definition has ended it
        await eventually_async(lambda: len(me.heard(NamesLoaded)) >= 2)
        assert (await known(me, "a_table", session=session)).relations == ()
    await me.ask("session.commit", SessionRequest(session))
    await knows(me, "a_table", session=session)


async def test_a_session_finds_names_where_it_was_led(me: Asker, place: ServerPlace) -> None:
    await saved(me, place)
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    if place.is_postgresql:
        place.ask("CREATE SCHEMA aside AUTHORIZATION lapwing; CREATE TABLE aside.b_table(n integer)")
        leading, aside = "SET search_path = aside, public", "aside"
    else:
        aside = place.server.create_database()
        place.ask(f"CREATE TABLE {aside}.b_table(n integer)")
        leading = f"USE {aside}"
    assert (await me.run(session, leading)).failed == 0
    await knows(me, "b_table", session=session)
    found = await completed(me, "SELECT * FROM b_t|", session=session, dialect=dialect_of(place))
    assert found.items[0].insert == "b_table"
    if not place.is_postgresql:
        place.server.drop_database(aside)


async def test_a_session_that_a_script_led_to_another_database_has_the_names_of_that(
    me: Asker, postgresql_database: str, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue("postgresql")
    place = ServerPlace("postgresql", server, postgresql_database, server.port)
    place.ask("CREATE TABLE a_table(n integer)")
    there = server.create_database()
    server.ask("CREATE TABLE b_table(n integer)", database=there)
    await saved(me, place)
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    await knows(me, "a_table", session=session)
    assert (await me.run(session, f"\\connect {there}\n")).failed == 0
    await knows(me, "b_table", session=session)
    await knows(me, "a_table", connection=ID)
    assert (await me.run(session, f"\\connect {postgresql_database}\n")).failed == 0
    await knows(me, "a_table", session=session)
    await me.ask("session.close", CloseSession(session))
    server.drop_database(there)


async def test_a_database_beside_the_own_one_is_read_when_it_is_named(
    me: Asker, mariadb_database: str, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue("mariadb")
    place = ServerPlace("mysql", server, mariadb_database, server.port)
    aside = server.create_database()
    place.ask(f"CREATE TABLE {aside}.b_table(n integer)")
    await saved(me, place)
    await knows(me, connection=ID)
    async with asyncio.timeout(PATIENCE_S):
        while not (found := await completed(me, f"SELECT * FROM {aside}.|", connection=ID, dialect="mysql")).items:
            await asyncio.sleep(0.02)
    assert [item.insert for item in found.items] == ["b_table"]
    server.drop_database(aside)


async def test_names_are_tried_again_when_a_server_that_was_away_is_back(
    me: Asker, place: ServerPlace, proxy_to: Callable[[Server], Proxy]
) -> None:
    place.ask("CREATE TABLE a_table(n integer)")
    proxy = proxy_to(place.server)
    place.port = proxy.port
    proxy.take_new("refused")
    await saved(me, place)
    assert (await known(me, "a_table", connection=ID)).is_loading
    await me.hears(NamesLoaded)
    assert await known(me, "a_table", connection=ID) == WordsKnown()
    proxy.take_new("passed on")
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    await knows(me, "a_table", session=session)


async def test_old_names_serve_while_the_lane_is_dead(me: Asker, place: ServerPlace) -> None:
    place.ask("CREATE TABLE a_table(n integer)")
    await saved(me, place)
    await knows(me, "a_table", connection=ID)
    for pid in place.pids():
        await asyncio.to_thread(place.kill, pid)
    assert (await known(me, "a_table", connection=ID)).relations == ("a_table",)
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    assert (await me.run(session, "CREATE TABLE b_table(n integer)")).failed == 0
    await knows(me, "a_table", "b_table", connection=ID)


async def test_a_password_that_is_wrong_is_tried_once(me: Asker, place: ServerPlace) -> None:
    await saved(me, place)
    await me.ask("secret.give", GiveSecret(ID, PASSWORD, Secret("wrong")))
    await known(me, "a_table", connection=ID)
    await me.hears(NamesLoaded)
    for _ in range(5):
        assert not (await known(me, "a_table", connection=ID)).is_loading
    assert len(me.heard(NamesLoaded)) == 1


# SQLite: what only the session sees


async def test_a_session_on_a_file_knows_its_temporary_tables_and_attached_files(me: Asker, tmp_path: Path) -> None:
    make_database(tmp_path / "beside.db", "CREATE TABLE c_table(x)")
    session = await me.session(make_database(tmp_path / "main.db", "CREATE TABLE a_table(y)"))
    await knows(me, "a_table", session=session)
    script = f"CREATE TEMP TABLE b_table(z); ATTACH '{tmp_path / 'beside.db'}' AS beside"
    assert (await me.run(session, script)).failed == 0
    await knows(me, "a_table", "b_table", "c_table", session=session)
    assert (await known(me, "Z", "q", session=session)).columns == ("Z",)


async def test_names_wait_for_a_statement_that_runs_on_a_file(me: Asker, tmp_path: Path) -> None:
    session = await me.session(make_database(tmp_path / "main.db", "CREATE TABLE a_table(y)"))
    running, _ = await me.paused(session, "SELECT * FROM pragma_function_list", row_limit=1)
    assert (await known(me, "a_table", session=session)).relations in {(), ("a_table",)}
    assert not running.done()
    await me.ask("query.release", CancelRun("run 1"))
    await running
    await knows(me, "a_table", session=session)


async def test_two_tabs_on_one_saved_file_hear_of_each_others_changes(me: Asker, tmp_path: Path) -> None:
    path = make_database(tmp_path / "main.db", "CREATE TABLE a_table(y)")
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", sqlite_url(path))))
    first = (await me.ask("session.open", OpenSession(ID))).session_id
    second = (await me.ask("session.open", OpenSession(ID))).session_id
    await knows(me, "a_table", session=second)
    assert (await me.run(first, "CREATE TABLE b_table(y)")).failed == 0
    await knows(me, "a_table", "b_table", session=second)
    await me.ask("session.close", CloseSession(second))
    assert await known(me, "a_table", session=second) == WordsKnown()


# answers


def dialect_of(place: ServerPlace) -> str:
    return "postgresql" if place.is_postgresql else "mysql"


async def completed(
    me: Asker, text: str, *, dialect: str = "sqlite", session: str = "", connection: str = ""
) -> Completions:
    """What is offered at the bar in a text, when a person asks."""
    before, after = text.split("|")
    place = CompletionPlace(before + after, len(before), dialect, connection, session_id=session)
    found = await me.ask("completion.at", CompleteAt(place, is_asked=True))
    assert isinstance(found, Completions)
    return found


async def test_tables_and_columns_are_offered_from_what_was_read(me: Asker, tmp_path: Path) -> None:
    session = await me.session(make_database(tmp_path / "main.db", "CREATE TABLE a_table(first, second)"))
    await me.ask("completion.prepare", CompletionPlace("", 0, "sqlite", session_id=session))
    await knows(me, "a_table", session=session)
    found = await completed(me, "SELECT sec| FROM a_table", session=session)
    assert (found.items[0].insert, found.items[0].kind, found.is_loading) == ("second", ItemKind.COLUMN, False)
    assert (found.start, found.end) == (7, 10)


async def test_calls_names_and_stars_are_answered_from_what_was_read(me: Asker, place: ServerPlace) -> None:
    place.ask("CREATE TABLE a_table(first integer, second varchar(20))")
    place.ask(
        "CREATE FUNCTION doubled(number int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2 * number'"
        if place.is_postgresql
        else "CREATE FUNCTION doubled(number int) RETURNS int DETERMINISTIC RETURN 2 * number"
    )
    await saved(me, place)
    await knows(me, "a_table", connection=ID)

    def at(text: str) -> CompletionPlace:
        return CompletionPlace(text.replace("|", ""), text.index("|"), dialect_of(place), ID)

    hint = await me.ask("completion.call", at("SELECT doubled(|)"))
    (signature,) = hint.signatures
    assert signature.arguments[0].startswith("number int")
    name = await me.ask("completion.name_at", at("SELECT sec|ond FROM a_table"))
    assert (name.relation, name.column, name.start, name.end) == ("a_table", "second", 7, 13)
    assert name.schema == ("public" if place.is_postgresql else place.database)
    star = await me.ask("completion.star", at("SELECT *| FROM a_table"))
    assert [word.strip() for word in star.text.split(",")] == ["first", "second"]


async def test_without_a_connection_the_words_of_the_dialect_are_offered(me: Asker) -> None:
    found = await completed(me, "SEL|")
    assert "SELECT" in [item.insert for item in found.items]
    assert not found.is_loading
    with pytest.raises(RequestInvalid):
        await completed(me, "SEL|", dialect="cobol")
