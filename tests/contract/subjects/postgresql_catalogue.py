"""PostgreSQL's relations and what the catalogue must say of them, in the schema `public` of a fresh database."""

from typing import Final

from contract.subjects.shape import Described
from lapwing.domain.catalog import (
    CatalogColumn,
    Check,
    ForeignKey,
    Index,
    Relation,
    RelationDetails,
    RelationName,
    Trigger,
)

FIRST_WITH_SHORT_NAMES: Final = 160_000  # columns of views are named without their table where only one is read
FIRST_WITH_VIRTUAL_COLUMNS: Final = 180_000


def column(name: str, type_name: str, **facts: object) -> CatalogColumn:
    return CatalogColumn(name, type_name, **{"nullable": True, **facts})  # type: ignore[arg-type]


def index(name: str, *columns: str, unique: bool = False, partial: bool = False, origin: str, sql: str = "") -> Index:
    return Index(name, columns, unique, partial, origin, sql)


CUSTOMERS: Final = """CREATE TABLE customers(
  id int GENERATED ALWAYS AS IDENTITY (START 100 INCREMENT 5) PRIMARY KEY, mail text NOT NULL UNIQUE,
  note text DEFAULT 'it''s', age smallint CONSTRAINT adult CHECK (age > 17), "Odd name" varchar(30) COLLATE "C"
)"""
BY_AGE: Final = "CREATE INDEX by_age ON public.customers USING btree (age DESC, lower(mail)) WHERE (age > 17)"
NULLS: Final = "CREATE INDEX nulls ON public.customers USING btree (age DESC NULLS LAST, id NULLS FIRST) INCLUDE (note)"
ORDERS: Final = """CREATE TABLE orders(
  year int, number int, customer int REFERENCES customers ON DELETE CASCADE, replaces_year int, replaces_number int,
  pence int NOT NULL, pounds numeric(12,2) GENERATED ALWAYS AS (pence / 100.0) STORED, counted serial, room int4range,
  PRIMARY KEY (year, number), EXCLUDE USING gist (room WITH &&),
  FOREIGN KEY (replaces_year, replaces_number) REFERENCES orders ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED
) WITH (fillfactor=70)"""
CHECKING: Final = "CREATE FUNCTION checking() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$"
NO_CHEATING: Final = (
    "CREATE TRIGGER no_cheating BEFORE UPDATE OF pence ON public.orders FOR EACH ROW "
    "WHEN ((new.pence IS DISTINCT FROM old.pence)) EXECUTE FUNCTION checking()"
)
OVERVIEW: Final = "CREATE VIEW overview WITH (security_barrier) AS SELECT year, pounds, 'a' || 'b' AS both FROM orders"
INSTEAD: Final = (
    "CREATE TRIGGER into_overview INSTEAD OF INSERT ON public.overview FOR EACH ROW EXECUTE FUNCTION checking()"
)
FROZEN: Final = """CREATE MATERIALIZED VIEW frozen AS
  SELECT year, count(*) AS orders FROM orders GROUP BY year WITH NO DATA"""
BY_YEAR: Final = "CREATE UNIQUE INDEX by_year ON public.frozen USING btree (year)"
EVENTS: Final = "CREATE TABLE events(day date NOT NULL, kind text NOT NULL DEFAULT 'x', n int) PARTITION BY RANGE (day)"
BY_KIND: Final = "CREATE INDEX by_kind ON public.events USING btree (kind)"
EVENTS_2024: Final = """CREATE TABLE events_2024 PARTITION OF events (n DEFAULT 7, CONSTRAINT positive CHECK (n > 0))
  FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (kind)"""
