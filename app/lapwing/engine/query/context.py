"""What a command of a vendor's client may do with the run that it stands in. Run's thread."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lapwing.domain.errors import LapwingError
from lapwing.drivers.base import Session
from lapwing.engine.query.replies import Current, ReplyTaker
from lapwing.engine.query.script import TextOfFile, check_file
from lapwing.engine.running.looking_ahead import LookingAhead
from lapwing.sql.script_stream import ScriptStream

if TYPE_CHECKING:
    from lapwing.engine.query.run import Run, _Statements


class ScriptEnded(LapwingError):
    """A script within the script ended the run; what ended it has been told."""

    code = "script.ended"
    message = "The script was ended."


class Context:
    """What a command may do with the run that it stands in (`commands.RunContext`)."""

    def __init__(
        self, run: "Run", session: Session, statements: "_Statements", taker: ReplyTaker, current: Current
    ) -> None:
        self.session = session
        self.request = run.request
        self.dialect = run.dialect
        self._statements = statements
        self._taker = taker
        self._current = current

    def tell(self, text: str, severity: str = "notice") -> None:
        """Say something to the person."""
        self._taker.tell(self._current, text, severity)

    def execute(self, sql: str, data: Iterable[str] | None = None) -> None:
        """Run one statement as a part of the command."""
        self._statements.send(self._current, sql, data)

    def run_file(self, path: str) -> None:
        """Run the statements of another script."""
        check_file(path, self.request.encoding, reads_twice=False)
        with TextOfFile(path, self.request.encoding) as file:
            stream = ScriptStream(self.dialect, file.read, path)
            statements = LookingAhead(iter(stream), may_look=file.can_be_read_again)
            goes_on = self._statements.run(statements, is_inner=True)
        self._statements.report.resume(self._current.statement)
        if not goes_on:
            raise ScriptEnded

    def stop_at_errors(self, *, stops: bool) -> None:
        """Stop at the next error, or do as the person chose again."""
        self._statements.stop_at_errors(stops=stops)

    def move_to(self, database: str) -> None:
        """Go on in another database of the server."""
        self.session = self._statements.move_to(database)

    def end_file(self) -> None:
        """Do not run what follows in the file."""
        self._statements.end_file()
