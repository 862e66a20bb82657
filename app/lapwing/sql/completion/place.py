"""What is known of a place in a statement, however half-written that is, from its tokens and a database's names."""

from dataclasses import replace
from typing import Final

from lapwing.sql.completion.definitions import Definition, definition_at
from lapwing.sql.completion.facts import Clause, PlaceFacts, Source
from lapwing.sql.completion.names import NamedRelation, Names
from lapwing.sql.completion.operands import before_words, expects_operand
from lapwing.sql.completion.outputs import select_items
from lapwing.sql.completion.scopes import Scopes
from lapwing.sql.completion.tape import Tape, here, tape_at
from lapwing.sql.dialect import Dialect
from lapwing.sql.parameters import parameters_of

_MOST_QUALIFIERS: Final = 4
_LISTS: Final = frozenset({Clause.INSERT_COLUMNS, Clause.USING, Clause.CONFLICT_COLUMNS, Clause.WITH_COLUMNS})
_BY_OUTPUT: Final = frozenset({Clause.ORDER_BY, Clause.GROUP_BY, Clause.HAVING})
_SELECTED: Final = frozenset({Clause.SELECT_LIST, Clause.RETURNING, Clause.GROUP_BY, Clause.ORDER_BY})


def place_at(dialect: Dialect, text: str, caret: int, names: Names) -> PlaceFacts:
    """What is known of a place in a statement. Linear in the text's length; any thread may ask; never raises.

    Args:
        text: One statement, or what is written of it.
        caret: Characters before the place.
    """
    caret = min(max(caret, 0), len(text))
    tokens = dialect.lex(text)
    found = here(dialect, tokens, caret)
    parameters = tuple(dict.fromkeys(text[place.start : place.end] for place in parameters_of(dialect, text)))
    if found.in_text:
        return PlaceFacts(Clause.OTHER, caret, caret, in_text=True, parameters=parameters)
    tape = tape_at(dialect, tokens, found)
    facts = _Place(tape, Scopes(tape, names)).facts(found.start, found.end, caret, found.quote)
    return replace(facts, parameters=parameters)


