"""The names of one place, and what is made of them for those who ask."""

import time
from typing import Final

from lapwing.domain.errors import LoginRefused, PasswordNeeded
from lapwing.engine.completion.places import Place
from lapwing.engine.completion.words import KnownWords
from lapwing.sql.completion.names import NO_NAMES, Names

PAUSE_S: Final = 10.0
"""After a failure, before it is tried again."""
OLD_S: Final = 300.0
"""From then on names are read anew when they are asked for: others change the database too."""
_MOST_PATHS: Final = 4
_ASKS_A_PERSON: Final = (LoginRefused, PasswordNeeded)


class Shelf:
    """The last names that were read at a place, and how it stands with reading them. Event loop's thread.

    Attributes:
        asked_s: When they were last asked for (monotonic).
        is_wanted: Whether they are to be read (again).
        is_read: Whether they are being read now.
        changing: Sessions with changes of the schema that are not committed.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.asked_s = time.monotonic()
        self.is_wanted = True
        self.is_read = False
        self.changing: set[str] = set()
        self._names: Names | None = None
        self._read_s = 0.0
        self._again_s = 0.0
        self._views: dict[tuple[str, ...], View] = {}

    @property
    def is_loaded(self) -> bool:
        """Whether there are names, be they old."""
        return self._names is not None

    @property
    def is_loading(self) -> bool:
        """Whether there will be others soon."""
        return self.is_read or (self.is_wanted and self.may_read)

    @property
    def may_read(self) -> bool:
        """Whether reading may be tried: not so soon after a failure."""
        return not self.is_read and time.monotonic() >= self._again_s

    @property
    def is_old(self) -> bool:
        return self.is_loaded and time.monotonic() - self._read_s > OLD_S

    def take(self, names: Names) -> None:
        """Names were read."""
        self._names = names
        self._read_s = time.monotonic()
        self._again_s = 0.0
        self._views = {}

    def note_failure(self, error: BaseException) -> None:
        """They could not be read. Where only a person can help, it is not tried before somebody has."""
        self.is_wanted = True
        self._again_s = float("inf") if isinstance(error, _ASKS_A_PERSON) else time.monotonic() + PAUSE_S

    def forgive(self) -> None:
        """Try again at once."""
        self._again_s = 0.0

    def view(self, search_path: tuple[str, ...]) -> "View":
        """The names as they are seen along a search path; empty: that of the place."""
        if self._names is None:
            return NOTHING
        path = search_path or self._names.search_path
        if path not in self._views:
            if len(self._views) >= _MOST_PATHS:
                del self._views[next(iter(self._views))]
            self._views[path] = View(self._names, path)
        return self._views[path]


class View:
    """Names along a search path, worked out when they are first needed. Any thread."""

    def __init__(self, names: Names, search_path: tuple[str, ...]) -> None:
        self._all = names
        self._path = search_path
        self._names: Names | None = None
        self._words: KnownWords | None = None

    @property
    def names(self) -> Names:
        """Schemas that are not listed (those of other sessions' temporary tables) show only on the search path."""
        if self._names is None:  # two threads may both do it: that is only twice the work
            self._names = _along(self._all, self._path)
        return self._names

    @property
    def words(self) -> KnownWords:
        if self._words is None:
            self._words = KnownWords(self.names)
        return self._words


def _along(names: Names, path: tuple[str, ...]) -> Names:
    seen = {*names.schemas, *path, ""}
    relations = [found for found in names.relations if found.schema in seen]
    if path == names.search_path and len(relations) == len(names.relations):
        return names
    return Names(
        search_path=path,
        folding=names.folding,
        schemas=names.schemas,
        relations=relations,
        routines=names.routines,
        types=names.types,
        keys=names.keys,
        keywords=names.keywords,
    )


NOTHING: Final = View(NO_NAMES, ())
