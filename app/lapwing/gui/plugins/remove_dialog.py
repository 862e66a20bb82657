"""The question before a plugin is removed, and what becomes of what it kept."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.plugins.facts import PluginFacts
from lapwing.domain.visible import visible_text
from lapwing.gui.widgets import PlainLabel

_WIDTH_PX: Final = 480
_LONGEST: Final = 200


class RemoveDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        agreed(bool): it is to be removed; whether what it kept stays.
    """

    agreed = Signal(bool)

    def __init__(self, facts: PluginFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("remove_plugin")
        self.setWindowTitle(self.tr("Remove plugin"))
        self.setFixedWidth(_WIDTH_PX)
        name = visible_text(facts.manifest.name[:_LONGEST])
        self.keep_data = QCheckBox(self.tr("Keep its settings and files for the next time"), self)
        self.keep_data.setObjectName("remove_keep_data")
        self.keep_data.setChecked(True)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setObjectName("remove_cancel")
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.setObjectName("remove_do")
        self.remove_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.remove_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(12)
        down.addWidget(PlainLabel(self.tr("Remove {name}?").replace("{name}", name), self, look="title", lines=True))
        told = self.tr("It is stopped, and its code is deleted. It can be installed again from where you had it.")
        down.addWidget(PlainLabel(told, self, lines=True))
        if facts.needed_by:
            others = ", ".join(visible_text(each[:_LONGEST]) for each in facts.needed_by)
            text = self.tr("It is needed by {list}. Disable or remove those first.").replace("{list}", others)
            down.addWidget(PlainLabel(text, self, look="warning", lines=True))
            self.remove_button.setEnabled(False)
        down.addWidget(self.keep_data)
        text = self.tr("Otherwise its settings, its files, its log and its secrets in the vault are deleted.")
        down.addWidget(PlainLabel(text, self, look="dim", lines=True))
        down.addSpacing(4)
        down.addLayout(buttons)
        self.cancel_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._agree)

    def _agree(self) -> None:
        self.agreed.emit(self.keep_data.isChecked())
        self.accept()