class _Place:
    """Works out the facts of one place."""

    def __init__(self, tape: Tape, scopes: Scopes) -> None:
        self._tape = tape
        self._scopes = scopes
        qualifiers: list[str] = []
        at = tape.caret
        while tape.word(at - 1) == "." and tape.is_name(at - 2) and len(qualifiers) < _MOST_QUALIFIERS:
            qualifiers.insert(0, tape.name(at - 2))
            at -= 2
        self._qualifiers = tuple(qualifiers)
        self._at = at
        """Where the word with its qualifiers begins."""
        self._context = scopes.context_at(at)
        self._segment = self._context.segment or self._context.block.segment_at(at)
        arm = self._context.block.arms[self._segment.arm]
        self._verb = arm.verb
        self._definition: Definition | None = None
        if arm.verb == "OTHER" and self._segment.clause is Clause.OTHER:
            self._definition = definition_at(tape, scopes.names, arm.start, at)

    def facts(self, start: int, end: int, caret: int, quote: str) -> PlaceFacts:
        tape, scopes = self._tape, self._scopes
        clause = self._clause()
        sources = scopes.visible(self._at)
        left, right = self._joined()
        is_typed = clause is Clause.TYPE and self._definition is not None
        ctes = scopes.ctes_at(self._context, self._at, with_columns=self._segment.has_sources)
        return PlaceFacts(
            clause=clause,
            start=start,
            end=end,
            word=tape.text[start + len(quote) : caret],
            quote=quote,
            qualifiers=self._qualifiers,
            sources=tuple(known.source for known in sources),
            ctes=tuple(known.source for known in ctes),
            target=self._target(),
            outputs=self._outputs(clause),
            taken=self._taken(clause),
            left=left,
            right=right,
            expects_operand=is_typed or expects_operand(tape, self._at, clause),
            before=before_words(tape, self._at),
        )

    def _clause(self) -> Clause:
        tape, context, segment = self._tape, self._context, self._segment
        before = tape.word(self._at - 1)
        if before == "::" or self._is_cast_type():
            return Clause.TYPE
        if context.clause is Clause.ALIAS and tape.dialect.id == "postgresql" and tape.is_name(self._at - 1):
            return Clause.TYPE
        if context.clause is not None and context.clause is not Clause.START:
            return context.clause
        if self._definition is not None:
            return self._definition.clause
        if segment.has_sources:
            condition = self._scopes.joins(segment).condition_at(self._at)
            if condition is not None:
                return condition.clause
        if before == "AS" and segment.clause in {Clause.SELECT_LIST, Clause.RETURNING, Clause.FROM, Clause.UPDATE}:
            return Clause.ALIAS
        if segment.clause is Clause.SET:
            return self._set_side()
        return segment.clause

    def _is_cast_type(self) -> bool:
        """Whether the place is behind AS in CAST(... AS ...)."""
        tape = self._tape
        opened = tape.around(self._at)
        if opened < 0 or tape.word(opened - 1) not in {"CAST", "TRY_CAST", "SAFE_CAST"}:
            return False
        index = opened + 1
        while index < self._at and tape.words[index] != "AS":
            index = tape.next(index)
        return index < self._at

    def _set_side(self) -> Clause:
        """Left or right of `=` in the assignments of SET."""
        tape = self._tape
        index = self._segment.start
        clause = Clause.SET
        while index < self._at:
            word = tape.words[index]
            if word == ",":
                clause = Clause.SET
            elif word in {"=", ":="}:
                clause = Clause.SET_VALUE
            index = tape.next(index)
            if index > self._at:
                break
        return clause

    def _joined(self) -> tuple[tuple[Source, ...], Source | None]:
        """The sources left and right of the join whose condition the place is in."""
        segment = self._segment
        if not segment.has_sources or segment.clause is Clause.INSERT_INTO:
            return (), None
        known = self._scopes.of_segment(self._context, segment)
        condition = self._scopes.joins(segment).condition_at(self._at)
        if condition is None:
            before = [one for one in known if one.item is not None and one.item.start < self._at]
            return tuple(one.source for one in before), None
        right = known[condition.right].source if condition.right < min(condition.last, len(known)) else None
        return tuple(one.source for one in known[condition.first : condition.right]), right

    def _target(self) -> NamedRelation | None:
        if self._definition is not None:
            return self._definition.target
        if self._verb not in {"INSERT", "UPDATE", "DELETE", "MERGE"}:
            return None
        known = self._scopes.of_arm(self._context, self._segment.arm)
        return known[0].source.relation if known else None

    def _outputs(self, clause: Clause) -> tuple[str, ...]:
        if clause not in _BY_OUTPUT:
            return ()
        block = self._context.block
        found = block.find(block.arms[self._segment.arm].first, Clause.SELECT_LIST)
        if found is None:
            return ()
        scopes = self._scopes
        named = [
            item.alias if item.alias >= 0 else item.names[-1] if item.names else -1
            for item in select_items(self._tape, found)
        ]
        return tuple(dict.fromkeys(scopes.effective(index) for index in named if index >= 0))

    def _taken(self, clause: Clause) -> frozenset[str]:
        tape = self._tape
        if clause in _LISTS:
            opened = tape.around(self._at)
            inside = range(opened + 1, tape.inner_ends.get(opened, opened + 1))
            return frozenset(tape.name(i).lower() for i in inside if tape.is_name(i) and i != tape.hole)
        if clause is Clause.SET:
            parts = tape.commas(self._segment.start, self._segment.end)
            return frozenset(
                tape.name(start).lower()
                for start, end in parts
                if start < end and tape.is_name(start) and start != tape.hole
            )
        if clause in _SELECTED and tape.around(self._at) == self._context.at:
            items = select_items(tape, self._segment)
            return frozenset(tape.name(item.names[-1]).lower() for item in items if item.names)
        return frozenset()
