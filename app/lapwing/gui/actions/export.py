"""Exporting, importing, and the jobs that do it."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="result.export",
        title=QT_TRANSLATE_NOOP("actions", "E&xport result…"),
        tip=QT_TRANSLATE_NOOP("actions", "Write the rows in front to a file or to the clipboard"),
        short=QT_TRANSLATE_NOOP("actions", "Export"),
        menu=MenuId.QUERY,
        shortcuts=("Ctrl+E",),
        icon="download",
        when=When.RESULT | When.TABLE,
        group="export",
    ),
    Action(
        id="table.export",
        title=QT_TRANSLATE_NOOP("actions", "Export &table…"),
        tip=QT_TRANSLATE_NOOP("actions", "Write all rows of the navigator's table or view to a file"),
        menu=MenuId.DATABASE,
        icon="download",
        when=When.RELATION,
        group="export",
    ),
    Action(
        id="table.import",
        title=QT_TRANSLATE_NOOP("actions", "Import rows from &a file…"),
        tip=QT_TRANSLATE_NOOP("actions", "Insert the rows of a file into a table of the navigator, or into a new one"),
        menu=MenuId.DATABASE,
        icon="upload",
        when=When.CONNECTION,
        group="export",
    ),
    Action(
        id="jobs.show",
        title=QT_TRANSLATE_NOOP("actions", "Background &jobs"),
        tip=QT_TRANSLATE_NOOP("actions", "List what runs in the background, with progress and cancel"),
        menu=MenuId.VIEW,
        group="jobs",
    ),
)
"""Every entry of this file, in the order of its menus."""
