"""What can be asked about rules and channels."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from lapwing.domain.alerts.asking import (
    ChannelRequest,
    CheckedSeries,
    CheckRule,
    ExportRules,
    ImportRules,
    MetricChoice,
    MetricChoices,
    RemoveRule,
    RuleChecked,
    RuleFacts,
    RuleList,
    RuleOrigin,
    RulesText,
    SaveChannel,
    SaveRule,
    SwitchRule,
)
from lapwing.domain.alerts.channels import ChannelKind
from lapwing.domain.alerts.errors import ChannelInvalid, ExpressionInvalid, RuleInvalid
from lapwing.domain.alerts.evaluating import judge
from lapwing.domain.alerts.files import rules_in, rules_text
from lapwing.domain.alerts.instances import AlertChanged, AlertsChanged, AlertState
from lapwing.domain.alerts.rules import AlertRule, Watched
from lapwing.domain.alerts.telling import sample_change
from lapwing.domain.errors import ErrorFacts, LapwingError, to_wire
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.domain.monitoring.metrics import Labels
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.domain.secrets import PASSWORD
from lapwing.engine.alerting.judging import ready
from lapwing.engine.alerting.keeper import AlertKeeper
from lapwing.engine.alerting.telling import Telling, secret_owner
from lapwing.engine.alerting.values import ConnectionValues
from lapwing.engine.alerting.wanted import WantedRules
from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.operations import operation

_MOST_CHECKED: Final = 50
_NEWEST: Final = frozenset({"avg", "min", "max"})


class AlertRulesService:
    """Event loop's thread.

    Args:
        states: How many alerts are in each state, by rule.
        values: What is known of each connection that is monitored.
        watched: A connection as rules see it, by id.
    """

    def __init__(
        self,
        bus: Bus,
        wanted: WantedRules,
        telling: Telling,
        keeper: AlertKeeper,
        secrets: SecretsService,
        states: Callable[[], Mapping[str, dict[AlertState, int]]],
        values: Mapping[str, ConnectionValues],
        watched: Callable[[str], Watched],
    ) -> None:
        self._bus = bus
        self._wanted = wanted
        self._telling = telling
        self._keeper = keeper
        self._secrets = secrets
        self._states = states
        self._values = values
        self._watched = watched

    @operation("alert.rules", needs=Permission.QUERY_READ)
    async def rules(self) -> RuleList:
        """The rules, those that came with Lapwing first, and the channels that are told."""
        self._wanted.look_again()
        states = self._states()
        found = tuple(
            RuleFacts(rule, origin, _wire(self._wanted.problem(rule_id)), states.get(rule_id, {}))
            for rule_id, (rule, origin) in self._wanted.all().items()
        )
        problems = to_wire(self._wanted.book.problem, self._keeper.problem)
        return RuleList(found, self._telling.states(), problems)

    @operation("alert.save_rule", needs=Permission.CONNECTIONS_WRITE)
    async def save_rule(self, request: SaveRule) -> RuleList:
        """Add a rule, or replace the one with the same id; alerts of one that asks for something else begin anew.

        Raises:
            ExpressionInvalid: One of its expressions cannot be judged; `field` says which. Nothing was changed.
            RuleInvalid, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        rule = replace(request.rule, title=request.rule.title.strip(), expression=request.rule.expression.strip())
        ready(rule, self._wanted.known())
        self._wanted.book.save(rule)
        self._wanted.change()
        return await self.rules()

    @operation("alert.remove_rule", needs=Permission.CONNECTIONS_WRITE)
    async def remove_rule(self, request: RemoveRule) -> RuleList:
        """Take a rule off the list; one that came with Lapwing is then as it came.

        Raises:
            RuleUnknown, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        self._wanted.book.remove(request.rule_id)
        self._wanted.change()
        return await self.rules()

    @operation("alert.switch_rule", needs=Permission.CONNECTIONS_WRITE)
    async def switch_rule(self, request: SwitchRule) -> RuleList:
        """Switch a rule on or off; alerts of one that is off are over.

        Raises:
            RuleUnknown, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        self._wanted.book.switch(request.rule_id, enabled=request.enabled)
        self._wanted.change()
        return await self.rules()

    @operation("alert.check_rule", needs=Permission.QUERY_READ)
    async def check_rule(self, request: CheckRule) -> RuleChecked:
        """What an expression says of the newest values; what is wrong with it is part of the answer.

        Functions over a time are not looked back for: they give the newest value until the rule is kept.
        """
        rule = AlertRule("check", request.expression, "check", request.duration, request.clear)
        field, reason = rule.problem()
        if reason:
            error = RuleInvalid(rule=rule.title, reason=reason, field=field, advice="")
            return RuleChecked(error.to_wire())
        try:
            found = ready(rule, self._wanted.known())
        except ExpressionInvalid as error:
            return RuleChecked(error.to_wire(), error.facts.get("field") == "clear")
        series: list[CheckedSeries] = []
        holds = AlertState.PENDING if rule.duration_s else AlertState.FIRING
        for connection_id, values in self._values.items():
            if request.connection_id in {"", connection_id}:
                name = self._watched(connection_id).name
                for each in judge(found.bound, _Newest(values.at(time.time()))):
                    state = AlertState.UNKNOWN if each.is_so is None else holds if each.is_so else AlertState.OK
                    value, text = (None, each.value) if isinstance(each.value, str) else (each.value, "")
                    series.append(CheckedSeries(connection_id, name, each.labels, state, value, text))
        return RuleChecked(unit=str(found.bound.unit or ""), series=tuple(series[:_MOST_CHECKED]))

    @operation("alert.metrics", needs=Permission.QUERY_READ)
    async def metrics(self) -> MetricChoices:
        """The metrics that rules can name."""
        declared = all_metrics()
        made = [
            MetricChoice(
                name,
                declared[name].title if name in declared else "",
                str(known.unit or ""),
                known.labels or (),
            )
            for name, known in sorted(self._wanted.known().items())
        ]
        return MetricChoices(tuple(made))

    @operation("alert.export_rules", needs=Permission.QUERY_READ)
    async def export_rules(self, request: ExportRules) -> RulesText:
        """The rules that a person made or changed, or all, as a text that `alert.import_rules` and files take."""
        rules = self._wanted.all().values()
        wanted = (rule for rule, origin in rules if request.everything or origin is not RuleOrigin.SHIPPED)
        return RulesText(rules_text(tuple(wanted)))

    @operation("alert.import_rules", needs=Permission.CONNECTIONS_WRITE)
    async def import_rules(self, request: ImportRules) -> RuleList:
        """Take rules out of a text; those with an id that is there replace it.

        Raises:
            RulesUnreadable, RuleInvalid, ExpressionInvalid: Nothing was changed.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Those before the one that failed were taken.
        """
        rules = rules_in(request.text, "The text")
        known = self._wanted.known()
        for rule in rules:
            field, reason = rule.problem()
            if reason:
                raise RuleInvalid(rule=rule.title, reason=reason, field=field, advice="")
            ready(rule, known)
        for rule in rules:
            self._wanted.book.save(rule)
        self._wanted.change()
        return await self.rules()

    # channels

    @operation("alert.save_channel", needs=Permission.CONNECTIONS_WRITE)
    async def save_channel(self, request: SaveChannel) -> RuleList:
        """Add a channel, or replace the one with its id; its password is put where it says.

        Raises:
            ChannelInvalid: Nothing was changed.
            SecretUnavailable, SecretNotKept: The channel was kept, its password was not.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        channel = self._wanted.book.save_channel(request.channel)
        self._bus.publish(AlertsChanged())
        if request.password is not None and channel.mail is not None:
            await self._secrets.keep(secret_owner(channel), PASSWORD, request.password)
        return await self.rules()

    @operation("alert.remove_channel", needs=Permission.CONNECTIONS_WRITE)
    async def remove_channel(self, request: ChannelRequest) -> RuleList:
        """Take a channel off the list with its password; one of every profile is then as it came.

        Raises:
            ChannelUnknown, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
            SecretLeft: It was removed, but its password may still be where it was kept.
        """
        gone = self._wanted.book.remove_channel(request.channel_id)
        self._bus.publish(AlertsChanged())
        if gone.kind is ChannelKind.EMAIL and gone.mail is not None:
            await self._secrets.forget(secret_owner(gone))
        return await self.rules()

    @operation("alert.test_channel", needs=Permission.CONNECTIONS_WRITE)
    async def test_channel(self, request: SaveChannel) -> Done:
        """Tell a test by a channel as it is given, saved or not; windows are told by an event.

        Raises:
            ChannelInvalid, MailRefused, PasswordNeeded, SecretUnavailable: It was not told.
        """
        channel = request.channel
        if reason := channel.problem():
            raise ChannelInvalid(channel=channel.title or channel.id, reason=reason)
        change = sample_change(channel.title or channel.id)
        if channel.kind is ChannelKind.EMAIL:
            await asyncio.to_thread(self._telling.send_by, channel, [change], request.password)
        elif channel.kind is ChannelKind.LOG:
            await self._keeper.do(lambda _store: self._keeper.log.write([change]))
        else:
            self._bus.publish(AlertChanged(change, (channel.id,)))
        return Done()


class _Newest:
    """Values of a connection, the newest one in place of those over a time that nobody looked back at."""

    def __init__(self, values: ConnectionValues) -> None:
        self._values = values

    def now(self, metric: str) -> Mapping[Labels, float | str | None] | None:
        return self._values.now(metric)

    def over(self, metric: str, labels: Labels, function: str, window_s: float) -> float | None:
        found = self._values.over(metric, labels, function, window_s)
        if found is not None or function not in _NEWEST:
            return found
        newest = (self._values.now(metric) or {}).get(labels)
        return newest if isinstance(newest, float) else None


def _wire(error: LapwingError | None) -> ErrorFacts | None:
    return error.to_wire() if error is not None else None
