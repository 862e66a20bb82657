"""The real servers of the tests do what tests of drivers rely on: accounts, certificates, settings, encodings."""

import subprocess
from collections.abc import Iterator
from typing import Any

import psycopg
import pymysql
import pytest

from helpers.certificates import KEY_PASSPHRASE
from helpers.counts import SOAKING
from helpers.servers.embedded import VERSIONS
from helpers.servers.fixtures import found
from helpers.servers.login import ServerMissing
from helpers.servers.mysql import MySQL
from helpers.servers.mysql_family import MySQLFamily
from helpers.servers.postgresql import PostgreSQL

WRONG_CERTIFICATES = ["wrong host", "expired", "not yet valid", "self-signed", "other authority"]


def connect(server: PostgreSQL, user: str, database: str = "postgres", **options: Any):
    """By TCP with verified TLS, unless the options say otherwise."""
    login = server.logins[user]
    told: dict[str, Any] = {"host": server.host, "port": server.port, "connect_timeout": 10, "password": login.password}
    told |= {"sslmode": "verify-full", "sslrootcert": str(server.certificates.authority)}
    if login.identity:
        told |= {"sslcert": str(login.identity.certificate), "sslkey": str(login.identity.key)}
    return psycopg.connect(user=user, dbname=database, autocommit=True, **{**told, **options})


def connect_mysql(server: MySQLFamily, user: str, database: str | None = None, **options: Any):
    """By TCP with verified TLS, unless the options say otherwise."""
    login = server.logins[user]
    told: dict[str, Any] = {"host": server.host, "port": server.port, "connect_timeout": 10, "charset": "utf8mb4"}
    told["password"] = (login.password or "").encode()  # PyMySQL 1.2 would encode a str as Latin-1
    if "ssl_disabled" not in options:
        told |= {"ssl_verify_cert": True, "ssl_verify_identity": True, "ssl_ca": str(server.certificates.authority)}
        if login.identity:
            told |= {"ssl_cert": str(login.identity.certificate), "ssl_key": str(login.identity.key)}
    return pymysql.connect(user=login.user, database=database, **{**told, **options})


def first(session: Any, question: str) -> Any:
    """The first row of an answer, from either kind of session, which is closed."""
    with session, session.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()


