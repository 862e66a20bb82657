"""No secret is left in any file, log, argument or variable, whatever was done with it and however it went wrong.

The secrets come from each place there is and log in at a real server, in a real engine process.
"""

import asyncio
import base64
import os
import signal
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from helpers.canaries import files_with, processes_below, processes_with
from helpers.certificates import KEY_PASSPHRASE
from helpers.engine_processes import EngineProcess, engine_process
from helpers.secret_service import desktop
from helpers.servers.login import password_of
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.connections import (
    Connection,
    ConnectionTest,
    ConnectionTested,
    OpenSession,
    RemoveConnection,
    SaveConnection,
)
from lapwing.domain.errors import LapwingError, LoginRefused, PasswordNeeded
from lapwing.domain.query import RunQuery
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
    UnlockSecrets,
)

RIGHT = password_of("lapwing")
WRONG = "canary-wrong-Xq7"
OLD, NEW = Secret("canary-passphrase-old"), Secret("canary-passphrase-new")
CANARIES = ("canary-",)


@pytest.fixture
def secrets_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A desktop with a keyring; every folder in which anything might write lies below `tmp_path`."""
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "LAPWING_HOME"):
        (tmp_path / name).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / name))
    (tmp_path / "desktop").mkdir()
    with desktop(tmp_path / "desktop", monkeypatch):
        yield


@dataclass
class Window:
    """What asks the engine, and remembers all that came back.

    Attributes:
        told: Answers and errors, as text.
    """

    engine: EngineProcess
    server: PostgreSQL
    told: list[str]

    def connection(self, user: str = "lapwing", **options: str) -> Connection:
        options = {"sslmode": "verify-full", "sslrootcert": str(self.server.certificates.authority), **options}
        query = "&".join(f"{name}={value}" for name, value in options.items())
        return Connection(
            "store", "Store", f"postgresql://{user}@{self.server.host}:{self.server.port}/postgres?{query}"
        )

    async def ask(self, operation: str, request: object = None) -> Any:
        try:
            answer = await self.engine.ask(operation, request)
        except LapwingError as error:
            self.told.append(f"{error} {error!r} {error.next_step()} {error.to_wire()} {error.__cause__!r}")
            raise
        self.told.append(repr(answer))
        return answer

    async def is_refused(self, operation: str, request: object) -> LapwingError:
        with pytest.raises(LapwingError) as refused:
            await self.ask(operation, request)
        return refused.value

    async def saves(self, connection: Connection, kind: SecretKind, detail: str = "", expires_s: float | None = None):
        await self.ask(
            "connection.save", SaveConnection(replace(connection, secret=SecretPlace(kind, detail, expires_s)))
        )

    async def opens(self) -> ConnectionTested:
        """Test the connection, then work with it."""
        tested: ConnectionTested = await self.ask("connection.test", ConnectionTest("store"))
        assert tested.error is None, tested
        facts = await self.ask("session.open", OpenSession("store"))
        await self.ask("query.run", RunQuery(f"run {len(self.told)}", facts.session_id, "SELECT current_user"))
        return tested

    async def is_not_let_in(self) -> ConnectionTested:
        tested: ConnectionTested = await self.ask("connection.test", ConnectionTest("store"))
        assert tested.error is not None
        assert (await self.is_refused("session.open", OpenSession("store"))).code in {
            LoginRefused.code,
            PasswordNeeded.code,
        }
        return tested


@pytest.fixture
async def window(secrets_everywhere: None, tmp_path: Path, postgresql: PostgreSQL) -> AsyncIterator[Window]:
    async with engine_process(tmp_path, environ={"LAPWING_TRACE_LINE": "1", "PYTHONFAULTHANDLER": "1"}) as process:
        yield Window(process, postgresql, [])


def nothing_tells(window: Window, tmp_path: Path) -> None:
    """Neither a file, nor a process, nor an answer or event holds any of it."""
    assert processes_with(CANARIES, window.engine.process.pid) == []
    assert files_with(CANARIES, tmp_path) == []
    assert "canary-" not in "".join(window.told) + repr(window.engine.events) + window.engine.complaints()


async def test_a_password_in_the_keyring(window: Window, tmp_path: Path) -> None:
    await window.saves(window.connection(), SecretKind.KEYRING)
    await window.is_not_let_in()
    await window.ask("secret.save", SaveSecret("store", PASSWORD, Secret(WRONG)))
    await window.is_not_let_in()
    await window.ask("secret.save", SaveSecret("store", PASSWORD, Secret(RIGHT)))
    await window.opens()
    nothing_tells(window, tmp_path)
    await window.ask("connection.remove", RemoveConnection("store"))
    nothing_tells(window, tmp_path)


async def test_a_password_in_the_encrypted_file(window: Window, tmp_path: Path) -> None:
    await window.saves(window.connection(), SecretKind.FILE)
    await window.is_refused("secret.save", SaveSecret("store", PASSWORD, Secret(RIGHT)))
    await window.is_refused("secret.unlock", UnlockSecrets(Secret("canary-")))
    await window.is_refused("secret.unlock", UnlockSecrets(Secret("canary-"), create=True))
    await window.ask("secret.unlock", UnlockSecrets(OLD, create=True))
    await window.is_refused("secret.unlock", UnlockSecrets(NEW))
    await window.ask("secret.save", SaveSecret("store", PASSWORD, Secret(RIGHT)))
    await window.is_refused("secret.save", SaveSecret("store", PASSWORD, Secret("canary-half \ud83d")))
    await window.is_refused("secret.change_passphrase", ChangePassphrase(NEW, OLD))
    await window.ask("secret.change_passphrase", ChangePassphrase(OLD, NEW))
    await window.opens()
    nothing_tells(window, tmp_path)
    await window.saves(window.connection(), SecretKind.KEYRING)
    await window.opens()
    nothing_tells(window, tmp_path)
    await window.saves(window.connection(), SecretKind.FILE)
    path = paths.config() / "secrets.json"
    path.write_bytes(path.read_bytes().translate(bytes.maketrans(b"ABCDEF", b"BADCFE")))
    await window.is_refused("session.open", OpenSession("store"))
    await window.is_refused("secret.unlock", UnlockSecrets(NEW))
    nothing_tells(window, tmp_path)


async def test_a_password_that_a_person_is_asked_for(window: Window, tmp_path: Path) -> None:
    await window.saves(window.connection(), SecretKind.ASK)
    await window.is_not_let_in()
    await window.ask("secret.give", GiveSecret("store", PASSWORD, Secret(WRONG)))
    tested = await window.ask("connection.test", ConnectionTest("store"))
    assert tested.error.code == LoginRefused.code
    assert (await window.is_refused("session.open", OpenSession("store"))).code == PasswordNeeded.code, "it was dropped"
    await window.ask("secret.give", GiveSecret("store", PASSWORD, Secret(RIGHT)))
    await window.opens()
    await window.is_refused("secret.give", GiveSecret("store", RIGHT, Secret(RIGHT)))
    await window.is_refused("secret.save", SaveSecret("store", PASSWORD, Secret(RIGHT)))
    nothing_tells(window, tmp_path)
    await window.ask("secret.forget", ForgetSecret("store"))
    await window.is_not_let_in()


COMMAND = """#!/bin/sh
# the password, spelled so that this file does not hold it
secret=$(echo {} | tr a-zA-Z n-za-mN-ZA-M)
touch '{folder}/begun'
while [ ! -e '{folder}/go' ]; do sleep 0.02; done
echo "$secret"
echo "answered $secret" >&2
exit $(cat '{folder}/go')
"""


async def test_a_password_that_a_command_prints(window: Window, tmp_path: Path) -> None:
    """Meanwhile another connection's secrets lie in memory; the command can see none of them."""
    script = tmp_path / "script"
    script.write_text(COMMAND.replace("{}", rot13(RIGHT)).replace("{folder}", str(tmp_path)))
    script.chmod(0o755)
    await window.ask("secret.give", GiveSecret("another", PASSWORD, Secret(WRONG)))
    await window.ask("secret.unlock", UnlockSecrets(OLD, create=True))
    await window.saves(window.connection(), SecretKind.COMMAND, str(script), expires_s=0)
    testing = asyncio.create_task(window.ask("connection.test", ConnectionTest("store")))
    await eventually_async((tmp_path / "begun").exists)
    assert len(list(processes_below(window.engine.process.pid))) > 1
    nothing_tells(window, tmp_path)
    (tmp_path / "go").write_text("1")
    tested = await testing
    assert "code 1: answered •••" in repr(tested.error)
    (tmp_path / "go").write_text("0")
    await window.opens()
    nothing_tells(window, tmp_path)


