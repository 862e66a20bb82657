"""Judging: rules by the values of connections, and what changes by that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.alerts.advancing import acknowledged, advance, is_told
from lapwing.domain.alerts.binding import Bound, bind
from lapwing.domain.alerts.errors import ExpressionInvalid
from lapwing.domain.alerts.evaluating import Verdict, judge
from lapwing.domain.alerts.instances import (
    AlertChange,
    AlertInstance,
    AlertState,
)
from lapwing.domain.alerts.known import KnownMetric
from lapwing.domain.alerts.rules import AlertRule, Silence, Watched
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels
from lapwing.engine.alerting.values import ConnectionValues

MOST_INSTANCES: Final = 200
"""Of one rule on one connection."""
GONE_S: Final = 600.0
"""A series that a server does not tell any more, while it tells others, is over after this time."""
Key = tuple[str, str, Labels]


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule that can be judged."""

    rule: AlertRule
    bound: Bound
    clear: Bound | None

    @property
    def windows(self) -> set[tuple[str, float]]:
        return {*self.bound.windows, *(self.clear.windows if self.clear else ())}


def ready(rule: AlertRule, known: Mapping[str, KnownMetric]) -> ReadyRule:
    """The rule with its expressions read.

    Raises:
        ExpressionInvalid: Fact `field` says which.
    """
    found = {}
    for name in ("expression", "clear"):
        text = getattr(rule, name)
        try:
            found[name] = bind(text, known) if text.strip() or name == "expression" else None
        except ExpressionInvalid as error:
            error.facts["field"] = name
            raise
    assert found["expression"] is not None
    return ReadyRule(rule, found["expression"], found["clear"])


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it.

    Attributes:
        instances: Those that changed in a way that has to be kept.
        gone: Keys of those that are no more.
        changes: What is told and kept, each with whether channels are told.
    """

    instances: tuple[AlertInstance, ...] = ()
    gone: tuple[Key, ...] = ()
    changes: tuple[tuple[AlertChange, bool], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.instances or self.gone or self.changes)


def together(parts: Iterable[Judged]) -> Judged:
    """All of them as one."""
    listed = [part for part in parts if part]
    return Judged(
        tuple(each for part in listed for each in part.instances),
        tuple(each for part in listed for each in part.gone),
        tuple(each for part in listed for each in part.changes),
    )


class Judge:
    """Holds the alerts. Event loop's thread.

    Attributes:
        silences: Those of persons.
    """

    def __init__(self) -> None:
        self._alerts: dict[tuple[str, str], dict[Labels, AlertInstance]] = {}
        self.silences: tuple[Silence, ...] = ()

    def __iter__(self) -> Iterator[AlertInstance]:
        """All of them, those that are OK too."""
        return (each for group in self._alerts.values() for each in group.values())

    def find(self, key: Key) -> AlertInstance | None:
        return self._alerts.get(key[:2], {}).get(key[2])

    def put(self, instance: AlertInstance) -> None:
        """Take one in, or instead of the one of the same rule, connection and labels."""
        self._alerts.setdefault((instance.rule_id, instance.connection_id), {})[instance.labels] = instance

    def remove(self, key: Key) -> None:
        self._alerts.get(key[:2], {}).pop(key[2], None)

    def is_quiet(self, rule: AlertRule, connection_id: str, labels: Labels, at: float) -> bool:
        """Whether nobody is told of it now."""
        return rule.is_quiet(at) or self.silenced_until(rule.id, connection_id, labels, at) is not None

    def silenced_until(self, rule_id: str, connection_id: str, labels: Labels, at: float) -> float | None:
        """Until when persons silenced it; None: nobody did."""
        found = [each.until for each in self.silences if each.covers(rule_id, connection_id, labels, at)]
        return max(found, default=None)

    def judge(self, connection: Watched, values: ConnectionValues, rules: Sequence[ReadyRule], at: float) -> Judged:
        """Judge a connection's rules by what is known of it."""
        values.at(at)
        return together(self._judge_rule(each, connection, values, at) for each in rules)

    def _judge_rule(self, ready_rule: ReadyRule, connection: Watched, values: ConnectionValues, at: float) -> Judged:
        rule = ready_rule.rule
        there = dict(self._alerts.get((rule.id, connection.id), {}))
        verdicts = _by_labels(judge(ready_rule.bound, values), there)
        clears = _clears(ready_rule.clear, values)
        found = _Found(self, ready_rule, connection, at)
        for labels, verdict in verdicts.items():
            old = there.get(labels) or AlertInstance(rule.id, connection.id, labels, since=at, at=at)
            now = advance(old, verdict, _clear_of(clears, labels), at, rule.duration_s, values.longest_step_s)
            found.note(old, now)
        for labels, old in there.items():
            if labels not in verdicts:
                found.note_gone(old)
        return found.judged()

    # by persons, and by what becomes of rules and connections

    def acknowledge(self, key: Key, rule: AlertRule, connection: Watched, by: str, at: float, unit: str) -> Judged:
        """A person has seen it; nothing where it does not fire."""
        old = self.find(key)
        now = acknowledged(old, by, at) if old is not None else None
        if old is None or now is None or now == old:
            return Judged()
        self.put(now)
        change = change_of(rule, connection, old, now, at, reason="acknowledged", by=by)
        return Judged((now,), (), ((replace(change, unit=unit), False),))

    def drop(
        self,
        dropped: Iterable[AlertInstance],
        rules: Mapping[str, AlertRule],
        names: Mapping[str, Watched],
        reason: str,
        at: float,
    ) -> Judged:
        """Let alerts go whose rule or connection is no more, or another one now."""
        changes, gone = [], []
        for old in list(dropped):
            key = (old.rule_id, old.connection_id, old.labels)
            self.remove(key)
            gone.append(key)
            rule = rules.get(key[0])
            if rule is not None and old.standing in {*_TOLD}:
                connection = names.get(key[1]) or Watched(key[1], key[1])
                now = replace(old, state=AlertState.OK, before=AlertState.OK, since=at, at=at)
                changes.append((change_of(rule, connection, old, now, at, reason=reason), False))
        return Judged((), tuple(gone), tuple(changes))


