"""Errors that only a command line can meet."""

from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.errors import LapwingError


class UsageWrong(LapwingError):
    """What was typed is no command of ours, or not all of one."""

    code = "cli.usage"
    message = "{reason}"
    hint = "`{command} --help` shows what can be written."
    exit_code = ExitCode.USAGE


class CommandUnknown(LapwingError):
    """Neither a command nor a file; `near` is the nearest command, or empty."""

    code = "cli.command"
    message = "{word} is neither a command nor a file."
    hint = "{near}`lapwing help` lists the commands."
    exit_code = ExitCode.USAGE


class PlaceMissing(LapwingError):
    code = "cli.place"
    message = "No database is named."
    hint = "Give --url URL, --connection NAME, or the variable LAPWING_URL."
    exit_code = ExitCode.USAGE


class ConnectionsUnreadable(LapwingError):
    """Facts: `problem` (what is the matter with the list, in sentences)."""

    code = "cli.connections"
    message = "{problem}"
    exit_code = ExitCode.ERROR


class UrlUnreadable(LapwingError):
    """A URL that cannot be taken apart and may hold a secret: it is not repeated."""

    code = "cli.url"
    message = "The URL in {source} cannot be read: {reason}"
    hint = (
        "Write for example postgresql://me@db.example.org:5432/shop or mysql://me@db.example.org/shop; in names and "
        "passwords, characters such as / ? # @ become %XX."
    )
    exit_code = ExitCode.USAGE


class PasswordVariableMissing(LapwingError):
    """The name is not repeated: who mistakes the option types the password itself there. Facts: `option`."""

    code = "cli.password_variable"
    message = "The variable named by {option} is not set, or empty."
    hint = "Export it first; the option takes the variable's name, not the secret itself."
    exit_code = ExitCode.USAGE


class PasswordEmpty(LapwingError):
    code = "cli.password_empty"
    message = "No password was given."
    hint = "Enter it when asked, on the first line of standard input (--password-stdin), or with --password-env NAME."
    exit_code = ExitCode.USAGE


class PasswordNotTaken(LapwingError):
    code = "cli.password_not_taken"
    message = "{driver} takes no password."
    hint = "Leave out {source}."
    exit_code = ExitCode.USAGE


class SecretPlaceUnreadable(LapwingError):
    """What stands behind --secret is no place; it is not repeated, since somebody may have typed the password there."""

    code = "cli.secret"
    message = "What stands behind --secret is no place for a password: {reason}"
    hint = "Write keyring, file, env:NAME, command:LINE, ask, or none."
    exit_code = ExitCode.USAGE


class KeyringNotThere(LapwingError):
    """Facts: `typed` (the options that lead to the keyring), `reason` (why there is none, in sentences)."""

    code = "cli.keyring"
    message = "With {typed}, the system's keyring has to keep the secret. {reason}"
    hint = (
        "Nothing was saved. Write `--secret file` to keep it in that file, with --passphrase-env NAME where nobody can "
        "type the file's passphrase. Or give none to keep: `--secret ask` asks each time, and `--secret env:NAME` "
        "reads a variable each time."
    )
    exit_code = ExitCode.USAGE


class SqlMissing(LapwingError):
    code = "cli.sql"
    message = "There is no SQL to run."
    hint = "Give it in quotes as the last argument, with --file, or on standard input."
    exit_code = ExitCode.USAGE


class ScriptUnreadable(LapwingError):
    code = "cli.script"
    message = "The SQL in {path} cannot be read: {reason}."
    hint = "Check the path; the text has to be UTF-8."
    exit_code = ExitCode.USAGE


class NotFormatted(LapwingError):
    """Facts: `texts` (how many files, or standard input)."""

    code = "cli.not_formatted"
    message = "Not formatted: {texts}."
    hint = "Without --check the formatted text is written; with --in-place into the files."
    exit_code = ExitCode.ERROR


class FileNotWritten(LapwingError):
    code = "cli.file_not_written"
    message = "{path} cannot be written: {reason}."
    hint = "The file is as it was. See to its permissions, those of its folder, and the room there."
    exit_code = ExitCode.DISK


class OutputClosed(LapwingError):
    """The other end of the pipe has gone, which is how `| head` works."""

    code = "output.closed"
    message = "Who read the output has gone, so the statement was ended."
    exit_code = ExitCode.PIPE_CLOSED


class OutputRefused(LapwingError):
    code = "output.refused"
    message = "The output cannot be written: {reason}."
    hint = "What was written so far is not the whole of it. See where it goes, then run it again."
    exit_code = ExitCode.DISK


class ResultChanged(LapwingError):
    """A result that had to be read twice was another one the second time, and its first rows are out already."""

    code = "output.changed"
    message = (
        "The result holds text that is not UTF-8, so it was read a second time, and then its first rows were others."
    )
    hint = "What was written is not the whole result. Give the statement an order that does not change."
    exit_code = ExitCode.ERROR


class TransactionLeftOpen(LapwingError):
    code = "cli.transaction_left_open"
    message = "The SQL ended inside a transaction; what it changed was rolled back."
    hint = "End it with COMMIT to keep the changes, or with ROLLBACK."
    exit_code = ExitCode.ERROR


class Interrupted(LapwingError):
    code = "cli.interrupted"
    message = "Interrupted."
    exit_code = ExitCode.INTERRUPTED
