"""How a connection is opened and how many sessions Lapwing has on it: options of its URL, or else the settings."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.connections import Target
from lapwing.domain.errors import OptionInvalid
from lapwing.domain.urls import parse_url
from lapwing.engine.connections.pool_settings import PoolSettings, pool_settings
from lapwing.settings.declared import FIELDS, Settings
from lapwing.settings.store import change_settings

OPTIONS = {field.name.removesuffix("_s"): field.name for field in dataclasses.fields(PoolSettings)}
SWITCHES = {"auto_reconnect", "history"}
NUMBERS = sorted(OPTIONS.keys() - SWITCHES)


def settings_of(url: str) -> PoolSettings:
    return pool_settings(parse_url(url))[0]


@pytest.mark.parametrize("url", ["postgresql://db/shop", "mysql://db/shop", "sqlite://", "duckdb:///shop.db"])
def test_what_a_url_leaves_open_is_as_the_settings_say(url: str) -> None:
    usual = settings_of(url)
    assert dataclasses.asdict(usual) == {name: getattr(Settings(), name) for name in OPTIONS.values()}
    change_settings(pool_max=7, auto_reconnect=False, retry_attempts=2)
    changed = settings_of(url)
    assert (changed.pool_max, changed.auto_reconnect, changed.retry_attempts) == (7, False, 2)


@pytest.mark.parametrize("scheme", ["postgresql://db/shop", "mysql://db/shop", "sqlite:///shop.db"])
def test_an_option_goes_before_its_setting_and_the_driver_never_sees_it(scheme: str) -> None:
    change_settings(pool_max=7)
    values = {option: FIELDS[OPTIONS[option]].high for option in NUMBERS} | dict.fromkeys(SWITCHES, 0)
    url = f"{scheme}?{'&'.join(f'{name}={value}' for name, value in values.items())}&application_name=me"
    found, target = pool_settings(parse_url(url))
    assert {option: getattr(found, name) for option, name in OPTIONS.items()} == values | dict.fromkeys(SWITCHES, False)
    kept = {"application_name": "me"}
    if not scheme.startswith("sqlite"):
        kept["connect_timeout"] = "3600"
    assert target.options == kept


def test_the_options_of_a_generic_url_are_taken_out_of_it() -> None:
    found, target = pool_settings(parse_url("duckdb:///shop.db?pool_max=3&threads=2&auto_reconnect=no"))
    assert (found.pool_max, found.auto_reconnect) == (3, False)
    assert target.database == "duckdb:///shop.db?threads=2"
    assert pool_settings(parse_url("duckdb:///shop.db?pool_max=3"))[1].database == "duckdb:///shop.db"


def test_a_time_limit_of_the_settings_reaches_a_driver_that_has_one_of_its_own() -> None:
    assert pool_settings(parse_url("mysql://db"))[1].options == {}
    change_settings(connect_timeout_s=33)
    assert pool_settings(parse_url("mysql://db"))[1].options == {"connect_timeout": "33"}
    assert pool_settings(parse_url("mysql://db?connect_timeout=5"))[1].options == {"connect_timeout": "5"}
    assert pool_settings(parse_url("sqlite://"))[1].options == {}


@pytest.mark.parametrize("text", ["1", "true", "YES", "on"])
def test_yes_and_no_can_be_written_in_several_ways(text: str) -> None:
    change_settings(auto_reconnect=False)
    assert settings_of(f"postgresql://db?auto_reconnect={text}").auto_reconnect


@pytest.mark.parametrize("option", NUMBERS)
def test_what_is_out_of_bounds_or_no_number_is_refused_with_its_bounds(option: str) -> None:
    facts = FIELDS[OPTIONS[option]]
    assert facts.low is not None
    assert facts.high is not None
    for text in (str(facts.low - 1), str(facts.high + 1), "x", "1.5", "%D9%A1", "1" * 40):
        with pytest.raises(OptionInvalid) as told:
            settings_of(f"postgresql://db/shop?{option}={text}")
        assert f"from {facts.low} to {facts.high}" in str(told.value)
        assert option in str(told.value)


def test_the_limit_for_idle_transactions_is_the_connections_or_its_environments_or_the_setting() -> None:
    place = parse_url("postgresql://db")
    change_settings(idle_transaction_s=60)
    assert pool_settings(place)[0].idle_transaction_s == 60
    assert pool_settings(place, 600)[0].idle_transaction_s == 600
    assert pool_settings(place, 0)[0].idle_transaction_s == 0
    own = parse_url("postgresql://db?idle_transaction=30")
    assert pool_settings(own, 600)[0].idle_transaction_s == 30


def test_fewer_can_be_kept_than_there_are() -> None:
    with pytest.raises(OptionInvalid, match="pool_max, which is 2"):
        settings_of("postgresql://db?pool_min=3")
    assert settings_of("postgresql://db?pool_min=3&pool_max=3").pool_min == 3


@given(text=st.text(max_size=12))
def test_any_text_is_taken_or_refused(text: str) -> None:
    for option in ("pool_max", "auto_reconnect"):
        target = dataclasses.replace(parse_url("postgresql://db"), options={option: text})
        assert told(target) in {"", option}


def told(target: Target) -> str:
    """The option that is refused, or nothing."""
    try:
        pool_settings(target)
    except OptionInvalid as error:
        return str(error.facts["option"])
    return ""
