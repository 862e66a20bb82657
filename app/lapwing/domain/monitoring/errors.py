"""What can go wrong with monitoring."""

from lapwing.domain.errors import LapwingError


class MonitoringUnsupported(LapwingError):
    code = "monitor.unsupported"
    message = "{connection} cannot be monitored: Lapwing knows no figures of {product}."
    hint = "Write SQL metrics of your own for it."
    exit_code = 2


class MonitorUnknown(LapwingError):
    code = "monitor.unknown"
    message = "{connection} is not monitored."
    hint = "Open its dashboard, or keep it monitored."
    exit_code = 2


class IntervalInvalid(LapwingError):
    code = "monitor.interval"
    message = "A server is looked at every {least} to {most} seconds, not every {given}."
    hint = "Give an interval within these."
    exit_code = 2


class SessionsReadOnly(LapwingError):
    code = "monitor.read_only"
    message = "{connection} is for reading only: no session of its server is touched through it."
    hint = "Use a connection to this server that may write."
    exit_code = 5


class PlanUnknown(LapwingError):
    code = "monitor.plan"
    message = "The plan of this statement cannot be shown: {reason}."
    hint = "Open the statement in an editor, complete it, and explain it there."


class MetricInvalid(LapwingError):
    code = "metric.invalid"
    message = "The metric {metric} cannot be kept, because {reason}."
    hint = "Change that, and save it again."
    exit_code = 2


class MetricMissing(LapwingError):
    code = "metric.missing"
    message = "There is no metric {metric} of your own."
    hint = "Look which there are: lapwing metric list."
    exit_code = 2
