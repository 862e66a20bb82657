"""Places in statements that define, drop or describe something: which kind of name belongs there, and whose columns."""

from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.facts import Clause
from lapwing.sql.completion.names import NamedColumn, NamedRelation, Names
from lapwing.sql.completion.tape import Tape
from lapwing.sql.patterns import word_set

_RELATIONS: Final = word_set("TABLE TABLES VIEW")
_RELATION_VERBS: Final = word_set("TRUNCATE LOCK DESCRIBE DESC ANALYZE VACUUM CLUSTER COPY REFRESH")
_BEFORE_RELATION: Final = _RELATIONS | _RELATION_VERBS | word_set("EXISTS ONLY FULL VERBOSE CONCURRENTLY FREEZE")
_KINDS: Final = {
    **dict.fromkeys(_RELATIONS, Clause.RELATION),
    **dict.fromkeys(("SCHEMA", "DATABASE"), Clause.SCHEMA),
    **dict.fromkeys(("FUNCTION", "PROCEDURE", "ROUTINE"), Clause.CALL),
    **dict.fromkeys(("TYPE", "DOMAIN"), Clause.TYPE),
}
"""What is named behind the word for a kind of object."""
_OBJECTS: Final = frozenset(_KINDS) | word_set(
    "INDEX TRIGGER SEQUENCE POLICY RULE ROLE USER EXTENSION EVENT STATISTICS"
)
_CONSTRAINTS: Final = word_set(
    "PRIMARY UNIQUE FOREIGN CHECK CONSTRAINT EXCLUDE LIKE KEY INDEX FULLTEXT PERIOD PARTITION"
)
_NEW_COLUMN: Final = frozenset({"ADD", "MODIFY", "CHANGE"})
_BETWEEN: Final = frozenset({"IF", "NOT", "EXISTS", "COLUMN", "ONLY", "CONCURRENTLY"})


@dataclass(frozen=True, slots=True)
class Definition:
    """What belongs at a place, and the relation that the statement is about: a known one, or one that it makes."""

    clause: Clause
    target: NamedRelation | None = None


def definition_at(tape: Tape, names: Names, head: int, place: int) -> Definition:
    """What belongs at a place in the statement that begins with token `head` and is no query and changes no rows."""
    return _Definitions(tape, names, head, place).find()


