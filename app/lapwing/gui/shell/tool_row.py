"""The row of tools above an editor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapwing.domain.connections import TransactionMode
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.session import Place, TabSession
from lapwing.gui.widgets import PillCombo, Spinner, ToolButton

_HEIGHT_PX = 38


class ToolRow(QWidget):
    """Connection, run, script, stop, transaction mode, commit, roll back; turning spokes while something runs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tool_row")
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT_PX)
        self.connection_box = PillCombo(self.tr("Connection"), self, name="tab_connection")
        run_tip = self.tr("Run statement or selection (Ctrl+Enter)")
        self.run_button = ToolButton("run", self.tr("Run"), self, name="tab_run", tip=run_tip, primary=True)
        self.script_button = self._button("script", self.tr("Script"), self.tr("Run the whole script (Alt+X)"))
        self.stop_button = self._button("stop", self.tr("Stop"), self.tr("Cancel on the server (Ctrl+F2)"))
        self.mode_box = PillCombo(self.tr("Transaction mode"), self, name="tab_mode")
        self.mode_box.add_entry(self.tr("Auto-commit"), TransactionMode.AUTO)
        self.mode_box.add_entry(self.tr("Manual commit"), TransactionMode.MANUAL)
        self.commit_button = self._button("commit", self.tr("Commit"), self.tr("Commit (Ctrl+Shift+M)"))
        self.rollback_button = self._button("rollback", self.tr("Roll back"), self.tr("Roll back (Ctrl+Shift+R)"))
        self.spinner = Spinner(self, name="tab_spinner")
        self._lay_out()

    def _button(self, sign: str, text: str, tip: str) -> ToolButton:
        return ToolButton(sign, text, self, name=f"tab_{sign}", tip=tip)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 5, 8, 6)
        across.setSpacing(5)
        across.addWidget(self.connection_box)
        across.addWidget(upright_line(self))
        for button in (self.run_button, self.script_button, self.stop_button):
            across.addWidget(button)
        across.addWidget(upright_line(self))
        across.addWidget(self.mode_box)
        across.addWidget(self.commit_button)
        across.addWidget(self.rollback_button)
        across.addStretch(1)
        across.addWidget(self.spinner)

    def fill_connections(self, saved: SavedConnections, place: Place) -> None:
        """Offer every saved connection, and show the tab's."""
        box = self.connection_box
        box.blockSignals(True)
        box.clear()
        if not place.is_set:
            box.add_entry(self.tr("No connection"), "", dot="faint_text")
        for connection in saved.connections:
            box.add_entry(connection.name, connection.id, dot=saved.color(connection))
        if place.is_set and not box.choose(place.connection_id):
            box.add_entry(place.url or self.tr("A removed connection"), place.connection_id, dot="faint_text")
            box.setCurrentIndex(box.count() - 1)
        box.blockSignals(False)

    def show_session(self, session: TabSession) -> None:
        """Enable what can be done with the session now."""
        is_running, has_place = session.is_running, session.place.is_set
        self.run_button.setEnabled(has_place and not is_running)
        self.script_button.setEnabled(has_place and not is_running)
        self.stop_button.setEnabled(is_running)
        self.connection_box.setEnabled(not is_running)
        self.mode_box.setEnabled(not is_running)
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
