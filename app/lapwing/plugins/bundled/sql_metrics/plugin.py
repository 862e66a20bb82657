"""Each line of the settings is a statement; rows of its result are values."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from lapwing.plugins.api import Health, MetricValue, Plugin, Rows
from lapwing.plugins.kit.quantities import seconds

_LINE: Final = re.compile(r"\s*([A-Za-z][A-Za-z0-9_]{0,63})\s*@\s*([^:]{1,200}?)\s*:\s*(\S.*)", re.DOTALL)
_MOST_ROWS: Final = 200
_NUMERIC: Final = re.compile(
    r"(?:(?:tiny|small|medium|big|u|huge)?int(?:eger|[0-9]{1,3})?|(?:small|big)?serial|numeric|decimal|dec|number"
    r"|float[0-9]?|double|real)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    connection: str
    sql: str


class SqlMetrics(Plugin):
    """Asks at each slow look of a monitor. A statement that is refused is told, and the others are asked."""

    def __init__(self) -> None:
        self._problems: dict[str, str] = {}

    def on_config_load(self, config: dict[str, Any]) -> dict[str, Any]:
        """Say at once which line is none."""
        for line in config.get("metrics") or ():
            _asked(line)
        seconds(config.get("within") or "5s")
        return config

    def on_metrics_collect(self) -> Iterable[MetricValue]:
        lines = [_asked(line) for line in self.context.config.get("metrics") or ()]
        if not lines:
            return []
        saved = {each.name: each.id for each in self.context.connections()}
        made: list[MetricValue] = []
        for asked in lines:
            problem = ""
            try:
                made += self._values(asked, saved)
            except (RuntimeError, OSError, LookupError, ValueError) as error:
                problem = f"{asked.name}: {error}"
            self._note(asked.name, problem)
        return made

    def on_health_check(self) -> Health:
        told = " ".join(problem for problem in self._problems.values() if problem)
        return Health(not told, told)

    def _values(self, asked: _Asked, saved: dict[str, str]) -> list[MetricValue]:
        connection_id = saved.get(asked.connection)
        if connection_id is None:
            raise LookupError(f"There is no saved connection “{asked.connection}”.")
        within_s = seconds(self.context.config.get("within") or "5s")
        rows = self.context.query(connection_id, asked.sql, _MOST_ROWS, within_s)
        if not rows.is_complete:
            raise ValueError(f"The result has more than {_MOST_ROWS} rows: group it, or give it a LIMIT.")
        return list(_values_in(asked, rows))

    def _note(self, name: str, problem: str) -> None:
        if problem and problem != self._problems.get(name):
            self.context.log(problem, "warning")
        self._problems[name] = problem


def _asked(line: str) -> _Asked:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"“{line[:80]}” is no metric. Write NAME @ CONNECTION: SQL.")
    return _Asked(found[1], found[2], found[3])


def _values_in(asked: _Asked, rows: Rows) -> Iterator[MetricValue]:
    """Columns of numbers are values, the others labels; of several values the column's name tells which."""
    places = [place for place in range(len(rows.columns)) if _is_of_numbers(rows, place)]
    if not places:
        raise ValueError("The result has no column of numbers.")
    for row in rows.rows:
        labels = {rows.columns[at]: text or "" for at, text in enumerate(row) if at not in places}
        labels["connection"] = asked.connection
        for place in places:
            value = _number(row[place])
            if value is not None:
                name = asked.name if len(places) == 1 else f"{asked.name}.{rows.columns[place]}"
                yield MetricValue(name, value, dict(labels))


def _is_of_numbers(rows: Rows, place: int) -> bool:
    """By its type; where the server tells none (an expression of SQLite), by what is in it."""
    if rows.types[place]:
        return _NUMERIC.match(rows.types[place]) is not None
    texts = [row[place] for row in rows.rows if row[place] is not None]
    return bool(texts) and all(_number(text) is not None for text in texts)


def _number(text: str | None) -> float | None:
    """None: it is NULL, or no finite number."""
    if text is None:
        return None
    try:
        value = float(Decimal(text[:400]))
    except (InvalidOperation, OverflowError, ValueError):
        return None
    return value if math.isfinite(value) else None
