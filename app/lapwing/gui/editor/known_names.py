"""Finds out which words on the screen are names of tables and columns, so that they can be shown as such."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from lapwing.domain.completion import WordsAsked, WordsKnown
from lapwing.domain.events import Event, NamesLoaded
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.completion_asking import NewestAnswer

_PAUSE_MS: Final = 150
_AT_ONCE: Final = 500


class KnownNames(QObject):
    """Asks about words of one editor, each once until the names of the database are others. Qt's thread."""

    def __init__(
        self, view: CodeView, client: EngineClient, request_for: Callable[[tuple[str, ...]], WordsAsked | None]
    ) -> None:
        """`request_for` makes a request of words; None while there is no database to ask."""
        super().__init__(view)
        self._view = view
        self._request_for = request_for
        self._answers = NewestAnswer(client)
        self._place: WordsAsked | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        client.told.connect(self._hear)
        view.words_seen.connect(self._words_seen)

    def _hear(self, event: Event) -> None:
        if isinstance(event, NamesLoaded):
            self._start_anew()

    def place_changed(self) -> None:
        """What the editor is connected to may be another database now."""
        if self._request_for(()) != self._place:
            self._start_anew()

    def _start_anew(self) -> None:
        self._place = self._request_for(())
        self._answers.forget()
        self._view.forget_names()

    def _words_seen(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        words = tuple(sorted(self._view.unknown_words()))[:_AT_ONCE]
        request = self._request_for(words)
        if words and request is not None and self._answers.can_ask_quietly:
            self._answers.ask("completion.words", request, lambda known: self._heard(words, known))

    def _heard(self, words: tuple[str, ...], known: WordsKnown) -> None:
        if known.is_loading:
            return  # `NamesLoaded` follows
        self._view.learn_names(words, known)
        if self._view.unknown_words():
            self._timer.start()

    def stop(self) -> None:
        """The editor goes away."""
        self._timer.stop()
        self._answers.stop()
