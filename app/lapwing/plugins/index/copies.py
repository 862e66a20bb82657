"""What each index said last: shown when it cannot be asked, and never followed by anything older.

A copy is as the index was, signature and all; it is checked like what is fetched whenever it is read.
"""

import hashlib
import logging
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.plugins.installing import places
from lapwing.settings.documents import Document, DocumentKind

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IndexCopy:
    """One file.

    Attributes:
        came_from: Where it was in the end, behind redirects.
        fetched_at: Unix seconds.
        text: The document; empty: there is no copy.
    """

    place: str = ""
    came_from: str = ""
    fetched_at: float = 0.0
    text: str = ""


_KIND: Final = DocumentKind(IndexCopy, version=1, migrations={})


def kept(place: str) -> IndexCopy | None:
    """What is kept of an index; None: nothing that can be read. Blocking."""
    try:
        found = _document(place).read()
    except LapwingError as error:
        _log.warning("the copy of an index of plugins cannot be used: %s", error)
        return None
    return found if found.text and found.place == place else None


def keep(copy: IndexCopy) -> None:
    """Keep it in the place of an earlier one; without room for it the earlier one stays. Blocking."""
    document = _document(copy.place)
    try:
        paths.private_folder(document.path.parent)
        document.write(copy)
    except OSError as error:
        _log.warning("%s cannot be kept: %s", document.path, error)


def forget(place: str) -> None:
    """Delete what is kept of an index."""
    _document(place).path.unlink(missing_ok=True)


def _document(place: str) -> Document[IndexCopy]:
    name = hashlib.sha256(place.encode("utf-8", "replace")).hexdigest()[:32]
    return Document(places.root() / "indexes" / f"{name}.json", _KIND)
