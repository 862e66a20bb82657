"""Alerts as they are: judged whenever samples come, kept, told, acknowledged and silenced."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.alerts.advancing import RESOLVED_S
from lapwing.domain.alerts.asking import (
    AcknowledgeAlert,
    AlertHistory,
    AlertList,
    AlertName,
    ReadAlertHistory,
    SilenceAlert,
)
from lapwing.domain.alerts.errors import AlertGone
from lapwing.domain.alerts.instances import (
    AlertChanged,
    AlertFacts,
    AlertInstance,
    AlertsChanged,
    AlertState,
)
from lapwing.domain.alerts.rules import Silence, Watched
from lapwing.domain.errors import ConnectionUnknown, LapwingError, to_wire
from lapwing.domain.events import ConnectionsChanged, EnvironmentsChanged, Event
from lapwing.domain.monitoring.samples import MetricsSampled, MonitorChanged, MonitorEnded, MonitorFacts
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.engine.alerting.judging import Judge, Judged, ReadyRule
from lapwing.engine.alerting.keeper import AlertKeeper
from lapwing.engine.alerting.telling import Telling
from lapwing.engine.alerting.values import ConnectionValues
from lapwing.engine.alerting.wanted import WantedRules
from lapwing.engine.bus import Bus
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.operations import operation

TICK_S: Final = 5.0
"""How often is judged where nothing is heard: values grow old, quiet times end."""
_MOST_HISTORY: Final = 1_000
_WEEK_S: Final = 604_800.0


class AlertsService:
    """Event loop's thread. Judges only what is sampled by the engine that keeps samples, so one of a profile."""

    def __init__(
        self, bus: Bus, connections: ConnectionsService, wanted: WantedRules, keeper: AlertKeeper, telling: Telling
    ) -> None:
        self._bus = bus
        self._connections = connections
        self._wanted = wanted
        self._keeper = keeper
        self._telling = telling
        self._judge = Judge()
        self._watched: dict[str, Watched] = {}
        self._monitors: dict[str, MonitorFacts] = {}
        self.values: dict[str, ConnectionValues] = {}
        self._heard_at: dict[str, float] = {}
        self._loading: asyncio.Task[None] | None = None
        self._ticking: asyncio.Task[None] | None = None
        heard = (MetricsSampled, MonitorChanged, MonitorEnded, ConnectionsChanged, EnvironmentsChanged)
        bus.listen(tuple(kind.name for kind in heard), self.hear)
        wanted.when_changed.append(self.rules_changed)

    # what is heard

    def hear(self, event: Event) -> None:
        """A sample, or how a monitoring is, or a list that changed."""
        if isinstance(event, MetricsSampled):
            if event.is_stored:
                self._take(event)
        elif isinstance(event, MonitorChanged):
            self._follow(event.monitor)
        elif isinstance(event, MonitorEnded):
            self._leave(event.connection_id)
        else:
            self._watched.clear()
            self._forget_removed()

    def _take(self, sample: MetricsSampled) -> None:
        connection_id = sample.connection_id
        values = self.values.get(connection_id)
        if values is None:
            values = self.values[connection_id] = ConnectionValues()
            if connection_id in self._monitors:
                values.follow(self._monitors[connection_id])
            values.want(self._windows(connection_id))
            self._begin()
        values.take(sample)
        self._heard_at[connection_id] = sample.at
        if self._wanted.note_seen({value.key.metric for value in sample.values}):
            self.rules_changed()
        self._judge_now(connection_id, sample.at)

    def _follow(self, monitor: MonitorFacts) -> None:
        connection_id = monitor.connection_id
        self._monitors[connection_id] = monitor
        values = self.values.get(connection_id)
        if values is not None:
            values.follow(monitor)
            self._judge_now(connection_id, self._at(connection_id))

    def _leave(self, connection_id: str) -> None:
        """It is not monitored any more: nothing is known of it from now on."""
        self._monitors.pop(connection_id, None)
        values = self.values.get(connection_id)
        if values is not None:
            values.leave()
            self._judge_now(connection_id, self._at(connection_id))
            del self.values[connection_id]

    def _at(self, connection_id: str) -> float:
        """Now, and never before the last sample: clocks differ."""
        return max(time.time(), self._heard_at.get(connection_id, 0.0))

    def _begin(self) -> None:
        if self._ticking is None:
            self._ticking = asyncio.create_task(self._tick(), name="alerts")

    async def _tick(self) -> None:
        await self._loaded()
        while True:
            self._wanted.look_again()
            for connection_id in list(self.values):
                self._judge_now(connection_id, self._at(connection_id))
            await asyncio.sleep(TICK_S)

    # judging

    def _rules(self, connection_id: str) -> Sequence[ReadyRule]:
        return self._wanted.rules_for(self.watched(connection_id))

    def _windows(self, connection_id: str) -> set[tuple[str, float]]:
        return {window for rule in self._rules(connection_id) for window in rule.windows}

    def watched(self, connection_id: str) -> Watched:
        """A connection as rules see it."""
        found = self._watched.get(connection_id)
        if found is None:
            found = self._watched[connection_id] = self._looked_up(connection_id)
        return found

    def _looked_up(self, connection_id: str) -> Watched:
        try:
            if "://" in connection_id:
                way = self._connections.way("", connection_id)
                return Watched(connection_id, way.shown, way.driver.dialect)
            way, saved = self._connections.way(connection_id), self._connections.find(connection_id)
        except LapwingError:  # it is gone, or its driver is: what is told of it is judged all the same
            return Watched(connection_id, connection_id)
        return Watched(connection_id, saved.name, way.driver.dialect, str(saved.environment))

    def _judge_now(self, connection_id: str, at: float) -> None:
        if self._loading is None or not self._loading.done():
            return  # what is kept comes first
        values = self.values.get(connection_id)
        if values is not None:
            rules = self._rules(connection_id)
            self._note(self._judge.judge(self.watched(connection_id), values, rules, at))

    def _note(self, judged: Judged) -> None:
        """Tell what changed, and keep it."""
        if not judged:
            return
        told = [(change, self._telling.channels_of(change) if tells else ()) for change, tells in judged.changes]
        for change, channels in told:
            self._bus.publish(AlertChanged(change, tuple(channel.id for channel in channels)))
        self._telling.keep(judged.instances, judged.gone, told)
        if judged.changes:
            self._bus.publish(AlertsChanged())

    async def _loaded(self) -> None:
        """Wait until what was kept is here."""
        if self._loading is None:
            self._loading = asyncio.create_task(self._load(), name="alerts loaded")
        await asyncio.shield(self._loading)

    async def _load(self) -> None:
        try:
            kept = await self._keeper.do(lambda store: store.load())
        except LapwingError as error:
            self._keeper.trouble = error
            return
        for each in kept.instances:
            self._judge.put(each)
        self._judge.silences = kept.silences
        for channel_id, change in kept.untold:
            self._telling.tell_again(channel_id, change)
        self._forget_removed()

    def rules_changed(self) -> None:
        """Rules are others now: alerts of those that are no more, or ask for something else, are over."""
        for connection_id, values in self.values.items():
            values.want(self._windows(connection_id))
        self._drop_unwanted("rule")
        self._bus.publish(AlertsChanged())

    def _drop_unwanted(self, reason: str) -> None:
        stale = self._wanted.take_stale()
        unwanted = [
            each
            for each in self._judge
            if each.rule_id in stale
            or (rule := self._wanted.rule(each.rule_id)) is None
            or not rule.is_for(self.watched(each.connection_id))
        ]
        self._drop(unwanted, reason)

    def _forget_removed(self) -> None:
        """Connections may have been removed, renamed, or moved to another environment."""
        ids = {each.connection_id for each in self._judge}
        removed = {each for each in ids if self._is_removed(each)}
        self._drop([each for each in self._judge if each.connection_id in removed], "gone")
        self.rules_changed()

    def _is_removed(self, connection_id: str) -> bool:
        if "://" in connection_id:
            return False
        try:
            self._connections.find(connection_id)
        except ConnectionUnknown:
            return True
        except LapwingError:  # the list cannot be read now
            return False
        return False

    def _drop(self, alerts: Sequence[AlertInstance], reason: str) -> None:
        if alerts:
            self._wanted.all()  # so that it is known what they were called
            known = {each.connection_id: self.watched(each.connection_id) for each in alerts}
            self._note(self._judge.drop(alerts, self._wanted.last_known, known, reason, time.time()))

    # operations

    @operation("alert.list", needs=Permission.QUERY_READ)
    async def list_alerts(self) -> AlertList:
        """Alerts that fire, are about to, are unknown behind one of these, or were resolved lately; the worst first."""
        await self._loaded()
        now = time.time()
        shown = [
            self._facts(each, now)
            for each in self._judge
            if each.is_worth_keeping and not (each.standing is AlertState.RESOLVED and now - each.since > RESOLVED_S)
        ]
        return AlertList(tuple(sorted((each for each in shown if each is not None), key=_order)))

    def _facts(self, instance: AlertInstance, now: float) -> AlertFacts | None:
        rule = self._wanted.rule(instance.rule_id)
        if rule is None:
            return None
        name = instance.rule_id, instance.connection_id, instance.labels
        return AlertFacts(
            instance,
            rule.title,
            rule.expression,
            rule.duration,
            rule.severity,
            self.watched(instance.connection_id).name,
            self._wanted.unit(rule.id),
            rule.help,
            rule.labels,
            self._judge.silenced_until(*name, now),
            self._judge.is_quiet(rule, instance.connection_id, instance.labels, now),
        )

    @operation("alert.acknowledge", needs=Permission.QUERY_WRITE)
    async def acknowledge(self, request: AcknowledgeAlert) -> Done:
        """Say of an alert that fires that somebody has seen it; it stays so until it is over.

        Raises:
            AlertGone: There is none that fires.
        """
        await self._loaded()
        rule = self._wanted.rule(request.alert.rule_id)
        if rule is None:
            raise AlertGone
        connection = self.watched(request.alert.connection_id)
        unit = self._wanted.unit(rule.id)
        judged = self._judge.acknowledge(_key(request.alert), rule, connection, request.by[:200], time.time(), unit)
        if not judged:
            raise AlertGone
        self._note(judged)
        return Done()

    @operation("alert.silence", needs=Permission.QUERY_WRITE)
    async def silence(self, request: SilenceAlert) -> Done:
        """Tell nobody of an alert, or of a whole rule, for a time; 0 lifts it. It is judged all the same."""
        await self._loaded()
        now, alert = time.time(), request.alert
        rule_id, connection_id, labels = alert.rule_id, alert.connection_id, alert.labels
        meant = (rule_id, "", None) if request.everywhere else (rule_id, connection_id, labels)
        kept = [
            each
            for each in self._judge.silences
            if each.until > now and (each.rule_id, each.connection_id, each.labels) != meant
        ]
        if request.for_s > 0:
            kept.append(Silence(meant[0], meant[1], meant[2], now + min(request.for_s, 4 * _WEEK_S)))
        silences = self._judge.silences = tuple(kept)
        await self._keeper.do(lambda store: store.keep_silences(silences))
        self._bus.publish(AlertsChanged())
        return Done()

    @operation("alert.history", needs=Permission.QUERY_READ)
    async def history(self, request: ReadAlertHistory) -> AlertHistory:
        """How alerts changed, the latest first; empty with a reason where the file cannot be read."""
        asked = replace(request, limit=max(1, min(request.limit, _MOST_HISTORY)))
        try:
            changes = await self._keeper.do(
                lambda store: store.history(asked.rule_id, asked.connection_id, asked.before_id, asked.limit)
            )
        except LapwingError as error:
            return AlertHistory(problems=to_wire(error))
        return AlertHistory(changes, to_wire(self._keeper.problem))

    def states(self) -> dict[str, dict[AlertState, int]]:
        """How many alerts are in each state, by rule."""
        found: dict[str, dict[AlertState, int]] = {}
        for each in self._judge:
            states = found.setdefault(each.rule_id, {})
            states[each.state] = states.get(each.state, 0) + 1
        return found

    async def close(self) -> None:
        """Judge no more; what was found is kept."""
        for task in (self._ticking, self._loading):
            if task is not None:
                task.cancel()
        await asyncio.gather(*(task for task in (self._ticking, self._loading) if task), return_exceptions=True)
        self.values.clear()


def _key(alert: AlertName) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return alert.rule_id, alert.connection_id, alert.labels


_URGENCY: Final = (
    AlertState.FIRING,
    AlertState.ACKNOWLEDGED,
    AlertState.PENDING,
    AlertState.RESOLVED,
    AlertState.OK,
)


def _order(facts: AlertFacts) -> tuple[int, int, float, str]:
    instance = facts.instance
    return _URGENCY.index(instance.standing), -facts.severity.rank, -instance.since, facts.title
