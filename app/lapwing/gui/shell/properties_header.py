"""The head of an object's properties: what it is, where it lies, and what is to be done with it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.catalog import ObjectProperties
from lapwing.domain.connections import Connection
from lapwing.gui.browser.descriptions import word_of
from lapwing.gui.browser.kinds import look_of
from lapwing.gui.browser.names import ref_name
from lapwing.gui.browser.numbers import byte_count, whole_count
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.widgets import PlainLabel, Spinner, StatusDot, ToolButton
from lapwing.gui.widgets.icon_label import IconLabel

_ICON_PX: Final = 20


class PropertiesHeader(QWidget):
    """Name, kind, facts and buttons.

    Attributes:
        qualified_name: As SQL takes it, with schema; of a routine with the types of its arguments.

    Signals:
        refresh_wanted(), data_wanted(), locate_wanted(): The buttons.
    """

    refresh_wanted = Signal()
    data_wanted = Signal()
    locate_wanted = Signal()

    def __init__(self, about: ObjectRef, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("properties_header")
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._about = about
        self._connection: Connection | None = None
        self._told: list[str] = []
        self.qualified_name = about.name
        look = look_of(about.kind)
        self._drawing = IconLabel(look.icon, look.color, _ICON_PX)
        self._name = PlainLabel("", self, look="title", elide=True)
        self._name.setObjectName("properties_name")
        self._dot = StatusDot("faint_text", "", self, name="properties_dot")
        self._facts = PlainLabel("", self, look="dim", elide=True)
        self._facts.setObjectName("properties_facts")
        self._comment = PlainLabel("", self, lines=True)
        self._comment.setObjectName("properties_comment")
        self._note = PlainLabel("", self, look="dim", lines=True)
        self._note.setObjectName("properties_note")
        self._busy = Spinner(self, px=14, name="properties_refreshing")
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._drawing)
        top.addWidget(self._name, 1)
        top.addWidget(self._busy)
        buttons = [
            ("refresh", "properties_refresh", self.tr("Read again (F5)"), self.refresh_wanted),
            ("locate", "properties_locate", self.tr("Show in the navigator"), self.locate_wanted),
        ]
        if self._about.has_rows:
            buttons.insert(0, ("table", "properties_data", self.tr("Open data (F4)"), self.data_wanted))
        for drawing, name, tip, wanted in buttons:
            button = ToolButton(drawing, parent=self, name=name, tip=tip, color="dim_text")
            button.clicked.connect(wanted)
            top.addWidget(button)
        facts = QHBoxLayout()
        facts.setSpacing(6)
        facts.addWidget(self._dot)
        facts.addWidget(self._facts, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 10, 8, 10)
        down.setSpacing(4)
        down.addLayout(top)
        down.addLayout(facts)
        for label in (self._comment, self._note):
            down.addWidget(label)
            label.hide()

    def show_connection(self, connection: Connection | None, color: str) -> None:
        """Say which connection leads there."""
        self._connection = connection
        self._dot.set_state(color, connection.name if connection is not None else "")
        self.qualified_name = ref_name(self._about, connection)
        if self._about.signature:
            self.qualified_name += f"({self._about.signature})"
        self._name.setText(self.qualified_name)
        self.setAccessibleName(f"{self.qualified_name}, {word_of(self._about.kind)}")
        self._show()

    def show_facts(self, found: ObjectProperties) -> None:
        """Say what is known of the object."""
        told = [self.tr("of {table}").format(table=found.object.parent)] if found.object.parent else []
        if found.object.rows_estimate is not None:
            told.append(self.tr("about {count} rows").format(count=whole_count(found.object.rows_estimate)))
        if found.object.size_bytes is not None:
            told.append(byte_count(found.object.size_bytes))
        self._told = [*told, found.object.detail]
        self._show()
        for label, text in ((self._comment, found.object.comment), (self._note, found.note)):
            label.setText(text)
            label.setVisible(bool(text))

    def _show(self) -> None:
        name = self._connection.name if self._connection is not None else self.tr("connection removed")
        parts = [name, self._about.database, word_of(self._about.kind), *self._told]
        self._facts.setText(" · ".join(part for part in parts if part))

    def set_busy(self, is_busy: bool) -> None:  # as Qt's setters
        """Show that it is being read."""
        if is_busy:
            self._busy.start()
        else:
            self._busy.stop()
