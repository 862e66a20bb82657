"""A choice of colour: those of the theme, or one of one's own, with what it looks like beside it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QWidget

from lapwing.domain.environments import is_color
from lapwing.gui.connections.fields import Field
from lapwing.gui.widgets import PillCombo, PlainLabel, StatusDot, ToolButton

_OWN = "own"
_FIRST = "#8855cc"
_HEX_PX = 92


class ColorChoice(QWidget):
    """Names of the theme's colours, and a field for `#rrggbb` where a person wants another one. Qt's thread.

    Signals:
        changed(): Another colour.
    """

    changed = Signal()

    def __init__(self, label: str, usual: str, *, name: str) -> None:
        """`usual` says what no colour means; where it is empty, a colour has to be chosen."""
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.box = PillCombo(label, self, name=name)
        if usual:
            self.box.add_entry(usual, "")
        for text, token in (
            (self.tr("Blue"), "accent_text"),
            (self.tr("Green"), "good"),
            (self.tr("Yellow"), "warning"),
            (self.tr("Red"), "bad"),
        ):
            self.box.add_entry(text, token, dot=token)
        self.box.add_entry(self.tr("Another…"), _OWN)
        self.hex = Field(self.tr("Colour as #rrggbb"), name=f"{name}_hex", hint="#rrggbb")
        self.hex.setMaxLength(7)
        self.hex.setFixedWidth(_HEX_PX)
        self.pick = ToolButton("edit", "", self, name=f"{name}_pick", tip=self.tr("Choose a colour"), color="dim_text")
        self.dot = StatusDot("accent_text", "", self, name=f"{name}_dot")
        self.wrong = PlainLabel("", self, look="faint")
        self.setFocusProxy(self.box)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        for widget in (self.box, self.hex, self.pick, self.dot, self.wrong):
            across.addWidget(widget)
        across.addStretch(1)
        self.box.activated.connect(lambda _row: self._box_chosen())
        self.hex.textChanged.connect(lambda _text: self._chosen())
        self.pick.clicked.connect(self._pick)
        self._show()

    def color(self) -> str:
        """A token, `#rrggbb`, or empty."""
        value = str(self.box.currentData())
        return self.hex.text().strip().lower() if value == _OWN else value

    @property
    def is_valid(self) -> bool:
        """Whether a colour was chosen, or none where none is needed."""
        is_own = self.box.currentData() == _OWN
        return is_color(self.color()) if is_own else True

    def show_color(self, color: str) -> None:
        """Show a colour, without telling that somebody chose."""
        with QSignalBlocker(self):
            own = color.startswith("#")
            self.hex.show_text(color if own else "")
            self.box.choose(_OWN if own else color)
            self._show()

    def _box_chosen(self) -> None:
        if self.box.currentData() == _OWN and not self.hex.text():
            self.hex.show_text(_FIRST)
        self._chosen()

    def _chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_own = self.box.currentData() == _OWN
        self.hex.setVisible(is_own)
        self.pick.setVisible(is_own)
        self.dot.setVisible(is_own and self.is_valid)
        self.wrong.setVisible(is_own and not self.is_valid)
        self.wrong.setText(self.tr("# and six digits"))
        if self.is_valid and self.color():
            self.dot.set_state(self.color(), self.tr("What it looks like"))

    def _pick(self) -> None:
        dialog = QColorDialog(QColor(self.color() if self.is_valid else _FIRST), self)
        dialog.setObjectName(f"{self.box.objectName()}_dialog")
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda chosen: self.hex.setText(chosen.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
