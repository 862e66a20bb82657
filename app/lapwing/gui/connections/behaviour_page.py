"""The page of the connection dialog on how its sessions behave, and the one on what they start with."""

from typing import Final

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from lapwing.domain.connections import Confirmation, SqlInEvents, TransactionMode
from lapwing.domain.drivers import DriverFacts
from lapwing.domain.schema_filter import patterns_of
from lapwing.gui.connections.color_choice import ColorChoice
from lapwing.gui.connections.draft import URL_DRIVER, Draft
from lapwing.gui.connections.fields import Choice, Field, Form
from lapwing.gui.theme import mono_font
from lapwing.gui.widgets import PlainLabel

_WEEK_S: Final = 604_800
_HOUR_S: Final = 3_600
_SCHEMAS_PX: Final = 92


class BehaviourPage(Form):
    """Colour, commit mode, confirmations, history, limits: what goes before the environment and the settings."""

    def __init__(self) -> None:
        super().__init__(name="connection_behaviour")
        as_policy = self.tr("As its environment says")
        as_setting = self.tr("As the settings say")
        self.color = ColorChoice(self.tr("Colour"), as_policy, name="connection_color")
        self.mode = Choice(
            self.tr("Transactions"),
            (
                (as_policy, ""),
                (self.tr("Automatic commit"), TransactionMode.AUTO),
                (self.tr("Manual commit"), TransactionMode.MANUAL),
            ),
            name="connection_commit",
        )
        self.confirmation = Choice(
            self.tr("Confirm"),
            (
                (as_policy, Confirmation.NONE),
                (self.tr("What may change something"), Confirmation.CHANGES),
                (self.tr("Changes; what destroys by name"), Confirmation.NAME),
            ),
            name="connection_confirmation",
        )
        self.sql_in_events = self._sql_in_events(as_policy)
        self.verdict = Choice(
            self.tr("Plugins"),
            ((as_policy, ""), (self.tr("Must answer before a statement is sent"), "1")),
            name="connection_demands_verdict",
        )
        self.history = self._yes_or_no(self.tr("History"), as_setting, name="connection_history")
        self.reconnect = self._yes_or_no(self.tr("Reconnect"), as_setting, name="connection_reconnect")
        idle = self.tr("Idle transactions")
        idle_hint = self.tr("Seconds; 0: never; empty: as its environment says")
        self.idle = self._seconds(idle, idle_hint, _WEEK_S, name="connection_idle_transaction")
        wait_hint = self.tr("Seconds; empty: as the settings say")
        self.timeout = self._seconds(self.tr("Connect time-out"), wait_hint, _HOUR_S, name="connection_timeout")
        self.note = PlainLabel(self.tr("The options of such a connection stand in its URL."), look="faint", lines=True)
        self.add(self.tr("Colour"), self.color)
        self.add(self.tr("Transactions"), self.mode)
        self.add(self.tr("Confirm"), self.confirmation)
        self.add(idle, self.idle)
        self.add(self.tr("History"), self.history)
        self.add(self.tr("SQL in events"), self.sql_in_events)
        self.add(self.tr("Plugins"), self.verdict)
        self.add(self.tr("Reconnect"), self.reconnect)
        self.add(self.tr("Connect time-out"), self.timeout)
        self.add("", self.note)
        self.end()

    def _sql_in_events(self, usual: str) -> Choice:
        entries = (
            (usual, SqlInEvents.FULL),
            (self.tr("Without values"), SqlInEvents.MASKED),
            (self.tr("Only a hash"), SqlInEvents.HASH),
            (self.tr("None"), SqlInEvents.NONE),
        )
        return Choice(self.tr("SQL in events"), entries, name="connection_sql_in_events")

    def _yes_or_no(self, label: str, usual: str, *, name: str) -> Choice:
        entries = ((usual, ""), (self.tr("Yes"), "1"), (self.tr("No"), "0"))
        return Choice(label, entries, name=name)

    def _seconds(self, label: str, hint: str, most: int, *, name: str) -> Field:
        made = Field(label, name=name, hint=hint)
        made.setValidator(QIntValidator(0, most, made))
        return made

    def show_kind(self, driver: str, facts: DriverFacts | None) -> None:
        """The rows that this kind of server has."""
        has_options, is_network = driver != URL_DRIVER, facts is None or facts.network
        self.show_row(self.idle, shown=has_options)
        self.show_row(self.history, shown=has_options)
        self.show_row(self.reconnect, shown=has_options and is_network)
        self.show_row(self.timeout, shown=has_options and is_network)
        self.show_row(self.note, shown=not has_options)

    def show_draft(self, draft: Draft) -> None:
        self.color.show_color(draft.color)
        self.mode.show_value(draft.mode or "")
        self.confirmation.show_value(draft.confirmation)
        self.sql_in_events.show_value(draft.sql_in_events)
        self.verdict.show_value("1" if draft.demands_verdict else "")
        for name, choice in (("history", self.history), ("auto_reconnect", self.reconnect)):
            choice.show_value(draft.behaviour.get(name, ""))
        for name, field in (("idle_transaction", self.idle), ("connect_timeout", self.timeout)):
            field.show_text(draft.behaviour.get(name, ""))

    def read_into(self, draft: Draft) -> None:
        draft.color = self.color.color()
        draft.mode = TransactionMode(self.mode.value()) if self.mode.value() else None
        draft.confirmation = Confirmation(self.confirmation.value())
        draft.sql_in_events = SqlInEvents(self.sql_in_events.value())
        draft.demands_verdict = bool(self.verdict.value())
        chosen = {
            "idle_transaction": self.idle.text().strip(),
            "history": self.history.value(),
            "auto_reconnect": self.reconnect.value(),
            "connect_timeout": self.timeout.text().strip(),
        }
        draft.behaviour = {name: text for name, text in chosen.items() if text}


class StartPage(QWidget):
    """Start-up SQL, and which schemas are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("connection_start")
        self.sql = self._text("connection_startup_sql", "SET lock_timeout = '5s';")
        self.sql.setFont(mono_font())
        self.schemas = self._text("connection_schemas", "public\nsales_*\n!*_old")
        self.schemas.setFixedHeight(_SCHEMAS_PX)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 14, 0, 0)
        down.setSpacing(8)
        self._add(down, self.tr("Run on each session of yours when it is opened, also again"), self.sql)
        self._add(down, self.tr("Schemas that are shown, a pattern a line; ! hides; empty: all"), self.schemas)

    def _text(self, name: str, hint: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setObjectName(name)
        made.setTabChangesFocus(True)
        made.setPlaceholderText(hint)
        return made

    def _add(self, down: QVBoxLayout, title: str, field: QPlainTextEdit) -> None:
        heading = PlainLabel(title, look="dim", lines=True)
        heading.setBuddy(field)
        field.setAccessibleName(title)
        down.addWidget(heading)
        down.addWidget(field, 1 if field is self.sql else 0)

    def show_draft(self, draft: Draft) -> None:
        self.sql.setPlainText(draft.startup_sql)
        self.schemas.setPlainText("\n".join(draft.schemas))

    def read_into(self, draft: Draft) -> None:
        draft.startup_sql = self.sql.toPlainText().strip()
        draft.schemas = patterns_of(self.schemas.toPlainText())
