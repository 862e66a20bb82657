"""What is below the sessions: one of them with its whole statement, the locks it holds and waits for, and what can be
done."""

from collections.abc import Sequence
from typing import Any, Final, Protocol, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QSplitter, QTreeView, QVBoxLayout, QWidget

from lapwing.domain.monitoring.activity import ActivityLock, ActivitySession
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.monitor.sessions_rows import look_of
from lapwing.gui.theme import Theme, icon
from lapwing.gui.widgets import PlainLabel, ToolButton, plain_tool_tip
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named

_BAR_PX: Final = 36
_LOCKS_PX: Final = 430
_TOP: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class TextView(Protocol):
    """Where a statement is shown: a code view that cannot be edited."""

    def set_text(self, text: str) -> None: ...
    def set_dialect(self, dialect: Dialect) -> None: ...


class SessionDetail(QWidget):
    """Facts with buttons, the statement in a view that the caller brings, and locks. Qt's thread."""

    def __init__(self, text_view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions_detail")
        self._text_view = text_view
        self._shown: tuple[str, str] | None = None
        self._sign = IconLabel("filled-dot", "faint_text", 16)
        self._facts = PlainLabel("", self, look="dim", elide=True)
        self._facts.setObjectName("sessions_facts")
        self.open = ToolButton(
            "edit", self.tr("Open"), self, name="sessions_open", tip=self.tr("Open the statement in an editor (Enter)")
        )
        self.explain = ToolButton(
            "explain",
            self.tr("Explain"),
            self,
            name="sessions_explain",
            tip=self.tr("Show how the server goes about the statement"),
        )
        self.copy = ToolButton("copy", name="sessions_copy", tip=self.tr("Copy the statement"))
        self.cancel = ToolButton(
            "stop",
            self.tr("Cancel statement"),
            self,
            name="sessions_cancel",
            tip=self.tr("End what the chosen sessions run"),
        )
        self.terminate = ToolButton(
            "power",
            self.tr("End session"),
            self,
            name="sessions_terminate",
            tip=self.tr("End the chosen sessions, and what they have not committed"),
            color="bad",
        )
        self.locks = LocksView(self)
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QWidget(self)
        bar.setFixedHeight(_BAR_PX)
        across = QHBoxLayout(bar)
        across.setContentsMargins(12, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self._sign)
        across.addSpacing(4)
        across.addWidget(self._facts, 1)
        for button in (self.open, self.explain, self.copy, self.cancel, self.terminate):
            across.addWidget(button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("sessions_detail_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._text_view)
        self.splitter.addWidget(self.locks)
        self.splitter.setSizes([580, _LOCKS_PX])
        self.splitter.setStretchFactor(0, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(bar)
        down.addWidget(self.splitter, 1)

    def show_session(self, session: ActivitySession | None, selected: int, dialect: str) -> None:
        """Show one; of several that are selected, how many they are."""
        self._sign.setVisible(session is not None)
        if session is None:
            self._facts.setText(self.tr("Choose a session to see what it does."))
            self._show_text("", dialect)
            return
        self._sign.set_icon("filled-dot", texts.COLORS[look_of(session)])
        facts = texts.facts_text(session)
        if selected > 1:
            facts = f"{self.tr('%n session(s) chosen', '', selected)} · {facts}"
        self._facts.setText(facts)
        self._show_text(session.statement, dialect)

    def _show_text(self, statement: str, dialect: str) -> None:
        """The same text is left as it stands, with what is selected and how it is scrolled."""
        if self._shown != (statement, dialect):
            self._shown = (statement, dialect)
            view = cast("TextView", self._text_view)
            view.set_dialect(dialect_named(dialect if dialect in DIALECT_IDS else "ansi"))
            view.set_text(statement)


class LocksModel(QAbstractTableModel):
    """Locks of one session: mode, object, and whether it has them. Qt's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locks: tuple[ActivityLock, ...] = ()

    def show(self, locks: Sequence[ActivityLock]) -> None:
        """Those that are waited for first."""
        ordered = tuple(sorted(locks, key=lambda lock: (lock.is_granted, lock.object, lock.mode)))
        if _without_ages(ordered) != _without_ages(self._locks):
            self.beginResetModel()
            self._locks = ordered
            self.endResetModel()
        elif ordered:
            self._locks = ordered
            self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, 2))

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._locks)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Locked"), self.tr("Mode"), self.tr("State"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        lock = self._locks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (visible_text(lock.object), visible_text(lock.mode), self._state(lock))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(f"{lock.object} · {lock.mode}")
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2:
            return Theme.current().color("dim_text" if lock.is_granted else "bad")
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return icon("lock", "dim_text") if lock.is_granted else icon("clock", "bad")
        return None

    def _state(self, lock: ActivityLock) -> str:
        if lock.is_granted:
            return self.tr("held")
        age = texts.age_text(lock.wait_s)
        return self.tr("waits {age}").replace("{age}", age) if age else self.tr("waits")


class LocksView(QTreeView):
    """Qt's thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions_locks")
        self.setProperty("look", "rows")
        self.setAccessibleName(self.tr("Locks"))
        self._model = LocksModel(self)
        self.setModel(self._model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)

    def show_locks(self, locks: Sequence[ActivityLock]) -> None:
        self._model.show(locks)


def _without_ages(locks: Sequence[ActivityLock]) -> list[tuple[str, str, str, bool]]:
    return [(lock.session_id, lock.mode, lock.object, lock.is_granted) for lock in locks]
