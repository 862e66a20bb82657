"""Finding text in an editor."""

import re

from PySide6.QtCore import QObject

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.widgets.find_bar import FindBar

_MOST = 100_000


class EditorFind(QObject):
    """Connects a find bar with an editor. Places are code points in the editor's text."""

    def __init__(self, editor: CodeView, bar: FindBar) -> None:
        super().__init__(editor)
        self._editor = editor
        self._bar = bar
        self._places: list[tuple[int, int]] = []
        bar.search_wanted.connect(self._search)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(editor.setFocus)

    def open(self) -> None:
        """Show the bar, with the selected text in it if that is one line."""
        selected = self._editor.selected_text()
        if selected and "\n" not in selected and len(selected) < 200:
            self._bar.field.setText(selected)
        self._bar.open()

    def _search(self, text: str, match_case: bool) -> None:
        self._places = []
        if text:
            flags = re.NOFLAG if match_case else re.IGNORECASE
            for found in re.finditer(re.escape(text), self._editor.text(), flags):
                self._places.append(found.span())
                if len(self._places) == _MOST:
                    break
        complete = len(self._places) < _MOST
        self._bar.show_hits(0, len(self._places), complete=complete)
        if self._places:
            self.step(1, from_here=True)

    def step(self, direction: int, *, from_here: bool = False) -> None:
        """Select the next place, or the one before, round and round."""
        if not self._places:
            return
        selected = self._editor.selected_range()
        start, end = selected if selected is not None else (self._editor.caret, self._editor.caret)
        if from_here:
            end = start
        if direction > 0:
            number = next((n for n, place in enumerate(self._places) if place[0] >= end), 0)
        else:
            before = [n for n, place in enumerate(self._places) if place[1] <= start]
            number = before[-1] if before else len(self._places) - 1
        self._editor.select(*self._places[number])
        self._bar.show_hits(number + 1, len(self._places), complete=None)
