"""Environments as policies: kept, changed, and in force on sessions, runs and staged changes."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.databases import make_database
from helpers.engines import Asker, asker
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from lapwing import paths
from lapwing.domain.catalog import ListSchemas
from lapwing.domain.completion import CompleteAt, CompletionPlace
from lapwing.domain.connections import (
    Confirmation,
    Connection,
    OpenSession,
    SaveConnection,
    SessionFacts,
    TransactionMode,
    TransactionState,
)
from lapwing.domain.environments import (
    SHIPPED,
    ConfirmationNeeded,
    EnvironmentInUse,
    EnvironmentInvalid,
    EnvironmentList,
    EnvironmentPolicy,
    JudgeRun,
    RemoveEnvironment,
    RunJudged,
    SaveEnvironment,
)
from lapwing.domain.errors import in_full
from lapwing.domain.events import EnvironmentsChanged, NamesLoaded, TransactionChanged
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import PASSWORD, GiveSecret, Secret, SecretKind, SecretPlace
from lapwing.domain.table_data import ChangeKind, CommitChanges, NamedValue, RowChange, value_of
from lapwing.domain.urls import sqlite_url

LIVE = EnvironmentPolicy("", "Live data", "#aa0000", TransactionMode.MANUAL, Confirmation.NAME)


@pytest.fixture
def shop(tmp_path: Path, home: Path) -> Path:
    sql = "CREATE TABLE item(id INTEGER PRIMARY KEY, n); INSERT INTO item VALUES (1, 'a')"
    return make_database(tmp_path / "shop.db", sql)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


async def keep(me: Asker, policy: EnvironmentPolicy) -> EnvironmentPolicy:
    kept = await me.ask("environment.save", SaveEnvironment(policy))
    assert isinstance(kept, EnvironmentList)
    return next(each for each in kept.environments if each.name == policy.name)


async def on(me: Asker, shop: Path, environment: str, **more: object) -> SessionFacts:
    made = Connection("c", "Shop", sqlite_url(shop), environment=environment, **more)  # type: ignore[arg-type]
    await me.ask("connection.save", SaveConnection(made))
    facts = await me.ask("session.open", OpenSession("c"))
    assert isinstance(facts, SessionFacts)
    return facts


async def test_they_are_kept_changed_and_taken_off_and_those_that_came_along_come_back(me: Asker, shop: Path) -> None:
    assert (await me.ask("environment.list")).environments == SHIPPED
    await me.ask("events.subscribe", Subscribe(("environments.*",)))
    live = await keep(me, LIVE)
    assert live.id == "live-data"
    stricter = await keep(me, replace(SHIPPED[1], confirmation=Confirmation.CHANGES))
    async with asker() as later:
        assert (await later.ask("environment.list")).environments == (SHIPPED[0], stricter, SHIPPED[2], live)
    with pytest.raises(EnvironmentInvalid, match="already"):
        await keep(me, replace(LIVE, name="live DATA"))
    await on(me, shop, live.id)
    with pytest.raises(EnvironmentInUse, match="Shop"):
        await me.ask("environment.remove", RemoveEnvironment(live.id))
    await on(me, shop, "test")
    await me.ask("environment.remove", RemoveEnvironment(live.id))
    await me.ask("environment.remove", RemoveEnvironment("test"))
    assert (await me.ask("environment.list")).environments == SHIPPED
    assert len(me.heard(EnvironmentsChanged)) == 4


async def test_a_damaged_list_is_told_and_leaves_production_careful(me: Asker, shop: Path) -> None:
    path = paths.config() / "environments.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"version": 99}')
    told = await me.ask("environment.list")
    assert (told.environments, "newer Lapwing" in in_full(told.problems)) == (SHIPPED, True)
    facts = await on(me, shop, "production")
    with pytest.raises(ConfirmationNeeded):
        await me.run(facts.session_id, "DELETE FROM item")


async def test_the_old_setting_of_production_becomes_the_limit_of_its_environment(me: Asker, shop: Path) -> None:
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "settings.json").write_text(json.dumps({"version": 1, "idle_transaction_production_s": 1}))
    facts = await on(me, shop, "production")
    assert (await me.ask("environment.list")).environments[2].idle_transaction_s == 1
    await me.run(facts.session_id, "INSERT INTO item VALUES (2, 'b')", confirmed=Confirmation.CHANGES)
    lost = await me.hears(TransactionChanged, 2)
    assert (lost.transaction, lost.reason is not None) == (TransactionState.IDLE, True)


async def test_a_session_opens_as_its_environment_says_unless_its_connection_or_who_opens_it_says_otherwise(
    me: Asker, shop: Path
) -> None:
    live = await keep(me, replace(LIVE, read_only=True))
    facts = await on(me, shop, live.id)
    assert (facts.mode, facts.read_only) == (TransactionMode.MANUAL, True)
    facts = await on(me, shop, live.id, mode=TransactionMode.AUTO)
    assert (facts.mode, facts.read_only) == (TransactionMode.AUTO, True)
    refused = await me.run(facts.session_id, "DELETE FROM item WHERE id = 1", confirmed=Confirmation.NAME)
    assert refused.failed == 1
    explicit = await me.ask("session.open", OpenSession("c", mode=TransactionMode.MANUAL))
    assert explicit.mode is TransactionMode.MANUAL


async def test_nothing_is_sent_that_was_not_confirmed_as_far_as_is_asked_for(me: Asker, shop: Path) -> None:
    live = await keep(me, replace(LIVE, mode=TransactionMode.AUTO))
    facts = await on(me, shop, live.id)
    session = facts.session_id
    assert (await me.run(session, "SELECT * FROM item")).failed == 0
    for sql, given, name in (
        ("INSERT INTO item VALUES (2, 'b')", Confirmation.NONE, ""),
        ("SELECT 1; DELETE FROM main.item; SELECT 2", Confirmation.CHANGES, "main.item"),
        ("DROP TABLE item; DROP TABLE item", Confirmation.CHANGES, "Shop"),
    ):
        with pytest.raises(ConfirmationNeeded) as told:
            await me.run(session, sql, confirmed=given)
        assert told.value.facts["name"] == name
    script = shop.parent / "script.sql"
    script.write_text("SELECT 1")
    with pytest.raises(ConfirmationNeeded):
        await me.run(session, "", path=str(script))
    await me.run(session, "INSERT INTO item VALUES (2, 'b')", confirmed=Confirmation.CHANGES)
    assert (await me.run(session, "DELETE FROM item", confirmed=Confirmation.NAME)).statements[0].rows_affected == 2
    judged = await me.ask("query.judge", JudgeRun("c", "sqlite", "SELECT 1;  UPDATE item SET n = 1"))
    assert judged == RunJudged(Confirmation.NAME, "item", 1, ((11, 32),), "Shop", "Live data")


async def test_what_is_confirmed_follows_the_environment_while_a_session_is_open(me: Asker, shop: Path) -> None:
    facts = await on(me, shop, "development")
    assert (await me.run(facts.session_id, "UPDATE item SET n = 'x'")).failed == 0
    await keep(me, replace(SHIPPED[0], confirmation=Confirmation.CHANGES))
    with pytest.raises(ConfirmationNeeded):
        await me.run(facts.session_id, "UPDATE item SET n = 'y'")
    assert (await me.run(facts.session_id, "UPDATE item SET n = 'y'", confirmed=Confirmation.CHANGES)).failed == 0


async def test_staged_changes_are_confirmed_too(me: Asker, shop: Path) -> None:
    facts = await on(me, shop, "production", mode=TransactionMode.AUTO)
    change = RowChange(
        ChangeKind.UPDATE,
        key=(value_of(1),),
        originals=(NamedValue("n", value_of("a")),),
        values=(NamedValue("n", value_of("b")),),
    )
    commit = CommitChanges("x", facts.session_id, "main", "item", (change,))
    with pytest.raises(ConfirmationNeeded):
        await me.ask("table.commit", commit)
    outcome = await me.ask("table.commit", replace(commit, confirmed=Confirmation.CHANGES))
    assert outcome.done


async def test_schemas_that_a_connection_hides_are_counted_left_out_of_completion_and_shown_when_asked_for(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    for name in ("sales", "sales_old", "other"):
        postgresql.ask(f"CREATE SCHEMA {name}; CREATE TABLE {name}.stock(n int)", database=postgresql_database)
        postgresql.ask(f"GRANT ALL ON SCHEMA {name} TO PUBLIC", database=postgresql_database)
    url = f"postgresql://trusted@{postgresql.host}:{postgresql.port}/{postgresql_database}"
    made = Connection("p", "pg", url, schemas=("sal*", "!*_old"))
    await me.ask("connection.save", SaveConnection(made))
    shown = await me.ask("catalog.schemas", ListSchemas("p"))
    every = await me.ask("catalog.schemas", ListSchemas("p", shows_all=True))
    assert [schema.name for schema in shown.schemas] == ["sales"]
    assert (len(every.schemas), shown.hidden) == (1 + shown.hidden, every.hidden)
    await me.ask("events.subscribe", Subscribe(("names.*",)))
    place = CompletionPlace("SELECT * FROM ", 14, "postgresql", "p")
    await me.ask("completion.prepare", place)
    await me.hears(NamesLoaded)
    found = await me.ask("completion.at", CompleteAt(place, is_asked=True))
    offered = {offer.label for offer in found.items}
    assert "sales" in offered
    assert not offered & {"sales_old", "other", "public"}


async def test_databases_of_mariadb_are_hidden_in_the_same_way(
    me: Asker, mariadb: MariaDB, mariadb_database: str
) -> None:
    url = f"mysql://{mariadb.owner.user}@{mariadb.host}:{mariadb.port}/{mariadb_database}"
    secret = SecretPlace(SecretKind.ASK)
    made = Connection("m", "maria", url, secret=secret, schemas=(mariadb_database.upper(),))
    await me.ask("connection.save", SaveConnection(made))
    await me.ask("secret.give", GiveSecret("m", PASSWORD, Secret(mariadb.owner.password or "")))
    shown = await me.ask("catalog.schemas", ListSchemas("m"))
    every = await me.ask("catalog.schemas", ListSchemas("m", shows_all=True))
    assert [schema.name for schema in shown.schemas] == [mariadb_database]
    assert "information_schema" in {schema.name.lower() for schema in every.schemas}
    assert shown.hidden == len(every.schemas) - 1
