"""One panel on the canvas: what it draws, its menu, and while the dashboard is changed what it is taken by."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QWidget

from lapwing.domain.monitoring.dashboards import Panel
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor.panel import PanelView
from lapwing.gui.theme import Theme

_TITLE_PX: Final = 34
_CORNER_PX: Final = 18
_MENU_PX: Final = 40
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Grip(QWidget):
    """Where a panel is taken with the mouse. Draws nothing, or a corner.

    Signals:
        taken(QPoint), dragged(QPoint), dropped(): In global coordinates.
    """

    taken = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, parent: QWidget, cursor: Qt.CursorShape, *, is_corner: bool) -> None:
        super().__init__(parent)
        self._is_corner = is_corner
        self.setCursor(cursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.dropped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._is_corner:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Theme.current().colors.faint_text, 1.4))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for inset in (5, 9):
            painter.drawLine(self.width() - inset, self.height() - 4, self.width() - 4, self.height() - inset)


class PanelFrame(QFrame):
    """Qt's thread.

    Signals:
        menu_wanted(QPoint): Below its button, or where the mouse is; global.
        moved(int, int), sized(int, int): By so many steps to the right and down, with the keyboard.
        focus_changed(): It has the keyboard, or no longer.
        edit_wanted(), remove_wanted(): Enter and Delete, while the dashboard is changed.
        enlarge_wanted(): Its title was clicked twice, while the dashboard is not changed.
    """

    menu_wanted = Signal(QPoint)
    moved = Signal(int, int)
    sized = Signal(int, int)
    focus_changed = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()
    enlarge_wanted = Signal()

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dashboard_panel")
        self.panel = panel
        self.is_editing = False
        self.view = PanelView(panel, self)
        self.title_grip = Grip(self, Qt.CursorShape.SizeAllCursor, is_corner=False)
        self.corner_grip = Grip(self, Qt.CursorShape.SizeFDiagCursor, is_corner=True)
        more = self.view.more
        more.clicked.connect(lambda: self.menu_wanted.emit(more.mapToGlobal(more.rect().bottomLeft())))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.mapToGlobal(at)))
        self.set_panel(panel)
        self.set_editing(False)

    def set_panel(self, panel: Panel) -> None:
        """Show another panel, or the same one at another place."""
        self.panel = panel
        self.view.set_panel(panel)
        name = visible_text(panel.title) or self.tr("Panel")
        self.setAccessibleName(name)
        self.view.more.setAccessibleName(self.tr("Menu of {panel}").replace("{panel}", name))

    def set_editing(self, is_editing: bool) -> None:
        """Let it be taken, or no longer."""
        self.is_editing = is_editing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_editing else Qt.FocusPolicy.NoFocus)
        self.title_grip.setVisible(is_editing)
        self.corner_grip.setVisible(is_editing)
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        self.view.setGeometry(self.rect())
        places = {
            self.title_grip: QRect(0, 0, self.width() - _MENU_PX, _TITLE_PX),
            self.corner_grip: QRect(self.width() - _CORNER_PX, self.height() - _CORNER_PX, _CORNER_PX, _CORNER_PX),
        }
        for widget, place in places.items():
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            widget.raise_()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.corner_grip.setCursor(Qt.CursorShape.SizeBDiagCursor if is_mirrored else Qt.CursorShape.SizeFDiagCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange and hasattr(self, "corner_grip"):
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_editing:
            super().keyPressEvent(event)
            return
        arrow = _ARROWS.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if arrow is not None and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(*self._mirrored(arrow))
        elif arrow is not None and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.sized.emit(*self._mirrored(arrow))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _mirrored(self, arrow: tuple[int, int]) -> tuple[int, int]:
        return (-arrow[0], arrow[1]) if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else arrow

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_editing:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and event.position().y() <= _TITLE_PX and not self.is_editing:
            self.enlarge_wanted.emit()
