"""Statements are cut where SQLite cuts them: the library itself, and its command-line client, are asked."""

import re
import shutil
import subprocess
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import apsw
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lapwing.sql.dialect import dialect_named
from unit.sql.sql_texts import examples, texts
from unit.sql.sqlite_scripts import PRELUDE, SCRIPTS, TRIGGER
from unit.sql.sqlite_tokenizer import COMMENT, SPACE, pieces

SQLITE = dialect_named("sqlite")
CLIENT = shutil.which("sqlite3")
needs_client = pytest.mark.skipif(CLIENT is None, reason="the sqlite3 command-line client is not installed")

STATEMENTS = [
    *(
        "SELECT 1",
        "select 'a;b'",
        "SELECT 'it''s; ok' AS \"x;y\"",
        "SELECT [z;w] FROM [semi;colon]",
        "SELECT x'3B2D2D'",
    ),
    *(
        "SELECT 1 -- ;\n + 2",
        "SELECT /* ; ' */ 3",
        "SELECT 1--1;\n",
        "SELECT $a(;), @b(';x), :c::d(/*)",
        "SELECT a$b FROM d",
    ),
    *("VALUES (1, ';'), (2, 'END;')", "WITH x AS (SELECT ';') INSERT INTO log SELECT * FROM x", "DELETE FROM log"),
    *(
        "EXPLAIN SELECT 1",
        "EXPLAIN QUERY PLAN DELETE FROM t",
        "PRAGMA user_version = 3",
        "BEGIN; END",
        "SAVEPOINT s; RELEASE s",
    ),
    *(
        'CREATE TEMP TABLE IF NOT EXISTS "trigger" (a)',
        "SELECT CASE 1 WHEN 1 THEN ';' END",
        "INSERT INTO t SELECT 1, ';', `b` FROM t LIMIT 1",
    ),
    *(TRIGGER.replace("TRIGGER", "TRIGGER IF NOT EXISTS"), "DROP TRIGGER IF EXISTS tr1"),
    "create temp trigger if not exists g after delete on t begin select ';end;'; select \"END;\"; end",
    "CREATE/**/TEMPORARY--;\nTRIGGER IF NOT EXISTS h BEFORE UPDATE ON t"
    " WHEN new.a = CASE 1 WHEN 2 THEN 3 END BEGIN VALUES (1); /*;*/END",
    "EXPLAIN CREATE TRIGGER i AFTER DELETE ON t BEGIN SELECT 1; END",
    "SELECT '{\"a\": 1}' -> '$.a', '[1]' ->> 0, 1e5, .5, 0x1F, ?1, ?2, :p",
]
TERMINATORS = [
    ";",
    " ; ",
    ";\n",
    ";;",
    "\n;\n",
    " -- ; it's\n;",
    ' /* ; " */ ;',
    ";-- c;\n",
    "; /* d;\n */ ",
    ";\ufeff",
    ";\r\n\t",
]
ENDS = ["", ";", " -- open ;", " /* open ;", "\n\n", ";;;", "; -- '", " /**/"]


class AnyValue(defaultdict[str, None]):
    """Bindings that have a value, NULL, for whatever parameter is asked for."""

    def __init__(self) -> None:
        super().__init__(lambda: None)


def run_by_the_library(script: str) -> list[str]:
    """The statements that libsqlite3 cut the script into while it ran it, from first to last token."""
    seen: list[str] = []
    database = apsw.Connection(":memory:")
    database.execute(PRELUDE + "CREATE TABLE d (a$b);").fetchall()

    def note(_cursor: apsw.Cursor, sql: str, _bindings: object) -> bool:
        seen.append(sql)
        return True

    database.exec_trace = note
    database.execute(script, AnyValue()).fetchall()
    return [text for text in map(bare, seen) if text]


def bare(sql: str) -> str:
    """A statement without what the library leaves around it: comments, blanks and terminators."""
    found = [piece for piece in pieces(sql) if piece.kind not in (SPACE, COMMENT)]
    while found and found[-1].text == ";":
        found.pop()
    while found and found[0].text == ";":
        found.pop(0)
    return sql[found[0].start : found[-1].end] if found else ""


def ours(script: str) -> list[str]:
    return [script[found.start : found.end] for found in SQLITE.split(script) if not found.is_client_command]


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script.runs], ids=lambda script: script.name)
def test_the_library_runs_these_statements_of_an_awkward_script(script):
    assert ours(script.text) == run_by_the_library(script.text)


