"""The command palette, by keyboard and by mouse."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QListView, QMainWindow, QPlainTextEdit

from lapwing.gui.actions import ActionSet, Fact
from lapwing.gui.shell.command_palette import CommandPalette, menu_path
from lapwing.gui.shell.menus import MenuBar, MenuId, fill_menus

pytestmark = pytest.mark.usefixtures("dark")


@pytest.fixture
def window(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.setMenuBar(MenuBar(window))
    window.setCentralWidget(QPlainTextEdit())
    window.show()
    window.activateWindow()
    window.centralWidget().setFocus()
    return window


@pytest.fixture
def actions(window: QMainWindow) -> ActionSet:
    actions = ActionSet(window)
    fill_menus(window.menuBar(), actions)
    actions.update({Fact.EDITOR, Fact.CONNECTED, Fact.TABS_1})
    return actions


@pytest.fixture
def palette(window: QMainWindow, actions: ActionSet) -> CommandPalette:
    return CommandPalette(actions, window)


def titles(palette: CommandPalette) -> list[str]:
    shown = palette.findChild(QListView)
    return [shown.model().index(row, 0).data() for row in range(shown.model().rowCount(QModelIndex()))]


def current(palette: CommandPalette) -> str:
    return palette.findChild(QListView).currentIndex().data()


def type_keys(palette: CommandPalette, text: str) -> None:
    QTest.keyClicks(palette.findChild(QLineEdit), text)


def press(palette: CommandPalette, key: Qt.Key) -> None:
    QTest.keyClick(palette.findChild(QLineEdit), key)


def test_it_lists_what_can_be_done_now_and_nothing_else(palette: CommandPalette) -> None:
    palette.open()
    assert "Run statement" in titles(palette)
    assert "Commit" not in titles(palette)
    assert "Command palette…" not in titles(palette)
    assert current(palette) == titles(palette)[0]


def test_letters_narrow_it_down_and_enter_does_the_first(palette: CommandPalette, actions: ActionSet) -> None:
    done: list[str] = []
    actions.bind("query.run_script", lambda: done.append("script"))
    palette.open()
    type_keys(palette, "scri")
    assert titles(palette)[0] == "Run script"
    press(palette, Qt.Key.Key_Return)
    assert done == ["script"]
    assert palette.isHidden()


def test_a_menu_can_be_typed_too(palette: CommandPalette) -> None:
    palette.open()
    type_keys(palette, "theme dark")
    assert titles(palette) == ["Dark"]


def test_the_focus_is_back_before_the_action_runs(
    palette: CommandPalette, actions: ActionSet, window: QMainWindow
) -> None:
    focus: list[object] = []
    actions.bind("query.run", lambda: focus.append(window.focusWidget()))
    palette.open()
    assert window.focusWidget() is palette.findChild(QLineEdit)
    type_keys(palette, "run st")
    press(palette, Qt.Key.Key_Return)
    assert focus == [window.centralWidget()]


def test_escape_closes_it_at_once_and_leaves_everything_as_it_was(palette: CommandPalette, window: QMainWindow) -> None:
    palette.open()
    type_keys(palette, "run")
    press(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.focusWidget() is window.centralWidget()


def test_a_click_beside_it_closes_it(palette: CommandPalette) -> None:
    palette.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert palette.isHidden()


def test_a_click_on_a_line_does_it(palette: CommandPalette, actions: ActionSet) -> None:
    done: list[str] = []
    actions.bind("editor.open", lambda: done.append("new"))
    palette.open()
    shown = palette.findChild(QListView)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.currentIndex()).center())
    assert done == ["new"]


def test_arrows_go_round_and_pages_stop_at_the_ends(palette: CommandPalette) -> None:
    palette.open()
    all_titles = titles(palette)
    press(palette, Qt.Key.Key_Up)
    assert current(palette) == all_titles[-1]
    press(palette, Qt.Key.Key_Down)
    assert current(palette) == all_titles[0]
    press(palette, Qt.Key.Key_Tab)
    assert current(palette) == all_titles[1]
    press(palette, Qt.Key.Key_PageUp)
    assert current(palette) == all_titles[0]
    for _ in all_titles:
        press(palette, Qt.Key.Key_PageDown)
    assert current(palette) == all_titles[-1]


def test_what_was_used_last_comes_first_the_next_time(palette: CommandPalette) -> None:
    for text in ("select all", "zoom in"):
        palette.open()
        type_keys(palette, text)
        press(palette, Qt.Key.Key_Return)
    palette.open()
    assert titles(palette)[:2] == ["Zoom in", "Select all"]


def test_when_nothing_fits_it_says_so_and_enter_does_nothing(palette: CommandPalette) -> None:
    palette.open()
    type_keys(palette, "xyzzy")
    assert titles(palette) == []
    assert palette.findChild(object, "command_palette.nothing").isVisible()
    press(palette, Qt.Key.Key_Return)
    press(palette, Qt.Key.Key_Down)
    assert palette.isVisible()


def test_a_line_says_its_menu_and_key_to_a_screen_reader(palette: CommandPalette) -> None:
    palette.open()
    first = palette.findChild(QListView).currentIndex()
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "New editor, File, Ctrl+T"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "Open an empty SQL editor"


def test_it_follows_the_window_when_that_is_resized(palette: CommandPalette, window: QMainWindow, qtbot) -> None:
    palette.open()
    window.resize(600, 500)
    qtbot.waitUntil(lambda: palette.size() == window.size())
    assert window.rect().contains(palette.findChild(QListView).parentWidget().geometry())


def test_it_is_painted_with_the_typed_letters_in_bold_and_no_complaint(palette: CommandPalette) -> None:
    palette.open()
    type_keys(palette, "run s")
    assert not palette.grab().isNull()


def test_its_model_keeps_qts_rules(palette: CommandPalette) -> None:
    model = palette.findChild(QListView).model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    palette.open()
    type_keys(palette, "tab")
    assert tester.model() is model


def test_the_path_of_a_submenu_names_its_menu() -> None:
    assert menu_path(MenuId.TRANSACTION_MODE) == "Query › Transaction mode"


def test_the_menu_bar_underlines_its_letters_only_with_the_keyboard(
    window: QMainWindow, actions: ActionSet, qtbot
) -> None:
    quiet = window.menuBar().grab().toImage()
    QTest.keyClick(window, Qt.Key.Key_Alt)
    window.menuBar().setFocus()
    assert window.menuBar().grab().toImage() != quiet
    window.centralWidget().setFocus()
    assert window.menuBar().grab().toImage() == quiet
