"""The navigator's model by Qt's own rules, and under changes."""

import random

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from helpers.counts import times
from lapwing.domain.catalog import CatalogColumn, Index, Relation, RelationDetails, Schema, Trigger
from lapwing.domain.connections import Connection, Environment
from lapwing.domain.errors import FileMissing
from lapwing.gui.browser.catalog_nodes import connection_nodes, error_nodes, folder_nodes, part_nodes, schema_nodes
from lapwing.gui.browser.descriptions import tool_tip
from lapwing.gui.browser.nodes import Kind, Load, Node
from lapwing.gui.browser.numbers import short_count, short_type, whole_count
from lapwing.gui.browser.tree_model import TreeModel

NBSP = "\u00a0"


@pytest.fixture
def model(qapp) -> TreeModel:
    model = TreeModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


@pytest.fixture
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


def tables(*names: str) -> list[Relation]:
    return [Relation("main", name, "table") for name in names]


def loaded(model: TreeModel, *names: str) -> Node:
    """A connection with its schema and tables; returns the folder of the tables."""
    model.set_children(model.root, connection_nodes([Connection("c", "shop", "sqlite:////x.db")]))
    connection = model.root.children[0]
    connection.load = Load.DONE
    model.set_children(connection, schema_nodes([Schema("main", is_default=True)], opens_default=True))
    schema = connection.children[0]
    schema.load = Load.DONE
    model.set_children(schema, folder_nodes(tables(*names), opens_tables=True))
    return schema.children[0]


def names(node: Node) -> list[str]:
    return [child.name for child in node.shown]


def test_connections_stand_under_their_groups_and_those_without_come_first(model: TreeModel) -> None:
    saved = [
        Connection("1", "dev", "", environment=Environment.DEVELOPMENT),
        Connection("2", "plain", ""),
        Connection("3", "live", "", environment=Environment.PRODUCTION),
        Connection("4", "mine", "", group="Zoo", environment=Environment.TEST),
        Connection("5", "other dev", "", environment=Environment.DEVELOPMENT),
    ]
    model.set_children(model.root, connection_nodes(saved))
    assert names(model.root) == ["plain", "Production", "live", "Development", "dev", "other dev", "Zoo", "mine"]
    assert [node.color for node in model.connections()] == ["accent_text", "bad", "good", "good", "warning"]


def test_relations_are_in_folders_by_kind_with_their_counts(model: TreeModel) -> None:
    kinds = [("a", "table"), ("v", "view"), ("s", "virtual"), ("s_data", "shadow"), ("n", "something new")]
    kinds += [("a_1", "partition"), ("a_2", "partition"), ("m", "materialized view"), ("f", "foreign table")]
    folders = folder_nodes([Relation("main", name, kind) for name, kind in kinds], opens_tables=False)
    assert [(node.name, node.detail) for node in folders] == [
        ("Tables", "2"),
        ("Partitions", "2"),
        ("Views", "1"),
        ("Materialized views", "1"),
        ("Foreign tables", "1"),
        ("Virtual tables", "1"),
        ("Shadow tables", "1"),
    ]
    assert [node.name for node in folder_nodes([], opens_tables=True)] == ["Tables"]


def test_columns_show_keys_references_and_types_and_parts_have_folders() -> None:
    details = RelationDetails(
        Relation("main", "orders", "table"),
        columns=(
            CatalogColumn("id", "BIGINT", False, key_position=1),
            CatalogColumn("customer_id", "BIGINT", True, references="customers.id"),
            CatalogColumn("total", "NUMERIC(12,2)", True),
        ),
        indexes=(Index("orders_customer", ("customer_id", "total DESC"), False, False, "created"),),
        triggers=(Trigger("touch", "CREATE TRIGGER …"),),
    )
    nodes = part_nodes(details)
    assert [(node.name, node.icon, node.detail) for node in nodes] == [
        ("id", "key", "bigint"),
        ("customer_id", "link", "bigint"),
        ("total", "column", "numeric(12,2)"),
        ("Indexes", "index", "1"),
        ("Triggers", "trigger", "1"),
    ]
    assert nodes[3].children[0].detail == "customer_id, total DESC"