class _Definitions:
    """Looks at one place in one statement."""

    def __init__(self, tape: Tape, names: Names, head: int, place: int) -> None:
        self._tape = tape
        self._names = names
        self._head = head
        self._place = place
        self._verb = tape.words[head]
        self._before = tape.word(place - 1)
        self._opened = tape.around(place)
        at = head + 1
        while at < place and tape.word(at) not in _OBJECTS and at < head + 6:
            at += 1
        self._object = tape.word(at) if at < place else ""
        self._name_at = at + 1
        """Where the name of the object begins, or what leads it."""

    def find(self) -> Definition:
        verb, before = self._verb, self._before
        if before == "REFERENCES" or (before in {"LIKE", "OF"} and self._verb == "CREATE" and self._object == "TABLE"):
            return Definition(Clause.RELATION)
        if verb == "CREATE":
            return self._create()
        if verb == "ALTER":
            return self._alter()
        if verb in _RELATION_VERBS:
            return self._relations()
        return Definition(self._other())

    def _other(self) -> Clause:
        """Statements that only name something."""
        verb, before, tape = self._verb, self._before, self._tape
        if verb in {"CALL", "EXEC", "EXECUTE"}:
            return Clause.VALUES if self._opened > self._head else Clause.CALL
        if verb == "USE":
            return Clause.SCHEMA
        if verb == "SET":
            lead = {tape.word(index) for index in range(self._head + 1, min(self._head + 4, self._place))}
            return (
                Clause.SCHEMA
                if ("SEARCH_PATH" in lead and before != "SEARCH_PATH") or before == "SCHEMA"
                else Clause.OTHER
            )
        if verb == "SHOW" and before in {"FROM", "IN"}:
            return Clause.SCHEMA if tape.word(self._place - 2) == "TABLES" else Clause.RELATION
        if verb in {"GRANT", "REVOKE", "DROP"} and before == "ON":
            return Clause.RELATION
        if verb == "DROP":
            return _KINDS.get(self._object, Clause.OTHER)
        if verb == "COMMENT" and before == "COLUMN":
            return Clause.RELATION
        return _KINDS.get(before, Clause.OTHER)

    def _relations(self) -> Definition:
        """TRUNCATE and its like: relations, perhaps with columns in parentheses."""
        tape, opened = self._tape, self._opened
        if opened > self._head and tape.is_name(opened - 1) and tape.word(opened - 1) not in _BEFORE_RELATION:
            return Definition(Clause.DEFINITION, self._relation_before(opened))
        is_copied = self._verb == "COPY" and not (self._before in _BEFORE_RELATION or self._place == self._head + 1)
        return Definition(Clause.OTHER if is_copied else Clause.RELATION)

    def _alter(self) -> Definition:
        tape, before, place = self._tape, self._before, self._place
        kind = _KINDS.get(self._object)
        at = self._skipped(self._name_at)
        if kind is None or at >= place or before == ".":
            return Definition(kind or Clause.OTHER)
        if kind is not Clause.RELATION:
            return Definition(Clause.DEFINITION)
        target = self._relation_from(at)
        if before in {"TYPE", "RETURNS"}:
            return Definition(Clause.TYPE, target)
        if before == "TO" or (before == "COLUMN" and tape.word(place - 2) == "ADD"):
            return Definition(Clause.ALIAS, target)
        if before == "SCHEMA":
            return Definition(Clause.SCHEMA, target)
        opened = self._opened
        if opened > self._head and tape.word(opened - 2) == "REFERENCES":
            return Definition(Clause.DEFINITION, self._relation_before(opened))
        return Definition(Clause.TYPE if self._is_behind_new_column() else Clause.DEFINITION, target)

    def _is_behind_new_column(self) -> bool:
        """Whether the place is behind `ADD COLUMN name` and its like, where a type stands."""
        tape = self._tape
        at = self._place - 1
        if self._opened > self._head or not tape.is_name(at) or tape.word(at) in _CONSTRAINTS | _NEW_COLUMN | _BETWEEN:
            return False
        at -= 1
        if tape.is_name(at) and tape.word(at) not in _BETWEEN | _NEW_COLUMN:
            return tape.word(at - 1) == "CHANGE" or (tape.word(at - 1) == "COLUMN" and tape.word(at - 2) == "CHANGE")
        while tape.word(at) in _BETWEEN:
            at -= 1
        return tape.word(at) in {"ADD", "MODIFY"}

    def _create(self) -> Definition:
        tape, before, opened = self._tape, self._before, self._opened
        replaces = tape.word(self._head + 2) == "REPLACE"
        if not self._object:
            return Definition(Clause.OTHER)
        if self._skipped(self._name_at) >= self._place and opened < self._head:
            return Definition(_KINDS.get(self._object, Clause.OTHER) if replaces else Clause.ALIAS)
        if before == "ON" and self._object not in {"TABLE", "VIEW"}:
            return Definition(Clause.RELATION)
        if before in {"RETURNS", "SETOF"} or (before == "AS" and self._object == "DOMAIN"):
            return Definition(Clause.TYPE)
        if opened > self._head and tape.word(opened - 1) == "INHERITS":
            return Definition(Clause.RELATION)
        if opened > self._head and tape.word(opened - 2) == "REFERENCES":
            return Definition(Clause.DEFINITION, self._relation_before(opened))
        if self._object in {"TABLE", "TYPE"}:
            return self._in_table()
        if self._object in {"FUNCTION", "PROCEDURE"}:
            is_typed = opened > self._head and tape.is_name(self._place - 1) and before not in {"IN", "OUT", "INOUT"}
            return Definition(Clause.TYPE if is_typed else Clause.DEFINITION)
        return Definition(Clause.DEFINITION, self._indexed())

    def _indexed(self) -> NamedRelation | None:
        """The relation behind ON."""
        tape = self._tape
        for index in range(self._head, min(self._place, self._head + 40)):
            if tape.word(index) == "ON":
                return self._relation_from(self._skipped(index + 1))
        return None

    def _in_table(self) -> Definition:
        """In the parentheses of CREATE TABLE: a name, a type, then what else a column has; or a constraint."""
        tape, opened, place = self._tape, self._opened, self._place
        if opened < self._head:
            return Definition(Clause.DEFINITION)
        if tape.parents[opened] > self._head:
            return Definition(Clause.DEFINITION, self._made(tape.parents[opened]))
        begin = index = opened + 1
        while index < place:
            if tape.words[index] == ",":
                begin = index + 1
            index = tape.next(index)
        if begin == place:
            return Definition(Clause.ALIAS)
        if (
            begin == place - 1
            and tape.is_name(begin)
            and (tape.is_quoted(begin) or tape.words[begin] not in _CONSTRAINTS)
        ):
            return Definition(Clause.TYPE)
        return Definition(Clause.DEFINITION, self._made(opened))

    def _made(self, opened: int) -> NamedRelation | None:
        """The table that is being made, with the columns that it has so far."""
        tape = self._tape
        columns: list[NamedColumn] = []
        for start, end in tape.commas(opened + 1, tape.inner_ends[opened]):
            is_column = start < end and tape.is_name(start) and start != tape.hole
            if is_column and (tape.is_quoted(start) or tape.words[start] not in _CONSTRAINTS):
                columns.append(NamedColumn(tape.name(start), tape.written(start + 1) if start + 1 < end else ""))
        name = opened - 1
        return NamedRelation("", tape.name(name), columns=tuple(columns)) if tape.is_name(name) and columns else None

    # names

    def _skipped(self, index: int) -> int:
        """Behind IF NOT EXISTS and the like."""
        while index < self._place and self._tape.word(index) in _BETWEEN:
            index += 1
        return index

    def _relation_from(self, index: int) -> NamedRelation | None:
        """The relation whose name begins with a token."""
        tape = self._tape
        if not tape.is_name(index) or index == tape.hole:
            return None
        schema = ""
        if tape.word(index + 1) == "." and tape.is_name(index + 2):
            schema, index = tape.name(index), index + 2
        return self._names.relation(tape.name(index), schema, is_quoted=tape.is_quoted(index))

    def _relation_before(self, opened: int) -> NamedRelation | None:
        """The relation whose name ends before a parenthesis."""
        tape, at = self._tape, opened - 1
        if tape.word(at - 1) == "." and tape.is_name(at - 2):
            at -= 2
        return self._relation_from(at)
