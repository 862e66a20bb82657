"""Connection URLs: taken apart exactly, and never telling a secret."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.connections import Target
from lapwing.domain.errors import LapwingError, PasswordInUrl, UrlInvalid
from lapwing.domain.urls import parse_url, sqlite_url

CANARY = "s3cr3t"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:////tmp/a.db", "/tmp/a.db"),
        ("sqlite:///a.db", f"{os.getcwd()}/a.db"),
        ("sqlite3:////tmp/a.db", "/tmp/a.db"),
        ("SQLite:////tmp/a.db", "/tmp/a.db"),
        ("sqlite:////tmp/a%20b%3f%23.db", "/tmp/a b?#.db"),
        ("sqlite:////tmp/%F0%9F%90%A6", "/tmp/🐦"),
        ("sqlite:////tmp/🐦", "/tmp/🐦"),
        ("sqlite:////tmp/caf%E9", "/tmp/caf\udce9"),
        ("sqlite:////tmp//x/../a.db", "/tmp/a.db"),
        ("/tmp/a.db", "/tmp/a.db"),
        ("/tmp/a://b.db", "/tmp/a:/b.db"),
        ("/tmp/a?mode=ro#x.db", "/tmp/a?mode=ro#x.db"),
        ("~/a.db", os.path.expanduser("~/a.db")),
        ("sqlite://", ":memory:"),
        ("sqlite:///:memory:", ":memory:"),
        (":memory:", ":memory:"),
    ],
)
def test_sqlite_urls_name_a_file(url: str, path: str) -> None:
    assert parse_url(url) == Target("sqlite", path)


def test_options_come_as_they_are_and_reading_only_is_understood() -> None:
    target = parse_url("sqlite:////a.db?busy_timeout=3&attach.more=/b.db&mode=ro&x=")
    assert target == Target(
        "sqlite", "/a.db", options={"busy_timeout": "3", "attach.more": "/b.db", "x": ""}, read_only=True
    )
    assert parse_url("sqlite:////a.db?read_only=yes").read_only
    assert not parse_url("sqlite:////a.db?read_only=no&mode=rw").read_only


def test_server_urls_are_taken_apart() -> None:
    target = parse_url("postgres://me%40home@db.example:5433/shop%20one?sslmode=require")
    assert target == Target("postgresql", "shop one", "db.example", 5433, "me@home", {"sslmode": "require"})
    assert parse_url("mariadb://[::1]/shop") == Target("mysql", "shop", "::1")


@given(st.text(st.characters(exclude_characters="\0"), min_size=1))
def test_the_url_of_any_path_leads_back_to_it(name: str) -> None:
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return
    path = os.path.abspath(f"/folder/{name}")
    assert parse_url(sqlite_url(path)) == Target("sqlite", path)
    sqlite_url(path).encode("ascii")


def test_the_url_of_a_path_that_is_not_text_leads_back_to_it(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9 \xff.sqlite")
    assert parse_url(sqlite_url(path)).database == str(path)
    assert parse_url(sqlite_url(":memory:")).database == ":memory:"


@pytest.mark.parametrize(
    "url",
    ["", " ", "a\0b", "sqlite:////a%00b", "sqlite://host/a.db", "sqlite://C:/a.db", "postgresql://h:port/x",
     "postgresql://h:99999/x", "postgresql://[::1/x", "sqlite:////a#b.db"],
)  # fmt: skip
def test_what_is_no_url_is_told(url: str) -> None:
    with pytest.raises(UrlInvalid) as refused:
        parse_url(url)
    assert str(refused.value.facts["reason"]).endswith(".")


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{CANARY}@host/db",
        f"postgresql://me:{CANARY}@host:port/db",
        f"postgresql://me:pa/{CANARY}@host/db",
        f"postgresql://me:pa?{CANARY}@host/db",
        f"postgresql://me:pa#{CANARY}@host/db",
        f"postgresql://me:{CANARY}/x@host/db",
        f"postgresql://me:@{CANARY}@[host/db",
        f"postgresql://:{CANARY}@host:1:2/db",
        f"postgresql://host/db?password={CANARY}",
        f"postgresql://host/db?sslpassword={CANARY}",
        f"mysql://host/db?passwd={CANARY}",
        f"mysql://host/db?PWD={CANARY}",
        f"x://host/db?access_token={CANARY}",
        f"x://host:port/db?client_secret={CANARY}",
        f"sqlite://me:{CANARY}@/a.db",
    ],
)
def test_no_refusal_repeats_a_password(url: str) -> None:
    with pytest.raises(LapwingError) as refused:
        parse_url(url)
    shown = f"{refused.value} {refused.value.next_step()} {refused.value.facts}"
    assert CANARY not in shown
    assert isinstance(refused.value, PasswordInUrl | UrlInvalid)


@given(st.text())
def test_any_text_is_understood_or_refused(text: str) -> None:
    for url in (text, f"sqlite:///{text}", f"postgresql://{text}"):
        try:
            target = parse_url(url)
        except (UrlInvalid, PasswordInUrl):
            continue
        assert target.driver
        assert "\0" not in target.database
