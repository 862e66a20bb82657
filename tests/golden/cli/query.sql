SELECT number, kind, value, typeof(value) AS "value", value IS NULL AS "", 1 AS "a|b,""c""", 2 AS "" FROM awkward ORDER BY number;
SELECT number, value FROM awkward WHERE number = 0;
SELECT 'second', 2.5, NULL
