"""A secret that is shown to a person, to be entered in another program."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.secrets import Secret
from lapwing.gui.theme import mono_font
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order


class SecretDialog(QDialog):
    """Opened, never executed. Qt's thread."""

    def __init__(self, title: str, sentence: str, secret: Secret, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("webhook_secret")
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self._secret = secret
        told = PlainLabel(sentence, self, look="dim", lines=True)
        self.field = QLineEdit(secret.reveal(), self)
        self.field.setObjectName("webhook_secret_text")
        self.field.setAccessibleName(self.tr("Secret"))
        self.field.setReadOnly(True)
        self.field.setFont(mono_font())
        self.field.setCursorPosition(0)
        self.done_label = PlainLabel("", self, look="dim", elide=True)
        self.copy_button = self._button(self.tr("Copy"), "webhook_secret_copy")
        self.close_button = self._button(self.tr("Close"), "webhook_secret_close")
        self.copy_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.done_label, 1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.copy_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(16)
        down.addWidget(told)
        down.addWidget(self.field)
        down.addLayout(buttons)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(self._end)
        put_in_reading_order(self)
        self.copy_button.setFocus()

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._secret.reveal())
        self.done_label.setText(self.tr("It is on the clipboard."))

    def _end(self, _result: int) -> None:
        self.field.clear()
        self.deleteLater()
