"""What a PostgreSQL database holds, versions 13 to 18. The queries lie in `sql/`, one file each.

Only `definitions.sql` needs locks on what it reads. It looks first who is in the way and leaves it at that, so that
nobody waits: pg_get_expr, pg_get_indexdef, pg_get_viewdef and others open the relation (src/backend/utils/adt/
ruleutils.c), which waits for ACCESS EXCLUSIVE to be given back.
"""

import json
from collections.abc import Callable
from typing import Final

from lapwing.domain.catalog import (
    CatalogObject,
    Database,
    ObjectKind,
    ObjectProperties,
    ObjectScope,
    ObjectStatement,
    Relation,
    RelationDetails,
    RelationName,
    Schema,
    Trigger,
)
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.postgresql.ddl import Making, create_statement
from lapwing.drivers.postgresql.forms import WRITING
from lapwing.drivers.postgresql.names import read_names
from lapwing.drivers.postgresql.objects import (
    PARTS,
    SOURCES,
    Ask,
    TextRow,
    can_be_asked_for,
    query,
    read_databases,
    read_kinds,
    read_objects,
    text,
)
from lapwing.drivers.postgresql.properties import PropertyReader, ReadRelation
from lapwing.drivers.postgresql.relation_rows import (
    Definitions,
    check,
    column,
    constraint,
    foreign_key,
    in_the_way,
    index,
    is_said_apart,
    names,
    written_column,
    written_constraint,
)
from lapwing.drivers.postgresql.table import PostgresqlTable, open_table
from lapwing.drivers.relation_objects import RELATION_KINDS, RelationObjects, as_object, missing
from lapwing.drivers.writing import Writing
from lapwing.sql.completion.names import Names

