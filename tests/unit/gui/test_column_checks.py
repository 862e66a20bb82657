"""What speaks against a value: only what a server would certainly refuse."""

import pytest

from lapwing.domain.catalog import CatalogColumn
from lapwing.domain.values import Cell
from lapwing.gui.results.inspector.json_text import pretty_json
from lapwing.gui.table.column_checks import doubt_about, is_missing


def kind(type_name: str, cell: Cell, dialect: str = "postgresql", labels: tuple[str, ...] = ()) -> str:
    found = doubt_about(
        CatalogColumn("c", type_name, True), cell, dialect, lambda text: pretty_json(text) is not None, labels
    )
    return "" if found is None else f"{found.kind} {found.limit}".rstrip()


@pytest.mark.parametrize(
    ("type_name", "fine", "doubted"),
    [
        (
            "smallint",
            ["1", " -32768 ", "+7", "1.4", "0x1F", "1_000"],
            {"x": "whole", "32768": "range -32768 … 32767", "": "whole"},
        ),
        ("bigint(20) unsigned", ["18446744073709551615"], {"-1": "range 0 … 18446744073709551615"}),
        ("numeric(5,2)", ["999.999", "-1", "NaN", "1e2", ".5"], {"1000": "digits 3", "1,5": "number"}),
        ("decimal(3)", ["999"], {"1000": "digits 3"}),
        ("double precision", ["1e400", "-Infinity"], {"one": "number"}),
        ("character varying(3)", ["abc", "abc  ", "č🦉x"], {"abcd": "length 3"}),
        ("text", ["anything " * 99], {}),
        ("boolean", ["t", "YES", "off", "fal"], {"2": "truth", "": "truth"}),
        ("jsonb", ["1", '{"a": [1.50]}', "null"], {"{a: 1}": "json", "": "json"}),
        ("uuid", ["A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "{a0eebc999c0b4ef8bb6d6bb9bd380a11}"], {"a0eebc99": "uuid"}),
        ("timestamp with time zone", ["whenever", "tomorrow"], {}),
        ("integer[]", ["{1,x}"], {}),
    ],
)
def test_what_a_type_takes_is_not_doubted_and_what_it_cannot_take_is(
    type_name: str, fine: list[str], doubted: dict[str, str]
) -> None:
    assert {text: kind(type_name, text) for text in fine} == dict.fromkeys(fine, "")
    assert {text: kind(type_name, text) for text in doubted} == doubted
    assert {text: kind(type_name, text, "sqlite") for text in doubted} == dict.fromkeys(doubted, "")


def test_labels_are_the_only_values_and_those_of_mysql_know_no_capitals() -> None:
    assert kind("mood", "sad", labels=("sad", "happy")) == ""
    assert kind("mood", "Sad", labels=("sad", "happy")) == "label"
    assert kind("enum('S','M')", "s", "mysql", ("S", "M")) == ""
    assert kind("tinyint(1)", "7", "mysql", ("1", "0")) == ""


def test_null_is_doubted_only_where_nothing_else_would_be_put() -> None:
    assert kind("integer", None) == ""
    found = doubt_about(CatalogColumn("c", "text", False), None, "sqlite", lambda _text: True)
    assert found is not None
    assert doubt_about(CatalogColumn("c", "INTEGER", False, key_position=1), None, "sqlite", lambda _text: True) is None
    assert is_missing(CatalogColumn("c", "text", False))
    for filled in (
        CatalogColumn("c", "text", True),
        CatalogColumn("c", "text", False, "'x'"),
        CatalogColumn("c", "int", False, generated="identity by default"),
        CatalogColumn("c", "INTEGER", False, key_position=1),
    ):
        assert not is_missing(filled)
