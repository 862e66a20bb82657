"""Alerts in the status bar: how many fire, and the worst of them; a click shows them all."""

from typing import Final

from PySide6.QtWidgets import QWidget

from lapwing.gui.shell.status_button import StatusButton
from lapwing.gui.widgets import plain_tool_tip
from lapwing.gui.widgets.icon_label import IconLabel

_SIGN_PX: Final = 14
_MOST_PX: Final = 460


class AlertsBadge(StatusButton):
    """Hidden while nothing fires. Qt's thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="alerts_badge", most_px=_MOST_PX)
        self._sign = IconLabel("bell", "bad", _SIGN_PX, self)
        self._text.setObjectName("alerts_badge_text")
        self._put(self._sign, self._text)
        self.hide()

    def show_alerts(self, text: str, look: str, tip: str) -> None:
        """Say it in a colour (`bad`, `warning`, `dim`); an empty text hides it."""
        self._say(text)
        self._text.set_look(look)
        self._sign.set_icon("bell", "dim_text" if look == "dim" else look)
        self.setToolTip(plain_tool_tip(tip))
        self.setVisible(bool(text))
