-- Who may do what with one database, as far as this account may know.
-- Parameter: database
SELECT GRANTEE, GROUP_CONCAT(PRIVILEGE_TYPE ORDER BY PRIVILEGE_TYPE SEPARATOR ', '), '', IS_GRANTABLE, 'database'
FROM information_schema.SCHEMA_PRIVILEGES WHERE TABLE_SCHEMA = %s GROUP BY GRANTEE, IS_GRANTABLE
ORDER BY 1
