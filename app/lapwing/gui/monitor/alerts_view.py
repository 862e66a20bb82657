"""Alerts: those that are, how they changed, the rules and the channels."""

import asyncio
import getpass
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.alerts.asking import (
    AcknowledgeAlert,
    AlertHistory,
    AlertList,
    AlertName,
    ChannelRequest,
    ReadAlertHistory,
    RemoveRule,
    RuleFacts,
    RuleList,
    SaveChannel,
    SilenceAlert,
    SwitchRule,
)
from lapwing.domain.alerts.channels import ChannelState
from lapwing.domain.alerts.instances import AlertFacts
from lapwing.domain.alerts.rules import Severity
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.events import Event
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text, problems_text
from lapwing.gui.monitor import alerts_tables as tables
from lapwing.gui.monitor.alert_detail import AlertDetail
from lapwing.gui.monitor.alerts_tools import AlertsTools
from lapwing.gui.monitor.monitoring_notice import MonitoringNotice
from lapwing.gui.widgets import Banner, EmptyState, Level
from lapwing.gui.widgets.reading_order import bring_to_front
from lapwing.gui.widgets.rows_list import RowsList, RowsModel

PARTS: Final = ("now", "history", "rules", "channels")
_NEWS_MS: Final = 150
_TICK_MS: Final = 2_000
"""How often values and times are shown anew while they are in sight."""


