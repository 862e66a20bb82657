"""`lapwing query`: run SQL and write its results to standard output."""

import asyncio
import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from lapwing.cli.caller import TalkingCaller
from lapwing.cli.confirming import confirm
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import (
    Interrupted,
    OutputClosed,
    OutputRefused,
    ResultChanged,
    SqlMissing,
    TransactionLeftOpen,
    UsageWrong,
)
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say, statement_error
from lapwing.cli.output import Output
from lapwing.cli.parameters import check_names
from lapwing.cli.passwords import Entered, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.progress import wants_progress
from lapwing.cli.row_sinks import OutputSinks
from lapwing.cli.saved import saved_connection
from lapwing.cli.scripts import read_sql
from lapwing.domain.connections import Confirmation, OpenSession, SessionFacts, TransactionMode, TransactionState
from lapwing.domain.environments import ConfirmationNeeded
from lapwing.domain.errors import StatementCancelled, from_wire
from lapwing.domain.history import HistoryFace
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import QueryParameter
from lapwing.domain.query import OnError, RunOutcome, RunQuery
from lapwing.engine.engine import Engine
from lapwing.engine.query.script import check_file
from lapwing.formats.registry import FormatName, format_named
from lapwing.sql.dialect import dialect_named
from lapwing.sql.parameters import names_in_script


@dataclass(frozen=True, slots=True)
class QueryOptions:
    """What was typed; empty where nothing was."""

    sql: str = ""
    file: str = ""
    url: str = ""
    connection: str = ""
    password_env: str = ""
    passphrase_env: str = ""
    output_format: FormatName = FormatName.TABLE
    row_limit: int | None = None
    read_only: bool = False
    create: bool = False
    parameters: tuple[QueryParameter, ...] = ()
    on_error: OnError = "stop"
    single_transaction: bool = False
    encoding: str = ""
    progress: bool | None = None
    """Whether to say how far a script is; None: where somebody sees it."""
    allow_include: bool = False
    confirmed: Confirmation = Confirmation.NONE
    """How far the person has confirmed it; NAME with `--yes`."""


def run_query(options: QueryOptions) -> int:
    """Do it; returns the exit code. A refused statement is said here, other errors are raised.

    Raises:
        LapwingError: Anything that kept the statements from running, or the output from being written.
    """
    place = find_place(options.url, options.connection, options.password_env, os.environ)
    passphrase = (
        from_variable(options.passphrase_env, os.environ, "--passphrase-env") if options.passphrase_env else None
    )
    if options.single_transaction and options.on_error != "stop":
        reason = "A script in a single transaction stops at its first error; leave out --on-error."
        raise UsageWrong(reason=reason, command="lapwing query")
    sql = read_sql(options.sql, options.file)
    if not sql:
        check_file(options.file, options.encoding, reads_twice=options.single_transaction)
    entered = Entered(place.password, passphrase, place.key_password)
    for note in place.notes:
        say(note)
    with contextlib.closing(Output()) as output:
        try:
            return with_answers(lambda entered: _run(_Query(options, place, entered, sql, output)), entered)
        except ConfirmationNeeded as needed:
            sure = replace(options, confirmed=confirm(needed))
            return with_answers(lambda entered: _run(_Query(sure, place, entered, sql, output)), entered)


def _run(run: "_Query") -> int:
    try:
        outcome = run_in_engine(run.work, run.caller, run.output.abandon)
    except Interrupted:
        if run.reader_has_gone:
            raise OutputClosed from None
        raise StatementCancelled if run.is_running else Interrupted from None
    finally:
        run.caller.sum_up()
    return _judged(outcome, run.sql, run.caller.sinks, goes_on=run.goes_on)


