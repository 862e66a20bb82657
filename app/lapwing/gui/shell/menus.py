"""The menu bar, made of the declared actions."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QStyle, QStyleOptionMenuItem, QStylePainter, QWidget

from lapwing.gui.actions import ENTRIES, MENU_BAR, Action, ActionSet, MenuId, translated, without_mnemonic
from lapwing.gui.shell.search_corner import SearchCorner

_GAP_PX: Final = 8


class MenuBar(QMenuBar):
    """A menu bar that underlines its mnemonics only while it has the keyboard (after Alt or F10)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu_bar")
        self.setAccessibleName(self.tr("Menu bar"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        corner = self.cornerWidget()
        if isinstance(corner, SearchCorner) and self.actions():
            margin = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuBarHMargin, None, self)
            margin += self.style().pixelMetric(QStyle.PixelMetric.PM_MenuBarPanelWidth, None, self)
            last = self.actionGeometry(self.actions()[-1])
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            corner.take((last.left() if is_mirrored else self.width() - last.right() - 1) - margin - _GAP_PX)
            width = corner.sizeHint().width()
            left = margin if is_mirrored else self.width() - margin - width
            corner.setGeometry(left, corner.y(), width, corner.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.isNativeMenuBar():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionMenuItem()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)
        for action in self.actions():
            self.initStyleOption(option, action)
            option.rect = self.actionGeometry(action)
            option.text = without_mnemonic(action.text()).replace("&", "&&")
            painter.drawControl(QStyle.ControlElement.CE_MenuBarItem, option)


def fill_menus(menu_bar: QMenuBar, actions: ActionSet) -> dict[MenuId, QMenu]:
    """Put every declared action into its menu, with lines between groups.

    Returns:
        The menus by id. They live as long as the menu bar.
    """
    menus: dict[MenuId, QMenu] = {}
    last_group: dict[MenuId, str] = {}
    for menu_id, title in MENU_BAR.items():
        menus[menu_id] = _named(QMenu(translated(title), menu_bar), menu_id)
        menu_bar.addMenu(menus[menu_id])
    for entry in ENTRIES:
        menu = menus[entry.menu]
        if last_group.setdefault(entry.menu, entry.group) != entry.group:
            menu.addSeparator()
            last_group[entry.menu] = entry.group
        if isinstance(entry, Action):
            menu.addAction(actions.action(entry.id))
        else:
            menus[entry.id] = _named(QMenu(entry.shown_title(), menu), entry.id)
            menu.addMenu(menus[entry.id])
    return menus


def _named(menu: QMenu, menu_id: MenuId) -> QMenu:
    menu.setObjectName(f"menu.{menu_id.value}")
    menu.setAccessibleName(without_mnemonic(menu.title()))
    menu.setToolTipsVisible(False)
    return menu
