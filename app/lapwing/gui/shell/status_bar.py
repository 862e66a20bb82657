"""The line at the bottom: connection, transaction, rows and time, caret, engine."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lapwing.domain.connections import Connection, SessionFacts, TransactionState
from lapwing.gui.client import EngineState
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.widgets import PlainLabel, StatusDot, plain_tool_tip
from lapwing.gui.widgets.counts import with_grouped
from lapwing.gui.widgets.icon_label import IconLabel

_LOCK_PX = 14


class StatusBar(QWidget):
    """Plain labels; what does not apply is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(26)
        self.dot = StatusDot("faint_text", self.tr("No connection"), self, name="status_dot")
        self.lock = IconLabel("lock", "good", _LOCK_PX, self)
        self.lock.setObjectName("status_lock")
        self.lock.hide()
        self.connection = self._label("status_connection")
        self.transaction = self._label("status_transaction")
        self.rows = self._label("status_rows")
        self.caret = self._label("status_caret")
        self.job = self._label("status_job")
        self.engine = self._label("status_engine")
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 0, 12, 0)
        across.setSpacing(16)
        left = QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.dot)
        left.addWidget(self.lock)
        left.addWidget(self.connection)
        across.addLayout(left)
        across.addWidget(self.transaction)
        across.addStretch(1)
        for label in (self.job, self.rows, self.caret, self.engine):
            across.addWidget(label)

    def _label(self, name: str) -> QLabel:
        label = PlainLabel("", self, look="dim")
        label.setObjectName(name)
        return label

    def show_engine(self, state: EngineState) -> None:
        texts = {
            EngineState.STARTING: self.tr("Engine starting…"),
            EngineState.READY: self.tr("Engine ready"),
            EngineState.GONE: self.tr("Engine stopped"),
        }
        self.engine.setText(texts[state])

    def show_tab(self, tab: QueryTab | None, connection: Connection | None, color: str) -> None:
        """What the editor in front is connected to and how far it is; nothing when there is none."""
        if tab is None:
            for label in (self.connection, self.transaction, self.rows, self.caret):
                label.setText("")
            self.dot.set_state("faint_text", self.tr("No connection"))
            self.lock.hide()
            return
        name = connection.name if connection is not None else tab.session.place.url
        facts = tab.session.facts
        self.dot.set_state(color, name or self.tr("No connection"))
        self.connection.setText(self._connection_text(name, facts))
        self._show_lock(facts)
        states = {
            TransactionState.IDLE: self.tr("No transaction"),
            TransactionState.OPEN: self.tr("Transaction open"),
            TransactionState.FAILED: self.tr("Transaction failed"),
        }
        self.transaction.setText(states[tab.transaction] if facts is not None else "")
        self.rows.setText(self._rows_text(tab))
        line, column = tab.editor.line_and_column()
        self.caret.setText(self.tr("Ln {line}, Col {column}").format(line=line, column=column))

    def _connection_text(self, name: str, facts: SessionFacts | None) -> str:
        parts = [name or self.tr("No connection")]
        if facts is not None:
            parts += [facts.product, facts.surroundings.schema, self.tr("read-only") if facts.read_only else ""]
        return " · ".join(part for part in parts if part)

    def _show_lock(self, facts: SessionFacts | None) -> None:
        """A closed lock where the line to the server is encrypted; how well stands in its tip."""
        words = facts.surroundings.encryption if facts is not None else ""
        self.lock.setVisible(bool(words))
        self.lock.setToolTip(plain_tool_tip(words))
        self.lock.setAccessibleName(words)

    def _rows_text(self, tab: QueryTab) -> str:
        view = tab.results.current
        parts = []
        if view is not None:
            parts.append(with_grouped(self.tr("%n row(s)", "", view.row_count), view.row_count))
        if tab.elapsed_text:
            parts.append(tab.elapsed_text)
        return " · ".join(parts)
