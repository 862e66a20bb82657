"""The two lists of the page of plugins: those that are installed, and those that an index has."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from lapwing.domain.plugins.facts import PluginFacts, Trust
from lapwing.domain.plugins.sources import IndexEntry
from lapwing.domain.visible import visible_text
from lapwing.gui.plugins import plugin_words as words
from lapwing.gui.widgets.rows_list import Column, RowsList, RowsModel

_VERSION_PX: Final = 62
_STATE_PX: Final = 140
_FROM_PX: Final = 80
_NAME_PX: Final = 120
"""Room that names keep in a narrow list."""
_LONGEST: Final = 300
_TRUST_COLORS: Final = {Trust.UNSIGNED: "warning", Trust.REVOKED: "bad"}


def _shown(text: str) -> str:
    return visible_text(text[:_LONGEST])


def installed_model(parent: QObject) -> RowsModel:
    """Rows are `PluginFacts`; the box says whether it is enabled."""
    columns = (
        Column(
            QCoreApplication.translate("PluginLists", "Plugin"),
            lambda it: _shown(it.manifest.name),
            checked=lambda it: it.is_enabled,
            tip=lambda it: it.manifest.description[:_LONGEST],
        ),
        Column(
            QCoreApplication.translate("PluginLists", "Version"),
            _version,
            _VERSION_PX,
            color=lambda it: "accent_text" if it.update else "dim_text",
            tip=_version_tip,
        ),
        Column(
            QCoreApplication.translate("PluginLists", "State"),
            lambda it: words.state_text(it.state),
            _STATE_PX,
            drawing=lambda it: words.STATE_ICONS[it.state],
            tip=words.state_sentence,
        ),
        Column(
            QCoreApplication.translate("PluginLists", "From"),
            lambda it: words.trust_text(it.trust),
            _FROM_PX,
            color=lambda it: _TRUST_COLORS.get(it.trust, "dim_text"),
            tip=lambda it: words.trust_sentence(it.trust),
        ),
    )
    return RowsModel(columns, lambda it: it.manifest.id, parent)


def _version(facts: PluginFacts) -> str:
    return f"{_shown(facts.manifest.version)} ↑" if facts.update else _shown(facts.manifest.version)


def _version_tip(facts: PluginFacts) -> str:
    if not facts.update:
        return facts.manifest.version
    text = QCoreApplication.translate("PluginLists", "Version {version} can be had.")
    return text.replace("{version}", facts.update)


def index_model(parent: QObject) -> RowsModel:
    """Rows are `IndexEntry`."""
    columns = (
        Column(
            QCoreApplication.translate("PluginLists", "Plugin"),
            lambda it: _shown(it.name),
            drawing=_drawing,
            tip=lambda it: it.description[:_LONGEST],
        ),
        Column(
            QCoreApplication.translate("PluginLists", "Version"),
            lambda it: _shown(it.version),
            _VERSION_PX,
            color=lambda _it: "dim_text",
        ),
        Column(
            QCoreApplication.translate("PluginLists", "Here"),
            _here,
            _STATE_PX,
            color=lambda it: "accent_text" if it.is_update else "" if it.fits else "warning",
        ),
    )
    return RowsModel(columns, lambda it: (it.id, it.index), parent)


def _drawing(entry: IndexEntry) -> tuple[str, str]:
    if entry.is_update:
        return "download", "accent_text"
    return ("check", "good") if entry.installed else ("plugin", "dim_text")


def _here(entry: IndexEntry) -> str:
    if entry.installed == entry.version:
        return QCoreApplication.translate("PluginLists", "Installed")
    if entry.installed:
        text = QCoreApplication.translate("PluginLists", "{version} installed")
        return text.replace("{version}", _shown(entry.installed))
    return "" if entry.fits else QCoreApplication.translate("PluginLists", "Does not fit")


class PluginRows(RowsList):
    """One of them is chosen at a time. Where names would have no room, columns without drawings are left out, the last
    first: the detail beside the list says the same."""

    def __init__(self, model: RowsModel, label: str, parent: QWidget, *, name: str) -> None:
        super().__init__(model, label, parent, name=name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumWidth(260)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.header()
        left = self.viewport().width() - _NAME_PX
        for place in sorted(range(1, len(self._model.columns)), key=self._can_go):
            left -= header.sectionSize(place) or self._model.columns[place].width
            header.setSectionHidden(place, self._can_go(place) and left < 0)

    def _can_go(self, place: int) -> bool:
        return self._model.columns[place].drawing is None
