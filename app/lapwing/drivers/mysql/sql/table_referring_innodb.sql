-- Foreign keys to one table from those of its database, out of InnoDB's own dictionary: no table is opened for that. It
-- needs the privilege PROCESS, and names stand in it as file names do (mariadb.com/kb/en/innodb_sys_foreign).
-- Parameters: database, table
SELECT f.REF_NAME, f.ID, f.FOR_NAME, c.REF_COL_NAME, c.FOR_COL_NAME
FROM information_schema.INNODB_SYS_FOREIGN f
JOIN information_schema.INNODB_SYS_FOREIGN_COLS c ON c.ID = f.ID
WHERE f.REF_NAME = CONCAT(%s, '/', %s)
ORDER BY f.FOR_NAME, f.ID, c.POS
