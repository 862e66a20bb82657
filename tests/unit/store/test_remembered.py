"""Secrets in memory, and how long they stay there."""

import os

import pytest

from lapwing.domain.secret_errors import SecretNotText, SecretVariableMissing
from lapwing.domain.secrets import Secret
from lapwing.store.secrets.remembered import RememberedSecrets
from lapwing.store.secrets.variable import read_variable

ONE, TWO = Secret("one"), Secret("two")


class Clock:
    now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def remembered(clock: Clock) -> RememberedSecrets:
    return RememberedSecrets(clock)


def test_a_secret_is_remembered_for_its_connection_and_purpose(remembered: RememberedSecrets) -> None:
    remembered.remember("shop", "password", ONE)
    remembered.remember("shop", "tls-key", TWO)
    assert remembered.find("shop", "password") == ONE
    assert remembered.find("shop", "tls-key") == TWO
    assert remembered.find("farm", "password") is None
    remembered.remember("shop", "password", TWO)
    assert remembered.find("shop", "password") == TWO


def test_it_is_forgotten_when_its_time_is_over(remembered: RememberedSecrets, clock: Clock) -> None:
    remembered.remember("shop", "password", ONE)
    clock.now_s += 60
    assert remembered.find("shop", "password", expires_s=60) == ONE
    clock.now_s += 0.5
    assert remembered.find("shop", "password", expires_s=60) is None
    assert remembered.find("shop", "password") is None, "it is dropped, not merely withheld"


def test_asking_does_not_prolong_its_time(remembered: RememberedSecrets, clock: Clock) -> None:
    remembered.remember("shop", "password", ONE)
    for _ in range(6):
        assert remembered.find("shop", "password", expires_s=60) == ONE
        clock.now_s += 10
    clock.now_s += 1
    assert remembered.find("shop", "password", expires_s=60) is None


def test_without_an_end_it_stays(remembered: RememberedSecrets, clock: Clock) -> None:
    remembered.remember("shop", "password", ONE)
    clock.now_s += 1e9
    assert remembered.find("shop", "password") == ONE


def test_one_for_a_single_use_is_used_once(remembered: RememberedSecrets, clock: Clock) -> None:
    remembered.remember("shop", "password", ONE)
    clock.now_s += 5  # a person's log-in takes a while
    assert remembered.find("shop", "password", expires_s=0) == ONE
    assert remembered.find("shop", "password", expires_s=0) is None


def test_a_clock_that_was_set_back_ends_it(remembered: RememberedSecrets, clock: Clock) -> None:
    remembered.remember("shop", "password", ONE)
    clock.now_s -= 3600
    assert remembered.find("shop", "password", expires_s=60) is None


def test_what_a_command_said_is_not_what_a_person_said(remembered: RememberedSecrets) -> None:
    remembered.remember("shop", "password", ONE, giver="pass show shop")
    assert remembered.find("shop", "password") is None
    assert remembered.find("shop", "password", giver="pass show farm") is None
    assert remembered.find("shop", "password", giver="pass show shop") == ONE


def test_forgetting_drops_all_that_is_meant_and_nothing_else(remembered: RememberedSecrets) -> None:
    for purpose in ("password", "tls-key"):
        remembered.remember("shop", purpose, ONE)
        remembered.remember("farm", purpose, ONE)
    remembered.remember("shop", "password", TWO, giver="pass show shop")
    assert remembered.forget("shop", "password") is True
    assert remembered.forget("shop", "password") is False
    assert remembered.find("shop", "password", giver="pass show shop") is None
    assert remembered.find("shop", "tls-key") == ONE
    assert remembered.forget("shop") is True
    assert remembered.find("shop", "tls-key") is None
    assert remembered.find("farm", "password") == ONE


def test_a_clock_runs_by_itself() -> None:
    remembered = RememberedSecrets()
    remembered.remember("shop", "password", ONE)
    assert remembered.find("shop", "password", expires_s=600) == ONE


def test_a_variable_is_read_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", " hunter 2\n")
    assert read_variable("SHOP_PASSWORD", "shop") == Secret(" hunter 2\n")


@pytest.mark.parametrize("value", ["", None])
def test_a_variable_that_is_missing_or_empty_is_told_without_its_name(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("c4nary", raising=False)
    if value is not None:
        monkeypatch.setenv("c4nary", value)
    with pytest.raises(SecretVariableMissing) as refused:
        read_variable("c4nary", "shop")
    assert "shop" in str(refused.value)
    assert "c4nary" not in f"{refused.value} {refused.value.next_step()} {refused.value.facts}"


def test_a_variable_of_bytes_that_are_no_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", os.fsdecode(b"caf\xe9"))
    with pytest.raises(SecretNotText):
        read_variable("SHOP_PASSWORD", "shop")
