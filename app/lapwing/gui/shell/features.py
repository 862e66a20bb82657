"""The features of a window. Each is a module of this folder with a function `attach`.

`attach(window)` connects what the feature needs, may enter makers into `window.page_makers`, so that its pages come
back after a restart, and returns what its actions do: handlers by the ids of actions.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

FEATURES: Final[tuple[str, ...]] = (
    "lapwing.gui.shell.file_actions",
    "lapwing.gui.shell.text_actions",
    "lapwing.gui.shell.query_actions",
    "lapwing.gui.shell.view_actions",
    "lapwing.gui.shell.results_feature",
    "lapwing.gui.shell.editor_feature",
    "lapwing.gui.shell.objects_feature",
    "lapwing.gui.shell.table_feature",
    "lapwing.gui.shell.export_feature",
    "lapwing.gui.shell.settings_feature",
    "lapwing.gui.shell.history_feature",
    "lapwing.gui.shell.tab_past",
    "lapwing.gui.shell.long_runs",
    "lapwing.gui.shell.anything_feature",
    "lapwing.gui.shell.connections_feature",
    "lapwing.gui.shell.monitor_feature",
    "lapwing.gui.shell.sessions_feature",
    "lapwing.gui.shell.alerts_feature",
    "lapwing.gui.shell.events_feature",
    "lapwing.gui.shell.schedules_feature",
    "lapwing.gui.shell.services_feature",
    "lapwing.gui.shell.webhooks_feature",
    "lapwing.gui.shell.plugins_feature",
    "lapwing.gui.shell.help_feature",
    "lapwing.gui.shell.branches_feature",
)
"""In the order in which they are attached. What a module imports costs the start of the window: load the rest late."""


def attach_features(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Attach every feature to a window; all their handlers by the ids of actions."""
    found: dict[str, Callable[[], object]] = {}
    for name in FEATURES:
        handlers: Handlers = import_module(name).attach(window)
        assert not found.keys() & handlers.keys(), f"{name} handles what another feature handles"
        found.update(handlers)
    return found
