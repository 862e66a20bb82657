"""`lapwing metric test`."""

import os
from collections.abc import Mapping
from typing import Final, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.messages import say
from lapwing.cli.metric.keeping import write_table
from lapwing.cli.passwords import Entered, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.saved import saved_connection
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.custom import CustomMetricList, CustomMetricTried, TryCustomMetric
from lapwing.domain.monitoring.errors import MetricMissing
from lapwing.domain.urls import parse_url, target_url
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName

_COMMAND: Final = "lapwing metric test"


@dataclass(frozen=True, slots=True)
class TryOptions:
    """What was typed; empty where nothing was."""

    metric_id: str
    connection: str = ""
    url: str = ""
    output_format: FormatName = FormatName.TABLE
    password_env: str = ""
    passphrase_env: str = ""


def run_try(options: TryOptions, environ: Mapping[str, str] = os.environ) -> int:
    """Read the metric and write its series; the exit code is 1 where the statement makes no metric.

    Raises:
        LapwingError: There is no such metric, or the server cannot be opened.
    """
    place = find_place(options.url, options.connection, options.password_env, environ, _COMMAND)
    passphrase = from_variable(options.passphrase_env, environ, "--passphrase-env") if options.passphrase_env else None
    for note in place.notes:
        say(note)
    entered = Entered(place.password, passphrase, place.key_password)
    found = with_answers(lambda entered: _tried(options.metric_id, place, entered), entered)
    if found.denied:
        say(found.denied)
        return 1
    write_table(options.output_format, ("series", "value"), [(each.key.text, each.value) for each in found.values])
    return 0


def _tried(metric_id: str, place: Place, entered: Entered) -> CustomMetricTried:
    caller = SilentCaller()

    async def ask(engine: Engine) -> CustomMetricTried:
        listed = cast("CustomMetricList", await engine.serve(caller, "metric.list", None))
        metric = next((each for each in listed.metrics if each.id == metric_id), None)
        if metric is None:
            raise MetricMissing(metric=metric_id)
        saved = await saved_connection(engine, caller, place.connection) if place.connection else None
        refuse_password(place, saved.url if saved else place.url)
        await entered.tell(engine, saved.id if saved else "")
        looked_at = saved.id if saved else target_url(parse_url(place.url))
        request = TryCustomMetric(metric, looked_at, entered.password)
        return cast("CustomMetricTried", await engine.serve(caller, "metric.test", request))

    return run_in_engine(ask, caller)
