"""What MariaDB and MySQL have in common for tests: sessions of the superuser, databases, variables, certificates."""

import os
import signal
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import pymysql
from pymysql.connections import Connection

from helpers import unprivileged
from helpers.certificates import Certificates
from helpers.servers.data_folder import DataFolder
from helpers.servers.guarded import copy_of
from helpers.servers.login import Login
from helpers.servers.server import Server

SUPERUSER: Final = "superuser"
"""Not `root`, which is who runs the tests on some machines and logs in by the socket under that name."""
OWNER: Final = "lapwing"
"""May do everything in the databases that tests are given, and nothing else."""

_SIGNALS: Final = {False: signal.SIGTERM, True: signal.SIGKILL}
"""Neither has a shutdown that is quicker than the usual one."""


class MySQLFamily(Server):
    """A running MariaDB or MySQL.

    Attributes:
        version: In its own words, such as `10.11.18-MariaDB-0+deb12u1`.
    """

    _reload_certificates: str
    """The statement for it."""

    def __init__(
        self, template: DataFolder, certificates: Certificates, logins: Mapping[str, Login], accounts: Sequence[str]
    ) -> None:
        """Start it on a copy of the data and make the accounts.

        Args:
            accounts: The statements that make them.
        """
        super().__init__(certificates, logins)
        self._data = self.folder / "data"
        copy_of(template.path, self._data)
        unprivileged.write(self.folder / "authority.crt", self._trusted(certificates))
        self._show("good")
        self.start()
        with self.admin() as session, session.cursor() as cursor:
            for statement in accounts:
                cursor.execute(statement)
            cursor.execute("SELECT VERSION()")
            self.version = str(next(iter(cursor))[0])

    @property
    def socket(self) -> Path:
        return unprivileged.socket_path(self.folder, "server.sock")

    @property
    def owner(self) -> Login:
        """Who may do everything in the databases of `create_database`."""
        return self.logins[OWNER]

    @contextmanager
    def admin(self, database: str | None = None) -> Iterator[Connection]:
        """A session of the superuser by the socket, with autocommit. For looking and arranging."""
        session = pymysql.connect(
            user=SUPERUSER, database=database, charset="utf8mb4", autocommit=True, ssl_disabled=True, defer_connect=True
        )
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line, closing(session):
            line.connect(str(self.socket))  # PyMySQL 1.2 leaves the socket open when its own attempt fails
            session.connect(line)
            yield session

    def ask(
        self, question: str, arguments: Sequence[object] = (), database: str | None = None
    ) -> list[tuple[Any, ...]]:
        """The rows of a statement that the superuser runs; none when it has no result."""
        with self.admin(database) as session, session.cursor() as cursor:
            cursor.execute(question, arguments or None)
            return list(cursor.fetchall())

    def create_database(self, name: str = "", charset: str = "", collation: str = "") -> str:
        """A new database with the server's character set (utf8mb4) or another; its name, which begins with `test_`."""
        name = name or self._new_name()
        words = [f"CREATE DATABASE `{name.replace('`', '``')}`"]
        words += [f"CHARACTER SET {charset}"] if charset else []
        words += [f"COLLATE {collation}"] if collation else []
        self.ask(" ".join(words))
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, ending the sessions in it: they might hold its tables."""
        for (number,) in self.ask("SELECT id FROM information_schema.processlist WHERE db = %s", [name]):
            self.end_session(number)
        self.ask(f"DROP DATABASE IF EXISTS `{name.replace('`', '``')}`")

    def end_session(self, number: int) -> None:
        """KILL a session by its number; one that has ended is as good."""
        try:
            self.ask("KILL %s", [number])
        except pymysql.err.OperationalError as refused:
            if refused.args[0] != pymysql.constants.ER.NO_SUCH_THREAD:
                raise

    @contextmanager
    def presenting(self, kind: str) -> Iterator[None]:
        """Let new connections be shown another certificate: one of `certificates.servers`."""
        self._show(kind)
        try:
            self.ask(self._reload_certificates)
            yield
        finally:
            self._show("good")
            self.ask(self._reload_certificates)

    @contextmanager
    def settings(self, **values: str | int) -> Iterator[None]:
        """Change global variables, which sessions take over when they begin."""
        before = {name: self.ask(f"SELECT @@GLOBAL.{name}")[0][0] for name in values}
        try:
            for name, value in values.items():
                self.ask(f"SET GLOBAL {name} = %s", [value])
            yield
        finally:
            for name, value in before.items():
                self.ask(f"SET GLOBAL {name} = %s", [value])

    @contextmanager
    def general_log(self) -> Iterator[Path]:
        """Let it write down every statement it is sent, in the file that is given."""
        file = self.folder / "general.log"
        with self.settings(general_log_file=str(file), general_log="ON"):
            yield file

    def activity(self, user: str = OWNER) -> list[Mapping[str, Any]]:
        """What the user's sessions do: rows of information_schema.processlist."""
        names = ("id", "command", "state", "info", "db")
        rows = self.ask(
            f"SELECT {', '.join(names)} FROM information_schema.processlist WHERE user = %s ORDER BY id", [user]
        )
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _trusted(self, certificates: Certificates) -> bytes:
        """The authorities that it believes about clients."""
        return certificates.authority.read_bytes()

    def _listening(self) -> list[str]:
        """The options about folders, ports and certificates."""
        return [
            f"--datadir={self._data}",
            f"--port={self.port}",
            f"--socket={self.socket}",
            f"--pid-file={self.folder / 'server.pid'}",
            f"--tmpdir={self.folder}",
            f"--ssl-cert={self.folder / 'server.crt'}",
            f"--ssl-key={self.folder / 'server.key'}",
            f"--ssl-ca={self.folder / 'authority.crt'}",
        ]

    def _answers(self) -> bool:
        try:
            with self.admin():
                return True
        except OSError:
            return False  # not listening yet

    def _ask_to_stop(self, pid: int, immediately: bool) -> None:
        os.kill(pid, _SIGNALS[immediately])

    def _show(self, kind: str) -> None:
        shown = self.certificates.servers[kind]
        unprivileged.write(self.folder / "server.crt", shown.certificate)
        unprivileged.write(self.folder / "server.key", shown.key)


def quoted(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
