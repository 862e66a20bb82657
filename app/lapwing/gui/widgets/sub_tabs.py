"""The parts of a page as words in its tool row. What finds no room is in a menu at their end."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QToolButton, QWidget

from lapwing.gui.widgets.plain_text import caption
from lapwing.gui.widgets.tool_button import ToolButton

_GAP_PX: Final = 2
_HEIGHT_PX: Final = 26


class SubTabs(QWidget):
    """One of them is chosen. Arrow keys go from one to the next. Qt's thread.

    Attributes:
        current: The id of the chosen one.

    Signals:
        chosen(str): By a person.
    """

    chosen = Signal(str)

    def __init__(self, label: str, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.current = ""
        self._label = label
        self._buttons: dict[str, ToolButton] = {}
        self._group = QButtonGroup(self)
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}_menu")
        self._more = ToolButton("", self.tr("More"), self, name=f"{name}_more", tip=self.tr("More parts of this page"))
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def set_tabs(self, tabs: dict[str, str]) -> None:
        """Offer these: titles by id, in their order. The chosen one stays, where it is among them, with the focus."""
        had_focus = self.hasFocus() or any(button.hasFocus() for button in self._buttons.values())
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = {tab_id: self._button(tab_id, title) for tab_id, title in tabs.items()}
        if self.current in self._buttons:
            self._check()
        self._arrange()
        if had_focus:
            self._hand_on(Qt.FocusReason.OtherFocusReason)

    def _button(self, tab_id: str, title: str) -> ToolButton:
        button = ToolButton("", caption(title), self, name=f"{self.objectName()}_{tab_id}")
        button.setAccessibleName(title)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._choose(tab_id))
        self._group.addButton(button)
        return button

    def _check(self) -> None:
        """Tab goes to the chosen one only. Qt does so for such groups, but not before one of them had the focus."""
        for tab_id, button in self._buttons.items():
            is_chosen = tab_id == self.current
            button.setChecked(is_chosen)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_chosen else Qt.FocusPolicy.NoFocus)

    @property
    def titles(self) -> dict[str, str]:
        """What is offered, by id, in order."""
        return {tab_id: button.accessibleName() for tab_id, button in self._buttons.items()}

    def choose(self, tab_id: str) -> None:
        """Show that this one is in front."""
        if tab_id in self._buttons:
            self.current = tab_id
            self._check()
            self.updateGeometry()
            self._arrange()
            if self.hasFocus():
                self._hand_on(Qt.FocusReason.OtherFocusReason)

    def _choose(self, tab_id: str) -> None:
        self.choose(tab_id)
        self.chosen.emit(tab_id)

    def sizeHint(self) -> QSize:
        """The chosen one and the menu: they grow into what the rest of the row leaves."""
        current = self._buttons.get(self.current)
        width = self._more.sizeHint().width() + (current.sizeHint().width() if current is not None else 0)
        return QSize(width + _GAP_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fitting(self) -> list[str]:
        """Those that have room, the chosen one always among them."""
        widths = {tab_id: button.sizeHint().width() + _GAP_PX for tab_id, button in self._buttons.items()}
        if sum(widths.values()) - _GAP_PX <= self.width():
            return list(widths)
        room = self.width() - self._more.sizeHint().width() - widths.get(self.current, 0)
        found: list[str] = []
        is_full = False
        for tab_id, width in widths.items():
            if tab_id == self.current:
                found.append(tab_id)
            elif not is_full and width <= room:
                room -= width
                found.append(tab_id)
            else:
                is_full = True
        return found

    def _arrange(self) -> None:
        fitting = self._fitting()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = 0
        for tab_id, button in self._buttons.items():
            button.setVisible(tab_id in fitting)
            if tab_id in fitting:
                at = self._place(button, at, is_mirrored=is_mirrored)
        hidden = [tab_id for tab_id in self._buttons if tab_id not in fitting]
        self._more.setVisible(bool(hidden))
        self._place(self._more, at, is_mirrored=is_mirrored)
        self._menu.clear()
        for tab_id in hidden:
            action = self._menu.addAction(self._buttons[tab_id].text())
            action.triggered.connect(lambda _checked=False, tab_id=tab_id: self._choose(tab_id))

    def _place(self, button: ToolButton, at: int, *, is_mirrored: bool) -> int:
        size = button.sizeHint()
        button.setGeometry(self.width() - at - size.width() if is_mirrored else at, 0, size.width(), _HEIGHT_PX)
        return at + size.width() + _GAP_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who gives it the focus means the chosen one."""
        super().focusInEvent(event)
        self._hand_on(event.reason())

    def _hand_on(self, reason: Qt.FocusReason) -> None:
        if self.current in self._buttons:
            self._buttons[self.current].setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        ids = list(self._buttons)
        if step and self.current in ids:
            tab_id = ids[(ids.index(self.current) + step) % len(ids)]
            self._choose(tab_id)
            self._buttons[tab_id].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
