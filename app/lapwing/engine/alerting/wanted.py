"""The rules that are in force, with their expressions read."""

from collections.abc import Callable, Sequence

from lapwing.domain.alerts.asking import RuleOrigin
from lapwing.domain.alerts.errors import ExpressionInvalid, RuleInvalid
from lapwing.domain.alerts.known import KnownMetric, known_metrics
from lapwing.domain.alerts.rules import AlertRule, Watched
from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.engine.alerting.judging import ReadyRule, ready
from lapwing.engine.alerting.rulebook import Rulebook


class WantedRules:
    """Event loop's thread.

    Attributes:
        when_changed: Called when rules are others than before.
        last_known: Every rule that there was, by id: what is told of those that are gone is told by it.
    """

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.when_changed: list[Callable[[], None]] = []
        self.last_known: dict[str, AlertRule] = {}
        self._seen: set[str] = set()
        self._rules: dict[str, tuple[AlertRule, RuleOrigin]] | None = None
        self._ready: dict[str, ReadyRule] = {}
        self._problems: dict[str, LapwingError] = {}
        self._for: dict[Watched, tuple[ReadyRule, ...]] = {}
        self._stale: set[str] = set()

    def known(self) -> dict[str, KnownMetric]:
        """The metrics that rules can name."""
        declared = known_metrics(all_metrics().values())
        return {**{metric: KnownMetric() for metric in self._seen}, **declared}

    def note_seen(self, metrics: set[str]) -> bool:
        """Take note of metrics that nobody declared; whether a rule waited for one."""
        new = metrics - self._seen - all_metrics().keys()
        if not new:
            return False
        self._seen |= new
        if any(isinstance(error, ExpressionInvalid) for error in self._problems.values()):
            self.read_again()
            return True
        return False

    def all(self) -> dict[str, tuple[AlertRule, RuleOrigin]]:
        """Every rule by id, switched off ones too."""
        if self._rules is None:
            self.read_again()
        assert self._rules is not None
        return self._rules

    def rule(self, rule_id: str) -> AlertRule | None:
        found = self.all().get(rule_id)
        return found[0] if found else None

    def problem(self, rule_id: str) -> LapwingError | None:
        """Why a rule cannot be judged."""
        self.all()
        return self._problems.get(rule_id)

    def unit(self, rule_id: str) -> str:
        """Of the value that a rule shows; empty where it has none."""
        found = self._ready.get(rule_id)
        return str(found.bound.unit or "") if found else ""

    def rules_for(self, connection: Watched) -> Sequence[ReadyRule]:
        """Those that are judged for a connection."""
        if self._rules is None:
            self.read_again()
        found = self._for.get(connection)
        if found is None:
            found = tuple(each for each in self._ready.values() if each.rule.is_for(connection))
            self._for[connection] = found
        return found

    def look_again(self) -> None:
        """Read the file again where somebody edited it."""
        if self.book.has_changed:
            self.change()

    def change(self) -> None:
        """Rules were changed: read them again and say so."""
        self.read_again()
        for tell in self.when_changed:
            tell()

    def read_again(self) -> None:
        before, self._rules = self._rules or {}, self.book.rules()
        known = self.known()
        self._ready, self._problems = {}, {}
        self._for.clear()
        for rule_id, (rule, _) in self._rules.items():
            self.last_known[rule_id] = rule
            old = before.get(rule_id)
            if old is not None and (old[0].expression, old[0].clear) != (rule.expression, rule.clear):
                self._stale.add(rule_id)
            field, reason = rule.problem()
            if reason:
                self._problems[rule_id] = RuleInvalid(rule=rule.title, reason=reason, field=field, advice="")
                continue
            try:
                self._ready[rule_id] = ready(rule, known)
            except ExpressionInvalid as error:
                self._problems[rule_id] = error

    def take_stale(self) -> set[str]:
        """Rules that ask for something else than before; asked once."""
        stale, self._stale = self._stale, set()
        return stale
