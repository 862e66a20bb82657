"""Actions about the object that is chosen in the navigator, or that the page in front is about."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="object.show_properties",
        title=QT_TRANSLATE_NOOP("actions", "&Properties"),
        tip=QT_TRANSLATE_NOOP("actions", "Show everything about the object chosen in the navigator"),
        menu=MenuId.DATABASE,
        shortcuts=("Alt+Return",),
        icon="properties",
        when=When.OBJECT,
        group="objects",
    ),
    Action(
        id="favorite.toggle",
        title=QT_TRANSLATE_NOOP("actions", "Add to &favourites or remove"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the object chosen in the navigator at its top, or no longer"),
        menu=MenuId.DATABASE,
        icon="star",
        when=When.OBJECT,
        group="objects",
    ),
    Action(
        id="object.locate",
        title=QT_TRANSLATE_NOOP("actions", "Show in the navi&gator"),
        tip=QT_TRANSLATE_NOOP("actions", "Find the object that the tab in front is about among all objects"),
        menu=MenuId.DATABASE,
        icon="locate",
        when=When.LOCATABLE,
        group="objects",
    ),
    Action(
        id="navigator.filter",
        title=QT_TRANSLATE_NOOP("actions", "Fi&lter objects"),
        tip=QT_TRANSLATE_NOOP("actions", "Type a part of a name to see only what fits"),
        menu=MenuId.DATABASE,
        icon="filter",
        group="navigator",
    ),
    Action(
        id="navigator.close_all",
        title=QT_TRANSLATE_NOOP("actions", "&Collapse all objects"),
        tip=QT_TRANSLATE_NOOP("actions", "Close every row of the navigator"),
        menu=MenuId.DATABASE,
        icon="collapse",
        group="navigator",
    ),
)
