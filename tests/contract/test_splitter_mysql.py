"""Statements are cut where the mariadb client cuts them, and are what a real server takes: both are asked."""

import re
from collections.abc import Iterator

import pymysql
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contract.client_talk import MARIADB, mariadb_sends
from helpers.servers.mariadb import MariaDB
from lapwing.sql import mysql_words
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import TRIVIA, TokenKind
from unit.sql.mysql_scripts import DUMPED, EVENT, FUNCTION, PROCEDURE, SCRIPTS, TRIGGER
from unit.sql.sql_texts import examples, texts

MYSQL = dialect_named("mysql")
needs_client = pytest.mark.skipif(MARIADB is None, reason="the mariadb client is not installed")

STATEMENTS = [
    *("SELECT 1", "select 'a;b', 'c\\';', \"d;\"\"e\\\"\", `f;``g\\`", "SELECT _utf8mb4';', N'\\';', x'3B', \\N"),
    *("SELECT /* ; ' */ 3", "SELECT 1 -- ; '\n + 2", "SELECT 1 # ; '\n + 2", "SELECT 2*/*;*/3, 1--1, 4 / 2"),
    *("/*!40101 SET @x = ';' */", "SELECT 1 /*M!100100 + ';' */ + 2", "SELECT /*+ ; */ 1", "SELECT /*! 2 */ * 3"),
    *("SELECT @a.b, @'c;', @`d;`, @@global.x", "INSERT INTO t VALUES (1, 'x;')", "use information_schema"),
    *("BEGIN", "COMMIT", "WITH x AS (SELECT ';') SELECT * FROM x", "CREATE TABLE IF NOT EXISTS begin (`end` int)"),
    *("SELECT CASE 1 WHEN 1 THEN ';' END", "SELECT (1", "SELECT 'a\n;\nb'", "EXPLAIN SELECT 1", "DROP USER 'a;'@'b;'"),
]
ROUTINES = [PROCEDURE, TRIGGER, EVENT, FUNCTION, DUMPED, "SELECT 1; SELECT 2", "BEGIN NOT ATOMIC SELECT ';'; END"]
GAPS = [
    " ",
    "\n",
    " -- c ; '\n",
    " # c ; '\n",
    " /* d; '\n */ ",
    "\n--x ; '\n",
    "\r\n\t",
    "\ngo\n",
    "\nprompt x;\n",
    "",
]
DELIMITERS = ["//", "$$", ";;", "go", "|", "#", "--", "'a b'", "~1"]
ENDS = ["", " -- open", "\n\n", "\n-- '", " /**/", "\\g", "\\G"]


@pytest.fixture(scope="module")
def database(mariadb: MariaDB) -> Iterator[str]:
    name = mariadb.create_database()
    yield name
    mariadb.drop_database(name)


def ours(script: str) -> list[str]:
    script = script.replace("\r\n", "\n")  # as the client does
    return [script[found.start : found.end] for found in MYSQL.split(script) if not found.is_client_command]


def compared(statements: list[str]) -> list[list[str]]:
    """What matters of statements: their tokens. The client sends no comments, and `use` by a command of its own."""
    found = []
    for text in statements:
        tokens = [piece for piece in MYSQL.lexer.pieces(text) if piece.kind not in TRIVIA or executable(piece.text)]
        words = [piece.text.upper() if piece.text.lower() == "use" else piece.text for piece in tokens]
        if words:
            words[-1] = words[-1].rstrip()  # the client leaves out blanks at the end of a script, also in an open quote
            found.append(words)
    return found


def executable(comment: str) -> bool:
    return comment == "*/" or comment.startswith(("/*!", "/*M!"))


@needs_client
@pytest.mark.parametrize("script", [script for script in SCRIPTS if script.client], ids=lambda script: script.name)
def test_the_client_sends_these_statements_of_an_awkward_script(script, mariadb, database, tmp_path):
    sent = [statement.text for statement in mariadb_sends(mariadb, database, script.text, tmp_path)]
    assert compared(ours(script.text)) == compared(sent)