_TOLD: Final = (AlertState.PENDING, AlertState.FIRING, AlertState.ACKNOWLEDGED)


class _Found:
    """What judging one rule on one connection brings."""

    def __init__(self, judge_: Judge, ready_rule: ReadyRule, connection: Watched, at: float) -> None:
        self._judge = judge_
        self._rule = ready_rule.rule
        self._unit = str(ready_rule.bound.unit or "")
        self._connection = connection
        self._at = at
        self._instances: list[AlertInstance] = []
        self._gone: list[Key] = []
        self._changes: list[tuple[AlertChange, bool]] = []

    def note(self, old: AlertInstance, now: AlertInstance, reason: str = "") -> None:
        """One was judged."""
        is_quiet = now.standing is not AlertState.OK and self._judge.is_quiet(
            self._rule, now.connection_id, now.labels, self._at
        )
        began = now.state is AlertState.FIRING and not now.is_told and not is_quiet
        ended = now.state is AlertState.RESOLVED and old.is_told and not is_quiet
        if began or not now.is_alive:
            now = replace(now, is_told=began)
        if is_told(old, now) or began:
            reason = "quiet" if began and old.state is AlertState.FIRING else reason
            change = change_of(self._rule, self._connection, old, now, self._at, reason=reason)
            self._changes.append((replace(change, unit=self._unit, is_quiet=is_quiet), began or ended))
        if old.state is not now.state or began:
            self._instances.append(now)
        self._judge.put(now)

    def note_gone(self, old: AlertInstance) -> None:
        """Its series is not told any more, while the server tells others."""
        if not old.is_alive:
            key = (old.rule_id, old.connection_id, old.labels)
            self._judge.remove(key)
            self._gone.append(key)
            if old.standing is AlertState.PENDING:
                now = replace(old, state=AlertState.OK, before=AlertState.OK, since=self._at, at=self._at)
                change = change_of(self._rule, self._connection, old, now, self._at, reason="gone")
                self._changes.append((change, False))
            return
        verdict = Verdict(old.labels, None)
        now = advance(old, verdict, None, self._at, 0.0, 0.0)
        if now.state is AlertState.UNKNOWN and self._at - now.since >= GONE_S:
            over = replace(now, state=AlertState.RESOLVED, before=AlertState.OK, since=self._at, started=None)
            self.note(old, over, "gone")
        else:
            self.note(old, now)

    def judged(self) -> Judged:
        return Judged(tuple(self._instances), tuple(self._gone), tuple(self._changes))


def change_of(
    rule: AlertRule,
    connection: Watched,
    old: AlertInstance,
    now: AlertInstance,
    at: float,
    *,
    reason: str = "",
    by: str = "",
) -> AlertChange:
    """A change as it is told."""
    return AlertChange(
        at,
        rule.id,
        rule.title,
        rule.severity,
        connection.id,
        connection.name,
        now.labels,
        old.state,
        now.state,
        now.value,
        now.text,
        "",
        rule.expression,
        reason,
        by,
        rule.labels,
        rule.duration,
    )


def _by_labels(verdicts: Sequence[Verdict], there: Mapping[Labels, AlertInstance]) -> dict[Labels, Verdict]:
    """One for each series; where nothing was read, for each that there was."""
    is_blind = len(verdicts) == 1 and verdicts[0].labels == () and verdicts[0].is_so is None
    if is_blind and there and () not in there:
        return {labels: Verdict(labels, None) for labels in there}
    return {each.labels: each for each in verdicts[:MOST_INSTANCES]}


def _clears(clear: Bound | None, values: ConnectionValues) -> dict[Labels, bool | None] | None:
    """None: the rule has no clear condition."""
    return None if clear is None else {each.labels: each.is_so for each in judge(clear, values)}


def _clear_of(clears: Mapping[Labels, bool | None] | None, labels: Labels) -> bool | None:
    if clears is None:
        return True
    return clears.get(labels, clears.get(()))
