"""Scripts that try to run programs, or to use files that they may not, with everything allowed that can be allowed."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from helpers.engines import Asker, asker, make_database, rows_in
from helpers.server_places import ServerPlace
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from lapwing.domain.errors import from_wire
from lapwing.domain.events import NoticeReceived, ResultStarted, StatementRefused
from lapwing.domain.values import cell_text

SECRET: Final = "the-canary-sings"
PSQL: Final = [
    r"\! touch {canary}",
    r"\!touch {canary}",
    r"\set x `touch {canary}`",
    r"\echo `cat {secret}`",
    r"\echo a`touch {canary}`b",
    r"\if `touch {canary}; echo true`" + "\nSELECT 1;\n\\endif",
    r"\if false" + "\n\\! touch {canary}\n\\set x `touch {canary}`\n\\endif",
    r"\set cmd '\\! touch {canary}'" + "\n:cmd\n;",
    r"\set cmd '1; \\! touch {canary}'" + "\nSELECT :cmd\n;",
    r"\set cmd '1 \\! touch {canary}'" + "\nSELECT :cmd\n;",
    r"\o |touch {canary}",
    r"\o {canary}" + "\nSELECT 1;\n\\o",
    r"\out | touch {canary}",
    r"SELECT 1 \g |touch {canary}",
    r"SELECT 1 \g {canary}",
    r"SELECT 1 \gx (format=csv) | touch {canary}",
    r"SELECT 'x' AS a \gset `touch {canary}`",
    r"\w {canary}",
    r"SELECT 1 \w |touch {canary}" + "\n;",
    r"\copy orders to program 'touch {canary}'",
    r"\copy orders FROM PROGRAM 'cat {secret}'",
    r"\copy (SELECT 1) to {canary}",
    r"\copy (SELECT ')' AS a) to '{canary}'",
    r"\copy notes from {secret}",
    r"\copy notes from '{folder}/link_out'" + "\nSELECT * FROM notes;",
    r"\copy notes from link_out" + "\nSELECT * FROM notes;",
    r"\copy notes from pipe",
    r"\copy notes from /dev/zero",
    r"\copy notes to link_canary",
    r"\copy notes to dangling",
    r"\copy notes from ../secret.sql" + "\nSELECT * FROM notes;",
    r"\copy notes from folder",
    r"\i {secret}",
    r"\i |cat {secret}",
    r"\i ../secret.sql",
    r"\ir link_out",
    r"\include /dev/stdin",
    r"\i pipe",
    r"\i folder",
    r"\i link_folder/secret.sql",
    r"\set f ../secret.sql" + "\n\\i :f",
    r"\i psql.sql",
    r"\e {canary}",
    r"\ef twice",
    r"\edit",
    r"\setenv PSQL_EDITOR 'touch {canary}'" + "\n\\e",
    r"\s {canary}",
    r"\cd ..",
    r"\getenv h HOME" + "\n\\echo :h",
    r"\lo_import {secret}",
    r"\lo_export 1 {canary}",
    r"\password",
    r"SELECT 'SELECT 1; \! touch {canary}' \gexec",
    r"SELECT 1 \watch 1",
    r"\prompt -n 'x' y",
    r"\pset pager 'touch {canary}'",
]
MYSQL: Final = [
    "system touch {canary}",
    r"\! touch {canary}",
    "system touch {canary};\nSELECT 1;",
    r"SELECT 1 \! touch {canary}",
    "source {secret}",
    r"\. {secret}",
    r"\. ../secret.sql",
    "source link_out",
    "SOURCE /dev/stdin;",
    "tee {canary}",
    r"\T {canary}",
    "pager touch {canary}",
    r"\P touch {canary}",
    "edit",
    r"SELECT 1 \e",
    "delimiter //\nsystem touch {canary} //\n",
    "connect other evil.example",
    "source mysql.sql",
]
SQLITE: Final = [
    ".shell touch {canary}",
    ".system touch {canary}",
    ".sys touch {canary}",
    ".she touch {canary}",
    ".output {canary}",
    ".output |touch {canary}",
    ".once {canary}",
    ".once |touch {canary}",
    ".excel",
    ".www",
    ".log {canary}",
    ".trace {canary}",
    ".read {secret}",
    ".read |cat {secret}",
    '.read "|cat {secret}"',
    ".read ../secret.sql",
    ".read link_out",
    ".read pipe",
    ".load {canary}",
    ".import {secret} orders",
    '.import "|touch {canary}" orders',
    ".open {canary}",
    ".backup {canary}",
    ".save {canary}",
    ".clone {canary}",
    ".restore {secret}",
    ".archive -cf {canary} {secret}",
    ".cd ..",
    ".read sqlite.sql",
]


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A script's folder, beside a file that it may not read and where one must not come to be."""
    folder = tmp_path / "scripts"
    (folder / "folder").mkdir(parents=True)
    (tmp_path / "secret.sql").write_text(f"SELECT '{SECRET}' AS found;\n")
    (folder / "link_out").symlink_to(tmp_path / "secret.sql")
    (folder / "link_folder").symlink_to(tmp_path)
    (folder / "link_canary").symlink_to(tmp_path / "canary")
    (folder / "dangling").symlink_to("/proc/self/fd/1")
    os.mkfifo(folder / "pipe")
    for name, command in (("psql", "\\i"), ("mysql", "source"), ("sqlite", ".read")):
        (folder / f"{name}.sql").write_text(f"{command} {name}.sql\n")
    return folder


