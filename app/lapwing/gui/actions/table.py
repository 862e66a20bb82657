"""The Rows menu: what is done to the rows of a table that are shown in a tab of their own."""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId, Submenu
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_CAN_EDIT: Final = When.TABLE_EDITABLE & ~When.CHANGES_RUNNING
_CAN_EDIT_CELL: Final = _CAN_EDIT & When.CELL
_HAS_CELL: Final = (When.TABLE | When.RESULT) & When.CELL

ENTRIES: Final[tuple[Entry, ...]] = (
    Submenu(id=MenuId.ROWS, title=QT_TRANSLATE_NOOP("actions", "Ro&ws"), menu=MenuId.DATABASE, group="rows"),
    Action(
        id="row.insert",
        title=QT_TRANSLATE_NOOP("actions", "&Insert row"),
        tip=QT_TRANSLATE_NOOP("actions", "Add a row below the current one; it is staged until the changes are saved"),
        menu=MenuId.ROWS,
        shortcuts=("Ins",),
        icon="plus",
        when=_CAN_EDIT,
        group="rows",
    ),
    Action(
        id="row.duplicate",
        title=QT_TRANSLATE_NOOP("actions", "&Duplicate rows"),
        tip=QT_TRANSLATE_NOOP("actions", "Add copies of the selected rows; what the server numbers is left to it"),
        menu=MenuId.ROWS,
        icon="copy",
        when=_CAN_EDIT_CELL,
        group="rows",
    ),
    Action(
        id="row.delete",
        title=QT_TRANSLATE_NOOP("actions", "De&lete rows"),
        tip=QT_TRANSLATE_NOOP("actions", "Stage that the selected rows go"),
        menu=MenuId.ROWS,
        shortcuts=("Ctrl+Del",),
        icon="trash",
        when=_CAN_EDIT_CELL,
        group="rows",
    ),
    Action(
        id="cell.edit",
        title=QT_TRANSLATE_NOOP("actions", "&Edit cell"),
        tip=QT_TRANSLATE_NOOP("actions", "Write into the current cell"),
        menu=MenuId.ROWS,
        shortcuts=("F2",),
        icon="edit",
        when=_CAN_EDIT_CELL,
        group="cells",
    ),
    Action(
        id="cell.show_value",
        title=QT_TRANSLATE_NOOP("actions", "&Value editor…"),
        tip=QT_TRANSLATE_NOOP("actions", "See the whole value of the current cell, and change it"),
        menu=MenuId.ROWS,
        shortcuts=("Shift+Return",),
        when=_HAS_CELL,
        group="cells",
    ),
    Action(
        id="cell.set_null",
        title=QT_TRANSLATE_NOOP("actions", "Set &NULL"),
        tip=QT_TRANSLATE_NOOP("actions", "Have the selected cells hold no value (Ctrl+0 in the grid)"),
        menu=MenuId.ROWS,
        when=_CAN_EDIT_CELL,
        group="cells",
    ),
    Action(
        id="cell.set_default",
        title=QT_TRANSLATE_NOOP("actions", "Set DE&FAULT"),
        tip=QT_TRANSLATE_NOOP("actions", "Have the selected cells hold what the server puts there by itself"),
        menu=MenuId.ROWS,
        when=_CAN_EDIT_CELL,
        group="cells",
    ),
    Action(
        id="cell.set_empty",
        title=QT_TRANSLATE_NOOP("actions", "Set e&mpty text"),
        tip=QT_TRANSLATE_NOOP("actions", "Have the selected cells hold a text without a letter, which is not NULL"),
        menu=MenuId.ROWS,
        when=_CAN_EDIT_CELL,
        group="cells",
    ),
    Action(
        id="changes.preview",
        title=QT_TRANSLATE_NOOP("actions", "&Preview changes…"),
        tip=QT_TRANSLATE_NOOP("actions", "See the SQL that saving would run"),
        menu=MenuId.ROWS,
        shortcuts=("Ctrl+Shift+S",),
        icon="view",
        when=When.STAGED & ~When.CHANGES_RUNNING,
        group="changes",
    ),
    Action(
        id="changes.revert",
        title=QT_TRANSLATE_NOOP("actions", "&Revert changes"),
        tip=QT_TRANSLATE_NOOP("actions", "Take back what is staged in the selected rows, or everywhere"),
        menu=MenuId.ROWS,
        shortcuts=("Ctrl+U",),
        icon="undo",
        when=When.STAGED & ~When.CHANGES_RUNNING,
        group="changes",
    ),
    Action(
        id="rows.filter_equal",
        title=QT_TRANSLATE_NOOP("actions", "Only rows with &this value"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the rows that hold what the current cell holds"),
        menu=MenuId.ROWS,
        shortcuts=("Ctrl+Shift+1",),
        icon="filter",
        when=_HAS_CELL,
        group="filter",
    ),
    Action(
        id="rows.filter_unequal",
        title=QT_TRANSLATE_NOOP("actions", "Only rows with &other values"),
        tip=QT_TRANSLATE_NOOP("actions", "Leave out the rows that hold what the current cell holds"),
        menu=MenuId.ROWS,
        shortcuts=("Ctrl+Shift+2",),
        when=_HAS_CELL,
        group="filter",
    ),
    Action(
        id="rows.clear_filter",
        title=QT_TRANSLATE_NOOP("actions", "&All rows"),
        tip=QT_TRANSLATE_NOOP("actions", "Take the filter away"),
        menu=MenuId.ROWS,
        shortcuts=("Ctrl+Shift+E",),
        when=When.TABLE | When.FILTERED,
        group="filter",
    ),
    Action(
        id="rows.count",
        title=QT_TRANSLATE_NOOP("actions", "&Count rows"),
        tip=QT_TRANSLATE_NOOP("actions", "Have the server count the rows exactly, which may take long"),
        menu=MenuId.ROWS,
        icon="sum",
        when=When.TABLE,
        group="filter",
    ),
)
