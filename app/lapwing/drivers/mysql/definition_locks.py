"""Who waits for whom because of locks of definitions (metadata locks).

Source of the two tables: the comments on MDL_object_lock and MDL_scoped_lock in MySQL's sql/mdl.cc. A request waits for
sessions that hold a lock which does not go with it, and for earlier requests that are let through first.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import ActivitySession
from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import TokenKind

_MODES: Final = {
    "SHARED": "S",
    "SHARED_HIGH_PRIO": "SH",
    "SHARED_READ": "SR",
    "SHARED_WRITE": "SW",
    "SHARED_WRITE_LOW_PRIO": "SWLP",
    "SHARED_UPGRADABLE": "SU",
    "SHARED_READ_ONLY": "SRO",
    "SHARED_NO_WRITE": "SNW",
    "SHARED_NO_READ_WRITE": "SNRW",
    "EXCLUSIVE": "X",
}
_HELD: Final[Mapping[str, frozenset[str]]] = {
    "S": frozenset({"X"}),
    "SH": frozenset({"X"}),
    "SR": frozenset({"SNRW", "X"}),
    "SW": frozenset({"SRO", "SNW", "SNRW", "X"}),
    "SWLP": frozenset({"SRO", "SNW", "SNRW", "X"}),
    "SU": frozenset({"SU", "SNW", "SNRW", "X"}),
    "SRO": frozenset({"SW", "SWLP", "SNRW", "X"}),
    "SNW": frozenset({"SW", "SWLP", "SU", "SNW", "SNRW", "X"}),
    "SNRW": frozenset({"SR", "SW", "SWLP", "SU", "SRO", "SNW", "SNRW", "X"}),
    "X": frozenset(_MODES.values()),
}
"""By what is asked for: the held modes that are in its way."""
_ASKED: Final[Mapping[str, frozenset[str]]] = {
    "S": frozenset({"X"}),
    "SH": frozenset(),
    "SR": frozenset({"SNRW", "X"}),
    "SW": frozenset({"SNW", "SNRW", "X"}),
    "SWLP": frozenset({"SRO", "SNW", "SNRW", "X"}),
    "SU": frozenset({"X"}),
    "SRO": frozenset({"SW", "SNRW", "X"}),
    "SNW": frozenset({"X"}),
    "SNRW": frozenset({"X"}),
    "X": frozenset(),
}
"""By what is asked for: the modes that go first when others ask for them."""
_SCOPES: Final = frozenset({"GLOBAL", "COMMIT", "TABLESPACE", "SCHEMA", "BACKUP LOCK", "BACKUP"})
_INTENTION: Final = "INTENTION_EXCLUSIVE"
_NAMES: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER})
_PRESUMED: Final = {
    **dict.fromkeys(("SELECT", "WITH", "TABLE", "VALUES", "DO", "CALL"), "SHARED_READ"),
    **dict.fromkeys(("INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD"), "SHARED_WRITE"),
}
"""What a statement asks for, by its first word; others change the definition."""


@dataclass(frozen=True, slots=True)
class DefinitionLock:
    """One lock of a definition, held or asked for.

    Attributes:
        kind: `TABLE`, `SCHEMA`, `GLOBAL` and so on, in the server's words.
        mode: In the server's words: `SHARED_READ`.
    """

    session_id: str
    kind: str
    schema: str
    name: str
    mode: str
    is_granted: bool

    @classmethod
    def of_row(cls, row: Sequence[str | None]) -> "DefinitionLock":
        """A row of one of the queries `monitor_definition_locks_*.sql`."""
        number, kind, schema, name, mode, is_granted, *_ = (cell or "" for cell in row)
        word = kind.removesuffix(" metadata lock").upper()  # as MariaDB's plugin writes it
        return cls(number, word, schema, name, mode.removeprefix("MDL_"), is_granted == "1")

    @property
    def object(self) -> str:
        """As people name it."""
        place = ".".join(filter(None, (self.schema, self.name)))
        return f"definition of {place}" if place else f"{self.kind.lower()} lock"


def blockers(locks: Iterable[DefinitionLock]) -> dict[str, tuple[str, ...]]:
    """By session that waits: those that are in its way."""
    places: dict[tuple[str, str, str], list[DefinitionLock]] = {}
    for lock in locks:
        places.setdefault((lock.kind, lock.schema, lock.name), []).append(lock)
    found: dict[str, dict[str, None]] = {}
    for there in places.values():
        for waiting in there:
            if not waiting.is_granted:
                ids = (other.session_id for other in there if _is_in_the_way(other, waiting))
                found.setdefault(waiting.session_id, {}).update(dict.fromkeys(ids))
    return {waiter: tuple(ids) for waiter, ids in found.items() if ids}


def _is_in_the_way(other: DefinitionLock, waiting: DefinitionLock) -> bool:
    if other.session_id == waiting.session_id:
        return False
    if waiting.kind in _SCOPES:
        return other.is_granted and not (other.mode == waiting.mode and other.mode in (_INTENTION, "SHARED"))
    wanted, theirs = _MODES.get(waiting.mode), _MODES.get(other.mode)
    if wanted is None or theirs is None:
        return other.is_granted  # a mode of a version that is not known here
    return theirs in (_HELD if other.is_granted else _ASKED)[wanted]


def presumed(held: Sequence[DefinitionLock], waiting: Iterable[ActivitySession]) -> tuple[DefinitionLock, ...]:
    """Locks that are held, and those that sessions seem to wait for.

    MariaDB's plugin tells no lock that is asked for, so it is taken from what the statement names and begins with.
    """
    tables = [lock for lock in held if lock.kind == "TABLE"]
    asked: dict[DefinitionLock, None] = {}
    for session in waiting:
        verb, names = _words(session.statement)
        for lock in tables:
            if lock.name in names and (lock.schema == session.database or lock.schema in names):
                mode = _PRESUMED.get(verb, "EXCLUSIVE")
                asked[DefinitionLock(session.id, "TABLE", lock.schema, lock.name, mode, is_granted=False)] = None
    places = {(lock.schema, lock.name) for lock in asked}
    return (*(lock for lock in tables if (lock.schema, lock.name) in places), *asked)


def _words(statement: str) -> tuple[str, set[str]]:
    """The first word, and all names, without their quotes."""
    verb, names = "", set()
    for token in dialect_named("mysql").lex(statement):
        word = statement[token.start : token.end]
        if token.kind in _NAMES:
            names.add(word.strip("`").replace("``", "`"))
        elif token.kind is TokenKind.KEYWORD and not verb:
            verb = word.upper()
    return verb, names
