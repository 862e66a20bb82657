"""The main views look as they were accepted, in both themes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from helpers import views
from helpers.languages import speaking
from helpers.pictures import difference, looks_as_accepted
from helpers.screen_texts import hard_to_read
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.theme import Theme, ThemeMode

pytestmark = pytest.mark.qt_log_ignore(
    "does not support grabbing the keyboard", "propagateSizeHints", "does not support raise"
)


async def empty_welcome(on: views.Stage) -> QWidget:
    on.window.show_welcome()
    return on.window


SEEN: dict[str, views.View] = {
    "welcome": empty_welcome,
    "editor": views.PAGES["editor"],
    "table": views.PAGES["staged_edits"],
    "properties": views.PAGES["properties"],
    "settings": views.DIALOGS["settings_1"],
    "connection": views.DIALOGS["connection_postgresql_0"],
}

ALSO_READ: dict[str, views.View] = {
    "history": views.PAGES["history"],
    "messages": views.PAGES["messages"],
    "conflict": views.DIALOGS["conflict"],
    "export": views.DIALOGS["export_0"],
    "monitor": views.PAGES["monitor"],
    "panel": views.DIALOGS["panel"],
}
"""Views whose texts are only read: each has to stand out from what is behind it."""


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    with speaking(qapp, "en"):
        yield
    qapp.setCursorFlashTime(flash)


def follow(application: QApplication, dark: bool) -> None:
    """The desktop changes its mind while views are open."""
    application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert Theme.current().is_dark is dark


async def test_the_main_views_look_as_accepted_when_the_desktop_turns_dark_and_light(
    still: None, qapp: QApplication, window: MainWindow, tmp_path: Path
) -> None:
    Theme.current().set_mode(ThemeMode.SYSTEM)
    on = await views.stage(window, tmp_path)
    wrong = []
    for name, view in (SEEN | ALSO_READ).items():
        shown = await view(on)
        for turn in range(2):
            if name in SEEN:
                scheme = "dark" if Theme.current().is_dark else "light"
                wrong.append(await looks_as_accepted(shown, f"{name}-{scheme}", tmp_path))
            wrong += hard_to_read(shown)
            if turn == 0:
                follow(qapp, dark=not Theme.current().is_dark)
        await on.clear()
    Theme.current().set_mode(ThemeMode.DARK)
    assert not any(wrong), "\n".join(filter(None, wrong))


def picture(text: str) -> QImage:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#202329"))
    painter = QPainter(image)
    painter.setPen(QColor("#d9dce1"))
    painter.drawText(20, 40, text)
    painter.end()
    return image


def test_another_word_is_a_difference_and_a_shade_is_none(qapp: QApplication) -> None:
    assert difference(picture("Run"), picture("Run")) == ""
    assert "blocks" in difference(picture("Run the statement"), picture("Run"))
    assert "instead of" in difference(picture("Run"), picture("Run").scaled(200, 100))
    shaded = picture("Run")
    shaded.setPixelColor(60, 60, QColor("#30353d"))
    assert difference(shaded, picture("Run")) == ""
