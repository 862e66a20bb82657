"""The dialog in which an import is begun."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from lapwing.domain.catalog import ListRelations, RelationList
from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import ConfirmationNeeded
from lapwing.domain.errors import LapwingError
from lapwing.domain.file_formats import FileFormat, FileFormats
from lapwing.domain.file_imports import FileRows, ImportFile, ImportPreview, ImportTable, PreviewImport
from lapwing.domain.jobs import JobFacts
from lapwing.domain.results import Column
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.theme.fonts import mono_font
from lapwing.gui.transfer.import_offer import ImportOffer
from lapwing.gui.transfer.mapping_form import MappingForm, doubled, missing_values, table_words
from lapwing.gui.transfer.preview import table_text
from lapwing.gui.transfer.source_row import SourceRow
from lapwing.gui.widgets import Banner, EmptyState, Level, PillCombo, PlainLabel
from lapwing.gui.widgets.counts import grouped
from lapwing.gui.widgets.reading_order import put_in_reading_order

_SIZE_PX: Final = (940, 640)
_PREVIEW_PX: Final = 150
_MOST_COLUMNS: Final = 500
"""A row of fields each takes a millisecond to make."""
_THERE, _NEW = "there", "new"
Confirm = Callable[[ConfirmationNeeded, str], Awaitable[bool]]
"""Asks the person whether rows may go into that table; whether they may."""


class FileImportDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        started(JobFacts): An import is under way.
        plugins_wanted(): The person wants to see to plugins.
    """

    started = Signal(object)
    plugins_wanted = Signal()

    def __init__(
        self, client: EngineClient, offer: ImportOffer, folder: str, confirm: Confirm, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("file_import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.resize(*_SIZE_PX)
        self._client = client
        self._offer = offer
        self._confirm = confirm
        self._formats: dict[str, FileFormat] = {}
        self._rows: FileRows | None = None
        self._table: ImportTable | None = None
        self._looked_at = ""
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._make_parts(folder)
        self._lay_out()
        put_in_reading_order(self)
        self._begin()

    # parts

    def _make_parts(self, folder: str) -> None:
        self.banner = Banner(self, name="import_banner")
        self.source = SourceRow(self.tr("File"), folder, self)
        self.format = PillCombo(self.tr("Format"), self, name="import_format")
        self.format.add_entry(self.tr("By the file's name"), "")
        self.into = PillCombo(self.tr("Into"), self, name="import_into")
        self.into.add_entry(self.tr("Table that is there"), _THERE)
        self.into.add_entry(self.tr("New table"), _NEW)
        self.into.choose(_THERE if self._offer.table else _NEW)
        self.table = QLineEdit(self._offer.table, self)
        self.table.setObjectName("import_table")
        self.table.setAccessibleName(self.tr("Table"))
        self.where = PlainLabel(self.tr("in {place}").format(place=visible_text(self._offer.place)), self, look="dim")
        self.mapping = MappingForm(self)
        self.note = PlainLabel("", self, look="dim", lines=True)
        self.note.setObjectName("import_note")
        self.preview = QPlainTextEdit(self)
        self.preview.setObjectName("import_preview")
        self.preview.setAccessibleName(self.tr("First rows of the file"))
        self.preview.setReadOnly(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(mono_font(12))
        self.preview.setTabChangesFocus(True)
        self.preview.setFixedHeight(_PREVIEW_PX)
        self.cancel_button = self._button(self.tr("Cancel"), "import_cancel")
        self.import_button = self._button(self.tr("Import"), "import_start")
        self.import_button.setDefault(True)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out_file(self) -> None:
        """What is in the file; before one is chosen, that one is to be."""
        found = QWidget(self)
        down = QVBoxLayout(found)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.mapping, 1)
        down.addWidget(PlainLabel(self.tr("First rows of the file"), look="dim"))
        down.addWidget(self.preview)
        words = self.tr("Choose a file: its columns, where each goes, and its first rows will be shown here.")
        self._places = QStackedLayout()
        self._places.addWidget(EmptyState("file", words, self, name="import_empty"))
        self._places.addWidget(found)

    def _lay_out(self) -> None:
        self._lay_out_file()
        top = QGridLayout()
        top.setHorizontalSpacing(12)
        top.setVerticalSpacing(10)
        for row, text in enumerate((self.tr("File"), self.tr("Format"), self.tr("Into"))):
            top.addWidget(PlainLabel(text, look="dim"), row, 0)
        top.addWidget(self.source, 0, 1)
        top.addWidget(self.format, 1, 1, Qt.AlignmentFlag.AlignLeading)
        into = QHBoxLayout()
        into.setSpacing(10)
        into.addWidget(self.into)
        into.addWidget(self.table, 1)
        into.addWidget(self.where)
        top.addLayout(into, 2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.note, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        inner.addLayout(top)
        inner.addLayout(self._places, 1)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner, 1)

    def _begin(self) -> None:
        self.source.chosen.connect(self._read_file)
        self.format.activated.connect(lambda _row: self._read_file())
        self.into.activated.connect(lambda _row: self._look_at_table(anew=True))
        self.table.editingFinished.connect(lambda: self._look_at_table(anew=False))
        self.table.textChanged.connect(lambda _text: self._show_buttons())
        self.mapping.changed.connect(self._show_buttons)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(lambda: self._do("import", partial(self._import, Confirmation.NONE)))
        self._do("formats", self._fetch_formats)
        self._do("tables", self._fetch_tables)
        self._look_at_table(anew=True)
        self._show_buttons()
        self.source.line.setFocus()

    # what is asked

    def _do(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """In place of the same thing that is still under way."""
        if (before := self._tasks.get(name)) is not None:
            before.cancel()
        task = self._tasks[name] = asyncio.ensure_future(self._told(work))
        task.add_done_callback(lambda done: self._done(name, done))
        self._show_buttons()

    async def _told(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await work()
        except LapwingError as error:
            if isValid(self):
                self.banner.say(Level.ERROR, error_text(error))

    def _done(self, name: str, task: "asyncio.Task[None]") -> None:
        if self._tasks.get(name) is task:
            del self._tasks[name]
        if isValid(self) and self.isVisible():
            self._show_buttons()

    async def _fetch_formats(self) -> None:
        found = await self._client.call("import.formats", None, FileFormats)
        self._formats = {each.id: each for each in found.formats}
        self.source.suffixes = sorted({each.suffix for each in found.formats})
        for each in found.formats:
            self.format.add_entry(each.title, each.id)
        if not found.formats:
            words = self.tr("Files are read by plugins, and none that does so runs. GeoJSON and Map is one.")
            self.banner.say(Level.WARNING, words)
            managing = self.banner.add_action(self.tr("Manage plugins…"), name="import_plugins")
            managing.clicked.connect(self._manage_plugins)

    def _manage_plugins(self) -> None:
        self.reject()
        self.plugins_wanted.emit()

    async def _fetch_tables(self) -> None:
        if not self._offer.schema:
            return
        offer = self._offer
        request = ListRelations(offer.schema, offer.connection_id, database=offer.database)
        found = await self._client.call("catalog.relations", request, RelationList)
        names = QCompleter([each.name for each in found.relations if each.kind == "table"], self.table)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table.setCompleter(names)

    def _read_file(self) -> None:
        self.banner.clear()
        self._rows = None
        self._places.setCurrentIndex(1 if self.source.path else 0)
        self.preview.setPlainText(self.tr("Reading the first rows…") if self.source.path else "")
        if self.source.path:
            request = PreviewImport(self.source.path, self.format.currentData())
            self._do("file", partial(self._fetch_file, request))

    async def _fetch_file(self, request: PreviewImport) -> None:
        try:
            found = await self._client.call("import.preview", request, ImportPreview)
        except LapwingError:
            self.preview.setPlainText("")
            raise
        self.show_file(found.rows)

    def show_file(self, rows: FileRows) -> None:
        """Show what is in the file."""
        self._rows = rows
        self._places.setCurrentIndex(1)
        columns = [Column(name, kind) for name, kind in zip(rows.columns, rows.types, strict=True)]
        self.preview.setPlainText(table_text(columns, rows.rows))
        self._show_mapping()

    def _look_at_table(self, *, anew: bool) -> None:
        name = self.table.text().strip()
        if name == self._looked_at and not anew:
            return
        self._looked_at, self._table = name, None
        if name or self.is_new:
            self._do("table", partial(self._fetch_table, name or "-"))

    async def _fetch_table(self, name: str) -> None:
        self.show_table(await self._client.call("import.table", self._offer.target(name), ImportTable))

    def show_table(self, table: ImportTable) -> None:
        """Show what the table takes, or that it is to be made."""
        self._table = table
        self._show_mapping()

    async def settled(self) -> None:
        """Return when all that was asked has been answered."""
        while self._tasks:
            await asyncio.wait(self._tasks.values())
            await asyncio.sleep(0)

    # what is shown

    @property
    def is_new(self) -> bool:
        """Whether the table is to be made."""
        return bool(self.into.currentData() == _NEW)

    def _show_mapping(self) -> None:
        rows, table = self._rows, self._table
        if rows is not None and table is not None and not self._problem():
            self.mapping.show_columns(rows, table)
            put_in_reading_order(self)
        elif (old := self.mapping.takeWidget()) is not None:
            old.deleteLater()
        self._show_buttons()

    def _problem(self) -> str:
        """What is wrong with the table, or is too much for a dialog; empty: nothing."""
        table, name = self._table, visible_text(self.table.text().strip())
        if self._rows is not None and len(self._rows.columns) > _MOST_COLUMNS:
            words = self.tr("The file has {count} columns, more than this dialog shows: use `lapwing import`.")
            return words.format(count=grouped(len(self._rows.columns)))
        if table is None:
            return ""
        if self.is_new and table.columns is not None:
            return self.tr("There is a table {name} already.").format(name=name)
        if not self.is_new and table.columns is None:
            return self.tr("There is no table {name}.").format(name=name)
        return table_words(table)

    def _note(self) -> str:
        """What is to be seen to before the import can begin, or should be known."""
        rows, table = self._rows, self._table
        if problem := self._problem():
            return problem
        if rows is None or table is None:
            return ""
        mapping = self.mapping.mapping()
        if not mapping:
            return self.tr("Choose where at least one column goes.")
        if twice := doubled(mapping):
            return self.tr("Two columns would go into {name}.").format(name=visible_text(twice))
        if missing := missing_values(mapping, table):
            names = ", ".join(map(visible_text, missing))
            return self.tr("The table wants a value for {names}.").format(names=names)
        return ""

    def _show_buttons(self) -> None:
        self.note.setText(self._note())
        is_idle = "import" not in self._tasks
        mapping = self.mapping.mapping() if self._rows is not None and self._table is not None else ()
        is_ready = bool(mapping and self.table.text().strip()) and not self._problem() and not doubled(mapping)
        self.import_button.setEnabled(is_idle and is_ready)
        self.import_button.setText(self.tr("Import") if is_idle else self.tr("Starting…"))

    # what is done

    async def _import(self, confirmed: Confirmation) -> None:
        target = self._offer.target(self.table.text().strip())
        path, mapping = self.source.path, self.mapping.mapping()
        request = ImportFile(path, target, self.format.currentData(), mapping, self.is_new, confirmed)
        try:
            job = await self._client.call("import.start", request, JobFacts)
        except ConfirmationNeeded as needed:
            if confirmed is Confirmation.NONE and await self._confirm(needed, target.table):
                await self._import(Confirmation.CHANGES)
            return
        if isValid(self):
            self.started.emit(job)
            self.accept()

    def done(self, result: int) -> None:
        """Closing gives up what is being begun."""
        for task in list(self._tasks.values()):
            if task is not asyncio.current_task():
                task.cancel()
        super().done(result)
