"""A small database and statements with a `|` where the caret is, for tests of places."""

from lapwing.sql.completion.facts import PlaceFacts
from lapwing.sql.completion.names import NamedColumn, NamedRelation, NamedRoutine, Names
from lapwing.sql.completion.place import place_at
from lapwing.sql.dialect import dialect_named


def relation(schema: str, name: str, *columns: str) -> NamedRelation:
    """A table whose columns are given as `name:type`."""
    return NamedRelation(schema, name, columns=tuple(NamedColumn(*column.split(":")) for column in columns))


ORDERS = relation("shop", "orders", "id:integer", "customer_id:integer", "total:numeric")
RELATIONS = (
    ORDERS,
    relation("shop", "items", "order_id:integer", "price:numeric"),
    relation("shop", "customers", "customer_id:integer", "name:text", "Weird Col:text"),
    relation("audit", "log", "id:bigint", "what:text"),
    relation("shop", "Odd Table", "a:int"),
)
ROUTINES = (
    NamedRoutine("shop", "top_orders", arguments=("n integer",), result="TABLE(id integer, rank bigint)"),
    NamedRoutine("shop", "all_orders", result="SETOF shop.orders"),
    NamedRoutine("shop", "split", arguments=("what text", "OUT first text", "OUT rest text"), result="record"),
    NamedRoutine("shop", "plus_one", arguments=("n integer",), result="integer"),
)
SHOP = Names(search_path=("shop",), folding="lower", schemas=("audit", "shop"), relations=RELATIONS, routines=ROUTINES)
PLAIN = Names(search_path=("shop",), folding="ignore", relations=RELATIONS)


def cut(marked: str) -> tuple[str, int]:
    """A statement without its `|`, and where that was."""
    caret = marked.index("|")
    return marked[:caret] + marked[caret + 1 :], caret


def place(marked: str, dialect: str = "postgresql") -> PlaceFacts:
    """What is known of the place of the `|`."""
    text, caret = cut(marked)
    return place_at(dialect_named(dialect), text, caret, SHOP if dialect == "postgresql" else PLAIN)


def told(marked: str, dialect: str = "postgresql") -> dict[str, list[str] | None]:
    """The columns of the sources at the `|`, by what qualifies them; None where they are not known."""
    sources = place(marked, dialect).sources
    return {
        source.name: None if source.columns is None else [column.name for column in source.columns]
        for source in sources
    }
