"""Alerts in the status bar: how many fire, and the worst of them; a click shows them all."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel, plain_tool_tip
from lapwing.gui.widgets.icon_label import IconLabel

_SIGN_PX = 14
_RADIUS_PX = 4
_MOST_PX = 460


class AlertsBadge(QAbstractButton):
    """Hidden while nothing fires. Qt's thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("alerts_badge")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(_MOST_PX)
        self._sign = IconLabel("bell", "bad", _SIGN_PX, self)
        self._text = PlainLabel("", self, elide=True)
        self._text.setObjectName("alerts_badge_text")
        across = QHBoxLayout(self)
        across.setContentsMargins(6, 0, 6, 0)
        across.setSpacing(6)
        for widget in (self._sign, self._text):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            across.addWidget(widget)
        self.hide()

    @property
    def text_shown(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text.full_text if not self.isHidden() else ""

    def show_alerts(self, text: str, look: str, tip: str) -> None:
        """Say it in a colour (`bad`, `warning`, `dim`); an empty text hides it."""
        self._text.setText(text)
        self._text.set_look(look)
        self._text.setMinimumWidth(min(_MOST_PX // 2, self._text.sizeHint().width()))
        self._sign.set_icon("bell", "dim_text" if look == "dim" else look)
        self.setAccessibleName(text)
        self.setToolTip(plain_tool_tip(tip))
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.hover)
            painter.drawRoundedRect(self.rect().adjusted(0, 2, 0, -2), _RADIUS_PX, _RADIUS_PX)
        if self.hasFocus():
            painter.setPen(colors.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 2, -1, -3), _RADIUS_PX, _RADIUS_PX)
