"""No secret of a statement is left in what is kept of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.sql.dialect import dialect_named
from lapwing.sql.hiding import LEFT_OUT, without_secrets

SECRETS = [
    ("postgresql", "CREATE ROLE joe LOGIN PASSWORD '{}' VALID UNTIL '2030-01-01'"),
    ("postgresql", "alter user joe with encrypted password E'{}'"),
    ("postgresql", "ALTER ROLE joe PASSWORD $x${}$x$"),
    ("postgresql", "ALTER ROLE joe PASSWORD '{}' 'x'"),
    ("postgresql", "ALTER ROLE joe PASSWORD '{}"),
    ("postgresql", "ALTER ROLE joe PASSWORD {}"),
    ("postgresql", "CREATE USER MAPPING FOR joe SERVER s OPTIONS (user 'joe', password '{}')"),
    ("postgresql", "ALTER USER MAPPING FOR joe SERVER s OPTIONS (SET password '{}')"),
    ("postgresql", "CREATE SUBSCRIPTION s CONNECTION 'host=db password={} user=joe' PUBLICATION p"),
    ("postgresql", "CREATE SUBSCRIPTION s CONNECTION 'postgres://joe:{}@db/shop' PUBLICATION p"),
    ("postgresql", "SELECT * FROM dblink('dbname=x password=''{}''', 'SELECT 1') AS t(a int)"),
    ("postgresql", "DO $$BEGIN EXECUTE 'ALTER ROLE joe PASSWORD ''{}'''; END$$"),
    ("postgresql", "DO $$BEGIN ALTER ROLE joe PASSWORD '{}'; END$$"),
    ("postgresql", "-- ALTER ROLE joe PASSWORD '{}'\nSELECT 1"),
    ("postgresql", "SELECT crypt('{}', gen_salt('bf')), pgp_sym_encrypt('x', '{}')"),
    ("postgresql", "UPDATE users SET password = '{}' WHERE id = 1"),
    ("postgresql", "\\set admin_password {}"),
    ("postgresql", "\\connect postgres://joe:{}@db/shop"),
    ("mysql", "CREATE USER 'joe'@'%' IDENTIFIED BY '{}', 'b'@'%' IDENTIFIED BY \"{}\""),
    ("mysql", "ALTER USER joe IDENTIFIED WITH caching_sha2_password BY '{}' REPLACE '{}' RETAIN CURRENT PASSWORD"),
    ("mysql", "CREATE USER joe /*!50700 IDENTIFIED BY '{}' */"),
    ("mysql", "CREATE USER joe IDENTIFIED VIA ed25519 USING PASSWORD('{}') OR unix_socket"),
    ("mysql", "SET PASSWORD FOR 'joe'@'%' = PASSWORD('{}')"),
    ("mysql", "SET PASSWORD = '{}' REPLACE '{}'"),
    ("mysql", "GRANT ALL ON *.* TO joe IDENTIFIED BY '{}'"),
    ("mysql", "CHANGE REPLICATION SOURCE TO SOURCE_HOST='h', SOURCE_PASSWORD='{}'"),
    ("mysql", "CREATE TABLE t (a int) ENGINE=FEDERATED CONNECTION='mysql://joe:{}@db/shop/t'"),
    ("mysql", "SELECT AES_ENCRYPT('x', '{}')"),
    ("sqlite", "PRAGMA key = '{}'"),
    ("sqlite", 'PRAGMA main.rekey = "{}"'),
    ("sqlite", "ATTACH DATABASE 'a.db' AS b KEY '{}'"),
    ("ansi", "CREATE SECRET s (TYPE s3, KEY_ID 'a', SECRET '{}')"),
    ("postgresql", "SELECT '{}' AS password"),
    ("postgresql", "SELECT 1 AS a, concat('x', '{}')::text AS \"api_key\" FROM t"),
    ("postgresql", "SELECT id, '{}' password FROM t"),
    ("postgresql", "INSERT INTO users (name, password) VALUES ('joe', '{}'), (lower('ann'), '{}')"),
    ("postgresql", "WITH a AS (SELECT 1) INSERT INTO users (name, password) SELECT 'joe', '{}' FROM a"),
    ("mysql", 'REPLACE INTO `users` (`id`, `api_token`) VALUE (1, "{}")'),
    ("sqlite", "INSERT OR IGNORE INTO users(secret, name) VALUES ('{}', 'joe') RETURNING id"),
]


@pytest.mark.parametrize(("dialect", "sql"), SECRETS, ids=[sql[:50] for _, sql in SECRETS])
@pytest.mark.parametrize("secret", ["hunter2", "Tr0ub4dor", "correcthorse"])
def test_a_statement_that_carries_a_secret_is_kept_without_it(dialect: str, sql: str, secret: str) -> None:
    kept = without_secrets(dialect_named(dialect), sql.replace("{}", secret))
    assert secret not in kept
    assert kept.split(None, 1)[0] == sql.split(None, 1)[0]


@given(st.sampled_from(SECRETS[:2] + SECRETS[18:20]), st.text(min_size=4, max_size=20))
def test_no_secret_is_left_whatever_it_is_made_of(form: tuple[str, str], secret: str) -> None:
    dialect, sql = form
    quoted = secret.replace("\\", "\\\\").replace("'", "''")
    whole = sql.replace('"{}"', "'{}'").replace("{}", quoted)
    if quoted in sql:
        return  # words of the statement itself
    assert quoted not in without_secrets(dialect_named(dialect), whole)


@pytest.mark.parametrize(
    ("dialect", "sql"),
    [
        ("postgresql", "SELECT id, primary_key FROM orders WHERE name = 'tent' -- the key"),
        ("postgresql", "CREATE TABLE users (name text, password text NOT NULL, token_count int)"),
        ("postgresql", "ALTER ROLE joe PASSWORD NULL"),
        ("mysql", "ALTER USER joe PASSWORD EXPIRE INTERVAL 90 DAY"),
        ("mysql", "SELECT PASSWORD_LAST_CHANGED, user FROM mysql.user WHERE user = 'joe'"),
        ("sqlite", "PRAGMA foreign_keys = ON"),
        ("sqlite", "ATTACH 'a.db' AS b"),
        ("postgresql", "SELECT 'tent' AS name, password FROM users"),
        ("postgresql", "INSERT INTO users (name, password) SELECT name, password FROM old"),
        ("postgresql", "INSERT INTO log SELECT md5(password), 'x' FROM users"),
    ],
)
def test_a_statement_without_a_secret_is_kept_as_it_is(dialect: str, sql: str) -> None:
    assert without_secrets(dialect_named(dialect), sql) is sql


def test_what_is_left_is_refused_by_every_server_instead_of_setting_another_password() -> None:
    assert without_secrets(dialect_named("postgresql"), "ALTER ROLE joe PASSWORD 'x'") == (
        f"ALTER ROLE joe PASSWORD {LEFT_OUT}"
    )
