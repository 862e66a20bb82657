"""Questions put to the person: opened, never executed, answered by awaiting."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QPushButton, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.visible import visible_text


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be given."""

    id: str
    text: str
    role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.ActionRole


async def ask(
    parent: QWidget,
    title: str,
    text: str,
    detail: str,
    choices: Sequence[Choice],
    *,
    default: str,
    escape: str,
    option: QCheckBox | None = None,
) -> str:
    """Ask and wait; returns the id of the choice made. Texts are shown as plain text.

    Args:
        option: What can be ticked beside; it belongs to the question from here on, and can be looked at until the
            event loop goes on.
    """
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(visible_text(text, "\n"))
    box.setInformativeText(visible_text(detail, "\n"))
    if option is not None:
        box.setCheckBox(option)
    buttons: dict[QPushButton, str] = {}
    for choice in choices:
        button = box.addButton(choice.text, choice.role)
        button.setObjectName(f"answer_{choice.id}")
        buttons[button] = choice.id
        if choice.id == default:
            box.setDefaultButton(button)
        if choice.id == escape:
            box.setEscapeButton(button)
    answered: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def finish(_code: int) -> None:
        if not answered.done():
            clicked = box.clickedButton()
            answered.set_result(next((name for button, name in buttons.items() if button is clicked), escape))

    box.finished.connect(finish)
    box.open()
    try:
        return await answered
    finally:
        box.deleteLater()
