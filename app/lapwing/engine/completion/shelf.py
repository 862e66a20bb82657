"""The names of one place, and what is made of them for those who ask."""

import time
from itertools import chain
from typing import Final

from lapwing.domain.errors import LoginRefused, PasswordNeeded
from lapwing.domain.ssh_errors import HostKeyRefused, SshLoginRefused
from lapwing.engine.completion.places import Place
from lapwing.engine.completion.words import KnownWords
from lapwing.sql.completion.names import NO_NAMES, Names

PAUSE_S: Final = 10.0
"""After a failure, before it is tried again."""
OLD_S: Final = 300.0
"""From then on names are read anew when they are asked for: others change the database too."""
_MOST_VIEWS: Final = 4
_ASKS_A_PERSON: Final = (LoginRefused, PasswordNeeded, SshLoginRefused, HostKeyRefused)


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
        self._views: Views = {}

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

    def prepared(self, names: Names) -> "Views":
        """New names as they will be seen, sorted for finding, so that no key waits for that. A worker's thread."""
        paths = {names.search_path, *(path for path, beside in list(self._views) if not beside)}
        views: Views = {(path, ()): View(names, path) for path in paths}
        for view in views.values():
            view.prepare()
        return views

    def take(self, names: Names, views: "Views") -> None:
        """Names were read and prepared."""
        self._names = names
        self._views = views
        self._read_s = time.monotonic()
        self._again_s = 0.0

    def note_failure(self, error: BaseException) -> None:
        """They could not be read. Where only a person can help, it is not tried before somebody has."""
        self.is_wanted = True
        self._again_s = float("inf") if isinstance(error, _ASKS_A_PERSON) else time.monotonic() + PAUSE_S

    def forgive(self) -> None:
        """Try again at once."""
        self._again_s = 0.0

    @property
    def names(self) -> Names:
        """Those that were read last."""
        return self._names or NO_NAMES

    def view(self, search_path: tuple[str, ...], beside: tuple[Names, ...] = ()) -> "View":
        """The names as they are seen along a search path, with those of other schemas beside them.

        Args:
            search_path: Empty: that of the place.
        """
        if self._names is None:
            return NOTHING
        path = search_path or self._names.search_path
        key = path, tuple(map(id, beside))  # which stay theirs as long as the view is kept
        if key not in self._views:
            if len(self._views) >= _MOST_VIEWS:
                del self._views[next(iter(self._views))]
            self._views[key] = View(self._names, path, beside)
        return self._views[key]


class View:
    """Names along a search path, worked out when they are first needed. Any thread."""

    def __init__(self, names: Names, search_path: tuple[str, ...], beside: tuple[Names, ...] = ()) -> None:
        self._all = names
        self._path = search_path
        self._beside = beside
        self._names: Names | None = None
        self._words: KnownWords | None = None

    @property
    def names(self) -> Names:
        """Schemas that are not listed (those of other sessions' temporary tables) show only on the search path."""
        if self._names is None:  # two threads may both do it: that is only twice the work
            self._names = _along(self._all, self._path, self._beside)
        return self._names

    def prepare(self) -> None:
        """Work out everything now."""
        from lapwing.sql.completion.known import prepare  # which loads all that completion is made of

        prepare(self.names)
        self.words.relations_in(())

    @property
    def words(self) -> KnownWords:
        if self._words is None:
            self._words = KnownWords(self.names)
        return self._words


Views = dict[tuple[tuple[str, ...], tuple[int, ...]], View]
"""By their search path, and the identities of the names beside them."""


def _along(names: Names, path: tuple[str, ...], beside: tuple[Names, ...]) -> Names:
    seen = {*names.schemas, *path, ""}
    relations = [found for found in names.relations if found.schema in seen]
    if path == names.search_path and len(relations) == len(names.relations) and not beside:
        return names
    every = (names, *beside)
    return Names(
        search_path=path,
        folding=names.folding,
        schemas=names.schemas,
        relations=[*relations, *chain.from_iterable(other.relations for other in beside)],
        routines=chain.from_iterable(each.routines for each in every),
        types=chain.from_iterable(each.types for each in every),
        keys=chain.from_iterable(each.keys for each in every),
        keywords=names.keywords,
    )


NOTHING: Final = View(NO_NAMES, ())
