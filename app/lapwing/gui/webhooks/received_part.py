"""Messages that came to the listener: what each says, how it was judged, and processing it again."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.events import Event
from lapwing.domain.monitoring.annotations import AddAnnotation, Annotation
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.inbox import (
    InboxBody,
    InboxChanged,
    InboxEntry,
    InboxList,
    InboxRequest,
    ListInbox,
    Verdict,
)
from lapwing.domain.webhooks.incoming import IncomingServiceList, ListenerChanged
from lapwing.gui.client import EngineClient
from lapwing.gui.webhooks import webhooks_tables as tables
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets import Banner, EmptyState, Level, PillCombo, SearchField
from lapwing.gui.widgets.facts_panel import FactsPanel
from lapwing.gui.widgets.part import Part
from lapwing.gui.widgets.reading_order import bring_to_front
from lapwing.gui.widgets.rows_list import RowsList, RowsModel
from lapwing.gui.widgets.text_pane import TextPane, headers_text, laid_out

_PAGE: Final = 200
_PAUSE_MS: Final = 200
_REFUSED: Final = tuple(each for each in Verdict if each.is_refusal)
_VERDICTS: Final = {
    "accepted": (Verdict.ACCEPTED,),
    "duplicate": (Verdict.DUPLICATE,),
    "refused": _REFUSED,
}


class ReceivedPart(Part):
    """Qt's thread.

    Signals:
        senders_wanted(): a person wants to say who may send.
    """

    senders_wanted = Signal()

    def __init__(self, client: EngineClient, banner: Banner, parent: QWidget) -> None:
        super().__init__(client, banner, parent)
        self.setObjectName("webhooks_received")
        self.model = RowsModel(tables.message_columns(), lambda it: it.id, self)
        self.list = RowsList(self.model, self.tr("Messages"), self, name="webhooks_message_list")
        self.list.setSelectionMode(RowsList.SelectionMode.SingleSelection)
        self.detail = FactsPanel(4, self, name="webhooks_message_detail")
        self.headers = TextPane(self.tr("Headers"), self, name="webhooks_headers")
        self.body = TextPane(self.tr("Body"), self, name="webhooks_body")
        self.repeats = self.add_tool("copy", self.tr("Show the first"), self._show_repeats, name="webhooks_repeats")
        self.repeats.setToolTip(self.tr("Show the message that came before, with all that repeat it"))
        self.annotate = self.add_tool("chart", self.tr("Annotate"), self._annotate, name="webhooks_annotate")
        self.again = self.add_tool("refresh", self.tr("Process again"), self._process, name="webhooks_process")
        self._has_more = self._reads_more = False
        self._first = ""
        """The message that is to be chosen when it is listed."""
        self._make_filters()
        self._lay_out()
        self.list.chosen.connect(self._chosen)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._chosen()

    def _make_filters(self) -> None:
        self.filters = QWidget(self)
        self.field = SearchField(self.tr("Event, text or delivery"), self.filters, name="webhooks_message_filter")
        self.senders = PillCombo(self.tr("Sender"), self.filters, name="webhooks_sender_filter")
        self.senders.add_entry(self.tr("All senders"), "")
        self.verdicts = PillCombo(self.tr("Verdict"), self.filters, name="webhooks_verdict_filter")
        for text, data in (
            (self.tr("Any verdict"), ""),
            (self.tr("Accepted"), "accepted"),
            (self.tr("Duplicates"), "duplicate"),
            (self.tr("Refused"), "refused"),
        ):
            self.verdicts.add_entry(text, data)
        across = QHBoxLayout(self.filters)
        across.setContentsMargins(10, 6, 10, 6)
        across.setSpacing(6)
        across.addWidget(self.field, 1)
        across.addWidget(self.senders)
        across.addWidget(self.verdicts)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.refresh)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.left_downwards.connect(self.list.setFocus)
        for box in (self.senders, self.verdicts):
            box.activated.connect(lambda _row: self.refresh())

    def _lay_out(self) -> None:
        self.blank = EmptyState("download", "", self, name="webhooks_no_messages")
        self._show_blank(is_filtered=False)
        self.blank.add_button(self.tr("Senders"), name="webhooks_to_senders").clicked.connect(self.senders_wanted)
        texts = QSplitter(Qt.Orientation.Horizontal, self)
        texts.setChildrenCollapsible(False)
        texts.addWidget(self.headers)
        texts.addWidget(self.body)
        texts.setSizes([360, 640])
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
        self.splitter.setSizes([260, 380])
        self.stack = QStackedWidget(self)
        for page in (QWidget(self), self.splitter, self.blank):
            self.stack.addWidget(page)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.filters)
        down.addWidget(self.stack, 1)

    @property
    def chosen(self) -> InboxEntry | None:
        rows = self.list.selected()
        return rows[0] if rows else None

    def hears(self, event: Event) -> bool:
        return isinstance(event, InboxChanged | ListenerChanged)

    def _wanted(self, before_id: str = "") -> ListInbox:
        verdicts = _VERDICTS.get(str(self.verdicts.currentData()), ())
        return ListInbox(str(self.senders.currentData()), verdicts, self.field.text().strip(), before_id, _PAGE)

    async def read(self) -> None:
        self._show_senders(await self.client.call("listener.services", None, IncomingServiceList))
        self.show_messages(await self.client.call("inbox.list", self._wanted(), InboxList))
        await self._read_chosen()

    def show_messages(self, found: InboxList) -> None:
        """What came, as far as it is asked for."""
        self._has_more = found.has_more
        self.list.show_rows(found.entries)
        self._show_blank(is_filtered=self._wanted() != ListInbox(limit=_PAGE))
        bring_to_front(self.stack, self.splitter if found.entries else self.blank)
        self.say_problems(found.problems)
        self._choose_first()
        self._chosen()

    def _show_blank(self, *, is_filtered: bool) -> None:
        sentence = self.tr(
            "Other programs, such as GitHub, can tell Lapwing what they did. Say who may, and start the listener."
        )
        if is_filtered:
            sentence = self.tr("No message fits what is asked for above.")
        self.blank.set_text(sentence, self.tr("No messages"))

    def _show_senders(self, found: IncomingServiceList) -> None:
        chosen = str(self.senders.currentData())
        while self.senders.count() > 1:
            self.senders.removeItem(1)
        for each in found.services:
            self.senders.add_entry(each.service.name, each.service.name)
        if not self.senders.choose(chosen):
            self.senders.choose("")

    def _scrolled(self, value: int) -> None:
        if value >= self.list.verticalScrollBar().maximum() - 1 and self._has_more and not self._reads_more:
            self._reads_more = True
            self.start(self._read_more())

    async def _read_more(self) -> None:
        try:
            last = self.model.rows[-1].id
            found = await self.client.call("inbox.list", self._wanted(last), InboxList)
            if self.model.rows and self.model.rows[-1].id == last:
                at = self.list.verticalScrollBar().value()
                self.show_messages(InboxList((*self.model.rows, *found.entries), found.has_more, found.problems))
                self.list.verticalScrollBar().setValue(at)
        finally:
            self._reads_more = False

    # what is chosen

    def _chosen(self) -> None:
        entry = self.chosen
        is_accepted = entry is not None and entry.verdict is Verdict.ACCEPTED
        self.again.setEnabled(is_accepted)
        self.annotate.setEnabled(is_accepted)
        self.repeats.setVisible(entry is not None and bool(entry.first_id))
        self.below.setVisible(entry is not None)
        if entry is not None:
            self._show_facts(entry)
            self.start(self._read_chosen())
        self.changed.emit()

    def _show_facts(self, entry: InboxEntry) -> None:
        told = [
            (self.tr("Verdict"), f"{words.verdict_text(entry.verdict)} ({entry.status})"),
            (self.tr("Came from"), visible_text(entry.sender) or "–"),
            (self.tr("Delivery"), visible_text(entry.delivery_id) or "–"),
            (self.tr("Processed"), words.processed_text(entry)),
        ]
        title = "  ·  ".join(visible_text(each) for each in (entry.service, entry.event) if each)
        problem = words.entry_problem(entry)
        sentence = problem or visible_text(entry.text)
        self.detail.show_facts(
            words.verdict_icon(entry), title or self.tr("Unknown"), sentence, told, bad=bool(problem)
        )

    async def _read_chosen(self) -> None:
        entry = self.chosen
        if entry is not None:
            whole = await self.client.call("inbox.body", InboxRequest(entry.id), InboxBody)
            if self.chosen is not None and self.chosen.id == entry.id:
                self.show_body(whole)

    def show_body(self, whole: InboxBody) -> None:
        """A message with its headers and its body."""
        self.headers.show_text(headers_text(whole.headers))
        text = laid_out(whole.body.decode("utf-8", "replace"))
        note = self.tr("The rest was not kept.") if text else self.tr("The body was not kept.")
        self.body.show_text(text if whole.is_whole else f"{text}\n\n{note}".lstrip())

    def _show_repeats(self) -> None:
        """Ask for the first message of those that are the same: the search finds it by its id, and others name it."""
        entry = self.chosen
        if entry is not None and entry.first_id:
            self._first = entry.first_id
            self.senders.choose("")
            self.verdicts.choose("")
            self.field.setText(entry.first_id)

    def _choose_first(self) -> None:
        place = next((at for at, each in enumerate(self.model.rows) if each.id == self._first), -1)
        if place >= 0:
            self._first = ""
            self.list.setCurrentIndex(self.model.index(place, 0))

    def _process(self) -> None:
        if self.chosen is not None:
            self.start(self._process_again(self.chosen.id))

    async def _process_again(self, entry_id: str) -> None:
        await self.client.call("inbox.process_again", InboxRequest(entry_id), InboxEntry)
        await self.read()

    def _annotate(self) -> None:
        if self.chosen is not None:
            self.start(self._write_annotation(self.chosen))

    async def _write_annotation(self, entry: InboxEntry) -> None:
        text = entry.text or entry.event or entry.service
        await self.client.call("annotation.add", AddAnnotation(text, at=entry.at, source="webhook"), Annotation)
        self.banner.say(Level.GOOD, self.tr("It is marked in the charts of all monitors."))
