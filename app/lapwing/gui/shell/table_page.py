"""A table tab as a page of the window: its tab, its status, what is so in it, what actions do, how it comes back."""

import json
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from lapwing.domain.table_data import ColumnSort
from lapwing.gui.actions import Fact
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.page import Dress, Handlers
from lapwing.gui.table.data import TableName

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab


def dress_of(tab: "TableTab", saved: SavedConnections) -> Dress:
    name = tab.connection.name if tab.connection is not None else ""
    tip = " · ".join(filter(None, (name, tab.place.database, tab.sql_name)))
    is_modified = bool(tab.editing.staged)
    return Dress(tab.title, "table", saved.color(tab.connection), tip=tip, modified=is_modified, running=tab.is_busy)


def facts_of(tab: "TableTab") -> set[Fact]:
    grid, staged = tab.editing.rows.grid, tab.editing.staged
    in_text = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
    has_cell = grid.currentIndex().isValid() and not in_text
    is_editable = tab.can_edit and not in_text
    holds = {
        Fact.TABLE: True,
        Fact.LOCATABLE: bool(tab.place.connection_id),
        Fact.RUNNING: tab.is_busy,
        Fact.TRANSACTION_OPEN: tab.session.has_open_transaction,
        Fact.SELECTION: has_cell and grid.selectionModel().hasSelection(),
        Fact.CELL: has_cell,
        Fact.TABLE_EDITABLE: is_editable,
        Fact.TEXT_EDITABLE: is_editable,
        Fact.STAGED: bool(staged),
        Fact.CHANGES_RUNNING: tab.editing.is_saving,
        Fact.CAN_UNDO: is_editable and staged.can_undo,
        Fact.CAN_REDO: is_editable and staged.can_redo,
    }
    return {fact for fact, is_so in holds.items() if is_so}


def handlers_of(tab: "TableTab") -> Handlers:
    editing, filters = tab.editing, tab.filters
    return {
        "catalog.refresh": tab.reload,
        "table.open_data": tab.links.follow_current,
        "file.save": tab.save,
        "query.cancel": tab.cancel,
        "transaction.commit": tab.commit,
        "transaction.roll_back": tab.roll_back,
        **tab.copying.handlers(),
        "edit.paste": editing.pasting.paste,
        "edit.select_all": editing.rows.grid.selectAll,
        "text.find": tab.results.find_bar.open,
        "text.find_next": lambda: tab.results.finder.step(1),
        "text.find_previous": lambda: tab.results.finder.step(-1),
        "edit.undo": editing.undo,
        "edit.redo": editing.redo,
        "row.insert": editing.insert,
        "row.duplicate": editing.duplicate,
        "edit.duplicate": editing.duplicate,
        "row.delete": editing.delete,
        "cell.edit": editing.edit_current,
        "cell.show_value": editing.show_value,
        "cell.set_null": editing.set_null,
        "cell.set_default": editing.set_default,
        "cell.set_empty": editing.set_empty,
        "cell.fill_down": editing.fill_down,
        "changes.preview": tab.preview,
        "changes.revert": tab.revert,
        "rows.filter_equal": filters.filter_equal,
        "rows.filter_unequal": filters.filter_unequal,
        "rows.clear_filter": filters.clear,
        "rows.count": tab.count,
        "rows.load_all": tab.read_all,
        "rows.go_to": tab.going.ask,
        "line.go_to": tab.going.ask,
    }


def state_of(tab: "TableTab") -> dict[str, str]:
    """Connection, table, condition and order; what is staged is no part of it."""
    table, now = tab.data.table, tab.filters.now
    return {
        "connection": tab.place.connection_id,
        "url": "" if tab.place.connection_id else tab.place.url,
        "database": tab.place.database,
        "schema": table.schema,
        "table": table.name,
        "where": now.where,
        "order_by": now.order_by,
        "sorts": json.dumps([[sort.column, sort.descending] for sort in now.sorts]),
        "mode": tab.session.kept_mode,
    }


def places_of(state: dict[str, str]) -> tuple[Place, TableName]:
    """Which table of which connection a kept state is about."""
    place = Place(state.get("connection", ""), state.get("url", ""), state.get("database", ""))
    return place, TableName(state.get("schema", ""), state.get("table", ""))


def restore(tab: "TableTab", state: dict[str, str]) -> None:
    """Show condition and order of a kept state; what cannot be read of it is left out."""
    tab.conditions.where.set_text(state.get("where", ""))
    tab.conditions.order_by.set_text(state.get("order_by", ""))
    try:
        kept = json.loads(state.get("sorts", "[]"))
        tab.filters.sorts = tuple(ColumnSort(str(name), bool(descending)) for name, descending in kept)
    except (ValueError, TypeError):
        tab.filters.sorts = ()
    tab.session.restore_mode(state.get("mode", ""))
    tab.tools.mode_box.choose(tab.session.mode)
