"""The open rows of the navigator come back after a restart; nothing is connected by that."""

from typing import TYPE_CHECKING, Final

from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_KEY: Final = "feature.branches"


def attach(window: "MainWindow") -> Handlers:
    tree = window.navigator.tree
    tree.branches.restore(window.feature_state.get(_KEY, ""))

    def keep() -> None:
        window.feature_state[_KEY] = tree.branches.text
        window.keep()

    tree.branches_changed.connect(keep)
    return {}
