"""Who works for the company and who buys from it."""

import unicodedata
from functools import cache
from random import Random

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.sample import texts
from lapwing.engine.sample.atlas import SHOPS, WAREHOUSE_ID, Country, Store
from lapwing.engine.sample.clock import DAY_S, HOME_HOURS, START, Zone, second_of_day, spread_days
from lapwing.engine.sample.names import FAMILY, GIVEN, SPECIAL_LETTERS, split_names
from lapwing.engine.sample.places import address_in, phone_in, pick_country

_MAIL_HOSTS = ("example.com", "example.org", "example.net", "post.example", "mail.example")


@dataclass(slots=True)
class Customer:
    """Somebody with an account.

    Attributes:
        created: Unix second at which the account was opened.
        shops: Ids of the shops in the customer's country; empty where there is none.
        spent_cents: Delivered orders so far; filled in while orders are made.
        last_order: Unix second of the latest order; None before the first.
    """

    customer_id: int
    country: Country
    zone: Zone
    created: int
    shops: tuple[int, ...]
    spent_cents: int = 0
    points: int = 0
    last_order: int | None = None


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody on the payroll. Days are ISO texts; `store_id` and `manager_id` are None at the top."""

    employee_id: int
    manager_id: int | None
    store_id: int | None
    given: str
    family: str
    title: str
    latin: str
    salary: int
    hired_on: str
    left_on: str | None = None


@cache
def _names(code: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    return split_names(GIVEN[code]), split_names(FAMILY[code])


def _any_name(country: Country, rng: Random) -> tuple[str, str, str]:
    """Given and family name in their own script, and both in Latin letters with a dot between."""
    given, family = _names(country.code)
    first = given[int(rng.random() * len(given))]
    last = family[int(rng.random() * len(family))]
    return first[1], last[1], _latin(first[0], last[0])


@cache
def _latin(given: str, family: str) -> str:
    """Lower-case ASCII for an e-mail address: 'bjorn.odegard'."""
    plain = unicodedata.normalize("NFD", f"{given}.{family}".translate(SPECIAL_LETTERS))
    return "".join(letter for letter in plain.lower() if letter.isascii())


def make_customers(count: int, weights: list[float], rng: Random) -> list[Customer]:
    """Customers in the order in which they came, ids from 1; about a sixth of them before the books begin."""
    early = count // 6
    moments = [START - int((1 - (n + rng.random()) / early) ** 2 * 1800 * DAY_S) - DAY_S for n in range(early)]
    days = spread_days(weights, count - early, rng)
    moments += [START + day * DAY_S + second_of_day(HOME_HOURS, rng) - 7200 for day in days]
    open_shops: dict[str, tuple[int, ...]] = {}
    for shop in SHOPS:
        open_shops[shop.code] = (*open_shops.get(shop.code, ()), shop.store_id)
    customers = []
    for number, moment in enumerate(sorted(moments), start=1):
        country = pick_country(rng)
        customers.append(Customer(number, country, country.zone, moment, open_shops.get(country.code, ())))
    return customers


def _uuid4(rng: Random) -> bytes:
    """Sixteen bytes of a random UUID (RFC 9562, section 5.4)."""
    bits = rng.getrandbits(128) & ~(0xF << 76) & ~(0x3 << 62) | (4 << 76) | (2 << 62)
    return bits.to_bytes(16, "big")


def _preferences(country: Country, rng: Random) -> str | None:
    """A small JSON document, or None for customers who never opened that page."""
    chance = rng.random()
    if chance < 0.4:
        return None
    units = '{"weight": "lb", "length": "ft"}' if country.code in {"CA", "GB"} else '{"weight": "kg", "length": "m"}'
    news = '["sale", "workshops"]' if chance < 0.7 else "[]"
    dark = "true" if chance > 0.8 else "false"
    return f'{{"language": "{country.language}", "units": {units}, "newsletter": {news}, "dark_mode": {dark}}}'


def customer_rows(customers: list[Customer], rng: Random) -> list[tuple[object, ...]]:
    """Rows of `customers` without its generated column, in the order of the others."""
    random = rng.random
    rows: list[tuple[object, ...]] = []
    for c in customers:
        given, family, latin = _any_name(c.country, rng)
        if random() < 0.02:  # typed on a machine that writes letters and marks apart
            given, family = unicodedata.normalize("NFD", given), unicodedata.normalize("NFD", family)
        chance = random()
        company = (
            None
            if chance < 0.7
            else ""
            if chance < 0.93
            else f"{family} & {('Söhne', 'Co.', 'Filles', '株式会社')[int(random() * 4)]}"
        )
        email = f"{latin}{c.customer_id}@{_MAIL_HOSTS[int(random() * 5)]}" if random() < 0.96 else None
        phone = phone_in(c.country, rng) if random() < 0.6 else None
        address = f"{given} {family}\n{address_in(c.country, rng)}" if random() < 0.9 else None
        born = _birthday(rng)
        note = texts.CUSTOMER_NOTES[int(random() * len(texts.CUSTOMER_NOTES))] if random() < 0.05 else None
        rows.append(
            (
                c.customer_id, _uuid4(rng), c.country.code, given, family, int(c.country.family_first), company, email,
                phone, address, born, int(random() < 0.55), c.points, _preferences(c.country, rng), note,
                c.zone.iso(c.created), c.last_order,
            )
        )  # fmt: skip
    return rows


def _birthday(rng: Random) -> str | None:
    """A day between 1940 and 2008 as ISO text, or None for the third who does not tell."""
    if rng.random() < 0.34:
        return None
    year = 1940 + int(68 * (rng.random() + rng.random()) / 2)
    return f"{year}-{1 + int(rng.random() * 12):02d}-{1 + int(rng.random() * 28):02d}"


def _department(staff: list[Employee], boss: int, titles: tuple[str, ...], country: Country, rng: Random) -> None:
    """Append a head (the first title) and those below her; all at head office."""
    head = len(staff) + 1
    for place, title in enumerate(titles):
        given, family, latin = _any_name(country, rng)
        salary = 6400 if place == 0 else 3100 + int(rng.random() * 30) * 50
        hired = f"{2016 + int(rng.random() * 9)}-{1 + int(rng.random() * 12):02d}-01"
        staff.append(
            Employee(len(staff) + 1, boss if place == 0 else head, None, given, family, title, latin, salary, hired)
        )


def _crew(staff: list[Employee], boss: int, store: Store, size: int, rng: Random) -> None:
    """Append a manager and the people of one shop or of the warehouse; everybody leaves when it closes."""
    manager = len(staff) + 1
    titles = (
        ("Warehouse Manager", "Picker", "Driver")
        if store.store_id == WAREHOUSE_ID
        else ("Shop Manager", "Sales", "Rental and Repair")
    )
    for place in range(size):
        given, family, latin = _any_name(store.country, rng)
        opened = int(store.opened_on[:4])
        stays = place < 3 or store.closed_on is not None
        year = min(opened + int(rng.random() * 6), 2026)
        hired = store.opened_on if stays else max(f"{year}-{1 + int(rng.random() * 9):02d}-15", store.opened_on)
        left = store.closed_on
        if left is None and place > 2 and rng.random() < 0.2 and hired < "2025-01-01":
            left = f"2025-{1 + int(rng.random() * 12):02d}-28"
        title = titles[0] if place == 0 else titles[1 + (place % 3 == 2)]
        salary = 4300 if place == 0 else 2350 + int(rng.random() * 20) * 45
        reports_to = boss if place == 0 else manager
        staff.append(
            Employee(len(staff) + 1, reports_to, store.store_id, given, family, title, latin, salary, hired, left)
        )


def make_employees(stores: tuple[Store, ...], rng: Random) -> list[Employee]:
    """Everybody, managers before the people they manage; ids from 1. The first three people of a shop stay."""
    by_code = {store.code: store.country for store in stores}
    staff = [
        Employee(1, None, None, "Rosalind", "Thwaite", "Managing Director", "rosalind.thwaite", 9800, "2014-09-01")
    ]
    _department(staff, 1, ("Head of Buying", "Buyer", "Buyer", "Price Analyst"), by_code["NL"], rng)
    _department(
        staff, 1, ("Head of Online", "Developer", "Developer", "Data Analyst", "Photographer"), by_code["DE"], rng
    )
    _department(staff, 1, ("Head of Finance", "Accountant", "Payroll"), by_code["GB"], rng)
    _department(staff, 1, ("Head of Laboratory", "Tester", "Seamstress"), by_code["NO"], rng)
    _department(staff, 1, ("Head of Shops", "Regional Manager North", "Regional Manager South"), by_code["SE"], rng)
    north = next(person.employee_id for person in staff if person.title.endswith("North"))
    for store in stores:
        _crew(staff, north if store.latitude > 50 else north + 1, store, 5 + int(rng.random() * 4), rng)
    return staff


def employee_rows(staff: list[Employee], rng: Random) -> list[tuple[object, ...]]:
    """Rows of `employees` without its generated column, in the order of the others."""
    rows: list[tuple[object, ...]] = []
    for e in staff:
        mail = (
            f"{e.latin}.{e.employee_id}@plover-and-pine.example"
            if e.employee_id > 1
            else "rosalind@plover-and-pine.example"
        )
        share = (1.0, 1.0, 1.0, 0.8, 0.5)[int(rng.random() * 5)] if e.employee_id > 1 else 1.0
        badge = b"\x04" + rng.getrandbits(48).to_bytes(6, "big")
        rows.append(
            (
                e.employee_id, e.manager_id, e.store_id, e.given, e.family, e.title, mail, f"{e.salary}.00", share,
                badge, e.hired_on, e.left_on,
            )
        )  # fmt: skip
    return rows
