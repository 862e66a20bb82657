"""The declared actions: what holds for every one of them."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from lapwing.gui.actions import ACTIONS, ENTRIES, MENU_BAR, Action, Fact, MenuId, When, tab_facts, without_mnemonic
from lapwing.gui.theme.icons import icon_names

EVERY = pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.id)
IN_TOOL_ROWS = (
    "query.run",
    "query.run_script",
    "query.cancel",
    "transaction.commit",
    "transaction.roll_back",
    "editor.open",
    "file.save",
    "tab.close",
    "catalog.refresh",
    "connection.remove",
    "sample.open",
    "palette.open",
    "text.find",
    "edit.copy",
)


def all_shortcuts() -> list[tuple[str, QKeySequence]]:
    return [(action.id, QKeySequence(keys)) for action in ACTIONS.values() for keys in action.shortcuts]


def test_no_two_entries_have_the_same_id() -> None:
    assert [entry_id for entry_id, count in Counter(entry.id for entry in ENTRIES).items() if count > 1] == []


@EVERY
def test_an_id_is_a_noun_and_a_verb(action: Action) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z0-9]+)*", action.id)


@EVERY
def test_every_action_says_in_a_sentence_what_it_does(action: Action) -> None:
    assert action.shown_title()
    assert action.shown_tip()[:1].isupper()
    assert not action.shown_tip().endswith(".")
    assert "{" not in action.shown_title() + action.shown_tip() + action.shown_short()


@EVERY
def test_an_icon_that_is_named_exists(action: Action) -> None:
    assert not action.icon or action.icon in icon_names()


@pytest.mark.parametrize("action_id", IN_TOOL_ROWS)
def test_what_stands_in_a_tool_row_has_an_icon_and_a_short_word(action_id: str) -> None:
    assert ACTIONS[action_id].icon
    assert "&" not in ACTIONS[action_id].shown_short()


def test_no_key_does_two_things() -> None:
    keys = Counter(keys.toString() for _, keys in all_shortcuts())
    assert [text for text, count in keys.items() if count > 1] == []


def test_every_key_can_be_read_by_qt() -> None:
    assert [action_id for action_id, keys in all_shortcuts() if keys.isEmpty() or "Unknown" in keys.toString()] == []


def test_no_key_is_ctrl_alt_and_a_letter_which_is_altgr_on_many_keyboards() -> None:
    altgr = [action_id for action_id, keys in all_shortcuts() if {"Ctrl", "Alt"} <= set(keys.toString().split("+"))]
    assert altgr == []


def test_what_cannot_be_typed_without_altgr_has_a_second_key() -> None:
    for action in ACTIONS.values():
        if any(keys.endswith(("\\", "[", "]", "{", "}", "|", "@", "~")) for keys in action.shortcuts):
            assert len(action.shortcuts) > 1, action.id


@pytest.mark.parametrize(
    ("action_id", "keys"),
    [
        ("query.run", "Ctrl+Return"),
        ("query.run_script", "Alt+X"),
        ("query.run_script", "F9"),
        ("query.run_in_new_tab", "Ctrl+\\"),
        ("query.cancel", "Ctrl+F2"),
        ("query.cancel", "Ctrl+."),
        ("text.comment", "Ctrl+/"),
        ("text.find", "Ctrl+F"),
        ("text.find_next", "F3"),
        ("transaction.commit", "Ctrl+Shift+M"),
        ("transaction.roll_back", "Ctrl+Shift+R"),
        ("editor.open", "Ctrl+T"),
        ("file.open", "Ctrl+O"),
        ("file.save", "Ctrl+S"),
        ("tab.close", "Ctrl+W"),
        ("tab.reopen", "Ctrl+Shift+T"),
        ("tab.show_next", "Ctrl+Tab"),
        ("tab.show_1", "Alt+1"),
        ("tab.show_9", "Alt+9"),
        ("palette.open", "Ctrl+Shift+P"),
        ("catalog.refresh", "F5"),
        ("catalog.refresh", "Ctrl+R"),
        ("edit.copy", "Ctrl+C"),
        ("edit.copy_with_headers", "Ctrl+Shift+C"),
        ("table.open_data", "F4"),
        ("definition.open", "F12"),
        ("text.complete", "Ctrl+Space"),
        ("text.show_arguments", "Ctrl+Shift+Space"),
        ("pane.focus_next", "F6"),
        ("sidebar.toggle", "Ctrl+B"),
        ("window.fill_screen", "F11"),
        ("manual.open", "F1"),
    ],
)
def test_the_default_keys_are_those_of_the_manual(action_id: str, keys: str) -> None:
    assert keys in ACTIONS[action_id].shortcuts


def test_each_menu_has_entries_and_no_mnemonic_twice() -> None:
    by_menu: dict[MenuId, list[str]] = {menu: [] for menu in MenuId}
    for entry in ENTRIES:
        by_menu[entry.menu].append(entry.shown_title())
    assert [menu for menu, titles in by_menu.items() if not titles] == []
    for titles in [*by_menu.values(), list(MENU_BAR.values())]:
        marks = Counter(title[title.index("&") + 1].lower() for title in titles)
        assert [mark for mark, count in marks.items() if count > 1] == [], titles


def test_no_mnemonic_of_the_menu_bar_takes_an_alt_key_of_an_action() -> None:
    marks = {f"Alt+{title[title.index('&') + 1].upper()}" for title in MENU_BAR.values()}
    assert marks & {keys.toString() for _, keys in all_shortcuts()} == set()


def test_a_title_without_its_mnemonic_keeps_a_written_ampersand() -> None:
    assert without_mnemonic("Cu&t && paste") == "Cut & paste"


def test_conditions_are_combined_by_and_or_and_not() -> None:
    when = When.EDITOR & ~When.RUNNING | When.RESULT
    assert when.holds(frozenset({Fact.EDITOR}))
    assert not when.holds(frozenset({Fact.EDITOR, Fact.RUNNING}))
    assert when.holds(frozenset({Fact.RESULT, Fact.RUNNING}))
    assert When.ALWAYS.holds(frozenset())
    assert when.words == "((EDITOR & ~RUNNING) | RESULT)"


def test_every_fact_can_be_asked_for() -> None:
    for fact in Fact:
        condition = getattr(When, fact.name)
        assert condition.holds(frozenset({fact}))
        assert not condition.holds(frozenset(Fact) - {fact})


def test_tabs_are_counted_up_to_nine() -> None:
    assert tab_facts(0) == frozenset()
    assert tab_facts(2) == {Fact.TABS_1, Fact.TABS_2}
    assert tab_facts(40) == tab_facts(9)
