"""What keeps a script from being run."""

from lapwing.domain.errors import LapwingError


class ScriptUnreadable(LapwingError):
    code = "script.unreadable"
    message = "The SQL in {path} cannot be read: {reason}."
    hint = "Check the path and the permissions of the file."
    exit_code = 2


class ScriptUndecodable(LapwingError):
    """Facts: `path`, `byte` (the first that begins no character, 1-based), `encoding` (the one tried)."""

    code = "script.undecodable"
    message = "The SQL in {path} cannot be read: byte {byte} is not {encoding}."
    hint = "Name the encoding that the file is written in, such as latin1, or convert it to UTF-8."
    exit_code = 2


class ScriptNotAtomic(LapwingError):
    """A script was to run in one transaction, and a statement in it does not allow that. Nothing of it lasts.

    Facts: `line` (of the statement, 1-based), `statement` (its beginning), `reason` (what it does).
    """

    code = "script.not_atomic"
    message = "The script cannot run in one transaction: in line {line}, {statement} {reason}."
    hint = "Run it without a transaction of its own, or take the statement out."
    exit_code = 2
