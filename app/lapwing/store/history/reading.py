"""Finding entries. Any thread; each question opens the file for itself and waits for no writer."""

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import apsw

from lapwing.domain.history import (
    HistoryEntry,
    HistoryFace,
    HistoryPage,
    HistoryPlace,
    HistoryState,
    SearchHistory,
)
from lapwing.store.history.entries import unpacked
from lapwing.store.history.opening import in_words, open_for_reading

_LISTED: Final = 400
"""Characters of a statement in a list."""
_GRAM: Final = 3
"""Characters that a piece needs for the index."""
_MOST_WORDS: Final = 20
_LONGEST_WORD: Final = 1_000
_COLUMNS: Final = """
e.id, substr(e.sql, 1, {listed}), e.characters, e.started, e.state, p.connection_id, p.connection, p.dialect,
p.database, e.schema, e.elapsed_s, e.rows_fetched, e.rows_affected, coalesce(e.error_code, ''),
coalesce(e.error, ''), e.face, e.session, e.tab, e.number, e.parameters, e.pinned, e.plugin
"""
_HIGHEST: Final = (1 << 63) - 1


@contextmanager
def _opened(path: Path) -> Iterator[apsw.Connection | None]:
    """The file, within; None where there is none.

    Raises:
        LapwingError: It cannot be read.
    """
    connection = None
    try:
        connection = open_for_reading(path)
        if connection is not None:
            connection.create_scalar_function("has", _has, 2, deterministic=True)
        yield connection
    except (apsw.Error, OSError) as error:
        raise in_words(error, path) from error
    finally:
        if connection is not None:
            connection.close()


def search(path: Path, wanted: SearchHistory) -> HistoryPage:
    """A page of what was asked for.

    Raises:
        LapwingError: The file cannot be read.
    """
    with _opened(path) as connection:
        if connection is None:
            return HistoryPage()
        return _Search(connection, wanted).page()


def selected(connection: apsw.Connection, wanted: SearchHistory, *, keep_pinned: bool) -> list[int]:
    """The ids of all entries that a search finds and that are over."""
    connection.create_scalar_function("has", _has, 2, deterministic=True)
    found = _Search(connection, wanted)
    return [entry_id for pinned in ([] if keep_pinned else [True]) + [False] for entry_id in found.ids(pinned=pinned)]


def entry(path: Path, entry_id: int) -> HistoryEntry | None:
    """One entry with all of its text; None when there is none.

    Raises:
        LapwingError: The file cannot be read.
    """
    found = _entries(path, "e.id = ?", (entry_id,))
    return found[0] if found else None


def of_transaction(path: Path, session_id: str, number: int) -> tuple[HistoryEntry, ...]:
    """The statements of a transaction of a session, or of its last one (0), in their order.

    Raises:
        LapwingError: The file cannot be read.
    """
    last = "(SELECT max(number) FROM entries WHERE session = ?)"
    where = f"e.session = ? AND e.number > 0 AND e.number = {'?' if number else last}"
    return _entries(path, f"{where} AND e.state != 'waiting' ORDER BY e.id", (session_id, number or session_id))


def places(path: Path) -> tuple[HistoryPlace, ...]:
    """The connections of all entries, the one that was used last first.

    Raises:
        LapwingError: The file cannot be read.
    """
    with _opened(path) as connection:
        if connection is None:
            return ()
        rows = connection.execute(
            "SELECT connection_id, connection, database, (SELECT max(id) FROM entries WHERE place = p.id) AS last "
            "FROM places p WHERE last IS NOT NULL ORDER BY last DESC"
        ).fetchall()
    found: dict[tuple[str, str], set[str]] = {}
    for connection_id, name, database, _ in rows:
        found.setdefault((str(connection_id), str(name)), set()).add(str(database))
    return tuple(HistoryPlace(*key, tuple(sorted(databases - {""}))) for key, databases in found.items())


def has_plugins(path: Path) -> bool:
    """Whether plugins ran some of the statements.

    Raises:
        LapwingError: The file cannot be read.
    """
    with _opened(path) as connection:
        if connection is None:
            return False
        return bool(next(connection.execute("SELECT EXISTS (SELECT 1 FROM entries WHERE plugin != '')"))[0])


def _entries(path: Path, where: str, values: Sequence[object]) -> tuple[HistoryEntry, ...]:
    with _opened(path) as connection:
        if connection is None:
            return ()
        columns = _COLUMNS.format(listed=_HIGHEST)
        sql = f"SELECT {columns} FROM entries e JOIN places p ON p.id = e.place WHERE {where}"
        return tuple(map(_entry, connection.execute(sql, tuple(values))))


def _entry(row: tuple[Any, ...]) -> HistoryEntry:
    before_state, state, between, (face, *origin), parameters, pinned, plugin_id = (
        row[:4],
        row[4],
        row[5:15],
        row[15:19],
        *row[19:],
    )
    told = [
        *before_state,
        HistoryState(state),
        *between,
        HistoryFace(face),
        *origin,
        unpacked(parameters),
        bool(pinned),
        plugin_id,
    ]
    return HistoryEntry(*told)


def _has(*values: object) -> bool:
    text, word = values
    return str(word) in str(text).lower()


