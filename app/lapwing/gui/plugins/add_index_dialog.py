"""An index is added: where it is, who signed it, and that a person compared its key."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.sources import AddIndex, IndexFacts, IndexRequest, PluginSources
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.plugins.index_words import day_text
from lapwing.gui.theme import give_font, mono_font
from lapwing.gui.widgets import Banner, Level, PlainLabel, ToolButton, caption
from lapwing.gui.widgets.form_rows import LabelledRows, Line
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 600


class AddIndexDialog(QDialog):
    """Opened, never executed. Nothing is kept before the person says that the key is the right one. Qt's thread.

    Signals:
        added(PluginSources): it is asked from now on.
    """

    added = Signal(object)

    def __init__(self, client: EngineClient, place: str, parent: QWidget) -> None:
        """`place` is an index whose other key is to be accepted; empty: a new one."""
        super().__init__(parent)
        self.setObjectName("add_index")
        self.setWindowTitle(self.tr("Compare key") if place else self.tr("Add index"))
        self.setFixedWidth(_WIDTH_PX)
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self.seen: IndexFacts | None = None
        self.banner = Banner(self, name="add_index_banner", closable=False)
        hint = self.tr("https://… or the path of a file")
        self.place = Line(self.tr("Address"), name="add_index_place", hint=hint, text=place)
        self.place.setReadOnly(bool(place))
        self.name = Line(self.tr("Name"), name="add_index_name")
        self.compared = QCheckBox(caption(self.tr("I have compared it: it is the same key")), self)
        self.compared.setObjectName("add_index_compared")
        self.file_button = ToolButton("folder-open", parent=self, name="add_index_file", tip=self.tr("Choose a file"))
        self.file_button.setHidden(bool(place))
        self.read_button = self._button(self.tr("Read"), "add_index_read")
        self.cancel_button = self._button(self.tr("Cancel"), "add_index_cancel")
        self.add_button = self._button(self.tr("Accept the key") if place else self.tr("Add index"), "add_index_do")
        self._lay_out()
        put_in_reading_order(self)
        self._connect()
        self.show_index(None)
        if place:
            self.read()

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        self.place.textChanged.connect(lambda _text: self.show_index(None))
        self.compared.toggled.connect(self._compare)
        self.file_button.clicked.connect(self._choose)
        self.read_button.clicked.connect(self.read)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self._add)
        self.finished.connect(self._end)

    def _lay_out(self) -> None:
        rows = LabelledRows()
        rows.add(self.tr("Address"), self.place, self.file_button, self.read_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        text = self.tr("An index lists plugins, with a hash of each, and is signed. Who signs it vouches for them.")
        inner.addWidget(PlainLabel(text, self, look="dim", lines=True))
        inner.addLayout(rows)
        inner.addWidget(self._make_card())
        inner.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner)

    def _make_card(self) -> QFrame:
        """What was read: shown once it is."""
        self.card = QFrame(self)
        self.card.setProperty("look", "card")
        self._found = PlainLabel("", self.card, lines=True)
        self._changed = PlainLabel("", self.card, look="warning", lines=True)
        self.key = PlainLabel("", self.card, lines=True)
        self.key.setObjectName("add_index_key")
        self.key.setAccessibleName(self.tr("Key"))
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        give_font(self.key, mono_font(14))
        sentence = self.tr(
            "Compare this key with what the owner of the index tells elsewhere: by telephone, on paper, on another "
            "page. Who could give you another index could also tell you another key here."
        )
        named = LabelledRows()
        named.setColumnMinimumWidth(0, 60)
        named.add(self.tr("Name"), self.name)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        inside.addWidget(self._found)
        inside.addWidget(self._changed)
        inside.addWidget(PlainLabel(self.tr("SIGNED BY"), self.card, look="heading"))
        inside.addWidget(self.key)
        inside.addWidget(PlainLabel(sentence, self.card, look="dim", lines=True))
        inside.addWidget(self.compared)
        inside.addLayout(named)
        return self.card

    # what is seen

    def show_index(self, seen: IndexFacts | None) -> None:
        """What is at the address; None: it was not read yet."""
        self.seen = seen
        self.compared.setChecked(False)
        self.add_button.setEnabled(False)
        self.card.setVisible(seen is not None)
        (self.read_button if seen is None else self.cancel_button).setDefault(True)
        self.read_button.setEnabled(seen is None)
        if seen is not None:
            self.key.setText(seen.key)
            self.name.setText(seen.name)
            self._found.setText(self._sentence(seen))
            is_other = bool(seen.pinned) and seen.pinned != seen.key
            text = self.tr("It was signed by {key} until now. That seldom changes: ask its owner why.")
            self._changed.setText(text.replace("{key}", seen.pinned))
            self._changed.setVisible(is_other)
            self.compared.setFocus()
        self._fit()

    def _compare(self, is_same: bool) -> None:
        self.add_button.setEnabled(is_same)
        (self.add_button if is_same else self.cancel_button).setDefault(True)

    def _sentence(self, seen: IndexFacts) -> str:
        told = [
            self.tr("It has %n plugin(s).", "", seen.plugins),
            self.tr("It was made on {day}.").replace("{day}", day_text(seen.made_at)),
        ]
        if seen.expires_at:
            text = self.tr("It WAS valid until {day}.") if seen.has_expired else self.tr("It is valid until {day}.")
            told.append(text.replace("{day}", day_text(seen.expires_at)))
        return " ".join(told)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(_WIDTH_PX, layout.totalHeightForWidth(_WIDTH_PX))

    # what is done

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Open index"), str(Path.home()), self.tr("Indexes (*.json)"))
        dialog.setObjectName("add_index_choose")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.place.setText)
        dialog.fileSelected.connect(lambda _path: self.read())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self) -> None:
        """See what is at the address."""
        if self.place.text().strip():
            self._start(self._read(self.place.text().strip()))

    async def _read(self, place: str) -> None:
        self.banner.clear()
        self.read_button.setEnabled(False)
        try:
            seen = await self._client.call("plugin.look_at_index", IndexRequest(place), IndexFacts)
        finally:
            self.read_button.setEnabled(True)
        if place == self.place.text().strip():
            self.show_index(seen)

    def _add(self) -> None:
        if self.seen is not None:
            request = AddIndex(self.place.text().strip(), self.seen.key, self.name.text().strip())
            self._start(self._keep(request))

    async def _keep(self, request: AddIndex) -> None:
        self.added.emit(await self._client.call("plugin.add_index", request, PluginSources))
        self.accept()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, visible_text(error_text(error), "\n"))
            self._fit()

    def _end(self, _result: int) -> None:
        for task in self._tasks:
            if task is not asyncio.current_task():
                task.cancel()
        self.deleteLater()
