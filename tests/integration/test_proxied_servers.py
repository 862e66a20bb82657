"""Servers behind the proxy are served as without it, until the proxy is told otherwise."""

import threading
from collections.abc import Callable
from typing import Any

import psycopg
import pymysql
import pytest

from helpers.proxy import Conduct, Proxy
from helpers.servers.login import CANARY
from helpers.waiting import eventually


def connect(server: Any, proxy: Proxy, **options: Any) -> "psycopg.Connection[tuple[Any, ...]]":
    """To the server through the proxy, encrypted only if it is asked for."""
    told: dict[str, Any] = {"host": proxy.host, "port": proxy.port, "sslmode": "disable", "connect_timeout": 10}
    login = server.logins["lapwing"]
    return psycopg.connect(
        **{**told, **options}, user=login.user, password=login.password, dbname="postgres", autocommit=True
    )


def connect_mariadb(server: Any, proxy: Proxy, **options: Any) -> Any:
    login = server.logins["lapwing"]
    told = {"user": login.user, "password": login.password, "connect_timeout": 10, "ssl_disabled": True, **options}
    return pymysql.connect(host=proxy.host, port=proxy.port, **told)


@pytest.fixture
def proxy(postgresql, proxy_to: Callable[..., Proxy]) -> Proxy:
    return proxy_to(postgresql)


def test_postgresql_is_reached_through_it_with_tls_and_without(postgresql, proxy):
    verified = {"sslmode": "verify-full", "sslrootcert": str(postgresql.certificates.authority)}
    with connect(postgresql, proxy) as plain, connect(postgresql, proxy, **verified) as encrypted:
        assert plain.execute("SELECT 'seen by all'").fetchone() == ("seen by all",)
        assert encrypted.execute("SELECT 'seen by ' || 'nobody'").fetchone() == ("seen by nobody",)
    assert proxy.connections == 2
    assert b"seen by all" in proxy.seen()
    assert b"seen by nobody" not in proxy.seen()
    assert CANARY.encode() not in proxy.seen()


def test_postgresql_is_reached_through_it_by_the_socket(postgresql, proxy_to):
    proxy = proxy_to(postgresql, by_socket=True)
    login = postgresql.logins["lapwing"]
    by_socket = {"host": str(proxy.path.parent), "port": postgresql.port}
    with psycopg.connect(**by_socket, user=login.user, password=login.password, dbname="postgres") as session:
        assert session.execute("SELECT inet_client_addr()").fetchone() == (None,)
    assert proxy.connections == 1


def test_mariadb_is_reached_through_it(mariadb, proxy_to):
    proxy = proxy_to(mariadb)
    session = connect_mariadb(mariadb, proxy)
    with session, session.cursor() as cursor:
        cursor.execute("SELECT 'seen by all'")
        assert cursor.fetchall() == (("seen by all",),)
    assert b"seen by all" in proxy.seen()


def test_an_answer_that_is_held_back_comes_when_it_is_healed(postgresql, proxy):
    answers: list[Any] = []
    with connect(postgresql, proxy) as session:
        proxy.steer(to_client=Conduct(stall="unread"))
        asking = threading.Thread(target=lambda: answers.append(session.execute("SELECT 42").fetchone()))
        asking.start()
        eventually(lambda: [one["state"] for one in postgresql.activity() if "SELECT 42" in one["query"]] == ["idle"])
        assert answers == []
        proxy.heal()
        asking.join()
    assert answers == [(42,)]


def test_a_commit_whose_answer_is_cut_off_was_made_all_the_same(postgresql, postgresql_database, proxy):
    postgresql.ask("CREATE TABLE t (a int)", database=postgresql_database)
    postgresql.ask("GRANT ALL ON t TO lapwing", database=postgresql_database)
    login = postgresql.logins["lapwing"]
    session = psycopg.connect(
        host=proxy.host, port=proxy.port, user=login.user, password=login.password, dbname=postgresql_database
    )
    session.execute("INSERT INTO t VALUES (1)")
    proxy.steer(to_client=Conduct(cut_after_bytes=proxy.passages[-1].to_client.passed + 1, cut_by="reset"))
    with pytest.raises(psycopg.OperationalError):
        session.commit()
    session.close()
    eventually(lambda: postgresql.ask("SELECT a FROM t", database=postgresql_database) == [(1,)])


def test_a_cancel_stalls_while_its_session_goes_on(postgresql, proxy):
    with connect(postgresql, proxy) as session:
        proxy.steer(to_server=Conduct(stall="unread"), connection=2)
        with pytest.raises(psycopg.errors.CancellationTimeout):
            session.cancel_safe(timeout=1)
        assert proxy.connections == 2
        assert session.execute("SELECT 42").fetchone() == (42,)
