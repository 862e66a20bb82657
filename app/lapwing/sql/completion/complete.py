"""What fits at a caret."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from lapwing.domain.completion import CompleteAt, CompletionItem, Completions, ItemKind
from lapwing.sql.completion import candidates_columns as of_columns
from lapwing.sql.completion import candidates_relations as of_relations
from lapwing.sql.completion import candidates_routines as of_routines
from lapwing.sql.completion import joins
from lapwing.sql.completion.candidate import Candidate, Tier
from lapwing.sql.completion.candidates_types import types
from lapwing.sql.completion.facts import Clause, PlaceFacts
from lapwing.sql.completion.keywords import keyword_table, new_element, words_before
from lapwing.sql.completion.known import known
from lapwing.sql.completion.letter_case import writes_lower
from lapwing.sql.completion.names import Names
from lapwing.sql.completion.place import place_at
from lapwing.sql.completion.ranking import ranked, recency
from lapwing.sql.completion.spot import Spot
from lapwing.sql.completion.stars import star_at
from lapwing.sql.dialect import Dialect
from lapwing.sql.sqlite_words import READING_PRAGMAS, READING_PRAGMAS_OF

_RELATION_PLACES: Final = frozenset(
    {Clause.FROM, Clause.INSERT_INTO, Clause.UPDATE, Clause.DELETE_FROM, Clause.RELATION}
)
_PARAMETER: Final = re.compile(r"(?<![:@$\w])[:@$]\w*\Z")
_DESCRIBING: Final = {
    "postgresql": re.compile(r"[ \t]*\\(?:d[a-zA-Z]*\+?|sv\+?)[ \t]+"),
    "sqlite": re.compile(r"[ \t]*\.(?:schema|indexes|indices|dump)[ \t]+"),
}
"""Commands of the vendors' clients behind which a relation stands, by dialect, with the blanks behind them."""
_FROM: Final = "SELECT * FROM "
_RELATION_ITEMS: Final = frozenset({ItemKind.TABLE, ItemKind.VIEW, ItemKind.SCHEMA})
_NAME_REST: Final = re.compile(r"\w*")
_LONGEST_PARAMETER: Final = 100
_ALIAS_LENGTH: Final = 1
"""Letters behind a relation that may well be its alias: no keyword is offered for them until more are typed."""


def complete(dialect: Dialect, asked: CompleteAt, names: Names) -> Completions:
    """What fits at the caret that `asked` names, the best first. Never raises on any text; any thread may use it."""
    if (star := _star(dialect, asked, names)) is not None:
        return star
    if (described := _described(dialect, asked, names)) is not None:
        return described
    place = place_at(dialect, asked.place.text, asked.place.caret, names)
    return complete_place(dialect, asked, place, names)


def _star(dialect: Dialect, asked: CompleteAt, names: Names) -> Completions | None:
    """The columns for the `*` that the caret is right behind; None when there is none, or nobody has asked."""
    place = asked.place
    if not asked.is_asked or place.text[max(place.caret - 1, 0) : place.caret] != "*":
        return None
    star = star_at(dialect, place.text, place.caret, names)
    if not star.text:
        return None
    item = CompletionItem(ItemKind.STAR, of_columns.shortened(star.text), star.text)
    return Completions(star.start, star.end, (item,))


def _described(dialect: Dialect, asked: CompleteAt, names: Names) -> Completions | None:
    """The relations behind a command of a vendor's client that describes one; None elsewhere."""
    text, caret = asked.place.text, min(asked.place.caret, len(asked.place.text))
    command = _DESCRIBING.get(dialect.id)
    begin = text.rfind("\n", 0, caret) + 1
    found = command.match(text, begin) if command is not None else None
    if found is None or found.end() > caret:
        return None
    rest = text[found.end() :].partition("\n")[0]
    moved = found.end() - len(_FROM)
    place = replace(asked.place, text=f"{_FROM}{rest}", caret=caret - moved)
    answer = complete(dialect, replace(asked, place=place), names)
    items = tuple(item for item in answer.items if item.kind in _RELATION_ITEMS)
    return replace(answer, start=answer.start + moved, end=answer.end + moved, items=items)


