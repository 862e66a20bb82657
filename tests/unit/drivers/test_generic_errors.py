"""What DB-APIs say reaches a person without what SQLAlchemy adds to it, with code and place."""

import pytest
from sqlalchemy.exc import DBAPIError, StatementError

from lapwing.drivers.generic.errors import code_of, failed, place_in, words_of


class OperationalError(Exception):
    """PEP 249's, as a module has it."""


class CatalogError(Exception):
    """One that says more."""


class PgError(Exception):
    sqlstate = "42P01"


class OracleDetails:
    full_code = "ORA-00942"

    def __str__(self) -> str:
        return "ORA-00942: table or view does not exist"


def wrapped(error: Exception) -> DBAPIError:
    return DBAPIError("SELECT 'canary'", {"p": "canary"}, error)


@pytest.mark.parametrize(
    ("error", "words", "code"),
    [
        (OperationalError("it is gone"), "it is gone", ""),
        (CatalogError("no such table"), "no such table", "CatalogError"),
        (OperationalError(1045, "Access denied"), "Access denied", "1045"),
        (OperationalError("42S02", "[42S02] Invalid object name"), "[42S02] Invalid object name", "42S02"),
        (OperationalError(208, b"Invalid object name"), "Invalid object name", "208"),
        (PgError("relation is missing"), "relation is missing", "42P01"),
        (OperationalError(OracleDetails()), "ORA-00942: table or view does not exist", "ORA-00942"),
        (OperationalError(), "OperationalError", ""),
        (
            CatalogError("a module is missing:\nTraceback (most recent call last):\n  File"),
            "a module is missing:",
            "CatalogError",
        ),
    ],
)
def test_words_and_code_are_the_databases_own(error: Exception, words: str, code: str) -> None:
    assert (words_of(error), code_of(error)) == (words, code)
    assert (words_of(wrapped(error)), code_of(wrapped(error))) == (words, code)
    assert "canary" not in str(failed(wrapped(error), "SELECT 1").facts)


def test_nothing_that_sqlalchemy_adds_is_left() -> None:
    error = StatementError("A value is required", "SELECT :canary", {"canary": "canary"}, ValueError("no value"))
    assert words_of(error) == "A value is required"
    assert "sqlalche.me" in str(wrapped(OperationalError("gone")))
    assert "sqlalche.me" not in str(failed(wrapped(OperationalError("gone")), "SELECT 1"))


@pytest.mark.parametrize(
    ("words", "sql", "place"),
    [
        ("no place", "SELECT 1", None),
        ("x\nLINE 1: SELEC 1\n        ^", "SELEC 1", 0),
        ("x\n\nLINE 1: SELECT a FROM b\n                      ^^^", "SELECT a FROM b", 14),
        ("x\nLINE 3: , nix\n          ^", "SELECT 'ä'\n\n, nix", 14),
        ("x\nLINE 1: SELECT '🐦', a\n                     ^", "SELECT '🐦', a", 12),
        ("x\nLINE 1: SELECT 'e\u0301', a\n                    ^", "SELECT 'e\u0301', a", 13),
        ("x\nLINE 9: SELECT\n        ^", "SELECT", None),
        ("x\nLINE 1: SELECT\n                              ^", "SELECT", None),
        ("x\nLINE 1: ...345, nix, 678...\n                ^", "SELECT 12345, nix, 678901", 14),
        ("x\nLINE 1: ...1, 1, 1...\n                ^", "SELECT 1, 1, 1, 1, 1, 1, 1, 1", None),
        ('x\nLINE 1: DECLARE "c_1" CURSOR FOR SELECT a\n                                        ^', "SELECT a", 7),
    ],
)
def test_a_caret_becomes_a_place_in_the_text(words: str, sql: str, place: int | None) -> None:
    assert place_in(words, sql) == place
    refusal = failed(OperationalError(words), sql)
    assert refusal.facts["position"] == place
    assert "^" not in str(refusal)
