"""The dialog in which a connection is made or changed."""

import asyncio
import dataclasses
import uuid
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from lapwing.domain.connections import (
    CancelOpening,
    Connection,
    ConnectionTest,
    ConnectionTested,
    Phase,
    SaveConnection,
)
from lapwing.domain.drivers import DriverFacts, DriverList
from lapwing.domain.environments import EnvironmentList
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import Event, OpeningProgressed
from lapwing.domain.pasted import Pasted
from lapwing.domain.secrets import (
    PASSWORD,
    SSH_KEY,
    SSH_PASSWORD,
    TLS_KEY,
    GiveSecret,
    SaveSecret,
    Secret,
    SecretKind,
    SecretPlace,
    SecretPlaces,
)
from lapwing.domain.ssh import SshLogIn
from lapwing.domain.ssh_errors import HostKeyUnknown
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.behaviour_page import BehaviourPage, StartPage
from lapwing.gui.connections.draft import URL_DRIVER, Draft, draft_of
from lapwing.gui.connections.environments_dialog import EnvironmentsDialog
from lapwing.gui.connections.fields import when_edited
from lapwing.gui.connections.pages import KindRow, LoginPage, MorePage, TlsPage
from lapwing.gui.connections.phase_list import PhaseArea, PhaseList
from lapwing.gui.connections.ssh_page import SshPage
from lapwing.gui.connections.url_line import UrlLine
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, Level

_SIZE_PX: Final = (700, 580)
_MARGIN_PX: Final = 80


class ConnectionDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        saved(str): The connection was saved; its id.
    """

    saved = Signal(str)

    def __init__(
        self, client: EngineClient, connection: Connection | None, parent: QWidget, like: Connection | None = None
    ) -> None:
        """The form of a saved connection; of a new one when there is none, filled in `like` another one."""
        super().__init__(parent)
        self.setObjectName("connection_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._title(connection))
        self.resize(*_SIZE_PX)
        self._client = client
        self._old = connection
        self._draft = Draft()
        self._tasks: set[asyncio.Task[None]] = set()
        self._opening_id = ""
        self.banner = Banner(self, name="connection_banner")
        self.paste = UrlLine(self._url)
        self.kinds = KindRow()
        self.login, self.tls, self.ssh, self.more = LoginPage(), TlsPage(), SshPage(), MorePage()
        self.behaviour, self.start = BehaviourPage(), StartPage()
        self.phases = PhaseList(name="connection_phases")
        self._lay_out()
        self._connect()
        self._begin(connection, like)

    def _title(self, connection: Connection | None) -> str:
        if connection is None:
            return self.tr("New connection")
        return self.tr("Save connection") if connection.is_temporary else self.tr("Edit connection")

    def _lay_out(self) -> None:
        self.pages = QTabWidget()
        self.pages.setObjectName("connection_pages")
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.login, self.tr("Log-in"))
        self.pages.addTab(self.tls, self.tr("Encryption"))
        self.pages.addTab(self.ssh, self.tr("SSH"))
        self.pages.addTab(self.behaviour, self.tr("Behaviour"))
        self.pages.addTab(self.start, self.tr("Start and schemas"))
        self.pages.addTab(self.more, self.tr("More"))
        self.test_button = self._button(self.tr("Test"), "connection_test")
        self.connect_button = self._button(self.tr("Connect without saving"), "connection_connect")
        self.connect_button.setVisible(self._old is None)
        self.cancel_button = self._button(self.tr("Cancel"), "connection_cancel")
        self.save_button = self._button(self.tr("Save"), "connection_save")
        self.save_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.test_button)
        buttons.addStretch(1)
        buttons.addWidget(self.connect_button)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        inner.addWidget(self.paste)
        inner.addWidget(self.kinds)
        inner.addWidget(self.pages, 1)
        inner.addWidget(PhaseArea(self.phases))
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner, 1)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.paste.understood.connect(self._understood)
        self.paste.not_understood.connect(lambda error: self.banner.say(Level.WARNING, error_text(error)))
        self.kinds.chosen.connect(self._kind_chosen)
        self.test_button.clicked.connect(self._test_or_stop)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(lambda: self._start(self._save()))
        self.connect_button.clicked.connect(lambda: self._start(self._save(temporary=True)))
        self._client.told.connect(self._hear)
        self.login.environments.clicked.connect(self._show_environments)
        when_edited(self.pages, self.paste.follow)
        self.login.read_only.toggled.connect(lambda _on: self._grow())
        self.pages.currentChanged.connect(lambda _page: self._grow())

    def _grow(self) -> None:
        """Become as high as what is shown needs, once it is laid out; never higher than the screen."""
        QTimer.singleShot(0, self, self._grow_now)

    def _grow_now(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        needed = layout.totalHeightForWidth(self.width())
        most = self.screen().availableGeometry().height() - _MARGIN_PX
        self.resize(self.width(), min(max(self.height(), needed), most))

    def _begin(self, connection: Connection | None, like: Connection | None) -> None:
        begun_from = connection or like
        if begun_from is not None:
            try:
                self._draft = draft_of(begun_from)
            except LapwingError as error:
                self.banner.say(Level.ERROR, error_text(error))
            if connection is None:
                self._draft.id, self._draft.name = "", self.tr("{name} (copy)").format(name=begun_from.name)
        else:
            self._draft = Draft(secret=self.login.secret.chosen())
        self.show_draft()
        self._start(self._ask_engine())
        self.login.place.setFocus()

    def begin_unsaved(self, place: str) -> None:
        """Connecting without saving is what is wanted, to a place that was said in some way, or will be."""
        self.setWindowTitle(self.tr("Connect without saving"))
        self.save_button.setDefault(False)
        self.connect_button.setDefault(True)
        self.paste.setFocus()
        if place:
            self.paste.setText(place)

    def _show_environments(self) -> None:
        """The dialog of the environments, at the one that is chosen; what was changed there is offered here."""
        dialog = EnvironmentsDialog(self._client, self, self.login.environment.value())
        dialog.accepted.connect(lambda: self._start(self._offer_environments()))
        dialog.open()

    async def _offer_environments(self) -> None:
        try:
            policies = await self._client.call("environment.list", None, EnvironmentList)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
        else:
            self.login.offer_environments(policies.environments)

    async def _ask_engine(self) -> None:
        """What drivers there are, and where passwords can be kept."""
        try:
            drivers = await self._client.call("driver.list", None, DriverList)
            places = await self._client.call("secret.places", None, SecretPlaces)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        await self._offer_environments()
        self.know_drivers(drivers.drivers)
        chosen = self.login.secret.chosen()
        if self._old is None and not self._draft.name and not self._draft.secret.detail:
            usual = SecretKind.KEYRING if SecretKind.KEYRING in places.usable else SecretKind.ASK
            chosen = SecretPlace(usual)
        self.login.secret.offer(places, chosen)
        self._show_kind()

    def know_drivers(self, drivers: tuple[DriverFacts, ...]) -> None:
        """Which kinds there are, and what is to be said of each."""
        self.kinds.know(drivers)
        self._show_kind()
        self._grow()

    # the fields

    def show_draft(self) -> None:
        """Fill the fields from the draft."""
        draft = self._draft
        self.kinds.show_driver(draft.driver)
        self.login.show_draft(draft)
        self.tls.show_draft(draft)
        for page in (self.ssh, self.behaviour, self.start, self.more):
            page.show_draft(draft)
        self._show_kind()
        self.paste.follow()

    def _read_fields(self) -> Draft:
        return self._read_into(self._draft)

    def _read_into(self, draft: Draft) -> Draft:
        draft.driver = self.kinds.driver
        self.login.read_into(draft)
        self.tls.read_into(draft)
        for page in (self.ssh, self.behaviour, self.start, self.more):
            page.read_into(draft)
        return draft

    def _url(self) -> str:
        """The URL of what the fields say; empty where they say too little, or what cannot be said by one."""
        draft = self._read_into(dataclasses.replace(self._draft))  # the fields may be half filled from it at the moment
        try:
            return draft.url() if draft.leads_somewhere else ""
        except LapwingError:
            return ""

    def _kind_chosen(self, _driver: str) -> None:
        goes_on = self.login.place.hasFocus()
        self._show_kind()
        if goes_on:
            self.login.place.setFocus()
        self.paste.follow()

    def _show_kind(self) -> None:
        facts = self.kinds.facts
        self.login.show_kind(self.kinds.driver, facts)
        self.behaviour.show_kind(self.kinds.driver, facts)
        self.more.show_kind(facts)
        has_tls = (facts is None or facts.network) and self.kinds.driver != URL_DRIVER  # whose URL says it
        self.pages.setTabVisible(self.pages.indexOf(self.tls), has_tls)
        self.pages.setTabVisible(self.pages.indexOf(self.ssh), self.ssh.show_kind(facts))

    def _understood(self, found: Pasted) -> None:
        """Fill the fields from what was pasted or typed at the top."""
        draft = self._read_fields()
        draft.take(found.target)
        draft.password = found.password.reveal() if found.password is not None else draft.password
        draft.key_password = found.key_password.reveal() if found.key_password is not None else draft.key_password
        self.show_draft()
        words = [self.tr("Understood as {form}.").format(form=found.form), *found.assumed, *found.ignored]
        self.banner.say(Level.WARNING if found.assumed or found.ignored else Level.INFO, " ".join(words))

    # testing

    def _test_or_stop(self) -> None:
        if self._opening_id:
            self._start(self._stop())
        else:
            self._start(self._test())

    async def _stop(self) -> None:
        try:
            await self._client.call("session.cancel_opening", CancelOpening(self._opening_id))
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    async def _test(self) -> None:
        draft = self._read_fields()
        self.banner.clear()
        self.phases.clear()
        self._opening_id = uuid.uuid4().hex
        self.test_button.setText(self.tr("Stop"))
        password = Secret(draft.password) if draft.password else None
        key_password = Secret(draft.key_password) if draft.key_password else None
        saved_id = self._old.id if self._old is not None else ""
        try:
            request = ConnectionTest(
                saved_id,
                draft.url(),
                password,
                key_password,
                self.login.secret.chosen(),
                self._opening_id,
                draft.ssh,
                Secret(draft.ssh_secret) if draft.ssh_secret else None,
                startup_sql=draft.startup_sql,
            )
            self.phases.show_result(await self._tested(request))
        except LapwingError as error:
            self.phases.clear()
            self.phases.show_error(error)
        finally:
            self._opening_id = ""
            self.test_button.setText(self.tr("Test"))
            self._grow()

    async def _tested(self, request: ConnectionTest) -> ConnectionTested:
        """How it went; again when the person believes a host key that was not known."""
        while True:
            tested = await self._client.call("connection.test", request, ConnectionTested)
            error = from_wire(tested.error) if tested.error is not None else None
            unlock = self._client.unlock
            if not isinstance(error, HostKeyUnknown) or unlock is None or not await unlock(error):
                return tested
            self.phases.clear()

    def _hear(self, event: Event) -> None:
        if isinstance(event, OpeningProgressed) and event.opening_id == self._opening_id:
            self.phases.begin(Phase(event.phase))

    # saving

    async def _save(self, *, temporary: bool = False) -> None:
        """Save the connection, and its password where it was typed and is to be kept.

        A temporary one is kept by the engine as long as that lives, and its password is only remembered.
        """
        if not self.paste.understand():
            return
        draft = self._read_fields()
        draft.temporary = temporary
        if not self.behaviour.color.is_valid:
            self.pages.setCurrentWidget(self.behaviour)
            self.banner.say(Level.ERROR, self.tr("The colour has to be written as # and six hexadecimal digits."))
            return
        try:
            connection = draft.connection()
            await self._client.call("connection.save", SaveConnection(connection))
            of_ssh = SSH_KEY if draft.ssh is not None and draft.ssh.log_in is SshLogIn.KEY else SSH_PASSWORD
            secrets = {PASSWORD: draft.password, TLS_KEY: draft.key_password, of_ssh: draft.ssh_secret}
            for purpose, text in secrets.items():
                await self._keep_secret(connection, purpose, text)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        self.saved.emit(connection.id)
        self.accept()

    async def _keep_secret(self, connection: Connection, purpose: str, text: str) -> None:
        """A secret that was typed, where the person chose; nothing happens when none was."""
        if text and self.login.secret.is_kept and not connection.is_temporary:
            await self._client.call("secret.save", SaveSecret(connection.id, purpose, Secret(text)))
        elif text:
            await self._client.call("secret.give", GiveSecret(connection.id, purpose, Secret(text)))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect in a task is not swallowed: it comes out of the loop."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()

    def done(self, result: int) -> None:
        """Whatever is under way ends with the dialog."""
        for task in list(self._tasks):
            if task is not asyncio.current_task():
                task.cancel()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()
