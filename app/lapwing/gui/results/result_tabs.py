"""The tabs of results, each with a pin, and the messages."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from lapwing.gui.widgets import ToolButton

MESSAGES = "messages"


class ResultTabs(QTabBar):
    """Results by their ids, then the messages and other pages that stay. Qt's thread.

    Signals:
        pin_wanted(str): The pin of a result was clicked.
        close_wanted(str): A result was clicked with the middle button.
        menu_wanted(str, QPoint): The context menu of a result, at a place of the screen.
    """

    pin_wanted = Signal(str)
    close_wanted = Signal(str)
    menu_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: set[str] = set()
        self._earlier: set[str] = set()
        self.setObjectName("result_tabs")
        self.setAccessibleName(self.tr("Results"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_at)
        self.add_page(MESSAGES, self.tr("Messages"))

    def place_of(self, result_id: str) -> int:
        """The place of a result's tab; -1 when it has none."""
        return next((place for place in range(self.count()) if self.tabData(place) == result_id), -1)

    def add_page(self, key: str, title: str) -> None:
        """A tab at the end that stays, whatever is run."""
        self._pages.add(key)
        self.setTabData(self.addTab(title), key)

    def add_result(self, result_id: str) -> int:
        """A tab for a new result, before the messages, with the first number that is free; its place."""
        taken = {self.tabText(place) for place in range(self.count())}
        titles = (self.tr("Result {number}").format(number=number) for number in range(1, self.count() + 1))
        place = self.place_of(MESSAGES)
        self.insertTab(place, next(title for title in titles if title not in taken))
        self.setTabData(place, result_id)
        pin = ToolButton("pin", "", self, name="result_pin", tip=self.tr("Keep this result"), color="faint_text")
        pin.setProperty("look", "pin")
        pin.setIconSize(QSize(14, 14))
        pin.setFixedSize(20, 20)
        pin.setCheckable(True)
        pin.clicked.connect(lambda _on=False: self.pin_wanted.emit(self._id_beside(pin)))
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, pin)
        return place

    def _id_beside(self, pin: QWidget) -> str:
        side = QTabBar.ButtonPosition.RightSide
        return next((str(self.tabData(n)) for n in range(self.count()) if self.tabButton(n, side) is pin), "")

    def show_pinned(self, result_id: str, pinned: bool) -> None:
        """Show that a result stays when the next statement is run."""
        pin = self.tabButton(self.place_of(result_id), QTabBar.ButtonPosition.RightSide)
        if isinstance(pin, ToolButton):
            pin.setChecked(pinned)
            pin.set_icon("pin", "accent_text" if pinned else "faint_text")

    def show_earlier(self, result_id: str) -> None:
        """Show that a result is of a statement before the one that was run last."""
        place, words = self.place_of(result_id), self.tr("{title} (earlier)")
        if place >= 0 and result_id not in self._earlier:
            self._earlier.add(result_id)
            self.setTabText(place, words.replace("{title}", self.tabText(place)))
            self.setTabToolTip(place, self.tr("Of a statement before the one that failed"))

    def remove(self, result_id: str) -> None:
        if (place := self.place_of(result_id)) >= 0:
            self.removeTab(place)

    def show_messages(self) -> None:
        self.setCurrentIndex(self.place_of(MESSAGES))

    def _is_result(self, data: object) -> bool:
        return isinstance(data, str) and data not in self._pages

    def _menu_at(self, place: QPoint) -> None:
        data = self.tabData(self.tabAt(place))
        if self._is_result(data):
            self.menu_wanted.emit(data, self.mapToGlobal(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        data = self.tabData(self.tabAt(event.position().toPoint()))
        if event.button() == Qt.MouseButton.MiddleButton and self._is_result(data):
            self.close_wanted.emit(data)
            return
        super().mouseReleaseEvent(event)
