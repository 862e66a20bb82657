"""What a script asks of the vendor's own client: its commands, and the variables that it puts into statements.

A run hands every statement with `is_client_command` to one `ClientCommands` of its own instead of sending it, and every
other one through `rewrite` before it is sent. Both are called in the run's thread, in the order of the script.
"""

from collections.abc import Iterable
from typing import Protocol

from lapwing.domain.errors import StatementFailed
from lapwing.domain.query import RunQuery
from lapwing.drivers.base import Session
from lapwing.sql.dialect import Dialect


class RunContext(Protocol):
    """What a command may do with the run that it stands in. Run's thread, and only until `run` returns."""

    @property
    def session(self) -> Session: ...

    @property
    def request(self) -> RunQuery: ...

    @property
    def dialect(self) -> Dialect: ...

    def tell(self, text: str, severity: str = "notice") -> None:
        """Say something to the person, in order with results and notices."""

    def execute(self, sql: str, data: Iterable[str] | None = None) -> None:
        """Run one statement as a part of the command: its results and notices are the command's.

        Args:
            data: Input for it, as for COPY ... FROM STDIN; None when it takes none.

        Raises:
            LapwingError: It was refused, or the run was cancelled.
        """

    def run_file(self, path: str) -> None:
        """Run the statements of another script here, one by one as if they stood in this one.

        Raises:
            LapwingError: The file cannot be read.
        """


class ClientCommands(Protocol):
    """The commands of one run, with what they have set so far. Run's thread."""

    def rewrite(self, sql: str) -> str:
        """A statement as it is to be sent, with variables replaced; `sql` itself when there is nothing to replace.

        Raises:
            StatementFailed: A variable that it needs cannot be put there.
        """

    def run(self, command: str, run_context: RunContext) -> None:
        """Do a command, given as it stands in the script, from its first character to its last, without terminator.

        Raises:
            StatementFailed: It is not known, not allowed here, or failed.
            LapwingError: What it did raised that.
        """


class NoCommands:
    """Refuses every command, and replaces nothing."""

    def __init__(self, dialect: Dialect) -> None:
        self._client = dialect.client

    def rewrite(self, sql: str) -> str:
        """`sql` itself."""
        return sql

    def run(self, command: str, run_context: RunContext) -> None:
        """Refuse it.

        Raises:
            StatementFailed: Always.
        """
        raise StatementFailed(
            server=f"{command.split()[0]} is a command of the {self._client} program, not SQL.", position=0
        )


def commands_for(request: RunQuery, dialect: Dialect) -> ClientCommands:
    """The commands that a run of this request obeys."""
    return NoCommands(dialect)
