"""The centre of the window: tabs and what they show."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lapwing.gui.widgets import DocumentTabBar, ToolButton


class Documents(QWidget):
    """A row of tabs above their pages. A page has the attributes `kind` and `title`.

    Signals:
        current_changed(): another page is in front, or none.
        close_wanted(QWidget): a page's cross was clicked.
        new_wanted(): the plus was clicked.
        moved(): the order of the tabs is another.
    """

    current_changed = Signal()
    close_wanted = Signal(QWidget)
    new_wanted = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documents")
        self._pages: list[QWidget] = []
        self.bar = DocumentTabBar(self)
        self.stack = QStackedWidget(self)
        plus = ToolButton("plus", parent=self, name="new_tab", tip=self.tr("New editor (Ctrl+T)"), color="dim_text")
        plus.clicked.connect(self.new_wanted)
        row = QWidget(self)
        row.setProperty("surface", "tabs")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 6, 0)
        across.setSpacing(4)
        across.addWidget(self.bar, 0)
        across.addWidget(plus)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(row)
        down.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._show)
        self.bar.tabCloseRequested.connect(lambda place: self.close_wanted.emit(self._pages[place]))
        self.bar.tabMoved.connect(self._move)

    def add(self, page: QWidget, *, icon_name: str, color: str, title: str) -> None:
        """Put a page at the end and in front."""
        self._pages.append(page)
        self.stack.addWidget(page)
        place = self.bar.addTab("")
        self.bar.dress(place, title, icon_name=icon_name, color=color)
        self.bar.setCurrentIndex(place)
        self._show(place)

    def dress(
        self, page: QWidget, title: str, *, icon_name: str, color: str, tip: str = "", modified: bool, running: bool
    ) -> None:
        """Show a page's name, colour and state on its tab."""
        place = self._pages.index(page)
        worn = (title, icon_name, color, tip, modified, running)
        if page.property("worn") == worn:
            return
        page.setProperty("worn", worn)
        self.bar.dress(place, title, icon_name=icon_name, color=color, tip=tip)
        self.bar.set_modified(place, modified)
        self.bar.set_running(place, running)

    def remove(self, page: QWidget) -> None:
        """Take a page out; the caller deletes it."""
        place = self._pages.index(page)
        del self._pages[place]
        self.stack.removeWidget(page)
        self.bar.removeTab(place)
        self.current_changed.emit()

    def move_last_to(self, place: int) -> None:
        """Put the last tab elsewhere; where there are fewer, it stays."""
        if 0 <= place < len(self._pages) - 1:
            self.bar.moveTab(len(self._pages) - 1, place)

    def show_page(self, page: QWidget) -> None:
        self.bar.setCurrentIndex(self._pages.index(page))

    def show_place(self, place: int) -> None:
        """Bring the tab at `place` to the front; nothing happens where there is none."""
        if 0 <= place < len(self._pages):
            self.bar.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """The next tab, or the one before, round and round."""
        if self._pages:
            self.bar.setCurrentIndex((self.bar.currentIndex() + by) % len(self._pages))

    @property
    def current(self) -> QWidget | None:
        place = self.bar.currentIndex()
        return self._pages[place] if 0 <= place < len(self._pages) else None

    def __iter__(self) -> Iterator[QWidget]:
        return iter(list(self._pages))

    def __len__(self) -> int:
        return len(self._pages)

    def _show(self, place: int) -> None:
        if 0 <= place < len(self._pages):
            self.stack.setCurrentWidget(self._pages[place])
            if not self.bar.hasFocus():
                self._pages[place].setFocus()
        self.current_changed.emit()

    def _move(self, old: int, new: int) -> None:
        self._pages.insert(new, self._pages.pop(old))
        self.moved.emit()
