"""What other processes of a profile, and people, write into the lists of connections and environments is followed."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.engines import Asker, asker
from lapwing import paths
from lapwing.domain.connections import Connection, ConnectionList, RemoveConnection, SaveConnection
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy, SaveEnvironment
from lapwing.domain.errors import PasswordNeeded
from lapwing.domain.events import ConnectionsChanged, EnvironmentsChanged
from lapwing.domain.monitoring.annotations import AddAnnotation, ReadAnnotations
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import PASSWORD, GiveSecret, Secret, SecretKind, SecretPlace
from lapwing.engine.connections.following import LOOK_S

ONE = Connection("a", "shop", "postgresql://me@db.example.org/shop", secret=SecretPlace(SecretKind.ASK))
TWO = Connection("b", "mail", "postgresql://me@db.example.org/mail")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    """Somebody who hears of both lists and has asked for them; only a test has the engine look."""
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("connections.*", "environments.*")))
        await made.ask("connection.list")
        await made.ask("environment.list")
        yield made


@pytest.fixture
def written() -> Path:
    return paths.config() / "connections.json"


async def told(me: Asker) -> tuple[int, int]:
    """How often the engine has told of connections and environments, after it has looked twice."""
    await me.engine.following.look()
    await me.engine.following.look()
    return len(me.heard(ConnectionsChanged)), len(me.heard(EnvironmentsChanged))


async def connections(me: Asker) -> tuple[Connection, ...]:
    answer = await me.ask("connection.list")
    assert isinstance(answer, ConnectionList)
    return answer.connections


async def test_an_engine_that_stays_tells_of_what_another_one_writes(me: Asker) -> None:
    assert me.engine.following.look_s == LOOK_S <= 2
    me.engine.following.look_s = 0.005
    me.engine.following.begin()
    async with asker() as other:
        for number, connection in enumerate((ONE, TWO, replace(ONE, name="renamed")), 1):
            await other.ask("connection.save", SaveConnection(connection))
            await me.hears(ConnectionsChanged, number)
        await other.ask("connection.remove", RemoveConnection(TWO.id))
        await me.hears(ConnectionsChanged, 4)
        assert await connections(me) == (replace(ONE, name="renamed"),)
        policy = EnvironmentPolicy("", "Live", read_only=True)
        await other.ask("environment.save", SaveEnvironment(policy))
        await me.hears(EnvironmentsChanged)
        assert [each.name for each in (await me.ask("environment.list")).environments][3:] == ["Live"]


async def test_what_is_written_here_or_says_the_same_is_not_told_again(me: Asker, written: Path) -> None:
    await me.ask("connection.save", SaveConnection(ONE))
    await me.ask("environment.save", SaveEnvironment(replace(SHIPPED[1], name="Tests")))
    assert await told(me) == (1, 1)
    for path in (written, paths.config() / "environments.json"):
        path.write_text(" \n" + path.read_text())
    assert await told(me) == (1, 1)
    async with asker() as other:
        await other.ask("connection.save", SaveConnection(TWO))
        await me.ask("connection.save", SaveConnection(replace(ONE, name="renamed")))
    assert await told(me) == (2, 1)
    assert [each.name for each in await connections(me)] == ["renamed", "mail"]


async def test_a_list_that_is_half_written_is_waited_for(me: Asker, written: Path) -> None:
    await me.ask("connection.save", SaveConnection(ONE))
    whole = written.read_text()
    for half in ("", whole[: len(whole) // 2], whole.replace('"id"', '"number"')):
        written.write_text(half)
        assert await told(me) == (1, 0)
        assert written.read_text() == half
    written.write_text(whole)
    assert await told(me) == (1, 0)
    written.unlink()  # as editors do in between
    assert await told(me) == (1, 0)
    written.write_text(whole.replace("shop", "sold"))
    assert await told(me) == (2, 0)
    assert [each.name for each in await connections(me)] == ["sold"]


async def test_who_asked_while_a_list_was_damaged_is_told_when_it_is_whole_again(me: Asker, written: Path) -> None:
    await me.ask("connection.save", SaveConnection(ONE))
    whole = written.read_text()
    written.write_text(whole[:-9])
    assert await connections(me) == ()
    assert await told(me) == (1, 0)
    written.write_text(whole)
    assert await told(me) == (2, 0)
    assert await connections(me) == (ONE,)
    environments = paths.config() / "environments.json"
    environments.write_text("{")
    assert (await me.ask("environment.list")).problems
    assert await told(me) == (2, 0)
    await me.ask("environment.list")
    environments.write_text('{"version": 2, "environments": []}')
    assert await told(me) == (2, 1)


async def test_a_first_list_is_told_of_also_where_nobody_asked_before(written: Path) -> None:
    async with asker() as alone, asker() as other:
        await alone.ask("events.subscribe", Subscribe(("*",)))
        assert await told(alone) == (0, 0)
        await other.ask("connection.save", SaveConnection(ONE))
        assert await told(alone) == (1, 0)


async def test_a_password_is_not_sent_to_where_another_process_has_a_connection_lead(me: Asker) -> None:
    await me.ask("connection.save", SaveConnection(ONE))
    await me.ask("secret.give", GiveSecret(ONE.id, PASSWORD, Secret("canary")))
    async with asker() as other:
        await other.ask("connection.save", SaveConnection(replace(ONE, name="renamed")))
        await told(me)
        assert me.engine.secrets.find(ONE, PASSWORD) == Secret("canary")
        moved = replace(ONE, url="postgresql://me@evil.example.org/shop")
        await other.ask("connection.save", SaveConnection(moved))
    await told(me)
    with pytest.raises(PasswordNeeded):
        me.engine.secrets.find(moved, PASSWORD)


async def test_a_line_cut_out_of_the_file_costs_nothing_that_is_kept_of_its_connection(
    me: Asker, written: Path
) -> None:
    for connection in (ONE, TWO):
        await me.ask("connection.save", SaveConnection(connection))
    await me.ask("annotation.add", AddAnnotation("moved", connection_id=ONE.id))
    whole = written.read_text()
    stored = json.loads(whole)
    written.write_text(json.dumps({**stored, "connections": stored["connections"][1:]}))
    assert await told(me) == (3, 0)
    assert await connections(me) == (TWO,)
    written.write_text(whole)
    assert await told(me) == (4, 0)
    assert len((await me.ask("annotation.list", ReadAnnotations(ONE.id, 0, 2e9))).annotations) == 1
    await me.ask("connection.remove", RemoveConnection(ONE.id))
    assert (await me.ask("annotation.list", ReadAnnotations(ONE.id, 0, 2e9))).annotations == ()
