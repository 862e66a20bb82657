"""One query or statement cut into its clauses, at its own level: what stands in parentheses is passed over."""

from collections.abc import Mapping
from typing import Final

from lapwing.sql.completion.blocks import Arm, Block, Cte, Segment
from lapwing.sql.completion.facts import Clause
from lapwing.sql.completion.tape import Tape

_ENDING: Final = {"LIMIT": Clause.LIMIT, "OFFSET": Clause.LIMIT, "FETCH": Clause.LIMIT}
_SELECT: Final = {
    "FROM": Clause.FROM,
    "WHERE": Clause.WHERE,
    "HAVING": Clause.HAVING,
    "QUALIFY": Clause.HAVING,
    "WINDOW": Clause.WINDOW,
    "FOR": Clause.OTHER,
    "INTO": Clause.OTHER,
    **_ENDING,
}
_CHANGING: Final = {"WHERE": Clause.WHERE, "SET": Clause.SET, "RETURNING": Clause.RETURNING, **_ENDING}
_CLAUSES: Final[Mapping[str, Mapping[str, Clause]]] = {
    "SELECT": _SELECT,
    "VALUES": _ENDING,
    "TABLE": _ENDING,
    "(": _ENDING,
    "INSERT": {**_CHANGING, "INTO": Clause.INSERT_INTO, "VALUES": Clause.VALUES, "VALUE": Clause.VALUES},
    "UPDATE": {**_CHANGING, "FROM": Clause.FROM},
    "DELETE": {**_CHANGING, "FROM": Clause.DELETE_FROM, "USING": Clause.FROM},
    "MERGE": {
        **_CHANGING,
        "INTO": Clause.RELATION,
        "USING": Clause.FROM,
        "ON": Clause.ON,
        "WHEN": Clause.WHERE,
        "THEN": Clause.OTHER,
        "VALUES": Clause.VALUES,
    },
}
"""Which words begin which clause, by the verb of the arm they stand in."""
_SOURCES: Final = frozenset({Clause.FROM, Clause.UPDATE, Clause.DELETE_FROM, Clause.INSERT_INTO})
_SET_OPERATIONS: Final = frozenset({"UNION", "INTERSECT", "EXCEPT"})
_QUERIES: Final = frozenset({"SELECT", "VALUES", "TABLE", "("})
_CHANGES: Final = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE"})
_OPENING: Final = frozenset({"(", "["})
_BEFORE_STATEMENT: Final = frozenset({"BEGIN", "THEN", "ELSE", "LOOP", "ATOMIC", "DO"})
"""Behind these a statement begins in the body of a routine or a trigger."""
_MARKS: Final = (
    frozenset({"GROUP", "ORDER", "WITH", "ON", "AS"})
    | _BEFORE_STATEMENT
    | _SET_OPERATIONS
    | _QUERIES
    | _CHANGES
    | frozenset().union(*_CLAUSES.values())
)
"""All that means something where a statement has begun."""
_EXPLAINING: Final = frozenset({"EXPLAIN", "ANALYZE", "ANALYSE", "VERBOSE", "QUERY", "PLAN", "EXTENDED", "FORMAT", "="})
_NOT_NEW: Final = frozenset({"FOR", "ON", "DO", "KEY", "OR", "AFTER", "BEFORE", "OF", "THEN", ",", "GRANT"})
"""Behind these a verb does not begin another statement."""


def read_block(tape: Tape, start: int, end: int, around: int) -> Block:
    """The clauses of what stands in `start` to `end`, which is all at one level."""
    return _ClauseReader(tape, Block(start, end, around)).read()


