"""What keeps the start-up SQL of a connection from being run, or kept."""

from lapwing.domain.errors import LapwingError, OpeningFailed


class StartupRefused(OpeningFailed):
    """Its start-up SQL did not go well; the session was closed again.

    Facts: `statement` (its beginning, without secrets), `server`.
    """

    code = "connection.startup"
    message = "The start-up SQL of {connection} failed at “{statement}”: {server}"
    hint = "Correct it in the connection's dialog, on the page Start and schemas."
    exit_code = 15


class StartupHoldsSecret(LapwingError):
    """The list of connections is a plain file."""

    code = "connection.startup_secret"
    message = "The start-up SQL of {connection} seems to hold a secret, which would be kept in plain sight."
    hint = "Leave the secret out of it."
    exit_code = 2
