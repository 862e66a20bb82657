"""Objects of every kind: listed, counted, described, made again by what is said of them, and dropped."""

from dataclasses import replace

import pytest

from contract.asking import run
from contract.subjects.shape import Subject, without_sizes
from helpers.counts import times
from helpers.names import HOSTILE_NAMES
from lapwing.domain.catalog import CatalogObject, ObjectProperties, ObjectScope, RelationDetails, StatementKind
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.base import Session
from lapwing.sql.dialect import dialect_named

KINDS_OF_RELATIONS = ("table", "partition", "view", "materialized view", "foreign table", "virtual")


PORTABLE = (
    "CREATE TABLE customers (id int PRIMARY KEY, mail varchar(50) NOT NULL)",
    "CREATE TABLE orders (id int PRIMARY KEY, customer int, FOREIGN KEY (customer) REFERENCES customers (id))",
    "CREATE INDEX by_customer ON orders (customer)",
    "CREATE VIEW overview AS SELECT o.id, c.mail FROM orders o JOIN customers c ON c.id = o.customer",
)


def make_everything(subject: Subject, session: Session) -> None:
    for sql in dict.fromkeys(sql for case in subject.described for sql in case.ddl) or PORTABLE:
        run(session, sql)


def make_shop(session: Session) -> None:
    for sql in PORTABLE:
        run(session, sql)


def named(subject: Subject, session: Session, name: str) -> CatalogObject:
    """The relation of that name, as lists have it."""
    found = [
        one for kind in KINDS_OF_RELATIONS for one in session.catalog.objects(kind, subject.schema) if one.name == name
    ]
    assert len(found) == 1
    return found[0]


def section(properties: ObjectProperties, title: str) -> list[tuple[str, ...]]:
    """The rows of one section; none where it is left out."""
    return [row for found in properties.sections if found.id == title for row in found.rows]


def written(session: Session, wanted: CatalogObject, kind: StatementKind, *, cascade: bool = False) -> str:
    (sql,) = [one.sql for one in session.catalog.statements(wanted, cascade=cascade) if one.kind is kind]
    return sql


def run_script(session: Session, subject: Subject, script: str) -> None:
    for statement in dialect_named(subject.driver.dialect).split(script):
        run(session, script[statement.start : statement.end])


def test_every_kind_has_as_many_objects_as_it_is_said_to_have(subject: Subject, session: Session) -> None:
    make_everything(subject, session)
    seen = set()
    for scope in (ObjectScope.SERVER, ObjectScope.DATABASE, ObjectScope.SCHEMA):
        schema = subject.schema if scope is ObjectScope.SCHEMA else ""
        for kind in session.catalog.kinds(scope, schema):
            seen.add(kind.kind)
            found = session.catalog.objects(kind.kind, schema)
            assert (kind.scope, kind.count) == (scope, len(found))
            assert {(one.kind, one.schema) for one in found} == {(kind.kind, schema)}
            assert len({(one.parent, one.name, one.signature) for one in found}) == len(found)
    assert {"table", "view", "index"} <= seen


def test_parts_of_a_relation_are_listed_and_described(subject: Subject, session: Session) -> None:
    make_shop(session)
    kinds = {kind.kind: kind.count for kind in session.catalog.kinds(ObjectScope.RELATION, subject.schema, "orders")}
    assert {"constraint", "index"} <= set(kinds)
    for kind, count in kinds.items():
        parts = session.catalog.objects(kind, subject.schema, "orders")
        assert len(parts) == count
        for part in parts:
            assert part.parent == "orders"
            found = session.catalog.properties(part)
            assert (found.object.kind, found.object.name, found.object.parent) == (kind, part.name, "orders")
            assert ("table", "orders") in section(found, "definition")


def test_every_object_is_described_with_what_it_is(subject: Subject, session: Session) -> None:
    make_everything(subject, session)
    for kind in session.catalog.kinds(ObjectScope.SCHEMA, subject.schema):
        for wanted in session.catalog.objects(kind.kind, subject.schema)[:4]:
            found = session.catalog.properties(wanted)
            assert replace(found.object, comment="", size_bytes=None) == replace(wanted, comment="", size_bytes=None)
            assert ("kind", kind.kind) in section(found, "definition")
            assert len({part.id for part in found.sections}) == len(found.sections)
            for part in found.sections:
                assert part.rows
                assert {len(row) for row in part.rows} == {len(part.headings)}


def test_what_is_said_to_make_a_table_makes_it_again(subject: Subject, session: Session) -> None:
    make_everything(subject, session)
    for case in subject.described:
        wanted = named(subject, session, case.name) if case.details.relation.kind != "shadow" else None
        if wanted is None or (not subject.driver.capabilities.transactional_ddl and wanted.kind != "table"):
            continue
        before, shown = described(subject, session, case.name), session.catalog.properties(wanted)
        assert shown.note == ""
        assert shown.ddl.endswith(";")
        if case.name == "customers" and not any(can for can in cascading(session, wanted)):
            continue  # others refer to it, and it cannot be dropped from under them
        with_transaction(subject, session, wanted, shown.ddl)
        assert described(subject, session, case.name) == before
        again = session.catalog.properties(wanted)
        for title in ("columns", "constraints", "indexes", "triggers", "rules", "policies", "privileges"):
            assert sorted(section(again, title)) == sorted(section(shown, title))
        assert again.ddl == shown.ddl
        if subject.driver.capabilities.transactional_ddl:
            session.rollback()


