"""What is known of the row that is chosen: a sign, a title, a sentence and facts by name."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.icon_label import IconLabel

_SIGN_PX: Final = 18
_LABEL_PX: Final = 96


class FactsPanel(QFrame):
    """Qt's thread."""

    def __init__(self, most: int, parent: QWidget, *, name: str) -> None:
        """`most` facts at once."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sign = IconLabel("info", "dim_text", _SIGN_PX, self)
        self.title = PlainLabel("", self, look="title", elide=True)
        self.sentence = PlainLabel("", self, look="dim", lines=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setMinimumWidth(1)  # a long word of a server must not widen the window
        self._facts: list[tuple[PlainLabel, PlainLabel]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _LABEL_PX)
        grid.setColumnStretch(1, 1)
        for row in range(most):
            label, fact = PlainLabel("", self, look="faint"), PlainLabel("", self, elide=True)
            grid.addWidget(label, row, 0)
            grid.addWidget(fact, row, 1)
            self._facts.append((label, fact))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 10, 16, 10)
        down.setSpacing(6)
        down.addLayout(head)
        down.addWidget(self.sentence)
        down.addLayout(grid)

    def show_facts(
        self, sign: tuple[str, str], title: str, sentence: str, facts: Sequence[tuple[str, str]], *, bad: bool = False
    ) -> None:
        """Show these; an empty sentence takes no room. `bad`: the sentence is what went wrong."""
        self.sign.set_icon(*sign)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.set_look("bad" if bad else "dim")
        self.sentence.setVisible(bool(sentence))
        for place, (label, fact) in enumerate(self._facts):
            name, text = facts[place] if place < len(facts) else ("", "")
            label.setText(name)
            fact.setText(text)
            label.setVisible(bool(name))
            fact.setVisible(bool(name))
