"""Targets as drivers and people read them."""

import pytest

from lapwing.domain.targets import hosts_of, shown_target
from lapwing.domain.urls import parse_url


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me@db.example.org:5432/shop", "PostgreSQL on db.example.org:5432, database shop, user me"),
        ("postgresql://h", "PostgreSQL on h"),
        ("postgresql://", "PostgreSQL on this computer"),
        ("postgresql://:5433/shop", "PostgreSQL on this computer, port 5433, database shop"),
        ("postgresql://a:1,b/shop", "PostgreSQL on a:1 or b, database shop"),
        ("postgresql://[::1]:5432/shop", "PostgreSQL on [::1]:5432, database shop"),
        ("postgresql://%2Frun%2Fpostgresql/shop", "PostgreSQL through /run/postgresql, database shop"),
        ("mysql:///shop?unix_socket=/run/my.sock", "MySQL through /run/my.sock, database shop"),
        ("mysql://h/a%20%E2%80%AEb%0A", "MySQL on h, database a \\u202eb\\n"),
        ("sqlite:////a%20b.db", "SQLite file /a b.db"),
        ("sqlite:////caf%E9.db", "SQLite file /caf\\udce9.db"),
        ("sqlite://", "SQLite in memory"),
        ("duckdb:////x.duckdb", "duckdb, database /x.duckdb"),
        ("mssql+pymssql://sa@h:1433/db?charset=utf8", "mssql on h:1433, database db, user sa"),
        ("oracle://tns", "oracle on tns"),
        ("postgresql://h/" + "x" * 300, "PostgreSQL on h, database " + "x" * 200 + "…"),
    ],
)
def test_a_target_is_shown_in_words(url: str, shown: str) -> None:
    assert shown_target(parse_url(url)) == shown


def test_hosts_come_one_by_one_with_their_ports() -> None:
    assert hosts_of(parse_url("postgresql://a:1,b,[::1]:3/d")) == (("a", 1), ("b", None), ("::1", 3))
    assert hosts_of(parse_url("postgresql://a:5,b:5/d")) == (("a", 5), ("b", 5))
    assert hosts_of(parse_url("postgresql:///d?host=/tmp,b&port=5433")) == (("/tmp", 5433), ("b", 5433))
    assert hosts_of(parse_url("mysql://h:3307/d")) == (("h", 3307),)
    assert hosts_of(parse_url("postgresql:///d")) == (("", None),)
