"""`lapwing metric`: SQL as metrics, from the command line to what is measured."""

import json
from pathlib import Path

from helpers.command_line import lapwing, said
from helpers.databases import make_database


def test_a_metric_is_added_tried_measured_listed_and_removed(tmp_path: Path) -> None:
    shop = make_database(
        tmp_path / "shop.db", "CREATE TABLE orders(state); INSERT INTO orders VALUES ('paid'), ('open'), ('open')"
    )
    sql = tmp_path / "orders.sql"
    sql.write_text("SELECT state, count(*) AS n FROM orders GROUP BY state", "utf-8")
    added = lapwing(
        *("metric", "add", "open_orders", "--file", sql, "--label", "state", "--value", "n"),
        *("--each-tick", "--dialect", "sqlite", "--title", "Orders"),
    )
    assert added.returncode == 0, said(added)
    tried = lapwing("metric", "test", "open_orders", "--url", shop, "--format", "json")
    assert tried.returncode == 0, said(tried)
    assert {row["series"]: float(row["value"]) for row in json.loads(tried.stdout)} == {
        "open_orders{state=open}": 2,
        "open_orders{state=paid}": 1,
    }
    sample = lapwing("monitor", "--url", shop, "--once", "--format", "ndjson")
    assert sample.returncode == 0, said(sample)
    assert json.loads(sample.stdout)["values"]["open_orders{state=open}"] == 2
    listed = json.loads(lapwing("metric", "list", "--format", "json").stdout)
    assert [(row["id"], row["title"], row["of"], row["read"]) for row in listed] == [
        ("open_orders", "Orders", "sqlite", "each tick")
    ]
    assert lapwing("metric", "remove", "open_orders").returncode == 0
    assert json.loads(lapwing("metric", "list", "--format", "json").stdout) == []
    again = lapwing("metric", "remove", "open_orders")
    assert again.returncode == 2
    assert "no metric open_orders" in said(again)


def test_what_makes_no_metric_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for arguments, words in (
        (("uptime", "--sql", "SELECT 1"), "Lapwing's own"),
        (("mine", "--sql", "DROP TABLE orders"), "certain to only read"),
        (("mine",), "either with --sql or with --file"),
        (("mine", "--sql", "SELECT 1", "--kind", "speed"), "--kind must be one of gauge, rate"),
    ):
        refused = lapwing("metric", "add", *arguments)
        assert refused.returncode == 2, refused
        assert words in said(refused)
    missing = lapwing("metric", "add", "mine", "--file", tmp_path / "none.sql")
    assert missing.returncode not in (0, 1)
    assert "No such file" in said(missing)
    shop = make_database(tmp_path / "shop.db", "CREATE TABLE orders(state)")
    assert lapwing("metric", "add", "mine", "--sql", "SELECT 'a' AS n").returncode == 0
    tried = lapwing("metric", "test", "mine", "--url", shop)
    assert tried.returncode == 1
    assert "holds no number" in said(tried)
