"""The manual in the window: its pages, the links between them, its search, and F1 at the right page."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.gui.shell.help_places import PLACES
from lapwing.gui.shell.manual_pages import manual_pages, page_named
from lapwing.gui.shell.manual_window import ManualWindow
from lapwing.gui.shell.window import MainWindow

FILES = sorted((paths.resources() / "help").glob("*.md"))
SOURCES = Path(paths.__file__).parent / "gui"


@pytest.fixture
def parent(qtbot, dark) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def manual(parent: QWidget) -> ManualWindow:
    return ManualWindow(parent)


# pages and links


def test_every_page_and_section_can_be_chosen_in_the_contents(manual: ManualWindow) -> None:
    assert manual.contents.topLevelItemCount() == len(FILES)
    for row, path in enumerate(FILES):
        item = manual.contents.topLevelItem(row)
        assert item is not None
        manual.contents.setCurrentItem(item)
        assert manual.place == path.name
        assert manual.text.toPlainText().startswith(path.read_text("utf-8").partition("\n")[0].removeprefix("# "))
        sections = re.findall(r"^## (.*)", path.read_text("utf-8"), re.MULTILINE)
        below = [item.child(place) for place in range(item.childCount())]
        assert [each.text(0) for each in below if each is not None] == sections


def test_a_link_leads_to_its_page(manual: ManualWindow) -> None:
    for path in FILES:
        for link in re.findall(r"\]\(([^)]*)\)", path.read_text("utf-8")):
            manual.show_place(path.name)
            assert f'href="{link}"' in manual.text.toHtml()
            manual.text.anchorClicked.emit(QUrl(link))
            assert manual.place == link


def test_another_link_leads_nowhere(manual: ManualWindow) -> None:
    manual.show_place("03-transactions.md")
    for link in ("https://example.org/06-command-line.md", "nowhere.md", "../help/06-command-line.md", "file:///etc/x"):
        manual.text.anchorClicked.emit(QUrl(link))
        assert manual.place == "03-transactions.md"


def test_what_was_read_can_be_gone_back_to_and_forward_again(manual: ManualWindow, qtbot) -> None:
    manual.show()
    manual.activateWindow()
    qtbot.waitUntil(manual.isActiveWindow)
    manual.show_place("25-editor.md#Files")
    manual.show_place("03-transactions.md")
    qtbot.keyClick(manual.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.place == "25-editor.md#Files"
    assert manual.text.verticalScrollBar().value() > 0
    manual.back.click()
    assert (manual.place, manual.back.isEnabled()) == ("01-first-steps.md", False)
    qtbot.keyClick(manual.text, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    manual.forward.click()
    assert (manual.place, manual.forward.isEnabled()) == ("03-transactions.md", False)


def test_a_search_leaves_the_pages_that_have_all_words_and_marks_them(manual: ManualWindow, qtbot) -> None:
    manual.search.setText("frozen COLUMNS")
    words = {page.file: set(re.findall(r"\w+", page.text.lower())) for page in manual_pages()}
    fitting = {file for file, found in words.items() if found >= {"frozen", "columns"}}
    contents = manual.contents
    items = [contents.topLevelItem(row) for row in range(contents.topLevelItemCount())]
    shown = [path.name for path, item in zip(FILES, items, strict=True) if item is not None and not item.isHidden()]
    assert fitting <= set(shown) < {path.name for path in FILES}
    assert manual.place in shown
    marked = [mark.cursor.selectedText().lower() for mark in manual.text.extraSelections()]
    assert set(marked) == {"frozen", "columns"}
    first = manual.text.textCursor().selectionStart()
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.text.textCursor().selectionStart() > first
    manual.search.clear()
    assert not any(item.isHidden() for item in items if item is not None)
    assert not manual.text.extraSelections()


# F1


@pytest.mark.parametrize("place", sorted(set(PLACES.values())))
def test_a_place_that_f1_leads_to_is_in_the_manual(place: str) -> None:
    file, _, section = place.partition("#")
    page = page_named(file)
    assert page is not None
    assert not section or section in page.sections


def test_every_widget_that_f1_is_declared_for_exists() -> None:
    texts = {
        node.value
        for path in SOURCES.rglob("*.py")
        if path.name != "help_places.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(PLACES) - texts == set()


def opened_at(window: QWidget) -> str:
    found = window.findChild(ManualWindow)
    return found.place if found is not None and found.isVisible() else ""


async def pressed_at(window: MainWindow, widget: QWidget, qtbot) -> str:
    """Where the manual opens for a widget; it is closed again."""
    window.activateWindow()
    widget.setFocus()
    await eventually_async(lambda: QApplication.focusWidget() is widget)
    qtbot.keyClick(widget, Qt.Key.Key_F1)
    await eventually_async(lambda: opened_at(window))
    place, manual = opened_at(window), window.findChild(ManualWindow)
    assert manual is not None
    assert not manual.isModal()
    manual.close()
    await eventually_async(lambda: window.findChild(ManualWindow) is None)
    return place


async def test_f1_opens_the_page_of_what_has_the_focus(window: MainWindow, qtbot) -> None:
    tab = window.new_editor()
    navigator_filter = window.findChild(QLineEdit, "navigator_filter")
    assert navigator_filter is not None
    assert await pressed_at(window, tab.editor, qtbot) == "25-editor.md"
    assert await pressed_at(window, navigator_filter, qtbot) == "21-navigator-and-objects.md"
    assert await pressed_at(window, tab.results.messages, qtbot) == "02-results.md"


async def test_f1_works_in_a_dialog_that_is_open_over_the_window(window: MainWindow, qtbot) -> None:
    window.edit_connection()
    dialog = window.findChild(QDialog, "connection_dialog")
    assert dialog is not None
    field = dialog.findChildren(QLineEdit)[0]
    field.setFocus()
    await eventually_async(lambda: QApplication.focusWidget() is field)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    await eventually_async(lambda: opened_at(dialog) == "07-connections.md")
    dialog.close()
