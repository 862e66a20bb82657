"""The Database menu: connections and the objects in the navigator."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Action(
        id="connection.new",
        title=QT_TRANSLATE_NOOP("actions", "&New connection…"),
        tip=QT_TRANSLATE_NOOP("actions", "Add a server or a database file to the navigator"),
        menu=MenuId.DATABASE,
        shortcuts=("Ctrl+Shift+N",),
        icon="connect",
        group="open",
    ),
    Action(
        id="connection.connect",
        title=QT_TRANSLATE_NOOP("actions", "Connect wit&hout saving…"),
        tip=QT_TRANSLATE_NOOP("actions", "Connect to a place for now, by a URL or what else says where it is"),
        menu=MenuId.DATABASE,
        icon="connection",
        group="open",
    ),
    Action(
        id="sample.open",
        title=QT_TRANSLATE_NOOP("actions", "Open the &sample database"),
        tip=QT_TRANSLATE_NOOP("actions", "Make a database to play with, and open it"),
        menu=MenuId.DATABASE,
        icon="sample",
        group="open",
    ),
    Action(
        id="table.open_data",
        title=QT_TRANSLATE_NOOP("actions", "Open &data"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Show the rows of the table at the caret or in the navigator, or those that a cell refers to"
        ),
        menu=MenuId.DATABASE,
        shortcuts=("F4",),
        icon="table",
        when=When.RELATION | When.CODE | When.CELL,
        group="objects",
    ),
    Action(
        id="catalog.refresh",
        title=QT_TRANSLATE_NOOP("actions", "&Refresh"),
        tip=QT_TRANSLATE_NOOP("actions", "Read the objects in the navigator again"),
        menu=MenuId.DATABASE,
        shortcuts=("F5", "Ctrl+R"),
        icon="refresh",
        group="objects",
    ),
    Action(
        id="environments.show",
        title=QT_TRANSLATE_NOOP("actions", "En&vironments…"),
        tip=QT_TRANSLATE_NOOP("actions", "Say how careful Lapwing is in development, test, production"),
        menu=MenuId.DATABASE,
        icon="policy",
        group="connections",
    ),
    Action(
        id="connection.import",
        title=QT_TRANSLATE_NOOP("actions", "&Import connections…"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Take connections from DBeaver, pgAdmin, .pgpass, my.cnf or Azure Data Studio"
        ),
        menu=MenuId.DATABASE,
        icon="download",
        group="connections",
    ),
    Action(
        id="connection.export",
        title=QT_TRANSLATE_NOOP("actions", "E&xport connections…"),
        tip=QT_TRANSLATE_NOOP("actions", "Write all connections without their passwords to a file"),
        menu=MenuId.DATABASE,
        icon="upload",
        group="connections",
    ),
    Action(
        id="connection.disconnect",
        title=QT_TRANSLATE_NOOP("actions", "Disc&onnect"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Close all that is open on this connection; the next statement connects again"
        ),
        menu=MenuId.DATABASE,
        icon="disconnect",
        when=When.CONNECTION,
        group="connection",
    ),
    Action(
        id="connection.duplicate",
        title=QT_TRANSLATE_NOOP("actions", "D&uplicate connection"),
        tip=QT_TRANSLATE_NOOP("actions", "Begin another connection with what this one has"),
        menu=MenuId.DATABASE,
        icon="copy",
        when=When.CONNECTION,
        group="connection",
    ),
    Action(
        id="connection.group",
        title=QT_TRANSLATE_NOOP("actions", "Group mem&bership…"),
        tip=QT_TRANSLATE_NOOP("actions", "Put the connection into another group, or rename its group"),
        menu=MenuId.DATABASE,
        icon="folder",
        when=When.CONNECTION,
        group="connection",
    ),
    Action(
        id="connection.edit",
        title=QT_TRANSLATE_NOOP("actions", "&Edit connection…"),
        tip=QT_TRANSLATE_NOOP("actions", "Change where the connection leads and how it logs in"),
        menu=MenuId.DATABASE,
        icon="edit",
        when=When.CONNECTION,
        group="connection",
    ),
    Action(
        id="connection.remove",
        title=QT_TRANSLATE_NOOP("actions", "Re&move connection…"),
        tip=QT_TRANSLATE_NOOP("actions", "Take the connection off the list; its database is not touched"),
        menu=MenuId.DATABASE,
        icon="trash",
        when=When.CONNECTION,
        group="connection",
    ),
)
