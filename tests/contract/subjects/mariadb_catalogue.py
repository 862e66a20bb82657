"""MariaDB's relations and what the catalogue must say of them, in a fresh database."""

from typing import Final

from contract.subjects.shape import Described
from lapwing.domain.catalog import CatalogColumn, Check, ForeignKey, Index, Relation, RelationDetails, Trigger

LATIN: Final = "DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci"


def column(name: str, type_name: str, **facts: object) -> CatalogColumn:
    return CatalogColumn(name, type_name, **{"nullable": True, **facts})  # type: ignore[arg-type]


CUSTOMERS: Final = f"""CREATE TABLE customers (
  id int unsigned AUTO_INCREMENT PRIMARY KEY, mail varchar(80) NOT NULL UNIQUE, note varchar(99) DEFAULT 'it''s',
  age smallint, seen timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  size enum('S','it''s') DEFAULT 'S', hint int INVISIBLE, twice int AS (age * 2) STORED,
  thrice int AS (age * 3) VIRTUAL, sum int DEFAULT (1 + 2),
  CONSTRAINT adult CHECK (age > 17), KEY by_age (age DESC, mail(10)), FULLTEXT KEY words (note)
) {LATIN}"""
CUSTOMERS_SHOWN: Final = f"""CREATE TABLE `customers` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `mail` varchar(80) NOT NULL,
  `note` varchar(99) DEFAULT 'it''s',
  `age` smallint(6) DEFAULT NULL,
  `seen` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `size` enum('S','it''s') DEFAULT 'S',
  `hint` int(11) INVISIBLE DEFAULT NULL,
  `twice` int(11) GENERATED ALWAYS AS (`age` * 2) STORED,
  `thrice` int(11) GENERATED ALWAYS AS (`age` * 3) VIRTUAL,
  `sum` int(11) DEFAULT (1 + 2),
  PRIMARY KEY (`id`),
  UNIQUE KEY `mail` (`mail`),
  KEY `by_age` (`age` DESC,`mail`(10)),
  FULLTEXT KEY `words` (`note`),
  CONSTRAINT `adult` CHECK (`age` > 17)
) ENGINE=InnoDB {LATIN}"""
ORDERS: Final = f"""CREATE TABLE orders (
  year int, number int, customer int unsigned, replaces_year int, replaces_number int, place point NOT NULL,
  PRIMARY KEY (year, number), SPATIAL KEY places (place),
  CONSTRAINT ordered FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE,
  CONSTRAINT replaced FOREIGN KEY (replaces_year, replaces_number) REFERENCES orders (year, number) ON UPDATE SET NULL
) {LATIN}"""
ORDERS_SHOWN: Final = f"""CREATE TABLE `orders` (
  `year` int(11) NOT NULL,
  `number` int(11) NOT NULL,
  `customer` int(10) unsigned DEFAULT NULL,
  `replaces_year` int(11) DEFAULT NULL,
  `replaces_number` int(11) DEFAULT NULL,
  `place` point NOT NULL,
  PRIMARY KEY (`year`,`number`),
  SPATIAL KEY `places` (`place`),
  KEY `ordered` (`customer`),
  KEY `replaced` (`replaces_year`,`replaces_number`),
  CONSTRAINT `ordered` FOREIGN KEY (`customer`) REFERENCES `customers` (`id`) ON DELETE CASCADE,
  CONSTRAINT `replaced` FOREIGN KEY (`replaces_year`, `replaces_number`) REFERENCES `orders` (`year`, `number`) \
ON UPDATE SET NULL
) ENGINE=InnoDB {LATIN}"""
NO_CHEATING: Final = "CREATE TRIGGER no_cheating BEFORE UPDATE ON orders FOR EACH ROW SET NEW.customer = OLD.customer"
COUNTING: Final = "CREATE TRIGGER counting AFTER INSERT ON orders FOR EACH ROW BEGIN SET @orders = @orders + 1; END"
OVERVIEW: Final = "CREATE SQL SECURITY INVOKER VIEW overview AS SELECT year, concat('a', number) AS `both` FROM orders"
PARTED: Final = f"""CREATE TABLE parted (a int PRIMARY KEY) ENGINE=Aria {LATIN}
  PARTITION BY RANGE (a) (PARTITION low VALUES LESS THAN (10), PARTITION high VALUES LESS THAN MAXVALUE)"""
PARTED_SHOWN: Final = f"""CREATE TABLE `parted` (
  `a` int(11) NOT NULL,
  PRIMARY KEY (`a`)
) ENGINE=Aria {LATIN}
 PARTITION BY RANGE (`a`)
(PARTITION `low` VALUES LESS THAN (10) ENGINE = Aria,
 PARTITION `high` VALUES LESS THAN MAXVALUE ENGINE = Aria)"""
KEPT_PAST: Final = f"CREATE TABLE kept_past (a int) {LATIN} WITH SYSTEM VERSIONING"
COUNTER: Final = "CREATE SEQUENCE counter"
ODD: Final = f"CREATE TABLE `odd.``table%s` (`a b` int, `%` varchar(3) DEFAULT '%', KEY `c.d` (`a b`)) {LATIN}"


def described(schema: str, definer: str) -> tuple[Described, ...]:
    """In this database, made by this account, written as `` `user`@`host` ``."""
    return (_customers(schema), _orders(schema), _overview(schema, definer), *_others(schema))


