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
from lapwing.cli.exit_codes import ExitCode

SSH_PHASES = ["ssh_resolve", "ssh_connect", "ssh_host_key", "ssh_log_in", "ssh_forward"]


@pytest.fixture
def person(home: Path, ssh_key: Path, monkeypatch: pytest.MonkeyPatch) -> SshPerson:
    return SshPerson(home, ssh_key, monkeypatch)


def test_a_saved_tunnel_refuses_an_unknown_key_until_its_fingerprint_is_accepted_and_keeps_no_secret_in_clear(
    home: Path, person: SshPerson, sshd: SshServer, postgresql: PostgreSQL, postgresql_database: str, tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.write_bytes(person.key.read_bytes())
    locked.chmod(0o600)
    subprocess.run(["ssh-keygen", "-q", "-p", "-N", PASSPHRASE, "-f", str(locked)], check=True, capture_output=True)
    owner = postgresql.owner
    secrets = {"DB": owner.password or "", "SSH": PASSPHRASE, "FILE": f"{CANARY}file-of-passwords"}
    url = f"postgresql://{owner.user}@{postgresql.host}:{postgresql.port}/{postgresql_database}"
    through = ["--ssh-host", sshd.host, "--ssh-port", str(sshd.port), "--ssh-user", sshd.user, "--ssh-key", str(locked)]
    kept = ["--secret", "file", "--password-env", "DB", "--ssh-secret-env", "SSH", "--passphrase-env", "FILE"]
    added = lapwing("connection", "add", "shop", "--url", url, *through, *kept, variables=secrets)
    assert added.returncode == 0, said(added)
    assert f"through SSH {sshd.user}@{sshd.host}" in said(added)
    right = fingerprint(sshd.host_key)
    test = ["connection", "test", "shop", "--json", "--passphrase-env", "FILE"]
    refused = lapwing(*test, "--accept-host-key", "SHA256:another", variables=secrets)
    assert refused.returncode == ExitCode.TLS
    told = json.loads(refused.stdout)
    assert (told["failed"], told["error"]["code"]) == ("ssh_host_key", "ssh.host_key_unknown")
    assert f"--accept-host-key {right}" in told["error"]["hint"]
    reached = lapwing(*test, "--accept-host-key", right, variables=secrets)
    assert reached.returncode == 0, said(reached)
    assert [each["phase"] for each in json.loads(reached.stdout)["phases"]][1:6] == SSH_PHASES
    query = ["query", "--connection", "shop", "--passphrase-env", "FILE", "--format", "csv", "SELECT 42 AS a"]
    assert lapwing(*query, variables=secrets).stdout == b"a\r\n42\r\n"
    assert files_with(secrets.values(), home) == []
    written = added.stdout + added.stderr + reached.stdout + reached.stderr
    assert not any(secret.encode() in written for secret in secrets.values())


def test_a_person_at_a_terminal_is_asked_whether_a_host_key_is_right(
    person: SshPerson, sshd: SshServer, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    owner = postgresql.owner
    url = f"postgresql://{owner.user}@{postgresql.host}:{postgresql.port}/{postgresql_database}"
    through = ["--ssh-host", sshd.host, "--ssh-port", str(sshd.port), "--ssh-user", sshd.user]
    test = command("connection", "test", "--url", url, "--password-env", "DB", *through, "--ssh-key", str(person.key))
    for answer, code in (("no", ExitCode.TLS), ("once", ExitCode.OK)):
        with terminal(test, environ(DB=owner.password or "")) as session:
            session.read_until("Is this the right fingerprint?")
            assert fingerprint(sshd.host_key) in session.shown
            session.type(answer)
            assert session.end()[0] == code
