"""All commands by name: Ctrl+Shift+P, a few letters, Enter."""

from dataclasses import dataclass
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

from lapwing.gui.actions import (
    ENTRIES,
    MENU_BAR,
    Action,
    ActionSet,
    MenuId,
    Submenu,
    shortcut_text,
    translated,
    without_mnemonic,
)
from lapwing.gui.shell.fuzzy import Match, match
from lapwing.gui.shell.palette_delegate import ROW_PX, PaletteDelegate, PaletteRole
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel, SearchField

_WIDTH_PX: Final = 600
_TOP_PX: Final = 72
_ROWS_SHOWN: Final = 12
_SHADOW_PX: Final = 28
_SHADOW_STEPS: Final = 18
_RADIUS_PX: Final = 9
_RECENT: Final = 5
_PATH_COUNTS: Final = 0.2
"""A word found in the name of the menu only counts this much."""
_PARENTS: Final = {entry.id: entry for entry in ENTRIES if isinstance(entry, Submenu)}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the list: an action that can be done now."""

    action: Action
    title: str
    path: str
    keys: str
    is_on: bool
    match: Match


class CommandList(QAbstractListModel):
    """The commands that fit what was typed, best first."""

    def __init__(self, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._possible: list[tuple[Action, str, str]] = []
        self._recent: list[str] = []
        self.shown: list[Command] = []

    def take_stock(self) -> None:
        """Remember what can be done at this moment, with titles in the current language."""
        self._possible = [
            (action, without_mnemonic(action.shown_title()), menu_path(action.menu))
            for action in self._actions.enabled()
            if action.id != "palette.open"
        ]
        self.filter("")

    def filter(self, query: str) -> None:
        """Show what fits; all of it, the recently used first, where nothing was typed."""
        found = [self._command(*possible, query) for possible in self._possible]
        fitting = [command for command in found if command is not None]
        if query.strip():
            fitting.sort(key=lambda command: -command.match.score)
        else:
            fitting.sort(key=lambda command: self._age(command.action.id))
        self.beginResetModel()
        self.shown = fitting
        self.endResetModel()

    def _age(self, action_id: str) -> int:
        return self._recent.index(action_id) if action_id in self._recent else _RECENT

    def _command(self, action: Action, title: str, path: str, query: str) -> Command | None:
        in_title = Match(0.0, frozenset())
        for word in query.split():
            found = match(word, title)
            if found is None:
                in_path = match(word, path)
                if in_path is None:
                    return None
                found = Match(in_path.score * _PATH_COUNTS, frozenset())
            in_title = Match(in_title.score + found.score, in_title.positions | found.positions)
        made = self._actions.action(action.id)
        return Command(action, title, path, shortcut_text(action), made.isCheckable() and made.isChecked(), in_title)

    def note_used(self, action_id: str) -> None:
        """It comes first the next time."""
        self._recent = [action_id, *(used for used in self._recent if used != action_id)][:_RECENT]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.title, command.path, command.keys) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.action.shown_tip()
        return command if role == PaletteRole else None


def menu_path(menu: MenuId) -> str:
    """Where a menu is: `View › Theme`."""
    if menu in MENU_BAR:
        return without_mnemonic(translated(MENU_BAR[menu]))
    return f"{menu_path(_PARENTS[menu].menu)} › {without_mnemonic(_PARENTS[menu].shown_title())}"


class CommandPalette(QWidget):
    """Lies over the whole window while it is open, so that a click beside it closes it. GUI thread.

    What can be done is asked at the moment of opening; the focus is back where it was before the chosen action runs.
    """

    def __init__(self, actions: ActionSet, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("command_palette")
        self.setAccessibleName(self.tr("Command palette"))
        self._actions = actions
        self._came_from: QWidget | None = None
        self._model = CommandList(actions, self)
        self._field = SearchField(self.tr("Find a command"), self, name="command_palette.field")
        self._list = self._make_list()
        self._nothing = PlainLabel(self.tr("No command fits"), look="dim")
        self._nothing.setObjectName("command_palette.nothing")
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

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setObjectName("command_palette.list")
        made.setAccessibleName(self.tr("Commands"))
        made.setModel(self._model)
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

    def open(self) -> None:
        """Show what can be done now and wait for letters."""
        self._came_from = self.window().focusWidget()
        self._model.take_stock()
        self._field.clear()
        self._choose_first()
        self.setGeometry(self.window().rect())
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Hide it and give the focus back."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, query: str) -> None:
        self._model.filter(query)
        self._choose_first()
        self._place()
        self.update()

    def _choose_first(self) -> None:
        self._list.setCurrentIndex(self._model.index(0))
        self._list.scrollToTop()

    def _place(self) -> None:
        """The panel is as high as what it shows."""
        rows = min(len(self._model.shown), _ROWS_SHOWN)
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
        action_id = self._model.shown[index.row()].action.id
        self._model.note_used(action_id)
        self.close_palette()
        self._actions.action(action_id).trigger()

    def _step(self, by: int, *, around: bool) -> None:
        count = len(self._model.shown)
        if count:
            row = self._list.currentIndex().row() + by
            self._list.setCurrentIndex(self._model.index(row % count if around else max(0, min(row, count - 1))))

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
            self._step(by, around=around)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do(self._list.currentIndex())
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
