"""Which words begin a clause, and which are keywords for certain, as far as a formatter has to know."""

from typing import Final

from lapwing.sql.patterns import word_set

SET_OPERATORS: Final = word_set("UNION INTERSECT EXCEPT MINUS")
JOINS: Final = word_set("JOIN STRAIGHT_JOIN")
BEFORE_JOIN: Final = word_set("NATURAL INNER LEFT RIGHT FULL CROSS OUTER SEMI ANTI ASOF GLOBAL")
CONDITIONS: Final = word_set("WHERE HAVING QUALIFY")
LISTS: Final = word_set("SELECT FROM GROUP ORDER SET VALUES RETURNING WINDOW USING UPDATE PARTITION CLUSTER DISTRIBUTE")
"""Clauses whose items stand beneath each other when they do not fit."""
HEAD_REST: Final = {
    "SELECT": word_set("DISTINCT ALL ON DISTINCTROW HIGH_PRIORITY STRAIGHT_JOIN SQL_CALC_FOUND_ROWS"),
    "GROUP": word_set("BY ALL DISTINCT"),
    "ORDER": word_set("BY SIBLINGS"),
    "PARTITION": word_set("BY"),
    "CLUSTER": word_set("BY"),
    "DISTRIBUTE": word_set("BY"),
    "UPDATE": word_set("ONLY LOW_PRIORITY IGNORE"),
    "WITH": word_set("RECURSIVE"),
}
"""What else belongs to the head of a clause, behind its first word."""
QUERY_FIRST: Final = word_set("SELECT WITH VALUES INSERT UPDATE DELETE MERGE REPLACE TABLE FROM")
"""Behind an opening parenthesis these begin a query."""
WINDOW_FIRST: Final = word_set("PARTITION ORDER ROWS RANGE GROUPS")
QUERY_VERBS: Final = word_set("SELECT INSERT REPLACE UPDATE DELETE MERGE VALUES WITH")
ALTERATIONS: Final = word_set(
    """
    ADD DROP ALTER MODIFY CHANGE RENAME OWNER SET RESET ENABLE DISABLE ATTACH DETACH VALIDATE CLUSTER INHERIT NO
    CONVERT ORDER ENGINE AUTO_INCREMENT COMMENT REPLICA FORCE
    """
)
ROUTINE_CLAUSES: Final = word_set(
    """
    RETURNS LANGUAGE AS IMMUTABLE STABLE VOLATILE STRICT SECURITY PARALLEL COST CALLED LEAKPROOF RETURN DETERMINISTIC
    """
)
UNARY_BEHIND: Final = word_set(
    """
    SELECT DISTINCT ALL WHERE AND OR XOR NOT WHEN THEN ELSE CASE BY LIMIT OFFSET BETWEEN IN LIKE ON HAVING RETURN
    RETURNING DEFAULT VALUES SET INTERVAL IS USING FETCH MOD DIV AS
    """
)
"""Keywords behind which a sign belongs to what follows."""
NAME_EXPECTED: Final = word_set("FROM JOIN INTO UPDATE TABLE AS STRAIGHT_JOIN DATABASE SCHEMA VIEW INDEX COLUMN")
"""Behind these a word is somebody's name, unless it is one of the following."""
NO_NAME: Final = word_set(
    """
    SELECT ONLY LATERAL SET IF VALUES WITH INSERT UPDATE DELETE MERGE BEGIN MATERIALIZED NOT CURRENT UNNEST ON OF
    NO CASCADE DEFAULT NULL CURRENT_TIMESTAMP DUPLICATE IDENTITY RESTRICT ENUM RANGE ASSIGNMENT IMPLICIT WHERE
    CONCURRENTLY IGNORE LOW_PRIORITY ADD ALTER DROP FROM JOIN
    """
)
CERTAIN: Final = word_set(
    """
    ADD ALL ALTER ANALYZE AND ANY ARRAY AS ASC ATTACH BETWEEN BOTH BY CASE CHECK COLLATE COLUMN COMMIT CONSTRAINT CREATE
    CROSS CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DEFAULT DELETE DESC DETACH DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS
    EXPLAIN FALSE FETCH FOR FOREIGN FROM FULL GLOB GRANT GROUP HAVING ILIKE IN INDEX INNER INSERT INTERSECT INTERVAL
    INTO IS ISNULL JOIN KEY LATERAL LEADING LEFT LIKE LIMIT NATURAL NOT NOTNULL NULL OFFSET ON ONLY OR ORDER OUTER OVER
    OVERLAPS PRIMARY REFERENCES REGEXP RETURNING REVOKE RIGHT RLIKE SELECT SEPARATOR
    SET SIMILAR SOME TABLE TABLESAMPLE THEN TO
    TRAILING TRUE UNION UNIQUE UPDATE USING VALUES WHEN WHERE WINDOW WITH
    """
)
"""Keywords whose letters change wherever they cannot be a name: those of them that a dialect reserves."""
CONDITIONAL: Final = word_set("ASC ATTACH BY DESC DETACH OVER ROWS")
"""Reserved or not, only where `BEHIND` or `BEFORE` says that they are keywords."""
BEHIND: Final = {
    "BY": word_set("GROUP ORDER PARTITION OWNED INCREMENT CLUSTER IDENTIFIED"),
    "KEY": word_set("PRIMARY FOREIGN DUPLICATE NO UNIQUE FOR"),
    "CONFLICT": word_set("ON"),
    "DUPLICATE": word_set("ON"),
    "DO": word_set(")"),
    "NOTHING": word_set("DO"),
    "ACTION": word_set("NO"),
    "CASCADE": word_set("DELETE UPDATE"),
    "RESTRICT": word_set("DELETE UPDATE"),
    "DELETE": word_set("ON OR BEFORE AFTER ( AS THEN"),
    "UPDATE": word_set("ON OR BEFORE AFTER ( AS DO FOR KEY THEN"),
    "INSERT": word_set("ON OR BEFORE AFTER ( AS THEN"),
    "INDEX": word_set("CREATE DROP UNIQUE ALTER FULLTEXT SPATIAL"),
    "VIEW": word_set("CREATE DROP REPLACE MATERIALIZED TEMP TEMPORARY ALTER RECURSIVE"),
    "TRIGGER": word_set("CREATE DROP TEMP TEMPORARY ALTER REPLACE"),
    "FUNCTION": word_set("CREATE DROP REPLACE ALTER EXECUTE"),
    "PROCEDURE": word_set("CREATE DROP REPLACE ALTER EXECUTE"),
    "SCHEMA": word_set("CREATE DROP ALTER"),
    "DATABASE": word_set("CREATE DROP ALTER ATTACH DETACH"),
    "SEQUENCE": word_set("CREATE DROP ALTER"),
    "TYPE": word_set("CREATE DROP ALTER"),
    "DOMAIN": word_set("CREATE DROP ALTER"),
    "EXTENSION": word_set("CREATE DROP ALTER"),
    "ROLE": word_set("CREATE DROP ALTER"),
    "TEMP": word_set("CREATE REPLACE"),
    "TEMPORARY": word_set("CREATE REPLACE DROP"),
    "UNLOGGED": word_set("CREATE"),
    "MATERIALIZED": word_set("CREATE DROP REFRESH NOT AS"),
    "RECURSIVE": word_set("WITH CREATE"),
    "REPLACE": word_set("OR"),
    "IF": word_set("TABLE INDEX VIEW TRIGGER FUNCTION PROCEDURE SCHEMA DATABASE SEQUENCE TYPE EXTENSION COLUMN ROLE"),
    "WITHOUT": word_set(")"),
    "ROWID": word_set("WITHOUT"),
    "FIRST": word_set("NULLS FETCH"),
    "LAST": word_set("NULLS"),
    "NEXT": word_set("FETCH"),
    "PRECEDING": word_set("UNBOUNDED"),
    "FOLLOWING": word_set("UNBOUNDED"),
    "UNBOUNDED": word_set("ROWS RANGE GROUPS BETWEEN AND"),
    "CURRENT": word_set("ROWS RANGE GROUPS BETWEEN AND"),
    "ROW": word_set("CURRENT EACH"),
    "EACH": word_set("FOR"),
    "OFFSET": word_set("LIMIT"),
    "SHARE": word_set("FOR KEY"),
    "LOCKED": word_set("SKIP"),
    "GENERATED": word_set(""),
    "ALWAYS": word_set("GENERATED"),
    "IDENTITY": word_set("AS RESTART CONTINUE"),
    "COLUMN": word_set("ADD DROP ALTER RENAME MODIFY CHANGE"),
    "END": word_set(""),
    "QUERY": word_set("EXPLAIN"),
    "PLAN": word_set("QUERY"),
    "FILTER": word_set(")"),
    "OVER": word_set(")"),
    "WITHIN": word_set(")"),
    "ALTER": word_set(","),
    "DROP": word_set(","),
    "ADD": word_set(","),
    "CONCURRENTLY": word_set("INDEX VIEW"),
    "NAMES": word_set("SET"),
    "ROLLUP": word_set("WITH"),
    "AUTO_INCREMENT": word_set("NULL KEY UNIQUE"),
    "AUTOINCREMENT": word_set("KEY ASC"),
    "NOWAIT": word_set("UPDATE SHARE"),
    "NO": word_set("WITH"),
    "DATA": word_set("NO"),
    "OF": word_set("UPDATE SHARE INSTEAD"),
    "SET": word_set("CHARACTER"),
    "STDIN": word_set("FROM"),
    "STDOUT": word_set("TO"),
    "SETS": word_set("GROUPING"),
    "POLICY": word_set("CREATE ALTER DROP"),
    "TRANSACTION": word_set("BEGIN START SET"),
    "ISOLATION": word_set("TRANSACTION WORK BEGIN"),
    "LEVEL": word_set("ISOLATION"),
    "SERIALIZABLE": word_set("LEVEL"),
    "READ": word_set("LEVEL"),
    "REPEATABLE": word_set("LEVEL"),
    "COMMITTED": word_set("READ"),
    "UNCOMMITTED": word_set("READ"),
    "UNSIGNED": word_set("INT INTEGER BIGINT SMALLINT TINYINT MEDIUMINT"),
}
"""Keywords that are ones behind one of these."""
BEFORE: Final = {
    "PARTITION": word_set("BY"),
    "CLUSTER": word_set("BY"),
    "ROWS": word_set("BETWEEN UNBOUNDED CURRENT FETCH ONLY"),
    "RANGE": word_set("BETWEEN UNBOUNDED CURRENT"),
    "GROUPS": word_set("BETWEEN UNBOUNDED CURRENT"),
    "INSERT": word_set("INTO"),
    "DELETE": word_set("FROM"),
    "NULLS": word_set("FIRST LAST"),
    "GENERATED": word_set("ALWAYS BY"),
    "DO": word_set("NOTHING UPDATE INSTEAD"),
    "ASC": word_set(", ) NULLS LIMIT OFFSET ROWS RANGE"),
    "DESC": word_set(", ) NULLS LIMIT OFFSET ROWS RANGE"),
    "OVER": word_set("("),
    "NO": word_set("ACTION"),
    "CASCADE": word_set(", )"),
    "PRECEDING": word_set("AND )"),
    "FOLLOWING": word_set("AND )"),
    "MATCHED": word_set("THEN AND BY"),
    "ADD": word_set("COLUMN CONSTRAINT PRIMARY FOREIGN"),
    "RENAME": word_set("TO COLUMN"),
    "SET": word_set("DEFAULT NULL NOT"),
    "EXISTS": word_set("("),
    "FOR": word_set("EACH UPDATE SHARE"),
    "WITHIN": word_set("GROUP"),
    "SKIP": word_set("LOCKED"),
    "LATERAL": word_set("("),
    "IF": word_set("NOT EXISTS"),
    "RESTART": word_set("IDENTITY"),
    "CURSOR": word_set("FOR"),
    "GROUPING": word_set("SETS"),
    "CHARACTER": word_set("SET"),
}
"""Keywords that are ones before one of these."""
