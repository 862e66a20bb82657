"""What services tell windows (`domain.events`), told as cloud events: fewer, and in words of other programs."""

from typing import TYPE_CHECKING, Any, Final

from lapwing.domain.connections import Connection, SqlInEvents
from lapwing.domain.environments import Safeguards
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.events import DefinitionsChanged, Event
from lapwing.domain.jobs import JobEnded, JobFacts, JobStarted, JobState
from lapwing.engine.bus import Bus
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.events.telling import Telling
from lapwing.engine.hub import EventHub
from lapwing.engine.running.told import told_sql
from lapwing.sql.dialect import dialect_named

if TYPE_CHECKING:
    from lapwing.domain.alerts.instances import AlertChange
    from lapwing.domain.monitoring.metrics import Labels
    from lapwing.domain.monitoring.samples import MetricsSampled

_ALERT: Final = "alert.changed"
_SAMPLED: Final = "metrics.sampled"
"""Names of events whose modules take their time to load, so that they are not loaded here."""
_AWAKE: Final = ("firing", "acknowledged")


class Translator:
    """Listens to the bus. Event loop's thread."""

    def __init__(self, bus: Bus, hub: EventHub, telling: Telling, connections: ConnectionsService) -> None:
        self._hub = hub
        self._telling = telling
        self._connections = connections
        self._firing: set[tuple[str, str, Labels]] = set()
        """Alerts that were told to fire."""
        self._heard = {
            JobStarted.name: self._job_started,
            JobEnded.name: self._job_ended,
            DefinitionsChanged.name: self._definitions,
            _ALERT: self._alert,
            _SAMPLED: self._sampled,
        }
        self._stop = bus.listen(tuple(self._heard), lambda event: self._heard[event.name](event))

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    # jobs

    def _job_started(self, event: Event) -> None:
        assert isinstance(event, JobStarted)
        job = event.job
        self._telling.publish("job.started", _job(job), connection_id=job.connection_id, subject=job.subject)

    def _job_ended(self, event: Event) -> None:
        assert isinstance(event, JobEnded)
        job = event.job
        data = _job(job) | {
            "state": job.state.value,
            "done": job.done,
            "unit": job.unit,
            "executionTime": round(job.elapsed_s * 1000, 3),
        }
        if job.state is JobState.FAILED:
            data |= _error(job.error)
        event_type = "job.failed" if job.state is JobState.FAILED else "job.ended"
        self._telling.publish(event_type, data, connection_id=job.connection_id, subject=job.subject)

    # definitions

    def _definitions(self, event: Event) -> None:
        assert isinstance(event, DefinitionsChanged)
        try:
            connection = self._connections.find(event.connection_id)
            dialect = dialect_named(self._connections.way(connection.id).driver.dialect)
        except LapwingError:  # it was removed meanwhile: nothing says what may be told of its statements
            connection, sql, policy = Connection(event.connection_id, "", ""), "", SqlInEvents.NONE
        else:
            safeguards: Safeguards = self._connections.safeguards(connection)
            policy = SqlInEvents(safeguards.sql_in_events)
            sql = told_sql(dialect, event.statement, policy)
        data = _connection(connection.id, connection.name) | {
            "sql": sql,
            "sqlPolicy": policy.value,
            "statements": event.count,
        }
        self._telling.publish("schema.changed", data, connection_id=connection.id)

    # monitoring

    def _alert(self, event: Event) -> None:
        change: AlertChange = event.change  # type: ignore[attr-defined] # its module is not loaded for this
        event_type = self._alert_type(change)
        if not event_type:
            return
        data = _connection(change.connection_id, change.connection) | {
            "rule": change.title,
            "ruleId": change.rule_id,
            "severity": change.severity.value,
            "labels": dict(change.labels),
            "value": change.value,
            "unit": change.unit,
            "expression": change.expression,
            "state": change.after.value,
        }
        if event_type == "alert.resolved":
            data["reason"] = change.reason
        elif event_type == "alert.acknowledged":
            data["by"] = change.by
        self._telling.publish(event_type, data, connection_id=change.connection_id, subject=change.title, at=change.at)

    def _alert_type(self, change: "AlertChange") -> str:
        """What is told of a change; empty: nothing. An alert that was unknown for a while, or is not seen any more,
        does not fire anew."""
        key = change.rule_id, change.connection_id, change.labels
        after, was_told = change.after.value, key in self._firing or change.before.value in _AWAKE
        if after == "firing":
            self._firing.add(key)
            return "" if was_told and change.reason != "quiet" else "alert.fired"
        if after == "resolved" or (after == "ok" and was_told):
            self._firing.discard(key)
            return "alert.resolved"
        return "alert.acknowledged" if after == "acknowledged" else ""

    def _sampled(self, event: Event) -> None:
        if not self._hub.is_heard(_SAMPLED):
            return
        sampled: MetricsSampled = event  # type: ignore[assignment] # its module is not loaded for this
        values = [
            {"name": each.key.metric, "labels": dict(each.key.labels), "value": each.value} for each in sampled.values
        ]
        data = {"connectionId": sampled.connection_id, "lane": sampled.lane.value, "values": values}
        self._telling.publish(_SAMPLED, data, connection_id=sampled.connection_id, at=sampled.at)


def _connection(connection_id: str, name: str) -> dict[str, Any]:
    return {"connectionId": connection_id, "connection": name}


def _job(job: JobFacts) -> dict[str, Any]:
    return {"jobId": job.job_id, "kind": job.kind, "subject": job.subject, "connectionId": job.connection_id}


def _error(error: ErrorFacts | None) -> dict[str, Any]:
    """A job's error as its code: what the server said of rows that it could not take may repeat them."""
    code = "" if error is None else str(error.facts.get("code") or "") or error.code
    return {"error": f"The work failed ({code or 'for no known reason'}).", "errorCode": code}
