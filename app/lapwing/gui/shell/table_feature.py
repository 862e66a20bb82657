"""Tables in the window: opening their rows in a tab, and bringing such tabs back."""

from typing import TYPE_CHECKING

from lapwing.domain.table_data import RowsElsewhere
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.page import Handlers, Page

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab
    from lapwing.gui.shell.window import MainWindow

_ONLY_IN_TABLES = (
    "row.insert",
    "row.duplicate",
    "row.delete",
    "cell.edit",
    "cell.show_value",
    "cell.set_null",
    "cell.set_default",
    "cell.set_empty",
    "cell.fill_down",
    "changes.preview",
    "changes.revert",
    "rows.filter_equal",
    "rows.filter_unequal",
    "rows.clear_filter",
    "rows.count",
    "rows.load_all",
    "rows.go_to",
)
"""What the tab in front does itself (`table_page.handlers_of`); the conditions of these keep them off elsewhere."""


def attach(window: "MainWindow") -> Handlers:
    window.page_makers["table"] = _restored
    return dict.fromkeys(_ONLY_IN_TABLES, lambda: None)


def open_table(window: "MainWindow", place: Place, schema: str, name: str, where: str = "") -> "TableTab":
    """The rows of a table in front: in the tab that shows them already, or in a new one.

    Args:
        window: Where.
        place: The connection it is on.
        schema: Empty: the session's own.
        name: Of the table.
        where: A condition on its rows.
    """
    from lapwing.gui.shell.table_tab import TableTab  # only now: the window shows sooner
    from lapwing.gui.table.data import TableName

    table = TableName(schema, name)
    for page in window.pages():
        is_it = isinstance(page, TableTab) and (page.place, page.data.table) == (place, table)
        if isinstance(page, TableTab) and is_it and page.filters.now.where == where:
            window.documents.show_page(page)
            return page
    tab = TableTab(window.client, window.saved, place, table)
    tab.conditions.where.set_text(where)
    _connect(window, tab)
    window.add_page(tab)
    return tab


def _connect(window: "MainWindow", tab: "TableTab") -> None:
    def follow(rows: RowsElsewhere) -> None:
        open_table(window, tab.place, rows.schema, rows.name, rows.where)

    tab.keeping.use(window.journal)
    tab.rows_wanted.connect(follow)
    tab.kept_changed.connect(window.keep)


def _restored(window: "MainWindow", state: dict[str, str]) -> Page:
    """A tab as the journal kept it; nothing is read before somebody asks for it."""
    from lapwing.gui.shell import table_page  # only now: the window shows sooner
    from lapwing.gui.shell.table_tab import TableTab

    place, table = table_page.places_of(state)
    tab = TableTab(window.client, window.saved, place, table, waits=True)
    table_page.restore(tab, state)
    _connect(window, tab)
    return tab
