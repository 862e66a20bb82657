"""Tests of the company's own laboratory: where the odd values live, as instruments send them."""

from random import Random

from lapwing.engine.sample.catalogue import Product
from lapwing.engine.sample.clock import DAY_S, END, START, Zone

Row = tuple[object, ...]

_OSLO = Zone("Europe/Oslo", 60, "eu")

_CALIBRATIONS: tuple[tuple[str, str, str | None, object, float | None, str | None, str | None], ...] = (
    ("Caliper 2", "zero offset", "mm", -0.0, -0.0, "0.01", "jaws closed, from below"),
    ("Caliper 2", "zero offset", "mm", 0.0, 0.0, "0.01", "jaws closed, from above"),
    ("Caliper 2", "sum of 0.1 and 0.2", "mm", 0.1 + 0.2, 0.1 + 0.2, None, "told the maker"),
    ("Leak tester", "smallest number it can send", None, 5e-324, 5e-324, None, "self-test"),
    (
        "Leak tester",
        "smallest normal number",
        None,
        2.2250738585072014e-308,
        2.2250738585072014e-308,
        None,
        "self-test",
    ),
    (
        "Leak tester",
        "largest number it can send",
        None,
        1.7976931348623157e308,
        1.7976931348623157e308,
        None,
        "self-test",
    ),
    ("Leak tester", "overload", "Pa", float("inf"), float("inf"), None, "valve left open"),
    ("Leak tester", "underload", "Pa", float("-inf"), float("-inf"), None, "valve left open, hose the wrong way round"),
    ("Counter", "cycles", None, 9_007_199_254_740_993, 9.007199254740992e15, None, "one more than a double can count"),
    ("Counter", "cycles", None, 9_223_372_036_854_775_807, 9.223372036854776e18, None, "counter full"),
    ("Counter", "cycles", None, -9_223_372_036_854_775_808, -9.223372036854776e18, None, "counter overflowed"),
    ("Counter", "cycles", None, 0, 0.0, None, "reset"),
    ("Spectrometer", "Planck constant, entered", "J·s", "6.62607015e-34", 6.62607015e-34, "0", "exact by definition"),
    ("Spectrometer", "Avogadro constant, entered", "1/mol", "6.02214076e23", 6.02214076e23, "0", "exact by definition"),
    (
        "Balance",
        "reference mass",
        "kg",
        "1.00000000000000000000000000000000000023",
        1.0,
        "1.9E-8",
        "forty digits, as certified",
    ),
    ("Balance", "tare", "g", "", None, None, "display was empty"),
    ("Balance", "tare", "g", None, None, None, "no answer"),
    ("Balance", "tare", "g", "NULL", None, None, "that is what it sent"),
    ("Balance", "tare", "g", "1,50", 1.5, None, "decimal comma: set to Norwegian"),
    ("Logger", "raw frame", None, b"\x00\xff\x10\x00\x00\x00LW\x01\x7f\x80", None, None, "bytes, with NULs"),
    ("Logger", "raw frame", None, b"", None, None, "empty frame"),
    ("Logger", "firmware", None, "v2.4.1 ✓\tok\r\n", None, None, "tab and line end are part of it"),
    ("Thermometer", "absolute zero, entered", "°C", -273.15, -273.15, "0", None),
    ("Clock", "leap second test", "s", "23:59:60", None, None, "2016-12-31, replayed"),
)
"""Instrument, quantity, unit, reading, value, uncertainty, remark."""


def _measured(product: Product, rng: Random) -> tuple[str, str, str, object, float, str]:
    """Instrument, quantity, unit, reading, value and uncertainty of one test that suits the product."""
    random, code = rng.random, product.shelf.code
    if code in {"TEN", "TRP", "RNJ", "DRY"}:
        column = 1500 + int(random() * 24_000)
        return "Water column", "hydrostatic head", "mm", column, float(column), "50"
    if code in {"ROP", "HAR", "CAR", "HEL"}:
        force = round(8 + 20 * random(), 3)
        return "Tensile tester", "breaking load", "kN", f"{force:.3f}", force, "0.05"
    if product.shelf.motif == "bird":
        share = round(0.78 + 0.17 * random(), 6)
        return "Spectrometer", "light transmission", "%", share * 100, round(share * 100, 4), "0.2"
    if random() < 0.5:
        flow = random() * 10 ** -(9 + int(random() * 9))
        return "Leak tester", "air permeability", "m²", flow, flow, f"{flow / 20:.1e}"
    cycles = int(10 ** (3 + 4 * random()))
    return "Counter", "abrasion cycles", "1", cycles, float(cycles), "1"


def lab_rows(products: list[Product], rng: Random) -> list[Row]:
    """Rows of `lab_tests` in order of time: two tests of every other product, and the calibrations."""
    drafts: list[tuple[int, int | None, tuple[object, ...], str | None]] = []
    for product in products[::2] * 2:
        begin = START + max(product.launched, 0) * DAY_S
        moment = begin + int(rng.random() * max(END - begin - DAY_S, 1))
        remark = "repeated, first sample slipped" if rng.random() < 0.05 else None
        drafts.append((moment, product.product_id, _measured(product, rng), remark))
    for number, (*facts, remark) in enumerate(_CALIBRATIONS):
        drafts.append((START + (number * 57 + 3) * DAY_S + 30_000, None, tuple(facts), remark))
    drafts.sort(key=lambda draft: draft[0])
    return [
        (number, product_id, *facts, remark, _OSLO.iso(moment))
        for number, (moment, product_id, facts, remark) in enumerate(drafts, start=1)
    ]
