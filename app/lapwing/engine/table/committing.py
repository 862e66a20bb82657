"""Changes made in one transaction, each to exactly one row, or none of them. Session's thread."""

import uuid
from collections.abc import Iterator, Sequence
from typing import Protocol

from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import ConnectionLost, LapwingError, StatementCancelled, TransactionOpen
from lapwing.domain.table_data import ChangeKind, ChangesOutcome
from lapwing.domain.table_errors import RowChanged, RowConflict, RowGone, RowKept
from lapwing.domain.values import Cell, Row
from lapwing.drivers.base import Session
from lapwing.drivers.table_access import TableAccess
from lapwing.engine.running.control import RunControl
from lapwing.engine.running.sinks import ResultFiles
from lapwing.engine.table.asking import Asked, state_of
from lapwing.engine.table.changes import Planned

_ROWS_AT_ONCE = 100
_Key = tuple[Cell, ...]


class Recorded(Protocol):
    """What enters statements into the history, before they are sent (`running.recording.Recording`)."""

    @property
    def query_id(self) -> str: ...

    def sends_text(self, sql: str) -> None: ...

    def ended(
        self,
        state: TransactionState,
        error: LapwingError | None = None,
        rows_fetched: int | None = None,
        rows_affected: int | None = None,
    ) -> None: ...


class _Missed(Exception):
    """A change did not hit exactly one row."""

    def __init__(self, plan: Planned, rows: int) -> None:
        super().__init__(plan.index)
        self.plan = plan
        self.rows = rows


class _Part:
    """A transaction of its own, or the part of an open one that changes are."""

    def __init__(self, session: Session, *, can_undo_part: bool) -> None:
        """Begin it.

        Raises:
            TransactionOpen: One is open, and no part of it can be undone alone.
            LapwingError: The server does not begin it.
        """
        self._session = session
        self.is_within = session.transaction() is not TransactionState.IDLE
        self._name = f"lapwing_{uuid.uuid4().hex[:12]}"
        if not self.is_within:
            session.begin()
        elif can_undo_part:
            session.savepoint(self._name)
        else:
            raise TransactionOpen

    def keep(self) -> None:
        """What was done in it stays: committed, or with the transaction that goes on."""
        if self.is_within:
            self._session.release_savepoint(self._name)
        elif self._session.mode is TransactionMode.AUTO:
            self._session.commit()

    def undo(self) -> None:
        """What was done in it is undone. Nothing happens where the server has undone all of the transaction."""
        if state_of(self._session) is TransactionState.IDLE:
            return
        if self.is_within:
            self._session.roll_back_to_savepoint(self._name)
            self._session.release_savepoint(self._name)
        else:
            self._session.rollback()


