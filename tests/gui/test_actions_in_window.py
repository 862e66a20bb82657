"""The actions in a window: menus, keys, enablement."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QPlainTextEdit

from lapwing.gui.actions import ACTIONS, ActionSet, Fact, MenuId, tab_facts
from lapwing.gui.shell.menus import fill_menus

pytestmark = pytest.mark.usefixtures("dark")
ALL_FACTS = frozenset(Fact)


@pytest.fixture
def window(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QPlainTextEdit())
    window.show()
    window.activateWindow()
    window.centralWidget().setFocus()
    return window


@pytest.fixture
def actions(window: QMainWindow) -> ActionSet:
    return ActionSet(window)


@pytest.fixture
def menus(window: QMainWindow, actions: ActionSet) -> dict[MenuId, QMenu]:
    return fill_menus(window.menuBar(), actions)


def in_menus(menus: dict[MenuId, QMenu]) -> list[QAction]:
    return [action for menu in menus.values() for action in menu.actions() if action.objectName() in ACTIONS]


def test_every_action_is_in_exactly_one_menu(menus: dict[MenuId, QMenu]) -> None:
    assert sorted(action.objectName() for action in in_menus(menus)) == sorted(ACTIONS)


def test_the_menu_bar_reads_as_people_expect(window: QMainWindow, menus: dict[MenuId, QMenu]) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Query", "Database", "Monitor", "Tools", "Plugins", "Help"]


def test_groups_of_a_menu_have_lines_between_them_and_none_at_the_ends(menus: dict[MenuId, QMenu]) -> None:
    for menu in menus.values():
        lines = [entry.isSeparator() for entry in menu.actions()]
        assert not lines[0]
        assert not lines[-1]
    assert [entry.isSeparator() for entry in menus[MenuId.FILE].actions()].count(True) == 4


def test_submenus_stand_where_they_are_declared(menus: dict[MenuId, QMenu]) -> None:
    assert menus[MenuId.VIEW].actions()[0].menu() is menus[MenuId.THEME]
    assert len(menus[MenuId.TABS].actions()) == 9


def test_only_what_is_possible_now_is_enabled(actions: ActionSet) -> None:
    actions.update(frozenset())
    assert not actions.action("query.run").isEnabled()
    assert actions.action("editor.open").isEnabled()
    actions.update({Fact.EDITOR, Fact.CONNECTED} | tab_facts(3))
    assert actions.action("query.run").isEnabled()
    assert not actions.action("query.cancel").isEnabled()
    assert actions.action("tab.show_3").isEnabled()
    assert not actions.action("tab.show_4").isEnabled()
    actions.update({Fact.EDITOR, Fact.CONNECTED, Fact.RUNNING})
    assert not actions.action("query.run").isEnabled()
    assert actions.action("query.cancel").isEnabled()


def test_enabled_lists_what_can_be_done_in_the_order_of_the_menus(actions: ActionSet) -> None:
    actions.update(ALL_FACTS - {Fact.RUNNING, Fact.TRANSACTION_OPEN})
    listed = [action.id for action in actions.enabled()]
    assert listed[:2] == ["editor.open", "file.open"]
    assert "query.cancel" not in listed


def test_what_is_bound_is_done_and_the_rest_is_reported(actions: ActionSet) -> None:
    done: list[str] = []
    actions.bind("editor.open", lambda: done.append("new"))
    actions.action("editor.open").trigger()
    assert done == ["new"]
    assert "editor.open" not in actions.unbound()
    assert len(actions.unbound()) == len(ACTIONS) - 1


def test_binding_twice_or_something_unknown_is_a_defect(actions: ActionSet) -> None:
    actions.bind("editor.open", lambda: None)
    with pytest.raises(ValueError, match=r"editor\.open"):
        actions.bind("editor.open", lambda: None)
    with pytest.raises(KeyError):
        actions.bind("editor.fly", lambda: None)


@pytest.mark.parametrize(
    ("action_id", "key", "modifiers"),
    [
        ("query.run", Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        ("query.run", Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier),
        ("query.run_script", Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        ("query.run_script", Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier),
        ("query.run_in_new_tab", Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier),
        ("tab.show_next", Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier),
        (
            "tab.show_previous",
            Qt.Key.Key_Backtab,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        ),
        ("tab.show_4", Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier),
        ("text.comment", Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier),
        ("palette.open", Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        ("pane.focus_next", Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_key_pressed_in_the_editor_does_it(
    window: QMainWindow,
    actions: ActionSet,
    menus: dict[MenuId, QMenu],
    action_id: str,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    done: list[str] = []
    actions.bind(action_id, lambda: done.append(action_id))
    actions.update(ALL_FACTS - {Fact.RUNNING})
    QTest.keyClick(window.centralWidget(), key, modifiers)
    assert done == [action_id]


def test_keys_work_while_the_menu_bar_is_hidden(
    window: QMainWindow, actions: ActionSet, menus: dict[MenuId, QMenu]
) -> None:
    done: list[str] = []
    actions.bind("window.fill_screen", lambda: done.append("full"))
    window.menuBar().hide()
    QTest.keyClick(window.centralWidget(), Qt.Key.Key_F11)
    assert done == ["full"]


def test_a_tip_names_the_key(actions: ActionSet) -> None:
    run = actions.action("query.run")
    assert run.toolTip() == "Run the statement under the cursor, or the selection (Ctrl+Enter)"
    assert run.statusTip() == "Run the statement under the cursor, or the selection"
    assert run.iconText() == "Run"


def test_of_alternatives_one_is_on(actions: ActionSet) -> None:
    actions.set_checked("theme.use_dark")
    actions.set_checked("theme.use_light")
    states = [actions.action(f"theme.use_{name}").isChecked() for name in ("system", "light", "dark")]
    assert states == [False, True, False]


def test_showing_a_toggle_as_on_does_not_do_it(actions: ActionSet) -> None:
    done: list[str] = []
    actions.bind("sidebar.toggle", lambda: done.append("toggled"))
    actions.set_checked("sidebar.toggle")
    assert done == []
    assert actions.action("sidebar.toggle").isChecked()


def test_texts_are_set_again_when_asked(actions: ActionSet) -> None:
    run = actions.action("query.run")
    run.setText("?")
    actions.retranslate()
    assert run.text() == "&Run statement"
