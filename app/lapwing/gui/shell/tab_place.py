"""Where a person was in an editor tab: caret, selection, scroll position, and how the tab is divided.

It is told to the journal while it changes, and found again after a restart, however the program ended.
"""

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.journal_records import EditorRecord
from lapwing.gui.shell.kept_numbers import MOST, whole_number, whole_numbers

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab

_SIZES = "sizes"
_LIMIT = "row_limit"
_MOST_CARETS = 500
"""More do not come back."""


@dataclass(frozen=True, slots=True)
class Where:
    """Caret, anchor, scroll position and the carets beside the main one, as of `EditorRecord`."""

    caret: int
    anchor: int
    scroll: int
    carets: str


class TabPlace(QObject):
    """Of one tab. Qt's thread."""

    def __init__(self, tab: "QueryTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._wanted_scroll: int | None = None
        self._sizes: list[int] = []
        tab.splitter.splitterMoved.connect(self._divided)
        tab.results.tools.limit_changed.connect(tab.rearranged)
        tab.editor.verticalScrollBar().valueChanged.connect(self._scrolled)

    def facts(self) -> dict[str, int | str]:
        """For the journal, by the names that it has there."""
        return asdict(self.now())

    def now(self) -> Where:
        """Where the person is."""
        editor = self._tab.editor
        caret = editor.caret
        selected = editor.selected_range()
        anchor = caret if selected is None else selected[0] if caret == selected[1] else selected[1]
        scroll = editor.verticalScrollBar().value() if self._wanted_scroll is None else self._wanted_scroll
        others = editor.carets[1:_MOST_CARETS] if editor.has_many else []
        carets = " ".join(f"{anchor}:{at}" for anchor, at in others)
        return Where(caret, anchor, scroll, carets)

    def restore(self, record: EditorRecord) -> None:
        """Go where the record says; how far it scrolls is known when the tab is first seen."""
        self._tab.editor.set_carets([(record.anchor, record.caret), *_carets(record)])
        self._wanted_scroll = max(0, min(record.scroll, MOST))
        self._tab.editor.installEventFilter(self)

    def state(self) -> dict[str, str]:
        """For the window's state: how the tab is divided and its row limit, if a person has chosen them."""
        limit = self._tab.results.tools.row_limit
        chosen = {
            _SIZES: ",".join(map(str, self._sizes)) if self._sizes else "",
            _LIMIT: "" if limit < 0 else str(limit),
        }
        return {name: text for name, text in chosen.items() if text}

    def divide(self, state: dict[str, str]) -> None:
        """Divide it as `state` says, with its row limit."""
        if (limit := whole_number(state.get(_LIMIT, ""))) is not None:
            self._tab.results.tools.set_limit(limit)
        sizes = whole_numbers(state.get(_SIZES, ""))
        if len(sizes) == self._tab.splitter.count():
            self._sizes = sizes
            self._tab.splitter.setSizes(sizes)

    def _divided(self) -> None:
        self._sizes = self._tab.splitter.sizes()
        self._tab.rearranged.emit()

    def _scrolled(self, value: int) -> None:
        if self._wanted_scroll is None:
            self._tab.tell_journal(scroll=value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._scroll)  # behind the lay-out that follows
        return False

    def _scroll(self) -> None:
        wanted, self._wanted_scroll = self._wanted_scroll, None
        if wanted is not None:
            self._tab.editor.verticalScrollBar().setValue(wanted)


def _carets(record: EditorRecord) -> list[tuple[int, int]]:
    """The carets beside the main one, within the text; what cannot be read is left out."""
    found = []
    for told in record.carets.split():
        anchor, at = map(whole_number, told.partition(":")[::2])
        if anchor is not None and at is not None:
            found.append((min(anchor, len(record.text)), min(at, len(record.text))))
    return found
