"""The choice of the schema in which a tab's names are looked for first."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from lapwing.gui.widgets import PillCombo


class SchemaBox(PillCombo):
    """Shows the session's schema; the others are read when the list is opened. GUI thread.

    Signals:
        wanted(): The list is to be opened; `offer` opens it with what there is.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="tab_schema")
        label = self.tr("Schema")
        self.setAccessibleName(label)
        self.setToolTip(self.tr("Schema in which names are looked for first"))
        self.hide()

    def show_schema(self, schema: str, *, can_choose: bool) -> None:
        """Show where the session looks now; hidden where nothing can be chosen."""
        self.setVisible(can_choose)
        with QSignalBlocker(self):
            if schema and not self.choose(schema):
                self.clear()
                self.add_entry(schema, icon_name="schema")
            if not schema:
                self.clear()
                self.add_entry(self.tr("No schema"), "", icon_name="schema")
        self.updateGeometry()

    def offer(self, schemas: Sequence[str]) -> None:
        """Open the list with these."""
        shown = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for schema in schemas:
                self.add_entry(schema, icon_name="schema")
            if shown and not self.choose(shown):
                self.insertItem(0, str(shown))
                self.setItemData(0, shown)
                self.setCurrentIndex(0)
        super().showPopup()

    def showPopup(self) -> None:
        self.wanted.emit()
