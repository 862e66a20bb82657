"""The dialog of one rule: what it asks, and what that says of the servers right now."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.alerts.asking import CheckRule, MetricChoices, RuleChecked, RuleList, SaveRule
from lapwing.domain.alerts.instances import AlertState
from lapwing.domain.alerts.rules import AlertRule, Severity
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor import alerts_words as words
from lapwing.gui.monitor.alert_expression import ExpressionEdit
from lapwing.gui.widgets import Banner, Level, PlainLabel
from lapwing.gui.widgets.form_rows import LabelledRows, Line, choice
from lapwing.gui.widgets.reading_order import put_in_reading_order
from lapwing.gui.widgets.unsaved import ask_to_drop

_SIZE_PX: Final = (680, 560)
_TYPING_MS: Final = 250
_AGAIN_MS: Final = 2_000
_MOST_SERIES: Final = 3


class AlertRuleDialog(QDialog):
    """Opened, never executed. Nothing is kept before Save. Qt's thread.

    Signals:
        kept(RuleList): the rule was saved.
    """

    kept = Signal(object)

    def __init__(self, client: EngineClient, rule: AlertRule, parent: QWidget) -> None:
        """Edit a rule; one without an id is a new one."""
        super().__init__(parent)
        self.setObjectName("alert_rule")
        self.setWindowTitle(self.tr("Alert rule") if rule.id else self.tr("New alert rule"))
        self.resize(*_SIZE_PX)
        self._client = client
        self._rule = rule
        self._tasks: set[asyncio.Task[None]] = set()
        self._make_fields(rule)
        self._lay_out()
        put_in_reading_order(self)
        self._connect()
        self._began_with = self._typed()
        self.start(self._read_metrics())
        self.check()

    def _make_fields(self, rule: AlertRule) -> None:
        self.banner = Banner(self, name="alert_rule_banner")
        self.title = Line(self.tr("Title"), name="alert_rule_title", text=rule.title)
        entries = [(words.severity_text(each), each.value) for each in Severity]
        self.severity = choice(self.tr("Severity"), entries, rule.severity.value, name="alert_rule_severity")
        self.expression = ExpressionEdit(self.tr("Condition"), rule.expression, name="alert_rule_expression")
        self.expression.setPlaceholderText(self.tr("for example avg(cache_hit, 15m) < 99%"))
        self.now = PlainLabel("", self, look="dim", lines=True)
        self.now.setObjectName("alert_rule_now")
        self.duration = Line(self.tr("For"), name="alert_rule_duration", hint=self.tr("at once"), text=rule.duration)
        self.clear = ExpressionEdit(self.tr("Over when"), rule.clear, name="alert_rule_clear", lines=1)
        self.clear.setPlaceholderText(self.tr("the condition is not so"))
        self.connections = Line(
            self.tr("Connections"),
            name="alert_rule_connections",
            hint=self.tr("every connection"),
            text=", ".join(rule.connections),
        )
        self.servers = Line(
            self.tr("Servers"),
            name="alert_rule_servers",
            hint=self.tr("every server: postgresql, mysql, sqlite"),
            text=", ".join(rule.dialects),
        )
        self.environments = Line(
            self.tr("Environments"),
            name="alert_rule_environments",
            hint=self.tr("every environment"),
            text=", ".join(rule.environments),
        )
        self.channels = Line(
            self.tr("Channels"),
            name="alert_rule_channels",
            hint=self.tr("every channel"),
            text=", ".join(rule.channels),
        )
        self.labels = Line(
            self.tr("Labels"),
            name="alert_rule_labels",
            hint=self.tr("for example team=db, runbook=https://…"),
            text=", ".join(f"{name}={text}" for name, text in rule.labels.items()),
        )
        self.quiet = self._lines(self.tr("Quiet times"), "alert_rule_quiet", map(words.quiet_line, rule.quiet), 2)
        self.quiet.setPlaceholderText(self.tr("for example sat, sun 22:00-06:00 Europe/Prague"))
        self.help = self._lines(self.tr("What to do"), "alert_rule_help", [rule.help], 2)

    def _lines(self, label: str, name: str, lines: Any, height: int) -> QPlainTextEdit:
        made = QPlainTextEdit("\n".join(lines), self)
        made.setObjectName(name)
        made.setAccessibleName(label)
        made.setProperty("look", "field")
        made.setTabChangesFocus(True)
        made.setFixedHeight(made.fontMetrics().lineSpacing() * height + 16)
        return made

    def _lay_out(self) -> None:
        rows = LabelledRows()
        rows.add(self.tr("Title"), self.title, self.severity)
        rows.add(self.tr("Condition"), self.expression)
        rows.add("", self.now)
        rows.add(self.tr("For"), self.duration)
        rows.add(self.tr("Over when"), self.clear)
        rows.add(self.tr("Connections"), self.connections)
        rows.add(self.tr("Servers"), self.servers)
        rows.add(self.tr("Environments"), self.environments)
        rows.add(self.tr("Channels"), self.channels)
        rows.add(self.tr("Labels"), self.labels)
        rows.add(self.tr("Quiet times"), self.quiet)
        rows.add(self.tr("What to do"), self.help)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setObjectName("alert_rule_save")
        self.save_button.setDefault(True)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setObjectName("alert_rule_cancel")
        self.cancel_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        inner.addLayout(rows)
        inner.addStretch(1)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.check)
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.check)
        self._again.start()
        for field in (self.expression, self.clear):
            field.textChanged.connect(self._typing.start)
            field.submitted.connect(self.save)
        self.duration.textChanged.connect(self._typing.start)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(self._end)

    def _typed(self) -> list[str]:
        """All that stands in the fields."""
        lines = [each.text() for each in self.findChildren(QLineEdit)]
        return [
            *lines,
            *(each.toPlainText() for each in self.findChildren(QPlainTextEdit)),
            self.severity.currentText(),
        ]

    def reject(self) -> None:
        """Close; what was typed and not saved is asked about first."""
        if self._typed() == self._began_with:
            super().reject()
        else:
            ask_to_drop(self.banner, lambda: self.done(QDialog.DialogCode.Rejected.value))

    def rule(self) -> AlertRule | None:
        """The rule as it stands in the fields; None: a line of them means nothing, which is said."""
        quiet = []
        for line in filter(str.strip, self.quiet.toPlainText().splitlines()):
            found = words.quiet_from(line)
            if found is None:
                text = self.tr("{line} is no quiet time. Write sat, sun 22:00-06:00 Europe/Prague.")
                self.banner.say(Level.ERROR, text.replace("{line}", visible_text(line[:80])))
                self.quiet.setFocus()
                return None
            quiet.append(found)
        pairs = [each.partition("=") for each in _listed(self.labels.text())]
        return replace(
            self._rule,
            title=self.title.text().strip(),
            expression=self.expression.text(),
            duration=self.duration.text().strip(),
            clear=self.clear.text(),
            severity=Severity(str(self.severity.currentData())),
            labels={name.strip(): text.strip() for name, _, text in pairs},
            connections=_listed(self.connections.text()),
            dialects=_listed(self.servers.text()),
            environments=_listed(self.environments.text()),
            channels=_listed(self.channels.text()),
            quiet=tuple(quiet),
            help=self.help.toPlainText().strip(),
        )

    # checking

    def check(self) -> None:
        """Say what the condition says now, or what is wrong with it."""
        if self.expression.text():
            asked = CheckRule(self.expression.text(), self.clear.text(), self.duration.text().strip())
            self.start(self._check(asked))
        else:
            self._say_now("dim", self.tr("Write what has to be so, for example blocked_sessions > 5."))

    async def _check(self, asked: CheckRule) -> None:
        found = await self._client.call("alert.check_rule", asked, RuleChecked)
        if asked.expression != self.expression.text():
            return  # it is another one meanwhile
        error = found.error
        self.expression.mark(error if not found.in_clear else None)
        self.clear.mark(error if found.in_clear else None)
        if error is not None:
            self._say_now("bad", error_text(from_wire(error)))
        else:
            self._say_now(*self._found(found))

    def _found(self, found: RuleChecked) -> tuple[str, str]:
        """How it looks, and what it says, of the first few series."""
        if not found.series:
            return "dim", self.tr("Nothing is monitored now that it could be judged by.")
        outcomes = {
            AlertState.OK: self.tr("it would not fire"),
            AlertState.PENDING: self.tr("it would be pending"),
            AlertState.FIRING: self.tr("it would fire"),
            AlertState.UNKNOWN: self.tr("there is no value"),
        }
        ranked = sorted(found.series, key=lambda each: _RANKS.index(each.state))
        lines = []
        for each in ranked[:_MOST_SERIES]:
            where = words.series_text(each.connection, each.labels)
            value = words.shown(each.value, each.text, found.unit)
            line = self.tr("Now {value} on {where}: {outcome}.")
            lines.append(line.format(value=value, where=where, outcome=outcomes[each.state]))
        more = len(found.series) - _MOST_SERIES
        if more > 0:
            lines.append(self.tr("And %n more.", "", more))
        look = {AlertState.PENDING: "warning", AlertState.FIRING: "warning", AlertState.OK: "good"}
        return look.get(ranked[0].state, "dim"), "\n".join(lines)

    def _say_now(self, look: str, text: str) -> None:
        self.now.set_look(look)
        self.now.setText(text)

    async def _read_metrics(self) -> None:
        found = await self._client.call("alert.metrics", None, MetricChoices)
        names = [metric.id for metric in found.metrics]
        self.expression.offer(names)
        self.clear.offer(names)

    # keeping

    def save(self) -> None:
        """Keep the rule, and close."""
        rule = self.rule()
        if rule is not None:
            self.start(self._save(rule))

    async def _save(self, rule: AlertRule) -> None:
        self.kept.emit(await self._client.call("alert.save_rule", SaveRule(rule), RuleList))
        self.accept()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside; what goes wrong with it is said above the fields."""
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    def _end(self, _result: int) -> None:
        self._again.stop()
        self._typing.stop()
        for task in self._tasks:
            if task is not asyncio.current_task():
                task.cancel()
        self.deleteLater()


_RANKS: Final = (AlertState.FIRING, AlertState.PENDING, AlertState.UNKNOWN, AlertState.OK)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())
