"""What the text of a statement says to a driver: whether it has a result worth describing, begins or ends a
transaction, or cannot run inside one.

Nothing here guards anything: the server does. A wrong guess costs a message, or an error of the server's.
"""

from itertools import islice
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.classify import StatementFacts, statement_facts
from lapwing.sql.dialect import Dialect, dialect_named
from lapwing.sql.postgresql_safety import runs_alone
from lapwing.sql.shapes import KnownShapes
from lapwing.sql.significant import significant_tokens

_HEAD: Final = 24
_RESULTS: Final = frozenset({"SELECT", "VALUES", "TABLE", "WITH", "EXECUTE", "FETCH"})
_CHANGES: Final = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE"})
_BEGINS: Final = frozenset({"BEGIN", "START"})
_ENDS: Final = frozenset({"COMMIT", "END", "ROLLBACK", "ABORT"})
DIALECT: Final[Dialect] = dialect_named("postgresql")


@dataclass(frozen=True, slots=True)
class Facts:
    """About one statement.

    Attributes:
        words: Its first words and signs, upper case.
        may_describe: Whether its columns may come from tables, which are then looked up before it runs.
        changes: Whether its rows are those of a change, which is not to be ended half-way.
        begins, commits, ends: Whether it begins a transaction, commits it, ends it in any way.
        control: Whether it is about transactions at all.
        alone: Whether it cannot run inside a transaction.
    """

    words: tuple[str, ...]
    verb: str
    may_describe: bool
    changes: bool
    reads_only: bool
    begins: bool
    commits: bool
    ends: bool
    control: bool
    alone: bool


def _found(sql: str) -> Facts:
    words, is_single = head_of(sql)
    found = statement_facts(DIALECT, sql)
    first, second = (*words, "", "")[:2]
    prepared = "PREPARED" in words[:3] or (first == "PREPARE" and second == "TRANSACTION")
    begins = is_single and (first == "BEGIN" or words[:2] == ("START", "TRANSACTION"))
    ends = is_single and first in _ENDS and not prepared and "TO" not in words[1:4]
    lower = sql.lower()
    return Facts(
        words,
        found.verb,
        found.verb in _RESULTS or "returning" in lower,
        _is_change(found, lower),
        found.reads_only,
        begins=begins,
        commits=ends and first in {"COMMIT", "END"},
        ends=ends,
        control=first in _BEGINS | _ENDS or prepared or found.is_transaction_control,
        alone=runs_alone(words),
    )


facts_of: Final = KnownShapes(_found)
"""What is to be known of a statement before it is sent."""


def head_of(sql: str) -> tuple[tuple[str, ...], bool]:
    """The first tokens of the first statement: words in upper case, everything else as written; no semicolon. And
    whether they are all there is.
    """
    found: list[str] = []
    is_over = False
    for token in islice(significant_tokens(DIALECT, sql), _HEAD):
        if token.text == ";":
            is_over = bool(found)
        elif is_over:
            return tuple(found), False
        else:
            found.append(token.word or token.text)
    return tuple(found), len(found) < _HEAD


def _is_change(found: StatementFacts, lower: str) -> bool:
    if found.verb in _CHANGES:
        return True
    return not found.reads_only and "returning" in lower
