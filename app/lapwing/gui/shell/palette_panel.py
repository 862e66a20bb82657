"""A field over the window and a list under it that narrows down while one types: commands, and anything to open."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.shell.palette_delegate import ROW_PX, PaletteDelegate, PaletteRole
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel, SearchField
from lapwing.sql.fuzzy import Match

_WIDTH_PX: Final = 600
_TOP_PX: Final = 72
_ROWS_SHOWN: Final = 12
_SHADOW_PX: Final = 28
_SHADOW_STEPS: Final = 18
_RADIUS_PX: Final = 9

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """A line of the list.

    Attributes:
        id: By which it is known when it was used before.
        title: What was matched, without invisible characters.
        path: Where it is, in quiet letters.
        keys: At the right: its keys, or what kind of thing it is.
        icon_name: A drawing, or empty.
        color: The drawing's colour; a token.
        tip: What choosing it does.
        is_on: Whether it is the choice in force.
        do: Does it.
    """

    id: str
    title: str
    match: Match
    do: Callable[[], object]
    path: str = ""
    keys: str = ""
    icon_name: str = ""
    color: str = "dim_text"
    tip: str = ""
    is_on: bool = False


class PaletteList(QAbstractListModel):
    """The entries that fit, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[PaletteEntry] = []

    def show_entries(self, entries: list[PaletteEntry]) -> None:
        self.beginResetModel()
        self.shown = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.path, entry.keys) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.tip
        return entry if role == PaletteRole else None


class PalettePanel(QWidget):
    """Lies over the whole window while it is open, so that a click beside it closes it. GUI thread.

    The focus is back where it was before the chosen entry is done.
    """

    def __init__(self, window: QWidget, *, name: str, title: str, prompt: str, nothing: str) -> None:
        """Make a closed one.

        Args:
            window: The window it lies over.
            name: The objectName.
            title: Its accessible name, translated.
            prompt: What is to be typed, translated.
            nothing: What is said where nothing fits, translated.
        """
        super().__init__(window)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._came_from: QWidget | None = None
        self.model = PaletteList(self)
        self._field = SearchField(prompt, self, name=f"{name}.field")
        self._list = self._make_list(title)
        self._nothing = PlainLabel(nothing, look="dim")
        self._nothing.setObjectName(f"{name}.nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(2 * ROW_PX)
        self._panel = QWidget(self)
        column = QVBoxLayout(self._panel)
        self._column = column
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self._field, self._list, self._nothing):
            column.addWidget(widget)
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        window.installEventFilter(self)
        Theme.current().changed.connect(self.update)
        self.hide()

    def _make_list(self, title: str) -> QListView:
        made = QListView(self)
        made.setObjectName(f"{self.objectName()}.list")
        made.setAccessibleName(title)
        made.setModel(self.model)
        made.setItemDelegate(PaletteDelegate(made))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.viewport().setAutoFillBackground(False)
        made.setStyleSheet("QListView { background: transparent; }")
        made.entered.connect(made.setCurrentIndex)
        made.clicked.connect(self._do)
        return made

    def take_stock(self) -> None:
        """Look what there is at this moment, and show what comes first."""
        raise NotImplementedError

    def filter(self, query: str) -> None:
        """Show what fits."""
        raise NotImplementedError

    def note_used(self, entry_id: str) -> None:
        """An entry was chosen."""

    def open(self) -> None:
        """Show what there is now and wait for letters."""
        self._came_from = self.window().focusWidget()
        self.take_stock()
        self._field.clear()
        self.shown_anew()
        self.setGeometry(self.window().rect())
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def query(self) -> str:
        """What was typed."""
        return self._field.text()

    def close_palette(self) -> None:
        """Hide it and give the focus back."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, query: str) -> None:
        self.filter(query)
        self.shown_anew()

    def shown_anew(self, *, keeps_place: bool = False) -> None:
        """The list holds other entries: choose the first, or the one that was chosen, and be as high as they need."""
        row = self._list.currentIndex().row() if keeps_place else 0
        self._list.setCurrentIndex(self.model.index(max(0, min(row, len(self.model.shown) - 1))))
        if not keeps_place:
            self._list.scrollToTop()
        self._place()
        self.update()

    def _place(self) -> None:
        """The panel is as high as what it shows."""
        rows = min(len(self.model.shown), _ROWS_SHOWN)
        self._list.setVisible(rows > 0)
        self._list.setFixedHeight(rows * ROW_PX)
        self._nothing.setVisible(rows == 0)
        width = min(_WIDTH_PX, self.width() - 2 * _SHADOW_PX)
        height = self._panel.sizeHint().height()
        self._panel.setGeometry((self.width() - width) // 2, min(_TOP_PX, self.height() // 8), width, height)
        self._column.activate()

    def _do(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self.model.shown[index.row()]
        self.note_used(entry.id)
        self.close_palette()
        entry.do()

    def enter(self) -> None:
        """Do what is chosen."""
        self._do(self._list.currentIndex())

    def step(self, by: int, *, around: bool) -> None:
        """Choose the entry so many rows further down; from the last one on to the first where it goes `around`."""
        count = len(self.model.shown)
        if count:
            row = self._list.currentIndex().row() + by
            self._list.setCurrentIndex(self.model.index(row % count if around else max(0, min(row, count - 1))))

    def _press(self, event: QKeyEvent) -> bool:
        """Whether a key typed into the field was one for the list."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: (1, True),
            Qt.Key.Key_Up: (-1, True),
            Qt.Key.Key_Tab: (1, True),
            Qt.Key.Key_Backtab: (-1, True),
            Qt.Key.Key_PageDown: (_ROWS_SHOWN - 1, False),
            Qt.Key.Key_PageUp: (1 - _ROWS_SHOWN, False),
        }
        if key in steps:
            by, around = steps[key]
            self.step(by, around=around)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._press(event)
        if watched is self._field and event.type() == QEvent.Type.FocusOut and self.window().isActiveWindow():
            self.close_palette()
        if event.type() == QEvent.Type.Resize and watched is self.window() and self.isVisible():
            self.setGeometry(self.window().rect())
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self._panel.geometry())
        _paint_shadow(painter, box)
        painter.setPen(QPen(colors.line, 1))
        painter.setBrush(colors.raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)


def _paint_shadow(painter: QPainter, box: QRectF) -> None:
    """A soft shadow, a little lower than the box; it fades with the square of the distance."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 7 if Theme.current().is_dark else 3))
    for step in range(1, _SHADOW_STEPS + 1):
        grow = _SHADOW_PX * (step / _SHADOW_STEPS) ** 2
        painter.drawRoundedRect(box.adjusted(-grow, 4 - grow, grow, 4 + grow), _RADIUS_PX + grow, _RADIUS_PX + grow)
