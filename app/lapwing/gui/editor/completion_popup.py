"""The list that completion shows below the caret, and the line below it with what the database says of an item."""

from collections.abc import Sequence
from heapq import nlargest
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from lapwing.domain.completion import CompletionItem
from lapwing.gui.editor.completion_list import LABEL_LEFT_PX, ROW_PX, CompletionDelegate, CompletionList, spoken
from lapwing.gui.theme import ui_font
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.floating import SHADOW_PX, Floating

ROWS_SHOWN: Final = 10
_INSET_PX: Final = 4
_WIDTHS: Final = (300, 860)
_SCROLL_BAR_PX: Final = 11
_SAID_PX: Final = 24
_MEASURED: Final = 8
"""Of many items only the longest are measured."""


class CompletionPopup(Floating):
    """Offers items; keys reach it through the editor, which keeps the focus. GUI thread.

    Signals:
        chosen(): An item was clicked; it is the current one.
        left(): A click went beside the list.
    """

    chosen = Signal()
    left = Signal()

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor.window(), name="completion")
        self._editor = editor
        self.setAccessibleName(self.tr("Completion"))
        self._model = CompletionList(self)
        self._list = QListView(self)
        self._delegate = CompletionDelegate(self._list)
        self._dress_list()
        self._said = PlainLabel("", self, look="dim", elide=True)
        self._said.setObjectName("completion.said")
        self._said.setFont(ui_font(12))
        self._said.setFixedHeight(_SAID_PX)
        self._said.setContentsMargins(_INSET_PX + 5, 0, _INSET_PX + 5, 2)
        down = QVBoxLayout(self)
        edge = SHADOW_PX + _INSET_PX
        down.setContentsMargins(edge, edge, edge, edge)
        down.setSpacing(0)
        down.addWidget(self._list)
        down.addWidget(self._said)

    def _dress_list(self) -> None:
        made = self._list
        made.setObjectName("completion.list")
        made.setAccessibleName(self.tr("Completion"))
        made.setModel(self._model)
        made.setItemDelegate(self._delegate)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setUniformItemSizes(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.viewport().setAutoFillBackground(False)
        made.setStyleSheet("QListView { background: transparent; }")
        made.clicked.connect(self._clicked)
        made.selectionModel().currentChanged.connect(self._tell_current)

    # what is offered

    @property
    def items(self) -> Sequence[CompletionItem]:
        """Everything that is offered, best first."""
        return self._model.items

    @property
    def current(self) -> CompletionItem | None:
        """The item that Enter would take."""
        row = self._list.currentIndex().row()
        return self._model.items[row] if 0 <= row < len(self._model.items) else None

    @property
    def said(self) -> str:
        """The line below the list; empty when there is none."""
        return self._said.full_text if not self._said.isHidden() else ""

    def offer(self, items: Sequence[CompletionItem], anchor: QRect, said: str = "") -> None:
        """Show items, the first one chosen, beside the word that they would replace.

        Args:
            items: May be empty where something is said.
            anchor: The word, in the coordinates of the editor's window.
            said: What is said when the current item has no comment.
        """
        self.move_to_window_of(self._editor)
        self._fallback = said
        self._model.show(items)
        self._choose(0)
        self._list.scrollToTop()
        self._list.setVisible(bool(items))
        has_line = bool(said) or any(item.comment for item in items)
        self._said.setVisible(has_line)
        rows = min(len(items), ROWS_SHOWN)
        self._list.setFixedHeight(rows * ROW_PX)
        height = rows * ROW_PX + (_SAID_PX if has_line else 0) + 2 * _INSET_PX
        beside = anchor.adjusted(-(LABEL_LEFT_PX + _INSET_PX), 0, 0, 0)
        self.is_above = self.place(beside, QSize(self._width_for(items), height))

    _fallback = ""
    is_above = False

    def _width_for(self, items: Sequence[CompletionItem]) -> int:
        least, most = _WIDTHS
        longest = nlargest(_MEASURED, items, key=lambda item: len(item.label) + len(item.detail))
        wanted = max(map(self._delegate.width_of, longest), default=0) + 2 * _INSET_PX
        if len(items) > ROWS_SHOWN:
            wanted += _SCROLL_BAR_PX
        return max(least, min(wanted, most, self.host.width() - 2 * SHADOW_PX))

    def step(self, by: int, *, around: bool) -> None:
        """Choose the item that many rows on; beyond the end begins the list again, or its last one is taken."""
        count = len(self._model.items)
        if count:
            row = self._list.currentIndex().row() + by
            self._choose(row % count if around else max(0, min(row, count - 1)))

    def _choose(self, row: int) -> None:
        selection = self._list.selectionModel()
        selection.setCurrentIndex(self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not selection.currentIndex().isValid():
            self._tell_current()

    def _clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit()

    def _tell_current(self) -> None:
        """Show what is known of the current item, and have a screen reader say which it is."""
        item = self.current
        comment = item.comment if item is not None else ""
        self._said.setText(comment.partition("\n")[0] or self._fallback)
        if item is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, spoken(item)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.left.emit()
