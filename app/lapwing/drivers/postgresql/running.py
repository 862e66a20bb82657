"""One statement of a person's from beginning to end: what goes before it, what comes behind it."""

from collections.abc import Iterable, Iterator
from typing import Final

from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult

from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import LapwingError, ReadOnlyRefused, StatementFailed
from lapwing.domain.results import Column
from lapwing.drivers.base import Noticed, Reply
from lapwing.drivers.postgresql import read_only
from lapwing.drivers.postgresql.columns import ColumnNames, fields_of
from lapwing.drivers.postgresql.dialogue import Dialogue
from lapwing.drivers.postgresql.errors import SEVERAL, ends_session, sqlstate_of, words_of
from lapwing.drivers.postgresql.execution import FROM_CLIENT, Ended, Execution
from lapwing.drivers.postgresql.statements import DIALECT, Facts
from lapwing.drivers.postgresql.wire import Parameters, WireLost

_DESCRIBED_KEPT: Final = 500
_ROLLED_BACK: Final = (
    "The server rolled the transaction back instead of committing it, because a statement in it had failed. Nothing of "
    "it lasts."
)
"""The server itself says nothing but ROLLBACK (PostgreSQL's manual, COMMIT)."""
_ENCODING_KEPT: Final = "client_encoding was set back to {encoding}: Lapwing reads text in no other."
_NUMBER: Final = "SELECT pg_catalog.txid_current_if_assigned()"
_NO_VALUES: Final = "The statement has parameters, and not as many values came with it."
_WROTE: Final = "what this transaction wrote, which is undone,"
_NOT_INSIDE: Final = frozenset({"25001", "2D000"})
"""What cannot run, or cannot end a transaction, inside of ours."""