class _Query:
    """One command's way through the engine.

    Attributes:
        sql: All that is to be run.
        output: Where its results go.
        is_running: Whether statements were under way when `work` ended.
        reader_has_gone: Whether that is why it was cancelled.
    """

    def __init__(self, options: QueryOptions, place: Place, entered: Entered, sql: str, output: Output) -> None:
        self._options = options
        self._place = place
        self._entered = entered
        self.sql = sql
        self.output = output
        self.caller = TalkingCaller(
            OutputSinks(format_named(options.output_format), output),
            options.row_limit,
            sql=sql,
            goes_on=self.goes_on,
            progress=wants_progress(options.progress),
        )
        self.is_running = False
        self.reader_has_gone = False

    @property
    def goes_on(self) -> bool:
        """Whether it goes on behind errors."""
        return self._options.on_error == "continue"

    async def work(self, engine: Engine) -> RunOutcome:
        """Open a session and run everything on it."""
        self.caller.begin()
        place = self._place
        saved = await saved_connection(engine, self.caller, place.connection) if place.connection else None
        refuse_password(place, saved.url if saved else place.url)
        await self._entered.tell(engine, saved.id if saved else "")
        opening = OpenSession(
            saved.id if saved else "",
            place.url,
            self._options.read_only,
            TransactionMode.AUTO,  # nobody could commit later
            create=self._options.create,
            password=self._entered.password,
        )
        facts = cast("SessionFacts", await engine.serve(self.caller, "session.open", opening))
        for note in facts.notes:
            say(note)
        # no pause at the limit: nobody is there to ask for more rows
        options = self._options
        request = RunQuery(
            "query",
            facts.session_id,
            self.sql,
            row_limit=options.row_limit,
            pause_s=0.0,
            parameters=options.parameters,
            on_error=options.on_error,
            transaction="script" if options.single_transaction else "",
            path="" if self.sql else os.path.abspath(options.file),
            encoding=options.encoding,
            allow_include=options.allow_include,
            folder=os.getcwd() if self.sql and options.allow_include else "",
            face=HistoryFace.COMMAND_LINE,
            confirmed=options.confirmed,
        )
        self._check_parameters(facts.dialect)
        self.is_running = True
        with self._watched_reader():
            outcome = cast("RunOutcome", await engine.serve(self.caller, "query.run", request))
        self.is_running = False
        return outcome

    def _check_parameters(self, dialect_id: str) -> None:
        """See that the values given are those that the SQL asks for; what commands of a client do to it, and what a
        file holds, is not known before it runs.

        Raises:
            ParameterUnknown, ParameterMissing
        """
        if self._options.parameters and self.sql:
            dialect = dialect_named(dialect_id)
            statements = dialect.split(self.sql)
            if not any(statement.is_client_command for statement in statements):
                check_names(self._options.parameters, names_in_script(dialect, self.sql, statements))

    @contextlib.contextmanager
    def _watched_reader(self) -> Iterator[None]:
        """End the statement when the reader goes, also one that writes nothing for a long time."""
        loop = asyncio.get_running_loop()
        task = asyncio.current_task()
        assert task is not None

        def look() -> None:
            loop.remove_reader(self.output.descriptor)
            if self.output.reader_has_gone():
                self.reader_has_gone = True
                self.output.abandon()
                task.cancel()

        if self.output.can_lose_reader:
            loop.add_reader(self.output.descriptor, look)
        try:
            yield
        finally:
            if self.output.can_lose_reader:
                loop.remove_reader(self.output.descriptor)


def _judged(outcome: RunOutcome, sql: str, sinks: OutputSinks, *, goes_on: bool) -> int:
    """The exit code of a run that came to its end."""
    if not outcome.ran:
        raise SqlMissing
    is_open = outcome.transaction is not TransactionState.IDLE or outcome.rolled_back
    last = outcome.statements[-1]
    refused = last.error
    if refused is None or last.row_count is None:  # what failed had no result: the one before it is whole
        sinks.finish()
    if refused is None:
        if is_open:
            raise TransactionLeftOpen
        return ExitCode.STATEMENT if outcome.failed else ExitCode.OK
    error = from_wire(refused)
    if isinstance(error, OutputClosed | OutputRefused | ResultChanged | StatementCancelled):
        raise error
    if not goes_on:
        say(statement_error(error, sql, outcome.ran - 1, rolled_back=is_open))
    elif is_open:
        raise TransactionLeftOpen
    return error.exit_code
