"""The form of one environment: its name, its colour with what that looks like, and how careful Lapwing is there."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from lapwing.domain.connections import Confirmation, SqlInEvents, TransactionMode
from lapwing.domain.environments import EnvironmentPolicy, is_color
from lapwing.domain.visible import visible_text
from lapwing.gui.connections.color_choice import ColorChoice
from lapwing.gui.connections.fields import Choice, Field, Form
from lapwing.gui.environment_words import environment_title
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel, StatusDot

_WEEK_S: Final = 604_800


class PolicyForm(Form):
    """Shows one policy and reads it again. Qt's thread.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(name="environment_form")
        self._policy = EnvironmentPolicy("", "")
        self.name = Field(self.tr("Name"), name="environment_name")
        self.color = ColorChoice(self.tr("Colour"), "", name="environment_color")
        self.sample = PlainLabel("", elide=True)
        self.sample.setObjectName("environment_sample")
        self._dot = StatusDot("accent_text", "", name="environment_dot")
        self.mode = Choice(
            self.tr("Transactions"),
            (
                (self.tr("Automatic commit"), TransactionMode.AUTO),
                (self.tr("Manual commit"), TransactionMode.MANUAL),
            ),
            name="environment_commit",
        )
        self.confirmation = Choice(
            self.tr("Confirm"),
            (
                (self.tr("Nothing"), Confirmation.NONE),
                (self.tr("What may change something"), Confirmation.CHANGES),
                (self.tr("Changes; what destroys by name"), Confirmation.NAME),
            ),
            name="environment_confirmation",
        )
        self.sql_in_events = self._sql_in_events()
        self.read_only = QCheckBox(self.tr("Read-only: the server refuses every change"))
        self.read_only.setObjectName("environment_read_only")
        self.demands_verdict = QCheckBox(self.tr("Send nothing that a plugin was asked about and did not answer"))
        self.demands_verdict.setObjectName("environment_demands_verdict")
        hint = self.tr("Seconds; 0: never; empty: as the settings say")
        self.idle = Field(self.tr("Idle transactions"), name="environment_idle", hint=hint)
        self.idle.setValidator(QIntValidator(0, _WEEK_S, self.idle))
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("Colour"), self.color)
        self.add("", self._preview())
        self.add(self.tr("Transactions"), self.mode)
        self.add(self.tr("Confirm"), self.confirmation)
        self.add(self.tr("Idle transactions"), self.idle)
        self.add(self.tr("SQL in events"), self.sql_in_events)
        self.add("", self.read_only)
        self.add("", self.demands_verdict)
        self.end()
        self._connect()

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda _text: self._edited())
        self.idle.textEdited.connect(lambda _text: self._edited())
        self.color.changed.connect(self._edited)
        self.mode.activated.connect(lambda _row: self._edited())
        self.confirmation.activated.connect(lambda _row: self._edited())
        self.sql_in_events.activated.connect(lambda _row: self._edited())
        self.read_only.clicked.connect(lambda _on: self._edited())
        self.demands_verdict.clicked.connect(lambda _on: self._edited())
        Theme.current().changed.connect(self._show_sample)

    def _sql_in_events(self) -> Choice:
        entries = (
            (self.tr("Whole"), SqlInEvents.FULL),
            (self.tr("Without values"), SqlInEvents.MASKED),
            (self.tr("Only a hash"), SqlInEvents.HASH),
            (self.tr("None"), SqlInEvents.NONE),
        )
        return Choice(self.tr("SQL in events"), entries, name="environment_sql_in_events")

    def _preview(self) -> QWidget:
        place = QWidget()
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        across.addWidget(self._dot)
        across.addWidget(self.sample, 1)
        return place

    def show_policy(self, policy: EnvironmentPolicy) -> None:
        """Fill the fields."""
        self._policy = policy
        self.name.show_text(environment_title(policy))
        self.color.show_color(policy.color)
        self.mode.show_value(TransactionMode(policy.mode))
        self.confirmation.show_value(Confirmation(policy.confirmation))
        self.sql_in_events.show_value(SqlInEvents(policy.sql_in_events))
        self.read_only.setChecked(policy.read_only)
        self.demands_verdict.setChecked(policy.demands_verdict)
        limit = policy.idle_transaction_s
        self.idle.show_text("" if limit is None else str(limit))
        self._show_sample()

    def policy(self) -> EnvironmentPolicy:
        """What the fields say."""
        limit, name = self.idle.text().strip(), self.name.text().strip()
        return replace(
            self._policy,
            name=self._policy.name if name == environment_title(self._policy) else name,
            color=self.color.color(),
            mode=TransactionMode(self.mode.value()),
            confirmation=Confirmation(self.confirmation.value()),
            read_only=self.read_only.isChecked(),
            idle_transaction_s=int(limit) if limit else None,
            sql_in_events=SqlInEvents(self.sql_in_events.value()),
            demands_verdict=self.demands_verdict.isChecked(),
        )

    def _edited(self) -> None:
        self._show_sample()
        self.edited.emit()

    def _show_sample(self) -> None:
        color = self.color.color()
        if not is_color(color):
            return
        text = visible_text(self.name.text()) or self.tr("Connections look like this")
        self.sample.setText(text)
        self.sample.setStyleSheet(f"color: {Theme.current().color(color).name()};")
        self._dot.set_state(color, text)
