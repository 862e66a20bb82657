"""MySQL, real, of the version that Debian's unstable suite has: TCP on 127.0.0.1 and a Unix socket, with TLS.

Tests ask for the fixture `mysql` (shared) or `own_mysql`; see the package. It is used like `mariadb`, except that it
refuses to present a certificate that is expired or not yet valid.
"""

from pathlib import Path

from helpers.certificates import Certificates
from helpers.servers.mysql_family import MySQLFamily
from helpers.servers.mysql_setup import SETTINGS, MysqlData, account_statements, logins


class MySQL(MySQLFamily):
    """A running MySQL."""

    _reload_certificates = "ALTER INSTANCE RELOAD TLS"

    def __init__(self, template: MysqlData, certificates: Certificates) -> None:
        self._program = template.command
        accounts = logins(certificates)
        super().__init__(template, certificates, accounts, account_statements(accounts))

    def _trusted(self, certificates: Certificates) -> bytes:
        # It looks at its own certificate too, and would not show that of an authority which it does not believe.
        return certificates.authority.read_bytes() + certificates.other_authority.read_bytes()

    def _command(self) -> list[str | Path]:
        return [*self._program, *self._listening(), *SETTINGS]
