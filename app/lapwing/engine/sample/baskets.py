"""What ends up in a basket: which products, how many, and at what discount."""

from bisect import bisect_right
from datetime import timedelta
from itertools import accumulate
from random import Random

from lapwing.engine.sample.catalogue import Product
from lapwing.engine.sample.clock import DAY_COUNT, FIRST_DAY, is_black_friday

_SEASON = {
    "summer": (0.25, 0.3, 0.6, 1.1, 1.8, 2.3, 2.2, 1.5, 0.8, 0.4, 0.3, 0.4),
    "winter": (2.0, 1.7, 1.0, 0.4, 0.2, 0.15, 0.15, 0.25, 0.6, 1.2, 1.9, 2.4),
    "all": (1.0,) * 12,
}
"""How much each kind of thing is wanted, January to December."""

_COMPANIONS = {
    "TEN": ("MAT", "SLB"), "SLB": ("MAT",), "CAN": ("PAD", "DRY", "PFD"), "KAY": ("PAD", "PFD"), "SUP": ("PFD", "DRY"),
    "SKI": ("AVA", "INS"), "BIN": ("BOK",), "SCO": ("BOK", "BIN"), "BOT": ("SOC",), "SHO": ("SOC",),
    "ROP": ("HAR", "CAR"), "AXE": ("CRA",), "CRA": ("AXE",), "STV": ("WTR",), "BPK": ("POL",),
}  # fmt: skip
"""Shelves whose things are bought together."""

_LINES = (0.34, 0.63, 0.81, 0.91, 0.97, 1.0)
"""Running sum of the share of orders with one line, two lines and so on."""

Line = tuple[Product, int, int, int]
"""Product, quantity, unit price in cents, discount in percent."""


def _sale(day: int) -> str:
    """Which sale runs on a covered day: "black friday", the season whose things are cleared out, or ""."""
    date = FIRST_DAY + timedelta(days=day)
    if is_black_friday(date):
        return "black friday"
    if date.day > 14 and date.month in {1, 8}:
        return "winter" if date.month == 1 else "summer"
    return ""


class Shopping:
    """Fills baskets, with what is in the catalogue and in season.

    Attributes:
        sales: The sale of each covered day.
    """

    def __init__(self, products: list[Product], rng: Random) -> None:
        self._products = products
        self._random = rng.random
        self._by_shelf: dict[str, list[Product]] = {}
        for product in products:
            self._by_shelf.setdefault(product.shelf.code, []).append(product)
        self._months: dict[tuple[int, int], tuple[list[Product], list[float]]] = {}
        self._day_month = [self._month(day) for day in range(DAY_COUNT)]
        self.sales = [_sale(day) for day in range(DAY_COUNT)]

    def _month(self, day: int) -> tuple[list[Product], list[float]]:
        """What sells throughout the month of that day, and the running sum of how well."""
        date = FIRST_DAY + timedelta(days=day)
        known = self._months.get((date.year, date.month))
        if known is None:
            selling = [product for product in self._products if product.sells_on(day) and product.sells_on(day + 30)]
            wanted = (product.popularity * _SEASON[product.shelf.season][date.month - 1] for product in selling)
            known = self._months[date.year, date.month] = (selling, list(accumulate(wanted)))
        return known

    def _companion(self, product: Product, day: int) -> Product | None:
        """Something that goes with it, or None: nothing does, or what was found is not sold that day."""
        codes = _COMPANIONS.get(product.shelf.code)
        if codes is None:
            return None
        shelf = self._by_shelf[codes[int(self._random() * len(codes))]]
        found = shelf[int(self._random() ** 2 * len(shelf))]
        return found if found.sells_on(day) else None

    def _discount(self, product: Product, day: int) -> int:
        """Percent off a line."""
        sale = self.sales[day]
        chance = self._random()
        if sale == "black friday":
            return 20 if chance < 0.55 else 30 if chance < 0.65 else 0
        if sale and product.shelf.season == sale:
            return 15 if chance < 0.7 else 0
        return 5 if chance < 0.03 else 10 if chance < 0.05 else 0

    def basket(self, day: int) -> list[Line]:
        """The lines of one order on a covered day; no product twice."""
        random = self._random
        selling, edges = self._day_month[day]
        total = edges[-1]
        product = selling[bisect_right(edges, random() * total)]
        chosen = [product]
        for _ in range(bisect_right(_LINES, random())):
            more = self._companion(product, day) if random() < 0.4 else None
            if more is None:
                more = selling[bisect_right(edges, random() * total)]
            if more not in chosen:
                chosen.append(more)
        lines = []
        for product in chosen:
            quantity = 1
            if random() < 0.14 and product.prices[0][1] < 12_000:
                quantity = 2 + int(random() ** 3 * 5)
            lines.append((product, quantity, product.price_on(day), self._discount(product, day)))
        return lines
