"""A MariaDB data folder as mariadb-install-db makes it, made once a run and copied for every server; its accounts."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from helpers import unprivileged
from helpers.certificates import Certificates
from helpers.servers.data_folder import DataFolder
from helpers.servers.guarded import Guarded
from helpers.servers.login import ODD_PASSWORD, Login, ServerMissing, password_of
from helpers.servers.mysql_family import OWNER, SUPERUSER, quoted

_WITH_PASSWORD: Final = (OWNER, "admin", "ed25519", "tls", "certificate", "subject", "reader", "odd name")

_SMALL: Final = (
    "--innodb-log-file-size=8M",
    "--innodb-buffer-pool-size=32M",
    "--innodb-data-file-path=ibdata1:12M:autoextend",
)
SETTINGS: Final = (
    *_SMALL,
    "--bind-address=127.0.0.1",
    "--skip-name-resolve",
    "--innodb-flush-log-at-trx-commit=0",
    "--skip-innodb-doublewrite",
    "--local-infile=ON",  # the server is willing: that ours refuses is ours to show
    "--max-allowed-packet=256M",  # so that one value can be longer than one packet of the protocol
    "--max-connections=100",
    "--log-warnings=2",
    "--log-bin-trust-function-creators=ON",
)

_ONE_SUPERUSER: Final = f"""\
DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';
UPDATE mysql.global_priv SET User = '{SUPERUSER}' WHERE User = 'root';
"""


def logins(certificates: Certificates) -> dict[str, Login]:
    """Who can log in, by user name.

    `superuser`: by the socket alone and with no password. `admin`: superuser, with a password. `lapwing`: owner
    of the tests' databases; mysql_native_password. `odd name`: that too, with a password full of signs that URLs have
    to quote. `ed25519`: that plugin. `tls`: only with TLS. `certificate`: any certificate of our authority, and a
    password; `subject`: a certificate for that name, and a password. `socket`: by the socket, as the user who runs the
    tests, whose name it has. `empty`: an empty password. `reader`: may only SELECT.
    """
    identities = {user: certificates.client(user) for user in ("certificate", "subject")}
    passwords = {user: password_of(user) for user in _WITH_PASSWORD} | {"odd name": ODD_PASSWORD, "empty": ""}
    users = (*_WITH_PASSWORD, SUPERUSER, "empty")
    found = {user: Login(user, passwords.get(user), identities.get(user)) for user in users}
    return {**found, "socket": Login(unprivileged.this_user())}


def account_statements(accounts: Mapping[str, Login]) -> list[str]:
    """What makes the accounts, as the superuser."""
    how = {user: _native(accounts[user]) for user in accounts if accounts[user].password is not None}
    how["ed25519"] = f"VIA ed25519 USING PASSWORD({quoted(accounts['ed25519'].password or '')})"
    how[accounts["socket"].user] = "VIA unix_socket"
    only = {"tls": "REQUIRE SSL", "certificate": "REQUIRE X509", "subject": "REQUIRE SUBJECT '/CN=subject'"}
    made = ["INSTALL SONAME 'auth_ed25519'"]
    for user, identified in how.items():
        made.append(f"CREATE USER '{user}'@'%' IDENTIFIED {identified} {only.get(user, '')}")
        rights = {"admin": "ALL ON *.*", "reader": r"SELECT ON `test\_%`.*"}.get(user, r"ALL ON `test\_%`.*")
        made.append(f"GRANT {rights} TO '{user}'@'%'{' WITH GRANT OPTION' if user == 'admin' else ''}")
    return made


@dataclass(frozen=True, slots=True)
class Installation:
    """Where MariaDB's programs are."""

    server: Path
    install_db: Path


def system_installation() -> Installation:
    """The one of this system.

    Raises:
        ServerMissing: There is none.
    """
    path = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"
    found = [shutil.which(name) or shutil.which(name, path=path) for name in ("mariadbd", "mariadb-install-db")]
    server, install_db = found
    if server is None or install_db is None:
        raise ServerMissing("MariaDB's server is not installed here (Debian: apt-get install mariadb-server).")
    return Installation(Path(server), Path(install_db))


class MariadbData(DataFolder):
    """With the system tables and `root` alone."""

    installation: Installation

    def _make(self, guarded: Guarded) -> None:
        self.installation = system_installation()
        rename = guarded.folder / "rename.sql"
        unprivileged.write(rename, _ONE_SUPERUSER.encode())
        guarded.run(
            [
                self.installation.install_db,
                "--no-defaults",
                f"--datadir={self.path}",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve",
                f"--extra-file={rename}",
                *_SMALL,
            ]
        )


def _native(login: Login) -> str:
    return f"VIA mysql_native_password USING PASSWORD({quoted(login.password or '')})"
