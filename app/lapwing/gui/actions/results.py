"""What is done with the rows of a result: copying them in some form, order, filter, columns, the inspector.

Filtering by a value (`rows.*`) is declared with the rows of tables and done by whatever page shows rows.
"""

from typing import Final

from lapwing.gui.actions.action import Action, Entry, MenuId, Submenu
from lapwing.gui.actions.conditions import When
from lapwing.gui.i18n import QT_TRANSLATE_NOOP

_HAS_ROWS: Final = When.RESULT
_ARRANGES: Final = When.RESULT & When.EDITOR

COPY_AS: Final[tuple[Action, ...]] = (
    Action(
        id="copy.as_csv",
        title=QT_TRANSLATE_NOOP("actions", "&CSV"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected cells as CSV with the names of their columns"),
        menu=MenuId.COPY_AS,
        when=When.SELECTION,
        group="files",
    ),
    Action(
        id="copy.as_json",
        title=QT_TRANSLATE_NOOP("actions", "&JSON"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected cells as an array of JSON objects"),
        menu=MenuId.COPY_AS,
        when=When.SELECTION,
        group="files",
    ),
    Action(
        id="copy.as_ndjson",
        title=QT_TRANSLATE_NOOP("actions", "&NDJSON"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected cells as JSON objects, one a line"),
        menu=MenuId.COPY_AS,
        when=When.SELECTION,
        group="files",
    ),
    Action(
        id="copy.as_markdown",
        title=QT_TRANSLATE_NOOP("actions", "&Markdown table"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected cells as a table for Markdown"),
        menu=MenuId.COPY_AS,
        when=When.SELECTION,
        group="files",
    ),
    Action(
        id="copy.as_insert",
        title=QT_TRANSLATE_NOOP("actions", "&INSERT statements"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected cells as statements that insert them"),
        menu=MenuId.COPY_AS,
        when=When.SELECTION,
        group="sql",
    ),
    Action(
        id="copy.as_in_list",
        title=QT_TRANSLATE_NOOP("actions", "&List for IN"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected values, each once, as a list for the operator IN"),
        menu=MenuId.COPY_AS,
        when=When.SELECTION,
        group="sql",
    ),
    Action(
        id="copy.column_names",
        title=QT_TRANSLATE_NOOP("actions", "C&olumn names only"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the names of the selected columns"),
        menu=MenuId.COPY_AS,
        when=_HAS_ROWS,
        group="names",
    ),
)

_COPYING: Final[tuple[Entry, ...]] = (
    Submenu(id=MenuId.COPY_AS, title=QT_TRANSLATE_NOOP("actions", "Cop&y as"), menu=MenuId.EDIT, group="copying"),
    Action(
        id="copy.choose_format",
        title=QT_TRANSLATE_NOOP("actions", "&Ask for the format…"),
        tip=QT_TRANSLATE_NOOP("actions", "Choose in which form the selected cells are copied"),
        short=QT_TRANSLATE_NOOP("actions", "Copy as"),
        menu=MenuId.COPY_AS,
        shortcuts=("Ctrl+K",),
        icon="copy",
        when=When.SELECTION,
        group="choose",
    ),
    *COPY_AS,
)

_ROWS: Final[tuple[Entry, ...]] = (
    Submenu(id=MenuId.RESULT, title=QT_TRANSLATE_NOOP("actions", "R&esult"), menu=MenuId.QUERY, group="result"),
    Action(
        id="result.filter",
        title=QT_TRANSLATE_NOOP("actions", "&Filter rows…"),
        short=QT_TRANSLATE_NOOP("actions", "Filter"),
        tip=QT_TRANSLATE_NOOP("actions", "Show only loaded rows that contain a text or fulfil conditions"),
        menu=MenuId.RESULT,
        icon="filter",
        when=_ARRANGES,
        group="filter",
    ),
    Action(
        id="result.sort_up",
        title=QT_TRANSLATE_NOOP("actions", "&Sort ascending"),
        tip=QT_TRANSLATE_NOOP("actions", "Order the loaded rows by the current column, the least first"),
        menu=MenuId.RESULT,
        icon="sort-ascending",
        when=_ARRANGES & When.SELECTION,
        group="order",
    ),
    Action(
        id="result.sort_down",
        title=QT_TRANSLATE_NOOP("actions", "Sort &descending"),
        tip=QT_TRANSLATE_NOOP("actions", "Order the loaded rows by the current column, the greatest first"),
        menu=MenuId.RESULT,
        icon="sort-descending",
        when=_ARRANGES & When.SELECTION,
        group="order",
    ),
    Action(
        id="result.sort_on_server",
        title=QT_TRANSLATE_NOOP("actions", "Sort on the ser&ver"),
        tip=QT_TRANSLATE_NOOP("actions", "Run the statement again, ordered by the server as the loaded rows are now"),
        menu=MenuId.RESULT,
        when=When.SORTED & When.CONNECTED & ~When.RUNNING,
        group="order",
    ),
    Action(
        id="result.unsort",
        title=QT_TRANSLATE_NOOP("actions", "As the server s&ent them"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the rows as the server sent them"),
        menu=MenuId.RESULT,
        when=When.SORTED,
        group="order",
    ),
)

_COLUMNS: Final[tuple[Entry, ...]] = (
    Action(
        id="result.choose_columns",
        title=QT_TRANSLATE_NOOP("actions", "&Columns…"),
        tip=QT_TRANSLATE_NOOP("actions", "Choose which columns are shown"),
        menu=MenuId.RESULT,
        icon="column",
        when=_HAS_ROWS,
        group="columns",
    ),
    Action(
        id="result.fit_columns",
        title=QT_TRANSLATE_NOOP("actions", "Fit column &widths"),
        tip=QT_TRANSLATE_NOOP("actions", "Make the columns as wide as what is seen of them needs"),
        menu=MenuId.RESULT,
        when=_HAS_ROWS,
        group="columns",
    ),
    Action(
        id="result.freeze_columns",
        title=QT_TRANSLATE_NOOP("actions", "Freeze up to &here"),
        tip=QT_TRANSLATE_NOOP("actions", "Keep the columns up to the current one in sight"),
        menu=MenuId.RESULT,
        when=_HAS_ROWS & When.SELECTION,
        group="columns",
    ),
    Action(
        id="result.unfreeze_columns",
        title=QT_TRANSLATE_NOOP("actions", "&Unfreeze columns"),
        tip=QT_TRANSLATE_NOOP("actions", "Let all columns scroll"),
        menu=MenuId.RESULT,
        when=_HAS_ROWS,
        group="columns",
    ),
    Action(
        id="result.pin",
        title=QT_TRANSLATE_NOOP("actions", "&Pin result"),
        tip=QT_TRANSLATE_NOOP("actions", "Keep the result in front when the next statement is run, or no longer"),
        menu=MenuId.RESULT,
        icon="pin",
        when=_ARRANGES,
        group="result",
    ),
    Action(
        id="result.close",
        title=QT_TRANSLATE_NOOP("actions", "C&lose result"),
        tip=QT_TRANSLATE_NOOP("actions", "Let go of the rows of the result in front"),
        menu=MenuId.RESULT,
        when=_ARRANGES,
        group="result",
    ),
)

_VIEW: Final[tuple[Entry, ...]] = (
    Action(
        id="inspector.toggle",
        title=QT_TRANSLATE_NOOP("actions", "&Value inspector"),
        tip=QT_TRANSLATE_NOOP("actions", "Show or hide the value, the row and facts beside a result"),
        menu=MenuId.VIEW,
        icon="panel-right",
        group="panes",
        is_toggle=True,
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_COPYING, *_ROWS, *_COLUMNS, *_VIEW)
