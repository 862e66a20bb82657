"""Dot commands of the sqlite3 client in scripts (do_meta_command in shell.c.in)."""

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
from lapwing.engine.query.client_commands.files import ScriptFiles
from lapwing.engine.query.commands import RunContext
from lapwing.sql.dialect import Dialect
from lapwing.sql.literals import sqlite_literal, standard_literal
from lapwing.sql.patterns import word_set
from lapwing.sql.rewriting import Rewritten

_ARGUMENT: Final = re.compile(r"""'([^']*+)'?+|"((?:[^"\\]|\\.)*+)"?+|(\S++)""")
_ESCAPE: Final = re.compile(r"\\(?:([0-7]{1,3})|(.))")
_CONTROLS: Final = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_NO_EFFECT: Final = word_set(
    """
    binary changes crlf crnl echo eqp explain headers mode nullvalue progress prompt scanstats separator show stats
    timeout timer width
    """
)
_PROGRAMS: Final = word_set("shell system")
_OUTPUT: Final = (
    "results are shown here, and not written to a file.",
    "Export the result, or use `lapwing query --format`.",
)
_FILES: Final = (
    "it works on whole files of databases, beside the session.",
    "Use ATTACH in SQL, or open the file as a connection of its own.",
)
_REFUSED: Final = {
    **dict.fromkeys(("output", "once", "excel", "www", "log", "trace", "dump", "fullschema"), _OUTPUT),
    **dict.fromkeys(("open", "backup", "restore", "save", "clone", "recover", "archive"), _FILES),
    "import": ("files of rows are not read by this command.", "Import the file, or write INSERT statements."),
    "load": ("libraries are never loaded into Lapwing by a script.", "Use a build of SQLite that has what you need."),
    "cd": ("files are looked for in the script's own folder.", "Name the files from there."),
    "parameter": ("values are asked for here.", "Write :name in the statement; you are asked for its value."),
    "help": ("it is the client's own text.", "The manual's page about client commands lists those that are done here."),
}
_OTHERS: Final = word_set(
    """
    auth check connection dbconfig dbinfo dbtotxt expert filectrl imposter intck iotrace limit limits lint nonce
    selftest session sha3sum testcase testctrl unmodule vfsinfo vfslist vfsname
    """
)
_DONE: Final = word_set("bail databases exit indexes indices print quit read schema tables")
_STOPS: Final = word_set("open restore connection")
"""What follows these is meant for another database."""
_ALL: Final = sorted(_NO_EFFECT | _PROGRAMS | _OTHERS | _DONE | frozenset(_REFUSED))
_LIKE: Final = " LIKE {} ESCAPE '\\'"


