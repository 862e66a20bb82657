"""The manual in a window of its own, which can stay open beside the work."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from lapwing.gui.shell.help_places import FIRST
from lapwing.gui.shell.manual_pages import ManualPage, manual_pages, page_named, words_of
from lapwing.gui.shell.manual_text import ManualText
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel, SearchField, ToolButton
from lapwing.gui.widgets.reading_order import put_in_reading_order

_SIZE_PX: Final = (980, 680)
_SIDE_PX: Final = 264
_ROW_PX: Final = 26
_PAGE, _SECTION = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ManualWindow(QDialog):
    """Contents and search at the left, the page at the right. Qt's thread.

    Links lead to other pages of the manual, and nowhere else.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setWindowTitle(self.tr("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self._behind: list[str] = []
        self._ahead: list[str] = []
        self._place = ""
        self.search = SearchField(self.tr("Search the manual"), self, name="manual_search")
        self.contents = QTreeWidget(self)
        self.text = ManualText(self)
        self.back = ToolButton("chevron-left", parent=self, name="manual_back", tip=self.tr("Back (Alt+Left)"))
        self.forward = ToolButton(
            "chevron-right", parent=self, name="manual_forward", tip=self.tr("Forward (Alt+Right)")
        )
        self.said = PlainLabel("", self, look="dim")
        self.said.setObjectName("manual_said")
        self._fill()
        self._lay_out()
        put_in_reading_order(self)
        self._connect()
        self.show_place(FIRST)

    def _fill(self) -> None:
        contents = self.contents
        contents.setObjectName("manual_contents")
        contents.setAccessibleName(self.tr("Contents"))
        contents.setHeaderHidden(True)
        contents.setUniformRowHeights(True)
        contents.setIndentation(14)
        for page in manual_pages():
            item = QTreeWidgetItem(contents, [page.title])
            item.setData(0, _PAGE, page.file)
            item.setSizeHint(0, QSize(0, _ROW_PX))
            for section in page.sections:
                below = QTreeWidgetItem(item, [section])
                below.setData(0, _PAGE, page.file)
                below.setData(0, _SECTION, section)
                below.setSizeHint(0, QSize(0, _ROW_PX))

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(_SIDE_PX)
        side.setProperty("surface", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout()
        across.setSpacing(2)
        across.addWidget(self.back)
        across.addWidget(self.forward)
        across.addStretch(1)
        across.addWidget(self.said)
        down = QVBoxLayout(side)
        down.setContentsMargins(10, 10, 10, 0)
        down.setSpacing(8)
        down.addWidget(self.search)
        down.addLayout(across)
        down.addWidget(self.contents, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(self.text, 1)

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(lambda item, _old: self._chosen(item))
        self.contents.itemClicked.connect(lambda item, _column: self._chosen(item))
        self.text.anchorClicked.connect(self._follow)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(lambda: self.text.step(1))
        self.search.left_downwards.connect(self.contents.setFocus)
        self.back.clicked.connect(lambda: self._go(self._behind, self._ahead))
        self.forward.clicked.connect(lambda: self._go(self._ahead, self._behind))
        standard = QKeySequence.StandardKey
        for name, keys, act in (
            ("manual_find", [QKeySequence(standard.Find)], self.search.setFocus),
            ("manual_next", [QKeySequence("F3")], lambda: self.text.step(1)),
            ("manual_previous", [QKeySequence("Shift+F3")], lambda: self.text.step(-1)),
            ("manual_go_back", [QKeySequence("Alt+Left")], self.back.click),
            ("manual_go_forward", [QKeySequence("Alt+Right")], self.forward.click),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcuts(keys)
            action.triggered.connect(lambda _checked=False, act=act: act())
            self.addAction(action)
        Theme.current().changed.connect(self._show_again)

    # where one is

    @property
    def place(self) -> str:
        """The file of the page that is shown, and behind `#` the section that was gone to."""
        return self._place

    def show_place(self, place: str) -> None:
        """Show a page, or a section of it (`file#section`); the one before can be gone back to."""
        if place == self._place:
            return
        if page_named(place.partition("#")[0]) is None:
            return
        if self._place:
            self._behind.append(self._place)
            self._ahead.clear()
        self._show(place)

    def _go(self, there: list[str], back: list[str]) -> None:
        if there:
            back.append(self._place)
            self._show(there.pop())

    def _show(self, place: str) -> None:
        file, _, section = place.partition("#")
        page = page_named(file)
        assert page is not None
        is_other = file != self._place.partition("#")[0]
        self._place = place
        if is_other:
            self.text.show_markdown(page.text)
            self._mark(page)
        if section:
            self.text.show_section(section)
        elif not self._wanted:
            self.text.verticalScrollBar().setValue(0)
        self.back.setEnabled(bool(self._behind))
        self.forward.setEnabled(bool(self._ahead))
        self._choose(file, section)

    def _show_again(self) -> None:
        """In other colours."""
        at = self.text.verticalScrollBar().value()
        page = page_named(self._place.partition("#")[0])
        if page is not None:
            self.text.show_markdown(page.text)
            self._mark(page)
            self.text.verticalScrollBar().setValue(at)

    def _choose(self, file: str, section: str) -> None:
        """Let the contents show where one is."""
        self.contents.blockSignals(True)
        for row in range(self.contents.topLevelItemCount()):
            item = self.contents.topLevelItem(row)
            if item is None:
                continue
            is_it = item.data(0, _PAGE) == file
            item.setExpanded(is_it)
            if is_it:
                below = filter(None, (item.child(place) for place in range(item.childCount())))
                chosen = next((each for each in below if each.data(0, _SECTION) == section), item)
                self.contents.setCurrentItem(chosen)
                self.contents.scrollToItem(chosen)
        self.contents.blockSignals(False)
        self.contents.viewport().update()

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            section = item.data(0, _SECTION)
            self.show_place(f"{item.data(0, _PAGE)}#{section}" if section else item.data(0, _PAGE))

    def _follow(self, link: QUrl) -> None:
        """Only what is a page of the manual: no scheme, no other folder."""
        if link.isRelative():
            self.show_place(f"{link.path()}#{link.fragment()}" if link.hasFragment() else link.path())

    # search

    @property
    def _wanted(self) -> list[str]:
        return words_of(self.search.text())

    def _search(self) -> None:
        words = self._wanted
        counts = {page.file: page.count_of(words) for page in manual_pages()} if words else {}
        for row in range(self.contents.topLevelItemCount()):
            item = self.contents.topLevelItem(row)
            if item is not None:
                item.setHidden(bool(words) and not counts[item.data(0, _PAGE)])
        found = sum(1 for count in counts.values() if count)
        self.said.setText(self.tr("%n page(s)", "", found) if words else "")
        now = self._place.partition("#")[0]
        if found and not counts[now]:
            best = max(manual_pages(), key=lambda page: (_is_titled(page, words), counts[page.file]))
            self.show_place(best.file)
        elif (page := page_named(now)) is not None:
            self._mark(page)

    def _mark(self, page: ManualPage) -> None:
        words = self._wanted
        if words and page.count_of(words):
            self.text.mark(words)
        else:
            self.text.mark(())


def _is_titled(page: ManualPage, words: list[str]) -> bool:
    return all(word in page.title.lower() for word in words)
