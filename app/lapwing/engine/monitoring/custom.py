"""Reading a person's own SQL as metrics: each statement on the sampler's session, as far as it only reads."""

import math
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import Final

from lapwing.domain.errors import LapwingError, StatementCancelled
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.custom import COLUMN, MOST_ROWS, OVER, CustomMetric
from lapwing.domain.monitoring.metrics import Denied, Labels, Lane, Metric, Reading
from lapwing.domain.results import Column
from lapwing.domain.values import Cell, Row, cell_text
from lapwing.drivers.base import PagesCame, ResultBegan, ResultBeganAgain, RowsCame, Session
from lapwing.drivers.monitoring import ServerReadings
from lapwing.engine.monitoring.deriving import Deriver
from lapwing.results.codecs import rows_of
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named

_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,40}", re.ASCII)
_COST: Final = 200.0
"""A statement that takes a second is asked again after so many: half a per cent of the server's time."""
_LONGEST_PAUSE_S: Final = 3_600.0
_LONGEST_LABEL: Final = 200
_MAY_WRITE: Final = "Only statements that are certain to read are run as metrics, and this one is not."
_TWICE: Final = "Two of its rows have the same labels: {labels}. Name a column that tells them apart."
_NO_NUMBER: Final = "Its column {column} holds no number but {value!r}."
_NO_COLUMN: Final = "It has no column {column}; there are {columns}."
_NO_VALUES: Final = "It has no column with values beside its labels."
_NO_RESULT: Final = "It has no result."
_TOO_MANY: Final = "It has more than {most} rows. Group them, or leave some out."
_TOO_LONG: Final = "It was ended because it took too long."


class _NoMetric(Exception):
    """What a statement brought is none; the text is a sentence."""


@dataclass(slots=True)
class _State:
    """What is known of one metric."""

    metric: CustomMetric
    deriver: Deriver = field(default_factory=Deriver)
    due_s: float = 0.0
    readings: tuple[Reading, ...] = ()
    denied: tuple[Denied, ...] = ()


class CustomReader:
    """Reads the metrics of one server. One thread at a time; `metrics` any thread.

    What a statement tells is made into values here, at the statement's own pace: one that takes long is not asked at
    each tick, and its last values stand until then.
    """

    def __init__(self, dialect: str, known: Callable[[], Sequence[CustomMetric]]) -> None:
        """Read what `known` gives at each look."""
        self._dialect = dialect
        self._known = known
        self._states: dict[str, _State] = {}

    def metrics(self) -> Sequence[Metric]:
        return [metric.told() for metric in self._known()]

    def read(self, session: Session, lane: Lane, found: ServerReadings) -> tuple[Sequence[Reading], Sequence[Denied]]:
        """The values of a lane's metrics, and why there are none of others.

        Raises:
            LapwingError: The session died.
        """
        readings: list[Reading] = []
        denied: list[Denied] = []
        metrics = [metric for metric in self._known() if metric.lane is lane]
        for metric in metrics:
            state = self._state(metric)
            if time.monotonic() >= state.due_s:
                self._ask(session, state, found.epoch)
            readings += state.readings
            denied += state.denied
        return readings, denied

    def _state(self, metric: CustomMetric) -> _State:
        """What is known of it; nothing when it was changed."""
        state = self._states.get(metric.id)
        if state is None or state.metric != metric:
            state = self._states[metric.id] = _State(metric)
        return state

    def _ask(self, session: Session, state: _State, epoch: str) -> None:
        metric, began_s = state.metric, time.monotonic()
        state.readings, state.denied = (), ()
        try:
            told = readings_of(session, metric, self._dialect)
        except _NoMetric as error:
            state.denied = (Denied((metric.id,), str(error), is_permission=False),)
        else:
            at_s = time.monotonic()
            values = state.deriver.take([metric.derived()], metric.lane, told, epoch, at_s, time.time())
            state.readings = tuple(
                Reading(metric.id, each.value, each.key.labels) for each in values if each.value is not None
            )
        now_s = time.monotonic()
        state.due_s = now_s + min((now_s - began_s) * _COST, _LONGEST_PAUSE_S)


