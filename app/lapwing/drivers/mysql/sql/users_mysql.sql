-- Accounts of MySQL, roles among them, without anything of their passwords. Only who may read this table knows them.
SELECT 'user', User, Host, CONCAT_WS(', ', plugin, IF(Super_priv = 'Y', 'superuser', NULL),
       IF(account_locked = 'Y', 'locked', NULL))
FROM mysql.user
