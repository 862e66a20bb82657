"""The whole company, table by table, in an order in which it can be written down."""

from collections.abc import Iterator
from random import Random

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.sample import catalogue, laboratory, people, places, weather
from lapwing.engine.sample.atlas import STORES
from lapwing.engine.sample.baskets import Shopping
from lapwing.engine.sample.clock import day_weights
from lapwing.engine.sample.events import WebLog
from lapwing.engine.sample.orders import TradeMaker, review_rows
from lapwing.engine.sample.rentals import Rental, make_units, unit_rows

Row = tuple[object, ...]

SMALLEST = 1_000
"""Fewest rows of the largest table for which everything else still makes sense."""


_COLUMNS = {
    "countries": ("country_code, name, native_name, currency, fx_rate, vat_percent, dial_prefix, language, time_zone"),
    "stores": (
        "store_id, country_code, kind, name, city, address, latitude, longitude, phone, opening_hours, "
        "opened_on, closed_on"
    ),
    "employees": (
        "employee_id, manager_id, store_id, given_name, family_name, job_title, email, monthly_salary, "
        "hours_share, badge_uid, hired_on, left_on"
    ),
    "categories": "category_id, parent_id, position, name, slug, season",
    "suppliers": "supplier_id, name, country_code, website, email, phone, on_time_share, terms, remarks",
    "products": (
        "product_id, category_id, sku, gtin, name, list_price, is_rentable, daily_rate_cents, weight_kg, "
        "attributes, thumbnail, description, launched_on, discontinued_on"
    ),
    "product_suppliers": "product_id, supplier_id, supplier_code, cost, lead_time_days, is_preferred",
    "stock": "store_id, product_id, shelf, on_hand, reorder_point, counted_unix",
    "lab_tests": "test_id, product_id, instrument, quantity, unit, reading, value, uncertainty, remark, tested_at",
    "audit_log": "audit_id, changed_at, actor, table_name, row_key, action, before, after",
    "customers": (
        "customer_id, public_id, country_code, given_name, family_name, family_first, company, email, phone, "
        "address, born_on, is_subscribed, loyalty_points, preferences, notes, created_at, last_seen_unix"
    ),
    "orders": (
        "order_id, order_number, customer_id, store_id, seller_id, status, ordered_at, shipped_at, "
        "delivered_at, currency, fx_rate, subtotal_cents, shipping_cents, coupon_code, coupon_cents, "
        "vat_percent, is_gift, note"
    ),
    "order_items": "order_id, line_no, product_id, quantity, unit_price_cents, discount_percent",
    "payments": (
        "payment_id, order_id, method, status, amount_cents, amount, currency, card_last4, ip_address, "
        "processor_reply, paid_unix"
    ),
    "reviews": ("review_id, order_id, line_no, rating, language, title, body, helpful_votes, is_published, created_at"),
    "rental_units": "unit_id, product_id, store_id, serial_number, tracker_eui, condition, bought_on, retired_on",
    "rentals": (
        "rental_id, unit_id, customer_id, out_at, due_on, back_at, days, daily_rate_cents, late_fee_cents, "
        "deposit, damage"
    ),
    "weather_days": "store_id, day, temp_min_c, temp_max_c, rain_mm, sunshine_share, summary",
    "web_sessions": "session_id, customer_id, country_code, device, ip_address, referrer, campaign, started_ms",
    "web_events": "event_id, session_id, happened_ms, kind, path, product_id, order_id, load_ms, payload",
}
"""The columns that are written, in the order of the rows' cells; generated ones fill themselves."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for one table, in the order of `_COLUMNS` and of its key."""

    name: str
    rows: list[Row]

    @property
    def insert(self) -> str:
        columns = _COLUMNS[self.name]
        marks = ", ".join("?" for _ in columns.split(","))
        return f"INSERT INTO {self.name} ({columns}) VALUES ({marks})"


def tables(rows: int, seed: int) -> Iterator[Table]:
    """All tables with `rows` rows in the largest one (`web_events`) and the others in proportion.

    The same arguments give the same rows. Each table is made when it is asked for, and its rows may be cleared then.
    """
    weights = day_weights(_random(seed, "days"))
    products = catalogue.make_products(_random(seed, "products"))
    customers = people.make_customers(rows // 50, weights, _random(seed, "customers"))
    staff = people.make_employees(STORES, _random(seed, "staff"))
    shopping = Shopping(products, _random(seed, "baskets"))
    maker = TradeMaker(customers, shopping, staff, _random(seed, "orders"))
    trade = maker.make(rows * 13 // 100, weights)
    yield from _standing(products, staff, seed)
    yield Table("customers", people.customer_rows(customers, _random(seed, "accounts")))
    yield Table("orders", trade.orders)
    yield Table("order_items", trade.items)
    yield Table("payments", trade.payments)
    yield Table("reviews", review_rows(trade.bought, _random(seed, "reviews")))
    skies = weather.make_weather(_random(seed, "weather"))
    units = make_units(products, max(rows // 800, 20), _random(seed, "units"))
    yield Table("rental_units", unit_rows(units, _random(seed, "serials")))
    yield Table("rentals", Rental(customers, skies, _random(seed, "rentals")).rows(units))
    yield Table("weather_days", weather.weather_rows(skies, rows // 140))
    log = WebLog(products, customers, _random(seed, "web"))
    events = log.rows(rows, trade.purchases, weights)
    yield Table("web_sessions", log.sessions)
    yield Table("web_events", events)


def _standing(products: list[catalogue.Product], staff: list[people.Employee], seed: int) -> Iterator[Table]:
    """The tables whose size does not depend on how many rows are wanted."""
    categories, ids = catalogue.category_rows()
    buyers = [person.latin for person in staff if person.title in {"Buyer", "Price Analyst"}]
    yield Table("countries", places.country_rows())
    yield Table("stores", places.store_rows(_random(seed, "stores")))
    yield Table("employees", people.employee_rows(staff, _random(seed, "payroll")))
    yield Table("categories", categories)
    yield Table("suppliers", catalogue.supplier_rows(_random(seed, "suppliers")))
    yield Table("products", catalogue.product_rows(products, ids))
    yield Table("product_suppliers", catalogue.product_supplier_rows(products, _random(seed, "purchasing")))
    yield Table("stock", catalogue.stock_rows(products, _random(seed, "stock")))
    yield Table("lab_tests", laboratory.lab_rows(products, _random(seed, "laboratory")))
    yield Table("audit_log", catalogue.price_change_rows(products, buyers, _random(seed, "audit")))


def _random(seed: int, part: str) -> Random:
    """The generator of one part: changing one part leaves the others as they were."""
    return Random(f"{seed}:{part}")
