"""The lists of connections and environments are followed: other engines, command lines and people write them, too."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final, Generic, TypeVar

from lapwing.domain.errors import LapwingError

Item = TypeVar("Item")
Stamp = tuple[int, int, int, int]
LOOK_S: Final = 1.0
"""Seconds between two looks at the files."""
_log: Final = logging.getLogger(__name__)


class FollowedList(Generic[Item]):
    """What everybody here was told of a list in a file, and whether that still holds. Event loop's thread.

    A file that is gone, or cannot be understood, says nothing of what is in the list: it may be about to be written.
    """

    def __init__(self, path: Path, peek: Callable[[], tuple[Item, ...] | None]) -> None:
        """`peek` reads the list without touching the file; None where there is no file."""
        self._path = path
        self._peek = peek
        self._told: tuple[Item, ...] | None = None
        self._misled = False
        self._seen: Stamp | None = None
        self._has_looked = False
        self._said = ""

    def written(self, items: tuple[Item, ...]) -> None:
        """This process wrote the list, and tells that itself."""
        self._told = items

    def answered(self, items: tuple[Item, ...] | None) -> None:
        """Somebody asked and got this list; None where it could not be read."""
        if self._told is None:
            self._told = items
        self._misled = self._misled or items != self._told

    def news(self) -> tuple[tuple[Item, ...], tuple[Item, ...]] | None:
        """The list before and now, where it is not what was told of or somebody was answered otherwise."""
        stamp = _stamp(self._path)
        is_first, self._has_looked = not self._has_looked, True
        if stamp is None or stamp == self._seen:
            self._seen = stamp
            return None
        try:
            items = self._peek()
        except LapwingError as error:
            if str(error) != self._said:
                _log.warning("what was written into a list is not followed: %s", error)
            self._said = str(error)
            return None
        if items is None:
            return None
        self._seen, self._said = stamp, ""
        if self._told is None and is_first:
            self._told = items
        old, self._told = self._told, items
        was_misled, self._misled = self._misled, False
        return (old or (), items) if items != old or was_misled else None


class Following:
    """Looks at the lists from time to time. Event loop's thread.

    Attributes:
        look_s: Seconds between two looks; a test may change it before `begin`.
    """

    def __init__(self, looks: Sequence[Callable[[], Awaitable[None]]]) -> None:
        """`looks` tell of what is new, each of one list."""
        self.look_s = LOOK_S
        self._looks = looks
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Follow from now on. For an engine that stays; may be called twice."""
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="lists followed")

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self.look_s)
            await self.look()

    async def look(self) -> None:
        """Tell of what is new."""
        for look in self._looks:
            try:
                await look()
            except LapwingError as error:
                _log.warning("who uses a list could not follow it: %s", error)

    async def close(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task


def _stamp(path: Path) -> Stamp | None:
    """What changes with a file's content, and with who may read it."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size
