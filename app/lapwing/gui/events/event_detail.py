"""What stands below the list: one event as other programs see it."""

import json

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from lapwing.domain.cloud_events import CloudEvent, envelope
from lapwing.domain.visible import visible_text
from lapwing.gui.events import event_words as words
from lapwing.gui.theme import give_font, mono_font
from lapwing.gui.widgets import PlainLabel, ToolButton
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.moments import exact_text

_HEIGHT = 36


class EventDetail(QWidget):
    """Its facts with a button, and its envelope as JSON. Qt's thread.

    Attributes:
        text: Shows the envelope.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_detail")
        self._sign = IconLabel("event", "accent_text", 16)
        self._facts = PlainLabel("", self, look="dim", elide=True)
        self._facts.setObjectName("event_facts")
        self.copy = ToolButton("copy", self.tr("Copy"), name="event_copy", tip=self.tr("Copy as JSON (Ctrl+C)"))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("event_text")
        self.text.setAccessibleName(self.tr("The event as JSON"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.document().setDocumentMargin(12)
        give_font(self.text, mono_font())
        bar = QWidget(self)
        bar.setFixedHeight(_HEIGHT)
        across = QHBoxLayout(bar)
        across.setContentsMargins(12, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self._sign)
        across.addSpacing(4)
        across.addWidget(self._facts, 1)
        across.addWidget(self.copy)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(bar)
        down.addWidget(self.text, 1)

    def show_event(self, event: CloudEvent) -> None:
        """Say all that is known of it."""
        self._sign.set_icon(*words.icon_of(event))
        facts = (event.type, exact_text(event.at, words.CLOCK), event.source, event.id)
        self._facts.setText(" · ".join(visible_text(each) for each in facts))
        self.text.setPlainText(visible_text(as_text(event), "\n"))


def as_text(event: CloudEvent) -> str:
    """The envelope over several lines."""
    return json.dumps(envelope(event), ensure_ascii=False, indent=2)
