"""What could be better in a database: findings, and one of them with its evidence and its statement."""

import asyncio
from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.advice import AdviceFinding, AdviceKind, AdviceReading, ReadAdvice
from lapwing.domain.monitoring.advice_texts import TABLE, filled
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.advice_words import LEVEL_ICONS, ORDER, advice_text, kind_text, level_text
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.sessions_detail import TextView
from lapwing.gui.widgets import Banner, EmptyState, Level, PlainLabel, SearchField, ToolButton
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.rows_list import Column, RowsList, RowsModel
from lapwing.sql.dialect import dialect_named

_MOST_FACTS: Final = 8
_SIGN_PX: Final = 16
_FACTS_PX: Final = 330
_SIGN_ROOM_PX: Final = 56


def _tr(text: str) -> str:
    return QCoreApplication.translate("Advice", text)


def _what(finding: AdviceFinding) -> str:
    return visible_text(filled(finding.what, finding, advice_text))


def _columns(finding_px: int) -> tuple[Column, ...]:
    """The first is as wide as its words want in this language."""
    return (
        Column(
            _tr("Finding"),
            lambda it: kind_text(it.kind),
            finding_px,
            drawing=lambda it: LEVEL_ICONS[it.level],
            spoken=lambda it: f"{level_text(it.level)}: {kind_text(it.kind)}",
            tip=_what,
        ),
        Column(_tr("Of"), lambda it: visible_text(it.subject)),
        Column(_tr("Table"), lambda it: visible_text(dict(it.evidence).get(TABLE, "")), 260),
        Column(_tr("Room"), lambda it: value_text(float(it.size), Unit.BYTES) if it.size else "–", 100, is_right=True),
    )


