"""Tools > Schedules."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="schedules.show",
        title=QT_TRANSLATE_NOOP("actions", "S&chedules"),
        tip=QT_TRANSLATE_NOOP("actions", "Tell events at their times, and see what came of it"),
        menu=MenuId.TOOLS,
        icon="clock",
    ),
)
