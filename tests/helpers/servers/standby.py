"""A standby of one of the tests' PostgreSQL servers."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg

from helpers.servers.guarded import Guarded
from helpers.servers.ports import free_port
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from helpers.waiting import eventually

NAME = "standby"
"""What it is called where its primary lists who receives its write-ahead log."""


@contextmanager
def standby_of(primary: PostgreSQL) -> Iterator[int]:
    """The port of a server that follows another one of this system's version, with its accounts. No TLS."""
    programs = primary.installation.programs
    source = f"host={primary.socket_folder} port={primary.port} user={SUPERUSER} application_name={NAME}"
    with Guarded() as guarded:
        data = guarded.folder / "data"
        copies = ["--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf", "--no-sync"]
        guarded.run([programs / "pg_basebackup", f"--dbname={source}", f"--pgdata={data}", *copies])
        port = free_port()
        settings = {"port": str(port), "unix_socket_directories": str(guarded.folder), "ssl": "off"}
        arguments = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        guarded.start([programs / "postgres", "-D", data, *arguments])

        def follows() -> bool:
            with suppress(psycopg.OperationalError):
                psycopg.connect(host=str(guarded.folder), port=port, user=SUPERUSER, dbname="postgres").close()
                return True
            return False

        eventually(follows)
        yield port
