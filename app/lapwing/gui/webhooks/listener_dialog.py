"""The dialog of the listener: where it listens, and how much it takes and keeps."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from lapwing.domain.webhooks.incoming import OUTSIDE, ConfigureListener, ListenerSettings, ListenerStatus
from lapwing.gui.client import EngineClient
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.form_dialog import FormDialog
from lapwing.gui.widgets.form_rows import Line
from lapwing.gui.widgets.reading_order import put_in_reading_order

_NUMBER_PX: Final = 96
_MOST: Final = 100_000


class ListenerDialog(FormDialog):
    """Qt's thread.

    Signals:
        kept(): the settings were saved.
    """

    kept = Signal()

    def __init__(self, client: EngineClient, settings: ListenerSettings, parent: QWidget) -> None:
        super().__init__(client, "", parent, name="webhook_listener", width_px=620)
        self.setWindowTitle(self.tr("Webhook listener"))
        self._settings = settings
        self.address = Line(self.tr("Address"), name="webhook_listener_address", text=settings.address)
        self.port = self._number(self.tr("Port"), "port", settings.port, 65_535)
        self.hosts = Line(
            self.tr("Host names"),
            name="webhook_listener_hosts",
            hint=self.tr("of a proxy or tunnel before it, with commas between"),
            text=", ".join(settings.hosts),
        )
        self.rate = self._number(self.tr("Messages a second"), "most_per_s", settings.most_per_s, _MOST)
        self.days = self._number(self.tr("Keep for days"), "keep_days", settings.keep_days, 3_650)
        self.megabytes = self._number(self.tr("Keep megabytes"), "keep_mb", settings.keep_mb, _MOST)
        self.warning = PlainLabel(words.warning_text(OUTSIDE), self, look="warning", lines=True)
        self.rows.add(self.tr("Address"), self.address, self.port)
        self.rows.add("", self.warning)
        self.rows.add(self.tr("Host names"), self.hosts)
        self.rows.add(self.tr("Messages a second"), self.rate)
        self.rows.add(self.tr("Keep for days"), self.days)
        self.rows.add(self.tr("Keep megabytes"), self.megabytes)
        self.cancel_button = self.button(self.tr("Cancel"), "webhook_listener_cancel")
        self.save_button = self.button(self.tr("Save"), "webhook_listener_save", default=True)
        self.lay_out((), (self.cancel_button, self.save_button))
        put_in_reading_order(self)
        self.address.textChanged.connect(lambda _text: self._show_warning())
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(lambda: self.start(self._save()))
        self._show_warning()

    def _number(self, label: str, field: str, value: int, most: int) -> Line:
        made = Line(label, name=f"webhook_listener_{field}", text=str(value))
        made.setValidator(QIntValidator(0, most, made))
        made.setFixedWidth(_NUMBER_PX)
        return made

    def _show_warning(self) -> None:
        settings = replace(self._settings, address=self.address.text().strip())
        self.warning.setVisible(not settings.is_local and not settings.problem()[1])
        self.grow()

    def asked(self) -> ListenerSettings:
        """The settings as they stand in the fields."""
        return replace(
            self._settings,
            address=self.address.text().strip(),
            port=int(self.port.text() or 0),
            hosts=tuple(each.strip() for each in self.hosts.text().split(",") if each.strip()),
            most_per_s=int(self.rate.text() or 0),
            keep_days=int(self.days.text() or 0),
            keep_mb=int(self.megabytes.text() or 0),
        )

    async def _save(self) -> None:
        self.save_button.setEnabled(False)
        try:
            await self.client.call("listener.configure", ConfigureListener(self.asked()), ListenerStatus)
        finally:
            self.save_button.setEnabled(True)
        self.kept.emit()
        self.accept()
