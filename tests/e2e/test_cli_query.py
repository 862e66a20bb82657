"""`lapwing query` as people and scripts use it: pipes, Ctrl+C, exit codes, and words only where they belong."""

import os
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from helpers.command_line import command, database, environ, lapwing, said, started
from helpers.waiting import PATIENCE_S
from lapwing.cli.exit_codes import ExitCode

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return database(tmp_path / "shop.sqlite", "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'one'), (2, 'two')")


def test_sql_comes_as_an_argument_from_a_file_or_from_standard_input(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "q.sql").write_bytes(b"\xef\xbb\xbfSELECT b FROM t WHERE a = 2")
    for arguments, stdin in (
        (["SELECT b FROM t WHERE a = 2"], b""),
        (["-- a comment first\nSELECT b FROM t WHERE a = 2"], b""),
        (["--file", tmp_path / "q.sql"], b""),
        (["-"], b"SELECT b FROM t WHERE a = 2"),
        ([], b"SELECT b FROM t WHERE a = 2"),
    ):
        result = lapwing("query", "--url", shop, "--format", "csv", *arguments, stdin=stdin)
        assert (result.returncode, result.stdout, result.stderr) == (0, b"b\r\ntwo\r\n", b"")


def test_standard_output_carries_results_only(shop: Path) -> None:
    script = "INSERT INTO t VALUES (3, 'three'), (4, 'four'); CREATE TABLE u (c); SELECT count(*) AS n FROM t"
    result = lapwing("query", "--url", shop, "--format", "ndjson", script)
    assert result.returncode == 0
    assert result.stdout == b'{"n":4}\n'
    assert said(result) == "lapwing: Statement 1: 2 rows affected.\n"


def test_all_rows_come_unless_a_limit_is_given(shop: Path) -> None:
    sql = f"{ENDLESS} LIMIT 250000"
    assert lapwing("query", "--url", shop, "--format", "csv", sql).stdout.count(b"\r\n") == 250_001
    cut = lapwing("query", "--url", shop, "--format", "csv", "--limit", "3", sql)
    assert (cut.returncode, cut.stdout) == (0, b"x\r\n1\r\n2\r\n3\r\n")
    assert said(cut) == "lapwing: The result has more rows; --limit 3 cut it off.\n"
    exact = lapwing("query", "--url", shop, "--limit", "2", "SELECT a FROM t; SELECT b FROM t")
    assert (exact.returncode, exact.stderr) == (0, b"")


def test_a_refused_statement_is_one_sentence_with_its_place(shop: Path) -> None:
    script = "SELECT a FROM t LIMIT 1;\nSELECT\n  nope FROM t; SELECT 3"
    result = lapwing("query", "--url", shop, "--format", "json", script)
    assert result.returncode == ExitCode.STATEMENT
    assert result.stdout == b'[\n{"a":1}\n]\n'
    advice = "1 statement before it has run. Correct the statement and run it again."
    assert said(result) == f"lapwing: At 3:3: no such column: nope. {advice}\n"


def test_a_result_that_an_error_cuts_off_is_not_closed(shop: Path) -> None:
    sql = "SELECT abs(value) AS n FROM (SELECT 7 AS value UNION ALL SELECT -9223372036854775808)"
    result = lapwing("query", "--url", shop, "--format", "json", sql)
    assert result.returncode == ExitCode.STATEMENT
    assert result.stdout == b'[\n{"n":7}'
    assert said(result) == "lapwing: integer overflow. Correct the statement and run it again.\n"


def test_a_transaction_left_open_is_rolled_back_and_said(shop: Path) -> None:
    result = lapwing("query", "--url", shop, "BEGIN; DELETE FROM t; SELECT count(*) AS n FROM t", "--format", "ndjson")
    assert (result.returncode, result.stdout) == (ExitCode.ERROR, b'{"n":0}\n')
    assert "ended inside a transaction" in said(result)
    assert lapwing("query", "--url", shop, "--format", "csv", "SELECT count(*) FROM t").stdout.endswith(b"2\r\n")


def test_read_only_refuses_changes(shop: Path) -> None:
    result = lapwing("query", "--url", shop, "--read-only", "DELETE FROM t")
    assert result.returncode == ExitCode.STATEMENT
    assert "read-only" in said(result)


def test_a_file_is_made_only_when_asked_for(tmp_path: Path) -> None:
    missing = lapwing("query", "--url", tmp_path / "new.sqlite", "SELECT 1")
    assert missing.returncode == ExitCode.CONNECTION
    assert "does not exist" in said(missing)
    assert lapwing("query", "--url", tmp_path / "new.sqlite", "--create", "CREATE TABLE t (a)").returncode == 0
    assert lapwing("query", "--url", tmp_path / "new.sqlite", "SELECT * FROM t").returncode == 0


def test_what_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite").write_text("This is a letter to nobody.", "utf-8")
    result = lapwing("query", "--url", tmp_path / "text.sqlite", "SELECT 1")
    assert result.returncode == ExitCode.CONNECTION
    assert "is not a SQLite database" in said(result)


