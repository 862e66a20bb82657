"""Which statements take a server's time: a table over the shown time, and one of them whole."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final, cast

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.monitoring.shown import shown_seconds
from lapwing.domain.monitoring.statements import ReadStatements, StatementGrowth, StatementsAnswer
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.sessions_detail import TextView
from lapwing.gui.monitor.statements_table import StatementsModel, StatementsTable, mean_ms
from lapwing.gui.widgets import Banner, EmptyState, Level, PillCombo, PlainLabel, SearchField, ToolButton
from lapwing.sql.dialect import dialect_named

_EVERY_MS: Final = 30_000
_MOST: Final = 200
_SHOWN, _SINCE = "shown", "since"
_BAR_PX: Final = 36


class StatementsView(QWidget):
    """Reads what the engine kept of one connection's statements, while it is seen. Qt's thread.

    Signals:
        changed(): Another statement is chosen.
        open_wanted(StatementGrowth), explain_wanted(StatementGrowth), copy_wanted(StatementGrowth)
        menu_wanted(QPoint): The context menu, at that place of the screen.
    """

    changed = Signal()
    open_wanted = Signal(object)
    explain_wanted = Signal(object)
    copy_wanted = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        client: EngineClient,
        connection_id: str,
        dialect: str,
        text_view: QWidget,
        bounds: Callable[[], tuple[float, float]],
        parent: QWidget,
    ) -> None:
        """`text_view` is a `TextView`; `bounds` tells from when to when (Unix seconds) is shown."""
        super().__init__(parent)
        self.setObjectName("statements_view")
        self._client = client
        self._connection_id = connection_id
        self._text_view = text_view
        self._bounds = bounds
        self._answer = StatementsAnswer(0.0, 0.0)
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked = 0
        self.model = StatementsModel(self)
        self.field = SearchField(self.tr("Filter statements"), self, name="statements_filter")
        self.span = PillCombo(self.tr("Time that is shown"), self, name="statements_span")
        self.span.add_entry(self.tr("In the chosen time"), _SHOWN)
        self.span.add_entry(self.tr("Since the server counts"), _SINCE)
        self.summary = PlainLabel("", self, look="dim", elide=True)
        self.summary.setObjectName("statements_summary")
        self.banner = Banner(self, name="statements_banner")
        self.table = StatementsTable(self.model, self)
        self.table.cells.dialect = dialect
        self.empty = EmptyState("activity", "", self, name="statements_empty")
        self.facts = PlainLabel("", self, look="dim", elide=True)
        self.facts.setObjectName("statements_facts")
        self.open = ToolButton(
            "edit",
            self.tr("Open"),
            self,
            name="statements_open",
            tip=self.tr("Open the statement in an editor (Enter)"),
        )
        self.explain = ToolButton(
            "explain",
            self.tr("Explain"),
            self,
            name="statements_explain",
            tip=self.tr("Show how the server goes about the statement"),
        )
        self.copy = ToolButton("copy", name="statements_copy", tip=self.tr("Copy the statement"))
        cast("TextView", text_view).set_dialect(dialect_named(dialect))
        self._every = QTimer(self)
        self._every.setInterval(_EVERY_MS)
        self._every.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        rows = QWidget(self)
        self._shapes = QStackedLayout(rows)
        self._shapes.addWidget(self.table)
        self._shapes.addWidget(self.empty)
        self._detail = QWidget(self)
        below = QVBoxLayout(self._detail)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._bar())
        below.addWidget(self._text_view, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("statements_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(rows)
        splitter.addWidget(self._detail)
        splitter.setSizes([430, 180])
        splitter.setStretchFactor(0, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._tools())
        down.addWidget(self.banner)
        down.addWidget(splitter, 1)

    def _tools(self) -> QWidget:
        line = QWidget(self)
        line.setProperty("surface", "background")
        across = QHBoxLayout(line)
        across.setContentsMargins(10, 5, 12, 5)
        across.setSpacing(8)
        self.field.setMaximumWidth(320)
        across.addWidget(self.field, 2)
        across.addWidget(self.span)
        across.addWidget(self.summary, 3)
        return line

    def _bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setFixedHeight(_BAR_PX)
        across = QHBoxLayout(bar)
        across.setContentsMargins(12, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self.facts, 1)
        for button in (self.open, self.explain, self.copy):
            across.addWidget(button)
        return bar

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.left_downwards.connect(self.table.setFocus)
        self.span.activated.connect(lambda _row: self.refresh())
        self.table.chosen.connect(self._chosen)
        self.table.open_wanted.connect(lambda: self._tell(self.open_wanted))
        self.table.menu_wanted.connect(self.menu_wanted)
        self.open.clicked.connect(lambda: self._tell(self.open_wanted))
        self.explain.clicked.connect(lambda: self._tell(self.explain_wanted))
        self.copy.clicked.connect(lambda: self._tell(self.copy_wanted))

    def _tell(self, signal: Any) -> None:
        current = self.table.current()
        if current is not None:
            signal.emit(current)

    # reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._every.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._every.stop()

    def refresh(self) -> None:
        """Read what is shown anew."""
        if self._client.state is not EngineState.GONE:
            self.start(self._read())

    async def _read(self) -> None:
        start, end = (0.0, 0.0) if self.span.currentData() == _SINCE else self._bounds()
        self._asked += 1
        asked = self._asked
        try:
            request = ReadStatements(self._connection_id, start, end, _MOST)
            answer = await self._client.call("statements.read", request, StatementsAnswer)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        if asked == self._asked:
            self.banner.clear()
            self.show_answer(answer)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect is not swallowed: it comes out of the loop."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._every.stop()
        for task in self._tasks:
            task.cancel()

    # showing

    def show_answer(self, answer: StatementsAnswer) -> None:
        """Show what was read."""
        self._answer = answer
        self._show()

    def _show(self) -> None:
        words = self.field.text().casefold().split()
        found = [row for row in self._answer.statements if self._fits(row, words)]
        self.table.show_rows(found)
        self._shapes.setCurrentWidget(self.table if found else self.empty)
        self._detail.setVisible(bool(found))
        if not found:
            self._say_empty(is_filtered=bool(self._answer.statements))
        elif self._answer.note:
            self.banner.say(Level.INFO, visible_text(self._answer.note))
        self.summary.setText(self._summary(found) if self._answer.statements else "")

    @staticmethod
    def _fits(row: StatementGrowth, words: list[str]) -> bool:
        text = f"{row.counters.text} {row.counters.key.database} {row.counters.key.user}".casefold()
        return all(word in text for word in words)

    def _say_empty(self, *, is_filtered: bool) -> None:
        if is_filtered:
            self.empty.set_text(self.tr("No statement has these words."))
        elif self._answer.note:
            self.empty.set_text(visible_text(self._answer.note), self.tr("Nothing is known of statements"))
        else:
            text = self.tr("What ran is compared once a minute while the server is monitored.")
            self.empty.set_text(text, self.tr("No statements in this time"))

    def _summary(self, found: list[StatementGrowth]) -> str:
        answer = self._answer
        took = shown_seconds(answer.total_ms / 1000)
        if self.span.currentData() == _SINCE or answer.start <= 0:
            text = self.tr("{time} in all")
            return text.format(time=took)
        length = max(answer.end - answer.start, 1.0)
        text = self.tr("{time} in all, {busy} at once")
        busy = value_text(answer.total_ms / 1000 / length, Unit.COUNT)
        return text.format(time=took, busy=busy)

    def _chosen(self) -> None:
        current = self.table.current()
        for button in (self.open, self.explain, self.copy):
            button.setEnabled(current is not None and bool(current.counters.text))
        if current is None:
            self.facts.setText("")
            cast("TextView", self._text_view).set_text("")
        else:
            self.facts.setText(self._facts(current))
            cast("TextView", self._text_view).set_text(current.counters.text)
        self.changed.emit()

    def _facts(self, row: StatementGrowth) -> str:
        counters = row.counters
        told = [
            self.tr("%n call(s)", "", min(counters.calls, 2**31 - 1)),
            f"{self.tr('mean')} {value_text(mean_ms(row), Unit.MILLISECONDS)}",
        ]
        if counters.longest_ms is not None:
            told.append(f"{self.tr('longest so far')} {value_text(counters.longest_ms, Unit.MILLISECONDS)}")
        told.append(f"{self.tr('rows a call')} {value_text(counters.rows / max(counters.calls, 1), Unit.COUNT)}")
        if counters.temporary_bytes:
            told.append(f"{self.tr('temporary files')} {value_text(counters.temporary_bytes, Unit.BYTES)}")
        if counters.errors:
            told.append(f"{self.tr('errors')} {value_text(counters.errors, Unit.COUNT)}")
        if counters.scans:
            told.append(f"{self.tr('without an index')} {value_text(counters.scans, Unit.COUNT)}")
        if counters.key.user:
            told.append(visible_text(counters.key.user))
        return " · ".join(told)
