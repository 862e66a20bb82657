"""Windows and their tabs: one small document, written anew when it changes."""

import base64
import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import msgspec

from lapwing.domain.errors import StoredNewer
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.journal_records import WindowRecord, new_id
from lapwing.settings.documents import Document, DocumentKind
from lapwing.settings.files import FileLayer

NAME: Final = "windows.json"
_ESCAPED: Final = "base64:"


@dataclass(frozen=True, slots=True)
class Layout:
    """What the document holds.

    Attributes:
        is_clean: The last run ended by itself with everything written.
    """

    is_clean: bool = True
    windows: tuple[WindowRecord, ...] = ()


KIND: Final = DocumentKind(Layout, version=1, migrations={})


@dataclass(frozen=True, slots=True)
class _Versioned:
    version: int


def newer(folder: Path) -> StoredNewer | None:
    """The refusal, when a newer Lapwing wrote the document; nothing is changed."""
    path = folder / NAME
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_Versioned).version
    except (OSError, msgspec.MsgspecError):
        return None  # whatever else is wrong with it is for `read` to tell
    return StoredNewer(path=str(path), theirs=found, ours=KIND.version) if found > KIND.version else None


def read(folder: Path, layer: FileLayer) -> Layout:
    """The layout; an empty one when there is none.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
        StoredDamaged: It was kept under another name.
        OSError: It cannot be read.
    """
    layout = Document(folder / NAME, KIND, layer).read()
    return dataclasses.replace(layout, windows=tuple(_each(_exact, window) for window in layout.windows))


def write(folder: Path, layout: Layout, layer: FileLayer) -> None:
    """Replace the document in one step.

    Raises:
        OSError: It cannot be written.
    """
    told = dataclasses.replace(layout, windows=tuple(_each(_plain, window) for window in layout.windows))
    Document(folder / NAME, KIND, layer).write(told)


def settled(windows: Iterable[WindowRecord], editor_ids: Iterable[str]) -> tuple[WindowRecord, ...]:
    """The windows with each open editor in exactly one of them, whatever a crash left of the list of tabs."""
    left = dict.fromkeys(editor_ids)
    found: list[WindowRecord] = []
    for window in windows:
        tabs = tuple(tab for tab in dict.fromkeys(window.tabs) if tab in left)
        for tab in tabs:
            del left[tab]
        found.append(dataclasses.replace(window, tabs=tabs))
    if left:
        first = found[0] if found else WindowRecord(new_id())
        found[:1] = [dataclasses.replace(first, tabs=(*first.tabs, *left))]
    return tuple(window if window.active in window.tabs else _with_active(window) for window in found)


def _with_active(window: WindowRecord) -> WindowRecord:
    return dataclasses.replace(window, active=window.tabs[-1] if window.tabs else "")


def _each(change: Callable[[str], str], window: WindowRecord) -> WindowRecord:
    return WindowRecord(
        change(window.id),
        change(window.geometry_b64),
        {change(name): change(value) for name, value in window.state.items()},
        tuple(change(tab) for tab in window.tabs),
        change(window.active),
    )


def _plain(text: str) -> str:
    """A string that JSON can hold: those with lone surrogates (odd file names) in another form."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _ESCAPED + base64.b64encode(text.encode("utf-8", "surrogatepass")).decode()
    return _ESCAPED + base64.b64encode(text.encode()).decode() if text.startswith(_ESCAPED) else text


def _exact(text: str) -> str:
    if not text.startswith(_ESCAPED):
        return text
    try:
        return base64.b64decode(text.removeprefix(_ESCAPED), validate=True).decode("utf-8", "surrogatepass")
    except ValueError:
        return text  # somebody edited the document; what stands there is the best there is
