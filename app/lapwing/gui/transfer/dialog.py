"""The dialog in which an export is begun."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from lapwing.domain.errors import LapwingError
from lapwing.domain.file_formats import FileFormats
from lapwing.domain.jobs import JobFacts
from lapwing.domain.results import Column
from lapwing.domain.transfer import (
    Export,
    ExportedText,
    ExportFormat,
    ExportText,
    PreviewExport,
    SampleRows,
    WriteOptions,
)
from lapwing.domain.transfer_errors import ExportTargetExists
from lapwing.domain.values import Row
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.theme.fonts import mono_font
from lapwing.gui.transfer.format_list import FormatList
from lapwing.gui.transfer.memory import ExportChoices, keep_choices
from lapwing.gui.transfer.offer import Offer, Part
from lapwing.gui.transfer.option_form import OptionForm
from lapwing.gui.transfer.preview import preview_text, shown_preview
from lapwing.gui.transfer.target_row import TargetRow
from lapwing.gui.widgets import Banner, Level, PillCombo, PlainLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order
from lapwing.results.codecs import CELLS, codec_named, encode_rows

_SIZE_PX: Final = (940, 620)


class ExportDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        started(JobFacts): An export to a file is under way.
        copied(int): So many rows are on the clipboard.
    """

    started = Signal(object)
    copied = Signal(int)

    def __init__(self, client: EngineClient, offer: Offer, choices: ExportChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self.resize(*_SIZE_PX)
        self._client = client
        self._offer = offer
        self._choices = choices
        self._task: asyncio.Task[None] | None = None
        self._sampling: asyncio.Task[None] | None = None
        self._samples: dict[str, tuple[Sequence[Column], Sequence[Row]]] = {
            part.id: (part.columns, part.rows) for part in offer.parts if part.columns
        }
        self._previews: dict[tuple[str, str], str] = {}
        self._previewing: asyncio.Task[None] | None = None
        self._make_parts()
        self._lay_out()
        put_in_reading_order(self)
        self._begin()

    def _make_parts(self) -> None:
        self.banner = Banner(self, name="export_banner")
        self.formats = FormatList(self)
        self.what = PillCombo(self.tr("What is exported"), self, name="export_what")
        for part in self._offer.parts:
            self.what.add_entry(part.title, part.id)
        self.note = PlainLabel("", self, look="dim", lines=True)
        self.note.setObjectName("export_note")
        self.forms = QStackedWidget(self)
        self._form_of: dict[ExportFormat, OptionForm] = {}
        self.of_plugin = PlainLabel("", self, look="dim", lines=True)
        self.of_plugin.setObjectName("export_of_plugin")
        self.of_plugin.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.forms.addWidget(self.of_plugin)
        self.preview = QPlainTextEdit(self)
        self.preview.setObjectName("export_preview")
        self.preview.setAccessibleName(self.tr("First rows as they will be written"))
        self.preview.setReadOnly(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(mono_font(12))
        self.preview.setTabChangesFocus(True)
        self.target = TargetRow(self.tr("File"), self)
        self.copy_button = self._button(self.tr("Copy to clipboard"), "export_copy")
        self.cancel_button = self._button(self.tr("Cancel"), "export_cancel")
        self.export_button = self._button(self.tr("Export"), "export_start")
        self.export_button.setDefault(True)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(PlainLabel(self.tr("Rows"), look="dim"))
        top.addWidget(self.what)
        top.addWidget(self.note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.export_button)
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 20, 16)
        right.setSpacing(12)
        right.addLayout(top)
        right.addWidget(self.forms)
        right.addWidget(PlainLabel(self.tr("First rows as they will be written"), look="dim"))
        right.addWidget(self.preview, 1)
        right.addWidget(self.target)
        right.addLayout(buttons)
        left = QWidget(self)
        left.setProperty("surface", "panel")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(8, 14, 8, 8)
        beside.addWidget(self.formats)
        edge = QWidget(self)
        edge.setFixedWidth(1)
        edge.setProperty("look", "line")
        edge.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(left)
        across.addWidget(edge)
        across.addLayout(right, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(across, 1)

    def _begin(self) -> None:
        choices = self._choices
        self.formats.choose(choices.format)
        self.target.suggest(choices.folder, self._offer.name, self.formats.suffix)
        self._asking = asyncio.ensure_future(self._add_plugins())
        self.formats.currentRowChanged.connect(self._format_chosen)
        self.what.activated.connect(lambda _row: self._show())
        self.target.changed.connect(self._show_buttons)
        self.copy_button.clicked.connect(lambda: self._do(self._copy()))
        self.export_button.clicked.connect(lambda: self._do(self._export(overwrite=False)))
        self.cancel_button.clicked.connect(self.reject)
        self._show()
        self.target.line.setFocus()

    # what is chosen

    @property
    def format(self) -> str:
        return self.formats.format

    @property
    def part(self) -> Part:
        wanted = self.what.currentData()
        return next(part for part in self._offer.parts if part.id == wanted)

    @property
    def form(self) -> OptionForm | None:
        """The fields of the format that is chosen, made when they are first shown; None where a plugin writes it."""
        own = self.formats.own
        if own is None:
            return None
        if own not in self._form_of:
            options = self._choices.options_of(own)
            known = replace(options, dialect=self._offer.dialect, table=self._offer.table)
            form = OptionForm(own, known)
            form.changed.connect(self._show_preview)
            self.forms.addWidget(form)
            put_in_reading_order(self)
            self._form_of[own] = form
        return self._form_of[own]

    def options(self) -> WriteOptions | None:
        """As they are chosen; None while they do not go together, which the dialog says."""
        try:
            return self.form.options() if self.form is not None else WriteOptions()
        except ValueError:
            return None

    def _format_chosen(self, _row: int) -> None:
        self.target.take_suffix(self.formats.suffix, self.formats.suffixes)
        self._show()

    async def _add_plugins(self) -> None:
        """Offer what plugins write, and choose what was chosen last of that."""
        try:
            found = await self._client.call("export.formats", None, FileFormats)
        except LapwingError as error:
            self.banner.say(Level.WARNING, error_text(error))
            return
        self.formats.add_plugins(found.formats)
        if self.formats.format == self._choices.format and self._choices.plugin_format in self.formats.of_plugins:
            self.formats.choose(self._choices.plugin_format)

    # what is shown

    def _show(self) -> None:
        form = self.form or self._plugin_words()
        self.forms.setCurrentWidget(form)
        self.forms.setFixedHeight(form.sizeHint().height())
        self.note.setText(self.part.note)
        self.banner.clear()
        if self.part.id not in self._samples and self._sampling is None:
            self._sampling = asyncio.ensure_future(self._fetch_sample(self.part))
        self._show_preview()

    def _plugin_words(self) -> PlainLabel:
        name = visible_text(self.formats.of_plugins[self.format].plugin)
        self.of_plugin.setText(self.tr("Written by the plugin {name}.").format(name=name))
        return self.of_plugin

    def _show_preview(self) -> None:
        self._show_buttons()
        options, sample = self.options(), self._samples.get(self.part.id)
        if options is None:
            self.preview.setPlainText(self.tr("The text for NULL can hold no delimiter, quote or line end."))
        elif sample is None:
            self.preview.setPlainText(self.tr("Reading the first rows…"))
        elif (own := self.formats.own) is None:
            self._show_preview_of_plugin(*sample)
        else:
            try:
                self.preview.setPlainText(preview_text(*sample, own, options))
            except LapwingError as error:
                self.preview.setPlainText(error_text(error))

    def _show_preview_of_plugin(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        key = (self.part.id, self.format)
        if key in self._previews:
            self.preview.setPlainText(self._previews[key])
            return
        self.preview.setPlainText(self.tr("The plugin writes the first rows…"))
        if self._previewing is None:
            sample = SampleRows(tuple(columns), encode_rows(rows))
            self._previewing = asyncio.ensure_future(self._fetch_preview(key, sample))

    async def _fetch_preview(self, key: tuple[str, str], sample: SampleRows) -> None:
        try:
            told = await self._client.call("export.preview", PreviewExport(key[1], sample), ExportedText)
            self._previews[key] = shown_preview(told.text)
        except LapwingError as error:
            self._previews[key] = error_text(error)
        finally:
            self._previewing = None
        self._show_preview()

    def _show_buttons(self) -> None:
        is_idle, options = self._task is None, self.options()
        can_write = options is not None and (self.format != ExportFormat.SQL or bool(options.table.strip()))
        self.export_button.setEnabled(is_idle and bool(self.target.path) and can_write)
        can_copy = bool(self.part.source.result_id) and self.formats.own not in (None, ExportFormat.XLSX)
        self.copy_button.setVisible(can_copy)
        self.copy_button.setEnabled(is_idle and can_write)
        self.export_button.setText(self.tr("Export") if is_idle else self.tr("Starting…"))

    async def _fetch_sample(self, part: Part) -> None:
        try:
            sample = await self._client.call("export.sample", part.source, SampleRows)
            rows = codec_named(CELLS).decode(sample.page)
            self._samples[part.id] = (sample.columns, rows)
        except LapwingError as error:
            self.banner.say(Level.WARNING, error_text(error))
            self._samples[part.id] = ((), ())
        finally:
            self._sampling = None
        self._show_preview()

    # what is done

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self.banner.clear()
        self._task = asyncio.ensure_future(work)
        self._task.add_done_callback(lambda _task: self._done())
        self._show_buttons()

    def _done(self) -> None:
        self._task = None
        if isValid(self) and self.isVisible():
            self._show_buttons()

    async def _export(self, *, overwrite: bool) -> None:
        options, path = self.options(), self.target.path
        if options is None:
            return
        request = Export(self.part.source, self.format, path, options, overwrite)
        try:
            job = await self._client.call("export.start", request, JobFacts)
        except ExportTargetExists as error:
            self.banner.say(Level.WARNING, str(error_text(error).partition("\n")[0]))
            replacing = self.banner.add_action(self.tr("Replace"), name="export_replace")
            replacing.clicked.connect(lambda: self._do(self._export(overwrite=True)))
            return
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        own, folder = self.formats.own, str(Path(path).parent)
        choices = self._choices
        await keep_choices(
            choices.with_plugin(self.format, folder) if own is None else choices.with_choice(own, options, folder)
        )
        self.started.emit(job)
        self.accept()

    async def _copy(self) -> None:
        options, own = self.options(), self.formats.own
        if options is None or own is None:
            return
        try:
            request = ExportText(self.part.source, own, options)
            told = await self._client.call("export.text", request, ExportedText)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        QGuiApplication.clipboard().setText(told.text)
        await keep_choices(self._choices.with_choice(own, options, ""))
        self.copied.emit(told.rows)
        self.accept()

    def done(self, result: int) -> None:
        """Closing gives up what is being begun."""
        for task in (self._task, self._sampling, self._previewing, self._asking):
            if task is not None and task is not asyncio.current_task():
                task.cancel()
        super().done(result)
