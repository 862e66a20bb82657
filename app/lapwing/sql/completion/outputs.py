"""The columns that a query gives: what its select list names, with `*` written out."""

from typing import TYPE_CHECKING, Final, NamedTuple

from lapwing.sql.completion.blocks import Segment
from lapwing.sql.completion.contexts import UNKNOWN, Context, KnownSource, Outputs
from lapwing.sql.completion.facts import Clause
from lapwing.sql.completion.names import NamedColumn
from lapwing.sql.completion.output_names import alias_of, expression_name
from lapwing.sql.completion.tape import Tape

if TYPE_CHECKING:
    from lapwing.sql.completion.scopes import Scopes

MOST_COLUMNS: Final = 5_000
"""No server gives more; what doubles its columns again and again ends here."""
_BEFORE_LIST: Final = frozenset(
    {"DISTINCT", "DISTINCTROW", "ALL", "STRAIGHT_JOIN", "HIGH_PRIORITY", "SQL_CALC_FOUND_ROWS", "SQL_NO_CACHE"}
)


class Owned(NamedTuple):
    """A column of a `*`, whose it is, and whether USING or NATURAL has made it one with that of another source."""

    column: NamedColumn
    known: KnownSource
    is_merged: bool = False


class SelectItem(NamedTuple):
    """One item of a select list: its tokens, and what it is called.

    Attributes:
        alias: The token of its alias; -1 without one.
        names: The tokens of the column that it is, if it is nothing else.
    """

    start: int
    end: int
    alias: int
    names: tuple[int, ...]


def outputs_of(scopes: "Scopes", context: Context) -> Outputs:
    """The columns that the query of a context gives."""
    block = context.block
    for number, arm in enumerate(block.arms):
        if arm.verb == "(":
            return scopes.outputs(scopes.context(arm.start))
        if arm.verb == "SELECT":
            found = block.find(number, Clause.SELECT_LIST)
            if found is not None:
                return _listed(scopes, context, found)
            return _all_of(scopes, context, number)
        if arm.verb == "TABLE":
            return _all_of(scopes, context, number)
        if arm.verb == "VALUES":
            return _values(scopes, block.find(number, Clause.VALUES))
        if arm.verb and arm.verb != "OTHER":
            found = block.find(number, Clause.RETURNING)
            return _listed(scopes, context, found) if found is not None else UNKNOWN
    return UNKNOWN


def select_items(tape: Tape, segment: Segment) -> list[SelectItem]:
    """The items of a select list or of RETURNING; without those that are missing."""
    start = segment.start
    while start < segment.end and tape.words[start] in _BEFORE_LIST:
        start += 1
        if tape.word(start) == "ON" and tape.word(start + 1) == "(":
            start = tape.next(start + 1)
    items: list[SelectItem] = []
    for first, end in tape.commas(start, segment.end):
        if first < end:
            alias = alias_of(tape, first, end)
            until = end if alias < 0 else alias - (tape.words[alias - 1] == "AS")
            items.append(SelectItem(first, end, alias, _column_names(tape, first, until)))
    return items


def _column_names(tape: Tape, start: int, end: int) -> tuple[int, ...]:
    """The tokens of `a`, `t.a` or `s.t.a`, when that is all."""
    names = tuple(range(start, end, 2))
    is_column = (
        (end - start) % 2 == 1
        and end - start < 8
        and all(tape.is_name(index) and index != tape.hole for index in names)
        and all(tape.words[index] == "." for index in range(start + 1, end, 2))
        and (end - start > 1 or tape.is_plain_name(start))
    )
    return names if is_column else ()


def is_star(tape: Tape, item: SelectItem) -> bool:
    """Whether an item is `*` or `t.*`."""
    return (
        item.alias < 0
        and tape.words[item.end - 1] == "*"
        and (item.end - item.start == 1 or tape.words[item.end - 2] == ".")
    )


def _listed(scopes: "Scopes", context: Context, segment: Segment) -> Outputs:
    """The columns of a select list."""
    tape = scopes.tape
    columns: list[NamedColumn] = []
    is_whole = True
    sources = scopes.of_arm(context, segment.arm)
    for item in select_items(tape, segment):
        if is_star(tape, item):
            owned, is_all = star_of(scopes, sources, item)
            columns += [one.column for one in owned]
            is_whole = is_whole and is_all
        else:
            column = _column(scopes, context, sources, item)
            is_whole = is_whole and bool(column.name)
            columns.append(column)
        if len(columns) > MOST_COLUMNS:
            return Outputs(tuple(columns[:MOST_COLUMNS]))
    return Outputs(tuple(columns), is_whole)


