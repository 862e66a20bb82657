"""A PostgreSQL data folder with the accounts of the tests, made once a run and copied for every server."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from helpers import unprivileged
from helpers.certificates import Certificates
from helpers.servers.data_folder import DataFolder
from helpers.servers.guarded import Guarded
from helpers.servers.login import ODD_PASSWORD, Login, ServerMissing, password_of

SUPERUSER: Final = "postgres"
OWNER: Final = "lapwing"
"""Owns the databases that tests are given."""

_WITH_PASSWORD: Final = (SUPERUSER, OWNER, "md5", "cleartext", "tls", "plain", "both", "reader", "odd name")
_WITHOUT_PASSWORD: Final = ("certificate", "peer", "trusted")

ACCESS: Final = """\
# The first line that fits decides.
local   all          postgres                  trust
local   replication  postgres                  trust
local   all          peer                      peer  map=tests
local   all          trusted                   trust
local   all          all                       scram-sha-256
host    all          trusted     127.0.0.1/32  trust
hostssl all          certificate 127.0.0.1/32  cert
host    all          certificate 127.0.0.1/32  reject
hostssl all          both        127.0.0.1/32  scram-sha-256  clientcert=verify-full
host    all          both        127.0.0.1/32  reject
host    all          md5         127.0.0.1/32  md5
host    all          cleartext   127.0.0.1/32  password
hostssl all          tls         127.0.0.1/32  scram-sha-256
host    all          tls         127.0.0.1/32  reject
hostnossl all        plain       127.0.0.1/32  scram-sha-256
host    all          plain       127.0.0.1/32  reject
host    replication  postgres    127.0.0.1/32  scram-sha-256
host    all          all         127.0.0.1/32  scram-sha-256
"""

SETTINGS: Final = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "dynamic_shared_memory_type": "mmap",  # containers have little in /dev/shm
    "fsync": "off",  # synchronous_commit stays on: commits wait as they do elsewhere, only the disk does not
    "full_page_writes": "off",
    "wal_level": "logical",
    "max_prepared_transactions": "10",
    "max_wal_senders": "5",
    "max_replication_slots": "5",
    "max_wal_size": "128MB",
    "min_wal_size": "16MB",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "log_connections": "on",
    "log_disconnections": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "ssl": "on",
}


def logins(certificates: Certificates) -> dict[str, Login]:
    """Who can log in, by user name.

    `postgres`: superuser, by TCP with its password, by the socket with none. `lapwing`: owner of the tests' databases;
    scram. `odd name`: scram, with a password full of signs that URLs and connection strings have to quote. `md5`,
    `cleartext`: that method, with or without TLS. `tls`, `plain`: scram, and only with TLS or only without.
    `certificate`: by client certificate alone; `both`: by certificate and scram. `peer`: by the socket, as the user
    who runs the tests. `trusted`: no password asked. `reader`: scram, owns nothing.
    """
    identities = {user: certificates.client(user) for user in ("certificate", "both")}
    passwords = {user: password_of(user) for user in _WITH_PASSWORD} | {"odd name": ODD_PASSWORD}
    users = (*_WITH_PASSWORD, *_WITHOUT_PASSWORD)
    return {user: Login(user, passwords.get(user), identities.get(user)) for user in users}


@dataclass(frozen=True, slots=True)
class Installation:
    """Where PostgreSQL's programs are, and the variables that they need."""

    programs: Path
    environ: Mapping[str, str] = field(default_factory=dict)


def system_installation(_folder: Path | None = None) -> Installation:
    """The newest below /usr/lib/postgresql, else the one on PATH.

    Raises:
        ServerMissing: There is none.
    """
    debian = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    if debian:
        return Installation(max(debian, key=lambda path: float(path.parent.name)))
    found = shutil.which("postgres")
    if found is None:
        raise ServerMissing("PostgreSQL's server is not installed here (Debian: apt-get install postgresql).")
    return Installation(Path(found).resolve().parent)


class PostgresqlData(DataFolder):
    """As initdb makes it, with our access rules; it has only the superuser until a server adds the others."""

    installation: Installation

    def __init__(self, find: Callable[[Path], Installation] = system_installation) -> None:
        """Make it.

        Args:
            find: Finds the programs, or puts them into the folder it is given.
        """
        self._find = find
        super().__init__()

    def _make(self, guarded: Guarded) -> None:
        self.installation = self._find(self.programs)
        guarded.run(
            [
                self.installation.programs / "initdb",
                f"--pgdata={self.path}",
                f"--username={SUPERUSER}",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--wal-segsize=1",  # in MB: less to copy
                "--no-sync",
            ],
            self.installation.environ,
        )
        unprivileged.write(self.path / "pg_hba.conf", ACCESS.encode())
        unprivileged.write(self.path / "pg_ident.conf", f"tests {unprivileged.this_user()} peer\n".encode())
        with open(self.path / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())


def role_statements(accounts: Mapping[str, Login]) -> list[str]:
    """What makes the accounts, as the superuser."""
    made = ["SET password_encryption = 'scram-sha-256'"]
    for login in accounts.values():
        if login.user != SUPERUSER:
            made.append(f'CREATE ROLE "{login.user}" LOGIN')
        if login.password is not None:
            kind = "md5" if login.user == "md5" else "scram-sha-256"
            made += [f"SET password_encryption = '{kind}'", _password_statement(login.user, login.password)]
    return made


def _password_statement(user: str, password: str) -> str:
    quoted = password.replace("\\", "\\\\").replace("'", "\\'")
    return f"ALTER ROLE \"{user}\" PASSWORD E'{quoted}'"