class Runner:
    """Runs the statements of one session.

    Attributes:
        encoding: The one in which text is read.
        guarded: Whether the session only reads.
    """

    def __init__(self, dialogue: Dialogue, encoding: str, *, guarded: bool) -> None:
        self.encoding = encoding
        self.guarded = guarded
        self._dialogue = dialogue
        self._wire = dialogue.wire
        self._names = ColumnNames()
        self._described: dict[bytes, None] = {}
        self._began = False
        """Whether a transaction was begun for the statement that is under way."""
        dialogue.tidy = self._tidy

    def _tidy(self) -> None:
        """A statement was ended before its replies were through: a transaction begun for it goes with it."""
        if self._began:
            self._began = False
            self.undo()

    # a statement

    def replies(
        self,
        sql: str,
        raw: bytes,
        parameters: Parameters,
        facts: Facts,
        mode: TransactionMode,
        data: Iterable[bytes] | None = None,
    ) -> Iterator[Reply]:
        """What it brings, given the data that it may ask for.

        Raises:
            WireLost
            LapwingError: It was refused.
        """
        dialogue = self._dialogue
        yield from dialogue.notifications()
        if self.guarded:
            read_only.refuse_early(facts, sql, plain_strings=self._plain_strings())
            raw = read_only.spoken(facts, raw)
        opening = self._opening(facts, mode)
        self._began = bool(opening)
        try:
            self._prepare(opening, raw, len(parameters[0]), facts)
            execution = Execution(self._wire, self._columns)
            dialogue.way.sent = True
            yield from execution.run(raw, parameters, data)
            self._see(execution.ended, sql, facts)
            if self.guarded and opening and mode is TransactionMode.AUTO:
                self.commit_reading()
            elif self.guarded and not facts.reads_only:
                self._see_nothing_written()
        except LapwingError:
            self._tidy()
            raise
        self._began = False
        yield from self._behind(execution.ended)

    def _plain_strings(self) -> bool:
        return self._wire.conn.parameter_status(b"standard_conforming_strings") == b"on"

    def _opening(self, facts: Facts, mode: TransactionMode) -> list[str]:
        """What begins a transaction before this statement."""
        if self._dialogue.state is not TransactionState.IDLE:
            return []
        if self.guarded:
            return [] if facts.begins or facts.ends else [read_only.BEGIN]
        is_needed = mode is TransactionMode.MANUAL and not facts.control and not facts.alone and facts.words
        return ["BEGIN"] if is_needed else []

    def _prepare(self, opening: list[str], raw: bytes, values: int, facts: Facts) -> None:
        """Begin the transaction, if need be, and learn what the columns of the statement's result are."""
        state = self._dialogue.state
        before = list(opening)
        if self.guarded and (opening or state is TransactionState.OPEN):
            before.append(read_only.PIN)
        describes = facts.may_describe and state is not TransactionState.FAILED and raw not in self._described
        if not before and not describes:
            self._ask_number(facts)
            return
        results = self._wire.pipeline(before, raw if describes else None)
        for number, result in enumerate(results):
            if number == len(opening) < len(before) and result.status == ExecStatus.FATAL_ERROR:
                raise self._refused_pin(result)
            if result.status == ExecStatus.FATAL_ERROR:
                raise self._refused(result, raw.decode())
        if describes:
            self._learn(raw, results[-1], values)
        self._ask_number(facts)

    def _refused_pin(self, result: PGresult) -> LapwingError:
        if sqlstate_of(result) == "22012":  # division by zero: the transaction may write
            return ReadOnlyRefused(what="a transaction that may write")
        return self._dialogue.refused(result, "")

    def _learn(self, raw: bytes, described: PGresult, values: int) -> None:
        if described.nparams != values:
            raise StatementFailed(server=_NO_VALUES, code="", position=None)
        fields = fields_of(described)
        if self._names.unknown(fields):
            self._names.look_up(fields, self._dialogue.rows)
            self._described.clear()
        if len(self._described) >= _DESCRIBED_KEPT:
            del self._described[next(iter(self._described))]
        self._described[raw] = None

    def _columns(self, result: PGresult) -> tuple[Column, ...]:
        return self._names.columns(fields_of(result))

    def _ask_number(self, facts: Facts) -> None:
        """Before a COMMIT: the transaction's number, by which it can be asked for when the answer is lost."""
        if facts.commits and self._dialogue.state is TransactionState.OPEN:
            ((number,),) = self._dialogue.rows(_NUMBER)
            self._dialogue.way.number = number or ""

    # its end

    def _see(self, ended: Ended, sql: str, facts: Facts) -> None:
        """Raise what kept the statement from doing what it says."""
        if ended.refusal is not None:
            raise self._refused(ended.refusal, sql, wanted_data=ended.wanted_data)
        if facts.commits and ended.tag == "ROLLBACK":
            raise StatementFailed(server=_ROLLED_BACK, code="", position=None)

    def _refused(self, refusal: PGresult, sql: str, *, wanted_data: bool = False) -> LapwingError:
        if ends_session(refusal):
            raise WireLost(words_of(refusal))
        error = self._dialogue.refused(refusal, sql)
        if not isinstance(error, StatementFailed):
            return error
        code, words = str(error.facts["code"]), str(error.facts["server"])
        if (code, words) == SEVERAL:
            self._place_second(error, sql)
        elif wanted_data:
            error.facts["server"] = FROM_CLIENT
        elif code == "08P01" and words.startswith("bind message supplies"):
            error.facts["server"] = _NO_VALUES
        elif self.guarded and code in _NOT_INSIDE:
            return ReadOnlyRefused(what=words)
        return error

    @staticmethod
    def _place_second(error: StatementFailed, sql: str) -> None:
        """The server does not say where the second statement begins."""
        statements = DIALECT.split(sql)
        if len(statements) > 1:
            error.facts["position"] = statements[1].start
            error.facts["line"] = sql.count("\n", 0, statements[1].start) + 1

    def _behind(self, ended: Ended) -> Iterator[Reply]:
        reply = ended.reply()
        if reply.schema_changed:
            self._names.forget()
            self._described.clear()
        if self.keep_encoding():
            yield Noticed(_ENCODING_KEPT.format(encoding=self.encoding), "warning")
        yield from self._dialogue.notifications()
        yield reply

    def keep_encoding(self) -> bool:
        """Have text come in the encoding that is read here; whether it had been changed."""
        told = self._wire.conn.parameter_status(b"client_encoding")
        if told in {None, self.encoding.encode()} or self._dialogue.state is TransactionState.FAILED:
            return False
        self._dialogue.command(f"SET client_encoding TO '{self.encoding}'")
        return True

    # transactions of ours

    def begin(self) -> None:
        """Begin one; of a session that only reads, so that it stays so."""
        if not self.guarded:
            self._dialogue.command("BEGIN")
            return
        for result in self._wire.pipeline([read_only.BEGIN, read_only.PIN]):
            self._dialogue.see(result, "")

    def commit(self) -> None:
        """Commit the open transaction.

        Raises:
            StatementFailed: It was rolled back.
        """
        way = self._dialogue.way
        if self.guarded:
            self.commit_reading()
            return
        if way.state is TransactionState.OPEN:
            ((number,),) = self._dialogue.rows(_NUMBER)
            way.number = number or ""
        way.commits = True
        if self._dialogue.command("COMMIT").command_status == b"ROLLBACK":
            raise StatementFailed(server=_ROLLED_BACK, code="", position=None)

    def commit_reading(self) -> None:
        """Commit, unless something was written; undo then.

        Raises:
            ReadOnlyRefused: It was.
        """
        if self._dialogue.state is TransactionState.IDLE:
            return
        checked, committed = self._wire.pipeline([read_only.NOTHING_WRITTEN, "COMMIT"])
        if checked.status == ExecStatus.FATAL_ERROR:
            self.undo()
            if sqlstate_of(checked) == "22012":  # division by zero: it has a number
                raise ReadOnlyRefused(what=_WROTE)
            raise self._dialogue.refused(checked, "")
        self._dialogue.see(committed, "")
        if committed.command_status == b"ROLLBACK":
            raise StatementFailed(server=_ROLLED_BACK, code="", position=None)

    def _see_nothing_written(self) -> None:
        """In a transaction that goes on: see that the statement wrote nothing.

        Raises:
            ReadOnlyRefused: It did; everything is undone.
        """
        if self._dialogue.state is not TransactionState.OPEN:
            return
        checked = self._wire.ask(read_only.NOTHING_WRITTEN)
        if checked.status == ExecStatus.FATAL_ERROR:
            self.undo()
            raise ReadOnlyRefused(what=_WROTE)

    def undo(self) -> None:
        """Roll back what is open."""
        if self._dialogue.state is not TransactionState.IDLE:
            self._dialogue.command("ROLLBACK")
