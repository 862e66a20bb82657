"""The manual says what the code does: options, places of passwords, forms of pasted texts, limits of read-only."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Final

import pytest

from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import OptionInvalid
from lapwing.domain.pasted import parse_pasted
from lapwing.domain.secrets import SecretKind
from lapwing.drivers.generic.packages import PACKAGES
from lapwing.drivers.mysql.option_files import GROUPS
from lapwing.drivers.mysql.route import OPTIONS, route_for
from lapwing.drivers.postgresql.libpq import keywords
from lapwing.drivers.postgresql.login import ATTRIBUTES, login_for
from lapwing.drivers.registry import driver_named, known_drivers
from lapwing.drivers.sockets import KeepAlive
from lapwing.drivers.tls import MODES
from lapwing.engine.connections.pool_settings import PoolSettings
from lapwing.settings.declared import Settings

ROOT: Final = Path(__file__).resolve().parents[2]
PAGES: Final = sorted((ROOT / "resources/help").glob("*.md"))
BOTH: Final = "PostgreSQL, MySQL and MariaDB"


def page(start: str) -> str:
    """The page whose file begins with that number."""
    (found,) = [path for path in PAGES if path.name.startswith(start)]
    return found.read_text("utf-8")


def section(text: str, heading: str) -> str:
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def table(text: str) -> list[list[str]]:
    """The cells of all rows of tables, without those of headings."""
    lines = re.sub(r"^\|.*\n\|---.*\n", "", text, flags=re.MULTILINE).splitlines()
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("|")]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def options(*headings: str) -> dict[str, str]:
    """The options in the tables below headings of the page about them, with their usual values."""
    found: dict[str, str] = {}
    for heading in headings:
        for cell, _meaning, usual in table(section(page("15"), heading)):
            said = names(cell)
            values = usual.split(", ") if len(said) > 1 else [usual]
            found |= dict(zip(said, values * len(said) if len(values) == 1 else values, strict=True))
    return found


# the pages


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_begins_with_its_title_and_its_links_lead_to_pages(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(r"# \S.*\n\n", text)
    assert set(re.findall(r"\]\(([^)]*)\)", text)) <= {other.name for other in PAGES}


def test_titles_differ() -> None:
    titles = [path.read_text("utf-8").partition("\n")[0] for path in PAGES]
    assert len(set(titles)) == len(titles)


# options of a connection


def test_options_of_every_connection_are_those_of_the_engine_with_their_usual_values() -> None:
    usual = {field.name.removesuffix("_s"): str(int(getattr(Settings(), field.name))) for field in fields(PoolSettings)}
    assert options("Every connection") == usual | {"read_only": "false"}


def test_options_of_mysql_are_those_of_its_driver() -> None:
    assert set(options(BOTH, "MySQL and MariaDB")) | {"connect_timeout"} == OPTIONS


def refuses_as_secret(name: str) -> bool:
    """Whether PostgreSQL's driver takes no such option, whatever it says."""
    try:
        login_for(Target("postgresql", host="db", options={name: "1"}), "shop", {})
    except OptionInvalid as error:
        return str(error.facts["reason"]).startswith("a secret")
    return False


def test_options_of_postgresql_are_those_of_its_library() -> None:
    text = section(page("15"), "PostgreSQL")
    prose = text.rpartition("|\n")[2].partition("Options that hold a secret")[0]
    in_prose = {name for name in names(prose) if name in keywords()}
    secret = {name for name in keywords() if refuses_as_secret(name)}
    assert secret >= {"password", "sslpassword", "sslkeylogfile"}
    told = set(options(BOTH, "PostgreSQL")) | in_prose | {"connect_timeout"}
    assert told == set(keywords()) - secret


def test_options_of_sqlite_are_those_that_are_looked_at() -> None:
    driver = (ROOT / "app/lapwing/drivers/sqlite/opening.py").read_text("utf-8")
    looked_at = re.findall(r'options\.get\("([a-z_.]+)"', driver)
    prefixes = [f"{prefix}NAME" for prefix in re.findall(r'option\.startswith\("([a-z_.]+)"\)', driver)]
    assert set(options("SQLite")) == {*looked_at, *prefixes, "mode"}  # `mode` is read with the URL


def test_usual_values_of_keep_alive_are_those_of_the_code() -> None:
    told, usual = options(BOTH), KeepAlive()
    assert told["keepalives_idle"] == str(usual.idle_s)
    assert told["keepalives_interval"] == str(usual.interval_s)
    assert told["keepalives_count"] == str(usual.count)
    assert told["tcp_user_timeout"] == str(usual.user_timeout_s * 1000)
    assert (told["keepalives"], told["application_name"]) == ("1", route_for(Target("mysql"), "", {}).program)


def test_kinds_of_servers_among_several_hosts_are_named() -> None:
    row = next(row for row in table(section(page("15"), "PostgreSQL")) if row[0] == "`target_session_attrs`")
    assert tuple(names(row[1])) == ATTRIBUTES


# encryption, passwords, logging in


def test_every_sslmode_is_explained() -> None:
    assert tuple(names(row[0])[0] for row in table(section(page("09"), "Choosing"))) == MODES


def test_every_place_of_a_password_is_told() -> None:
    told = [names(row[1])[0].partition(":")[0] for row in table(page("10"))]
    assert sorted(told) == sorted(SecretKind)


def test_every_group_of_option_files_is_told() -> None:
    assert {group for group in GROUPS if f"`[{group}]`" not in page("08")} == set()


def test_every_step_of_a_test_is_told() -> None:
    assert len(table(section(page("07"), "Test"))) == len(Phase)


# forms of pasted texts, other databases, read-only


def pasted_examples() -> list[tuple[str, str]]:
    """Form and example of those forms that fit on a line."""
    rows = table(section(page("07"), "Pasting"))
    return [(row[0], names(row[1])[0]) for row in rows if row[1].startswith("`") and row[1].endswith("`")]


def test_there_are_examples() -> None:
    assert len(pasted_examples()) >= 20


@pytest.mark.parametrize(("form", "example"), pasted_examples())
def test_an_example_of_a_pasted_text_is_understood_as_it_says(form: str, example: str) -> None:
    found = parse_pasted(example)
    assert found.form == form
    assert (found.password is not None) == ("secret" in example or "two words" in example)


def test_every_dialect_whose_package_is_known_is_named() -> None:
    told = names(section(page("13"), "Packages").partition(". The dialects")[0])
    assert sorted(told) == sorted(PACKAGES)


@pytest.mark.parametrize("driver_id", known_drivers())
def test_what_a_read_only_session_cannot_prevent_is_told_in_the_drivers_words(driver_id: str) -> None:
    told = " ".join(line.removeprefix("> ").strip() for line in page("14").splitlines())
    assert driver_named(driver_id).read_only_limits in told
