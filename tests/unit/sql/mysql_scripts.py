"""Awkward scripts for the clients of MySQL and MariaDB, and the statements they hold."""

from typing import NamedTuple


class Script(NamedTuple):
    """A script and the texts of its statements, as they are to be sent; those for the client are not among them.

    Attributes:
        client: Whether the mariadb client sends these very statements, without their comments.
    """

    name: str
    text: str
    statements: tuple[str, ...]
    client: bool = True


def _s(name: str, text: str, *statements: str, client: bool = True) -> Script:
    return Script(name, text, statements, client)


PROCEDURE = """CREATE PROCEDURE p(IN a INT)
main: BEGIN
  DECLARE i INT DEFAULT 0; -- END;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END;
  DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END;
  IF a > 0 THEN SET i = CASE a WHEN 1 THEN 2 ELSE 3 END; ELSEIF a < 0 THEN SET i = 1; END IF;
  WHILE i < 9 DO SET i = i + 1; END WHILE;
  CASE i WHEN 1 THEN SET i = 2; ELSE BEGIN END; END CASE;
  REPEAT SET i = i - 1; UNTIL i < 1 END REPEAT;
  l: LOOP LEAVE l; END LOOP l;
  SELECT 'END;' AS `end`, i AS "begin"; # END;
  SELECT CASE WHEN EXISTS (SELECT 1) THEN IF(i, 1, 2) END FOR UPDATE;
END main"""
TRIGGER = "CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; SET NEW.end = NEW.begin; END"
EVENT = "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO BEGIN DELETE FROM t; DELETE FROM u; END"
FUNCTION = "CREATE OR REPLACE DEFINER=`root`@`localhost` FUNCTION f() RETURNS INT DETERMINISTIC BEGIN RETURN 1; END"
DUMPED = """/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t2 AFTER INSERT ON t FOR EACH ROW
BEGIN
  SET @a = 1; SET @b = ';'; END */"""

