"""Deliveries: what was told to whom, what came of it, and telling it again."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import from_wire
from lapwing.domain.events import Event
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.deliveries import (
    Attempt,
    DeliveryChanged,
    DeliveryFacts,
    DeliveryList,
    DeliveryRequest,
    DeliveryState,
    DeliveryWhole,
    ReadDeliveries,
    ResendDeliveries,
    Resent,
)
from lapwing.domain.webhooks.endpoints import EndpointList, EndpointsChanged
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.webhooks import webhooks_tables as tables
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets import Banner, EmptyState, Level, PillCombo, PlainLabel, SearchField
from lapwing.gui.widgets.facts_panel import FactsPanel
from lapwing.gui.widgets.moments import moment_text
from lapwing.gui.widgets.part import Part
from lapwing.gui.widgets.reading_order import bring_to_front
from lapwing.gui.widgets.rows_list import RowsList, RowsModel
from lapwing.gui.widgets.text_pane import TextPane, headers_text, laid_out

_PAGE: Final = 200
_PAUSE_MS: Final = 200


class DeliveriesPart(Part):
    """Qt's thread."""

    def __init__(self, client: EngineClient, banner: Banner, parent: QWidget) -> None:
        super().__init__(client, banner, parent)
        self.setObjectName("webhooks_deliveries")
        self.model = RowsModel(tables.delivery_columns(), lambda it: it.id, self)
        self.list = RowsList(self.model, self.tr("Deliveries"), self, name="webhooks_delivery_list")
        self.detail = FactsPanel(4, self, name="webhooks_delivery_detail")
        self.request = TextPane(self.tr("Request"), self, name="webhooks_request")
        self.answer = TextPane(self.tr("Answer"), self, name="webhooks_answer")
        self.tries = PillCombo(self.tr("Attempt"), self.tools, name="webhooks_attempts")
        self.tries.activated.connect(lambda _row: self._show_attempt())
        self.tries.hide()
        self._across.addWidget(self.tries)
        self.resend = self.add_tool("refresh", self.tr("Send again"), self._resend, name="webhooks_resend")
        self._whole: DeliveryWhole | None = None
        self._total = 0
        self._reads_more = False
        self._wanted_endpoint = ""
        self._make_filters()
        self._lay_out()
        self.list.chosen.connect(self._chosen)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._chosen()

    def _make_filters(self) -> None:
        self.filters = QWidget(self)
        self.event_field = SearchField(self.tr("Events, such as query.*"), self.filters, name="webhooks_event_filter")
        self.endpoints = PillCombo(self.tr("Endpoint"), self.filters, name="webhooks_endpoint_filter")
        self.endpoints.add_entry(self.tr("All endpoints"), "")
        self.states = PillCombo(self.tr("State"), self.filters, name="webhooks_state_filter")
        self.states.add_entry(self.tr("Any state"), "")
        for state, text in words.DELIVERY_STATES.items():
            self.states.add_entry(words.marked(text), state.value, icon_name=words.DELIVERY_ICONS[state][0])
        self.count = PlainLabel("", self.filters, look="faint")
        across = QHBoxLayout(self.filters)
        across.setContentsMargins(10, 6, 16, 6)
        across.setSpacing(6)
        across.addWidget(self.event_field, 1)
        for widget in (self.endpoints, self.states, self.count):
            across.addWidget(widget)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.refresh)
        self.event_field.textChanged.connect(lambda _text: self._typing.start())
        self.event_field.left_downwards.connect(self.list.setFocus)
        for box in (self.endpoints, self.states):
            box.activated.connect(lambda _row: self.refresh())

    def _lay_out(self) -> None:
        self.blank = EmptyState("list", "", self, name="webhooks_no_deliveries")
        self._show_blank(is_filtered=False)
        texts = QSplitter(Qt.Orientation.Horizontal, self)
        texts.setChildrenCollapsible(False)
        for pane in (self.request, self.answer):
            texts.addWidget(pane)
        self.below = QWidget(self)
        inner = QVBoxLayout(self.below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.detail)
        inner.addWidget(texts, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.below)
        self.splitter.setSizes([280, 380])
        self.stack = QStackedWidget(self)
        for page in (QWidget(self), self.splitter, self.blank):
            self.stack.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.filters)
        down.addWidget(self.stack, 1)

    @property
    def chosen(self) -> list[DeliveryFacts]:
        return self.list.selected()

    def hears(self, event: Event) -> bool:
        return isinstance(event, DeliveryChanged | EndpointsChanged)

    def show_endpoint(self, endpoint_id: str) -> None:
        """Only the deliveries to one endpoint; to be read next."""
        self._wanted_endpoint = endpoint_id

    def _wanted(self, before_id: int = 0) -> ReadDeliveries:
        state = str(self.states.currentData())
        text = self.event_field.text().strip()
        pattern = text if "*" in text or not text else f"*{text}*"
        states = (DeliveryState(state),) if state else ()
        return ReadDeliveries(str(self.endpoints.currentData()), states, pattern, before_id, _PAGE)

    async def read(self) -> None:
        self._show_endpoints(await self.client.call("webhook.list", None, EndpointList))
        found = await self.client.call("webhook.deliveries", self._wanted(), DeliveryList)
        known = {each.id: each for each in found.deliveries}
        first = found.deliveries[-1].id if found.deliveries else 0
        older = [each for each in self.model.rows if each.id < first] if len(known) == _PAGE else []
        self.show_deliveries(DeliveryList((*found.deliveries, *older), found.total, found.problems))
        await self._read_chosen()

    def show_deliveries(self, found: DeliveryList) -> None:
        """The log as it is now."""
        self._total = found.total
        self.list.show_rows(found.deliveries)
        shown = self.tr("{shown} of {all}").format(shown=len(found.deliveries), all=f"{found.total:,}")
        self.count.setText(shown)
        self.count.setVisible(bool(found.total))
        self._show_blank(is_filtered=self._wanted() != ReadDeliveries(limit=_PAGE))
        bring_to_front(self.stack, self.splitter if found.deliveries else self.blank)
        if not found.deliveries:
            self._chosen()  # of a list that is emptied no selection is told
        self.say_problems(found.problems)

    def _show_blank(self, *, is_filtered: bool) -> None:
        sentence = self.tr("What endpoints are told will be listed here, with request, answer and duration.")
        if is_filtered:
            sentence = self.tr("No delivery fits what is asked for above.")
        self.blank.set_text(sentence, self.tr("No deliveries"))

    def _show_endpoints(self, found: EndpointList) -> None:
        chosen = self._wanted_endpoint or str(self.endpoints.currentData())
        self._wanted_endpoint = ""
        while self.endpoints.count() > 1:
            self.endpoints.removeItem(1)
        for each in found.endpoints:
            self.endpoints.add_entry(each.endpoint.name, each.endpoint.id)
        if not self.endpoints.choose(chosen):
            self.endpoints.choose("")

    def _scrolled(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - 1 and len(self.model.rows) < self._total and not self._reads_more:
            self._reads_more = True
            self.start(self._read_more())

    async def _read_more(self) -> None:
        try:
            last = self.model.rows[-1].id
            found = await self.client.call("webhook.deliveries", self._wanted(last), DeliveryList)
            if self.model.rows and self.model.rows[-1].id == last:
                at = self.list.verticalScrollBar().value()
                self.show_deliveries(DeliveryList((*self.model.rows, *found.deliveries), self._total, found.problems))
                self.list.verticalScrollBar().setValue(at)
        finally:
            self._reads_more = False

    def tick(self) -> None:
        self.model.refresh()

    # what is chosen

    def _chosen(self) -> None:
        self.resend.setEnabled(bool(self.chosen))
        self.below.setVisible(bool(self.chosen))
        self.tries.setVisible(bool(self.chosen) and self.tries.count() > 2)
        if self.chosen:
            self.start(self._read_chosen())
        self.changed.emit()

    async def _read_chosen(self) -> None:
        if self.chosen:
            wanted = self.chosen[0].id
            whole = await self.client.call("webhook.delivery", DeliveryRequest(wanted), DeliveryWhole)
            if self.chosen and self.chosen[0].id == wanted:
                self.show_delivery(whole)

    def show_delivery(self, whole: DeliveryWhole) -> None:
        """One with request and answer of an attempt: the last one, or the one that was chosen."""
        chosen = self.tries.currentData() if self._whole and self._whole.facts.id == whole.facts.id else ""
        self._whole = whole
        self.tries.clear()
        self.tries.add_entry(self.tr("Last attempt"), "")
        for each in reversed(whole.attempts):
            self.tries.add_entry(f"{moment_text(each.at)}  ·  {each.status or '–'}", str(each.at))
        self.tries.choose(chosen)
        self.tries.setVisible(len(whole.attempts) > 1)
        self._show_attempt()

    def _attempt(self, whole: DeliveryWhole) -> Attempt | None:
        wanted = str(self.tries.currentData() or "")
        found = [each for each in whole.attempts if not wanted or str(each.at) == wanted]
        return found[-1] if found else None

    def _show_attempt(self) -> None:
        whole = self._whole
        if whole is None:
            return
        facts, attempt = whole.facts, self._attempt(whole)
        told = [
            (self.tr("Message"), visible_text(facts.message_id)),
            (self.tr("Accepted"), moment_text(facts.created_at)),
            (self.tr("Attempts"), self._attempts_text(whole)),
        ]
        if attempt is not None and attempt.address:
            told.append((self.tr("Address"), visible_text(attempt.address)))
        error = attempt.error if attempt is not None and self.tries.currentData() else facts.error
        problem = visible_text(error_text(from_wire(error))) if error is not None else ""
        title = f"{visible_text(facts.event_type)}  →  {visible_text(facts.endpoint_name)}"
        self.detail.show_facts(words.DELIVERY_ICONS[facts.state], title, problem, told, bad=bool(problem))
        head = f"POST {attempt.url}\n{headers_text(attempt.request_headers)}\n\n" if attempt is not None else ""
        self.request.show_text(f"{head}{laid_out(whole.body)}")
        if attempt is None or not attempt.status:
            self.answer.show_text(self.tr("There was no answer."))
            return
        self.answer.show_text(f"{attempt.status}\n{headers_text(attempt.answer_headers)}\n\n{laid_out(attempt.answer)}")

    def _attempts_text(self, whole: DeliveryWhole) -> str:
        if not whole.attempts:
            return "–"
        tried = (f"{moment_text(each.at)} ({each.status or '–'})" for each in whole.attempts[-6:])
        dots = "…, " if whole.facts.attempts > min(6, len(whole.attempts)) else ""
        return f"{whole.facts.attempts}:  {dots}{', '.join(tried)}"

    def _resend(self) -> None:
        if self.chosen:
            self.start(self._send_again(tuple(each.id for each in self.chosen)))

    async def _send_again(self, ids: tuple[int, ...]) -> None:
        found = await self.client.call("webhook.resend", ResendDeliveries(ids), Resent)
        self.banner.say(Level.GOOD, self.tr("%n delivery(s) will be sent again.", "", found.count))
        await self.read()