@needs_client
@examples(60, soak=2_000)
@given(
    parts=st.lists(
        st.tuples(
            st.none() | st.sampled_from(DELIMITERS),
            st.lists(st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(GAPS)), max_size=3),
            st.sampled_from(ROUTINES),
        ),
        max_size=3,
    ),
    end=st.sampled_from(ENDS),
)
def test_the_client_sends_these_statements_of_any_script(mariadb, database, tmp_path_factory, parts, end):
    script = ""
    for quoted, statements, routine in parts:
        delimiter = " " + (quoted or ";").strip("'")
        script += f"\nDELIMITER {quoted or ';'}\n" + "".join(text + delimiter + gap for text, gap in statements)
        script += f"{routine}{delimiter}" if quoted else ""
    script += "\nDELIMITER ;\nSELECT 1" + end
    sent = [statement.text for statement in mariadb_sends(mariadb, database, script, tmp_path_factory.mktemp("client"))]
    assert compared(ours(script)) == compared(sent)


# A backslash begins a command of the client, as some words do; routines are found whole here; and what the client takes
# otherwise than the server is listed in the module that reads scripts. What cannot be sent is left out.
UNTRIED = re.compile(
    r"[\\\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufeff]|/\*.*(?:/\*|\*/[*/])|(?i:create|alter|not|help|status|use|delimiter)",
    re.DOTALL,
)


@needs_client
@examples(120, soak=5_000)
@given(text=texts().filter(lambda text: not UNTRIED.search(text)))
@example(text="SELECT ';' # ;\n, `;` -- ;\n, \";\" ; --; '\nSELECT 2")
def test_the_client_cuts_any_text_there(mariadb, database, tmp_path_factory, text):
    sent = [statement.text for statement in mariadb_sends(mariadb, database, text, tmp_path_factory.mktemp("client"))]
    assert compared(ours(text)) == compared(sent)


@pytest.fixture(scope="module")
def session(mariadb: MariaDB, database: str) -> Iterator[pymysql.Connection]:
    with mariadb.admin(database) as opened:
        yield opened


def read_by_the_server(session: pymysql.Connection, expression: str) -> list[str]:
    """What the server cuts a word into, as far as it tells: a name that it does not know, or what a column is called
    that is not given the name of its expression."""
    with session.cursor() as cursor:
        try:
            cursor.execute(f"SELECT {expression}")
        except pymysql.err.Error as error:
            unknown = re.fullmatch(r"Unknown column '(.*)' in '.*'", error.args[1])
            return unknown[1].split(".") if unknown else []
        (column,) = cursor.description
    name = column[0]
    return [expression] if name == expression else [expression.removesuffix(name), name]


@examples(400, soak=4_000)
@given(word=st.text("0123456789abcdefxABEX_$.é", min_size=1, max_size=7))
@example(word="1e5abc")
@example(word="0X1F")
@example(word="1.5e")
@example(word="1.e5x")
def test_numbers_and_names_end_where_those_of_the_server_do(session, word):
    ours = [piece for piece in MYSQL.lexer.pieces(word) if piece.text != "."]
    theirs = read_by_the_server(session, word)
    if TokenKind.ERROR in {piece.kind for piece in ours}:
        assert theirs == []
    elif theirs:
        assert [piece.text for piece in ours] == theirs


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("5--1", 6),
        ("5-- 1\n+ 1", 6),
        ("5--\x01\n+ 1", 6),
        ("2*/*c*/3", 6),
        ("/*! 2 */*3", 6),
        ("/*M!100100 2 */ * 3", 6),
        ("2 /*!100100 * 3 */", 6),
        ("1 # ;\n + 5", 6),
        ("'it\\'s' 'x'", "it'sx"),
        ('"a""b\\""', 'a"b"'),
        ("N'6'", "6"),
        ("x'36'", b"6"),
        ("_utf8mb4 x'36'", "6"),
        ("0x36 + 0", 54),
        ("0b110 + 0", 6),
        ("`a.5b` FROM (SELECT 6 AS `a.5b`) AS t", 6),
        ("t.5b FROM (SELECT 6 AS `5b`) AS t", 6),
        ("t.5 FROM (SELECT 6 AS `5`) AS t", 6),
        ("t.select FROM (SELECT 6 AS `select`) AS t", 6),
        ("\\N IS NULL", 1),
        ("@a := 6", 6),
        ("@`a b` IS NULL AND @'c d' IS NULL AND @e.f$ IS NULL", 1),
    ],
)
def test_the_server_reads_what_the_lexer_says(session, sql, value):
    with session.cursor() as cursor:
        cursor.execute(f"SELECT {sql}")
        assert cursor.fetchone() == (value,)
    assert TokenKind.ERROR not in {piece.kind for piece in MYSQL.lexer.pieces(sql)}


