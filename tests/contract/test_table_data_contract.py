"""A table's rows page by page, and changes of them: the same on every server."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from contract.asking import rows_of, run, told
from contract.subjects.shape import Subject
from contract.table_tab import Tab
from helpers.counts import SOAKING, times
from helpers.names import HOSTILE_NAMES
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import StatementFailed, TransactionOpen, from_wire
from lapwing.domain.table_data import ColumnSort, FollowKey, LookUpKey, value_of
from lapwing.domain.table_errors import (
    ChangesInvalid,
    ConditionInvalid,
    KeyMissing,
    ReferenceEmpty,
    RowChanged,
    RowGone,
    ViewNotEditable,
)
from lapwing.domain.values import Row, ServerDefault, cell_text
from lapwing.drivers.base import Session, capabilities_of
from lapwing.engine.table.following import rows_elsewhere
from lapwing.engine.table.look_up import look_up
from lapwing.engine.table.paging import count_statement

IDLE, OPEN = TransactionState.IDLE, TransactionState.OPEN
Opens = Callable[..., Tab]


@pytest.fixture
def opens(subject: Subject, session: Session, tmp_path: Path) -> Iterator[Opens]:
    """Opens a table in a tab."""
    tabs: list[Tab] = []

    def open_tab(name: str, schema: str = "", using: Session = session) -> Tab:
        tabs.append(Tab(using, schema or subject.schema, name, tmp_path / str(len(tabs))))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.close()


def is_mysql(subject: Subject) -> bool:
    return subject.driver.dialect == "mysql"


@pytest.fixture
def goods(subject: Subject, session: Session, opens: Opens) -> Tab:
    """A table `goods` with three rows."""
    binary = "bytea" if subject.driver.dialect == "postgresql" else "blob"
    run(
        session,
        "CREATE TABLE goods(id integer PRIMARY KEY, name varchar(400) NOT NULL DEFAULT 'nameless', "
        f"price decimal(12, 3), weight double precision, picture {binary}, above integer)",
    )
    run(session, "INSERT INTO goods VALUES (1, 'One', 1.5, 0.1, NULL, NULL), (2, 'two ', NULL, -2e300, NULL, 1)")
    run(session, "INSERT INTO goods(id, name, above) VALUES (3, 'drei''s \"%s\" %', 2)")
    return opens("goods")


def texts(rows: list[Row], column: int = 0) -> list[str]:
    return [cell_text(row[column]) for row in rows]


# reading


def test_pages_give_every_row_once_in_order_while_others_insert(
    subject: Subject, session: Session, other: Session, opens: Opens, chance: random.Random
) -> None:
    moment = "datetime(6)" if is_mysql(subject) else "timestamp"
    run(
        session,
        "CREATE TABLE things(a integer NOT NULL, b varchar(20) NOT NULL, word varchar(40), number integer, "
        f"amount decimal(12,3), seen {moment}, size double precision, PRIMARY KEY (a, b))",
    )
    keys = [(a, f"k{b}") for a in range(12) for b in range(9)]
    chance.shuffle(keys)

    def row(a: int, b: str) -> str:
        some = chance.choice(("NULL", "''", "'a'", "'B'", "'ä '", "'a%\\'", "'it''s'"))
        cells = (
            some.replace("\\", "\\\\") if is_mysql(subject) else some,
            chance.choice(("NULL", "0", "-5", "7", "1000000")),
            chance.choice(("NULL", "0.001", "-1.5", "12345678.125")),
            chance.choice(("NULL", "'2024-02-29 23:59:59.123456'", "'1999-12-31 00:00:00'")),
            chance.choice(("NULL", "0.1", "-1e300", "1e-300", "0.30000000000000004")),
        )
        return f"({a}, '{b}', {', '.join(cells)})"

    run(session, f"INSERT INTO things VALUES {', '.join(row(*key) for key in keys)}")
    columns = ["a", "b", "word", "number", "amount", "seen", "size"]
    for number in range(times(3, 60)):
        chosen = chance.sample(columns, chance.randint(0, 3))
        sorts = [ColumnSort(name, chance.random() < 0.5) for name in chosen]
        tab, late = opens("things"), 0
        expected = [row[:2] for row in tab.rows(sorts=sorts, page_rows=5_000)]
        assert {tuple(map(cell_text, row)) for row in expected} == {(str(a), b) for a, b in keys}
        for page in tab.pages_of(sorts=sorts, page_rows=chance.choice((1, 7, 41)) if SOAKING else 17):
            assert page.by_key
            if late < 4:
                late += 1
                run(other, f"INSERT INTO things VALUES {row(chance.choice((-1, 5, 99)), f'late {number} {late}')}")
        got = [row[:2] for row in tab.made_of(page)]
        assert len(set(got)) == len(got)
        assert [one for one in got if not cell_text(one[1]).startswith("late")] == expected
        run(other, "DELETE FROM things WHERE b LIKE 'late%'")


def test_a_box_filters_and_orders_and_an_expression_counts_rows_off(goods: Tab) -> None:
    assert texts(goods.rows("name <> 'One' -- but one\n")) == ["2", "3"]
    assert texts(goods.rows("", "above desc /* , */, name -- )", page_rows=1))[-1:] != []
    assert goods.pages[0].by_key
    assert texts(goods.rows("id > 0", "-id, length(name)", page_rows=1)) == ["3", "2", "1"]
    assert [page.by_key for page in goods.pages] == [False] * 3
    assert texts(goods.rows(" ", "\n", page_rows=2)) == ["1", "2", "3"]
    assert texts(goods.rows("-- nothing", "/* nothing */")) == ["1", "2", "3"]


def test_a_box_stays_within_its_parentheses(goods: Tab) -> None:
    for where in ("1=1) OR (1=1", "1=1;DELETE FROM goods", "1=1) -- ", "(1=1", "'a", "/* a", "1=1)/*", ")", "(", ";"):
        with pytest.raises(ConditionInvalid) as refused:
            goods.rows(where)
        position = refused.value.facts["position"]
        assert isinstance(position, int)
        assert 0 <= position < len(where)
        with pytest.raises(ConditionInvalid):
            goods.rows("", where)
    assert len(goods.rows()) == 3


def test_no_text_in_a_box_does_anything_else(
    subject: Subject, session: Session, goods: Tab, chance: random.Random
) -> None:
    run(session, subject.texts.create_log)
    pieces = [*subject.smuggled, "1=1", ")", "(", "OR", "id", ",", "UNION", "INTO", "RETURNING"]
    for _ in range(times(25, 4_000)):
        text = " ".join(chance.choices(pieces, k=chance.randint(1, 6)))
        with suppress(StatementFailed, ConditionInvalid):
            assert set(goods.rows(text)) <= set(goods.rows())
        with suppress(StatementFailed, ConditionInvalid):
            assert len(goods.rows("", text)) == 3
        assert session.transaction() is IDLE
    assert told(session, "SELECT count(*) FROM log") == "0"
    assert len(goods.rows()) == 3


def test_nothing_but_an_order_can_stand_in_the_order(goods: Tab) -> None:
    for text in ("id LIMIT 1", "id FOR UPDATE", "1 UNION SELECT 1", "id INTO OUTFILE '/tmp/lapwing'", "id,,id", ","):
        with pytest.raises((StatementFailed, ConditionInvalid)):
            goods.rows("", text)


def test_an_error_points_into_the_box(goods: Tab, session: Session) -> None:
    with pytest.raises(StatementFailed) as plain:
        run(session, "SELECT id FROM goods WHERE (\n1=1 AND nowhere = 2\n)")
    with pytest.raises(StatementFailed) as refused:
        goods.rows("1=1 AND nowhere = 2")
    if plain.value.facts["position"] is not None:
        assert (refused.value.facts["box"], refused.value.facts["position"]) == ("WHERE", 8)
    with pytest.raises(StatementFailed) as refused:
        goods.rows("", "id, length(nowhere)")
    assert refused.value.facts["position"] in {None, 4, 11}


def test_rows_are_counted_exactly_when_that_is_wanted(goods: Tab, session: Session) -> None:
    assert told(session, count_statement(goods.access, "").sql) == "3"
    assert told(session, count_statement(goods.access, "above IS NULL -- x").sql) == "1"


# changing


def test_rows_are_changed_inserted_and_deleted_in_one_transaction(goods: Tab, session: Session, other: Session) -> None:
    one, two, three = goods.rows()
    made = goods.commits(
        goods.insert(id="7", name="new", price="00012.50", weight="0.30000000000000004"),
        goods.update(one, {"name": "it's\n\\ new%s ?", "price": None, "weight": "1e22", "picture": b"\0\xff'"}),
        goods.update(three, {"name": ServerDefault()}),
        goods.delete(two),
        goods.insert(id="8"),
    )
    now = {cell_text(row[0]): row for row in opens_again(goods)}
    assert sorted(now) == ["1", "3", "7", "8"]
    assert made == {0: now["7"], 1: now["1"], 2: now["3"], 4: now["8"]}
    assert now["1"][1:3] == ("it's\n\\ new%s ?", None)
    assert (cell_text(now["3"][1]), cell_text(now["8"][1])) == ("nameless", "nameless")
    assert cell_text(now["7"][3]) == "0.30000000000000004"
    assert told(session, "SELECT count(*) FROM goods WHERE weight = 1e22") == "1"
    assert session.transaction() is IDLE
    assert told(other, "SELECT count(*) FROM goods") == "4"


def opens_again(tab: Tab) -> list[Row]:
    return tab.rows()


def test_what_will_run_is_shown_as_it_runs(goods: Tab, session: Session) -> None:
    one, two, _three = goods.rows()
    changes = (goods.update(one, {"name": "Uno"}), goods.delete(two), goods.insert(id="9", name="neun"))
    statements = goods.sql_of(*changes)
    assert [sql.split()[0] for sql in statements] == ["DELETE", "UPDATE", "INSERT"]
    goods.commits(*changes)
    assert goods.sent == statements
    assert [cell_text(cell) for cell in texts(goods.rows(), 1)] == ["Uno", 'drei\'s "%s" %', "neun"]


def test_a_row_that_was_changed_meanwhile_is_a_conflict_and_nothing_is_done(
    goods: Tab, session: Session, other: Session
) -> None:
    one, two, three = goods.rows()
    run(other, "UPDATE goods SET name = 'two' WHERE id = 2")  # only a blank at the end is gone
    outcome = goods.refused(goods.update(one, {"name": "x"}), goods.update(two, {"name": "y"}), goods.insert(id="9"))
    assert outcome.error is not None
    assert isinstance(from_wire(outcome.error), RowChanged)
    assert (outcome.failed, outcome.transaction, session.transaction()) == (1, IDLE, IDLE)
    assert cell_text(goods.made(outcome)[1][1]) == "two"
    run(other, "UPDATE goods SET name = 'one' WHERE id = 1")  # only a capital is gone
    assert goods.refused(goods.update(one, {"name": "x"})).failed == 0
    assert goods.refused(goods.delete(one)).failed == 0
    run(other, "DELETE FROM goods WHERE id = 3")
    outcome = goods.refused(goods.delete(three))
    assert outcome.error is not None
    assert isinstance(from_wire(outcome.error), RowGone)
    assert goods.made(outcome) == {}
    assert texts(goods.rows(), 1) == ["one", "two"]


def test_what_others_change_beside_is_no_conflict(goods: Tab, other: Session) -> None:
    one, *_ = goods.rows()
    run(other, "UPDATE goods SET price = 99 WHERE id = 1")
    goods.commits(goods.update(one, {"name": "still"}))
    assert cell_text(goods.rows()[0][2]).rstrip("0").rstrip(".") == "99"


def test_keys_are_changed_freed_and_taken(goods: Tab) -> None:
    one, two, three = goods.rows()
    made = goods.commits(
        goods.update(one, {"id": "2"}), goods.update(two, {"id": "20"}), goods.delete(three), goods.insert(id="3")
    )
    assert [cell_text(made[place][0]) for place in (0, 1, 3)] == ["2", "20", "3"]
    assert texts(goods.rows(), 1) == ["One", "nameless", "two "]


def test_rows_that_refer_to_each_other_are_inserted_and_deleted_in_the_right_order(
    subject: Subject, session: Session, opens: Opens
) -> None:
    if subject.product == "DuckDB":
        pytest.skip("DuckDB refuses to delete what was referred to within the same transaction.")
    if subject.driver.id == "sqlite":
        run(session, "PRAGMA foreign_keys = ON")
    run(
        session,
        "CREATE TABLE tree(id integer PRIMARY KEY, above integer, FOREIGN KEY (above) REFERENCES tree(id))",
    )
    tree = opens("tree")
    tree.commits(*(tree.insert(id=str(i), above=str(i + 1) if i < 9 else None) for i in range(1, 10)))
    rows = tree.rows()
    tree.commits(*(tree.delete(row) for row in reversed(rows)))
    assert tree.rows() == []


def test_a_thousand_changes_are_made_or_none(subject: Subject, goods: Tab, session: Session) -> None:
    count = times(200, 1_000) if subject.product == "DuckDB" else 1_000  # it takes its time for each
    inserts = [goods.insert(id=str(number), name=f"number {number}") for number in range(1_000, 1_000 + count)]
    outcome = goods.refused(*inserts, goods.insert(id="1001"))
    assert outcome.failed == count
    assert outcome.error is not None
    assert isinstance(from_wire(outcome.error), StatementFailed)
    assert (told(session, "SELECT count(*) FROM goods"), session.transaction()) == ("3", IDLE)
    made = goods.commits(*inserts)
    assert [cell_text(made[place][1]) for place in range(count)] == [f"number {1_000 + i}" for i in range(count)]


def test_changes_become_part_of_the_transaction_that_is_open_and_only_they_are_undone(
    subject: Subject, goods: Tab, session: Session, other: Session
) -> None:
    if not capabilities_of(subject.driver, session).savepoints:
        pytest.skip("There is nothing to undo a part with.")
    session.mode = TransactionMode.MANUAL
    one, two, three = goods.rows()
    run(session, "UPDATE goods SET name = 'mine' WHERE id = 3")
    outcome = goods.refused(goods.update(one, {"name": "x"}), goods.update(three, {"name": "y"}))
    assert (outcome.failed, outcome.transaction, session.transaction()) == (1, OPEN, OPEN)
    assert cell_text(goods.made(outcome)[1][1]) == "mine"
    goods.commits(goods.update(one, {"name": "x"}), goods.delete(two))
    assert session.transaction() is OPEN
    session.commit()
    assert [cell_text(row[0]) for row in rows_of(other, "SELECT name FROM goods ORDER BY id")] == ["x", "mine"]
    session.rollback()
    outcome = goods.refused(goods.update(two, {"name": "gone"}))
    assert (outcome.transaction, session.transaction()) == (IDLE, IDLE)


def test_a_server_that_cannot_undo_a_part_is_not_given_one(subject: Subject, goods: Tab, session: Session) -> None:
    if capabilities_of(subject.driver, session).savepoints:
        pytest.skip("It can.")
    rows = goods.rows()
    session.begin()
    with pytest.raises(TransactionOpen):
        goods.commit(goods.delete(rows[0]))
    session.rollback()
    assert len(goods.rows()) == 3


def test_an_error_of_the_server_names_its_change(goods: Tab) -> None:
    one, two, three = goods.rows()
    outcome = goods.refused(
        goods.update(one, {"name": "fine"}), goods.update(three, {"name": None}), goods.update(two, {"name": "fine"})
    )
    assert outcome.failed == 1
    assert texts(goods.rows(), 1)[0] == "One"


def test_nonsense_is_refused_before_anything_is_sent(goods: Tab) -> None:
    one, *_ = goods.rows()
    with pytest.raises(ChangesInvalid):
        goods.commit(goods.insert(nowhere="1"))
    with pytest.raises(ChangesInvalid):
        goods.commit(goods.update(one, {}))


def test_hostile_names_and_values_are_only_names_and_values(
    subject: Subject, session: Session, opens: Opens, chance: random.Random
) -> None:
    quote = opens_dialect(subject, session).quote_identifier
    names = [name for name in HOSTILE_NAMES if subject.can_name(name)]
    some = chance.sample(names, times(12, 40))
    columns = [name for name in dict.fromkeys([*some, "'", '"', "a; DROP TABLE b", "%s"]) if subject.can_name(name)]
    columns = list({name.casefold().strip(): name for name in columns}.values())
    table = chance.choice(names)
    definitions = ", ".join(f"{quote(column)} varchar(300)" for column in columns)
    key = f"{quote(columns[0])} varchar(300) NOT NULL PRIMARY KEY"
    options = " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" if is_mysql(subject) else ""
    run(session, f"CREATE TABLE {quote(table)} ({key}, {definitions.partition(', ')[2]}){options}")
    tab = opens(table)
    values = [name for name in HOSTILE_NAMES if subject.holds_nul or "\0" not in name]
    inserted = [values[place : place + len(columns)] for place in range(0, len(values) - len(columns), len(columns))]
    tab.commits(*(tab.insert(**dict(zip(columns, row, strict=True))) for row in inserted))
    rows = tab.rows(sorts=[ColumnSort(columns[-1], descending=True)], page_rows=1)
    assert sorted(rows) == sorted(map(tuple, inserted))
    assert all(page.by_key for page in tab.pages)
    tab.commits(*(tab.update(row, {columns[-1]: row[0]}, checks=columns) for row in rows))
    assert sorted(texts(tab.rows(), -1)) == sorted(row[0] for row in inserted)
    tab.commits(*(tab.delete(row) for row in tab.rows()))
    assert tab.rows() == []


def opens_dialect(subject: Subject, session: Session):
    return session.catalog.table(subject.schema, "kept").dialect


# what cannot be edited


def test_a_view_and_a_table_without_a_key_are_shown_and_say_why_no_more(
    subject: Subject, session: Session, opens: Opens
) -> None:
    run(session, "CREATE TABLE keyless(a integer, b varchar(10))")
    run(session, "INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (2, 'y')")
    run(session, "CREATE VIEW shown AS SELECT a FROM keyless")
    shown = opens("shown")
    assert shown.facts.read_only is not None
    assert isinstance(from_wire(shown.facts.read_only), ViewNotEditable)
    assert len(shown.rows("a = 1", page_rows=1)) == 2
    keyless = opens("keyless")
    assert len(keyless.rows("a = 1", page_rows=1)) == 2
    if subject.driver.id == "sqlite":
        assert (keyless.facts.read_only, keyless.facts.hidden_key) == (None, "rowid")
    else:
        assert keyless.facts.read_only is not None
        assert isinstance(from_wire(keyless.facts.read_only), KeyMissing)
        assert not keyless.pages[0].by_key


def test_a_unique_index_without_nulls_is_a_key(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE parts(a integer, b integer NOT NULL, c varchar(10) NOT NULL, d integer)")
    run(session, "CREATE UNIQUE INDEX by_a ON parts(a)")
    run(session, "CREATE UNIQUE INDEX by_c_b ON parts(c DESC, b)")
    run(session, "INSERT INTO parts VALUES (1, 1, 'x', 0), (NULL, 1, 'y', 0), (NULL, 2, 'x', 0)")
    parts = opens("parts")
    assert parts.facts.key == ("c", "b")
    assert len(parts.rows(page_rows=1)) == 3
    parts.commits(*(parts.update(row, {"d": "5"}) for row in parts.rows()))
    assert set(texts(parts.rows(), 3)) == {"5"}


# foreign keys


def test_foreign_keys_are_followed_both_ways(subject: Subject, session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE parents(a integer, b varchar(20), PRIMARY KEY (b, a))")
    run(
        session,
        "CREATE TABLE children(id integer PRIMARY KEY, x integer, y varchar(20), "
        "FOREIGN KEY (y, x) REFERENCES parents(b, a))",
    )
    run(session, "INSERT INTO parents VALUES (1, 'it''s'), (2, 'it''s')")
    run(session, "INSERT INTO children VALUES (1, 1, 'it''s'), (2, 1, 'it''s'), (3, 2, 'it''s'), (4, 2, NULL)")
    parents, children = opens("parents"), opens("children")
    (out,) = children.facts.references
    assert (out.columns, out.schema, out.table, out.other_columns) == (
        ("y", "x"),
        subject.schema,
        "parents",
        ("b", "a"),
    )
    (back,) = parents.facts.referenced_by
    assert (back.columns, back.table, back.other_columns) == (("b", "a"), "children", ("y", "x"))
    first, *_, last = children.rows()
    cells = children.named(first)
    there = rows_elsewhere(parents.access, FollowKey("", out, tuple(value_of(cells[name]) for name in out.columns)))
    (parent,) = parents.rows(there.where)
    assert [cell_text(cell) for cell in parent[:2]] == ["1", "it's"]
    cells = parents.named(parent)
    there = rows_elsewhere(children.access, FollowKey("", back, tuple(value_of(cells[name]) for name in back.columns)))
    assert texts(children.rows(there.where)) == ["1", "2"]
    cells = children.named(last)
    with pytest.raises(ReferenceEmpty):
        rows_elsewhere(parents.access, FollowKey("", out, tuple(value_of(cells[name]) for name in out.columns)))


def test_keys_are_looked_up_by_themselves_and_by_what_describes_them(
    subject: Subject, session: Session, opens: Opens
) -> None:
    run(session, "CREATE TABLE makers(id integer PRIMARY KEY, note varchar(20), name varchar(40))")
    run(session, "CREATE TABLE wares(id integer PRIMARY KEY, maker integer, FOREIGN KEY (maker) REFERENCES makers(id))")
    run(session, "INSERT INTO makers VALUES (12, 'n', 'it''s 100%_ \"A!B\"'), (21, 'n', NULL), (30, 'n', 'Zed 12')")
    (reference,) = opens("wares").facts.references

    def found(text: str, most: int = 100) -> list[tuple[str, str]]:
        answer = look_up(session, LookUpKey("", reference, text, most))
        assert answer.described_by == "name"
        return [(choice.value.text, choice.description) for choice in answer.choices]

    rows = [("12", 'it\'s 100%_ "A!B"'), ("21", ""), ("30", "Zed 12")]
    assert found("") == rows
    assert found("12") == [rows[0], rows[2]]
    for part in ("IT'S", "0%_", '"a!b"'):
        assert found(part) == [rows[0]], part
    assert found("\\") == found("%%") == found("x' OR 1=1 --") == []
    assert look_up(session, LookUpKey("", reference, "", 2)).has_more


def test_the_only_values_that_a_column_takes_are_told(subject: Subject, session: Session, opens: Opens) -> None:
    kinds = {
        "postgresql": ("CREATE TYPE size AS ENUM ('S', 'it''s')", "size", "boolean", ("true", "false")),
        "mysql": ("", "enum('S','it''s')", "boolean", ("1", "0")),
    }
    if subject.driver.id not in kinds:
        pytest.skip("no such types here")
    made, size, truth, values = kinds[subject.driver.id]
    if made:
        run(session, made)
    run(session, f"CREATE TABLE shirts(id integer PRIMARY KEY, size {size}, sold {truth})")
    facts = opens("shirts").facts
    assert {one.column: one.values for one in facts.choices} == {"size": ("S", "it's"), "sold": values}
