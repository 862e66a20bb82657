"""Triggers and routines, whose plain bodies are laid out and whose others stay."""

from unit.sql.formatting.text import Text

_BRANCHED = "create trigger t before insert on a for each row begin if new.x then set  new.y=1; end if; end"

BLOCKS = [
    Text(
        "a trigger with comments",
        "create trigger t after update of a on [order] for each row when new.a>1 begin\n-- first\n"
        "update total set n=n+1; -- c\n\n\n delete from x where y=(select case when 1 then 2 end);\n"
        "/* last */\nend; select  1",
        """\
CREATE TRIGGER t AFTER UPDATE OF a ON [order] FOR EACH ROW WHEN new.a > 1
BEGIN
    -- first
    UPDATE total SET n = n + 1; -- c

    DELETE FROM x WHERE y = (SELECT CASE WHEN 1 THEN 2 END);
    /* last */
END;
SELECT 1""",
        "sqlite",
    ),
    Text(
        "an atomic function",
        "create function f() returns int begin atomic select  1; select 2 as b; end; select  3",
        """\
CREATE FUNCTION f() RETURNS int
BEGIN ATOMIC
    SELECT 1;
    SELECT 2 AS b;
END;
SELECT 3""",
    ),
    Text(
        "a procedure between delimiters",
        "delimiter //\ncreate procedure p(in a int) begin declare i int default 0; set i=i+1, @x=2; "
        "select count(*) into i from t where id>a for update; end//\ndelimiter ;\nselect  1",
        """\
delimiter //
CREATE PROCEDURE p(IN a int)
BEGIN
    DECLARE i int DEFAULT 0;
    SET i = i + 1, @x = 2;
    SELECT count(*) INTO i FROM t WHERE id > a FOR UPDATE;
END//
delimiter ;
SELECT 1""",
        "mysql",
    ),
    Text("branches stay", f"{_BRANCHED}; select  1", f"{_BRANCHED};\nSELECT 1", "mysql"),
    Text(
        "a rule with several actions stays",
        "create rule r as on insert to t do also (delete  from t; delete from t); select  1",
        "create rule r as on insert to t do also (delete  from t; delete from t);\nSELECT 1",
    ),
]
