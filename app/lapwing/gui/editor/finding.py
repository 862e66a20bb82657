"""Finding and replacing in an editor."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from lapwing.domain.errors import LapwingError
from lapwing.gui.editor.code_find_bar import CodeFindBar
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.search_process import SearchProcess
from lapwing.gui.editor.search_terms import Hits, Wanted, place_at_or_after, place_before
from lapwing.gui.i18n import error_texts
from lapwing.gui.widgets.counts import with_grouped

_PAUSE_MS: Final = 150
_SHOWN_AFTER_MS: Final = 300
_LONGEST_FILLED: Final = 200
_MANY_EDITS: Final = 2_000
"""From which on all replacements are written as one: each by itself costs."""

_NOTHING: Final = Hits([], [], is_complete=True)


class EditorFind(QObject):
    """Connects a find bar with an editor. Places are code points in the editor's text. Qt's thread.

    Signals:
        replacing(): All places are about to be replaced.
    """

    replacing = Signal()

    def __init__(self, editor: CodeView, bar: CodeFindBar) -> None:
        super().__init__(editor)
        self._editor = editor
        self._bar = bar
        self._process = SearchProcess(self)
        self._hits = _NOTHING
        self._revision = -1
        """Of the document when it was searched; -1: what was found is of another search."""
        self._range: tuple[int, int] | None = None
        self._anchor = 0
        """Where the caret was when the search began: what is typed finds the first place from there on."""
        self._pause = self._timer(_PAUSE_MS, lambda: self._search(self._show))
        self._patience = self._timer(_SHOWN_AFTER_MS, lambda: bar.say(self.tr("Searching…")))
        bar.search_wanted.connect(self._search_typed)
        bar.in_selection.toggled.connect(self._take_range)
        bar.step_wanted.connect(self.step)
        bar.replace_wanted.connect(self.replace)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.closed.connect(self._closed)
        editor.changed_at.connect(self._edited)

    def _timer(self, after_ms: int, do: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after_ms)
        made.timeout.connect(do)
        return made

    @property
    def is_searching(self) -> bool:
        """Whether an answer is still to come."""
        return self._process.is_searching

    def set_patience(self, ms: int) -> None:
        """How long a search may take before it is given up."""
        self._process.set_patience(ms)

    # the bar

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar; one selected line fills the field, several are where it is looked."""
        selected = self._editor.selected_text()
        self._anchor = (self._editor.selected_range() or (self._editor.caret, 0))[0]
        if selected and "\n" not in selected and len(selected) < _LONGEST_FILLED:
            self._bar.field.setText(selected)
        elif selected and not self._bar.in_selection.isChecked():
            self._bar.in_selection.setChecked(True)
        self._bar.open(replacing=replacing)

    def _closed(self) -> None:
        self._pause.stop()
        self._process.stop()
        self._bar.in_selection.setChecked(False)
        self._hits, self._revision = _NOTHING, -1
        self._editor.show_found([])
        self._editor.setFocus()

    def _take_range(self, on: bool) -> None:
        self._range = self._editor.selected_range() if on else None
        if on and self._range is None:
            self._bar.in_selection.setChecked(False)

    def _edited(self, position: int, removed: int, added: str) -> None:
        if self._range is not None:
            start, end = self._range
            grown = len(added) - removed
            start += grown if position + removed <= start else 0
            end = max(start, end + grown if position <= end else end)
            self._range = (start, end)
        if self._bar.isVisible():
            self._pause.start()

    # searching

    def _wanted(self, replacement: str | None = None) -> Wanted:
        bar = self._bar
        start, end = self._range or (0, None)
        return Wanted(
            bar.field.text(),
            bar.match_case.isChecked(),
            bar.whole_word.isChecked(),
            bar.regex.isChecked(),
            start,
            end,
            replacement,
        )

    def _search_typed(self) -> None:
        """Look for what is typed, and go to the first place from where the search began."""
        self._search(self._go_to_first)

    def _search(self, then: Callable[[Hits], None], replacement: str | None = None) -> None:
        """Look for everything; `then` gets what was found, which is of the text as it is then."""
        self._pause.stop()
        self._patience.start()
        revision = self._editor.document().revision()

        def heard(answer: Hits | LapwingError) -> None:
            self._patience.stop()
            if self._editor.document().revision() != revision:
                self._pause.start()
            elif isinstance(answer, LapwingError):
                self._hits, self._revision = _NOTHING, -1
                self._editor.show_found([])
                self._bar.show_wrong(error_texts(answer)[0])
            else:
                self._bar.show_wrong("")
                self._hits, self._revision = answer, revision
                then(answer)

        self._process.ask(self._editor.text(), self._wanted(replacement), heard)

    def _show(self, hits: Hits) -> None:
        """Mark what was found, and count."""
        if self._bar.isVisible():
            self._editor.show_found(hits.places)
        selected = self._editor.selected_range()
        current = 0
        if selected is not None and hits.places:
            number = place_at_or_after(hits.places, selected[0])
            current = number + 1 if hits.places[number] == selected else 0
        self._bar.show_count(current, len(hits.places), is_complete=hits.is_complete)

    def _go_to_first(self, hits: Hits) -> None:
        if hits.places:
            self._editor.select(*hits.places[place_at_or_after(hits.places, self._anchor)])
        self._show(hits)

    def step(self, direction: int) -> None:
        """Select the next place, or the one before, round and round."""
        if not self._bar.field.text():
            self.open()
            return
        self._bar.keep()
        if self._revision == self._editor.document().revision() and not self._process.is_searching:
            self._step(self._hits, direction)
        else:
            self._search(lambda hits: self._step(hits, direction))

    def _step(self, hits: Hits, direction: int) -> None:
        selected = self._editor.selected_range() or (self._editor.caret, self._editor.caret)
        if hits.places:
            if direction > 0:
                number = place_at_or_after(hits.places, selected[1])
                if hits.places[number] == selected:  # an empty place at the caret
                    number = (number + 1) % len(hits.places)
            else:
                number = place_before(hits.places, selected[0])
            self._editor.select(*hits.places[number])
            self._anchor = hits.places[number][0]
        self._show(hits)

    # replacing

    def replace(self) -> None:
        """Replace the place that is selected and go to the next one; go to one first if none is."""
        if self._editor.isReadOnly() or not self._bar.field.text():
            return
        self._bar.keep()
        self._search(self._replace_selected, self._bar.replacement.text())

    def _replace_selected(self, hits: Hits) -> None:
        selected = self._editor.selected_range() or (self._editor.caret, self._editor.caret)
        number = place_at_or_after(hits.places, selected[0]) if hits.places else -1
        if number < 0 or hits.places[number] != selected:
            self._step(hits, 1)
            return
        text = hits.texts[number]
        after = selected[0] + len(text)
        self._editor.replace(*selected, text, select=(after, after))
        self._search(lambda found: self._step(found, 1))

    def replace_all(self) -> None:
        """Replace all places as one step of undo."""
        if self._editor.isReadOnly() or not self._bar.field.text():
            return
        self._bar.keep()
        self._search(self._replace_places, self._bar.replacement.text())

    def _replace_places(self, hits: Hits) -> None:
        text = self._editor.text()
        edits = [
            (start, end, new)
            for (start, end), new in zip(hits.places, hits.texts, strict=True)
            if text[start:end] != new
        ]
        if edits:
            self.replacing.emit()
            self._editor.replace_all(edits if len(edits) < _MANY_EDITS else [as_one(text, edits)])
        count = len(hits.places)
        words = with_grouped(self.tr("%n replaced", "", count), count) if count else ""
        self._search(lambda found: self._told_replaced(found, words))

    def _told_replaced(self, found: Hits, words: str) -> None:
        self._show(found)
        if words:
            self._bar.say(words)

    def stop(self) -> None:
        """The editor goes away."""
        self._pause.stop()
        self._patience.stop()
        self._process.stop()


def as_one(text: str, edits: list[tuple[int, int, str]]) -> tuple[int, int, str]:
    """Edits in order as a single one that does the same."""
    pieces, done = [], edits[0][0]
    for start, end, new in edits:
        pieces += [text[done:start], new]
        done = end
    return edits[0][0], done, "".join(pieces)
