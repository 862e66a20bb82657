"""What a PostgreSQL database holds, versions 13 to 18. The queries lie in `sql/`, one file each.

Only `definitions.sql` needs locks on what it reads. It looks first who is in the way and leaves it at that, so that
nobody waits: pg_get_expr, pg_get_indexdef, pg_get_viewdef and others open the relation (src/backend/utils/adt/
ruleutils.c), which waits for ACCESS EXCLUSIVE to be given back.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from lapwing.domain.catalog import CatalogColumn, ForeignKey, Index, Relation, RelationDetails, Schema, Trigger
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.postgresql.ddl import Making, WrittenColumn, create_statement
from lapwing.drivers.postgresql.names import read_names
from lapwing.drivers.postgresql.objects import WRITING
from lapwing.drivers.postgresql.table import PostgresqlTable, open_table
from lapwing.drivers.relation_objects import RelationObjects
from lapwing.drivers.writing import Writing
from lapwing.sql.completion.names import Names

TextRow = tuple[str | None, ...]
Ask = Callable[[str, Sequence[str | None]], list[TextRow]]
"""Runs one query, whose parameters $1, $2 are sent as text without a type, and gives all rows as text or None."""

_PATIENCE_MS: Final = "300"
_LOCK_NOT_AVAILABLE: Final = "55P03"
_FIRST_WITH_UNKNOWN_ROWS: Final = 140_000
"""From here on, reltuples is -1 where nobody has counted yet; before, it was 0."""
_KINDS: Final = {"r": "table", "p": "table", "v": "view", "m": "materialized view", "f": "foreign table"}
_STRATEGIES: Final = {"r": "range", "l": "list", "h": "hash"}
_PERSISTENCE: Final = {"u": "unlogged", "t": "temporary"}
_GENERATED: Final = {"s": "stored", "v": "virtual"}
_IDENTITY: Final = {"a": "identity always", "d": "identity by default"}
_ACTIONS: Final = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
_ORIGINS: Final = {"p": "primary key", "u": "unique constraint", "x": "exclusion constraint"}
_DESCENDING: Final = 1
_NULLS_FIRST: Final = 2


@cache
def _query(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Definitions:
    """What `definitions.sql` gave: texts by their kind and key; with `note`, why there are none."""

    texts: dict[tuple[str, str], str]
    inherited: dict[str, set[str | None]]
    """The defaults that a column, by its number, has in the parents."""
    note: str = ""

    def get(self, kind: str, key: str | None = "") -> str:
        return self.texts.get((kind, key or ""), "")


class PostgresqlCatalog(RelationObjects):
    """Reads through one session."""

    def __init__(self, ask: Ask, version: int, in_transaction: Callable[[], bool] = lambda: True) -> None:
        """Read by `ask`.

        Args:
            ask: Raises what running a statement raises. It begins no transaction.
            version: The server's number, such as 150018.
            in_transaction: Whether a transaction is open. In one, no setting of it is touched; outside, the wait
                for a lock that was taken a moment ago is cut short.
        """
        self._ask = ask
        self._version = version
        self._in_transaction = in_transaction

    @property
    def writing(self) -> Writing:
        return WRITING

    def schemas(self) -> list[Schema]:
        found = [
            Schema(_text(name), "temporary" if temporary == "t" else _text(owner), default == "t", system == "t")
            for name, owner, default, system, temporary in self._ask(_query("schemas"), ())
        ]
        return sorted(found, key=lambda schema: (schema.is_system, schema.name.casefold(), schema.name))

    def names(self, schema: str = "", gives_way: Callable[[], bool] = lambda: False) -> Names:
        return read_names(lambda sql: self._ask(sql, ()))

    def relations(self, schema: str) -> list[Relation]:
        if not _can_be_asked_for(schema):
            return []
        rows = self._ask(_query("relations"), (schema, None))
        found = [self._relation(schema, row) for row in rows]
        return sorted(found, key=lambda relation: (relation.name.casefold(), relation.name))

    def _relation(self, schema: str, row: TextRow) -> Relation:
        _oid, name, kind, is_partition, persistence, tuples, pages, strategy, server, parents = row
        above = f"{'partition of' if is_partition == 't' else 'inherits from'} {parents}" if parents else ""
        facts = (
            _PERSISTENCE.get(_text(persistence), ""),
            above,
            f"partitioned by {_STRATEGIES.get(strategy, strategy)}" if strategy else "",
            f"server {server}" if server else "",
        )
        return Relation(
            schema,
            _text(name),
            "partition" if is_partition == "t" and kind in {"r", "p"} else _KINDS[_text(kind)],
            None if kind == "v" else self._rows(int(tuples or -1), int(pages or 0)),
            ", ".join(filter(None, facts)),
        )

    def _rows(self, tuples: int, pages: int) -> int | None:
        """The estimate of the last VACUUM, ANALYZE or CREATE INDEX."""
        was_counted = tuples >= 0 if self._version >= _FIRST_WITH_UNKNOWN_ROWS else tuples > 0 or pages > 0
        return tuples if was_counted else None

    def describe(self, schema: str, name: str) -> RelationDetails:
        askable = _can_be_asked_for(schema) and _can_be_asked_for(name)
        found = self._ask(_query("relations"), (schema, name)) if askable else []
        if not found:
            raise StatementFailed(server=f"There is no table or view {name} in {schema}.", position=None)
        relation, oid = self._relation(schema, found[0]), _text(found[0][0])
        definitions = self._definitions(oid)
        constraints = self._ask(_query("constraints"), (oid,))
        keys = tuple(_foreign_key(row) for row in constraints if row[3] == "f")
        primary = next((_names(row[4]) for row in constraints if row[3] == "p"), ())
        columns = self._ask(_query("columns"), (oid,))
        return RelationDetails(
            relation,
            tuple(_column(row, definitions, primary, keys) for row in columns),
            primary,
            keys,
            tuple(_index(row, definitions) for row in self._ask(_query("indexes"), (oid,))),
            tuple(
                Trigger(_text(title), definitions.get("trigger", trigger))
                for trigger, title in self._ask(_query("triggers"), (oid,))
            ),
            "" if definitions.note else self._written(found[0], columns, constraints, definitions),
            definitions.note,
        )

    def table(self, schema: str, name: str) -> PostgresqlTable:
        return open_table(self._ask, self.describe(schema, name))

    def _definitions(self, oid: str) -> _Definitions:
        """Expressions and definitions, or who is in the way."""
        try:
            rows = self._ask(_query("definitions"), (oid, None if self._in_transaction() else _PATIENCE_MS))
        except StatementFailed as error:
            if error.facts.get("code") != _LOCK_NOT_AVAILABLE or self._in_transaction():
                raise
            rows = [("locked", None, None)]
        if rows and rows[0][0] == "locked":
            holder = f"session {rows[0][2]}" if rows[0][2] else "another transaction"
            return _Definitions({}, {}, f"Defaults, expressions and SQL cannot be read now: {holder} has it locked.")
        inherited: dict[str, set[str | None]] = {}
        for kind, key, text in rows:
            if kind == "inherited":
                inherited.setdefault(_text(key), set()).add(text)
        return _Definitions({(_text(kind), _text(key)): _text(text) for kind, key, text in rows}, inherited)

    def _written(
        self, found: TextRow, columns: list[TextRow], constraints: list[TextRow], definitions: _Definitions
    ) -> str:
        """The statement that makes it again."""
        oid, name, kind, is_partition, persistence = found[:5]
        making = self._ask(_query("making"), (oid,))
        if not making:
            return ""  # dropped a moment ago
        full, short, parents, of_type, method, options, tablespace, server, server_options, populated = making[0]
        apart = {_names(row[4])[0] for row in constraints if row[3] == "n" and _is_said_apart(name, row)}
        return create_statement(
            Making(
                kind=_text(kind),
                name=_text(short if persistence == "t" else full),
                persistence=_PERSISTENCE.get(_text(persistence), "").upper(),
                columns=tuple(_written_column(row, definitions, apart) for row in columns),
                constraints=tuple(filter(None, (_written_constraint(row, definitions, apart) for row in constraints))),
                parents=_names(parents),
                bound=definitions.get("bound") if is_partition == "t" else "",
                key=definitions.get("key"),
                of_type=_text(of_type),
                method=_text(method),
                options=_text(options),
                tablespace=_text(tablespace),
                server=_text(server),
                server_options=_text(server_options),
                query=definitions.get("query"),
                is_populated=populated == "t",
            )
        )


def _text(cell: str | None) -> str:
    return "" if cell is None else cell


def _can_be_asked_for(name: str) -> bool:
    """Whether it can be sent; nothing has a name that cannot."""
    try:
        return b"\0" not in name.encode()
    except UnicodeEncodeError:
        return False


def _names(cell: str | None) -> tuple[str, ...]:
    return tuple(json.loads(cell)) if cell else ()


def _column(
    row: TextRow, definitions: _Definitions, primary: tuple[str, ...], keys: tuple[ForeignKey, ...]
) -> CatalogColumn:
    number, title, _quoted, type_name, required, domain_requires, identity, generated = row[:8]
    name = _text(title)
    refers = (dict(zip(key.columns, key.references, strict=True)) | {"": key.table} for key in keys)
    return CatalogColumn(
        name,
        _text(type_name),
        required != "t" and domain_requires != "t",
        None if generated else definitions.get("column", number) or None,
        primary.index(name) + 1 if name in primary else 0,
        _GENERATED.get(_text(generated), "") or _IDENTITY.get(_text(identity), ""),
        next((f"{key['']}.{key[name]}" for key in refers if name in key), ""),
    )


def _foreign_key(row: TextRow) -> ForeignKey:
    _oid, name, _quoted, _kind, columns, table, references, on_update, on_delete = row[:9]
    actions = (_ACTIONS.get(_text(action), "") for action in (on_update, on_delete))
    return ForeignKey(_text(name), _names(columns), _text(table), _names(references), *actions)


def _index(row: TextRow, definitions: _Definitions) -> Index:
    oid, name, quoted, unique, partial, constraint, is_inherited, keys = row
    origin = _ORIGINS.get(_text(constraint)) or ("parent's index" if is_inherited == "t" else "created")
    written = definitions.get("index", oid)
    # of a partitioned table, the server gives what makes an index without those of the partitions
    alone = f"CREATE {'UNIQUE ' if unique == 't' else ''}INDEX {quoted} ON ONLY "
    if written.startswith(alone):
        written = alone.removesuffix("ONLY ") + written.removeprefix(alone)
    columns = tuple(_index_column(title, options) for title, options in json.loads(_text(keys)))
    return Index(_text(name), columns, unique == "t", partial == "t", origin, "" if constraint else written)


def _index_column(name: str | None, options: int) -> str:
    direction = " DESC" if options & _DESCENDING else ""
    nulls = " NULLS FIRST" if options & _NULLS_FIRST else " NULLS LAST"
    is_usual = bool(options & _DESCENDING) == bool(options & _NULLS_FIRST)
    return ("<expression>" if name is None else name) + direction + ("" if is_usual else nulls)


def _is_said_apart(table: str | None, row: TextRow) -> bool:
    """Whether a NOT NULL (a constraint since PostgreSQL 18) is more than the two words behind a column say."""
    _oid, name, _quoted, _kind, columns = row[:5]
    column = _names(columns)[0]
    is_plain = not _text(row[10]).endswith((" NO INHERIT", " NOT VALID"))
    return row[9] == "t" and not (is_plain and name == f"{table}_{column}_not_null")


def _written_column(row: TextRow, definitions: _Definitions, apart: set[str]) -> WrittenColumn:
    number, name, quoted, kind, required, _domain, identity, generated = row[:8]
    is_local, parent_requires, collation, sequence, is_serial, options = row[8:]
    default = definitions.get("column", number)
    parents = definitions.inherited.get(_text(number))
    return WrittenColumn(
        name=_text(quoted),
        type_name=_text(kind),
        is_required=required == "t" and name not in apart,
        default=default,
        generated=_GENERATED.get(_text(generated), "").upper(),
        identity={"a": "ALWAYS", "d": "BY DEFAULT"}.get(_text(identity), ""),
        sequence=_text(sequence),
        is_serial=is_serial == "t",
        collation=_text(collation),
        options=_text(options),
        is_local=is_local == "t",
        differs=(parents is not None and parents != {default or None}) or (required == "t" and parent_requires != "t"),
    )


def _written_constraint(row: TextRow, definitions: _Definitions, apart: set[str]) -> str:
    """`CONSTRAINT name ...`; empty for what comes with the columns or from a parent."""
    oid, _name, quoted, kind, columns = row[:5]
    is_local, definition = row[9:]
    definition = definition or definitions.get("constraint", oid)
    if is_local != "t" or not definition or (kind == "n" and _names(columns)[0] not in apart):
        return ""
    return f"CONSTRAINT {quoted} {definition}"
