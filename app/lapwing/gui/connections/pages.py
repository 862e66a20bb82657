"""The pages of the connection dialog: log-in, encryption, more."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from lapwing.domain.connections import Environment
from lapwing.domain.drivers import DriverFacts
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy
from lapwing.gui.connections.draft import FILE_DRIVER, URL_DRIVER, Draft
from lapwing.gui.connections.fields import Choice, Field, FileField, Form
from lapwing.gui.connections.secret_rows import SecretRows
from lapwing.gui.environment_words import environment_title
from lapwing.gui.widgets import PlainLabel, ToolButton

_KINDS: Final = ("postgresql", "mysql", "sqlite", "generic")
_PORT_PX: Final = 84


class KindRow(QWidget):
    """The kinds of servers side by side, one of them chosen.

    Signals:
        chosen(str): Another kind; the driver's id.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("connection_kinds")
        self._facts: dict[str, DriverFacts] = {}
        self._group = QButtonGroup(self)
        titles = ("PostgreSQL", "MySQL / MariaDB", "SQLite", self.tr("Other"))
        self._buttons: dict[str, QToolButton] = {}
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        for kind, title in zip(_KINDS, titles, strict=True):
            button = ToolButton("database" if kind != FILE_DRIVER else "file", title, name=f"connection_kind_{kind}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, driver=kind: self.chosen.emit(driver))
            self._group.addButton(button)
            self._buttons[kind] = button
            across.addWidget(button)
        across.addStretch(1)

    @property
    def driver(self) -> str:
        return next(kind for kind, button in self._buttons.items() if button.isChecked())

    @property
    def facts(self) -> DriverFacts | None:
        """What the engine said of the chosen kind; None before it has."""
        return self._facts.get(self.driver)

    def know(self, drivers: tuple[DriverFacts, ...]) -> None:
        """Offer only these."""
        self._facts = {facts.id: facts for facts in drivers}
        for kind, button in self._buttons.items():
            button.setVisible(kind in self._facts)

    def show_driver(self, driver: str) -> None:
        self._buttons.get(driver, self._buttons[URL_DRIVER]).setChecked(True)


class LoginPage(Form):
    """Name, place, user, password, environment, read-only."""

    def __init__(self) -> None:
        super().__init__(name="connection_login")
        self.name = Field(self.tr("Name"), name="connection_name", hint=self.tr("As it stands in the navigator"))
        self.environment = Choice(self.tr("Environment"), (), name="connection_environment")
        self.environments = ToolButton(
            "settings", name="connection_environments", tip=self.tr("Environments…"), color="dim_text"
        )
        self.offer_environments(SHIPPED)
        self.host = Field(self.tr("Host"), name="connection_host", hint="localhost")
        self.port = Field(self.tr("Port"), name="connection_port")
        self.port.setFixedWidth(_PORT_PX)
        self.database = Field(self.tr("Database"), name="connection_database")
        self.user = Field(self.tr("User"), name="connection_user")
        self.file = FileField(self.tr("File"), name="connection_file")
        url_hint = self.tr("SQLAlchemy URL, such as duckdb:////home/me/sales.duckdb")
        self.url = Field(self.tr("URL"), name="connection_url", hint=url_hint)
        self.place: QWidget = self.host
        """Where it is said where a server of this kind is."""
        self.add(self.tr("Name"), self.name, self.environment, self.environments)
        self.add(self.tr("Host"), self.host, self.port)
        self.add(self.tr("Database"), self.database)
        self.add(self.tr("File"), self.file)
        self.add(self.tr("URL"), self.url)
        self.add(self.tr("User"), self.user)
        self.secret = SecretRows(self)
        self.read_only = QCheckBox(self.tr("Read-only: the server refuses every change"))
        self.read_only.setObjectName("connection_read_only")
        self.limits = PlainLabel("", look="faint", lines=True)
        self.limits.setObjectName("connection_read_only_limits")
        self.add("", self.read_only)
        self.add("", self.limits)
        self.end()
        self._limits_text = ""
        self.read_only.toggled.connect(lambda _checked: self._show_limits())

    def offer_environments(self, policies: Sequence[EnvironmentPolicy]) -> None:
        """Offer these; what is chosen stays chosen."""
        chosen = self.environment.value() if self.environment.count() else Environment.NONE.value
        with QSignalBlocker(self.environment):
            self.environment.clear()
            self.environment.add_entry(self.tr("No environment"), Environment.NONE.value)
            for policy in policies:
                self.environment.add_entry(environment_title(policy), policy.id, dot=policy.color)
        self.show_environment(chosen)

    def show_environment(self, environment_id: str) -> None:
        """Show one as chosen, also one that is not there any more."""
        if self.environment.findData(environment_id) < 0:
            self.environment.add_entry(environment_id, environment_id, dot="bad")
        self.environment.show_value(environment_id)

    def show_kind(self, driver: str, facts: DriverFacts | None) -> None:
        """The rows that this kind of server has."""
        self.place = {FILE_DRIVER: self.file, URL_DRIVER: self.url}.get(driver, self.host)
        has_server = self.place is self.host
        for field in (self.host, self.database, self.user):
            self.show_row(field, shown=has_server)
        self.show_row(self.file, shown=driver == FILE_DRIVER)
        self.show_row(self.url, shown=driver == URL_DRIVER)
        self.secret.show_all(shown=driver != FILE_DRIVER)
        self.port.setPlaceholderText(str(facts.default_port) if facts and facts.default_port else "")
        self._limits_text = facts.read_only_limits if facts is not None else ""
        self._show_limits()

    def _show_limits(self) -> None:
        shown = self.read_only.isChecked() and bool(self._limits_text)
        self.limits.setText(self._limits_text)
        self.show_row(self.limits, shown=shown)

    def show_draft(self, draft: Draft) -> None:
        for field, text in (
            (self.name, draft.name),
            (self.host, draft.host),
            (self.port, draft.port),
            (self.user, draft.username),
            (self.database, draft.database),
            (self.file, draft.database if draft.driver == FILE_DRIVER else ""),
            (self.url, draft.database if draft.driver == URL_DRIVER else ""),
            (self.secret.password, draft.password),
        ):
            field.show_text(text)
        self.show_environment(str(draft.environment))
        self.read_only.setChecked(draft.read_only)
        self.secret.offer(None, draft.secret)

    def read_into(self, draft: Draft) -> None:
        places: dict[str, Field | FileField] = {FILE_DRIVER: self.file, URL_DRIVER: self.url}
        draft.name, draft.environment = self.name.text(), self.environment.value()
        draft.host, draft.port, draft.username = self.host.text(), self.port.text(), self.user.text()
        draft.database = places.get(draft.driver, self.database).text()
        draft.password = self.secret.password.text() if self.secret.password.isEnabled() else ""
        draft.secret = self.secret.chosen()
        draft.read_only = self.read_only.isChecked()


class TlsPage(Form):
    """How the connection is encrypted."""

    def __init__(self) -> None:
        super().__init__(name="connection_tls")
        self.mode = Choice(
            self.tr("Encryption"),
            (
                (self.tr("As usual for the place"), ""),
                (self.tr("Required; certificate and host name checked"), "verify-full"),
                (self.tr("Required; certificate checked"), "verify-ca"),
                (self.tr("Required; certificate not checked"), "require"),
                (self.tr("If the server has it"), "prefer"),
                (self.tr("None"), "disable"),
            ),
            name="connection_sslmode",
        )
        self.note = PlainLabel("", look="faint", lines=True)
        self.note.setObjectName("connection_tls_note")
        files = self.tr("Certificates") + " (*.pem *.crt *.cer *.key);;*"
        ca_hint = self.tr("File of the issuer; the word system for the computer's own list")
        self.authority = FileField(self.tr("Authority"), name="connection_sslrootcert", hint=ca_hint, filters=files)
        self.certificate = FileField(self.tr("Own certificate"), name="connection_sslcert", filters=files)
        self.key = FileField(self.tr("Its key"), name="connection_sslkey", filters=files)
        self.add(self.tr("Encryption"), self.mode)
        self.add("", self.note)
        self.add(self.tr("Authority"), self.authority)
        self.add(self.tr("Own certificate"), self.certificate)
        self.add(self.tr("Its key"), self.key)
        self.key_password = Field(
            self.tr("Passphrase of the key"),
            name="connection_key_password",
            hint=self.tr("Where the key is encrypted; kept like the password"),
            secret=True,
        )
        self.add(self.tr("Key passphrase"), self.key_password)
        self.end()
        self._files = {"sslrootcert": self.authority, "sslcert": self.certificate, "sslkey": self.key}
        self._notes = {
            "": self.tr(
                "To another computer encryption is required, and never left out silently. With an authority given, "
                "certificate and host name are checked."
            ),
            "require": self.tr(
                "Nobody can read along, but who answers is not checked: give an authority where you can."
            ),
            "prefer": self.tr("A server, or somebody on the way, can leave encryption out without a word."),
            "disable": self.tr("Everything, the password's proof included, can be read and changed on the way."),
        }
        self.mode.activated.connect(lambda _row: self._show_note())

    def _show_note(self) -> None:
        text = self._notes.get(self.mode.value(), "")
        self.note.setText(text)
        self.show_row(self.note, shown=bool(text))

    def show_draft(self, draft: Draft) -> None:
        self.mode.show_value(draft.tls.get("sslmode", ""))
        self.key_password.show_text(draft.key_password)
        for option, field in self._files.items():
            field.show_text(draft.tls.get(option, ""))
        self._show_note()

    def read_into(self, draft: Draft) -> None:
        chosen = {"sslmode": self.mode.value(), **{name: field.text().strip() for name, field in self._files.items()}}
        draft.tls = {name: value for name, value in chosen.items() if value}
        draft.key_password = self.key_password.text()


class MorePage(QWidget):
    """The group, and further options as text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("connection_more")
        self.group = Field(self.tr("Group"), name="connection_group", hint=self.tr("Heading in the navigator"))
        self.options = QPlainTextEdit()
        self.options.setObjectName("connection_options")
        self.options.setAccessibleName(self.tr("Further options"))
        self.options.setTabChangesFocus(True)
        self.options.setPlaceholderText("connect_timeout=10\napplication_name=Lapwing")
        form = Form(name="connection_group_row")
        form.add(self.tr("Group"), self.group)
        heading = PlainLabel(self.tr("Further options, one name=value a line"), look="dim")
        heading.setBuddy(self.options)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(form)
        down.addWidget(heading)
        down.addWidget(self.options, 1)

    def show_kind(self, facts: DriverFacts | None) -> None:
        """Options are there for every kind but a URL of its own."""
        self.options.setEnabled(facts is None or facts.id != URL_DRIVER)

    def show_draft(self, draft: Draft) -> None:
        self.group.show_text(draft.group)
        self.options.setPlainText(draft.options)

    def read_into(self, draft: Draft) -> None:
        draft.group = self.group.text()
        draft.options = self.options.toPlainText()
