"""URLs of servers as they are kept: every part of them, and the way back to text."""

import dataclasses
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.counts import times
from lapwing.domain.connections import Target
from lapwing.domain.errors import LapwingError, PasswordInUrl, UrlInvalid
from lapwing.domain.secrets import Secret
from lapwing.domain.targets import hosts_of
from lapwing.domain.urls import parse_url, target_url


def _with(target: Target, **options: str) -> Target:
    return dataclasses.replace(target, options={**target.options, **options})


def pg(database: str = "", host: str = "", port: int | None = None, user: str = "", **options: str) -> Target:
    return Target("postgresql", database, host, port, user, options)


def my(database: str = "", host: str = "", port: int | None = None, user: str = "", **options: str) -> Target:
    return Target("mysql", database, host, port, user, options)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("postgresql://", pg()),
        ("postgresql://localhost", pg(host="localhost")),
        ("postgresql://me@/shop", pg("shop", user="me")),
        ("postgresql://me:@h/shop", pg("shop", "h", user="me")),
        ("postgresql://:5433/shop", pg("shop", port=5433)),
        ("postgres://h", pg(host="h")),
        ("pgsql://h", pg(host="h")),
        ("PostgreSQL+PsycoPG2://H/Shop", pg("Shop", "H")),
        ("postgresql+psycopg://h", pg(host="h")),
        ("postgresql+asyncpg://h", pg(host="h")),
        ("postgresql://a:1,b:2/db", _with(pg("db", "a,b"), port="1,2")),
        ("postgresql://a,b:2/db", _with(pg("db", "a,b"), port=",2")),
        ("postgresql://a:5,b:5/db", pg("db", "a,b", 5)),
        ("postgresql://a,b/db", pg("db", "a,b")),
        ("postgresql://[::1]:5,b:6/db", _with(pg("db", "::1,b"), port="5,6")),
        ("postgresql:///db?host=a,b&port=1,2", _with(pg("db", "a,b"), port="1,2")),
        ("postgresql:///db?host=a,b&port=7", pg("db", "a,b", 7)),
        ("postgresql:///db?host=/var/run/postgresql", pg("db", "/var/run/postgresql")),
        ("postgresql:///db?host=/tmp&port=5433", pg("db", "/tmp", 5433)),
        ("postgresql://%2Fvar%2Frun/db", pg("db", "/var/run")),
        ("postgresql://%2FVar%2FRun:5433/db", pg("db", "/Var/Run", 5433)),
        ("postgresql://%40abstract/db", pg("db", "@abstract")),
        ("postgresql://[2001:db8::1]:5432/db", pg("db", "2001:db8::1", 5432)),
        ("postgresql://[fe80::1%25eth0]/db", pg("db", "fe80::1%eth0")),
        ("postgresql://me%40home%3A%2F@h/a%2Fb%3Fc%23d%25", pg("a/b?c#d%", "h", user="me@home:/")),
        ("postgresql://h/a/b", pg("a/b", "h")),
        ("postgresql://h//b", pg("/b", "h")),
        ("postgresql://h/?user=me&dbname=db", pg("db", "h", user="me")),
        ("postgresql://h/d?options=-c%20x%3D1+2&sslmode=x", pg("d", "h", options="-c x=1+2", sslmode="x")),
        ("postgresql://h/d?sslrootcert=/etc/ca.pem", pg("d", "h", sslrootcert="/etc/ca.pem")),
        ("postgresql://h/d?application_name=a@b", pg("d", "h", application_name="a@b")),
        ("postgresql://h/caf%E9", pg("caf\udce9", "h")),
        ("mysql://me@h:3307/shop", my("shop", "h", 3307, "me")),
        ("mariadb+mariadbconnector://h/shop", my("shop", "h")),
        ("mysql+pymysql://h/shop?charset=utf8mb4", my("shop", "h", charset="utf8mb4")),
        ("mysql+aiomysql://h", my(host="h")),
        ("mysql:///db?unix_socket=/run/mysqld/mysqld.sock", my("db", unix_socket="/run/mysqld/mysqld.sock")),
        ("mysql://h?host=x", _with(my(host="h"), host="x")),
        ("sqlite+pysqlite:////a.db", Target("sqlite", "/a.db")),
        ("file:/a%20b.db", Target("sqlite", "/a b.db")),
        ("file:a.db", Target("sqlite", f"{os.getcwd()}/a.db")),
        ("file:///a.db?cache=shared", Target("sqlite", "/a.db", options={"cache": "shared"})),
        ("file://localhost/a.db?mode=ro", Target("sqlite", "/a.db", read_only=True)),
        ("file::memory:", Target("sqlite", ":memory:")),
        ("file:x?mode=memory", Target("sqlite", ":memory:")),
        ("duckdb:////tmp/x.duckdb", Target("generic", "duckdb:////tmp/x.duckdb")),
        ("duckdb:///:memory:", Target("generic", "duckdb:///:memory:")),
        ("duckdb:////x?a=1&read_only=true&b=2", Target("generic", "duckdb:////x?a=1&b=2", read_only=True)),
        ("duckdb:////x?read_only=no", Target("generic", "duckdb:////x")),
        ("mssql+pymssql://sa@h:1433/db?charset=utf8", Target("generic", "mssql+pymssql://sa@h:1433/db?charset=utf8")),
        ("oracle+oracledb://me@h:1521/?service_name=X", Target("generic", "oracle+oracledb://me@h:1521/?service_name=X")),
        ("cockroachdb://h:26257/db", Target("generic", "cockroachdb://h:26257/db")),
        ("sqlite+pysqlcipher:////a.db", Target("generic", "sqlite+pysqlcipher:////a.db")),
        ("duckdb:////100%#1.db", Target("generic", "duckdb:////100%#1.db")),
    ],
)  # fmt: skip
def test_urls_of_servers_are_taken_apart_and_put_together_again(url: str, target: Target) -> None:
    assert parse_url(url) == target
    assert parse_url(target_url(target)) == target
    assert target_url(parse_url(target_url(target))) == target_url(target)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        (pg("shop", "db.example.org", 5432, "me"), "postgresql://me@db.example.org:5432/shop"),
        (pg("shop", "/run/postgresql"), "postgresql://%2Frun%2Fpostgresql/shop"),
        (_with(pg("d", "a,b", sslmode="require"), port="1,2"), "postgresql://a:1,b:2/d?sslmode=require"),
        (my("shop", unix_socket="/run/my.sock"), "mysql:///shop?unix_socket=/run/my.sock"),
        (dataclasses.replace(my("shop", "::1"), read_only=True), "mysql://[::1]/shop?read_only=true"),
        (Target("sqlite", "/a b.db", options={"attach.x": "/c?.db"}), "sqlite:////a%20b.db?attach.x=/c%3F.db"),
        (Target("generic", "duckdb:////x?a=1", read_only=True), "duckdb:////x?a=1&read_only=true"),
        (dataclasses.replace(pg("d", "h"), create=True, password=Secret("canary")), "postgresql://h/d"),
    ],
)  # fmt: skip
def test_a_target_has_one_url(target: Target, url: str) -> None:
    assert target_url(target) == url


