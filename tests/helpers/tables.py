"""Working with a table tab as a person does, in tests of the window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from helpers.waiting import eventually_async
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.table_feature import open_table
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


async def opened(window: MainWindow, place: Place, name: str, schema: str = "", where: str = "") -> TableTab:
    """A table tab in front whose first rows are there."""
    window.show()
    window.activateWindow()
    tab = open_table(window, place, schema, name, where)
    await settled(tab)
    tab.editing.rows.grid.setFocus()
    return tab


async def next_table(window: MainWindow, before: TableTab) -> TableTab:
    """The table tab that comes to the front, with its rows."""
    found = await eventually_async(lambda: window.documents.current is not before and window.documents.current)
    assert isinstance(found, TableTab)
    await settled(found)
    return found


async def settled(tab: TableTab) -> None:
    """Wait until nothing is asked any more and something was answered."""
    await eventually_async(lambda: tab.data.facts is not None or tab.banner.text)
    await eventually_async(lambda: tab.reading.has_begun and not tab.is_at_work)


def shown(tab: TableTab, *columns: str) -> list[tuple[str, ...]]:
    """What the grid shows, row by row; of these columns, or of all."""
    model = tab.editing.rows.model
    names = [column.name for column in model.columns]
    places = [names.index(name) for name in columns] if columns else range(len(names))
    return [tuple(model.data(model.index(row, place)) for place in places) for row in range(model.rowCount())]


def go(tab: TableTab, row: int, column: str) -> None:
    """Make a cell current."""
    rows = tab.editing.rows
    names = [found.name for found in rows.model.columns]
    rows.grid.setCurrentIndex(rows.model.index(row, names.index(column)))
    rows.grid.setFocus()


def write(tab: TableTab, row: int, column: str, text: str) -> None:
    """Type a text over what is in a cell, and Enter."""
    go(tab, row, column)
    QTest.keyClick(tab.editing.rows.grid, Qt.Key.Key_F2)
    line = tab.editing.rows.editing.line
    line.selectAll()
    if text:
        QTest.keyClicks(line, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Return)


def type_over(tab: TableTab, text: str) -> None:
    """Type a text in the current cell; the line that the first letter opens stays open."""
    QTest.keyClicks(tab.editing.rows.grid, text[0])
    QTest.keyClicks(tab.editing.rows.editing.line, text[1:])


def press(tab: TableTab, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key in the grid."""
    QTest.keyClick(tab.editing.rows.grid, key, held)


def click_header(tab: TableTab, column: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on the name of a column."""
    rows = tab.editing.rows
    place = [found.name for found in rows.model.columns].index(column)
    header = rows.grid.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(place) + header.sectionSize(place) // 3, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, held, at)


async def dialog_named(parent: QWidget, name: str) -> QDialog:
    """A dialog, once it is open."""

    def found() -> QDialog | None:
        return next((one for one in parent.findChildren(QDialog, name) if one.isVisible()), None)

    dialog = await eventually_async(found)
    assert dialog is not None
    return dialog


def click(parent: QWidget, name: str) -> None:
    """Press a button."""
    button = parent.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def press_action(window: MainWindow, action_id: str) -> None:
    """Press the first key of an action once it can be used; the focus is where it is."""
    action = window.actions_of_window.set.action(action_id)
    await eventually_async(action.isEnabled)
    focus = await eventually_async(QApplication.focusWidget)
    assert focus is not None
    QTest.keySequence(focus, action.shortcut())
