"""The formats to choose from: Lapwing's own, and behind them those of plugins that run."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from lapwing.domain.file_formats import FileFormat
from lapwing.domain.transfer import SUFFIXES, ExportFormat
from lapwing.domain.visible import visible_text
from lapwing.gui.widgets import plain_tool_tip

_WIDTH_PX: Final = 150
_ROW_PX: Final = 28
_TITLES: Final = {
    ExportFormat.CSV: "CSV",
    ExportFormat.TSV: "TSV",
    ExportFormat.JSON: "JSON",
    ExportFormat.NDJSON: "NDJSON",
    ExportFormat.SQL: "SQL",
    ExportFormat.XLSX: "Excel (XLSX)",
    ExportFormat.MARKDOWN: "Markdown",
}


class FormatList(QListWidget):
    """Rows in the order of `ids`. Qt's thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_formats")
        self.setAccessibleName(self.tr("Format"))
        self.setFixedWidth(_WIDTH_PX)
        self.ids: list[str] = []
        self.of_plugins: dict[str, FileFormat] = {}
        for name, title in _TITLES.items():
            self._add(name, title)

    def _add(self, format_id: str, title: str) -> QListWidgetItem:
        item = QListWidgetItem(title, self)
        item.setSizeHint(QSize(0, _ROW_PX))
        self.ids.append(format_id)
        return item

    def add_plugins(self, formats: Sequence[FileFormat]) -> None:
        """Show these, too."""
        for each in formats:
            self.of_plugins[each.id] = each
            item = self._add(each.id, visible_text(each.title))
            item.setToolTip(plain_tool_tip(self.tr("By the plugin {name}").format(name=each.plugin)))

    @property
    def format(self) -> str:
        """The id of the chosen one."""
        return self.ids[max(0, self.currentRow())]

    @property
    def own(self) -> ExportFormat | None:
        """The chosen one where it is Lapwing's own."""
        return None if self.format in self.of_plugins else ExportFormat(self.format)

    def choose(self, format_id: str) -> None:
        """Make it the chosen one, if it is there."""
        if format_id in self.ids:
            self.setCurrentRow(self.ids.index(format_id))

    @property
    def suffix(self) -> str:
        """Of the chosen one's files."""
        own = self.own
        return SUFFIXES[own] if own is not None else self.of_plugins[self.format].suffix

    @property
    def suffixes(self) -> set[str]:
        """Of all that are shown, in lower case."""
        return {*SUFFIXES.values(), *(each.suffix.lower() for each in self.of_plugins.values())}
