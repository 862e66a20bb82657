"""How finely a time is given: as finely as it is kept from its beginning on, and with as many points as are wanted."""

import math
from typing import Any, Final

import apsw

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.series import ReadSeries
from lapwing.store.series.schema import Tier

_STEPS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400)
"""Seconds that a point may stand for, and whole days: so that points stay when a time moves on."""

_ASKED: Final = 50
"""Series that are looked at: those of a connection are kept equally long."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What is read, and what a point of the answer stands for; 0: samples as they were taken."""

    tier: Tier
    step_s: float


def resolution_of(
    db: apsw.Connection | None, series: tuple[int, ...], interval_s: float, wanted: ReadSeries
) -> Resolution:
    """How some series are given.

    Args:
        series: Their numbers in the file.
        interval_s: Between two samples; 0 where nobody knows.
    """
    step_s = (wanted.end - wanted.start) / (wanted.points - 1)
    tier = _tier(db, series, step_s, wanted.start)
    if tier is Tier.SAMPLES and wanted.end - wanted.start <= wanted.points * max(interval_s, 0.1):
        return Resolution(tier, 0.0)
    fitting = (step for step in _STEPS if step >= step_s and step >= tier.step_s)
    return Resolution(tier, float(next(fitting, math.ceil(step_s / _STEPS[-1]) * _STEPS[-1])))


def _tier(db: apsw.Connection | None, series: tuple[int, ...], step_s: float, start: float) -> Tier:
    """The coarsest that is fine enough, of those that are kept from the start on; else the one kept longest."""
    if db is None or not series:
        return Tier.SAMPLES
    firsts, since = _firsts(db, series)
    if not firsts:  # nothing was sealed yet
        return Tier.SAMPLES
    oldest = max(start, since)
    reaching = [tier for tier in Tier if firsts.get(tier, math.inf) <= oldest]
    reaching = reaching or [min(firsts, key=lambda tier: firsts[tier])]
    fine_enough = [tier for tier in reaching if tier.step_s <= step_s]
    return fine_enough[-1] if fine_enough else reaching[0]


def _firsts(db: apsw.Connection, series: tuple[int, ...]) -> tuple[dict[Tier, float], float]:
    """From when on something is kept in each tier, and since when there is anything, at the earliest of some series."""
    some = series[:_ASKED]
    marks = ",".join("?" * len(some))
    rows: Any = db.execute(
        f"SELECT tier, min(start) FROM chunks WHERE series IN ({marks}) GROUP BY tier", some
    ).fetchall()
    since: Any = db.execute(f"SELECT min(since) FROM series WHERE id IN ({marks})", some).fetchone()
    return {Tier(int(tier)): float(first) for tier, first in rows}, float(since[0])
