"""The Help menu."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="manual.open",
        title=QT_TRANSLATE_NOOP("actions", "&Manual"),
        tip=QT_TRANSLATE_NOOP("actions", "Read how things are done in Lapwing"),
        menu=MenuId.HELP,
        shortcuts=("F1",),
        icon="help",
        group="read",
    ),
    Action(
        id="shortcuts.show",
        title=QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"),
        tip=QT_TRANSLATE_NOOP("actions", "See which key does what, and choose others"),
        menu=MenuId.HELP,
        icon="keyboard",
        group="read",
    ),
    Action(
        id="application.describe",
        title=QT_TRANSLATE_NOOP("actions", "&About Lapwing"),
        tip=QT_TRANSLATE_NOOP("actions", "See versions and licences"),
        menu=MenuId.HELP,
        icon="info",
        group="about",
    ),
)
