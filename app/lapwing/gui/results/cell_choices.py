"""The list below a cell that is written: what it may hold, with what describes each value."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme, grid_font, ui_font
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.floating import SHADOW_PX, Floating

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX: Final = 24
_ROWS_SHOWN: Final = 9
_INSET_PX: Final = 4
_PAD_PX: Final = 8
_SAID_PX: Final = 24
_WIDTHS: Final = (180, 460)
_MEASURED: Final = 40
_FLAGS: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class CellChoice:
    """A value that a cell may hold, as it is written, and what it stands for."""

    text: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered for a cell.

    Attributes:
        is_closed: Whether the cell takes nothing else.
        said: A line below the list.
    """

    choices: Sequence[CellChoice]
    is_closed: bool = False
    said: str = ""


class Choosing(Protocol):
    """Who knows what cells may hold."""

    def has_choices(self, column: int) -> bool:
        """Whether something is known of the cells of a column."""
        ...

    def ask(self, column: int, text: str, told: Callable[[Offer], None]) -> None:
        """Ask what fits a text; `told` is called now or later, not at all where something else was asked meanwhile."""
        ...

    def stop(self) -> None:
        """No answer is wanted any more."""
        ...


class _ChoiceModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: Sequence[CellChoice] = ()

    def show(self, choices: Sequence[CellChoice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return _spoken(self.choices[index.row()])


def _spoken(choice: CellChoice) -> str:
    return visible_text(" ".join(filter(None, (choice.text, choice.description))))


class _Delegate(QStyledItemDelegate):
    """Paints a value, and dim behind it what it stands for."""

    def __init__(self, model: _ChoiceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._font = grid_font()
        self._metrics = QFontMetrics(self._font)

    def width_of(self, choice: CellChoice) -> int:
        texts = visible_text(choice.text[:80]), visible_text(choice.description[:80])
        return sum(self._metrics.horizontalAdvance(text) + 2 * _PAD_PX for text in texts if text)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colors, choice, room = Theme.current().colors, self._model.choices[index.row()], option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(room, colors.selection)
        painter.setFont(self._font)
        left = room.left() + _PAD_PX
        for text, color in (
            (choice.text, colors.text),
            (choice.description, colors.text if is_chosen else colors.dim_text),
        ):
            free = room.right() - _PAD_PX - left
            shown = self._metrics.elidedText(visible_text(text), Qt.TextElideMode.ElideRight, max(0, free))
            painter.setPen(color)
            painter.drawText(QRect(left, room.top(), max(0, free), room.height()), _FLAGS, shown)
            left += self._metrics.horizontalAdvance(shown) + 2 * _PAD_PX


class ChoiceList(Floating):
    """Lies below the line in which a cell is written; keys reach it through that. Qt's thread.

    Signals:
        clicked(str): A value was clicked.
    """

    clicked = Signal(str)

    def __init__(self, beside: QWidget) -> None:
        super().__init__(beside.window(), name="cell_choices")
        self.setAccessibleName(self.tr("Values for the cell"))
        self._beside = beside
        self._is_meant = False
        self._model = _ChoiceModel(self)
        self._list = QListView(self)
        self._delegate = _Delegate(self._model, self._list)
        self._list.setObjectName("cell_choices.list")
        self._list.setAccessibleName(self.tr("Values for the cell"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setStyleSheet("QListView { background: transparent; }")
        self._list.clicked.connect(lambda index: self.clicked.emit(self._model.choices[index.row()].text))
        self._said = PlainLabel("", self, look="dim", elide=True)
        self._said.setObjectName("cell_choices.said")
        self._said.setFont(ui_font(12))
        self._said.setFixedHeight(_SAID_PX)
        self._said.setContentsMargins(_PAD_PX, 0, _PAD_PX, 0)
        down = QVBoxLayout(self)
        edge = SHADOW_PX + _INSET_PX
        down.setContentsMargins(edge, edge, edge, edge)
        down.setSpacing(0)
        down.addWidget(self._list)
        down.addWidget(self._said)

    @property
    def choices(self) -> Sequence[CellChoice]:
        """What is offered."""
        return self._model.choices

    @property
    def said(self) -> str:
        return self._said.full_text

    @property
    def current(self) -> CellChoice | None:
        """The one that is stressed."""
        row = self._list.currentIndex().row()
        return self._model.choices[row] if 0 <= row < len(self._model.choices) else None

    @property
    def meant(self) -> CellChoice | None:
        """What Enter takes: the current value, where a person typed for it or went to it; what is merely shown to be in
        the cell is none."""
        return self.current if self._is_meant else None

    def offer(self, offer: Offer, text: str, anchor: QRect, *, is_typed: bool) -> None:
        """Show what fits. Current is what stands in the cell, where that is one; of a closed offer otherwise the first
        that begins so, and for who types the first.

        Args:
            offer: What there is.
            text: What stands in the cell.
            anchor: The cell, in coordinates of the window.
            is_typed: Whether a person has typed that.
        """
        self.move_to_window_of(self._beside)
        self._model.show(offer.choices)
        self._is_meant = is_typed
        self._choose(_row_for(offer, text.casefold(), is_typed=is_typed))
        self._said.setText(offer.said)
        self._said.setVisible(bool(offer.said))
        rows = min(len(offer.choices), _ROWS_SHOWN)
        self._list.setVisible(rows > 0)
        self._list.setFixedHeight(rows * _ROW_PX)
        if not rows and not offer.said:
            self.hide()
            return
        widest = max(map(self._delegate.width_of, offer.choices[:_MEASURED]), default=0) + 2 * _INSET_PX
        width = max(_WIDTHS[0], anchor.width(), min(_WIDTHS[1], widest + 2 * _PAD_PX))
        height = rows * _ROW_PX + (_SAID_PX if offer.said else 0) + 2 * _INSET_PX
        self.place(anchor, QSize(width, height))

    def step(self, by: int) -> None:
        """Choose the value that many rows on."""
        count = len(self._model.choices)
        self._is_meant = True
        if count:
            row = self._list.currentIndex().row()
            self._choose(max(0, min(count - 1, row + by)) if row >= 0 else 0 if by > 0 else count - 1)

    def _choose(self, row: int) -> None:
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not index.isValid():
            self._list.scrollToTop()
            return
        self._list.scrollTo(index)
        if self.isVisible():
            event = QAccessibleAnnouncementEvent(self, _spoken(self._model.choices[row]))
            QAccessible.updateAccessibility(event)


def _row_for(offer: Offer, text: str, *, is_typed: bool) -> int:
    """The row of the value that a folded text stands for; -1 for none."""
    texts = [choice.text.casefold() for choice in offer.choices]
    if text in texts:
        return texts.index(text)
    if not offer.is_closed or not text:
        return -1
    begun = (row for row, one in enumerate(texts) if one.startswith(text))
    return next(begun, 0 if is_typed and texts else -1)
