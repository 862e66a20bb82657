"""What stands in the sample database: the same every time, sound, and consistent with itself."""

import hashlib
import json
import sqlite3
import unicodedata
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from lapwing.engine.sample.build import SAMPLE_VERSION, build_sample

SMALL_DUMP = "69f3a8dae1a5c75f028b4bf3cd954f965598ce64dd8974af7437ed5e04611be6"
"""SHA-256 of `dump` of 2,000 rows with the default seed. When it changes, raise SAMPLE_VERSION."""


def dump(connection: sqlite3.Connection) -> str:
    """A digest of every cell of every table, with the cells' types, and of the schema."""
    digest = hashlib.sha256()
    for kind, name, sql in connection.execute(
        "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    ).fetchall():
        digest.update(f"{kind} {name} {sql}\n".encode())
        if kind == "table" and not name.startswith("sqlite_"):
            for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2"):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def test_the_same_seed_gives_the_same_content_down_to_the_last_byte(small_path: Path) -> None:
    with closing(sqlite3.connect(small_path)) as connection:
        assert dump(connection) == SMALL_DUMP


def test_another_seed_gives_another_company(small_path: Path, tmp_path: Path) -> None:
    build_sample(tmp_path / "other.sqlite", rows=2_000, seed=7)
    with closing(sqlite3.connect(small_path)) as one, closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        assert dump(one) != dump(other)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_seed_gives_a_sound_database(seed: int, tmp_path: Path) -> None:
    build_sample(tmp_path / "sample.sqlite", rows=1_000, seed=seed)
    with closing(sqlite3.connect(tmp_path / "sample.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_full_size_is_sound_and_has_all_its_rows(full: sqlite3.Connection) -> None:
    assert full.execute("PRAGMA integrity_check").fetchall() == [("ok",)]  # CHECK and NOT NULL constraints too
    assert full.execute("PRAGMA foreign_key_check").fetchall() == []
    assert full.execute("PRAGMA user_version").fetchone() == (SAMPLE_VERSION,)
    names = [
        name
        for (name,) in full.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    ]
    sizes = {name: full.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
    assert len(sizes) == 20
    assert max(sizes, key=lambda name: sizes[name]) == "web_events"
    assert sizes["web_events"] == 200_000
    assert sizes["customers"] == 4_000
    assert sizes["orders"] == 26_000
    assert min(sizes.values()) >= 16


def test_every_kind_of_schema_object_is_there(full: sqlite3.Connection) -> None:
    ddl = "\n".join(sql for (sql,) in full.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    for feature in (
        "STRICT",
        "WITHOUT ROWID",
        "STORED",
        "VIRTUAL",
        "ON DELETE CASCADE",
        "COLLATE NOCASE",
        "-- ",
        "INSTEAD OF",
    ):
        assert feature in ddl
    counts = dict(full.execute("SELECT type, count(*) FROM sqlite_schema GROUP BY type").fetchall())
    assert counts["view"] >= 8
    assert counts["trigger"] >= 10
    indexes = full.execute(
        'SELECT t.name, i.name, i."unique", i.partial FROM sqlite_schema AS t, pragma_index_list(t.name) AS i '
        "WHERE t.type = 'table'"
    ).fetchall()
    assert any(unique and partial for _, _, unique, partial in indexes)
    columns = {
        name: full.execute("SELECT cid FROM pragma_index_info(?)", (name,)).fetchall() for _, name, _, _ in indexes
    }
    assert any(len(cids) > 1 for cids in columns.values())
    assert any((-2,) in cids for cids in columns.values()), "an index on an expression"


INVARIANTS = {
    "the subtotal of an order is the sum of its lines": """
        SELECT o.order_id FROM orders AS o LEFT JOIN order_items AS i USING (order_id)
         GROUP BY o.order_id HAVING o.subtotal_cents <> coalesce(sum(i.line_total_cents), -1)""",
    "an order that was kept is paid in full, one that was not is paid back": """
        SELECT o.order_id, o.status FROM orders AS o JOIN payments AS p USING (order_id) WHERE p.status <> 'declined'
         GROUP BY o.order_id
        HAVING sum(p.amount_cents) <> CASE WHEN o.status IN ('cancelled', 'returned') THEN 0 ELSE o.total_cents END""",
    "every order has a payment": "SELECT order_id FROM orders WHERE order_id NOT IN (SELECT order_id FROM payments)",
    "amounts in the customer's currency follow from the rate of the order": """
        SELECT p.payment_id FROM payments AS p JOIN orders AS o USING (order_id)
         WHERE abs(p.amount - p.amount_cents / 100.0 * o.fx_rate) > 0.51
            OR (o.currency <> 'JPY' AND o.currency <> 'KRW'
               AND abs(p.amount - p.amount_cents / 100.0 * o.fx_rate) > 0.0051)""",
    "a line was sold at the price of that day": """
        WITH prices AS (
            SELECT CAST(row_key AS INTEGER) AS product_id, changed_at, json_extract(after, '$.list_price') AS price,
                   json_extract(before, '$.list_price') AS old_price
              FROM audit_log
        )
        SELECT i.order_id FROM order_items AS i
          JOIN orders AS o USING (order_id) JOIN products AS p USING (product_id)
         WHERE i.unit_price_cents <> round(100 * coalesce(
               (SELECT price FROM prices WHERE product_id = i.product_id
                  AND unixepoch(changed_at) <= unixepoch(o.ordered_at)
                 ORDER BY changed_at DESC LIMIT 1),
               (SELECT old_price FROM prices WHERE product_id = i.product_id ORDER BY changed_at LIMIT 1),
               p.list_price))""",
    "a price in the catalogue is the last one of the audit log": """
        SELECT p.product_id FROM products AS p JOIN audit_log AS a ON a.table_name = 'products'
           AND a.row_key = p.product_id
         GROUP BY p.product_id HAVING a.audit_id = max(a.audit_id)
            AND json_extract(a.after, '$.list_price') <> p.list_price""",
    "nobody orders before opening an account": """
        SELECT order_id FROM orders JOIN customers USING (customer_id)
           WHERE unixepoch(ordered_at) < unixepoch(created_at)""",
    "nothing is sold before it comes into the catalogue or after it leaves": """
        SELECT order_id FROM order_items JOIN orders USING (order_id) JOIN products USING (product_id)
         WHERE unixepoch(ordered_at) < unixepoch(launched_on)
            OR unixepoch(ordered_at) >= unixepoch(discontinued_on)""",
    "orders are numbered in order of time": """
        SELECT 1 FROM (SELECT unixepoch(ordered_at) AS now,
                              lag(unixepoch(ordered_at)) OVER (ORDER BY order_id) AS before FROM orders)
         WHERE now < before""",
    "an order is placed, sent and delivered in that order": """
        SELECT order_id FROM orders WHERE unixepoch(shipped_at) < unixepoch(ordered_at)
            OR unixepoch(delivered_at) < coalesce(unixepoch(shipped_at), unixepoch(ordered_at))
            OR (status = 'delivered') > (delivered_at IS NOT NULL)
            OR (status = 'shipped') > (shipped_at IS NOT NULL AND delivered_at IS NULL)""",
    "the books end with October 2026": """
        SELECT 1 FROM (SELECT max(unixepoch(ordered_at)) AS last FROM orders
           UNION ALL SELECT max(unixepoch(delivered_at)) FROM orders
            UNION ALL SELECT max(paid_unix) FROM payments UNION ALL SELECT max(unixepoch(created_at)) FROM reviews
            UNION ALL SELECT max(unixepoch(back_at)) FROM rentals UNION ALL SELECT max(unixepoch(out_at)) FROM rentals
            UNION ALL SELECT max(happened_ms / 1000) FROM web_events UNION ALL SELECT max(unixepoch(tested_at))
               FROM lab_tests)
         WHERE last > unixepoch('2026-10-31 23:59:59')""",
    "shops sell only while they are open, by somebody who works there": """
        SELECT o.order_id FROM orders AS o JOIN stores AS s USING (store_id)
           JOIN employees AS e ON e.employee_id = o.seller_id
         WHERE substr(o.ordered_at, 1, 10) < s.opened_on
            OR substr(o.ordered_at, 1, 10) >= coalesce(s.closed_on, '9999')
            OR e.store_id <> s.store_id OR date(o.ordered_at, '+1 day') < e.hired_on
               OR date(o.ordered_at) > coalesce(e.left_on, '9999')""",
    "a customer's points are the euros of the delivered orders": """
        SELECT c.customer_id FROM customers AS c LEFT JOIN orders AS o ON o.customer_id = c.customer_id
           AND o.status = 'delivered'
         GROUP BY c.customer_id HAVING c.loyalty_points <> coalesce(sum(o.total_cents / 100), 0)""",
    "a customer was last seen with the last order": """
        SELECT c.customer_id FROM customers AS c LEFT JOIN orders AS o USING (customer_id)
         GROUP BY c.customer_id HAVING c.last_seen_unix IS NOT max(unixepoch(o.ordered_at))""",
    "a review comes after the delivery": """
        SELECT review_id FROM reviews AS r JOIN orders AS o USING (order_id)
         WHERE unixepoch(r.created_at) <= unixepoch(o.delivered_at) OR o.status <> 'delivered'""",
    "a unit is with one customer at a time": """
        SELECT 1 FROM (SELECT unixepoch(out_at) AS out, lag(coalesce(unixepoch(back_at), 1e18)) OVER (
            PARTITION BY unit_id ORDER BY unixepoch(out_at)) AS back FROM rentals) WHERE out <= back""",
    "only units that are for rent and in use are rented, at the rate of the product": """
        SELECT r.rental_id FROM rentals AS r JOIN rental_units AS u USING (unit_id)
           JOIN products AS p USING (product_id)
          JOIN stores AS s USING (store_id)
         WHERE NOT p.is_rentable OR r.daily_rate_cents <> p.daily_rate_cents OR substr(r.out_at, 1, 10) < u.bought_on
            OR substr(r.out_at, 1, 10) >= coalesce(u.retired_on, '9999') OR substr(r.out_at, 1, 10) < s.opened_on""",
    "who is late pays for it": """
        SELECT rental_id FROM rentals
           WHERE (late_fee_cents > 0) IS NOT (coalesce(substr(back_at, 1, 10) > due_on, 0))""",
    "every online order since August stands once in the web log": """
        SELECT o.order_id FROM orders AS o LEFT JOIN web_events AS e ON e.order_id = o.order_id
           AND e.kind = 'purchase'
          LEFT JOIN web_sessions AS s USING (session_id)
         WHERE o.store_id IS NULL AND unixepoch(o.ordered_at) >= unixepoch('2026-08-01 01:00:00')
         GROUP BY o.order_id
        HAVING count(e.event_id) <> 1 OR e.happened_ms / 1000 <> unixepoch(o.ordered_at)
           OR s.customer_id <> o.customer_id""",
    "a session begins with its first event": """
        SELECT session_id FROM web_sessions AS s JOIN web_events AS e USING (session_id)
         GROUP BY session_id HAVING s.started_ms <> min(e.happened_ms)""",
    "every session has an event": """
        SELECT session_id FROM web_sessions WHERE session_id NOT IN (SELECT session_id FROM web_events)""",
    "while the shop was down nothing happened in it": """
        SELECT event_id FROM web_events WHERE happened_ms BETWEEN unixepoch('2026-09-03 12:04') * 1000
           AND unixepoch('2026-09-03 14:50:59') * 1000""",
    "every product has exactly one preferred supplier": """
        SELECT product_id FROM products LEFT JOIN product_suppliers USING (product_id)
         GROUP BY product_id HAVING coalesce(sum(is_preferred), 0) <> 1""",
    "the tree of employees has one top": """
        SELECT 1 FROM employees WHERE manager_id IS NULL GROUP BY manager_id HAVING count(*) <> 1""",
    "check digits of article numbers are right": """
        SELECT gtin FROM products WHERE (10 - (
            WITH RECURSIVE d(n, s) AS (SELECT 1, 0
               UNION ALL SELECT n + 1, s + substr(gtin, n, 1) * CASE n % 2 WHEN 0 THEN 3 ELSE 1 END
              FROM d WHERE n <= 12) SELECT max(s) FROM d) % 10) % 10 <> gtin % 10""",
}


@pytest.mark.parametrize("sentence", INVARIANTS)
def test_it_holds_that(sentence: str, full: sqlite3.Connection) -> None:
    assert full.execute(INVARIANTS[sentence]).fetchmany(5) == []


def test_every_kind_of_value_a_person_meets_is_there(full: sqlite3.Connection) -> None:
    def one(sql: str) -> object:
        return full.execute(sql).fetchone()[0]

    assert one("SELECT min(payment_id) > 9007199254740992 FROM payments")
    assert one("SELECT min(session_id) < -9007199254740992 FROM web_sessions")
    readings = [value for (value,) in full.execute("SELECT reading FROM lab_tests WHERE product_id IS NULL")]
    assert {type(value) for value in readings} == {int, float, str, bytes, type(None)}
    assert "-0.0" in map(repr, readings)
    assert {5e-324, float("inf"), 2**63 - 1, -(2**63), "", b""} <= set(readings)
    assert one("SELECT count(*) FROM customers WHERE company IS NULL") != one(
        "SELECT count(*) FROM customers WHERE company = ''"
    )
    assert one("SELECT min(length(description)) > 2000 AND max(length(CAST(description AS BLOB))) > 4000 FROM products")
    scripts = {
        unicodedata.name(letter).split()[0]
        for (name,) in full.execute("SELECT given_name FROM customers")
        for letter in name
        if letter.isalpha()
    }
    assert {
        "LATIN",
        "GREEK",
        "CYRILLIC",
        "GEORGIAN",
        "HEBREW",
        "ARABIC",
        "DEVANAGARI",
        "HANGUL",
        "HIRAGANA",
        "CJK",
    } <= scripts
    names = [name for (name,) in full.execute("SELECT given_name FROM customers")]
    assert any(not unicodedata.is_normalized("NFC", name) for name in names), "letters with separate marks"
    assert one("SELECT count(DISTINCT typeof(weight_kg)) FROM products") == 2
    assert one("SELECT sum(note LIKE '%' || char(10) || '%') FROM orders")
    assert one("SELECT count(*) FROM payments WHERE ip_address LIKE '2001:db8:%'")


def test_people_and_hosts_are_invented_ones(full: sqlite3.Connection) -> None:
    hosts = {
        host
        for (host,) in full.execute(
            "SELECT DISTINCT substr(email, instr(email, '@') + 1) FROM customers WHERE email NOTNULL"
        )
    }
    assert all(host.endswith((".example", "example.com", "example.org", "example.net")) for host in hosts)
    addresses = [address for (address,) in full.execute("SELECT DISTINCT ip_address FROM web_sessions")]
    assert all(address.startswith(("192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:")) for address in addresses)


def test_thumbnails_are_whole_pictures(full: sqlite3.Connection) -> None:
    pictures = [picture for (picture,) in full.execute("SELECT DISTINCT thumbnail FROM products")]
    assert len(pictures) > 200
    for picture in pictures:
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        place, pixels = 8, b""
        while place < len(picture):
            size = int.from_bytes(picture[place : place + 4], "big")
            content = picture[place + 4 : place + 8 + size]
            assert zlib.crc32(content) == int.from_bytes(picture[place + 8 + size : place + 12 + size], "big")
            pixels += content[4:] if content.startswith(b"IDAT") else b""
            place += 12 + size
        assert len(zlib.decompress(pixels)) == 64 * (1 + 32)


def test_attributes_are_documents_with_a_colour(full: sqlite3.Connection) -> None:
    documents = [json.loads(text) for (text,) in full.execute("SELECT attributes FROM products")]
    assert all(document["colour"] for document in documents)
    assert any(document["recycled_share"] is None for document in documents)
    assert full.execute(
        "SELECT count(*) FROM products WHERE colour IS NOT json_extract(attributes, '$.colour')"
    ).fetchone() == (0,)


def test_every_view_answers(full: sqlite3.Connection) -> None:
    for (view,) in full.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
        assert full.execute(f"SELECT * FROM {view} LIMIT 1").fetchone(), view


def test_a_summer_sells_more_tents_and_a_winter_more_skis(full: sqlite3.Connection) -> None:
    sold = dict(
        full.execute(
            """SELECT season || iif(substr(ordered_at, 6, 2) IN ('06', '07'), ' in summer', ' in winter'),
                      sum(quantity)
                 FROM order_lines JOIN categories ON categories.name = category
                WHERE substr(ordered_at, 6, 2) IN ('06', '07', '01', '12') GROUP BY 1"""
        ).fetchall()
    )
    assert sold["summer in summer"] > 3 * sold["summer in winter"]
    assert sold["winter in winter"] > 3 * sold["winter in summer"]
