"""Where a box over the window goes, and that it takes nothing from anybody."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from lapwing.gui.theme import Theme, ThemeMode
from lapwing.gui.widgets.floating import SHADOW_PX, Floating


@pytest.fixture
def host(qtbot, qapp: QApplication) -> QWidget:
    Theme(qapp, ThemeMode.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def box_of(floating: Floating) -> QRect:
    return floating.geometry().adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)


@pytest.mark.parametrize(
    ("corner", "wants_above", "is_above"),
    [
        (QPoint(30, 50), False, False),
        (QPoint(30, 380), False, True),
        (QPoint(490, 50), False, False),
        (QPoint(30, 300), True, True),
        (QPoint(30, 50), True, False),
    ],
)
def test_a_box_is_beside_its_place_and_inside_the_window(
    host: QWidget, corner: QPoint, wants_above: bool, is_above: bool
) -> None:
    floating = Floating(host, name="box")
    anchor = QRect(corner, QSize(1, 15))
    assert floating.place(anchor, QSize(200, 120), above=wants_above) is is_above
    box = box_of(floating)
    assert box.size() == QSize(200, 120)
    assert host.rect().contains(box)
    assert not box.intersects(anchor)
    assert not floating.grab().isNull()


def test_a_box_moves_to_another_window_and_never_has_the_focus(host: QWidget, qtbot) -> None:
    field = QLineEdit(host)
    field.show()
    field.setFocus()
    floating = Floating(host, name="box")
    floating.place(QRect(10, 10, 1, 15), QSize(100, 50))
    QTest.mouseClick(floating, Qt.MouseButton.LeftButton)
    assert host.focusWidget() is field
    other = QWidget()
    qtbot.addWidget(other)
    inner = QWidget(other)
    floating.move_to_window_of(inner)
    assert floating.parentWidget() is other
