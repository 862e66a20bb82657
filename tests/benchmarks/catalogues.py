"""Databases of very many tables, and what their own clients take to list them."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.clients import Client
from helpers.certificates import Certificates
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.templates import Templates

TABLES = 20_000
_COLUMNS = "(id int PRIMARY KEY, name text NOT NULL, noted_on date)"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One database with `TABLES` tables."""

    name: str
    url: str
    password: str
    client: Client


@contextmanager
def catalogues(folder: Path) -> Iterator[list[Catalogue]]:
    """SQLite and PostgreSQL, whose server runs as long as the block."""
    with ExitStack() as ends:
        yield [_sqlite(folder / "many.sqlite"), _postgresql(folder, ends)]


def _sqlite(path: Path) -> Catalogue:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = off")
        for number in range(TABLES):
            connection.execute(f"CREATE TABLE t{number} {_COLUMNS}")
    return Catalogue(
        "sqlite", f"sqlite:///{quote(str(path))}", "", Client("sqlite3 .tables", ("sqlite3", str(path), ".tables"))
    )


def _postgresql(folder: Path, ends: ExitStack) -> Catalogue:
    templates = ends.enter_context(Templates())
    server = ends.enter_context(PostgreSQL(templates.postgresql(), Certificates(folder)))
    database = server.create_database()
    owner = server.owner
    with server.admin(database) as session:
        session.execute(f"SET ROLE {owner.user}".encode())
        for first in range(0, TABLES, 1000):  # a transaction locks each table that it makes
            made = ";".join(f"CREATE TABLE t{number} {_COLUMNS}" for number in range(first, first + 1000))
            session.execute(made.encode())
        session.execute(b"RESET ROLE")
        session.execute(b"VACUUM (ANALYZE) pg_class, pg_attribute, pg_index, pg_constraint")
    conninfo = f"host={server.host} port={server.port} user={owner.user} dbname={database} sslmode=disable"
    psql = (str(server.installation.programs / "psql"), "--no-psqlrc", "-d", conninfo, "-c", r"\dt")
    url = f"postgresql://{owner.user}@{server.host}:{server.port}/{database}?sslmode=disable"
    return Catalogue(
        "postgresql", url, owner.password or "", Client(r"psql \dt", psql, {"PGPASSWORD": owner.password or ""})
    )
