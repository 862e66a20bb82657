"""What we read is what libpq and SQLAlchemy read in the same text."""

import pytest
import sqlalchemy
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg import OperationalError, pq

from helpers.counts import times
from lapwing.domain.connections import Target
from lapwing.domain.errors import PasswordInUrl, UrlInvalid
from lapwing.domain.pasted import PastedUnknown, parse_pasted
from lapwing.domain.targets import hosts_of
from lapwing.domain.urls import parse_url, target_url

NAMES = st.text(st.sampled_from("ab/\\:@?#%&=+;'\" \n[]{}é🐦~."), max_size=8)
HOSTS = st.lists(
    st.sampled_from(["h", "db.example.org", "::1", "/run/my dir", "@abstract", ""]), min_size=1, max_size=3
)
PORTS = st.none() | st.integers(1, 65535)


def libpq(text: str) -> dict[str, str] | None:
    """What libpq reads in a URI or connection string; None when it refuses it."""
    try:
        found = pq.Conninfo.parse(text.encode())
    except OperationalError:
        return None
    return {option.keyword.decode(): option.val.decode("utf-8", "surrogateescape") for option in found if option.val}


@settings(max_examples=times(100, 5_000))
@given(NAMES, HOSTS, PORTS, NAMES, NAMES)
def test_libpq_reads_our_urls_as_they_are_meant(
    database: str, hosts: list[str], port: int | None, user: str, application: str
) -> None:
    options = {"application_name": application} if application else {}
    target = Target("postgresql", database, ",".join(hosts), port, user, options)
    read = libpq(target_url(target))
    assert read is not None
    expected = {"dbname": database, "user": user, "application_name": application, "host": ",".join(hosts)}
    expected["port"] = ",".join([str(port)] * len(hosts)) if port else ""
    assert {name: text for name, text in read.items() if text.strip(",")} == {
        name: text for name, text in expected.items() if text.strip(",")
    }


@settings(max_examples=times(100, 5_000))
@given(st.text(st.sampled_from("ab1:/@,?&=%2F[]")))
def test_a_uri_that_libpq_and_we_read_means_the_same(rest: str) -> None:
    read = libpq(f"postgresql://{rest}")
    try:
        target = parse_url(f"postgresql://{rest}")
    except (UrlInvalid, PasswordInUrl):
        return  # we refuse more than libpq: passwords, ports out of range, raw @ signs
    if read is None:
        assert "?" in rest or "[" in rest, "libpq refuses only options and addresses that we let pass"
        return
    ports = ",".join("" if host.port is None else str(host.port) for host in hosts_of(target))
    assert read.get("host", "").strip(",") == target.host.strip(",")
    assert (read.get("dbname", ""), read.get("user", "")) == (target.database, target.username)
    assert read.get("port", "").strip(",") == ports.strip(",")


@settings(max_examples=times(100, 5_000))
@given(st.text(st.sampled_from("ab '\\=")), NAMES)
def test_a_connection_string_that_libpq_and_we_read_means_the_same(rest: str, password: str) -> None:
    password = password.replace("\n", " ")
    quoted = password.replace("\\", "\\\\").replace("'", "\\'")
    text = f"dbname={rest} password='{quoted}'"
    read = libpq(text)
    if read is None or ";" in text:
        return
    try:
        pasted = parse_pasted(text)
    except PastedUnknown:
        pytest.fail("libpq reads it")
    assert pasted.target.database == read.get("dbname", "")
    assert (pasted.password.reveal() if pasted.password else "") == read.get("password", "")


@pytest.mark.parametrize(
    ("text", "host", "port", "database", "user"),
    [
        ("jdbc:sqlserver://h:1433;databaseName=d b;user=m@e", "h", 1433, "d b", "m@e"),
        (r"Server=h\I,1433;Database=d;User Id=u", r"h\I", 1433, "d", "u"),
        ("jdbc:oracle:thin:u/p@h:1521:XE", "h", 1521, "XE", "u"),
        ("mssql+pyodbc://u%40x:p@h/d?driver=x", "h", None, "d", "u@x"),
        ("duckdb:////a%20b#c.db", None, None, "/a b#c.db", None),
        ("/data/a b#c%41?.duckdb", None, None, "/data/a b#c%41?.duckdb", None),
        ("snowflake://u:p@acct/d/s?warehouse=w", "acct", None, "d/s", "u"),
        ("cockroachdb://u:p@[::1]:26257/d", "::1", 26257, "d", "u"),
    ],
)
def test_sqlalchemy_reads_what_the_generic_driver_is_given(
    text: str, host: str | None, port: int | None, database: str, user: str | None
) -> None:
    target = parse_pasted(text).target
    url = sqlalchemy.make_url(target.database)
    assert target.driver == "generic"
    assert (url.host, url.port, url.database, url.username) == (host, port, database, user)
    assert url.password is None