def tried(session: Session, metric: CustomMetric, dialect: str) -> tuple[tuple[Reading, ...], str]:
    """What a statement tells, and why it is no metric, in a sentence, if it is none.

    Raises:
        LapwingError: The session died.
    """
    try:
        return readings_of(session, metric, dialect), ""
    except _NoMetric as error:
        return (), str(error)


def readings_of(session: Session, metric: CustomMetric, dialect: str) -> tuple[Reading, ...]:
    """Run a metric's statement, if it only reads, and take its rows for readings.

    Raises:
        _NoMetric: It is none.
        LapwingError: The session died.
    """
    if not statement_facts(dialect_named(dialect), metric.sql).reads_only:
        raise _NoMetric(_MAY_WRITE)
    try:
        columns, rows = _result(session, metric.sql)
    except StatementCancelled as error:
        raise _NoMetric(_TOO_LONG) from error
    except LapwingError as error:
        if session.is_lost:
            raise
        words = str(error)
        raise _NoMetric(words if words.endswith(".") else f"{words}.") from error
    return tuple(_readings(metric, [column.name for column in columns], rows))


def _result(session: Session, sql: str) -> tuple[Sequence[Column], list[Row]]:
    """The columns and rows of the first result."""
    columns: Sequence[Column] | None = None
    rows: list[Row] = []
    codec = ""
    replies = session.execute(sql)
    try:
        for reply in replies:
            if isinstance(reply, ResultBegan):
                if columns is not None:
                    break
                columns, codec = reply.columns, reply.codec
            elif isinstance(reply, ResultBeganAgain):
                rows = []
            elif isinstance(reply, RowsCame):
                rows += reply.rows
            elif isinstance(reply, PagesCame) and columns is not None:
                rows += rows_of(reply.pages, codec, columns)
            if len(rows) > MOST_ROWS:
                raise _NoMetric(_TOO_MANY.format(most=MOST_ROWS))
    finally:
        close = getattr(replies, "close", None)
        if close is not None:
            close()
    if columns is None:
        raise _NoMetric(_NO_RESULT)
    return columns, rows


def _readings(metric: CustomMetric, columns: Sequence[str], rows: Sequence[Row]) -> Iterator[Reading]:
    labels = [(name, _place(columns, name)) for name in metric.labels]
    values = [(name, _place(columns, name)) for name in metric.values]
    if not values:
        taken = {place for _name, place in labels}
        values = [(name, place) for place, name in enumerate(columns) if place not in taken]
    if not values:
        raise _NoMetric(_NO_VALUES)
    has_column = COLUMN in metric.label_names()
    seen: set[Labels] = set()
    for row in rows:
        own = tuple((name, _label(row[place])) for name, place in labels)
        if own in seen:
            raise _NoMetric(_TWICE.format(labels=", ".join(f"{name} = {text}" for name, text in own) or "none"))
        seen.add(own)
        for number, (name, place) in enumerate(values):
            value = _number(row[place], name)
            if value is None:
                continue
            told = tuple(sorted((*own, (COLUMN, name)))) if has_column else tuple(sorted(own))
            yield Reading(metric.id + OVER if metric.is_share and number else metric.id, value, told)


def _place(columns: Sequence[str], name: str) -> int:
    """Where a column is: by its exact name, or by its name in other letters where that is one only."""
    if name in columns:
        return columns.index(name)
    found = [place for place, column in enumerate(columns) if column.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    raise _NoMetric(_NO_COLUMN.format(column=name, columns=", ".join(columns) or "none"))


def _label(cell: Cell) -> str:
    return "NULL" if cell is None else cell_text(cell)[:_LONGEST_LABEL]


def _number(cell: Cell, column: str) -> int | float | None:
    """A whole number exactly; None for NULL and for what is not finite, which is no value."""
    if cell is None:
        return None
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    text = cell_text(cell).strip()
    try:
        found = int(text) if _WHOLE.fullmatch(text) else float(text)
    except ValueError:
        raise _NoMetric(_NO_NUMBER.format(column=column, value=text[:40])) from None
    return found if math.isfinite(found) else None
