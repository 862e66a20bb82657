"""Things that are lent out: each unit's life from its purchase to its retirement, one customer at a time."""

from bisect import bisect_right
from math import log
from random import Random

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.sample.atlas import SHOPS, Store
from lapwing.engine.sample.catalogue import Product
from lapwing.engine.sample.clock import DAY_COUNT, DAY_S, END, MONTHS, SHOP_HOURS, START, day_text, second_of_day
from lapwing.engine.sample.people import Customer
from lapwing.engine.sample.weather import Weather

Row = tuple[object, ...]

_DEMAND = {
    "summer": (0.12, 0.12, 0.3, 0.9, 1.6, 2.4, 3.0, 2.6, 1.1, 0.4, 0.1, 0.1),
    "winter": (2.6, 2.8, 1.9, 0.7, 0.1, 0.05, 0.05, 0.05, 0.1, 0.2, 0.9, 2.5),
    "all": (0.6, 0.6, 0.8, 1.0, 1.3, 1.4, 1.5, 1.4, 1.1, 0.9, 0.6, 0.7),
}
_DAYS = (1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 7, 10, 14)
_DAMAGE = (
    "Scratch on the left side",
    "Zip stuck\n→ workshop",
    "Smells of fish 🐟",
    "One peg missing",
    "Buckle broken; customer paid 12,50 €",
    "Chewed by a marmot (photo on file)",
    "fehlt: Packsack",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A single thing. `first` and `last` are covered days: from when on it can be lent, and until when."""

    unit_id: int
    product: Product
    store: Store
    first: int
    last: int


def _day_number(text: str) -> int:
    """The covered day of an ISO text; 0 for earlier ones."""
    low, high = 0, DAY_COUNT
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if day_text(START + middle * DAY_S) < text else (low, middle)
    return low


def make_units(products: list[Product], count: int, rng: Random) -> list[Unit]:
    """`count` units in the shops; skis where there is snow, boats where there is not."""
    rentable = [product for product in products if product.daily_rate_cents is not None]
    units: list[Unit] = []
    while len(units) < count:
        store = SHOPS[int(rng.random() * len(SHOPS))]
        product = rentable[int(rng.random() * len(rentable))]
        liking = {"winter": store.snow, "summer": 1.1 - store.snow, "all": 0.8}[product.shelf.season]
        if rng.random() > liking:
            continue
        first = max(_day_number(store.opened_on), product.launched, int(rng.random() ** 2 * 1200))
        last = _day_number(store.closed_on) if store.closed_on else DAY_COUNT
        if store.closed_on is None and rng.random() < 0.15:
            last = min(first + 400 + int(rng.random() * 600), DAY_COUNT)
        if first + 60 < last:
            units.append(Unit(len(units) + 1, product, store, first, last))
    return units


def unit_rows(units: list[Unit], rng: Random) -> list[Row]:
    """Rows of `rental_units`, in the order of its columns."""
    rows: list[Row] = []
    for unit in units:
        tracked = unit.product.prices[-1][1] > 25_000
        retired = day_text(START + unit.last * DAY_S) if unit.last < DAY_COUNT else None
        condition = (
            "retired"
            if retired
            else "new"
            if unit.first > DAY_COUNT - 300
            else "worn"
            if rng.random() < 0.3
            else "good"
        )
        serial = f"{unit.product.shelf.code}-{unit.store.store_id:02d}-{unit.unit_id:04d}"
        eui = rng.getrandbits(64) - (1 << 63) if tracked else None
        bought = day_text(START + (unit.first - 5) * DAY_S)
        rows.append(
            (unit.unit_id, unit.product.product_id, unit.store.store_id, serial, eui, condition, bought, retired)
        )
    return rows


class _Borrowers:
    """Customers of each country, in the order in which they came."""

    def __init__(self, customers: list[Customer]) -> None:
        self._by_code: dict[str, list[Customer]] = {}
        for customer in customers:
            self._by_code.setdefault(customer.country.code, []).append(customer)
        self._created = {code: [customer.created for customer in all_] for code, all_ in self._by_code.items()}

    def pick(self, code: str, moment: int, chance: float) -> int | None:
        """Somebody of that country who had an account by then; None when nobody had."""
        known = bisect_right(self._created.get(code, []), moment)
        return self._by_code[code][int(chance * known)].customer_id if known else None


class Rental:
    """Lends the units out."""

    def __init__(self, customers: list[Customer], weather: dict[int, Weather], rng: Random) -> None:
        self._borrowers = _Borrowers(customers)
        self._weather = weather
        self._rng = rng
        self._rows: list[tuple[int, Row]] = []

    def rows(self, units: list[Unit]) -> list[Row]:
        """Rows of `rentals` without its generated column, in order of time."""
        for unit in units:
            self._life(unit)
        self._rows.sort(key=lambda entry: (entry[0], entry[1][0]))
        return [(number, *row) for number, (_, row) in enumerate(self._rows, start=1)]

    def _life(self, unit: Unit) -> None:
        """Everything that happens to one unit."""
        random, day = self._rng.random, unit.first
        demand, rain = _DEMAND[unit.product.shelf.season], self._weather[unit.store.store_id].rain
        outdoors = unit.product.shelf.season == "summer"
        while True:
            day += 1 + int(-log(1 - random()) * 17 / demand[MONTHS[min(day, DAY_COUNT - 1)] - 1])
            days = _DAYS[int(random() * len(_DAYS))]
            if day >= DAY_COUNT or day + days + 4 >= unit.last < DAY_COUNT:
                return
            if outdoors and rain[day] > 2 and random() < 0.6:
                continue  # it pours: they stay at home
            late = 0 if random() > 0.07 else 1 + int(random() * 3)
            vanished = random() < 0.003 and unit.last >= DAY_COUNT
            if not self._lend(unit, day, days, late, vanished):
                continue
            if vanished:
                return
            day += days + late

    def _lend(self, unit: Unit, day: int, days: int, late: int, vanished: bool) -> bool:
        """One rental; False when nobody was there to rent it."""
        rng, rate = self._rng, unit.product.daily_rate_cents
        assert rate is not None
        zone = unit.store.country.zone
        noon = START + day * DAY_S
        out = noon + second_of_day(SHOP_HOURS, rng) - zone.offset_s(noon)
        customer = self._borrowers.pick(unit.store.code, out, rng.random())
        if customer is None or not START <= out <= END:
            return False
        back_day = noon + (days + late) * DAY_S
        back = back_day + second_of_day(SHOP_HOURS, rng) - zone.offset_s(back_day)
        is_back = back <= END and not vanished
        damage = _DAMAGE[int(rng.random() * len(_DAMAGE))] if is_back and rng.random() < 0.04 else None
        deposit = f"{max(rate // 100 * 5, 20)}.00"
        row = (
            unit.unit_id, customer, zone.iso(out), day_text(noon + days * DAY_S), zone.iso(back) if is_back else None,
            days, rate, late * rate * 3 // 2 if is_back else 0, deposit, damage,
        )  # fmt: skip
        self._rows.append((out, row))
        return True
