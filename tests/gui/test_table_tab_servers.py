"""A table tab on PostgreSQL and MariaDB: keys, identities, generated columns, rows counted off, conflicts, errors."""

from collections.abc import AsyncIterator

import pytest_asyncio

from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from helpers.tables import click, dialog_named, go, next_table, opened, press_action, settled, shown, write
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow

STOCK = """
CREATE SCHEMA "Odd ""s";
CREATE TABLE "Odd ""s".kinds (code text PRIMARY KEY, title text);
CREATE TABLE "Odd ""s"."Fruit" (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, price numeric(9,2) DEFAULT 9,
  twice numeric GENERATED ALWAYS AS (price * 2) STORED, kind text REFERENCES "Odd ""s".kinds, seen timestamptz);
INSERT INTO "Odd ""s".kinds VALUES ('p', 'pome'), ('d', 'drupe');
INSERT INTO "Odd ""s"."Fruit" (name, price, kind) VALUES ('apple', 1.50, 'p'), ('plum', 2.00, 'd'), ('fig', NULL, NULL);
"""
SCHEMA = 'Odd "s'


@pytest_asyncio.fixture
async def place(postgresql: PostgreSQL, postgresql_database: str) -> AsyncIterator[Place]:
    user = postgresql.owner.user
    postgresql.ask(f"SET ROLE {user};{STOCK}", database=postgresql_database)
    with postgresql.access(f"host {postgresql_database} all all trust"):
        yield Place(url=f"postgresql://{user}@{postgresql.host}:{postgresql.port}/{postgresql_database}")


def rows_in(server: PostgreSQL, database: str) -> list[tuple[str | None, ...]]:
    found = server.ask('SELECT id, name, price, kind FROM "Odd ""s"."Fruit" ORDER BY id', database=database)
    return [tuple(None if cell is None else str(cell) for cell in row) for row in found]


async def save(tab: TableTab) -> None:
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)


async def test_postgresql_numbers_new_rows_and_computes_its_own_columns(
    window: MainWindow, place: Place, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    tab = await opened(window, place, "Fruit", SCHEMA)
    assert shown(tab, "id", "name", "price", "twice")[0] == ("1", "apple", "1.50", "3.00")
    go(tab, 0, "twice")
    await press_action(window, "cell.edit")
    assert not tab.editing.rows.editing.is_open
    assert "twice" in tab.footer.note.text()
    write(tab, 0, "price", "1.75")
    go(tab, 2, "kind")
    await press_action(window, "edit.duplicate")
    assert shown(tab, "id", "name", "twice")[3] == ("DEFAULT", "fig", "DEFAULT")
    write(tab, 3, "name", "date")
    write(tab, 3, "kind", "d")
    go(tab, 1, "name")
    await press_action(window, "row.delete")
    await save(tab)
    assert rows_in(postgresql, postgresql_database) == [
        ("1", "apple", "1.75", "p"),
        ("3", "fig", None, None),
        ("4", "date", None, "d"),
    ]
    assert shown(tab, "id", "twice") == [("1", "3.50"), ("3", "NULL"), ("4", "NULL")]


async def test_postgresqls_words_about_a_condition_stand_at_its_box_and_keys_lead_elsewhere(
    window: MainWindow, place: Place
) -> None:
    tab = await opened(window, place, "Fruit", SCHEMA)
    tab.conditions.where.set_text("name = 'fig' AND prize > 1")
    tab.filters.wanted.emit()
    await settled(tab)
    assert "prize" in tab.conditions.banner.text
    assert tab.conditions.where.property("invalid") is True
    assert tab.conditions.where.line.error_range == (len("name = 'fig' AND "), len("name = 'fig' AND prize"))
    assert len(shown(tab)) == 3
    go(tab, 0, "kind")
    await press_action(window, "table.open_data")
    there = await next_table(window, tab)
    assert shown(there) == [("p", "pome")]


async def test_what_postgresql_refuses_stays_staged_and_a_conflict_is_overwritten_by_who_saw_it(
    window: MainWindow, place: Place, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    tab = await opened(window, place, "Fruit", SCHEMA)
    write(tab, 0, "name", "quince")
    write(tab, 1, "price", "cheap")
    tab.save()
    await eventually_async(lambda: "price takes numbers" in tab.banner.text)
    click(tab, "table_save_unchecked")
    await eventually_async(lambda: "cheap" in tab.banner.text)
    await settled(tab)
    assert tab.editing.staged.counts.updates == 2
    assert rows_in(postgresql, postgresql_database)[0][1] == "apple", "all or none"
    assert tab.editing.rows.grid.currentIndex().row() == 1
    tab.editing.undo()
    postgresql.ask("""UPDATE "Odd ""s"."Fruit" SET name = 'theirs' WHERE id = 1""", database=postgresql_database)
    tab.save()
    dialog = await dialog_named(window, "conflict_dialog")
    click(dialog, "conflict_overwrite")
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(postgresql, postgresql_database)[0][1] == "quince"


async def test_mariadb_saves_what_was_staged(window: MainWindow, mariadb: MariaDB, mariadb_database: str) -> None:
    table = "CREATE TABLE fruit (id int AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL, photo blob)"
    for statement in (table, "INSERT INTO fruit (name, photo) VALUES ('apple', x'00ff'), ('plum', NULL)"):
        mariadb.ask(statement, database=mariadb_database)
    login = mariadb.owner
    url = f"mysql://{login.user}@{mariadb.host}:{mariadb.port}/{mariadb_database}"
    secret = SecretPlace(SecretKind.COMMAND, f"echo {login.password}")
    await window.client.call("connection.save", SaveConnection(Connection("maria", "maria", url, secret=secret)))
    tab = await opened(window, Place("maria"), "fruit")
    assert shown(tab) == [("1", "apple", "0x00FF"), ("2", "plum", "NULL")]
    write(tab, 0, "photo", "0xCAFE")
    go(tab, 1, "name")
    await press_action(window, "edit.duplicate")
    write(tab, 2, "name", "it's \\ fig")
    go(tab, 1, "id")
    await press_action(window, "row.delete")
    await save(tab)
    assert shown(tab) == [("1", "apple", "0xCAFE"), ("3", "it's \\ fig", "NULL")]
