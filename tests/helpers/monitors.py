"""Monitor pages in tests of the window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from helpers.waiting import eventually_async
from lapwing.gui.monitor.dashboard_frame import Grip, PanelFrame
from lapwing.gui.shell.monitor_page import MonitorPage
from lapwing.gui.shell.window import MainWindow


async def open_monitor(window: MainWindow, connection_id: str) -> MonitorPage:
    """The monitor of a connection, opened as from the navigator's menu, once its dashboards are there."""
    window.resize(1280, 800)
    window.show()
    window.navigator.monitor_wanted.emit(connection_id)
    page = window.documents.current
    assert isinstance(page, MonitorPage)
    await eventually_async(lambda: page.shown is not None)
    return page


def shown(page: MonitorPage, panel_id: str) -> str:
    """What a panel shows now, in words."""
    return page.view.canvas.frames[panel_id].view.accessibleDescription()


def places(page: MonitorPage) -> dict[str, tuple[int, int, int, int]]:
    """Cells and size of each panel."""
    assert page.shown is not None
    return {panel.id: (panel.x, panel.y, panel.width, panel.height) for panel in page.shown.panels}


def drag(grip: Grip, by: QPoint) -> None:
    """Take a panel with the mouse, and drop it elsewhere."""
    start = QPoint(12, 12)
    end = grip.mapToGlobal(start + by)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for _step in range(2):  # the grip goes along
        QTest.mouseMove(grip, grip.mapFromGlobal(end))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(end))


def menu_of(frame: PanelFrame, page: MonitorPage) -> QMenu:
    """The menu of a panel, opened by its button."""
    QTest.mouseClick(frame.view.more, Qt.MouseButton.LeftButton)
    return next(menu for menu in page.findChildren(QMenu, "panel_menu") if menu.isVisible())


def trigger(menu: QMenu, name: str) -> None:
    """Choose an entry of a menu by its objectName's end."""
    action = next(action for action in menu.actions() if action.objectName().endswith(f".{name}"))
    menu.close()
    action.trigger()