class Commit:
    """The changes of one request."""

    def __init__(
        self,
        session: Session,
        access: TableAccess,
        control: RunControl,
        files: ResultFiles,
        run_id: str,
        recorded: Recorded,
    ) -> None:
        self._session = session
        self._access = access
        self._control = control
        self._files = files
        self._run_id = run_id
        self._recorded = recorded

    def run(self, plans: Sequence[Planned], *, can_undo_part: bool) -> ChangesOutcome:
        """Make them.

        Raises:
            TransactionOpen: Part of the open transaction could not be undone here. Nothing was sent.
            StatementCancelled, ConnectionLost: None was made; with `CommitUnknown` nobody knows.
        """
        part = _Part(self._session, can_undo_part=can_undo_part)
        failed = -1
        try:
            made: list[tuple[Planned, str | _Key | None]] = []
            for plan in plans:
                failed = plan.index
                if self._control.cancelled:
                    raise StatementCancelled
                made.append((plan, self._make(plan)))
            failed = -1
            found = list(self._read_again(made))
            part.keep()
        except _Missed as missed:
            part.undo()
            return self._conflict(missed, part)
        except ConnectionLost:
            raise
        except StatementCancelled:
            part.undo()
            raise
        except LapwingError as error:
            if self._session.is_lost:
                raise
            part.undo()
            return ChangesOutcome(False, state_of(self._session), failed, error.to_wire())
        except BaseException:
            part.undo()
            raise
        return self._told(ChangesOutcome(True, state_of(self._session)), found)

    def _make(self, plan: Planned) -> str | _Key | None:
        """Make one change; the key of its row afterwards, a condition that finds it, or None.

        Raises:
            _Missed: It did not hit one row.
        """
        asked = self._send(plan.sql)
        hit = asked.affected
        if not hit and plan.kind is ChangeKind.UPDATE and not self._access.counts_matches:
            hit = len(Asked(self._session, self._looking(plan.conditions, "1")).rows)  # it was what it was to become
        if hit != 1:
            raise _Missed(plan, hit)
        if plan.kind is ChangeKind.DELETE:
            return None
        if plan.returns_key and len(asked.rows) == 1:
            return asked.rows[0]
        if plan.new_key is not None:
            return self._at(plan.new_key)
        if plan.kind is ChangeKind.INSERT and self._access.inserted_key:
            return self._numbered()
        return None

    def _send(self, sql: str) -> Asked:
        """Send a change; it is in the history before."""
        self._recorded.sends_text(sql)
        try:
            if self._control.see is not None:
                self._control.see(sql, self._recorded.query_id)
            asked = Asked(self._session, sql)
        except LapwingError as error:
            self._recorded.ended(state_of(self._session), error)
            raise
        self._recorded.ended(state_of(self._session), rows_affected=asked.affected)
        return asked

    def _numbered(self) -> str | None:
        """The condition that finds the row that the server numbered last."""
        key = self._access.facts.key
        ((number,),) = Asked(self._session, self._access.inserted_key).rows
        is_numbered = len(key) == 1 and self._access.columns[key[0]].generated == "identity by default"
        return self._at((number,)) if is_numbered and str(number) != "0" else None

    def _at(self, key: _Key) -> str:
        pairs = zip(self._access.facts.key, key, strict=True)
        return " AND ".join(self._access.equals(name, cell) for name, cell in pairs)

    def _looking(self, condition: str, what: str, *, within: bool = True) -> str:
        """A query for rows as they are now, `within` a transaction that may have seen them before."""
        return f"SELECT {what} FROM {self._access.full_name}\nWHERE {condition}{self._access.locks if within else ''}"

    # what the rows are now

    def _read_again(self, made: Sequence[tuple[Planned, str | _Key | None]]) -> "Iterator[tuple[int, Asked, Row]]":
        """The rows of changes as the server keeps them now: many at once where their keys are known exactly."""
        keyed = [(plan.index, key) for plan, key in made if isinstance(key, tuple)]
        for first in range(0, len(keyed), _ROWS_AT_ONCE):
            some = keyed[first : first + _ROWS_AT_ONCE]
            condition = "\n   OR ".join(f"({self._at(key)})" for _, key in some)
            asked = self._select(condition)
            rows = {self._key_of(row): row for row in asked.rows}
            yield from ((index, asked, rows[key]) for index, key in some if key in rows)
        for plan, place in made:
            if isinstance(place, str):
                asked = self._select(place)
                yield from ((plan.index, asked, row) for row in asked.rows[:1])

    def _select(self, condition: str) -> Asked:
        return Asked(self._session, f"SELECT {self._access.selected}\nFROM {self._access.full_name}\nWHERE {condition}")

    def _key_of(self, row: Row) -> _Key:
        facts = self._access.facts
        names = [*self._access.columns, *([facts.hidden_key] if facts.hidden_key else [])]
        cells = dict(zip(names, row, strict=True))
        return tuple(cells[name] for name in facts.key)

    # what is told

    def _told(self, outcome: ChangesOutcome, found: Sequence[tuple[int, Asked, Row]]) -> ChangesOutcome:
        """The outcome with these rows, in the order of their changes."""
        if not found:
            return outcome
        in_order = sorted(found, key=lambda one: one[0])
        sink = self._files.open(found[0][1].columns, self._run_id)
        try:
            sink.append([row for _, _, row in in_order])
            sink.flush()
        except LapwingError:  # there is no room to show them, which changes nothing of what was done
            self._files.remove(sink.handle.result_id)
            return outcome
        finally:
            sink.close()
        return ChangesOutcome(
            outcome.done,
            outcome.transaction,
            outcome.failed,
            outcome.error,
            sink.handle,
            tuple(index for index, _, _ in in_order),
        )

    def _conflict(self, missed: _Missed, part: _Part) -> ChangesOutcome:
        """Why a change did not hit its row, and what that row is now; everything has been undone."""
        plan, table = missed.plan, self._access.facts.details.relation.name
        found: list[tuple[int, Asked, Row]] = []
        error: RowConflict
        if missed.rows or plan.kind is ChangeKind.INSERT:
            error = RowConflict(table=table, rows=missed.rows) if missed.rows else RowKept(table=table)
        else:
            asked = Asked(self._session, self._looking(plan.key, self._access.selected, within=part.is_within))
            found = [(plan.index, asked, row) for row in asked.rows[:1]]
            again = self._looking(plan.conditions, "1", within=part.is_within)
            same = found and Asked(self._session, again).rows
            error = RowKept(table=table) if same else RowChanged(table=table) if found else RowGone(table=table)
            if not part.is_within and state_of(self._session) is not TransactionState.IDLE:
                self._session.rollback()  # in manual mode, looking has begun a transaction
        outcome = ChangesOutcome(False, state_of(self._session), plan.index, error.to_wire())
        return self._told(outcome, found)
