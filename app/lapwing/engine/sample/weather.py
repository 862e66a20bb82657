"""The weather at each shop: what sells rain jackets and spoils canoe trips."""

from random import Random

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.sample.atlas import SHOPS, Store
from lapwing.engine.sample.clock import DAY_COUNT, DAY_S, MONTHS, START, day_text

_WARMTH = (-9.0, -8.0, -4.5, 0.0, 4.5, 8.0, 10.0, 9.5, 6.0, 1.0, -4.5, -8.0)
"""How much warmer each month is than the year, in °C, in a temperate place."""


@dataclass(frozen=True)
class Weather:
    """The covered days at one shop. Lists have the shape DAY_COUNT; temperatures in °C, rain in mm."""

    store: Store
    low: list[float]
    high: list[float]
    rain: list[float]
    sunshine: list[float]


def _one_place(store: Store, rng: Random) -> Weather:
    """Fronts come and go: each day leans on the one before."""
    random = rng.random
    yearly_mean = 26.5 - 0.33 * max(store.latitude - 15, 0) - 4.5 * store.snow
    swing = 0.55 + store.latitude / 110
    wetness = min(0.9, max(0.08, 0.1 + (store.latitude - 30) * 0.012))
    low, high, rain, sunshine = [], [], [], []
    drift, cloud = 0.0, 0.4
    for month in MONTHS:
        drift = 0.75 * drift + 4.2 * (random() - 0.5)
        cloud = min(1.0, max(0.0, 0.5 * cloud + 0.95 * (random() - 0.5) + 0.62 * wetness))
        middle = yearly_mean + swing * _WARMTH[month - 1] + drift
        span = 2.0 + 4.5 * (1 - cloud) + random()
        low.append(round(middle - span, 1))
        high.append(round(middle + span, 1))
        rain.append(round(34 * (cloud - 0.5) * random() ** 1.4, 1) if cloud > 0.5 else 0.0)
        sunshine.append(round((1 - cloud) ** 1.2, 3))
    return Weather(store, low, high, rain, sunshine)


def make_weather(rng: Random) -> dict[int, Weather]:
    """Weather of all covered days, by store id."""
    return {store.store_id: _one_place(store, rng) for store in SHOPS}


def _summary(high: float, rain: float, sunshine: float) -> str:
    if rain > 0.2:
        if high < 1.5:
            return "🌨️ snow"
        return "⛈️ downpour" if rain > 9 else "🌧️ rain"
    if sunshine > 0.62:
        return "☀️ sun"
    return "⛅ some cloud" if sunshine > 0.35 else "☁️ cloud"


def weather_rows(places: dict[int, Weather], days: int) -> list[tuple[object, ...]]:
    """Rows of `weather_days` for the last `days` days (at most all), in the order of its columns and its key."""
    first = max(DAY_COUNT - days, 0)
    texts = [day_text(START + n * DAY_S) for n in range(DAY_COUNT)]
    return [
        (
            store_id,
            texts[n],
            w.low[n],
            w.high[n],
            w.rain[n],
            w.sunshine[n],
            _summary(w.high[n], w.rain[n], w.sunshine[n]),
        )
        for store_id, w in places.items()
        for n in range(first, DAY_COUNT)
    ]
