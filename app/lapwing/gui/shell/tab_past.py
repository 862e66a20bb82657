"""The history beside the messages of every editor tab; what is chosen there goes into the editor and is not run."""

from functools import partial
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lapwing.domain.history import HistoryEntry, SearchHistory
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.sql.hiding import LEFT_OUT

if TYPE_CHECKING:
    from lapwing.gui.history.tab_history import TabHistory
    from lapwing.gui.shell.history_page import HistoryPage
    from lapwing.gui.shell.window import MainWindow

KEY: Final = "history"


def attach(window: "MainWindow") -> Handlers:
    past = TabPast(window)
    window.documents.current_changed.connect(past.look)
    return {}


class TabPast(QObject):
    """Of all editor tabs of one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._known: WeakSet[QueryTab] = WeakSet()

    def look(self) -> None:
        """Another page is in front: an editor tab gets its history, which reads nothing before it is seen."""
        tab = self._window.tab
        if tab is not None and tab not in self._known:
            self._known.add(tab)
            tab.results.add_page(KEY, self.tr("History"), partial(self._make, tab))

    def _make(self, tab: QueryTab, parent: QWidget) -> "TabHistory":
        from lapwing.gui.history.tab_history import TabHistory  # only now: the window shows sooner

        made = TabHistory(self._window.client, partial(_search, tab), parent)
        made.chosen.connect(lambda entry: self._put(tab, entry))
        made.all_wanted.connect(lambda words: self._show_all(tab, words))
        return made

    def _put(self, tab: QueryTab, entry: HistoryEntry) -> None:
        put_into_editor(tab, entry.sql)
        if LEFT_OUT in entry.sql:
            tab.results.say(
                "warning",
                self.tr("A secret was left out of this statement when it was kept. Put it in before you run it."),
            )
        elif entry.characters > len(entry.sql):
            tab.results.say("warning", self.tr("Only the beginning of this statement was kept."))

    def _show_all(self, tab: QueryTab, words: str) -> None:
        """The page of the history, with what belongs to the tab's connection."""
        window = self._window
        window.actions_of_window.set.action("history.show").trigger()
        page: HistoryPage | None = next((page for page in window.pages() if page.kind == "history"), None)  # type: ignore[assignment]
        if page is not None:
            page.view.filters.narrow(words, tab.session.place.connection_id)


def _search(tab: QueryTab, scope: str) -> SearchHistory:
    """What belongs to a tab, or to its connection; of a connection that is not saved, what belongs to the tab."""
    from lapwing.gui.history.tab_history import OF_CONNECTION

    connection_id = tab.session.place.connection_id
    if scope == OF_CONNECTION and connection_id:
        return SearchHistory(connection_id=connection_id)
    return SearchHistory(tab_id=tab.id)


def put_into_editor(tab: QueryTab, sql: str) -> None:
    """Put a statement behind the line on which the one at the caret ends, and select it: one step of undo.

    The one before gets a semicolon where it has none, so that it stays a statement of its own. Nothing is run.
    """
    editor, text = tab.editor, tab.editor.text()
    found = tab.statement_at(editor.caret)
    end = found.end if found is not None else editor.caret
    is_open = found is not None and not text[end:].lstrip().startswith(";") and not text[:end].endswith(";")
    line_end = text.find("\n", end)
    at = len(text) if line_end < 0 else line_end
    edits = [(end, end, ";")] if is_open else []
    apart = "\n\n" if text[:at].strip() else ""
    edits.append((at, at, f"{apart}{sql};"))
    start = at + len(apart) + len(edits) - 1
    editor.replace_all(edits, carets=[(start, start + len(sql))])
    editor.setFocus()