NASTY = st.text(st.sampled_from("ab/\\:@?#%&=+;,'\" \n\t[]{}é🐦\u202e\udce9~.")) | st.text(
    st.characters(exclude_characters="\0")
)
HOSTS = st.lists(NASTY.map(lambda name: name.replace(",", "")), min_size=1, max_size=3)
PORTS = st.none() | st.integers(1, 65535)
OPTIONS = st.dictionaries(NASTY, NASTY, max_size=3)


@given(NASTY, HOSTS, PORTS, NASTY, OPTIONS, st.booleans(), st.sampled_from(["postgresql", "mysql"]))
def test_the_url_of_any_target_leads_back_to_it(
    database: str, hosts: list[str], port: int | None, user: str, options: dict[str, str], read_only: bool, driver: str
) -> None:
    host = ",".join(hosts) if driver == "postgresql" else hosts[0]
    target = Target(driver, database, host, port, user, options, read_only)
    try:
        url = target_url(target)
    except (UrlInvalid, PasswordInUrl):
        # only what no URL can say: halves of characters, options without a name or named like a field or a secret
        texts = [database, host, user, *options, *options.values()]
        assert set(options) & {"", "mode", "read_only", "host", "port", "user", "dbname"} or any(
            "\ud800" <= char <= "\udfff" for text in texts for char in text
        )
        return
    assert parse_url(url) == target
    url.encode("ascii")


