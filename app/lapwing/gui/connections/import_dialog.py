"""What a file of another program holds, and which of it is to be added."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from lapwing.domain.connections import Environment
from lapwing.domain.errors import LapwingError
from lapwing.domain.importing.candidates import AddCandidates, AddedConnections, Candidate, Candidates
from lapwing.domain.targets import hosts_of, shown_target
from lapwing.domain.urls import parse_url
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, Level, PlainLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order

_SIZE_PX: Final = (820, 460)
_NAME: Final = 0


class ImportDialog(QDialog):
    """GUI thread.

    Signals:
        added(int): so many connections were added.
    """

    added = Signal(int)

    def __init__(self, client: EngineClient, found: Candidates, parent: Any) -> None:
        super().__init__(parent)
        self.setObjectName("import_connections")
        self.setWindowTitle(self.tr("Import connections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self._client = client
        self._found = found.found
        self._tasks: set[asyncio.Task[None]] = set()
        self.banner = Banner(self, name="import_banner")
        self.banner.hide()
        count = len(found.found)
        text = self.tr("%n connection(s) of {program}. Passwords stay there and are asked for.", "", count)
        self.heading = PlainLabel(text.replace("{program}", found.program), self, lines=True)
        self.list = self._make_list()
        self.add_button = QPushButton(self.tr("Add"), self)
        self.add_button.setObjectName("import_add")
        self.add_button.setDefault(True)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setObjectName("import_cancel")
        self._lay_out(found.notes)
        put_in_reading_order(self)
        self.add_button.clicked.connect(lambda: self._start(self._add()))
        self.cancel_button.clicked.connect(self.reject)
        self.list.itemChanged.connect(lambda _item, _column: self._look())
        self._look()

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setObjectName("import_list")
        made.setProperty("look", "rows")
        made.setAccessibleName(self.tr("Connections that were found"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setHeaderLabels([self.tr("Name"), self.tr("Group"), self.tr("For"), self.tr("Place"), self.tr("Note")])
        for number, candidate in enumerate(self._found):
            made.addTopLevelItem(self._item(number, candidate))
        header = made.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((170, 110, 100, 260)):
            header.resizeSection(column, width)
        return made

    def _item(self, number: int, found: Candidate) -> QTreeWidgetItem:
        note = self.tr("Saved already.") if found.is_saved else " ".join(found.notes)
        words = (found.name, found.group, self._purpose(found.environment), _place(found), note)
        item = QTreeWidgetItem([visible_text(text) for text in words])
        item.setData(_NAME, Qt.ItemDataRole.UserRole, number)
        can_add = found.is_usable and not found.is_saved
        item.setCheckState(_NAME, Qt.CheckState.Checked if can_add else Qt.CheckState.Unchecked)
        item.setDisabled(not can_add)
        for column, text in enumerate(words):
            item.setToolTip(column, "")
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, visible_text(text))
        return item

    def _purpose(self, environment: str) -> str:
        words: dict[str, str] = {
            Environment.NONE: "",
            Environment.DEVELOPMENT: self.tr("Development"),
            Environment.TEST: self.tr("Test"),
            Environment.PRODUCTION: self.tr("Production"),
        }
        return words.get(environment, environment)

    def _lay_out(self, notes: tuple[str, ...]) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        inner.addWidget(self.heading)
        for note in notes:
            inner.addWidget(PlainLabel(note, self, look="dim", lines=True))
        inner.addWidget(self.list, 1)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner, 1)

    def chosen(self) -> tuple[Candidate, ...]:
        """Those that are ticked."""
        items = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        return tuple(
            self._found[item.data(_NAME, Qt.ItemDataRole.UserRole)]
            for item in items
            if item is not None and not item.isDisabled() and item.checkState(_NAME) == Qt.CheckState.Checked
        )

    def _look(self) -> None:
        count = len(self.chosen())
        self.add_button.setEnabled(count > 0)
        self.add_button.setText(self.tr("Add %n", "", count) if count else self.tr("Add"))

    async def _add(self) -> None:
        self.add_button.setEnabled(False)
        try:
            answer = await self._client.call("connection.add_found", AddCandidates(self.chosen()), AddedConnections)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            self.add_button.setEnabled(True)
            return
        self.added.emit(len(answer.connection_ids))
        self.accept()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _place(found: Candidate) -> str:
    """Where it leads, without words: `me@db.example.org:5432/shop`, or the path of a file."""
    if not found.url:
        return ""
    try:
        target = parse_url(found.url)
        if target.driver == "generic":
            return shown_target(target)  # its database is a whole URL, with what is secret in it
        hosts = ",".join(str(host) for host in hosts_of(target))
    except LapwingError as error:
        return error_text(error)
    except ValueError as error:
        return str(error)
    place = target.options.get("unix_socket", "") or hosts
    if not place:
        return target.database
    user = f"{target.username}@" if target.username else ""
    return f"{user}{place}/{target.database}" if target.database else f"{user}{place}"
