"""Commands of the mysql and mariadb clients in scripts (the table `commands` of mysql.cc)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lapwing.domain.command_errors import ClientCommandFailed, ClientCommandRefused, ProgramNotRun, ScriptStopped
from lapwing.domain.errors import LapwingError
from lapwing.drivers.base import Session
from lapwing.engine.query.client_commands.files import ScriptFiles
from lapwing.engine.query.client_commands.stray import commands_within, refused_within
from lapwing.engine.query.commands import RunContext
from lapwing.sql.dialect import Dialect
from lapwing.sql.mysql_reader import CLIENT
from lapwing.sql.rewriting import Rewritten

_LONG: Final = {
    "?": "help", "r": "connect", "h": "help", "P": "pager", "R": "prompt", ".": "source", "!": "system", "T": "tee",
    "u": "use", "C": "charset", "c": "clear", "e": "edit", "G": "ego", "q": "quit", "g": "go", "n": "nopager",
    "t": "notee", "p": "print", "#": "rehash", "-": "sandbox", "s": "status", "W": "warnings", "w": "nowarning",
    "x": "resetconnection",
}  # fmt: skip
"""By the letter behind a backslash."""
_NO_EFFECT: Final = frozenset({"nopager", "notee", "nowarning", "print", "prompt", "rehash", "warnings", "go", "ego"})
_PROGRAMS: Final = frozenset({"system", "edit"})
_REFUSED: Final = {
    "tee": (
        "results are shown here, and not written to a file.",
        "Export the result, or use `lapwing query --format`.",
    ),
    "help": ("it is the client's own text.", "For the server's own, write HELP 'topic' as a statement, with quotes."),
    "connect": ("this session stays on its server and in its database.", "Use USE to go to another database."),
    "resetconnection": ("the session's settings are Lapwing's own, too.", "Set back what the script has set."),
    "query_attributes": ("statements are sent without attributes.", "Take the command out of the script."),
    "ssl_session_data_print": ("it writes secrets of the connection.", "Take the command out of the script."),
}
_STATUS: Final = (
    "SELECT CONNECTION_ID() AS `Connection id`, DATABASE() AS `Current database`, CURRENT_USER() AS `Current user`, "
    "VERSION() AS `Server version`, @@character_set_client AS `Client characterset`"
)
_TO_SANDBOX: Final = "\\-"
_UTF8: Final = frozenset({"utf8", "utf8mb4", "utf8mb3"})


class MysqlCommands:
    """The commands of one run (`commands.ClientCommands`). There are no variables of the client's."""

    skips = False

    def __init__(self, files: ScriptFiles, dialect: Dialect) -> None:
        self._files = files
        self._dialect = dialect
        self._client = dialect.client
        self._in_sandbox = False
        self._said: set[str] = set()
        self._handlers: dict[str, Callable[[str, str, RunContext], None]] = {
            "source": self._source,
            "use": self._use,
            "charset": self._charset,
            "status": lambda _name, _rest, context: context.execute(_STATUS),
            "clear": lambda _name, _rest, context: context.tell("The statement before \\c was not sent."),
            "exit": lambda _name, _rest, context: context.end_file(),
            "quit": lambda _name, _rest, context: context.end_file(),
            "sandbox": self._sandbox,
        }

    def begin(self, session: Session) -> None:
        """Nothing to do."""

    def takes(self, command: str) -> bool:
        """Never: what ends a statement there is no command."""
        return False

    def rewrite(self, sql: str) -> Sequence[Rewritten]:
        """The statement itself. Dumps go into the sandbox in a comment that no server executes.

        Raises:
            ClientCommandRefused: A command stands in it.
        """
        for mark in commands_within(sql, CLIENT):
            if sql[mark.start : mark.end].strip() != _TO_SANDBOX:
                raise refused_within(sql, mark, self._dialect)
            self._in_sandbox = True
        return (Rewritten(sql),)

    def noted(self, error: LapwingError | None, rows: int | None) -> None:
        """Nothing to do."""

    def end(self) -> None:
        """Nothing is ever open."""

    def run(
        self, command: str, run_context: RunContext, before: str | None = None, data: Iterable[str] | None = None
    ) -> None:
        """Do a command.

        Raises:
            ClientCommandFailed: It cannot be done; several classes say why.
            LapwingError: What it did raised that.
        """
        shown, name, rest = _parsed(command)
        handler = self._handlers.get(name)
        if handler is not None:
            handler(shown, rest, run_context)
        elif name in _PROGRAMS or (name == "pager" and rest):
            raise ProgramNotRun(command=shown, position=0)
        elif name in _REFUSED:
            reason, advice = _REFUSED[name]
            kind = ScriptStopped if name == "connect" else ClientCommandRefused
            raise kind(command=shown, client=self._client, position=0, reason=reason, advice=advice)
        elif name in _NO_EFFECT or name == "pager":
            if name not in self._said:
                self._said.add(name)
                run_context.tell(f"{shown} has no effect here.")
        else:
            raise ClientCommandRefused(
                command=shown, client=self._client, position=0, reason="it has no meaning here.",
                advice="Take the command out of the script.",
            )  # fmt: skip

    def _source(self, shown: str, rest: str, context: RunContext) -> None:
        if self._in_sandbox:
            raise ClientCommandRefused(
                command=shown, client=self._client, position=0, reason="the script has gone into the sandbox.",
                advice="No file is used from there on.",
            )  # fmt: skip
        if not rest:
            raise ClientCommandFailed(command=shown, position=0, reason="The name of the file is missing.")
        path = self._files.to_include(shown, rest)
        with self._files.within(path):
            context.run_file(str(path))

    @staticmethod
    def _use(shown: str, rest: str, context: RunContext) -> None:
        if not rest:
            raise ClientCommandFailed(command=shown, position=0, reason="The name of the database is missing.")
        context.execute(f"USE `{_name(rest).replace('`', '``')}`")

    def _charset(self, shown: str, rest: str, context: RunContext) -> None:
        if _name(rest).lower() not in _UTF8:
            raise ScriptStopped(
                command=shown, client=self._client, position=0, reason="scripts are sent as utf8mb4.",
                advice="Convert the script to UTF-8.",
            )  # fmt: skip
        context.tell("Scripts are sent as utf8mb4 anyway.")

    def _sandbox(self, _shown: str, _rest: str, _context: RunContext) -> None:
        self._in_sandbox = True


def _parsed(command: str) -> tuple[str, str, str]:
    """How a command is written, its long name, and what stands behind it."""
    if command.startswith("\\"):
        shown, rest = command[:2], command[2:]
        name = _LONG.get(shown[1:], "")
    elif "\\" in command and command.rstrip().endswith("\\c"):
        return "\\c", "clear", ""
    else:
        shown, _, rest = command.partition(command[len(command.split(None, 1)[0]) :][:1] or " ")
        name = shown.lower()
    return shown, name, rest.strip().rstrip(";").rstrip()


def _name(rest: str) -> str:
    """The first argument, without its quotes."""
    if rest[:1] in {"`", "'", '"'}:
        quote = rest[0]
        end = 1
        while (end := rest.find(quote, end)) >= 0 and rest[end + 1 : end + 2] == quote:
            end += 2
        return rest[1 : end if end > 0 else len(rest)].replace(quote * 2, quote)
    return rest.split(None, 1)[0] if rest else ""
