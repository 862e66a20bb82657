"""The row of tools above the parts of the page of plugins."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapwing.gui.widgets import GivingRow, SearchField, ToolButton, caption
from lapwing.gui.widgets.sub_tabs import SubTabs

PARTS: Final = ("installed", "browse", "sources", "keys")
_TOOLS_PX: Final = 38


class PluginsTools(GivingRow):
    """Shows the tools of the part that is in front. Qt's thread.

    Signals:
        part_chosen(str): one of `PARTS`.
        filtered(): another text is to be found.
        install_wanted(), update_all_wanted(), index_wanted(), wheels_wanted(), key_wanted()
    """

    part_chosen = Signal(str)
    filtered = Signal()
    install_wanted = Signal()
    update_all_wanted = Signal()
    index_wanted = Signal()
    wheels_wanted = Signal()
    key_wanted = Signal()

    def __init__(self, part: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plugins_tools")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_TOOLS_PX)
        self._part = part
        self._updates = 0
        self.tabs = SubTabs(self.tr("Parts of this page"), self, name="plugins_tabs")
        titles = (self.tr("Installed"), self.tr("Browse"), self.tr("Sources"), self.tr("Keys"))
        self.tabs.set_tabs(dict(zip(PARTS, titles, strict=True)))
        self.filter = SearchField(self.tr("Filter plugins"), self, name="plugins_filter")
        self.filter.setFixedWidth(200)
        self.update_all = ToolButton("download", self.tr("Update all"), self, name="plugins_update_all")
        self.install = ToolButton("folder-open", self.tr("Install from file…"), self, name="plugins_install")
        self.index = ToolButton("plus", self.tr("Add index…"), self, name="plugins_add_index")
        self.wheels = ToolButton("plus", self.tr("Add source of packages…"), self, name="plugins_add_wheels")
        self.key = ToolButton("plus", self.tr("Add key…"), self, name="plugins_add_key")
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 0, 8, 0)
        across.setSpacing(8)
        across.addWidget(self.tabs, 1)
        for tool in (self.update_all, self.filter, self.install, self.index, self.wheels, self.key):
            across.addWidget(tool)
        self.let_words_go((self.install,), (self.update_all,), (self.wheels,), (self.index,))
        self._connect()
        self.show_part(part)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.part_chosen)
        self.filter.textChanged.connect(lambda _text: self.filtered.emit())
        self.update_all.clicked.connect(self.update_all_wanted)
        self.install.clicked.connect(self.install_wanted)
        self.index.clicked.connect(self.index_wanted)
        self.wheels.clicked.connect(self.wheels_wanted)
        self.key.clicked.connect(self.key_wanted)

    def show_part(self, part: str) -> None:
        """The tools of one of `PARTS`."""
        self._part = part
        self.tabs.choose(part)
        has_plugins = part in {"installed", "browse"}
        self.filter.setVisible(has_plugins)
        self.install.setVisible(has_plugins)
        self.index.setVisible(part == "sources")
        self.wheels.setVisible(part == "sources")
        self.key.setVisible(part == "keys")
        self.update_all.setVisible(has_plugins and self._updates > 0)

    def show_updates(self, count: int) -> None:
        """So many plugins can be updated."""
        self._updates = count
        self.update_all.setText(caption(self.tr("Update all ({count})").replace("{count}", str(count))))
        self.update_all.setToolTip(self.tr("Later versions of %n plugin(s) can be had.", "", count))
        self.show_part(self._part)