class _ClauseReader:
    """Reads one block, once. `_verb` is that of the arm it is in, empty where a statement can begin."""

    def __init__(self, tape: Tape, block: Block) -> None:
        self._tape = tape
        self._block = block
        self._verb = ""
        self._insert = -1
        """The arm of the INSERT around."""
        self._at = block.start

    def read(self) -> Block:
        block, tape = self._block, self._tape
        block.arms.append(Arm("", block.start, 0))
        self._open(Clause.START, block.start, block.start)
        while self._at < block.end:
            word = tape.words[self._at]
            if word and (word in _MARKS or not self._verb) and not tape.is_behind_dot(self._at):
                self._take(word)
            elif word in _OPENING:
                self._at = tape.next(self._at)
            else:
                self._at += 1
        block.segments[-1].end = block.end
        for segment in block.segments:
            block.of_arm.setdefault(segment.arm, []).append(segment)
        return block

    def _open(self, clause: Clause, head: int, start: int, *, has_sources: bool = False) -> None:
        """Begin a clause, which ends the one before it."""
        if self._block.segments:
            self._block.segments[-1].end = head
        self._block.segments.append(Segment(clause, head, start, start, len(self._block.arms) - 1, has_sources))

    def _back(self, arm: int, clause: Clause, head: int, start: int) -> None:
        """Begin a clause of an earlier arm."""
        self._open(clause, head, start)
        self._block.segments[-1].arm = arm

    def _arm(self, verb: str) -> None:
        """Begin an arm: the one that a set operation has asked for, or one by itself."""
        arms = self._block.arms
        self._verb = verb
        if arms[-1].verb == "" and arms[-1].first < len(arms) - 1:
            arms[-1].verb = verb
        else:
            arms.append(Arm(verb, self._at, len(arms)))

    def _take(self, word: str) -> None:
        at = self._at
        self._at = self._tape.next(at)
        if self._is_new_statement(word, at):
            self._block.ctes.clear()
            self._verb = ""
            self._insert = -1
        if not self._verb:
            self._begin(word, at)
        elif self._verb == "OTHER":
            self._other(word, at)
        elif word in _SET_OPERATIONS and self._verb in _QUERIES:
            self._block.arms.append(Arm("", at, self._block.arms[-1].first))
            self._verb = ""
            self._open(Clause.START, at, at + 1)
        elif word in {"GROUP", "ORDER"}:
            self._by(word, at)
        elif self._insert >= 0 or self._verb == "MERGE":
            self._insert_word(word, at)
        else:
            self._clause(word, at)

    def _is_new_statement(self, word: str, at: int) -> bool:
        """Whether another statement begins, although nothing ended the one before it."""
        tape = self._tape
        if not self._verb or at == self._block.start:
            return False
        if word == "SELECT":
            return self._verb == "SELECT"
        if word == "WITH":
            is_named = tape.is_name(at + 1) and tape.word(at + 2) in {"AS", "("}
            return self._begins_line(at) and self._insert < 0 and (is_named or tape.word(at + 1) == "RECURSIVE")
        if word in _CHANGES and self._verb != "MERGE":
            return self._begins_line(at) and tape.word(at - 1) not in _NOT_NEW and tape.word(at + 1) != "("
        return False

    def _begins_line(self, at: int) -> bool:
        tape = self._tape
        return at > tape.first and "\n" in tape.text[tape.ends[at - 1] : tape.starts[at]]

    def _begin(self, word: str, at: int) -> None:
        """A word where a statement can begin."""
        if word in _QUERIES:
            self._query(word, at)
        elif word == "WITH":
            self._ctes()
        elif word in _CHANGES:
            self._change(word, at)
        elif word == "FROM":
            self._arm("SELECT")
            self._open(Clause.FROM, at, at + 1, has_sources=True)
        elif word in _EXPLAINING or word in {"ALL", "DISTINCT"}:
            return
        elif word not in _BEFORE_STATEMENT:
            self._arm("OTHER")
            self._block.arms[-1].start = at
            self._open(Clause.OTHER, at, at + 1)

    def _other(self, word: str, at: int) -> None:
        """A word of a statement that is no query and changes no rows, but may hold one that does."""
        tape, head = self._tape, self._block.arms[-1].start
        before, verb = tape.word(at - 1), tape.word(head)
        if word == "AS":
            is_query = verb == "PREPARE" or any(
                tape.word(index) in {"VIEW", "TABLE"} for index in range(head, head + 6)
            )
            is_body = is_query and verb in {"PREPARE", "CREATE"}
        elif word in {"SELECT", "WITH", "VALUES"}:
            is_body = (verb == "DECLARE" and before == "FOR") or (
                verb == "CREATE" and word == "SELECT" and before != "FOR"
            )
        else:
            is_body = (word in _BEFORE_STATEMENT and verb == "CREATE") or (word in _CHANGES and before == "ROW")
        if not is_body:
            return
        self._verb = ""
        self._at = at if word in _CHANGES or word in {"SELECT", "WITH", "VALUES"} else at + 1
        self._open(Clause.START, self._at, self._at)

    def _query(self, word: str, at: int) -> None:
        tape = self._tape
        if word == "(":
            if tape.word(at - 1) in {"EXPLAIN", "ANALYZE"}:
                return
            self._arm("(")
            self._open(Clause.START, at, at)
            self._block.roles[at] = Clause.START
            return
        self._arm(word)
        if word == "SELECT":
            self._open(Clause.SELECT_LIST, at, at + 1)
        elif word == "VALUES":
            self._open(Clause.VALUES, at, at + 1)
        else:
            self._open(Clause.FROM, at, at + 1, has_sources=True)

    def _change(self, word: str, at: int) -> None:
        verb = "INSERT" if word == "REPLACE" else word
        self._arm(verb)
        self._insert = len(self._block.arms) - 1 if verb == "INSERT" else -1
        if verb == "UPDATE":
            self._open(Clause.UPDATE, at, at + 1, has_sources=True)
        else:
            self._open(Clause.OTHER, at, at + 1)

    def _by(self, word: str, at: int) -> None:
        """GROUP BY or ORDER BY; the word alone begins nothing."""
        tape = self._tape
        if tape.word(at + 1) == "BY" and self._verb in {"SELECT", "VALUES", "TABLE", "(", "UPDATE", "DELETE"}:
            self._at = at + 2
            self._open(Clause.GROUP_BY if word == "GROUP" else Clause.ORDER_BY, at, at + 2)

    def _clause(self, word: str, at: int) -> None:
        tape = self._tape
        clause = _CLAUSES[self._verb].get(word)
        before = tape.word(at - 1)
        if clause is None:
            return
        if word == "FROM" and (
            before == "ROWS" or (before == "DISTINCT" and tape.word(at - 2) in {"IS", "NOT"} and self._verb != "DELETE")
        ):
            return
        if word not in tape.dialect.reserved and not self._ends_operand(at - 1):
            return
        if clause is Clause.DELETE_FROM and before not in {"DELETE", "LOW_PRIORITY", "QUICK", "IGNORE"}:
            clause = Clause.FROM
        is_merged = self._verb == "MERGE" and clause is Clause.RELATION
        self._open(clause, at, at + 1, has_sources=clause in _SOURCES or is_merged)

    def _ends_operand(self, index: int) -> bool:
        """Whether an expression or a name can end with a token, so that a keyword can follow it."""
        tape = self._tape
        word = tape.word(index)
        return word in {")", "]", "*", "END", "NULL", "TRUE", "FALSE"} or not word or tape.is_plain_name(index)

    def _insert_word(self, word: str, at: int) -> None:
        """A word of an INSERT, of its query, or of a MERGE."""
        tape, block = self._tape, self._block
        verb = self._verb
        if word == "ON" and tape.word(at + 1) in {"CONFLICT", "DUPLICATE"}:
            self._conflict(at)
        elif word == "RETURNING":
            self._verb = "INSERT" if verb != "MERGE" else verb
            self._back(self._insert if self._insert >= 0 else len(block.arms) - 1, Clause.RETURNING, at, at + 1)
        elif verb == "INSERT":
            self._insert_head(word, at)
        elif verb == "MERGE" and word == "(" and block.segments[-1].clause is Clause.OTHER:
            block.roles[at] = Clause.INSERT_COLUMNS
        else:
            self._clause(word, at)

    def _insert_head(self, word: str, at: int) -> None:
        block = self._block
        clause = block.segments[-1].clause
        if clause is Clause.INSERT_INTO and word == "(":
            if self._tape.word(at + 1) in {"SELECT", "WITH", "VALUES", "("}:
                self._query(word, at)
            elif at not in block.roles and not any(role is Clause.INSERT_COLUMNS for role in block.roles.values()):
                block.roles[at] = Clause.INSERT_COLUMNS
        elif word in {"SELECT", "TABLE"} and clause in {Clause.INSERT_INTO, Clause.OTHER}:
            self._query(word, at)
        elif word == "WITH" and clause is Clause.INSERT_INTO:
            self._verb = ""
            self._ctes()
        elif word == "(" and clause is Clause.OTHER and self._tape.word(at - 1) == "CONFLICT":
            block.roles[at] = Clause.CONFLICT_COLUMNS
        elif clause is not Clause.SET or word not in {"VALUES", "VALUE"}:
            self._clause(word, at)

    def _conflict(self, at: int) -> None:
        """ON CONFLICT ..., ON DUPLICATE KEY UPDATE ...: of the INSERT, behind its query."""
        tape = self._tape
        self._verb = "INSERT"
        if tape.word(at + 1) == "DUPLICATE" and tape.word(at + 2) == "KEY" and tape.word(at + 3) == "UPDATE":
            self._at = at + 4
            self._back(self._insert, Clause.SET, at, at + 4)
        else:
            self._at = at + 2
            self._back(self._insert, Clause.OTHER, at, at + 2)

    def _ctes(self) -> None:
        """The list behind WITH, up to the verb."""
        tape, block = self._tape, self._block
        self._open(Clause.ALIAS, self._at - 1, self._at)
        is_recursive = tape.word(self._at) == "RECURSIVE"
        self._at += is_recursive
        while self._at < block.end:
            word = tape.words[self._at]
            if word in _CHANGES or word in {"SELECT", "VALUES", "TABLE", "FROM"}:
                break
            begin = self._at
            if word == "," or tape.word(begin - 1) in {",", "WITH", "RECURSIVE"}:
                self._at += word == ","
                self._cte(is_recursive)
            if self._at == begin:
                self._at = tape.next(begin)
        last = block.segments[-1]
        if last.clause is not Clause.START and last.start < self._at < block.end:
            self._open(Clause.START, self._at, self._at)

    def _cte(self, is_recursive: bool) -> None:
        """`name (columns) AS MATERIALIZED (body)`, as much of it as there is."""
        tape, block = self._tape, self._block
        self._open(Clause.ALIAS, self._at, self._at)
        if not tape.is_name(self._at) or tape.words[self._at] in {"SELECT", "VALUES", "AS"}:
            if tape.word(self._at) == "(":
                self._at = tape.next(self._at)
            return
        found = Cte(self._at, is_recursive=is_recursive)
        block.ctes.append(found)
        self._at += 1
        if tape.word(self._at) == "(" and tape.word(tape.next(self._at)) != ",":
            found.columns = self._at
            block.roles[self._at] = Clause.WITH_COLUMNS
            self._at = tape.next(self._at)
        self._open(Clause.OTHER, self._at, self._at)
        while tape.word(self._at) in {"AS", "NOT", "MATERIALIZED"} and self._at < block.end:
            self._at += 1
        if tape.word(self._at) == "(" and self._at < block.end:
            found.body = self._at
            block.roles[self._at] = Clause.START
            self._at = tape.next(self._at)
            self._open(Clause.START, self._at, self._at)