def complete_place(dialect: Dialect, asked: CompleteAt, place: PlaceFacts, names: Names) -> Completions:
    """What fits at a place that is known already."""
    nothing = Completions(asked.place.caret, asked.place.caret)
    if (parameter := _parameter(place, asked)) is not None:
        return parameter
    if place.in_text or _is_number(place, asked.place.text):
        return nothing
    if not asked.is_asked and not (place.word or place.qualifiers or place.quote):
        return nothing
    text = asked.place.text
    spot = Spot(
        dialect=dialect,
        place=place,
        names=names,
        known=known(names),
        text=text,
        is_asked=asked.is_asked,
        is_lower=writes_lower(text, place.start, place.end, place.word),
        is_lower_around=writes_lower(text, place.start, place.end, ""),
        recent=recency(asked.recent),
        most=asked.most,
    )
    items = ranked(place.word, _candidates(spot), spot.recent, asked.most)
    if not asked.is_asked:
        items = _not_written_yet(items, text[place.start : place.end])
    return Completions(place.start, place.end, items)


def _not_written_yet(items: tuple[CompletionItem, ...], word: str) -> tuple[CompletionItem, ...]:
    """The items for who merely types: behind a whole keyword only what goes on with it, and not what stands there."""
    if items and items[0].kind is ItemKind.KEYWORD and items[0].insert == word:
        items = tuple(item for item in items if item.label.startswith(word))
    return items if [item.insert for item in items] != [word] else ()


def _parameter(place: PlaceFacts, asked: CompleteAt) -> Completions | None:
    """The statement's other parameters where one is being typed; None elsewhere."""
    text, caret = asked.place.text, asked.place.caret
    found = _PARAMETER.search(text[max(0, caret - _LONGEST_PARAMETER) : caret])
    if found is None or place.in_text or place.quote:
        return None
    behind = _NAME_REST.match(text, caret)
    end = behind.end() if behind else caret
    start = caret - len(found[0])
    own = text[start:end]
    is_only_one = len(re.findall(rf"{re.escape(own)}(?!\w)", text)) < 2
    others = (name for name in place.parameters if name != own or not is_only_one)
    candidates = (Candidate(ItemKind.PARAMETER, name, name, Tier.MEANT, is_strict=True) for name in others)
    return Completions(start, end, ranked(found[0], candidates, {}, asked.most))


def _is_number(place: PlaceFacts, text: str) -> bool:
    """Whether the place is in or right behind a number, or behind a dot that qualifies nothing."""
    if place.word or place.quote:
        return place.word[:1].isdigit()
    before = text[place.start - 1 : place.start] if place.start else ""
    return before.isalnum() or (before == "." and not place.qualifiers)


def _candidates(spot: Spot) -> Iterator[Candidate]:
    place = spot.place
    if place.clause is Clause.ALIAS:
        return chain(_alias(spot), _keywords(spot, new_element(place, spot.text), Tier.FAR) if spot.is_asked else ())
    if place.qualifiers:
        return _qualified(spot)
    following = keyword_table(spot.dialect.id).following(place, spot.text)
    if place.clause is Clause.OTHER and following.names_too and place.word:
        following = replace(following, phrases=(*following.phrases, *sorted(spot.names.keywords)))
    keywords = () if place.quote or _may_be_alias(spot) else following.phrases
    if not following.names_too:
        return chain(_keywords(spot, keywords, Tier.MEANT), _alias(spot))
    named = _NAMED_AT.get(place.clause, _expression)(spot)
    return chain(named, _keywords(spot, keywords, Tier.FAR if place.word else Tier.WORD))


def _keywords(spot: Spot, phrases: tuple[str, ...], tier: int) -> Iterator[Candidate]:
    for phrase in phrases:
        written = spot.keyword(phrase)
        yield Candidate(ItemKind.KEYWORD, written, written, tier, is_strict=True)


def _may_be_alias(spot: Spot) -> bool:
    """Whether a first letter behind a relation is more likely its alias than a keyword."""
    place = spot.place
    behind_relation = place.clause is Clause.FROM and not place.expects_operand
    return behind_relation and not spot.is_asked and 0 < len(place.word) <= _ALIAS_LENGTH


def _alias(spot: Spot) -> Iterator[Candidate]:
    """A name for the relation that stands right before the place, where it has none."""
    if not spot.is_asked:
        return
    for source in spot.place.sources:
        between = spot.text[source.end : spot.place.start].strip().upper() if source.end >= 0 else "-"
        if source.table and between in {"", "AS"} and source.alias_start < 0:
            alias = joins.alias_for(spot, source.table)
            yield Candidate(ItemKind.ALIAS, alias, alias, Tier.NAMED, source.table)


