"""The line above the sessions: who waits for whom, what is missing, and how many there are."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lapwing.domain.monitoring.blocking import Blocking
from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.widgets import PlainLabel


class SessionsLine(QWidget):
    """Qt's thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "background")
        self.summary = PlainLabel("", self, look="dim", elide=True)
        self.summary.setObjectName("sessions_summary")
        self.note = PlainLabel("", self, look="faint", elide=True)
        self.note.setObjectName("sessions_note")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it gives way to the rest
        self.count = PlainLabel("", self, look="faint")
        self.count.setObjectName("sessions_count")
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 0, 12, 6)
        across.setSpacing(16)
        across.addWidget(self.summary)
        across.addWidget(self.note, 1)
        across.addWidget(self.count)

    def show_blocking(self, blocking: Blocking | None, note: str) -> None:
        """Who waits, and in a quiet voice what could not be read; None: nothing is known yet."""
        words = "" if blocking is None else texts.blocking_text(blocking)
        self.summary.setText(words or ("" if blocking is None else self.tr("Nobody waits for another session.")))
        self.summary.set_look("bad" if words else "dim")
        self.note.setText(note)

    def show_count(self, shown: int, total: int | None) -> None:
        """How many of all sessions are shown; None: nothing is known yet."""
        words = "" if total is None else self.tr("%n session(s)", "", total)
        if total is not None and shown < total:
            words = self.tr("{shown} of {all}").replace("{shown}", str(shown)).replace("{all}", words)
        self.count.setText(words)
