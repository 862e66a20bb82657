"""Editors in a real window: files that others change, earlier versions, recent files, actions and their keys."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from helpers.acting import act
from helpers.waiting import eventually_async
from lapwing.gui.actions import MenuId
from lapwing.gui.editor.local_history import DifferencesDialog, LocalHistoryDialog
from lapwing.gui.editor.snapshots import Occasion, Snapshots
from lapwing.gui.editor.working import while_working
from lapwing.gui.shell.formatting import format_script
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.settings.store import read_settings

Shown = TypeVar("Shown", DifferencesDialog, LocalHistoryDialog)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "report.sql"
    path.write_bytes("select 'ž';\r\nselect 2;\r\n".encode())
    return path


async def opened(window: MainWindow, path: Path) -> QueryTab:
    window.open_paths([str(path)])
    await eventually_async(lambda: window.tab is not None and window.tab.file is not None)
    assert window.tab is not None
    return window.tab


def press(tab: QueryTab, name: str) -> None:
    button = tab.files.banner.findChild(QPushButton, name)
    assert button is not None
    button.click()


async def dialog(window: MainWindow, kind: type[Shown], ready: Callable[[Shown], bool]) -> Shown:
    await eventually_async(lambda: any(ready(found) for found in window.findChildren(kind)))
    return window.findChildren(kind)[-1]


async def test_a_file_changed_by_another_program_is_told_and_reloaded_kept_or_compared(
    window: MainWindow, script: Path
) -> None:
    tab = await opened(window, script)
    tab.editor.set_caret(0)
    QTest.keyClicks(tab.editor, "-- mine ")
    mine = tab.editor.text()
    script.write_bytes(b"select 'theirs';\n")
    assert not tab.files.save()
    assert script.read_bytes() == b"select 'theirs';\n"
    assert "changed by another program" in tab.files.banner.text
    press(tab, "file.compare")
    shown = await dialog(window, DifferencesDialog, lambda found: bool(found._said.full_text))
    assert shown._said.full_text == "2 added, 1 removed"
    shown.reject()
    press(tab, "file.reload")
    assert tab.editor.text() == "select 'theirs';\n"
    assert not tab.is_modified
    tab.editor.undo()
    assert tab.editor.text() == mine
    script.write_bytes(b"select 'again';\n")
    await tab.files.check()
    press(tab, "file.keep")
    assert tab.files.save()
    assert script.read_text() == mine
    script.unlink()
    await tab.files.check()
    assert "is gone" in tab.files.banner.text
    assert tab.files.save()
    assert script.read_text() == mine


async def test_a_restored_tab_knows_its_file_by_the_versions_that_were_kept(window: MainWindow, script: Path) -> None:
    tab = await opened(window, script)
    await tab.versions.written()
    QTest.keyClicks(tab.editor, "x")
    record = tab._journal.record()
    window.documents.remove(tab)
    await tab.close_page()
    back = window.restore_tab(record)
    assert not back.files.save()  # nobody knows yet whether the file is the one that was read
    back.files.banner.clear()
    await back.files.check()
    assert not back.files.banner.isVisible()
    assert back.file is not None
    assert back.file.stamp is not None
    script.write_bytes(b"other")
    await back.files.check()
    assert back.files.banner.isVisible()
    tab.deleteLater()


async def test_a_file_is_read_again_in_another_encoding(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "old.sql"
    path.write_bytes("-- Žluť".encode("cp1250"))
    tab = await opened(window, path)
    await act(window, "encoding.use_windows_1250")
    await eventually_async(lambda: tab.editor.text() == "-- Žluť")
    window.actions_of_window.menus[MenuId.ENCODING].aboutToShow.emit()
    assert window.actions_of_window.set.action("encoding.use_windows_1250").isChecked()
    await act(window, "encoding.use_utf_8")
    await eventually_async(lambda: "not written in utf-8" in tab.files.banner.text)
    tab.editor.insert_text("€")
    assert tab.files.save()
    assert path.read_bytes().decode("cp1250") == "€-- Žluť"


async def test_recent_files_can_be_opened_from_the_menu_and_forgotten(window: MainWindow, script: Path) -> None:
    tab = await opened(window, script)
    await window.close_page(tab)
    menu = window.actions_of_window.menus[MenuId.RECENT]
    menu.aboutToShow.emit()
    entry = next(found for found in menu.actions() if found.objectName() == "recent.0")
    assert "report.sql" in entry.text()
    entry.trigger()
    await eventually_async(lambda: window.tab is not None and window.tab.file is not None)
    await act(window, "recent.clear")
    menu.aboutToShow.emit()
    assert window.recent.paths == ()


async def test_every_run_save_and_replacement_leaves_a_version_that_can_be_brought_back(
    window: MainWindow, script: Path
) -> None:
    tab = await opened(window, script)
    tab.editor.set_caret(0)
    QTest.keyClicks(tab.editor, "-- first ")
    assert tab.files.save()
    await tab.versions.written()
    first = tab.editor.text()
    tab.finder.open(replacing=True)
    tab.find_bar.field.setText("select")
    tab.find_bar.replacement.setText("values")
    QTest.keyClicks(tab.editor, "second ")
    tab.finder.replace_all()
    await tab.versions.written()
    kept = [one.occasion for one in Snapshots().of(tab.id)]
    assert kept == [Occasion.REPLACE, Occasion.SAVE, Occasion.OPEN]
    replaced = tab.editor.text()
    await act(window, "snapshot.show")
    shown = await dialog(window, LocalHistoryDialog, lambda found: found.versions.count() == 3)
    shown.versions.setCurrentRow(1)
    await eventually_async(lambda: shown.restore.isEnabled() and shown.versions.currentRow() == 1)
    shown.restore.click()
    assert tab.editor.text() == first
    tab.editor.undo()
    assert tab.editor.text() == replaced


async def test_taking_formatting_back_puts_the_caret_where_it_was(window: MainWindow) -> None:
    tab = window.new_editor(text="select a,b from t where x=1;\nselect  2")
    tab.editor.set_caret(9)
    await format_script(tab)
    after = tab.editor.caret
    assert tab.editor.text().startswith("SELECT")
    tab.editor.undo()
    assert tab.editor.caret == 9
    tab.editor.redo()
    assert tab.editor.caret == after


async def test_wrapping_and_blanks_are_kept_and_shown_in_all_editors(window: MainWindow) -> None:
    one, other = window.new_editor(text="a"), window.new_editor(text="b")
    for name in ("wrap.toggle", "whitespace.toggle"):
        await act(window, name)
    assert read_settings().editor_wrap
    assert read_settings().editor_show_blanks
    assert {tab.editor.lineWrapMode() for tab in (one, other)} == {one.editor.LineWrapMode.WidgetWidth}


async def test_a_line_is_gone_to_by_its_number_and_nonsense_is_said(window: MainWindow) -> None:
    tab = window.new_editor(text="\n".join(f"-- line {number}" for number in range(1, 501)))
    await act(window, "line.go_to")
    field = window.findChild(QLineEdit, "go_to_line.field")
    assert field is not None
    QTest.keyClicks(field, "x")
    assert field.property("invalid")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "321:9")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tab.editor.line_and_column() == (321, 9)
    await act(window, "line.go_to")
    QTest.keyClicks(field, "-20")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tab.editor.line_and_column() == (301, 1)
    await act(window, "edit.duplicate")
    await act(window, "caret.add_below")
    assert tab.editor.has_many
    assert tab.editor.text().count("-- line 301\n") == 2


async def test_keys_do_in_the_window_what_menus_say_and_a_right_click_offers_them(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_place: None)  # the tests' screen warns of every menu
    ctrl, shift, alt = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Shift", "Alt"))
    tab = window.new_editor(text="one\ntwo\nthree")
    window.activateWindow()
    tab.editor.setFocus()
    await eventually_async(window.actions_of_window.set.action("edit.duplicate").isEnabled)
    for key, held, text in (
        (Qt.Key.Key_D, ctrl, "one\none\ntwo\nthree"),
        (Qt.Key.Key_Down, alt, "one\ntwo\none\nthree"),
        (Qt.Key.Key_Up, alt, "one\none\ntwo\nthree"),
        (Qt.Key.Key_K, ctrl | shift, "one\ntwo\nthree"),
        (Qt.Key.Key_J, ctrl | shift, "one\ntwo three"),
        (Qt.Key.Key_Z, ctrl, "one\ntwo\nthree"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "one\n    two\nthree"),
    ):
        QTest.keyClick(tab.editor, key, held)
        assert tab.editor.text() == text
    QTest.keyClick(tab.editor, Qt.Key.Key_Up, alt | shift)
    assert len(tab.editor.carets) == 2
    QTest.keyClick(tab.editor, Qt.Key.Key_Escape)
    QTest.keyClick(tab.editor, Qt.Key.Key_H, ctrl)
    assert tab.find_bar.is_replacing
    tab.find_bar.close_bar()
    tab.editor.customContextMenuRequested.emit(tab.editor.place_rect(0).center())
    menu = window.findChild(QMenu, "editor_menu")
    assert menu is not None
    assert window.actions_of_window.set.action("text.comment") in menu.actions()


async def test_what_lasts_says_so_over_the_editor_and_can_be_given_up(window: MainWindow) -> None:
    tab = window.new_editor(text="select 1")
    assert await while_working(tab.editor, "Working", asyncio.sleep(0, "made")) == "made"
    waiting = asyncio.ensure_future(while_working(tab.editor, "Working", asyncio.sleep(60, "late")))
    await eventually_async(lambda: window.findChild(QPushButton, "work_tip.cancel") is not None)
    button = window.findChild(QPushButton, "work_tip.cancel")
    assert button is not None
    button.click()
    assert await waiting is None
