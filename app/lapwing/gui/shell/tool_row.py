"""The row of tools above an editor."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lapwing.domain.connections import TransactionMode
from lapwing.gui.actions import ACTIONS, KeyBindings, shortcut_text
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.place import Place
from lapwing.gui.editor.session import TabSession
from lapwing.gui.shell.schema_box import SchemaBox
from lapwing.gui.widgets import GivingRow, PillCombo, Spinner, ToolButton

_HEIGHT_PX = 38
_NAME_PX = 164
"""What a name of a connection or schema may take before buttons give up their words."""


class ToolRow(GivingRow):
    """Connection, run, script, stop, transaction mode, commit, roll back; turning spokes while something runs.

    Signals:
        action_wanted(str): A button for an action of the window was clicked; its id.
    """

    action_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tool_row")
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT_PX)
        self.connection_box = PillCombo(self.tr("Connection"), self, name="tab_connection")
        self.schema_box = SchemaBox(self)
        self._does: dict[ToolButton, str] = {}
        self.run_button = self._button("run", "query.run", primary=True)
        self.script_button = self._button("script", "query.run_script")
        self.stop_button = self._button("stop", "query.cancel")
        self.mode_box = PillCombo(self.tr("Transaction mode"), self, name="tab_mode")
        self.mode_box.add_entry(self.tr("Auto-commit"), TransactionMode.AUTO)
        self.mode_box.add_entry(self.tr("Manual commit"), TransactionMode.MANUAL)
        self.commit_button = self._button("commit", "transaction.commit")
        self.rollback_button = self._button("rollback", "transaction.roll_back")
        self.format_button = self._button("format", "text.format", has_word=False)
        self.history_button = self._button("history", "history.show", has_word=False)
        self.format_button.clicked.connect(lambda: self.action_wanted.emit("text.format"))
        self.history_button.clicked.connect(lambda: self.action_wanted.emit("history.show"))
        self.spinner = Spinner(self, name="tab_spinner")
        KeyBindings.current().changed.connect(lambda _action_id: self._tell_keys())
        self._tell_keys()
        self._lay_out()

    def _button(self, sign: str, action_id: str, *, primary: bool = False, has_word: bool = True) -> ToolButton:
        word = ACTIONS[action_id].shown_short() if has_word else ""
        button = ToolButton(sign, word, self, name=f"tab_{sign}", primary=primary)
        button.setAccessibleName(word or ACTIONS[action_id].shown_short())
        self._does[button] = action_id
        return button

    def _tell_keys(self) -> None:
        """Say what each button does, and the key that does it too."""
        for button, action_id in self._does.items():
            tip, keys = ACTIONS[action_id].shown_tip(), shortcut_text(ACTIONS[action_id])
            button.setToolTip(f"{tip} ({keys})" if keys else tip)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 5, 8, 6)
        across.setSpacing(5)
        across.addWidget(self.connection_box)
        across.addWidget(self.schema_box)
        across.addWidget(upright_line(self))
        for button in (self.run_button, self.script_button, self.stop_button):
            across.addWidget(button)
        across.addWidget(upright_line(self))
        across.addWidget(self.mode_box)
        across.addWidget(self.commit_button)
        across.addWidget(self.rollback_button)
        across.addStretch(1)
        across.addWidget(self.spinner)
        across.addWidget(self.format_button)
        across.addWidget(self.history_button)
        self.mode_box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.let_words_go(
            (self.script_button, self.stop_button), (self.commit_button, self.rollback_button), (self.run_button,)
        )

    def elastic_px(self) -> int:
        boxes = (box.sizeHint().width() for box in (self.connection_box, self.schema_box) if not box.isHidden())
        return sum(max(0, width - _NAME_PX) for width in boxes)

    def fill_connections(self, saved: SavedConnections, session: TabSession) -> None:
        """Offer every saved connection, and show the tab's and how it commits."""
        box, place = self.connection_box, session.place
        session.expect_mode(saved.safeguards(saved.find(place.connection_id)).mode)
        self.mode_box.choose(session.mode)
        box.blockSignals(True)
        box.clear()
        if not place.is_set:
            box.add_entry(self.tr("No connection"), "", dot="faint_text")
        for connection in saved.connections:
            box.add_entry(connection.name, connection.id, dot=saved.color(connection))
        if place.is_set and not box.choose(self.entry_of(place)):
            own = saved.find(place.connection_id)
            name = own.name if own is not None else place.url or self.tr("A removed connection")
            dot = saved.color(own) if own is not None else "faint_text"
            shown = f"{name} · {place.database}" if place.database else name
            box.add_entry(shown, self.entry_of(place), dot=dot)
            box.setCurrentIndex(box.count() - 1)
        box.blockSignals(False)

    @staticmethod
    def entry_of(place: Place) -> str:
        """What tells the box's entry for a place: the connection's id, for another database with that behind it."""
        return f"{place.connection_id}\0{place.database}" if place.database else place.connection_id

    def show_session(self, session: TabSession) -> None:
        """Enable what can be done with the session now."""
        is_running, has_place = session.is_running, session.place.is_set
        self.run_button.setEnabled(has_place and not is_running)
        self.script_button.setEnabled(has_place and not is_running)
        self.stop_button.setEnabled(is_running)
        self.connection_box.setEnabled(not is_running)
        self.mode_box.setEnabled(not is_running)
        facts = session.facts
        schema = facts.surroundings.schema if facts is not None else ""
        self.schema_box.show_schema(schema, can_choose=facts is not None and facts.chooses_schema)
        self.schema_box.setEnabled(not is_running and not session.has_open_transaction)
        can_end = session.has_open_transaction and not is_running
        self.commit_button.setEnabled(can_end)
        self.rollback_button.setEnabled(can_end)
        if is_running:
            self.spinner.start()
        else:
            self.spinner.stop()


def upright_line(parent: QWidget) -> QWidget:
    """A short line between groups of buttons."""
    line = QWidget(parent)
    line.setProperty("look", "line")
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line.setFixedSize(1, 16)
    return line


def flat_line(parent: QWidget | None = None) -> QWidget:
    """A line across, one pixel high."""
    line = QWidget(parent)
    line.setProperty("look", "line")
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line.setFixedHeight(1)
    return line
