"""Orders, their lines, payments and reviews: three years and ten months of trade, in order of time."""

from bisect import bisect_right
from dataclasses import field
from math import log
from random import Random

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.sample import texts
from lapwing.engine.sample.atlas import COUNTRIES, SHOPS, Country
from lapwing.engine.sample.baskets import Line, Shopping
from lapwing.engine.sample.clock import (
    DAY_COUNT,
    DAY_S,
    END,
    HOME_HOURS,
    MONTHS,
    SHOP_HOURS,
    START,
    day_text,
    moment_of,
    second_of_day,
    spread_days,
)
from lapwing.engine.sample.people import Customer, Employee
from lapwing.engine.sample.places import ip_address, local_amount, rate_text
from lapwing.engine.sample.voices import BAD, GOOD, TITLES

FIRST_ORDER_ID = 100_001
OUTAGE = (moment_of("2026-09-03T12:04"), moment_of("2026-09-03T14:51"))
"""The online shop was down between these unix seconds: no order, no page."""
_PROCESSOR_EPOCH_MS = 1_577_836_800_000
"""2020-01-01: where the payment processor's numbers begin."""

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Purchase:
    """An online order as the web log knows it."""

    moment: int
    order_id: int
    customer: Customer
    products: tuple[int, ...]
    total_cents: int


@dataclass(frozen=True, slots=True)
class Bought:
    """A delivered line that somebody may say something about."""

    order_id: int
    line_no: int
    product_id: int
    delivered: int
    customer: Customer


@dataclass(slots=True)
class Trade:
    """Everything that was ordered, as rows in the order of their tables' columns (generated ones left out) and keys."""

    orders: list[Row] = field(default_factory=list)
    items: list[Row] = field(default_factory=list)
    payments: list[Row] = field(default_factory=list)
    purchases: list[Purchase] = field(default_factory=list)
    bought: list[Bought] = field(default_factory=list)


def exchange_rates(rng: Random) -> dict[str, list[tuple[int, str]]]:
    """By country and covered day: one euro in ten-thousandths of its currency, as number and as decimal text.

    Rates change with the month and arrive at the ones in `countries`.
    """
    by_currency: dict[str, list[tuple[int, str]]] = {}
    for country in COUNTRIES:
        if country.currency in by_currency:
            continue
        rate, days = country.rate_e4, [(country.rate_e4, rate_text(country.rate_e4))] * DAY_COUNT
        for day in range(DAY_COUNT - 2, -1, -1):
            if MONTHS[day] != MONTHS[day + 1] and country.currency != "EUR":
                rate += int(rate * (rng.random() - 0.5) * 0.03)
            days[day] = (rate, rate_text(rate))
        by_currency[country.currency] = days
    return {country.code: by_currency[country.currency] for country in COUNTRIES}


class _Sellers:
    """Who stands in which shop on which day."""

    def __init__(self, staff: list[Employee]) -> None:
        self._crews = {
            shop.store_id: [
                (person.employee_id, person.hired_on, person.left_on or "9999")
                for person in staff
                if person.store_id == shop.store_id
            ]
            for shop in SHOPS
        }
        self._open = {shop.store_id: (shop.opened_on, shop.closed_on or "9999") for shop in SHOPS}

    def is_open(self, store_id: int, today: str) -> bool:
        opened, closed = self._open[store_id]
        return opened <= today < closed

    def seller(self, store_id: int, today: str, chance: float) -> int:
        """An employee who works there that day; the manager when the first one asked does not."""
        crew = self._crews[store_id]
        person, hired, left = crew[int(chance * len(crew))]
        return person if hired <= today < left else crew[0][0]


