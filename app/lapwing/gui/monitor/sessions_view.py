"""Sessions and locks of one server: the timeline, filters, table or tree, and one session in detail."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event
from lapwing.domain.monitoring.activity import Activity, ActivitySession, ActivityState
from lapwing.domain.monitoring.blocking import blocking_of
from lapwing.domain.monitoring.samples import ActivitySampled
from lapwing.domain.monitoring.sessions import ActivityRead, ActivityTimeline, ReadActivity, ReadActivityTimeline
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.sessions_detail import SessionDetail
from lapwing.gui.monitor.sessions_filters import SessionsFilters
from lapwing.gui.monitor.sessions_line import SessionsLine
from lapwing.gui.monitor.sessions_model import SessionsModel
from lapwing.gui.monitor.sessions_rows import Grouping, rows_of
from lapwing.gui.monitor.sessions_scrub import ScrubBar
from lapwing.gui.monitor.sessions_table import SessionsTable
from lapwing.gui.widgets import Banner, EmptyState, Level, ToolButton

_READ_MS: Final = 500
"""Not more often than this, however often a server is looked at."""


class SessionsView(QWidget):
    """Reads what the engine has of one connection's sessions, while it is seen. Qt's thread.

    Signals:
        changed(): other sessions are shown or chosen, or another moment.
        open_wanted(ActivitySession): its statement is to be put into an editor.
        explain_wanted(ActivitySession): the plan of its statement is to be shown.
        copy_wanted(), cancel_wanted(), terminate_wanted(): of the chosen sessions.
        menu_wanted(QPoint): the context menu of the sessions, at that place of the screen.
        rearranged(): what comes back after a restart is another.
    """

    changed = Signal()
    open_wanted = Signal(object)
    explain_wanted = Signal(object)
    copy_wanted = Signal()
    cancel_wanted = Signal()
    terminate_wanted = Signal()
    menu_wanted = Signal(QPoint)
    rearranged = Signal()

    def __init__(self, client: EngineClient, text_view: QWidget, parent: QWidget | None = None) -> None:
        """`text_view` is a `sessions_detail.TextView`."""
        super().__init__(parent)
        self.setObjectName("sessions_view")
        self._client = client
        self._connection_id = ""
        self._dialect = ""
        self._activity: Activity | None = None
        self._moment: float | None = None
        self._has_news = False
        self._asked = 0
        self._refusal = ""
        self._tasks: set[asyncio.Task[None]] = set()
        self._pausing = QTimer(self)
        self._pausing.setSingleShot(True)
        self._pausing.setInterval(_READ_MS)
        self._pausing.timeout.connect(self._read_news)
        self.model = SessionsModel(self)
        self.filters = SessionsFilters(self)
        self.table = SessionsTable(self.model, self)
        self.detail = SessionDetail(text_view, self)
        self.scrub = ScrubBar(self)
        self.pause = ToolButton("pause", name="sessions_pause", tip=self.tr("Hold what is shown"))
        self.live = ToolButton("run", self.tr("Back to live"), name="sessions_live", primary=True)
        self.line = SessionsLine(self)
        self.banner = Banner(self, name="sessions_banner")
        self.empty = EmptyState("connect", "", self, name="sessions_empty")
        self._show_all = self.empty.add_button(self.tr("Show all sessions"), name="sessions_show_all")
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self._rows = QWidget(self)
        self._shapes = QStackedLayout(self._rows)
        self._shapes.addWidget(self.table)
        self._shapes.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("sessions_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._rows)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([400, 210])
        self.splitter.setStretchFactor(0, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._timeline())
        down.addWidget(self.filters)
        down.addWidget(self.line)
        down.addWidget(self.banner)
        down.addWidget(self.splitter, 1)

    def _timeline(self) -> QWidget:
        line = QWidget(self)
        line.setProperty("surface", "panel")
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 10, 0)
        across.setSpacing(4)
        across.addWidget(self.scrub, 1)
        for button in (self.pause, self.live):  # the bar must not become another one under the mouse
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            across.addWidget(button)
        return line

    def _connect(self) -> None:
        self.filters.changed.connect(self._rearrange)
        self.filters.field.left_downwards.connect(self.table.setFocus)
        self.table.chosen.connect(self._chosen)
        self.table.open_wanted.connect(self.open_current)
        self.table.sort_wanted.connect(self.filters.order_by)
        self.table.menu_wanted.connect(self.menu_wanted)
        self.table.arranged.connect(self.rearranged)
        self.detail.open.clicked.connect(self.open_current)
        self.detail.explain.clicked.connect(self.explain_current)
        self.detail.copy.clicked.connect(self.copy_wanted)
        self.detail.cancel.clicked.connect(self.cancel_wanted)
        self.detail.terminate.clicked.connect(self.terminate_wanted)
        self.scrub.moment_chosen.connect(self.go_to)
        self.scrub.live_wanted.connect(self.go_live)
        self.pause.clicked.connect(self.hold)
        self.live.clicked.connect(self.go_live)
        self._show_all.clicked.connect(self.filters.clear)
        self._client.told.connect(self._hear)

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
        self._pausing.stop()
        self._client.told.disconnect(self._hear)
        for task in self._tasks:
            task.cancel()

    # which server, and which moment

    def show_connection(self, connection_id: str, dialect: str) -> None:
        """Show the sessions of this connection's server; `dialect` is of its statements."""
        if (connection_id, dialect) == (self._connection_id, self._dialect):
            return
        self._connection_id, self._dialect = connection_id, dialect
        self.table.statements.dialect = dialect
        self._activity, self._moment = None, None
        self.scrub.clear()
        self._show()
        if self.isVisible():
            self.refresh()

    @property
    def is_live(self) -> bool:
        """Whether what is shown follows the server; otherwise it is a moment of the past."""
        return self._moment is None

    @property
    def moment(self) -> float | None:
        """The moment of the past that is shown, Unix seconds; None while it is live."""
        return self._moment

    @property
    def activity(self) -> Activity | None:
        """What is shown."""
        return self._activity

    def hold(self) -> None:
        """Stay at what is shown."""
        if self._activity is not None:
            self._set_moment(self._activity.at)

    def go_to(self, at: float) -> None:
        """Show a moment of the last minutes."""
        self._set_moment(at)
        self.start(self._read_activity())

    def go_live(self) -> None:
        """Follow the server again."""
        self._set_moment(None)
        self.refresh()

    def _set_moment(self, at: float | None) -> None:
        self._moment = at
        self.scrub.show_moment(at)
        self._show_moment()
        self.show_abilities()
        self.changed.emit()

    def _show_moment(self) -> None:
        self.pause.setVisible(self.is_live)
        self.live.setVisible(not self.is_live)

    # reading

    def _hear(self, event: Event) -> None:
        if not isinstance(event, ActivitySampled) or event.connection_id != self._connection_id:
            return
        if self.isVisible():
            self._has_news = True
            if not self._pausing.isActive():
                self._read_news()

    def _read_news(self) -> None:
        if self._has_news and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read what is new."""
        if not self._connection_id:
            return
        self._has_news = False
        self._pausing.start()
        self.start(self._read_timeline())
        if self.is_live:
            self.start(self._read_activity())

    async def _read_activity(self) -> None:
        self._asked += 1
        number, moment = self._asked, self._moment
        try:
            found = await self._client.call("activity.read", ReadActivity(self._connection_id, moment), ActivityRead)
        except LapwingError as error:
            self._unread(error)
            return
        if number != self._asked or moment != self._moment:
            return  # something else was asked meanwhile
        if found.activity is not None:
            self.show_activity(found.activity)
        elif moment is not None:
            self.say(Level.WARNING, self.tr("This moment is no longer kept."))
            self.go_live()

    def _unread(self, error: LapwingError) -> None:
        """Told until something is read again."""
        self._refusal = error_text(error)
        self.say(Level.ERROR, self._refusal)

    async def _read_timeline(self) -> None:
        connection_id = self._connection_id
        after = self.scrub.counts[-1].at if self.scrub.counts else 0.0
        request = ReadActivityTimeline(connection_id, after)
        try:
            found = await self._client.call("activity.timeline", request, ActivityTimeline)
        except LapwingError as error:
            self._unread(error)
            return
        if connection_id != self._connection_id:
            return
        if found.oldest is None:
            self.scrub.clear()  # another engine, which has not looked yet
        else:
            self.scrub.add(found.counts, found.oldest)

    # showing

    def show_activity(self, activity: Activity) -> None:
        """Show what the engine has told of a moment."""
        self._activity = activity
        if self._refusal and self.banner.text == self._refusal:
            self.banner.clear()
        self._refusal = ""
        self._show()

    def _rearrange(self) -> None:
        self._show()
        self.rearranged.emit()

    def _show(self) -> None:
        sessions = self._activity.sessions if self._activity is not None else ()
        wanted, blocking = self.filters.wanted(), blocking_of(sessions)
        rows = rows_of(sessions, wanted, blocking)
        self.table.show_rows(rows, branched=wanted.is_tree or wanted.grouping is not Grouping.NONE)
        column, descending = wanted.sort
        self.table.show_order(None if wanted.is_tree else column, descending=descending)
        if self._activity is None:
            self.line.show_blocking(None, "")
        else:
            self.line.show_blocking(blocking, self._activity.note)
        shown = sum(row.session is not None for row in self.model.rows())
        self.line.show_count(shown, len(sessions) if self._activity is not None else None)
        self.changed.emit()
        self._show_moment()
        self._show_empty(is_empty=not rows, is_tree=wanted.is_tree)

    def _show_empty(self, *, is_empty: bool, is_tree: bool) -> None:
        self._shapes.setCurrentWidget(self.empty if is_empty else self.table)
        if not is_empty:
            return
        is_narrowed = self._activity is not None and bool(self._activity.sessions) and self.filters.is_narrowed
        self._show_all.setVisible(is_narrowed)
        if self._activity is None:
            self.empty.set_text(self.tr("Sessions are shown as soon as the server was looked at."))
        elif is_narrowed:
            self.empty.set_text(self.tr("No session fits."))
        elif is_tree:
            self.empty.set_text(self.tr("Nobody waits for another session."))
        else:
            self.empty.set_text(self.tr("No session but our own is open."))

    def _chosen(self) -> None:
        session = self.table.current()
        self.detail.show_session(session, len(self.table.selected()), self._dialect)
        locks = self._activity.locks if self._activity is not None and session is not None else ()
        self.detail.locks.show_locks([lock for lock in locks if session is not None and lock.session_id == session.id])
        self.show_abilities()
        self.changed.emit()

    def show_abilities(self) -> None:
        """Enable what can be done with the chosen sessions."""
        chosen = self.chosen()
        for button in (self.detail.open, self.detail.explain, self.detail.copy):
            button.setEnabled(any(each.statement for each in chosen))
        self.detail.cancel.setEnabled(self.can_cancel)
        self.detail.terminate.setEnabled(self.can_end)

    # what is done

    def chosen(self) -> list[ActivitySession]:
        """The selected sessions, or the current one."""
        current = self.table.current()
        return self.table.selected() or ([current] if current is not None else [])

    @property
    def can_end(self) -> bool:
        """Whether there are chosen sessions that are there now."""
        return self.is_live and bool(self.chosen())

    @property
    def can_cancel(self) -> bool:
        """Whether one of these runs something now."""
        return self.can_end and any(each.state is ActivityState.ACTIVE for each in self.chosen())

    def open_current(self) -> None:
        """Have the statement of the current session put into an editor."""
        session = self.table.current()
        if session is not None and session.statement:
            self.open_wanted.emit(session)

    def explain_current(self) -> None:
        """Have the plan of the current session's statement shown."""
        session = self.table.current()
        if session is not None and session.statement:
            self.explain_wanted.emit(session)

    def say(self, level: Level, sentence: str) -> None:
        """Tell what came of something that was done here."""
        self.banner.say(level, sentence)

    # what comes back

    def state(self) -> dict[str, str]:
        """What was chosen, to come back after a restart."""
        return self.filters.state()

    def restore(self, state: dict[str, str]) -> None:
        self.filters.restore(state)

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