EVENTS_A: Final = "CREATE TABLE events_2024_a PARTITION OF events_2024 FOR VALUES IN ('a', 'it''s')"
EVENTS_REST: Final = "CREATE TABLE events_rest PARTITION OF events DEFAULT"
PARENTS: Final = RelationName("public", "parent")
PARENT: Final = "CREATE TABLE parent(a int DEFAULT 1, b text)"
CHILD: Final = "CREATE UNLOGGED TABLE child(a int DEFAULT 2 NOT NULL, c int) INHERITS (parent)"
PAIR: Final = "CREATE TYPE pair AS (a int, b text)"
TYPED: Final = "CREATE TABLE typed OF pair (PRIMARY KEY (a), b DEFAULT 'q')"
FAR_AWAY: Final = (
    "CREATE FOREIGN DATA WRAPPER far",
    'CREATE SERVER "Far away" FOREIGN DATA WRAPPER far',
    """CREATE FOREIGN TABLE distant(a int OPTIONS (x 'y''z') NOT NULL, b text)
  SERVER "Far away" OPTIONS (called 'T"')""",
)
NOTHING: Final = "CREATE TABLE nothing()"
ODD_SCHEMA: Final = ('CREATE SCHEMA "odd.one"', 'CREATE TABLE "odd.one"."a.b"("c.d" int PRIMARY KEY)')
REFERRING: Final = '''CREATE TABLE "refers ""there"""(
  "a b" int REFERENCES "odd.one"."a.b", "%s" int[] DEFAULT '{1,2}')'''
REQUIRED: Final = "CREATE DOMAIN required AS text COLLATE \"C\" NOT NULL CHECK (value <> '')"
TYPES: Final = """CREATE TABLE types(
  a required, b int[], c timestamp(3) with time zone, d pair, e "char", f bit varying(4),
  g interval day to second(2), h numeric(1000,0), i varchar, j char(3)[], k time(0)
)"""
VIRTUAL: Final = """CREATE TABLE lazily(
  a int CONSTRAINT needed NOT NULL NO INHERIT, b int GENERATED ALWAYS AS (a + 1) VIRTUAL, c int NOT NULL)"""


def described(version: int) -> tuple[Described, ...]:
    """For a server of this version, such as 150018."""
    first = "" if version >= FIRST_WITH_SHORT_NAMES else "orders."
    return (
        _customers(),
        _orders(),
        *_views(first),
        *_partitions(),
        *_others(),
        *((_lazily(),) if version >= FIRST_WITH_VIRTUAL_COLUMNS else ()),
    )


def _customers() -> Described:
    return Described(
        "customers",
        (CUSTOMERS, BY_AGE, NULLS),
        RelationDetails(
            Relation("public", "customers", "table"),
            (
                column("id", "integer", nullable=False, key_position=1, generated="identity always"),
                column("mail", "text", nullable=False),
                column("note", "text", default="'it''s'::text"),
                column("age", "smallint"),
                column("Odd name", "character varying(30)"),
            ),
            ("id",),
            (),
            (
                index("by_age", "age DESC", "<expression>", partial=True, origin="created", sql=BY_AGE),
                index("customers_mail_key", "mail", unique=True, origin="unique constraint"),
                index("customers_pkey", "id", unique=True, origin="primary key"),
                index("nulls", "age DESC NULLS LAST", "id NULLS FIRST", origin="created", sql=NULLS),
            ),
            (),
            """CREATE TABLE public.customers (
    id integer GENERATED ALWAYS AS IDENTITY (INCREMENT BY 5 START WITH 100) NOT NULL,
    mail text NOT NULL,
    note text DEFAULT 'it''s'::text,
    age smallint,
    "Odd name" character varying(30) COLLATE "C",
    CONSTRAINT customers_pkey PRIMARY KEY (id),
    CONSTRAINT customers_mail_key UNIQUE (mail),
    CONSTRAINT adult CHECK ((age > 17))
)""",
            checks=(Check("adult", ("age",), "age > 17"),),
        ),
    )


def _orders() -> Described:
    again = "orders_replaces_year_replaces_number_fkey"
    return Described(
        "orders",
        (CUSTOMERS, ORDERS, CHECKING, NO_CHEATING),
        RelationDetails(
            Relation("public", "orders", "table"),
            (
                column("year", "integer", nullable=False, key_position=1),
                column("number", "integer", nullable=False, key_position=2),
                column("customer", "integer", references="customers.id"),
                column("replaces_year", "integer", references="orders.year"),
                column("replaces_number", "integer", references="orders.number"),
                column("pence", "integer", nullable=False),
                column("pounds", "numeric(12,2)", generated="stored", expression="(pence)::numeric / 100.0"),
                column("counted", "integer", nullable=False, default="nextval('orders_counted_seq'::regclass)"),
                column("room", "int4range"),
            ),
            ("year", "number"),
            (
                ForeignKey("orders_customer_fkey", ("customer",), "customers", ("id",), "NO ACTION", "CASCADE"),
                ForeignKey(
                    again, ("replaces_year", "replaces_number"), "orders", ("year", "number"), "SET NULL", "NO ACTION"
                ),
            ),
            (
                index("orders_pkey", "year", "number", unique=True, origin="primary key"),
                index("orders_room_excl", "room", origin="exclusion constraint"),
            ),
            (Trigger("no_cheating", NO_CHEATING),),
            f"""CREATE TABLE public.orders (
    year integer NOT NULL,
    number integer NOT NULL,
    customer integer,
    replaces_year integer,
    replaces_number integer,
    pence integer NOT NULL,
    pounds numeric(12,2) GENERATED ALWAYS AS (((pence)::numeric / 100.0)) STORED,
    counted serial,
    room int4range,
    CONSTRAINT orders_pkey PRIMARY KEY (year, number),
    CONSTRAINT orders_room_excl EXCLUDE USING gist (room WITH &&),
    CONSTRAINT orders_customer_fkey FOREIGN KEY (customer) REFERENCES customers(id) ON DELETE CASCADE,
    CONSTRAINT {again} FOREIGN KEY (replaces_year, replaces_number) REFERENCES orders(year, number) \
ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED
)
WITH (fillfactor=70)""",
        ),
    )


