"""PostgreSQL, real: its own data folder, TCP on 127.0.0.1 and a Unix socket, with TLS.

Tests ask for the fixture `postgresql` (shared) or `own_postgresql` (to be stopped, killed, frozen); see the package.
Connect with `server.host`, `server.port` or `server.socket_folder`, a `Login` of `server.logins` and a database of
`server.create_database()`; `server.certificates.authority` is the file to trust.
"""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import sql

from helpers import unprivileged
from helpers.certificates import Certificates
from helpers.servers.guarded import copy_of
from helpers.servers.login import Login
from helpers.servers.postgresql_setup import (
    ACCESS,
    OWNER,
    SUPERUSER,
    Installation,
    PostgresqlData,
    logins,
    role_statements,
)
from helpers.servers.server import Server
from helpers.waiting import eventually

_SIGNALS: Final = {False: signal.SIGINT, True: signal.SIGQUIT}
"""The fast and the immediate shutdown: https://www.postgresql.org/docs/15/server-shutdown.html"""


class PostgreSQL(Server):
    """A running PostgreSQL, of any version.

    Attributes:
        installation: Where its programs are, `psql` not always among them.
        version: Such as `15.18`.
        version_number: As libpq tells it: 150018.
        socket_folder: What a client takes as host to connect by the Unix socket.
    """

    def __init__(self, template: PostgresqlData, certificates: Certificates) -> None:
        super().__init__(certificates, logins(certificates))
        self.installation: Installation = template.installation
        self.environ = self.installation.environ
        self.socket_folder = self.folder
        self._data = self.folder / "data"
        copy_of(template.path, self._data)
        unprivileged.write(self.folder / "authority.crt", certificates.authority.read_bytes())
        self._show("good")
        self.start()
        with self.admin() as session:
            for statement in role_statements(self.logins):
                session.execute(statement.encode())
            self.version_number = session.info.server_version
        self.version = f"{self.version_number // 10_000}.{self.version_number % 10_000}"

    @property
    def socket(self) -> Path:
        return unprivileged.socket_path(self.socket_folder, f".s.PGSQL.{self.port}")

    @property
    def owner(self) -> Login:
        """Who owns the databases of `create_database`."""
        return self.logins[OWNER]

    @contextmanager
    def admin(self, database: str = "postgres") -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        """A session of the superuser by the socket, each statement its own transaction. For looking and arranging."""
        with psycopg.connect(
            host=str(self.socket_folder),
            port=self.port,
            user=SUPERUSER,
            dbname=database,
            options="",
            client_encoding="UTF8",
            connect_timeout=10,
            autocommit=True,
        ) as session:
            yield session

    def ask(self, question: str, arguments: Sequence[object] = (), database: str = "postgres") -> list[tuple[Any, ...]]:
        """The rows of a statement that the superuser runs; none when it has no result."""
        with self.admin(database) as session:
            asked = session.execute(question.encode(), arguments or None)
            return asked.fetchall() if asked.description else []

    def create_database(self, name: str = "", encoding: str = "UTF8", template: str = "", owner: str = OWNER) -> str:
        """A new database; its name.

        Args:
            encoding: Others than UTF8 come with the locale C, which suits them all (`LATIN1`, `SQL_ASCII`).
            template: The database to copy; nobody may be connected to it.
        """
        name = name or self._new_name()
        words = [sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(owner))]
        if encoding != "UTF8":
            words.append(sql.SQL("ENCODING {} LOCALE 'C'").format(sql.Literal(encoding)))
        if template or encoding != "UTF8":
            words.append(sql.SQL("TEMPLATE {}").format(sql.Identifier(template or "template0")))
        with self.admin() as session:
            session.execute(sql.SQL(" ").join(words))
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, ending the sessions in it."""
        with self.admin() as session:
            session.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextmanager
    def presenting(self, kind: str) -> Iterator[None]:
        """Let new connections be shown another certificate: one of `certificates.servers`."""
        self._show(kind)
        self.reload()
        try:
            yield
        finally:
            self._show("good")
            self.reload()

    @contextmanager
    def access(self, rules: str) -> Iterator[None]:
        """Put lines before those of pg_hba.conf, for new connections."""
        file = self._data / "pg_hba.conf"
        file.write_text(f"{rules}\n{ACCESS}", "utf-8")
        self.reload()
        try:
            yield
        finally:
            file.write_text(ACCESS, "utf-8")
            self.reload()

    @contextmanager
    def settings(self, **values: str) -> Iterator[None]:
        """Change settings for all sessions; those that need a restart need `restart()` too."""
        with self.admin() as session:
            for name, value in values.items():
                session.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(value)))
        self.reload()
        try:
            yield
        finally:
            with self.admin() as session:
                for name in values:
                    session.execute(sql.SQL("ALTER SYSTEM RESET {}").format(sql.Identifier(name)))
            self.reload()

    def reload(self) -> None:
        """Read settings, access rules and certificates anew; returns when new connections see them."""
        before = self.ask("SELECT pg_conf_load_time()")
        self.ask("SELECT pg_reload_conf()")
        eventually(lambda: self.ask("SELECT pg_conf_load_time()") != before)

    def activity(self, user: str = OWNER) -> list[Mapping[str, Any]]:
        """What the user's sessions do: the rows of pg_stat_activity that matter to tests."""
        names = ("pid", "state", "query", "wait_event_type", "datname", "application_name")
        rows = self.ask(f"SELECT {', '.join(names)} FROM pg_stat_activity WHERE usename = %s ORDER BY pid", [user])
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _command(self) -> list[str | Path]:
        own = {
            "port": str(self.port),
            "unix_socket_directories": str(self.socket_folder),
            "ssl_cert_file": str(self.folder / "server.crt"),
            "ssl_key_file": str(self.folder / "server.key"),
            "ssl_ca_file": str(self.folder / "authority.crt"),
        }
        arguments = [word for name, value in own.items() for word in ("-c", f"{name}={value}")]
        return [self.installation.programs / "postgres", "-D", self._data, *arguments]

    def _answers(self) -> bool:
        try:
            with self.admin():
                return True
        except psycopg.OperationalError:
            return False  # not listening yet, or "the database system is starting up"

    def _ask_to_stop(self, pid: int, immediately: bool) -> None:
        os.kill(pid, _SIGNALS[immediately])

    def _show(self, kind: str) -> None:
        shown = self.certificates.servers[kind]
        unprivileged.write(self.folder / "server.crt", shown.certificate)
        unprivileged.write(self.folder / "server.key", shown.key)
