"""The file of annotations. Any thread; each call opens the file for itself, and all is done when it returns."""

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.annotations import Annotation, AnnotationKind
from lapwing.domain.monitoring.kept_errors import AnnotationsPutAside, AnnotationsUnusable
from lapwing.store.sqlite_files import DAMAGE, StoreKind, open_for_reading, open_for_writing, put_aside

_APPLICATION_ID: Final = 0x4C61706E
"""`Lapn` in ASCII."""
_FIRST: Final = """
CREATE TABLE annotations(
    id TEXT PRIMARY KEY,
    at REAL NOT NULL,
    until REAL,
    connection_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    subject TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX annotations_times ON annotations(connection_id, at);
"""
"""A `subject` is what tells an annotation that Lapwing made from others of its kind: the alert it is about."""
_KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), AnnotationsUnusable, AnnotationsPutAside)
_MOST: Final = 10_000
"""Of one connection; beyond them the oldest go that nobody wrote himself."""
_MOST_GIVEN: Final = 2_000
_DELETE_BEYOND: Final = """
DELETE FROM annotations WHERE id IN (
    SELECT id FROM annotations WHERE connection_id = ? ORDER BY kind = 'note' DESC, at DESC LIMIT -1 OFFSET ?
)
"""
_OF_SUBJECT: Final = "FROM annotations WHERE connection_id = ? AND kind = ? AND subject = ? AND until IS NULL"
_GOING_ON: Final = f"SELECT 1 {_OF_SUBJECT}"
_END: Final = f"UPDATE annotations SET until = max(at, ?) WHERE id IN (SELECT id {_OF_SUBJECT})"
_COLUMNS: Final = "id, at, text, connection_id, until, kind, source"
_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


def annotations_path() -> Path:
    """Where the annotations of this profile are kept."""
    return paths.data() / "store" / "annotations.sqlite"


class AnnotationStore:
    """The annotations of one profile. Every method may raise LapwingError when the file cannot be used."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, made: Annotation, subject: str = "", *, oldest: float = 0.0) -> None:
        """Keep one, unless it has a subject of which one goes on; what Lapwing wrote before `oldest` goes."""
        row = (made.id, made.at, made.until, made.connection_id, made.kind.value, made.source, made.text, subject)

        def insert(db: apsw.Connection) -> None:
            if subject and db.execute(_GOING_ON, (made.connection_id, made.kind.value, subject)).fetchone():
                return
            db.execute("INSERT INTO annotations VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            db.execute("DELETE FROM annotations WHERE kind != 'note' AND at < ?", (oldest,))
            db.execute(_DELETE_BEYOND, (made.connection_id, _MOST))

        self._write(insert)

    def change(self, annotation_id: str, text: str) -> Annotation | None:
        """Give one another text; None when it is not there."""

        def update(db: apsw.Connection) -> Annotation | None:
            db.execute("UPDATE annotations SET text = ? WHERE id = ?", (text, annotation_id))
            rows = db.execute(f"SELECT {_COLUMNS} FROM annotations WHERE id = ?", (annotation_id,))
            return next(_read(rows), None)

        return self._write(update)

    def end(self, connection_id: str, kind: AnnotationKind, subject: str, at: float) -> bool:
        """Say until when one of a subject went on; whether there was one that did."""

        def update(db: apsw.Connection) -> bool:
            db.execute(_END, (at, connection_id, kind.value, subject))
            return db.changes() > 0

        return self._write(update)

    def remove(self, annotation_id: str) -> Annotation | None:
        """Delete one; what it was, or None when it was not there."""

        def delete(db: apsw.Connection) -> Annotation | None:
            rows = db.execute(f"SELECT {_COLUMNS} FROM annotations WHERE id = ?", (annotation_id,)).fetchall()
            db.execute("DELETE FROM annotations WHERE id = ?", (annotation_id,))
            return next(_read(rows), None)

        return self._write(delete)

    def forget(self, connection_id: str) -> None:
        """Delete those of a connection."""
        if self._path.exists():
            self._write(lambda db: db.execute("DELETE FROM annotations WHERE connection_id = ?", (connection_id,)))

    def within(self, connection_id: str, start: float, end: float) -> tuple[Annotation, ...]:
        """Those of a connection and those of all that touch a time, by their times; the last two thousand."""
        try:
            db = open_for_reading(self._path, _KIND)
            if db is None:
                return ()
            try:
                rows = db.execute(
                    f"SELECT {_COLUMNS} FROM annotations WHERE connection_id IN ('', ?) AND at < ?"
                    " AND coalesce(until, at) >= ? ORDER BY at DESC LIMIT ?",
                    (connection_id, end, start, _MOST_GIVEN),
                ).fetchall()
            finally:
                db.close()
        except (LapwingError, apsw.Error, OSError) as error:
            raise _KIND.in_words(error, self._path) from error
        return tuple(reversed(list(_read(rows))))

    def _write(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        """Do something whole or not at all; with a damaged file once more, in a new one."""
        try:
            try:
                return self._attempt(act)
            except DAMAGE as error:
                _log.warning("%s", put_aside(self._path, _KIND, str(error)))
                return self._attempt(act)
        except (LapwingError, apsw.Error, OSError) as error:
            raise _KIND.in_words(error, self._path) from error

    def _attempt(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        db = open_for_writing(self._path, _KIND)
        try:
            db.execute("BEGIN IMMEDIATE")
            answer = act(db)
            db.execute("COMMIT")
        finally:
            db.close()
        return answer


def _read(rows: Iterable[Any]) -> Iterator[Annotation]:
    for row_id, at, text, connection_id, until, kind, source in rows:
        yield Annotation(row_id, at, text, connection_id, until, AnnotationKind(kind), source)
