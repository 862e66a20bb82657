"""A shop's database for the tests of completion, and what is offered at a `|` in a text."""

from lapwing.domain.completion import CompleteAt, CompletionItem, CompletionPlace, Completions, ItemKind
from lapwing.sql.completion.complete import complete
from lapwing.sql.completion.names import Folding, NamedColumn, NamedKey, NamedRelation, NamedRoutine, NamedType, Names
from lapwing.sql.dialect import dialect_named


def _columns(described: str) -> tuple[NamedColumn, ...]:
    pairs = (column.strip().rpartition(" ") for column in described.split(","))
    return tuple(NamedColumn(name, type_name) for name, _, type_name in pairs)


def _table(schema: str, name: str, columns: str, kind: str = "table") -> NamedRelation:
    return NamedRelation(schema, name, kind, _columns(columns))


RELATIONS = (
    _table("shop", "customers", "id integer, name text, email text, city text, created_at timestamptz"),
    _table("shop", "orders", "id integer, customer_id integer, total numeric, placed_on date, status text"),
    _table("shop", "order_items", "order_id integer, product_id integer, line integer, quantity integer"),
    _table("shop", "products", "id integer, name text, price numeric, Colour text, order integer"),
    _table("shop", "shipments", "order_id integer, line integer, sent_on date"),
    _table("shop", "big_orders", "id integer, total numeric", "view"),
    _table("shop", "daily_sales", "placed_on date, total numeric", "materialized view"),
    _table("shop", "Gift Cards", "card no text, worth numeric"),
    _table("Sales Data", "regions", "code text, title text"),
    _table("archive", "orders", "id integer, archived_on date"),
    _table("pg_catalog", "pg_class", "oid oid, relname name"),
)
KEYS = (
    NamedKey("shop", "orders", ("customer_id",), "shop", "customers", ("id",)),
    NamedKey("shop", "order_items", ("order_id",), "shop", "orders", ("id",)),
    NamedKey("shop", "order_items", ("product_id",), "shop", "products", ("id",)),
    NamedKey("shop", "shipments", ("order_id", "line"), "shop", "order_items", ("order_id", "line")),
)
ROUTINES = (
    NamedRoutine("shop", "order_total", "function", ("order_id integer",), "numeric", "The sum of its items."),
    NamedRoutine("shop", "order_total", "function", ("order_id integer", "currency text"), "numeric"),
    NamedRoutine("shop", "orders_of", "function", ("customer_id integer",), "SETOF orders"),
    NamedRoutine("shop", "archive_orders", "procedure", ("before date",)),
    NamedRoutine("shop", "audit", "function", (), "trigger"),
    NamedRoutine("archive", "restore_order", "function", ("id integer",), "boolean"),
    NamedRoutine("pg_catalog", "cosh", "function", ("double precision",), "double precision", is_builtin=True),
)
TYPES = (NamedType("shop", "mood", "enum"), NamedType("archive", "reason", "enum"))


def shop(folding: Folding = "lower") -> Names:
    """The shop's names."""
    return Names(
        search_path=("shop",),
        folding=folding,
        schemas=("shop", "archive", "Sales Data", "pg_catalog"),
        relations=RELATIONS,
        routines=ROUTINES,
        types=TYPES,
        keys=KEYS,
    )


SHOP = shop()
SHOP_ANY_CASE = shop("ignore")


def completed(
    text: str,
    dialect: str = "postgresql",
    *,
    names: Names | None = None,
    is_asked: bool = True,
    recent: tuple[str, ...] = (),
    most: int = 200,
    at: int | None = None,
) -> Completions:
    """What is offered at the first `|` in `text`, or at the one that stands at a place."""
    caret = text.index("|") if at is None else at
    place = CompletionPlace(text[:caret] + text[caret + 1 :], caret, dialect)
    asked = CompleteAt(place, is_asked=is_asked, recent=recent, most=most)
    return complete(dialect_named(dialect), asked, names or (SHOP if dialect == "postgresql" else SHOP_ANY_CASE))


def items(text: str, dialect: str = "postgresql", **how: bool | tuple[str, ...] | int) -> tuple[CompletionItem, ...]:
    """The items at the `|` in `text`."""
    return completed(text, dialect, **how).items  # type: ignore[arg-type]


def inserts(text: str, dialect: str = "postgresql", kind: ItemKind | None = None, **how: bool) -> list[str]:
    """What the items at the `|` write, all or of one kind."""
    return [item.insert for item in items(text, dialect, **how) if kind in {None, item.kind}]


def written(text: str, choice: str, dialect: str = "postgresql") -> str:
    """The text with `|` where the caret is, after the item that is labelled `choice` was taken."""
    plain = text.replace("|", "", 1)
    found = completed(text, dialect)
    item = next(item for item in found.items if item.label == choice)
    caret = found.start + len(item.insert) - item.caret_back
    result = plain[: found.start] + item.insert + plain[found.end :]
    return f"{result[:caret]}|{result[caret:]}"