def _qualified(spot: Spot) -> Iterator[Candidate]:
    """What stands behind a dot."""
    clause = spot.place.clause
    if clause is Clause.TYPE:
        return types(spot)
    if clause is Clause.CALL:
        return of_routines.procedures(spot)
    source = None if clause in _RELATION_PLACES else of_columns.qualifying_source(spot)
    found: list[Iterator[Candidate]] = []
    if source is not None:
        if clause is Clause.ON:
            found.append(joins.conditions_of(spot, source))
        found.append(joins.partners_of(spot, source))
        found += [of_columns.columns_of(spot, source), of_columns.star(spot, source)]
    if of_relations.is_schema(spot, spot.place.qualifiers[-1]):
        found.append(of_relations.relations_of(spot))
        found.append(of_routines.functions(spot, of_rows=clause is Clause.FROM))
    return chain.from_iterable(found)


def _relations(spot: Spot) -> Iterator[Candidate]:
    """What a FROM or its like can name."""
    found: list[Iterator[Candidate]] = []
    if spot.place.clause is Clause.FROM:
        before = spot.place.before
        if before[:1] == ("JOIN",) and before[1:2] not in {("CROSS",), ("NATURAL",)} and not spot.place.quote:
            found.append(joins.joined_relations(spot))
        found.append(of_relations.ctes(spot))
    found += [of_relations.relations(spot), of_relations.schemas(spot)]
    if spot.place.clause is Clause.FROM and not spot.place.quote:
        found.append(of_routines.functions(spot, of_rows=True))
        found.append(of_routines.builtin_functions(spot, of_rows=True))
    return chain.from_iterable(found)


def _expression(spot: Spot) -> Iterator[Candidate]:
    """What an operand of an expression can be."""
    place = spot.place
    found: list[Iterator[Candidate]] = []
    if place.clause is Clause.ON and place.before[:1] == ("ON",) and not place.quote:
        found.append(joins.conditions(spot))
    if not place.quote:
        found.append(joins.partners(spot))
    if place.clause in {Clause.GROUP_BY, Clause.ORDER_BY, Clause.HAVING}:
        found.append(of_columns.outputs(spot))
    found.append(of_columns.columns(spot))
    if place.clause is Clause.SELECT_LIST and not place.sources:
        found.append(of_columns.all_columns(spot))
    found.append(of_columns.aliases(spot))
    if not place.quote:
        found += [of_columns.parameters(spot), of_routines.functions(spot), of_routines.builtin_functions(spot)]
    return chain.from_iterable(found)


def _definition(spot: Spot) -> Iterator[Candidate]:
    """What can be named in CREATE and ALTER: columns of what is defined, and calls where there is no mere list."""
    before = words_before(spot.place)
    is_default = before[:1] == ("DEFAULT",)
    found = [] if is_default else [of_columns.list_columns(spot)]
    is_list = "(" not in before or before[1:2] in {("KEY",), ("UNIQUE",)} or {"REFERENCES", "COPY"} & set(before[:3])
    if is_default or not (is_list or spot.place.quote):
        found += [of_routines.functions(spot), of_routines.builtin_functions(spot)]
    return chain.from_iterable(found)


def _unknown(spot: Spot) -> Iterator[Candidate]:
    """What can be named where it is not known what stands there: pragmas and theirs, or whatever was begun."""
    before = spot.place.before
    if spot.dialect.id == "sqlite" and before[:1] == ("PRAGMA",):
        names = sorted(READING_PRAGMAS | READING_PRAGMAS_OF)
        return (Candidate(ItemKind.KEYWORD, name, name, Tier.NEAREST) for name in names)
    is_of_pragma = before[:1] == ("(",) and before[2:3] == ("PRAGMA",)
    return _relations(spot) if spot.place.word or is_of_pragma else iter(())


def _nothing(spot: Spot) -> Iterator[Candidate]:
    return iter(())


_NAMED_AT: Final[dict[Clause, Callable[[Spot], Iterator[Candidate]]]] = {
    Clause.START: _nothing,
    Clause.FROM: _relations,
    Clause.INSERT_INTO: _relations,
    Clause.UPDATE: _relations,
    Clause.DELETE_FROM: _relations,
    Clause.RELATION: _relations,
    Clause.OTHER: _unknown,
    Clause.DEFINITION: _definition,
    Clause.USING: of_columns.using_columns,
    Clause.INSERT_COLUMNS: of_columns.list_columns,
    Clause.CONFLICT_COLUMNS: of_columns.list_columns,
    Clause.SET: of_columns.list_columns,
    Clause.LIMIT: of_columns.parameters,
    Clause.TYPE: types,
    Clause.SCHEMA: of_relations.schemas,
    Clause.CALL: of_routines.procedures,
    Clause.WITH_COLUMNS: _nothing,
}
"""What can be named in a clause; expressions in all others."""
