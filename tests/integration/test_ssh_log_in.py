"""Logging in at SSH servers: whose host keys are believed, by what one logs in, over which jump hosts. A real sshd."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import asyncssh
import pytest

from helpers.engines import Asker, asker
from helpers.server_places import ServerPlace
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.sshd import PASSPHRASE, SshServer, fingerprint, make_key
from helpers.ssh_people import ID, SshPerson, error_of, outcome_of, save, session
from lapwing import paths
from lapwing.domain.connections import ConnectionTested, Phase
from lapwing.domain.errors import LapwingError, RequestInvalid
from lapwing.domain.secrets import SSH_KEY, SSH_PASSWORD, GiveSecret, Secret
from lapwing.domain.ssh import AcceptHostKey, KeyTrust, SshLogIn, SshTunnel
from lapwing.domain.ssh_errors import (
    HostKeyChanged,
    HostKeyRevoked,
    HostKeyUnknown,
    SshConfigUnusable,
    SshKeyUnusable,
    SshLoginRefused,
    SshPassphraseNeeded,
    SshPasswordNeeded,
)

OwnSshd = Callable[..., SshServer]


@pytest.fixture
def place(postgresql: PostgreSQL, postgresql_database: str) -> ServerPlace:
    return ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)


@pytest.fixture
def person(home: Path, ssh_key: Path, monkeypatch: pytest.MonkeyPatch) -> SshPerson:
    return SshPerson(home, ssh_key, monkeypatch)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


def refused(found: ConnectionTested, kind: type[LapwingError]) -> LapwingError:
    error = error_of(found)
    assert isinstance(error, kind), error
    return error


async def accept(me: Asker, error: LapwingError, trust: KeyTrust) -> None:
    facts = error.facts
    request = AcceptHostKey(str(facts["ssh_host"]), int(facts["ssh_port"] or 0), str(facts["public_key"]), trust)
    await me.ask("ssh.accept_host_key", request)


# host keys


async def test_an_unknown_host_key_is_told_and_believed_once_or_for_good(
    me: Asker, place: ServerPlace, person: SshPerson, sshd: SshServer
) -> None:
    tunnel = person.through(sshd)
    found = await outcome_of(me, place, tunnel)
    assert found.failed is Phase.SSH_HOST_KEY
    error = refused(found, HostKeyUnknown)
    assert error.facts["fingerprint"] == fingerprint(sshd.host_key)
    assert fingerprint(sshd.host_key) in error.next_step()
    await accept(me, error, KeyTrust.ONCE)
    assert (await outcome_of(me, place, tunnel)).error is None
    async with asker() as later:
        error = refused(await outcome_of(later, place, tunnel), HostKeyUnknown)
        for _ in range(2):  # of two who were asked at once, both may say yes
            await accept(later, error, KeyTrust.REMEMBERED)
        assert (await outcome_of(later, place, tunnel)).error is None
    async with asker() as again:
        assert (await outcome_of(again, place, tunnel)).error is None
    assert (paths.config() / "ssh_known_hosts").read_text() == sshd.known
    assert not (person.folder / "known_hosts").exists()


async def test_a_changed_host_key_is_refused_with_both_fingerprints_and_where_the_old_one_stands(
    me: Asker, place: ServerPlace, person: SshPerson, own_sshd: OwnSshd
) -> None:
    server = own_sshd()
    path = person.write("known_hosts", f"# mine\n\n{server.known}")
    before = fingerprint(server.host_key)
    server.change_host_key(kind="ecdsa")
    server.restart()
    said = len(server.log())
    error = refused(await outcome_of(me, place, person.through(server)), HostKeyChanged)
    assert (error.facts["path"], error.facts["line"]) == (str(path), 3)
    assert before in str(error)
    assert fingerprint(server.host_key) in str(error)
    assert "line 3" in error.next_step()
    assert "publickey" not in server.log()[said:]
    for trust in KeyTrust:
        request = AcceptHostKey(server.host, server.port, server.public_key, trust)
        with pytest.raises(RequestInvalid, match="removed from its file"):
            await me.ask("ssh.accept_host_key", request)


async def test_hashed_names_authorities_and_revoked_keys_mean_what_they_mean_to_ssh(
    me: Asker, place: ServerPlace, person: SshPerson, own_sshd: OwnSshd, tmp_path: Path
) -> None:
    server = own_sshd()
    tunnel = person.through(server)
    path = person.write("known_hosts", server.known)
    subprocess.run(["ssh-keygen", "-H", "-f", str(path)], check=True, capture_output=True, timeout=60)
    assert "127.0.0.1" not in path.read_text()
    assert (await outcome_of(me, place, tunnel)).error is None
    person.write("known_hosts", f"{server.known}@revoked * {server.public_key}\n")
    error = refused(await outcome_of(me, place, tunnel), HostKeyRevoked)
    assert error.facts["line"] == 2
    authority = make_key(tmp_path / "ca")
    public = server.host_key.with_suffix(".pub")
    sign = ["ssh-keygen", "-q", "-s", str(authority), "-h", "-I", "test", "-n", server.host, str(public)]
    subprocess.run(sign, check=True, capture_output=True, timeout=60)
    certificate = server.folder / "host_key-cert.pub"
    certificate.chmod(0o644)
    server.settings["HostCertificate"] = str(certificate)
    server.restart()
    trusted = f"@cert-authority [127.0.0.1]:* {authority.with_suffix('.pub').read_text()}"
    assert (await outcome_of(me, place, replace(tunnel, known_hosts=str(person.write("ca", trusted))))).error is None


# ways to log in


async def test_a_passphrase_is_asked_for_and_a_wrong_one_is_not_used_again(
    me: Asker, place: ServerPlace, person: SshPerson, sshd: SshServer, tmp_path: Path
) -> None:
    person.knows(sshd)
    locked = tmp_path / "locked"
    locked.write_bytes(person.key.read_bytes())
    locked.chmod(0o600)
    lock = ["ssh-keygen", "-q", "-p", "-N", PASSPHRASE, "-f", str(locked)]
    subprocess.run(lock, check=True, capture_output=True, timeout=60)
    await save(me, place, person.through(sshd, key_file=str(locked)))
    with pytest.raises(SshPassphraseNeeded) as asked:
        await session(me)
    assert asked.value.facts["purpose"] == SSH_KEY
    await me.ask("secret.give", GiveSecret(ID, SSH_KEY, Secret("canary-wrong")))
    with pytest.raises(SshKeyUnusable) as wrong:
        await session(me)
    assert "canary" not in f"{wrong.value} {wrong.value.facts}"
    with pytest.raises(SshPassphraseNeeded):
        await session(me)
    await me.ask("secret.give", GiveSecret(ID, SSH_KEY, Secret(PASSPHRASE)))
    assert (await session(me)).surroundings.server_pid


async def test_a_key_that_the_server_does_not_know_and_one_that_is_none_are_told(
    me: Asker, place: ServerPlace, person: SshPerson, sshd: SshServer, tmp_path: Path
) -> None:
    person.knows(sshd)
    other = await outcome_of(me, place, person.through(sshd, key_file=str(make_key(tmp_path / "other"))))
    assert other.failed is Phase.SSH_LOG_IN
    assert refused(other, SshLoginRefused).facts["user"] == sshd.user
    public = str(person.key.with_suffix(".pub"))
    refused(await outcome_of(me, place, person.through(sshd, key_file=public)), SshKeyUnusable)
    missing = await outcome_of(me, place, person.through(sshd, key_file=str(tmp_path / "missing")))
    assert "missing" in str(refused(missing, SshConfigUnusable))


async def test_the_agent_logs_in_and_an_agent_that_is_named_in_the_config_does(
    me: Asker, place: ServerPlace, person: SshPerson, sshd: SshServer
) -> None:
    person.knows(sshd)
    by_agent = person.through(sshd, log_in=SshLogIn.AGENT, key_file="")
    refused(await outcome_of(me, place, by_agent), SshLoginRefused)
    with person.agent(person.key) as path:
        person.uses_agent(path)
        assert (await outcome_of(me, place, by_agent)).error is None
        person.uses_agent(Path("/nonexistent"))
        person.write("config", f"Host *\n IdentityAgent {path}\n")
        assert (await outcome_of(me, place, replace(by_agent, reads_config=True))).error is None


@pytest.mark.parametrize("way", ["password", "keyboard-interactive"])
async def test_a_password_is_asked_for_and_a_wrong_one_is_not_used_again(
    me: Asker, place: ServerPlace, person: SshPerson, way: str
) -> None:
    async with password_server(way) as (port, key):
        person.write("known_hosts", f"[127.0.0.1]:{port} {key}\n")
        tunnel = SshTunnel("127.0.0.1", port, "me", SshLogIn.PASSWORD, reads_config=False)
        await save(me, place, tunnel)
        with pytest.raises(SshPasswordNeeded) as asked:
            await session(me)
        assert (asked.value.facts["purpose"], asked.value.facts["user"]) == (SSH_PASSWORD, "me")
        await me.ask("secret.give", GiveSecret(ID, SSH_PASSWORD, Secret("canary-wrong")))
        with pytest.raises(SshLoginRefused):
            await session(me)
        with pytest.raises(SshPasswordNeeded):
            await session(me)
        await me.ask("secret.give", GiveSecret(ID, SSH_PASSWORD, Secret("canary-right")))
        assert (await session(me)).surroundings.server_pid


# the config and jump hosts


async def test_aliases_keys_users_and_jump_hosts_of_the_config_lead_on(
    me: Asker, place: ServerPlace, person: SshPerson, sshd: SshServer, own_sshd: OwnSshd
) -> None:
    inner = own_sshd()
    known = person.write("my_hosts", sshd.known + inner.known)
    person.write(
        "config",
        f"Host *\n IdentityFile {person.key}\n UserKnownHostsFile {known}\n User {sshd.user}\n"
        f"Host outside\n HostName {sshd.host}\n Port {sshd.port}\n"
        f"Host inside\n HostName {inner.host}\n Port {inner.port}\n ProxyJump outside\n",
    )
    found = await outcome_of(me, place, SshTunnel("inside"))
    assert found.error is None
    assert [each.phase for each in found.phases].count(Phase.SSH_LOG_IN) == 2
    assert "Accepted publickey" in inner.log()
    explicit = person.through(inner, jumps=f"{sshd.user}@{sshd.host}:{sshd.port}", known_hosts=str(known))
    assert (await outcome_of(me, place, explicit)).error is None


async def test_a_proxy_command_of_the_config_connects_and_a_config_that_others_may_write_is_not_read(
    me: Asker, place: ServerPlace, person: SshPerson, sshd: SshServer
) -> None:
    person.knows(sshd)
    program = "import os,socket,sys,threading\n"
    person.write(
        "connect.py",
        f"{program}s = socket.create_connection((sys.argv[1], int(sys.argv[2])))\n"
        "def up():\n    while data := os.read(0, 65536):\n        s.sendall(data)\n    os._exit(0)\n"
        "threading.Thread(target=up, daemon=True).start()\n"
        "while data := s.recv(65536):\n    os.write(1, data)\n",
    )
    config = person.write(
        "config",
        f"Host 127.0.0.1\n User {sshd.user}\n IdentityFile {person.key}\n"
        f" ProxyCommand {sys.executable} {person.folder / 'connect.py'} %h %p\n",
    )
    tunnel = SshTunnel(sshd.host, sshd.port)
    found = await outcome_of(me, place, tunnel)
    assert found.error is None
    assert any("ProxyCommand" in each.detail for each in found.phases)
    config.chmod(0o666)
    assert "others may write" in str(refused(await outcome_of(me, place, tunnel), SshConfigUnusable))


async def test_jump_hosts_that_lead_in_circles_are_refused(me: Asker, place: ServerPlace, person: SshPerson) -> None:
    person.write("config", "Host one\n ProxyJump two\nHost two\n ProxyJump one\n")
    assert "circles" in str(refused(await outcome_of(me, place, SshTunnel("one")), SshConfigUnusable))


class _AsksForPassword(asyncssh.SSHServer):
    """Lets `me` in by a password, in one of two ways; an sshd of an unprivileged account cannot look at passwords."""

    def __init__(self, way: str) -> None:
        self._way = way

    def begin_auth(self, username: str) -> bool:
        return True

    def password_auth_supported(self) -> bool:
        return self._way == "password"

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == ("me", "canary-right")

    def kbdint_auth_supported(self) -> bool:
        return self._way == "keyboard-interactive"

    def get_kbdint_challenge(
        self, username: str, lang: str, submethods: str
    ) -> tuple[str, str, str, list[tuple[str, bool]]]:
        return ("", "", "", [("Password: ", False)])

    def validate_kbdint_response(self, username: str, responses: Sequence[str]) -> bool:
        return (username, list(responses)) == ("me", ["canary-right"])

    def connection_requested(self, dest_host: str, dest_port: int, orig_host: str, orig_port: int) -> bool:
        return True


@asynccontextmanager
async def password_server(way: str) -> AsyncIterator[tuple[int, str]]:
    """Within the block an SSH server that asks for passwords listens; its port, and its host key in OpenSSH's form."""
    key = await asyncio.to_thread(asyncssh.generate_private_key, "ssh-ed25519")
    server = await asyncssh.create_server(lambda: _AsksForPassword(way), "127.0.0.1", 0, server_host_keys=[key])
    try:
        yield server.get_port(), key.export_public_key().decode().strip()
    finally:
        server.close()
        await server.wait_closed()
