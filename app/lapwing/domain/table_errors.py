"""What keeps somebody from reading or changing the rows of a table."""

from lapwing.domain.errors import LapwingError


class TableNotEditable(LapwingError):
    """Nothing in this relation can be edited. Facts: `table`."""

    code = "table.read_only"
    message = "The rows of {table} cannot be edited here."


class ViewNotEditable(TableNotEditable):
    """Facts: `table`, `kind` (as the catalogue calls it)."""

    code = "table.read_only.view"
    message = "{table} is a {kind}: its rows cannot be edited here."
    hint = "Edit the rows of the tables behind it."


class KeyMissing(TableNotEditable):
    """There is nothing by which exactly one row could be named."""

    code = "table.read_only.key"
    message = "{table} has no primary key and no unique index whose columns are all NOT NULL: no row can be told apart."
    hint = "Add a primary key to the table; until then change its rows by statements of your own."


class KeyNotShared(TableNotEditable):
    """Other tables inherit from it; a key of its own does not hold for their rows."""

    code = "table.read_only.inherited"
    message = "{table} also shows the rows of tables that inherit from it, and no key holds for all of them."
    hint = "Open the table that the row lies in."


class EngineCannotUndo(TableNotEditable):
    """Facts: `table`, `engine`."""

    code = "table.read_only.engine"
    message = "{table} is kept by the engine {engine}, which cannot undo changes that turn out not to fit together."
    hint = "Change its rows by statements of your own, or have the table converted to InnoDB."


class SessionReadsOnly(TableNotEditable):
    code = "table.read_only.session"
    message = "This connection is read-only."
    hint = "Open the connection without read-only if you mean to change data."


class ServerNotEditable(TableNotEditable):
    """How this kind of server writes values is not known here."""

    code = "table.read_only.server"
    message = "Rows of this kind of database are only shown: how it writes every value exactly is not known here."
    hint = "Change them by statements of your own."


class SystemTableNotEditable(TableNotEditable):
    code = "table.read_only.system"
    message = "{table} is one of the server's own tables: its rows cannot be edited here."


class ColumnNotEditable(LapwingError):
    """Facts: `column`."""

    code = "column.read_only"
    message = "The column {column} cannot be edited here."


class ColumnGenerated(ColumnNotEditable):
    code = "column.read_only.generated"
    message = "The column {column} is computed by the server from others."


class ColumnTypeUnwritten(ColumnNotEditable):
    """Facts: `column`, `type`."""

    code = "column.read_only.type"
    message = "The column {column} is only shown: how values of the type {type} are written exactly is not known here."


class ColumnIdentity(ColumnNotEditable):
    code = "column.read_only.identity"
    message = "The column {column} is always numbered by the server."


class RowConflict(LapwingError):
    """A change did not find exactly the row that it was made for.

    Facts: `table`, `rows` (how many it hit).
    """

    code = "table.conflict"
    message = "A row of {table} was not changed as it should have been: {rows} rows were hit instead of one."
    hint = "Nothing was changed. Read the table again and see to that row."


class RowGone(RowConflict):
    code = "table.conflict.gone"
    message = "A row that was to be changed is no longer in {table}."
    hint = "Nothing was changed. Take that change back, or insert the row anew."


class RowChanged(RowConflict):
    """It holds other values than those that were read."""

    code = "table.conflict.changed"
    message = "A row of {table} was changed by somebody else since it was read."
    hint = "Nothing was changed. Compare the row as it is now with what you want, and apply your changes again."


class RowKept(RowConflict):
    """Nothing has changed it, and yet the server did not do it: a trigger, a rule or a policy."""

    code = "table.conflict.kept"
    message = "The server did nothing for a row of {table} and gave no error: a trigger, a rule or a policy forbids it."
    hint = "Nothing was changed. Ask who made the table's triggers and policies what they allow."


class ConditionInvalid(LapwingError):
    """A text in one of the boxes is no condition, or no order, and was not sent.

    Facts: `box` (`WHERE` or `ORDER BY`), `position` (0-based character in the box, or None).
    """

    code = "table.condition"
    message = "What is written behind {box} cannot be used."
    exit_code = 2


class SemicolonInBox(ConditionInvalid):
    code = "table.condition.semicolon"
    message = "A semicolon cannot stand behind {box}."
    hint = "Write only the condition or the order, not a statement."


class ParenthesisNotOpened(ConditionInvalid):
    code = "table.condition.not_opened"
    message = "A parenthesis behind {box} is closed that was not opened."


class ParenthesisNotClosed(ConditionInvalid):
    code = "table.condition.not_closed"
    message = "A parenthesis behind {box} is not closed."


class QuoteNotClosed(ConditionInvalid):
    code = "table.condition.quote"
    message = "A quotation mark or a comment behind {box} is not closed."


class CommentIsRun(ConditionInvalid):
    """MySQL runs what stands in comments of this kind."""

    code = "table.condition.comment"
    message = "A comment that the server would run stands behind {box}."


class EntryEmpty(ConditionInvalid):
    code = "table.condition.entry"
    message = "An entry behind {box} is empty."


class TableAltered(LapwingError):
    """Further rows have other columns than those that were read. Facts: `table`."""

    code = "table.altered"
    message = "The columns of {table} have changed since its rows were read."
    hint = "Read the table again."


class ReferenceEmpty(LapwingError):
    """A foreign key with a NULL in it refers to no row."""

    code = "table.reference_empty"
    message = "It is NULL, which refers to no row."
    exit_code = 2


class ChangesInvalid(LapwingError):
    """A change cannot be made into a statement. Facts: `reason` (a sentence)."""

    code = "table.changes"
    message = "The changes cannot be made: {reason}"
    exit_code = 2
