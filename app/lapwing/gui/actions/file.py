"""The File menu."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.actions.conditions import When
from lapwing.gui.actions.editor import FILES, RECENT
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="editor.open",
        title=QT_TRANSLATE_NOOP("actions", "&New editor"),
        tip=QT_TRANSLATE_NOOP("actions", "Open an empty SQL editor"),
        menu=MenuId.FILE,
        shortcuts=("Ctrl+T",),
        icon="plus",
        group="open",
    ),
    Action(
        id="file.open",
        title=QT_TRANSLATE_NOOP("actions", "&Open SQL file…"),
        tip=QT_TRANSLATE_NOOP("actions", "Open a file with SQL statements in an editor"),
        menu=MenuId.FILE,
        shortcuts=("Ctrl+O",),
        icon="file-code",
        group="open",
    ),
    Action(
        id="file.run",
        title=QT_TRANSLATE_NOOP("actions", "R&un SQL file…"),
        tip=QT_TRANSLATE_NOOP("actions", "Run the statements of a file on the connection of this tab, such as a dump"),
        menu=MenuId.FILE,
        icon="run",
        when=When.CONNECTED & ~When.RUNNING,
        group="open",
    ),
    Action(
        id="database.open",
        title=QT_TRANSLATE_NOOP("actions", "Open SQLite &database…"),
        tip=QT_TRANSLATE_NOOP("actions", "Add a SQLite file to the connections"),
        menu=MenuId.FILE,
        icon="database",
        group="open",
    ),
    *RECENT,
    Action(
        id="file.save",
        title=QT_TRANSLATE_NOOP("actions", "&Save"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Save the editor's text to its file, the staged changes of a table, or a dashboard"
        ),
        menu=MenuId.FILE,
        shortcuts=("Ctrl+S",),
        icon="save",
        when=When.EDITOR | When.DASHBOARD_CHANGED | When.STAGED & ~When.CHANGES_RUNNING,
        group="save",
    ),
    Action(
        id="file.save_as",
        title=QT_TRANSLATE_NOOP("actions", "Save &as…"),
        tip=QT_TRANSLATE_NOOP("actions", "Save the editor's text to another file"),
        menu=MenuId.FILE,
        when=When.EDITOR,
        group="save",
    ),
    *FILES,
    Action(
        id="tab.close",
        title=QT_TRANSLATE_NOOP("actions", "&Close tab"),
        tip=QT_TRANSLATE_NOOP("actions", "Close the current tab; its text is kept"),
        menu=MenuId.FILE,
        shortcuts=("Ctrl+W",),
        icon="close",
        when=When.TABS_1,
        group="close",
    ),
    Action(
        id="tab.reopen",
        title=QT_TRANSLATE_NOOP("actions", "&Reopen closed tab"),
        tip=QT_TRANSLATE_NOOP("actions", "Bring back the tab that was closed last"),
        menu=MenuId.FILE,
        shortcuts=("Ctrl+Shift+T",),
        when=When.CLOSED_TAB,
        group="close",
    ),
    Action(
        id="settings.open",
        title=QT_TRANSLATE_NOOP("actions", "Se&ttings…"),
        tip=QT_TRANSLATE_NOOP("actions", "Change how Lapwing looks and behaves"),
        menu=MenuId.FILE,
        shortcuts=("Ctrl+,",),
        icon="settings",
        group="settings",
    ),
    Action(
        id="application.quit",
        title=QT_TRANSLATE_NOOP("actions", "&Quit"),
        tip=QT_TRANSLATE_NOOP("actions", "Close all windows and end Lapwing"),
        menu=MenuId.FILE,
        shortcuts=("Ctrl+Q",),
        icon="power",
        group="quit",
    ),
)
