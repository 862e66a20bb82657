"""Awkward scripts for psql and the statements they hold."""

from typing import NamedTuple


class Script(NamedTuple):
    """A script and the texts of its statements, as they are to be sent; those for the client are not among them.

    Attributes:
        client: Whether psql sends these very statements, on a database with the table `t (a int, b text)`.
    """

    name: str
    text: str
    statements: tuple[str, ...]
    client: bool = True


def _s(name: str, text: str, *statements: str, client: bool = True) -> Script:
    return Script(name, text, statements, client)


FUNCTION = """CREATE FUNCTION f(a int) RETURNS int LANGUAGE SQL
BEGIN ATOMIC
  SELECT 1; -- END;
  SELECT CASE a WHEN 1 THEN 2 ELSE (SELECT CASE WHEN true THEN 3 END) END;
  SELECT 'END;' AS "end";
END"""
PROCEDURE = "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); END"
BODY = """CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NEW.a = 1 THEN RETURN NULL; END IF;
  EXECUTE $$SELECT ';'$$;
  RETURN NEW;
END;
$body$"""

PLAIN = [
    _s("nothing", ""),
    _s("blanks", " \t\r\n\f "),
    _s("only semicolons", ";;; ;\n;"),
    _s("only comments", "-- a;b\n/* c; */ ; -- d"),
    _s("one without terminator", "SELECT 1", "SELECT 1"),
    _s("two on a line", "SELECT 1;SELECT 2;", "SELECT 1", "SELECT 2"),
    _s("semicolons in odd places", ";;SELECT 1;;\n;SELECT 2;;", "SELECT 1", "SELECT 2"),
    _s("blank before the terminator", "SELECT 1 \n ;\nSELECT 2\t;", "SELECT 1", "SELECT 2"),
    _s("windows line ends", "SELECT 1;\r\nSELECT 2;\r\n", "SELECT 1", "SELECT 2"),
    _s("old mac line ends", "SELECT 1;\rSELECT 2;\r", "SELECT 1", "SELECT 2"),
    _s("a carriage return ends a comment", "SELECT 1 -- c\r + 1; SELECT 2", "SELECT 1 -- c\r + 1", "SELECT 2"),
    _s("byte order mark at the start", "\ufeffSELECT 1;", "SELECT 1"),
    _s("byte order mark between", "SELECT 1; \ufeff SELECT 2;", "SELECT 1", "SELECT 2", client=False),
    _s("byte order mark in a name", "SELECT 1 AS a\ufeff;SELECT 2", "SELECT 1 AS a\ufeff", "SELECT 2"),
    _s("no-break space is a name", "SELECT 1 AS \u00a0;", "SELECT 1 AS \u00a0"),
    _s("names outside ascii", "SELECT 1 AS größe;SELECT 2 AS 数;", "SELECT 1 AS größe", "SELECT 2 AS 数"),
    _s("fullwidth semicolon is a name", "SELECT 1 AS a；b; SELECT 2", "SELECT 1 AS a；b", "SELECT 2"),
    _s("brackets", "SELECT (ARRAY[1,2])[1:2];SELECT 2", "SELECT (ARRAY[1,2])[1:2]", "SELECT 2"),
]
QUOTES = [
    _s("semicolon in a string", "SELECT 'a;b';SELECT 2", "SELECT 'a;b'", "SELECT 2"),
    _s("doubled quotes", "SELECT '''';SELECT ''''';''';", "SELECT ''''", "SELECT ''''';'''"),
    _s("backslash escapes nothing", "SELECT 'a\\';SELECT 'b';", "SELECT 'a\\'", "SELECT 'b'"),
    _s("backslash escapes behind E", "SELECT E'a\\';b';SELECT 2;", "SELECT E'a\\';b'", "SELECT 2"),
    _s("backslash before the end behind e", "SELECT e'a\\\\';SELECT 2;", "SELECT e'a\\\\'", "SELECT 2"),
    _s("doubled quote behind E", "SELECT E'it''s;';SELECT 2;", "SELECT E'it''s;'", "SELECT 2"),
    _s("a name that ends with e", "SELECT 1 AS apple'\\'", "SELECT 1 AS apple'\\'"),
    _s("E in the middle of a word", "SELECT date'2020-01-01\\';SELECT 2", "SELECT date'2020-01-01\\'", "SELECT 2"),
    _s("a number before E", "SELECT 1E'\\';SELECT 2", "SELECT 1E'\\'", "SELECT 2"),
    _s("string over lines", "SELECT 'a\n;\nb';\nSELECT 2;", "SELECT 'a\n;\nb'", "SELECT 2"),
    _s("escaped line end", "SELECT E'a\\\n\\';';SELECT 2", "SELECT E'a\\\n\\';'", "SELECT 2"),
    _s("continued string", "SELECT 'a'\n'b;c';SELECT 2", "SELECT 'a'\n'b;c'", "SELECT 2"),
    _s("continued string behind E", "SELECT E'a'\n'b\\';';SELECT 2", "SELECT E'a'\n'b\\';'", "SELECT 2", client=False),
    _s(
        "continued behind E over a comment",
        "SELECT E'a' -- it's\n\n -- ;\n '\\'';SELECT 2",
        "SELECT E'a' -- it's\n\n -- ;\n '\\''",
        "SELECT 2",
        client=False,
    ),
    _s("not continued on its line", "SELECT E'a' '\\';SELECT 2", "SELECT E'a' '\\'", "SELECT 2"),
    _s("not continued behind a comment", "SELECT E'a' /* */\n'\\';SELECT 2", "SELECT E'a' /* */\n'\\'", "SELECT 2"),
    _s(
        "unicode escapes", "SELECT U&'\\0061;', U&\"\\0061;\";SELECT 2", "SELECT U&'\\0061;', U&\"\\0061;\"", "SELECT 2"
    ),
    _s("bits", "SELECT B'01', X'1F', b';';SELECT 2", "SELECT B'01', X'1F', b';'", "SELECT 2"),
    _s("national", "SELECT N'a\\';SELECT 2", "SELECT N'a\\'", "SELECT 2"),
    _s("double quotes", 'SELECT 1 AS "x;y""z;";SELECT 2', 'SELECT 1 AS "x;y""z;"', "SELECT 2"),
    _s("backslash in double quotes", 'SELECT 1 AS "a\\";SELECT 2', 'SELECT 1 AS "a\\"', "SELECT 2"),
    _s("backticks quote nothing", "SELECT 1 ` 2;SELECT 2 `", "SELECT 1 ` 2", "SELECT 2 `"),
    _s("string open to the end", "SELECT 1; SELECT 'a; b", "SELECT 1", "SELECT 'a; b"),
    _s("name open to the end", 'SELECT "a; b; ', 'SELECT "a; b; ', client=False),
    _s("escapes open to the end", "SELECT E'a\\'; b", "SELECT E'a\\'; b"),
]
DOLLARS = [
    _s("dollar quote", "SELECT $$a;b'$$;SELECT 2", "SELECT $$a;b'$$", "SELECT 2"),
    _s("tagged", "SELECT $a$;$b$;$$;$a$;SELECT 2", "SELECT $a$;$b$;$$;$a$", "SELECT 2"),
    _s("the tag's case counts", "SELECT $a$;$A$;$a$;SELECT 2", "SELECT $a$;$A$;$a$", "SELECT 2"),
    _s("end right behind another", "SELECT $a$ $b$a$;SELECT 2", "SELECT $a$ $b$a$", "SELECT 2"),
    _s("half an end", "SELECT $a$;$a;$a$;SELECT 2", "SELECT $a$;$a;$a$", "SELECT 2"),
    _s("tag outside ascii", "SELECT $größe$;$größe$;SELECT 2", "SELECT $größe$;$größe$", "SELECT 2"),
    _s("over lines", "SELECT $$\n;\n--\n$$;\nSELECT 2", "SELECT $$\n;\n--\n$$", "SELECT 2"),
    _s("in a name", "SELECT 1 AS a$b$;SELECT 2 AS c$b$;", "SELECT 1 AS a$b$", "SELECT 2 AS c$b$"),
    _s("in a name with digits", "SELECT 1 AS a1$b$;SELECT 2 AS c1$b$;", "SELECT 1 AS a1$b$", "SELECT 2 AS c1$b$"),
    _s("behind a number", "SELECT 1$a$;$a$;SELECT 2", "SELECT 1$a$;$a$", "SELECT 2"),
    _s("behind a parameter", "SELECT $1$a$;$a$;SELECT 2", "SELECT $1$a$;$a$", "SELECT 2"),
    _s("behind an operator", "SELECT 1||$a$;$a$;SELECT 2", "SELECT 1||$a$;$a$", "SELECT 2"),
    _s("parameters", "SELECT $1, $2;SELECT 3", "SELECT $1, $2", "SELECT 3"),
    _s("no tag begins with a digit", "SELECT $1a$;$1a$;", "SELECT $1a$", "$1a$"),
    _s("lone dollars", "SELECT $;SELECT $ a$;", "SELECT $", "SELECT $ a$"),
    _s("open to the end", "SELECT $a$;$b$; ", "SELECT $a$;$b$; ", client=False),
    _s("a function's body", BODY + ";\nSELECT 2", BODY, "SELECT 2"),
    _s("do", "DO $$ BEGIN PERFORM 1; END $$;SELECT 2", "DO $$ BEGIN PERFORM 1; END $$", "SELECT 2"),
]
COMMENTS = [
    _s("line comment with semicolon", "SELECT 1 -- ; no\n+ 1;SELECT 2", "SELECT 1 -- ; no\n+ 1", "SELECT 2"),
    _s("line comment before the terminator", "SELECT 1 -- c\n;SELECT 2", "SELECT 1", "SELECT 2"),
    _s("quote in a comment", "SELECT 1; -- it's\nSELECT 2;", "SELECT 1", "SELECT 2"),
    _s("block comment", "SELECT /* ; */ 1;SELECT 2", "SELECT /* ; */ 1", "SELECT 2"),
    _s("block comments nest", "/* a; /* b; */ c; */ SELECT 1; SELECT 2", "SELECT 1", "SELECT 2"),
    _s("in a statement they nest", "SELECT /* /* ; */ ; */ 1;SELECT 2", "SELECT /* /* ; */ ; */ 1", "SELECT 2"),
    _s("slash behind the opener", "/*/ SELECT 0; /*/ */ */ SELECT 1;", "SELECT 1"),
    _s("stars", "/****;****/SELECT 1;/***/SELECT 2", "SELECT 1", "SELECT 2"),
    _s("deep", "/*/*/*/*;*/;*/;*/;*/SELECT 1;", "SELECT 1"),
    _s("quotes in a comment", "/* it's \" $$ */ SELECT 1;", "SELECT 1"),
    _s("comment open in a statement", "SELECT 1 /* ; /* */ SELECT 2; ", "SELECT 1"),
    _s("an end without a beginning", "SELECT 1 */ 2;SELECT 3", "SELECT 1 */ 2", "SELECT 3"),
    _s("operator before a comment", "SELECT 1 +--;\n2;SELECT 3*/*;*/4;", "SELECT 1 +--;\n2", "SELECT 3*/*;*/4"),
    _s("hash is an operator", "SELECT 1 # 2;SELECT 3", "SELECT 1 # 2", "SELECT 3"),
    _s("minus minus is a comment", "SELECT 1--1;\n;SELECT 2", "SELECT 1", "SELECT 2"),
]
NESTING = [
    _s("parentheses", "SELECT (1;2);SELECT 3", "SELECT (1;2)", "SELECT 3"),
    _s("parentheses over lines", "SELECT (\n;\n);SELECT 3", "SELECT (\n;\n)", "SELECT 3"),
    _s("one too many", "SELECT 1);SELECT (2);", "SELECT 1)", "SELECT (2)"),
    _s("one missing", "SELECT (1;SELECT 2;", "SELECT (1;SELECT 2;"),
    _s("quoted parenthesis", "SELECT '(';SELECT \"(\";SELECT $$($$;", "SELECT '('", 'SELECT "("', "SELECT $$($$"),
    _s("flat ones with quotes", "SELECT (')', E'\\')');SELECT 2", "SELECT (')', E'\\')')", "SELECT 2"),
    _s(
        "rule",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM t; DELETE FROM t);SELECT 1",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM t; DELETE FROM t)",
        "SELECT 1",
    ),
    _s("atomic function", FUNCTION + ";\nSELECT 1", FUNCTION, "SELECT 1"),
    _s("atomic procedure", PROCEDURE + ";SELECT 1", PROCEDURE, "SELECT 1"),
    _s(
        "words over lines",
        "create\n-- c\nor/**/replace\nfunction f() returns int begin atomic\nselect 1;\nend;select 2",
        "create\n-- c\nor/**/replace\nfunction f() returns int begin atomic\nselect 1;\nend",
        "select 2",
    ),
    _s(
        "return",
        "CREATE FUNCTION f() RETURNS int RETURN 1;SELECT 2",
        "CREATE FUNCTION f() RETURNS int RETURN 1",
        "SELECT 2",
    ),
    _s("begin in parentheses", "CREATE FUNCTION f(begin int);SELECT 2", "CREATE FUNCTION f(begin int)", "SELECT 2"),
    _s("quoted begin", 'CREATE FUNCTION "begin"();SELECT 2', 'CREATE FUNCTION "begin"()', "SELECT 2"),
    _s("begin elsewhere", "BEGIN;SELECT 1;END;SELECT 2", "BEGIN", "SELECT 1", "END", "SELECT 2"),
    _s("case outside of a body", "CREATE FUNCTION f() CASE;SELECT 2", "CREATE FUNCTION f() CASE", "SELECT 2"),
    _s("no function", "CREATE TABLE f(a int) BEGIN;SELECT 2", "CREATE TABLE f(a int) BEGIN", "SELECT 2"),
    _s(
        "schema elements",
        "CREATE SCHEMA s CREATE TABLE a (b int);SELECT 2",
        "CREATE SCHEMA s CREATE TABLE a (b int)",
        "SELECT 2",
    ),
]
COMMANDS = [
    _s("a command", "\\echo a;b\nSELECT 1;", "SELECT 1"),
    _s("not at the beginning of a line", "  \\echo a;b\nSELECT 1; \\echo c\nSELECT 2", "SELECT 1", "SELECT 2"),
    _s("command, then a statement", "\\set a b \\\\ SELECT 1;SELECT 2", "SELECT 1", "SELECT 2"),
    _s("two commands", "\\set a b \\set c d\nSELECT 1", "SELECT 1"),
    _s("quotes in a command", "\\set a 'it''s \\' ; \\\\' \\\\ SELECT 1;", "SELECT 1"),
    _s("double quotes in a command", '\\set a "\\\\ ;" \\\\ SELECT 1;', "SELECT 1"),
    _s("open quote in a command", "\\set a 'b\nSELECT 1;", "SELECT 1"),
    _s("go", "SELECT 1 \\g\nSELECT 2\\gx\nSELECT 3", "SELECT 1", "SELECT 2", "SELECT 3"),
    _s("go in parentheses", "SELECT (1 \\g\nSELECT 2;", "SELECT (1", "SELECT 2"),
    _s("go set", "SELECT 1 AS x \\gset\nSELECT 2;", "SELECT 1 AS x", "SELECT 2"),
    _s("go with a file", "SELECT 1 \\g /dev/null\nSELECT 2;", "SELECT 1", "SELECT 2"),
    _s("reset", "SELECT 1 ( \\r\nSELECT 2;", "SELECT 2"),
    _s("backslash semicolon", "SELECT 1\\;SELECT 2;", "SELECT 1", "SELECT 2", client=False),
    _s("backslash semicolon in parentheses", "SELECT (1\\;2);SELECT 3", "SELECT (1\\;2)", "SELECT 3", client=False),
    _s("in a string it is none", "SELECT '\\g';SELECT $$\\g$$;", "SELECT '\\g'", "SELECT $$\\g$$"),
    _s("in a comment it is none", "SELECT 1 -- \\g\n+1;/* \\g */ SELECT 2;", "SELECT 1 -- \\g\n+1", "SELECT 2"),
    _s("within a statement it stays", "SELECT \\echo x\n1;SELECT 2", "SELECT \\echo x\n1", "SELECT 2", client=False),
    _s("an unknown command takes its line", "\\nonsense \\\\ SELECT 0;\nSELECT 1;", "SELECT 1"),
]
COPIES = [
    _s("copy in", "COPY t FROM STDIN;\n1\t;'\n2\t$$\n\\.\nSELECT 1;", "COPY t FROM STDIN", "SELECT 1"),
    _s(
        "lower case, columns, options",
        "copy t (a, b) from stdin (format csv);\n1,x\n\\.\nSELECT 1;",
        "copy t (a, b) from stdin (format csv)",
        "SELECT 1",
    ),
    _s("no data", "COPY t FROM STDIN;\n\\.\nSELECT 1;", "COPY t FROM STDIN", "SELECT 1"),
    _s("comment behind it", "COPY t FROM STDIN; -- c\n1\ta\n\\.\nSELECT 1;", "COPY t FROM STDIN", "SELECT 1"),
    _s("windows line ends", "COPY t FROM STDIN;\r\n1\ta\r\n\\.\r\nSELECT 1;", "COPY t FROM STDIN", "SELECT 1"),
    _s("to the end", "COPY t FROM STDIN;\n1\ta\nSELECT 1;", "COPY t FROM STDIN"),
    _s("words over lines", "COPY t\nFROM -- c\nSTDIN\n;\n1\ta\n\\.\nSELECT 1;", "COPY t\nFROM -- c\nSTDIN", "SELECT 1"),
    _s("by go", "COPY t FROM STDIN \\g\n1\ta\n\\.\nSELECT 1;", "COPY t FROM STDIN", "SELECT 1"),
    _s(
        "twice",
        "COPY t FROM STDIN;\n1\ta\n\\.\nCOPY t FROM STDIN;\n2\tb\n\\.\n",
        "COPY t FROM STDIN",
        "COPY t FROM STDIN",
    ),
    _s("copy out", "COPY t TO STDOUT;\nSELECT 1;\n", "COPY t TO STDOUT", "SELECT 1"),
    _s("from a file", "COPY t FROM '/nonsense';\nSELECT 1;\n", "COPY t FROM '/nonsense'", "SELECT 1"),
    _s(
        "a table named stdin",
        "COPY (SELECT 1 FROM stdin) TO STDOUT;\nSELECT 1;",
        "COPY (SELECT 1 FROM stdin) TO STDOUT",
        "SELECT 1",
    ),
    _s("not a copy", "SELECT 1 FROM stdin;\nSELECT 2;", "SELECT 1 FROM stdin", "SELECT 2"),
    _s("backslash copy", "\\copy t from stdin\n1\t;\n\\.\nSELECT 1;", "SELECT 1", client=False),
    _s(
        "another statement on its line",
        "COPY t FROM STDIN; SELECT 1;\n1\ta\n\\.\nSELECT 2;",
        "COPY t FROM STDIN; SELECT 1;",
        "SELECT 2",
        client=False,
    ),
]
LEXICAL = [
    _s("numbers", "SELECT 1e5, 1E-5, .5, 5., 1.5e+3;SELECT 2", "SELECT 1e5, 1E-5, .5, 5., 1.5e+3", "SELECT 2"),
    _s(
        "json operators",
        "SELECT '{}'::json ->> 'a', '[]'::jsonb @> '[]';",
        "SELECT '{}'::json ->> 'a', '[]'::jsonb @> '[]'",
    ),
    _s("characters that mean nothing", "SELECT {1};SELECT 2", "SELECT {1}", "SELECT 2"),
    _s(
        "psql variables",
        "SELECT :nonsense, :'nonsense', :\"nonsense\";SELECT 2",
        "SELECT :nonsense, :'nonsense', :\"nonsense\"",
        "SELECT 2",
    ),
    _s(
        "with",
        "WITH x AS (SELECT ';') INSERT INTO t SELECT 1, ';';SELECT 2",
        "WITH x AS (SELECT ';') INSERT INTO t SELECT 1, ';'",
        "SELECT 2",
    ),
    _s("explain", "EXPLAIN (COSTS OFF) SELECT 1;EXPLAIN SELECT 2", "EXPLAIN (COSTS OFF) SELECT 1", "EXPLAIN SELECT 2"),
]

SCRIPTS = [*PLAIN, *QUOTES, *DOLLARS, *COMMENTS, *NESTING, *COMMANDS, *COPIES, *LEXICAL]
