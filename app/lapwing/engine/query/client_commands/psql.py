"""psql's commands in scripts, done as psql does them where they make sense here (command.c of PostgreSQL 15 to 18)."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lapwing.domain.command_errors import (
    ClientCommandFailed,
    ClientCommandRefused,
    ClientCommandUnknown,
    ProgramNotRun,
    ScriptStopped,
)
from lapwing.domain.errors import LapwingError
from lapwing.drivers.base import Session
from lapwing.engine.query.client_commands.asking import texts
from lapwing.engine.query.client_commands.conditions import Conditions
from lapwing.engine.query.client_commands.files import ScriptFiles
from lapwing.engine.query.client_commands.psql_catalogue import SERVER_FACTS
from lapwing.engine.query.client_commands.psql_copy import run_copy
from lapwing.engine.query.client_commands.psql_describing import describe, wanted
from lapwing.engine.query.client_commands.psql_sending import SENDING, Sender
from lapwing.engine.query.client_commands.psql_tables import NO_EFFECT, REFUSED, RUNS_PROGRAMS
from lapwing.engine.query.client_commands.stray import commands_within, refused_within
from lapwing.engine.query.client_commands.variables import CHANGES_RUNNING, Variables, is_harmless
from lapwing.engine.query.commands import RunContext
from lapwing.sql.dialect import Dialect
from lapwing.sql.psql_arguments import (
    Argument,
    ProgramRefused,
    QuoteOpen,
    arguments,
    command_name,
    rest_of,
    truth,
    without_quotes,
    without_semicolons,
)
from lapwing.sql.psql_reader import PSQL
from lapwing.sql.psql_variables import ValueTooLong, is_variable_name, replaced
from lapwing.sql.rewriting import Rewritten

_BRANCHES: Final = frozenset({"if", "elif", "else", "endif"})
_DESCRIBES: Final = frozenset({"l", "list", "l+", "list+", "lx", "lx+", "sf", "sv", "sf+", "sv+"})
_ONLY_NAMED: Final = re.compile(r"dbname='([^'\\]*+(?:\\.[^'\\]*+)*+)'")
_ESCAPED: Final = re.compile(r"\\(.)")
Handler = Callable[[str, RunContext], None]


class PsqlCommands:
    """The commands of one run (`commands.ClientCommands`).

    Attributes:
        variables: As they are now.
    """

    def __init__(self, files: ScriptFiles, dialect: Dialect, parameters: Iterable[str] = ()) -> None:
        """For a run with values for these parameters, which are no variables unless the script sets them."""
        self.variables = Variables(self._look_up, frozenset(parameters))
        self._files = files
        self._dialect = dialect
        self._conditions = Conditions()
        self._session: Session | None = None
        self._restricted_by: str | None = None
        self._said: set[str] = set()
        self._data: Iterable[str] | None = None
        self._sender = Sender(self.variables, self.rewrite)
        self._handlers: dict[str, Handler] = {
            **dict.fromkeys(("echo", "qecho", "warn"), self._echo),
            **dict.fromkeys(("i", "include", "ir", "include_relative"), self._include),
            **dict.fromkeys(("c", "connect"), self._connect),
            **dict.fromkeys(("q", "quit"), self._quit),
            **dict.fromkeys(("r", "reset"), self._reset),
            "set": self._set,
            "unset": self._unset,
            "if": self._if,
            "elif": self._elif,
            "else": lambda _text, _context: self._conditions.otherwise(),
            "endif": lambda _text, _context: self._conditions.end(),
            "copy": self._copy,
            "conninfo": self._conninfo,
            "encoding": self._encoding,
            "restrict": self._restrict,
            "unrestrict": self._unrestrict,
        }

    # what a run asks

    def begin(self, session: Session) -> None:
        """The run begins on that session."""
        self._session = session

    @property
    def skips(self) -> bool:
        """Whether statements are passed over, because they stand in a branch that is not taken."""
        return self._conditions.skips

    def takes(self, command: str) -> bool:
        """Whether a command right behind a statement sends it."""
        return command_name(command) in SENDING and self._restricted_by is None

    def rewrite(self, sql: str) -> Sequence[Rewritten]:
        """A statement with its variables replaced. A value may hold several, so there may be several.

        Raises:
            ClientCommandFailed: A value does not end where it should.
            ClientCommandRefused: A value, or the statement itself, holds a command.
        """
        if ":" not in sql and "\\" not in sql:
            return (Rewritten(sql),)
        for mark in commands_within(sql, PSQL):
            raise refused_within(sql, mark, self._dialect)
        try:
            done = replaced(sql, self.variables.get)
        except ValueTooLong as error:
            raise ClientCommandFailed(command="\\set", position=0, reason=str(error)) from error
        if done.text == sql:
            return (done,)
        return self._parted(done)

    def _parted(self, done: Rewritten) -> Sequence[Rewritten]:
        """The statements that variables made of one."""
        found = self._dialect.split(done.text)
        if any(statement.is_client_command for statement in found) or any(commands_within(done.text, PSQL)):
            raise ClientCommandRefused(
                command="\\set", client="psql", position=0, reason="the value of a variable holds a command.",
                advice="Write the command into the script itself.",
            )  # fmt: skip
        if len(found) == 1:
            return (done,)
        return tuple(Rewritten(done.text[statement.start : statement.end]) for statement in found)

    def run(
        self, command: str, run_context: RunContext, before: str | None = None, data: Iterable[str] | None = None
    ) -> None:
        """Do a command.

        Args:
            before: The statement that it sends, where `takes` said that it does.
            data: Lines of the script that are its input.

        Raises:
            ClientCommandFailed: It cannot be done; several classes say why.
            LapwingError: What it did raised that.
        """
        name = command_name(command) if command.startswith("\\") else "r"
        if self.skips and name not in _BRANCHES:
            return
        if self._restricted_by is not None and name != "unrestrict":
            raise ClientCommandRefused(
                command=f"\\{name}", client="psql", position=0, reason="the script has said \\restrict.",
                advice="Only \\unrestrict with the same key is obeyed until then.",
            )  # fmt: skip
        self._data = data
        try:
            self._dispatch(name, command, run_context, before)
        except ProgramRefused as error:
            raise ProgramNotRun(command=f"\\{name}", position=0) from error
        except QuoteOpen as error:
            raise ClientCommandFailed(command=f"\\{name}", position=0, reason="A quote is not closed.") from error

    def noted(self, error: LapwingError | None, rows: int | None) -> None:
        """A statement ended; `rows` are those of its result, or those it changed."""
        code = "" if error is None else str(error.facts.get("code") or "XX000")
        self.variables.note("ERROR", "false" if error is None else "true")
        self.variables.note("SQLSTATE", code or "00000")
        self.variables.note("ROW_COUNT", str(self._sender.take_rows() if rows is None else rows))
        if error is not None:
            self.variables.note("LAST_ERROR_SQLSTATE", code)
            self.variables.note("LAST_ERROR_MESSAGE", str(error))

    def end(self) -> None:
        """The script is over.

        Raises:
            ConditionWrong: An `\\if` has no `\\endif`.
        """
        self._conditions.check_closed()

    # which command it is

    def _dispatch(self, name: str, text: str, context: RunContext, before: str | None) -> None:
        handler = self._handlers.get(name)
        if handler is not None:
            handler(text, context)
        elif name in SENDING:
            self._sender.send(name, text, context, before)
        elif name in REFUSED:
            reason, advice = REFUSED[name]
            raise ClientCommandRefused(command=f"\\{name}", client="psql", position=0, reason=reason, advice=advice)
        elif name in RUNS_PROGRAMS or name.startswith("!"):
            raise ProgramNotRun(command=f"\\{name}"[:8], position=0)
        elif name in NO_EFFECT:
            self._no_effect(name, text, context)
        elif name.startswith("d") or name in _DESCRIBES:
            given = self._arguments(text)
            describe(wanted(name, without_semicolons(given[0]) if given else ""), context)
        else:
            raise ClientCommandUnknown(command=f"\\{name}", client="psql", position=0)

    def _arguments(self, text: str) -> list[Argument]:
        return arguments(text, self.variables.get)

    def _no_effect(self, name: str, text: str, context: RunContext) -> None:
        self._arguments(text)
        if name not in self._said:
            self._said.add(name)
            context.tell(f"\\{name} has no effect here.")

    # variables and what is said

    def _set(self, text: str, context: RunContext) -> None:
        given = self._arguments(text)
        if not given:
            for name, value in self.variables.listed():
                context.tell(f"{name} = '{value}'")
            return
        name, value = given[0].text, "".join(argument.text for argument in given[1:])
        if not is_variable_name(name):
            raise ClientCommandFailed(command="\\set", position=0, reason=f"{name} cannot be the name of a variable.")
        if name in CHANGES_RUNNING and not is_harmless(name, value or "on"):
            raise ScriptStopped(
                command="\\set", client="psql", position=0, reason=f"{name} is not to be changed by a script.",
                advice="Choose in the menu, or on the command line, how statements are committed.",
            )  # fmt: skip
        if name == "ON_ERROR_STOP":
            value = value or "on"
            stops = truth(value)
            if stops is None:
                reason = f"{value} is neither on nor off."
                raise ClientCommandFailed(command="\\set", position=0, reason=reason)
            context.stop_at_errors(stops=stops)
        self.variables.set(name, value)

    def _unset(self, text: str, context: RunContext) -> None:
        for argument in self._arguments(text)[:1]:
            if argument.text == "ON_ERROR_STOP":
                context.stop_at_errors(stops=False)
            self.variables.unset(argument.text)

    def _echo(self, text: str, context: RunContext) -> None:
        given = self._arguments(text)
        if given and given[0].text == "-n" and given[0].is_bare:
            given = given[1:]
        line = " ".join(argument.text for argument in given)
        context.tell(line, "warning" if command_name(text) == "warn" else "notice")

    def _look_up(self, name: str) -> str | None:
        """A variable that the server knows."""
        if self._session is None:
            return None
        try:
            database, user, version, number, port, host = texts(self._session, SERVER_FACTS)[0]
        except LapwingError:  # in a transaction that failed, say; the statement with the variable will fail, too
            return None
        found = {"DBNAME": database, "USER": user, "SERVER_VERSION_NAME": version, "SERVER_VERSION_NUM": number}
        return {**found, "PORT": port, "HOST": host or "localhost"}.get(name)

    # branches

    def _if(self, text: str, _context: RunContext) -> None:
        if self.skips:
            self._conditions.begin(is_true=False)
            return
        value = self._condition(text)
        self._conditions.begin(is_true=value is True)
        self._check(text, value)

    def _elif(self, text: str, _context: RunContext) -> None:
        value = self._condition(text) if self._conditions.wants_value else False
        self._conditions.go_on(is_true=value is True)
        self._check(text, value)

    def _condition(self, text: str) -> bool | None:
        return truth(" ".join(argument.text for argument in self._arguments(text)))

    @staticmethod
    def _check(text: str, value: bool | None) -> None:
        if value is None:
            raise ClientCommandFailed(
                command=f"\\{command_name(text)}", position=0,
                reason="Only true, false, yes, no, on, off, 1 and 0 are conditions; it counts as false.",
            )  # fmt: skip

    # files

    def _include(self, text: str, context: RunContext) -> None:
        command = f"\\{command_name(text)}"
        given = self._arguments(text)
        if not given:
            raise ClientCommandFailed(command=command, position=0, reason="The name of the file is missing.")
        relative = command in {"\\ir", "\\include_relative"}
        path = self._files.to_include(command, without_quotes(given[0].text), from_current=relative)
        self._conditions.enter_file()
        try:
            with self._files.within(path):
                context.run_file(str(path))
            self._conditions.check_closed()
        finally:
            self._conditions.leave_file()

    def _copy(self, text: str, context: RunContext) -> None:
        run_copy(rest_of(text), context, self._files, self._data)

    # the session

    def _connect(self, text: str, context: RunContext) -> None:
        given = [without_quotes(argument.text) for argument in self._arguments(text)]
        here = context.session.surroundings()
        # pg_dump and pg_dumpall write names with odd characters so
        named = _ONLY_NAMED.fullmatch(given[1]) if len(given) == 2 and given[0] == "-reuse-previous=on" else None
        if named:
            given = [_ESCAPED.sub(r"\1", named[1])]
        database, user, *elsewhere = [*given, "", ""]
        is_one = named is not None or ("=" not in database and "://" not in database)
        same_user = user in {"", "-", here.user}
        if not is_one or not same_user or any(value not in {"", "-"} for value in elsewhere):
            raise ScriptStopped(
                command="\\connect",
                client="psql",
                position=0,
                reason="a script stays on this server, and its user who it is.",
                advice="Run that part of the script on a connection of its own.",
            )
        if database in {"", "-", here.database}:
            context.tell(f"The session is in {here.database} already.")
        else:
            context.move_to(database)

    def _conninfo(self, _text: str, context: RunContext) -> None:
        here = context.session.surroundings()
        context.tell(f"Connected to {here.database} as {here.user}.")

    def _encoding(self, text: str, context: RunContext) -> None:
        given = self._arguments(text)
        if not given:
            context.tell("UTF8")
        elif given[0].text.lower().replace("-", "") not in {"utf8", "unicode"}:
            raise ScriptStopped(
                command="\\encoding", client="psql", position=0, reason="scripts are read and sent as UTF-8.",
                advice="Convert the script to UTF-8.",
            )  # fmt: skip

    def _quit(self, _text: str, context: RunContext) -> None:
        self._conditions.abandon()
        context.end_file()

    @staticmethod
    def _reset(text: str, context: RunContext) -> None:
        if not text.startswith("\\"):
            context.tell("The statement before \\r was not sent.")

    def _restrict(self, text: str, _context: RunContext) -> None:
        given = self._arguments(text)
        if not given or not given[0].text:
            raise ClientCommandFailed(command="\\restrict", position=0, reason="The key is missing.")
        self._restricted_by = given[0].text

    def _unrestrict(self, text: str, _context: RunContext) -> None:
        given = self._arguments(text)
        if self._restricted_by is None or not given or given[0].text != self._restricted_by:
            reason = "The key is not that of \\restrict." if self._restricted_by else "No \\restrict stands before it."
            raise ClientCommandFailed(command="\\unrestrict", position=0, reason=reason)
        self._restricted_by = None
