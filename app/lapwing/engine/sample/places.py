"""Addresses, telephone numbers and amounts as they look in each country."""

from itertools import accumulate
from random import Random

from lapwing.engine.sample.atlas import COUNTRIES, STORES, WAREHOUSE_ID, Country

_COUNTRY_EDGES = tuple(accumulate(country.weight for country in COUNTRIES))


def pick_country(rng: Random) -> Country:
    """A country, the likelier the more customers live there."""
    wanted = rng.random() * _COUNTRY_EDGES[-1]
    return next(country for country, edge in zip(COUNTRIES, _COUNTRY_EDGES, strict=True) if wanted < edge)


def pick(items: str, rng: Random) -> str:
    """One of the parts of a text that are separated by semicolons."""
    parts = items.split(";")
    return parts[int(rng.random() * len(parts))]


def address_in(country: Country, rng: Random) -> str:
    """An address of several lines as written there, without the addressee."""
    written = country.address.format(
        street=pick(country.streets, rng), number=1 + int(140 * rng.random() ** 2), city=pick(country.cities, rng)
    )
    return f"{written}\n{country.native_name}"


def phone_in(country: Country, rng: Random) -> str:
    """An invented telephone number with its country's prefix."""
    digits = "".join(str(int(rng.random() * 10)) if sign == "#" else sign for sign in country.phone)
    return f"{country.prefix} {digits}"


def ip_address(rng: Random) -> str:
    """An address from the networks reserved for documentation, IPv6 in two of five cases."""
    bits = rng.getrandbits(48)
    if bits % 5 < 2:
        return f"2001:db8:{bits >> 32:x}:{(bits >> 16) & 0xFFFF:x}::{(bits & 0xFFFF) | 1:x}"
    network = ("192.0.2", "198.51.100", "203.0.113")[(bits >> 8) % 3]
    return f"{network}.{1 + (bits >> 16) % 254}"


def country_rows() -> list[tuple[object, ...]]:
    """Rows of `countries`, in the order of its columns."""
    return [
        (
            c.code,
            c.name,
            c.native_name,
            c.currency,
            rate_text(c.rate_e4),
            c.vat_percent,
            c.prefix,
            c.language,
            c.zone_name,
        )
        for c in COUNTRIES
    ]


def rate_text(rate_e4: int) -> str:
    """Ten-thousandths as decimal text: 85600 is '8.5600'."""
    return f"{rate_e4 // 10_000}.{rate_e4 % 10_000:04d}"


def local_amount(cents: int, rate_e4: int, whole_units: bool) -> str:
    """Euro cents as decimal text in another currency, rounded half away from zero: '-1234.50', or '205400'."""
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    if whole_units:
        return f"{sign}{(cents * rate_e4 + 500_000) // 1_000_000}"
    minor = (cents * rate_e4 + 5_000) // 10_000
    return f"{sign}{minor // 100}.{minor % 100:02d}"


def store_rows(rng: Random) -> list[tuple[object, ...]]:
    """Rows of `stores`, in the order of its columns."""
    hours = '{"mon-sun": ["10:00", "19:00"], "closed": ["01-01", "12-25"]}'
    rows: list[tuple[object, ...]] = []
    for s in STORES:
        phone = phone_in(s.country, rng)
        is_shop = s.store_id != WAREHOUSE_ID
        where = (s.latitude, s.longitude, phone if is_shop else None, hours if is_shop else None)
        rows.append(
            (
                s.store_id,
                s.code,
                "shop" if is_shop else "warehouse",
                s.name,
                s.city,
                s.address,
                *where,
                s.opened_on,
                s.closed_on,
            )
        )
    return rows
