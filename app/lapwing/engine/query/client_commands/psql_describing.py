"""psql's commands that tell what a database holds: `\\d` and its like, answered from the server's catalogue.

They are asked on the run's own session, so that they see what its transaction has made.
"""

import re
from typing import Final

from lapwing.domain.command_errors import ClientCommandFailed, ClientCommandRefused
from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.query.client_commands import psql_catalogue as catalogue
from lapwing.engine.query.client_commands.asking import texts
from lapwing.engine.query.client_commands.psql_tables import NOT_DESCRIBED
from lapwing.engine.query.commands import RunContext
from lapwing.sql.literals import postgresql_literal
from lapwing.sql.psql_patterns import name_patterns

_RELATIONS: Final = re.compile(r"d[tvmisE]++")
_KINDS: Final = {"t": "'r','p'", "v": "'v'", "m": "'m'", "i": "'i','I'", "s": "'S'", "E": "'f'"}
_ALL: Final = "tvmsE"
_TITLES: Final = {
    "r": "Table", "p": "Partitioned table", "v": "View", "m": "Materialized view", "i": "Index",
    "I": "Partitioned index", "S": "Sequence", "f": "Foreign table", "c": "Composite type", "t": "TOAST table",
}  # fmt: skip
_NO_SYSTEM: Final = (
    "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast' AND n.nspname !~ '^pg_temp'"
)
_LISTS: Final = {
    "dn": (catalogue.SCHEMAS, "n.nspname", "", "", "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"),
    "df": (
        catalogue.FUNCTIONS, "p.proname", "n.nspname", "pg_catalog.pg_function_is_visible(p.oid)",
        "n.nspname NOT IN ('pg_catalog', 'information_schema')",
    ),
    "du": (catalogue.ROLES, "r.rolname", "", "", "r.rolname !~ '^pg_'"),
    "dg": (catalogue.ROLES, "r.rolname", "", "", "r.rolname !~ '^pg_'"),
    "dx": (catalogue.EXTENSIONS, "e.extname", "", "", ""),
    "l": (catalogue.DATABASES, "d.datname", "", "", ""),
    "list": (catalogue.DATABASES, "d.datname", "", "", ""),
}  # fmt: skip
"""By command: query, name, schema, whether a name without a schema is found, and what leaves the server's own out."""
_SOURCES: Final = {
    "sf": "pg_catalog.pg_get_functiondef({}::pg_catalog.{})",
    "sv": "pg_catalog.pg_get_viewdef({}::pg_catalog.regclass, true)",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command asks for: its name as written, without and with what only says how much, and the pattern."""

    command: str
    name: str
    has_system: bool
    is_verbose: bool
    pattern: str


def wanted(name: str, pattern: str) -> Wanted:
    """A command's name, without its backslash, cut into what it asks for."""
    bare = name.rstrip("+Sx") if name not in {"dx", "dx+"} else "dx"
    return Wanted("\\" + name, bare, "S" in name[len(bare) :], "+" in name[len(bare) :], pattern)


def describe(what: Wanted, context: RunContext) -> None:
    """Show what is asked for.

    Raises:
        ClientCommandRefused: Such objects are not listed.
        ClientCommandFailed: There is nothing of that name.
    """
    if what.name in _SOURCES:
        _show_source(what, context)
    elif what.name in _LISTS:
        query, name, schema, visible, no_system = _LISTS[what.name]
        hides = "" if what.has_system or what.pattern else no_system
        context.execute(query.format(where=_where(what, context, name, schema, visible, hides)))
    elif _RELATIONS.fullmatch(what.name) or (what.name == "d" and not what.pattern):
        letters = what.name[1:] or _ALL
        hides = "" if what.has_system or what.pattern else _NO_SYSTEM
        kinds = ",".join(_KINDS[letter] for letter in dict.fromkeys(letters))
        where = _where(what, context, "c.relname", "n.nspname", _VISIBLE, hides)
        query = catalogue.INDEXES if set(letters) == {"i"} else catalogue.RELATIONS
        context.execute(query.format(kinds=kinds, where=where))
    elif what.name == "d":
        _describe_relations(what, context)
    else:
        reason, advice = NOT_DESCRIBED
        raise ClientCommandRefused(command=what.command, client="psql", position=0, reason=reason, advice=advice)


_VISIBLE: Final = "pg_catalog.pg_table_is_visible(c.oid)"


def _where(what: Wanted, context: RunContext, name: str, schema: str, visible: str, hides: str) -> str:
    """The condition that a pattern is, or which leaves the server's own objects out."""
    terms = [hides] if hides else []
    patterns = name_patterns(what.pattern) if what.pattern else ()
    if len(patterns) > (3 if schema else 1):
        raise ClientCommandFailed(
            command=what.command, position=0, reason=f"{what.pattern} has too many dots for a name of this kind."
        )
    if len(patterns) == 3 and what.pattern.partition(".")[0].strip('"') != context.session.database:
        raise ClientCommandFailed(
            command=what.command, position=0, reason="Another database than this session's cannot be looked into."
        )
    if patterns:
        terms.append(_matches(name, patterns[-1]))
    if len(patterns) > 1:
        terms.append(_matches(schema, patterns[-2]))
    elif visible:
        terms.append(visible)
    return " AND ".join(terms) or "true"


def _matches(column: str, pattern: str) -> str:
    return (
        "true"
        if pattern == "^(.*)$"
        else f"{column} OPERATOR(pg_catalog.~) {postgresql_literal(pattern)} COLLATE pg_catalog.default"
    )


def _describe_relations(what: Wanted, context: RunContext) -> None:
    """`\\d` with a pattern: each relation that matches."""
    where = _where(what, context, "c.relname", "n.nspname", _VISIBLE, "")
    found = texts(context.session, catalogue.MATCHING.format(where=where))
    if not found:
        reason = f"There is no table, view, index or sequence that is called {what.pattern}."
        raise ClientCommandFailed(command=what.command, position=0, reason=reason)
    for oid, schema, name, kind in found:
        context.tell(f'{_TITLES.get(kind, "Relation")} "{schema}.{name}"')
        query = {"S": catalogue.SEQUENCE, "i": catalogue.INDEX_COLUMNS, "I": catalogue.INDEX_COLUMNS}.get(
            kind, catalogue.COLUMNS
        )
        context.execute(query.format(oid=oid))
        heading = ""
        for title, text in texts(context.session, catalogue.FOOTERS.format(oid=oid)):
            if title and title != heading:
                context.tell(title)
            heading = title
            context.tell(f"    {text}" if title else text)
        if what.is_verbose and kind in {"v", "m"}:
            context.tell("View definition:")
            context.tell(texts(context.session, f"SELECT pg_catalog.pg_get_viewdef({oid}::pg_catalog.oid, true)")[0][0])


def _show_source(what: Wanted, context: RunContext) -> None:
    if not what.pattern:
        raise ClientCommandFailed(command=what.command, position=0, reason="The name is missing.")
    kind = "regprocedure" if "(" in what.pattern else "regproc"
    context.execute(f"SELECT {_SOURCES[what.name].format(postgresql_literal(what.pattern), kind)} AS source")
