"""What a name in a statement means, where the statement defines it, and where else it stands."""

from typing import Final

from lapwing.domain.completion import NameAt
from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.blocks import Segment
from lapwing.sql.completion.contexts import Context, KnownSource
from lapwing.sql.completion.facts import Clause, SourceKind
from lapwing.sql.completion.meaning_told import Meaning, told
from lapwing.sql.completion.names import Names
from lapwing.sql.completion.outputs import select_items
from lapwing.sql.completion.scopes import Scopes
from lapwing.sql.completion.tape import BARE_WORDS, Tape, whole_tape
from lapwing.sql.dialect import Dialect

NO_NAME = NameAt()
_MOST_OCCURRENCES: Final = 500
_SELECTED: Final = frozenset({Clause.SELECT_LIST, Clause.RETURNING})


def name_at(dialect: Dialect, text: str, position: int, names: Names) -> NameAt:
    """What the name at a position means. Any thread may ask; never raises.

    Linear in the text's length, but for names that stand in it again and again: 500 of them are looked at.

    Args:
        text: One statement.
        position: Characters before the place; either end of the name belongs to it.
    """
    tape = whole_tape(dialect, text, max(position - 1, 0))
    found = _token_at(tape, position)
    if found < 0:
        return NO_NAME
    reader = _Meanings(tape, Scopes(tape, names))
    meaning = reader.of(found)
    if meaning is None:
        return NO_NAME
    return told(tape, names, found, meaning, reader.same(found, meaning))


def _token_at(tape: Tape, position: int) -> int:
    for index in (tape.caret, tape.caret + 1, tape.caret - 1):
        if tape.is_name(index) and tape.starts[index] <= position <= tape.ends[index]:
            return index
    return -1


@dataclass(frozen=True, slots=True)
class _Path:
    """A qualified name: its tokens, and which of them is looked at."""

    names: tuple[int, ...]
    at: int


