"""What is sold and rented: categories, suppliers, products, their prices over time, and what lies on the shelves."""

import json
from bisect import bisect_right
from dataclasses import field
from random import Random

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.sample import texts
from lapwing.engine.sample.atlas import BY_CODE, STORES
from lapwing.engine.sample.clock import DAY_COUNT, DAY_S, END, LAST_DAY, START, day_text, unix, utc_text
from lapwing.engine.sample.images import thumbnail
from lapwing.engine.sample.places import phone_in
from lapwing.engine.sample.shelves import BIRDS, COLOURS, SHELVES, SUPPLIERS, Shelf

PER_SHELF = 8
_PLACES = ("Portugal", "Poland", "Norway", "日本", "Slovakia", "Україна", "Italy", "Scotland", "대한민국", "Sápmi")


@dataclass(slots=True)
class Product:
    """One thing in the catalogue.

    Attributes:
        prices: (day, cents) in order: the price from that covered day on. The first day is far in the past.
        launched, gone: Covered days (0 is the first); `launched` may be negative; DAY_COUNT or more is never.
        daily_rate_cents: None when it cannot be rented.
        weight_kg: None when nobody weighed it.
        popularity: How often it is bought compared with others, when it is in season.
    """

    product_id: int
    shelf: Shelf
    sku: str
    name: str
    colour: str
    launched: int
    gone: int
    prices: list[tuple[int, int]]
    daily_rate_cents: int | None
    weight_kg: float | None
    popularity: float
    attributes: str = ""
    image: bytes = b""
    text: str = ""
    price_days: list[int] = field(default_factory=list)

    def price_on(self, day: int) -> int:
        """Euro cents on a covered day."""
        return self.prices[bisect_right(self.price_days, day) - 1][1]

    def sells_on(self, day: int) -> bool:
        return self.launched <= day < self.gone


def cents_text(cents: int) -> str:
    """Cents as decimal text: '129.90'."""
    return f"{cents // 100}.{cents % 100:02d}"


