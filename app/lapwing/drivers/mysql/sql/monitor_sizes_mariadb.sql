-- Bytes of InnoDB's files by database, the largest 50; no table is opened. Needs PROCESS.
-- Names are those of folders (mariadb.com/kb/en/identifier-to-file-name-mapping), which the server reads itself.
SELECT CONVERT(CONVERT(CAST(SUBSTRING_INDEX(NAME, '/', 1) AS BINARY) USING filename) USING utf8mb4) AS place,
       SUM(FILE_SIZE) AS bytes
  FROM information_schema.INNODB_SYS_TABLESPACES
 WHERE NAME LIKE '%/%'
 GROUP BY place ORDER BY bytes DESC LIMIT 50
