"""What MariaDB (10.5 and later) and MySQL (8 and later) hold. The queries lie in `sql/`, one file each.

MariaDB's information_schema opens the tables it is asked about, as SHOW CREATE does everywhere, and waits for whoever
holds an exclusive metadata lock on one (ALTER TABLE, CREATE TABLE ... SELECT). Nothing here waits: with a
`lock_wait_timeout` of zero, what is locked comes without its facts (mariadb.com/kb/en/set-statement).
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from lapwing.domain.catalog import (
    CatalogColumn,
    CatalogObject,
    Check,
    ForeignKey,
    Index,
    ObjectKind,
    ObjectProperties,
    ObjectScope,
    ObjectStatement,
    Relation,
    RelationDetails,
    Schema,
    Trigger,
)
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.mysql.forms import WRITING
from lapwing.drivers.mysql.names import read_names
from lapwing.drivers.mysql.objects import ACCOUNTS, QUERIES, read_accounts, read_kinds, read_objects
from lapwing.drivers.mysql.properties import PropertyReader
from lapwing.drivers.mysql.queries import TextRow, number_of, text_of
from lapwing.drivers.mysql.table import MysqlTable, open_table
from lapwing.drivers.relation_objects import RELATION_KINDS, RelationObjects, as_object
from lapwing.drivers.writing import Writing
from lapwing.sql.checks import columns_named, unwrapped
from lapwing.sql.completion.names import Names
from lapwing.sql.dialect import dialect_named

Ask = Callable[[str, Sequence[str | None]], list[TextRow]]
"""Runs one statement and gives all rows as text or None. Each `%s` is a parameter; where there are none, the text is
sent as it is, percent signs too.
"""

MOST_ESTIMATES: Final = 1_000
"""In a MariaDB database with more tables, only `describe` says how many rows one has."""
_SYSTEM: Final = {"information_schema", "mysql", "performance_schema", "sys"}
_LOCKED: Final = "1205"
_DENIED: Final = {"1044", "1142", "1143", "1227", "1370"}
"""For a database, a table, a column, a privilege, a routine."""
_NO_NAME: Final = {"1059", "1102", "1103"}
"""Too long, not a database's, not a table's."""
_LOCKED_NOTE: Final = "Only what is shown can be read now: another session holds a metadata lock on it."
_DENIED_NOTE: Final = "This account may not see the statement that makes it."
_BARE: Final = ("CURRENT_TIMESTAMP", "NULL", "b'", "0x")
_NUMBERS: Final = ("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year")


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


class MysqlCatalog(RelationObjects):
    """Reads through one session."""

    def __init__(self, ask: Ask, version: str) -> None:
        """Read by `ask`, which raises what running a statement raises and begins no transaction.

        Args:
            version: In the server's own words; `MariaDB` stands in that of MariaDB.
        """
        self._ask = ask
        self._is_mariadb = "mariadb" in version.lower()
        self._properties = PropertyReader(self._rows, self._ask_at_once, is_mariadb=self._is_mariadb)

    def _rows(self, query: str, *names: str) -> list[TextRow]:
        """The answer to a query about these names, at once."""
        try:
            return self._ask_at_once(text_of(query), names)
        except StatementFailed as error:
            if number_of(error) in _NO_NAME:
                return []
            raise

    def _ask_at_once(self, sql: str, names: Sequence[str] = ()) -> list[TextRow]:
        if self._is_mariadb:
            return self._ask(f"SET STATEMENT lock_wait_timeout=0 FOR {sql}", names)
        if not sql.startswith("SHOW"):
            return self._ask(sql, names)  # MySQL reads its own dictionary and opens nothing
        ((before,),) = self._ask("SELECT @@SESSION.lock_wait_timeout", ())
        self._ask("SET SESSION lock_wait_timeout = 1", ())
        try:
            return self._ask(sql, names)
        finally:
            self._ask(f"SET SESSION lock_wait_timeout = {int(before or 0)}", ())

    @property
    def writing(self) -> Writing:
        return WRITING

    def schemas(self) -> list[Schema]:
        found = [
            Schema(_text(name), _text(collation), default == "1", _text(name).lower() in _SYSTEM)
            for name, collation, default in self._rows("schemas")
        ]
        return sorted(found, key=lambda schema: (schema.is_system, schema.name.casefold(), schema.name))

    def names(self, schema: str = "", gives_way: Callable[[], bool] = lambda: False) -> Names:
        return read_names(self._rows, schema if _can_be_asked_for(schema) else "")

    def relations(self, schema: str) -> list[Relation]:
        rows = self._rows("relations", schema) if _can_be_asked_for(schema) else []
        # a temporary table (MariaDB 11) hides the one of the same name
        kinds = {row[0]: row for row in sorted(rows, key=lambda row: _text(row[1]).startswith("TEMPORARY"))}
        estimates: dict[str | None, TextRow] = {}
        if rows and not (self._is_mariadb and len(kinds) > MOST_ESTIMATES):
            estimates = {row[0]: row[1:] for row in self._rows("estimates", schema)}
        found = [
            _relation(schema, (*row, *estimates.get(name, (None, None, None))))
            for name, row in kinds.items()
            if not _text(row[1]).endswith("SEQUENCE")
        ]
        return sorted(found, key=lambda relation: (relation.name.casefold(), relation.name))

    def describe(self, schema: str, name: str) -> RelationDetails:
        askable = _can_be_asked_for(schema) and _can_be_asked_for(name)
        found = [row for row in self._rows("relation", schema, name) if row[0] == name] if askable else []
        found = [row for row in found if not _text(row[1]).endswith("SEQUENCE")]
        if not found:
            raise StatementFailed(server=f"There is no table or view {name} in {schema}.", position=None)
        relation = _relation(schema, found[-1])
        return self._details(relation) if relation.kind == "table" else self._view(relation)

    def table(self, schema: str, name: str) -> MysqlTable:
        return open_table(self._rows, self.describe(schema, name), is_mariadb=self._is_mariadb)

    # objects of every kind

    def _is_dear(self, schema: str) -> bool:
        """Whether looking at every table of a database takes too long."""
        return self._is_mariadb and len(self._rows("relations", schema)) > MOST_ESTIMATES

    def kinds(self, scope: ObjectScope, schema: str = "", relation: str = "") -> list[ObjectKind]:
        if not (_can_be_asked_for(schema) and _can_be_asked_for(relation)):
            return []
        if scope is ObjectScope.SERVER:
            counts = {kind: len(self.objects(kind)) for kind in ACCOUNTS}
            return [ObjectKind(kind, scope, count) for kind, count in counts.items() if count]
        found = super().kinds(scope, schema, relation)
        if scope is ObjectScope.SCHEMA:
            found += read_kinds(self._rows, schema, is_dear=self._is_dear(schema))
        return found

    def objects(self, kind: str, schema: str = "", relation: str = "") -> list[CatalogObject]:
        if not (_can_be_asked_for(schema) and _can_be_asked_for(relation)):
            return []
        if kind in ACCOUNTS:
            return [] if schema else read_accounts(self._rows, kind, is_mariadb=self._is_mariadb)
        if kind == "schema":
            return [CatalogObject(kind, "", known.name, detail=known.detail) for known in self.schemas()]
        if kind == "constraint" and relation:
            details = self.describe(schema, relation)
            rows = self._properties.constraints(as_object(details.relation), details)
            return [CatalogObject(kind, schema, row[0], parent=relation, detail=row[1]) for row in rows]
        if kind not in QUERIES:
            return super().objects(kind, schema, relation)
        return [one for one in read_objects(self._rows, kind, schema) if relation in {"", one.parent}]

    def properties(self, wanted: CatalogObject) -> ObjectProperties:
        if wanted.kind in RELATION_KINDS:
            details = self.describe(wanted.schema, wanted.name)
            is_dear = self._is_dear(wanted.schema)
            return self._properties.of_relation(as_object(details.relation), details, is_dear=is_dear)
        found = self.found(wanted)
        if found.kind == "schema":
            return self._properties.of_schema(found)
        if found.kind in ACCOUNTS:
            return self._properties.of_account(found)
        if found.kind == "index":
            return self._properties.of_index(found, self.describe(found.schema, found.parent))
        if found.kind == "constraint":
            return self._properties.of_constraint(found, self.describe(found.schema, found.parent))
        return self._properties.of_other(found)

    def statements(self, wanted: CatalogObject, *, cascade: bool = False) -> list[ObjectStatement]:
        found = super().statements(wanted, cascade=cascade)
        if wanted.kind not in {"function", "procedure"}:
            return found
        rows = self._rows("arguments", wanted.schema, wanted.name, wanted.kind.upper())
        names = [_text(row[1]) for row in rows if row[0] == wanted.name]
        return [self.writing.call(wanted, names, is_query=False, is_value=wanted.kind == "function"), *found]

    def _details(self, relation: Relation) -> RelationDetails:
        sql, note = self._written(relation)
        indexes = self._indexes(relation)
        primary = next((_names(parts, 2) for name, parts in indexes if name == "PRIMARY"), ())
        keys = self._foreign_keys(relation)
        columns = self._columns(relation, primary, keys)
        return RelationDetails(
            relation,
            columns,
            primary,
            keys,
            tuple(self._index(relation, name, parts) for name, parts in indexes),
            self._triggers(relation),
            sql,
            note or ("" if columns else _LOCKED_NOTE),
            self._checks(relation, columns),
        )

    def _view(self, relation: Relation) -> RelationDetails:
        columns = self._columns(relation, (), ())
        said = [] if columns else [_text(row[-1]) for row in self._ask("SHOW WARNINGS", ())]
        why = "" if columns else f"The server gives no columns: {said[0]}." if said else "The server gives no columns."
        sql, note = self._written(relation)
        return RelationDetails(relation, columns, sql=sql, note=note or why)

    def _written(self, relation: Relation) -> tuple[str, str]:
        """The statement that makes it, or nothing and why."""
        kind = "VIEW" if relation.kind == "view" and relation.schema.lower() not in _SYSTEM else "TABLE"
        try:
            rows = self._ask_at_once(f"SHOW CREATE {kind} {_quoted(relation.schema)}.{_quoted(relation.name)}")
        except StatementFailed as error:
            if number_of(error) == _LOCKED:
                return "", _LOCKED_NOTE
            if number_of(error) in _DENIED:
                return "", _DENIED_NOTE
            raise
        return (_text(rows[0][1]), "") if rows else ("", "")

    def _about(self, query: str, relation: Relation) -> list[TextRow]:
        """Rows that begin with this relation's name, without it."""
        rows = self._rows(query, relation.schema, relation.name)
        return [row[1:] for row in rows if row[0] == relation.name]

    def _columns(
        self, relation: Relation, primary: tuple[str, ...], keys: tuple[ForeignKey, ...]
    ) -> tuple[CatalogColumn, ...]:
        targets = {
            column: f"{key.table}.{target}"
            for key in reversed(keys)
            for column, target in zip(key.columns, key.references, strict=True)
        }
        return tuple(
            CatalogColumn(
                _text(name),
                _text(kind),
                nullable == "YES",
                self._default(kind, default, _text(extra)),
                primary.index(_text(name)) + 1 if name in primary else 0,
                _generated(_text(extra).upper()),
                targets.get(_text(name), ""),
                _text(comment),
                unwrapped(_text(computed), dialect_named("mysql")),
            )
            for name, kind, nullable, default, extra, comment, computed in self._about("columns", relation)
        )

    def _default(self, kind: str | None, default: str | None, extra: str) -> str | None:
        """The expression as it would be written: MariaDB tells it like that, MySQL tells texts bare."""
        if "GENERATED" in extra.replace("DEFAULT_GENERATED", ""):
            return None
        if default is not None and not self._is_mariadb:
            is_bare = "DEFAULT_GENERATED" in extra or default.startswith(_BARE)
            is_number = _text(kind).startswith(_NUMBERS)
            default = default if is_bare or is_number else "'" + default.replace("\\", "\\\\").replace("'", "''") + "'"
        on_update = extra[extra.lower().find("on update") :] if "on update" in extra.lower() else ""
        if default is None or default == "NULL":
            return on_update.upper() or None
        return f"{default} {on_update}".rstrip()

    def _indexes(self, relation: Relation) -> list[tuple[str, list[TextRow]]]:
        """Each index's name and its rows, the primary key first."""
        rows = self._about("indexes", relation)
        if any(row[2] is None for row in rows):
            expressions = iter(self._about("expressions", relation))
            rows = [row if row[2] is not None else (*row[:6], next(expressions, ("",))[0]) for row in rows]
        grouped = [(_text(name), list(parts)) for name, parts in groupby(rows, key=lambda row: row[0])]
        return sorted(grouped, key=lambda index: index[0] != "PRIMARY")

    @staticmethod
    def _index(relation: Relation, name: str, parts: list[TextRow]) -> Index:
        unique = parts[0][1] == "0"
        kind = _text(parts[0][5])
        origin = "primary key" if name == "PRIMARY" else "unique constraint" if unique else "created"
        word = "UNIQUE " if unique else f"{kind} " if kind in {"FULLTEXT", "SPATIAL"} else ""
        using = " USING HASH" if kind == "HASH" else ""
        columns = ", ".join(_index_column(part, written=True) for part in parts)
        where = f"{_quoted(relation.schema)}.{_quoted(relation.name)}"
        sql = "" if name == "PRIMARY" else f"CREATE {word}INDEX {_quoted(name)} ON {where} ({columns}){using}"
        return Index(name, tuple(_index_column(part) for part in parts), unique, partial=False, origin=origin, sql=sql)

    def _foreign_keys(self, relation: Relation) -> tuple[ForeignKey, ...]:
        rows = self._about("foreign_keys", relation)
        rules = {name: (_text(update), _text(delete)) for name, update, delete in self._about("rules", relation)}
        grouped = [(name, list(parts)) for name, parts in groupby(rows, key=lambda row: row[0])]
        return tuple(
            ForeignKey(_text(name), _names(parts, 1), _text(parts[0][2]), _names(parts, 3), *rules.get(name, ("", "")))
            for name, parts in grouped
        )

    def _checks(self, relation: Relation, columns: tuple[CatalogColumn, ...]) -> tuple[Check, ...]:
        names, dialect = [column.name for column in columns], dialect_named("mysql")
        rows = self._about("checks_mariadb" if self._is_mariadb else "checks_mysql", relation)
        return tuple(
            Check(_text(name), columns_named(_text(condition), names, dialect), unwrapped(_text(condition), dialect))
            for name, condition in rows
        )

    def _triggers(self, relation: Relation) -> tuple[Trigger, ...]:
        where = f"{_quoted(relation.schema)}.{_quoted(relation.name)}"
        return tuple(
            Trigger(
                _text(name),
                f"CREATE TRIGGER {_quoted(relation.schema)}.{_quoted(_text(name))} {timing} {event} ON {where} "
                f"FOR EACH ROW {statement}",
            )
            for name, timing, event, statement in self._about("triggers", relation)
        )


