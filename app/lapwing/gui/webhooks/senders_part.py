"""Senders: who may tell Lapwing something, how that is proved, and the listener that hears them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import from_wire
from lapwing.domain.events import Event
from lapwing.domain.services import ServiceFacts, ServiceList, ServiceRequest, ServicesChanged, ServiceState
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.inbox import InboxChanged
from lapwing.domain.webhooks.incoming import (
    IncomingServiceFacts,
    IncomingServiceList,
    IncomingServiceRequest,
    ListenerChanged,
    ListenerStatus,
    RotateSigningSecret,
    SaveIncomingService,
    ShownSigningSecret,
)
from lapwing.domain.webhooks.listener_names import LISTENER
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.webhooks import webhooks_tables as tables
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets import Banner, EmptyState, PlainLabel, ToolButton
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.part import Part
from lapwing.gui.widgets.reading_order import bring_to_front
from lapwing.gui.widgets.rows_list import RowsList, RowsModel


class SendersPart(Part):
    """Qt's thread.

    Signals:
        edit_wanted(IncomingServiceFacts or None): the dialog of a sender, or of a new one.
        secret_wanted(IncomingServiceFacts): the dialog in which a sender's own secret is entered.
        secret_told(str, Secret): a sender's name, and its secret, to be shown once.
        settings_wanted(ListenerStatus): the dialog of the listener.
    """

    edit_wanted = Signal(object)
    secret_wanted = Signal(object)
    secret_told = Signal(str, object)
    settings_wanted = Signal(object)

    def __init__(self, client: EngineClient, banner: Banner, parent: QWidget) -> None:
        super().__init__(client, banner, parent)
        self.setObjectName("webhooks_senders")
        self._status: ListenerStatus | None = None
        self.model = RowsModel(tables.sender_columns(), lambda it: it.service.name, self)
        self.list = RowsList(self.model, self.tr("Senders"), self, name="webhooks_sender_list")
        self.list.setSelectionMode(RowsList.SelectionMode.SingleSelection)
        self.copy_url = self.add_icon_tool("copy", self.tr("Copy its address"), self._copy, name="webhooks_sender_copy")
        self.secret = self.add_icon_tool(
            "key", self.tr("Show its secret, once"), self._show_secret, name="webhooks_sender_secret"
        )
        self.rotate = self.add_icon_tool(
            "refresh", self.tr("Give it a new secret"), self._ask_rotate, name="webhooks_sender_rotate"
        )
        self.edit = self.add_tool("edit", self.tr("Edit"), self._edit, name="webhooks_sender_edit")
        self.remove = self.add_icon_tool("trash", self.tr("Remove"), self._ask_remove, name="webhooks_sender_remove")
        self.add = self.add_tool("plus", self.tr("New"), self._add, name="webhooks_sender_add")
        self._make_strip()
        self._lay_out()
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.edit_wanted)
        self.list.delete_wanted.connect(self._ask_remove)
        self.model.ticked.connect(self._switch)
        self._chosen()

    def _make_strip(self) -> None:
        """Whether the listener listens, and where."""
        self.strip = QWidget(self)
        self.sign = IconLabel("power", "faint_text", 16, self.strip)
        self.state = PlainLabel("", self.strip, elide=True)
        self.settings = ToolButton("settings", self.tr("Settings"), self.strip, name="webhooks_listener_settings")
        self.switch = ToolButton("run", self.tr("Start listening"), self.strip, name="webhooks_listener_switch")
        self.switch.clicked.connect(self._toggle)
        self.settings.clicked.connect(self._open_settings)
        across = QHBoxLayout(self.strip)
        across.setContentsMargins(16, 6, 8, 6)
        across.setSpacing(8)
        across.addWidget(self.sign)
        across.addWidget(self.state, 1)
        across.addWidget(self.settings)
        across.addWidget(self.switch)
        self.warning = PlainLabel("", self, look="warning", lines=True)
        self.warning.setContentsMargins(40, 0, 16, 8)
        self.warning.hide()
        self._listens = False

    def _lay_out(self) -> None:
        sentence = self.tr(
            "A sender is a program that may tell Lapwing something, at an address of its own and with a secret that "
            "proves who it is."
        )
        self.blank = EmptyState("lock", sentence, self, name="webhooks_no_senders", title=self.tr("No senders yet"))
        button = self.blank.add_button(self.tr("New sender"), name="webhooks_first_sender", primary=True)
        button.clicked.connect(self._add)
        self.stack = QStackedWidget(self)
        for page in (QWidget(self), self.list, self.blank):
            self.stack.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.strip)
        down.addWidget(self.warning)
        down.addWidget(self.stack, 1)

    @property
    def chosen(self) -> IncomingServiceFacts | None:
        rows = self.list.selected()
        return rows[0] if rows else None

    def hears(self, event: Event) -> bool:
        is_listener = isinstance(event, ServicesChanged) and event.service_id == LISTENER
        return is_listener or isinstance(event, ListenerChanged | InboxChanged)

    async def read(self) -> None:
        self.show_senders(await self.client.call("listener.services", None, IncomingServiceList))
        services = await self.client.call("service.list", None, ServiceList)
        listener = next((each for each in services.services if each.id == LISTENER), None)
        self.show_listener(await self.client.call("listener.status", None, ListenerStatus), listener)

    def show_senders(self, found: IncomingServiceList) -> None:
        """The senders as they are now."""
        self.list.show_rows(found.services)
        bring_to_front(self.stack, self.list if found.services else self.blank)
        self.say_problems(found.problems)
        self._chosen()

    def show_listener(self, status: ListenerStatus, service: ServiceFacts | None) -> None:
        """Whether it listens, and what is dangerous about it."""
        self._status = status
        state = service.true_state if service is not None else ServiceState.STOPPED
        self._listens = state in {ServiceState.RUNNING, ServiceState.STARTING, ServiceState.WAITING}
        self.switch.setEnabled(service is not None)
        self.switch.setText(self.tr("Stop listening") if self._listens else self.tr("Start listening"))
        self.switch.setAccessibleName(self.switch.text())
        self.switch.set_icon("stop" if self._listens else "run")
        warnings = [words.warning_text(each) for each in status.warnings]
        if state is ServiceState.RUNNING:
            self.sign.set_icon("success", "good")
            self.state.setText(self.tr("Listens at {url}").replace("{url}", visible_text(_place(status.url))))
        elif service is not None and service.error is not None:
            self.sign.set_icon("error", "bad")
            self.state.setText(visible_text(error_text(from_wire(service.error))))
        else:
            self.sign.set_icon("power", "faint_text")
            self.state.setText(self.tr("Does not listen"))
        chosen = self.chosen
        if chosen is not None and chosen.warning:
            warnings.append(f"{chosen.service.name}: {words.warning_text(chosen.warning)}")
        self.warning.setText(visible_text(" ".join(warnings)))
        self.warning.setVisible(bool(warnings))

    def _chosen(self) -> None:
        facts = self.chosen
        for button in (self.copy_url, self.edit, self.remove):
            button.setEnabled(facts is not None)
        newest = facts.secrets[-1] if facts is not None and facts.secrets else None
        self.secret.setEnabled(newest is not None and newest.can_be_shown)
        self.rotate.setEnabled(facts is not None and facts.service.scheme.value != "none")
        self.changed.emit()

    # the listener

    def _toggle(self) -> None:
        operation = "service.stop" if self._listens else "service.start"
        self.start(self._switch_listener(operation))

    async def _switch_listener(self, operation: str) -> None:
        await self.client.call(operation, ServiceRequest(LISTENER), ServiceFacts)
        await self.read()

    def _open_settings(self) -> None:
        if self._status is not None:
            self.settings_wanted.emit(self._status)

    # senders

    def _add(self) -> None:
        self.edit_wanted.emit(None)

    def _edit(self) -> None:
        if self.chosen is not None:
            self.edit_wanted.emit(self.chosen)

    def _copy(self) -> None:
        if self.chosen is not None:
            self.copy(self.chosen.url, self.tr("The address is on the clipboard."))

    def _switch(self, facts: IncomingServiceFacts, enabled: bool) -> None:
        service = replace(facts.service, enabled=enabled)
        self.start(self._change("listener.save_service", SaveIncomingService(service)))

    async def _change(self, operation: str, request: object) -> None:
        self.show_senders(await self.client.call(operation, request, IncomingServiceList))

    def _ask_remove(self) -> None:
        facts = self.chosen
        if facts is not None:
            question = self.tr("Remove the sender {name}? Its secrets are forgotten; what came of it is kept.")
            request = IncomingServiceRequest(facts.service.name)
            self.ask_first(
                question.replace("{name}", visible_text(facts.service.name)),
                self.tr("Remove"),
                lambda: self.start(self._change("listener.remove_service", request)),
            )

    def _show_secret(self) -> None:
        if self.chosen is not None:
            self.tell_secret(self.chosen.service.name)

    def tell_secret(self, name: str) -> None:
        """Have the secret of a sender shown, once."""
        self.start(self._tell_secret(name))

    async def _tell_secret(self, name: str) -> None:
        found = await self.client.call("listener.show_secret", IncomingServiceRequest(name), ShownSigningSecret)
        self.secret_told.emit(name, found.secret)

    def _ask_rotate(self) -> None:
        facts = self.chosen
        if facts is None:
            return
        if facts.service.scheme.is_given:
            self.secret_wanted.emit(facts)
            return
        question = self.tr("Make a new secret for {name}? For a day the old one is believed beside it.")
        name = facts.service.name
        self.ask_first(
            question.replace("{name}", visible_text(name)),
            self.tr("New secret"),
            lambda: self.start(self._rotate(name)),
        )

    async def _rotate(self, name: str) -> None:
        await self._change("listener.rotate_secret", RotateSigningSecret(name))
        await self._tell_secret(name)


def _place(url: str) -> str:
    """An address without what stands for the name of a sender."""
    return url.replace("{service}", "…")
