"""The tool row of alerts: its parts at the left, what can be done with what is chosen at the right."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from lapwing.domain.alerts.asking import RuleOrigin
from lapwing.domain.alerts.channels import ChannelKind
from lapwing.domain.alerts.instances import AlertState
from lapwing.domain.alerts.rules import Severity
from lapwing.gui.monitor.alerts_words import severity_text
from lapwing.gui.widgets import GivingRow, ToolButton
from lapwing.gui.widgets.sub_tabs import SubTabs

_HEIGHT_PX: Final = 38
_HOUR_S: Final = 3_600.0


class AlertsTools(GivingRow):
    """Qt's thread.

    Signals:
        silence_wanted(float): for so many seconds; 0: no longer.
        least_wanted(str): the lowest severity that a channel tells (`domain.alerts.rules.Severity`).
    """

    silence_wanted = Signal(float)
    least_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("alerts_tools")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT_PX)
        self.tabs = SubTabs(self.tr("Parts of this page"), self, name="alerts_tabs")
        self.tabs.set_tabs(
            {
                "now": self.tr("Now"),
                "history": self.tr("History"),
                "rules": self.tr("Rules"),
                "channels": self.tr("Channels"),
            }
        )
        self.acknowledge = self._button("check", self.tr("Acknowledge"), "alerts_acknowledge")
        self.silence = self._button("clock", self.tr("Silence"), "alerts_silence")
        self.monitor = self._button("activity", self.tr("Open monitor"), "alerts_monitor")
        self.add = self._button("plus", self.tr("New"), "alerts_add")
        self.edit = self._button("edit", self.tr("Edit"), "alerts_edit")
        self.least = self._button("filter", self.tr("Tells from"), "alerts_least")
        self.test = self._button("message", self.tr("Test"), "alerts_test")
        self.remove = self._button("trash", self.tr("Remove"), "alerts_remove")
        self.silence.setMenu(self._silences())
        self.least.setMenu(self._severities())
        for button in (self.silence, self.least):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self.tabs, 1)
        for button in self._buttons():
            across.addWidget(button)
        of_a_row = (self.acknowledge, self.silence, self.monitor, self.least)
        self.let_words_go((self.edit, self.remove), (self.test,), of_a_row, (self.add,))

    def _button(self, drawing: str, text: str, name: str) -> ToolButton:
        return ToolButton(drawing, text, self, name=name)

    def _buttons(self) -> tuple[ToolButton, ...]:
        of_alerts = (self.acknowledge, self.silence, self.monitor)
        return *of_alerts, self.add, self.edit, self.least, self.test, self.remove

    def _severities(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("alerts_severities")
        for severity in Severity:
            menu.addAction(severity_text(severity)).setData(severity.value)
        menu.triggered.connect(lambda action: self.least_wanted.emit(action.data()))
        return menu

    def _silences(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("alerts_silences")
        for text, hours in (
            (self.tr("For an hour"), 1),
            (self.tr("For eight hours"), 8),
            (self.tr("For a day"), 24),
            (self.tr("For a week"), 168),
        ):
            menu.addAction(text).setData(hours * _HOUR_S)
        menu.addSeparator()
        menu.addAction(self.tr("No longer")).setData(0.0)
        menu.triggered.connect(lambda action: self.silence_wanted.emit(action.data()))
        return menu

    def show_part(self, part: str) -> None:
        """The buttons of a part."""
        self.tabs.choose(part)
        of_part = {
            "now": (self.acknowledge, self.silence, self.monitor),
            "history": (self.monitor,),
            "rules": (self.add, self.edit, self.remove),
            "channels": (self.add, self.edit, self.least, self.test, self.remove),
        }[part]
        for button in self._buttons():
            button.setVisible(button in of_part)
        self.add.setText(self.tr("New rule") if part == "rules" else self.tr("New channel"))
        self.add.setAccessibleName(self.add.text())

    def show_chosen(self, part: str, rows: Sequence[Any]) -> None:
        """What can be done with the rows that are chosen."""
        self.acknowledge.setEnabled(part == "now" and any(row.instance.standing is AlertState.FIRING for row in rows))
        self.silence.setEnabled(part == "now" and bool(rows))
        self.monitor.setEnabled(bool(rows))
        if part == "rules":
            shipped = [row for row in rows if row.origin is RuleOrigin.SHIPPED]
            is_put_back = bool(rows) and all(row.origin is RuleOrigin.CHANGED for row in rows)
            self.edit.setEnabled(len(rows) == 1)
            self.remove.setEnabled(bool(rows) and not shipped)
            self.remove.setText(self.tr("Put back") if is_put_back else self.tr("Remove"))
        elif part == "channels":
            mails = [row for row in rows if row.channel.kind is ChannelKind.EMAIL]
            self.edit.setEnabled(len(rows) == 1 and bool(mails))
            self.test.setEnabled(len(rows) == 1)
            self.least.setEnabled(bool(rows))
            self.remove.setEnabled(bool(mails) and len(mails) == len(rows))
            self.remove.setText(self.tr("Remove"))
        self.remove.setAccessibleName(self.remove.text())