@pytest.fixture(params=["mariadb", "mysql"])
def mysql_like(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def database(mysql_like) -> Iterator[str]:
    name = mysql_like.create_database()
    yield name
    mysql_like.drop_database(name)


IN_BY_TLS = ["lapwing", "postgres", "md5", "cleartext", "tls", "certificate", "both", "trusted", "reader", "odd name"]


@pytest.mark.parametrize("user", IN_BY_TLS)
def test_postgresql_lets_its_accounts_in_with_tls(postgresql, user):
    asked = "SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    assert first(connect(postgresql, user), asked) == (user, True)


def test_an_encrypted_client_key_opens_with_its_passphrase_alone(postgresql):
    files = postgresql.certificates.client("certificate", encrypted=True)
    shown = {"sslcert": str(files.certificate), "sslkey": str(files.key)}
    assert first(connect(postgresql, "certificate", **shown, sslpassword=KEY_PASSPHRASE), "SELECT 1") == (1,)
    with pytest.raises(psycopg.OperationalError, match="could not load private key"):
        connect(postgresql, "certificate", **shown, sslpassword="another")


@pytest.mark.parametrize("user", ["lapwing", "md5", "cleartext", "plain", "trusted"])
def test_postgresql_lets_its_accounts_in_without_tls(postgresql, user):
    asked = "SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    assert first(connect(postgresql, user, sslmode="disable"), asked) == (user, False)


@pytest.mark.parametrize("user", ["lapwing", "peer", "trusted", "postgres"])
def test_postgresql_lets_its_accounts_in_by_the_socket(postgresql, user):
    session = connect(postgresql, user, host=str(postgresql.socket_folder), sslmode="disable")
    assert first(session, "SELECT current_user, inet_client_addr()") == (user, None)


@pytest.mark.parametrize(
    ("user", "options", "said"),
    [
        ("lapwing", {"password": "wrong"}, "password authentication failed"),
        ("tls", {"sslmode": "disable"}, "pg_hba.conf rejects connection"),
        ("plain", {}, "pg_hba.conf rejects connection"),
        ("both", {"sslcert": "", "sslkey": ""}, "certificate"),
        ("both", {"password": "wrong"}, "password authentication failed"),
        ("certificate", {"sslmode": "disable"}, "pg_hba.conf rejects connection"),
        ("peer", {}, "no password supplied"),
    ],
)
def test_postgresql_refuses_those_who_show_something_else(postgresql, user, options, said):
    with pytest.raises(psycopg.OperationalError, match=said):
        connect(postgresql, user, **options)


def test_each_password_is_kept_the_way_its_account_is_for(postgresql):
    kinds = dict(postgresql.ask("SELECT rolname, split_part(rolpassword, '$', 1) FROM pg_authid WHERE rolcanlogin"))
    assert kinds["lapwing"] == "SCRAM-SHA-256"
    assert kinds["md5"].startswith("md5")


@pytest.mark.parametrize("kind", WRONG_CERTIFICATES)
def test_postgresql_presents_a_wrong_certificate_while_it_is_told_to(postgresql, kind):
    with (
        postgresql.presenting(kind),
        pytest.raises(psycopg.OperationalError, match=r"certificate verify failed|does not match host name"),
    ):
        connect(postgresql, "lapwing")
    connect(postgresql, "lapwing").close()


def test_a_postgresql_database_belongs_to_the_account_of_the_tests(postgresql, postgresql_database):
    with connect(postgresql, "lapwing", postgresql_database) as session:
        session.execute("CREATE TABLE t (a int)")
        assert session.execute("SELECT tableowner FROM pg_tables WHERE tablename = 't'").fetchone() == ("lapwing",)


@pytest.mark.parametrize("encoding", ["UTF8", "LATIN1", "SQL_ASCII"])
def test_postgresql_makes_databases_of_each_encoding(postgresql, encoding):
    name = postgresql.create_database(encoding=encoding)
    assert postgresql.ask("SHOW server_encoding", database=name) == [(encoding,)]
    postgresql.drop_database(name)


def test_postgresql_has_two_phase_commit_dblink_and_logical_decoding(postgresql, postgresql_database):
    with postgresql.admin(postgresql_database) as session:
        session.execute("CREATE EXTENSION dblink")
        session.execute("BEGIN")
        session.execute("CREATE TABLE t (a int)")
        session.execute("PREPARE TRANSACTION 'kept'")
        session.execute("ROLLBACK PREPARED 'kept'")
        session.execute("SELECT pg_create_logical_replication_slot('slot', 'pgoutput')")
        session.execute("SELECT pg_drop_replication_slot('slot')")


def test_access_rules_and_settings_hold_while_they_are_asked_for(postgresql):
    with (
        postgresql.access("host all lapwing 127.0.0.1/32 reject"),
        pytest.raises(psycopg.OperationalError, match=r"pg_hba\.conf rejects connection"),
    ):
        connect(postgresql, "lapwing")
    with postgresql.settings(default_transaction_isolation="serializable"):
        assert first(connect(postgresql, "lapwing"), "SHOW default_transaction_isolation") == ("serializable",)
    assert first(connect(postgresql, "lapwing"), "SHOW default_transaction_isolation") == ("read committed",)


def test_the_log_and_the_activity_tell_what_a_session_did(postgresql):
    with connect(postgresql, "lapwing", application_name="told") as session:
        with pytest.raises(psycopg.errors.UndefinedTable):
            session.execute("SELECT * FROM nowhere_at_all")
        (shown,) = [one for one in postgresql.activity() if one["application_name"] == "told"]
        assert (shown["pid"], shown["state"]) == (session.info.backend_pid, "idle")
    assert 'relation "nowhere_at_all" does not exist' in postgresql.log()


@pytest.mark.parametrize("version", VERSIONS if SOAKING else ["13", "18"])
def test_postgresql_comes_in_other_versions_too(postgresql_of, version):
    server = postgresql_of(version)
    assert server.version.split(".")[0] == version
    assert first(connect(server, "lapwing"), "SHOW server_version_num") == (str(server.version_number),)
    assert first(connect(server, "md5"), "SELECT current_user") == ("md5",)


@pytest.mark.parametrize("user", ["lapwing", "admin", "tls", "certificate", "subject", "empty", "reader", "odd name"])
def test_mysql_and_mariadb_let_their_accounts_in_with_tls(mysql_like, user):
    assert first(connect_mysql(mysql_like, user), "SELECT CURRENT_USER()") == (f"{user}@%",)
    assert first(connect_mysql(mysql_like, user), "SHOW STATUS LIKE 'Ssl_cipher'")[1] != ""


@pytest.mark.parametrize("user", ["lapwing", "superuser", "socket"])
def test_mysql_and_mariadb_let_their_accounts_in_by_the_socket(mysql_like, user):
    session = connect_mysql(mysql_like, user, unix_socket=str(mysql_like.socket), ssl_disabled=True)
    assert first(session, "SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)") == (mysql_like.logins[user].user,)


@pytest.mark.parametrize(
    ("user", "options"),
    [
        ("lapwing", {"password": "wrong"}),
        ("tls", {"ssl_disabled": True}),
        ("certificate", {"ssl_disabled": True}),
        ("certificate", {"ssl_cert": None, "ssl_key": None}),
        ("subject", {"ssl_cert": None, "ssl_key": None}),
        ("socket", {}),
        ("superuser", {}),
    ],
)
def test_mysql_and_mariadb_refuse_those_who_show_something_else(mysql_like, user, options):
    with pytest.raises(pymysql.err.OperationalError) as refused:
        connect_mysql(mysql_like, user, **options)
    assert refused.value.args[0] in (1045, 1130, 1251, 1698)


def test_a_certificate_for_another_name_does_not_do_where_the_name_matters(mysql_like):
    identity = mysql_like.logins["certificate"].identity
    with pytest.raises(pymysql.err.OperationalError, match="Access denied"):
        connect_mysql(mysql_like, "subject", ssl_cert=str(identity.certificate), ssl_key=str(identity.key))


def test_mariadb_checks_a_password_by_ed25519(mariadb):
    asked = ["mariadb", "--no-defaults", "-h", mariadb.host, f"-P{mariadb.port}", "-u", "ed25519", "-NBe"]
    said = subprocess.run(
        [*asked, "SELECT CURRENT_USER()"],
        env={"MYSQL_PWD": mariadb.logins["ed25519"].password, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "ed25519@%\n"
    assert mariadb.ask("SELECT plugin FROM mysql.user WHERE user = 'ed25519'") == [("ed25519",)]


def test_mysql_checks_a_password_by_caching_sha2_without_tls(mysql):
    mysql.ask("FLUSH PRIVILEGES")  # empties its cache, so that the password itself is asked for, under its RSA key
    session = connect_mysql(mysql, "lapwing", ssl_disabled=True)
    assert first(session, "SHOW STATUS LIKE 'Ssl_cipher'") == ("Ssl_cipher", "")


@pytest.mark.parametrize("kind", WRONG_CERTIFICATES)
def test_mysql_and_mariadb_present_a_wrong_certificate_while_they_are_told_to(mysql_like, kind):
    if isinstance(mysql_like, MySQL) and kind in {"expired", "not yet valid"}:
        with pytest.raises(pymysql.err.OperationalError, match="Invalid certificates"), mysql_like.presenting(kind):
            pytest.fail("It presents one after all.")
        return
    with mysql_like.presenting(kind), pytest.raises(pymysql.err.OperationalError, match="certificate verify failed"):
        connect_mysql(mysql_like, "lapwing")
    connect_mysql(mysql_like, "lapwing").close()


def test_a_mysql_database_belongs_to_the_account_of_the_tests(mysql_like, database):
    session = connect_mysql(mysql_like, "lapwing", database)
    with session, session.cursor() as cursor:
        cursor.execute("CREATE TABLE t (a int)")
        cursor.execute("SELECT DATABASE()")
        assert cursor.fetchall() == ((database,),)
    with pytest.raises(pymysql.err.OperationalError, match="denied"):
        first(connect_mysql(mysql_like, "lapwing"), "SELECT * FROM mysql.user")


def test_mysql_and_mariadb_make_databases_of_another_character_set(mysql_like):
    name = mysql_like.create_database(charset="latin1")
    assert mysql_like.ask("SELECT @@character_set_database", database=name) == [("latin1",)]
    mysql_like.drop_database(name)


def test_the_general_log_and_the_activity_tell_what_a_session_did(mysql_like):
    with mysql_like.general_log() as log:
        session = connect_mysql(mysql_like, "lapwing")
        number = session.thread_id()
        assert number in [one["id"] for one in mysql_like.activity()]
        assert first(session, "SELECT 'written down'") == ("written down",)
    assert "SELECT 'written down'" in log.read_text("utf-8")
    assert mysql_like.ask("SELECT @@general_log") == [(0,)]


def test_a_session_in_the_way_is_ended_when_its_database_is_dropped(mysql_like):
    name = mysql_like.create_database()
    session = connect_mysql(mysql_like, "lapwing", name)
    mysql_like.drop_database(name)
    with pytest.raises(pymysql.err.OperationalError):
        first(session, "SELECT 1")


def test_the_server_is_willing_to_ask_for_local_files(mysql_like):
    assert mysql_like.ask("SELECT @@local_infile") == [(1,)]


def nothing() -> str:
    raise ServerMissing("It is not here.")


def test_a_missing_server_fails_on_the_build_machine(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="It is not here"):
        found(nothing)


def test_a_missing_server_skips_elsewhere_and_says_why(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="It is not here"):
        found(nothing)