@pytest.mark.parametrize("routine", [PROCEDURE, TRIGGER, EVENT, FUNCTION, DUMPED])
def test_the_server_takes_a_routine_that_was_found_without_a_delimiter(session, routine):
    script = f"CREATE OR REPLACE TABLE t (a INT, begin INT, end INT);\n{routine};\nSELECT 1;"
    statements = ours(script)
    assert len(statements) == 3
    with session.cursor() as cursor:
        for kind, name in (("PROCEDURE", "p"), ("FUNCTION", "f"), ("EVENT", "e")):
            cursor.execute(f"DROP {kind} IF EXISTS {name}")
        for statement in statements:
            cursor.execute(statement)
        assert cursor.fetchone() == (1,)


def test_the_keywords_are_those_of_the_server(mariadb):
    told = {word for (word,) in mariadb.ask("SELECT word FROM information_schema.keywords") if word[0].isalpha()}
    assert told <= MYSQL.keywords


def test_a_reserved_word_of_the_server_is_known_as_one(session):
    reserved = set()
    for word in sorted(MYSQL.keywords):
        with session.cursor() as cursor:
            try:
                cursor.execute(f"CREATE OR REPLACE TEMPORARY TABLE words ({word} INT)")
            except pymysql.err.ProgrammingError:
                reserved.add(word)
    assert len(reserved) > 200
    assert reserved <= MYSQL.reserved


def test_the_functions_of_the_server_are_known(mariadb):
    told = {name.lower() for (name,) in mariadb.ask("SELECT function FROM information_schema.sql_functions")}
    assert {name for name in told - MYSQL.functions if not name.endswith("_oracle")} == set()
    assert MYSQL.functions >= mysql_words.IMPURE_FUNCTIONS


COMMITTING = [
    "CREATE TABLE x (a INT)",
    "CREATE OR REPLACE VIEW x1 AS SELECT 1",
    "ALTER TABLE other ADD b INT",
    "DROP TABLE other",
    "TRUNCATE other",
    "RENAME TABLE other TO another",
    "CREATE INDEX i ON other (a)",
    "ANALYZE TABLE other",
    "CHECK TABLE other",
    "OPTIMIZE TABLE other",
    "FLUSH TABLES",
    "LOCK TABLES other READ",
    "GRANT SELECT ON other TO CURRENT_USER",
    "CREATE PROCEDURE x2() SELECT 1",
    "DROP PROCEDURE IF EXISTS x3",
    "CREATE SEQUENCE x4",
]
SPARING = [
    "SELECT 1",
    "INSERT INTO other VALUES (2)",
    "CREATE TEMPORARY TABLE x5 (a INT)",
    "DROP TEMPORARY TABLE IF EXISTS x6",
    "SAVEPOINT s",
    "SET @a = 1",
    "SHOW TABLES",
    "DO 1",
    "EXPLAIN SELECT 1",
    "PREPARE p FROM 'SELECT 1'",
]


@pytest.mark.parametrize("sql", COMMITTING + SPARING)
def test_what_is_said_to_commit_does(mariadb, sql):
    name = mariadb.create_database()
    with mariadb.admin(name) as session, session.cursor() as cursor:
        cursor.execute("CREATE TABLE log (a INT) ENGINE=InnoDB")
        cursor.execute("CREATE TABLE other (a INT) ENGINE=InnoDB")
        cursor.execute("START TRANSACTION")
        cursor.execute("INSERT INTO log VALUES (1)")
        cursor.execute(sql)
        cursor.fetchall()
        cursor.execute("ROLLBACK")
        cursor.execute("UNLOCK TABLES")
        cursor.execute("SELECT count(*) FROM log")
        assert cursor.fetchone() == (int(statement_facts(MYSQL, sql).commits_implicitly),)
    mariadb.drop_database(name)
