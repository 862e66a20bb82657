"""All places that mean the same as the name at the caret, shaded while the caret rests on it."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from lapwing.domain.completion import NameAt
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.completion_asking import NewestAnswer, PlaceOf
from lapwing.gui.editor.completion_place import is_word

_REST_MS: Final = 260
"""Added to what the editor waits before it says where the caret rests: 300 ms together."""
_FEWEST: Final = 2
_QUOTES: Final = '"`[]'


class Occurrences(QObject):
    """Shades the occurrences of one name in one editor. Qt's thread."""

    def __init__(self, view: CodeView, client: EngineClient, place_of: PlaceOf) -> None:
        super().__init__(view)
        self._view = view
        self._place_of = place_of
        self._answers = NewestAnswer(client)
        self._marked: tuple[tuple[int, int], ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._ask)
        view.statement_caret_moved.connect(self._caret_rests)
        view.text_edited.connect(self._forget)

    @property
    def marked(self) -> tuple[tuple[int, int], ...]:
        """What is shaded, as offsets of the text."""
        return self._marked

    def _caret_rests(self, position: int) -> None:
        if any(start <= position <= end for start, end in self._marked):
            return
        self._mark(())
        self._timer.start()

    def _ask(self) -> None:
        view = self._view
        caret = view.caret
        around = view.text()[max(0, caret - 1) : caret + 1]
        is_name = any(is_word(sign) or sign in _QUOTES for sign in around)
        if not is_name or not view.hasFocus() or view.selected_range() or not self._answers.can_ask_quietly:
            return
        asked = self._place_of(caret)
        revision = view.document().revision()
        self._answers.ask("completion.name_at", asked.place, lambda found: self._heard(found, asked.offset, revision))

    def _heard(self, found: NameAt, offset: int, revision: int) -> None:
        if revision == self._view.document().revision() and len(found.occurrences) >= _FEWEST:
            self._mark(tuple((offset + start, offset + end) for start, end in found.occurrences))

    def _mark(self, places: tuple[tuple[int, int], ...]) -> None:
        if places != self._marked:
            self._marked = places
            self._view.mark_occurrences(places)

    def _forget(self) -> None:
        self._answers.forget()
        self._marked = ()

    def stop(self) -> None:
        """The editor goes away."""
        self._timer.stop()
        self._answers.stop()