@pytest.mark.parametrize("script", [script for script in SCRIPTS if not script.runs], ids=lambda script: script.name)
def test_a_script_said_not_to_run_is_refused_by_the_library(script):
    with pytest.raises((apsw.Error, ValueError, UnicodeEncodeError)):
        run_by_the_library(script.text)


@examples(300)
@given(
    parts=st.lists(st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(TERMINATORS)), max_size=6),
    last=st.sampled_from(STATEMENTS),
    end=st.sampled_from(ENDS),
)
def test_the_library_runs_these_statements_of_any_script(parts, last, end):
    script = "".join(statement + terminator for statement, terminator in parts) + last + end
    assert ours(script) == run_by_the_library(script)


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script.runs], ids=lambda script: script.name)
def test_statements_run_one_by_one_leave_what_the_whole_script_leaves(script):
    whole, single = apsw.Connection(":memory:"), apsw.Connection(":memory:")
    for database in (whole, single):
        database.execute(PRELUDE).fetchall()
    whole.execute(script.text, AnyValue()).fetchall()
    for statement in ours(script.text):
        single.execute(statement, AnyValue()).fetchall()
    assert whole.serialize("main") == single.serialize("main")


def received_by_the_client(script: str, trace: Path) -> list[str]:
    """The significant tokens of everything that the client ran, but for EXPLAIN, which it does not trace; statements
    are parted by `;`."""
    assert CLIENT is not None
    start = f"{PRELUDE}CREATE TABLE d (a$b);\n.trace {trace} --plain --stmt\n"
    done = subprocess.run(
        [CLIENT, "-batch", "-bail", ":memory:"],
        input=(start + script).encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    # What triggers do is traced as comments.
    found = [piece.text for piece in pieces(trace.read_bytes().decode()) if piece.kind not in (SPACE, COMMENT)]
    # The terminators of empty statements are traced with the statement behind them.
    kept = [text for before, text in pairwise([";", *found]) if not before == text == ";"]
    return kept[:-1] if kept[-1:] == [";"] else kept


def tokens_sent(script: str) -> list[str]:
    found: list[str] = []
    for statement in ours(script):
        if SQLITE.split(statement)[0].is_explain:
            continue
        found += [piece.text for piece in pieces(statement) if piece.kind not in (SPACE, COMMENT)] + [";"]
    return found[:-1]


BEGINNINGS = {";", "BEGIN", "CREATE", "DELETE", "END", "EXPLAIN", "SELECT", "WITH"}
UNSENT = re.compile("[\0\v\ud800-\udfff]")
"""What cannot be sent, and the vertical tab, which we read as a blank wherever it stands."""
REFUSAL = re.compile(r'(?:near|unrecognized token:) "(.*)"(?:: syntax error)?', re.DOTALL)


@examples(1500)
@given(text=texts(max_size=6))
def test_the_oracle_of_the_unit_tests_cuts_the_first_token_where_the_library_does(text):
    found = [piece for piece in pieces(text) if piece.kind not in (SPACE, COMMENT)]
    assume(found and found[0].text.upper() not in BEGINNINGS and not UNSENT.search(text))
    try:
        apsw.Connection(":memory:").execute(text)
    except apsw.SQLError as error:
        refused = REFUSAL.fullmatch(str(error))
        assert refused is None or refused[1] == found[0].text


@needs_client
@pytest.mark.parametrize("script", [script for script in SCRIPTS if script.shell], ids=lambda script: script.name)
def test_the_client_sends_these_statements_of_an_awkward_script(script, tmp_path):
    assert tokens_sent(script.text) == received_by_the_client(script.text, tmp_path / "trace")


LINES = [
    *(
        ".print {}\n",
        "SELECT 1;\n",
        "SELECT\n",
        "1;\n",
        "-- c\n",
        "/* d\n",
        "*/\n",
        "# e'\n",
        "\n",
        "SELECT 1; SELECT\n",
    ),
    *("SELECT '\n", "';\n", ";\n", " .print {}\n", "SELECT 1; -- x\n", "CREATE TRIGGER a\n", "END;\n", "/* f */\n"),
]


@needs_client
@examples(60)
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
def test_the_client_takes_the_same_lines_for_itself(lines):
    assert CLIENT is not None
    script = "".join(line.format(f"line-{number}") for number, line in enumerate(lines))
    done = subprocess.run([CLIENT, "-batch", ":memory:"], input=script.encode(), capture_output=True, check=False)
    printed = [line for line in done.stdout.decode().splitlines() if line.startswith("line-")]
    taken = [script[found.start : found.end] for found in SQLITE.split(script) if found.is_client_command]
    assert [line.removeprefix(".print ") for line in taken] == printed