_PATIENCE_MS: Final = "300"
_LOCK_NOT_AVAILABLE: Final = "55P03"
_FIRST_WITH_UNKNOWN_ROWS: Final = 140_000
"""From here on, reltuples is -1 where nobody has counted yet; before, it was 0."""
_KINDS: Final = {"r": "table", "p": "table", "v": "view", "m": "materialized view", "f": "foreign table"}
_STRATEGIES: Final = {"r": "range", "l": "list", "h": "hash"}
_PERSISTENCE: Final = {"u": "unlogged", "t": "temporary"}


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
        self._properties = PropertyReader(ask, self._guarded, version)

    @property
    def writing(self) -> Writing:
        return WRITING

    def schemas(self) -> list[Schema]:
        found = [
            Schema(text(name), "temporary" if temporary == "t" else text(owner), default == "t", system == "t")
            for name, owner, default, system, temporary in self._ask(query("schemas"), ())
        ]
        return sorted(found, key=lambda schema: (schema.is_system, schema.name.casefold(), schema.name))

    def names(self, schema: str = "", gives_way: Callable[[], bool] = lambda: False) -> Names:
        return read_names(lambda sql: self._ask(sql, ()))

    def relations(self, schema: str) -> list[Relation]:
        if not can_be_asked_for(schema):
            return []
        rows = self._ask(query("relations"), (schema, None))
        found = [self._relation(schema, row) for row in rows]
        return sorted(found, key=lambda relation: (relation.name.casefold(), relation.name))

    def _relation(self, schema: str, row: TextRow) -> Relation:
        name, kind, is_partition, persistence, tuples, pages, strategy, server, above_it, comment, size = row[1:]
        parents = tuple(RelationName(*above) for above in json.loads(above_it)) if above_it else ()
        named = ", ".join(above.name if above.schema == schema else f"{above.schema}.{above.name}" for above in parents)
        above = f"{'partition of' if is_partition == 't' else 'inherits from'} {named}" if parents else ""
        facts = (
            _PERSISTENCE.get(text(persistence), ""),
            above,
            f"partitioned by {_STRATEGIES.get(strategy, strategy)}" if strategy else "",
            f"server {server}" if server else "",
        )
        return Relation(
            schema,
            text(name),
            "partition" if is_partition == "t" and kind in {"r", "p"} else _KINDS[text(kind)],
            None if kind == "v" else self._rows(int(tuples or -1), int(pages or 0)),
            ", ".join(filter(None, facts)),
            text(comment),
            None if size is None else int(size),
            parents,
        )

    def _rows(self, tuples: int, pages: int) -> int | None:
        """The estimate of the last VACUUM, ANALYZE or CREATE INDEX."""
        was_counted = tuples >= 0 if self._version >= _FIRST_WITH_UNKNOWN_ROWS else tuples > 0 or pages > 0
        return tuples if was_counted else None

    def describe(self, schema: str, name: str) -> RelationDetails:
        return self._read(schema, name).details

    def _read(self, schema: str, name: str) -> ReadRelation:
        askable = can_be_asked_for(schema) and can_be_asked_for(name)
        found = self._ask(query("relations"), (schema, name)) if askable else []
        if not found:
            raise StatementFailed(server=f"There is no table or view {name} in {schema}.", position=None)
        relation, oid = self._relation(schema, found[0]), text(found[0][0])
        definitions = self._definitions(oid)
        constraints = self._ask(query("constraints"), (oid,))
        keys = tuple(foreign_key(row) for row in constraints if row[3] == "f")
        primary = next((names(row[4]) for row in constraints if row[3] == "p"), ())
        columns = self._ask(query("columns"), (oid,))
        triggers = self._ask(query("triggers"), (oid,))
        details = RelationDetails(
            relation,
            tuple(column(row, definitions, primary, keys) for row in columns),
            primary,
            keys,
            tuple(index(row, definitions) for row in self._ask(query("indexes"), (oid,))),
            tuple(Trigger(text(row[1]), definitions.get("trigger", row[0])) for row in triggers),
            "" if definitions.note else self._written(found[0], columns, constraints, definitions),
            definitions.note,
            tuple(check(row, definitions) for row in constraints if row[3] == "c"),
        )
        cloned = frozenset(text(row[1]) for row in triggers if row[2] == "t")
        return ReadRelation(oid, details, tuple(constraint(row, definitions) for row in constraints), cloned)

    def table(self, schema: str, name: str) -> PostgresqlTable:
        return open_table(self._ask, self.describe(schema, name))

    def _definitions(self, oid: str) -> Definitions:
        """Expressions and definitions, or who is in the way."""
        try:
            rows = self._ask(query("definitions"), (oid, None if self._in_transaction() else _PATIENCE_MS))
        except StatementFailed as error:
            if error.facts.get("code") != _LOCK_NOT_AVAILABLE or self._in_transaction():
                raise
            rows = [("locked", None, None)]
        if rows and rows[0][0] == "locked":
            return Definitions({}, {}, in_the_way(rows[0][2]))
        inherited: dict[str, set[str | None]] = {}
        for kind, key, said in rows:
            if kind == "inherited":
                inherited.setdefault(text(key), set()).add(said)
        return Definitions({(text(kind), text(key)): text(said) for kind, key, said in rows}, inherited)

    def _guarded(self, name: str, oid: str) -> tuple[list[TextRow], str]:
        """The rows of a guarded query, and who is in the way, if somebody is: then only what needs no lock."""
        sql = query(name).replace("\n{guard}\n", f"\n{query('guard')}\n")
        try:
            rows = self._ask(sql, (oid, None if self._in_transaction() else _PATIENCE_MS))
        except StatementFailed as error:
            if error.facts.get("code") != _LOCK_NOT_AVAILABLE or self._in_transaction():
                raise
            rows = [("locked", None, None)]
        locked = next((row for row in rows if row[0] == "locked"), None)
        return [row for row in rows if row[0] != "locked"], "" if locked is None else in_the_way(locked[2])

    # objects of every kind

    def databases(self) -> list[Database]:
        return read_databases(self._ask)

    def kinds(self, scope: ObjectScope, schema: str = "", relation: str = "") -> list[ObjectKind]:
        if not (can_be_asked_for(schema) and can_be_asked_for(relation)):
            return []
        oid = ""
        if scope is ObjectScope.RELATION:
            found = self._ask(query("relations"), (schema, relation))
            if not found:
                return []
            oid = text(found[0][0])
        return read_kinds(self._ask, scope, schema, oid)

    def objects(self, kind: str, schema: str = "", relation: str = "") -> list[CatalogObject]:
        if kind in SOURCES:
            return [found for _oid, found in read_objects(self._ask, kind, schema, relation)]
        return self._children(kind, schema, relation) if relation else super().objects(kind, schema)

    def _children(self, kind: str, schema: str, relation: str) -> list[CatalogObject]:
        """Partitions of a relation, or what inherits from it."""
        if not (can_be_asked_for(schema) and can_be_asked_for(relation)):
            return []
        found = [
            as_object(self._relation(text(place), row))
            for place, name in self._ask(query("objects_children"), (schema, relation))
            for row in self._ask(query("relations"), (place, name))
        ]
        return sorted((one for one in found if one.kind == kind), key=lambda one: (one.name.casefold(), one.name))

    def _found(self, wanted: CatalogObject) -> tuple[str, CatalogObject]:
        """Its oid, and all that lists say of it.

        Raises:
            StatementFailed: There is none.
        """
        if wanted.kind in SOURCES:
            for oid, known in read_objects(self._ask, wanted.kind, wanted.schema, wanted.parent, wanted.name):
                if (known.signature, known.parent) == (wanted.signature, wanted.parent or known.parent):
                    return oid, known
        raise missing(wanted)

    def properties(self, wanted: CatalogObject) -> ObjectProperties:
        if wanted.kind in RELATION_KINDS:
            read = self._read(wanted.schema, wanted.name)
            children = [
                child
                for kind in ("partition", "table", "foreign table")
                for child in self._children(kind, wanted.schema, wanted.name)
            ]
            return self._properties.of_relation(as_object(read.details.relation), read, children)
        oid, found = self._found(wanted)
        if found.kind not in PARTS:
            return self._properties.of_other(found, oid)
        table = self._read(found.schema, found.parent)
        written = {("index", index.name): index.sql for index in table.details.indexes}
        written |= {("trigger", trigger.name): trigger.sql for trigger in table.details.triggers}
        written |= {("constraint", name): definition for name, _kind, _columns, definition in table.constraints}
        definition = written.get((found.kind, found.name), "")
        return self._properties.of_part(found, oid, table.details, table.oid, definition)

    def statements(self, wanted: CatalogObject, *, cascade: bool = False) -> list[ObjectStatement]:
        if wanted.kind in RELATION_KINDS:
            return super().statements(wanted, cascade=cascade)
        oid, found = self._found(wanted)
        written = list(self.writing.statements(found, None, cascade=cascade))
        is_called = found.kind == "procedure" or (
            found.kind == "function" and not found.detail.startswith(("trigger,", "event_trigger,"))
        )
        if not is_called:
            return written
        names = [text(row[0]) for row in self._ask(query("arguments"), (oid,))]
        return [self.writing.call(found, names, is_query=found.kind == "function"), *written]

    def _written(
        self, found: TextRow, columns: list[TextRow], constraints: list[TextRow], definitions: Definitions
    ) -> str:
        """The statement that makes it again."""
        oid, name, kind, is_partition, persistence = found[:5]
        making = self._ask(query("making"), (oid,))
        if not making:
            return ""  # dropped a moment ago
        full, short, parents, of_type, method, options, tablespace, server, server_options, populated = making[0]
        apart = {names(row[4])[0] for row in constraints if row[3] == "n" and is_said_apart(name, row)}
        return create_statement(
            Making(
                kind=text(kind),
                name=text(short if persistence == "t" else full),
                persistence=_PERSISTENCE.get(text(persistence), "").upper(),
                columns=tuple(written_column(row, definitions, apart) for row in columns),
                constraints=tuple(filter(None, (written_constraint(row, definitions, apart) for row in constraints))),
                parents=names(parents),
                bound=definitions.get("bound") if is_partition == "t" else "",
                key=definitions.get("key"),
                of_type=text(of_type),
                method=text(method),
                options=text(options),
                tablespace=text(tablespace),
                server=text(server),
                server_options=text(server_options),
                query=definitions.get("query"),
                is_populated=populated == "t",
            )
        )
