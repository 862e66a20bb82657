"""The dialog with earlier versions of an editor's text, and the one that compares two texts."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lapwing.gui.editor.diff_view import DiffView, summary
from lapwing.gui.editor.snapshot_words import WORDS, shown
from lapwing.gui.editor.snapshots import Snapshot, SnapshotDamaged, Snapshots
from lapwing.gui.editor.text_diff import compare
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order

_SIZE: Final = QSize(940, 600)
_LIST_PX: Final = 270


class TextsDialog(QDialog):
    """Compares texts. Qt's thread; what takes long is done in another."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(_SIZE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._said = PlainLabel("", self, look="dim", elide=True)
        self._said.setObjectName("texts.said")
        self._view = DiffView(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("texts.close")
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _lay_out(self, main: QWidget) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 12, 12, 12)
        down.setSpacing(8)
        down.addWidget(main, 1)
        below = QHBoxLayout()
        below.addWidget(self._said, 1)
        below.addWidget(self.buttons)
        down.addLayout(below)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _compare(self, old: str, new: str) -> None:
        diff = await asyncio.to_thread(compare, old, new)
        self._view.show_diff(diff)
        self._said.setText(summary(diff))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        put_in_reading_order(self)  # the box of buttons has put itself first

    def done(self, result: int) -> None:
        for task in self._tasks:
            task.cancel()
        super().done(result)


class DifferencesDialog(TextsDialog):
    """What leads from one text to another."""

    def __init__(self, title: str, old: str, new: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setObjectName("differences")
        self._lay_out(self._view)
        self._start(self._compare(old, new))


class LocalHistoryDialog(TextsDialog):
    """Earlier versions of one text, and what has become of each.

    Signals:
        restore_wanted(str): The text is to be this version's again.
    """

    restore_wanted = Signal(object)

    def __init__(self, snapshots: Snapshots, editor_id: str, title: str, text: str, parent: QWidget) -> None:
        super().__init__(self.tr("Local history of {title}").format(title=title), parent)
        self.setObjectName("local_history")
        self._snapshots = snapshots
        self._text = text
        self._found: list[Snapshot] = []
        self._version: str | None = None
        self.versions = QListWidget(self)
        self.versions.setObjectName("local_history.list")
        self.versions.setAccessibleName(self.tr("Versions"))
        self.versions.currentRowChanged.connect(self._choose)
        self.restore = QPushButton(self.tr("Restore"), self)
        self.restore.setObjectName("local_history.restore")
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._restore)
        self.buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.versions)
        both.addWidget(self._view)
        both.setSizes([_LIST_PX, _SIZE.width() - _LIST_PX])
        both.setStretchFactor(1, 1)
        self._lay_out(both)
        self._start(self._fill(editor_id))

    async def _fill(self, editor_id: str) -> None:
        self._found = await asyncio.to_thread(self._snapshots.of, editor_id)
        for one in self._found:
            self.versions.addItem(f"{_when(one)} · {shown(WORDS[one.occasion])}")
        if self._found:
            self.versions.setCurrentRow(0)
            self.versions.setFocus()
        else:
            self._said.setText(self.tr("There are no earlier versions yet; one is kept at each run and each save."))

    def _choose(self, row: int) -> None:
        self._version = None
        self.restore.setEnabled(False)
        self._start(self._show(row))

    async def _show(self, row: int) -> None:
        try:
            version = await asyncio.to_thread(self._snapshots.read, self._found[row])
        except SnapshotDamaged as damaged:
            self._said.setText(error_text(damaged))
            return
        if self.versions.currentRow() != row:
            return
        await self._compare(version, self._text)
        if self.versions.currentRow() == row:
            self._version = version
            self.restore.setEnabled(version != self._text)

    def _restore(self) -> None:
        if self._version is not None:
            self.restore_wanted.emit(self._version)
            self.accept()


def _when(one: Snapshot) -> str:
    """Day and time of a version."""
    at = QDateTime.fromMSecsSinceEpoch(one.at_ms)
    day = QLocale().toString(at.date(), QLocale.FormatType.ShortFormat)
    return f"{day} {at.time().toString('HH:mm:ss')}"
