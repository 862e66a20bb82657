"""Scripts that try to reach what lies outside of the database: none of them runs a program or touches a file here."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker
from helpers.server_places import ServerPlace
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from lapwing.domain.query import RunOutcome, RunQuery

PSQL = [
    r"\! touch CANARY",
    r"\!touch CANARY",
    r"SELECT 1 \! touch CANARY",
    "SELECT 1\n\\! touch CANARY\n;",
    r"\\ \! touch CANARY",
    r"\set x `touch CANARY`",
    "\\set x `touch CANARY`\nSELECT :'x';",
    r"\echo `touch CANARY`",
    r"\qecho `touch CANARY`",
    r"\warn `touch CANARY`",
    r"\prompt `touch CANARY` x",
    r"\if `touch CANARY`",
    r"\setenv PAGER 'touch CANARY'",
    "\\setenv EDITOR 'touch CANARY'\n\\e",
    r"\ef f; touch CANARY",
    r"\o |touch CANARY",
    r"\o CANARY",
    "\\o CANARY\nSELECT 1;\n\\o",
    r"\out |touch CANARY",
    r"SELECT 1 \g |touch CANARY",
    r"SELECT 1 \g CANARY",
    r"SELECT 1 \gx CANARY",
    r"SELECT 1 \g (format=csv) |touch CANARY",
    "SELECT '\\! touch CANARY' \\gexec",
    r"\w CANARY",
    r"\w |touch CANARY",
    "SELECT 1\n\\write CANARY",
    r"\s CANARY",
    r"\copy (SELECT 1) to CANARY",
    r"\copy (SELECT 1) to program 'touch CANARY'",
    r"\copy t from program 'touch CANARY; echo 1'",
    r"\copy (SELECT 1) to stdout \! touch CANARY",
    r"\i INNER",
    r"\ir INNER",
    r"\include INNER",
    r"\i |touch CANARY",
    r"\lo_export 1 CANARY",
    r"\restrict a" + "\n" + r"\! touch CANARY",
    "\\pset pager always\n\\pset pager_command 'touch CANARY'\nSELECT generate_series(1,100);",
    r"\cd FOLDER \! touch CANARY",
    r"\watch 1 \! touch CANARY",
    r"\password" + "\n" + r"\! touch CANARY",
    "COPY (SELECT 1) TO PROGRAM 'touch CANARY';",
    "COPY t FROM PROGRAM 'touch CANARY';",
    "COPY (SELECT 1) TO 'CANARY';",
    "COPY t FROM STDIN;\n1\n\\! touch CANARY\n\\.\n",
]
MYSQL = [
    r"\! touch CANARY",
    "system touch CANARY",
    "SYSTEM touch CANARY;",
    "DELIMITER //\nsystem touch CANARY\n//\nDELIMITER ;",
    r"SELECT 1 \! touch CANARY",
    "source INNER",
    r"\. INNER",
    "source |touch CANARY",
    "tee CANARY\nSELECT 1;",
    r"\T CANARY",
    "pager touch CANARY\nSELECT 1;",
    r"\P touch CANARY",
    "edit",
    r"\e",
    "SELECT 1 INTO OUTFILE 'CANARY';",
    "SELECT 1 INTO DUMPFILE 'CANARY';",
    "LOAD DATA LOCAL INFILE 'INNER' INTO TABLE t;",
    "/*! \\! touch CANARY */;",
]
SQLITE = [
    ".shell touch CANARY",
    ".system touch CANARY",
    "SELECT 1;\n.shell touch CANARY",
    ".output CANARY\nSELECT 1;",
    ".output |touch CANARY\nSELECT 1;",
    ".once CANARY\nSELECT 1;",
    ".once |touch CANARY\nSELECT 1;",
    ".excel\nSELECT 1;",
    ".log CANARY\nSELECT nope;",
    ".trace CANARY\nSELECT 1;",
    ".import '|touch CANARY' t",
    ".load INNER",
    ".read INNER",
    ".read '|touch CANARY'",
    ".save CANARY",
    ".backup CANARY",
    ".clone CANARY",
    ".open CANARY",
    ".dump\n.archive -cf CANARY INNER",
    "SELECT load_extension('INNER');",
    "SELECT writefile('CANARY', 'x');",
    "SELECT edit('x', 'touch CANARY');",
]


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


async def run_all(me: Asker, session_id: str, payloads: list[str], folder: Path) -> None:
    """Run each of them as a file and as a text, whatever its statements come to; the canary must never be there."""
    canary, inner, script = folder / "canary", folder / "inner.sql", folder / "script.sql"
    inner.write_text(f"\\! touch {canary}\nsystem touch {canary}\n.shell touch {canary}\n")
    before = set(folder.iterdir()) | {script}
    for number, payload in enumerate(payloads):
        text = payload.replace("CANARY", str(canary)).replace("INNER", str(inner)).replace("FOLDER", str(folder))
        script.write_text(f"{text}\n")
        asked = RunQuery(f"file {number}", session_id, "", path=str(script), on_error="continue", row_limit=10)
        outcome = await me.ask("query.run", asked)
        assert isinstance(outcome, RunOutcome)
        await me.ask("query.run", RunQuery(f"text {number}", session_id, f"{text}\n", on_error="continue"))
        assert set(folder.iterdir()) <= before, payload
        assert not canary.exists(), payload
    assert (await me.run(session_id, "SELECT 1")).failed == 0


async def test_no_script_of_psql_leaves_the_database(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    session = (await place.session(me)).session_id
    await me.run(session, "CREATE TABLE t (a text)")
    await run_all(me, session, PSQL, tmp_path)


async def test_no_script_of_mysql_leaves_the_database(
    me: Asker, mariadb: MariaDB, mariadb_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = (await ServerPlace("mysql", mariadb, mariadb_database, mariadb.port).session(me)).session_id
    await me.run(session, "CREATE TABLE t (a text)")
    await run_all(me, session, MYSQL, tmp_path)
    await me.run(session, "SELECT count(*) FROM t")


async def test_no_script_of_sqlite_leaves_the_database(
    me: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    session = await me.session(tmp_path / "shop.sqlite", create=True)
    await me.run(session, "CREATE TABLE t (a text)")
    await run_all(me, session, SQLITE, folder)
