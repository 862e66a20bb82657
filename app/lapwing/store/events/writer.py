"""The thread that keeps events: what comes within a moment goes into one transaction.

Nobody waits for it. A kill loses what was told in the last quarter of a second (`_GATHERING_S`), and nothing else.
"""

import contextlib
import json
import logging
import os
import queue
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw
import msgspec

from lapwing import paths
from lapwing.domain.cloud_events import CloudEvent, first_event_id
from lapwing.domain.errors import LapwingError
from lapwing.store.events.schema import KIND
from lapwing.store.sqlite_files import DAMAGE, open_for_writing, put_aside, used_bytes

Answer = TypeVar("Answer")
_Event = tuple[CloudEvent, bool]
"""An event, and whether another engine is to answer."""
_GATHERING_S: Final = 0.25
_QUICKLY_S: Final = 0.02
"""How long is waited for more behind a pause: somebody may be looking."""
_MOST_TOGETHER: Final = 2_000
_MOST_WAITING: Final = 20_000
"""That are kept to be written when the file can be used again; then the oldest go."""
_TRY_AGAIN_S: Final = 5.0
_SWEPT_EVERY: Final = 2_000
_FIRST_SWEEP: Final = 400
"""Behind so many events at most, a new engine looks for what is to go; not always behind as many, so that even engines
that write some events and end look now and then."""
_SWEPT_AT_ONCE: Final = 1_000
_ROOM_LEFT: Final = 0.9
"""Of the room that events may take is filled when the oldest were deleted because there was none."""
_DAY_S: Final = 86_400
_END_S: Final = 3.0
_INSERT: Final = (
    "INSERT OR IGNORE INTO events(id, at, type, connection, subject, source, data, engine, asked)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ANSWERED_S: Final = 3_600
"""So long answers are kept that nobody fetched."""
_log: Final = logging.getLogger(__name__)


def events_path() -> Path:
    """Where the events of this profile lie."""
    return paths.data() / "store" / "events.sqlite"


class EventWriter:
    """Writes the events of one engine; other engines of the profile may write to the same file. Any thread.

    Attributes:
        notice: What is to be told of the file as long as the engine lives, or None.
        lost: Events that could not be kept, because the file could not be used for too long.
    """

    def __init__(
        self, path: Path, room: Callable[[], tuple[int, int]], when_written: Callable[[], None] | None = None
    ) -> None:
        """Write to `path`; nothing is opened yet.

        Args:
            room: Days that events are kept (0: for ever), and megabytes that they may take. Writer's thread.
            when_written: Called when others can read what was put. Writer's thread.
        """
        self.path = path
        self.notice: LapwingError | None = None
        self.lost = 0
        self._room = room
        self._when_written = when_written
        self._given: queue.SimpleQueue[_Event | threading.Event | None] = queue.SimpleQueue()
        self._hurry = threading.Event()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._waiting: deque[_Event] = deque()
        self._connection: apsw.Connection | None = None
        self._inode = 0
        self._written = _SWEPT_EVERY - secrets.randbelow(_FIRST_SWEEP)
        self._not_before = 0.0
        self._gathered = 0.0

    def put(self, event: CloudEvent, *, is_asked: bool = False) -> None:
        """Keep an event soon; returns at once. With `is_asked` another engine is to answer."""
        self._put((event, is_asked))

    def settle(self) -> None:
        """Wait until all that was put before is written, or cannot be. Blocking, some seconds at most."""
        done = threading.Event()
        if self._thread is not None and self._put(done):
            self._hurry.set()
            done.wait(_END_S)

    def close(self) -> None:
        """Write what is left, and end. Blocking, some seconds at most."""
        with self._guard:
            self._is_closed = True
            thread = self._thread
        if thread is not None:
            self._given.put(None)
            self._hurry.set()
            thread.join(_END_S)

    def _put(self, given: "_Event | threading.Event") -> bool:
        with self._guard:
            if self._is_closed:
                return False
            if self._thread is None:
                self._thread = threading.Thread(target=self._live, name="events", daemon=True)
                self._thread.start()
            self._given.put(given)
            return True

    # in its own thread

    def _live(self) -> None:
        is_over = False
        while not is_over:
            is_over, asked = self._gather()
            self._write(is_urgent=is_over or bool(asked))
            for each in asked:
                each.set()
        self._let_go()

    def _gather(self) -> tuple[bool, list[threading.Event]]:
        """Take what comes within a moment; whether that is all, and who waits for its being written.

        Who puts an event does not wake this thread: it waits for the moment to be over, or for somebody in a hurry.
        """
        asked: list[threading.Event] = []
        given = self._first()
        if self._given.qsize() < _MOST_TOGETHER:
            is_pause = time.monotonic() - self._gathered > _GATHERING_S
            self._hurry.wait(_QUICKLY_S if is_pause else _GATHERING_S)
        self._gathered = time.monotonic()
        self._hurry.clear()
        for _ in range(_MOST_TOGETHER):
            if given is None:
                return True, asked
            if isinstance(given, threading.Event):
                asked.append(given)
            else:
                self._waiting.append(given)
            try:
                given = self._given.get_nowait()
            except queue.Empty:
                return False, asked
        if isinstance(given, threading.Event):
            asked.append(given)
        elif given is not None:
            self._waiting.append(given)
        return given is None, asked

    def _first(self) -> "_Event | threading.Event | None":
        """Wait for something to do; what could not be written is tried again from time to time."""
        while True:
            try:
                return self._given.get(timeout=_TRY_AGAIN_S if self._waiting else None)
            except queue.Empty:
                self._write(is_urgent=False)

    def _write(self, *, is_urgent: bool) -> None:
        """Write what waits; when that fails, it waits on."""
        if not self._waiting or (time.monotonic() < self._not_before and not is_urgent):
            return
        rows = [_row(*each) for each in self._waiting]
        try:
            self._do(lambda it: it.executemany(_INSERT, rows))
        except LapwingError as error:
            self.notice = error
            self._not_before = time.monotonic() + _TRY_AGAIN_S
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popleft()
                self.lost += 1
            _log.warning("events could not be kept: %s", error)
            return
        if self.notice is not None and self.notice.code == KIND.unusable.code:
            self.notice = None
        self._waiting.clear()
        if self._when_written is not None:
            self._when_written()
        self._written += len(rows)
        if self._written >= _SWEPT_EVERY:
            self._written = 0
            self._sweep()

    def _sweep(self) -> None:
        """Delete what is too old, or for which there is no room, some at a time."""
        days, megabytes = self._room()
        try:
            if days:
                before = first_event_id(time.time() - days * _DAY_S)
                self._delete_while(lambda it: _oldest(it, before))
            if self._do(used_bytes) > megabytes << 20:
                self._delete_while(
                    lambda it: _oldest(it, "") if used_bytes(it) > (megabytes << 20) * _ROOM_LEFT else []
                )
            unread = first_event_id(time.time() - _ANSWERED_S)
            self._do(lambda it: it.execute("DELETE FROM answers WHERE event < ?", (unread,)).fetchall())
            for _ in self._opened().execute("PRAGMA incremental_vacuum(2000)"):
                pass
        except (LapwingError, apsw.Error, OSError) as error:
            _log.info("events were not swept: %s", error)

    def _delete_while(self, find: Callable[[apsw.Connection], list[str]]) -> None:
        def delete(connection: apsw.Connection) -> int:
            gone = [(each,) for each in find(connection)]
            connection.executemany("DELETE FROM events WHERE id = ?", gone)
            return len(gone)

        while self._do(delete):
            pass

    def _do(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        """Do something whole or not at all; with a damaged file once more, in a new one.

        Raises:
            EventsUnusable, StoredNewer
        """
        for is_again in (False, True):
            try:
                with self._opened() as connection:
                    return act(connection)
            except DAMAGE as error:
                if is_again or not self._put_aside(error):
                    raise KIND.in_words(error, self.path) from error
            except (apsw.Error, OSError) as error:
                self._let_go()
                raise KIND.in_words(error, self.path) from error
        raise AssertionError("the second attempt ends in one way or the other")

    def _opened(self) -> apsw.Connection:
        if self._connection is not None and not self._is_there():
            self._let_go()  # somebody removed it: nobody would ever read what was written there
        if self._connection is None:
            self._connection = open_for_writing(self.path, KIND)
            self._connection.transaction_mode = "IMMEDIATE"
            self._connection.execute("PRAGMA secure_delete=ON")
            self._inode = os.stat(self.path).st_ino
        return self._connection

    def _is_there(self) -> bool:
        try:
            return os.stat(self.path).st_ino == self._inode
        except OSError:
            return False

    def _put_aside(self, error: Exception) -> bool:
        """Give a damaged file another name; whether that could be done."""
        self._let_go()
        try:
            self.notice = put_aside(self.path, KIND, str(error))
        except OSError:
            return False
        return True

    def _let_go(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close()
            self._connection = None


def _row(event: CloudEvent, is_asked: bool) -> tuple[Any, ...]:
    texts = (event.type, event.connection_id, event.subject, event.source)
    plain = (each.encode("utf-8", "replace").decode() for each in texts)
    return event.id, event.at, *plain, as_json(event.data), event.engine, is_asked


def as_json(value: object) -> str:
    """Whatever somebody told as JSON, as the file takes it."""
    try:
        return msgspec.json.encode(value).decode()
    except (UnicodeEncodeError, TypeError, ValueError, OverflowError):  # half a character, say; it must stop no other
        return json.dumps(value, default=str, skipkeys=True).replace("\\ud", "\\\\ud")


def _oldest(connection: apsw.Connection, before: str) -> list[str]:
    """The ids of the oldest events; with `before` only of such as are older."""
    condition, values = ("id < ?", (before,)) if before else ("TRUE", ())
    sql = f"SELECT id FROM events WHERE {condition} ORDER BY id LIMIT {_SWEPT_AT_ONCE}"
    return [str(each) for (each,) in connection.execute(sql, values)]
