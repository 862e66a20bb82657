"""A moment: day and time to the second."""

from typing import Final

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget

_FORMAT: Final = "yyyy-MM-dd HH:mm:ss"


class MomentField(QDateTimeEdit):
    """Arrow keys go from part to part; Tab leaves it, as it leaves every other field."""

    def __init__(self, at: float, label: str, parent: QWidget, *, name: str) -> None:
        """Begin with a moment in Unix seconds; `label` is its accessible name, translated."""
        super().__init__(QDateTime.fromMSecsSinceEpoch(int(at * 1000)), parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setDisplayFormat(_FORMAT)

    @property
    def moment(self) -> float:
        """Unix seconds."""
        return self.dateTime().toMSecsSinceEpoch() / 1000

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)