def _views(table: str) -> tuple[Described, Described]:
    overview = f"""CREATE VIEW public.overview WITH (security_barrier=true) AS
 SELECT {table}year,
    {table}pounds,
    'a'::text || 'b'::text AS "both"
   FROM orders"""
    frozen = f"""CREATE MATERIALIZED VIEW public.frozen AS
 SELECT {table}year,
    count(*) AS orders
   FROM orders
  GROUP BY {table}year
 WITH NO DATA"""
    return (
        Described(
            "overview",
            (CUSTOMERS, ORDERS, CHECKING, OVERVIEW, INSTEAD),
            RelationDetails(
                Relation("public", "overview", "view"),
                (column("year", "integer"), column("pounds", "numeric(12,2)"), column("both", "text")),
                triggers=(Trigger("into_overview", INSTEAD),),
                sql=overview,
            ),
        ),
        Described(
            "frozen",
            (CUSTOMERS, ORDERS, FROZEN, BY_YEAR),
            RelationDetails(
                Relation("public", "frozen", "materialized view"),
                (column("year", "integer"), column("orders", "bigint")),
                indexes=(index("by_year", "year", unique=True, origin="created", sql=BY_YEAR),),
                sql=frozen,
            ),
        ),
    )


def _partitions() -> tuple[Described, ...]:
    made = (EVENTS, BY_KIND, EVENTS_2024, EVENTS_A, EVENTS_REST)
    key = (column("day", "date", nullable=False), column("kind", "text", nullable=False, default="'x'::text"))

    def inherited(table: str) -> Index:
        sql = f"CREATE INDEX {table}_kind_idx ON public.{table} USING btree (kind)"
        return index(f"{table}_kind_idx", "kind", origin="parent's index", sql=sql)

    def partition(name: str, detail: str, default: str | None, sql: str, *checks: Check) -> Described:
        above = detail.removeprefix("partition of ").partition(",")[0]
        relation = Relation("public", name, "partition", detail=detail, parents=(RelationName("public", above),))
        columns = (*key, column("n", "integer", default=default))
        return Described(
            name, made, RelationDetails(relation, columns, indexes=(inherited(name),), sql=sql, checks=checks)
        )

    return (
        Described(
            "events",
            made,
            RelationDetails(
                Relation("public", "events", "table", detail="partitioned by range"),
                (*key, column("n", "integer")),
                indexes=(index("by_kind", "kind", origin="created", sql=BY_KIND),),
                sql="""CREATE TABLE public.events (
    day date NOT NULL,
    kind text DEFAULT 'x'::text NOT NULL,
    n integer
)
PARTITION BY RANGE (day)""",
            ),
        ),
        partition(
            "events_2024",
            "partition of events, partitioned by list",
            "7",
            """CREATE TABLE public.events_2024 PARTITION OF public.events (
    n WITH OPTIONS DEFAULT 7,
    CONSTRAINT positive CHECK ((n > 0))
)
FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
PARTITION BY LIST (kind)""",
            Check("positive", ("n",), "n > 0"),
        ),
        partition(
            "events_2024_a",
            "partition of events_2024",
            "7",
            "CREATE TABLE public.events_2024_a PARTITION OF public.events_2024\nFOR VALUES IN ('a', 'it''s')",
            Check("positive", ("n",), "n > 0"),
        ),
        partition(
            "events_rest",
            "partition of events",
            None,
            "CREATE TABLE public.events_rest PARTITION OF public.events\nDEFAULT",
        ),
    )


