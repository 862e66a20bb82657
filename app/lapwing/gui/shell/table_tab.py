"""The rows of one table as a page: read by key, filtered and sorted by the server, changed by staged edits."""

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.connections import Connection, TransactionState
from lapwing.domain.errors import LapwingError
from lapwing.gui.actions import Fact
from lapwing.gui.browser.names import dialect_of, quoted_if_needed
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.place import Place
from lapwing.gui.editor.session import TabSession
from lapwing.gui.i18n import error_text
from lapwing.gui.results.table_rows import TableRows
from lapwing.gui.shell import table_page
from lapwing.gui.shell.condition_row import ConditionRow
from lapwing.gui.shell.page import Dress, Handlers, Page, PageStatus
from lapwing.gui.shell.session_status import session_status
from lapwing.gui.shell.table_asking import may_leave, may_revert
from lapwing.gui.shell.table_checking import TableChecking
from lapwing.gui.shell.table_choices import TableChoices
from lapwing.gui.shell.table_copying import TableCopying
from lapwing.gui.shell.table_editing import TableEditing
from lapwing.gui.shell.table_filters import TableFilters
from lapwing.gui.shell.table_going import TableGoing
from lapwing.gui.shell.table_keeping import TableKeeping
from lapwing.gui.shell.table_links import TableLinks
from lapwing.gui.shell.table_reading import TableReading
from lapwing.gui.shell.table_saving import Saved, TableSaving
from lapwing.gui.shell.tool_row import flat_line
from lapwing.gui.table.data import TableData, TableName
from lapwing.gui.table.footer import TableFooter
from lapwing.gui.table.tools import TableTools
from lapwing.gui.widgets import Banner, EmptyState, Level
from lapwing.sql.dialect import Dialect

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_LOOKS: Final = {Level.INFO: "dim", Level.GOOD: "good", Level.WARNING: "warning", Level.ERROR: "bad"}