def test_what_could_not_be_read_of_a_table_stands_before_its_columns() -> None:
    column = CatalogColumn("id", "bigint", False, generated="identity always")
    details = RelationDetails(Relation("main", "orders", "table"), (column,), note="Session 7 has it locked.")
    note, found = part_nodes(details)
    assert (note.name, note.icon) == ("Session 7 has it locked.", "info")
    assert "Session 7 has it locked." in tool_tip(note)
    assert "counted by the server" in tool_tip(found)


def test_the_servers_own_schemas_are_quieter() -> None:
    nodes = schema_nodes([Schema("shop"), Schema("pg_catalog", is_system=True)], opens_default=True)
    assert [node.color for node in nodes] == ["dim_text", "faint_text"]


def test_a_refresh_keeps_the_rows_that_stay_with_all_they_have(model: TreeModel) -> None:
    folder = loaded(model, "a", "b", "c")
    b = folder.children[1]
    b.load = Load.DONE
    model.set_children(b, part_nodes(RelationDetails(Relation("main", "b", "table"), (CatalogColumn("x", "", True),))))
    index = QPersistentModelIndex(model.index_of(b.children[0]))
    model.set_children(folder, folder_nodes(tables("b", "d"), opens_tables=False)[0].children)
    assert names(folder) == ["b", "d"]
    assert folder.children[0] is b
    assert index.isValid()
    assert model.node(index).name == "x"


def test_rows_that_changed_their_order_are_rebuilt(model: TreeModel) -> None:
    folder = loaded(model, "a", "b", "c")
    model.set_children(folder, list(reversed(folder.children)))
    assert names(folder) == ["c", "b", "a"]
    assert [child.row for child in folder.shown] == [0, 1, 2]


def test_a_row_that_has_gone_leaves_nothing_behind(model: TreeModel) -> None:
    folder = loaded(model, "a", "b")
    index = QPersistentModelIndex(model.index_of(folder.children[0]))
    before = len(model)
    model.set_children(folder, folder.children[1:])
    assert len(model) == before - 1
    assert not index.isValid()
    model.set_children(model.root, [])
    assert len(model) == 0


def test_a_stale_index_leads_nowhere(model: TreeModel) -> None:
    folder = loaded(model, "a")
    gone = folder.children[0]
    index = model.index_of(gone)
    model.set_children(folder, [])
    assert model.node(index) is model.root
    assert model.rowCount(index) == len(model.root.shown)
    assert not model.index_of(gone).isValid()


def test_any_changes_with_and_without_a_filter_keep_qts_rules(model: TreeModel, chance: random.Random) -> None:
    folder = loaded(model)
    pool = [f"{word}_{number}" for word in ("order", "item", "event") for number in range(40)]
    for _ in range(times(60, 3_000)):
        turn = chance.random()
        if turn < 0.3:
            model.set_filter(chance.choice(["", "", "order", "item, event 1", "oi", "7", "x"]))
        elif turn < 0.6 and folder.children:
            table = chance.choice(folder.children)
            table.load = Load.DONE
            columns = tuple(CatalogColumn(name, "", True) for name in chance.sample("vwxyz", chance.randrange(5)))
            model.set_children(table, part_nodes(RelationDetails(Relation("main", table.name, "table"), columns)))
            model.set_open(table, chance.random() < 0.5)
        else:
            wanted = tables(*sorted(chance.sample(pool, chance.randrange(len(pool)))))
            schema = folder.parent
            assert schema is not None
            model.set_children(schema, folder_nodes(wanted, opens_tables=False))
            assert [child.name for child in folder.children] == [relation.name for relation in wanted]
        for node in model.root.walk():
            assert [child.row for child in node.shown] == list(range(len(node.shown)))
            assert {id(child) for child in node.shown} <= {id(child) for child in node.children}
            assert all(child.parent is node and model.holds(child) for child in node.children)