class _Meanings:
    """Finds the meanings of the names of one statement."""

    def __init__(self, tape: Tape, scopes: Scopes) -> None:
        self._tape = tape
        self._scopes = scopes
        self._made: dict[int, dict[int, Meaning]] = {}
        self._named: dict[int, KnownSource] = {}
        """From the tokens of relations in FROM clauses."""
        self._select_aliases: dict[int, frozenset[int]] = {}

    def same(self, index: int, meaning: Meaning) -> tuple[tuple[int, int], ...]:
        """Where the very same thing is named."""
        tape = self._tape
        name = tape.name(index).lower()
        size = len(name)
        found: list[tuple[int, int]] = []
        looked_at = 0
        for other in range(tape.first, tape.last):
            length = tape.ends[other] - tape.starts[other]
            if length < size or length > 2 * size + 4 or not tape.is_name(other) or tape.name(other).lower() != name:
                continue
            looked_at += 1
            meant = meaning if other == index else self.of(other)
            if meant is not None and meant.key == meaning.key:
                found.append((tape.starts[other], tape.ends[other]))
            if looked_at >= _MOST_OCCURRENCES:
                break
        return tuple(found)

    def of(self, index: int) -> Meaning | None:
        """What one token means; None when that is not known."""
        tape, scopes = self._tape, self._scopes
        path = self._path(index)
        first = path.names[0]
        context = scopes.context(tape.parents[first])
        segment = context.segment or context.block.segment_at(first)
        own = self._defined(context, index)
        if own is not None:
            return own
        if self._is_function(path):
            return self._routine(path)
        if segment.has_sources and context.clause is None:
            source = self._relation_named(context, path)
            if source is not None:
                return source
        if context.clause in {Clause.INSERT_COLUMNS, Clause.CONFLICT_COLUMNS} or self._is_assigned(context, index):
            target = scopes.of_arm(context, segment.arm)[:1]
            return self._column(target, path)
        if tape.kinds[index] in BARE_WORDS and tape.words[index] in tape.dialect.reserved and len(path.names) == 1:
            return None
        return self._reference(path, context)

    def _path(self, index: int) -> _Path:
        tape = self._tape
        first = last = index
        while tape.word(first - 1) == "." and tape.is_name(first - 2) and index - first < 8:
            first -= 2
        while (
            tape.word(last + 1) == "." and tape.is_name(last + 2) and tape.is_behind_dot(last + 2) and last - index < 8
        ):
            last += 2
        return _Path(tuple(range(first, last + 1, 2)), (index - first) // 2)

    # names that are defined where they stand

    def _defined(self, context: Context, index: int) -> Meaning | None:
        """A name that is made where it stands: a CTE, an alias, a column of a list, an output of a query."""
        found = self._made_in(context).get(index)
        if found is not None:
            return found
        segment = context.segment or context.block.segment_at(index)
        if segment.clause in _SELECTED and index in self._aliases(segment) and self._tape.parents[index] == context.at:
            return self._output(context, index)
        return None

    def _made_in(self, context: Context) -> dict[int, Meaning]:
        """What the CTEs and the FROM clauses of a query make, by token."""
        made = self._made.get(context.block.start)
        if made is not None:
            return made
        made = self._made[context.block.start] = {}
        for cte in context.block.ctes:
            known = self._scopes.cte(context, cte)
            made[cte.name] = Meaning("cte", known, defined=cte.name)
            self._list_columns(made, known, cte.columns)
        for segment in context.block.segments:
            for known in self._scopes.of_segment(context, segment) if segment.has_sources else ():
                item = known.item
                if item is None:
                    continue
                if item.alias >= 0:
                    made[item.alias] = Meaning("alias", known, defined=item.alias)
                self._list_columns(made, known, item.columns)
                self._named.update(dict.fromkeys(item.names, known))
        return made

    def _list_columns(self, made: dict[int, Meaning], known: KnownSource, opened: int) -> None:
        """The columns of a list in a parenthesis; -1 for none."""
        tape = self._tape
        for start, end in tape.commas(opened + 1, tape.inner_ends[opened]) if opened >= 0 else ():
            if start < end and tape.is_name(start):
                made[start] = Meaning("column", known, self._scopes.effective(start), defined=start)

    def _aliases(self, segment: Segment) -> frozenset[int]:
        """The tokens of a select list that are aliases."""
        found = self._select_aliases.get(segment.start)
        if found is None:
            items = select_items(self._tape, segment)
            found = self._select_aliases[segment.start] = frozenset(item.alias for item in items)
        return found

    def _output(self, context: Context, index: int) -> Meaning:
        """A column that a select list names: of the source that the query is, if it is one."""
        owner = self._owner(context)
        return Meaning("column", owner, self._scopes.effective(index), defined=index, place=-1 if owner else index)

    def _owner(self, context: Context) -> KnownSource | None:
        """The CTE or derived table whose query a context is."""
        parent = context.parent
        if parent is None:
            return None
        for cte in parent.block.ctes:
            if cte.body == context.at:
                return self._scopes.cte(parent, cte)
        if parent.segment is not None and parent.segment.has_sources:
            for known in self._scopes.of_segment(parent, parent.segment):
                if known.item is not None and known.item.body == context.at:
                    return known
        return None

    # names that refer to something

    def _is_function(self, path: _Path) -> bool:
        tape = self._tape
        last = path.names[-1]
        return tape.word(last + 1) == "(" and path.at == len(path.names) - 1

    def _routine(self, path: _Path) -> Meaning | None:
        tape, scopes = self._tape, self._scopes
        name = path.names[-1]
        context = scopes.context(tape.parents[name])
        segment = context.segment or context.block.segment_at(name)
        if segment.clause is Clause.INSERT_INTO:
            return self._relation_named(context, path)
        wanted = scopes.effective(name)
        schema = scopes.effective(path.names[-2]) if len(path.names) > 1 else ""
        found = tuple(
            routine
            for routine in scopes.names.routines
            if scopes.names.folded(routine.name) == scopes.names.folded(wanted)
            and (not schema or scopes.names.folded(routine.schema) == scopes.names.folded(schema))
        )
        if found or wanted.lower() in tape.dialect.functions:
            return Meaning("function", None, wanted, routines=found)
        return None

    def _relation_named(self, context: Context, path: _Path) -> Meaning | None:
        """A relation in a FROM, or the schema before it."""
        self._made_in(context)
        known = self._named.get(path.names[0])
        return self._of_source(known, path, len(path.names) - 1) if known is not None else None

    def _of_source(self, known: KnownSource, path: _Path, relation_at: int) -> Meaning | None:
        """A source, or the schema before it."""
        if path.at < relation_at:
            return Meaning("schema", None, self._scopes.effective(path.names[path.at]))
        if known.source.kind is SourceKind.CTE:
            return Meaning("cte", known, defined=known.cte)
        return Meaning("relation", known)

    def _is_assigned(self, context: Context, index: int) -> bool:
        """Whether a name is a column left of `=` in SET."""
        tape = self._tape
        segment = context.segment or context.block.segment_at(index)
        is_left = tape.word(index + 1) == "=" and tape.word(index - 1) in {"SET", ",", "UPDATE"}
        return segment.clause is Clause.SET and is_left

    def _reference(self, path: _Path, context: Context) -> Meaning | None:
        """A column, or what qualifies one."""
        scopes = self._scopes
        sources = scopes.visible(path.names[0])
        names = path.names
        if len(names) == 1:
            return self._column(sources, path) or self._named_output(context, names[0])
        if path.at == len(names) - 1:
            return self._column(sources, path)
        known = scopes.source_of(sources, names[: path.at + 1]) or scopes.source_of(sources, names[:-1])
        if known is None:
            return None
        if path.at == len(names) - 2:
            alias = known.item.alias if known.item is not None else -1
            return Meaning("alias", known, defined=alias) if alias >= 0 else self._of_source(known, path, path.at)
        return self._of_source(known, path, len(names) - 2)

    def _column(self, sources: tuple[KnownSource, ...], path: _Path) -> Meaning | None:
        scopes = self._scopes
        found = scopes.columns_of(sources, path.names)
        if not found:
            return None
        known, column = found[0]
        if len(found) > 1:
            key = scopes.column_key(column.name)
            found = found[:1] + [one for one in found[1:] if not self._is_merged(one[0], key)]
        more = tuple(one.source for one, _ in found)
        return Meaning("column", known, column.name, column=column, among=more, defined=self._maker(known, column.name))

    def _is_merged(self, known: KnownSource, key: str) -> bool:
        """Whether USING or NATURAL has made a column one with that of the sources before."""
        scopes, item = self._scopes, known.item
        if item is None:
            return False
        return item.is_natural or any(scopes.column_key(scopes.effective(index)) == key for index in item.merged)

    def _maker(self, known: KnownSource, name: str) -> int:
        """The token that gives a derived column its name; -1 where the statement does not."""
        scopes, tape = self._scopes, self._tape
        item = known.item
        body, columns = (item.body, item.columns) if item is not None else (-1, -1)
        if known.cte >= 0 and columns < 0:
            cte = scopes.cte_made(known.cte)
            body, columns = cte.body, cte.columns
        if columns >= 0:
            for index in range(columns + 1, tape.inner_ends[columns]):
                if tape.is_name(index) and scopes.effective(index) == name:
                    return index
        if body < 0 or known.source.kind is SourceKind.FUNCTION:
            return -1
        return self._made_by(scopes.context(body), name)

    def _made_by(self, context: Context, name: str) -> int:
        """The token in the select list of a query that names one of its columns."""
        scopes, block = self._scopes, context.block
        for number, arm in enumerate(block.arms):
            if arm.verb in {"", "OTHER"}:
                continue
            segment = block.find(number, Clause.SELECT_LIST) or block.find(number, Clause.RETURNING)
            if segment is None:
                return -1
            for made in select_items(self._tape, segment):
                token = made.alias if made.alias >= 0 else (made.names[-1] if made.names else -1)
                if token >= 0 and scopes.effective(token) == name:
                    return token
            return -1
        return -1

    def _named_output(self, context: Context, index: int) -> Meaning | None:
        """A name in ORDER BY, GROUP BY or HAVING that the select list gives."""
        scopes = self._scopes
        segment = context.segment or context.block.segment_at(index)
        if segment.clause not in {Clause.ORDER_BY, Clause.GROUP_BY, Clause.HAVING}:
            return None
        found = context.block.find(context.block.arms[segment.arm].first, Clause.SELECT_LIST)
        key = scopes.column_key(scopes.effective(index))
        for made in select_items(self._tape, found) if found is not None else ():
            if made.alias >= 0 and scopes.column_key(scopes.effective(made.alias)) == key:
                return self._output(context, made.alias)
        return None
