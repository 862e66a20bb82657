-- Bytes of InnoDB's files by database, the largest 50; no table is opened. Needs PROCESS.
SELECT SUBSTRING_INDEX(NAME, '/', 1) AS place, SUM(FILE_SIZE) AS bytes
  FROM information_schema.INNODB_TABLESPACES
 WHERE NAME LIKE '%/%'
 GROUP BY place ORDER BY bytes DESC LIMIT 50
