"""What keeps the rows of a file from being imported. In all of these cases nothing was imported."""

from lapwing.domain.errors import LapwingError

_USAGE, _REFUSED, _DISK = 2, 5, 6


class ImportFormatUnknown(LapwingError):
    """Facts: `file`, `known` (the ids of formats that can be read now)."""

    code = "import.format"
    message = "No format was said that can be read, and the name of {file} tells none. Known: {known}."
    hint = "Formats are read by plugins: enable one in Plugins > Manage, such as GeoJSON."
    exit_code = _USAGE


class ImportFileUnreadable(LapwingError):
    """Facts: `path`, `reason` (words of the system)."""

    code = "import.file"
    message = "{path} cannot be read: {reason}."
    hint = "Choose another file."
    exit_code = _DISK


class ImportColumnsTwice(LapwingError):
    """Facts: `columns`."""

    code = "import.columns_twice"
    message = "The file has several columns named {columns}, so nobody knows which is meant."
    hint = "Name the columns of the file apart."


class ImportColumnsUnmatched(LapwingError):
    """Facts: `columns`, `table`."""

    code = "import.columns_unmatched"
    message = "The table {table} has no columns for these of the file: {columns}."
    hint = "Say where they go, or leave them out: --map FILE_COLUMN=COLUMN, --skip FILE_COLUMN."
    exit_code = _USAGE


class ImportColumnUnknown(LapwingError):
    """Facts: `column`, `where` (the file, or the table, by name)."""

    code = "import.column_unknown"
    message = "There is no column {column} in {where}."
    hint = "Look at the preview of the file, and at the table."
    exit_code = _USAGE


class ImportTargetTwice(LapwingError):
    """Facts: `column`."""

    code = "import.target_twice"
    message = "Two columns of the file would go into {column}."
    hint = "Choose another column for one of them, or leave it out."
    exit_code = _USAGE


class ImportNothing(LapwingError):
    code = "import.nothing"
    message = "No column of the file goes into the table."
    hint = "Choose at least one."
    exit_code = _USAGE


class ImportTableThere(LapwingError):
    """Facts: `table`."""

    code = "import.table_there"
    message = "The table {table} is there already, so it is not made."
    hint = "Import into it, or choose another name."
    exit_code = _USAGE


class ImportTableMissing(LapwingError):
    """Facts: `table`."""

    code = "import.table_missing"
    message = "There is no table {table}."
    hint = "Have it made (--create), or choose another one."
    exit_code = _USAGE


class ImportRowRefused(LapwingError):
    """Facts: `row` (of the file; 1 is the first), `reason` (the server's words)."""

    code = "import.row"
    message = "Row {row} was refused: {reason}"
    hint = "Nothing was imported. Correct that row, or the types of the table's columns."
    exit_code = _REFUSED


class ImportValueChanged(LapwingError):
    """Facts: `row` (of the file; 1 is the first), `reason` (the server's words)."""

    code = "import.changed"
    message = "A value of row {row} would have been stored as another one: {reason}"
    hint = "Nothing was imported. Choose a type for the column that holds such values."
    exit_code = _REFUSED
