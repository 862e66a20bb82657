"""The web log: three months of visits to the online shop, ordinary ones, those that bought, and one robot's.

Four things are hidden in it for whoever looks: the shop was down for three hours on 3 September 2026, its database was
slow in the morning of 17 September, a film on television brought a crowd on 10 October, and a robot played with the
search field in the night of 21 October.
"""

from bisect import bisect_right
from itertools import accumulate
from math import log
from random import Random

from lapwing.engine.sample.atlas import COUNTRIES, Country
from lapwing.engine.sample.catalogue import Product
from lapwing.engine.sample.clock import DAY_COUNT, DAY_S, END, HOME_HOURS, START, moment_of, second_of_day, spread_days
from lapwing.engine.sample.orders import OUTAGE, Purchase
from lapwing.engine.sample.people import Customer
from lapwing.engine.sample.places import ip_address, pick_country
from lapwing.engine.sample.shelves import SHELVES
from lapwing.engine.sample.voices import SEARCHES

LOG_DAYS = 92
LOG_START = START + (DAY_COUNT - LOG_DAYS) * DAY_S
"""2026-08-01: older entries have been deleted."""

_SLOW_MS = (moment_of("2026-09-17T06:30") * 1000, moment_of("2026-09-17T10:10") * 1000)
_ROBOT_START = moment_of("2026-10-21T02:58")
_FILM = moment_of("2026-10-10T18:20")
_FILM_DAY = (_FILM - LOG_START) // DAY_S
_OUTAGE_MS = (OUTAGE[0] * 1000, OUTAGE[1] * 1000)

_REFERRERS = (
    None, None, None, "https://search.example/", "https://search.example/", "https://birds.example/forum/t/8841?page=3",
    "https://news.example/outdoor/hut-to-hut", "https://social.example/@plover_and_pine", "https://müller-wandert.example/ausrüstung",
)  # fmt: skip
_CAMPAIGNS = (
    '{"source": "newsletter", "medium": "email", "name": "autumn-2026"}',
    '{"source": "search", "medium": "cpc", "name": "tents", "keyword": "zelt"}',
    '{"source": "social", "medium": "post", "name": "🍂 hut to hut"}',
)

Row = tuple[object, ...]
Event = tuple[int, int, str, str, int | None, int | None, float | None, str | None]
"""happened_ms, session_id, kind, path, product_id, order_id, load_ms, payload."""


