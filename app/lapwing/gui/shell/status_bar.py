"""The line at the bottom: connection, transaction, rows and time, caret, engine."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapwing.gui.client import EngineState
from lapwing.gui.shell.page import PageStatus
from lapwing.gui.widgets import PlainLabel, StatusDot, plain_tool_tip
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
        self.connection = PlainLabel("", self, look="dim", elide=True)  # gives way in a narrow window
        self.connection.setObjectName("status_connection")
        self.transaction = self._label("status_transaction")
        self.monitoring = (self._label("status_uptime"), self._label("status_cost"))
        self.rows = self._label("status_rows")
        self.caret = self._label("status_caret")
        self.job = self._label("status_job")
        self.engine = self._label("status_engine")
        across = self._across = QHBoxLayout(self)
        across.setContentsMargins(12, 0, 12, 0)
        across.setSpacing(16)
        left = QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.dot)
        left.addWidget(self.lock)
        left.addWidget(self.connection)
        across.addLayout(left)
        across.addWidget(self.transaction)
        for label in self.monitoring:
            label.hide()
            across.addWidget(label)
        across.addStretch(1)
        for label in (self.job, self.rows, self.caret, self.engine):
            across.addWidget(label)

    def _label(self, name: str) -> PlainLabel:
        label = PlainLabel("", self, look="dim")
        label.setObjectName(name)
        return label

    def add_jobs(self, bar: QWidget) -> None:
        """Background jobs stand before the engine's state."""
        self._across.insertWidget(self._across.count() - 1, bar)

    def show_engine(self, state: EngineState) -> None:
        texts = {
            EngineState.STARTING: self.tr("Engine starting…"),
            EngineState.READY: self.tr("Engine ready"),
            EngineState.GONE: self.tr("Engine stopped"),
        }
        self.engine.setText(texts[state])

    def show_page(self, status: PageStatus | None) -> None:
        """What the page in front is connected to and how far it is; nothing when there is none."""
        told = status if status is not None else PageStatus()
        self.dot.set_state(told.color, told.connection or self.tr("No connection"))
        self.connection.setText(told.connection if status is None or told.connection else self.tr("No connection"))
        self.dot.setVisible(bool(self.connection.text()))
        self.lock.setVisible(bool(told.encryption))
        self.lock.setToolTip(plain_tool_tip(told.encryption))
        self.lock.setAccessibleName(told.encryption)
        self.transaction.setText(told.transaction)
        self.transaction.set_look(told.transaction_look)
        self.transaction.setVisible(not told.monitoring)
        for place, label in enumerate(self.monitoring):
            label.setText(told.monitoring[place] if place < len(told.monitoring) else "")
            label.setVisible(bool(label.text()))
        self.rows.setText(told.rows)
        self.caret.setText(told.caret)
