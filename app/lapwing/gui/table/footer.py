"""The line below a table's rows: how many are there and may be, what is staged, why nothing can be edited."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lapwing.gui.widgets import PlainLabel, plain_tool_tip
from lapwing.gui.widgets.counts import grouped, with_grouped
from lapwing.gui.widgets.icon_label import IconLabel

_HEIGHT_PX: Final = 30
_NOTE_MS: Final = 8_000
_STEPS: Final = ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"))


def about(number: int) -> str:
    """A number that is not exact, in three figures at most: 1.3 M."""
    for size, letter in _STEPS:
        if number >= size:
            short = f"{number / size:.1f}" if number < 10 * size else f"{number / size:.0f}"
            return f"{short.removesuffix('.0')}\u202f{letter}"
    return str(number)


class TableFooter(QWidget):
    """Plain words and one button. Qt's thread.

    Signals:
        count_wanted(): The rows are to be counted exactly.
        count_cancelled(): The count is to end.
    """

    count_wanted = Signal()
    count_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_footer")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT_PX)
        self.rows = self._label("table_rows_loaded", "dim")
        self.estimate = self._label("table_estimate", "faint")
        self.count_button = QPushButton(self.tr("Count exactly"), self)
        self.count_button.setObjectName("table_count")
        self.count_button.setProperty("look", "link")
        self.count_button.clicked.connect(self._count_clicked)
        self.lock = IconLabel("lock", "warning", 14, self)
        self.lock.setObjectName("table_lock")
        self.reason = PlainLabel("", self, look="dim", elide=True)
        self.reason.setObjectName("table_read_only_reason")
        self.note = PlainLabel("", self, elide=True)
        self.note.setObjectName("table_note")
        self.staged = self._label("table_staged", "")
        self._is_counting = False
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_NOTE_MS)
        self._passing.timeout.connect(lambda: self.note.setText(""))
        self._lay_out()
        self.show_reason("")

    def _label(self, name: str, look: str) -> PlainLabel:
        label = PlainLabel("", self, look=look)
        label.setObjectName(name)
        return label

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 0, 12, 0)
        across.setSpacing(6)
        across.addWidget(self.rows)
        across.addWidget(self.estimate)
        across.addWidget(self.count_button)
        across.addSpacing(4)
        across.addWidget(self.lock)
        across.addWidget(self.reason, 1)
        across.addStretch(0)
        across.addWidget(self.note)
        across.addSpacing(8)
        across.addWidget(self.staged)

    def show_rows(self, loaded: int, *, is_all: bool, is_loading: bool) -> None:
        """How many rows are there, and whether these are all."""
        text = with_grouped(self.tr("%n row(s) loaded", "", loaded), loaded)
        if not (loaded or is_all or is_loading):
            text = ""
        elif is_all:
            text = with_grouped(self.tr("%n row(s), all of them", "", loaded), loaded)
        elif is_loading:
            text = self.tr("{rows}, loading…").format(rows=text)
        self.rows.setText(text)

    def show_total(self, exact: int | None, estimate: int | None) -> None:
        """How many rows there are: counted, or as the server's catalogue guesses; both None: not known."""
        if exact is not None:
            text = self.tr("of {count}").format(count=grouped(exact))
            tip = self.tr("Counted when it was asked for.")
        elif estimate is not None:
            text = self.tr("of ≈ {count}").format(count=about(estimate))
            tip = self.tr("About as many as the server's catalogue says; nothing was counted.")
        else:
            text = tip = ""
        self.estimate.setText(f"· {text}" if text else "")
        self.estimate.setToolTip(plain_tool_tip(tip))

    def show_counting(self, *, is_counting: bool, is_useful: bool) -> None:
        """Offer to count, or to end a count; nothing where the number is known anyway."""
        self._is_counting = is_counting
        text = self.tr("Stop counting") if is_counting else self.tr("Count exactly")
        self.count_button.setText(text)
        self.count_button.setVisible(is_counting or is_useful)

    def _count_clicked(self) -> None:
        (self.count_cancelled if self._is_counting else self.count_wanted).emit()

    def show_reason(self, reason: str) -> None:
        """Why nothing can be edited; empty: it can."""
        self.lock.setVisible(bool(reason))
        self.lock.setAccessibleName(reason)
        self.lock.setToolTip(plain_tool_tip(reason))
        self.reason.setText(reason)

    def say(self, text: str, look: str) -> None:
        """Something that goes by itself: `good`, `warning` or `dim`."""
        self.note.set_look(look)
        self.note.setText(text)
        self.note.setToolTip(plain_tool_tip(text))
        self._passing.start()

    def show_staged(self, inserts: int, updates: int, deletes: int) -> None:
        """How many rows are to change, and how."""
        kinds = [
            self.tr("%n insert(s)", "", inserts) if inserts else "",
            self.tr("%n update(s)", "", updates) if updates else "",
            self.tr("%n delete(s)", "", deletes) if deletes else "",
        ]
        total = inserts + updates + deletes
        changes = self.tr("%n change(s) not saved", "", total)
        self.staged.setText(f"{changes}: {', '.join(filter(None, kinds))}" if total else "")
