"""What is staged in a table tab, kept by the journal until it is saved or dropped, and brought back by it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from lapwing.domain.errors import LapwingError
from lapwing.domain.table_data import TableFacts
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord
from lapwing.gui.results.staged import RowEdit, RowKey
from lapwing.gui.results.staged_text import MOST_CHARS, StagedLines, StagedText, StagedUnreadable, read
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab

_SOON_MS: Final = 100
_DISK_S: Final = 2.0
"""Longer a save does not wait for the disk."""
_NOTHING: Final[Mapping[RowKey, RowEdit]] = {}
_log = logging.getLogger(__name__)


class StagedMisfit(LapwingError):
    """The table has other columns than those that changes were staged for."""

    code = "table.staged_misfit"
    message = "The columns of {table} are others than those its changes were staged for."
    hint = "Nothing of them can be saved here any more. They stay in this tab until you revert them."


class TableKeeping(QObject):
    """Keeps what one tab has staged. Nothing is kept without a journal, or once the tab was let go. Qt's thread."""

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._journal: Journal | None = None
        self._lines = StagedLines()
        self._belongs: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        """Columns and key that the staged changes are about; None: those that the table has."""
        self._committing: Mapping[RowKey, RowEdit] = _NOTHING
        self._is_ending = False
        self._is_kept = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.keep)
        tab.editing.rows.staged_changed.connect(self._staged_changed)

    def use(self, journal: Journal) -> None:
        """Keep it in this journal from now on."""
        self._journal = journal

    def _staged_changed(self) -> None:
        if self._belongs is None and self._tab.data.facts is not None:
            self._belongs = self._tab.data.facts.columns, self._tab.data.facts.key
        if not self._tab.editing.staged and not self._tab.saving.uncommitted:
            self._belongs = None
        self._soon.start()

    def keep(self) -> None:
        """Tell the journal what is staged now, or saved in a transaction that is open."""
        self._soon.stop()
        if self._journal is None:
            return
        edits = {**self._committing, **self._tab.saving.uncommitted, **self._tab.editing.staged.edits}
        text = self._text(edits) if edits and self._belongs is not None else ""
        if len(text) > MOST_CHARS:
            self._tab.say(Level.WARNING, self.tr("So much is staged that it would not come back after a crash."))
            text = ""
        if text:
            self._journal.replace(EditorRecord(self._tab.id, self._tab.title, text=text, kind=self._tab.kind))
        elif self._is_kept:
            self._journal.forget(self._tab.id)
        self._is_kept = bool(text)

    def _text(self, edits: Mapping[RowKey, RowEdit]) -> str:
        columns, key = self._belongs or ((), ())
        is_ending = self._is_ending or self._tab.saving.is_end_unknown
        return self._lines.text(StagedText(columns, key, self._tab.state(), edits, is_ending))

    @asynccontextmanager
    async def ending(self, committing: Mapping[RowKey, RowEdit] = _NOTHING) -> AsyncIterator[None]:
        """Meanwhile changes are saved, or a transaction with these in it is committed.

        If the program ends now, the next start says that nobody knows whether that was done: the disk has it before
        anything is sent.
        """
        self._is_ending, self._committing = True, committing
        self.keep()
        if self._journal is not None and not await asyncio.to_thread(self._journal.flush, _DISK_S):
            _log.warning("changes are saved although the journal could not note that first")
        try:
            yield
        finally:
            self._is_ending, self._committing = False, _NOTHING
            self.keep()

    def let_go(self) -> None:
        """What is staged was dropped: it does not come back."""
        self._soon.stop()
        if self._journal is not None:
            self._journal.forget(self._tab.id)
        self._journal = None

    # what comes back

    def take_back(self, text: str) -> None:
        """Stage what the journal kept. Nothing is read or sent by that."""
        tab = self._tab
        try:
            kept = read(text)
        except StagedUnreadable as error:
            reason = self.tr("The changes that were staged here cannot be read: {reason}.").format(reason=error)
            tab.say(Level.ERROR, reason)
            return
        self._belongs, self._is_kept = (kept.columns, kept.key), True
        tab.editing.staged.begin(kept.edits)
        count = tab.editing.staged.counts.total
        if kept.is_ending:
            text = self.tr(
                "%n change(s) were being saved when Lapwing ended. Whether they were is not known: look at the rows "
                "before you save them again.",
                "",
                count,
            )
            tab.say(Level.WARNING, text)
        else:
            tab.say(
                Level.INFO, self.tr("%n change(s) that were not saved are here again. Nothing was sent.", "", count)
            )

    def check(self, facts: TableFacts) -> None:
        """See that what is staged is about the columns that the table has.

        Raises:
            StagedMisfit: It is about others: nothing of it may be shown in the grid or saved.
        """
        if self._belongs is not None and self._belongs != (facts.columns, facts.key):
            self._tab.data.forget_table()  # asked again once it is reverted
            raise StagedMisfit(table=self._tab.sql_name)
