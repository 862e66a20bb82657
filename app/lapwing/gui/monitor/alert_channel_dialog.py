"""The dialog of a mail channel."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.alerts.asking import RuleList, SaveChannel
from lapwing.domain.alerts.channels import AlertChannel, ChannelKind, MailSecurity, MailServer
from lapwing.domain.alerts.rules import Severity
from lapwing.domain.errors import LapwingError
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor import alerts_words as words
from lapwing.gui.widgets import Banner, Level
from lapwing.gui.widgets.form_rows import LabelledRows, Line, choice
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 560
_PORTS: Final = {MailSecurity.STARTTLS: 587, MailSecurity.TLS: 465, MailSecurity.NONE: 25}
_NEW: Final = AlertChannel("", ChannelKind.EMAIL, least=Severity.WARNING, mail=MailServer("", "", ()))


class AlertChannelDialog(QDialog):
    """Opened, never executed. Nothing is kept before Save. Qt's thread.

    Signals:
        kept(RuleList): the channel was saved.
    """

    kept = Signal(object)

    def __init__(self, client: EngineClient, channel: AlertChannel | None, parent: QWidget) -> None:
        """Edit a channel, or make a new one."""
        super().__init__(parent)
        self.setObjectName("alert_channel")
        self.setWindowTitle(self.tr("E-mail channel"))
        self.setMinimumWidth(_WIDTH_PX)
        self._client = client
        self._channel = channel or _NEW
        self._tasks: set[asyncio.Task[None]] = set()
        mail = self._channel.mail
        assert mail is not None, "only mail channels are edited here"
        self._make_fields(self._channel, mail)
        self._make_log_in(mail)
        self._lay_out()
        put_in_reading_order(self)
        self._connect()

    def _make_fields(self, channel: AlertChannel, mail: MailServer) -> None:
        self.banner = Banner(self, name="alert_channel_banner")
        self.title = Line(self.tr("Title"), name="alert_channel_title", text=channel.title)
        severities = [(words.severity_text(each), each.value) for each in Severity]
        self.least = choice(self.tr("Tells from"), severities, channel.least.value, name="alert_channel_least")
        self.recipients = Line(
            self.tr("To"),
            name="alert_channel_to",
            hint=self.tr("for example ops@example.org"),
            text=", ".join(mail.recipients),
        )
        self.sender_line = Line(
            self.tr("From"),
            name="alert_channel_from",
            hint=self.tr("for example lapwing@example.org"),
            text=mail.sender,
        )
        self.host = Line(
            self.tr("Mail server"),
            name="alert_channel_host",
            hint=self.tr("for example smtp.example.org"),
            text=mail.host,
        )
        self.port = Line(self.tr("Port"), name="alert_channel_port", text=str(mail.port))
        self.port.setValidator(QIntValidator(1, 65_535, self.port))
        self.port.setFixedWidth(80)
        securities = [
            (self.tr("STARTTLS"), MailSecurity.STARTTLS.value),
            (self.tr("TLS"), MailSecurity.TLS.value),
            (self.tr("None, on this machine"), MailSecurity.NONE.value),
        ]
        self.security = choice(self.tr("Encryption"), securities, mail.security.value, name="alert_channel_security")
        self.ca_file = Line(
            self.tr("Certificates"),
            name="alert_channel_ca",
            hint=self.tr("a file, beside those of the system"),
            text=mail.ca_file,
        )

    def _make_log_in(self, mail: MailServer) -> None:
        self.user = Line(self.tr("User"), name="alert_channel_user", hint=self.tr("no log-in"), text=mail.user)
        places = [
            (self.tr("Keyring"), SecretKind.KEYRING.value),
            (self.tr("Encrypted file"), SecretKind.FILE.value),
            (self.tr("Variable"), SecretKind.ENV.value),
            (self.tr("Command"), SecretKind.COMMAND.value),
        ]
        self.place = choice(self.tr("Password in"), places, mail.secret.kind.value, name="alert_channel_place")
        hint = self.tr("as it is kept") if self._channel.id else ""
        self.password = Line(self.tr("Password"), name="alert_channel_password", hint=hint)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.detail = Line(self.tr("Variable or command"), name="alert_channel_detail", text=mail.secret.detail)

    def _lay_out(self) -> None:
        rows = LabelledRows()
        rows.add(self.tr("Title"), self.title, self.least)
        rows.add(self.tr("To"), self.recipients)
        rows.add(self.tr("From"), self.sender_line)
        rows.add(self.tr("Mail server"), self.host, self.port, self.security)
        rows.add(self.tr("User"), self.user)
        rows.add(self.tr("Password in"), self.place)
        rows.add(self.tr("Password"), self.password, self.detail)
        rows.add(self.tr("Certificates"), self.ca_file)
        self.test_button = self._button(self.tr("Send a test"), "alert_channel_test")
        self.cancel_button = self._button(self.tr("Cancel"), "alert_channel_cancel")
        self.save_button = self._button(self.tr("Save"), "alert_channel_save")
        self.save_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.test_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(16)
        inner.addLayout(rows)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner)
        self._show_place()

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        self.place.activated.connect(lambda _row: self._show_place())
        self.security.activated.connect(lambda _row: self._show_port())
        self.test_button.clicked.connect(lambda: self.start(self._test()))
        self.save_button.clicked.connect(lambda: self.start(self._save()))
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(self._end)

    def _show_place(self) -> None:
        """A password is typed here, or fetched by a variable or command that is named."""
        is_kept = str(self.place.currentData()) in {SecretKind.KEYRING, SecretKind.FILE}
        self.password.setVisible(is_kept)
        self.detail.setVisible(not is_kept)

    def _show_port(self) -> None:
        self.port.setText(str(_PORTS[MailSecurity(str(self.security.currentData()))]))

    def asked(self) -> SaveChannel:
        """The channel as it stands in the fields, and the password that was typed."""
        kind = SecretKind(str(self.place.currentData()))
        is_kept = kind in {SecretKind.KEYRING, SecretKind.FILE}
        detail = "" if is_kept else self.detail.text().strip()
        mail = MailServer(
            self.host.text().strip(),
            self.sender_line.text().strip(),
            tuple(each.strip() for each in self.recipients.text().split(",") if each.strip()),
            int(self.port.text() or 0),
            MailSecurity(str(self.security.currentData())),
            self.user.text().strip(),
            SecretPlace(kind, detail),
            self.ca_file.text().strip(),
        )
        least = Severity(str(self.least.currentData()))
        channel = replace(self._channel, title=self.title.text().strip(), least=least, mail=mail)
        password = self.password.text() if is_kept else ""
        return SaveChannel(channel, Secret(password) if password else None)

    async def _test(self) -> None:
        self.test_button.setEnabled(False)
        try:
            await self._client.call("alert.test_channel", self.asked())
            self.banner.say(Level.GOOD, self.tr("The mail server took the test."))
        finally:
            self.test_button.setEnabled(True)

    async def _save(self) -> None:
        self.kept.emit(await self._client.call("alert.save_channel", self.asked(), RuleList))
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
        for task in self._tasks:
            if task is not asyncio.current_task():
                task.cancel()
        self.deleteLater()
