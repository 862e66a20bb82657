"""An editor tab and the journal: what is written of it, until it is closed."""

from typing import TYPE_CHECKING

from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab


class TabJournal:
    """Writes one tab to the journal. Nothing is written once the tab was let go. Qt's thread."""

    def __init__(self, journal: Journal, tab: "QueryTab") -> None:
        self._journal = journal
        self._tab = tab
        self._is_closed = False

    def record(self) -> EditorRecord:
        """The tab as the journal keeps it."""
        tab = self._tab
        place, file, where = tab.session.place, tab.file, tab.whereabouts.now()
        return EditorRecord(
            id=tab.id,
            title=tab.title,
            file_path=str(file.path) if file is not None else "",
            encoding=file.encoding if file is not None else "utf-8",
            line_end=file.line_end if file is not None else "\n",
            connection_id=place.connection_id,
            url=place.url,
            text=tab.editor.text(),
            caret=where.caret,
            anchor=where.anchor,
            scroll=where.scroll,
            carets=where.carets,
            is_modified=tab.is_modified,
            database=place.database,
            mode=tab.session.kept_mode,
        )

    def keep(self) -> None:
        """Write the whole tab."""
        if not self._is_closed:
            self._journal.replace(self.record())

    def edited(self, position: int, removed: int, added: str) -> None:
        """Write one edit of the text."""
        if self._is_closed:
            return
        try:
            self._journal.edited(self._tab.id, position, removed, added)
        except ValueError:  # they disagree about the text: the whole of it puts that right
            self.keep()

    def describe(self, **facts: str | int | bool) -> None:
        """Write other facts of the tab, by their names in the record."""
        if not self._is_closed:
            self._journal.describe(self._tab.id, **facts)

    def let_go(self) -> None:
        """The tab is closed; the journal keeps it for reopening."""
        if not self._is_closed:
            self._is_closed = True
            self._journal.closed(self._tab.id)
