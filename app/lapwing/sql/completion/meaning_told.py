"""What a name means, and how that is told to a person."""

from typing import Final, Literal

from lapwing.domain.completion import NameAt
from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.contexts import KnownSource
from lapwing.sql.completion.facts import Source, SourceKind
from lapwing.sql.completion.names import NamedColumn, NamedRoutine, Names
from lapwing.sql.completion.names_written import written
from lapwing.sql.completion.tape import Tape

_MOST_LINES: Final = 40
Kind = Literal["relation", "column", "alias", "cte", "function", "schema"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means.

    Attributes:
        known: The source that it is, or whose column it is; None for a column that only the select list makes.
        name: Of a column, routine or schema.
        defined: The token that makes it in the statement; -1 when none does.
        place: Where it stands, when nothing else tells it from others; -1 otherwise.
        among: The sources that a column can be of; more than one when it is ambiguous.
    """

    kind: Kind
    known: KnownSource | None
    name: str = ""
    column: NamedColumn | None = None
    defined: int = -1
    place: int = -1
    among: tuple[Source, ...] = ()
    routines: tuple[NamedRoutine, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for names that mean the very same thing."""
        source = self.known.source if self.known is not None else None
        if self.kind == "alias":
            return ("alias", source.start if source is not None else -1)
        if self.kind == "cte":
            return ("cte", self.defined)
        if self.kind == "relation" and source is not None:
            return ("relation", *_identity(source, -1))
        if self.kind == "column" and source is not None and self.known is not None:
            return ("column", self.name, *_identity(source, self.known.cte))
        return (self.kind, self.name, self.place)


def _identity(source: Source, cte: int) -> tuple[object, ...]:
    """What tells a source from others: the database's relation, the common table expression, or its place."""
    if source.relation is not None:
        return (source.relation.schema, source.relation.name)
    if source.kind is SourceKind.CTE and cte >= 0:
        return (cte,)
    return (source.start,)


def told(tape: Tape, names: Names, index: int, meaning: Meaning, occurrences: tuple[tuple[int, int], ...]) -> NameAt:
    """The answer about the name that token `index` is."""
    source = meaning.known.source if meaning.known is not None else None
    relation = source.relation if source is not None else None
    is_column = meaning.kind == "column"
    defined = meaning.defined
    return NameAt(
        kind=meaning.kind,
        start=tape.starts[index],
        end=tape.ends[index],
        title=_title(tape, names, meaning),
        detail=_detail(meaning),
        lines=_lines(meaning),
        schema=relation.schema if relation is not None else meaning.name if meaning.kind == "schema" else "",
        relation=relation.name if relation is not None else "",
        column=meaning.name if is_column and relation is not None else "",
        defined_start=tape.starts[defined] if defined >= 0 else 0,
        defined_end=tape.ends[defined] if defined >= 0 else 0,
        occurrences=occurrences,
    )


def _title(tape: Tape, names: Names, meaning: Meaning) -> str:
    parts: list[str] = []
    source = meaning.known.source if meaning.known is not None else None
    if meaning.kind == "function":
        routine = meaning.routines[0] if meaning.routines else None
        if routine is None or routine.is_builtin:
            return meaning.name
        parts = [routine.schema, routine.name]
    elif source is not None and source.relation is not None and meaning.kind != "alias":
        parts = [source.relation.schema, source.relation.name]
    elif source is not None:
        parts = [source.name or source.table]
    if meaning.kind in {"column", "schema"}:
        parts.append(meaning.name)
    return ".".join(written(tape.dialect, part, names.folding) for part in parts if part)


def _detail(meaning: Meaning) -> str:
    if len(meaning.among) > 1:
        return ", ".join(source.name or source.table for source in meaning.among)
    source = meaning.known.source if meaning.known is not None else None
    if meaning.kind == "column":
        return meaning.column.type_name if meaning.column is not None else ""
    if meaning.kind == "function":
        return meaning.routines[0].result if meaning.routines else ""
    if source is None:
        return ""
    if source.relation is not None:
        relation = source.relation
        return f"{relation.schema}.{relation.name}" if meaning.kind == "alias" else relation.kind
    return source.table if meaning.kind == "alias" else ""


def _lines(meaning: Meaning) -> tuple[str, ...]:
    if meaning.kind == "function":
        signatures = [f"{one.name}({', '.join(one.arguments)}) {one.result}".rstrip() for one in meaning.routines]
        comments = [one.comment for one in meaning.routines[:1] if one.comment]
        return tuple((comments + signatures)[:_MOST_LINES])
    if meaning.kind == "column":
        return (meaning.column.comment,) if meaning.column is not None and meaning.column.comment else ()
    source = meaning.known.source if meaning.known is not None else None
    if source is None:
        return ()
    comment = [source.relation.comment] if source.relation is not None and source.relation.comment else []
    columns = [f"{column.name} {column.type_name}".rstrip() for column in source.columns or ()]
    more = ["…"] if len(columns) > _MOST_LINES else []
    return tuple(comment + columns[:_MOST_LINES] + more)
