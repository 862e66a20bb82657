"""Endpoints: who is told of what, and whether that works."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import Event
from lapwing.domain.secret_errors import SecretsLocked
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.deliveries import DeliveryChanged
from lapwing.domain.webhooks.endpoints import (
    EndpointFacts,
    EndpointList,
    EndpointRequest,
    EndpointsChanged,
    EndpointSecret,
    RotateEndpointSecret,
    SwitchEndpoint,
)
from lapwing.gui.client import EngineClient
from lapwing.gui.webhooks import webhooks_tables as tables
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets import Banner, EmptyState
from lapwing.gui.widgets.facts_panel import FactsPanel
from lapwing.gui.widgets.part import Part
from lapwing.gui.widgets.reading_order import bring_to_front
from lapwing.gui.widgets.rows_list import RowsList, RowsModel


class EndpointsPart(Part):
    """Qt's thread.

    Signals:
        edit_wanted(Endpoint or None): the dialog of an endpoint, or of a new one.
        secret_told(str, Secret): an endpoint's name, and its signing secret, to be shown.
        import_wanted(): a file of endpoints.
        log_wanted(str): the deliveries to an endpoint.
    """

    edit_wanted = Signal(object)
    secret_told = Signal(str, object)
    import_wanted = Signal()
    log_wanted = Signal(str)

    def __init__(self, client: EngineClient, banner: Banner, parent: QWidget) -> None:
        super().__init__(client, banner, parent)
        self.setObjectName("webhooks_endpoints")
        self.model = RowsModel(tables.endpoint_columns(), lambda it: it.endpoint.id, self)
        self.list = RowsList(self.model, self.tr("Endpoints"), self, name="webhooks_endpoint_list")
        self.list.setSelectionMode(RowsList.SelectionMode.SingleSelection)
        self.detail = FactsPanel(6, self, name="webhooks_endpoint_detail")
        self.detail.setProperty("edge", "top")
        self.unlock = self.add_tool("unlock", self.tr("Unlock"), self._unlock, name="webhooks_endpoint_unlock")
        self.unlock.setToolTip(self.tr("Enter the passphrase of the encrypted file, so that what waits can be sent"))
        self.log = self.add_tool("list", self.tr("Show deliveries"), self._show_log, name="webhooks_endpoint_log")
        self.secret = self.add_icon_tool(
            "key", self.tr("Show its signing secret"), self._tell_secret, name="webhooks_endpoint_secret"
        )
        self.rotate = self.add_icon_tool(
            "refresh", self.tr("Sign with a new secret"), self._ask_rotate, name="webhooks_endpoint_rotate"
        )
        self.edit = self.add_tool("edit", self.tr("Edit"), self._edit, name="webhooks_endpoint_edit")
        self.remove = self.add_icon_tool("trash", self.tr("Remove"), self._ask_remove, name="webhooks_endpoint_remove")
        self.bring = self.add_tool("upload", self.tr("Import"), self.import_wanted.emit, name="webhooks_import")
        self.add = self.add_tool("plus", self.tr("New"), self._add, name="webhooks_endpoint_add")
        self._lay_out()
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda row: self.edit_wanted.emit(row.endpoint))
        self.list.delete_wanted.connect(self._ask_remove)
        self.model.ticked.connect(self._switch)
        self._chosen()

    def _lay_out(self) -> None:
        sentence = self.tr(
            "An endpoint is an address that is told of events as they happen: failed queries, alerts, changed schemas."
        )
        self.blank = EmptyState("link", sentence, self, name="webhooks_no_endpoints", title=self.tr("No endpoints yet"))
        button = self.blank.add_button(self.tr("New endpoint"), name="webhooks_first_endpoint", primary=True)
        button.clicked.connect(self._add)
        self.shown = QWidget(self)
        inner = QVBoxLayout(self.shown)  # no splitter: the detail is as high as its words need, also in other languages
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.detail)
        self.stack = QStackedWidget(self)
        for page in (QWidget(self), self.shown, self.blank):
            self.stack.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.stack)

    @property
    def chosen(self) -> EndpointFacts | None:
        rows = self.list.selected()
        return rows[0] if rows else None

    def hears(self, event: Event) -> bool:
        return isinstance(event, EndpointsChanged | DeliveryChanged)

    async def read(self) -> None:
        self.show_endpoints(await self.client.call("webhook.list", None, EndpointList))

    def show_endpoints(self, found: EndpointList) -> None:
        """The endpoints as they are now."""
        self.list.show_rows(found.endpoints)
        self.model.refresh()
        bring_to_front(self.stack, self.shown if found.endpoints else self.blank)
        self.say_problems(found.problems)
        self._chosen()

    def tick(self) -> None:
        self.model.refresh()
        if self.chosen is not None:
            self._show_detail(self.chosen)

    def _chosen(self) -> None:
        facts = self.chosen
        for button in (self.log, self.edit, self.remove):
            button.setEnabled(facts is not None)
        for button in (self.secret, self.rotate):
            button.setEnabled(facts is not None and facts.endpoint.signs)
        self.unlock.setVisible(isinstance(self._trouble(), SecretsLocked))
        self.detail.setVisible(facts is not None)
        if facts is not None:
            self._show_detail(facts)
        self.changed.emit()

    def _trouble(self) -> LapwingError | None:
        """What keeps the chosen one from being told."""
        facts = self.chosen
        return from_wire(facts.error) if facts is not None and facts.error is not None else None

    def _show_detail(self, facts: EndpointFacts) -> None:
        endpoint = facts.endpoint
        headers = ", ".join(f"{each.name}: {'•••' if each.is_secret else each.value}" for each in endpoint.headers)
        told = [
            (self.tr("State"), words.endpoint_state(facts)),
            (self.tr("Address"), visible_text(endpoint.url)),
            (self.tr("Events"), visible_text(", ".join(endpoint.events))),
            (self.tr("Format"), words.marked(words.PAYLOADS[endpoint.payload])),
            (self.tr("Timeout"), self._timeout_text(facts)),
        ]
        if headers:
            told.append((self.tr("Headers"), visible_text(headers)))
        problem = words.endpoint_problem(facts)
        self.detail.show_facts(
            words.endpoint_icon(facts), visible_text(endpoint.name), problem, told, bad=bool(problem)
        )

    def _timeout_text(self, facts: EndpointFacts) -> str:
        text = self.tr("{timeout} ms, then up to {retries} retries")
        return text.format(timeout=facts.endpoint.timeout_ms, retries=facts.endpoint.retries)

    # doing

    def _add(self) -> None:
        self.edit_wanted.emit(None)

    def _edit(self) -> None:
        if self.chosen is not None:
            self.edit_wanted.emit(self.chosen.endpoint)

    def _show_log(self) -> None:
        if self.chosen is not None:
            self.log_wanted.emit(self.chosen.endpoint.id)

    def _switch(self, facts: EndpointFacts, enabled: bool) -> None:
        self.start(self._change("webhook.switch", SwitchEndpoint(facts.endpoint.id, enabled)))

    async def _change(self, operation: str, request: object) -> None:
        self.show_endpoints(await self.client.call(operation, request, EndpointList))

    def _ask_remove(self) -> None:
        facts = self.chosen
        if facts is not None:
            question = self.tr("Remove the endpoint {name}? What waits for it is given up.")
            name = visible_text(facts.endpoint.name)
            request = EndpointRequest(facts.endpoint.id)
            self.ask_first(
                question.replace("{name}", name),
                self.tr("Remove"),
                lambda: self.start(self._change("webhook.remove", request)),
            )

    def _unlock(self) -> None:
        trouble = self._trouble()
        if trouble is not None:
            self.start(self._ask_passphrase(trouble))

    async def _ask_passphrase(self, trouble: LapwingError) -> None:
        if self.client.unlock is not None and await self.client.unlock(trouble):
            await self.read()

    def _tell_secret(self) -> None:
        if self.chosen is not None:
            endpoint = self.chosen.endpoint
            self.start(self._ask_secret("webhook.secret", EndpointRequest(endpoint.id), endpoint.name))

    def _ask_rotate(self) -> None:
        facts = self.chosen
        if facts is not None:
            question = self.tr("Sign what {name} is told with a new secret? For a day the old one is used beside it.")
            request, name = RotateEndpointSecret(facts.endpoint.id), facts.endpoint.name
            self.ask_first(
                question.replace("{name}", visible_text(name)),
                self.tr("New secret"),
                lambda: self.start(self._ask_secret("webhook.rotate", request, name)),
            )

    async def _ask_secret(self, operation: str, request: object, name: str) -> None:
        found = await self.client.call(operation, request, EndpointSecret)
        self.secret_told.emit(name, found.secret)
