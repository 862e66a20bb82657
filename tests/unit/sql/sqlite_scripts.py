"""Awkward scripts and the statements they hold. Those that run do so on a database with `PRELUDE` in it."""

from typing import NamedTuple

PRELUDE = """
CREATE TABLE t (a, b, c TEXT);
CREATE TABLE "semi;colon" ("x;y" INTEGER, [z;w], `q;r`);
CREATE TABLE log (line);
INSERT INTO t VALUES (1, 'one', NULL), (2, 'two', 'it''s');
"""


class Script(NamedTuple):
    """A script and the texts of its statements, as they are to be sent.

    Attributes:
        runs: Whether libsqlite3 runs it to its end without an error.
        shell: Whether the installed client, which is older than the library, runs it too.
    """

    name: str
    text: str
    statements: tuple[str, ...]
    runs: bool = True
    shell: bool = True


def _s(name: str, text: str, *statements: str, runs: bool = True, shell: bool = True) -> Script:
    return Script(name, text, statements, runs, shell and runs)


TRIGGER = """CREATE TRIGGER tr1 AFTER INSERT ON t BEGIN
  INSERT INTO log VALUES ('a;b');
  UPDATE t SET c = CASE WHEN new.a > 1 THEN 'x;' ELSE 'y' END WHERE a = new.a;
  DELETE FROM log WHERE line IS NULL;
END"""
LATE_END = """CREATE TRIGGER tr3 BEFORE DELETE ON t WHEN old.a = CASE WHEN 1 THEN 2 END BEGIN
  SELECT CASE old.b WHEN 'END;' THEN 1 ELSE 2 END; -- END;
  /* END; */
  SELECT 'x' AS [END], "b" AS "END;" FROM t;
END"""