def _index(schema: str, table: str, name: str, columns: dict[str, str], kind: str = "") -> Index:
    """An index that is no primary key; its columns as people read them, and as SQL."""
    sql = f"CREATE {kind}INDEX `{name}` ON `{schema}`.`{table}` ({', '.join(columns.values())})"
    origin = "unique constraint" if kind == "UNIQUE " else "created"
    return Index(name, tuple(columns), kind == "UNIQUE ", partial=False, origin=origin, sql=sql)


def _primary(*columns: str) -> Index:
    return Index("PRIMARY", columns, unique=True, partial=False, origin="primary key")


def _customers(schema: str) -> Described:
    on_update = "current_timestamp() on update current_timestamp()"
    return Described(
        "customers",
        (CUSTOMERS,),
        RelationDetails(
            Relation(schema, "customers", "table", 0, "InnoDB"),
            (
                column("id", "int(10) unsigned", nullable=False, key_position=1, generated="identity by default"),
                column("mail", "varchar(80)", nullable=False),
                column("note", "varchar(99)", default="'it''s'"),
                column("age", "smallint(6)"),
                column("seen", "timestamp", nullable=False, default=on_update),
                column("size", "enum('S','it''s')", default="'S'"),
                column("hint", "int(11)", generated="hidden"),
                column("twice", "int(11)", generated="stored", expression="`age` * 2"),
                column("thrice", "int(11)", generated="virtual", expression="`age` * 3"),
                column("sum", "int(11)", default="(1 + 2)"),
            ),
            ("id",),
            (),
            (
                _primary("id"),
                _index(schema, "customers", "by_age", {"age DESC": "`age` DESC", "mail(10)": "`mail`(10)"}),
                _index(schema, "customers", "mail", {"mail": "`mail`"}, "UNIQUE "),
                _index(schema, "customers", "words", {"note": "`note`"}, "FULLTEXT "),
            ),
            (),
            CUSTOMERS_SHOWN,
            checks=(Check("adult", ("age",), "`age` > 17"),),
        ),
    )


def _orders(schema: str) -> Described:
    replaced = {"replaces_year": "`replaces_year`", "replaces_number": "`replaces_number`"}
    named = f"CREATE TRIGGER `{schema}`"
    row = f"ON `{schema}`.`orders` FOR EACH ROW"
    return Described(
        "orders",
        (CUSTOMERS, ORDERS, NO_CHEATING, COUNTING),
        RelationDetails(
            Relation(schema, "orders", "table", 0, "InnoDB"),
            (
                column("year", "int(11)", nullable=False, key_position=1),
                column("number", "int(11)", nullable=False, key_position=2),
                column("customer", "int(10) unsigned", references="customers.id"),
                column("replaces_year", "int(11)", references="orders.year"),
                column("replaces_number", "int(11)", references="orders.number"),
                column("place", "point", nullable=False),
            ),
            ("year", "number"),
            (
                ForeignKey("ordered", ("customer",), "customers", ("id",), "RESTRICT", "CASCADE"),
                ForeignKey("replaced", tuple(replaced), "orders", ("year", "number"), "SET NULL", "RESTRICT"),
            ),
            (
                _primary("year", "number"),
                _index(schema, "orders", "ordered", {"customer": "`customer`"}),
                _index(schema, "orders", "places", {"place": "`place`"}, "SPATIAL "),
                _index(schema, "orders", "replaced", replaced),
            ),
            (
                Trigger("no_cheating", f"{named}.`no_cheating` BEFORE UPDATE {row} SET NEW.customer = OLD.customer"),
                Trigger("counting", f"{named}.`counting` AFTER INSERT {row} BEGIN SET @orders = @orders + 1; END"),
            ),
            ORDERS_SHOWN,
        ),
    )


def _overview(schema: str, definer: str) -> Described:
    sql = (
        f"CREATE ALGORITHM=UNDEFINED DEFINER={definer} SQL SECURITY INVOKER VIEW `overview` AS "
        "select `orders`.`year` AS `year`,concat('a',`orders`.`number`) AS `both` from `orders`"
    )
    return Described(
        "overview",
        (CUSTOMERS, ORDERS, OVERVIEW),
        RelationDetails(
            Relation(schema, "overview", "view"),
            (column("year", "int(11)", nullable=False), column("both", "varchar(12)")),
            sql=sql,
        ),
    )


def _others(schema: str) -> tuple[Described, ...]:
    odd = "odd.`table%s"
    return (
        Described(
            "parted",
            (PARTED,),
            RelationDetails(
                Relation(schema, "parted", "table", 0, "Aria"),
                (column("a", "int(11)", nullable=False, key_position=1),),
                ("a",),
                indexes=(_primary("a"),),
                sql=PARTED_SHOWN,
            ),
        ),
        Described(
            "kept_past",
            (KEPT_PAST,),
            RelationDetails(
                Relation(schema, "kept_past", "table", 0, "InnoDB, system-versioned"),
                (column("a", "int(11)"),),
                sql=f"CREATE TABLE `kept_past` (\n  `a` int(11) DEFAULT NULL\n) ENGINE=InnoDB {LATIN} "
                "WITH SYSTEM VERSIONING",
            ),
        ),
        Described(
            odd,
            (ODD, COUNTER),
            RelationDetails(
                Relation(schema, odd, "table", 0, "InnoDB"),
                (column("a b", "int(11)"), column("%", "varchar(3)", default="'%'")),
                indexes=(_index(schema, "odd.``table%s", "c.d", {"a b": "`a b`"}),),
                sql="CREATE TABLE `odd.``table%s` (\n  `a b` int(11) DEFAULT NULL,\n  `%` varchar(3) DEFAULT '%',\n"
                f"  KEY `c.d` (`a b`)\n) ENGINE=InnoDB {LATIN}",
            ),
        ),
    )
