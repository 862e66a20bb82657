"""`lapwing alerts check`: are the rules of a file right, and does one of them fire?"""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from lapwing.cli.alerts.listing import condition_text, write
from lapwing.cli.alerts.measuring import given_values, measured_metrics, sampled_values
from lapwing.cli.errors import UsageWrong
from lapwing.cli.messages import counted, say, sentence_of
from lapwing.domain.alerts.errors import ExpressionInvalid, RuleInvalid, RulesUnreadable
from lapwing.domain.alerts.evaluating import Verdict, judge
from lapwing.domain.alerts.files import rules_in
from lapwing.domain.alerts.known import KnownMetric, known_metrics
from lapwing.domain.alerts.rules import AlertRule, Watched
from lapwing.domain.alerts.telling import value_text
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.domain.monitoring.metrics import SeriesKey
from lapwing.domain.values import Row
from lapwing.engine.alerting.judging import ReadyRule, ready
from lapwing.engine.alerting.values import ConnectionValues
from lapwing.formats.registry import FormatName

NOTHING_FIRES: Final = 0
SOMETHING_FIRES: Final = 1
RULES_WRONG: Final = 2
_COLUMNS: Final = ("rule", "severity", "state", "series", "value", "condition")
_COMMAND: Final = "lapwing alerts check"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What was typed; empty where nothing was."""

    file: str
    connection: str = ""
    url: str = ""
    metrics: str = ""
    output_format: FormatName = FormatName.TABLE
    password_env: str = ""
    passphrase_env: str = ""


def run_check(options: CheckOptions, environ: Mapping[str, str] = os.environ) -> int:
    """Check, and judge where there is something to judge by; returns the exit code.

    Raises:
        LapwingError: There is no such file, or nothing can be measured.
    """
    if bool(options.metrics) and bool(options.connection or options.url):
        raise UsageWrong(reason="Values come from a file or from a server, not from both.", command=_COMMAND)
    rules = rules_in(_read(options.file), options.file)
    given = given_values(options.metrics) if options.metrics else None
    known = known_metrics(all_metrics().values())
    if given is not None:
        known = {**{metric: KnownMetric() for metric in given.metrics}, **known}
    elif options.connection or options.url:
        known |= known_metrics(measured_metrics(options.connection, options.url, options.password_env, environ))
    found = _ready(rules, known)
    if found is None:
        return RULES_WRONG
    if not options.metrics and not options.connection and not options.url:
        say(f"{counted(len(rules), 'rule')} checked: all can be judged.")
        return NOTHING_FIRES
    on = [each for each in found if each.rule.enabled]
    windows = {window for each in on for window in each.windows}
    if given is not None:
        values, watched = given.values(windows), None
    else:
        values, watched = sampled_values(
            options.connection, options.url, options.password_env, options.passphrase_env, windows, environ
        )
    return _judge(on, values, watched, options.output_format)


def _read(path: str) -> str:
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise RulesUnreadable(path=path, reason=f"{reason}.") from error


def _ready(rules: Sequence[AlertRule], known: Mapping[str, KnownMetric]) -> list[ReadyRule] | None:
    """The rules with their expressions read; None when one is wrong, and each of these is said."""
    found: list[ReadyRule] = []
    wrong = 0
    for rule in rules:
        error = _problem(rule, known, found)
        if error is not None:
            wrong += 1
            say(f"{rule.title or rule.id}: {_place(rule, error)}{sentence_of(error)}")
    return None if wrong else found


def _problem(rule: AlertRule, known: Mapping[str, KnownMetric], found: list[ReadyRule]) -> LapwingError | None:
    field, reason = rule.problem()
    if reason:
        return RuleInvalid(rule=rule.title or rule.id, reason=reason, field=field, advice="")
    try:
        found.append(ready(rule, known))
    except ExpressionInvalid as error:
        return error
    return None


def _place(rule: AlertRule, error: LapwingError) -> str:
    """Where in its expression, as people count."""
    if not isinstance(error, ExpressionInvalid):
        return ""
    return f"{error.facts.get('field')}, character {error.position + 1}: "


def _judge(
    rules: Sequence[ReadyRule], values: ConnectionValues, watched: Watched | None, output_format: FormatName
) -> int:
    rows: list[Row] = []
    firing = 0
    values.at(time.time())
    for each in rules:
        if watched is not None and not each.rule.is_for(watched):
            rows.append(_row(each, "other server", None))
            continue
        verdicts = judge(each.bound, values)
        firing += sum(verdict.is_so is True for verdict in verdicts)
        rows += [_row(each, _state(verdict), verdict) for verdict in verdicts] or [_row(each, "ok", None)]
    write(output_format, _COLUMNS, rows)
    return SOMETHING_FIRES if firing else NOTHING_FIRES


def _state(verdict: Verdict) -> str:
    return "unknown" if verdict.is_so is None else "fires" if verdict.is_so else "ok"


def _row(each: ReadyRule, state: str, verdict: Verdict | None) -> Row:
    value = verdict.value if verdict is not None else None
    number, text = (None, value) if isinstance(value, str) else (value, "")
    return (
        each.rule.title,
        each.rule.severity.value,
        state,
        SeriesKey("", verdict.labels).text or None if verdict is not None else None,
        value_text(number, text, str(each.bound.unit or "")) or None,
        condition_text(each.rule.expression, each.rule.duration),
    )