def words_of(text: str) -> list[str]:
    """The pieces that a person asked for; what stands in double quotes is one piece."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars="")
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    try:
        words = list(lexer)
    except ValueError:  # a quote that is not closed yet: it is being typed
        words = text.replace('"', " ").split()
    return [word[:_LONGEST_WORD] for word in words if word.strip("\0")][:_MOST_WORDS]


class _Search:
    """One search on an open file."""

    def __init__(self, connection: apsw.Connection, wanted: SearchHistory) -> None:
        self._connection = connection
        self._wanted = wanted
        self._words = [word.replace("\0", "") for word in words_of(wanted.text)]
        self._grams = [word for word in self._words if len(word) >= _GRAM]
        self._conditions, self._values = _conditions(wanted)
        self._indexed = int(next(connection.execute("SELECT value FROM facts WHERE name = 'indexed'"))[0])

    def page(self) -> HistoryPage:
        """The entries behind the place where the page before ended."""
        section, _, place = self._wanted.after.partition(":")
        before = int(place) if place.isdecimal() and len(place) < 19 else _HIGHEST
        limit = self._wanted.limit
        found: list[HistoryEntry] = []
        if section != "rest":
            found = self._section(before, limit + 1, pinned=True)
            before = _HIGHEST
        if not self._wanted.pinned and len(found) <= limit:
            found += self._section(before, limit + 1 - len(found), pinned=False)
        page, is_more = found[:limit], len(found) > limit
        following = f"{'pinned' if page[-1].pinned else 'rest'}:{page[-1].id}" if is_more else ""
        return HistoryPage(tuple(page), following)

    def ids(self, *, pinned: bool) -> Iterator[int]:
        """The ids of all that are over, in no order."""
        for tables, conditions, values in self._ways(_HIGHEST, pinned=pinned):
            where = " AND ".join([*conditions, "e.engine IS NULL"])
            for (entry_id,) in self._connection.execute(f"SELECT e.id FROM {tables} WHERE {where}", values):
                yield int(entry_id)

    def _section(self, before: int, limit: int, *, pinned: bool) -> list[HistoryEntry]:
        """The latest entries older than `before`, of those pinned or of the others."""
        found: list[HistoryEntry] = []
        columns = _COLUMNS.format(listed=_LISTED)
        for tables, conditions, values in self._ways(before, pinned=pinned):
            order = "t.rowid" if tables.startswith("texts") else "e.id"
            sql = f"SELECT {columns} FROM {tables} WHERE {' AND '.join(conditions)} ORDER BY {order} DESC LIMIT ?"
            found += map(_entry, self._connection.execute(sql, (*values, limit - len(found))))
            if len(found) >= limit:
                break
        return found

    def _ways(self, before: int, *, pinned: bool) -> Iterator[tuple[str, list[str], list[object]]]:
        """Tables, conditions and values of one query behind the other: what is not indexed yet is the latest."""
        plain = "entries e JOIN places p ON p.id = e.place"
        conditions, values = [*self._conditions], [*self._values]
        conditions.append("e.pinned" if pinned else "NOT e.pinned")
        if pinned or not self._grams:
            words, wanted = _containing(self._words)
            yield plain, [*conditions, *words, "e.id < ?"], [*values, *wanted, before]
            return
        words, wanted = _containing(self._words)
        yield plain, [*conditions, *words, "e.id < ?", "e.id > ?"], [*values, *wanted, before, self._indexed]
        words, wanted = _containing([word for word in self._words if len(word) < _GRAM])
        query = " AND ".join('"' + word.replace('"', '""') + '"' for word in self._grams)
        tables = "texts t CROSS JOIN entries e ON e.id = t.rowid JOIN places p ON p.id = e.place"
        yield (
            tables,
            ["t.texts MATCH ?", "t.rowid < ?", *conditions, *words],
            [query, min(before, self._indexed + 1), *values, *wanted],
        )


def _containing(words: Sequence[str]) -> tuple[list[str], list[object]]:
    """Conditions that all of these occur, found by reading the texts."""
    conditions: list[str] = []
    values: list[object] = []
    for word in words:
        if word.isascii():
            conditions.append(r"e.sql LIKE ? ESCAPE '\'")
            values.append("%" + word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%")
        else:
            conditions.append("has(e.sql, ?)")
            values.append(word.lower())
    return conditions, values


def _conditions(wanted: SearchHistory) -> tuple[list[str], list[object]]:
    """All but the text."""
    asked: list[tuple[str, object]] = [
        ("p.connection_id = ?", wanted.connection_id or None),
        ("p.connection = ?", wanted.connection or None),
        ("p.database = ?", wanted.database or None),
        ("e.tab = ?", wanted.tab_id or None),
        ("e.started >= ?", wanted.since),
        ("e.started < ?", wanted.until),
        ("e.elapsed_s >= ?", wanted.slower_than_s),
    ]
    conditions = [condition for condition, value in asked if value is not None]
    values = [value for _, value in asked if value is not None]
    if not wanted.plugins:
        conditions.append("e.plugin = ''")
    if wanted.states:
        conditions.append(f"e.state IN ({', '.join('?' * len(wanted.states))})")
        values += [state.value for state in wanted.states]
    return conditions, values
