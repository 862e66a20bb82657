"""The SQL of staged changes, exactly as it will run: looked at, or confirmed before it is run."""

import asyncio
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.counts import with_grouped
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order
from lapwing.sql.dialect import Dialect

_SIZE: Final = (820, 480)


class ChangesDialog(QDialog):
    """Shows statements in a read-only editor."""

    def __init__(self, statements: Sequence[str], dialect: Dialect, caution: str, parent: QWidget) -> None:
        """Show statements.

        Args:
            statements: In the order in which they run.
            dialect: Of their server.
            caution: Why they are shown before they run, in a sentence; empty when they were only asked for.
            parent: Over what it opens.
        """
        super().__init__(parent)
        self.setObjectName("changes_dialog")
        self.setWindowTitle(self.tr("Changes as SQL"))
        self.resize(*_SIZE)
        self.is_confirmed = False
        self.code = CodeView(self, name="changes_code")
        self.code.setReadOnly(True)
        self.code.set_dialect(dialect)
        self.code.set_text("\n".join(f"{sql};" for sql in statements))
        self._caution = caution
        count = len(statements)
        words = with_grouped(self.tr("%n statement(s), in one transaction", "", count), count)
        self.said = PlainLabel(caution or words, self, look="" if caution else "dim", lines=True)
        self.said.setObjectName("changes_said")
        self.save_button = self._button(self.tr("Make these changes"), "changes_save")
        self.copy_button = self._button(self.tr("Copy"), "changes_copy")
        self.close_button = self._button(self.tr("Cancel") if caution else self.tr("Close"), "changes_close")
        self.close_button.setDefault(True)
        self._lay_out()
        put_in_reading_order(self)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        if self._caution:
            above.addWidget(IconLabel("alert", "bad", 16, self))
        above.addWidget(self.said, 1)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.copy_button)
        across.addStretch(1)
        across.addWidget(self.close_button)
        across.addWidget(self.save_button)
        self.save_button.setVisible(bool(self._caution))
        self.save_button.clicked.connect(self._confirm)
        self.close_button.clicked.connect(self.reject)
        self.copy_button.clicked.connect(self._copy)
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 14, 14, 12)
        down.setSpacing(12)
        down.addLayout(above)
        down.addWidget(self.code, 1)
        down.addLayout(across)

    def _confirm(self) -> None:
        self.is_confirmed = True
        self.accept()

    def _copy(self) -> None:
        self.code.selectAll()
        self.code.copy()


async def show_changes(statements: Sequence[str], dialect: Dialect, parent: QWidget, *, caution: str = "") -> bool:
    """Show statements and wait until the dialog closes; whether running them was confirmed."""
    dialog = ChangesDialog(statements, dialect, caution, parent)
    closed: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def finish(_code: int) -> None:
        if not closed.done():
            closed.set_result(dialog.is_confirmed)

    dialog.finished.connect(finish)
    dialog.open()
    try:
        return await closed
    finally:
        dialog.deleteLater()
