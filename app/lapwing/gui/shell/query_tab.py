"""An editor tab: tool row, editor, results; and what its buttons do."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import LapwingError
from lapwing.domain.query import OnError, ScriptTransaction
from lapwing.gui.actions import Fact
from lapwing.gui.browser.names import dialect_of
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.code_find_bar import CodeFindBar
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.finding import EditorFind
from lapwing.gui.editor.place import Place
from lapwing.gui.editor.search_memory import SearchMemory
from lapwing.gui.editor.session import ScriptFile, TabSession
from lapwing.gui.editor.snapshots import Snapshots
from lapwing.gui.editor.sql_file import UNKNOWN, SqlFile, write_sql_file
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord
from lapwing.gui.results.pane import ResultPane
from lapwing.gui.shell import closing, tab_page
from lapwing.gui.shell.kept_pages import EDITOR
from lapwing.gui.shell.page import Dress, Handlers, Page, PageStatus
from lapwing.gui.shell.phases import progress_words
from lapwing.gui.shell.place_name import place_name
from lapwing.gui.shell.script_running import ScriptRunning
from lapwing.gui.shell.tab_cautions import TabCautions
from lapwing.gui.shell.tab_completion import TabCompletion
from lapwing.gui.shell.tab_file import TabFile
from lapwing.gui.shell.tab_journal import TabJournal
from lapwing.gui.shell.tab_parameters import TabParameters
from lapwing.gui.shell.tab_place import TabPlace
from lapwing.gui.shell.tab_running import TabRunning
from lapwing.gui.shell.tab_transactions import TabTransactions
from lapwing.gui.shell.tab_versions import TabVersions
from lapwing.gui.shell.tool_row import ToolRow, flat_line
from lapwing.gui.shell.transaction_notice import TransactionNotice
from lapwing.settings.store import read_settings
from lapwing.sql.dialect import Dialect, dialect_named
from lapwing.sql.statement_index import StatementIndex
from lapwing.sql.statements import Statement

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


class QueryTab(Page):
    """One editor with its session and results. Qt's thread.

    Signals:
        changing_connection(str): a person chose another connection.
        run_again_wanted(str, object): a statement is to be run again for so many rows, or all (None).
    """

    kind = EDITOR
    changing_connection = Signal(str)
    run_again_wanted = Signal(str, object)

    def __init__(
        self, client: EngineClient, saved: SavedConnections, journal: Journal, record: EditorRecord | None = None
    ) -> None:
        super().__init__(record.id if record is not None else "")
        self.setObjectName("query_tab")
        self.title = record.title if record is not None else ""
        self.file: SqlFile | None = None
        self.is_modified = record.is_modified if record is not None else False
        self.client = client
        self.saved = saved
        self._journal = TabJournal(journal, self)
        self._tasks: set[asyncio.Task[None]] = set()
        self._statements: StatementIndex | None = None
        self.dialect: Dialect = dialect_named("sqlite")
        self.session = TabSession(client, self)
        self.editor = CodeView(self)
        self.editor.set_zoom(read_settings().editor_font_px)
        self.find_bar = CodeFindBar(SearchMemory(), self)
        self.find_bar.hide()
        self.finder = EditorFind(self.editor, self.find_bar)
        self.results = ResultPane(client, self)
        self.scripts = ScriptRunning(self.session, self.results, self)
        self.transactions = TabTransactions(self.session, self.results, self._start, self._mode_changed, self)
        self.session.tab_id = self.id
        self.notice = TransactionNotice(
            client, self.session, self.transactions, self._start, self._connection_name, self
        )
        self.assist = TabCompletion(client, self)
        self.cautions = TabCautions(self)
        self.parameters = TabParameters(self, self.session, self.results, lambda: self.dialect)
        self.versions = TabVersions(self, Snapshots(), lambda sentence: self.results.say("warning", sentence))
        self.setFocusProxy(self.editor)
        self.running = TabRunning(self, self._start, self._show_state)
        self.tools = ToolRow(self)
        self._lay_out()
        self.whereabouts = TabPlace(self)
        self.files = TabFile(self, self.versions)
        if record is not None:
            self._restore(record)
        self.keep()
        self._connect()
        self._connections_changed()
        self._show_state()

    # building

    def _lay_out(self) -> None:
        upper = QWidget(self)
        above = self._above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.notice.banner)
        above.addWidget(self.find_bar)
        above.addWidget(self.editor, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("tab_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.results)
        self.splitter.setSizes([252, 422])
        self.splitter.setStretchFactor(1, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.tools)
        down.addWidget(flat_line(self))
        down.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.tools.run_button.clicked.connect(self.run_statement)
        self.tools.script_button.clicked.connect(self.run_script)
        self.tools.stop_button.clicked.connect(self.cancel)
        self.tools.commit_button.clicked.connect(self.transactions.commit)
        self.tools.rollback_button.clicked.connect(self.transactions.roll_back)
        self.tools.connection_box.activated.connect(lambda _row: self._connection_chosen())
        schemas = self.tools.schema_box
        schemas.wanted.connect(lambda: self.transactions.offer_schemas(schemas.offer))
        schemas.activated.connect(lambda _row: self.transactions.set_schema(schemas.currentData()))
        modes = self.tools.mode_box
        modes.activated.connect(lambda _row: self.transactions.set_mode(modes.currentData()))
        self.saved.changed.connect(self._connections_changed)
        session = self.session
        session.transaction_changed.connect(lambda _state: self._show_state())
        session.opened.connect(self._session_opened)
        session.lost.connect(self._session_lost)
        session.closed.connect(self._session_closed)
        session.told.connect(lambda sentence: self.results.say("warning", sentence))
        session.phase_changed.connect(self.changed)
        session.moved.connect(self.keep)
        session.moved.connect(self.fill_connections)
        self.notice.ticked.connect(self.changed)
        self.results.current_changed.connect(self.changed)
        self.results.result_closed.connect(session.forget_result)
        self.results.run_again_wanted.connect(self.run_again_wanted)
        self.results.place_wanted.connect(self._go_to)
        self.editor.set_dialect(self.dialect)
        self.results.use_dialect(self.dialect.id)
        self.editor.text_edited.connect(self.mark_modified)
        self.editor.changed_at.connect(self._journal.edited)
        self.editor.changed_at.connect(self._changed_at)
        self.editor.statement_caret_moved.connect(self._caret_moved)

    # the text

    def _restore(self, record: EditorRecord) -> None:
        self.editor.set_text(record.text)
        self.whereabouts.restore(record)
        self.session.restore_mode(record.mode)
        place = Place(record.connection_id, "" if record.connection_id else record.url, record.database)
        self.session.begin_on(place)
        if record.file_path:
            self.file = SqlFile(Path(record.file_path), "", record.encoding, record.line_end, UNKNOWN)

    def keep(self) -> None:
        """Write the whole tab to the journal."""
        self._journal.keep()

    def tell_journal(self, **facts: str | int | bool) -> None:
        """Write other facts of the tab to the journal, by their names in the record."""
        self._journal.describe(**facts)

    def let_go(self) -> None:
        """The tab is closed for the journal, which keeps it for reopening; nothing more is told of it."""
        self._journal.let_go()

    def set_text(self, text: str) -> None:
        """Another text, not yet modified."""
        self.editor.set_text(text)
        self._statements = None
        self.is_modified = False
        self.keep()
        self.changed.emit()

    def _changed_at(self, position: int, removed: int, added: str) -> None:
        if self._statements is not None:
            self._statements.edited(self.editor.text(), position, removed, len(added))

    def mark_modified(self) -> None:
        """The text is another one than the file's."""
        if not self.is_modified:
            self.is_modified = True
            self._journal.describe(is_modified=True)
            self.changed.emit()

    def _caret_moved(self, position: int) -> None:
        found = self.statement_at(position)
        self.editor.set_current_statement(*((found.start, found.end) if found is not None else (None, None)))
        self.cautions.look_at(found)
        self._journal.describe(**self.whereabouts.facts())
        self.changed.emit()

    def statement_at(self, position: int) -> Statement | None:
        """The statement the caret is in."""
        if self._statements is None:
            self._statements = StatementIndex(self.dialect, self.editor.text())
        return self._statements.at(position)

    def save_to(self, path: Path | None = None, *, even_if_changed: bool = False) -> None:
        """Write the text to its file, or to another one; `tab_file.TabFile.save` also says what went wrong.

        Raises:
            FileNotWritten: It cannot be written; the text is kept here.
            FileChanged: Another program changed it.
        """
        old = self.file
        target = path or (old.path if old is not None else None)
        assert target is not None
        encoding, line_end = (old.encoding, old.line_end) if old is not None else ("utf-8", "\n")
        stamp = old.stamp if old is not None and old.path == target else None
        file = SqlFile(target, self.editor.text(), encoding, line_end, stamp)
        self._has_file(write_sql_file(file, even_if_changed=even_if_changed))

    def take_file(self, file: SqlFile) -> None:
        """Show a file's text as an edit that can be undone; it is this tab's file from now on."""
        self.editor.change_to(file.text)
        self._has_file(file)

    def _has_file(self, file: SqlFile) -> None:
        """The text and the file are the same now."""
        self.file = replace(file, text="")
        self.title = file.path.name
        self.is_modified = False
        self.keep()
        self.changed.emit()

    def put_above_text(self, widget: QWidget) -> None:
        """Show something above the text."""
        self._above.insertWidget(0, widget)

    # the connection

    def fill_connections(self) -> None:
        """Offer every saved connection."""
        self.tools.fill_connections(self.saved, self.session)
        self.changed.emit()

    def _connections_changed(self) -> None:
        """A tab that came back may have come before the connections were read: now its dialect is known."""
        connection = self.saved.find(self.session.place.connection_id)
        if self.session.facts is None and connection is not None:
            self._use_dialect(dialect_of(connection))
        self.fill_connections()

    def _connection_name(self) -> str:
        return place_name(self.session.place, self.saved)

    def _connection_chosen(self) -> None:
        chosen = self.tools.connection_box.currentData()
        if chosen and chosen != self.tools.entry_of(self.session.place):
            self.changing_connection.emit(chosen)

    def begin_on(self, place: Place) -> None:
        """What a new tab is connected to, from the moment on that it is there."""
        self.session.begin_on(place)
        self._show_place()

    async def move_to(self, place: Place) -> None:
        """Connect the tab to something else; what was open is rolled back (who calls this has asked)."""
        await self.session.move_to(place)
        self._show_place()

    def _show_place(self) -> None:
        place = self.session.place
        if self.session.facts is None:
            self._use_dialect(dialect_of(self.saved.find(place.connection_id)))
        self.keep()
        self.fill_connections()
        self._show_state()

    # running

    def run_statement(self) -> None:
        """Run the selection, or else the statement under the caret."""
        self.running.run_statement()

    def say_nothing_at_caret(self) -> None:
        """Say that what was asked for needs a statement."""
        self.results.say("info", self.tr("There is no statement at the caret."))
        self.results.show_messages()

    def run_in_new_result(self) -> None:
        """Run the statement and keep the results that are there."""
        self.running.run_in_new_result()

    def run_script(self) -> None:
        """Run every statement in order; at an error, ask."""
        self.run_text(self.editor.text(), 0, on_error="ask")

    def run_file(self, file: ScriptFile, transaction: ScriptTransaction) -> None:
        """Run the statements of a file; `script` as transaction undoes all of them at an error, else one is asked."""
        self.running.run_file(file, transaction)

    def run_text(self, sql: str, offset: int, row_limit: int | None = -1, *, on_error: OnError = "stop") -> None:
        """Run a text of this tab; -1 means the limit of the tab or the settings."""
        self.running.run_text(sql, offset, row_limit, on_error=on_error)

    def place_of(self, sql: str) -> int:
        """Where a text that was run from here stands now; 0 when it was edited meanwhile."""
        return max(0, self.editor.text().find(sql))

    def cancel(self) -> None:
        """Stop what runs, on the server."""
        self._start(self._cancel())

    async def _cancel(self) -> None:
        try:
            await self.session.cancel()
        except LapwingError as error:
            self.results.say("error", str(error))

    @property
    def elapsed_text(self) -> str:
        """How long the run has taken and what is being waited for, once it lasts; empty before."""
        return " · ".join(words for words in (progress_words(self.session), self.scripts.words) if words)

    # what is shown

    def _session_opened(self, facts: Any) -> None:
        for note in facts.notes:
            self.results.say("info", note)
        self.tools.mode_box.choose(self.session.mode)
        self._use_dialect(dialect_named(facts.dialect))
        self._show_state()

    def _mode_changed(self) -> None:
        self.tools.mode_box.choose(self.session.mode)
        self._journal.describe(mode=self.session.kept_mode)
        self._show_state()

    def _use_dialect(self, dialect: Dialect) -> None:
        """Read the text as this dialect from now on."""
        if dialect is not self.dialect:
            self.dialect = dialect
            self.editor.set_dialect(dialect)
            self.results.use_dialect(dialect.id)
            self._statements = None

    def _session_lost(self, sentence: str) -> None:
        self.results.engine_gone()
        text = self.tr("The engine stopped. Rows fetched so far stay readable.")
        self.results.say("warning", f"{text} {sentence}".strip())
        self._show_state()

    def _session_closed(self) -> None:
        self.results.say("done", self.tr("Disconnected. The next statement connects again."))
        self._show_state()

    def _show_state(self) -> None:
        self.tools.show_session(self.session)
        self.changed.emit()

    def _go_to(self, position: int) -> None:
        self.editor.set_caret(position)
        self.editor.setFocus()

    # a page of the window

    def dress(self) -> Dress:
        return tab_page.dress_of(self, self.saved)

    def status(self) -> PageStatus:
        return tab_page.status_of(self, self.saved)

    def facts(self) -> set[Fact]:
        return tab_page.facts_of(self)

    def handlers(self) -> Handlers:
        return tab_page.handlers_of(self)

    def state(self) -> dict[str, str]:
        return self.whereabouts.state()

    def panes(self) -> list[QWidget]:
        view = self.results.current
        return [self.editor, view.grid if view is not None else self.results.stack.currentWidget() or self.results]

    @property
    def open_work(self) -> str:
        return self.tr("open transaction") if self.session.has_open_transaction else ""

    async def may_leave(self, window: "MainWindow") -> bool:
        return await closing.may_leave(window, self)

    async def may_close(self, window: "MainWindow") -> bool:
        return await closing.may_close(window, self)

    # life

    @property
    def transaction(self) -> TransactionState:
        return self.session.transaction

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close_page(self) -> None:
        """Let go of session and results; what is open is rolled back (who calls this has asked)."""
        if self.session.is_running:
            await self._cancel()
        self.assist.stop()
        self.finder.stop()
        await self.versions.written()
        await self.results.close_all()
        await self.session.close()
        for task in list(self._tasks):
            task.cancel()