PLAIN = [
    _s("nothing", ""),
    _s("blanks", " \t\r\n\f "),
    _s("only semicolons", ";;; ;\n;"),
    _s("only comments", "-- a;b\n/* c; */ ; -- d"),
    _s("one without terminator", "SELECT 1", "SELECT 1"),
    _s("one with terminator", "SELECT 1;", "SELECT 1"),
    _s("two on a line", "SELECT 1;SELECT 2;", "SELECT 1", "SELECT 2"),
    _s("semicolons in odd places", ";;SELECT 1;;\n;SELECT 2;;", "SELECT 1", "SELECT 2"),
    _s("blank before the terminator", "SELECT 1 \n ;\nSELECT 2\t;", "SELECT 1", "SELECT 2"),
    _s("windows line ends", "SELECT 1;\r\nSELECT 2;\r\n", "SELECT 1", "SELECT 2"),
    _s("old mac line ends", "SELECT 1;\rSELECT 2;\r", "SELECT 1", "SELECT 2"),
    _s("mac line end does not end a comment", "SELECT 1 -- c\rSELECT 2;", "SELECT 1"),
    _s("form feed is blank", "\fSELECT\f1;\fSELECT 2", "SELECT\f1", "SELECT 2"),
    _s("byte order mark at the start", "\ufeffSELECT 1;", "SELECT 1", shell=False),
    _s("byte order mark between", "SELECT 1; \ufeff SELECT 2;", "SELECT 1", "SELECT 2"),
    _s("byte order mark in a name", "SELECT 1 AS a\ufeffb;", "SELECT 1 AS a\ufeffb"),
    _s("no-break space is a name", "SELECT 1\u00a0;", "SELECT 1\u00a0", runs=False),
    _s("names outside ascii", "SELECT 1 AS größe;SELECT 2 AS 数;", "SELECT 1 AS größe", "SELECT 2 AS 数"),
    _s("emoji in a string", "SELECT '🙂;🙂';SELECT 2", "SELECT '🙂;🙂'", "SELECT 2"),
    _s("fullwidth semicolon is a name", "SELECT 1 AS a；b; SELECT 2", "SELECT 1 AS a；b", "SELECT 2"),
]
QUOTES = [
    _s("semicolon in a string", "SELECT 'a;b';SELECT 2", "SELECT 'a;b'", "SELECT 2"),
    _s("doubled quote", "SELECT 'it''s; ok';SELECT 2", "SELECT 'it''s; ok'", "SELECT 2"),
    _s("only doubled quotes", "SELECT '''';SELECT ''''';''';", "SELECT ''''", "SELECT ''''';'''"),
    _s("empty string", "SELECT '';SELECT '' ;", "SELECT ''", "SELECT ''"),
    _s("backslash escapes nothing", "SELECT 'a\\';SELECT 'b';", "SELECT 'a\\'", "SELECT 'b'"),
    _s("string over lines", "SELECT 'a\n;\nb';\nSELECT 2;", "SELECT 'a\n;\nb'", "SELECT 2"),
    _s("comment in a string", "SELECT '--', '/*';SELECT '*/';", "SELECT '--', '/*'", "SELECT '*/'"),
    _s("string ends in a comment's look", "SELECT ' -- ' ;SELECT 2", "SELECT ' -- '", "SELECT 2"),
    _s("double quotes", 'SELECT "x;y" FROM "semi;colon";SELECT 2', 'SELECT "x;y" FROM "semi;colon"', "SELECT 2"),
    _s("doubled double quotes", 'SELECT 1 AS "a""; b";SELECT 2', 'SELECT 1 AS "a""; b"', "SELECT 2"),
    _s("brackets", "SELECT [z;w] FROM [semi;colon];SELECT 2", "SELECT [z;w] FROM [semi;colon]", "SELECT 2"),
    _s("quotes in brackets", "SELECT 1 AS ['\"`;--];SELECT 2", "SELECT 1 AS ['\"`;--]", "SELECT 2"),
    _s("bracket in brackets", "SELECT 1 AS [a[;b];SELECT 2", "SELECT 1 AS [a[;b]", "SELECT 2"),
    _s("backticks", "SELECT `q;r` FROM `semi;colon`;SELECT 2", "SELECT `q;r` FROM `semi;colon`", "SELECT 2"),
    _s("doubled backticks", "SELECT 1 AS `a``;b`;SELECT 2", "SELECT 1 AS `a``;b`", "SELECT 2"),
    _s("quotes in quotes", """SELECT "'", '"', `'"`;SELECT 2""", """SELECT "'", '"', `'"`""", "SELECT 2", runs=False),
    _s("blob", "SELECT x'3B', X'';SELECT x'2d2D';", "SELECT x'3B', X''", "SELECT x'2d2D'"),
    _s("blob by concatenation", "SELECT x'3B' || ';' ; SELECT 2", "SELECT x'3B' || ';'", "SELECT 2"),
    _s("column named x before a string", "SELECT a AS x FROM t WHERE b = ';';", "SELECT a AS x FROM t WHERE b = ';'"),
    _s("string open to the end", "SELECT 1; SELECT 'a; b", "SELECT 1", "SELECT 'a; b", runs=False),
    _s("string open, blanks inside", "SELECT 'a; \n ", "SELECT 'a; \n ", runs=False),
    _s("name open to the end", 'SELECT "a; b; ', 'SELECT "a; b; ', runs=False),
    _s("bracket open to the end", "SELECT [a; b", "SELECT [a; b", runs=False),
    _s("backtick open to the end", "SELECT `a; -- b", "SELECT `a; -- b", runs=False),
    _s("bad blob goes on to the next quote", "SELECT x'zz;' ; SELECT 2", "SELECT x'zz;'", "SELECT 2", runs=False),
    _s("one quote too many", "SELECT 'a'' ; SELECT 2;", "SELECT 'a'' ; SELECT 2;", runs=False),
]
COMMENTS = [
    _s("line comment with semicolon", "SELECT 1 -- ; no\n+ 1;SELECT 2", "SELECT 1 -- ; no\n+ 1", "SELECT 2"),
    _s("line comment at the end", "SELECT 1; -- done", "SELECT 1"),
    _s("line comment instead of a terminator", "SELECT 1 -- done;", "SELECT 1"),
    _s("line comment before the terminator", "SELECT 1 -- c\n;SELECT 2", "SELECT 1", "SELECT 2"),
    _s("quote in a comment", "SELECT 1; -- it's\nSELECT 2;", "SELECT 1", "SELECT 2"),
    _s("block comment", "SELECT /* ; */ 1;SELECT 2", "SELECT /* ; */ 1", "SELECT 2"),
    _s("block comment before the terminator", "SELECT 1 /* a; */ ; SELECT 2 /**/;", "SELECT 1", "SELECT 2"),
    _s("leading comments", "/* a; */ -- b;\n SELECT 1;", "SELECT 1"),
    _s("block comments do not nest", "/* a /* b */ SELECT 1; SELECT 2", "SELECT 1", "SELECT 2"),
    _s("slash in a comment's opener", "/*/ SELECT 0; /*/ SELECT 1;", "SELECT 1"),
    _s("stars", "/****;****/SELECT 1;/***/SELECT 2", "SELECT 1", "SELECT 2"),
    _s("comment open to the end", "SELECT 1; /* SELECT 2; ", "SELECT 1"),
    _s("comment open in a statement", "SELECT 1 /* ; SELECT 2; ", "SELECT 1"),
    _s("opener with nothing behind it", "SELECT 1; SELECT 2 /*", "SELECT 1", "SELECT 2 /*", runs=False),
    _s("quotes in a block comment", "/* it's \" ` [ */ SELECT 1;", "SELECT 1"),
    _s("minus minus is a comment", "SELECT 1--1;\n;SELECT 2", "SELECT 1", "SELECT 2"),
    _s("minus blank minus is not", "SELECT 1- -1;SELECT 2", "SELECT 1- -1", "SELECT 2"),
    _s("division", "SELECT 4/2;SELECT 4 / 2 * 3;", "SELECT 4/2", "SELECT 4 / 2 * 3"),
    _s("hash is no comment inside a line", "SELECT 1; # no", "SELECT 1", "# no", runs=False),
]
LEXICAL = [
    _s(
        "numbers",
        "SELECT 1e5, 1E-5, .5, 5., 0x1F, 1.5e+3;SELECT 2",
        "SELECT 1e5, 1E-5, .5, 5., 0x1F, 1.5e+3",
        "SELECT 2",
    ),
    _s("digit separators", "SELECT 1_000, 0x1_F;SELECT 2", "SELECT 1_000, 0x1_F", "SELECT 2", shell=False),
    _s("parameters", "SELECT ?, ?1, :a, @a, $a;SELECT 2", "SELECT ?, ?1, :a, @a, $a", "SELECT 2"),
    _s("tcl parameter", "SELECT $a::b(c;d);SELECT 2", "SELECT $a::b(c;d)", "SELECT 2", shell=False),
    _s(
        "quotes in a tcl parameter",
        "SELECT $a(';), @b(\"), :c(--);SELECT 2",
        "SELECT $a(';), @b(\"), :c(--)",
        "SELECT 2",
        shell=False,
    ),
    _s("dollar in a name", "SELECT 1 AS a$b;SELECT 2", "SELECT 1 AS a$b", "SELECT 2"),
    _s("parenthesis behind a dollar name", "SELECT 1 AS a$b, (';');SELECT 2", "SELECT 1 AS a$b, (';')", "SELECT 2"),
    _s(
        "json operators",
        "SELECT '{\"a\":1}' -> 'a', '[1]'->>0;SELECT 2",
        "SELECT '{\"a\":1}' -> 'a', '[1]'->>0",
        "SELECT 2",
    ),
    _s(
        "all operators",
        "SELECT 1||2, 1<<2>>1, 1<>2, 1!=2, 1==1, ~1&3|4%5;",
        "SELECT 1||2, 1<<2>>1, 1<>2, 1!=2, 1==1, ~1&3|4%5",
    ),
    _s("characters that sqlite refuses", "SELECT 1 ^ 2; SELECT {3};", "SELECT 1 ^ 2", "SELECT {3}", runs=False),
    _s("nul", "SELECT 1;\0SELECT 2;", "SELECT 1", "\0SELECT 2", runs=False),
    _s("lone surrogate", "SELECT '\ud800;';SELECT 2", "SELECT '\ud800;'", "SELECT 2", runs=False),
    _s(
        "keywords as names",
        'SELECT 1 AS [end], 2 AS "create", 3 AS trigger;SELECT 2',
        'SELECT 1 AS [end], 2 AS "create", 3 AS trigger',
        "SELECT 2",
    ),
    _s(
        "fallback keywords as names",
        "SELECT 1 AS end_, 2 AS temp, 3 AS plan, 4 AS query;",
        "SELECT 1 AS end_, 2 AS temp, 3 AS plan, 4 AS query",
    ),
]
STATEMENTS = [
    _s(
        "with before a select",
        "WITH x(n) AS (SELECT ';') SELECT n FROM x;SELECT 2",
        "WITH x(n) AS (SELECT ';') SELECT n FROM x",
        "SELECT 2",
    ),
    _s(
        "with before an insert",
        "WITH x AS (SELECT 9 AS n) INSERT INTO log SELECT n FROM x;SELECT 2",
        "WITH x AS (SELECT 9 AS n) INSERT INTO log SELECT n FROM x",
        "SELECT 2",
    ),
    _s(
        "with before a delete",
        "WITH x AS (SELECT 1) DELETE FROM log WHERE line IN x;",
        "WITH x AS (SELECT 1) DELETE FROM log WHERE line IN x",
    ),
    _s("values", "VALUES (1, ';'), (2, 'b');VALUES(3);", "VALUES (1, ';'), (2, 'b')", "VALUES(3)"),
    _s("pragma", "PRAGMA user_version = 7; PRAGMA user_version;", "PRAGMA user_version = 7", "PRAGMA user_version"),
    _s("attach", 'ATTACH \':memory:\' AS "m;n"; DETACH "m;n";', "ATTACH ':memory:' AS \"m;n\"", 'DETACH "m;n"'),
    _s("explain", "EXPLAIN SELECT 1; EXPLAIN QUERY PLAN SELECT 2;", "EXPLAIN SELECT 1", "EXPLAIN QUERY PLAN SELECT 2"),
    _s("explain a delete", "EXPLAIN DELETE FROM t;SELECT 2", "EXPLAIN DELETE FROM t", "SELECT 2"),
    _s(
        "transaction",
        "BEGIN; INSERT INTO log VALUES (1); END; SELECT 2",
        "BEGIN",
        "INSERT INTO log VALUES (1)",
        "END",
        "SELECT 2",
    ),
    _s(
        "savepoints",
        'SAVEPOINT "a;b"; ROLLBACK TO "a;b"; RELEASE "a;b";',
        'SAVEPOINT "a;b"',
        'ROLLBACK TO "a;b"',
        'RELEASE "a;b"',
    ),
    _s(
        "case outside of a trigger",
        "SELECT CASE WHEN 1 THEN 2 END; SELECT 2;",
        "SELECT CASE WHEN 1 THEN 2 END",
        "SELECT 2",
    ),
    _s(
        "upsert",
        "INSERT INTO t VALUES (9, 9, 9) ON CONFLICT DO NOTHING; SELECT 2",
        "INSERT INTO t VALUES (9, 9, 9) ON CONFLICT DO NOTHING",
        "SELECT 2",
    ),
    _s(
        "returning",
        "INSERT INTO log VALUES (1) RETURNING ';', line; SELECT 2",
        "INSERT INTO log VALUES (1) RETURNING ';', line",
        "SELECT 2",
    ),
    _s(
        "create table with everything",
        "CREATE TABLE n (a INT CHECK (a > ';'), b DEFAULT (';'));SELECT 2",
        "CREATE TABLE n (a INT CHECK (a > ';'), b DEFAULT (';'))",
        "SELECT 2",
    ),
    _s(
        "create view",
        "CREATE VIEW v AS SELECT ';' AS x;SELECT * FROM v",
        "CREATE VIEW v AS SELECT ';' AS x",
        "SELECT * FROM v",
    ),
    _s(
        "create temp table",
        "CREATE TEMP TABLE tt (a); CREATE TEMPORARY TABLE tu (a);",
        "CREATE TEMP TABLE tt (a)",
        "CREATE TEMPORARY TABLE tu (a)",
    ),
    _s("table named trigger", 'CREATE TABLE "trigger" (a); SELECT 2;', 'CREATE TABLE "trigger" (a)', "SELECT 2"),
    _s("a syntax error in the middle", "SELECT 1; SELEKT 2; SELECT 3;", "SELECT 1", "SELEKT 2", "SELECT 3", runs=False),
    _s("unbalanced parentheses", "SELECT (1; SELECT 2);", "SELECT (1", "SELECT 2)", runs=False),
]
TRIGGERS = [
    _s("trigger", TRIGGER + ";\nINSERT INTO t VALUES (5, 'x', NULL);", TRIGGER, "INSERT INTO t VALUES (5, 'x', NULL)"),
    _s("trigger at the end", TRIGGER, TRIGGER),
    _s("trigger, comment behind it", TRIGGER + " /* c */ ; SELECT 2", TRIGGER, "SELECT 2"),
    _s("end in quotes and comments", LATE_END + "; DELETE FROM t;", LATE_END, "DELETE FROM t"),
    _s(
        "temp trigger",
        TRIGGER.replace("TRIGGER", "TEMP TRIGGER IF NOT EXISTS") + ";SELECT 2",
        TRIGGER.replace("TRIGGER", "TEMP TRIGGER IF NOT EXISTS"),
        "SELECT 2",
    ),
    _s(
        "temporary trigger with comments between",
        "create/**/temporary--\ntrigger tr after delete on t begin select 1;end;select 2",
        "create/**/temporary--\ntrigger tr after delete on t begin select 1;end",
        "select 2",
    ),
    _s(
        "trigger in lower case on one line",
        "create trigger tr after delete on t begin select 1; select 2; end;select 3;",
        "create trigger tr after delete on t begin select 1; select 2; end",
        "select 3",
    ),
    _s(
        "comment before end",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; -- END;\n/* END */ END; SELECT 2",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; -- END;\n/* END */ END",
        "SELECT 2",
    ),
    _s(
        "comment behind end",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END -- END;\n; SELECT 2",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END",
        "SELECT 2",
    ),
    _s("two triggers", TRIGGER + ";" + LATE_END + ";", TRIGGER, LATE_END),
    _s(
        "explained trigger",
        "EXPLAIN CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END; SELECT 2",
        "EXPLAIN CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END",
        "SELECT 2",
    ),
    _s(
        "explained query plan of a trigger",
        "EXPLAIN QUERY PLAN CREATE TEMP TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END; SELECT 2",
        "EXPLAIN QUERY PLAN CREATE TEMP TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END",
        "SELECT 2",
    ),
    _s(
        "trigger over blobs",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT x'3B', ';END;'; END; SELECT 2",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT x'3B', ';END;'; END",
        "SELECT 2",
    ),
    _s("drop trigger", TRIGGER + "; DROP TRIGGER tr1; SELECT 2", TRIGGER, "DROP TRIGGER tr1", "SELECT 2"),
    _s(
        "trigger named in quotes",
        'CREATE TRIGGER "a;END;" AFTER DELETE ON t BEGIN SELECT 1; END; SELECT 2',
        'CREATE TRIGGER "a;END;" AFTER DELETE ON t BEGIN SELECT 1; END',
        "SELECT 2",
    ),
    _s(
        "trigger without its end swallows the rest",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; SELECT 2; SELECT 3;",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; SELECT 2; SELECT 3;",
        runs=False,
    ),
    _s(
        "trigger without its end, blank before the last semicolon",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1 ;",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1 ;",
        runs=False,
    ),
    _s(
        "semicolons in a row in a trigger",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1;; END; SELECT 2",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1;; END",
        "SELECT 2",
        runs=False,
    ),
    _s(
        "end twice",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END END; END; SELECT 2",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END END; END",
        "SELECT 2",
        runs=False,
    ),
]
CLIENT = [
    _s("dot command", ".tables\nSELECT 1;", ".tables", "SELECT 1", runs=False),
    _s("dot command with an open quote", ".print it's; --\nSELECT 1;", ".print it's; --", "SELECT 1", runs=False),
    _s("dot command behind a comment", "-- c\n/* d\n */\n.tables", ".tables", runs=False),
    _s(
        "dot command behind a statement",
        "SELECT 1;\n.mode csv  \r\nSELECT 2;",
        "SELECT 1",
        ".mode csv",
        "SELECT 2",
        runs=False,
    ),
    _s("dot in the middle of a statement", "SELECT 1\n.tables;", "SELECT 1\n.tables", runs=False),
    _s("dot not in the first column", "SELECT 1; .tables\n .x;", "SELECT 1", ".tables\n .x", runs=False),
    _s(
        "dot in a trigger",
        TRIGGER.replace("  DELETE", ".x\n  DELETE") + ";\n.x",
        TRIGGER.replace("  DELETE", ".x\n  DELETE"),
        ".x",
        runs=False,
    ),
    _s("dot in a string", "SELECT '\n.tables\n';", "SELECT '\n.tables\n'"),
    _s("shell comment", "# it's a comment;\nSELECT 1;\n#\n", "SELECT 1", runs=False),
    _s(
        "shell commands",
        ".shell rm -rf /\n.system ls; SELECT 1\n.load x",
        ".shell rm -rf /",
        ".system ls; SELECT 1",
        ".load x",
        runs=False,
    ),
]
SCRIPTS = [*PLAIN, *QUOTES, *COMMENTS, *LEXICAL, *STATEMENTS, *TRIGGERS, *CLIENT]
