"""How a person arranged the columns of results and tables, for the next time the same columns come: in other tabs, and
after a restart."""

import hashlib
import json
import logging
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.gui.results.columns import ColumnLayout
from lapwing.settings.documents import Document, DocumentKind

_KEPT: Final = 400
_MOST_COLUMNS: Final = 2_000
_GATHER_S: Final = 0.3
"""While an edge is dragged, its width changes many times."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptLayout:
    """A `ColumnLayout` by the names of the columns, since their numbers may be others next time."""

    widths: dict[str, int] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    frozen: int = 0


@dataclass(frozen=True, slots=True)
class KeptLayouts:
    """By what they are of, the one that was used last at the end."""

    layouts: dict[str, KeptLayout] = field(default_factory=dict)


KIND: Final = DocumentKind(KeptLayouts, version=1, migrations={})


def key_of_result(columns: Sequence[Column]) -> str:
    """Of the result of a statement: results with the same columns stand alike."""
    return _key("result", [[column.name, column.type_name] for column in columns])


def key_of_table(*place: str) -> str:
    """Of a table, by its connection, database, schema and name."""
    return _key("table", place)


def _key(kind: str, facts: object) -> str:
    return f"{kind}:{hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:20]}"


def _labels(columns: Sequence[Column]) -> list[str]:
    """Their names, each once: of those with the same name the second is `name #2`."""
    seen: Counter[str] = Counter()
    labels = []
    for column in columns:
        seen[column.name] += 1
        labels.append(column.name if seen[column.name] == 1 else f"{column.name} #{seen[column.name]}")
    return labels


class ColumnMemory:
    """Remembers layouts in one file. Qt's thread; written by another, a moment after the last change."""

    def __init__(self, path: Path) -> None:
        self._document = Document(path, KIND)
        self._writing: threading.Timer | None = None
        self._lock = threading.Lock()
        try:
            self._layouts = dict(self._document.read().layouts)
        except LapwingError as error:
            _log.warning("%s", error)
            self._layouts = {}

    def find(self, key: str, columns: Sequence[Column]) -> ColumnLayout | None:
        """The layout for these columns; columns that are new stand behind those that were there."""
        kept = self._layouts.get(key)
        if kept is None:
            return None
        place = {label: number for number, label in enumerate(_labels(columns))}
        known = [place[label] for label in kept.order if label in place]
        order = (*known, *(number for number in place.values() if number not in set(known))) if known else ()
        hidden = frozenset(place[label] for label in kept.hidden if label in place)
        return ColumnLayout(
            {place[label]: width for label, width in kept.widths.items() if label in place},
            order,
            hidden if len(hidden) < len(place) else frozenset(),
            min(kept.frozen, max(0, len(place) - 1)),
        )

    def keep(self, key: str, columns: Sequence[Column], layout: ColumnLayout) -> None:
        """These columns stand so now."""
        labels = _labels(columns)
        if len(columns) > _MOST_COLUMNS or any("\ud800" <= char <= "\udfff" for label in labels for char in label):
            return  # too much for a small file, or no text that can be written
        kept = KeptLayout(
            {labels[number]: width for number, width in layout.widths.items() if number < len(labels)},
            tuple(labels[number] for number in layout.order if number < len(labels)),
            tuple(labels[number] for number in sorted(layout.hidden) if number < len(labels)),
            layout.frozen,
        )
        self._layouts.pop(key, None)
        if kept != KeptLayout():
            self._layouts[key] = kept
        while len(self._layouts) > _KEPT:
            del self._layouts[next(iter(self._layouts))]
        if self._writing is None:
            self._writing = threading.Timer(_GATHER_S, self._write)
            self._writing.start()

    def _write(self) -> None:
        """In a thread of its own, for whose end the process waits."""
        self._writing = None  # what changes from here on is written by another one
        try:
            with self._lock:
                self._document.write(KeptLayouts(dict(self._layouts)))
        except (LapwingError, OSError) as error:
            _log.warning("how columns stand cannot be kept: %s", error)


@cache
def _memory(path: Path) -> ColumnMemory:
    return ColumnMemory(path)


def column_memory() -> ColumnMemory:
    """The one of this profile."""
    return _memory(paths.state() / "columns.json")
