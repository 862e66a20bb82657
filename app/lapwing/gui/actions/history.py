"""Query > History: what was run."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId, Submenu
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Submenu(
        id=MenuId.HISTORY,
        title=QT_TRANSLATE_NOOP("actions", "&History"),
        menu=MenuId.QUERY,
        group="history",
    ),
    Action(
        id="history.show",
        title=QT_TRANSLATE_NOOP("actions", "&Show history"),
        tip=QT_TRANSLATE_NOOP("actions", "Find statements that were run"),
        menu=MenuId.HISTORY,
        shortcuts=("Ctrl+Shift+H",),
        icon="history",
    ),
    Action(
        id="history.open_entry",
        title=QT_TRANSLATE_NOOP("actions", "&Open in an editor"),
        tip=QT_TRANSLATE_NOOP("actions", "Put the statement chosen in the history into a new editor"),
        menu=MenuId.HISTORY,
        icon="edit",
        when=When.HISTORY_ENTRY,
        group="entry",
    ),
    Action(
        id="history.run_entry",
        title=QT_TRANSLATE_NOOP("actions", "Open and &run again"),
        tip=QT_TRANSLATE_NOOP("actions", "Put the statement into a new editor on its own connection and run it there"),
        menu=MenuId.HISTORY,
        icon="run",
        when=When.HISTORY_ENTRY,
        group="entry",
    ),
    Action(
        id="history.pin",
        title=QT_TRANSLATE_NOOP("actions", "&Pin or unpin"),
        tip=QT_TRANSLATE_NOOP("actions", "Keep the chosen statements at the top of the history, or no longer"),
        menu=MenuId.HISTORY,
        icon="pin",
        when=When.HISTORY_ENTRY,
        group="keep",
    ),
    Action(
        id="history.delete",
        title=QT_TRANSLATE_NOOP("actions", "&Delete from the history"),
        tip=QT_TRANSLATE_NOOP("actions", "Delete the chosen statements from the history"),
        menu=MenuId.HISTORY,
        icon="trash",
        when=When.HISTORY_ENTRY,
        group="keep",
    ),
    Action(
        id="history.clear",
        title=QT_TRANSLATE_NOOP("actions", "&Clear history…"),
        tip=QT_TRANSLATE_NOOP("actions", "Delete all statements that the history shows, but for pinned ones"),
        menu=MenuId.HISTORY,
        when=When.HISTORY,
        group="keep",
    ),
)
