-- The server's own words (MySQL 8, MariaDB 10.6 and later), operators among them.
SELECT WORD FROM information_schema.KEYWORDS