async def test_a_password_in_a_variable(
    secrets_everywhere: None, tmp_path: Path, postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who chose that has it in the environment of the engine; it is still in no file."""
    async with engine_process(tmp_path, environ={"LAPWING_TRACE_LINE": "1", "STORE_PASSWORD": RIGHT}) as process:
        window = Window(process, postgresql, [])
        await window.saves(window.connection(), SecretKind.ENV, "STORE_PASSWORD")
        await window.opens()
        assert files_with(CANARIES, tmp_path) == []
        assert "canary-" not in "".join(window.told) + process.complaints()


async def test_the_passphrase_of_a_client_key(window: Window, tmp_path: Path) -> None:
    identity = window.server.certificates.client("both", encrypted=True)
    connection = window.connection("both", sslcert=str(identity.certificate), sslkey=str(identity.key))
    await window.saves(connection, SecretKind.KEYRING)
    await window.ask("secret.save", SaveSecret("store", PASSWORD, Secret(password_of("both"))))
    await window.ask("secret.save", SaveSecret("store", TLS_KEY, Secret(WRONG)))
    await window.ask("connection.test", ConnectionTest("store"))
    await window.ask("secret.save", SaveSecret("store", TLS_KEY, Secret(KEY_PASSPHRASE)))
    await window.opens()
    assert files_with((*CANARIES, KEY_PASSPHRASE), tmp_path) == []
    nothing_tells(window, tmp_path)


async def test_an_engine_that_crashes_with_secrets_in_its_memory(window: Window, tmp_path: Path) -> None:
    await window.ask("secret.unlock", UnlockSecrets(OLD, create=True))
    await window.saves(window.connection(), SecretKind.ASK)
    await window.ask("secret.give", GiveSecret("store", PASSWORD, Secret(RIGHT)))
    await window.opens()
    os.kill(window.engine.process.pid, signal.SIGABRT)
    assert await window.engine.ends() != 0
    assert any(path.stat().st_size for path in paths.logs().glob("*.crash"))
    assert files_with(CANARIES, tmp_path) == []


def rot13(text: str) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    turned = letters[13:] + letters[:13]
    return text.translate(str.maketrans(letters + letters.upper(), turned + turned.upper()))


@pytest.mark.parametrize("spelled", ["as it is", "in base64", "in UTF-16", "in its name"])
def test_the_search_finds_what_it_looks_for(tmp_path: Path, spelled: str) -> None:
    data = {"as it is": RIGHT.encode(), "in base64": base64.b64encode(b"x" * len(spelled) + RIGHT.encode())}
    data["in UTF-16"] = RIGHT.encode("utf-16-le")
    (tmp_path / "below").mkdir()
    path = tmp_path / "below" / (RIGHT if spelled == "in its name" else "log")
    path.write_bytes(b"before " + data.get(spelled, b"") + b" after")
    assert files_with(CANARIES, tmp_path) == [str(path)]
