"""psql's commands that send the statement before them: `\\g`, `\\gset`, `\\gexec` and their like."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.command_errors import ClientCommandFailed, ClientCommandRefused, ProgramNotRun
from lapwing.engine.query.client_commands.asking import Answer, ask
from lapwing.engine.query.client_commands.psql_tables import REFUSED
from lapwing.engine.query.client_commands.variables import Variables, has_meaning
from lapwing.engine.query.commands import RunContext
from lapwing.sql.patterns import word_set
from lapwing.sql.psql_arguments import arguments, rest_of
from lapwing.sql.psql_variables import is_variable_name
from lapwing.sql.rewriting import Rewritten

SENDING: Final = word_set("g gx gset gexec gdesc crosstabview watch sendpipeline parse")
"""As the splitter parts them (`sql/psql_commands.py`)."""
_OPTIONS: Final = re.compile(r"\([^)]*+\)\s*+")
_MOST_STATEMENTS: Final = 10_000


class Sender:
    """Sends statements for such commands.

    Args:
        rewrite: Replaces variables.
    """

    def __init__(self, variables: Variables, rewrite: Callable[[str], Sequence[Rewritten]]) -> None:
        self._variables = variables
        self._rewrite = rewrite
        self._rows = 0

    def take_rows(self) -> int:
        """How many rows the last statement gave that was sent for its rows, once."""
        rows, self._rows = self._rows, 0
        return rows

    def send(self, name: str, text: str, context: RunContext, before: str | None) -> None:
        """Do the command `text`.

        Args:
            before: The statement; None when none stands before it: psql would send the last one again.

        Raises:
            ClientCommandFailed: It cannot be done. The statement was not sent, unless it gave the wrong rows.
            LapwingError: The statement was refused.
        """
        if name in REFUSED:
            reason, advice = REFUSED[name]
            raise ClientCommandRefused(command=f"\\{name}", client="psql", position=0, reason=reason, advice=advice)
        if before is None:
            reason = "No statement stands before it. One that was sent already is not sent again by itself."
            raise ClientCommandFailed(command=f"\\{name}", position=0, reason=reason)
        if name in {"g", "gx"}:
            self._plain(name, text, context, before)
        elif name == "gset":
            self._to_variables(text, context, before)
        else:
            self._run_cells(context, before)

    def _plain(self, name: str, text: str, context: RunContext, before: str) -> None:
        rest = _OPTIONS.sub("", rest_of(text), count=1) if rest_of(text).startswith("(") else rest_of(text)
        if rest.startswith("|"):
            raise ProgramNotRun(command=f"\\{name}", position=0)
        if rest:
            reason, advice = REFUSED["o"]
            raise ClientCommandRefused(command=f"\\{name}", client="psql", position=0, reason=reason, advice=advice)
        for part in self._rewrite(before):
            context.execute(part.text)

    def _asked(self, context: RunContext, before: str, most: int) -> Answer | None:
        *earlier, last = self._rewrite(before)
        for part in earlier:
            context.execute(part.text)
        answer, notices = ask(context.session, last.text, most)
        for notice in notices:
            context.tell(notice.text, notice.severity)
        self._rows = len(answer[1]) if answer else 0
        return answer

    def _to_variables(self, text: str, context: RunContext, before: str) -> None:
        given = arguments(text, self._variables.get)
        prefix = given[0].text if given else ""
        answer = self._asked(context, before, 2)
        if answer is None:
            raise _wrong("The statement gives no rows.")
        columns, rows = answer
        if len(rows) != 1:
            raise _wrong("The statement gives more than one row." if rows else "The statement gives no row.")
        names = [prefix + column.name for column in columns]
        for name in names:
            if not is_variable_name(name):
                raise _wrong(f"{name} cannot be the name of a variable.")
        for name, cell in zip(names, rows[0], strict=True):
            if has_meaning(name):
                context.tell(f"\\gset does not change {name}, which has a meaning of its own.", "warning")
            elif cell is None:
                self._variables.unset(name)
            else:
                self._variables.set(name, str(cell))

    def _run_cells(self, context: RunContext, before: str) -> None:
        """`\\gexec`: each cell is a statement, row by row."""
        answer = self._asked(context, before, _MOST_STATEMENTS + 1)
        _, rows = answer or ((), [])
        if len(rows) > _MOST_STATEMENTS:
            raise ClientCommandFailed(
                command="\\gexec", position=0, reason=f"More than {_MOST_STATEMENTS} statements came; none was run."
            )
        for row in rows:
            for cell in row:
                if cell is not None:
                    context.execute(str(cell))


def _wrong(reason: str) -> ClientCommandFailed:
    return ClientCommandFailed(command="\\gset", position=0, reason=reason)
