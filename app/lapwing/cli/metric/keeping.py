"""`lapwing metric list`, `add` and `remove`."""

import contextlib
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import UsageWrong
from lapwing.cli.messages import say
from lapwing.cli.output import Output
from lapwing.cli.saved import saved_connection
from lapwing.domain.errors import FileUnreadable
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.custom import CustomMetric, CustomMetricList, RemoveCustomMetric, SaveCustomMetric
from lapwing.domain.monitoring.metrics import Derivation, Lane, Unit
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named

Choice = TypeVar("Choice", bound=StrEnum)
_ADD: Final = "lapwing metric add"
_COLUMNS: Final = ("id", "title", "kind", "unit", "values", "labels", "read", "of", "sql")


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What was typed; empty where nothing was."""

    metric_id: str
    sql: str = ""
    file: str = ""
    title: str = ""
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    kind: str = "gauge"
    unit: str = "count"
    each_tick: bool = False
    connections: tuple[str, ...] = ()
    dialect: str = ""


def run_list(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> CustomMetricList:
        return cast("CustomMetricList", await engine.serve(caller, "metric.list", None))

    found = run_in_engine(ask, caller)
    if found.trouble:
        say(found.trouble)
    write_table(output_format, _COLUMNS, [_row(metric) for metric in found.metrics])
    return 0


def run_add(options: AddOptions) -> int:
    """Keep a metric; returns the exit code.

    Raises:
        UsageWrong, FileUnreadable, ConnectionUnknown, ConnectionsUnreadable, MetricInvalid
        StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
    """
    caller = SilentCaller()
    sql = _statement(options)
    derivation = _choice(Derivation, options.kind, "--kind")
    unit = _choice(Unit, options.unit, "--unit")

    async def ask(engine: Engine) -> None:
        ids = [(await saved_connection(engine, caller, name)).id for name in options.connections]
        metric = CustomMetric(
            options.metric_id,
            options.title,
            sql,
            options.values,
            options.labels,
            derivation,
            unit,
            Lane.FAST if options.each_tick else Lane.SLOW,
            tuple(ids),
            options.dialect,
        )
        await engine.serve(caller, "metric.save", SaveCustomMetric(metric))

    run_in_engine(ask, caller)
    say(f"{options.metric_id} is read from the next look on.")
    return 0


def run_remove(metric_id: str) -> int:
    """Remove a metric; returns the exit code.

    Raises:
        MetricMissing
        StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> None:
        await engine.serve(caller, "metric.remove", RemoveCustomMetric(metric_id))

    run_in_engine(ask, caller)
    say(f"{metric_id} is no metric any more.")
    return 0


def write_table(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Write rows to standard output; raises `OutputClosed`, `OutputRefused`."""
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())


def _statement(options: AddOptions) -> str:
    if bool(options.sql) == bool(options.file):
        raise UsageWrong(reason="Give the statement either with --sql or with --file.", command=_ADD)
    if options.sql:
        return options.sql
    try:
        return sys.stdin.read() if options.file == "-" else Path(options.file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise FileUnreadable(path=options.file, reason=f"{reason}.") from error


def _choice(kind: type[Choice], text: str, option: str) -> Choice:
    try:
        return kind(text)
    except ValueError:
        reason = f"{option} must be one of {', '.join(each.value for each in kind)}, not {text}."
        raise UsageWrong(reason=reason, command=_ADD) from None


def _row(metric: CustomMetric) -> Row:
    of = ", ".join(filter(None, (metric.dialect, *metric.connection_ids))) or "all"
    read = "each tick" if metric.lane is Lane.FAST else "once a minute"
    return (
        metric.id,
        metric.title or None,
        metric.derivation.value,
        metric.unit.value,
        ", ".join(metric.values) or None,
        ", ".join(metric.labels) or None,
        read,
        of,
        metric.sql,
    )
