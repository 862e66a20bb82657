"""Opening sessions on real servers: phases, passwords, limits, retries, cancels, and tests of connections."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.canaries import files_with
from helpers.engines import Asker, asker
from helpers.proxy import Proxy
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.login import CANARY
from helpers.servers.ports import free_port
from helpers.servers.server import Server
from helpers.waiting import eventually_async
from lapwing.domain.connections import (
    CancelOpening,
    CloseSession,
    Connection,
    ConnectionTest,
    ConnectionTested,
    OpenSession,
    Phase,
    SaveConnection,
    SessionFacts,
    SessionRequest,
    SetIsolation,
    SetSchema,
    TransactionMode,
)
from lapwing.domain.errors import (
    HostUnknown,
    LoginRefused,
    OpeningCancelled,
    OpeningTimedOut,
    OptionInvalid,
    PasswordNeeded,
    RequestInvalid,
    ServerUnreachable,
    TransactionOpen,
)
from lapwing.domain.events import OpeningProgressed
from lapwing.domain.query import Cancelled
from lapwing.domain.secrets import PASSWORD, GiveSecret, Secret, SecretKind, SecretPlace

ProxyTo = Callable[[Server], Proxy]
PHASES = [Phase.SECRET, Phase.RESOLVE, Phase.CONNECT, Phase.TLS, Phase.LOG_IN, Phase.FIRST_QUERY]


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


def phases(me: Asker) -> list[Phase]:
    """Those that were told, each once."""
    return list(dict.fromkeys(Phase(event.phase) for event in me.heard(OpeningProgressed)))


async def test_who_opens_a_session_hears_of_each_phase_and_learns_where_it_is(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me, opening_id="mine")
    await eventually_async(lambda: phases(me) == PHASES)
    assert {event.opening_id for event in me.heard(OpeningProgressed)} == {"mine"}
    assert facts.surroundings.database == place.database
    assert facts.surroundings.user.startswith(place.user)
    assert place.pids() == [facts.surroundings.server_pid]
    assert "TLS" in facts.surroundings.encryption
    assert "READ COMMITTED" in facts.isolation_levels
    assert (await me.run(facts.session_id, "SELECT 1")).failed == 0
    await me.ask("session.close", CloseSession(facts.session_id))
    await eventually_async(lambda: not place.pids())


async def test_nobody_is_told_of_an_opening_without_an_id(me: Asker, place: ServerPlace) -> None:
    await place.session(me)
    await asyncio.sleep(0)
    assert me.heard(OpeningProgressed) == []


@pytest.mark.parametrize("how", ["cancelled by its id", "cancelled call"])
async def test_an_opening_that_hangs_is_ended_at_once_and_leaves_nothing(
    me: Asker, place: ServerPlace, proxy_to: ProxyTo, how: str
) -> None:
    proxy = proxy_to(place.server)
    proxy.take_new("never answered")
    place.port = proxy.port
    opening = asyncio.create_task(place.session(me, opening_id="mine", options={"connect_timeout": 600}))
    await eventually_async(lambda: proxy.connections)
    with pytest.raises(RequestInvalid):
        await place.session(me, opening_id="mine")
    if how == "cancelled call":
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
    else:
        assert await me.ask("session.cancel_opening", CancelOpening("mine")) == Cancelled(reached=True)
        with pytest.raises(OpeningCancelled):
            await opening
    assert await me.ask("session.cancel_opening", CancelOpening("mine")) == Cancelled(reached=False)
    assert (await me.ask("engine.status")).sessions == 0
    await eventually_async(lambda: not [each for each in threading.enumerate() if each.name.startswith("session ")])


async def test_an_opening_that_takes_too_long_says_what_it_was_doing(
    me: Asker, place: ServerPlace, proxy_to: ProxyTo
) -> None:
    proxy = proxy_to(place.server)
    proxy.take_new("never answered")
    place.port = proxy.port
    with pytest.raises(OpeningTimedOut) as told:
        await place.session(me, options={"connect_timeout": 1})
    assert "within 1" in str(told.value)
    assert place.password.reveal() not in str(told.value)


async def test_connecting_is_tried_again_as_often_as_it_says(me: Asker, place: ServerPlace, proxy_to: ProxyTo) -> None:
    proxy = proxy_to(place.server)
    proxy.take_new("refused")
    place.port = proxy.port
    with pytest.raises(ServerUnreachable):
        await place.session(me, opening_id="two", options={"retry_attempts": 1, "retry_delay": 0})
    assert phases(me).count(Phase.CONNECT) == 1
    opening = asyncio.create_task(
        place.session(me, opening_id="many", options={"retry_attempts": 100, "retry_delay": 1})
    )
    connecting = OpeningProgressed("many", Phase.CONNECT)
    await eventually_async(lambda: me.events.count(connecting) >= 2)
    proxy.take_new("passed on")
    facts = await opening
    assert (await me.run(facts.session_id, "SELECT 1")).failed == 0


async def test_a_refused_log_in_is_not_tried_again(me: Asker, place: ServerPlace, proxy_to: ProxyTo) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    url = place.url(retry_attempts=5, retry_delay=0, sslmode="disable")
    with pytest.raises(LoginRefused):
        await me.ask("session.open", OpenSession(url=url, password=Secret("wrong")))
    assert proxy.connections == 1


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("pool_max", "0", "pool_max"),
        ("pool_max", "many", "pool_max"),
        ("pool_min", "9", "pool_min"),
        ("retry_attempts", "-1", "retry_attempts"),
        ("auto_reconnect", "perhaps", "auto_reconnect"),
        ("connect_timeout", "0", "connect_timeout"),
        ("no_such_option", "1", "no_such_option"),
    ],
)
async def test_an_option_that_means_nothing_is_refused_and_named(
    me: Asker, place: ServerPlace, option: str, value: str, told: str
) -> None:
    with pytest.raises(OptionInvalid) as refused:
        await place.session(me, options={option: value})
    assert told in str(refused.value)


async def test_a_connection_with_an_option_that_means_nothing_is_not_saved(me: Asker, place: ServerPlace) -> None:
    with pytest.raises(OptionInvalid):
        await me.ask("connection.save", SaveConnection(Connection("a", "A", place.url(pool_max=1000))))
    assert (await me.ask("connection.list")).connections == ()


# passwords


async def test_a_password_that_only_a_person_knows_is_asked_for_given_and_dropped_when_it_is_wrong(
    me: Asker, place: ServerPlace, home: Path
) -> None:
    saved = Connection("a", "Shop", place.url(), secret=SecretPlace(SecretKind.ASK))
    await me.ask("connection.save", SaveConnection(saved))
    request = OpenSession("a")
    with pytest.raises(PasswordNeeded) as needed:
        await me.ask("session.open", request)
    assert needed.value.facts["user"] == place.user
    await me.ask("secret.give", GiveSecret("a", PASSWORD, Secret(f"{CANARY}wrong")))
    with pytest.raises(LoginRefused):
        await me.ask("session.open", request)
    with pytest.raises(PasswordNeeded):
        await me.ask("session.open", request)
    await me.ask("secret.give", GiveSecret("a", PASSWORD, place.password))
    for _ in range(2):
        assert isinstance(await me.ask("session.open", request), SessionFacts)
    assert files_with([CANARY], home) == []


async def test_no_error_repeats_a_password(me: Asker, place: ServerPlace) -> None:
    """Here somebody has typed it where it does not belong, and the refusal quotes what was typed."""
    secret = place.password.reveal()
    with pytest.raises(OptionInvalid) as refused:
        await place.session(me, options={"sslmode": secret})
    assert "•••" in str(refused.value)
    assert CANARY not in f"{refused.value} {refused.value.next_step()} {refused.value.to_wire()}"


# tests of connections


async def test_a_test_tells_times_product_and_place_and_closes(me: Asker, place: ServerPlace) -> None:
    tested = await me.ask("connection.test", ConnectionTest(url=place.url(), password=place.password, opening_id="t"))
    assert isinstance(tested, ConnectionTested)
    assert (tested.failed, tested.error) == (None, None)
    assert list(dict.fromkeys(passed.phase for passed in tested.phases)) == PHASES
    assert all(passed.took_s >= 0 for passed in tested.phases)
    assert tested.product.startswith(("PostgreSQL", "MariaDB"))
    assert tested.surroundings.database == place.database
    await eventually_async(lambda: phases(me) == PHASES)
    await eventually_async(lambda: not place.pids())
    assert CANARY not in repr(tested)


async def test_a_test_uses_the_secret_of_a_saved_connection_for_another_url(me: Asker, place: ServerPlace) -> None:
    saved = Connection("a", "Shop", "sqlite://", secret=SecretPlace(SecretKind.ASK))
    await me.ask("connection.save", SaveConnection(saved))
    await me.ask("secret.give", GiveSecret("a", PASSWORD, place.password))
    tested = await me.ask("connection.test", ConnectionTest("a", place.url()))
    assert (tested.failed, tested.error) == (None, None)
    tested = await me.ask("connection.test", ConnectionTest("a"))
    assert (tested.phases, tested.error) == ((), None)


async def test_a_test_that_fails_says_where_and_why(me: Asker, place: ServerPlace) -> None:
    elsewhere = replace(place, port=free_port())
    for url, phase, code in (
        (place.url().replace(place.server.host, "nobody.invalid"), Phase.RESOLVE, HostUnknown.code),
        (elsewhere.url(), Phase.CONNECT, ServerUnreachable.code),
        (place.url(user="reader"), Phase.LOG_IN, LoginRefused.code),
        (place.url(database="nowhere"), Phase.LOG_IN, "connection.refused"),
    ):
        tested = await me.ask("connection.test", ConnectionTest(url=url, password=place.password))
        assert tested.error is not None, url
        assert (tested.failed, tested.error.code) == (phase, code)
        assert CANARY not in repr(tested)
    saved = Connection("a", "Shop", place.url(), secret=SecretPlace(SecretKind.ASK))
    await me.ask("connection.save", SaveConnection(saved))
    tested = await me.ask("connection.test", ConnectionTest("a"))
    assert tested.error is not None
    assert (tested.failed, tested.error.code) == (Phase.SECRET, PasswordNeeded.code)


async def test_a_test_that_hangs_can_be_cancelled(me: Asker, place: ServerPlace, proxy_to: ProxyTo) -> None:
    proxy = proxy_to(place.server)
    proxy.take_new("never answered")
    place.port = proxy.port
    request = ConnectionTest(url=place.url(connect_timeout=600), password=place.password, opening_id="t")
    testing = asyncio.create_task(me.ask("connection.test", request))
    await eventually_async(lambda: proxy.connections)
    assert (await me.ask("session.cancel_opening", CancelOpening("t"))).reached
    tested = await testing
    assert tested.error is not None
    assert tested.error.code == OpeningCancelled.code


# facts and isolation


async def test_facts_follow_the_session(me: Asker, place: ServerPlace) -> None:
    session = (await place.session(me)).session_id
    if place.is_postgresql:
        await me.run(session, "CREATE SCHEMA other; SET search_path TO other")
    else:
        await me.run(session, "USE information_schema")
    facts = await me.ask("session.facts", SessionRequest(session))
    assert facts.surroundings.schema == ("other" if place.is_postgresql else "information_schema")
    running = me.begin(session, place.sleeping)
    await eventually_async(lambda: not running.done())
    assert (await me.ask("session.facts", SessionRequest(session))).surroundings == facts.surroundings
    await me.ask("session.close", CloseSession(session))
    await asyncio.gather(running, return_exceptions=True)


async def test_an_isolation_level_holds_for_the_next_transactions(me: Asker, place: ServerPlace) -> None:
    session = (await place.session(me, mode=TransactionMode.MANUAL)).session_id
    facts = await me.ask("session.set_isolation", SetIsolation(session, "SERIALIZABLE"))
    assert facts.surroundings.isolation == "SERIALIZABLE"
    await me.run(session, "SELECT 1")
    with pytest.raises(TransactionOpen):
        await me.ask("session.set_isolation", SetIsolation(session, "READ COMMITTED"))
    await me.ask("session.rollback", SessionRequest(session))
    with pytest.raises(RequestInvalid) as told:
        await me.ask("session.set_isolation", SetIsolation(session, "WHATEVER"))
    assert "READ COMMITTED" in str(told.value)


async def test_a_chosen_schema_holds_also_on_a_session_that_was_opened_again(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me, mode=TransactionMode.MANUAL)
    session = facts.session_id
    assert facts.chooses_schema
    schema = "pg_catalog" if place.is_postgresql else place.server.create_database()
    try:
        chosen = await me.ask("session.set_schema", SetSchema(session, schema))
        assert chosen.surroundings.schema == schema
        again = await me.ask("session.reopen", SessionRequest(session))
        assert again.surroundings.schema == schema
        assert again.surroundings.server_pid != chosen.surroundings.server_pid
        await me.run(session, "SELECT 1")
        with pytest.raises(TransactionOpen):
            await me.ask("session.set_schema", SetSchema(session, schema))
    finally:
        await me.ask("session.rollback", SessionRequest(session))
        if not place.is_postgresql:
            place.server.drop_database(schema)
