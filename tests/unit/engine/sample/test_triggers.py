"""What the sample database does by itself when somebody changes it."""

import json
import sqlite3

import pytest


def _one(connection: sqlite3.Connection, sql: str, *values: object) -> tuple[object, ...]:
    row = connection.execute(sql, values).fetchone()
    assert isinstance(row, tuple)
    return row


ONLINE_LINE = """SELECT i.order_id, i.line_no, i.product_id, i.quantity, i.line_total_cents FROM order_items AS i
    JOIN orders AS o USING (order_id) WHERE o.store_id IS NULL ORDER BY 1, 2 LIMIT 1"""


def _stock(connection: sqlite3.Connection, product: object) -> int:
    (on_hand,) = _one(connection, "SELECT on_hand FROM stock WHERE store_id = 1 AND product_id = ?", product)
    assert isinstance(on_hand, int)
    return on_hand


def test_a_new_line_takes_goods_from_the_shelf_and_raises_the_total(changeable: sqlite3.Connection) -> None:
    order, product = _one(
        changeable,
        """SELECT o.order_id, s.product_id FROM orders AS o, stock AS s
            WHERE o.store_id IS NULL AND s.store_id = 1 AND s.on_hand > 2
           AND s.product_id NOT IN (SELECT product_id FROM order_items WHERE order_id = o.order_id) LIMIT 1""",
    )
    before, (total,) = (
        _stock(changeable, product),
        _one(changeable, "SELECT total_cents FROM orders WHERE order_id = ?", order),
    )
    changeable.execute(
        "INSERT INTO order_items (order_id, line_no, product_id, quantity, unit_price_cents, discount_percent) "
        "VALUES (?, 99, ?, 2, 1005, 10)",
        (order, product),
    )
    assert _stock(changeable, product) == before - 2
    assert isinstance(total, int)
    assert _one(changeable, "SELECT total_cents FROM orders WHERE order_id = ?", order) == (total + 1809,)


def test_a_changed_and_a_deleted_line_put_everything_back(changeable: sqlite3.Connection) -> None:
    order, line, product, quantity, cents = _one(changeable, ONLINE_LINE)
    changeable.execute("UPDATE stock SET on_hand = 50")
    before, (subtotal,) = (
        _stock(changeable, product),
        _one(changeable, "SELECT subtotal_cents FROM orders WHERE order_id = ?", order),
    )
    changeable.execute(
        "UPDATE order_items SET quantity = quantity + 3 WHERE order_id = ? AND line_no = ?", (order, line)
    )
    assert _stock(changeable, product) == before - 3
    changeable.execute("DELETE FROM order_items WHERE order_id = ? AND line_no = ?", (order, line))
    assert isinstance(quantity, int)
    assert isinstance(subtotal, int)
    assert isinstance(cents, int)
    assert _stock(changeable, product) == before + quantity
    assert _one(changeable, "SELECT subtotal_cents FROM orders WHERE order_id = ?", order) == (subtotal - cents,)


def test_deleting_an_order_returns_its_goods(changeable: sqlite3.Connection) -> None:
    order, _, product, quantity, _ = _one(changeable, ONLINE_LINE)
    before = _stock(changeable, product)
    for statement in (
        "UPDATE web_events SET order_id = NULL WHERE order_id = ?",
        "DELETE FROM payments WHERE order_id = ?",
        "DELETE FROM orders WHERE order_id = ?",
    ):
        changeable.execute(statement, (order,))
    assert isinstance(quantity, int)
    assert _stock(changeable, product) == before + quantity
    assert _one(changeable, "SELECT count(*) FROM order_items WHERE order_id = ?", order) == (0,)


def test_more_than_there_is_cannot_be_sold(changeable: sqlite3.Connection) -> None:
    order, line, *_ = _one(changeable, ONLINE_LINE)
    with pytest.raises(sqlite3.IntegrityError, match="on_hand >= 0"):
        changeable.execute("UPDATE order_items SET quantity = 100000 WHERE order_id = ? AND line_no = ?", (order, line))


def test_a_price_changed_through_the_view_is_written_into_the_audit_log(changeable: sqlite3.Connection) -> None:
    product, old = _one(changeable, "SELECT product_id, price FROM price_list LIMIT 1")
    changeable.execute("UPDATE price_list SET price = 1234.5 WHERE product_id = ?", (product,))
    assert _one(changeable, "SELECT list_price, list_price_cents FROM products WHERE product_id = ?", product) == (
        "1234.50",
        123450,
    )
    key, action, before, after = _one(
        changeable, "SELECT row_key, action, before, after FROM audit_log ORDER BY audit_id DESC LIMIT 1"
    )
    assert (key, action) == (str(product), "update")
    assert (json.loads(str(before)), json.loads(str(after))) == ({"list_price": old}, {"list_price": "1234.50"})


def test_a_changed_and_a_deleted_customer_leave_a_trace(changeable: sqlite3.Connection) -> None:
    changeable.execute(
        "INSERT INTO customers (customer_id, public_id, country_code, given_name, family_name, family_first, "
        "created_at) VALUES (999999, randomblob(16), 'JP', '葵', '佐藤', 1, '2026-10-31T12:00:00+09:00')"
    )
    changeable.execute("UPDATE customers SET email = 'aoi@example.com' WHERE customer_id = 999999")
    changeable.execute("DELETE FROM customers WHERE customer_id = 999999")
    traces = changeable.execute(
        "SELECT action, before, after FROM audit_log WHERE row_key = '999999' ORDER BY audit_id"
    ).fetchall()
    assert [action for action, _, _ in traces] == ["update", "delete"]
    assert json.loads(traces[0][2]) == {"name": "佐藤 葵", "email": "aoi@example.com", "phone": None, "address": None}


def test_the_audit_log_only_grows(changeable: sqlite3.Connection) -> None:
    for statement in ("DELETE FROM audit_log", "UPDATE audit_log SET actor = 'nobody'"):
        with pytest.raises(sqlite3.IntegrityError, match=r"The audit log only grows\."):
            changeable.execute(statement)


def test_a_unit_that_is_out_cannot_be_rented_again(changeable: sqlite3.Connection) -> None:
    (unit,) = _one(
        changeable,
        "SELECT unit_id FROM rental_units WHERE unit_id NOT IN (SELECT unit_id FROM rentals WHERE back_at IS NULL)",
    )
    rent = (
        "INSERT INTO rentals (unit_id, customer_id, out_at, due_on, days, daily_rate_cents, deposit) "
        "VALUES (?, 1, '2026-10-31T12:00:00+01:00', '2026-11-02', 2, 500, '20.00')"
    )
    changeable.execute(rent, (unit,))
    with pytest.raises(sqlite3.IntegrityError, match="still out"):
        changeable.execute(rent, (unit,))
    changeable.execute(
        "UPDATE rentals SET back_at = '2026-11-01T12:00:00+01:00' WHERE unit_id = ? AND back_at IS NULL", (unit,)
    )
    changeable.execute(rent, (unit,))
