"""The databases that are measured, each with the same million rows, and its own clients to compare with."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.clients import Client
from benchmarks.tables import make_bench_table
from helpers.certificates import Certificates
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.templates import Templates

SELECT = "SELECT * FROM bench"
PASSWORD_VARIABLE = "BENCH_PASSWORD"
_BLOCK_ROWS = 20_000
_POSTGRESQL_COLUMNS = (
    "id bigint PRIMARY KEY, account bigint NOT NULL, code text NOT NULL, remark text NOT NULL, place text NOT NULL, "
    "reading double precision NOT NULL, amount numeric(12,2) NOT NULL, day date NOT NULL, "
    "seen_at timestamptz NOT NULL, parent integer, nickname text, is_active boolean NOT NULL"
)
_MARIADB_COLUMNS = (
    "id bigint PRIMARY KEY, account bigint NOT NULL, code varchar(20) NOT NULL, remark varchar(200) NOT NULL, "
    "place varchar(100) NOT NULL, reading double NOT NULL, amount decimal(12,2) NOT NULL, day date NOT NULL, "
    "seen_at datetime(6) NOT NULL, parent int, nickname varchar(40), is_active bool NOT NULL"
)


@dataclass(frozen=True, slots=True)
class BenchPlace:
    """One database.

    Attributes:
        url: Where Lapwing connects; the password stands in the variable `PASSWORD_VARIABLE`.
        clients: The first writes the same bytes as the grid shows, and is what the ratio is of.
        early: The client that shows its first rows early, or None.
        null: What the first client writes for NULL.
        separator: What it writes between cells.
        sleeps: A statement that takes ten seconds; empty where there is none.
        metrics: What a monitor would ask; empty where there is none.
        wanted: The issue's wishes by figure.
    """

    name: str
    url: str
    password: str
    clients: tuple[Client, ...]
    wanted: dict[str, str]
    early: Client | None = None
    separator: str = "|"
    null: str = ""
    sleeps: str = ""
    metrics: str = ""


@contextmanager
def bench_places(folder: Path, rows: int, names: frozenset[str]) -> Iterator[list[BenchPlace]]:
    """The places whose names are wanted, with their servers running."""
    path = folder / "bench.sqlite"
    make_bench_table(path, rows)
    made: list[BenchPlace] = []
    with ExitStack() as ends:
        certificates = Certificates(folder)
        templates = ends.enter_context(Templates())
        if "sqlite" in names:
            made.append(_sqlite(path))
        if names & {"postgresql", "postgresql-tls"}:
            server = ends.enter_context(PostgreSQL(templates.postgresql(), certificates))
            database = server.create_database()
            _fill_postgresql(server, database, path)
            made += [place for place in _postgresql(server, database) if place.name in names]
        if "mariadb" in names:
            other = ends.enter_context(MariaDB(templates.mariadb(), certificates))
            database = other.create_database()
            _fill_mariadb(other, database, path, folder / "bench.tsv")
            made.append(_mariadb(other, database))
        yield made


def _sqlite(path: Path) -> BenchPlace:
    client = Client("sqlite3", ("sqlite3", str(path), SELECT))
    return BenchPlace("sqlite", f"sqlite:///{quote(str(path))}", "", (client,), {"all_rows": "0.85 x"})


def _postgresql(server: PostgreSQL, database: str) -> Iterator[BenchPlace]:
    password = server.owner.password or ""
    for name, mode in (("postgresql", "disable"), ("postgresql-tls", "require")):
        conninfo = f"host={server.host} port={server.port} user={server.owner.user} dbname={database} sslmode={mode}"
        environ = {"PGPASSWORD": password, "PYTHONPATH": str(Path(__file__).parents[1])}
        program = server.installation.programs / "psql"  # what Debian has on PATH is a wrapper in Perl
        psql = (str(program), "--no-psqlrc", "-At", "-d", conninfo, "-c", SELECT)
        early = (*psql[:3], "-v", "FETCH_COUNT=1000", *psql[3:])
        raw = (sys.executable, "-m", "benchmarks.raw_psycopg", conninfo, SELECT)
        yield BenchPlace(
            name,
            f"postgresql://{server.owner.user}@{server.host}:{server.port}/{database}?sslmode={mode}",
            password,
            (Client("psql -At", psql, environ), Client("raw psycopg", raw, environ)),
            {"all_rows": "0.70 x", "against_raw": "1.15 x", "first_rows": "0.50 x", "peak": "0.30 x"},
            Client("psql FETCH_COUNT=1000", early, environ),
            sleeps="SELECT pg_sleep(10)",
            metrics="SELECT count(*), sum(xact_commit) FROM pg_stat_database",
        )


def _mariadb(server: MariaDB, database: str) -> BenchPlace:
    password = server.owner.password or ""
    where = (f"--host={server.host}", f"--port={server.port}", f"--user={server.owner.user}", database)
    options = ("--no-defaults", "--protocol=TCP", "--quick", "--batch", "--skip-column-names", "--raw", "--skip-ssl")
    client = Client("mariadb --quick", ("mariadb", *options, *where, "-e", SELECT), {"MYSQL_PWD": password})
    return BenchPlace(
        "mariadb",
        f"mysql://{server.owner.user}@{server.host}:{server.port}/{database}?sslmode=disable",
        password,
        (client,),
        {"all_rows": "0.85 x"},
        client,
        separator="\t",
        null="NULL",
        sleeps="SELECT sleep(10)",
        metrics="SHOW GLOBAL STATUS LIKE 'Com_select'",
    )


def _blocks(path: Path) -> Iterator[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute(SELECT)
        while rows := cursor.fetchmany(_BLOCK_ROWS):
            yield rows


def _fill_postgresql(server: PostgreSQL, database: str, path: Path) -> None:
    with server.admin(database) as session:
        session.execute("SET synchronize_seqscans = off")
        session.execute(f"CREATE TABLE bench ({_POSTGRESQL_COLUMNS})".encode())
        session.execute(f"ALTER TABLE bench OWNER TO {server.owner.user}".encode())
        session.execute(f'ALTER DATABASE "{database}" SET synchronize_seqscans = off'.encode())
        with session.cursor().copy("COPY bench FROM STDIN") as copy:
            for rows in _blocks(path):
                for row in rows:
                    copy.write_row((*row[:11], bool(row[11])))
        session.execute("VACUUM (ANALYZE, FREEZE) bench")


def _fill_mariadb(server: MariaDB, database: str, path: Path, dump: Path) -> None:
    with dump.open("w", encoding="utf-8") as file:
        for rows in _blocks(path):
            for row in rows:
                cells = (*row[:8], str(row[8]).replace("T", " ").removesuffix("+00:00"), *row[9:])
                file.write("\t".join("\\N" if cell is None else str(cell) for cell in cells) + "\n")
    server.ask(f"CREATE TABLE `{database}`.bench ({_MARIADB_COLUMNS}) CHARACTER SET utf8mb4")
    load = f"LOAD DATA LOCAL INFILE '{dump}' INTO TABLE bench CHARACTER SET utf8mb4"
    options = ("--no-defaults", "--local-infile=1", f"--socket={server.socket}", "--user=root", database)
    subprocess.run(("mariadb", *options, "-e", load), check=True)
    server.ask(f"ANALYZE TABLE `{database}`.bench")
    dump.unlink()
