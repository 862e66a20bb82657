"""The settings of a server, beside those of another one where that is wanted."""

import asyncio
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.advice import CompareSettings, ServerSetting, SettingsAnswer
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, EmptyState, Level, PillCombo, PlainLabel, SearchField, ToolButton
from lapwing.gui.widgets.rows_list import Column, RowsList, RowsModel

_NOTHING: Final = "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings of a server", text)


@dataclass(frozen=True, slots=True)
class _Row:
    """A setting here and there; None where a server has none of that name."""

    name: str
    here: ServerSetting | None
    there: ServerSetting | None

    @property
    def about(self) -> ServerSetting:
        found = self.here or self.there
        assert found is not None
        return found

    @property
    def differs(self) -> bool:
        return _value(self.here) != _value(self.there)


def _value(setting: ServerSetting | None) -> str:
    if setting is None:
        return _NOTHING
    return visible_text(f"{setting.value} {setting.unit}".strip()) or '""'


def _columns(*, is_compared: bool) -> tuple[Column, ...]:
    there = (
        Column(
            _tr("Other server"),
            lambda row: _value(row.there),
            200,
            color=lambda row: "warning" if row.differs else "",
        ),
    )
    return (
        Column(
            _tr("Setting"),
            lambda row: visible_text(row.name),
            280,
            tip=lambda row: visible_text(row.about.help or row.name),
        ),
        Column(
            _tr("Value"),
            lambda row: _value(row.here),
            200,
            color=lambda row: "" if row.about.is_default else "accent_text",
        ),
        *(there if is_compared else ()),
        Column(
            _tr("What it does"),
            lambda row: visible_text(row.about.help or row.about.group),
            color=lambda _row: "dim_text",
        ),
    )


class SettingsView(QWidget):
    """Reads when it is first seen, and when a person asks. Qt's thread.

    Signals:
        changed(): Another setting is chosen.
        menu_wanted(QPoint): The context menu, at that place of the screen.
    """

    changed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, client: EngineClient, connection_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settings_view")
        self._client = client
        self._connection_id = connection_id
        self._answer: SettingsAnswer | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.field = SearchField(self.tr("Filter settings"), self, name="server_settings_filter")
        self.field.setMaximumWidth(320)
        self.others = PillCombo(self.tr("Compare with"), self, name="server_settings_others")
        self.differing = self._toggle(self.tr("Only differences"), "server_settings_differing")
        self.altered = self._toggle(self.tr("Only changed"), "server_settings_altered")
        self.altered.setToolTip(self.tr("Only settings that are not as the server came"))
        self.again = ToolButton("refresh", name="server_settings_again", tip=self.tr("Read again"))
        self.count = PlainLabel("", self, look="faint", elide=True)
        self.banner = Banner(self, name="server_settings_banner")
        self.empty = EmptyState("settings", "", self, name="server_settings_empty")
        self._rows = QWidget(self)
        self._shapes = QStackedLayout(self._rows)
        self._shapes.addWidget(self.empty)
        self.model, self.list = self._make_list(is_compared=False)
        self._lay_out()
        self._connect()
        self.offer(())

    def _toggle(self, text: str, name: str) -> ToolButton:
        button = ToolButton("", text, self, name=name)
        button.setCheckable(True)
        button.toggled.connect(lambda _on: self._show())
        return button

    def _make_list(self, *, is_compared: bool) -> tuple[RowsModel, RowsList]:
        model = RowsModel(_columns(is_compared=is_compared), lambda row: row.name, self)
        made = RowsList(model, self.tr("Settings"), self, name="server_settings_list")
        made.chosen.connect(self.changed)
        made.menu_wanted.connect(self.menu_wanted)
        self._shapes.addWidget(made)
        return model, made

    def _lay_out(self) -> None:
        line = QWidget(self)
        line.setProperty("surface", "background")
        across = QHBoxLayout(line)
        across.setContentsMargins(10, 5, 12, 5)
        across.setSpacing(8)
        across.addWidget(self.field, 2)
        for widget in (self.altered, self.others, self.differing, self.again):
            across.addWidget(widget)
        across.addWidget(self.count, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(line)
        down.addWidget(self.banner)
        down.addWidget(self._rows, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.left_downwards.connect(lambda: self.list.setFocus())
        self.others.activated.connect(lambda _row: self.refresh())
        self.again.clicked.connect(self.refresh)

    def offer(self, others: Sequence[tuple[str, str, str]]) -> None:
        """Offer other servers of the same kind to compare with: ids, names, colours of their dots."""
        chosen = self.others.currentData()
        self.others.clear()
        self.others.add_entry(self.tr("Compare with…"), "")
        for connection_id, name, color in others:
            self.others.add_entry(name, connection_id, dot=color)
        self.others.choose(chosen or "")
        self.others.setVisible(bool(others))

    # reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._answer is None and not self._tasks:
            self.refresh()

    def refresh(self) -> None:
        """Read anew."""
        if self._client.state is not EngineState.GONE:
            task = asyncio.ensure_future(self._read())
            self._tasks.add(task)
            task.add_done_callback(self._ended)

    async def _read(self) -> None:
        other = str(self.others.currentData() or "")
        if self._answer is None:
            self.empty.set_text(self.tr("The settings are being read."))
        try:
            request = CompareSettings((self._connection_id, *([other] if other else [])))
            answer = await self._client.call("advice.settings", request, SettingsAnswer)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        notes = [visible_text(server.note) for server in answer.servers if server.note]
        self.banner.clear()
        if notes:
            self.banner.say(Level.ERROR, " ".join(notes))
        self.show_answer(answer)

    def show_answer(self, answer: SettingsAnswer) -> None:
        """Show the settings of one server, or of two."""
        if (len(answer.servers) > 1) != (len(self.model.columns) > len(_columns(is_compared=False))):
            self._renew_list(is_compared=len(answer.servers) > 1)
        self._answer = answer
        self._show()

    def _renew_list(self, *, is_compared: bool) -> None:
        old, old_model = self.list, self.model
        self.model, self.list = self._make_list(is_compared=is_compared)
        self._shapes.removeWidget(old)
        old.deleteLater()
        old_model.deleteLater()

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect is not swallowed: it comes out of the loop."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()

    def stop(self) -> None:
        """Ask for nothing any more."""
        for task in self._tasks:
            task.cancel()

    # showing

    def chosen(self) -> list[str]:
        """The chosen settings as lines, for copying."""
        return [f"{row.name} = {_value(row.here)}" for row in self.list.selected()]

    def _show(self) -> None:
        if self._answer is None:
            return
        here, *there = ({setting.name: setting for setting in server.settings} for server in self._answer.servers)
        other = there[0] if there else {}
        rows = [_Row(name, here.get(name), other.get(name)) for name in sorted({*here, *other})]
        self.differing.setVisible(bool(there))
        found = [row for row in rows if self._is_wanted(row, is_compared=bool(there))]
        self.list.show_rows(found)
        self._shapes.setCurrentWidget(self.list if found else self.empty)
        if not found:
            self.empty.set_text(self.tr("No setting is like that.") if rows else self.tr("No settings are known."))
        self.count.setText(self.tr("%n setting(s)", "", len(found)))
        self.changed.emit()

    def _is_wanted(self, row: _Row, *, is_compared: bool) -> bool:
        if is_compared and self.differing.isChecked() and not row.differs:
            return False
        if self.altered.isChecked() and all(each is None or each.is_default for each in (row.here, row.there)):
            return False
        text = f"{row.name} {_value(row.here)} {row.about.help} {row.about.group}".casefold()
        return all(word in text for word in self.field.text().casefold().split())