def _nice_price(cents: float) -> int:
    """The nearest price that looks like one: .90 below 100 euro, whole fives above."""
    if cents < 10_000:
        return max(int(cents) // 100 * 100, 0) + 90
    return round(cents / 500) * 500


def _price_history(first_cents: int, launched: int, gone: int, rng: Random) -> list[tuple[int, int]]:
    """A price and its changes: most rise on the first of March, some fall some day."""
    prices = [(-100_000, first_cents)]
    marches = [
        (unix(LAST_DAY.replace(year=year, month=3, day=1)) - START) // DAY_S for year in (2023, 2024, 2025, 2026)
    ]
    days = [day for day in marches if rng.random() < 0.78]
    days += [int(rng.random() * DAY_COUNT) for _ in range(int(rng.random() * 3))]
    for day in sorted(set(days)):
        if not launched < day < min(gone, DAY_COUNT):
            continue
        factor = 1.015 + 0.05 * rng.random() if day in marches else 0.86 + 0.1 * rng.random()
        changed = _nice_price(prices[-1][1] * factor)
        if changed != prices[-1][1]:
            prices.append((day, changed))
    return prices


def _lifetime(rng: Random) -> tuple[int, int]:
    """First covered day in the catalogue, and the first one no longer in it."""
    launched = int(rng.random() * 1200) if rng.random() < 0.3 else -40 - int(rng.random() * 1500)
    gone = launched + 500 + int(rng.random() * 900) if rng.random() < 0.16 else DAY_COUNT + 1
    return launched, gone if 300 < gone < DAY_COUNT else DAY_COUNT + 1


def _attributes(shelf: Shelf, colour: str, rng: Random) -> dict[str, object]:
    """The JSON document of a product; which members it has depends on the shelf."""
    materials = shelf.materials.split(";")
    made: dict[str, object] = {
        "colour": colour,
        "materials": materials,
        "made_in": _PLACES[int(rng.random() * len(_PLACES))],
    }
    if "W" in shelf.variants.split(";"):
        made["sizes"] = ["XS", "S", "M", "L", "XL"][int(rng.random() * 2) :]
    if "Jacket" in shelf.name or shelf.motif == "camp":
        made["waterproof_mm"] = 5000 * (1 + int(rng.random() * 5))
    if shelf.motif == "bird" and "glass" in shelf.materials:
        made["optics"] = {
            "field_of_view_m": round(95 + 50 * rng.random(), 1),
            "close_focus_m": round(1.2 + 2 * rng.random(), 2),
        }
    tags = ("bestseller", "repairable", "vegan", "made by hand", "new", "staff pick ❤️", "last pieces", "PFAS-free")
    made["tags"] = [tag for tag in tags if rng.random() < 0.3]
    made["recycled_share"] = round(rng.random(), 2) if rng.random() < 0.8 else None
    return made


def _gtin(number: int) -> int:
    """A GTIN-13 from the range for use within a company (20), with its check digit (GS1 General Specifications)."""
    digits = f"20{4_711_000_000 + number * 37:010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return int(digits) * 10 + (-total) % 10


def _product(product_id: int, shelf: Shelf, place: int, bird: str, rng: Random) -> Product:
    """The `place`-th product of a shelf, dearer and heavier the later it comes."""
    nouns, variants = shelf.nouns.split(";"), shelf.variants.split(";")
    noun = nouns[int(rng.random() * len(nouns))]
    quality = (place + rng.random()) / PER_SHELF
    launched, gone = _lifetime(rng)
    prices = _price_history(
        _nice_price(shelf.cents[0] * (shelf.cents[1] / shelf.cents[0]) ** quality), launched, gone, rng
    )
    cents = prices[-1][1]
    weight = shelf.kilos[0] + (shelf.kilos[1] - shelf.kilos[0]) * rng.random()
    product = Product(
        product_id=product_id,
        shelf=shelf,
        sku=f"PP-{shelf.code}-{101 + 7 * place}",
        name=f"{bird} {noun} {variants[int(rng.random() * len(variants))]}".strip(),
        colour=list(COLOURS)[int(rng.random() * len(COLOURS))],
        launched=launched,
        gone=gone,
        prices=prices,
        daily_rate_cents=max(round(cents * 0.05 / 50) * 50, 300) if shelf.rented and rng.random() < 0.8 else None,
        weight_kg=round(weight, 3) if rng.random() < 0.96 else None,
        popularity=(0.25 + rng.random() ** 3 * 4) * (20_000 / (cents + 4_000)) ** 0.6,
        price_days=[day for day, _ in prices],
    )
    _describe(product, noun, rng)
    return product


def _describe(product: Product, noun: str, rng: Random) -> None:
    """Give a product its picture, its attributes and its long text."""
    facts = _attributes(product.shelf, product.colour, rng)
    materials = product.shelf.materials.split(";")
    weight = "not weighed yet" if product.weight_kg is None else f"{product.weight_kg:.3f} kg"
    sizes = facts.get("sizes")
    words = {
        "name": product.name,
        "noun": noun.lower(),
        "material": materials[0],
        "materials": ", ".join(materials),
        "colour": product.colour,
        "weight": weight,
        "place": str(facts["made_in"]),
        "sizes": ", ".join(sizes) if isinstance(sizes, list) else "one size",
    }
    product.attributes = json.dumps(facts, ensure_ascii=False)
    product.image = thumbnail(product.shelf.motif, COLOURS[product.colour], int(rng.random() * 48))
    product.text = texts.description(words, rng)


def make_products(rng: Random) -> list[Product]:
    """All products, in the order of their ids from 1; each shelf has PER_SHELF of them."""
    products: list[Product] = []
    for shelf in SHELVES:
        first = int(rng.random() * len(BIRDS))
        for place in range(PER_SHELF):
            bird = BIRDS[(first + place * 5) % len(BIRDS)]
            products.append(_product(len(products) + 1, shelf, place, bird, rng))
    return products


def category_rows() -> tuple[list[tuple[object, ...]], dict[str, int]]:
    """Rows of `categories` in the order of its columns, and the id of each path of names."""
    rows: list[tuple[object, ...]] = []
    ids: dict[str, int] = {}
    brothers: dict[str, int] = {}
    for shelf in SHELVES:
        parts = shelf.path.split(" > ")
        for depth in range(1, len(parts) + 1):
            path, parent = " > ".join(parts[:depth]), " > ".join(parts[: depth - 1])
            if path in ids:
                continue
            ids[path] = len(ids) + 1
            brothers[parent] = brothers.get(parent, 0) + 1
            name = parts[depth - 1]
            season = shelf.season if depth == len(parts) else "all"
            rows.append((ids[path], ids.get(parent), brothers[parent], name, name.lower().replace(" ", "-"), season))
    return rows, ids


def product_rows(products: list[Product], categories: dict[str, int]) -> list[tuple[object, ...]]:
    """Rows of `products` without its generated columns, in the order of the others."""
    return [
        (
            p.product_id, categories[p.shelf.path], p.sku, _gtin(p.product_id), p.name, cents_text(p.prices[-1][1]),
            int(p.daily_rate_cents is not None), p.daily_rate_cents, p.weight_kg, p.attributes, p.image, p.text,
            day_text(START + p.launched * DAY_S), day_text(START + p.gone * DAY_S) if p.gone < DAY_COUNT else None,
        )
        for p in products
    ]  # fmt: skip


def supplier_rows(rng: Random) -> list[tuple[object, ...]]:
    """Rows of `suppliers`, in the order of its columns."""
    rows: list[tuple[object, ...]] = []
    for number, entry in enumerate(SUPPLIERS.split(";"), start=1):
        name, _, code = entry.partition("|")
        site = f"supplier-{number:02d}.example"
        terms = {
            "net_days": (14, 30, 60)[int(rng.random() * 3)],
            "discount": {"percent": 2.0, "within_days": 10},
            "incoterm": "DAP",
        }
        phone = phone_in(BY_CODE[code], rng) if code in BY_CODE else None
        on_time = round(0.82 + 0.18 * rng.random(), 4) if number % 9 else None
        remark = texts.REMARKS[int(rng.random() * len(texts.REMARKS))] if rng.random() < 0.5 else None
        rows.append(
            (number, name, code, f"https://www.{site}/", f"orders@{site}", phone, on_time, json.dumps(terms), remark)
        )
    return rows


def product_supplier_rows(products: list[Product], rng: Random) -> list[tuple[object, ...]]:
    """Rows of `product_suppliers` in the order of its columns and its key; each product prefers one supplier."""
    count = SUPPLIERS.count(";") + 1
    rows: list[tuple[object, ...]] = []
    for product in products:
        first = int(rng.random() * count)
        chosen = sorted({(first + step * 7) % count + 1 for step in range(1 + int(rng.random() * 3))})
        preferred = chosen[int(rng.random() * len(chosen))]
        for supplier in chosen:
            ten_thousandths = int(product.prices[-1][1] * 100 * (0.44 + 0.18 * rng.random()))
            cost = f"{ten_thousandths // 10_000}.{ten_thousandths % 10_000:04d}"
            code = f"{product.shelf.code[:2]}{rng.getrandbits(20):05X}"
            rows.append(
                (product.product_id, supplier, code, cost, 3 + int(rng.random() * 60), int(supplier == preferred))
            )
    return rows


def stock_rows(products: list[Product], rng: Random) -> list[tuple[object, ...]]:
    """Rows of `stock` in the order of its columns and its key: the warehouse has everything, a shop about half."""
    rows: list[tuple[object, ...]] = []
    for store in STORES:
        is_shop = store.store_id > 1
        for product in products:
            if store.closed_on or (is_shop and rng.random() < 0.45):
                continue
            shelf = f"{product.shelf.code[0]}{1 + product.product_id % 24:02d}-{'ABCDE'[int(rng.random() * 5)]}"
            reorder = 2 + int(rng.random() * 5) if is_shop else 12 + int(rng.random() * 40)
            on_hand = 0 if product.gone < DAY_COUNT else int(reorder * (0.5 + 3 * rng.random()))
            counted = END - int(rng.random() * 150 * DAY_S)
            rows.append((store.store_id, product.product_id, shelf, on_hand, reorder, counted))
    return rows


def price_change_rows(products: list[Product], actors: list[str], rng: Random) -> list[tuple[object, ...]]:
    """Rows of `audit_log`: every change of a price, in order of time, as the trigger would have written them.

    New prices come into force at midnight UTC, so the price of every order line can be found here.
    """
    changes = sorted(
        (START + day * DAY_S, product.product_id, before, after)
        for product in products
        for (_, before), (day, after) in zip(product.prices, product.prices[1:], strict=False)
    )
    return [
        (
            number, utc_text(moment), actors[int(rng.random() * len(actors))], "products", str(product_id), "update",
            f'{{"list_price":"{cents_text(before)}"}}', f'{{"list_price":"{cents_text(after)}"}}',
        )
        for number, (moment, product_id, before, after) in enumerate(changes, start=1)
    ]  # fmt: skip