class AlertsView(QWidget):
    """Reads from the engine when it is in sight. Qt's thread.

    Signals:
        changed(): other rows are chosen, or another part is in front.
        monitor_wanted(str, float): the monitor of a connection at a moment.
        rule_wanted(RuleFacts or None): a rule to be edited, or a new one.
        channel_wanted(AlertChannel or None): the same of a mail channel.
    """

    changed = Signal()
    monitor_wanted = Signal(str, float)
    rule_wanted = Signal(object)
    channel_wanted = Signal(object)

    def __init__(self, client: EngineClient, color_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self.tools = AlertsTools(self)
        self.banner = Banner(self, name="alerts_banner")
        self.stopped = MonitoringNotice(client, self)
        self.alerts = RowsModel(tables.alert_columns(color_of), _alert_key, self)
        self.changes = RowsModel(tables.history_columns(color_of), lambda it: it.id, self)
        self.rules = RowsModel(tables.rule_columns(), lambda it: it.rule.id, self)
        self.channels = RowsModel(tables.channel_columns(), lambda it: it.channel.id, self)
        self.now_list = RowsList(self.alerts, self.tr("Alerts"), self, name="alerts_list")
        self.history_list = RowsList(self.changes, self.tr("History of alerts"), self, name="alerts_history")
        self.rule_list = RowsList(self.rules, self.tr("Alert rules"), self, name="alerts_rules")
        self.channel_list = RowsList(self.channels, self.tr("Channels"), self, name="alerts_channels")
        self.detail = AlertDetail(self)
        self._lay_out()
        self._connect()
        self.show_part("now")

    def _lay_out(self) -> None:
        sentence = self.tr("Nothing is wrong with what is monitored. Open a monitor, and its rules are judged.")
        self.calm = EmptyState("success", sentence, self, name="alerts_calm", title=self.tr("No alerts"))
        sentence = self.tr("What fires, is acknowledged or is over will be listed here.")
        self.blank = EmptyState("history", sentence, self, name="alerts_blank", title=self.tr("Nothing has happened"))
        now = QWidget(self)
        below = QVBoxLayout(now)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.now_list, 1)
        below.addWidget(self.detail)
        self._now = now
        self.stack = QStackedWidget(self)
        for page in (now, self.calm, self.history_list, self.blank, self.rule_list, self.channel_list):
            self.stack.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.tools)
        down.addWidget(self.banner)
        down.addWidget(self.stopped)
        down.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.refresh)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._client.told.connect(self._hear)
        tools = self.tools
        tools.tabs.chosen.connect(self.show_part)
        tools.acknowledge.clicked.connect(self.acknowledge)
        tools.silence_wanted.connect(self.silence)
        tools.least_wanted.connect(self._tell_from)
        tools.monitor.clicked.connect(self.open_monitor)
        tools.add.clicked.connect(lambda: self.add())
        tools.edit.clicked.connect(self.edit)
        tools.remove.clicked.connect(self.remove)
        tools.test.clicked.connect(self.test)
        for rows in self.lists():
            rows.chosen.connect(self._chosen)
        self.now_list.opened.connect(lambda _row: self.open_monitor())
        self.rule_list.opened.connect(self.rule_wanted)
        self.channel_list.opened.connect(lambda _row: self.edit())
        self.rule_list.delete_wanted.connect(self.remove)
        self.channel_list.delete_wanted.connect(self.remove)
        self.rules.ticked.connect(self._switch_rule)
        self.channels.ticked.connect(self._switch_channel)

    def lists(self) -> tuple[RowsList, ...]:
        return self.now_list, self.history_list, self.rule_list, self.channel_list

    @property
    def part(self) -> str:
        """Which of `PARTS` is in front."""
        return self.tools.tabs.current

    @property
    def front(self) -> RowsList:
        """The list in front."""
        return self.lists()[PARTS.index(self.part)]

    def show_part(self, part: str) -> None:
        """Bring one of `PARTS` to the front."""
        self.tools.show_part(part if part in PARTS else "now")
        self._show_stack()
        self._chosen()
        if self.isVisible():
            self.refresh()

    def _show_stack(self) -> None:
        pages = {
            "now": self._now if self.alerts.rows else self.calm,
            "history": self.history_list if self.changes.rows else self.blank,
            "rules": self.rule_list,
            "channels": self.channel_list,
        }
        bring_to_front(self.stack, pages[self.part])

    def _chosen(self) -> None:
        alerts = self.chosen_alerts()
        self.detail.show_alert(alerts[0] if alerts and self.part == "now" else None)
        self.tools.show_chosen(self.part, self.front.selected())
        self.changed.emit()

    def chosen_alerts(self) -> list[AlertFacts]:
        """Those that are selected in the list of what is now."""
        return self.now_list.selected() if self.part == "now" else []

    # reading

    def _hear(self, event: Event) -> None:
        if event.name.startswith("alert") and self.isVisible():
            self._news.start()

    def refresh(self) -> None:
        """Read what is in front anew."""
        self.start(self._read(self.part))

    def _tick(self) -> None:
        if self.part == "now":
            self.refresh()

    async def _read(self, part: str) -> None:
        if part == "now":
            alerts = await self._client.call("alert.list", None, AlertList)
            self.now_list.show_rows(alerts.alerts)
            self.alerts.refresh()
        elif part == "history":
            found = await self._client.call("alert.history", ReadAlertHistory(limit=500), AlertHistory)
            self.history_list.show_rows(found.changes)
            self._say_problems(found.problems)
        else:
            self.show_rules(await self._client.call("alert.rules", None, RuleList))
        self._show_stack()
        self._chosen()

    def show_rules(self, found: RuleList) -> None:
        """Rules and channels as they are now."""
        self.rule_list.show_rows(found.rules)
        self.channel_list.show_rows(found.channels)
        self._say_problems(found.problems)

    def _say_problems(self, problems: Sequence[ErrorFacts]) -> None:
        if problems:
            self.banner.say(Level.WARNING, problems_text(problems))

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside; what goes wrong with it is said above the list."""
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    def stop(self) -> None:
        """Nothing is read any more."""
        self._ticks.stop()
        self._client.told.disconnect(self._hear)
        for task in self._tasks:
            task.cancel()

    # doing

    def acknowledge(self) -> None:
        """Say of the chosen alerts that they were seen."""
        for each in self.chosen_alerts():
            self.start(self._do("alert.acknowledge", AcknowledgeAlert(_name(each), _who())))

    def silence(self, for_s: float) -> None:
        """Tell nobody of the chosen alerts for so long; 0: tell again."""
        for each in self.chosen_alerts():
            self.start(self._do("alert.silence", SilenceAlert(_name(each), for_s)))

    async def _do(self, operation: str, request: object) -> None:
        await self._client.call(operation, request)
        await self._read(self.part)

    def open_monitor(self) -> None:
        """The monitor of what is chosen, at the moment when it began."""
        rows = self.front.selected()
        if rows and self.part == "now":
            instance = rows[0].instance
            self.monitor_wanted.emit(instance.connection_id, instance.started or instance.since)
        elif rows and self.part == "history":
            self.monitor_wanted.emit(rows[0].connection_id, rows[0].at)

    def add(self) -> None:
        """A new rule, or a new mail channel where channels are in front."""
        if self.part == "channels":
            self.channel_wanted.emit(None)
        else:
            self.rule_wanted.emit(None)

    def edit(self) -> None:
        """Edit the rule or mail channel that is chosen."""
        rows = self.front.selected()
        if rows and self.part == "rules":
            self.rule_wanted.emit(rows[0])
        elif rows and self.part == "channels" and rows[0].channel.mail is not None:
            self.channel_wanted.emit(rows[0].channel)

    def remove(self) -> None:
        """Remove the chosen rules or channels; those that came with Lapwing are then as they came."""
        for row in self.front.selected():
            if self.part == "rules":
                self.start(self._change("alert.remove_rule", RemoveRule(row.rule.id)))
            elif self.part == "channels":
                self.start(self._change("alert.remove_channel", ChannelRequest(row.channel.id)))

    def test(self) -> None:
        """Tell a test by the chosen channel."""
        rows = self.channel_list.selected()
        if rows and self.part == "channels":
            self.start(self._test(rows[0]))

    async def _test(self, state: ChannelState) -> None:
        await self._client.call("alert.test_channel", SaveChannel(state.channel))
        text = self.tr("A test was told: {channel}.")
        self.banner.say(Level.GOOD, text.replace("{channel}", tables.channel_title(state)))

    def _switch_rule(self, row: RuleFacts, enabled: bool) -> None:
        self.start(self._change("alert.switch_rule", SwitchRule(row.rule.id, enabled)))

    def _switch_channel(self, row: ChannelState, enabled: bool) -> None:
        channel = replace(row.channel, enabled=enabled)
        self.start(self._change("alert.save_channel", SaveChannel(channel)))

    def _tell_from(self, least: str) -> None:
        """The chosen channels tell this severity and worse ones."""
        for row in self.channel_list.selected():
            channel = replace(row.channel, least=Severity(least))
            self.start(self._change("alert.save_channel", SaveChannel(channel)))

    async def _change(self, operation: str, request: object) -> None:
        self.show_rules(await self._client.call(operation, request, RuleList))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)


def _alert_key(facts: AlertFacts) -> tuple[str, str, object]:
    instance = facts.instance
    return instance.rule_id, instance.connection_id, instance.labels


def _who() -> str:
    """The person's name at this machine; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _name(facts: AlertFacts) -> AlertName:
    instance = facts.instance
    return AlertName(instance.rule_id, instance.connection_id, instance.labels)
