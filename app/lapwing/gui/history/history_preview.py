"""What stands below the list: all that is known of one entry, and its text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.history import HistoryEntry
from lapwing.domain.visible import visible_text
from lapwing.gui.history import history_texts as texts
from lapwing.gui.widgets import PlainLabel, ToolButton
from lapwing.gui.widgets.icon_label import IconLabel

_HEIGHT = 36


class HistoryPreview(QWidget):
    """Facts with buttons, an error if there was one, and a text view that the caller brings. Qt's thread."""

    def __init__(self, text_view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_preview")
        self._sign = IconLabel("check", "good", 16)
        self._facts = PlainLabel("", self, look="dim", elide=True)
        self._facts.setObjectName("history_facts")
        self._more = PlainLabel("", self, look="dim", lines=True)
        self._more.setObjectName("history_error")
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more.setContentsMargins(36, 0, 12, 8)
        self._more.setMinimumWidth(1)  # a long word of a server must not widen the window
        self.open = ToolButton(
            "edit", self.tr("Open"), name="history_open", tip=self.tr("Open in a new editor (Enter)")
        )
        self.run = ToolButton(
            "run",
            self.tr("Run again"),
            name="history_run",
            tip=self.tr("Open in a new editor and run it there (Ctrl+Enter)"),
        )
        self.pin = ToolButton("pin", name="history_pin", tip=self.tr("Pin"))
        self.copy = ToolButton("copy", name="history_copy", tip=self.tr("Copy"))
        self.delete = ToolButton("trash", name="history_delete", tip=self.tr("Delete"))
        bar = QWidget(self)
        bar.setFixedHeight(_HEIGHT)
        across = QHBoxLayout(bar)
        across.setContentsMargins(12, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self._sign)
        across.addSpacing(4)
        across.addWidget(self._facts, 1)
        for button in (self.open, self.run, self.pin, self.copy, self.delete):
            across.addWidget(button)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(bar)
        down.addWidget(self._more)
        down.addWidget(text_view, 1)

    def show_entry(self, entry: HistoryEntry) -> None:
        """What is known of it."""
        self._sign.set_icon(*texts.STATE_ICONS[entry.state])
        self._facts.setText(texts.facts_text(entry))
        lines = [visible_text(entry.error, "\n")]
        if entry.parameters:
            lines.append(f"{self.tr('Parameters:')} {texts.parameters_text(entry)}")
        if entry.characters > len(entry.sql):
            lines.append(self.tr("Only the beginning of this statement was kept."))
        self._more.setText("\n".join(line for line in lines if line))
        self._more.setVisible(any(lines))
        self._more.set_look("bad" if entry.error else "dim")
        self.pin.set_icon("unpin" if entry.pinned else "pin")
        tip = self.tr("Unpin") if entry.pinned else self.tr("Pin")
        self.pin.setToolTip(tip)
        self.pin.setAccessibleName(tip)
