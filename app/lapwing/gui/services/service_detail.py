"""What is known of the service that is chosen, and what it wrote."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import from_wire
from lapwing.domain.services import ServiceFacts, ServiceLogLine, ServiceState
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import error_text
from lapwing.gui.services import services_words as words
from lapwing.gui.widgets import EmptyState, PlainLabel
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.moments import moment_text
from lapwing.gui.widgets.rows_list import Column, RowsList, RowsModel

_SIGN_PX: Final = 18
_FACTS: Final = 5
_LABEL_PX: Final = 96


class ServiceDetail(QWidget):
    """Below the list. Qt's thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("service_detail")
        self.sign = IconLabel("server", "dim_text", _SIGN_PX, self)
        self.title = PlainLabel("", self, look="title", elide=True)
        self.help = PlainLabel("", self, look="dim", lines=True)
        self._facts: list[tuple[PlainLabel, PlainLabel]] = []
        self.lines = RowsModel(_line_columns(), lambda it: (it[0], it[1].at), self)
        self.log = RowsList(self.lines, self.tr("Log"), self, name="service_log")
        sentence = self.tr("What this service says of its work since the engine began will be listed here.")
        self.blank = EmptyState("list", sentence, self, name="service_log_blank", title=self.tr("Nothing was written"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.log)
        self.stack.addWidget(self.blank)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head())
        down.addWidget(self.stack, 1)

    def _head(self) -> QWidget:
        head = QFrame(self)
        head.setObjectName("service_head")
        head.setProperty("surface", "panel")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _LABEL_PX)
        grid.setColumnStretch(1, 1)
        for row in range(_FACTS):
            label, fact = PlainLabel("", head, look="faint"), PlainLabel("", head, lines=True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(fact, row, 1)
            self._facts.append((label, fact))
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.sign)
        across.addWidget(self.title, 1)
        down = QVBoxLayout(head)
        down.setContentsMargins(16, 12, 16, 12)
        down.setSpacing(8)
        down.addLayout(across)
        down.addWidget(self.help)
        down.addLayout(grid)
        return head

    def show_service(self, facts: ServiceFacts | None) -> None:
        """What is known of it; nothing where none is chosen."""
        self.setVisible(facts is not None)
        if facts is None:
            return
        self.sign.set_icon(*words.state_icon(facts))
        self.title.setText(words.title_text(facts))
        help_text = words.help_text(facts)
        self.help.setText(help_text)
        self.help.setVisible(bool(help_text))
        told = self._told(facts)
        for place, (label, fact) in enumerate(self._facts):
            name, text = told[place] if place < len(told) else ("", "")
            label.setText(name)
            fact.setText(text)
            label.setVisible(bool(name))
            fact.setVisible(bool(name))

    def _told(self, facts: ServiceFacts) -> list[tuple[str, str]]:
        since = self.tr("{state} since {time}")
        state = words.plain_state_text(facts)
        told = [(self.tr("State"), since.format(state=state, time=moment_text(facts.since)))]
        if facts.error is not None:
            error = from_wire(facts.error)
            told.append((self.tr("Error"), visible_text(f"{error_text(error)}")))
        elif facts.true_state is ServiceState.RUNNING and words.health_text(facts):
            told.append((self.tr("Health"), words.health_text(facts)))
        if facts.state is ServiceState.ELSEWHERE and facts.process_id:
            where = self.tr("The process {process} does it, for all engines of this profile.")
            told.append((self.tr("Engine"), where.format(process=facts.process_id)))
        elif facts.is_wanted and facts.true_state is ServiceState.STOPPED:
            told.append((self.tr("Wanted"), self.tr("It is to run, and ended by itself.")))
        return told

    def show_log(self, lines: Sequence[ServiceLogLine]) -> None:
        """What it wrote, the newest at the bottom, in sight unless a person scrolled away from it."""
        bar = self.log.verticalScrollBar()
        was_at_end = bar.value() >= bar.maximum()
        self.lines.show(list(enumerate(lines)))
        self.stack.setCurrentWidget(self.log if lines else self.blank)
        if was_at_end:
            self.log.scrollToBottom()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Services", text)


def _line_columns() -> tuple[Column, ...]:
    return (
        Column(_tr("Time"), lambda it: moment_text(it[1].at), 150),
        Column(
            _tr("Level"),
            lambda it: words.level_text(it[1]),
            110,
            drawing=lambda it: words.LEVEL_ICONS.get(it[1].level),
            color=lambda it: "" if it[1].level in words.LEVEL_ICONS else "dim_text",
        ),
        Column(_tr("What happened"), lambda it: visible_text(it[1].text)),
    )