def test_a_lock_that_stays_is_told_while_it_is_waited_for(shop: Path) -> None:
    holder = sqlite3.connect(shop, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        result = lapwing("query", "--url", f"sqlite:///{shop}?busy_timeout=0.6", "SELECT 1; DELETE FROM t")
    finally:
        holder.close()
    assert result.returncode == ExitCode.STATEMENT
    waiting, refused = said(result).splitlines()
    assert waiting.startswith("lapwing: Statement 2: Waiting for a lock")
    assert refused.startswith("lapwing: Statement 2: The database stayed locked for 0.")


@pytest.mark.parametrize("output_format", ["csv", "json", "ndjson"])
def test_an_endless_query_ends_when_its_reader_goes(shop: Path, output_format: str) -> None:
    program = started("query", "--url", shop, "--format", output_format, ENDLESS)
    assert program.stdout is not None
    assert program.stdout.readline()
    program.stdout.close()
    assert program.wait(PATIENCE_S) == ExitCode.PIPE_CLOSED
    assert program.stderr is not None
    assert program.stderr.read() == b"lapwing: Who read the output has gone, so the statement was ended.\n"
    program.stderr.close()


def test_a_statement_that_writes_nothing_more_ends_when_its_reader_goes(shop: Path) -> None:
    program = started("query", "--url", shop, "--format", "csv", f"{ENDLESS} WHERE x = 1")
    assert program.stdout is not None
    assert program.stdout.readline() == b"x\r\n"
    program.stdout.close()
    assert program.wait(PATIENCE_S) == ExitCode.PIPE_CLOSED
    program.communicate()


@pytest.mark.parametrize("reader", ["reads", "stalls"])
def test_ctrl_c_cancels_the_statement(shop: Path, tmp_path: Path, reader: str) -> None:
    sql = f"CREATE TABLE IF NOT EXISTS u (c); BEGIN; DELETE FROM t; {ENDLESS}"
    with open(tmp_path / "out", "wb") as file:
        program = started("query", "--url", shop, "--format", "csv", sql, stdout=-1 if reader == "stalls" else file)
        assert program.stderr is not None
        assert program.stderr.readline() == b"lapwing: Statement 3: 2 rows affected.\n"
        if program.stdout is not None:
            assert program.stdout.readline() == b"x\r\n"
        program.send_signal(signal.SIGINT)
        _, words = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == ExitCode.INTERRUPTED
    assert words == b"lapwing: The statement was cancelled.\n"
    assert lapwing("query", "--url", shop, "--format", "csv", "SELECT count(*) FROM t").stdout.endswith(b"2\r\n")


def test_an_interrupt_that_the_shell_ignores_stays_ignored(shop: Path) -> None:
    rows = 400_000
    shell = ["/bin/sh", "-c", 'trap "" INT; exec "$@"', "sh"]
    line = [*shell, *command("query", "--url", shop, "--format", "csv", f"{ENDLESS} LIMIT {rows}")]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ()) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"x\r\n"
        program.send_signal(signal.SIGINT)
        written = program.stdout.read()
        assert program.stderr is not None
        words = program.stderr.read()
    assert (program.returncode, words, written.count(b"\n")) == (0, b"", rows)


def test_a_long_script_says_what_it_changed_once(shop: Path) -> None:
    script = "BEGIN;" + "INSERT INTO t VALUES (3, 'x');" * 2_000 + "COMMIT"
    result = lapwing("query", "--url", shop, stdin=script.encode())
    assert (result.returncode, result.stdout) == (0, b"")
    assert said(result) == "lapwing: 2,000 rows affected by 2,000 statements.\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has /dev/full")
@pytest.mark.parametrize("arguments", [["query", "--url", "sqlite://", "SELECT 1"], ["--help"], ["operations"]])
def test_a_full_disk_behind_standard_output(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        program = started(*arguments, stdout=full)
        _, words = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == ExitCode.DISK
    assert words.startswith(b"lapwing: The output cannot be written: no space left on device.")
    assert words.count(b"\n") == 1


def test_closed_standard_output_is_said_before_anything_runs(shop: Path) -> None:
    shell = ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *command("query", "--url", shop, "DELETE FROM t")]
    result = subprocess.run(shell, env=environ(), stderr=subprocess.PIPE, timeout=PATIENCE_S, check=False)
    assert result.returncode == ExitCode.DISK
    assert result.stderr.startswith(b"lapwing: The output cannot be written: it is closed.")
    assert lapwing("query", "--url", shop, "--format", "csv", "SELECT count(*) FROM t").stdout.endswith(b"2\r\n")


def test_no_result_file_is_left_or_made(shop: Path, home: Path) -> None:
    assert lapwing("query", "--url", shop, "SELECT * FROM t").returncode == 0
    assert sorted(path.name for path in (home / "state").iterdir()) == ["logs"]
    assert [path.name for path in (home / "state/logs").iterdir()] == ["cli.log"]


def test_memory_does_not_grow_with_the_result(shop: Path, tmp_path: Path) -> None:
    def peak_kb(rows: int) -> int:
        sql = f"SELECT x, 'some text of a usual length' AS a, x * 1.5 AS b FROM ({ENDLESS} LIMIT {rows})"
        with open(tmp_path / "out", "wb") as file:
            program = started("query", "--url", shop, "--format", "csv", sql, stdout=file)
            _, status, usage = os.wait4(program.pid, 0)
        assert program.stderr is not None
        program.stderr.close()
        program.returncode = os.waitstatus_to_exitcode(status)
        assert program.returncode == 0
        return usage.ru_maxrss

    assert peak_kb(400_000) < peak_kb(1_000) + 4_000