class TradeMaker:
    """Makes orders one after the other and keeps the customers' accounts."""

    def __init__(self, customers: list[Customer], shopping: Shopping, staff: list[Employee], rng: Random) -> None:
        self._customers = customers
        self._created = [customer.created for customer in customers]
        self._loyalty = [0.06 + 0.94 * rng.random() ** 2.5 for _ in customers]
        self._shopping = shopping
        self._sellers = _Sellers(staff)
        self._rng = rng
        self._rates = exchange_rates(rng)
        self._today = [day_text(START + day * DAY_S) for day in range(DAY_COUNT)]
        self._trade = Trade()

    def make(self, count: int, weights: list[float]) -> Trade:
        """`count` orders, spread over the covered days by `weights`."""
        drafts = sorted(self._draft(day) for day in spread_days(weights, count, self._rng))
        for number, (moment, customer, store_id) in enumerate(drafts):
            self._order(FIRST_ORDER_ID + number, moment, self._customers[customer - 1], store_id or None)
        self._trade.payments.sort(key=_first)
        return self._trade

    def _customer(self, day: int) -> Customer:
        """Somebody who orders on a covered day: new customers come back soon, and some come back more often."""
        random = self._rng.random
        known = max(bisect_right(self._created, START + (day - 2) * DAY_S), 1)
        while True:
            place = (
                known - 1 - int(-log(1 - random()) * known * 0.07) if random() < 0.55 else int(random() ** 1.2 * known)
            )
            if place >= 0 and random() < self._loyalty[place]:
                return self._customers[place]

    def _draft(self, day: int) -> tuple[int, int, int]:
        """When, by whom (an id) and where (0 for online)."""
        random = self._rng.random
        customer = self._customer(day)
        store_id = 0
        if customer.shops and random() < 0.46:
            store_id = customer.shops[int(random() * len(customer.shops))]
            if not self._sellers.is_open(store_id, self._today[day]):
                store_id = 0
        start = START + day * DAY_S
        moment = (
            start + second_of_day(SHOP_HOURS if store_id else HOME_HOURS, self._rng) - customer.zone.offset_s(start)
        )
        if moment < START or moment > END:
            moment += DAY_S if moment < START else -DAY_S
        if not store_id and OUTAGE[0] <= moment <= OUTAGE[1] + 600:
            moment += OUTAGE[1] - OUTAGE[0] + 1200
        return moment, customer.customer_id, store_id

    def _order(self, order_id: int, moment: int, customer: Customer, store_id: int | None) -> None:
        """One order with its lines and payments."""
        random, country, day = self._rng.random, customer.country, (moment - START) // DAY_S
        lines = self._shopping.basket(day)
        subtotal = self._lines(order_id, lines)
        shipping = 0 if store_id or subtotal >= 8_000 else 490 if country.currency == "EUR" else 1_290
        coupon, coupon_cents = self._coupon(subtotal, store_id)
        total = subtotal + shipping - coupon_cents
        status, shipped, delivered = self._journey(moment, store_id)
        iso, rate = customer.zone.iso, self._rates[country.code][day]
        today = self._today[day]
        note = None if store_id else texts.ORDER_NOTES[int(random() ** 2.5 * len(texts.ORDER_NOTES))]
        self._trade.orders.append(
            (
                order_id, f"PP-{today[2:4]}-{order_id - FIRST_ORDER_ID + 1:07d}", customer.customer_id, store_id,
                self._sellers.seller(store_id, today, random()) if store_id else None, status, iso(moment),
                iso(shipped) if shipped else None, iso(delivered) if delivered else None, country.currency, rate[1],
                subtotal, shipping, coupon, coupon_cents, country.vat_percent, int(random() < 0.06), note,
            )
        )  # fmt: skip
        customer.last_order = moment
        if status == "delivered":
            customer.points += total // 100
            self._remember(order_id, lines, delivered, customer)
        back = (
            0
            if status not in {"cancelled", "returned"}
            else min((delivered or moment) + int((1 + 12 * random()) * DAY_S), END)
        )
        self._pay(order_id, moment, total, country, rate[0], store_id is not None, back)
        if store_id is None:
            self._trade.purchases.append(
                Purchase(moment, order_id, customer, tuple(line[0].product_id for line in lines), total)
            )

    def _lines(self, order_id: int, lines: list[Line]) -> int:
        """Write the lines down; their sum in cents."""
        subtotal, append = 0, self._trade.items.append
        for number, (product, quantity, cents, discount) in enumerate(lines, start=1):
            append((order_id, number, product.product_id, quantity, cents, discount))
            subtotal += (quantity * cents * (100 - discount) + 50) // 100
        return subtotal

    def _coupon(self, subtotal: int, store_id: int | None) -> tuple[str | None, int]:
        """Code and cents of a coupon; None and 0 for most."""
        chance = self._rng.random()
        if store_id or chance > 0.07 or subtotal < 5_000:
            return None, 0
        return ("WELCOME10", 1_000) if chance < 0.03 else ("PEEWIT5", subtotal // 20)

    def _journey(self, moment: int, store_id: int | None) -> tuple[str, int, int]:
        """Status, and the unix seconds of shipping and delivery (0 where there is none)."""
        if store_id:
            return "delivered", 0, moment
        random = self._rng.random
        chance = random()
        shipped = moment + int((0.4 + 2 * random()) * DAY_S)
        delivered = shipped + int((0.8 + 5 * random() ** 2) * DAY_S)
        if chance < 0.022:
            return "cancelled", 0, 0
        if shipped > END:
            return "paid", 0, 0
        if delivered > END:
            return "shipped", shipped, 0
        return "returned" if chance < 0.055 and delivered + 14 * DAY_S < END else "delivered", shipped, delivered

    def _remember(self, order_id: int, lines: list[Line], delivered: int, customer: Customer) -> None:
        for number, line in enumerate(lines, start=1):
            if self._rng.random() < 0.1:
                self._trade.bought.append(Bought(order_id, number, line[0].product_id, delivered, customer))

    def _pay(
        self, order_id: int, moment: int, cents: int, country: Country, rate_e4: int, at_till: bool, back: int
    ) -> None:
        """Payments of one order: perhaps a declined card, the money, and (when `back` is a unix second) its return."""
        random = self._rng.random
        chance = random()
        method = _method(chance, at_till)
        last4 = f"{int(random() * 10_000):04d}" if method == "card" else None
        address = None if at_till else ip_address(self._rng)
        amount = local_amount(cents, rate_e4, country.whole_units)
        moment = min(moment + 5 + int(random() * 50), END)
        if method == "card" and chance < 0.015:
            reply = f'{{"code": "insufficient_funds", "retry": true, "risk": {random():.6f}}}'
            self._enter(moment, (order_id, method, "declined", cents, amount, country.currency, last4, address, reply))
            moment = min(moment + 30 + int(random() * 90), END)
        self._enter(moment, (order_id, method, "captured", cents, amount, country.currency, last4, address, None))
        if back:
            amount = local_amount(-cents, rate_e4, country.whole_units)
            self._enter(back, (order_id, method, "refunded", -cents, amount, country.currency, last4, None, None))

    def _enter(self, moment: int, facts: Row) -> None:
        """Write a payment down under a 64-bit number as processors make them: milliseconds, then a 22-bit counter."""
        payments = self._trade.payments
        number = (moment * 1000 - _PROCESSOR_EPOCH_MS) << 22 | len(payments) & 0x3FFFFF
        payments.append((number, *facts, moment))


def _method(chance: float, at_till: bool) -> str:
    """How somebody pays; `chance` is from 0 to 1."""
    if at_till:
        return "card" if chance < 0.6 else "cash" if chance < 0.85 else "wallet"
    return "card" if chance < 0.55 else "wallet" if chance < 0.85 else "invoice"


def _first(row: Row) -> int:
    """The row's first cell, which is an integer key."""
    key = row[0]
    assert isinstance(key, int)
    return key


def review_rows(bought: list[Bought], rng: Random) -> list[Row]:
    """Rows of `reviews` in the order of its columns; ids in order of time."""
    random = rng.random
    quality = [random() for _ in range(1000)]
    rows: list[Row] = []
    for line in bought:
        moment = line.delivered + int((2 + 40 * random() ** 2) * DAY_S)
        if moment > END:
            continue
        rating = 5 - int(4.99 * random() ** (1.5 + 2.5 * quality[line.product_id]))
        tag = line.customer.country.language
        language = tag.partition("-")[0] if random() < 0.85 else "en"
        title = TITLES[language][0 if rating > 3 else 1] if rating != 3 else "🤷"
        body = _body(language, rating, rng)
        votes = int(random() ** 6 * 60)
        rows.append(
            (
                moment,
                line.order_id,
                line.line_no,
                rating,
                language,
                title,
                body,
                votes,
                int(body is not None),
                line.customer.zone.iso(moment),
            )
        )
    rows.sort(key=_first)
    return [(number, *row[1:]) for number, row in enumerate(rows, start=1)]


def _body(language: str, rating: int, rng: Random) -> str | None:
    """One to three sentences, each on its own line; "" for stars without words; None when a moderator took it away."""
    chance = rng.random()
    if chance < 0.14:
        return None if chance < 0.012 else ""
    good, bad = GOOD[language], BAD[language]
    pool = good if rating > 3 else bad if rating < 3 else (good[-1], bad[0])
    first, count = int(rng.random() * len(pool)), 1 + int(rng.random() * 3)
    return "\n".join(dict.fromkeys(pool[(first + step) % len(pool)] for step in range(count)))
