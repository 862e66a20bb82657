"""A key is trusted: its public half, or a file of it, and what the person calls it."""

import base64
import binascii
import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.gui.theme import give_font, mono_font
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.form_rows import LabelledRows, Line
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 560
_LONGEST: Final = 1_000
_KEY_BYTES: Final = 32


def fingerprint(public: str) -> str:
    """`SHA256:` and the hash of a public key in base64; empty: it is none."""
    try:
        raw = base64.b64decode(public.strip(), validate=True)
    except (binascii.Error, ValueError):
        return ""
    if len(raw) != _KEY_BYTES:
        return ""
    return f"SHA256:{base64.b64encode(hashlib.sha256(raw).digest()).rstrip(b'=').decode()}"


class AddKeyDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        agreed(str, str): the public key in base64, and its name.
    """

    agreed = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("add_key")
        self.setWindowTitle(self.tr("Add key"))
        self.setFixedWidth(_WIDTH_PX)
        hint = self.tr("what a .pub file holds")
        self.key = Line(self.tr("Public key"), name="add_key_public", hint=hint)
        self.key.setMaxLength(_LONGEST)
        self.name = Line(self.tr("Name"), name="add_key_name", hint=self.tr("whose key it is"))
        self.file_button = self._button(self.tr("Open…"), "add_key_file")
        self.cancel_button = self._button(self.tr("Cancel"), "add_key_cancel")
        self.add_button = self._button(self.tr("Trust"), "add_key_do")
        self.print = PlainLabel("", self, lines=True)
        self.print.setObjectName("add_key_fingerprint")
        give_font(self.print, mono_font(13))
        self._lay_out()
        put_in_reading_order(self)
        self.key.textChanged.connect(lambda _text: self._check())
        self.name.textChanged.connect(lambda _text: self._check())
        self.file_button.clicked.connect(self._choose)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self._agree)
        self.finished.connect(self.deleteLater)
        self._check()

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        rows = LabelledRows()
        rows.add(self.tr("Public key"), self.key, self.file_button)
        rows.add(self.tr("Fingerprint"), self.print)
        rows.add(self.tr("Name"), self.name)
        text = self.tr(
            "What this key signs counts as signed from now on. Take it only from who it belongs to, or compare its "
            "fingerprint with them."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(14)
        down.addWidget(PlainLabel(text, self, look="dim", lines=True))
        down.addLayout(rows)
        down.addLayout(buttons)

    def _check(self) -> None:
        """Say what the key is, and offer it where it is whole and has a name."""
        text = self.key.text()
        found = fingerprint(text)
        none = self.tr("This is no ed25519 key in base64.") if text.strip() else "–"
        self.print.setText(found or none)
        self.print.set_look("" if found else "warning" if text.strip() else "dim")
        is_whole = bool(found and self.name.text().strip())
        self.add_button.setEnabled(is_whole)
        (self.add_button if is_whole else self.cancel_button).setDefault(True)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Open key"), str(Path.home()), self.tr("Public keys (*.pub)"))
        dialog.setObjectName("add_key_choose")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Take what a file holds."""
        try:
            with open(path, "rb") as file:
                text = file.read(_LONGEST).decode("ascii", "replace").strip()
        except OSError as error:
            text = error.strerror or str(error)
        self.key.setText(text.replace("\n", " "))
        if not self.name.text():
            self.name.setText(Path(path).name.removesuffix(".pub").removesuffix(".pem"))

    def _agree(self) -> None:
        self.agreed.emit(self.key.text().strip(), self.name.text().strip())
        self.accept()
