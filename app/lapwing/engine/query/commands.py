"""What a script asks of the vendor's own client: its commands, and the variables that it puts into statements.

A run hands every statement with `is_client_command` to one `ClientCommands` of its own instead of sending it, and every
other one through `rewrite` before it is sent. Both are called in the run's thread, in the order of the script.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.query import RunQuery
from lapwing.drivers.base import Session
from lapwing.sql.dialect import Dialect
from lapwing.sql.rewriting import Rewritten


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

    def stop_at_errors(self, *, stops: bool) -> None:
        """From here on the run stops at its first error, or does again what the person chose."""

    def move_to(self, database: str) -> None:
        """Go on in another database of the same server: `session` is another one from here on.

        Raises:
            TransactionOpen: One is open.
            LapwingError: No session can be opened there.
        """

    def end_file(self) -> None:
        """Nothing that follows in the file that is read now is run."""


class ClientCommands(Protocol):
    """The commands of one run, with what they have set so far. Run's thread."""

    def begin(self, session: Session) -> None:
        """The run begins on that session."""

    @property
    def skips(self) -> bool:
        """Whether statements are passed over. Commands are given to `run` all the same."""

    def takes(self, command: str) -> bool:
        """Whether a command that stands in the place of a statement's terminator sends that statement itself."""

    def rewrite(self, sql: str) -> Sequence[Rewritten]:
        """A statement as it is to be sent, with variables replaced. A value may hold several statements.

        Raises:
            StatementFailed: A variable that it needs cannot be put there.
        """

    def run(
        self, command: str, run_context: RunContext, before: str | None = None, data: Iterable[str] | None = None
    ) -> None:
        """Do a command, given as it stands in the script, from its first character to its last, without terminator.

        Args:
            before: The statement that it sends, where `takes` said so.
            data: Lines of the script that are its input; None when there are none.

        Raises:
            StatementFailed: It is not known, not allowed here, or failed.
            LapwingError: What it did raised that.
        """

    def noted(self, error: LapwingError | None, rows: int | None) -> None:
        """A statement ended; `rows` are those of its result, or those it changed, or None."""

    def end(self) -> None:
        """The script is over.

        Raises:
            StatementFailed: Something in it was left open.
        """


class NoCommands:
    """Refuses every command, and replaces nothing."""

    skips = False

    def __init__(self, dialect: Dialect) -> None:
        self._client = dialect.client

    def begin(self, session: Session) -> None:
        """Nothing to do."""

    def takes(self, command: str) -> bool:
        """It never does."""
        return False

    def rewrite(self, sql: str) -> Sequence[Rewritten]:
        """The statement itself."""
        return (Rewritten(sql),)

    def run(
        self, command: str, run_context: RunContext, before: str | None = None, data: Iterable[str] | None = None
    ) -> None:
        """Refuse it.

        Raises:
            StatementFailed: Always.
        """
        raise StatementFailed(
            server=f"{command.split()[0]} is a command of the {self._client} program, not SQL.", position=0
        )

    def noted(self, error: LapwingError | None, rows: int | None) -> None:
        """Nothing to do."""

    def end(self) -> None:
        """Nothing is ever open."""
