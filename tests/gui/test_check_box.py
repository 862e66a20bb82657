"""Boxes to be checked whose words are longer than there is room for."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from lapwing.gui.widgets.check_box import WrappedCheckBox

LONG = "Refuse statements that cannot be logged, and whatever else nobody would know of later && ever"


def shown(qtbot, box: QCheckBox, width_px: int) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    down = QVBoxLayout(around)
    down.addWidget(box)
    down.addStretch(1)
    around.resize(width_px, 200)
    around.show()
    return around


def ink(picture: QImage, area: QRect) -> int:
    """How many points of an area are not of the colour of its corner."""
    empty = picture.pixel(area.bottomRight())
    points = ((x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom()))
    return sum(picture.pixel(x, y) != empty for x, y in points)


def test_words_go_on_in_further_lines_which_can_be_clicked_too(qtbot) -> None:
    box, line = WrappedCheckBox(LONG), WrappedCheckBox("Short")
    around, _other = shown(qtbot, box, 260), shown(qtbot, line, 260)
    assert around.minimumSizeHint().width() < 260
    assert box.width() <= 260
    assert box.height() >= 3 * box.fontMetrics().height()
    last = QRect(0, box.height() - line.height(), box.width(), line.height())
    assert ink(box.grab(last).toImage(), QRect(0, 0, last.width(), last.height())) > 50
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(40, box.height() - 4))
    assert box.isChecked()


def test_where_there_is_room_it_is_as_large_as_qts_own(qtbot) -> None:
    qts, own = QCheckBox("Keep && use"), WrappedCheckBox("Keep && use")
    _around = [shown(qtbot, box, 300) for box in (qts, own)]
    assert own.sizeHint() == qts.sizeHint()
    assert own.height() == qts.height()