async def tries(me: Asker, session: str, payload: str, trap: Path, *, allow: bool) -> list[str]:
    """Run it; what was shown. Nothing may have come to be, nothing may have been read."""
    me.events.clear()
    canary, secret = trap.parent / "canary", trap.parent / "secret.sql"
    script = payload.format(canary=canary, secret=secret, folder=trap) + "\n"
    (trap / "script.sql").write_text(script)
    before = {path.name for path in trap.parent.rglob("*")}
    outcome = await me.run(session, "", path=str(trap / "script.sql"), allow_include=allow, on_error="continue")
    told = [event.text for event in me.heard(NoticeReceived)]
    told += [cell_text(cell) for event in me.heard(ResultStarted) for row in rows_in(event.result) for cell in row]
    refused = [str(from_wire(event.error)) for event in me.heard(StatementRefused)]
    assert not canary.exists()
    assert {path.name for path in trap.parent.rglob("*")} == before
    assert SECRET not in " ".join([*told, *refused])
    assert outcome.ran
    return refused


QUIET: Final = (r"\if false", r"\pset")
"""Beginnings of payloads that need not be refused: what they would do is never done, and has no effect."""


@pytest.mark.parametrize("allow", [False, True], ids=["nothing allowed", "its folder allowed"])
async def test_no_script_of_psql_reaches_beyond_the_database(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str, trap: Path, allow: bool
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    session = (await place.session(me)).session_id
    await me.run(session, "CREATE TABLE orders (a text); CREATE TABLE notes (a text)")
    for payload in PSQL:
        refused = await tries(me, session, payload, trap, allow=allow)
        assert refused or payload.startswith(QUIET), payload
        is_sent = any("syntax error" in sentence for sentence in refused)
        assert is_sent is (r"\gexec" in payload), payload  # which has the server make a statement
    assert place.ask("SELECT count(*) FROM notes") == [(0,)]


@pytest.mark.parametrize("allow", [False, True], ids=["nothing allowed", "its folder allowed"])
async def test_no_script_of_mysql_reaches_beyond_the_database(
    me: Asker, mariadb: MariaDB, mariadb_database: str, trap: Path, allow: bool
) -> None:
    place = ServerPlace("mysql", mariadb, mariadb_database, mariadb.port)
    session = (await place.session(me)).session_id
    for payload in MYSQL:
        refused = await tries(me, session, payload, trap, allow=allow)
        assert refused, payload
        assert not any("syntax" in sentence for sentence in refused), payload  # nothing of it was sent


@pytest.mark.parametrize("allow", [False, True], ids=["nothing allowed", "its folder allowed"])
async def test_no_script_of_sqlite_reaches_beyond_the_database(me: Asker, trap: Path, allow: bool) -> None:
    file = make_database(trap.parent / "shop.sqlite", "CREATE TABLE orders(id)")
    session = await me.session(file)
    for payload in SQLITE:
        assert await tries(me, session, payload, trap, allow=allow), payload
