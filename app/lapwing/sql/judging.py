"""What of a script may change something, and what of that is easily regretted: what people are asked about first.

This is the one place that decides it, for every face. It goes by `classify`: what is not certain to only read may
change something. It warns of mistakes; it does not guard (`classify` says what does).
"""

from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.classify import StatementFacts, statement_facts
from lapwing.sql.dialect import Dialect
from lapwing.sql.patterns import word_set
from lapwing.sql.significant import significant_tokens
from lapwing.sql.statements import Statement

_TOUCHES_SESSION: Final = word_set("SET RESET USE SHOW LISTEN UNLISTEN FETCH MOVE CLOSE DEALLOCATE")
"""Statements that change nothing but the session, unless a word says otherwise."""
_BEYOND_SESSION: Final = word_set("GLOBAL PERSIST PERSIST_ONLY PASSWORD STATEMENT")
_EMPTIES: Final = word_set("DROP TRUNCATE")
_NEEDS_WHERE: Final = word_set("UPDATE DELETE")
_LOOKS: Final = word_set(
    r"""
    \l \l+ \x \timing \pset \echo \qecho \warn \conninfo \encoding \p \errverbose \g \gx \gdesc \crosstabview \q
    .tables .schema .fullschema .indexes .databases .headers .mode .show .width .nullvalue .separator .timer .print
    .echo .help .dbinfo .quit .exit delimiter charset use
    """
)
"""Commands of the vendors' clients that run nothing, or only what stands before them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What of a script a person should look at.

    Attributes:
        changing: Places of the statements that may change something, those that destroy included.
        destroying: Of those that drop, truncate, or update or delete without WHERE.
        target: What the only one that destroys is about; empty where there are several, or it cannot be told.
    """

    changing: tuple[tuple[int, int], ...] = ()
    destroying: tuple[tuple[int, int], ...] = ()
    target: str = ""


def judge(dialect: Dialect, sql: str) -> Judgement:
    """Judge every statement of a script. Takes time in proportion to its length: a worker's thread for long ones."""
    changing: list[tuple[int, int]] = []
    destroying: list[tuple[int, int]] = []
    target = ""
    for statement in dialect.iter_statements(sql):
        text = sql[statement.start : statement.end]
        if statement.is_client_command:
            if not _only_looks(text):
                changing.append((statement.start, statement.end))
            continue
        facts = statement_facts(dialect, text)
        if _changes(dialect, statement, facts, text):
            changing.append((statement.start, statement.end))
            if _destroys(facts):
                destroying.append((statement.start, statement.end))
                target = facts.target or ""
    return Judgement(tuple(changing), tuple(destroying), target if len(destroying) == 1 else "")


def _changes(dialect: Dialect, statement: Statement, facts: StatementFacts, text: str) -> bool:
    if facts.reads_only or facts.is_transaction_control or not facts.is_run:
        return False
    if statement.data is None and facts.verb in _TOUCHES_SESSION and "(" not in text:
        return not _BEYOND_SESSION.isdisjoint(token.word for token in significant_tokens(dialect, text))
    return True


def _destroys(facts: StatementFacts) -> bool:
    return facts.verb in _EMPTIES or (facts.verb in _NEEDS_WHERE and not facts.has_where)


def _only_looks(command: str) -> bool:
    words = command.split(maxsplit=1)
    name = words[0].lower() if words else ""
    if name in {r"\g", r"\gx"} and len(words) > 1:  # into a file, or a program
        return False
    return name in _LOOKS or name.startswith(r"\d")
