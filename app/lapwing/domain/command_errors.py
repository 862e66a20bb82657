"""What keeps a command of a vendor's client from being done. None of them was sent to the server, or done in part.

Facts of each: `command` (its name as written, never its arguments: one may hold a password) and `position` (0-based, in
the text that was run).
"""

from lapwing.domain.errors import LapwingError, StatementFailed


class ClientCommandFailed(StatementFailed):
    """Base of all of them: something is wrong with how it is written or with what it was to work on.

    Facts: `reason` (a sentence).
    """

    code = "command.failed"
    message = "{command}: {reason}"
    hint = "Correct the command. The manual's page about client commands says what can be written."


class ClientCommandUnknown(ClientCommandFailed):
    """Facts: `client` (the vendor's program)."""

    code = "command.unknown"
    message = "{command} is no command of {client} that Lapwing knows; it was not sent."
    hint = "Take it out of the script."


class ClientCommandRefused(ClientCommandFailed):
    """One that exists, and that has no meaning here or is not done.

    Facts: `client`, `reason` (a sentence), `advice` (what to do instead, a sentence).
    """

    code = "command.refused"
    message = "{command} of {client} is not supported here: {reason}"
    hint = "{advice}"


class ProgramNotRun(ClientCommandFailed):
    """It would run a program of the system."""

    code = "command.program"
    message = "{command} would run a program of this computer. Scripts never do that here."
    hint = "Take it out of the script, and run the program in a terminal."


class FilesNotAllowed(ClientCommandFailed):
    """It would read or write a file, and nobody has allowed this run to. Facts: `path`."""

    code = "command.files"
    message = "{command} would use the file {path}, and this run may not use files."
    hint = (
        "If you trust the script, run it by “File › Run SQL file…” and let it use files of its folder, or by `lapwing "
        "query --file` with --allow-include."
    )


class FileOutOfBounds(ClientCommandFailed):
    """It would use a file that no script may use. Facts: `path`, `reason` (a sentence)."""

    code = "command.bounds"
    message = "{command} may not use {path}: {reason}"
    hint = "Scripts may use plain files in their own folder and below it. Move the file there."


class ConditionWrong(ClientCommandFailed):
    """Branches that do not fit together. Facts: `reason` (a sentence)."""

    code = "command.condition"
    message = "{reason}"
    hint = "Each \\if needs its \\endif in the same file, and nothing may follow \\else but \\endif."


class ScriptStopped(LapwingError):
    """A command that would have led what follows elsewhere, or had it run otherwise: nothing of that may run now,
    whatever was chosen to be done behind errors.

    Facts as of `ClientCommandRefused`.
    """

    code = "command.stopped"
    message = "{command} of {client} is not supported here: {reason} The script stops, since the rest relies on it."
    hint = "{advice}"
    exit_code = 5