PLAIN = [
    _s("nothing", ""),
    _s("blanks", " \t\r\n\f "),
    _s("only semicolons", ";;; ;\n;"),
    _s("only comments", "-- a;b\n/* c; */ ; # d"),
    _s("one without terminator", "SELECT 1", "SELECT 1"),
    _s("two on a line", "SELECT 1;SELECT 2;", "SELECT 1", "SELECT 2"),
    _s("semicolons in odd places", ";;SELECT 1;;\n;SELECT 2;;", "SELECT 1", "SELECT 2"),
    _s("blank before the terminator", "SELECT 1 \n ;\nSELECT 2\t;", "SELECT 1", "SELECT 2"),
    _s("windows line ends", "SELECT 1;\r\nSELECT 2;\r\n", "SELECT 1", "SELECT 2"),
    _s("byte order mark at the start", "\ufeffSELECT 1;", "SELECT 1"),
    _s("byte order mark between", "SELECT 1; \ufeff SELECT 2;", "SELECT 1", "SELECT 2", client=False),
    _s("names outside ascii", "SELECT 1 AS größe;SELECT 2 AS 数;", "SELECT 1 AS größe", "SELECT 2 AS 数"),
    _s("fullwidth semicolon is a name", "SELECT 1 AS a；b; SELECT 2", "SELECT 1 AS a；b", "SELECT 2"),
]
QUOTES = [
    _s("semicolon in a string", "SELECT 'a;b';SELECT 2", "SELECT 'a;b'", "SELECT 2"),
    _s("doubled quotes", "SELECT '''';SELECT ''''';''';", "SELECT ''''", "SELECT ''''';'''"),
    _s("escaped quote", "SELECT 'a\\';b';SELECT 2;", "SELECT 'a\\';b'", "SELECT 2"),
    _s("escaped backslash", "SELECT 'a\\\\';SELECT 2;", "SELECT 'a\\\\'", "SELECT 2"),
    _s("double quotes", 'SELECT "x;y""z;\\";";SELECT 2', 'SELECT "x;y""z;\\";"', "SELECT 2"),
    _s("backticks", "SELECT 1 AS `a;``b;`;SELECT 2", "SELECT 1 AS `a;``b;`", "SELECT 2"),
    _s("backslash in backticks", "SELECT 1 AS `a\\`;SELECT 2", "SELECT 1 AS `a\\`", "SELECT 2"),
    _s("quotes in quotes", "SELECT \"'\", '\"', '`';SELECT 2", "SELECT \"'\", '\"', '`'", "SELECT 2"),
    _s("over lines", "SELECT 'a\n;\nb', \"\n;\";\nSELECT 2;", "SELECT 'a\n;\nb', \"\n;\"", "SELECT 2"),
    _s("escaped line end", "SELECT 'a\\\n\\';';SELECT 2", "SELECT 'a\\\n\\';'", "SELECT 2", client=False),
    _s(
        "introducers",
        "SELECT _utf8mb4';', N'\\';', x'3B', b'0';SELECT 2",
        "SELECT _utf8mb4';', N'\\';', x'3B', b'0'",
        "SELECT 2",
    ),
    _s("comment in a string", "SELECT '-- ', '/*', '#';SELECT '*/';", "SELECT '-- ', '/*', '#'", "SELECT '*/'"),
    _s("string open to the end", "SELECT 1; SELECT 'a; b", "SELECT 1", "SELECT 'a; b", client=False),
    _s("variables", "SELECT @a, @'b;', @`c;`, @@global.x;SELECT 2", "SELECT @a, @'b;', @`c;`, @@global.x", "SELECT 2"),
    _s("null", "SELECT \\N;SELECT 2", "SELECT \\N", "SELECT 2"),
]
COMMENTS = [
    _s("dashes and a blank", "SELECT 1 -- ; no\n+ 1;SELECT 2", "SELECT 1 -- ; no\n+ 1", "SELECT 2"),
    _s("dashes and a tab", "SELECT 1 --\t;'\n+ 1;SELECT 2", "SELECT 1 --\t;'\n+ 1", "SELECT 2"),
    _s("dashes at a line's end", "SELECT 1 --\n+ 1;SELECT 2", "SELECT 1 --\n+ 1", "SELECT 2"),
    _s("dashes without a blank", "SELECT 1--1;SELECT 2", "SELECT 1--1", "SELECT 2"),
    _s("dashes without a blank where none begins", "--x; '\nSELECT 2", "SELECT 2"),
    _s("hash", "SELECT 1 #; no\n+ 1;SELECT 2", "SELECT 1 #; no\n+ 1", "SELECT 2"),
    _s("quote in a comment", "SELECT 1; # it's\nSELECT 2; -- it's\nSELECT 3", "SELECT 1", "SELECT 2", "SELECT 3"),
    _s("block comment", "SELECT /* ; ' */ 1;SELECT 2", "SELECT /* ; ' */ 1", "SELECT 2"),
    _s("block comments do not nest", "/* a /* b; */ SELECT 1; SELECT 2", "SELECT 1", "SELECT 2"),
    _s("slash behind the opener", "/*/ SELECT 0; /*/ SELECT 1;", "SELECT 1", client=False),
    _s("stars", "/****;****/SELECT 1;/***/SELECT 2", "SELECT 1", "SELECT 2"),
    _s("hint", "SELECT /*+ ; */ 1;SELECT 2", "SELECT /*+ ; */ 1", "SELECT 2"),
    _s("comment open in a statement", "SELECT 1 /* ; SELECT 2; ", "SELECT 1"),
    _s("product and comment", "SELECT 2*/*;*/3;SELECT 2", "SELECT 2*/*;*/3", "SELECT 2"),
    _s("executable", "/*!40101 SET NAMES utf8 */;SELECT 2", "/*!40101 SET NAMES utf8 */", "SELECT 2"),
    _s("executable by name", "/*M!100100 SELECT ';' */;SELECT 2", "/*M!100100 SELECT ';' */", "SELECT 2"),
    _s("executable in a statement", "SELECT 1 /*! + ';' */ + 2;SELECT 3", "SELECT 1 /*! + ';' */ + 2", "SELECT 3"),
    _s(
        "executable at the end",
        "CREATE TABLE a (b INT) /*!50100 ENGINE=x */ ;",
        "CREATE TABLE a (b INT) /*!50100 ENGINE=x */",
    ),
    _s("terminator in an executable one", "/*!50003 SELECT 1; SELECT 2 */;", "/*!50003 SELECT 1", "SELECT 2 */"),
    _s(
        "comment in an executable one",
        "/*! SELECT /* ; */ 1 */;SELECT 2",
        "/*! SELECT /* ; */ 1 */",
        "SELECT 2",
        client=False,
    ),
    _s("executable that multiplies", "SELECT /*! 2 */*3;SELECT 4", "SELECT /*! 2 */*3", "SELECT 4", client=False),
]
DELIMITERS = [
    _s("delimiter", "DELIMITER //\nSELECT 1; SELECT 2//\nDELIMITER ;\nSELECT 3;", "SELECT 1; SELECT 2", "SELECT 3"),
    _s("lower case, blanks", "  delimiter   $$  \nSELECT 1;$$ SELECT 2 $$\n", "SELECT 1;", "SELECT 2"),
    _s("doubled semicolon", "DELIMITER ;;\nSELECT 1;; SELECT 2;\n;;", "SELECT 1", "SELECT 2;"),
    _s("a word", "DELIMITER go\nSELECT 1; SELECT 2\ngo\nSELECT 3 go", "SELECT 1; SELECT 2", "SELECT 3"),
    _s("in the middle of words", "DELIMITER x\nSELECT 1 AS axb\nx", "SELECT 1 AS a", "b"),
    _s("quoted", "DELIMITER 'x y'\nSELECT 1x ySELECT 2x y", "SELECT 1", "SELECT 2"),
    _s("one that looks like a comment", "DELIMITER --\nSELECT 1 -- SELECT 2 --\n", "SELECT 1", "SELECT 2"),
    _s("a hash", "DELIMITER #\nSELECT 1 # SELECT 2#\n", "SELECT 1", "SELECT 2"),
    _s("behind dashes", "DELIMITER //\nSELECT 5--//\nSELECT 6//", "SELECT 5--", "SELECT 6"),
    _s(
        "not in quotes",
        "DELIMITER //\nSELECT '//', `//`, \"//\" /* // */// SELECT 2//",
        "SELECT '//', `//`, \"//\"",
        "SELECT 2",
    ),
    _s("half of it", "DELIMITER //\nSELECT 4 / 2// SELECT 2/ 1//", "SELECT 4 / 2", "SELECT 2/ 1"),
    _s("outside ascii", "DELIMITER §§\nSELECT '§';§§ SELECT 2§§", "SELECT '§';", "SELECT 2", client=False),
    _s("not within a statement", "SELECT 1\nDELIMITER //\n; SELECT 2;", "SELECT 1\nDELIMITER //", "SELECT 2"),
    _s("without one", "DELIMITER\nSELECT 1;", "SELECT 1"),
    _s("with a backslash", "DELIMITER \\\\\nSELECT 1;", "SELECT 1", client=False),
    _s("behind a statement", "DELIMITER //\nSELECT 1// DELIMITER ;\nSELECT 2;", "SELECT 1", "SELECT 2", client=False),
    _s("short form", "\\d //\nSELECT 1; SELECT 2//\\d ;\nSELECT 3;", "SELECT 1; SELECT 2", "SELECT 3"),
    _s("short form in a statement", "SELECT 1; \\d //\nSELECT 2;//", "SELECT 1", "SELECT 2;"),
    _s("dumped", f"DELIMITER ;;\n{DUMPED};;\nDELIMITER ;\nSELECT 1;", DUMPED, "SELECT 1"),
    _s("procedure", f"DELIMITER //\n{PROCEDURE}//\nDELIMITER ;\nSELECT 1;", PROCEDURE, "SELECT 1"),
]
COMMANDS = [
    _s("go", "SELECT 1\\g SELECT 2\\G\nSELECT 3", "SELECT 1", "SELECT 2", "SELECT 3"),
    _s("clear", "SELECT 1 \\c SELECT 2;", "SELECT 2"),
    _s("in a string it is none", "SELECT '\\g', \"\\G\", `\\g`;SELECT 2", "SELECT '\\g', \"\\G\", `\\g`", "SELECT 2"),
    _s("in a comment it is none", "SELECT 1 /* \\g */ + 2; SELECT 3", "SELECT 1 /* \\g */ + 2", "SELECT 3"),
    _s("a word on a line", "go\nSELECT 1;\nclear\nnotee\nSELECT 2;", "SELECT 1", "SELECT 2"),
    _s("a word in a statement", "SELECT 1 AS\ngo\n;SELECT 2;", "SELECT 1 AS\ngo", "SELECT 2"),
    _s("a word as a statement", "SELECT 1; print; SELECT 2; clear ;", "SELECT 1", "SELECT 2"),
    _s("with arguments", "prompt a b\nSELECT 1; prompt c; SELECT 2;", "SELECT 1", "SELECT 2"),
    _s("a word that takes no arguments", "go on;\nSELECT 2;", "go on", "SELECT 2"),
    _s("use on a line", "use information_schema\nSELECT 1;", "use information_schema", "SELECT 1"),
    _s("use as a statement", "USE information_schema; SELECT 1;", "USE information_schema", "SELECT 1"),
    _s("go behind use", "use information_schema\\g SELECT 1;", "use information_schema", "SELECT 1", client=False),
    _s("within a statement it stays", "SELECT 1 \\p + 2;", "SELECT 1 \\p + 2", client=False),
]
ROUTINES = [
    _s("procedure without a delimiter", PROCEDURE + ";\nSELECT 1;", PROCEDURE, "SELECT 1", client=False),
    _s("trigger", TRIGGER + ";SELECT 1", TRIGGER, "SELECT 1", client=False),
    _s("event", EVENT + ";SELECT 1", EVENT, "SELECT 1", client=False),
    _s(
        "alter event",
        EVENT.replace("CREATE", "ALTER") + ";SELECT 1",
        EVENT.replace("CREATE", "ALTER"),
        "SELECT 1",
        client=False,
    ),
    _s("function", FUNCTION + ";SELECT 1", FUNCTION, "SELECT 1", client=False),
    _s("dumped without a delimiter", DUMPED + ";SELECT 1;", DUMPED, "SELECT 1", client=False),
    _s(
        "block",
        "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END; SELECT 3",
        "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
        "SELECT 3",
        client=False,
    ),
    _s(
        "transaction",
        "BEGIN; SELECT 1; COMMIT; BEGIN WORK; SELECT 2",
        "BEGIN",
        "SELECT 1",
        "COMMIT",
        "BEGIN WORK",
        "SELECT 2",
    ),
    _s(
        "procedure of one statement",
        "CREATE PROCEDURE p() SELECT 1; SELECT 2",
        "CREATE PROCEDURE p() SELECT 1",
        "SELECT 2",
    ),
    _s(
        "columns of these names",
        "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW SET NEW.begin = 1; SELECT 2",
        "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW SET NEW.begin = 1",
        "SELECT 2",
    ),
    _s(
        "columns in a query",
        "CREATE PROCEDURE p() SELECT begin, end FROM t WHERE begin < end; SELECT 2",
        "CREATE PROCEDURE p() SELECT begin, end FROM t WHERE begin < end",
        "SELECT 2",
    ),
    _s(
        "case",
        "CREATE PROCEDURE p() SELECT CASE 1 WHEN 1 THEN 2 END; x",
        "CREATE PROCEDURE p() SELECT CASE 1 WHEN 1 THEN 2 END",
        "x",
    ),
    _s(
        "loadable function",
        "CREATE FUNCTION f RETURNS STRING SONAME 'x.so'; SELECT 2",
        "CREATE FUNCTION f RETURNS STRING SONAME 'x.so'",
        "SELECT 2",
    ),
    _s(
        "view by a definer",
        "CREATE DEFINER=begin@h VIEW v AS SELECT 1; SELECT 2",
        "CREATE DEFINER=begin@h VIEW v AS SELECT 1",
        "SELECT 2",
    ),
    _s("never closed", "CREATE PROCEDURE p() BEGIN SELECT 1;", "CREATE PROCEDURE p() BEGIN SELECT 1;", client=False),
    _s("drop", "DROP PROCEDURE p; SELECT 2", "DROP PROCEDURE p", "SELECT 2"),
]
LEXICAL = [
    _s(
        "numbers",
        "SELECT 1e5, .5, 5., 0x1F, 0b01, 1.5e+3;SELECT 2",
        "SELECT 1e5, .5, 5., 0x1F, 0b01, 1.5e+3",
        "SELECT 2",
    ),
    _s("operators", "SELECT 1<=>2, 1&&2, 1||2, @a:=1;SELECT 2", "SELECT 1<=>2, 1&&2, 1||2, @a:=1", "SELECT 2"),
    _s("parentheses hold nothing back", "SELECT (1;SELECT 2;", "SELECT (1", "SELECT 2"),
    _s("account", "DROP USER 'a;'@'b;', c@d;SELECT 2", "DROP USER 'a;'@'b;', c@d", "SELECT 2"),
    _s("with", "WITH x AS (SELECT ';') SELECT * FROM x;SELECT 2", "WITH x AS (SELECT ';') SELECT * FROM x", "SELECT 2"),
]

SCRIPTS = [*PLAIN, *QUOTES, *COMMENTS, *DELIMITERS, *COMMANDS, *ROUTINES, *LEXICAL]
