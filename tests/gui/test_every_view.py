"""Every view of the window: all of it is translated, has room in every language, and is reached without a mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from helpers import views
from helpers.keyboard_reach import against_the_eye, of_dialog, traps, without_name
from helpers.languages import speaking
from helpers.layout_items import of_deleted_items
from helpers.screen_texts import (
    cut_pieces,
    cut_widgets,
    painted,
    prompts,
    told,
    words_without_marks,
)
from helpers.waiting import turned
from lapwing.gui.i18n import languages
from lapwing.gui.preferences.key_page import KeyPage
from lapwing.gui.pseudo_locale import BEGIN, END, install_pseudo, pseudo, uninstall_pseudo
from lapwing.gui.shell.dialogs_on_screen import keep_on_screen
from lapwing.gui.shell.manual_window import ManualWindow
from lapwing.gui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore(
    "does not support grabbing the keyboard", "propagateSizeHints", "does not support raise"
)
NO_WORDS = frozenset(
    """
    Python Qt PySide6
    Lapwing PostgreSQL MySQL MariaDB SQLite Excel CSV TSV JSON NDJSON SQL XML XLSX HTML Markdown DDL TLS SSL SSH URL UTF
    HTTP POST
    Ctrl Shift Alt Enter Return Escape Esc Del Delete Ins Insert Space Tab Backspace PgUp PgDown Home End Up Down
    F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12
    kB MB GB s min h d table sqlite_schema
    NULL DEFAULT SELECT FROM WHERE ORDER BY DELETE INTEGER TEXT NUMERIC integer numeric text main ZZ_GROUP DROP TABLE
    INSERT INTO VALUES UPDATE CREATE localhost connect_timeout application_name psql ms no such column
    id name note kind price fruit
    workflow UTC Mon Tue Wed Thu Fri Sat Sun
    """.split()  # noqa: SIM905  # a page of quotation marks would be worse to read
)
"""Products, formats, keys, SQL, what the server says, and what Qt translates itself: none of it is translated."""
GROUPS = pytest.mark.parametrize(
    "group", [views.PAGES, views.OVER | views.MENUS, views.DIALOGS], ids=["pages", "over", "dialogs"]
)


@pytest.fixture
def pseudo_language(qapp: QApplication) -> Iterator[None]:
    install_pseudo(qapp)
    yield
    uninstall_pseudo(qapp)


def test_the_pseudo_language_keeps_what_is_filled_in(qapp: QApplication) -> None:
    assert pseudo("Tab &{number} of %n").startswith(f"{BEGIN}Tâb &{{number}} öf %n")
    assert pseudo("&Run all").endswith(END)
    assert "&R" in pseudo("&Run all")
    assert len(pseudo("A sentence that says what was done.")) >= 1.4 * len("A sentence that says what was done.")


def untranslated(shown: QWidget) -> list[str]:
    if isinstance(shown, ManualWindow):
        return []  # the manual is written in English
    found = [
        f"{words} is not translated: {seen.where}: {seen.text}"
        for seen in told(shown)
        if (words := words_without_marks(seen.text, NO_WORDS))
    ]
    if not isinstance(shown, QMenu):  # its entries are painted letter by letter around their mnemonics
        found += [
            f"{words} is painted as it is: {text}"
            for text in painted(shown.window())
            if (words := words_without_marks(text, NO_WORDS))
        ]
    return found


def without_room(shown: QWidget, *, pseudo: bool) -> list[str]:
    whole = {seen.text for seen in told(shown.window())}
    if isinstance(shown, ManualWindow):
        return []
    if any(isinstance(each, KeyPage) and each.isVisible() for each in shown.findChildren(KeyPage)):
        return []  # columns that a person can draw wider
    if pseudo:  # the languages themselves are asked whether these fit
        whole -= set(prompts(shown.window()))
    return [f"cut: {text}" for text in (*cut_pieces(shown.window(), whole), *cut_widgets(shown.window()))]


def out_of_reach(shown: QWidget) -> list[str]:
    found = without_name(shown)
    if shown.isWindow() and not isinstance(shown, QMenu):
        found += against_the_eye(shown)
    if isinstance(shown, QDialog):
        found += [*traps(shown), *of_dialog(shown)]
    return found


@GROUPS
async def test_all_that_is_read_is_translated_longer_words_have_room_and_keys_reach_everything(
    pseudo_language: None, window: MainWindow, tmp_path: Path, group: dict[str, views.View]
) -> None:
    on = await views.stage(window, tmp_path)
    problems: list[str] = []
    for name, view in group.items():
        shown = await view(on)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        problems += [
            f"{name}: {text}"
            for text in (*untranslated(shown), *without_room(shown, pseudo=True), *out_of_reach(shown))
        ]
        await on.clear()
    assert not problems, "\n".join(sorted(set(problems)))


async def test_no_object_of_a_page_or_dialog_that_was_closed_can_be_taken_for_another(
    window: MainWindow, tmp_path: Path
) -> None:
    on = await views.stage(window, tmp_path)
    for view in (views.PAGES["editor"], views.PAGES["table"], views.OVER["palette"], views.DIALOGS["settings_1"]):
        shown = await view(on)
        QTest.keyClick(shown, Qt.Key.Key_Tab)
        del shown
        await on.clear()
        await turned()
        assert of_deleted_items() == []


IN_NARROW_FIELDS = {
    name: view
    for name, view in views.DIALOGS.items()
    if name.startswith(("connection", "export_0", "export_2", "settings_1"))
}


@pytest.fixture
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, request.param):
        yield


@pytest.mark.parametrize("spoken", [language for language in languages() if language != "en"], indirect=True)
async def test_every_language_has_room_in_its_dialogs(spoken: None, window: MainWindow, tmp_path: Path) -> None:
    on = await views.stage(window, tmp_path)
    problems: list[str] = []
    for name, view in IN_NARROW_FIELDS.items():
        shown = await view(on)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        problems += [f"{name}: {text}" for text in without_room(shown, pseudo=False)]
        await on.clear()
    assert not problems, "\n".join(sorted(set(problems)))


SMALL = QRect(0, 0, 640, 400)
"""A screen of 1280 x 800 pixels at 200 %."""


async def test_at_200_percent_every_dialog_is_on_the_screen_and_scrolls(
    qapp: QApplication, window: MainWindow, tmp_path: Path
) -> None:
    on = await views.stage(window, tmp_path)
    too_large = []
    for name in ("settings_keys", "connection_postgresql_0", "export_0", "change_production", "conflict", "parameters"):
        dialog = await views.DIALOGS[name](on)
        assert isinstance(dialog, QDialog)
        window.setMinimumSize(1, 1)
        window.resize(SMALL.size())
        keep_on_screen(dialog, SMALL)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        dialog.grab()
        if dialog.width() > SMALL.width() or not SMALL.adjusted(0, 0, 9, 9).contains(dialog.frameGeometry()):
            too_large.append(f"{name}: {dialog.frameGeometry().getRect()}")
        buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
        for button in buttons:
            button.setFocus()
            assert not button.visibleRegion().isEmpty(), f"{name}: {button.objectName()} cannot be scrolled to"
        await on.clear()
    assert too_large == []
