"""What the commands end with. README and the help page list the same table; a test compares them."""

from enum import IntEnum
from typing import Final


class ExitCode(IntEnum):
    """0 is success; each `LapwingError` names its own of these.

    Attributes:
        meaning: One line for people.
    """

    meaning: str

    def __new__(cls, value: int, meaning: str) -> "ExitCode":
        code = int.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        return code

    OK = 0, "all went well"
    ERROR = (
        1,
        "something else went wrong, `lapwing doctor` found a problem, `lapwing alerts check` a rule that fires, or "
        "`lapwing format --check` a text to format; the sentence says what",
    )
    USAGE = 2, "the command, an option, a URL or a name is wrong, or there is no SQL to run"
    STORED_NEWER = 3, "a stored file was written by a newer Lapwing; from `make`: a package is missing"
    CONNECTION = 4, "the database cannot be opened, or was lost"
    STATEMENT = 5, "a statement was refused"
    DISK = 6, "the output, or a file of Lapwing's own, cannot be written"
    HOST_UNKNOWN = 10, "the server's host name has no address"
    UNREACHABLE = 11, "no server answers there"
    TIMED_OUT = 12, "the server did not answer in time"
    TLS = 13, "no encrypted connection as it was asked for; the certificate or an SSH host key was refused, for example"
    LOGIN = 14, "the server did not let the user in, or the password is missing"
    SESSION = 15, "logged in, but there is no such database, or the first query failed"
    DEFECT = 70, "a defect of Lapwing's own; the log has the details"
    INTERRUPTED = 130, "Ctrl+C, or a cancelled statement"
    PIPE_CLOSED = 141, "who read the output has gone, as `head` does"


EPILOG: Final = "\b\nExit codes:\n" + "\n".join(f"{code.value:>5}  {code.meaning}" for code in ExitCode)
"""Stands below the help of a command."""
