"""MariaDB, real: its own data folder, TCP on 127.0.0.1 and a Unix socket, with TLS.

Tests ask for the fixture `mariadb` (shared) or `own_mariadb` (to be stopped, killed, frozen); see the package. Connect
with `server.host` and `server.port` or with `server.socket`, a `Login` of `server.logins` and a database of
`server.create_database()`; `server.certificates.authority` is the file to trust.
"""

from pathlib import Path

from helpers.certificates import Certificates
from helpers.servers.mariadb_setup import SETTINGS, Installation, MariadbData, account_statements, logins
from helpers.servers.mysql_family import MySQLFamily


class MariaDB(MySQLFamily):
    """A running MariaDB.

    Attributes:
        installation: Where its programs are.
    """

    _reload_certificates = "FLUSH SSL"

    def __init__(self, template: MariadbData, certificates: Certificates) -> None:
        self.installation: Installation = template.installation
        accounts = logins(certificates)
        super().__init__(template, certificates, accounts, account_statements(accounts))

    def _command(self) -> list[str | Path]:
        return [self.installation.server, "--no-defaults", *self._listening(), *SETTINGS]


class CountingMariaDB(MariaDB):
    """One whose performance schema is on."""

    def _command(self) -> list[str | Path]:
        return [*super()._command(), "--performance-schema=ON"]