def _column(scopes: "Scopes", context: Context, sources: tuple[KnownSource, ...], item: SelectItem) -> NamedColumn:
    tape = scopes.tape
    known = scopes.column_of(sources, item.names) if item.names else None
    type_name, comment = (known.type_name, known.comment) if known is not None else ("", "")
    if item.alias >= 0:
        return NamedColumn(scopes.effective(item.alias), type_name or _cast_type(tape, item), comment)
    if item.names:
        name = known.name if known is not None else scopes.effective(item.names[-1])
        return NamedColumn(name, type_name, comment)
    if tape.words[item.start] == "(" and tape.next(item.start) == item.end:
        inner = scopes.context(item.start)
        if inner.at == item.start:
            found = scopes.outputs(inner).columns
            if found and tape.dialect.id == "postgresql":
                return found[0]
    return NamedColumn(expression_name(tape, item.start, item.end), _cast_type(tape, item))


def _cast_type(tape: Tape, item: SelectItem) -> str:
    """The type of an expression that ends with a cast."""
    end = item.end if item.alias < 0 else item.alias - (tape.words[item.alias - 1] == "AS")
    index = end - 1
    while index > item.start and index > end - 8 and tape.words[index] != "::":
        index -= 1
    if index > item.start and tape.words[index] == "::" and index + 1 < end:
        return tape.text[tape.starts[index + 1] : tape.ends[end - 1]]
    return ""


def _all_of(scopes: "Scopes", context: Context, arm: int) -> Outputs:
    owned, is_whole = all_columns(scopes, scopes.of_arm(context, arm))
    return Outputs(tuple(one.column for one in owned), is_whole)


def _values(scopes: "Scopes", segment: Segment | None) -> Outputs:
    """The columns of VALUES, as many as its first row has, under the names that the server gives them."""
    tape = scopes.tape
    if segment is None:
        return UNKNOWN
    opened = segment.start + (tape.word(segment.start) == "ROW")
    if tape.word(opened) != "(" or opened >= segment.end:
        return UNKNOWN
    count = len(tape.commas(opened + 1, tape.inner_ends[opened]))
    name, first = ("column_", 0) if tape.dialect.id == "mysql" else ("column", 1)
    columns = tuple(NamedColumn(f"{name}{number}") for number in range(first, first + min(count, MOST_COLUMNS)))
    return Outputs(columns, count <= MOST_COLUMNS)


def star_of(scopes: "Scopes", sources: tuple[KnownSource, ...], item: SelectItem) -> tuple[list[Owned], bool]:
    """What `*` or `t.*` stands for, and whether that is all of it."""
    if item.end - item.start == 1:
        return all_columns(scopes, sources)
    names = tuple(index for index in range(item.start, item.end - 1) if scopes.tape.words[index] != ".")
    known = scopes.source_of(sources, names)
    if known is None:
        return [], False
    return [Owned(column, known) for column in known.source.columns or ()], known.is_whole


def all_columns(scopes: "Scopes", sources: tuple[KnownSource, ...]) -> tuple[list[Owned], bool]:
    """The columns of all sources in the order of `*`: those that USING or NATURAL merged stand once, and but for SQLite
    before the others of their join."""
    columns: list[Owned] = []
    chain: list[Owned] = []
    begin = -1
    is_whole = bool(sources)
    for known in sources:
        item = known.item
        is_whole = is_whole and known.is_whole
        own = [Owned(column, known) for column in known.source.columns or ()]
        if item is None or item.chain != begin:
            columns += chain
            chain, begin = own, -1 if item is None else item.chain
        else:
            chain = _joined(scopes, chain, own, known)
        if len(columns) + len(chain) > MOST_COLUMNS:
            return (columns + chain)[:MOST_COLUMNS], False
    return columns + chain, is_whole


def _joined(scopes: "Scopes", left: list[Owned], right: list[Owned], known: KnownSource) -> list[Owned]:
    """The columns of a join: all of both sides, or fewer with USING or NATURAL."""
    item = known.item
    assert item is not None, "only items of a FROM are joined"
    key = scopes.column_key
    if item.is_natural:
        names = {key(one.column.name) for one in left} & {key(one.column.name) for one in right}
        merged = [key(one.column.name) for one in left if key(one.column.name) in names]
    else:
        merged = [key(scopes.effective(index)) for index in item.merged]
    known_names = set(merged)
    rest = [one for one in right if key(one.column.name) not in known_names]
    if [key(one.column.name) for one in left[: len(merged)]] == merged:
        left[: len(merged)] = [one._replace(is_merged=True) for one in left[: len(merged)]]
    elif merged and scopes.tape.dialect.id == "sqlite":
        left = [one._replace(is_merged=True) if key(one.column.name) in known_names else one for one in left]
    elif merged:
        first = {key(one.column.name): one for one in reversed(left)}
        ahead = [first[name]._replace(is_merged=True) for name in merged if name in first]
        left = ahead + [one for one in left if key(one.column.name) not in known_names]
    left += rest
    return left
