"""The Query menu: running statements, and the transaction they are in."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId, Submenu
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_CAN_RUN: Final = When.EDITOR & When.CONNECTED & ~When.RUNNING
_CAN_ISOLATE: Final = When.CONNECTED & ~When.RUNNING & ~When.TRANSACTION_OPEN

_RUN: Final[tuple[Entry, ...]] = (
    Action(
        id="query.run",
        title=QT_TRANSLATE_NOOP("actions", "&Run statement"),
        short=QT_TRANSLATE_NOOP("actions", "Run"),
        tip=QT_TRANSLATE_NOOP("actions", "Run the statement under the cursor, or the selection"),
        menu=MenuId.QUERY,
        shortcuts=("Ctrl+Enter", "Ctrl+Return"),  # keypad and main key; people know it as Enter
        icon="run",
        when=_CAN_RUN,
        group="run",
    ),
    Action(
        id="query.run_script",
        title=QT_TRANSLATE_NOOP("actions", "Run &script"),
        short=QT_TRANSLATE_NOOP("actions", "Script"),
        tip=QT_TRANSLATE_NOOP("actions", "Run all statements of the editor in order"),
        menu=MenuId.QUERY,
        shortcuts=("Alt+X", "F9"),
        icon="script",
        when=_CAN_RUN,
        group="run",
    ),
    Action(
        id="query.run_in_new_tab",
        title=QT_TRANSLATE_NOOP("actions", "Run in &new result tab"),
        tip=QT_TRANSLATE_NOOP("actions", "Run the statement and keep the results that are there"),
        menu=MenuId.QUERY,
        shortcuts=("Ctrl+\\", "Ctrl+Shift+Return"),  # a backslash needs AltGr on many keyboards
        when=_CAN_RUN,
        group="run",
    ),
    Action(
        id="query.run_with_values",
        title=QT_TRANSLATE_NOOP("actions", "Run with other &values…"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Run the statement and ask for its parameters, also where last values are used"
        ),
        menu=MenuId.QUERY,
        when=_CAN_RUN,
        group="run",
    ),
    Action(
        id="query.cancel",
        title=QT_TRANSLATE_NOOP("actions", "&Cancel"),
        short=QT_TRANSLATE_NOOP("actions", "Stop"),
        tip=QT_TRANSLATE_NOOP("actions", "Stop what runs in this tab"),
        menu=MenuId.QUERY,
        shortcuts=("Ctrl+F2", "Ctrl+."),
        icon="stop",
        when=When.RUNNING,
        group="run",
    ),
)

_TRANSACTION: Final[tuple[Entry, ...]] = (
    Action(
        id="transaction.commit",
        title=QT_TRANSLATE_NOOP("actions", "Co&mmit"),
        tip=QT_TRANSLATE_NOOP("actions", "Keep the changes of the open transaction"),
        menu=MenuId.QUERY,
        shortcuts=("Ctrl+Shift+M",),
        icon="commit",
        when=When.TRANSACTION_OPEN & ~When.RUNNING,
        group="transaction",
    ),
    Action(
        id="transaction.roll_back",
        title=QT_TRANSLATE_NOOP("actions", "Roll &back"),
        tip=QT_TRANSLATE_NOOP("actions", "Undo the changes of the open transaction"),
        menu=MenuId.QUERY,
        shortcuts=("Ctrl+Shift+R",),
        icon="rollback",
        when=When.TRANSACTION_OPEN & ~When.RUNNING,
        group="transaction",
    ),
    Submenu(
        id=MenuId.TRANSACTION_MODE,
        title=QT_TRANSLATE_NOOP("actions", "&Transaction mode"),
        menu=MenuId.QUERY,
        group="transaction",
    ),
    Action(
        id="transaction.use_auto",
        title=QT_TRANSLATE_NOOP("actions", "&Auto-commit"),
        tip=QT_TRANSLATE_NOOP("actions", "Every statement is committed by itself"),
        menu=MenuId.TRANSACTION_MODE,
        when=When.EDITOR & ~When.RUNNING & ~When.TRANSACTION_OPEN,
        choice="transaction",
    ),
    Action(
        id="transaction.use_manual",
        title=QT_TRANSLATE_NOOP("actions", "&Manual commit"),
        tip=QT_TRANSLATE_NOOP("actions", "Changes wait for commit or rollback"),
        menu=MenuId.TRANSACTION_MODE,
        when=When.EDITOR & ~When.RUNNING & ~When.TRANSACTION_OPEN,
        choice="transaction",
    ),
    Submenu(
        id=MenuId.ISOLATION,
        title=QT_TRANSLATE_NOOP("actions", "&Isolation level"),
        menu=MenuId.QUERY,
        group="transaction",
    ),
    Action(
        id="isolation.use_read_uncommitted",
        title=QT_TRANSLATE_NOOP("actions", "Read &uncommitted"),
        tip=QT_TRANSLATE_NOOP("actions", "Next transactions may see changes that others have not committed"),
        menu=MenuId.ISOLATION,
        when=_CAN_ISOLATE & When.LEVEL_READ_UNCOMMITTED,
        choice="isolation",
    ),
    Action(
        id="isolation.use_read_committed",
        title=QT_TRANSLATE_NOOP("actions", "Read &committed"),
        tip=QT_TRANSLATE_NOOP("actions", "In next transactions each statement sees what was committed before it"),
        menu=MenuId.ISOLATION,
        when=_CAN_ISOLATE & When.LEVEL_READ_COMMITTED,
        choice="isolation",
    ),
    Action(
        id="isolation.use_repeatable_read",
        title=QT_TRANSLATE_NOOP("actions", "&Repeatable read"),
        tip=QT_TRANSLATE_NOOP("actions", "All statements of a next transaction see the same rows"),
        menu=MenuId.ISOLATION,
        when=_CAN_ISOLATE & When.LEVEL_REPEATABLE_READ,
        choice="isolation",
    ),
    Action(
        id="isolation.use_serializable",
        title=QT_TRANSLATE_NOOP("actions", "&Serializable"),
        tip=QT_TRANSLATE_NOOP("actions", "Next transactions do as if they ran one after another"),
        menu=MenuId.ISOLATION,
        when=_CAN_ISOLATE & When.LEVEL_SERIALIZABLE,
        choice="isolation",
    ),
    Action(
        id="session.reconnect",
        title=QT_TRANSLATE_NOOP("actions", "Rec&onnect"),
        tip=QT_TRANSLATE_NOOP("actions", "Let this tab's connection go and open a new one; no statement is sent again"),
        menu=MenuId.QUERY,
        when=When.EDITOR & When.SESSION & ~When.RUNNING,
        group="session",
    ),
)

_ROWS: Final[tuple[Entry, ...]] = (
    Action(
        id="result.load_more",
        title=QT_TRANSLATE_NOOP("actions", "&Load more rows"),
        tip=QT_TRANSLATE_NOOP("actions", "Fetch as many rows again as the row limit allows"),
        menu=MenuId.QUERY,
        icon="rows",
        when=When.PAUSED,
        group="rows",
    ),
    Action(
        id="result.load_all",
        title=QT_TRANSLATE_NOOP("actions", "Load &all rows"),
        tip=QT_TRANSLATE_NOOP("actions", "Fetch the rest of the result, however long it is"),
        menu=MenuId.QUERY,
        when=When.PAUSED,
        group="rows",
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_RUN, *_TRANSACTION, *_ROWS)
