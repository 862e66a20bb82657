"""Sections of properties that are made alike for every server."""

from lapwing.domain.catalog import Check, ForeignKey, Relation, RelationDetails
from lapwing.drivers.sections import keys


def test_checks_stand_among_the_constraints_and_are_numbered_where_they_have_no_name() -> None:
    details = RelationDetails(
        Relation("main", "orders", "table"),
        primary_key=("id",),
        foreign_keys=(ForeignKey("fk 0", ("customer",), "customers", ("id",), "NO ACTION", "CASCADE"),),
        checks=(Check("", ("a", "b"), "a < b"), Check("adult", ("age",), "age > 17")),
    )
    assert keys(details).rows == (
        ("", "primary key", "id", ""),
        ("fk 0", "foreign key", "customer", "customers (id) ON DELETE CASCADE"),
        ("check 1", "check", "a, b", "CHECK (a < b)"),
        ("adult", "check", "age", "CHECK (age > 17)"),
    )
