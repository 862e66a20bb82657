"""Somebody who reaches databases through SSH: a home folder with `.ssh`, and connections that go through servers."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker
from helpers.server_places import ServerPlace
from helpers.servers.sshd import SshServer
from lapwing.domain.connections import (
    Connection,
    ConnectionTest,
    ConnectionTested,
    OpenSession,
    SaveConnection,
    SessionFacts,
)
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.secrets import PASSWORD, GiveSecret, SecretKind, SecretPlace
from lapwing.domain.ssh import SshLogIn, SshTunnel

ID = "shop"


class SshPerson:
    """Whose home has a `.ssh` with nothing in it at first.

    Attributes:
        key: A private key that the tests' servers let in.
    """

    def __init__(self, home: Path, key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = home / ".ssh"
        self.folder.mkdir(mode=0o700)
        self.key = key
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)

    def knows(self, *servers: SshServer) -> None:
        """Exactly these servers stand in the file of known hosts."""
        self.write("known_hosts", "".join(server.known for server in servers))

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o600)
        return path

    def through(self, server: SshServer, **more: Any) -> SshTunnel:
        """A tunnel over a server, by the key unless another way is said."""
        given: dict[str, Any] = {"log_in": SshLogIn.KEY, "key_file": str(self.key), "reads_config": False}
        return SshTunnel(server.host, server.port, server.user, **(given | more))

    @contextmanager
    def agent(self, *keys: Path) -> Iterator[Path]:
        """An ssh-agent with these keys; its socket."""
        path = self.folder / "agent"
        agent = subprocess.Popen(
            ["ssh-agent", "-D", "-a", str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        try:
            while not path.exists():
                assert agent.poll() is None
            for key in keys:
                command = ["ssh-add", "-q", str(key)]
                subprocess.run(command, check=True, env={**os.environ, "SSH_AUTH_SOCK": str(path)}, timeout=30)
            yield path
        finally:
            agent.terminate()
            agent.wait(30)

    def uses_agent(self, path: Path) -> None:
        self._monkeypatch.setenv("SSH_AUTH_SOCK", str(path))


async def save(me: Asker, place: ServerPlace, tunnel: SshTunnel, **options: str | int) -> Connection:
    """A saved connection through a tunnel, whose password the engine was given."""
    url = place.url(**options)  # type: ignore[arg-type]
    connection = Connection(ID, "shop", url, secret=SecretPlace(SecretKind.ASK), ssh=tunnel)
    await me.ask("connection.save", SaveConnection(connection))
    await me.ask("secret.give", GiveSecret(ID, PASSWORD, place.password))
    return connection


async def session(me: Asker, **more: Any) -> SessionFacts:
    facts = await me.ask("session.open", OpenSession(ID, **more))
    assert isinstance(facts, SessionFacts)
    return facts


async def outcome_of(me: Asker, place: ServerPlace, tunnel: SshTunnel, **more: Any) -> ConnectionTested:
    """How a test of a connection went that is not saved."""
    request = ConnectionTest(url=place.url(**more.pop("options", {})), password=place.password, ssh=tunnel, **more)
    found = await me.ask("connection.test", request)
    assert isinstance(found, ConnectionTested)
    return found


def error_of(found: ConnectionTested) -> LapwingError:
    assert found.error is not None
    return from_wire(found.error)
