"""SSH tunnels on the command line: what is asked at a terminal, what is refused without one, what is kept and where."""

import json
import subprocess
from pathlib import Path

import pytest

from helpers.canaries import files_with
from helpers.command_line import command, environ, lapwing, said
from helpers.servers.login import CANARY
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.sshd import PASSPHRASE, SshServer, fingerprint
from helpers.ssh_people import SshPerson
from helpers.terminals import terminal
from lapwing import paths
from lapwing.cli.exit_codes import ExitCode

SSH_PHASES = ["ssh_resolve", "ssh_connect", "ssh_host_key", "ssh_log_in", "ssh_forward"]


@pytest.fixture
def person(home: Path, ssh_key: Path, monkeypatch: pytest.MonkeyPatch) -> SshPerson:
    return SshPerson(home, ssh_key, monkeypatch)


def test_a_saved_tunnel_is_tested_by_the_fingerprint_that_is_accepted_and_keeps_no_secret_in_clear(
    home: Path, person: SshPerson, sshd: SshServer, postgresql: PostgreSQL, postgresql_database: str, tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.write_bytes(person.key.read_bytes())
    locked.chmod(0o600)
    subprocess.run(["ssh-keygen", "-q", "-p", "-N", PASSPHRASE, "-f", str(locked)], check=True, capture_output=True)
    owner = postgresql.owner
    secrets = {"DB": owner.password or "", "SSH": PASSPHRASE, "FILE": f"{CANARY}file-of-passwords"}
    kept = ["--secret", "file", "--password-env", "DB", "--ssh-secret-env", "SSH", "--passphrase-env", "FILE"]
    place = ["--url", url(postgresql, postgresql_database), *through(sshd, locked)]
    added = lapwing("connection", "add", "shop", *place, *kept, variables=secrets)
    assert added.returncode == 0, said(added)
    assert f"through SSH {sshd.user}@{sshd.host}" in said(added)
    accepting = ["--passphrase-env", "FILE", "--accept-host-key", fingerprint(sshd.host_key)]
    reached = lapwing("connection", "test", "shop", "--json", *accepting, variables=secrets)
    assert reached.returncode == 0, said(reached)
    assert [each["phase"] for each in json.loads(reached.stdout)["phases"]][1:6] == SSH_PHASES
    assert (paths.config() / "ssh_known_hosts").read_text() == sshd.known
    assert files_with(secrets.values(), home) == []
    written = added.stdout + added.stderr + reached.stdout + reached.stderr
    assert not any(secret.encode() in written for secret in secrets.values())


def test_an_unknown_host_key_is_refused_without_a_terminal_and_asked_about_at_one(
    person: SshPerson, sshd: SshServer, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    variables = {"DB": postgresql.owner.password or ""}
    place = ["--url", url(postgresql, postgresql_database), *through(sshd, person.key)]
    test = ["connection", "test", *place, "--password-env", "DB"]
    refused = lapwing(*test, "--json", "--accept-host-key", "SHA256:another", variables=variables)
    assert refused.returncode == ExitCode.TLS
    told = json.loads(refused.stdout)
    assert (told["failed"], told["error"]["code"]) == ("ssh_host_key", "ssh.host_key_unknown")
    assert f"--accept-host-key {fingerprint(sshd.host_key)}" in told["error"]["hint"]
    with terminal(command(*test), environ(**variables)) as session:
        session.read_until("Is this the right fingerprint?")
        assert fingerprint(sshd.host_key) in session.shown
        session.type("once")
        assert session.end()[0] == ExitCode.OK


def url(server: PostgreSQL, database: str) -> str:
    return f"postgresql://{server.owner.user}@{server.host}:{server.port}/{database}"


def through(server: SshServer, key: Path) -> list[str]:
    place = ["--ssh-host", server.host, "--ssh-port", str(server.port), "--ssh-user", server.user]
    return [*place, "--ssh-key", str(key)]
