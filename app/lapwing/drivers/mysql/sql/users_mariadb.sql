-- Accounts and roles of MariaDB, without anything of their passwords. Only who may read this table knows them.
SELECT IF(is_role = 'Y', 'role', 'user'), User, Host, IF(is_role = 'Y', '', CONCAT_WS(', ', plugin,
       IF(Super_priv = 'Y', 'superuser', NULL)))
FROM mysql.user
