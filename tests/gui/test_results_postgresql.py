"""Values of PostgreSQL in grid and inspector: ordered by what they are, summed exactly, shown as they were sent."""

from PySide6.QtGui import QGuiApplication

from helpers.servers.postgresql import PostgreSQL
from helpers.tabs import after_run
from helpers.waiting import eventually_async
from lapwing.domain.results import CopyFormat, SortKey
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.window import MainWindow

ORDERS = """
CREATE TABLE orders (
  id bigint PRIMARY KEY, total numeric(30,12) NOT NULL, at timestamptz, doc jsonb, raw json, pic bytea);
INSERT INTO orders VALUES
  (9007199254740993, 12345678901234567.000000000001, '2026-10-25 02:30+02', '{"b": 1.50}', '{"b":1, "b":2}',
   '\\x89504e470d0a1a0a'),
  (9007199254740992, 0.1, '2026-10-25 02:30+01', NULL, NULL, NULL),
  (-1, 0.2, 'infinity', '[]', NULL, ''),
  (2, 'NaN', '0044-03-15 BC', 'null', NULL, NULL);
"""


async def test_values_of_postgresql_are_ordered_summed_shown_and_copied_exactly(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    user = postgresql.owner.user
    postgresql.ask(f"SET ROLE {user};{ORDERS}", database=postgresql_database)
    with postgresql.access(f"host {postgresql_database} all all trust"):
        tab = window.new_editor(text="SELECT id, total, at, doc, raw, pic FROM orders")
        await tab.move_to(Place(url=f"postgresql://{user}@{postgresql.host}:{postgresql.port}/{postgresql_database}"))
        window.show()
        await after_run(tab, tab.run_statement)
        view, inspector = tab.results.current, tab.results.inspector
        assert view is not None
        assert inspector is not None

        def ids() -> list[str]:
            return [str(view.model.cell(row, 0)) for row in range(view.model.rowCount())]

        view.arrangement.order_by((SortKey(0),))
        await eventually_async(lambda: ids() == ["-1", "2", "9007199254740992", "9007199254740993"])
        view.arrangement.order_by((SortKey(2),))
        await eventually_async(lambda: ids() == ["2", "9007199254740993", "9007199254740992", "-1"])
        view.filter_bar.field.setText("total < NaN")
        view.filter_bar.apply()
        await eventually_async(lambda: len(ids()) == 3)
        view.grid.select_columns([1])
        await eventually_async(lambda: inspector.selection.list.facts.get("Count") == "3")
        assert inspector.selection.list.facts["Sum"] == "12345678901234567.300000000001"
        view.grid.setCurrentIndex(view.model.index(0, 4))
        await eventually_async(lambda: inspector.value.text.toPlainText() == '{\n  "b": 1,\n  "b": 2\n}')
        await eventually_async(lambda: inspector.column_facts.facts.get("Table") == "public.orders")
        await eventually_async(lambda: inspector.column_facts.facts.get("Nullable") == "yes")
        view.grid.setCurrentIndex(view.model.index(0, 5))
        await eventually_async(lambda: inspector.value.form == "image")
        inspector.value._choose("hex")
        assert inspector.value.hex.line_text(0)[1].startswith("89 50 4e 47")
        view.grid.select_columns([0, 5])
        view.copier.copy(CopyFormat.INSERT)
        wanted = 'INSERT INTO "public"."orders" ("id", "pic") VALUES\n(9007199254740993, E\'\\\\x89504e470d0a1a0a\'),\n'
        await eventually_async(lambda: QGuiApplication.clipboard().text().startswith(wanted))
