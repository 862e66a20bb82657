"""All actions in the order of the menus."""

from typing import Final

from lapwing.gui.actions import (
    alerts,
    database,
    edit,
    events,
    export,
    file,
    history,
    monitor,
    monitor_sessions,
    objects,
    plugins,
    query,
    results,
    schedules,
    services,
    table,
    view,
    webhooks,
)
from lapwing.gui.actions import help as help_menu
from lapwing.gui.actions.action import Action, Entry

ENTRIES: Final[tuple[Entry, ...]] = (
    *file.ENTRIES,
    *edit.ENTRIES,
    *view.ENTRIES,
    *query.ENTRIES,
    *history.ENTRIES,
    *results.ENTRIES,
    *database.ENTRIES,
    *objects.ENTRIES,
    *export.ENTRIES,
    *table.ENTRIES,
    *monitor.ENTRIES,
    *monitor_sessions.ENTRIES,
    *alerts.ENTRIES,
    *events.ENTRIES,
    *schedules.ENTRIES,
    *services.ENTRIES,
    *webhooks.ENTRIES,
    *plugins.ENTRIES,
    *help_menu.ENTRIES,
)
"""Actions and submenus; a submenu stands where it appears in its menu."""

ACTIONS: Final[dict[str, Action]] = {entry.id: entry for entry in ENTRIES if isinstance(entry, Action)}
"""Every action by id."""