def _text(cell: str | None) -> str:
    return "" if cell is None else cell


def _can_be_asked_for(name: str) -> bool:
    """Whether something may have this name: there are only characters of three bytes at most, and no NUL, in names.

    The server does not compare others with names.
    """
    return all("\0" < sign < "\U00010000" and not "\ud800" <= sign <= "\udfff" for sign in name)


def _names(rows: Sequence[TextRow], place: int) -> tuple[str, ...]:
    return tuple(_text(row[place]) for row in rows)


def _relation(schema: str, row: TextRow) -> Relation:
    name, table_type, engine, rows, size, comment = row
    kind = "view" if _text(table_type).endswith("VIEW") else "table"
    flavour = {"SYSTEM VERSIONED": "system-versioned", "TEMPORARY": "temporary"}.get(_text(table_type), "")
    estimate = int(rows) if rows is not None and kind == "table" else None
    detail = ", ".join(filter(None, (engine, flavour)))
    if kind == "view":
        return Relation(schema, _text(name), kind, detail=detail)
    return Relation(schema, _text(name), kind, estimate, detail, _text(comment), None if size is None else int(size))


def _generated(extra: str) -> str:
    if "VIRTUAL GENERATED" in extra:
        return "virtual"
    if "STORED GENERATED" in extra or "PERSISTENT" in extra:
        return "stored"
    if "AUTO_INCREMENT" in extra:
        return "identity by default"
    return "hidden" if "INVISIBLE" in extra else ""


def _index_column(part: TextRow, *, written: bool = False) -> str:
    """A column of an index as people read it, or as SQL."""
    _index, _unique, column, length, order, kind = part[:6]
    if column is None:
        name = f"({part[6]})" if written and len(part) > 6 else "<expression>"
    else:
        name = _quoted(column) if written else column
    return name + (f"({length})" if length and kind != "SPATIAL" else "") + (" DESC" if order == "D" else "")
