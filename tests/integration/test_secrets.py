"""The secrets of connections, asked of an engine: kept, found, moved, forgotten, and asked for."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from helpers.encrypted_files import PASSPHRASE, VERSION_1
from helpers.engines import Asker, engine
from helpers.secret_service import Desktop, desktop, no_desktop
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.connections import Connection, ConnectionList, RemoveConnection, SaveConnection
from lapwing.domain.errors import ConnectionUnknown, PasswordNeeded, RequestInvalid, StoredNewer
from lapwing.domain.secret_errors import (
    KeyPassphraseNeeded,
    KeyringLocked,
    KeyringMissing,
    PassphraseWrong,
    SecretCommandFailed,
    SecretLeft,
    SecretNotKept,
    SecretPlaceInvalid,
    SecretsFileMissing,
    SecretsLocked,
)
from lapwing.domain.secrets import (
    PASSWORD,
    TLS_KEY,
    ChangePassphrase,
    ForgetSecret,
    GiveSecret,
    SaveSecret,
    Secret,
    SecretKind,
    SecretPlace,
    SecretPlaces,
    UnlockSecrets,
)
from lapwing.store.secrets.system_keyring import SystemKeyring

HUNTER, KEY = Secret("hunter2"), Secret("opens the key")
KEPT = (SecretKind.KEYRING, SecretKind.FILE)


@dataclass
class Person:
    """Somebody who saves connections and opens them."""

    asker: Asker
    find: Any
    drop_given: Any

    async def saves(self, kind: SecretKind, detail: str = "", expires_s: float | None = None) -> Connection:
        """The connection `store`, saved with its secret in such a place."""
        place = SecretPlace(kind, detail, expires_s)
        connection = Connection("store", "The shop", "sqlite:////shop.sqlite", secret=place)
        await self.asker.ask("connection.save", SaveConnection(connection))
        return connection

    async def keeps(self, kind: SecretKind, secret: Secret = HUNTER) -> Connection:
        """The same with a secret in it."""
        connection = await self.saves(kind)
        await self.asker.ask("secret.save", SaveSecret("store", PASSWORD, secret))
        return connection

    async def finds(self, connection: Connection, purpose: str = PASSWORD) -> Secret | None:
        found: Secret | None = await asyncio.to_thread(self.find, connection, purpose)
        return found

    async def is_asked(self, connection: Connection, purpose: str = PASSWORD) -> PasswordNeeded:
        with pytest.raises(PasswordNeeded) as needed:
            await self.finds(connection, purpose)
        return needed.value


@pytest.fixture
async def person(session: Desktop) -> AsyncIterator[Person]:
    """With a keyring that is open, and an encrypted file that is unlocked."""
    async with engine() as made:
        paths.config().mkdir(parents=True)
        (paths.config() / "secrets.json").write_bytes(VERSION_1)
        yield Person(Asker(made), made.secrets.find, made.secrets.drop_given)


@pytest.fixture
async def unlocked(person: Person) -> Person:
    await person.asker.ask("secret.unlock", UnlockSecrets(PASSPHRASE))
    return person


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    with desktop(tmp_path, monkeypatch) as made:
        yield made


# finding


@pytest.mark.parametrize("kind", KEPT)
async def test_what_is_saved_is_found_also_by_the_next_engine(unlocked: Person, kind: SecretKind) -> None:
    connection = await unlocked.saves(kind)
    for purpose, secret in ((PASSWORD, HUNTER), (TLS_KEY, KEY)):
        await unlocked.asker.ask("secret.save", SaveSecret("store", purpose, secret))
        assert await unlocked.finds(connection, purpose) == secret
    async with engine() as another:
        if kind is SecretKind.FILE:
            await Asker(another).ask("secret.unlock", UnlockSecrets(PASSPHRASE))
        assert await asyncio.to_thread(another.secrets.find, connection, PASSWORD) == HUNTER
        assert await asyncio.to_thread(another.secrets.find, connection, TLS_KEY) == KEY


@pytest.mark.parametrize("kind", [*KEPT, SecretKind.ASK])
async def test_a_person_is_asked_where_nothing_is_kept(unlocked: Person, kind: SecretKind) -> None:
    connection = replace(await unlocked.saves(kind), url="postgresql://me@db/shop")
    needed = await unlocked.is_asked(connection)
    assert needed.facts == {"connection": "The shop", "user": "me", "purpose": "password", "connection_id": "store"}
    assert str(needed) == "The shop needs a password."
    assert isinstance(await unlocked.is_asked(connection, TLS_KEY), KeyPassphraseNeeded)


async def test_a_connection_that_needs_none_of_ours_is_asked_for_nothing(person: Person) -> None:
    connection = await person.saves(SecretKind.NONE)
    assert await person.finds(connection) is None
    assert await person.finds(connection, TLS_KEY) is None


async def test_what_a_person_gives_is_used_and_dropped_when_the_server_refuses_it(person: Person) -> None:
    connection = await person.saves(SecretKind.ASK)
    await person.asker.ask("secret.give", GiveSecret("store", PASSWORD, HUNTER))
    for _ in range(3):
        assert await person.finds(connection) == HUNTER
    assert person.drop_given("store", PASSWORD) is True
    assert person.drop_given("store", PASSWORD) is False
    await person.is_asked(connection)


async def test_what_is_to_be_asked_each_time_is_used_once(person: Person) -> None:
    connection = await person.saves(SecretKind.ASK, expires_s=0)
    await person.asker.ask("secret.give", GiveSecret("store", PASSWORD, HUNTER))
    assert await person.finds(connection) == HUNTER
    await person.is_asked(connection)


@pytest.mark.parametrize("kind", [SecretKind.NONE, *KEPT])
async def test_what_a_person_gives_comes_before_what_is_kept(unlocked: Person, kind: SecretKind) -> None:
    connection = await unlocked.saves(kind)
    if kind in KEPT:
        await unlocked.asker.ask("secret.save", SaveSecret("store", PASSWORD, Secret("old")))
    await unlocked.asker.ask("secret.give", GiveSecret("store", PASSWORD, HUNTER))
    assert await unlocked.finds(connection) == HUNTER
    unlocked.drop_given("store")
    assert await unlocked.finds(connection) == (Secret("old") if kind in KEPT else None)


async def test_saving_replaces_what_was_given(unlocked: Person) -> None:
    connection = await unlocked.saves(SecretKind.FILE)
    await unlocked.asker.ask("secret.give", GiveSecret("store", PASSWORD, Secret("wrong")))
    await unlocked.asker.ask("secret.save", SaveSecret("store", PASSWORD, HUNTER))
    assert await unlocked.finds(connection) == HUNTER


async def test_a_variable_holds_the_password_and_not_the_keys_passphrase(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", "hunter2")
    connection = await person.saves(SecretKind.ENV, "SHOP_PASSWORD")
    assert await person.finds(connection) == HUNTER
    await person.is_asked(connection, TLS_KEY)


@pytest.fixture
def counting(tmp_path: Path) -> tuple[str, Path]:
    """A command that prints how often it was run, and the file in which it counts."""
    script = tmp_path / "token"
    script.write_text(f"#!/bin/sh\nsleep 0.1\necho . >>{tmp_path}/runs\nwc -l <{tmp_path}/runs\n")
    script.chmod(0o755)
    return str(script), tmp_path / "runs"


async def test_an_answer_of_a_command_is_used_until_it_expires_or_is_refused(
    person: Person, counting: tuple[str, Path]
) -> None:
    connection = await person.saves(SecretKind.COMMAND, counting[0], expires_s=3600)
    for _ in range(3):
        assert await person.finds(connection) == Secret("1")
    person.drop_given("store", PASSWORD)
    assert await person.finds(connection) == Secret("2")
    expired = replace(connection, secret=replace(connection.secret, expires_s=1e-9))
    assert await person.finds(expired) == Secret("3")
    await person.is_asked(connection, TLS_KEY)


async def test_a_command_whose_answers_may_not_be_kept_is_run_each_time(
    person: Person, counting: tuple[str, Path]
) -> None:
    connection = await person.saves(SecretKind.COMMAND, counting[0], expires_s=0)
    assert [await person.finds(connection) for _ in range(3)] == [Secret("1"), Secret("2"), Secret("3")]


async def test_sessions_that_open_at_once_wait_for_one_run_of_the_command(
    person: Person, counting: tuple[str, Path]
) -> None:
    connection = await person.saves(SecretKind.COMMAND, counting[0])
    found = await asyncio.gather(*(person.finds(connection) for _ in range(8)))
    assert found == [Secret("1")] * 8


async def test_another_command_does_not_answer_for_the_first(person: Person) -> None:
    connection = await person.saves(SecretKind.COMMAND, "printf first")
    assert await person.finds(connection) == Secret("first")
    connection = await person.saves(SecretKind.COMMAND, "printf second")
    assert await person.finds(connection) == Secret("second")
    connection = await person.saves(SecretKind.COMMAND, "false")
    with pytest.raises(SecretCommandFailed, match="exit code 1"):
        await person.finds(connection)


# places


async def test_it_is_said_which_places_there_are(person: Person) -> None:
    places = await person.asker.ask("secret.places")
    path = str(paths.config() / "secrets.json")
    assert places == SecretPlaces(
        (SecretKind.NONE, SecretKind.FILE, SecretKind.ENV, SecretKind.COMMAND, SecretKind.ASK, SecretKind.KEYRING),
        "GNOME Keyring (Secret Service)",
        "",
        path,
        file_exists=True,
        file_unlocked=False,
    )
    await person.asker.ask("secret.unlock", UnlockSecrets(PASSPHRASE))
    assert (await person.asker.ask("secret.places")).file_unlocked


async def test_a_place_that_cannot_be_used_says_why(
    person: Person, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    no_desktop(monkeypatch, home)
    (paths.config() / "secrets.json").write_text('{"version": 2}')
    places = await person.asker.ask("secret.places")
    assert SecretKind.KEYRING not in places.usable
    assert places.keyring == ""
    assert "DBUS_SESSION_BUS_ADDRESS is unset" in places.keyring_problem
    assert "encrypted file" in places.keyring_problem
    assert "newer Lapwing" in places.file_problem
    assert places.file_exists
    assert not places.file_unlocked
    with pytest.raises(StoredNewer):
        await person.asker.ask("secret.unlock", UnlockSecrets(PASSPHRASE))


async def test_a_file_is_made_only_when_that_is_said(person: Person) -> None:
    (paths.config() / "secrets.json").unlink()
    with pytest.raises(SecretsFileMissing):
        await person.asker.ask("secret.unlock", UnlockSecrets(PASSPHRASE))
    await person.asker.ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
    await person.keeps(SecretKind.FILE)
    new = Secret("another passphrase")
    await person.asker.ask("secret.change_passphrase", ChangePassphrase(PASSPHRASE, new))
    async with engine() as another:
        with pytest.raises(PassphraseWrong):
            await Asker(another).ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
        await Asker(another).ask("secret.unlock", UnlockSecrets(new))


async def test_a_locked_place_is_told_to_who_opens_and_who_saves(person: Person, session: Desktop) -> None:
    connection = await person.saves(SecretKind.KEYRING)
    session.lock()
    with pytest.raises(KeyringLocked):
        await person.finds(connection)
    with pytest.raises(SecretsLocked):
        await person.finds(replace(connection, id="shop", secret=SecretPlace(SecretKind.FILE)))
    with pytest.raises(KeyringLocked):
        await person.asker.ask("secret.save", SaveSecret("store", PASSWORD, HUNTER))


@pytest.mark.parametrize("kind", [SecretKind.NONE, SecretKind.ASK, SecretKind.ENV, SecretKind.COMMAND])
async def test_nothing_is_saved_for_a_connection_whose_secrets_are_not_kept_here(
    unlocked: Person, kind: SecretKind
) -> None:
    await unlocked.saves(kind, "SOMETHING")
    with pytest.raises(SecretNotKept):
        await unlocked.asker.ask("secret.save", SaveSecret("store", PASSWORD, HUNTER))


async def test_unknown_connections_and_purposes_are_refused(unlocked: Person) -> None:
    with pytest.raises(ConnectionUnknown):
        await unlocked.asker.ask("secret.save", SaveSecret("farm", PASSWORD, HUNTER))
    await unlocked.saves(SecretKind.FILE)
    for operation, request in (
        ("secret.save", SaveSecret("store", "hunter2", HUNTER)),
        ("secret.give", GiveSecret("store", "hunter2", HUNTER)),
        ("secret.forget", ForgetSecret("store", "hunter2")),
    ):
        with pytest.raises(RequestInvalid, match="password, tls-key") as refused:
            await unlocked.asker.ask(operation, request)
        assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("place", [SecretPlace(SecretKind.ENV, "no name"), SecretPlace(SecretKind.COMMAND, "'")])
async def test_a_place_that_can_never_answer_is_not_saved(person: Person, place: SecretPlace) -> None:
    before = await person.saves(SecretKind.ASK)
    with pytest.raises(SecretPlaceInvalid, match="The shop"):
        await person.asker.ask("connection.save", SaveConnection(replace(before, secret=place)))
    assert await person.asker.ask("connection.list") == ConnectionList((before,))
    with pytest.raises(SecretPlaceInvalid):
        await person.finds(replace(before, secret=place))


# moving and forgetting


def kept_in_keyring() -> Secret | None:
    return SystemKeyring().get("store/password")


def entries_in_file() -> int:
    return (paths.config() / "secrets.json").read_bytes().count(b'"store/password"')


@pytest.mark.parametrize("old", KEPT)
async def test_secrets_move_with_the_place_and_leave_nothing_behind(unlocked: Person, old: SecretKind) -> None:
    new = next(kind for kind in KEPT if kind is not old)
    if old is SecretKind.KEYRING:
        await unlocked.asker.ask("secret.forget", ForgetSecret("store"))
    await unlocked.keeps(old)
    await unlocked.asker.ask("secret.save", SaveSecret("store", TLS_KEY, KEY))
    connection = await unlocked.saves(new)
    assert await unlocked.finds(connection) == HUNTER
    assert await unlocked.finds(connection, TLS_KEY) == KEY
    assert (kept_in_keyring() is None, entries_in_file()) == ((True, 1) if new is SecretKind.FILE else (False, 0))


@pytest.mark.parametrize("old", KEPT)
@pytest.mark.parametrize("new", [SecretKind.NONE, SecretKind.ASK])
async def test_secrets_are_removed_when_they_are_kept_no_more(
    unlocked: Person, old: SecretKind, new: SecretKind
) -> None:
    await unlocked.keeps(old)
    await unlocked.asker.ask("secret.give", GiveSecret("store", PASSWORD, HUNTER))
    await unlocked.saves(new)
    assert await unlocked.finds(await unlocked.saves(SecretKind.NONE)) is None
    await unlocked.is_asked(await unlocked.saves(old))


async def test_a_secret_that_cannot_move_stays_and_the_connection_as_it_was(person: Person, session: Desktop) -> None:
    """The encrypted file is locked."""
    before = await person.keeps(SecretKind.KEYRING)
    with pytest.raises(SecretsLocked):
        await person.saves(SecretKind.FILE)
    assert await person.asker.ask("connection.list") == ConnectionList((before,))
    assert await person.finds(before) == HUNTER
    await person.asker.ask("secret.unlock", UnlockSecrets(PASSPHRASE))
    session.lock()
    with pytest.raises(KeyringLocked):
        await person.saves(SecretKind.FILE)
    assert await person.asker.ask("connection.list") == ConnectionList((before,))


async def test_a_connection_that_cannot_be_saved_leaves_its_secret_where_it_was(unlocked: Person) -> None:
    before = await unlocked.keeps(SecretKind.KEYRING)
    await unlocked.asker.ask("secret.forget", ForgetSecret("store", TLS_KEY))
    async with engine() as another:
        await Asker(another).ask("secret.unlock", UnlockSecrets(PASSPHRASE))
        in_file = replace(before, secret=SecretPlace(SecretKind.FILE))
        moving = another.secrets.moving(before, in_file)
        await moving.__aenter__()
        assert entries_in_file() == 1
        full = OSError("the disk is full")
        assert not await moving.__aexit__(OSError, full, None)
        assert await asyncio.to_thread(another.secrets.find, before, PASSWORD) == HUNTER
        with pytest.raises(PasswordNeeded):
            await asyncio.to_thread(another.secrets.find, in_file, PASSWORD)


async def test_what_was_given_for_one_server_is_not_given_to_another(person: Person) -> None:
    connection = await person.saves(SecretKind.ASK)
    await person.asker.ask("secret.give", GiveSecret("store", PASSWORD, HUNTER))
    await person.asker.ask("connection.save", SaveConnection(replace(connection, name="Renamed")))
    assert await person.finds(connection) == HUNTER
    moved = replace(connection, url="sqlite:////elsewhere.sqlite")
    await person.asker.ask("connection.save", SaveConnection(moved))
    await person.is_asked(moved)


@pytest.mark.parametrize("kind", KEPT)
async def test_removing_a_connection_forgets_its_secrets(unlocked: Person, kind: SecretKind) -> None:
    await unlocked.keeps(kind)
    await unlocked.asker.ask("secret.give", GiveSecret("store", TLS_KEY, KEY))
    await unlocked.asker.ask("connection.remove", RemoveConnection("store"))
    connection = await unlocked.saves(kind)
    await unlocked.is_asked(connection)
    await unlocked.is_asked(connection, TLS_KEY)


async def test_a_secret_left_behind_is_told_and_can_be_forgotten_later(person: Person, session: Desktop) -> None:
    await person.keeps(SecretKind.KEYRING)
    session.lock()
    with pytest.raises(SecretLeft, match="The shop may still be in the keyring: GNOME Keyring is locked"):
        await person.asker.ask("connection.remove", RemoveConnection("store"))
    assert await person.asker.ask("connection.list") == ConnectionList()
    session.unlock()
    await person.asker.ask("secret.unlock", UnlockSecrets(PASSPHRASE))
    await person.asker.ask("secret.forget", ForgetSecret("store"))
    assert kept_in_keyring() is None
    assert entries_in_file() == 0


async def test_one_secret_is_forgotten_and_the_other_kept(unlocked: Person) -> None:
    connection = await unlocked.keeps(SecretKind.FILE)
    await unlocked.asker.ask("secret.save", SaveSecret("store", TLS_KEY, KEY))
    await unlocked.asker.ask("secret.forget", ForgetSecret("store", PASSWORD))
    await unlocked.is_asked(connection)
    assert await unlocked.finds(connection, TLS_KEY) == KEY


async def test_where_no_keyring_answers_there_is_nothing_to_move_or_forget(
    person: Person, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """It may have been chosen before somebody noticed; the connection can still be changed and removed."""
    no_desktop(monkeypatch, home)
    connection = await person.saves(SecretKind.KEYRING)
    with pytest.raises(KeyringMissing):
        await person.finds(connection)
    await person.saves(SecretKind.FILE)
    await person.saves(SecretKind.KEYRING)
    await person.asker.ask("connection.remove", RemoveConnection("store"))
    assert await person.asker.ask("connection.list") == ConnectionList()


# the end


async def test_an_engine_that_ends_waits_for_no_command(person: Person, tmp_path: Path) -> None:
    script = tmp_path / "slow"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/begun\nsleep 600\n")
    script.chmod(0o755)
    connection = Connection("store", "The shop", "sqlite://", secret=SecretPlace(SecretKind.COMMAND, str(script)))
    async with engine() as another:
        finding = asyncio.create_task(asyncio.to_thread(another.secrets.find, connection, PASSWORD))
        await eventually_async((tmp_path / "begun").exists)
    with pytest.raises(SecretCommandFailed, match="Lapwing is ending"):
        await finding