class WebLog:
    """Writes sessions and events until there are exactly as many events as wanted.

    Attributes:
        sessions: Rows of `web_sessions`, in the order of its columns.
    """

    def __init__(self, products: list[Product], customers: list[Customer], rng: Random) -> None:
        self._rng = rng
        self._customers = customers
        self.sessions: list[Row] = []
        self._events: list[Event] = []
        languages = {country.language for country in COUNTRIES}
        self._paths = {lang: [f"/{lang}/p/{p.sku.lower()}" for p in products] for lang in languages}
        shelves = [shelf.name.lower().replace(" ", "-") for shelf in SHELVES]
        self._shelves = {lang: [f"/{lang}/c/{name}" for name in shelves] for lang in languages}
        self._liking = list(
            accumulate(product.popularity if product.gone > DAY_COUNT else 0.01 for product in products)
        )
        self._loads: list[float] = [round(38 + 70 * (-log(1 - rng.random())) ** 1.4, 3) for _ in range(1021)]
        self._scrolls: list[str | None] = [None] * 30 + [f'{{"scroll": {n * 5}}}' for n in range(21)]

    def rows(self, count: int, purchases: list[Purchase], weights: list[float]) -> list[Row]:
        """`count` rows of `web_events` in order of time, the purchases among them; ids from 1."""
        for purchase in purchases:
            if purchase.moment >= LOG_START + 3600:
                self._buy(purchase)
        self._robot(count // 160)
        self._browse(count - len(self._events), weights[-LOG_DAYS:])
        self._events.sort()
        self.sessions.sort(key=lambda row: row[0])  # type: ignore[arg-type, return-value]  # an integer
        return [(number, session, ms, *rest) for number, (ms, session, *rest) in enumerate(self._events, start=1)]

    def _open(self, country: Country, customer: int | None, started_ms: int, device: str) -> int:
        """Enter a session; its id."""
        rng = self._rng
        session = rng.getrandbits(64) - (1 << 63)
        referrer = _REFERRERS[int(rng.random() * len(_REFERRERS))]
        campaign = _CAMPAIGNS[int(rng.random() * 3)] if rng.random() < 0.12 else None
        code = country.code if customer or rng.random() < 0.97 else None
        self.sessions.append((session, customer, code, device, ip_address(rng), referrer, campaign, started_ms))
        return session

    def _device(self) -> str:
        chance = self._rng.random()
        return "phone" if chance < 0.58 else "desktop" if chance < 0.92 else "tablet"

    def _buy(self, purchase: Purchase) -> None:
        """The visit in which an order was placed; it ends in the second of the order."""
        random, country = self._rng.random, purchase.customer.country
        language = country.language
        steps: list[tuple[str, str, int | None, str | None]] = []
        for product in purchase.products:
            path = self._paths[language][product - 1]
            steps.append(("view", path, product, None))
            steps.append(("cart_add", path, product, '{"quantity": 1}'))
        steps.append(("view", f"/{language}/cart", None, None))
        steps.append(("checkout", f"/{language}/checkout", None, '{"step": 1}'))
        gaps = [3_000 + int(random() * 36_000) for _ in steps]
        moment = purchase.moment * 1000 - sum(gaps)
        session = self._open(country, purchase.customer.customer_id, moment, self._device())
        for (kind, path, shown, payload), gap in zip(steps, gaps, strict=True):
            self._events.append((moment, session, kind, path, shown, None, self._load(moment), payload))
            moment += gap
        payload = f'{{"total_cents": {purchase.total_cents}, "items": {len(purchase.products)}}}'
        self._events.append(
            (moment, session, "purchase", f"/{language}/thanks", None, purchase.order_id, self._load(moment), payload)
        )

    def _robot(self, count: int) -> None:
        """`count` searches within some forty minutes, from one address."""
        random, moment, session = self._rng.random, _ROBOT_START * 1000, 0
        for number in range(count):
            if number % 100 == 0:
                session = self._rng.getrandbits(64) - (1 << 63)
                self.sessions.append((session, None, None, "robot", "203.0.113.66", None, None, moment))
            payload = f'{{"query": "\' OR {number}={number} --", "results": 0}}'
            kind = "error" if random() < 0.2 else "search"
            self._events.append((moment, session, kind, "/en-GB/search", None, None, self._load(moment), payload))
            moment += 200 + int(random() * 3_300_000 * 1.4 / max(count, 1))

    def _load(self, moment_ms: int) -> float | None:
        """How long a page took, in ms; None when the browser did not say."""
        chance = int(self._rng.random() * 1060)
        if chance >= 1021:
            return None
        load = self._loads[chance]
        return load * 8.25 if _SLOW_MS[0] <= moment_ms < _SLOW_MS[1] else load

    def _browse(self, count: int, weights: list[float]) -> None:
        """Ordinary visits with `count` events altogether."""
        random, lengths = self._rng.random, []
        left = count
        while left > 0:
            length = min(1 + int(-log(1 - random()) * 7.6), 40, left)
            lengths.append(length)
            left -= length
        weights[_FILM_DAY] *= 2.2
        days = spread_days(weights, len(lengths), self._rng)
        for length, day in zip(lengths, days, strict=True):
            customer = self._customers[int(random() * len(self._customers))] if random() < 0.3 else None
            country = customer.country if customer else pick_country(self._rng)
            moment = self._arrival(day, country)
            if customer and customer.created * 1000 > moment:
                customer = None
            session = self._open(country, customer.customer_id if customer else None, moment, self._device())
            self._visit(session, country.language, moment, length)

    def _arrival(self, day: int, country: Country) -> int:
        """When a visit on a day of the log begins, in ms; never so late that it would outlast the log."""
        random = self._rng.random
        start = LOG_START + day * DAY_S
        start += second_of_day(HOME_HOURS, self._rng) - country.zone.offset_s(start)
        if day == _FILM_DAY and random() < 0.5:
            start = _FILM + int(random() ** 2 * 9_000)
        if start < LOG_START or start > END - 2_400:
            start += DAY_S if start < LOG_START else -DAY_S
        moment = start * 1000 + int(random() * 1000)
        return moment + _OUTAGE_MS[1] - _OUTAGE_MS[0] if _OUTAGE_MS[0] <= moment < _OUTAGE_MS[1] else moment

    def _visit(self, session: int, language: str, moment: int, length: int) -> None:
        """One visit of `length` events: looking around, searching, filling a basket and leaving it there."""
        random, append, load = self._rng.random, self._events.append, self._load
        paths, shelves, liking, scrolls = self._paths[language], self._shelves[language], self._liking, self._scrolls
        shown, total = 0, liking[-1]
        event: tuple[str, str, int | None, str | None]
        for _ in range(length):
            if _OUTAGE_MS[0] <= moment < _OUTAGE_MS[1]:
                moment += _OUTAGE_MS[1] - _OUTAGE_MS[0]
            chance = random()
            if chance < 0.56 or (not shown and chance > 0.88):
                shown = bisect_right(liking, random() * total) + 1
                event = ("view", paths[shown - 1], shown, scrolls[int(random() * 51)])
            elif chance < 0.8:
                event = ("view", shelves[int(random() * len(shelves))], None, None)
            elif chance < 0.88:
                words, results = SEARCHES[int(random() ** 1.8 * len(SEARCHES))], int(random() ** 3 * 60)
                event = ("search", f"/{language}/search", None, f'{{"query": "{words}", "results": {results}}}')
            elif chance < 0.962:
                event = ("cart_add", paths[shown - 1], shown, '{"quantity": 1}')
            elif chance < 0.976:
                event = ("cart_remove", f"/{language}/cart", shown, None)
            elif chance < 0.993:
                event = ("checkout", f"/{language}/checkout", None, '{"step": 1}')
            else:
                event = ("error", f"/{language}/p/gone", None, '{"status": 404}')
            append((moment, session, event[0], event[1], event[2], None, load(moment), event[3]))
            moment += 1_500 + int(random() ** 2 * 46_000)
