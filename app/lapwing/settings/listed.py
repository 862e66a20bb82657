"""Lists that persons may edit by hand: documents of things with an id and a name."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, Generic, Protocol, TypeVar, cast

from lapwing.domain.errors import DiskFull, LapwingError
from lapwing.settings.documents import Document

_SLUG: Final = re.compile(r"[^a-z0-9]+")
_ID_LONGEST: Final = 60
Stamp = tuple[int, int, int]


class Listed(Protocol):
    """A frozen dataclass with an id, which may be empty where a person wrote it, and a name."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


Item = TypeVar("Item", bound=Listed)
Content = TypeVar("Content")


class ListedDocument(Generic[Item, Content]):
    """One thread; the file is small, and read anew when somebody edited it.

    Attributes:
        problem: What is wrong with the file (damaged, newer), or None.
    """

    def __init__(
        self,
        document: Document[Content],
        items: Callable[[Content], tuple[Item, ...]],
        content: Callable[[tuple[Item, ...]], Content],
        noun: str,
    ) -> None:
        """`items` and `content` lead from a document to its things and back; `noun` begins the id of one whose name
        has no letter for it."""
        self._document = document
        self._items = items
        self._content = content
        self._noun = noun
        self._known: tuple[Stamp | None, tuple[Item, ...]] | None = None
        self.problem: LapwingError | None = None

    def _stamp(self) -> Stamp | None:
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    @property
    def has_changed(self) -> bool:
        """Whether somebody edited the file since it was read last."""
        return self._known is None or self._known[0] != self._stamp()

    def all(self) -> tuple[Item, ...]:
        """All of them. Where the file cannot be read, those that were known last."""
        if self._known is None or self.has_changed:
            items: tuple[Item, ...] = self._known[1] if self._known is not None else ()
            try:
                items = self._with_ids(self._items(self._document.read()))
                self.problem = None
            except LapwingError as error:
                self.problem = error
            self._known = self._stamp(), items
        return self._known[1]

    def found(self, name: str) -> Item | None:
        """The one with this id, else the only one of this name."""
        every = self.all()
        found = [each for each in every if each.id == name] or [each for each in every if each.name == name]
        return found[0] if len(found) == 1 else None

    def new_id(self, name: str) -> str:
        """An id that none has, made of a name."""
        return _new_id(name, frozenset(each.id for each in self.all()), self._noun)

    def keep(self, item: Item) -> None:
        """Put one in the place of the one with its id, or behind all.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        stored = self._to_change()
        ids = [each.id for each in stored]
        if item.id in ids:
            stored[ids.index(item.id)] = item
        else:
            stored.append(item)
        self._write(tuple(stored))

    def remove(self, item_id: str) -> None:
        """Take one off the list. Raises as `keep`."""
        self._write(tuple(each for each in self._to_change() if each.id != item_id))

    def _to_change(self) -> list[Item]:
        """What is in the file, or the reason why it cannot be changed."""
        return list(self._with_ids(self._items(self._document.read())))

    def _write(self, items: tuple[Item, ...]) -> None:
        try:
            self._document.write(self._content(items))
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._known = self._stamp(), items

    def _with_ids(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Each with an id of its own: who writes a file by hand may leave it out."""
        made: dict[str, Item] = {}
        for each in items:
            taken = frozenset(made) | {other.id for other in items}
            own = each.id if each.id and each.id not in made else _new_id(each.name, taken, self._noun)
            made[own] = cast("Item", replace(cast("Any", each), id=own))
        return tuple(made.values())


def _new_id(name: str, taken: frozenset[str], noun: str) -> str:
    """A name in lower-case letters and digits, with a number where it is taken."""
    stem = _SLUG.sub("-", name.casefold()).strip("-")[:_ID_LONGEST] or noun
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found
