"""Tools > Webhooks."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="webhooks.show",
        title=QT_TRANSLATE_NOOP("actions", "&Webhooks"),
        tip=QT_TRANSLATE_NOOP("actions", "Tell other programs what happens, and see what they tell"),
        menu=MenuId.TOOLS,
        icon="link",
    ),
)
