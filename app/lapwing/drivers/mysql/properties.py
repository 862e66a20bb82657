"""Everything about one object of MariaDB or MySQL."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lapwing.domain.catalog import CatalogObject, ObjectProperties, PropertySection, RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.drivers import sections
from lapwing.drivers.mysql.forms import WRITING
from lapwing.drivers.mysql.objects import DENIED, Rows, TextRow, error_number, text
from lapwing.sql.dialect import dialect_named
from lapwing.sql.relations_named import relations_named

Show = Callable[[str], list[TextRow]]
"""Runs a SHOW statement, and waits for no lock."""

_USES: Final = ("kind", "name", "through")
_LOCKED: Final = "1205"
_NOT_SEEN: Final = "This account may not see the statement that makes it."
_NOT_LOOKED: Final = "Foreign keys that refer to it were not looked for: MariaDB would open every table for that."
_FACTS: Final = (
    "engine", "row format", "collation", "options", "comment", "made", "last change", "last check", "rows as guessed",
    "average bytes of a row", "size of rows", "size of indexes", "free space", "next AUTO_INCREMENT",
)  # fmt: skip
_SIZES: Final = {"size of rows", "size of indexes", "free space"}
_STATISTICS: Final = _FACTS[8:]
_COLUMN: Final = {"function": 2, "procedure": 2, "event": 3, "trigger": 2, "sequence": 1, "schema": 1}
"""Where SHOW CREATE has the statement."""


class PropertyReader:
    """Reads by queries that wait for no lock."""

    def __init__(self, rows: Rows, show: Show, *, is_mariadb: bool) -> None:
        self._rows = rows
        self._show = show
        self._is_mariadb = is_mariadb

    def of_relation(self, found: CatalogObject, details: RelationDetails, *, is_dear: bool) -> ObjectProperties:
        """A table or view.

        Args:
            is_dear: Whether looking at every table of its database takes too long.
        """
        schema, name = found.schema, found.name
        told = [row[1:] for row in self._rows("facts", schema, name) if row[0] == name]
        known = dict(zip(_FACTS, told[0], strict=True)) if told else {}
        if found.kind == "view":
            known.pop("comment", None)  # it is VIEW
        comments = {text(row[1]): text(row[2]) for row in self._rows("column_comments", schema, name) if row[0] == name}
        note = details.note
        if is_dear:
            note = " ".join(filter(None, (note, _NOT_LOOKED)))
        facts = [("kind", found.kind), *((fact, known.get(fact)) for fact in _FACTS if fact not in _STATISTICS)]
        view = self._view(found) if found.kind == "view" else {}
        shown = (
            sections.facts("definition", [*facts, *((k, v) for k, v in view.items() if k != "query")]),
            sections.columns(details, comments),
            sections.table("constraints", ("name", "kind", "columns", "definition"), self._constraints(found, details)),
            sections.indexes(details),
            sections.triggers(details),
            self._partitions(found),
            PropertySection("depends on", _USES, tuple(self._needed(found, details, text(view.get("query"))))),
            PropertySection("used by", _USES, tuple(self._using(found, is_dear=is_dear))),
            sections.facts("statistics", [(f, _shown(f, known.get(f))) for f in _STATISTICS if found.kind == "table"]),
            self._cardinality(found),
            self._privileges("privileges_table", schema, name, schema, name, schema),
        )
        # SHOW CREATE TABLE has the indexes already
        made = sections.script([details.sql, *(trigger.sql for trigger in details.triggers)]) if details.sql else ""
        return ObjectProperties(found, sections.filled(shown), made, note)

    def _view(self, found: CatalogObject) -> dict[str, str | None]:
        titles = ("query", "check option", "updatable", "definer", "security")
        for row in self._rows("definition_view", found.schema, found.name):
            if row[0] == found.name:
                return dict(zip(titles, row[1:], strict=True))
        return {}

    def constraints(self, found: CatalogObject, details: RelationDetails) -> list[tuple[str, str, str, str]]:
        """Name, kind, columns and definition of a table's constraints."""
        return list(self._constraints(found, details))

    def _constraints(self, found: CatalogObject, details: RelationDetails) -> Iterator[tuple[str, str, str, str]]:
        keys = {key.name: key for key in details.foreign_keys}
        columns = {index.name: ", ".join(index.columns) for index in details.indexes}
        for _table, name, kind in self._about("constraints", found):
            key = keys.get(text(name))
            if key is not None and kind == "foreign key":
                rules = f"ON UPDATE {key.on_update} ON DELETE {key.on_delete}"
                definition = f"{key.table} ({', '.join(key.references)}) {rules}"
                yield text(name), "foreign key", ", ".join(key.columns), definition
            else:
                yield text(name), text(kind), columns.get(text(name), ""), ""
        for _table, name, clause in self._about("checks_mariadb" if self._is_mariadb else "checks_mysql", found):
            yield text(name), "check", "", f"CHECK ({text(clause)})"

    def _about(self, query: str, found: CatalogObject) -> list[TextRow]:
        """Rows of exactly this table: the server compares names without case and accents."""
        return [row for row in self._rows(query, found.schema, found.name) if row[0] == found.name]

    def _partitions(self, found: CatalogObject) -> PropertySection:
        headings = ("partition", "part", "definition", "rows as guessed", "size", "comment")
        rows = (
            (*row[1:5], "" if row[5] is None else sections.size(int(row[5])), row[6])
            for row in self._about("partitions", found)
        )
        return sections.table("partitions", headings, rows)

    def _cardinality(self, found: CatalogObject) -> PropertySection:
        rows = (row[1:] for row in self._about("cardinality", found))
        return sections.table("index statistics", ("index", "place", "column", "different values"), rows)

    def _privileges(self, query: str, *names: str) -> PropertySection:
        rows = ((who, what, which, grants == "YES", on) for who, what, which, grants, on in self._rows(query, *names))
        return sections.table("privileges", ("account", "privileges", "columns", "may pass on", "granted on"), rows)

    # dependencies

    def _needed(self, found: CatalogObject, details: RelationDetails, query: str) -> Iterator[tuple[str, str, str]]:
        for key in details.foreign_keys:
            yield "table", key.table, f"constraint {key.name}"
        yield from self._named(found, query, "")
        for trigger in details.triggers:
            yield from self._named(found, trigger.sql, f"trigger {trigger.name}")

    def _named(self, found: CatalogObject, sql: str, through: str) -> Iterator[tuple[str, str, str]]:
        """Relations that a definition names, as they are called from where the object is."""
        named = relations_named(sql, dialect_named("mysql")) if sql else set()
        kinds: dict[str, dict[str, str]] = {}
        for schema, name in sorted({(schema or found.schema, name) for schema, name in named}):
            if schema not in kinds:
                rows = self._rows("relations", schema)
                kinds[schema] = {text(row[0]): "view" if text(row[1]).endswith("VIEW") else "table" for row in rows}
            if name in kinds[schema] and (schema, name) != (found.schema, found.name):
                yield kinds[schema][name], name if schema == found.schema else f"{schema}.{name}", through

    def _using(self, found: CatalogObject, *, is_dear: bool) -> Iterator[tuple[str, str, str]]:
        schema, name = found.schema, found.name
        if found.kind == "table" and not is_dear:
            for table, key in self._rows("referring", schema, schema, name):
                if table != name:
                    yield "table", text(table), f"constraint {key}"
        part = max(name.split("`"), key=len)
        for kind, own, parent, sql in self._rows("mentions", *(schema, part) * 4):
            named = relations_named(text(sql), dialect_named("mysql"))
            is_itself = kind == "view" and own == name
            if not is_itself and parent != name and {("", name), (schema, name)} & named:
                yield text(kind), text(own), f"on {parent}" if parent else ""

    # other objects

    def of_other(self, found: CatalogObject) -> ObjectProperties:
        """A routine, event, sequence or trigger."""
        facts = [("kind", found.kind), ("table", found.parent), ("detail", found.detail), ("comment", found.comment)]
        body, more = self._definition(found)
        shown = [sections.facts("definition", [*facts, *more])]
        if found.kind in {"function", "procedure"}:
            rows = self._rows("arguments", found.schema, found.name, found.kind.upper())
            shown.append(sections.table("arguments", ("name", "type"), (r[1:] for r in rows if r[0] == found.name)))
        shown.append(PropertySection("depends on", _USES, tuple(self._named(found, body, ""))))
        name = WRITING.full_name(found.schema, found.name)
        sql, note = self._shown(f"SHOW CREATE {found.kind.upper()} {name}", _COLUMN[found.kind])
        return ObjectProperties(found, sections.filled(shown), sections.script([sql]), note)

    def _definition(self, found: CatalogObject) -> tuple[str, Sequence[tuple[str, object]]]:
        """The body as it was written, and facts."""
        if found.kind in {"function", "procedure"}:
            titles: tuple[str, ...] = (
                "result",
                "deterministic",
                "data access",
                "security",
                "definer",
                "made",
                "last change",
                "sql_mode",
            )
            rows = self._rows("definition_routine", found.schema, found.name, found.kind.upper())
        elif found.kind == "event":
            titles = (
                "status", "type", "at", "every", "unit", "starts", "ends", "last run", "definer", "time zone",
            )  # fmt: skip
            rows = self._rows("definition_event", found.schema, found.name)
        elif found.kind == "trigger":
            rows = self._rows("triggers", found.schema, found.parent)
            return next((text(row[4]) for row in rows if row[1] == found.name), ""), ()
        else:
            return "", ()
        row = next((row for row in rows if row[0] == found.name), None)
        return ("", ()) if row is None else (text(row[1]), tuple(zip(titles, row[2:], strict=True)))

    def of_index(self, found: CatalogObject, details: RelationDetails) -> ObjectProperties:
        """An index of a table."""
        sql = next((index.sql for index in details.indexes if index.name == found.name), "")
        facts = sections.facts("definition", [("kind", "index"), ("table", found.parent), ("detail", found.detail)])
        table = CatalogObject("table", found.schema, found.parent)
        counted = self._cardinality(table)
        rows = tuple(row for row in counted.rows if row[0] == found.name)
        shown = (facts, PropertySection(counted.id, counted.headings, rows))
        return ObjectProperties(found, sections.filled(shown), sections.script([sql]), details.note)

    def of_constraint(self, found: CatalogObject, details: RelationDetails) -> ObjectProperties:
        """A key or a check of a table."""
        table = CatalogObject("table", found.schema, found.parent)
        row = next((row for row in self._constraints(table, details) if row[0] == found.name), ("", "", "", ""))
        facts = [("kind", row[1]), ("table", found.parent), ("columns", row[2]), ("definition", row[3])]
        return ObjectProperties(found, (sections.facts("definition", facts),), "", details.note)

    def of_schema(self, found: CatalogObject) -> ObjectProperties:
        """A database as a whole."""
        titles = ("character set", "collation")
        rows = [row for row in self._rows("definition_schema", found.name) if row[0] == found.name]
        facts = [("kind", "schema"), *zip(titles, rows[0][1:] if rows else (), strict=False)]
        sql, note = self._shown(
            f"SHOW CREATE DATABASE {WRITING.dialect.quote_identifier(found.name)}", _COLUMN["schema"]
        )
        shown = (sections.facts("definition", facts), self._privileges("privileges_schema", found.name))
        return ObjectProperties(found, sections.filled(shown), sections.script([sql]), note)

    def of_account(self, found: CatalogObject) -> ObjectProperties:
        """An account or a role: what it was granted, without anything of its password."""
        quote = WRITING.dialect.quote_identifier
        who = quote(found.name) if found.kind == "role" else f"{quote(found.name)}@{quote(found.signature)}"
        note, grants = "", []
        try:
            grants = [without_password(text(row[0])) for row in self._show(f"SHOW GRANTS FOR {who}")]
        except StatementFailed as error:
            if error_number(error) not in DENIED:
                raise
            note = "This account may not see what another one was granted."
        facts = sections.facts(
            "definition", [("kind", found.kind), ("host", found.signature), ("detail", found.detail)]
        )
        shown = (facts, sections.table("privileges", ("granted",), ((grant,) for grant in grants)))
        return ObjectProperties(found, sections.filled(shown), sections.script(grants), note)

    def _shown(self, sql: str, column: int) -> tuple[str, str]:
        """The statement that makes something, or why it cannot be read."""
        try:
            rows = self._show(sql)
        except StatementFailed as error:
            if error_number(error) == _LOCKED:
                return "", "Only what is shown can be read now: another session holds a metadata lock on it."
            if error_number(error) in DENIED | {"1305"}:
                return "", _NOT_SEEN
            raise
        found = text(rows[0][column]) if rows else ""
        return found, "" if found else _NOT_SEEN


def _shown(fact: str, value: str | None) -> str | None:
    return sections.size(int(value)) if value is not None and fact in _SIZES else value


def without_password(grant: str) -> str:
    """A GRANT as MariaDB tells it, without the hash of the password: IDENTIFIED ends where REQUIRE or WITH begins."""
    kept: list[str] = []
    hides = False
    before = ""
    for token in dialect_named("mysql").lex(grant):
        word = grant[token.start : token.end]
        if word.upper() == "IDENTIFIED":
            hides = True
        elif word.upper() in {"REQUIRE", "WITH"} and before != "IDENTIFIED":
            hides = False
        before = word.upper() if word.strip() else before
        if not hides:
            kept.append(word)
    return "".join(kept).strip()
