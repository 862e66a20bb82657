"""The permissions of a plugin as a list: what it may do, what that means, and who sees to it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lapwing.gui.plugins.permission_words import DANGER_ICONS, PermissionWords
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.badge import Badge
from lapwing.gui.widgets.icon_label import IconLabel

_ICON_PX = 16
_SMALL_PX = 12


class PermissionList(QWidget):
    """Qt's thread.

    Attributes:
        shown: What is listed.
    """

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Permissions"))
        self.shown: tuple[PermissionWords, ...] = ()
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(12)
        self._page: QWidget | None = None
        self._warning = PlainLabel("", self, look="warning", lines=True)
        self._warning.setObjectName(f"{name}_warning")
        self._warning.hide()
        self._down.addWidget(self._warning)

    def show_permissions(
        self, permissions: Sequence[PermissionWords], new: Collection[str] = (), *, warning: str = ""
    ) -> None:
        """List these; those that are asked for now are marked as new.

        Args:
            warning: What it could do beside them (`permission_words.freedom_words`).
        """
        self.shown = tuple(permissions)
        if self._page is not None:
            self._down.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._page = QWidget(self)
        rows = QGridLayout(self._page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(10)
        rows.setVerticalSpacing(12)
        rows.setColumnStretch(1, 1)
        for row, each in enumerate(permissions):
            sign = IconLabel(*DANGER_ICONS[each.danger], _ICON_PX, self._page)
            rows.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(self._told(each, self._page, is_new=each.permission in new), row, 1)
        rows.setRowStretch(len(permissions) + 1, 1)
        if not permissions:
            nothing = self.tr("It asks for nothing: no data, no files, no network.")
            text = self.tr("It asks for nothing.") if warning else nothing
            rows.addWidget(PlainLabel(text, self._page, look="dim", lines=True), 0, 1)
        self._down.addWidget(self._page)

    def _told(self, permission: PermissionWords, parent: QWidget, *, is_new: bool) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        title = PlainLabel(permission.title, parent, lines=True)
        font = title.font()
        font.setWeight(font.Weight.Medium)
        title.setFont(font)
        head.addWidget(title, 1)
        if is_new:
            mark = Badge(parent, name="permission_new")
            mark.show_text(self.tr("new"), "warning")
            head.addWidget(mark)
        down = QVBoxLayout()
        down.setSpacing(2)
        down.addLayout(head)
        down.addWidget(self._small(permission.meaning, "dim", parent))
        if permission.enforced:
            down.addWidget(self._small(permission.enforced, "warning" if permission.needs_trust else "faint", parent))
        return down

    def _small(self, text: str, look: str, parent: QWidget) -> PlainLabel:
        made = PlainLabel(text, parent, look=look, lines=True)
        font = made.font()
        font.setPixelSize(_SMALL_PX)
        made.setFont(font)
        return made
