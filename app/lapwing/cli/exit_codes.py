"""What the commands end with; the README lists the same numbers."""

from enum import IntEnum


class ExitCode(IntEnum):
    """0 is success; each `LapwingError` names its own of these."""

    OK = 0
    ERROR = 1
    """Something else went wrong; the sentence says what."""
    USAGE = 2
    """The command, a URL or a name is wrong."""
    STORED_NEWER = 3
    """A stored file was written by a newer Lapwing; or a package is missing (`make`)."""
    CONNECTION = 4
    """The database cannot be opened or was lost."""
    STATEMENT = 5
    """The server refused a statement."""
    DISK = 6
    """No room to write."""
    DEFECT = 70
    INTERRUPTED = 130
    """Ctrl+C, or a cancelled statement."""
    PIPE_CLOSED = 141
    """Who read our output has gone."""
