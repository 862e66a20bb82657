"""Completion in one editor: when it asks, what the list shows, and what a choice writes."""

from collections.abc import Callable
from dataclasses import field
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from lapwing.domain.completion import CompleteAt, CompletionItem, Completions
from lapwing.domain.events import Event, NamesLoaded
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_keys import BACKSPACE
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.completion_asking import NewestAnswer, PlaceOf
from lapwing.gui.editor.completion_place import is_word, still_fitting, word_before
from lapwing.gui.editor.completion_popup import ROWS_SHOWN, CompletionPopup
from lapwing.gui.editor.completion_recent import ChoiceMemory

_PAUSE_MS: Final = 40
_STEPS: Final = {
    Qt.Key.Key_Down: (1, True),
    Qt.Key.Key_Up: (-1, True),
    Qt.Key.Key_PageDown: (ROWS_SHOWN - 1, False),
    Qt.Key.Key_PageUp: (1 - ROWS_SHOWN, False),
}
_TAKING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


@dataclass(slots=True)
class _Offer:
    """What the list holds.

    Attributes:
        start, end: What a choice replaces, in the editor's text as it was when the engine was asked.
        caret: Where the caret was then. What was typed since lies between there and the caret.
        is_asked: Whether the person asked for it.
    """

    start: int
    end: int
    caret: int
    is_asked: bool
    items: list[CompletionItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Question:
    """What has to be known when the answer comes: where the text sent began, where the caret was, who asked."""

    offset: int
    caret: int
    is_asked: bool
    times_loaded: int


class Completion(QObject):
    """Asks while a person types, or when they ask; shows the list; writes what is chosen. Qt's thread.

    The focus stays in the editor, whose keys are looked at only while the list is open.

    Signals:
        accepted(CompletionItem): It was written.
    """

    accepted = Signal(object)

    def __init__(
        self,
        view: CodeView,
        client: EngineClient,
        place_of: PlaceOf,
        memory: ChoiceMemory,
        is_wanted: Callable[[], bool],
    ) -> None:
        """`is_wanted` says whether something is to be offered without being asked for."""
        super().__init__(view)
        self._view = view
        self._place_of = place_of
        self._memory = memory
        self._is_wanted = is_wanted
        self._answers = NewestAnswer(client)
        self._popup: CompletionPopup | None = None
        self._offer: _Offer | None = None
        self._is_asked = False
        self._dismissed_at = -1
        """Where the word begins that nothing is to be offered for any more."""
        self._times_loaded = 0
        """How often names were read since this editor is there."""
        self._waits_for_names = False
        client.told.connect(self._hear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        view.installEventFilter(self)
        view.typed.connect(self._typed)
        view.text_edited.connect(self._changed)
        view.cursorPositionChanged.connect(self._changed)
        view.selectionChanged.connect(self._changed)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)

    # asking

    @property
    def popup(self) -> CompletionPopup | None:
        """The list while it is open."""
        return self._popup if self._offer is not None else None

    @property
    def is_busy(self) -> bool:
        """Whether the engine is about to be asked, or has not answered yet."""
        return self._timer.isActive() or self._answers.is_asking

    def ask(self) -> None:
        """Offer what fits at the caret, because the person asked."""
        if self._view.isReadOnly():
            return
        self._dismissed_at = -1
        self._is_asked = True
        self._ask()

    def _hear(self, event: Event) -> None:
        if isinstance(event, NamesLoaded):
            self._times_loaded += 1
            if self._waits_for_names:
                self._ask()

    def _typed(self, sign: str) -> None:
        if not word_before(self._view.line_head()):
            self._dismissed_at = -1  # another word begins
        if self._offer is not None:
            self._go_on(self._offer, sign)
        elif sign != BACKSPACE and (is_word(sign) or sign == "."):
            self._begin(sign)
        else:
            self._stop_asking()

    def _begin(self, sign: str) -> None:
        self._is_asked = False
        if sign == "." or self._word_start() != self._dismissed_at:
            self._timer.start(_PAUSE_MS)

    def _go_on(self, offer: _Offer, sign: str) -> None:
        """The list is open: show at once what of it still fits; the engine is asked in a moment."""
        if sign != BACKSPACE and not is_word(sign):
            self.close()
            if sign == ".":
                self._timer.start(_PAUSE_MS)
            return
        typed = self._typed_since(offer)
        if typed is None or not (typed or offer.is_asked):
            self.close()
            return
        fitting = still_fitting(offer.items, typed)
        if fitting:
            self._show(offer, fitting)
        else:
            self._hide()
        self._timer.start(_PAUSE_MS)

    def _ask(self) -> None:
        view = self._view
        if not self._is_asked and not self._may_ask():
            self.close()
            return
        caret = view.caret
        asked = self._place_of(caret)
        request = CompleteAt(asked.place, self._is_asked, self._memory.labels)
        question = _Question(asked.offset, caret, self._is_asked, self._times_loaded)
        self._waits_for_names = False
        self._answers.ask("completion.at", request, lambda answer: self._heard(answer, question))

    def _may_ask(self) -> bool:
        if self._view.is_in_prose:
            return False
        head = self._view.line_head()
        has_word = bool(word_before(head)) or head.endswith(".")
        return has_word and self._answers.can_ask_quietly and self._is_wanted()

    def _heard(self, answer: Completions, question: "_Question") -> None:
        if self._view.caret != question.caret or not self._view.hasFocus():
            return
        if answer.items or question.is_asked:
            start, end = question.offset + answer.start, question.offset + answer.end
            offer = _Offer(start, end, question.caret, question.is_asked, list(answer.items))
            self._show(offer, offer.items, said=self._words_for(answer))
        elif not answer.is_loading:
            self.close()
        self._waits_for_names = answer.is_loading
        if answer.is_loading and self._times_loaded != question.times_loaded:  # they came before this answer
            self._ask()

    def _words_for(self, answer: Completions) -> str:
        if answer.is_loading:
            return self.tr("Reading the names of the database…")
        return "" if answer.items else self.tr("Nothing fits here.")

    # the list

    def _show(self, offer: _Offer, items: list[CompletionItem], said: str = "") -> None:
        if self._popup is None:
            self._popup = CompletionPopup(self._view)
            self._popup.chosen.connect(self.accept)
            self._popup.left.connect(self.close)
            self._view.destroyed.connect(self._popup.deleteLater)
        self._offer = offer
        self._popup.offer(items, self._anchor(offer), said)

    def _anchor(self, offer: _Offer) -> QRect:
        """The word, in the coordinates of the window."""
        view = self._view
        rect = view.place_rect(offer.start)
        rect.moveTopLeft(view.viewport().mapTo(view.window(), rect.topLeft()))
        return rect

    def _follow(self) -> None:
        """The text was scrolled: the list goes with its word, while that is seen."""
        if self._offer is None or self._popup is None:
            return
        rect = self._view.place_rect(self._offer.start)
        if self._view.viewport().rect().contains(rect.center()):
            self._popup.offer(self._popup.items, self._anchor(self._offer))
        else:
            self.close()

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def close(self) -> None:
        """Take the list away; what is still asked does not matter."""
        self._stop_asking()
        self._offer = None
        self._hide()

    def _stop_asking(self) -> None:
        self._timer.stop()
        self._is_asked = self._waits_for_names = False
        self._answers.forget()

    def stop(self) -> None:
        """The editor goes away."""
        self.close()
        self._answers.stop()

    def _dismiss(self) -> None:
        """The person does not want it: not for this word."""
        self._dismissed_at = self._word_start()
        self.close()

    def _word_start(self) -> int:
        return self._view.caret - len(word_before(self._view.line_head()))

    def _changed(self) -> None:
        """Caret or text changed; by typing that is told soon, by anything else the list goes."""
        if not self._view.is_typing and (self._offer is not None or self._timer.isActive()):
            self.close()

    def _typed_since(self, offer: _Offer) -> str | None:
        """What stands between the beginning of the word and the caret; None when the caret left the word."""
        length = self._view.caret - offer.start
        head = self._view.line_head()
        return head[len(head) - length :] if 0 <= length <= len(head) else None

    # choosing

    def accept(self) -> bool:
        """Write the current item; whether that changed anything."""
        offer, popup = self._offer, self._popup
        item = popup.current if popup is not None and popup.isVisible() else None
        if offer is None or item is None:
            return False
        view = self._view
        end = offer.end + view.caret - offer.caret
        before, behind = view.text()[offer.start : end], view.text()[end : end + 1]
        written, back = _fitted(item, behind)
        self.close()
        if before == written:
            return False
        view.complete(offer.start, end, written, back)
        self._memory.add(item.label)
        self.accepted.emit(item)
        if written.endswith("."):
            self._timer.start(_PAUSE_MS)
        return True

    # Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._offer is None:
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize):
            self.close()
        return False

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Whether a key is for the open list."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        is_open = self._popup is not None and self._popup.isVisible()
        return is_open and not held and (key in _STEPS or key in _TAKING or key == Qt.Key.Key_Escape)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether a key press was for the list, so that the editor does not get it."""
        popup = self._popup
        if popup is None or not self._is_ours(event):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._dismiss()
            return True
        if not popup.items:
            self.close()
            return False
        if key in _TAKING:
            return self.accept()
        by, around = _STEPS[key]
        popup.step(by, around=around)
        return True


def _fitted(item: CompletionItem, behind: str) -> tuple[str, int]:
    """What an item writes before the sign that is there, and how far before its end the caret goes."""
    if behind == "(" and item.insert.endswith("()"):
        return item.insert[:-2], 0
    return item.insert, item.caret_back
