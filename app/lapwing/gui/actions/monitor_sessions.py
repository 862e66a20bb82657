"""The Monitor menu: what is done with the sessions of a server."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="session.open_statement",
        title=QT_TRANSLATE_NOOP("actions", "&Open statement in an editor"),
        tip=QT_TRANSLATE_NOOP("actions", "Put the statement of the chosen session into a new editor"),
        menu=MenuId.MONITOR,
        icon="edit",
        when=When.SERVER_STATEMENT,
        group="sessions",
    ),
    Action(
        id="session.explain",
        title=QT_TRANSLATE_NOOP("actions", "E&xplain statement"),
        tip=QT_TRANSLATE_NOOP("actions", "Show how the server goes about the statement of the chosen session"),
        menu=MenuId.MONITOR,
        icon="explain",
        when=When.SERVER_STATEMENT,
        group="sessions",
    ),
    Action(
        id="session.cancel_statement",
        title=QT_TRANSLATE_NOOP("actions", "&Cancel statement…"),
        tip=QT_TRANSLATE_NOOP("actions", "End what the chosen sessions of the server run"),
        menu=MenuId.MONITOR,
        shortcuts=("Ctrl+Shift+F2",),
        icon="stop",
        when=When.SERVER_RUNNING,
        group="sessions",
    ),
    Action(
        id="session.terminate",
        title=QT_TRANSLATE_NOOP("actions", "&End session…"),
        tip=QT_TRANSLATE_NOOP("actions", "End the chosen sessions of the server, and what they have not committed"),
        menu=MenuId.MONITOR,
        shortcuts=("Ctrl+Shift+Del",),
        icon="power",
        when=When.SERVER_SESSION,
        group="sessions",
    ),
    Action(
        id="session.show_blocking",
        title=QT_TRANSLATE_NOOP("actions", "Show who &blocks whom"),
        tip=QT_TRANSLATE_NOOP("actions", "Show sessions as a table, or those that wait below those that they wait for"),
        menu=MenuId.MONITOR,
        icon="diagram",
        when=When.SERVER_SESSIONS,
        group="sessions",
    ),
    Action(
        id="session.hold",
        title=QT_TRANSLATE_NOOP("actions", "&Hold sessions, or back to live"),
        tip=QT_TRANSLATE_NOOP("actions", "Stay at the sessions that are shown, or follow the server again"),
        menu=MenuId.MONITOR,
        icon="pause",
        when=When.SERVER_SESSIONS,
        group="sessions",
    ),
)
