"""The welcome page, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from lapwing.gui.shell.welcome import WelcomePage
from lapwing.gui.shell.welcome_parts import Card, KeyCaps, RecentFile
from lapwing.gui.theme import Theme, ThemeMode

HOSTILE = "/data/<b>shop</b>\u202e.sqlite"


@pytest.fixture
def page(dark: Theme, qtbot) -> WelcomePage:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(1016, 720)
    page.show()
    page.activateWindow()
    return page


def card(page: WelcomePage, name: str) -> Card:
    found = page.findChild(Card, f"welcome.{name}")
    assert isinstance(found, Card)
    return found


def recent(page: WelcomePage) -> list[RecentFile]:
    return page.findChildren(RecentFile)


def test_it_offers_the_sample_and_a_file(page: WelcomePage) -> None:
    sample, file = QSignalSpy(page.sample_wanted), QSignalSpy(page.file_wanted)
    QTest.mouseClick(card(page, "sample"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(card(page, "file"), Qt.MouseButton.LeftButton)
    assert (sample.count(), file.count()) == (1, 1)


def test_it_can_be_used_by_keyboard_in_the_order_the_eye_takes(page: WelcomePage) -> None:
    page.set_recent(["/data/shop.sqlite"])
    sample = QSignalSpy(page.sample_wanted)
    card(page, "sample").setFocus()
    QTest.keyClick(card(page, "sample"), Qt.Key.Key_Space)
    assert sample.count() == 1
    order = []
    for _ in range(4):
        focus = page.focusWidget()
        assert focus is not None
        order.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert order == ["welcome.sample", "welcome.connection", "welcome.file", "welcome.recent.0"]


def test_while_the_sample_is_made_the_card_says_how_far_and_takes_no_second_click(page: WelcomePage) -> None:
    sample = QSignalSpy(page.sample_wanted)
    page.show_sample_progress(0.426)
    assert card(page, "sample").accessibleDescription() == "Making it: 43 %"
    assert not page.grab().isNull()
    QTest.mouseClick(card(page, "sample"), Qt.MouseButton.LeftButton)
    assert sample.count() == 0
    page.show_sample_progress(None)
    QTest.mouseClick(card(page, "sample"), Qt.MouseButton.LeftButton)
    assert sample.count() == 1
    assert "orders" in card(page, "sample").accessibleDescription()


def test_without_recent_files_there_is_no_such_section(page: WelcomePage) -> None:
    assert recent(page) == []
    page.set_recent(["/data/shop.sqlite"])
    assert recent(page)[0].isVisible()


def test_a_recent_file_is_opened_by_its_whole_path(page: WelcomePage) -> None:
    page.set_recent(["/data/shop.sqlite", HOSTILE])
    wanted = QSignalSpy(page.recent_wanted)
    for row in recent(page):
        row.click()
    assert [wanted.at(number)[0] for number in range(wanted.count())] == ["/data/shop.sqlite", HOSTILE]
    assert "<b>" not in recent(page)[1].toolTip()


def test_of_many_recent_files_the_last_six_are_offered(page: WelcomePage) -> None:
    page.set_recent([f"/data/{number}.sqlite" for number in range(20)])
    assert [row.accessibleName() for row in recent(page)] == [f"{number}.sqlite" for number in range(6)]


def test_the_tips_name_the_keys_that_are_really_bound(page: WelcomePage) -> None:
    assert [caps.accessibleName() for caps in page.findChildren(KeyCaps)] == [
        "Ctrl+Enter",
        "Ctrl+Shift+P",
        "Ctrl+T",
        "Ctrl+F2",
        "F6",
    ]


@pytest.mark.parametrize("mode", [ThemeMode.DARK, ThemeMode.LIGHT])
@pytest.mark.parametrize("width", [420, 1016, 1900])
def test_it_has_the_ground_of_the_theme_and_nothing_is_cut_off(
    page: WelcomePage, dark: Theme, mode: ThemeMode, width: int, qtbot
) -> None:
    dark.set_mode(mode)
    page.set_recent(["/data/shop.sqlite"])
    page.resize(width, 720)
    ground = page.widget()
    assert ground is not None
    qtbot.waitUntil(lambda: ground.width() == page.viewport().width() and ground.height() >= page.viewport().height())
    qtbot.waitUntil(lambda: ground.height() >= ground.minimumSizeHint().height())
    assert page.grab().toImage().pixelColor(3, 3) == dark.colors.background
    shown = [child for child in ground.findChildren(QWidget) if child.isVisible()]
    for child in shown:
        place = child.mapTo(ground, child.rect().topLeft()).x()
        assert place >= 0
        assert place + child.width() <= ground.width(), child.objectName()


def test_every_button_can_be_named(page: WelcomePage) -> None:
    page.set_recent(["/data/shop.sqlite"])
    for button in page.findChildren(QAbstractButton):
        assert button.objectName()
        assert button.accessibleName()
