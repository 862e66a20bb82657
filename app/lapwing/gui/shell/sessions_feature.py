"""What is done with the sessions of a server: the page that shows them does it (`monitor_sessions`)."""

from typing import TYPE_CHECKING, Final

from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

ACTIONS: Final = (
    "session.open_statement",
    "session.explain",
    "session.cancel_statement",
    "session.terminate",
    "session.show_blocking",
    "session.hold",
)


def attach(_window: "MainWindow") -> Handlers:
    return dict.fromkeys(ACTIONS, lambda: None)
