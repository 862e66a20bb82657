"""A window that is laid out from right to left: what is painted by hand is mirrored, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers import views
from helpers.waiting import eventually_async
from lapwing.gui.shell.welcome_parts import Card
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")
RIGHT = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RIGHT)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def lies_right(image: QImage, color: str) -> bool:
    """Whether more of a colour is in the right half of a picture."""
    middle = image.width() // 2
    columns = [
        x for x in range(image.width()) for y in range(0, image.height(), 2) if image.pixelColor(x, y).name() == color
    ]
    assert columns, f"nothing is {color}"
    return sum(x >= middle for x in columns) > len(columns) / 2


@pytest.mark.parametrize("direction", [RIGHT, Qt.LayoutDirection.LeftToRight])
def test_the_drawing_of_a_card_is_where_its_text_begins(dark: Theme, qtbot, direction: Qt.LayoutDirection) -> None:
    card = Card("plugin", "New connection", "Paste any URL.", name="card")
    qtbot.addWidget(card)
    card.setLayoutDirection(direction)
    card.resize(400, 76)
    picture = card.grab().toImage()
    assert lies_right(picture, dark.colors.accent_background.name()) is (direction is RIGHT)


async def test_rows_of_the_navigator_are_opened_by_their_marks_at_the_right(
    mirrored: None, window: MainWindow, tmp_path: Path
) -> None:
    await views.stage(window, tmp_path)
    tree = window.navigator.tree
    index = tree.currentIndex()
    assert not tree.isExpanded(index)
    row = tree.visualRect(index)
    assert tree.viewport().width() - row.right() > 40, "it is indented from the right"
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() + 6, row.center().y()))
    await eventually_async(lambda: tree.isExpanded(index))
