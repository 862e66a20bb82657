"""What a plugin answers to a menu entry, in a dialog of its own."""

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.plugins.documents import Document
from lapwing.domain.plugins.facts import DoMenuEntry, PluginDocument, SubmitForm
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.plugins.plugin_document import PluginDocumentPlace
from lapwing.gui.shell.plugins_charts import document_chart

_WIDTH_PX: Final = 680
_LEAST_PX: Final = 180
_MOST_PX: Final = 580
_FOOT_PX: Final = (10, 14)


class PluginAnswerDialog(QDialog):
    """Opened, never executed; the window can be used beside it. Qt's thread.

    Signals:
        settings_wanted(): of the plugin, which may have said that something is missing there.
    """

    settings_wanted = Signal()

    def __init__(
        self,
        client: EngineClient,
        request: DoMenuEntry,
        document: Document,
        title: str,
        parent: QWidget,
        *,
        has_settings: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("plugin_answer")
        self.setWindowTitle(visible_text(title))
        self._client = client
        self._request = request
        self.place = PluginDocumentPlace(document_chart, self, name="answer")
        self.place.show_document(document, self._submit)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setObjectName("plugin_answer_close")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, _FOOT_PX[0], 20, _FOOT_PX[1])
        if has_settings:
            foot.addWidget(self._settings_button())
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.place, 1)
        down.addLayout(foot)
        self.finished.connect(self._end)
        self.resize(_WIDTH_PX, min(max(self._wanted_px(), _LEAST_PX), _MOST_PX))

    def _settings_button(self) -> QPushButton:
        button = QPushButton(self.tr("Settings…"), self)
        button.setObjectName("plugin_answer_settings")
        button.setAutoDefault(False)
        button.clicked.connect(self.accept)
        button.clicked.connect(self.settings_wanted)
        return button

    def _wanted_px(self) -> int:
        """The height of what was answered, with what stands below it."""
        page, foot = self.place.view.widget(), self.close_button.sizeHint().height() + sum(_FOOT_PX)
        inside = page.layout() if page is not None else None
        return foot + (inside.totalHeightForWidth(_WIDTH_PX) if inside is not None else 0)

    async def _submit(self, values: dict[str, Any]) -> PluginDocument:
        asked = self._request
        request = SubmitForm(asked.plugin_id, asked.entry_id, values, asked.connection_id)
        answer = await self._client.call("plugin.form", request, PluginDocument)
        if not answer.document.parts and not answer.document.title:
            self.accept()
        return answer

    def _end(self, _result: int) -> None:
        self.place.close_place()
        self.deleteLater()
