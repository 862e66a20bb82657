"""What is known of the alert that is chosen: what it means, what it asks, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.alerts.instances import AlertFacts, AlertState
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor import alerts_words as words
from lapwing.gui.monitor.alert_rule_words import rule_text
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.moments import moment_text

_LABEL_PX = 96
_SIGN_PX = 18


class AlertDetail(QFrame):
    """Below the list. Qt's thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("alert_detail")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sign = IconLabel("alert", "warning", _SIGN_PX, self)
        self.title = PlainLabel("", self, look="title", elide=True)
        self.help = PlainLabel("", self, look="dim", lines=True)
        self._facts: list[tuple[PlainLabel, PlainLabel]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _LABEL_PX)
        grid.setColumnStretch(1, 1)
        for row in range(6):
            label, fact = PlainLabel("", self, look="faint"), PlainLabel("", self, elide=True)
            grid.addWidget(label, row, 0)
            grid.addWidget(fact, row, 1)
            self._facts.append((label, fact))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(line)
        down = QVBoxLayout()
        down.setContentsMargins(16, 12, 16, 12)
        down.setSpacing(8)
        around.addLayout(down)
        down.addLayout(head)
        down.addWidget(self.help)
        down.addLayout(grid)
        down.addStretch(1)
        self.hide()

    def show_alert(self, facts: AlertFacts | None) -> None:
        """What is told of it; nothing where none is chosen."""
        self.setVisible(facts is not None)
        if facts is None:
            return
        instance = facts.instance
        self.sign.set_icon(*words.SEVERITY_ICONS[facts.severity])
        self.title.setText(words.series_text(facts.title, instance.labels))
        self.help.setText(visible_text(rule_text(facts.help)))
        self.help.setVisible(bool(facts.help))
        told = [
            (self.tr("Severity"), words.severity_text(facts.severity)),
            (self.tr("Condition"), words.condition_text(facts.expression, facts.duration)),
            (self.tr("Value"), words.shown(instance.value, instance.text, facts.unit)),
            (self.tr("Since"), words.since_text(instance.started or instance.since)),
        ]
        if facts.rule_labels:
            named = ", ".join(f"{name}={value}" for name, value in facts.rule_labels.items())
            told.append((self.tr("Labels"), visible_text(named)))
        if instance.standing is AlertState.ACKNOWLEDGED:
            told.append((self.tr("Seen by"), visible_text(instance.acknowledged) or self.tr("somebody")))
        elif facts.quiet_until is not None:
            told.append((self.tr("Silenced until"), moment_text(facts.quiet_until)))
        elif facts.is_quiet:
            told.append((self.tr("Silenced"), self.tr("by a quiet time of its rule")))
        for place, (label, fact) in enumerate(self._facts):
            name, text = told[place] if place < len(told) else ("", "")
            label.setText(name)
            fact.setText(text)
            label.setVisible(bool(name))
            fact.setVisible(bool(name))
