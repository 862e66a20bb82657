"""What a `*` in a select list stands for, written out."""

from collections import Counter

from lapwing.domain.completion import StarColumns
from lapwing.sql.completion.facts import Clause
from lapwing.sql.completion.names import Names
from lapwing.sql.completion.names_written import written
from lapwing.sql.completion.outputs import Owned, SelectItem, is_star, select_items, star_of
from lapwing.sql.completion.scopes import Scopes
from lapwing.sql.completion.tape import Tape, whole_tape
from lapwing.sql.dialect import Dialect

NO_STAR = StarColumns()


def star_at(dialect: Dialect, text: str, caret: int, names: Names) -> StarColumns:
    """The columns of the `*` or `t.*` at a caret, written out; empty where there is none or one column is not known.

    Columns are qualified where the query has several sources, or where the star was; what USING or NATURAL has made one
    is not. Linear in the text's length; any thread may ask; never raises.

    Args:
        text: One statement.
        caret: Characters before the place: at either end of the star, or within `t.*`.
    """
    tape = whole_tape(dialect, text, max(caret - 1, 0))
    scopes = Scopes(tape, names)
    for place in (tape.caret, tape.caret + 1, tape.caret - 1):
        if not tape.first <= place < tape.last:
            continue
        item = _item(tape, scopes, place)
        if item is not None and tape.starts[item.start] <= caret <= tape.ends[item.end - 1]:
            return _written(tape, scopes, item, names)
    return NO_STAR


def _item(tape: Tape, scopes: Scopes, place: int) -> SelectItem | None:
    """The star whose item a token is part of."""
    context = scopes.context(tape.parents[place])
    segment = context.segment or context.block.segment_at(place)
    if segment.clause not in {Clause.SELECT_LIST, Clause.RETURNING} or tape.parents[place] != context.at:
        return None
    for item in select_items(tape, segment):
        if item.start <= place < item.end:
            return item if is_star(tape, item) else None
    return None


def _written(tape: Tape, scopes: Scopes, item: SelectItem, names: Names) -> StarColumns:
    context = scopes.context(tape.parents[item.start])
    segment = context.segment or context.block.segment_at(item.start)
    sources = scopes.of_arm(context, segment.arm)
    columns, is_whole = star_of(scopes, sources, item)
    if not is_whole or not columns:
        return NO_STAR
    qualifier = ""
    if item.end - item.start > 1:
        qualifier = tape.text[tape.starts[item.start] : tape.ends[item.end - 3]] + "."
    counts = Counter(scopes.column_key(one.column.name) for one in columns)
    parts: list[str] = []
    for one in columns:
        is_clear = len(sources) < 2 or (one.is_merged and counts[scopes.column_key(one.column.name)] == 1)
        parts.append(_column(tape, one, qualifier, is_clear, names))
    text = ", ".join(parts)
    return StarColumns(tape.starts[item.start], tape.ends[item.end - 1], text)


def _column(tape: Tape, owned: Owned, qualifier: str, is_clear: bool, names: Names) -> str:
    """A column as it is written, qualified unless it is clear whose it is."""
    if not qualifier and not is_clear:
        source = owned.known.source
        qualifier = f"{source.written}." if source.written else ""
    return qualifier + written(tape.dialect, owned.column.name, names.folding)