def _others() -> tuple[Described, ...]:
    there = ForeignKey('refers "there"_a b_fkey', ("a b",), "odd.one.a.b", ("c.d",), "NO ACTION", "NO ACTION")
    return (
        Described(
            "child",
            (PARENT, CHILD),
            RelationDetails(
                Relation("public", "child", "table", None, "unlogged, inherits from parent", parents=(PARENTS,)),
                (
                    column("a", "integer", nullable=False, default="2"),
                    column("b", "text"),
                    column("c", "integer"),
                ),
                sql="""CREATE UNLOGGED TABLE public.child (
    a integer DEFAULT 2 NOT NULL,
    c integer
)
INHERITS (public.parent)""",
            ),
        ),
        Described(
            "typed",
            (PAIR, TYPED),
            RelationDetails(
                Relation("public", "typed", "table"),
                (
                    column("a", "integer", nullable=False, key_position=1),
                    column("b", "text", default="'q'::text"),
                ),
                ("a",),
                (),
                (index("typed_pkey", "a", unique=True, origin="primary key"),),
                sql="""CREATE TABLE public.typed OF pair (
    a WITH OPTIONS NOT NULL,
    b WITH OPTIONS DEFAULT 'q'::text,
    CONSTRAINT typed_pkey PRIMARY KEY (a)
)""",
            ),
        ),
        Described(
            'refers "there"',
            (*ODD_SCHEMA, REFERRING),
            RelationDetails(
                Relation("public", 'refers "there"', "table"),
                (
                    column("a b", "integer", references="odd.one.a.b.c.d"),
                    column("%s", "integer[]", default="'{1,2}'::integer[]"),
                ),
                (),
                (there,),
                sql='''CREATE TABLE public."refers ""there""" (
    "a b" integer,
    "%s" integer[] DEFAULT '{1,2}'::integer[],
    CONSTRAINT "refers ""there""_a b_fkey" FOREIGN KEY ("a b") REFERENCES "odd.one"."a.b"("c.d")
)''',
            ),
        ),
        Described(
            "types",
            (PAIR, REQUIRED, TYPES),
            RelationDetails(
                Relation("public", "types", "table"),
                (
                    column("a", "required", nullable=False),
                    column("b", "integer[]"),
                    column("c", "timestamp(3) with time zone"),
                    column("d", "pair"),
                    column("e", '"char"'),
                    column("f", "bit varying(4)"),
                    column("g", "interval day to second(2)"),
                    column("h", "numeric(1000,0)"),
                    column("i", "character varying"),
                    column("j", "character(3)[]"),
                    column("k", "time(0) without time zone"),
                ),
                sql="""CREATE TABLE public.types (
    a required,
    b integer[],
    c timestamp(3) with time zone,
    d pair,
    e "char",
    f bit varying(4),
    g interval day to second(2),
    h numeric(1000,0),
    i character varying,
    j character(3)[],
    k time(0) without time zone
)""",
            ),
        ),
        Described(
            "nothing",
            (NOTHING,),
            RelationDetails(Relation("public", "nothing", "table"), sql="CREATE TABLE public.nothing ()"),
        ),
    )


def distant() -> Described:
    """A foreign table, which only a superuser can prepare."""
    return Described(
        "distant",
        FAR_AWAY,
        RelationDetails(
            Relation("public", "distant", "foreign table", detail="server Far away"),
            (column("a", "integer", nullable=False), column("b", "text")),
            sql="""CREATE FOREIGN TABLE public.distant (
    a integer OPTIONS (x 'y''z') NOT NULL,
    b text
)
SERVER "Far away"
OPTIONS (called 'T"')""",
        ),
    )


def _lazily() -> Described:
    return Described(
        "lazily",
        (VIRTUAL,),
        RelationDetails(
            Relation("public", "lazily", "table"),
            (
                column("a", "integer", nullable=False),
                column("b", "integer", generated="virtual", expression="a + 1"),
                column("c", "integer", nullable=False),
            ),
            sql="""CREATE TABLE public.lazily (
    a integer,
    b integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL,
    c integer NOT NULL,
    CONSTRAINT needed NOT NULL a NO INHERIT
)""",
        ),
    )