def test_what_is_dragged_is_the_name_as_sql_takes_it(model: TreeModel) -> None:
    folder = loaded(model, "orders", "two words", "select")
    indexes = [model.index_of(node) for node in folder.children]
    assert model.mimeData(indexes).text() == 'orders, "two words", "select"'
    assert Qt.ItemFlag.ItemIsDragEnabled in model.flags(indexes[0])
    assert Qt.ItemFlag.ItemIsDragEnabled not in model.flags(model.index_of(folder))


def test_headings_and_waiting_rows_cannot_be_chosen(model: TreeModel) -> None:
    model.set_children(model.root, connection_nodes([Connection("1", "dev", "", group="Mine")]))
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert Qt.ItemFlag.ItemIsSelectable in model.flags(model.index(1, 0))


def test_hostile_names_are_shown_as_what_they_are(model: TreeModel) -> None:
    folder = loaded(model, "<b>bold</b>", "evil\u202eelbat", "a\nb")
    shown = [model.index_of(node).data() for node in folder.children]
    assert shown == ["<b>bold</b>", "evil\\u202eelbat", "a\\nb"]
    tip = model.index_of(folder.children[0]).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "&lt;b&gt;bold" in tip


def test_rows_are_described_to_those_who_cannot_see_them(model: TreeModel, english: None) -> None:
    folder = loaded(model, "orders")
    schema = folder.parent
    assert schema is not None
    model.set_children(schema, folder_nodes([Relation("main", "orders", "table", 1_284_112)], opens_tables=False))
    column = CatalogColumn("id", "bigint", False, key_position=1, references="a.b", default="1", generated="stored")
    model.set_children(folder.children[0], part_nodes(RelationDetails(Relation("main", "orders", "table"), (column,))))

    def said(node: Node) -> str:
        return str(model.index_of(node).data(Qt.ItemDataRole.AccessibleTextRole))

    assert said(model.root.children[0]) == "shop, connection, /x.db"
    assert said(folder) == "Tables, 1"
    assert said(folder.children[0]) == "orders, table, about 1,284,112 rows"
    spoken = said(folder.children[0].children[0])
    assert spoken == (
        "id, column, bigint, part of the primary key, refers to a.b, never NULL, default 1, generated, stored"
    )


def test_an_error_is_a_row_with_the_sentence_and_a_way_to_try_again(model: TreeModel) -> None:
    model.set_children(model.root, error_nodes(FileMissing(path="/gone.db")))
    assert names(model.root) == ["/gone.db does not exist.", "Try again"]
    tip = model.index(0, 0, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole)
    assert "Check the path" in tip
    assert model.root.children[0].kind is Kind.ERROR


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1 k"),
        (1_249, "1.2 k"),
        (9_949, "9.9 k"),
        (9_960, "10 k"),
        (12_034, "12 k"),
        (218_040, "218 k"),
        (999_499, "999 k"),
        (999_500, "1 M"),
        (1_284_112, "1.3 M"),
        (4_812_000, "4.8 M"),
        (7_000_000_000, "7 G"),
        (3 * 10**15, "3,000 T"),
    ],
)
def test_counts_are_short(english: None, count: int, shown: str) -> None:
    assert short_count(count) == shown.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("timestamp with time zone", "timestamptz"),
        ("timestamp(3) without time zone", "timestamp(3)"),
        ("time(0) with time zone[]", "timetz(0)[]"),
        ("character varying(20)", "varchar(20)"),
        ("NUMERIC(12,2)", "numeric(12,2)"),
    ],
)
def test_types_are_short(name: str, shown: str) -> None:
    assert short_type(name) == shown


def test_counts_are_written_as_the_locale_does(english: None) -> None:
    QLocale.setDefault(QLocale("de"))
    assert short_count(1_284_112) == f"1,3{NBSP}M"
    assert whole_count(1_284_112) == "1.284.112"
