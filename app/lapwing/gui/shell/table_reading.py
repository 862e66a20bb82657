"""How a table tab reads: session and table, pages of rows, a count; what goes wrong is said where it belongs."""

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from lapwing.domain.connections import SessionFacts, TransactionMode
from lapwing.domain.errors import EngineGone, LapwingError, SessionUnknown, StatementCancelled, StatementFailed
from lapwing.domain.results import ResultHandle
from lapwing.gui.i18n import error_text, error_texts
from lapwing.gui.results.column_memory import key_of_table
from lapwing.gui.table.data import MANY_ROWS, MOST_REREAD_ROWS, MOST_ROWS, PAGE_ROWS, TableName
from lapwing.gui.widgets import Level
from lapwing.gui.widgets.counts import grouped
from lapwing.sql.dialect import dialect_named

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab


_FIRST_OF_SQLITE: Final = "main"


class TableReading(QObject):
    """Reads for one tab. Qt's thread.

    Attributes:
        has_begun: Whether rows were asked for.
        is_connecting: Whether a session is being opened.
        total: Rows that were counted exactly, as long as the condition is the one they were counted for; or None.
    """

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self.has_begun = False
        self.is_connecting = False
        self.total: int | None = None
        self._counted_where = ""
        self._place: tuple[int, int, int] | None = None
        """Current row and column, and how far it was scrolled, when other rows came."""
        data, session, rows = tab.data, tab.session, tab.editing.rows
        data.started.connect(self._show_result)
        data.rows_came.connect(self._rows_came)
        data.transaction_told.connect(session.note_transaction)
        session.lost.connect(self._session_lost)
        session.closed.connect(self._session_closed)
        rows.more_wanted.connect(lambda: tab.start(self._read_more()))

    # rows

    async def ensure_open(self) -> None:
        """Open the session and the table where they are not.

        Raises:
            LapwingError
        """
        tab = self._tab
        if tab.session.place != tab.place:
            await tab.session.move_to(tab.place)
        facts = await self._session()
        if tab.data.session_id == facts.session_id and tab.data.facts is not None:
            tab.keeping.check(tab.data.facts)
            return
        tab.dialect = dialect_named(facts.dialect)
        tab.editing.rows.copier.dialect = facts.dialect
        if not tab.data.table.schema:
            schema = facts.surroundings.schema or (_FIRST_OF_SQLITE if facts.dialect == "sqlite" else "")
            tab.data.table = TableName(schema, tab.data.table.name)
        place, table = tab.place, tab.data.table
        found = await tab.data.open(facts.session_id)
        on = place.connection_id or place.url
        tab.editing.rows.layout_key = key_of_table(on, place.database, table.schema, table.name)
        tab.keeping.check(found)
        tab.editing.use(found)
        tab.conditions.use(tab.sql_name, tab.dialect)
        tab.show_state()

    async def _session(self) -> SessionFacts:
        """The session, opened if it is not; that takes time, which is shown."""
        if self._tab.session.facts is not None:
            return self._tab.session.facts
        self.is_connecting = True
        self._tab.show_state()
        try:
            return await self._tab.session.open()
        finally:
            self.is_connecting = False
            self._tab.show_state()

    async def read(self, rows: int = 0, *, stays: bool = False) -> None:
        """Read the first rows, at least a page, as boxes and headers want them; those that are there stay meanwhile."""
        self.has_begun = True
        tab, wanted = self._tab, self._tab.filters.now
        tab.show_rows()
        try:
            await self.ensure_open()
            if not await tab.data.read(wanted, min(max(rows, PAGE_ROWS), MOST_REREAD_ROWS)):
                return
        except LapwingError as error:
            self._refused(error)
            return
        tab.conditions.clear_error()
        tab.banner.clear()
        if wanted.where != self._counted_where:
            self.total = None
        tab.filters.show_order()
        self._stay(stays=stays)
        tab.show_state()
        tab.kept_changed.emit()

    async def reread(self) -> None:
        """Read as many rows again as are there, and stay where the person is by then."""
        await self.read(self._tab.editing.rows.loaded_rows, stays=True)

    def _stay(self, *, stays: bool) -> None:
        """Make a cell current unless the person has chosen one among the new rows: the one that was so before, or its
        column's in the first row."""
        rows = self._tab.editing.rows
        if rows.grid.currentIndex().isValid() or not rows.model.rowCount():
            return
        row, column, offset = self._place or (0, 0, 0)
        rows.grid.setCurrentIndex(rows.model.index(min(row, rows.model.rowCount() - 1) if stays else 0, column))
        rows.grid.verticalScrollBar().setValue(offset if stays else 0)

    async def _read_more(self) -> None:
        try:
            await self._tab.data.read_more()
        except LapwingError as error:
            self._refused(error)

    async def read_all(self) -> None:
        """Read all rows that are left, a million at most, until somebody stops it."""
        await self.read_up_to(MOST_ROWS)
        page = self._tab.data.page
        if page is not None and page.has_more and page.row_count >= MOST_ROWS:
            text = self.tr("These are the first {count} rows. Scroll on, or ask for fewer by a condition.")
            self._tab.say(Level.WARNING, text.replace("{count}", grouped(page.row_count)), passing=True)

    async def read_up_to(self, number: int) -> None:
        """Read on until so many rows are there, as far as there are, or somebody stops it."""
        data = self._tab.data
        result_id = data.page.result.result_id if data.page is not None else ""
        try:
            while (page := data.page) is not None and page.has_more and page.result.result_id == result_id:
                if page.row_count >= number:
                    break
                if data.is_doing("more") or data.is_doing("read"):
                    await self._something_else()
                    continue
                await data.read_more(min(MANY_ROWS, max(PAGE_ROWS, number - page.row_count)))
                if data.page is page:
                    break
        except LapwingError as error:
            self._refused(error)
        self._tab.show_state()

    async def _something_else(self) -> None:
        """Wait until something was asked of the engine, or answered."""
        happened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def note() -> None:
            if not happened.done():
                happened.set_result(None)

        self._tab.data.busy_changed.connect(note)
        try:
            await happened
        finally:
            self._tab.data.busy_changed.disconnect(note)

    def _show_result(self, handle: ResultHandle) -> None:
        tab, facts = self._tab, self._tab.data.facts
        if facts is None:
            return
        grid = tab.editing.rows.grid
        index, offset = grid.currentIndex(), grid.verticalScrollBar().value()
        self._place = (index.row(), index.column(), offset) if index.isValid() else None
        try:
            tab.editing.rows.begin(handle, facts.columns, facts.key, tab.links.columns)
        except (OSError, ValueError) as error:
            tab.say(Level.ERROR, self.tr("The rows cannot be read: {reason}").format(reason=error))

    def _rows_came(self, row_count: int) -> None:
        self._tab.editing.rows.grow(row_count)
        self._tab.editing.rows.look_ahead()
        self._tab.show_state()

    # a count

    async def count(self) -> None:
        """Have the rows counted exactly."""
        tab, where = self._tab, self._tab.conditions.where.text
        if tab.data.is_doing("count"):
            return
        try:
            await self.ensure_open()
            self.total = await tab.data.count(where)
            self._counted_where = where
        except LapwingError as error:
            self._refused(error)
        tab.show_state()

    # what goes wrong

    def _refused(self, error: LapwingError) -> None:
        """Say at the boxes what is wrong with them; what else is wrong above the rows, with a way to try again."""
        tab, now = self._tab, self._tab.filters.now
        self._forget_lost(error)
        box, position = error.facts.get("box", ""), error.facts.get("position")
        is_of_box = bool(box) or (isinstance(error, StatementFailed) and bool(now.where or now.order_by))
        if isinstance(error, StatementCancelled):
            tab.say(Level.WARNING, error_text(error), passing=True)
        elif is_of_box:
            text = "\n".join(filter(None, error_texts(error)))
            tab.conditions.show_error(text, str(box or ""), position if isinstance(position, int) else None)
        else:
            tab.say(Level.ERROR, error_text(error))
            self._offer(self.tr("Try again"), "table_retry")
        tab.show_state()

    def _offer(self, text: str, name: str) -> None:
        button = self._tab.banner.add_action(text, name=name)
        button.clicked.connect(lambda _checked=False: self._tab.reload())

    def _forget_lost(self, error: LapwingError) -> None:
        """After the engine or the session died, the next read opens another session."""
        if isinstance(error, SessionUnknown | EngineGone):
            self._tab.data.forget_session()
        if isinstance(error, SessionUnknown):
            self._tab.start(self._tab.session.close())

    def _session_lost(self, sentence: str) -> None:
        tab = self._tab
        tab.data.forget_session()
        text = self.tr("The engine stopped. The rows stay, and so does what is staged.")
        tab.say(Level.WARNING, " ".join(filter(None, (text, sentence, tab.saving.unknown_end))))
        self._offer(self.tr("Connect again"), "table_reconnect")
        tab.show_state()

    def _session_closed(self) -> None:
        tab = self._tab
        tab.data.forget_session()
        tab.say(Level.INFO, self.tr("Disconnected. The rows stay, and so does what is staged."))
        self._offer(self.tr("Connect again"), "table_reconnect")
        tab.show_state()

    # the transaction

    async def tune(self, work: Coroutine[Any, Any, None]) -> bool:
        """Do something to the session; whether it worked."""
        tab = self._tab
        try:
            await work
        except LapwingError as error:
            tab.say(Level.ERROR, error_text(error))
            return False
        finally:
            tab.tools.mode_box.choose(tab.session.mode)
            tab.show_state()
        return True

    def set_mode(self, mode: TransactionMode) -> None:
        """Automatic or manual commit."""
        self._tab.start(self.tune(self._tab.session.set_mode(TransactionMode(mode))))

    async def _commit(self) -> None:
        """Commit the open transaction.

        Raises:
            LapwingError: What the session raises.
        """
        try:
            await self._tab.session.commit()
        except EngineGone:
            self._tab.saving.is_end_unknown = True
            raise

    async def finish(self, *, commit: bool) -> bool:
        """End the open transaction; whether that worked."""
        tab = self._tab
        uncommitted = tab.saving.take_uncommitted()
        if commit:
            async with tab.keeping.ending(uncommitted):
                is_done = await self.tune(self._commit())
        else:
            is_done = await self.tune(tab.session.roll_back())
        if not is_done:
            tab.saving.put_back(uncommitted)
        tab.keeping.keep()
        if not is_done:
            return False
        if not commit and self.has_begun:
            await self.reread()
        tab.say(Level.GOOD, self.tr("Committed.") if commit else self.tr("Rolled back."), passing=True)
        return True