class AdviceView(QWidget):
    """Looks when it is first seen, and when a person asks. Qt's thread.

    Signals:
        changed(): Another finding is chosen.
        open_wanted(AdviceFinding): Its statement is to be put into an editor.
        menu_wanted(QPoint): The context menu, at that place of the screen.
    """

    changed = Signal()
    open_wanted = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(
        self, client: EngineClient, connection_id: str, dialect: str, text_view: QWidget, parent: QWidget
    ) -> None:
        """`text_view` is a `TextView`."""
        super().__init__(parent)
        self.setObjectName("advice_view")
        self._client = client
        self._connection_id = connection_id
        self._text_view = text_view
        self._reading: AdviceReading | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        cast("TextView", text_view).set_dialect(dialect_named(dialect))
        self.field = SearchField(self.tr("Filter findings"), self, name="advice_filter")
        self.field.setMaximumWidth(320)
        self.again = ToolButton("refresh", self.tr("Look again"), self, name="advice_again")
        self.summary = PlainLabel("", self, look="dim", elide=True)
        self.summary.setObjectName("advice_summary")
        self.banner = Banner(self, name="advice_banner")
        self.model = RowsModel(_columns(self._widest_finding()), lambda it: (it.kind, it.subject), self)
        self.list = RowsList(self.model, self.tr("Findings"), self, name="advice_list")
        self.empty = EmptyState("check", "", self, name="advice_empty")
        self.sign = IconLabel("info", "dim_text", _SIGN_PX, self)
        self.title = PlainLabel("", self, look="dim", elide=True)
        self.open = ToolButton(
            "edit",
            self.tr("Open"),
            self,
            name="advice_open",
            tip=self.tr("Put the statement into a new editor (Enter)"),
        )
        self.what = PlainLabel("", self, lines=True)
        self.caution = PlainLabel("", self, look="dim", lines=True)
        self._facts = [
            (PlainLabel("", self, look="faint"), PlainLabel("", self, elide=True)) for _ in range(_MOST_FACTS)
        ]
        self._lay_out()
        self._connect()

    def _widest_finding(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(kind_text(kind)) for kind in AdviceKind) + _SIGN_ROOM_PX

    def _lay_out(self) -> None:
        rows = QWidget(self)
        self._shapes = QStackedLayout(rows)
        self._shapes.addWidget(self.list)
        self._shapes.addWidget(self.empty)
        self._detail = self._make_detail()
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("advice_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(rows)
        splitter.addWidget(self._detail)
        splitter.setSizes([380, 240])
        splitter.setStretchFactor(0, 1)
        line = QWidget(self)
        line.setProperty("surface", "background")
        across = QHBoxLayout(line)
        across.setContentsMargins(10, 5, 12, 5)
        across.setSpacing(8)
        across.addWidget(self.field, 2)
        across.addWidget(self.again)
        across.addWidget(self.summary, 3)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(line)
        down.addWidget(self.banner)
        down.addWidget(splitter, 1)

    def _make_detail(self) -> QWidget:
        detail = QWidget(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 4, 8, 4)
        bar.setSpacing(8)
        bar.addWidget(self.sign)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.open)
        told = QWidget(self)
        told.setFixedWidth(_FACTS_PX)
        column = QVBoxLayout(told)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.what)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._facts):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._text_view, 1)
        self.caution.setContentsMargins(12, 6, 12, 8)
        right.addWidget(self.caution)
        right.addStretch(0)
        self.caution.setAlignment(Qt.AlignmentFlag.AlignTop)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(told)
        across.addLayout(right, 1)
        down = QVBoxLayout(detail)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(bar)
        down.addLayout(across, 1)
        return detail

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.left_downwards.connect(self.list.setFocus)
        self.again.clicked.connect(self.refresh)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _finding: self.open.click())
        self.list.menu_wanted.connect(self.menu_wanted)
        self.open.clicked.connect(self._open)

    # reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._reading is None and not self._tasks:
            self.refresh()

    def refresh(self) -> None:
        """Look anew."""
        if self._client.state is not EngineState.GONE:
            task = asyncio.ensure_future(self._read())
            self._tasks.add(task)
            task.add_done_callback(self._ended)

    async def _read(self) -> None:
        self.again.setEnabled(False)
        self._shapes.setCurrentWidget(self.list if self.model.rows else self.empty)
        if not self.model.rows:
            self._detail.hide()
            self.empty.set_text(self.tr("The database is being looked through."), icon_name="activity")
        try:
            reading = await self._client.call("advice.read", ReadAdvice(self._connection_id), AdviceReading)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            if self._reading is None:
                self.empty.set_text(self.tr("It could not be looked through."), icon_name="error")
            return
        finally:
            self.again.setEnabled(True)
        self.banner.clear()
        self.show_reading(reading)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect is not swallowed: it comes out of the loop."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()

    def stop(self) -> None:
        """Ask for nothing any more."""
        for task in self._tasks:
            task.cancel()

    # showing

    def current(self) -> AdviceFinding | None:
        chosen = self.list.selected()
        return chosen[0] if chosen else None

    def show_reading(self, reading: AdviceReading) -> None:
        """Show what was found."""
        self._reading = reading
        self._show()

    def _show(self) -> None:
        reading = self._reading
        if reading is None:
            return
        words = self.field.text().casefold().split()
        found = [each for each in reading.findings if _fits(each, words)]
        found.sort(key=lambda each: (ORDER.index(each.level), -each.size, each.subject))
        self.list.show_rows(found)
        self._shapes.setCurrentWidget(self.list if found else self.empty)
        self._detail.setVisible(bool(found))
        if not found and reading.findings:
            self.empty.set_text(self.tr("No finding has these words."), icon_name="search")
        elif not found:
            self.empty.set_text(self._looked_at(reading), self.tr("Nothing was found"), "check")
        self.summary.setText(self.tr("%n finding(s)", "", len(found)) if found else "")
        if reading.notes:
            self.banner.say(Level.INFO, visible_text(" ".join(reading.notes)))
        self._chosen()

    def _looked_at(self, reading: AdviceReading) -> str:
        """What was not looked at is never called good."""
        kinds = ", ".join(kind_text(kind) for kind in reading.looked_at)
        return self.tr("Looked for: {kinds}.").replace("{kinds}", kinds) if kinds else ""

    def _chosen(self) -> None:
        finding = self.current()
        self.open.setEnabled(finding is not None and bool(finding.statement))
        text = cast("TextView", self._text_view)
        if finding is None:
            self._tell(())
            text.set_text("")
        else:
            self.sign.set_icon(*LEVEL_ICONS[finding.level])
            self.title.setText(f"{kind_text(finding.kind)} · {visible_text(finding.subject)}")
            self.what.setText(_what(finding))
            self._tell(finding.evidence)
            self.caution.setText(visible_text(filled(finding.caution, finding, advice_text)))
            self.caution.setVisible(bool(finding.caution))
            text.set_text(finding.statement)
            self._text_view.setVisible(bool(finding.statement))
        self.changed.emit()

    def _tell(self, evidence: Sequence[tuple[str, str]]) -> None:
        for place, (name, value) in enumerate(self._facts):
            told = evidence[place] if place < len(evidence) else ("", "")
            name.setText(visible_text(advice_text(told[0])) if told[0] else "")
            value.setText(visible_text(told[1]))
            name.setVisible(bool(told[0]))
            value.setVisible(bool(told[0]))

    def _open(self) -> None:
        finding = self.current()
        if finding is not None and finding.statement:
            self.open_wanted.emit(finding)


def _fits(finding: AdviceFinding, words: list[str]) -> bool:
    text = f"{kind_text(finding.kind)} {finding.subject} {_what(finding)}".casefold()
    return all(word in text for word in words)
