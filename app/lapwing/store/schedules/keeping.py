"""The file of runs. Blocking; any thread. Each call opens the file for itself, and all is on the disk when it returns.

A time is claimed in the transaction that also says up to when its schedule was looked at (`synchronous=FULL`), and only
what was claimed is run: so each time is run at most once, whichever engine dies when.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw
import msgspec

from lapwing.domain.cloud_events import HandlerAnswer
from lapwing.domain.errors import LapwingError
from lapwing.domain.schedules.schedules import RunCause, RunState, ScheduleRun
from lapwing.store.schedules.schema import KIND
from lapwing.store.sqlite_files import DAMAGE, open_for_reading, open_for_writing, put_aside

MOST_RUNS: Final = 500
"""Of a schedule; then the oldest go."""
_MOST_ANSWER: Final = 4_000
"""Characters of what one subscriber answered."""
_MOST_ANSWERS: Final = 50
_COLUMNS: Final = "id, schedule_id, due, state, cause, started, ended, event_id, missed, answers, error"
_OPEN: Final = "state IN ('asked', 'waiting', 'running')"
_BEGIN: Final = (
    "INSERT INTO runs(schedule_id, due, state, cause, started, ended, missed, error) VALUES (?,?,?,?,?,?,?,?)"
)
_TRIM: Final = f"""
DELETE FROM runs WHERE schedule_id = ? AND NOT {_OPEN} AND id <= (
    SELECT id FROM runs WHERE schedule_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?
)
"""
_HANDLED: Final = "INSERT INTO progress VALUES (?, ?) ON CONFLICT(schedule_id) DO UPDATE SET handled = excluded.handled"
_LATEST: Final = f"""
SELECT {_COLUMNS} FROM runs WHERE id IN (
    SELECT max(id) FROM runs WHERE state != 'asked' GROUP BY schedule_id
)
"""
_log: Final = logging.getLogger("lapwing.engine.schedules")
Answer = TypeVar("Answer")


class RunStore:
    """The runs of one profile. Every method may raise LapwingError when the file cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path

    # claiming

    def progress(self) -> dict[str, float]:
        """Up to when each schedule was looked at, by its id."""
        return dict(self._read("SELECT schedule_id, handled FROM progress"))

    def claim(self, run: ScheduleRun, handled: float, expected: float | None) -> ScheduleRun | None:
        """Keep a run as the one of its time, and that its schedule was looked at up to `handled`.

        Args:
            expected: Up to when it was looked at as far as the caller knows; None: never.

        Returns:
            The run with its id; None where another engine was first.
        """

        def act(db: apsw.Connection) -> ScheduleRun | None:
            found = db.execute("SELECT handled FROM progress WHERE schedule_id = ?", (run.schedule_id,)).fetchone()
            if (found[0] if found else None) != expected:
                return None
            db.execute(_HANDLED, (run.schedule_id, handled))
            return _inserted(db, run)

        return self._write(act)

    def set_progress(self, schedule_id: str, handled: float) -> None:
        """Say that a schedule was looked at up to then, though nothing was run."""
        self._write(lambda db: db.execute(_HANDLED, (schedule_id, handled)))

    def ask(self, run: ScheduleRun) -> ScheduleRun:
        """Keep a run that a person wants."""
        return self._write(lambda db: _inserted(db, run))

    def asked(self) -> tuple[ScheduleRun, ...]:
        """Those that persons want and nobody took up yet, the first one first."""
        return _runs(self._read(f"SELECT {_COLUMNS} FROM runs WHERE state = 'asked' ORDER BY id"))

    def take_up(self, run_id: int, state: RunState, at: float) -> bool:
        """Begin with one that was asked for, or that waits; False where another engine was first."""
        started = at if state is RunState.RUNNING else None
        ended = at if state.is_over else None

        def act(db: apsw.Connection) -> bool:
            db.execute(
                "UPDATE runs SET state = ?, started = ?, ended = ? WHERE id = ? AND state IN ('asked', 'waiting')",
                (state.value, started, ended, run_id),
            )
            return db.changes() > 0

        return self._write(act)

    def end(self, run: ScheduleRun) -> None:
        """Keep what came of a run."""
        answers = msgspec.json.encode([_kept(each) for each in run.answers[:_MOST_ANSWERS]]).decode()
        row = (run.state.value, run.ended, run.event_id, answers, run.error, run.id)
        sql = "UPDATE runs SET state = ?, ended = ?, event_id = ?, answers = ?, error = ? WHERE id = ?"
        self._write(lambda db: db.execute(sql, row))

    def interrupt(self, at: float) -> int:
        """Say of all that were under way that they are not any more: their engine is gone. How many there were."""

        def act(db: apsw.Connection) -> int:
            db.execute("UPDATE runs SET state = 'interrupted', ended = ? WHERE state IN ('waiting', 'running')", (at,))
            return db.changes()

        return self._write(act) if self.path.exists() else 0

    def forget(self, schedule_id: str) -> None:
        """Delete what is known of a schedule that was removed."""

        def act(db: apsw.Connection) -> None:
            for table in ("runs", "progress"):
                db.execute(f"DELETE FROM {table} WHERE schedule_id = ?", (schedule_id,))

        if self.path.exists():
            self._write(act)

    # reading

    def latest(self) -> dict[str, ScheduleRun]:
        """The latest run of each schedule that is more than asked for, by the schedule's id."""
        return {run.schedule_id: run for run in _runs(self._read(_LATEST))}

    def run(self, run_id: int) -> ScheduleRun | None:
        """One of them; None: there is none of that id, or not any more."""
        return next(iter(_runs(self._read(f"SELECT {_COLUMNS} FROM runs WHERE id = ?", (run_id,)))), None)

    def runs(self, schedule_id: str, before_id: int, limit: int) -> tuple[ScheduleRun, ...]:
        """The latest first."""
        sql = f"SELECT {_COLUMNS} FROM runs WHERE schedule_id = ? AND (? = 0 OR id < ?) ORDER BY id DESC LIMIT ?"
        return _runs(self._read(sql, (schedule_id, before_id, before_id, limit)))

    def _read(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        try:
            db = open_for_reading(self.path, KIND)
            if db is None:
                return []
            try:
                return db.execute(sql, values).fetchall()
            finally:
                db.close()
        except (LapwingError, apsw.Error, OSError) as error:
            raise KIND.in_words(error, self.path) from error

    def _write(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        """Do something whole or not at all; with a damaged file once more, in a new one."""
        try:
            try:
                return self._attempt(act)
            except DAMAGE as error:
                _log.warning("%s", put_aside(self.path, KIND, str(error)))
                return self._attempt(act)
        except (LapwingError, apsw.Error, OSError) as error:
            raise KIND.in_words(error, self.path) from error

    def _attempt(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        db = open_for_writing(self.path, KIND)
        try:
            db.execute("PRAGMA synchronous=FULL")
            db.execute("BEGIN IMMEDIATE")
            answer = act(db)
            db.execute("COMMIT")
        finally:
            db.close()
        return answer


def _inserted(db: apsw.Connection, run: ScheduleRun) -> ScheduleRun:
    row = (run.schedule_id, run.due, run.state.value, run.cause.value, run.started, run.ended, run.missed, run.error)
    db.execute(_BEGIN, row)
    made = replace(run, id=db.last_insert_rowid())
    db.execute(_TRIM, (run.schedule_id, run.schedule_id, MOST_RUNS))
    return made


def _kept(answer: HandlerAnswer) -> HandlerAnswer:
    """An answer of a size that can be kept; a longer one is cut, as text."""
    try:
        text = msgspec.json.encode(answer.answer).decode()
    except (TypeError, ValueError, RecursionError):
        return HandlerAnswer(answer.subscriber, "", answer.error or "Its answer cannot be kept as JSON.")
    told = answer.answer if len(text) <= _MOST_ANSWER else f"{text[:_MOST_ANSWER]}…"
    return HandlerAnswer(answer.subscriber, told, answer.error[:_MOST_ANSWER])


def _runs(rows: Iterable[Any]) -> tuple[ScheduleRun, ...]:
    return tuple(
        ScheduleRun(
            row_id,
            schedule_id,
            due,
            RunState(state),
            RunCause(cause),
            started,
            ended,
            event_id,
            missed,
            tuple(msgspec.json.decode(answers, type=list[HandlerAnswer])),
            error,
        )
        for row_id, schedule_id, due, state, cause, started, ended, event_id, missed, answers, error in rows
    )
