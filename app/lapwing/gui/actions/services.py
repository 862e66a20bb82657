"""Tools > Services."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="services.show",
        title=QT_TRANSLATE_NOOP("actions", "&Services"),
        tip=QT_TRANSLATE_NOOP("actions", "See, start and stop what goes on though nobody asks"),
        menu=MenuId.TOOLS,
        icon="server",
    ),
)
