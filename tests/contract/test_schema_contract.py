"""Where names without a schema are looked for is chosen by a person, on servers that have schemas to choose from."""

import random

import pytest

from contract.asking import rows_of, run
from contract.subjects.shape import Subject
from helpers.names import HOSTILE_NAMES
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import LapwingError, RequestInvalid
from lapwing.drivers.base import Session, capabilities_of
from lapwing.drivers.registry import driver_named
from lapwing.sql.dialect import dialect_named

BYTES = 63


def quoted(subject: Subject, name: str) -> str:
    return dialect_named(driver_named(subject.target().driver).dialect).quote_identifier(name)


def names(chance: random.Random) -> list[str]:
    """Some of those that a server takes."""
    possible = [
        name for name in HOSTILE_NAMES if len(name.encode()) <= BYTES and name.strip() == name and "/" not in name
    ]
    return chance.sample(possible, 12)


def test_names_are_looked_for_in_the_chosen_schema(subject: Subject, session: Session, chance: random.Random) -> None:
    if not capabilities_of(driver_named(subject.target().driver), session).chooses_schema:
        with pytest.raises(RequestInvalid):
            session.set_schema("main")
        return
    for name in names(chance):
        try:
            run(session, f"CREATE SCHEMA {quoted(subject, name)}")
        except LapwingError:
            continue  # no name for this server
        session.set_schema(name)
        assert session.surroundings().schema == name
        assert session.transaction() is TransactionState.IDLE
        run(session, "CREATE TABLE here AS SELECT 7 AS a")
        assert rows_of(session, f"SELECT a FROM {quoted(subject, name)}.here") == [("7",)]
        run(session, "DROP TABLE here")
        run(session, f"DROP SCHEMA {quoted(subject, name)}")
