"""The warning under a statement that may change every row."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from helpers.waiting import eventually_async
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

SCRIPT = """DELETE FROM item;
DELETE FROM item WHERE id = 1;
WITH old AS (SELECT id FROM item WHERE price > 9) /* DELETE */ UPDATE item SET price = 0;
EXPLAIN DELETE FROM item;
SELECT 'DELETE';
"""


def marked(tab: QueryTab) -> str:
    place = tab.editor.caution_range
    return tab.editor.text()[slice(*place)] if place is not None else ""


async def test_only_the_verb_of_an_update_or_delete_without_where_is_marked(window: MainWindow) -> None:
    tab = window.new_editor(text=SCRIPT)
    said = {}
    for inside in ("FROM item;", "WHERE id = 1", "SET price", "EXPLAIN", "SELECT 'DELETE'"):
        tab.cautions.look_at(tab.statement_at(SCRIPT.index(inside)))
        said[inside] = marked(tab)
        if inside == "SET price":
            assert tab.editor.caution_range == (SCRIPT.index("UPDATE"), SCRIPT.index("UPDATE") + len("UPDATE"))
    assert said == {
        "FROM item;": "DELETE",
        "WHERE id = 1": "",
        "SET price": "UPDATE",
        "EXPLAIN": "",
        "SELECT 'DELETE'": "",
    }


async def test_the_mark_follows_the_caret_says_why_and_goes_when_a_where_is_written(window: MainWindow) -> None:
    tab = window.new_editor(text="SELECT 1;\n\nDELETE FROM item")
    tab.editor.set_caret(len(tab.editor.text()))
    await eventually_async(lambda: marked(tab) == "DELETE")
    gutter = tab.editor.findChild(QWidget, "code_gutter")
    assert gutter is not None
    line = tab.editor.place_rect(tab.editor.caret).center().y() + tab.editor.viewport().y()
    at = QPoint(4, line - gutter.y())
    QApplication.sendEvent(gutter, QHelpEvent(QEvent.Type.ToolTip, at, gutter.mapToGlobal(at)))
    assert "may delete every row" in QToolTip.text()
    QToolTip.hideText()
    tab.editor.insert_text(" WHERE id = 1")
    await eventually_async(lambda: marked(tab) == "")