def described(subject: Subject, session: Session, name: str) -> RelationDetails:
    found = session.catalog.describe(subject.schema, name)
    return replace(found, relation=replace(without_sizes(found.relation), rows_estimate=None))


def cascading(session: Session, wanted: CatalogObject) -> list[bool]:
    return [one.can_cascade for one in session.catalog.statements(wanted) if one.kind is StatementKind.DROP]


def with_transaction(subject: Subject, session: Session, wanted: CatalogObject, ddl: str) -> None:
    """Drop it with all that depends on it, and make it again; what depended on it comes back by a rollback."""
    drop = written(session, wanted, StatementKind.DROP, cascade=True)
    if subject.driver.capabilities.transactional_ddl:
        session.begin()
    run(session, drop)
    run_script(session, subject, ddl)


def test_what_needs_something_and_what_it_needs_are_told_both_ways(subject: Subject, session: Session) -> None:
    make_shop(session)

    def told(name: str, title: str) -> set[str]:
        """Names as they are written in the dialect: with a schema, or without."""
        rows = section(session.catalog.properties(named(subject, session, name)), title)
        return {row[1].rpartition(".")[2] for row in rows}

    assert "customers" in told("orders", "depends on")
    assert "orders" in told("customers", "used by")
    assert "orders" in told("overview", "depends on")
    assert "overview" in told("orders", "used by")


def test_objects_of_any_name_are_described_made_again_emptied_and_dropped(subject: Subject, session: Session) -> None:
    quote = dialect_named(subject.driver.dialect).quote_identifier
    every = [name for name in HOSTILE_NAMES if subject.can_name(name)]
    names = every[:: len(every) // times(5, len(every))]
    for name in names:
        run(session, f"CREATE TABLE {quote(name)} ({quote(name)} int PRIMARY KEY, {quote(name + ' 2')} varchar(50))")
        run(session, f"CREATE INDEX {quote('by ' + name)} ON {quote(name)} ({quote(name + ' 2')})")
        run(session, f"CREATE VIEW {quote('of ' + name)} AS SELECT * FROM {quote(name)}")
    for name in names:
        table = CatalogObject("table", subject.schema, name)
        run(session, f"INSERT INTO {quote(name)} ({quote(name)}) VALUES (7)")
        sql = {one.kind: one.sql for one in session.catalog.statements(table)}
        answer = run(session, sql[StatementKind.SELECT])
        assert answer.columns is not None
        assert [column.name for column in answer.columns] == [name, f"{name} 2"]
        assert answer.rows is not None
        assert len(answer.rows) == 1
        assert {StatementKind.INSERT, StatementKind.UPDATE, StatementKind.DELETE} < set(sql)
        run(session, sql[StatementKind.TRUNCATE])
        assert run(session, f"SELECT * FROM {quote(name)}").rows == []
        shown = session.catalog.properties(table)
        assert [row[0] for row in section(shown, "columns")] == [name, f"{name} 2"]
        assert (f"of {name}",) in [row[1:2] for row in section(shown, "used by")] or subject.schema == "public"
        assert session.catalog.properties(CatalogObject("index", subject.schema, f"by {name}", parent=name)).ddl
        view = CatalogObject("view", subject.schema, f"of {name}")
        run(session, written(session, view, StatementKind.DROP))
        run(session, sql[StatementKind.DROP])
        run_script(session, subject, shown.ddl)
        assert section(session.catalog.properties(table), "indexes") == section(shown, "indexes")
        run(session, sql[StatementKind.DROP])
    left = {one.name for kind in ("table", "view", "index") for one in session.catalog.objects(kind, subject.schema)}
    assert not left & {*names, *(f"by {name}" for name in names), *(f"of {name}" for name in names)}


def test_what_is_not_there_is_told(subject: Subject, session: Session) -> None:
    for scope in (ObjectScope.SERVER, ObjectScope.DATABASE, ObjectScope.SCHEMA):
        schema = subject.schema if scope is ObjectScope.SCHEMA else ""
        for kind in [kind.kind for kind in session.catalog.kinds(scope, schema)] + ["no such kind"]:
            for name in ("nowhere", "", "'; DROP TABLE kept", "a\0b"):
                wanted = CatalogObject(kind, schema, name, parent="nothing" if kind in {"index", "trigger"} else "")
                with pytest.raises(StatementFailed):
                    session.catalog.properties(wanted)
                with pytest.raises(StatementFailed):
                    session.catalog.statements(wanted)
    assert session.catalog.objects("no such kind", subject.schema) == []
    for schema in ("nowhere", "a\0b"):
        assert session.catalog.kinds(ObjectScope.SCHEMA, schema) == []
        assert session.catalog.objects("index", schema) == []
