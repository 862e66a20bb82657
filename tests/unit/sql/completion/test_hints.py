"""How the call that a caret is in can be made."""

import pytest

from lapwing.domain.completion import CallHint, CallSignature
from lapwing.sql.completion.hints import call_hint
from lapwing.sql.completion.names import NO_NAMES
from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from unit.sql.completion.offered import SHOP, SHOP_ANY_CASE


def hint(text: str, dialect: str = "postgresql") -> CallHint:
    caret = text.index("|")
    names = SHOP if dialect == "postgresql" else SHOP_ANY_CASE
    return call_hint(dialect_named(dialect), text.replace("|", "", 1), caret, names)


def test_a_function_of_the_server_shows_its_arguments_and_result():
    found = hint("SELECT split_part(name, |")
    assert found == CallHint(
        "split_part", (CallSignature(("string text", "delimiter text", "n integer"), "text"),), argument=1, start=7
    )


def test_a_routine_of_the_database_shows_all_its_overloads_and_its_comment():
    found = hint("SELECT order_total(|)")
    assert [signature.arguments for signature in found.signatures] == [
        ("order_id integer",),
        ("order_id integer", "currency text"),
    ]
    assert found.comment == "The sum of its items."


def test_overloads_that_have_the_argument_come_first():
    found = hint("SELECT order_total(1, |)")
    assert found.signatures[0].arguments == ("order_id integer", "currency text")


def test_a_routine_of_another_schema_is_known_by_its_schema_only():
    assert hint("SELECT archive.restore_order(|").signatures[0].result == "boolean"
    assert hint("SELECT restore_order(|").signatures == ()


def test_a_procedure_is_hinted_behind_call():
    assert hint("CALL archive_orders(|)").signatures[0].arguments == ("before date",)


def test_a_function_that_only_the_server_names_is_hinted_too():
    assert hint("SELECT cosh(|").signatures == (CallSignature(("double precision",), "double precision"),)


def test_the_innermost_call_is_hinted():
    assert hint("SELECT coalesce(lower(|), 1)").name == "lower"
    assert hint("SELECT coalesce(lower(a), |1)").name == "coalesce"


@pytest.mark.parametrize("text", ["SELECT |", "SELECT nothing_known(|", "SELECT (1, |)", "SELECT 'lower(|'"])
def test_no_hint_is_given_outside_of_calls_that_are_known(text):
    assert hint(text).signatures == ()


@pytest.mark.parametrize("dialect", DIALECT_IDS)
def test_without_a_connection_the_functions_of_the_dialect_are_hinted(dialect):
    found = call_hint(dialect_named(dialect), "select COUNT(", 13, NO_NAMES)
    assert found.signatures[0].arguments == ("*",)
