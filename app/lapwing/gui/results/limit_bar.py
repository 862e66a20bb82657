"""What a result that is not whole says of itself, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from lapwing.gui.theme import icon
from lapwing.gui.widgets.counts import grouped

_STEP = 100_000


class LimitBar(QWidget):
    """A line below the grid.

    Signals:
        more_wanted(object): how many more rows, or None for all.
    """

    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("limit_bar")
        self.setProperty("surface", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setObjectName("limit_text")
        self._more = self._button(self.tr("Load {count} more").format(count=grouped(_STEP)), "load_more", _STEP)
        self._all = self._button(self.tr("Load all"), "load_all", None)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 3, 8, 3)
        layout.setSpacing(8)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._all)

    def _button(self, text: str, name: str, rows: int | None) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("look", "link")
        button.clicked.connect(lambda: self.more_wanted.emit(rows))
        return button

    def show_paused(self, row_count: int) -> None:
        """At the row limit, the statement open on the server."""
        self._say(
            "pause",
            "accent_text",
            self.tr("Row limit reached: {count} rows. The statement is still open on the server.").format(
                count=grouped(row_count)
            ),
            more=True,
        )

    def show_partial(self, row_count: int, reason: str) -> None:
        """Cut off for good; `reason` as in `ResultEnded`."""
        sentences = {
            "limit": self.tr("The first {count} rows; there are more."),
            "timeout": self.tr("The first {count} rows; the statement was closed after waiting."),
            "cancelled": self.tr("Incomplete: cancelled after {count} rows."),
            "quota": self.tr("Incomplete: {count} rows. The room for results is used up."),
            "disk": self.tr("Incomplete: {count} rows. The disk is full."),
            "engine": self.tr("Incomplete: {count} rows. The engine stopped."),
        }
        text = sentences.get(reason, self.tr("Incomplete: an error ended it after {count} rows."))
        quiet = reason in {"limit", "timeout"}
        self._say(
            "info" if quiet else "alert",
            "accent_text" if quiet else "warning",
            text.format(count=grouped(row_count)),
            more=quiet,
        )

    def _say(self, sign: str, color: str, text: str, *, more: bool) -> None:
        self._sign.setPixmap(icon(sign, color).pixmap(16, 16))
        self._text.setText(text)
        self._more.setVisible(more)
        self._all.setVisible(more)
        self.show()
