"""Monitor > Alerts: what fires, and the rules of it."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId, Submenu
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

ENTRIES: Final[tuple[Entry, ...]] = (
    Submenu(
        id=MenuId.ALERTS,
        title=QT_TRANSLATE_NOOP("actions", "A&lerts"),
        menu=MenuId.MONITOR,
        group="alerts",
    ),
    Action(
        id="alerts.show",
        title=QT_TRANSLATE_NOOP("actions", "&Show alerts"),
        tip=QT_TRANSLATE_NOOP("actions", "See what fires now, and what has happened"),
        menu=MenuId.ALERTS,
        shortcuts=("Ctrl+Shift+A",),
        icon="bell",
    ),
    Action(
        id="alerts.acknowledge",
        title=QT_TRANSLATE_NOOP("actions", "&Acknowledge"),
        tip=QT_TRANSLATE_NOOP("actions", "Say of the chosen alerts that they were seen"),
        menu=MenuId.ALERTS,
        icon="check",
        when=When.ALERT,
        group="alert",
    ),
    Action(
        id="alerts.silence",
        title=QT_TRANSLATE_NOOP("actions", "Silence for an &hour"),
        tip=QT_TRANSLATE_NOOP("actions", "Tell nobody of the chosen alerts for an hour"),
        menu=MenuId.ALERTS,
        icon="clock",
        when=When.ALERT,
        group="alert",
    ),
    Action(
        id="alerts.rules",
        title=QT_TRANSLATE_NOOP("actions", "Alert &rules"),
        tip=QT_TRANSLATE_NOOP("actions", "See and change the rules by which servers are judged"),
        menu=MenuId.ALERTS,
        icon="rule",
        group="rules",
    ),
    Action(
        id="alerts.new_rule",
        title=QT_TRANSLATE_NOOP("actions", "&New alert rule…"),
        tip=QT_TRANSLATE_NOOP("actions", "Write a rule over the figures of your servers"),
        menu=MenuId.ALERTS,
        icon="plus",
        group="rules",
    ),
    Action(
        id="alerts.import_rules",
        title=QT_TRANSLATE_NOOP("actions", "&Import alert rules…"),
        tip=QT_TRANSLATE_NOOP("actions", "Take alert rules out of a file"),
        menu=MenuId.ALERTS,
        group="files",
    ),
    Action(
        id="alerts.export_rules",
        title=QT_TRANSLATE_NOOP("actions", "&Export alert rules…"),
        tip=QT_TRANSLATE_NOOP("actions", "Write the alert rules that you made or changed into a file"),
        menu=MenuId.ALERTS,
        group="files",
    ),
)
