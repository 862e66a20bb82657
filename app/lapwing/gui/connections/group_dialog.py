"""The dialog that puts a connection into another group, or gives its whole group another name."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.errors import LapwingError
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.fields import Form
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, Level

_WIDTH_PX: Final = 440


class GroupDialog(QDialog):
    """Opened, never executed. Qt's thread."""

    def __init__(
        self, client: EngineClient, connection: Connection, connections: Sequence[Connection], parent: QWidget
    ) -> None:
        """`connections` are all that there are."""
        super().__init__(parent)
        self.setObjectName("connection_group_dialog")
        self.setWindowTitle(self.tr("Group"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH_PX)
        self._client = client
        self._connection = connection
        self._members = [each for each in connections if each.group == connection.group and not each.is_temporary]
        self._task: asyncio.Task[None] | None = None
        self.banner = Banner(self, name="group_banner")
        self.box = QComboBox(self)
        self.box.setObjectName("group_name")
        self.box.setAccessibleName(self.tr("Group"))
        self.box.setEditable(True)
        self.box.addItems(sorted({each.group for each in connections if each.group}, key=str.casefold))
        self.box.setEditText(connection.group)
        words = self.tr("All %n connection(s) of this group", "", len(self._members))
        self.whole = QCheckBox(words, self)
        self.whole.setObjectName("group_whole")
        self.whole.setVisible(bool(connection.group) and len(self._members) > 1)
        self.cancel_button = self._button(self.tr("Cancel"), "group_cancel")
        self.save_button = self._button(self.tr("Save"), "group_save")
        self.save_button.setDefault(True)
        self._lay_out()
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._start)
        line = self.box.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("None"))
        line.selectAll()
        self.box.setFocus()

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        form = Form(name="group_form")
        form.add(self.tr("Group"), self.box)
        form.add("", self.whole)
        form.end()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 4, 20, 16)
        inner.setSpacing(14)
        inner.addWidget(form)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner)

    def _start(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._save())

    async def _save(self) -> None:
        """Put the connection, or all of its group, into the group that stands there."""
        group = self.box.currentText().strip()
        moved = self._members if self.whole.isVisible() and self.whole.isChecked() else [self._connection]
        try:
            for connection in moved:
                await self._client.call("connection.save", SaveConnection(replace(connection, group=group)))
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        self.accept()

    def done(self, result: int) -> None:
        """Whatever is under way ends with the dialog."""
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
        super().done(result)
