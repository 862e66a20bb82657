"""A row of tools in a narrow window: words give way to drawings, so that nothing is cut off."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from lapwing.gui.widgets.tool_button import ToolButton


class GivingRow(QWidget):
    """Buttons in it give up their words, group by group, where the row is not as wide as it wants to be; their
    drawings, tips and accessible names stay. Its `sizeHint` is that with all words. GUI thread."""

    _groups: Sequence[Sequence[ToolButton]] = ()

    def let_words_go(self, *groups: Sequence[ToolButton]) -> None:
        """Say which buttons can do without their words, those first that are understood best."""
        self._groups = groups

    def _in_use(self) -> Iterator[ToolButton]:
        return (button for group in self._groups for button in group if not button.isHidden())

    def sizeHint(self) -> QSize:
        given_up = sum(button.word_px for button in self._in_use() if not button.has_word)
        return super().sizeHint() + QSize(given_up, 0)

    def minimumSizeHint(self) -> QSize:
        can_go = sum(button.word_px for button in self._in_use() if button.has_word)
        return super().minimumSizeHint() - QSize(can_go, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def elastic_px(self) -> int:
        """How much narrower than it wants to be it can get before words have to go."""
        return 0

    def _fit(self) -> None:
        wanted = self.sizeHint().width() - self.elastic_px()
        for group in self._groups:
            has_room = wanted <= self.width()
            for button in group:
                button.show_word(has_room)
                if not has_room and not button.isHidden():
                    wanted -= button.word_px
