"""The settings: groups at the left, what can be set at the right, a search over all of it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from lapwing.gui.actions import Action
from lapwing.gui.preferences.key_page import KeyPage
from lapwing.gui.preferences.settings_list import SettingsList
from lapwing.gui.preferences.texts import declared_text
from lapwing.gui.widgets import Banner, Level, SearchField
from lapwing.settings.declared import GROUPS

_SIZE_PX: Final = (920, 620)
_LIST_PX: Final = 220
_ROW_PX: Final = 28


class SettingsDialog(QDialog):
    """Everything holds and is kept at once; there is no Save and no Cancel. GUI thread.

    Signals:
        changed(str): the setting of this name has another value.
    """

    changed = Signal(str)

    def __init__(self, path: Callable[[Action], str], parent: QWidget) -> None:
        """`path` names the place of an action in the menus."""
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self.banner = Banner(self, name="settings_banner")
        self.banner.hide()
        self.search = SearchField(self.tr("Find a setting"), self, name="settings_search")
        self.groups = QListWidget(self)
        self.groups.setObjectName("settings_groups")
        self.groups.setAccessibleName(self.tr("Groups"))
        self.groups.addItems([declared_text(group) for group in GROUPS])
        self.groups.addItem(self.tr("Keyboard"))
        for row in range(self.groups.count()):
            self.groups.item(row).setSizeHint(QSize(0, _ROW_PX))
        self.list = SettingsList()
        self.keys = KeyPage(path)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.keys)
        self._lay_out()
        self.search.textChanged.connect(self._search)
        self.groups.currentRowChanged.connect(self._show_group)
        self.list.changed.connect(self.changed)
        self.list.refused.connect(lambda text: self.banner.say(Level.ERROR, text))
        self.groups.setCurrentRow(0)
        self.search.setFocus()

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(_LIST_PX)
        side.setProperty("surface", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(12, 14, 12, 12)
        beside.setSpacing(10)
        beside.addWidget(self.search)
        beside.addWidget(self.groups, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(self.stack, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(across, 1)

    def _search(self, wanted: str) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.search(wanted)
        self.list.verticalScrollBar().setValue(0)

    def _show_group(self, row: int) -> None:
        if row >= len(GROUPS):
            self.stack.setCurrentWidget(self.keys)
            return
        self.stack.setCurrentWidget(self.list)
        if row >= 0:
            if self.search.text():
                self.search.clear()
            self.list.show_group(GROUPS[row])

    def show_keys(self, wanted: str = "") -> None:
        """Bring the keyboard page to the front."""
        self.groups.setCurrentRow(len(GROUPS))
        self.keys.search.setText(wanted)
        self.keys.search.setFocus()

    def show_setting(self, name: str) -> None:
        """Bring one setting into view."""
        self.stack.setCurrentWidget(self.list)
        self.list.show_setting(name)
