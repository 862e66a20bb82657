"""Everything about one object of PostgreSQL: facts, dependencies, counts, privileges, and what makes it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from lapwing.domain.catalog import CatalogObject, ObjectProperties, PropertySection, RelationDetails
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers import sections
from lapwing.drivers.postgresql.forms import WRITING
from lapwing.drivers.postgresql.objects import SOURCES, Ask, TextRow, query, text

Guarded = Callable[[str, str], tuple[list[TextRow], str]]
"""Asks by a guarded query for what belongs to an oid; gives its rows, and a sentence about who is in the way."""

_WORDS: Final = {"foreign-data wrapper": "FOREIGN DATA WRAPPER"}
_GRANTED_ON: Final = {
    "view": "TABLE",
    "materialized view": "TABLE",
    "foreign table": "TABLE",
    "aggregate": "FUNCTION",
    "server": "FOREIGN SERVER",
}
_OPEN_TO_ALL: Final = {"function", "procedure", "aggregate", "type", "database"}
"""What everybody may use as long as nobody changes that."""
_HEADINGS: Final = {
    "definition": sections.FACT,
    "arguments": ("name", "type"),
    "labels": ("name",),
    "attributes": ("name", "type"),
    "constraints": ("name", "definition"),
    "members": ("name", "relation"),
    "tables": ("name",),
    "options": ("name", "value"),
    "used by": ("kind", "name"),
    "statistics": sections.FACT,
}
_COUNTED: Final = {
    "n_live_tup": "live rows",
    "n_dead_tup": "dead rows",
    "n_mod_since_analyze": "rows changed since the last ANALYZE",
    "seq_scan": "sequential scans",
    "seq_tup_read": "rows read by sequential scans",
    "last_seq_scan": "last sequential scan",
    "idx_scan": "index scans",
    "idx_tup_read": "entries read",
    "idx_tup_fetch": "rows fetched by index scans",
    "last_idx_scan": "last index scan",
    "n_tup_ins": "rows inserted",
    "n_tup_upd": "rows updated",
    "n_tup_hot_upd": "rows updated in place (HOT)",
    "n_tup_del": "rows deleted",
    "heap_blks_read": "blocks read",
    "heap_blks_hit": "blocks found in memory",
    "idx_blks_read": "index blocks read",
    "idx_blks_hit": "index blocks found in memory",
    "last_vacuum": "last VACUUM",
    "last_autovacuum": "last automatic VACUUM",
    "last_analyze": "last ANALYZE",
    "last_autoanalyze": "last automatic ANALYZE",
    "vacuum_count": "VACUUMs",
    "autovacuum_count": "automatic VACUUMs",
    "analyze_count": "ANALYZEs",
    "autoanalyze_count": "automatic ANALYZEs",
    "calls": "calls",
    "total_time": "milliseconds with what it called",
    "self_time": "milliseconds of its own",
    "numbackends": "sessions",
    "xact_commit": "transactions committed",
    "xact_rollback": "transactions rolled back",
    "blks_read": "blocks read",
    "blks_hit": "blocks found in memory",
    "deadlocks": "deadlocks",
    "temp_bytes": "bytes in temporary files",
    "stats_reset": "counted since",
}


@dataclass(frozen=True, slots=True)
class ReadRelation:
    """What the catalogue has of one relation.

    Attributes:
        constraints: Name, kind, columns and definition of each.
        cloned: Names of triggers that a partition has from its parent.
    """

    oid: str
    details: RelationDetails
    constraints: tuple[tuple[str, str, str, str], ...]
    cloned: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Standing:
    """Owner and privileges: as sections, and as statements."""

    owner: str
    privileges: PropertySection
    statements: tuple[str, ...]


class PropertyReader:
    """Reads by queries."""

    def __init__(self, ask: Ask, guarded: Guarded, version: int) -> None:
        self._ask = ask
        self._guarded = guarded
        self._version = version

    def of_relation(
        self, found: CatalogObject, read: ReadRelation, children: Iterable[CatalogObject]
    ) -> ObjectProperties:
        """A table, view or their like.

        Args:
            children: Its partitions, or what inherits from it.
        """
        details, oid = read.details, read.oid
        parts, in_the_way = self._guarded("parts", oid)
        standing = self._standing("pg_class", oid, found)
        altered = [text(row[0]) for row in self._ask(query("alterations"), (oid,))]
        facts = [("kind", found.kind), ("owner", standing.owner), ("detail", found.detail), ("comment", found.comment)]
        shown = (
            sections.facts("definition", facts),
            sections.columns(details),
            sections.table("constraints", ("name", "kind", "columns", "definition"), read.constraints),
            sections.indexes(details),
            sections.triggers(details),
            *(_parts(parts, kind, section) for kind, section in (("rule", "rules"), ("policy", "policies"))),
            sections.table(
                "partitions", ("schema", "name", "detail"), ((c.schema, c.name, c.detail) for c in children)
            ),
            *self._dependencies("pg_class", oid),
            self._counted(found.kind, oid),
            self._columns_counted(oid),
            standing.privileges,
        )
        note = " ".join(dict.fromkeys(filter(None, (details.note, in_the_way))))
        made = "" if note else _table_script(read, parts, [*altered, *standing.statements])
        return ObjectProperties(found, sections.filled(shown), made, note)

    def of_part(
        self, found: CatalogObject, oid: str, table: RelationDetails, table_oid: str, definition: str
    ) -> ObjectProperties:
        """An index, trigger, constraint, rule or policy of a relation.

        Args:
            definition: The statement that makes it, if it is known already.
        """
        note = table.note
        if found.kind in {"rule", "policy"}:
            parts, note = self._guarded("parts", table_oid)
            definition = next((text(row[2]) for row in parts if row[:2] == (found.kind, found.name)), "")
        facts = [("kind", found.kind), ("table", found.parent), ("detail", found.detail), ("comment", found.comment)]
        catalogue = SOURCES[found.kind].catalogue
        shown = [sections.facts("definition", [*facts, ("definition", definition)])]
        shown += self._dependencies(catalogue, oid)
        if found.kind == "index":
            shown.append(self._counted(found.kind, oid))
        made = definition
        if found.kind == "constraint" and definition:
            name = WRITING.full_name(found.schema, found.parent)
            made = f"ALTER TABLE {name} ADD CONSTRAINT {WRITING.quoted(found.name)} {definition}"
        comment = self._comment(catalogue, oid, found) if made else ""
        return ObjectProperties(found, sections.filled(shown), sections.script([made, comment]), note)

    def of_other(self, found: CatalogObject, oid: str) -> ObjectProperties:
        """Anything that is no part of a relation."""
        source = SOURCES[found.kind]
        about = source.about
        if about == "about_publication" and self._version < 150_000:
            about = "about_publication_14"
        is_guarded = source.guarded and about != "about_publication_14"
        rows, note = self._guarded(about, oid) if is_guarded else (self._ask(query(about), (oid,)), "")
        standing = self._standing(source.catalogue, oid, found)
        facts = [("definition", "kind", found.kind), ("definition", "owner", standing.owner)]
        size = "" if found.size_bytes is None else sections.size(found.size_bytes)
        facts += [("definition", "comment", found.comment), ("definition", "size", size)]
        said = [(text(row[0]), text(row[1]), text(row[2])) for row in rows]
        shown = [
            PropertySection(
                name, headings, tuple(row[1 : 1 + len(headings)] for row in [*facts, *said] if row[0] == name)
            )
            for name, headings in _HEADINGS.items()
        ]
        shown = [_without_blanks(section) for section in shown] + self._dependencies(source.catalogue, oid)
        shown += [self._counted(found.kind, oid), standing.privileges]
        made = [row[2] for row in said if row[0] == "ddl"]
        script = "" if note or not made else sections.script([*made, *standing.statements])
        return ObjectProperties(found, _joined(shown), script, note)

    def _dependencies(self, catalogue: str, oid: str) -> list[PropertySection]:
        rows = self._ask(query("dependencies"), (catalogue, oid))
        return [
            sections.table(direction, ("kind", "name", "through"), (row[1:] for row in rows if row[0] == direction))
            for direction in ("depends on", "used by")
        ]

    def _counted(self, kind: str, oid: str) -> PropertySection:
        """Sizes by looking at the files, and what the server has counted."""
        name = {"index": "index", "function": "routine", "procedure": "routine", "database": "database"}.get(kind)
        if kind in {"table", "partition", "materialized view"}:
            name = "relation"
        if name is None:
            return sections.facts("statistics", [])
        sizes = self._guarded("sizes", oid)[0] if name in {"index", "relation"} else []
        wanted = {"size of rows"} if name == "index" else {text(row[0]) for row in sizes}
        measured: list[tuple[str, object]] = [
            ("size" if name == "index" else text(fact), sections.size(int(value or 0)))
            for fact, _, value in sizes
            if fact in wanted and fact != "locked"
        ]
        counts = {text(row[0]): row[1] for row in self._ask(query(f"statistics_{name}"), (oid,))}
        measured += [(title, counts[column]) for column, title in _COUNTED.items() if column in counts]
        return sections.facts("statistics", measured)

    def _columns_counted(self, oid: str) -> PropertySection:
        headings = ("name", "part of nulls", "average bytes", "distinct values", "correlation")
        return sections.table("column statistics", headings, self._ask(query("statistics_columns"), (oid,)))

    def _standing(self, catalogue: str, oid: str, found: CatalogObject) -> _Standing:
        """Owner and privileges, and what to say after making it so that they are so again."""
        named = self._ask(query("owner"), (catalogue, oid))
        kind, identity, owner, quoted, is_own = named[0] if named else (None,) * 5
        rows = self._ask(query("privileges"), (catalogue, oid))
        headings = ("account", "privileges", "columns", "may pass on", "granted by")
        shown = sections.table("privileges", headings, ((r[0], r[2], r[3], r[4] == "t", r[5]) for r in rows))
        word, full_name = _word(text(kind)), _name(text(kind), text(identity))
        statements: list[str] = []
        if found.kind not in {"table", "partition", "view", "materialized view", "foreign table"}:
            statements.append(self._comment(catalogue, oid, found))
        if owner and is_own != "t":
            statements.append(f"ALTER {word} {full_name} OWNER TO {quoted}")
        return _Standing(text(owner), shown, (*statements, *_grants(text(kind), full_name, rows)))

    def _comment(self, catalogue: str, oid: str, found: CatalogObject) -> str:
        if not found.comment:
            return ""
        named = self._ask(query("owner"), (catalogue, oid))
        kind, identity = (text(named[0][0]), text(named[0][1])) if named else ("", "")
        if found.kind == "constraint":
            kind = "constraint"
        said = WRITING.dialect.quote_string(found.comment)
        return f"COMMENT ON {_word(kind)} {_name(kind, identity)} IS {said}" if named else ""


def _word(kind: str) -> str:
    """A kind as statements write it, from how `pg_identify_object` calls it."""
    return _WORDS.get(kind, kind.upper())


def _name(kind: str, identity: str) -> str:
    """A full name as statements write it."""
    return identity.removesuffix("()") + "(*)" if kind == "aggregate" and identity.endswith("()") else identity


def _grants(kind: str, name: str, rows: list[TextRow]) -> Iterator[str]:
    """What gives others their privileges, where they are not the server's defaults."""
    changed = [row for row in rows if row[6] != "t"]
    if not changed:
        return
    on = f"ON {_GRANTED_ON.get(kind, _word(kind))} {name}"
    if kind in _OPEN_TO_ALL and not any(row[0] == "PUBLIC" for row in changed):
        yield f"REVOKE ALL {on} FROM PUBLIC"
    for _account, quoted, privileges, columns, is_grantable, _grantor, _default, is_owner in changed:
        if is_owner == "t":
            continue
        given = text(privileges)
        if columns:
            given = ", ".join(f"{privilege} ({columns})" for privilege in given.split(", "))
        yield f"GRANT {given} {on} TO {quoted}" + (" WITH GRANT OPTION" if is_grantable == "t" else "")