@given(st.lists(st.tuples(st.sampled_from(["a", "::1", "/run", "b.c"]), PORTS), min_size=1, max_size=4))
def test_hosts_come_back_with_their_own_ports(places: list[tuple[str, int | None]]) -> None:
    written = ",".join("" if port is None else str(port) for _, port in places)
    names = ",".join(name for name, _ in places)
    options = {"port": written} if len(places) > 1 and written.strip(",") else {}
    port = places[0][1] if len(places) == 1 else None
    target = parse_url(target_url(Target("postgresql", "db", names, port, options=options)))
    assert [tuple(host) for host in hosts_of(target)] == places


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://h:0/d", "postgresql://h:70000/d", "postgresql://h:٣/d", "postgresql://[::1/d", "postgresql://::1/d",
        "postgresql://h/d%", "postgresql://h/d%zz", "postgresql://h/d%00", "postgresql://h/d?x", "postgresql://h/d?=1",
        "postgresql://h/d?a=1&a=2", "postgresql://h/d?host=x", "postgresql://h:1/d?port=2", "postgresql:///d?port=1,2",
        "postgresql://u@h/d?user=v", "postgresql://h/d?read_only=perhaps", "postgresql://h/d?mode=rx", "mysql://a,b/d",
        "mysql://a%2Cb/d", "http://h/d", "https://me@h/d", "mongodb://h/d", "jdbc:postgresql://h/d", "file://host/a.db",
        "file:a%zz", "file:a#b", "x://h:port/d", "duckdb:///x?read_only=1&read_only=0", "postgresql://h/\ud800",
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told(url: str) -> None:
    with pytest.raises(UrlInvalid) as refused:
        parse_url(url)
    assert str(refused.value.facts["reason"]).endswith(".")
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "target",
    [
        Target("oracle", "x"),
        Target("generic", "no url"),
        Target("generic", "duckdb:///x", options={"a": "1"}),
        Target("generic", "duckdb:///x?read_only=true"),
        Target("sqlite", ""),
        _with(pg("d", "h", 1), port="2"),
        pg("d\0", "h"),
        my("d", "a,b"),
        pg("d", "h", 99999),
    ],
)
def test_a_target_that_no_url_says_is_refused(target: Target) -> None:
    with pytest.raises(UrlInvalid):
        target_url(target)


def test_a_password_among_the_options_gets_into_no_url() -> None:
    with pytest.raises(PasswordInUrl):
        target_url(pg("d", "h", password="canary"))
    with pytest.raises(PasswordInUrl):
        target_url(Target("generic", "mssql://sa:canary@h/d"))


@pytest.mark.parametrize(
    "url",
    [
        "mssql+pyodbc:///?odbc_connect=DRIVER%3DX%3BPWD%3Dcanary%3B",
        "oracle://me:canary@h/d",
        "oracle://me:can/ary@h/d",
        "oracle://me:canary",
        "x://me:12/canary@h/d",
        "x://h/d?api_key=canary",
        "postgresql://me:12/canary@h/d",
        "postgresql://me:12?canary=1@h/d",
        "postgresql://h/d?s%65cret=canary",
        "postgresql://h/d?passphrase=canary%zz",
        "mysql://me:canary\0@h/d",
        "mysql://h/d?canary",
        "host=h password=canary",
        "Server=h;Pwd = canary",
        "jdbc:postgresql://h/d?password=canary",
        "file:a.db?key_password=canary",
        "file:a.db?canary#x",
        "file://me:canary@h/a.db",
        "canary\0",
    ],
)
def test_what_is_refused_is_not_repeated(url: str) -> None:
    with pytest.raises((UrlInvalid, PasswordInUrl)) as refused:
        parse_url(url)
    error: BaseException | None = refused.value
    while error is not None:
        said = f"{error} {error!r} {error.facts if isinstance(error, LapwingError) else ''}"
        assert "canary" not in said
        error = error.__context__


@pytest.mark.parametrize("filler", ["a", "@", ":", "%", "%41", "/", ",", "&", "=", "[", "😀", "\udcff", "#", "?"])
@pytest.mark.parametrize("start", ["", "postgresql://", "mysql://u@", "x://", "file:", "sqlite:///"])
def test_a_long_text_of_anything_ends(start: str, filler: str) -> None:
    try:
        said = str(parse_url(start + filler * times(150_000, 1_000_000)).driver)
    except (UrlInvalid, PasswordInUrl) as error:
        said = str(error)
    assert 0 < len(said) < 300
