"""All about what is chosen in a list of sources or keys: a title, what is wrong, buttons, what is known."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.plugins.detail_head import DetailHead
from lapwing.gui.plugins.document_parts import KeyValues
from lapwing.gui.plugins.plugin_detail import scrolled
from lapwing.gui.widgets import Banner, Level, PlainLabel
from lapwing.gui.widgets.icon_label import IconLabel

_EDGE_PX: Final = 20
_LONGEST: Final = 2_000


class FactsDetail(QWidget):
    """Shows one thing after the other; all texts are plain. Qt's thread.

    Attributes:
        banner: What is wrong.
    """

    def __init__(self, drawing: str, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts: KeyValues | None = None
        self._title = PlainLabel("", self, look="title", elide=True)
        self._below = PlainLabel("", self, look="dim", elide=True)
        self._told = PlainLabel("", self, lines=True)
        self.banner = Banner(self, name=f"{name}_banner", closable=False)
        sign = IconLabel(drawing, "accent_text", 28, self)
        self._head = DetailHead(sign, self._title, self._below, self, bottom_px=12)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QWidget(self)
        line.setProperty("look", "line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setFixedHeight(1)
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(_EDGE_PX, 16, _EDGE_PX, 16)
        inside.setSpacing(14)
        inside.addWidget(self._told)
        self._place = QVBoxLayout()
        inside.addLayout(self._place)
        inside.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addWidget(line)
        down.addWidget(self.banner)
        down.addWidget(scrolled(page, self), 1)

    def add_button(self, text: str, *, name: str, primary: bool = False) -> QPushButton:
        """A button at the right of the title."""
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        if primary:
            made.setProperty("primary", "true")
        self._head.add_button(made)
        return made

    def show_facts(
        self, title: str, below: str, sentence: str, facts: Sequence[tuple[str, str]], trouble: str = ""
    ) -> None:
        """Say this; facts without a value are left out."""
        self._title.setText(title[:_LONGEST])
        self._below.setText(visible_text(below[:_LONGEST]))
        self._head.place_buttons()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if not trouble:
            self.banner.clear()
        elif trouble != self.banner.text:
            self.banner.say(Level.WARNING, trouble)
        if self._facts is not None:
            self._place.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = KeyValues(tuple((name, value[:_LONGEST]) for name, value in facts if value), self)
        self._place.addWidget(self._facts)