def _named(children: Iterable[CatalogObject]) -> Iterator[tuple[str, ...]]:
    return ((child.schema, child.name, child.detail) for child in children)


def _parts(rows: list[TextRow], kind: str, section: str) -> PropertySection:
    return sections.table(section, ("name", "definition"), (row[1:] for row in rows if row[0] == kind))


def _table_script(read: ReadRelation, parts: list[TextRow], after: list[str]) -> str:
    """The relation with all that belongs to it, in the order in which it can be made."""
    details = read.details
    if not details.sql:
        return ""
    indexes = [index.sql for index in details.indexes if index.origin == "created"]
    triggers = [trigger.sql for trigger in details.triggers if trigger.name not in read.cloned]
    others = {kind: [text(row[2]) for row in parts if row[0] == kind] for kind in ("statistics", "rule", "policy")}
    made = [*indexes, *others["statistics"], *others["rule"], *triggers, *others["policy"]]
    return sections.script([details.sql, *made, *after])


def _without_blanks(section: PropertySection) -> PropertySection:
    """Facts that have no value are left out."""
    if section.headings != sections.FACT:
        return section
    return PropertySection(section.id, section.headings, tuple(row for row in section.rows if row[1]))


def _joined(every: Iterable[PropertySection]) -> tuple[PropertySection, ...]:
    """Sections of one id become one; those without rows are left out."""
    found: dict[str, PropertySection] = {}
    for section in every:
        before = found.get(section.id)
        if before is None or not before.rows:
            found[section.id] = section
        elif section.rows:
            width = len(max(before.headings, section.headings, key=len))
            headings = max(before.headings, section.headings, key=len)
            rows = (row + ("",) * (width - len(row)) for row in (*before.rows, *section.rows))
            found[section.id] = PropertySection(section.id, headings, tuple(rows))
    return sections.filled(found.values())
