"""`lapwing alerts list`."""

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.messages import say
from lapwing.cli.output import Output
from lapwing.domain.alerts.asking import AlertList, RuleList
from lapwing.domain.alerts.instances import AlertFacts, AlertState
from lapwing.domain.alerts.telling import value_text
from lapwing.domain.errors import in_full
from lapwing.domain.monitoring.metrics import SeriesKey
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named

_COLUMNS: Final = ("rule", "severity", "state", "connection", "series", "value", "since", "condition")


def run_list(output_format: FormatName) -> int:
    """Write alerts, and behind them the rules of which there is none; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> tuple[AlertList, RuleList]:
        alerts = cast("AlertList", await engine.serve(caller, "alert.list", None))
        return alerts, cast("RuleList", await engine.serve(caller, "alert.rules", None))

    alerts, rules = run_in_engine(ask, caller)
    if rules.problems:
        say(in_full(rules.problems))
    there = {each.instance.rule_id for each in alerts.alerts}
    rows = [_alert_row(each) for each in alerts.alerts]
    for facts in rules.rules:
        if facts.rule.id not in there:
            state = "off" if not facts.rule.enabled else "wrong" if facts.problem else ""
            condition = condition_text(facts.rule.expression, facts.rule.duration)
            rows.append((facts.rule.title, facts.rule.severity.value, state, None, None, None, None, condition))
    write(output_format, _COLUMNS, rows)
    return 0


def _alert_row(facts: AlertFacts) -> Row:
    instance = facts.instance
    state = instance.state.value
    if instance.state is AlertState.UNKNOWN:
        state = f"{state} (was {instance.before})"
    since = datetime.fromtimestamp(instance.started or instance.since, UTC).isoformat(" ", "seconds")
    return (
        facts.title,
        facts.severity.value,
        f"{state}, silenced" if facts.is_quiet else state,
        facts.connection,
        SeriesKey("", instance.labels).text or None,
        value_text(instance.value, instance.text, facts.unit) or None,
        since,
        condition_text(facts.expression, facts.duration),
    )


def condition_text(expression: str, duration: str) -> str:
    """What a rule asks, in one line."""
    return f"{expression} for {duration}" if duration else expression


def write(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Write a table.

    Raises:
        OutputClosed, OutputRefused
    """
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
