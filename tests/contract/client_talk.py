"""What the vendors' clients send to real servers for a script: their own words, as a proxy between them hears them."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from helpers.proxy import Proxy
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL

PSQL: Final = shutil.which("psql")
MARIADB: Final = shutil.which("mariadb")
_TIMEOUT_S: Final = 60
_QUERY, _PARSE, _COPY_DATA = b"Q", b"P", b"d"
_COM_INIT_DB, _COM_QUERY = 2, 3


class Sent(NamedTuple):
    """One statement as it was sent, and the data of a COPY that were sent behind it."""

    text: str
    data: str = ""


def psql_sends(server: PostgreSQL, database: str, script: str, folder: Path) -> list[Sent]:
    """What psql sends for a script. It runs in `folder`, where it may write."""
    assert PSQL is not None
    file = folder / "script.sql"
    file.write_bytes(script.encode())
    with Proxy((server.host, server.port)) as proxy:
        login = f"host={proxy.host} port={proxy.port} user=trusted dbname={database} sslmode=disable"
        _run([PSQL, "-X", "-q", "-f", str(file), login], folder, {"PSQL_HISTORY": os.devnull})
        heard = proxy.passages[0].to_server.seen()
    sent: list[Sent] = []
    for kind, body in _postgresql_messages(heard):
        if kind == _QUERY:
            sent.append(Sent(body.rstrip(b"\0").decode()))
        elif kind == _PARSE:
            sent.append(Sent(body.split(b"\0")[1].decode()))
        elif kind == _COPY_DATA:
            sent[-1] = Sent(sent[-1].text, sent[-1].data + body.decode())
    return sent


def mariadb_sends(server: MariaDB, database: str, script: str, folder: Path) -> list[Sent]:
    """What the mariadb client sends for a script, its own questions about the database in use left out."""
    assert MARIADB is not None
    login = server.owner
    file = folder / "script.sql"
    file.write_bytes(script.encode())
    with Proxy((server.host, server.port)) as proxy:
        command = [MARIADB, "--no-defaults", "--skip-ssl", "--force", "--batch", f"--host={proxy.host}"]
        command += [f"--port={proxy.port}", f"--user={login.user}", "--default-character-set=utf8mb4", database]
        _run(command, folder, {"MYSQL_PWD": login.password or ""}, file)
        heard = proxy.passages[0].to_server.seen()
    sent = [_mysql_statement(body) for number, body in _mysql_packets(heard) if number == 0]
    return [Sent(text) for text in sent if text and text != "SELECT DATABASE()"]


def _run(command: list[str], folder: Path, environ: Mapping[str, str], script: Path | None = None) -> None:
    """Run a client to its end. That statements fail is expected."""
    with (script or Path(os.devnull)).open("rb") as given:
        done = subprocess.run(
            command,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", **environ},
            stdin=given,
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
    assert b"could not connect" not in done.stderr, done.stderr
    assert done.returncode in {0, 1, 3}, done.stderr


def _postgresql_messages(heard: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The messages behind the one that begins a session (protocol 3.0, "Message Formats")."""
    position = int.from_bytes(heard[:4], "big")
    while position + 5 <= len(heard):
        length = int.from_bytes(heard[position + 1 : position + 5], "big")
        yield heard[position : position + 1], heard[position + 5 : position + 1 + length]
        position += 1 + length


def _mysql_packets(heard: bytes) -> Iterator[tuple[int, bytes]]:
    """The packets' numbers and bodies."""
    position = 0
    while position + 4 <= len(heard):
        length = int.from_bytes(heard[position : position + 3], "little")
        yield heard[position + 3], heard[position + 4 : position + 4 + length]
        position += 4 + length


def _mysql_statement(body: bytes) -> str:
    """The statement in a command packet; empty for other commands."""
    if body[:1] == bytes([_COM_QUERY]):
        return body[1:].decode()
    return f"use {body[1:].decode()}" if body[:1] == bytes([_COM_INIT_DB]) else ""
