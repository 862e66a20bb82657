"""Tools > Events."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="events.show",
        title=QT_TRANSLATE_NOOP("actions", "&Events"),
        tip=QT_TRANSLATE_NOOP("actions", "See what happens, and find what has happened"),
        menu=MenuId.TOOLS,
        icon="event",
    ),
)
