"""The real servers of the tests do what tests of drivers rely on."""

from typing import Any

import psycopg
import pymysql
import pytest

from helpers.counts import SOAKING
from helpers.servers.embedded import VERSIONS
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL


def connect(server: PostgreSQL, user: str, database: str = "postgres", **options: Any):
    login = server.logins[user]
    told: dict[str, Any] = {
        "host": server.host,
        "port": server.port,
        "connect_timeout": 10,
        "sslmode": "prefer",
        **options,
    }
    if login.identity and "sslcert" not in options:
        told |= {"sslcert": str(login.identity.certificate), "sslkey": str(login.identity.key)}
    return psycopg.connect(user=user, password=login.password, dbname=database, autocommit=True, **told)


def connect_mariadb(server: MariaDB, user: str, database: str | None = None, **options: Any):
    told = {"host": server.host, "port": server.port, "connect_timeout": 10, "charset": "utf8mb4", **options}
    return pymysql.connect(user=user, password=server.logins[user].password or "", database=database, **told)


@pytest.mark.parametrize("user", ["lapwing", "postgres", "md5", "cleartext", "tls", "certificate", "both", "odd name"])
def test_postgresql_lets_its_accounts_in_with_tls(postgresql, user):
    with connect(postgresql, user, sslmode="verify-full", sslrootcert=postgresql.certificates.authority) as session:
        assert session.execute("SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone() == (
            user,
            True,
        )


def test_a_postgresql_database_belongs_to_the_account_of_the_tests(postgresql, postgresql_database):
    with connect(postgresql, "lapwing", postgresql_database) as session:
        session.execute("CREATE TABLE t (a int)")
        assert session.execute("SELECT tableowner FROM pg_tables WHERE tablename = 't'").fetchone() == ("lapwing",)


def test_mariadb_lets_the_account_of_the_tests_in(mariadb, mariadb_database):
    session = connect_mariadb(mariadb, "lapwing", mariadb_database)
    with session, session.cursor() as cursor:
        cursor.execute("CREATE TABLE t (a int)")
        cursor.execute("SELECT DATABASE()")
        assert cursor.fetchall() == ((mariadb_database,),)


@pytest.mark.parametrize("version", VERSIONS if SOAKING else ["13", "18"])
def test_postgresql_comes_in_other_versions_too(postgresql_of, version):
    server = postgresql_of(version)
    assert server.version.split(".")[0] == version
    with connect(server, "lapwing", sslmode="verify-full", sslrootcert=server.certificates.authority) as session:
        assert session.info.server_version == server.version_number
