"""What is counted: statements, connections, services, and the last values of monitored servers. Any thread."""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lapwing.plugins.api import ConnectionInfo, QueryOutcome
from lapwing.plugins.bundled.prometheus_push.exposition import Family, Labels, Sample, label_pairs, name_of

BUCKETS_S: Final = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 60.0, 600.0)
_MOST_SERIES: Final = 20_000
"""Of monitored servers: more would fill the server that takes them."""


@dataclass(slots=True)
class _Durations:
    counts: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS_S) + 1))
    total_s: float = 0.0


class Figures:
    """Counted since the plugin began."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._statements: Counter[Labels] = Counter()
        self._rows: Counter[Labels] = Counter()
        self._durations: dict[Labels, _Durations] = {}
        self._open: Counter[Labels] = Counter()
        self._services: dict[Labels, float] = {}
        self._failures: Counter[Labels] = Counter()
        self._sampled: dict[tuple[str, Labels], float] = {}

    def statement(self, outcome: QueryOutcome, status: str) -> None:
        """Count those that ended; `status`: success, error, cancelled. Several that are told together count as if each
        took the same time."""
        labels = _of(outcome.query.connection)
        with self._lock:
            self._statements[label_pairs({**dict(labels), "kind": outcome.query.kind, "status": status})] += (
                outcome.count
            )
            if outcome.rows is not None and outcome.rows > 0:
                self._rows[labels] += outcome.rows
            durations = self._durations.setdefault(labels, _Durations())
            each_s = outcome.elapsed_s / max(1, outcome.count)
            place = next((i for i, most in enumerate(BUCKETS_S) if each_s <= most), len(BUCKETS_S))
            durations.counts[place] += outcome.count
            durations.total_s += outcome.elapsed_s

    def connection(self, connection: ConnectionInfo, is_open: bool) -> None:
        with self._lock:
            self._open[_of(connection)] = int(is_open)

    def service(self, service_id: str, is_up: bool, failed: bool = False) -> None:
        labels = label_pairs({"service": service_id})
        with self._lock:
            self._services[labels] = float(is_up)
            self._failures[labels] += int(failed)

    def sampled(self, connection: str, values: Iterable[Mapping[str, Any]]) -> None:
        """Take the values of a look at a monitored server: name, labels and value of each."""
        with self._lock:
            for each in values:
                value = each.get("value")
                if not isinstance(value, int | float) or isinstance(value, bool):
                    continue
                labels = {str(name): str(text) for name, text in (each.get("labels") or {}).items()}
                key = (
                    f"lapwing_server_{name_of(str(each.get('name')))}",
                    label_pairs(labels | {"connection": connection}),
                )
                if key in self._sampled or len(self._sampled) < _MOST_SERIES:
                    self._sampled[key] = float(value)

    def families(self) -> list[Family]:
        """All that was counted so far."""
        with self._lock:
            made = [
                _counter("lapwing_queries_total", "Statements that ended, by kind and status.", self._statements),
                _counter("lapwing_query_rows_total", "Rows of results, and rows that were changed.", self._rows),
                Family("lapwing_query_duration_seconds", "histogram", "How long statements took.", self._histogram()),
                _gauge("lapwing_connection_open", "Whether a connection has an open session.", self._open),
                _gauge("lapwing_service_up", "Whether a service of the engine runs.", self._services),
                _counter("lapwing_service_failures_total", "How often a service failed.", self._failures),
                *self._servers(),
            ]
        return [family for family in made if family.samples]

    def _histogram(self) -> tuple[Sample, ...]:
        made = []
        for labels, durations in self._durations.items():
            so_far = 0
            for most, count in zip((*BUCKETS_S, "+Inf"), durations.counts, strict=True):
                so_far += count
                made.append(Sample(label_pairs({**dict(labels), "le": str(most)}), float(so_far), "_bucket"))
            made.append(Sample(labels, durations.total_s, "_sum"))
            made.append(Sample(labels, float(so_far), "_count"))
        return tuple(made)

    def _servers(self) -> list[Family]:
        families: dict[str, list[Sample]] = {}
        for (name, labels), value in self._sampled.items():
            families.setdefault(name, []).append(Sample(labels, value))
        told = "As Lapwing's monitor says."
        return [Family(name, "gauge", told, tuple(samples)) for name, samples in sorted(families.items())]


def _of(connection: ConnectionInfo) -> Labels:
    return label_pairs({"connection": connection.name, "dialect": connection.dialect})


def _counter(name: str, words: str, counts: Mapping[Labels, float]) -> Family:
    return Family(name, "counter", words, tuple(Sample(labels, float(count)) for labels, count in counts.items()))


def _gauge(name: str, words: str, values: Mapping[Labels, float]) -> Family:
    return Family(name, "gauge", words, tuple(Sample(labels, float(value)) for labels, value in values.items()))
