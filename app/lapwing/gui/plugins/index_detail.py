"""All about a plugin that can be had from an index, before anything of it is here."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.plugins.manifest import Manifest
from lapwing.domain.plugins.sources import IndexEntry, IndexFacts, PluginIndex
from lapwing.domain.visible import visible_text
from lapwing.gui.plugins import plugin_words as words
from lapwing.gui.plugins.document_parts import KeyValues
from lapwing.gui.plugins.permission_list import PermissionList
from lapwing.gui.plugins.permission_words import freedom_words, permission_words
from lapwing.gui.plugins.plugin_detail import scrolled
from lapwing.gui.widgets import PlainLabel, caption
from lapwing.gui.widgets.icon_label import IconLabel

_EDGE_PX: Final = 20
_LEAST_PX: Final = 310
_LONGEST: Final = 2_000


class IndexDetail(QWidget):
    """Shows one entry after the other. Qt's thread.

    Signals:
        install_wanted(IndexEntry): or to be shown, where it is installed.
    """

    install_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("index_detail")
        self.setMinimumWidth(_LEAST_PX)
        self.entry: IndexEntry | None = None
        self._facts: KeyValues | None = None
        self._name = PlainLabel("", self, look="title", elide=True)
        self._by = PlainLabel("", self, look="dim", elide=True)
        self._description = PlainLabel("", self, lines=True)
        self.install_button = QPushButton(self)
        self.install_button.setObjectName("index_install")
        self.install_button.setProperty("primary", "true")
        self.install_button.clicked.connect(lambda: self.install_wanted.emit(self.entry))
        self.permissions = PermissionList(self, name="index_permissions")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(self._name)
        titles.addWidget(self._by)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE_PX, 14, _EDGE_PX, 12)
        head.setSpacing(12)
        head.addWidget(IconLabel("plugin", "accent_text", 28, self))
        head.addLayout(titles, 1)
        head.addWidget(self.install_button)
        line = QWidget(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        page = QWidget(self)
        self._inside = QVBoxLayout(page)
        self._inside.setContentsMargins(_EDGE_PX, 16, _EDGE_PX, 16)
        self._inside.setSpacing(14)
        self._inside.addWidget(self._description)
        self._place = QVBoxLayout()
        self._inside.addLayout(self._place)
        self._inside.addWidget(PlainLabel(self.tr("WHAT IT MAY DO"), page, look="heading"))
        self._inside.addWidget(self.permissions)
        self._inside.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(head)
        down.addWidget(line)
        down.addWidget(scrolled(page, self), 1)

    def show_entry(self, entry: IndexEntry | None, found: PluginIndex) -> None:
        """All that an index says of a plugin."""
        self.entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        self._name.setText(entry.name[:_LONGEST])
        parts = (entry.version, entry.author, entry.license)
        self._by.setText(" · ".join(visible_text(part[:_LONGEST]) for part in parts if part))
        self._description.setText(entry.description[:_LONGEST])
        self._description.setVisible(bool(entry.description))
        self._show_button(entry)
        index = next((each for each in found.indexes if each.place == entry.index), None)
        if self._facts is not None:
            self._place.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = KeyValues(self._told(entry, index), self)
        self._place.addWidget(self._facts)
        manifest = Manifest(entry.id, entry.name, entry.version)
        enforcement = None if entry.is_bundled else found.enforcement
        self.permissions.show_permissions(
            permission_words(manifest, entry.permissions, enforcement), warning=freedom_words(manifest, enforcement)
        )

    def _show_button(self, entry: IndexEntry) -> None:
        is_here = entry.installed == entry.version
        if is_here:
            text = self.tr("Show")
        elif entry.is_later:
            text = self.tr("Update to {version}…")
        else:
            text = self.tr("Go back to {version}…") if entry.installed else self.tr("Install…")
        is_new = not entry.installed or entry.is_later
        self.install_button.setProperty("primary", "true" if is_new else "false")
        self.install_button.style().unpolish(self.install_button)
        self.install_button.style().polish(self.install_button)
        self.install_button.setText(caption(text.replace("{version}", entry.version[:40])))
        self.install_button.setEnabled(entry.fits or is_here)

    def _told(self, entry: IndexEntry, index: IndexFacts | None) -> tuple[tuple[str, str], ...]:
        if entry.is_bundled:
            origin = self.tr("It comes with Lapwing.")
        elif index is not None and index.is_trusted:
            name = index.name or index.key
            origin = self.tr("An index signed by {name}, whose key you trust.").replace("{name}", name)
        else:
            origin = self.tr("An index whose signature you do not trust: what it says is not vouched for.")
        told = [
            (self.tr("From"), origin),
            (self.tr("Index"), "" if entry.is_bundled else entry.index),
            (self.tr("Size"), words.size_text(entry.size) if entry.size else ""),
            (self.tr("Works with Lapwing"), entry.lapwing),
            (self.tr("Web page"), entry.homepage),
        ]
        return tuple((name, value[:_LONGEST]) for name, value in told if value)
