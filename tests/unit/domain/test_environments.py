"""What is in force on a connection, out of its environment and its own settings; and which schemas it shows."""

from dataclasses import replace

import pytest

from lapwing.domain.connections import Confirmation, Connection, TransactionMode
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy, Safeguards, safeguards_of
from lapwing.domain.schema_filter import patterns_of, shows_schema

PLAIN = Connection("c", "shop", "sqlite://")
CAREFUL = EnvironmentPolicy("live", "Live", "#aa0000", TransactionMode.MANUAL, Confirmation.CHANGES, True, 60)


def test_a_connection_without_an_environment_is_free() -> None:
    assert safeguards_of(PLAIN, SHIPPED) == Safeguards()


def test_its_environment_decides_for_a_connection() -> None:
    found = safeguards_of(replace(PLAIN, environment="live"), [*SHIPPED, CAREFUL])
    assert found == Safeguards("Live", "#aa0000", TransactionMode.MANUAL, Confirmation.CHANGES, True, 60)


def test_colour_and_commit_mode_of_its_own_go_before_and_only_more_care_counts() -> None:
    mine = replace(
        PLAIN,
        environment="live",
        color="good",
        mode=TransactionMode.AUTO,
        confirmation=Confirmation.NONE,
        read_only=False,
    )
    found = safeguards_of(mine, [CAREFUL])
    assert (found.color, found.mode, found.confirmation, found.read_only) == (
        "good",
        TransactionMode.AUTO,
        Confirmation.CHANGES,
        True,
    )
    stricter = safeguards_of(replace(mine, confirmation=Confirmation.NAME), [CAREFUL])
    assert stricter.confirmation is Confirmation.NAME


def test_an_environment_that_is_not_there_is_as_careful_as_production() -> None:
    found = safeguards_of(replace(PLAIN, environment="gone"), SHIPPED)
    assert (found.confirmation, found.mode, found.idle_transaction_s) == (
        Confirmation.NAME,
        TransactionMode.MANUAL,
        600,
    )


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"name": "x" * 61}, {"color": "red"}, {"color": "#12345"}, {"idle_transaction_s": -1}]
)
def test_what_cannot_be_an_environment_says_why(wrong: dict[str, str]) -> None:
    assert replace(CAREFUL, **wrong).problem().endswith(".")  # type: ignore[arg-type]
    assert CAREFUL.problem() == ""


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("", ["public", "x"], []),
        ("public\nsales_*", ["public", "PUBLIC", "sales_", "sales_old"], ["pub", "sale", "xpublic"]),
        ("!*_old", ["public"], ["sales_old", "_OLD"]),
        ("s*\n!*_old", ["sales"], ["sales_old", "public"]),
        ("a?c", ["abc", "a*c"], ["ac", "abbc"]),
        ("a\\*\n\\!b\nc\\", ["a*", "!b", "c\\"], ["ab", "b"]),
        ("a.b\n(c", ["a.b", "(c"], ["axb"]),
        ("*\n**", ["anything"], []),
    ],
)
def test_schemas_are_shown_and_hidden_by_patterns(text: str, shown: list[str], hidden: list[str]) -> None:
    patterns = patterns_of(text)
    assert [name for name in (*shown, *hidden) if shows_schema(patterns, name)] == shown
