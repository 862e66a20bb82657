"""A window is wholly on its screen."""

import base64

import pytest
from PySide6.QtCore import QByteArray, QRect

from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.window_on_screen import WindowOnScreen, keep_in

ROOM = QRect(0, 30, 1280, 770)
"""A screen of 1280 x 800 with a panel at its top."""


@pytest.mark.parametrize(
    "place", [(0, 30, 1280, 800), (500, 400, 1100, 600), (-300, -200, 1000, 600), (3000, 2000, 1000, 700)]
)
async def test_a_window_that_hangs_over_the_edge_of_its_screen_is_brought_back_with_its_frame(
    window: MainWindow, place: tuple[int, int, int, int]
) -> None:
    window.setGeometry(*place)
    keep_in(window, ROOM)
    handle = window.windowHandle()
    assert ROOM.contains(handle.geometry().marginsAdded(handle.frameMargins()))
    assert window.status.visibleRegion().boundingRect() == window.status.rect()


async def test_a_window_that_is_in_its_screen_stays_where_it_is(window: MainWindow) -> None:
    window.setGeometry(100, 120, 1000, 600)
    keep_in(window, ROOM)
    assert window.geometry().getRect() == (100, 120, 1000, 600)


async def test_what_was_kept_of_a_place_is_given_back_and_what_says_nothing_is_passed_over(window: MainWindow) -> None:
    window.setGeometry(10, 50, 700, 500)
    kept = window.record().geometry_b64
    assert QByteArray(base64.b64decode(kept)) == window.saveGeometry()
    on_screen = WindowOnScreen(window)
    for odd in ("", "no base64!", "bm8="):
        on_screen.restore(odd)
        assert (window.width(), window.height()) == (1280, 800)
