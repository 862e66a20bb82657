"""The Tab key in the window: it goes through all that is seen and comes round, whatever page is in front."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from helpers.waiting import eventually_async
from lapwing.gui.shell.plugins_page import PluginsPage
from lapwing.gui.shell.webhooks_page import WebhooksPage
from lapwing.gui.shell.window import MainWindow

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
PAGES = {
    "alerts.show": "alerts_tabs_now",
    "events.show": "events_search",
    "plugins.manage": "plugins_list",
    "schedules.show": "schedules_first",
    "services.show": "services_list",
    "webhooks.show": "webhooks_first_endpoint",
}
"""What has the focus when a page is opened for the first time, by the action that opens it."""


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def takers(window: MainWindow) -> set[str]:
    """All that can be seen and takes the focus, but for fields of fields."""
    found = [each for each in window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    return {
        each.objectName()
        for each in found
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each.parent(), QComboBox | QLineEdit)
        and not each.objectName().startswith("qt_")
    }


def is_read(window: MainWindow) -> bool:
    """Whether the list of plugins is there, where they are in front: it begins empty."""
    page = window.documents.current
    return not isinstance(page, PluginsPage) or bool(page.view.list.selected())


def walked(key: Qt.Key) -> list[str]:
    """Where a key goes from where the focus is, until it is there again."""
    first, names = focus(), [focus().objectName()]
    QTest.keyClick(first, key)
    while focus() is not first and len(names) < 99:
        assert focus().isVisible(), f"{focus().objectName()} cannot be seen"
        names.append(focus().objectName())
        QTest.keyClick(focus(), key)
    return names


@pytest.mark.parametrize("action", PAGES)
async def test_tab_goes_through_all_that_is_seen_and_back_again(window: MainWindow, action: str) -> None:
    window.show()
    window.activateWindow()
    window.actions_of_window.set.action(action).trigger()
    await eventually_async(lambda: focus().objectName() == PAGES[action] and is_read(window))
    there = walked(TAB)
    assert set(there) == takers(window)
    back = walked(BACK)
    assert back == [there[0], *reversed(there[1:])]


async def test_f6_shows_where_it_went_also_where_nothing_is_listed_yet(window: MainWindow) -> None:
    window.show()
    window.activateWindow()
    window.actions_of_window.set.action("webhooks.show").trigger()
    await eventually_async(lambda: focus().objectName() == "webhooks_first_endpoint")
    next_pane = window.actions_of_window.set.action("pane.focus_next")
    next_pane.trigger()
    assert focus().isVisible()
    assert window.navigator.isAncestorOf(focus())
    next_pane.trigger()
    assert focus().objectName() == "webhooks_tabs_endpoints"


async def test_a_page_that_comes_to_the_front_has_the_focus_in_the_part_that_is_shown(window: MainWindow) -> None:
    window.show()
    window.activateWindow()
    actions = window.actions_of_window.set
    actions.action("webhooks.show").trigger()
    await eventually_async(lambda: focus().objectName() == "webhooks_first_endpoint")
    page = window.documents.current
    assert isinstance(page, WebhooksPage)
    page.view.tabs.setFocus()
    assert focus().objectName() == "webhooks_tabs_endpoints"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(focus(), key)
    assert focus().objectName() == "webhooks_tabs_senders"
    actions.action("services.show").trigger()
    await eventually_async(lambda: focus().objectName() == "services_list")
    window.documents.show_page(page)
    assert focus().objectName() == "webhooks_tabs_senders"
