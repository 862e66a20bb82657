"""Settings and keys, changed by a person in the dialog, and what they do then."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QSpinBox
from pytestqt.qtbot import QtBot

from lapwing import paths
from lapwing.gui.actions import ACTIONS, KeyBindings
from lapwing.gui.i18n import languages
from lapwing.gui.preferences.dialog import SettingsDialog
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.gui.widgets import PillCombo
from lapwing.settings.declared import FIELDS, GROUPS
from lapwing.settings.store import change_settings, read_settings


@pytest.fixture
async def dialog(window: MainWindow) -> SettingsDialog:
    window.actions_of_window.set.action("settings.open").trigger()
    found = window.findChild(SettingsDialog)
    assert isinstance(found, SettingsDialog)
    return found


def shown(dialog: SettingsDialog) -> set[str]:
    return {name for name, row in dialog.list.rows.items() if row.isVisibleTo(dialog)}


def keys_of(window: MainWindow, action_id: str) -> list[str]:
    return [keys.toString() for keys in window.actions_of_window.set.action(action_id).shortcuts()]


async def test_every_setting_has_a_group_a_control_that_can_be_named_and_its_help(dialog: SettingsDialog) -> None:
    assert shown(dialog) == set(FIELDS)
    for row in dialog.list.rows.values():
        assert row.facts.group in GROUPS
        assert row.control.accessibleName()
        assert row.control.accessibleDescription()
    assert {facts.group for facts in FIELDS.values()} == set(GROUPS)


async def test_a_change_is_kept_at_once_and_can_be_taken_back(dialog: SettingsDialog, qtbot: QtBot) -> None:
    row = dialog.list.rows["row_limit"]
    assert isinstance(row.control, QSpinBox)
    assert not row.reset.isVisibleTo(dialog)
    row.control.setValue(500)
    assert read_settings().row_limit == 500
    qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert read_settings().row_limit == 100_000
    assert row.control.value() == 100_000
    box = dialog.list.rows["complete_while_typing"].control
    assert isinstance(box, QCheckBox)
    box.click()
    assert not read_settings().complete_while_typing


async def test_the_theme_follows_at_once_and_a_language_from_the_next_start(
    dialog: SettingsDialog, window: MainWindow
) -> None:
    pill = dialog.list.rows["theme"].control
    assert isinstance(pill, PillCombo)
    pill.choose("light")
    pill.activated.emit(pill.currentIndex())
    assert Theme.current().mode is ThemeMode.LIGHT
    language = dialog.list.rows["language"]
    assert isinstance(language.control, PillCombo)
    language.control.choose("de")
    language.control.activated.emit(language.control.currentIndex())
    assert "next start" in language.note.text()
    assert read_settings().language == "de"


async def test_the_size_of_editors_follows_at_once(dialog: SettingsDialog, window: MainWindow) -> None:
    tab = window.new_editor()
    control = dialog.list.rows["editor_font_px"].control
    assert isinstance(control, QSpinBox)
    control.setValue(20)
    assert tab.editor.zoom == 20


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("row limit", "row_limit"), ("LIGHT", "theme"), ("formatting comma", "format_commas"), ("pool_min", "pool_min")],
)
async def test_a_search_finds_titles_helps_groups_choices_and_names(
    dialog: SettingsDialog, wanted: str, found: str
) -> None:
    dialog.search.setText(wanted)
    assert found in shown(dialog)
    assert shown(dialog) != set(FIELDS)
    dialog.search.setText("no such thing at all")
    assert shown(dialog) == set()
    assert dialog.list.nothing.isVisibleTo(dialog)


async def test_what_cannot_be_kept_is_said_and_shown_as_it_was(dialog: SettingsDialog) -> None:
    (paths.config() / "settings.json").mkdir(parents=True)
    control = dialog.list.rows["row_limit"].control
    assert isinstance(control, QSpinBox)
    control.setValue(500)
    assert dialog.banner.isVisibleTo(dialog)
    assert control.value() == 100_000


async def test_a_damaged_file_of_settings_costs_nothing_but_the_settings(dialog: SettingsDialog) -> None:
    change_settings(row_limit=7)
    (paths.config() / "settings.json").write_text("{ nonsense")
    control = dialog.list.rows["row_limit"].control
    assert isinstance(control, QSpinBox)
    control.setValue(500)
    assert read_settings().row_limit == 500


def test_every_language_that_is_shipped_can_be_chosen() -> None:
    assert set(FIELDS["language"].choices) == {"system", *languages()}


# keys


async def test_a_key_is_pressed_and_given_to_a_command_in_every_window(
    dialog: SettingsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.show_keys("Format script")
    assert dialog.keys.action is ACTIONS["text.format_script"]
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert "free" in dialog.keys.note.text()
    dialog.keys.add_button.click()
    assert keys_of(window, "text.format_script") == ["Ctrl+F8"]
    assert "Ctrl+F8" in window.actions_of_window.set.action("text.format_script").toolTip()
    KeyBindings._current = None  # as after a restart
    assert KeyBindings.current().keys("text.format_script") == ("Ctrl+F8",)


async def test_a_key_that_is_taken_is_said_to_be_and_can_be_taken_from_there(
    dialog: SettingsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.show_keys("Format script")
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert "New editor" in dialog.keys.note.text()
    assert not dialog.keys.add_button.isEnabled()
    dialog.keys.take_button.click()
    assert keys_of(window, "editor.open") == []
    assert keys_of(window, "text.format_script") == ["Ctrl+T"]
    dialog.show_keys("New editor")
    dialog.keys.reset_button.click()
    assert keys_of(window, "editor.open") == ["Ctrl+T"]


async def test_keys_that_type_something_are_refused_and_altgr_is_warned_of(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    dialog.show_keys("Format script")
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_A)
    assert not dialog.keys.add_button.isEnabled()
    assert "types a character" in dialog.keys.note.text()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(dialog.keys.field, Qt.Key.Key_A, both)
    assert "AltGr" in dialog.keys.note.text()
    assert dialog.keys.add_button.isEnabled()


async def test_a_command_is_found_by_its_key(dialog: SettingsDialog) -> None:
    dialog.show_keys("ctrl+shift+p")
    assert dialog.keys.action is ACTIONS["palette.open"]


def test_a_damaged_file_of_keys_leaves_the_declared_ones(home: Path, qtbot: QtBot) -> None:
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "keys.json").write_text("nonsense")
    bindings = KeyBindings.current()
    assert bindings.trouble is not None
    assert bindings.keys("query.run") == ACTIONS["query.run"].shortcuts
    bindings.choose("query.run", ("F6", "Ctrl+F6"))
    assert [QKeySequence(keys).toString() for keys in bindings.keys("query.run")] == ["F6", "Ctrl+F6"]
