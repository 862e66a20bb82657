"""Where plugins are from: the indexes, and the places of the Python packages that plugins require."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.sources import (
    IndexFacts,
    IndexRequest,
    PluginIndex,
    PluginSources,
    SetWheelPlaces,
    SwitchIndex,
)
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.plugins import index_words as words
from lapwing.gui.plugins.add_index_dialog import AddIndexDialog
from lapwing.gui.plugins.ask_dialog import AskDialog
from lapwing.gui.plugins.facts_detail import FactsDetail
from lapwing.gui.plugins.list_and_detail import ListAndDetail
from lapwing.gui.plugins.plugin_lists import PluginRows
from lapwing.gui.plugins.plugin_words import moment_text
from lapwing.gui.widgets.rows_list import Column, RowsModel

Start = Callable[[Coroutine[Any, Any, None]], None]
_STATE_PX: Final = 208


@dataclass(frozen=True, slots=True)
class Source:
    """A row.

    Attributes:
        index: None: it is a place of Python packages.
    """

    place: str
    index: IndexFacts | None = None


class _SourceRows(RowsModel):
    """Only indexes can be switched off: places of packages have no box."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self._has_box(index) else flags & ~Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and not self._has_box(index):
            return None
        return super().data(index, role)

    def _has_box(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return index.isValid() and self.rows[index.row()].index is not None


class SourcesView(QWidget):
    """Reads from the engine when it is asked to. Qt's thread."""

    def __init__(self, client: EngineClient, start: Start, parent: QWidget) -> None:
        """`start` lets work go on beside."""
        super().__init__(parent)
        self.setObjectName("plugins_sources")
        self._client = client
        self._start = start
        self._wheels: tuple[str, ...] = ()
        self.model = self._model(self)
        self.list = PluginRows(self.model, self.tr("Sources of plugins"), self, name="plugins_sources_list")
        self.detail = FactsDetail("link", self, name="source_detail")
        self.compare_button = self.detail.add_button(self.tr("Compare key…"), name="source_compare", primary=True)
        self.remove_button = self.detail.add_button(self.tr("Remove…"), name="source_remove")
        divided = ListAndDetail(self.list, self.detail, self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(divided)
        self.list.chosen.connect(self._show_chosen)
        self.list.delete_wanted.connect(self.remove)
        self.model.ticked.connect(self._switch)
        self.compare_button.clicked.connect(self._compare)
        self.remove_button.clicked.connect(self.remove)

    def _model(self, parent: QObject) -> RowsModel:
        """Rows are `Source`; the box says whether an index is asked."""
        columns = (
            Column(
                self.tr("Source"),
                lambda it: words.index_name(it.index) if it.index else visible_text(it.place[:300]),
                checked=lambda it: it.index is None or it.index.is_on,
                tip=lambda it: it.place,
            ),
            Column(
                self.tr("State"),
                lambda it: words.index_state(it.index)[0] if it.index else self.tr("Python packages"),
                _STATE_PX,
                color=lambda it: "" if it.index else "dim_text",
                drawing=lambda it: words.index_state(it.index)[1:] if it.index else None,
            ),
        )
        return _SourceRows(columns, lambda it: (it.index is None, it.place), parent)

    # what is shown

    async def read(self, *, is_fetched: bool) -> None:
        """What is known at once; then, where they are to be asked, what indexes say now."""
        sources = await self._client.call("plugin.sources", None, PluginSources)
        for asks in (False, True)[: 1 + is_fetched]:
            found = await self._client.call("plugin.index", IndexRequest(is_fetched=asks), PluginIndex)
            self.show_sources(found.indexes, sources.wheels)

    def show_sources(self, indexes: Sequence[IndexFacts], wheels: Sequence[str]) -> None:
        """These."""
        self._wheels = tuple(wheels)
        rows = [Source(each.place, each) for each in indexes]
        self.list.show_rows([*rows, *(Source(each) for each in wheels)])
        self._show_chosen()

    @property
    def chosen(self) -> Source | None:
        return next(iter(self.list.selected()), None)

    def _show_chosen(self) -> None:
        source = self.chosen
        self.detail.setVisible(source is not None)
        if source is None:
            return
        index = source.index
        self.remove_button.setVisible(index is None or not index.is_shipped)
        is_asked = index is not None and not index.is_shipped and index.is_on
        self.compare_button.setVisible(is_asked and index is not None and words.needs_comparing(index))
        if index is None:
            sentence = self.tr("What plugins require and Lapwing does not have is looked for there, as pure wheels.")
            self.detail.show_facts(source.place, self.tr("Python packages"), sentence, ())
        else:
            self._show_index(index)

    def _show_index(self, index: IndexFacts) -> None:
        if index.is_shipped:
            sentence = self.tr("The plugins that come with Lapwing. It can be switched off, but not removed.")
        elif index.is_trusted and index.error is None:
            sentence = self.tr("Its key was compared: what it has counts as signed.")
        else:
            sentence = ""
        facts = (
            (self.tr("Address"), "" if index.is_shipped else index.place),
            (self.tr("Signed by"), index.key),
            (self.tr("Key compared"), index.pinned if index.pinned != index.key else ""),
            (self.tr("Plugins"), str(index.plugins) if index.plugins else ""),
            (self.tr("Made"), "" if index.is_shipped else moment_text(index.made_at)),
            (self.tr("Valid until"), moment_text(index.expires_at)),
        )
        trouble = " ".join(words.index_troubles(index))
        self.detail.show_facts(words.index_name(index), words.index_state(index)[0], sentence, facts, trouble)

    # what is done

    def add_index(self, place: str = "") -> None:
        """Ask for an index and its key; with a place, only for its other key."""
        dialog = AddIndexDialog(self._client, place, self)
        dialog.added.connect(lambda _sources: self._start(self.read(is_fetched=True)))
        dialog.open()

    def _compare(self) -> None:
        if self.chosen is not None:
            self.add_index(self.chosen.place)

    def add_wheels(self) -> None:
        """Ask for another place of Python packages."""
        text = self.tr("A folder with wheels, or the address of an index such as https://pypi.org/simple/.")
        dialog = AskDialog(
            self.tr("Add a source of packages"), text, self.tr("Add"), self, name="add_wheels", line=self.tr("Place")
        )
        dialog.agreed.connect(lambda place: self._set_wheels((*self._wheels, place)) if place else None)
        dialog.open()
        dialog.line.setFocus()

    def _set_wheels(self, places: tuple[str, ...]) -> None:
        self._start(self._do("plugin.set_wheel_places", SetWheelPlaces(places)))

    def _switch(self, source: Source, is_on: bool) -> None:
        if source.index is not None:
            place = "" if source.index.is_shipped else source.place
            self._start(self._do("plugin.switch_index", SwitchIndex(place, is_on)))

    def remove(self) -> None:
        """Ask, and look there no more."""
        source = self.chosen
        if source is None or (source.index is not None and source.index.is_shipped):
            return
        name = words.index_name(source.index) if source.index else visible_text(source.place)
        dialog = AskDialog(
            self.tr("Remove {name}?").replace("{name}", name),
            self.tr("It is not asked any more. What was installed from it stays."),
            self.tr("Remove"),
            self,
            name="remove_source",
        )
        dialog.agreed.connect(lambda _text: self._remove(source))
        dialog.open()

    def _remove(self, source: Source) -> None:
        if source.index is None:
            self._set_wheels(tuple(each for each in self._wheels if each != source.place))
        else:
            self._start(self._do("plugin.remove_index", IndexRequest(source.place)))

    async def _do(self, operation: str, request: object) -> None:
        await self._client.call(operation, request, PluginSources)
        await self.read(is_fetched=True)
