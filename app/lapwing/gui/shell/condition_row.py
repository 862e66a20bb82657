"""The boxes for WHERE and ORDER BY above a table's rows, with completion and the server's words about errors."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lapwing.domain.completion import CompletionPlace
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_line import CodeLine
from lapwing.gui.editor.completion import Completion
from lapwing.gui.editor.completion_asking import Asked
from lapwing.gui.editor.completion_recent import choice_memory
from lapwing.gui.editor.session import TabSession
from lapwing.gui.theme import BASE_PX, Theme, mono_font
from lapwing.gui.widgets import Banner, Level
from lapwing.settings.store import read_settings
from lapwing.sql.dialect import Dialect

_WHERE: Final = "WHERE"
_ORDER_BY: Final = "ORDER BY"
_LIFT_PX: Final = 2
"""The editor's text stands so much lower than a label's."""


class ConditionBox(QFrame):
    """One box: its keyword and a line of SQL. Qt's thread.

    Signals:
        entered(): What is written is to hold now.
    """

    entered = Signal()

    def __init__(self, keyword: str, client: EngineClient, session: TabSession, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "box")
        self.keyword = keyword
        self._session = session
        self._head = ""
        self.line = CodeLine(self, name=f"{name}_line")
        self.line.setAccessibleName(keyword)
        self.line.entered.connect(self.entered)
        self.line.focus_moved.connect(self._show_focus)
        self.completion = Completion(self.line, client, self._place_of, choice_memory(), _is_wanted)
        label = QLabel(keyword, self)
        label.setFont(mono_font(BASE_PX))
        label.setContentsMargins(0, _LIFT_PX, 0, 0)
        label.setProperty("look", "keyword")
        label.setBuddy(self.line)
        across = QHBoxLayout(self)
        across.setContentsMargins(9, 1, 2, 1)
        across.setSpacing(2)
        across.addWidget(label)
        across.addWidget(self.line, 1)
        self.setFocusProxy(self.line)

    def use(self, table: str, dialect: Dialect) -> None:
        """Complete for a table, given as SQL names it."""
        self._head = f"SELECT * FROM {table} {self.keyword} "
        self.line.set_dialect(dialect)
        self._dialect = dialect.id

    _dialect = "ansi"

    def _place_of(self, caret: int) -> Asked:
        """What is asked about a caret: the whole statement, of which only the end is in the box."""
        place, facts = self._session.place, self._session.facts
        asked = CompletionPlace(
            self._head + self.line.text(),
            len(self._head) + caret,
            self._dialect,
            place.connection_id,
            place.url,
            facts.session_id if facts is not None else "",
            place.database,
        )
        return Asked(asked, -len(self._head))

    @property
    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Show another condition."""
        self.line.set_text(" ".join(text.splitlines()))

    def show_error(self, message: str, position: int | None) -> None:
        """Underline a place of the box, and its frame; the empty message takes that away."""
        self.line.clear_error()
        if message and position is not None:
            self.line.show_error_at(min(position, len(self.line.text())), message)
        self._set("invalid", bool(message))

    def _show_focus(self, is_in: bool) -> None:
        self._set("focused", is_in)

    def _set(self, name: str, value: bool) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)

    def stop(self) -> None:
        """The tab is closed."""
        self.completion.stop()


class ConditionRow(QWidget):
    """Both boxes in one line, and below them what is wrong with one. Qt's thread.

    Signals:
        entered(): The rows are to be read with what is written.
        left(): Esc was pressed in a box.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, client: EngineClient, session: TabSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("condition_row")
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.where = ConditionBox(_WHERE, client, session, name="table_where")
        self.order_by = ConditionBox(_ORDER_BY, client, session, name="table_order_by")
        self.banner = Banner(self, name="table_condition_error")
        self.banner.closed.connect(self.clear_error)
        across = QHBoxLayout()
        across.setContentsMargins(8, 0, 8, 6)
        across.setSpacing(6)
        across.addWidget(self.where, 3)
        across.addWidget(self.order_by, 2)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(across)
        down.addWidget(self.banner)
        for box in (self.where, self.order_by):
            box.entered.connect(self.entered)
            box.line.left.connect(self.left)
        Theme.current().changed.connect(self.update)

    def use(self, table: str, dialect: Dialect) -> None:
        """Complete for a table, given as SQL names it."""
        for box in (self.where, self.order_by):
            box.use(table, dialect)

    def show_error(self, text: str, box: str, position: int | None) -> None:
        """Say what is wrong, at the box that it is about (its keyword); where that is not known, below both."""
        self.clear_error()
        for one in (self.where, self.order_by):
            if one.keyword == box:
                one.show_error(text, position)
        self.banner.say(Level.ERROR, text)

    def clear_error(self) -> None:
        """What was wrong holds no longer."""
        for box in (self.where, self.order_by):
            box.show_error("", None)
        self.banner.clear()

    @property
    def has_focus(self) -> bool:
        return self.where.line.hasFocus() or self.order_by.line.hasFocus()

    def stop(self) -> None:
        """The tab is closed."""
        self.where.stop()
        self.order_by.stop()


def _is_wanted() -> bool:
    return read_settings().complete_while_typing
