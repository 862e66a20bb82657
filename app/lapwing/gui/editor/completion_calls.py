"""The tip above a call that says which arguments it takes, with the one that is being written standing out."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from lapwing.domain.completion import CallHint, CallSignature
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.completion_asking import NewestAnswer, PlaceOf
from lapwing.gui.editor.hover_tip import Look, Piece, TextTip, TipLine

_OPENING: Final = "(,"
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ALT: Final = Qt.KeyboardModifier.AltModifier


class CallHints(QObject):
    """Shows the signatures of the call that the caret is in. Qt's thread.

    It comes with an opening bracket or a comma, or when it is asked for, and follows the caret until it leaves the
    call. Escape closes it; Alt with Up and Down goes through the ways to call the same name.
    """

    def __init__(self, view: CodeView, client: EngineClient, place_of: PlaceOf) -> None:
        super().__init__(view)
        self._view = view
        self._place_of = place_of
        self._answers = NewestAnswer(client)
        self._tip: TextTip | None = None
        self._hint = CallHint()
        self._start = 0
        self._chosen: CallSignature | None = None
        """The signature the person went to; None while the number of arguments decides."""
        view.installEventFilter(self)
        view.typed.connect(self._typed)
        view.statement_caret_moved.connect(self._caret_rests)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)

    @property
    def tip(self) -> TextTip | None:
        """The tip while it is shown."""
        return self._tip if self._tip is not None and self._tip.isVisible() else None

    def ask(self) -> None:
        """Show the signatures of the call that the caret is in, if it is in one that is known."""
        caret = self._view.caret
        asked = self._place_of(caret)
        self._answers.ask("completion.call", asked.place, lambda hint: self._heard(hint, asked.offset, caret))

    def _typed(self, sign: str) -> None:
        if sign in _OPENING and self._answers.can_ask_quietly:
            self.ask()

    def _caret_rests(self, _position: int) -> None:
        if self.tip is not None:
            self.ask()

    def _heard(self, hint: CallHint, offset: int, caret: int) -> None:
        if self._view.caret != caret or not self._view.hasFocus():
            return
        if not hint.signatures:
            self.close()
            return
        start = offset + hint.start
        if (start, hint.name) != (self._start, self._hint.name):
            self._chosen = None
        self._start, self._hint = start, hint
        self._show()

    def _show(self) -> None:
        if self._tip is None:
            self._tip = TextTip(self._view, name="call_hint")
            self._view.destroyed.connect(self._tip.deleteLater)
        anchor = self._view.place_rect(self._start)
        if not self._view.viewport().rect().intersects(anchor):
            self.close()
            return
        corner = self._view.viewport().mapTo(self._view.window(), QPoint(0, 0))
        anchor.translate(corner)
        lines = call_lines(self._hint, self._shown_signature())
        self._tip.show_lines(lines, anchor, above=True, ceiling=corner.y())

    def _shown_signature(self) -> int:
        """The signature the person chose, or the first that takes as many arguments as are written."""
        if self._chosen in self._hint.signatures:
            return self._hint.signatures.index(self._chosen)
        enough = (at for at, one in enumerate(self._hint.signatures) if _place_of_argument(one, self._hint) is not None)
        return next(enough, 0)

    def _follow(self) -> None:
        if self.tip is not None:
            self._show()

    def close(self) -> None:
        """Take the tip away; what is still asked does not matter."""
        self._answers.forget()
        self._hint = CallHint()
        if self._tip is not None:
            self._tip.hide()

    def stop(self) -> None:
        """The editor goes away."""
        self.close()
        self._answers.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.tip is None:
            return False
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize):
            self.close()
        elif isinstance(event, QKeyEvent) and kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return self._press(event, is_press=kind == QEvent.Type.KeyPress)
        return False

    def _press(self, event: QKeyEvent, *, is_press: bool) -> bool:
        """Whether a key is for the tip: at a press it is done, before that only claimed."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        closes = key == Qt.Key.Key_Escape and not held
        steps = key in _STEPS and held == _ALT and len(self._hint.signatures) > 1
        if not (closes or steps):
            return False
        if not is_press:
            event.accept()
        elif closes:
            self.close()
        else:
            signatures = self._hint.signatures
            self._chosen = signatures[(self._shown_signature() + _STEPS[key]) % len(signatures)]
            self._show()
        return True


def call_lines(hint: CallHint, shown: int) -> list[TipLine]:
    """What the tip says: one signature, and what the database says of the routine."""
    signature = hint.signatures[shown]
    current = _place_of_argument(signature, hint)
    pieces: list[Piece] = []
    if len(hint.signatures) > 1:
        pieces.append((f"{shown + 1}/{len(hint.signatures)}  ", Look.DIM))
    pieces.append((f"{hint.name}(", Look.TEXT))
    for at, argument in enumerate(signature.arguments):
        pieces += [(", ", Look.DIM)] if at else []
        pieces.append((argument, Look.CURRENT if at == current else Look.TEXT))
    pieces.append((")", Look.TEXT))
    if signature.result:
        pieces.append((f" → {signature.result}", Look.DIM))
    lines = [TipLine(tuple(pieces))]
    if hint.comment:
        lines.append(TipLine(((hint.comment, Look.DIM),), is_code=False))
    return lines


def _place_of_argument(signature: CallSignature, hint: CallHint) -> int | None:
    """Which argument of a signature is being written; None when it does not take so many."""
    count = len(signature.arguments)
    if hint.argument < count:
        return hint.argument
    takes_more = count > 0 and (
        signature.arguments[-1].upper().startswith("VARIADIC") or "..." in signature.arguments[-1]
    )
    if takes_more:
        return count - 1
    return 0 if not count and not hint.argument else None
