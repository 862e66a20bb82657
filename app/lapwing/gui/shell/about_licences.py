"""The licences in About: every part at the left, the text of the chosen one at the right."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lapwing.gui.shell.licences import Part
from lapwing.gui.theme import Theme, mono_font
from lapwing.gui.widgets import SearchField

_LIST_PX: Final = 340
_TEXT_PX: Final = 11


class LicencesPage(QWidget):
    """Qt's thread; the parts are read elsewhere, since that takes a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_licences")
        self._parts: tuple[Part, ...] = ()
        self.search = SearchField(self.tr("Find a part or a licence"), self, name="about_search")
        self.list = QTreeWidget(self)
        self.list.setObjectName("about_parts")
        self.list.setAccessibleName(self.tr("Parts"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, _LIST_PX * 2 // 5)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("about_licence_text")
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setReadOnly(True)
        self.text.setProperty("look", "code")
        self.text.setFont(mono_font(_TEXT_PX))
        self.text.document().setDocumentMargin(14)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.search.left_downwards.connect(self.list.setFocus)
        Theme.current().changed.connect(self._color)
        self.list.currentItemChanged.connect(lambda item, _old: self._show(item))

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(_LIST_PX)
        down = QVBoxLayout(side)
        down.setContentsMargins(12, 12, 0, 0)
        down.setSpacing(8)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 12, 0)
        above.addWidget(self.search)
        down.addLayout(above)
        down.addWidget(self.list, 1)
        line = QWidget(self)
        line.setFixedWidth(1)
        line.setProperty("look", "line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(line)
        across.addWidget(self.text, 1)

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """List these, and show the first one's text."""
        self._parts = parts
        for place, part in enumerate(parts):
            item = QTreeWidgetItem(self.list, [f"{part.name} {part.version}".strip(), part.licence])
            item.setData(0, Qt.ItemDataRole.UserRole, place)
            item.setToolTip(1, part.licence)
            if part.inside:
                item.setToolTip(0, self.tr("Comes inside {package}").format(package=part.inside))
        self._color()
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)

    def _color(self) -> None:
        dim = Theme.current().colors.dim_text
        for row in range(self.list.topLevelItemCount()):
            if (item := self.list.topLevelItem(row)) is not None:
                item.setForeground(1, dim)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            self.text.clear()
            return
        self.text.setPlainText(self._parts[item.data(0, Qt.ItemDataRole.UserRole)].text())

    def _filter(self, wanted: str) -> None:
        words = wanted.lower().split()
        first = None
        for row, part in enumerate(self._parts):
            told = f"{part.name} {part.version} {part.licence} {part.inside}".lower()
            item = self.list.topLevelItem(row)
            if item is None:
                continue
            item.setHidden(not all(word in told for word in words))
            first = first or (None if item.isHidden() else item)
        current = self.list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(first)
