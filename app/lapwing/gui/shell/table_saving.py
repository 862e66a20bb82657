"""Saving what is staged in a table tab: preview, production's question, one transaction, conflicts row by row."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from lapwing.domain.connections import Confirmation, TransactionState
from lapwing.domain.errors import EngineGone, LapwingError, from_wire
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import ResultHandle
from lapwing.domain.table_data import ChangesOutcome, RowChange
from lapwing.domain.table_errors import RowGone, RowKept
from lapwing.domain.values import Cell, LongCell, Row
from lapwing.gui.i18n import error_text
from lapwing.gui.results.row_changes import change_of
from lapwing.gui.results.staged import RowEdit, RowKey
from lapwing.gui.shell.changes_dialog import show_changes
from lapwing.gui.shell.place_name import place_name
from lapwing.gui.table.conflict_dialog import ConflictCell, Settled, ask_about_conflict
from lapwing.results.source import FileRowSource, whole_cell

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab

_CONFLICT: Final = "table.conflict"


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save came to: how many rows were changed, and the keys of rows that the grid may show."""

    count: int
    shown: Sequence[RowKey] = ()


class TableSaving(QObject):
    """Turns what is staged into changes of the table. Nothing staged is lost unless it was saved. Qt's thread.

    Attributes:
        uncommitted: What was saved in the transaction that is open.
        is_end_unknown: The engine died while it saved or committed what is staged.

    Signals:
        refused(str): Why it was not saved, in sentences.
        doubted(str): What speaks against saving it; a person may have it saved all the same.
        saved(Saved): It was; the rows are to be read again.
    """

    refused = Signal(str)
    doubted = Signal(str)
    saved = Signal(object)

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._staged = tab.editing.staged
        self.uncommitted: dict[RowKey, RowEdit] = {}
        self.is_end_unknown = False
        self._confirmed = Confirmation.NONE
        tab.session.transaction_changed.connect(self._transaction_changed)

    # what would run

    def _changes(self, keys: Sequence[RowKey]) -> list[RowChange]:
        facts = self._tab.data.facts
        names, key_names = (facts.columns, facts.key) if facts is not None else ((), ())
        return [change_of(key, self._staged.edits[key], names, key_names) for key in keys]

    def _in_order(self) -> list[RowKey]:
        """Rows go before others take their keys, and new ones come last."""
        edits = self._staged.edits
        return sorted(edits, key=lambda key: 0 if edits[key].is_deleted else 2 if edits[key].is_insert else 1)

    async def preview(self) -> None:
        """Show the statements that saving would run."""
        await self._asking(lambda: self._see(""))

    async def _see(self, caution: str) -> bool:
        found = await self._tab.data.preview(self._changes(self._in_order()))
        statements = [statement.sql for statement in found.statements]
        return await show_changes(statements, self._tab.dialect, self._tab.window(), caution=caution)

    async def _asking(self, work: Callable[[], Awaitable[object]]) -> None:
        self._tab.editing.rows.editing.take()
        if not self._staged:
            return
        try:
            await self._tab.reading.ensure_open()
            self.is_end_unknown = False
            await work()
        except LapwingError as error:
            self.refused.emit(" ".join(filter(None, (self.unknown_end, error_text(error)))))

    @property
    def unknown_end(self) -> str:
        """That nobody knows whether what is staged was saved, in a sentence; empty when it was not."""
        if not self.is_end_unknown or not self._staged:
            return ""
        return self.tr("Whether the changes were saved is not known: read the rows again before you save them again.")

    # the transaction

    def take_uncommitted(self) -> dict[RowKey, RowEdit]:
        """What was saved in the open transaction, which a person is about to end."""
        taken, self.uncommitted = self.uncommitted, {}
        return taken

    def put_back(self, uncommitted: dict[RowKey, RowEdit]) -> None:
        """It could not be ended as that person wanted: it is open still, or lost."""
        self.uncommitted = uncommitted
        self._transaction_changed(self._tab.session.transaction)

    def _transaction_changed(self, state: TransactionState) -> None:
        """It ended; where no person ended it, what was saved in it is staged again."""
        if state is TransactionState.IDLE and self.uncommitted:
            lost, self.uncommitted = self.uncommitted, {}
            self._staged.restore(lost)

    # saving

    async def save(self, *, unchecked: bool = False) -> bool:
        """Save everything that is staged; whether nothing is left of it. What something speaks against is sent only
        `unchecked`."""
        if not self._tab.editing.is_saving:
            await self._asking(self._confirm_and_save if unchecked else self._check_and_save)
        return not self._staged

    async def _check_and_save(self) -> None:
        found = self._tab.checking.first()
        if found is None:
            await self._confirm_and_save()
            return
        key, column, sentence = found
        if self._tab.editing.rows.show_row_of(key):
            grid = self._tab.editing.rows.grid
            grid.setCurrentIndex(grid.model().index(grid.currentIndex().row(), column))
        self.doubted.emit(sentence)

    async def _confirm_and_save(self) -> None:
        connection = self._tab.connection
        self._confirmed = Confirmation.NONE
        if connection is not None and self._tab.saved.safeguards(connection).asks:
            caution = self.tr("{connection} wants changes to be confirmed. These would be made there:")
            if not await self._see(caution.replace("{connection}", place_name(self._tab.place, self._tab.saved))):
                return
            self._confirmed = Confirmation.CHANGES
        self._tab.set_saving(True)
        try:
            await self._commit()
        finally:
            self._tab.set_saving(False)

    async def _commit(self) -> None:
        """Make the changes in one transaction; a conflict is settled by the person, and then it is tried again."""
        later: set[RowKey] = set()
        while keys := [key for key in self._in_order() if key not in later]:
            outcome = await self._commit_now(keys)
            try:
                if outcome.done:
                    return
                if not await self._failed(keys, outcome, later):
                    return
            finally:
                if outcome.result is not None:
                    await self._tab.data.close_result(outcome.result)

    async def _commit_now(self, keys: Sequence[RowKey]) -> ChangesOutcome:
        """Make the changes; until it is known and noted what became of them, the journal says that it is not."""
        async with self._tab.keeping.ending():
            try:
                outcome = await self._tab.data.commit(self._changes(keys), self._confirmed)
            except EngineGone:
                self.is_end_unknown = True
                raise
            if outcome.done:
                self._done(keys, outcome)
        return outcome

    def _done(self, keys: Sequence[RowKey], outcome: ChangesOutcome) -> None:
        shown = []
        source = self._tab.editing.rows.source
        if source is not None:
            inserted = {at for at, key in enumerate(keys) if isinstance(key, int)}
            rows = zip(outcome.result_of, _rows_of(outcome.result), strict=False)
            shown = [source.key_of(row) for at, row in rows if at in inserted]
        if outcome.transaction is not TransactionState.IDLE:
            self.uncommitted.update((key, self._staged.edits[key]) for key in keys)
        self._staged.forget(keys)
        self.saved.emit(Saved(len(keys), shown))

    async def _failed(self, keys: Sequence[RowKey], outcome: ChangesOutcome, later: set[RowKey]) -> bool:
        """Something kept the changes from being made; whether they are to be tried again."""
        error = from_wire(outcome.error) if outcome.error is not None else None
        key = keys[outcome.failed] if 0 <= outcome.failed < len(keys) else None
        if key is not None:
            self._tab.editing.rows.show_row_of(key)
        is_conflict = error is not None and error.code.startswith(_CONFLICT) and not isinstance(error, RowKept)
        if key is None or error is None or not is_conflict:
            self.refused.emit(error_text(error) if error is not None else self.tr("The changes were not saved."))
            return False
        now = _rows_of(outcome.result)
        return await self._settle(key, error, now[0] if now else None, later)

    async def _settle(self, key: RowKey, error: LapwingError, now: Row | None, later: set[RowKey]) -> bool:
        """Have the person decide what becomes of one row; whether to go on."""
        edit = self._staged.edits[key]
        is_gone = isinstance(error, RowGone) or now is None
        choice = await ask_about_conflict(
            self._tab.window(),
            error_text(error),
            self._compared(edit, now),
            is_gone=is_gone,
            is_delete=edit.is_deleted,
        )
        if choice is Settled.STOP or key not in self._staged.edits:
            return False
        if choice is Settled.LATER:
            later.add(key)
        elif choice is Settled.DROP:
            self._staged.revert([key])
        elif is_gone or now is None:
            self._insert_anew(key, edit)
        else:
            self._overwrite(key, now)
        return True

    def _compared(self, edit: RowEdit, now: Row | None) -> list[ConflictCell]:
        names = self._tab.data.facts.columns if self._tab.data.facts is not None else ()
        seen = edit.original or ()
        return [
            ConflictCell(name, seen[at], edit.cell(at), at in edit.values, now[at] if now is not None else None)
            for at, name in enumerate(names)
        ]

    def _overwrite(self, key: RowKey, now: Row) -> None:
        source = self._tab.editing.rows.source
        if source is not None:
            self._staged.rebase(key, now, source.key_of(now))

    def _insert_anew(self, key: RowKey, edit: RowEdit) -> None:
        """The row is gone: it is to be inserted as it was to be."""
        limited = self._tab.editing.limited_columns
        columns = len(self._tab.data.facts.columns) if self._tab.data.facts is not None else 0
        cells = {at: edit.cell(at) for at in range(columns) if at not in limited}
        with self._staged.one_step():
            self._staged.revert([key])
            self._staged.insert([{at: cell for at, cell in cells.items() if not isinstance(cell, LongCell)}], 0)


def _rows_of(handle: ResultHandle | None) -> list[Row]:
    """The rows of a small result, long cells whole; none where it cannot be read."""
    found: list[Row] = []
    if handle is None:
        return found
    with suppress(OSError, ValueError):  # the engine may be gone; then nothing of it can be shown
        source = FileRowSource(handle.path)
        try:
            rows = source.rows(0, source.row_count)
            found += [tuple(_whole(source, cell) for cell in row) for row in rows]
        finally:
            source.close()
    return found


def _whole(source: FileRowSource, cell: Cell) -> Cell:
    return whole_cell(source, cell) if isinstance(cell, LongCell) else cell
