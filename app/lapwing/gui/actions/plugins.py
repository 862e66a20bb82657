"""Plugins: where they are managed and installed. Their own entries stand below these."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="plugins.install",
        title=QT_TRANSLATE_NOOP("actions", "&Install from file…"),
        tip=QT_TRANSLATE_NOOP("actions", "Look at the package of a plugin, and install it"),
        menu=MenuId.PLUGINS,
        icon="folder-open",
    ),
    Action(
        id="plugins.browse",
        title=QT_TRANSLATE_NOOP("actions", "&Browse plugins…"),
        tip=QT_TRANSLATE_NOOP("actions", "See which plugins can be had"),
        menu=MenuId.PLUGINS,
        icon="search",
    ),
    Action(
        id="plugins.manage",
        title=QT_TRANSLATE_NOOP("actions", "&Manage plugins…"),
        tip=QT_TRANSLATE_NOOP("actions", "See, configure, switch and remove the plugins that are installed"),
        menu=MenuId.PLUGINS,
        icon="plugin",
    ),
)
