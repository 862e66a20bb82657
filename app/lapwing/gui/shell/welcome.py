"""The first page a person sees: what Lapwing is, and three ways to begin."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lapwing.gui.actions import ACTIONS, shortcut_text
from lapwing.gui.shell.welcome_parts import Card, KeyCaps, RecentFile, RecentRow, tip_row
from lapwing.gui.theme import Theme, application_icon, ui_font
from lapwing.gui.widgets import PlainLabel

_WIDTH_PX: Final = 760
_NARROW_PX: Final = 640
"""Below this width columns stand under each other."""
_SIGN_PX: Final = 64
_MOST_RECENT: Final = 6
_MOST_USED: Final = 4
_TIPS: Final = ("query.run", "palette.open", "editor.open", "query.cancel", "pane.focus_next")
_SQL: Final = frozenset({".sql", ".ddl", ".dml", ".txt"})


UsedBefore = tuple[str, str, str, str]
"""A connection that was used before: its id, its name, where it leads, its colour."""


class WelcomePage(QScrollArea):
    """Never empty, and scrolls where the window is small. GUI thread.

    Signals:
        sample_wanted: The sample database is to be made and opened.
        connection_wanted: A connection is to be made.
        file_wanted: A SQLite file is to be chosen.
        recent_wanted(str): A file that was open before; its path.
        used_wanted(str): A connection that was used before; its id.
    """

    sample_wanted = Signal()
    connection_wanted = Signal()
    file_wanted = Signal()
    recent_wanted = Signal(str)
    used_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Welcome"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sample = Card(
            "sample",
            self.tr("Open the sample database"),
            self.tr("A company with orders, stock and weather, made in seconds. Try anything on it."),
            name="welcome.sample",
        )
        self._connection = Card(
            "connect",
            self.tr("New connection…"),
            self.tr("PostgreSQL, MySQL, MariaDB, and whatever SQLAlchemy speaks. Paste any connection string."),
            name="welcome.connection",
        )
        self._file = Card(
            "folder-open",
            self.tr("Open a SQLite file…"),
            self.tr("Look into any database you have. Nothing in it is changed before you say so."),
            name="welcome.file",
        )
        self._sample.clicked.connect(self.sample_wanted)
        self._connection.clicked.connect(self.connection_wanted)
        self._file.clicked.connect(self.file_wanted)
        self._recent = QWidget()
        self._recent_rows = QVBoxLayout(self._recent)
        self._paths: Sequence[str] = ()
        self._used: Sequence[UsedBefore] = ()
        self._lay_out()
        self.set_recent(())

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setProperty("surface", "background")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QWidget()
        page.setMaximumWidth(_WIDTH_PX)
        down = QVBoxLayout(page)
        down.setContentsMargins(24, 32, 24, 24)
        down.setSpacing(0)
        down.addLayout(self._heading())
        down.addSpacing(28)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(10)
        self._cards.addWidget(self._sample)
        self._cards.addWidget(self._connection)
        self._cards.addWidget(self._file)
        down.addLayout(self._cards)
        down.addSpacing(28)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(self._recent, 1)
        self._columns.addWidget(self._tips(), 1)
        down.addLayout(self._columns)
        down.addSpacing(24)
        down.addWidget(_DropHint(self.tr("Drop SQLite and SQL files anywhere in this window to open them.")))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(page, 100)
        across.addStretch(1)
        around = QVBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(2)
        around.addLayout(across)
        around.addStretch(3)
        self.setWidget(ground)

    def _heading(self) -> QHBoxLayout:
        sign = QLabel()
        sign.setObjectName("welcome.sign")
        sign.setPixmap(application_icon().pixmap(_SIGN_PX, _SIGN_PX))
        title = PlainLabel("Lapwing")
        title.setFont(ui_font(26, title.font().Weight.DemiBold))
        title.setObjectName("welcome.title")
        line = PlainLabel(
            self.tr("A workbench for databases: look around, ask, and scroll through millions of rows."),
            look="dim",
            lines=True,
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(line)
        words.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(18)
        across.addWidget(sign)
        across.addLayout(words, 1)
        return across

    def _tips(self) -> QWidget:
        tips = QWidget()
        down = QVBoxLayout(tips)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addWidget(self._section(self.tr("Good to know")))
        caps = [KeyCaps(shortcut_text(ACTIONS[tip]), name=f"welcome.keys.{tip}") for tip in _TIPS]
        widest = max(keys.width() for keys in caps)
        for keys, tip in zip(caps, _TIPS, strict=True):
            down.addLayout(tip_row(keys, PlainLabel(ACTIONS[tip].shown_tip(), lines=True), widest))
        down.addStretch(1)
        return tips

    @staticmethod
    def _section(text: str) -> PlainLabel:
        label = PlainLabel(text.upper(), look="heading")
        label.setContentsMargins(0, 0, 0, 4)
        return label

    def set_recent(self, paths: Sequence[str]) -> None:
        """Offer files that were open before, the last one first; the section is hidden without any."""
        self._paths = paths
        self._show_recent()

    def set_used(self, used: Sequence[UsedBefore]) -> None:
        """The same of connections."""
        self._used = used
        self._show_recent()

    def _show_recent(self) -> None:
        while (item := self._recent_rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._recent_rows.setContentsMargins(0, 0, 0, 0)
        self._recent_rows.setSpacing(2)
        if self._used:
            self._recent_rows.addWidget(self._section(self.tr("Connections used last")))
        for number, (key, title, place, color) in enumerate(self._used[:_MOST_USED]):
            used = RecentRow(key, title, place, "filled-dot", color, name=f"welcome.used.{number}")
            used.wanted.connect(self.used_wanted)
            self._recent_rows.addWidget(used)
        if self._used and self._paths:
            self._recent_rows.addSpacing(16)
        if self._paths:
            self._recent_rows.addWidget(self._section(self.tr("Recent files")))
        for number, path in enumerate(self._paths[:_MOST_RECENT]):
            drawing = "file-code" if Path(path).suffix.lower() in _SQL else "database"
            row = RecentFile(path, drawing, name=f"welcome.recent.{number}")
            row.wanted.connect(self.recent_wanted)
            self._recent_rows.addWidget(row)
        self._recent_rows.addStretch(1)
        self._recent.setVisible(bool(self._paths or self._used))

    def show_sample_progress(self, done: float | None) -> None:
        """Show how much of the sample database is made, 0 to 1; None when it is not being made."""
        text = self.tr("Making it: {percent} %").format(percent=round(done * 100)) if done is not None else ""
        self._sample.show_progress(done, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < _NARROW_PX
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class _DropHint(QWidget):
    """A dashed line around a sentence."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("welcome.drop_hint")
        self.setMinimumHeight(52)
        label = PlainLabel(text, look="dim", lines=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        down = QVBoxLayout(self)
        down.addWidget(label)
        Theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Theme.current().colors.line, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)
