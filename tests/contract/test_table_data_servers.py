"""Table data where servers differ: triggers, policies, inheritance, generated columns, engines, rowids, plans."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contract.asking import rows_of, run, told
from contract.subjects.postgresql import PostgresqlSubject
from contract.subjects.shape import Subject
from contract.table_tab import Tab
from lapwing.domain.connections import Target, TransactionState
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.table_data import ChangesOutcome, ColumnSort
from lapwing.domain.table_errors import (
    ColumnGenerated,
    ColumnIdentity,
    EngineCannotUndo,
    KeyNotShared,
    RowKept,
    ServerNotEditable,
    SystemTableNotEditable,
)
from lapwing.domain.values import RawText, ServerDefault, cell_text
from lapwing.drivers.base import Session
from lapwing.drivers.registry import driver_named

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


def only(*drivers: str) -> pytest.MarkDecorator:
    """For subjects of these drivers alone."""
    names = {"mysql": ("mariadb", "mysql"), "postgresql": ("postgresql",)}
    subjects = [name for driver in drivers for name in names.get(driver, (driver,))]
    return pytest.mark.parametrize("subject", subjects, indirect=True)


def said(outcome: ChangesOutcome) -> LapwingError:
    assert outcome.error is not None
    return from_wire(outcome.error)


CHANGING = {
    "postgresql": (
        "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql "
        "AS 'BEGIN NEW.word = upper(NEW.word); RETURN NEW; END'",
        "CREATE TRIGGER shouting BEFORE INSERT OR UPDATE ON words FOR EACH ROW EXECUTE FUNCTION shout()",
    ),
    "mysql": (
        "CREATE TRIGGER shouting BEFORE INSERT ON words FOR EACH ROW SET NEW.word = upper(NEW.word)",
        "CREATE TRIGGER shouts BEFORE UPDATE ON words FOR EACH ROW SET NEW.word = upper(NEW.word)",
    ),
    "sqlite": (
        "CREATE TRIGGER shouting AFTER INSERT ON words "
        "BEGIN UPDATE words SET word = upper(word) WHERE id = NEW.id; END",
        "CREATE TRIGGER shouts AFTER UPDATE OF word ON words WHEN NEW.word <> upper(NEW.word) "
        "BEGIN UPDATE words SET word = upper(word) WHERE id = NEW.id; END",
    ),
}
COUNTED = {
    "postgresql": "id serial PRIMARY KEY",
    "mysql": "id integer PRIMARY KEY AUTO_INCREMENT",
    "sqlite": "id INTEGER PRIMARY KEY AUTOINCREMENT",
}


@only("postgresql", "mysql", "sqlite")
def test_what_triggers_and_counters_make_of_a_row_comes_back(subject: Subject, session: Session, opens: Opens) -> None:
    run(session, f"CREATE TABLE words({COUNTED[subject.driver.id]}, word varchar(20) DEFAULT 'none', size integer)")
    for sql in CHANGING[subject.driver.id]:
        run(session, sql)
    words = opens("words")
    made = words.commits(words.insert(word="first"), words.insert(), words.insert(id=ServerDefault(), size="007"))
    shown = [[cell_text(cell) for cell in made[place]] for place in range(3)]
    assert shown == [["1", "FIRST", ""], ["2", "NONE", ""], ["3", "NONE", "7"]]
    made = words.commits(words.update(made[0], {"word": "again"}), words.update(made[2], {"size": "7"}))
    assert [cell_text(made[place][1]) for place in (0, 1)] == ["AGAIN", "NONE"]


@only("postgresql", "sqlite")
def test_a_change_that_a_trigger_swallows_is_told(subject: Subject, session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE words(id integer PRIMARY KEY, word varchar(20))")
    run(session, "INSERT INTO words VALUES (1, 'a'), (2, 'kept')")
    if subject.driver.id == "sqlite":
        run(session, "CREATE TRIGGER keep BEFORE UPDATE ON words WHEN OLD.id = 2 BEGIN SELECT RAISE(IGNORE); END")
        run(session, "CREATE TRIGGER refuse BEFORE INSERT ON words BEGIN SELECT RAISE(IGNORE); END")
    else:
        run(
            session,
            "CREATE FUNCTION keep() RETURNS trigger AS 'BEGIN IF TG_OP = ''INSERT'' OR OLD.id = 2 THEN RETURN NULL; "
            "END IF; RETURN NEW; END' LANGUAGE plpgsql",
        )
        run(session, "CREATE TRIGGER keep BEFORE INSERT OR UPDATE ON words FOR EACH ROW EXECUTE FUNCTION keep()")
    words = opens("words")
    one, two = words.rows()
    outcome = words.refused(words.update(one, {"word": "b"}), words.update(two, {"word": "c"}))
    assert (outcome.failed, type(said(outcome))) == (1, RowKept)
    assert words.made(outcome) == {1: two}
    assert type(said(words.refused(words.insert(id="3")))) is RowKept
    assert words.rows() == [one, two]


@only("postgresql", "mysql", "sqlite")
def test_generated_columns_are_shown_and_not_written(subject: Subject, session: Session, opens: Opens) -> None:
    identity = ", number integer GENERATED ALWAYS AS IDENTITY" if subject.driver.id == "postgresql" else ""
    run(
        session,
        "CREATE TABLE sums(id integer PRIMARY KEY, a integer, twice integer GENERATED ALWAYS AS (a * 2) STORED"
        f"{identity})",
    )
    sums = opens("sums")
    reasons = {limit.column: type(from_wire(limit.reason)) for limit in sums.facts.limits}
    assert reasons == {"twice": ColumnGenerated} | ({"number": ColumnIdentity} if identity else {})
    made = sums.commits(sums.insert(id="1", a="4", twice=ServerDefault()))[0]
    assert cell_text(made[2]) == "8"
    with pytest.raises(ColumnGenerated):
        sums.commit(sums.update(made, {"twice": "9"}))


# PostgreSQL


@only("postgresql")
def test_a_policy_that_hides_a_change_is_told(subject: PostgresqlSubject, session: Session, opens: Opens) -> None:
    for sql in (
        "CREATE TABLE papers(id integer PRIMARY KEY, word text)",
        "INSERT INTO papers VALUES (1, 'a'), (2, 'b')",
        "ALTER TABLE papers ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE papers FORCE ROW LEVEL SECURITY",
        "CREATE POLICY reads ON papers FOR SELECT USING (true)",
        "CREATE POLICY writes ON papers FOR UPDATE USING (id = 1)",
        "CREATE ROLE reader_of_papers",
        "GRANT SELECT, UPDATE ON papers TO reader_of_papers",
        "SET ROLE reader_of_papers",
    ):
        run(session, sql)
    papers = opens("papers")
    one, two = papers.rows()
    outcome = papers.refused(papers.update(one, {"word": "x"}), papers.update(two, {"word": "y"}))
    assert (outcome.failed, type(said(outcome))) == (1, RowKept)
    assert papers.rows() == [one, two]
    for sql in ("RESET ROLE", "DROP OWNED BY reader_of_papers", "DROP ROLE reader_of_papers"):
        run(session, sql)


@only("postgresql")
def test_rows_of_tables_that_inherit_have_no_key_in_common(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE above(id integer PRIMARY KEY, word text)")
    run(session, "CREATE TABLE below(PRIMARY KEY (id)) INHERITS (above)")
    run(session, "INSERT INTO above VALUES (1, 'a')")
    run(session, "INSERT INTO below VALUES (1, 'b')")
    above, below = opens("above"), opens("below")
    assert above.facts.read_only is not None
    assert isinstance(from_wire(above.facts.read_only), KeyNotShared)
    assert len(above.rows(page_rows=1)) == 2
    below.commits(below.update(below.rows()[0], {"word": "c"}))


@only("postgresql")
def test_rows_of_partitions_are_changed_through_the_table_above(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE logs(day date, id integer, word text, PRIMARY KEY (day, id)) PARTITION BY RANGE (day)")
    run(session, "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')")
    run(session, "CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')")
    run(session, "INSERT INTO logs VALUES ('2024-01-05', 1, 'a'), ('2024-02-05', 1, 'b')")
    logs = opens("logs")
    first, _second = logs.rows(page_rows=1)
    assert logs.commits(logs.update(first, {"day": "2024-02-10"}))[0] == ("2024-02-10", "1", "a")
    assert told(session, "SELECT count(*) FROM logs_2") == "2"


@only("postgresql")
def test_what_the_server_refuses_at_commit_is_told_and_undone(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE firsts(id integer PRIMARY KEY)")
    run(
        session,
        "CREATE TABLE seconds(id integer PRIMARY KEY, above integer REFERENCES firsts DEFERRABLE INITIALLY DEFERRED)",
    )
    seconds = opens("seconds")
    outcome = seconds.refused(seconds.insert(id="1", above="7"))
    assert (outcome.failed, said(outcome).facts["code"], session.transaction()) == (-1, "23503", TransactionState.IDLE)
    assert seconds.rows() == []


@only("postgresql")
def test_pages_are_looked_up_in_an_index(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE many(id integer PRIMARY KEY, a integer NOT NULL, b text, UNIQUE (a, id))")
    run(session, "INSERT INTO many SELECT i, i % 10, 'x' || i FROM generate_series(1, 20000) AS i")
    run(session, "ANALYZE many")
    many = opens("many")
    for sorts in ((), (ColumnSort("a"),), (ColumnSort("a", descending=True),)):
        pages = many.pages_of(sorts=sorts, page_rows=100)
        for _ in range(2):
            sql = next(pages).sql
            plan = "\n".join(cell_text(row[0]) for row in rows_of(session, f"EXPLAIN {sql}"))
            assert "Index" in plan
            assert not any(word in plan for word in ("Sort", "Seq Scan")), plan
    assert "Index Cond: (ROW(a, id) < ROW(" in plan


@pytest.mark.parametrize("subject", ["postgresql-ascii"], indirect=True)
def test_bytes_without_an_encoding_are_read_compared_and_written(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE raw(id integer PRIMARY KEY, word text)")
    run(session, "INSERT INTO raw VALUES (1, E'\\xe9t\\xe9'), (2, E'\\xfe\\\\''x'), (3, 'ä')")
    raw = opens("raw")
    rows = raw.rows(sorts=[ColumnSort("word")], page_rows=1)
    assert {row[1] for row in rows} == {RawText(b"\xe9t\xe9"), RawText(b"\xfe\\'x"), "ä"}
    made = raw.commits(*(raw.update(row, {"word": rows[number - 1][1]}) for number, row in enumerate(rows)))
    assert [made[number][1] for number in range(3)] == [rows[number - 1][1] for number in range(3)]


# MySQL and MariaDB


@only("mysql")
def test_tables_of_an_engine_that_cannot_undo_are_only_shown(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE old(id integer PRIMARY KEY, word varchar(20)) ENGINE=MyISAM")
    old = opens("old")
    assert old.facts.read_only is not None
    assert isinstance(from_wire(old.facts.read_only), EngineCannotUndo)
    assert old.rows() == []


@only("mysql")
def test_pages_of_mysql_are_looked_up_in_an_index(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE many(id integer PRIMARY KEY, a integer NOT NULL, b varchar(20), INDEX by_a (a))")
    values = ", ".join(f"({i}, {i % 10}, 'x{i}')" for i in range(1, 5_001))
    run(session, f"INSERT INTO many VALUES {values}")
    run(session, "ANALYZE TABLE many")
    many = opens("many")
    for sorts, index in (((), "PRIMARY"), ((ColumnSort("a", descending=True),), "by_a")):
        pages = many.pages_of(sorts=sorts, page_rows=10)
        for _ in range(2):
            plan = str(rows_of(session, f"EXPLAIN {next(pages).sql}"))
            assert index in plan
            assert not any(word in plan for word in ("filesort", "Sort: ", "'ALL'", "Table scan")), plan


@only("mysql", "postgresql")
def test_the_servers_own_tables_are_only_shown(subject: Subject, opens: Opens) -> None:
    schema, name = ("mysql", "help_topic") if subject.driver.id == "mysql" else ("pg_catalog", "pg_am")
    table = opens(name, schema)
    assert table.facts.read_only is not None
    assert isinstance(from_wire(table.facts.read_only), SystemTableNotEditable)


# SQLite


@only("sqlite")
def test_every_kind_of_sqlite_table_has_a_key(session: Session, opens: Opens) -> None:
    tables = {
        "CREATE TABLE a(x, y, PRIMARY KEY (x, y)) WITHOUT ROWID": (("x", "y"), ""),
        "CREATE TABLE b(x INTEGER PRIMARY KEY, y)": (("x",), ""),
        "CREATE TABLE c(x INTEGER PRIMARY KEY DESC, y)": (("rowid",), "rowid"),
        "CREATE TABLE d(x TEXT PRIMARY KEY, y)": (("rowid",), "rowid"),
        "CREATE TABLE e(x TEXT NOT NULL PRIMARY KEY, y) STRICT".replace("y)", "y ANY)"): (("x",), ""),
        "CREATE TABLE f(rowid, RowId2, oid TEXT, y)": (("_rowid_",), "_rowid_"),
        "CREATE TABLE g(x, y)": (("rowid",), "rowid"),
    }
    for number, (sql, key) in enumerate(tables.items()):
        run(session, sql)
        name = "abcdefg"[number]
        table = opens(name)
        assert (table.facts.key, table.facts.hidden_key, table.facts.read_only) == (*key, None), sql
        first = table.facts.columns[0]
        made = table.commits(*(table.insert(**{first: str(i), "y": f"row {i}"}) for i in range(1, 4)))
        assert table.rows(page_rows=1) == [made[place] for place in range(3)]
        table.commits(table.update(made[1], {"y": "new"}), table.delete(made[0]))
        assert [cell_text(table.named(row)["y"]) for row in table.rows()] == ["new", "row 3"]


@only("sqlite")
def test_defaults_of_sqlite_are_written_out(session: Session, opens: Opens) -> None:
    run(
        session,
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a DEFAULT 5, b DEFAULT 'it''s', c DEFAULT (1 + 2), d, e DEFAULT word)",
    )
    run(session, "INSERT INTO t(id, a, b, c, d, e) VALUES (1, 0, 0, 0, 0, 0)")
    table = opens("t")
    made = table.commits(table.update(table.rows()[0], {name: ServerDefault() for name in "abcde"}))[0]
    assert made == (1, 5, "it's", 3, None, "word")


@only("sqlite")
def test_a_cell_without_a_type_stays_of_its_kind(session: Session, opens: Opens) -> None:
    run(session, "CREATE TABLE t(id INTEGER PRIMARY KEY, x, n NUMERIC, t TEXT, r REAL)")
    run(session, "INSERT INTO t VALUES (1, 5, 5, '5', 5), (2, '5', '5x', '5x', 0.5), (3, 0.5, NULL, NULL, NULL)")
    table = opens("t")
    values = {"x": "12", "n": "12", "t": "12", "r": "12"}
    made = table.commits(*(table.update(row, values) for row in table.rows()))
    assert [made[place][1:] for place in range(3)] == [
        (12, 12, "12", 12.0),
        ("12", 12, "12", 12.0),
        (12, 12, "12", 12.0),
    ]


# any other database


def test_rows_of_a_database_that_nothing_is_known_of_are_counted_off_and_only_shown(tmp_path: Path) -> None:
    driver = driver_named("generic")
    session = driver.open(Target("generic", f"sqlite:///{tmp_path / 'some.sqlite'}", create=True))
    run(session, "CREATE TABLE t(id integer PRIMARY KEY, word text)")
    run(session, "INSERT INTO t VALUES (1, 'b'), (2, 'a'), (3, 'c')")
    tab = Tab(session, "main", "t", tmp_path / "results")
    assert tab.facts.read_only is not None
    assert isinstance(from_wire(tab.facts.read_only), ServerNotEditable)
    rows = tab.rows("id > 0", sorts=[ColumnSort("word")], page_rows=1)
    assert [cell_text(row[0]) for row in rows] == ["2", "1", "3"]
    tab.access.limits_rows = False  # as where nobody knows how to ask for some rows alone
    assert tab.rows("id > 0", sorts=[ColumnSort("word")], page_rows=1) == rows
    assert "LIMIT" not in tab.pages[0].sql
    tab.close()
    session.close()
