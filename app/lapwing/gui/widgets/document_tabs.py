"""The tabs of the centre: each in its connection's colour, and showing whether it is saved and whether it runs."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.theme import Theme, icon
from lapwing.gui.widgets.plain_text import caption, plain_tool_tip
from lapwing.gui.widgets.spinner import Spinner

_LINE_PX = 2
_MAX_WIDTH = 260
_END_PX = 16


@dataclass(frozen=True, slots=True)
class _Look:
    """What a tab shows besides its name. Kept as the tab's data, which moves with it."""

    color: str = "accent_text"
    modified: bool = False
    running: bool = False


class _TabEnd(QToolButton):
    """The end of a tab: a cross; a dot while something is not saved, spokes while something runs, and the cross again
    while the pointer is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tab.close")
        self.setAccessibleName(self.tr("Close tab"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(_END_PX, _END_PX)
        self._spinner = Spinner(self, px=14)
        self._spinner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._spinner.setGeometry(self.rect())
        self._spinner.hide()
        self._modified = False

    def show_look(self, look: _Look) -> None:
        self._modified = look.modified
        self._spinner.setVisible(look.running and not self.underMouse())
        if look.running:
            if not self._spinner.is_running:
                self._spinner.start()
        else:
            self._spinner.stop()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._spinner.hide()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._spinner.setVisible(self._spinner.is_running)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hovered = self.underMouse()
        if hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Theme.current().colors.pressed if self.isDown() else Theme.current().colors.hover)
            painter.drawRoundedRect(self.rect(), 3, 3)
        elif self._spinner.is_running:
            return
        rest = ("filled-dot", "dim_text", 0) if self._modified else ("close", "faint_text", 1)
        name, color, inset = ("close", "text", 1) if hovered else rest
        icon(name, color).paint(painter, self.rect().adjusted(inset, inset, -inset, -inset))


class DocumentTabBar(QTabBar):
    """For `QTabWidget.setTabBar`, or alone. Tabs can be dragged; the active one has a line of its colour on top.

    Middle click and the cross ask to close: listen to the bar's own `tabCloseRequested`. (`QTabWidget` hands it on
    only after `setTabsClosable`, which would add Qt's crosses.)

    Signals:
        tab_menu_requested: Context menu wanted for a tab (index), at a global position.
    """

    tab_menu_requested = Signal(int, object)

    def __init__(self, parent: QWidget | None = None, *, name: str = "documentTabs") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Open tabs"))
        self.setMovable(True)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(_END_PX, _END_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pressed_middle = -1

    def dress(self, index: int, text: str, *, icon_name: str, color: str, tip: str = "") -> None:
        """Give a tab its name, drawing and colour.

        Args:
            index: Which tab.
            text: May come from a server; shown as plain text.
            icon_name: What kind of tab it is.
            color: Its connection's: a token, or `#rrggbb`.
            tip: The full story, plain text; `text` if empty.
        """
        self.setTabText(index, caption(text))
        self.setTabIcon(index, icon(icon_name, color))
        self.setTabToolTip(index, plain_tool_tip(tip or text))
        self._set_look(index, replace(self._look(index), color=color))

    def set_modified(self, index: int, modified: bool) -> None:
        """A dot instead of the cross says that something is not saved."""
        self._set_look(index, replace(self._look(index), modified=modified))

    def set_running(self, index: int, running: bool) -> None:
        """Turning spokes instead of the cross say that something runs."""
        self._set_look(index, replace(self._look(index), running=running))

    def _look(self, index: int) -> _Look:
        look = self.tabData(index)
        return look if isinstance(look, _Look) else _Look()

    def _set_look(self, index: int, look: _Look) -> None:
        self.setTabData(index, look)
        end = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if isinstance(end, _TabEnd):
            end.show_look(look)
        self.update(self.tabRect(index))

    def _on_end_clicked(self) -> None:
        end = self.sender()
        for index in range(self.count()):
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is end:
                self.tabCloseRequested.emit(index)
                return

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        end = _TabEnd(self)
        end.clicked.connect(self._on_end_clicked)
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, end)

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(min(hint.width(), _MAX_WIDTH), hint.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pressed_middle = self.tabAt(event.position().toPoint())
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            pressed, self._pressed_middle = self._pressed_middle, -1
            if pressed >= 0 and pressed == self.tabAt(event.position().toPoint()):
                self.tabCloseRequested.emit(pressed)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.tabAt(event.pos())
        if index >= 0:
            self.tab_menu_requested.emit(index, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors.panel)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colors.line)
        painter.end()
        super().paintEvent(event)
        current = self.currentIndex()
        if current >= 0:
            rect = self.tabRect(current)
            top = QRect(rect.left(), rect.top(), rect.width(), _LINE_PX)
            painter = QPainter(self)
            painter.fillRect(top, Theme.current().color(self._look(current).color))
            painter.end()
