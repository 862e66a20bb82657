"""Facts about the name below the mouse or at the caret, as a tip beside it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QMouseEvent

from lapwing.domain.completion import NameAt
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.completion_asking import NewestAnswer, PlaceOf
from lapwing.gui.editor.hover_tip import Look, TextTip, TipLine

_MOST_LINES: Final = 18
_ENDING: Final = (
    QEvent.Type.KeyPress,
    QEvent.Type.FocusOut,
    QEvent.Type.Hide,
    QEvent.Type.Resize,
    QEvent.Type.Leave,
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
)


class Hover(QObject):
    """Shows what a name means. It goes when the mouse leaves the name, or anything is done. Qt's thread."""

    def __init__(self, view: CodeView, client: EngineClient, place_of: PlaceOf) -> None:
        super().__init__(view)
        self._view = view
        self._place_of = place_of
        self._answers = NewestAnswer(client)
        self._tip: TextTip | None = None
        self._zone: QRect | None = None
        """Where the mouse may be while the tip is shown; None when it is about the caret."""
        view.hovered.connect(self._mouse_rests)
        view.text_edited.connect(self.close)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    @property
    def tip(self) -> TextTip | None:
        """The tip while it is shown."""
        return self._tip if self._tip is not None and self._tip.isVisible() else None

    def show_at_caret(self) -> None:
        """Show what the name at the caret means."""
        caret = self._view.caret
        asked = self._place_of(caret)
        self._answers.ask(
            "completion.name_at", asked.place, lambda found: self._heard_at_caret(found, asked.offset, caret)
        )

    def _heard_at_caret(self, found: NameAt, offset: int, caret: int) -> None:
        if self._view.caret != caret:
            return
        if found.kind:
            self._show(found, offset, is_about_mouse=False)
        else:
            self.say(self.tr("Nothing is known of this name."))

    def _mouse_rests(self, point: QPoint) -> None:
        place = self._view.place_at(point)
        if place is None or not self._answers.can_ask_quietly:
            self.close()
            return
        if self.tip is not None and self._zone is not None and self._zone.contains(point):
            return
        asked = self._place_of(place)
        revision = self._view.document().revision()
        self._answers.ask(
            "completion.name_at", asked.place, lambda found: self._heard_at_mouse(found, asked.offset, point, revision)
        )

    def _heard_at_mouse(self, found: NameAt, offset: int, point: QPoint, revision: int) -> None:
        if revision != self._view.document().revision():
            return
        if found.kind and self._word_rect(found, offset).contains(point):
            self._show(found, offset, is_about_mouse=True)
        else:
            self.close()

    def _word_rect(self, found: NameAt, offset: int) -> QRect:
        """The name in the viewport."""
        first = self._view.place_rect(offset + found.start)
        return first.united(self._view.place_rect(offset + found.end))

    def _show(self, found: NameAt, offset: int, *, is_about_mouse: bool) -> None:
        zone = self._word_rect(found, offset)
        self._zone = zone if is_about_mouse else None
        self._view.viewport().setMouseTracking(True)
        self._show_lines(fact_lines(found), zone)

    def say(self, sentence: str) -> None:
        """Show a sentence at the caret instead."""
        self._zone = None
        self._show_lines([TipLine(((sentence, Look.DIM),), is_code=False)], self._view.cursorRect())

    def _show_lines(self, lines: list[TipLine], anchor: QRect) -> None:
        if self._tip is None:
            self._tip = TextTip(self._view, name="name_facts")
            self._view.destroyed.connect(self._tip.deleteLater)
        corner = self._view.viewport().mapTo(self._view.window(), anchor.topLeft())
        self._tip.show_lines(lines, QRect(corner, anchor.size()), above=False)

    def close(self) -> None:
        """Take the tip away; what is still asked does not matter."""
        self._answers.forget()
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
        moved_out = (
            kind == QEvent.Type.MouseMove
            and isinstance(event, QMouseEvent)
            and self._zone is not None
            and not self._zone.contains(event.position().toPoint())
        )
        if moved_out or kind in _ENDING:
            self.close()
        return False


def fact_lines(found: NameAt) -> list[TipLine]:
    """What the tip says of a name."""
    head = [(found.title, Look.STRONG)]
    if found.detail:
        head.append((f"  {found.detail}", Look.DIM))
    lines = [TipLine(tuple(head))]
    lines += [TipLine(((text, Look.TEXT),)) for text in found.lines[:_MOST_LINES]]
    if len(found.lines) > _MOST_LINES:
        lines.append(TipLine(((f"… +{len(found.lines) - _MOST_LINES}", Look.DIM),)))
    return lines
