"""The question whether an SSH server that is not known yet is the right one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.ssh import AcceptHostKey, KeyTrust
from lapwing.gui.theme import mono_font
from lapwing.gui.widgets import PlainLabel

_WIDTH_PX = 560


class HostKeyQuestion(QDialog):
    """Shows the fingerprint; refusing is what Enter and Escape do. Opened, never executed.

    Attributes:
        answer: What the person said; None: not to believe it.
    """

    def __init__(self, error: LapwingError, parent: QWidget | None) -> None:
        """Ask about the key that a `HostKeyUnknown` is about."""
        super().__init__(parent)
        self.setObjectName("host_key_question")
        self.setWindowTitle(self.tr("Unknown SSH server"))
        self.setMinimumWidth(_WIDTH_PX)
        self.answer: AcceptHostKey | None = None
        self._facts = error.facts
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(12)
        place = self.tr("The SSH server {host}, port {port}, is not known yet.")
        place = place.format(host=error.facts.get("ssh_host", ""), port=error.facts.get("ssh_port", ""))
        down.addWidget(PlainLabel(place, lines=True))
        down.addLayout(self._key())
        advice = self.tr(
            "Compare the fingerprint with what the server's administrator tells you, not with what the network shows. "
            "Nothing was sent to the server yet."
        )
        down.addWidget(PlainLabel(advice, look="dim", lines=True))
        down.addWidget(self._buttons())

    def _key(self) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(6)
        rows.setColumnStretch(1, 1)
        shown = ((self.tr("Kind of key"), "key_type"), (self.tr("Fingerprint"), "fingerprint"))
        for number, (title, fact) in enumerate(shown):
            value = PlainLabel(str(self._facts.get(fact, "")), lines=True)
            value.setObjectName(f"host_key_{fact}")
            value.setAccessibleName(title)
            value.setFont(mono_font())
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            rows.addWidget(PlainLabel(title, look="dim"), number, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(value, number, 1)
        return rows

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        remember = self._button(self.tr("Remember and connect"), "host_key_remember", KeyTrust.REMEMBERED)
        once = self._button(self.tr("Only this time"), "host_key_once", KeyTrust.ONCE)
        refuse = QPushButton(self.tr("Refuse"))
        refuse.setObjectName("host_key_refuse")
        buttons.addButton(remember, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(once, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(refuse, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        refuse.setDefault(True)
        refuse.setFocus()
        return buttons

    def _button(self, text: str, name: str, trust: KeyTrust) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._accept(trust))
        return button

    def _accept(self, trust: KeyTrust) -> None:
        facts = self._facts
        host, port = str(facts.get("ssh_host", "")), int(facts.get("ssh_port") or 0)
        self.answer = AcceptHostKey(host, port, str(facts.get("public_key", "")), trust)
        self.accept()
