"""The columns that a function in a FROM gives, from what the server says about it."""

from typing import Final

from lapwing.sql.completion.contexts import UNKNOWN, Outputs
from lapwing.sql.completion.from_items import FromItem
from lapwing.sql.completion.names import NamedColumn, NamedRoutine, Names
from lapwing.sql.completion.tape import Tape

_OUT: Final = ("OUT ", "INOUT ", "TABLE ")
_SCALAR: Final = frozenset(
    {"generate_series", "unnest", "regexp_split_to_table", "string_to_table", "generate_subscripts"}
)
"""Functions of PostgreSQL whose one column has the name of their alias."""
_VALUES: Final = frozenset({"json_array_elements", "jsonb_array_elements", "json_array_elements_text"})
_PAIRS: Final = frozenset({"json_each", "jsonb_each", "json_each_text", "jsonb_each_text"})


def function_outputs(tape: Tape, names: Names, item: FromItem) -> Outputs:
    """The columns of a function, before those of the column list behind its alias rename them."""
    if not item.names:
        return UNKNOWN
    name = tape.name(item.names[-1])
    called = tape.name(item.alias) if item.alias >= 0 else name
    schema = tape.name(item.names[-2]) if len(item.names) > 1 else ""
    columns: tuple[NamedColumn, ...] = ()
    if tape.dialect.id == "postgresql":
        columns = _built_in(name.lower(), names.folded(called))
    for routine in names.routines if not columns else ():
        is_meant = names.folded(routine.name) == names.folded(name)
        if is_meant and (not schema or names.folded(routine.schema) == names.folded(schema)):
            columns = _of_routine(names, routine, names.folded(called))
            break
    if columns and _has_ordinality(tape, item):
        columns = (*columns, NamedColumn("ordinality", "bigint"))
    return Outputs(columns, bool(columns)) if columns else UNKNOWN


def _built_in(name: str, called: str) -> tuple[NamedColumn, ...]:
    if name in _SCALAR:
        return (NamedColumn(called),)
    if name in _VALUES:
        return (NamedColumn("value"),)
    return (NamedColumn("key", "text"), NamedColumn("value")) if name in _PAIRS else ()


def _of_routine(names: Names, routine: NamedRoutine, called: str) -> tuple[NamedColumn, ...]:
    """By its result: `TABLE(...)`, the arguments that it gives back, the rows of a relation, or one value."""
    result = routine.result.strip()
    if result.upper().startswith("TABLE(") and result.endswith(")"):
        return tuple(_named(part) for part in result[6:-1].split(","))
    given = [part.split(" ", 1)[1] for part in routine.arguments if part.startswith(_OUT)]
    if given:
        return tuple(map(_named, given))
    row = result.removeprefix("SETOF ")
    schema, _, name = row.rpartition(".")
    relation = names.relation(name.strip('"'), schema.strip('"') or routine.schema)
    if relation is not None:
        return relation.columns
    if not result or row in {"record", "void", "trigger"}:
        return ()
    return (NamedColumn(called, row),)


def _named(part: str) -> NamedColumn:
    """A column written as name and type. A type with a comma in it is cut; only its name is needed then."""
    name, _, type_name = part.strip().partition(" ")
    return NamedColumn(name.strip('"'), type_name)


def _has_ordinality(tape: Tape, item: FromItem) -> bool:
    return tape.word(item.end) == "WITH" and tape.word(item.end + 1) == "ORDINALITY"
