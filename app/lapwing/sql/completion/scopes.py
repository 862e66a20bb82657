"""Which query of a statement a place is in, what is around it, and whose columns can be named there."""

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import Final

from lapwing.sql.completion.blocks import Cte, Segment
from lapwing.sql.completion.clauses import read_block
from lapwing.sql.completion.contexts import UNKNOWN, Context, KnownSource, Outputs
from lapwing.sql.completion.facts import Clause, Source, SourceKind
from lapwing.sql.completion.from_items import FromItem, Joins, read_joins
from lapwing.sql.completion.function_outputs import function_outputs
from lapwing.sql.completion.names import NamedColumn, NamedRelation, Names
from lapwing.sql.completion.outputs import outputs_of
from lapwing.sql.completion.row_names import excluded, trigger_rows
from lapwing.sql.completion.tape import QUERY_WORDS, Tape

_MOST_DEPTH: Final = 40
"""Queries in queries whose columns are looked into; deeper ones are not known."""
_QUERY_ROLES: Final = frozenset({Clause.START})
_CONFLICT: Final = frozenset({Clause.SET, Clause.WHERE})
_EVERYWHERE: Final = frozenset({"sqlite", "ansi"})
"""Dialects in which a common table expression is seen by itself without RECURSIVE."""


class Scopes:
    """All that is known of one statement. It is read as it is asked for, and each part once. For one thread."""

    def __init__(self, tape: Tape, names: Names) -> None:
        self.tape = tape
        self.names = names
        root = read_block(tape, tape.first, tape.last, -1)
        self._contexts: dict[int, Context] = {-1: Context(root)}
        self._joins: dict[int, Joins] = {}
        self._sources: dict[int, tuple[KnownSource, ...]] = {}
        self._ctes: dict[int, KnownSource] = {}
        self._made: dict[int, Cte] = {}
        self._cte_keys: dict[int, dict[str, list[Cte]]] = {}
        self._column_keys: dict[int, tuple[object, dict[str, NamedColumn]]] = {}
        self._depth = 0
        self._sees_later = tape.dialect.id == "sqlite"

    # where a place is

    def context(self, opened: int) -> Context:
        """What the inside of a parenthesis is part of; -1 for the whole statement."""
        path: list[int] = []
        while opened not in self._contexts:
            path.append(opened)
            opened = self.tape.parents[opened]
        context = self._contexts[opened]
        for inner in reversed(path):
            context = self._contexts[inner] = self._inside(inner, context)
        return context

    def context_at(self, place: int) -> Context:
        """What the place before token `place` is part of."""
        return self.context(self.tape.around(place))

    def segment_at(self, place: int) -> Segment:
        """The clause that the place before token `place` is in, of the query that it is in."""
        context = self.context_at(place)
        return context.segment or context.block.segment_at(place)

    def _inside(self, opened: int, around: Context) -> Context:
        segment = around.segment or around.block.segment_at(opened)
        role = around.block.roles.get(opened) or self._role(opened, segment)
        if role in _QUERY_ROLES or (role is None and self._holds_query(opened, segment)):
            block = read_block(self.tape, opened + 1, self.tape.inner_ends[opened], opened)
            return Context(block, Context(around.block, around.parent, around.at, segment, None, opened), opened)
        if role is None and around.segment is not None:
            return around
        clause, at = (role, opened) if role is not None else (None, -1)
        return Context(around.block, around.parent, around.at, segment, clause, at)

    def _role(self, opened: int, segment: Segment) -> Clause | None:
        if segment.has_sources:
            found = self.joins(segment).roles.get(opened)
            if found is not None:
                return found
        before = self.tape.word(opened - 1)
        if before == "OVER":
            return Clause.WINDOW
        if before == "FILTER":
            return Clause.WHERE
        return None

    def _holds_query(self, opened: int, segment: Segment) -> bool:
        word = self.tape.word(opened + 1)
        if word == "VALUES" and segment.clause in {Clause.SET, Clause.SET_VALUE, Clause.SELECT_LIST}:
            return False
        return word in QUERY_WORDS and word != "REPLACE"

    # sources

    def joins(self, segment: Segment) -> Joins:
        """The items of a clause that names relations."""
        found = self._joins.get(segment.start)
        if found is None:
            calls = segment.clause is not Clause.INSERT_INTO
            end = segment.end
            if not calls:
                end = next((i for i in range(segment.start, end) if self.tape.words[i] == "("), end)
            found = self._joins[segment.start] = read_joins(self.tape, segment.start, end, calls=calls)
        return found

    def of_arm(self, context: Context, arm: int) -> tuple[KnownSource, ...]:
        """The sources that the relations of one arm are, in order."""
        found: list[KnownSource] = []
        for segment in context.block.of_arm.get(arm, ()):
            if segment.has_sources:
                found += self.of_segment(context, segment)
        if context.block.arms[arm].verb == "DELETE" and self.tape.dialect.id == "mysql":
            return self._without_mentions(found)
        return tuple(found)

    def _without_mentions(self, found: list[KnownSource]) -> tuple[KnownSource, ...]:
        """Those of MySQL's DELETE FROM a USING t AS a: the first `a` only mentions the second."""
        last = {self.key_of(known.source.name): known for known in found}
        return tuple(known for known in found if last[self.key_of(known.source.name)] is known)

    def of_segment(self, context: Context, segment: Segment) -> tuple[KnownSource, ...]:
        """The sources of one clause, one for each item."""
        found = self._sources.get(segment.start)
        if found is None:
            self._sources[segment.start] = ()
            found = tuple(self._source(context, item) for item in self.joins(segment).items)
            self._sources[segment.start] = found
        return found

    def _source(self, context: Context, item: FromItem) -> KnownSource:
        tape = self.tape
        names = [tape.name(index) for index in item.names]
        named = item.alias if item.alias >= 0 else (item.names[-1] if item.names else -1)
        schema = names[-2] if len(names) > 1 else ""
        kind, relation, outputs, cte = self._columns(context, item, schema)
        columns = outputs.columns if item.columns < 0 else self.under_names(item.columns, outputs.columns)
        source = Source(
            name=self.effective(named) if named >= 0 else "",
            kind=kind,
            relation=relation,
            schema=schema,
            table=names[-1] if names else "",
            columns=columns if columns or outputs.is_whole else None,
            start=tape.starts[item.start if not item.names else item.names[0]],
            end=tape.ends[item.end - 1],
            alias_start=tape.starts[item.alias] if item.alias >= 0 else -1,
            written=tape.written(named) if named >= 0 else "",
        )
        return KnownSource(source, item, outputs.is_whole, cte)

    def _columns(
        self, context: Context, item: FromItem, schema: str
    ) -> tuple[SourceKind, NamedRelation | None, Outputs, int]:
        """What an item is, its columns under their own names, and the token that names its CTE."""
        if item.kind is SourceKind.DERIVED:
            return item.kind, None, self.outputs(self.context(item.body)), -1
        if item.kind is SourceKind.FUNCTION:
            return item.kind, None, function_outputs(self.tape, self.names, item), -1
        name = item.names[-1]
        known = None if schema else self.cte_named(context, self.key(name), item.start)
        if known is not None:
            return SourceKind.CTE, None, Outputs(known.source.columns or (), known.is_whole), known.cte
        relation = self.names.relation(self.tape.name(name), schema, is_quoted=self.tape.is_quoted(name))
        if relation is None:
            return item.kind, None, UNKNOWN, -1
        return item.kind, relation, Outputs(relation.columns, bool(relation.columns)), -1

    def under_names(self, opened: int, columns: tuple[NamedColumn, ...]) -> tuple[NamedColumn, ...]:
        """`columns` under the names of a column list in a parenthesis; more names than columns make more columns."""
        tape = self.tape
        new: list[NamedColumn] = []
        for start, end in tape.commas(opened + 1, tape.inner_ends[opened]):
            if start >= end or not tape.is_name(start) or start == tape.hole:
                continue
            old = columns[len(new)] if len(new) < len(columns) else NamedColumn("")
            type_name = tape.text[tape.starts[start + 1] : tape.ends[end - 1]] if end > start + 1 else old.type_name
            new.append(NamedColumn(self.effective(start), type_name, old.comment))
        return (*new, *columns[len(new) :])

    # common table expressions

    def ctes_at(self, context: Context, place: int, *, with_columns: bool) -> tuple[KnownSource, ...]:
        """Those that a FROM at token `place` can name, the nearest first.

        Args:
            with_columns: Whether their columns are worked out too, which takes reading all of them.
        """
        found: list[KnownSource] = []
        inner: Context | None = context
        while inner is not None:
            seen = [cte for cte in inner.block.ctes if self._sees(cte, place) and cte.name != self.tape.hole]
            found += [self.cte(inner, cte) if with_columns else self._bare(cte) for cte in reversed(seen)]
            inner = inner.parent
        return tuple(found)

    def cte_named(self, context: Context, key: str, place: int) -> KnownSource | None:
        """The one that a name in a FROM at token `place` means, or None."""
        inner: Context | None = context
        while inner is not None:
            block = inner.block
            if block.ctes:
                by_key = self._cte_keys.get(block.start)
                if by_key is None:
                    by_key = self._cte_keys[block.start] = {}
                    for cte in block.ctes:
                        by_key.setdefault(self.key(cte.name), []).append(cte)
                named = by_key.get(key, [])
                count = len(named) if self._sees_later else bisect_left(named, place, key=attrgetter("name"))
                for cte in reversed(named[:count]):
                    if self._sees(cte, place) and cte.name != self.tape.hole:
                        return self.cte(inner, cte)
            inner = inner.parent
        return None

    def _sees(self, cte: Cte, place: int) -> bool:
        """Whether a common table expression can be named at a place behind its own name."""
        if place <= cte.name:
            return self._sees_later
        if cte.body < 0:
            return False
        is_inside = cte.body < place <= self.tape.inner_ends[cte.body]
        return not is_inside or cte.is_recursive or self.tape.dialect.id in _EVERYWHERE

    def cte(self, context: Context, cte: Cte) -> KnownSource:
        """A common table expression as a source."""
        found = self._ctes.get(cte.name)
        if found is not None:
            return found
        self._made[cte.name] = cte
        bare = self._ctes[cte.name] = self._bare(cte)
        if cte.body >= 0:
            outputs = self.outputs(self.context(cte.body))
            columns = self.under_names(cte.columns, outputs.columns) if cte.columns >= 0 else outputs.columns
            is_whole = outputs.is_whole or bool(bare.source.columns)
            source = replace(bare.source, columns=columns if columns or is_whole else None)
            self._ctes[cte.name] = KnownSource(source, None, is_whole, cte.name)
        return self._ctes[cte.name]

    def cte_made(self, name: int) -> Cte:
        """The common table expression that a token names, once it has been looked at."""
        return self._made[name]

    def _bare(self, cte: Cte) -> KnownSource:
        """A common table expression with the columns of its list alone."""
        tape = self.tape
        listed = self.under_names(cte.columns, ()) if cte.columns >= 0 else ()
        source = Source(
            name=self.effective(cte.name),
            kind=SourceKind.CTE,
            table=tape.name(cte.name),
            columns=listed or None,
            start=tape.starts[cte.name],
            end=tape.ends[cte.name],
            written=tape.written(cte.name),
        )
        return KnownSource(source, None, bool(listed), cte.name)

    def outputs(self, context: Context) -> Outputs:
        """The columns that a query gives."""
        if self._depth >= _MOST_DEPTH:
            return UNKNOWN
        self._depth += 1
        try:
            return outputs_of(self, context)
        finally:
            self._depth -= 1

    # names

    def effective(self, index: int) -> str:
        """What a name in the statement stands for: without quotes, folded when it has none."""
        name = self.tape.name(index)
        if self.tape.is_quoted(index) or self.names.folding not in {"lower", "upper"}:
            return name
        return self.names.folded(name)

    def key(self, index: int) -> str:
        """What the name of a relation or alias in the statement is compared by."""
        return self.key_of(self.effective(index))

    def key_of(self, name: str) -> str:
        """What an effective name is compared by."""
        return name.lower() if self.names.folding == "ignore" else name

    def column_key(self, name: str) -> str:
        """What the effective name of a column is compared by. To MySQL their case never matters."""
        return name if self.names.folding in {"lower", "upper"} else name.lower()

    # what a name means

    def source_of(self, sources: tuple[KnownSource, ...], names: tuple[int, ...]) -> KnownSource | None:
        """The source that qualifies a column: by its alias or name, or by schema and name where it has no alias."""
        if not names:
            return None
        key = self.key(names[-1])
        for known in sources:
            source = known.source
            if self.key_of(source.name) != key:
                continue
            if len(names) == 1:
                return known
            if source.alias_start < 0 and self.key_of(self._schema_of(known)) == self.key(names[-2]):
                return known
        return None

    def _schema_of(self, known: KnownSource) -> str:
        relation = known.source.relation
        return known.source.schema or (relation.schema if relation is not None else "")

    def columns_of(
        self, sources: tuple[KnownSource, ...], names: tuple[int, ...]
    ) -> list[tuple[KnownSource, NamedColumn]]:
        """The columns that a name can mean, of the nearest query that has any; more than one when it is ambiguous."""
        if len(names) > 1:
            known = self.source_of(sources, names[:-1])
            sources = (known,) if known is not None else ()
        key = self.column_key(self.effective(names[-1]))
        found: list[tuple[KnownSource, NamedColumn]] = []
        for known in sources:
            if found and known.source.depth > found[0][0].source.depth:
                break
            column = self.column_in(known, key)
            if column is not None:
                found.append((known, column))
        return found

    def column_of(self, sources: tuple[KnownSource, ...], names: tuple[int, ...]) -> NamedColumn | None:
        """The first column that a name can mean."""
        found = self.columns_of(sources, names)
        return found[0][1] if found else None

    def column_in(self, known: KnownSource, key: str) -> NamedColumn | None:
        """The column of a source with this key."""
        columns = known.source.columns
        if not columns:
            return None
        by_key = self._column_keys.get(id(columns))
        if by_key is None:
            table = {self.column_key(column.name): column for column in reversed(columns)}
            by_key = self._column_keys[id(columns)] = (columns, table)
        return by_key[1].get(key)

    # what is visible

    def visible(self, place: int) -> tuple[KnownSource, ...]:
        """The sources whose columns can be named before token `place`, those of the innermost query first."""
        context: Context | None = self.context_at(place)
        segment: Segment | None = self.segment_at(place)
        found: list[KnownSource] = []
        depth = 0
        while context is not None and segment is not None:
            here = self._of_place(context, segment, place)
            found += here if not depth else (replace(one, source=replace(one.source, depth=depth)) for one in here)
            place = context.at + 1
            depth += 1
            context = context.parent
            segment = context.segment if context is not None else None
        rows = trigger_rows(self.tape, self.names)
        return (*found, *(replace(one, source=replace(one.source, depth=depth)) for one in rows))

    def _of_place(self, context: Context, segment: Segment, place: int) -> tuple[KnownSource, ...]:
        """Those of one query that can be named at a place in one of its clauses."""
        everything = self.of_arm(context, segment.arm)
        if segment.clause in _CONFLICT and context.block.arms[segment.arm].verb == "INSERT":
            return everything if self.tape.dialect.id == "mysql" else everything + excluded(everything)
        if segment.clause in {Clause.ALIAS, Clause.START, Clause.VALUES, Clause.INSERT_INTO}:
            return ()
        arms = context.block.arms
        if segment.clause is Clause.ORDER_BY and arms[segment.arm].first != segment.arm:
            return ()  # the order of a set operation knows its outputs alone
        if not segment.has_sources:
            return everything
        joins = self.joins(segment)
        mine = self.of_segment(context, segment)
        condition = joins.condition_at(place)
        if condition is not None:
            first = 0 if self.tape.dialect.id == "sqlite" else condition.first
            return mine[first : condition.last]
        for item, _ in zip(joins.items, mine, strict=False):
            if item.body >= 0 and item.body < place <= self.tape.inner_ends[item.body]:
                is_lateral = item.is_lateral or item.kind is SourceKind.FUNCTION
                return (
                    tuple(one for one in mine if one.item is not None and one.item.start < item.start)
                    if is_lateral
                    else ()
                )
        return everything
