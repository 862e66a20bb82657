"""The environments: those that came with Lapwing and those that a person made, each with its policy."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import (
    SHIPPED,
    EnvironmentInvalid,
    EnvironmentList,
    EnvironmentPolicy,
    RemoveEnvironment,
    SaveEnvironment,
    is_color,
)
from lapwing.domain.errors import LapwingError
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.policy_form import PolicyForm
from lapwing.gui.environment_words import environment_title
from lapwing.gui.i18n import error_text, problems_text
from lapwing.gui.theme import icon
from lapwing.gui.widgets import Banner, Level, PlainLabel, ToolButton
from lapwing.gui.widgets.reading_order import put_in_reading_order

_SIZE_PX: Final = (780, 440)
_LIST_PX: Final = 270
_ROW_PX: Final = 28
_SHIPPED: Final = {policy.id: policy for policy in SHIPPED}


class EnvironmentsDialog(QDialog):
    """Opened, never executed. Nothing is kept before Save. Qt's thread."""

    def __init__(self, client: EngineClient, parent: QWidget, environment_id: str = "") -> None:
        """Show them, at first the one of that id."""
        super().__init__(parent)
        self.setObjectName("environments")
        self.setWindowTitle(self.tr("Environments"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self._client = client
        self._task: asyncio.Task[None] | None = None
        self._before: tuple[EnvironmentPolicy, ...] = ()
        self._policies: list[EnvironmentPolicy] = []
        self._removed: list[str] = []
        self.banner = Banner(self, name="environments_banner")
        self.list = QListWidget(self)
        self.list.setObjectName("environments_list")
        self.list.setAccessibleName(self.tr("Environments"))
        self.form = PolicyForm()
        self.form.setEnabled(False)
        self.note = PlainLabel(
            self.tr(
                "A connection can have a colour and a commit mode of its own, and ask for more care, never for less."
            ),
            look="faint",
            lines=True,
        )
        self.add_button = ToolButton("plus", self.tr("Add"), self, name="environments_add")
        self.remove_button = ToolButton("trash", self.tr("Remove"), self, name="environments_remove")
        self.cancel_button = self._button(self.tr("Cancel"), "environments_cancel")
        self.save_button = self._button(self.tr("Save"), "environments_save")
        self.save_button.setDefault(True)
        self._lay_out()
        put_in_reading_order(self)
        self._connect()
        self._start(self._read(environment_id))

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(_LIST_PX)
        side.setProperty("surface", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(12, 14, 12, 17)
        beside.setSpacing(8)
        beside.addWidget(self.list, 1)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.add_button)
        tools.addWidget(self.remove_button)
        tools.addStretch(1)
        beside.addLayout(tools)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        right = QVBoxLayout()
        right.setContentsMargins(20, 6, 20, 16)
        right.setSpacing(10)
        right.addWidget(self.form, 1)
        right.addWidget(self.note)
        right.addLayout(buttons)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(side)
        across.addLayout(right, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(across, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_row)
        self.form.edited.connect(self._take)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(lambda: self._start(self._save()))

    # what is shown

    async def _read(self, environment_id: str) -> None:
        try:
            found = await self._client.call("environment.list", None, EnvironmentList)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        if found.problems:
            self.banner.say(Level.WARNING, problems_text(found.problems))
        self._before, self._policies = found.environments, list(found.environments)
        ids = [policy.id for policy in self._policies]
        self.form.setEnabled(True)
        self._fill(ids.index(environment_id) if environment_id in ids else 0)
        self.list.setFocus()

    def _fill(self, row: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for policy in self._policies:
                item = QListWidgetItem()
                item.setSizeHint(QSize(0, _ROW_PX))
                self._dress(item, policy)
                self.list.addItem(item)
            self.list.setCurrentRow(row)
        self._show_row(row)

    def _dress(self, item: QListWidgetItem, policy: EnvironmentPolicy) -> None:
        title = visible_text(environment_title(policy))
        item.setText(title or self.tr("Without a name"))
        if is_color(policy.color):
            item.setIcon(icon("filled-dot", policy.color))
        words = {
            Confirmation.NONE: "",
            Confirmation.CHANGES: self.tr("asks before changes"),
            Confirmation.NAME: self.tr("asks before changes, and for names"),
        }
        asks = words[Confirmation(policy.confirmation)]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {asks}" if asks else title)

    def _show_row(self, row: int) -> None:
        if not 0 <= row < len(self._policies):
            return
        policy = self._policies[row]
        self.form.show_policy(policy)
        is_shipped = policy.id in _SHIPPED
        self.remove_button.setText(self.tr("As it came") if is_shipped else self.tr("Remove"))
        self.remove_button.setEnabled(not is_shipped or policy != _SHIPPED[policy.id])

    # what is done

    def _take(self) -> None:
        """A field was changed."""
        row = self.list.currentRow()
        self._policies[row] = self.form.policy()
        self._dress(self.list.item(row), self._policies[row])
        shipped = _SHIPPED.get(self._policies[row].id)
        self.remove_button.setEnabled(shipped is None or self._policies[row] != shipped)

    def _add(self) -> None:
        self._policies.append(EnvironmentPolicy("", self.tr("New environment")))
        self._fill(len(self._policies) - 1)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def _remove(self) -> None:
        """Take one off the list; one that came with Lapwing becomes what it was."""
        row = self.list.currentRow()
        policy = self._policies[row]
        if policy.id in _SHIPPED:
            self._policies[row] = _SHIPPED[policy.id]
        else:
            del self._policies[row]
            if policy.id:
                self._removed.append(policy.id)
        self._fill(min(row, len(self._policies) - 1))

    async def _save(self) -> None:
        """Keep all of it; what cannot be kept is shown, and stays to be corrected."""
        for row, policy in enumerate(self._policies):
            if reason := policy.problem():
                self.list.setCurrentRow(row)
                self.banner.say(Level.ERROR, error_text(EnvironmentInvalid(reason=reason)))
                return
        self.save_button.setEnabled(False)
        try:
            for gone in list(self._removed):
                await self._client.call("environment.remove", RemoveEnvironment(gone))
                self._removed.remove(gone)
            for row, policy in enumerate(self._policies):
                if policy not in self._before:
                    self.list.setCurrentRow(row)
                    kept = await self._client.call("environment.save", SaveEnvironment(policy), EnvironmentList)
                    self._before = kept.environments
                    self._policies[row] = next(each for each in kept.environments if each.name == policy.name)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        finally:
            self.save_button.setEnabled(True)
        self.accept()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._task = asyncio.ensure_future(work)
        self._task.add_done_callback(self._ended)

    @staticmethod
    def _ended(task: "asyncio.Task[None]") -> None:
        """A defect in a task is not swallowed: it comes out of the loop."""
        if not task.cancelled():
            task.result()

    def done(self, result: int) -> None:
        """Whatever is under way ends with the dialog."""
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
        super().done(result)
