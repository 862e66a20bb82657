"""Completion in a running engine: names are read behind everything else, and follow what is done to the database."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from helpers.engines import Asker, asker
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.completion import WordsAsked, WordsKnown
from lapwing.domain.connections import CloseSession, Connection, OpenSession, SaveConnection
from lapwing.domain.events import NamesLoaded
from lapwing.domain.operations import Subscribe
from lapwing.domain.query import CancelRun
from lapwing.domain.secrets import PASSWORD, GiveSecret, SecretKind, SecretPlace

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
    assert second == WordsKnown(("a_table",), ("first_column",))
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    assert (await me.run(session, "CREATE TABLE b_table(second_column integer)")).failed == 0
    await knows(me, "a_table", "b_table", connection=ID)
    await knows(me, "a_table", "b_table", session=session)
    assert (await me.run(session, "DROP TABLE b_table")).failed == 0
    await knows(me, "a_table", session=session)


async def test_a_session_that_is_opened_has_its_names_read(me: Asker, place: ServerPlace) -> None:
    place.ask("CREATE TABLE a_table(n integer)")
    await saved(me, place)
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    assert (await me.hears(NamesLoaded)).connection_id == ID
    assert (await known(me, "a_table", session=session)).relations == ("a_table",)


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
