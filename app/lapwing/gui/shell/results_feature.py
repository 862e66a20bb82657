"""Results in a window: what their actions do, where the inspector stands, and what it asks of catalogues."""

from functools import partial
from typing import TYPE_CHECKING, Final, cast
from weakref import WeakSet

from PySide6.QtCore import QObject

from lapwing.domain.catalog import CatalogColumn, DescribeRelation, RelationDetails
from lapwing.domain.errors import LapwingError
from lapwing.domain.results import Column
from lapwing.gui.actions.results import ENTRIES
from lapwing.gui.results.inspector.place import LEAST_PX, WIDTH_PX, ColumnFacts
from lapwing.gui.results.pane import ResultPane
from lapwing.gui.results.server_order import PREFIX, ordered_statement
from lapwing.gui.results.table_rows import TableRows
from lapwing.gui.shell.kept_numbers import whole_number
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab
    from lapwing.gui.shell.window import MainWindow

_SHOWN: Final = "feature.inspector"
_WIDTH: Final = "feature.inspector_px"
_MOST_PX: Final = 1_200


def attach(window: "MainWindow") -> Handlers:
    feature = ResultsFeature(window)
    window.documents.current_changed.connect(feature.show_page)
    own = {"result.sort_on_server": feature.sort_on_server, "inspector.toggle": feature.toggle_inspector}
    ids = [entry.id for entry in ENTRIES if isinstance(entry.id, str) and "." in entry.id]
    return {action_id: own.get(action_id, partial(feature.do, action_id)) for action_id in ids}


class ResultsFeature(QObject):
    """The results of one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._known: WeakSet[ResultPane | TableRows] = WeakSet()

    @property
    def _pane(self) -> ResultPane | None:
        """The results of the page in front."""
        found = self._inspected
        return found if isinstance(found, ResultPane) else None

    @property
    def _inspected(self) -> ResultPane | TableRows | None:
        """What an inspector stands beside in the page in front: the results of an editor, or the rows of a table."""
        found = getattr(self._window.documents.current, "results", None)
        return found if isinstance(found, ResultPane | TableRows) else None

    def do(self, action_id: str) -> None:
        """Do it in the results in front, if that is possible there now."""
        pane = self._pane
        handler = pane.deeds.handlers().get(action_id) if pane is not None else None
        if handler is not None:
            handler()

    # the inspector

    @property
    def _is_shown(self) -> bool:
        return self._window.feature_state.get(_SHOWN, "1") == "1"

    @property
    def _width_px(self) -> int:
        kept = whole_number(self._window.feature_state.get(_WIDTH, ""))
        return WIDTH_PX if kept is None else min(_MOST_PX, max(LEAST_PX, kept))

    def toggle_inspector(self) -> None:
        self._show_inspector(not self._is_shown)

    def _show_inspector(self, shown: bool) -> None:
        self._window.feature_state[_SHOWN] = "1" if shown else "0"
        self._window.keep()
        self.show_page()

    def _note_width(self, width_px: int) -> None:
        self._window.feature_state[_WIDTH] = str(width_px)
        self._window.keep()

    def show_page(self) -> None:
        """Another page is in front: its inspector is as the last one was."""
        pane = self._inspected
        self._window.actions_of_window.set.set_checked("inspector.toggle", self._is_shown)
        if pane is None:
            return
        if pane not in self._known:
            self._known.add(pane)
            pane.inspector_toggled.connect(self._show_inspector)
            pane.inspector_resized.connect(self._note_width)
            page = self._window.documents.current
            if isinstance(page, QueryTab):
                pane.describe = partial(self._describe, page)
            else:
                pane.describe = partial(self._describe_of_table, cast("TableTab", page))
        pane.show_inspector(self._is_shown, self._width_px)

    async def _describe(self, tab: QueryTab, column: Column) -> ColumnFacts:
        """What the catalogue knows of a column; nothing when it cannot be asked."""
        schema, _, name = column.table.partition(".")
        session, place = tab.session, tab.session.place
        in_session = not place.connection_id and session.facts is not None
        session_id = session.facts.session_id if in_session and session.facts is not None else ""
        request = DescribeRelation(schema, name, place.connection_id, session_id, place.database)
        try:
            found = await self._window.client.call("catalog.describe", request, RelationDetails)
        except LapwingError:
            return ()  # the panel shows what the result itself tells
        known = next((known for known in found.columns if known.name == (column.source or column.name)), None)
        return self._facts(known, found) if known is not None else ()

    async def _describe_of_table(self, tab: "TableTab", column: Column) -> ColumnFacts:
        """What a table tab knows of a column of its table."""
        details = tab.data.facts.details if tab.data.facts is not None else None
        known = next((known for known in details.columns if known.name == column.name), None) if details else None
        return self._facts(known, details) if known is not None and details is not None else ()

    def _facts(self, column: CatalogColumn, relation: RelationDetails) -> ColumnFacts:
        told = [(self.tr("Nullable"), self.tr("yes") if column.nullable else self.tr("no"), False)]
        if column.key_position:
            words = self.tr("primary key")
            count = len(relation.primary_key)
            told.append((self.tr("Key"), f"{words} {column.key_position}/{count}" if count > 1 else words, False))
        if column.references:
            told.append((self.tr("References"), column.references, False))
        if column.default is not None:
            told.append((self.tr("Default"), column.default, True))
        if column.generated:
            told.append((self.tr("Generated"), column.generated, False))
        if column.expression:
            told.append((self.tr("Computed by"), column.expression, True))
        told += [
            (
                self.tr("Unique"),
                index.name if len(index.columns) == 1 else f"{index.name} ({', '.join(index.columns)})",
                False,
            )
            for index in relation.indexes
            if index.unique and index.origin != "primary key" and column.name in index.columns
        ]
        told += [(self.tr("Check"), check.condition, True) for check in relation.checks if column.name in check.columns]
        if column.comment:
            told.append((self.tr("Comment"), column.comment, False))
        return tuple(told)

    # order by the server

    def sort_on_server(self) -> None:
        """Run the statement again, its rows ordered by the server as the loaded ones are here."""
        tab, pane = self._window.tab, self._pane
        view = pane.current if pane is not None else None
        if tab is None or pane is None or view is None or not view.arrangement.keys:
            return
        if not view.can_sort_on_server():
            pane.say("warning", self.tr("The server can only order the rows of one statement that certainly reads."))
            pane.show_messages()
            return
        keys = view.arrangement.keys
        sql = ordered_statement(view.unordered_sql, keys)
        pane.expect_server_order(sql, view.unordered_sql, keys)
        tab.run_text(sql, max(0, tab.place_of(view.unordered_sql) - len(PREFIX)))
