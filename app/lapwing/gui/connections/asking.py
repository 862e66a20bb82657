"""Asking the person for a password or a passphrase that an operation lacked."""

import asyncio
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError, PasswordNeeded
from lapwing.domain.secret_errors import SecretsFileMissing
from lapwing.domain.secrets import SSH_KEY, TLS_KEY, GiveSecret, Secret, UnlockSecrets
from lapwing.domain.ssh_errors import HostKeyUnknown
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.fields import Field
from lapwing.gui.connections.ssh_question import HostKeyQuestion
from lapwing.gui.i18n import error_text, error_texts
from lapwing.gui.widgets import PlainLabel

_WIDTH_PX: Final = 420


class SecretPrompt(QDialog):
    """One field that shows nothing of what is typed, and what it is for. Opened, never executed."""

    def __init__(self, title: str, sentence: str, detail: str, *, twice: bool, parent: QWidget | None) -> None:
        """Ask for it once, or `twice` where it is chosen now and nobody could correct it later."""
        super().__init__(parent)
        self.setObjectName("secret_prompt")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH_PX)
        self.first = Field(title, name="secret_first", secret=True)
        self.second = Field(self.tr("Once more"), name="secret_second", secret=True, hint=self.tr("Once more"))
        self.second.setVisible(twice)
        self._twice = twice
        self.trouble = PlainLabel("", lines=True)
        self.trouble.setObjectName("secret_trouble")
        self.trouble.hide()
        buttons = QDialogButtonBox()
        self.accept_button = QPushButton(self.tr("OK"))
        self.accept_button.setObjectName("secret_accept")
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("secret_cancel")
        cancel.setAutoDefault(False)
        self.accept_button.setDefault(True)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(10)
        down.addWidget(PlainLabel(sentence, lines=True))
        if detail:
            down.addWidget(PlainLabel(detail, look="dim", lines=True))
        for widget in (self.first, self.second, self.trouble, buttons):
            down.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for field in (self.first, self.second):
            field.textChanged.connect(lambda _text: self._look())
        self._look()
        self.first.setFocus()

    def _look(self) -> None:
        same = not self._twice or self.first.text() == self.second.text()
        self.accept_button.setEnabled(bool(self.first.text()) and same)

    def say(self, text: str) -> None:
        """Why what was typed last was not right."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))


class SecretAsker(QObject):
    """What `EngineClient.unlock` calls. Several operations that lack the same secret are answered by one question.

    Qt's thread.
    """

    def __init__(self, client: EngineClient, window: Callable[[], QWidget | None]) -> None:
        """Ask above the window that `window` gives."""
        super().__init__(client)
        self._client = client
        self._window = window
        self._asking: dict[str, asyncio.Task[bool]] = {}

    async def __call__(self, error: LapwingError) -> bool:
        """Ask for what is missing and give it to the engine; False when the person would not say."""
        about = ("connection_id", "purpose", "fingerprint")
        key = " ".join([error.code, *(str(error.facts.get(name, "")) for name in about)])
        asking = self._asking.get(key)
        if asking is None:
            asking = asyncio.ensure_future(self._ask(error))
            self._asking[key] = asking
            asking.add_done_callback(lambda _done: self._asking.pop(key, None))
        return await asyncio.shield(asking)

    async def _ask(self, error: LapwingError) -> bool:
        if isinstance(error, HostKeyUnknown):
            return await self._ask_about_key(error)
        sentence, step = (*error_texts(error), "", "")[:2]
        is_new = isinstance(error, SecretsFileMissing)
        is_password = isinstance(error, PasswordNeeded) and error.facts.get("purpose") not in {TLS_KEY, SSH_KEY}
        title = self.tr("Password") if is_password else self.tr("Passphrase")
        prompt = SecretPrompt(title, sentence, step, twice=is_new, parent=self._window())
        try:
            while await _answered(prompt):
                try:
                    await self._give(error, Secret(prompt.first.text()))
                except LapwingError as refused:
                    prompt.first.clear()
                    prompt.second.clear()
                    prompt.say(error_text(refused))
                else:
                    return True
            return False
        finally:
            prompt.deleteLater()

    async def _ask_about_key(self, error: HostKeyUnknown) -> bool:
        question = HostKeyQuestion(error, self._window())
        try:
            if not await _answered(question) or question.answer is None:
                return False
            await self._client.call("ssh.accept_host_key", question.answer)
            return True
        finally:
            question.deleteLater()

    async def _give(self, error: LapwingError, secret: Secret) -> None:
        if isinstance(error, PasswordNeeded):
            connection_id, purpose = str(error.facts["connection_id"]), str(error.facts["purpose"])
            await self._client.call("secret.give", GiveSecret(connection_id, purpose, secret))
        else:
            request = UnlockSecrets(secret, create=isinstance(error, SecretsFileMissing))
            await self._client.call("secret.unlock", request)


async def _answered(prompt: QDialog) -> bool:
    """Show a dialog and wait; whether it was accepted."""
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finish(code: int) -> None:
        if not done.done():
            done.set_result(code)

    connection = prompt.finished.connect(finish)
    prompt.setWindowModality(Qt.WindowModality.WindowModal)
    prompt.open()
    try:
        return await done == QDialog.DialogCode.Accepted
    finally:
        prompt.finished.disconnect(connection)