class TableTab(Page):
    """One table. Its session is its own. Qt's thread.

    Attributes:
        saved: The saved connections.
        place: The connection it is on.
        dialect: That its server speaks.

    Signals:
        rows_wanted(RowsElsewhere): Rows of another table are to be shown.
        kept_changed(): Condition or order are others: what comes back after a restart.
    """

    kind: ClassVar[str] = "table"
    rows_wanted = Signal(object)
    kept_changed = Signal()

    def __init__(
        self, client: EngineClient, saved: SavedConnections, place: Place, table: TableName, *, waits: bool = False
    ) -> None:
        """Read a table once the page is shown; one that `waits` is read when somebody asks for its rows."""
        super().__init__()
        self.setObjectName("table_tab")
        self.title = table.name
        self.saved = saved
        self._waits = waits
        self._tasks: set[asyncio.Task[Any]] = set()
        self.place = place
        self.dialect: Dialect = dialect_of(saved.find(place.connection_id))
        self.session = TabSession(client, self)
        self.data = TableData(client, table, self)
        self.tools = TableTools(self)
        self.conditions = ConditionRow(client, self.session, self)
        self.banner = Banner(self, name="table_banner")
        self.editing = TableEditing(client, self)
        self.footer = TableFooter(self)
        self.filters = TableFilters(self)
        self.copying = TableCopying(self)
        self.going = TableGoing(self)
        self.choices = TableChoices(self)
        self.checking = TableChecking(self)
        self.links = TableLinks(self)
        self.reading = TableReading(self)
        self.saving = TableSaving(self)
        self.keeping = TableKeeping(self)
        self._lay_out()
        self._connect()
        self._connect_tools()
        self.conditions.use(self.sql_name, self.dialect)
        self.show_state()

    def _lay_out(self) -> None:
        sentence = self.tr("Its rows are read again when you ask for them.")
        waiting = EmptyState("table", sentence, self, name="table_waiting", title=self.title)
        read = waiting.add_button(self.tr("Read the rows"), name="table_read", primary=True)
        read.clicked.connect(lambda _checked=False: self.reload())
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.editing.rows)
        self.stack.addWidget(waiting)
        self.stack.setCurrentIndex(int(self._waits))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for widget in (self.tools, self.conditions, flat_line(self), self.banner):
            down.addWidget(widget)
        down.addWidget(self.stack, 1)
        down.addWidget(flat_line(self))
        down.addWidget(self.footer)
        self.setFocusProxy(self.editing.rows.grid)

    def _connect(self) -> None:
        session, rows = self.session, self.editing.rows
        self.data.busy_changed.connect(self.show_state)
        session.transaction_changed.connect(lambda _state: self.show_state())
        session.told.connect(lambda sentence: self.say(Level.WARNING, sentence))
        session.phase_changed.connect(self.changed)
        rows.staged_changed.connect(self.show_state)
        rows.current_moved.connect(self.changed)
        self.filters.wanted.connect(lambda: self.start(self.reading.read()))
        for refused in (self.editing.said, self.filters.refused, self.links.refused):
            refused.connect(lambda text: self.say(Level.WARNING, text, passing=True))
        self.links.rows_wanted.connect(self.rows_wanted)
        self.saving.doubted.connect(self._doubt)
        self.saving.refused.connect(lambda text: self.say(Level.ERROR, text))
        self.saving.saved.connect(lambda saved: self.start(self._after_save(saved)))
        self.conditions.left.connect(rows.grid.setFocus)
        rows.finder.is_all = lambda: self.data.page is not None and not self.data.page.has_more
        self.footer.count_wanted.connect(self.count)
        self.footer.count_cancelled.connect(lambda: self.start(self._cancel("count")))
        self.saved.changed.connect(self.show_state)

    def _connect_tools(self) -> None:
        tools, editing = self.tools, self.editing
        for button, act in (
            (tools.reload_button, self.reload),
            (tools.stop_button, self.cancel),
            (tools.commit_button, self.commit),
            (tools.rollback_button, self.roll_back),
            (tools.insert_button, editing.insert),
            (tools.duplicate_button, editing.duplicate),
            (tools.delete_button, editing.delete),
            (tools.preview_button, self.preview),
            (tools.save_button, self.save),
            (tools.revert_button, self.revert),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        tools.mode_box.activated.connect(lambda _row: self.reading.set_mode(tools.mode_box.currentData()))

    # what it is about

    @property
    def results(self) -> TableRows:
        """The rows, beside which an inspector may stand."""
        return self.editing.rows

    @property
    def connection(self) -> Connection | None:
        return self.saved.find(self.place.connection_id)

    @property
    def sql_name(self) -> str:
        """The table's name as SQL takes it."""
        table = self.data.table
        return ".".join(quoted_if_needed(part, self.dialect) for part in (table.schema, table.name) if part)

    @property
    def can_edit(self) -> bool:
        """Whether rows can be staged now."""
        editing = self.editing
        return self.data.facts is not None and not editing.read_only_reason and not editing.is_saving

    @property
    def is_busy(self) -> bool:
        """Whether the server works for this table now, or is being reached."""
        return self.data.is_busy or self.reading.is_connecting

    @property
    def is_at_work(self) -> bool:
        """Whether something that was asked for is not done yet."""
        return bool(self._tasks)

    # what a person asks for

    def reload(self) -> None:
        """Read the table and its rows again, as many as are there."""
        self.editing.rows.editing.take()
        if not self.editing.staged:  # what is staged knows columns by their places
            self.data.forget_table()
        self.start(self.reading.reread())

    def count(self) -> None:
        """Have the rows counted exactly."""
        self.start(self.reading.count())

    def read_all(self) -> None:
        """Read all rows that are left."""
        self.start(self.reading.read_all())

    def cancel(self) -> None:
        """Stop what runs, on the server."""
        self.start(self._cancel())

    async def _cancel(self, *what: str) -> None:
        try:
            if not what:
                await self.session.cancel_opening()
            await self.data.cancel(*what)
        except LapwingError as error:
            self.say(Level.ERROR, error_text(error))

    def commit(self) -> None:
        self.start(self.reading.finish(commit=True))

    def roll_back(self) -> None:
        self.start(self.reading.finish(commit=False))

    def preview(self) -> None:
        """Show the SQL of what is staged."""
        self.start(self.saving.preview())

    def save(self) -> None:
        """Save what is staged."""
        self.start(self.saving.save())

    def _doubt(self, sentence: str) -> None:
        """Say what speaks against saving; triggers may make it right, so it can be saved all the same."""
        self.say(Level.WARNING, f"{self.tr('Nothing was saved.')} {sentence}")
        button = self.banner.add_action(self.tr("Save all the same"), name="table_save_unchecked")
        button.clicked.connect(lambda _checked=False: self.start(self.saving.save(unchecked=True)))

    def revert(self) -> None:
        """Take back what is staged in the selected rows, or all of it."""
        self.start(self._revert())

    async def _revert(self) -> None:
        self.editing.rows.editing.drop()
        chosen = self.editing.selected_staged()
        if await may_revert(self.window(), len(chosen) or len(self.editing.staged.edits)):
            self.editing.staged.revert(chosen or None)

    async def _after_save(self, saved: Saved) -> None:
        self.reading.total = None
        await self.reading.reread()
        if saved.shown:
            self.editing.rows.show_row_of(saved.shown[0])
        is_open = self.session.transaction is TransactionState.OPEN
        text = self.tr("%n change(s) made; commit to keep them.", "", saved.count)
        self.say(Level.GOOD, text if is_open else self.tr("%n change(s) saved.", "", saved.count), passing=True)

    # what is shown

    def show_rows(self) -> None:
        """Rows are read now: the grid is in front."""
        self._waits = False
        self.stack.setCurrentWidget(self.editing.rows)

    def say(self, level: Level, text: str, *, passing: bool = False) -> None:
        """A line above the rows; a passing one stands below them and goes by itself, so that the rows stay in place."""
        if passing:
            self.footer.say(text, _LOOKS[level])
        else:
            self.banner.say(level, text)

    def set_saving(self, is_saving: bool) -> None:
        """Changes are being saved now, or no longer: nothing else is staged meanwhile."""
        self.editing.is_saving = is_saving
        self.show_state()

    def show_state(self) -> None:
        """Show what can be done now."""
        data, tools, editing = self.data, self.tools, self.editing
        name = self.connection.name if self.connection is not None else self.place.url
        self.session.expect_mode(self.saved.safeguards(self.connection).mode)
        tools.mode_box.choose(self.session.mode)
        color, where = self.saved.color(self.connection), (name, self.place.database, data.table.schema)
        tools.show_place(color, where, data.table.name)
        tools.show_busy(is_busy=self.is_busy)
        can_end = self.session.has_open_transaction and not self.is_busy
        tools.commit_button.setEnabled(can_end)
        tools.rollback_button.setEnabled(can_end)
        has_staged = bool(editing.staged) and not editing.is_saving
        has_rows = editing.rows.model.rowCount() > 0
        tools.show_editing(can_edit=self.can_edit, has_rows=has_rows, has_staged=has_staged)
        self._show_footer()
        self.changed.emit()

    def _show_footer(self) -> None:
        data, page, footer = self.data, self.data.page, self.footer
        is_all = page is not None and not page.has_more
        is_loading = data.is_doing("read") or data.is_doing("more") or self.reading.is_connecting
        footer.show_rows(self.editing.rows.loaded_rows, is_all=is_all, is_loading=is_loading)
        is_filtered = bool(self.conditions.where.text)
        estimate = data.facts.row_estimate if data.facts is not None and not is_filtered else None
        footer.show_total(None if is_all else self.reading.total, None if is_all else estimate)
        is_useful = page is not None and not is_all and self.reading.total is None
        footer.show_counting(is_counting=data.is_doing("count"), is_useful=is_useful)
        footer.show_reason(self.editing.read_only_reason if data.facts is not None else "")
        counts = self.editing.staged.counts
        footer.show_staged(counts.inserts, counts.updates, counts.deletes)

    # what the window asks

    def dress(self) -> Dress:
        return table_page.dress_of(self, self.saved)

    def status(self) -> PageStatus:
        return session_status(self.session, self.saved, rows=self.footer.rows.text())

    def facts(self) -> set[Fact]:
        return table_page.facts_of(self)

    def handlers(self) -> Handlers:
        return table_page.handlers_of(self)

    def panes(self) -> list[QWidget]:
        return [self.conditions.where.line, self.conditions.order_by.line, self.editing.rows.grid]

    def state(self) -> dict[str, str]:
        return table_page.state_of(self)

    @property
    def open_work(self) -> str:
        total = self.editing.staged.counts.total
        words = [self.tr("%n change(s) not saved", "", total)] if total else []
        if self.session.has_open_transaction:
            words.append(self.tr("an open transaction"))
        return ", ".join(words)

    def read_now(self) -> None:
        if self._waits:
            self.reload()

    def take_back(self, kept: str) -> None:
        self.keeping.take_back(kept)

    def drop_work(self) -> None:
        self.keeping.let_go()

    def let_go(self) -> None:
        self.keeping.let_go()

    async def may_leave(self, window: "MainWindow") -> bool:
        self.editing.rows.editing.take()
        return await may_leave(window, self)

    async def close_page(self) -> None:
        """Let go of rows and session; what is open is rolled back (who calls this has asked)."""
        self.conditions.stop()
        self.editing.rows.close_rows()
        try:
            await self.data.close()
            await self.session.close()
        except LapwingError as error:
            self.say(Level.ERROR, error_text(error))
        for task in list(self._tasks):
            task.cancel()

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Let work go on beside the page."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.reading.has_begun and not self._waits:
            self.reading.has_begun = True
            self.start(self.reading.read())
        self.editing.rows.look_ahead()