class SqliteCommands:
    """The commands of one run (`commands.ClientCommands`). There are no variables of the client's."""

    skips = False

    def __init__(self, files: ScriptFiles, dialect: Dialect) -> None:
        self._files = files
        self._dialect = dialect
        self._said: set[str] = set()
        self._handlers: dict[str, Callable[[list[str], RunContext], None]] = {
            "bail": self._bail,
            "databases": lambda _given, context: context.execute("PRAGMA database_list"),
            "exit": lambda _given, context: context.end_file(),
            "quit": lambda _given, context: context.end_file(),
            "indexes": self._indexes,
            "indices": self._indexes,
            "print": lambda given, context: context.tell(" ".join(given)),
            "read": self._read,
            "schema": self._schema,
            "tables": self._tables,
        }

    def begin(self, session: Session) -> None:
        """Nothing to do."""

    def takes(self, command: str) -> bool:
        """Never: dot commands stand on lines of their own."""
        return False

    def rewrite(self, sql: str) -> Sequence[Rewritten]:
        """The statement itself."""
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
        given = _arguments(command[1:])
        written = given[0] if given else ""
        name = _full_name(written)
        handler = self._handlers.get(name)
        if handler is not None:
            handler(given[1:], run_context)
        elif name in _PROGRAMS:
            raise ProgramNotRun(command=f".{written}", position=0)
        elif name in _NO_EFFECT:
            if name not in self._said:
                self._said.add(name)
                run_context.tell(f".{name} has no effect here.")
        elif name in _REFUSED or name in _OTHERS:
            reason, advice = _REFUSED.get(name, ("it has no meaning here.", "Take the command out of the script."))
            kind = ScriptStopped if name in _STOPS else ClientCommandRefused
            raise kind(command=f".{written}", client="sqlite3", position=0, reason=reason, advice=advice)
        else:
            raise ClientCommandUnknown(command=f".{written}", client="sqlite3", position=0)

    @staticmethod
    def _bail(given: list[str], context: RunContext) -> None:
        word = given[0].lower() if given else ""
        if word not in {"on", "off", "yes", "no", "1", "0", "true", "false"}:
            raise ClientCommandFailed(command=".bail", position=0, reason="Write .bail on or .bail off.")
        context.stop_at_errors(stops=word in {"on", "yes", "1", "true"})

    def _read(self, given: list[str], context: RunContext) -> None:
        if not given:
            raise ClientCommandFailed(command=".read", position=0, reason="The name of the file is missing.")
        path = self._files.to_include(".read", given[0])
        with self._files.within(path):
            context.run_file(str(path))

    def _tables(self, given: list[str], context: RunContext) -> None:
        matches = f"name{_LIKE.format(standard_literal(given[0]))}" if given else "1"
        parts = []
        for schema in self._schemas(context):
            prefix = "" if schema == "main" else f"{sqlite_literal(schema + '.')} || "
            parts.append(
                f"SELECT {prefix}name AS name FROM {self._dialect.quote_identifier(schema)}.sqlite_master "
                f"WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite^_%' ESCAPE '^' AND {matches}"
            )
        context.execute(" UNION ALL ".join(parts) + " ORDER BY 1")

    def _schema(self, given: list[str], context: RunContext) -> None:
        given = [argument for argument in given if not argument.startswith("-")]
        pattern = given[0] if given else ""
        schema, dot, name = pattern.rpartition(".")
        schemas = [schema] if dot and schema in self._schemas(context) else self._schemas(context)
        like = _LIKE.format(standard_literal(name if schemas == [schema] else pattern))
        matches = f"(tbl_name{like} OR name{like})" if pattern else "name NOT LIKE 'sqlite^_%' ESCAPE '^'"
        parts = [
            f"SELECT {place} AS place, rowid AS number, sql || ';' AS sql "
            f"FROM {self._dialect.quote_identifier(found)}.sqlite_master WHERE sql IS NOT NULL AND {matches}"
            for place, found in enumerate(schemas)
        ]
        context.execute(f"SELECT sql FROM ({' UNION ALL '.join(parts)}) ORDER BY place, number")

    def _indexes(self, given: list[str], context: RunContext) -> None:
        matches = f"tbl_name{_LIKE.format(standard_literal(given[0]))}" if given else "1"
        parts = [
            f"SELECT name FROM {self._dialect.quote_identifier(schema)}.sqlite_master "
            f"WHERE type = 'index' AND {matches}"
            for schema in self._schemas(context)
        ]
        context.execute(" UNION ALL ".join(parts) + " ORDER BY 1")

    @staticmethod
    def _schemas(context: RunContext) -> list[str]:
        return [row[1] for row in texts(context.session, "PRAGMA database_list")]


def commands_known() -> frozenset[str]:
    """The names of all commands that people may come across, as against those for testing SQLite itself."""
    return frozenset(_ALL) - _OTHERS


def _arguments(text: str) -> list[str]:
    """Arguments as the client cuts them: quotes of both kinds, escapes in double ones."""
    found: list[str] = []
    for match in _ARGUMENT.finditer(text):
        if match[2] is not None:
            found.append(_ESCAPE.sub(_unescaped, match[2]))
        else:
            found.append(match[1] if match[1] is not None else match[3])
    return found


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 8) & 0xFF) if found[1] else _CONTROLS.get(found[2], found[2])


def _full_name(written: str) -> str:
    """A command by its beginning, as the client takes it; the text itself when none, or several, begin so."""
    if written in _ALL:
        return written
    found = [name for name in _ALL if written and name.startswith(written)]
    return found[0] if len(found) == 1 or (found and {"indexes", "indices"} >= set(found)) else written
