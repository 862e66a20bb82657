"""What the journal remembers, and the sentences it says when something is wrong with it."""

import secrets
from dataclasses import field
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass

EDITOR: Final = "editor"
"""The kind of a record that is the text of an editor."""


@dataclass(frozen=True, slots=True)
class EditorRecord:
    """One editor, whole. Every string is kept exactly, lone surrogates, NUL and U+2028 included.

    Attributes:
        id: 1 to 64 letters, digits, `-` or `_`: it becomes a file name. `new_id()` makes one.
        file_path: The file on disk that it edits; empty when there is none.
        caret: Code points before the caret; `anchor` is the other end of the selection.
        scroll: First visible line, or whatever the editor wants back.
        mode: How transactions end there: `auto` or `manual`.
        database: Another database of the connection's server; empty: its own.
        carets: Anchor and position of further carets, as the editor wants them back.
        kind: `EDITOR`, or what sort of page keeps unsaved work here as a text that only that page reads.
    """

    id: str
    title: str = ""
    file_path: str = ""
    encoding: str = "utf-8"
    line_end: str = "\n"
    connection_id: str = ""
    url: str = ""
    text: str = ""
    caret: int = 0
    anchor: int = 0
    scroll: int = 0
    is_modified: bool = False
    mode: str = "auto"
    carets: str = ""
    kind: str = EDITOR
    database: str = ""


@dataclass(frozen=True, slots=True)
class WindowRecord:
    """One window: where it is, what it shows.

    Attributes:
        geometry_b64: Qt's saved geometry; empty when unknown.
        state: Whatever the window wants back, by name.
        tabs: Ids of its editors in order.
        active: Id of the editor in front; empty when there is none.
    """

    id: str
    geometry_b64: str = ""
    state: dict[str, str] = field(default_factory=dict)
    tabs: tuple[str, ...] = ()
    active: str = ""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was there when Lapwing started.

    Attributes:
        windows: Every open editor is in exactly one of them; empty on a first start.
        editors: The open ones by id.
        closed: Those closed lately, the last one first.
        was_clean: The last run ended by itself with everything written.
        notices: Sentences for the person: what was damaged, newer or in use.
        works: What other pages than editors had not saved, by the page's id.
    """

    windows: tuple[WindowRecord, ...]
    editors: dict[str, EditorRecord]
    closed: tuple[EditorRecord, ...]
    was_clean: bool
    notices: tuple[str, ...]
    works: dict[str, EditorRecord] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the journal stops growing.

    Attributes:
        chunk_chars: Code points per piece of a text in memory and in its file.
        log_bytes: An edit log longer than this is compacted when it has outgrown the text.
        log_edits: Edits after which a log is compacted whatever its size: replaying them takes time at the next start.
        closed_count: Closed editors that can be opened again.
        closed_chars: Code points that closed editors may hold together; the last one is kept whatever its size.
    """

    chunk_chars: int = 32_768
    log_bytes: int = 256 << 10
    log_edits: int = 10_000
    closed_count: int = 20
    closed_chars: int = 8_000_000


FACTS: Final[dict[str, type]] = {
    "title": str,
    "file_path": str,
    "encoding": str,
    "line_end": str,
    "connection_id": str,
    "url": str,
    "caret": int,
    "anchor": int,
    "scroll": int,
    "is_modified": bool,
    "mode": str,
    "carets": str,
    "database": str,
    "kind": str,
}
"""Everything about an editor apart from its id and text."""
CLOSED: Final = "closed"
"""One more fact in the files: 0 while the editor is open, else a number that grows with every closing."""

Facts = dict[str, str | int | bool]


def new_id() -> str:
    """An id for an editor or a window that nobody else has."""
    return secrets.token_hex(8)


class JournalUnwritable(LapwingError):
    """Texts cannot be written; they stay in memory."""

    code = "journal.unwritable"
    message = "Your texts cannot be written to {path}: {reason}."
    hint = "They are kept in memory and written as soon as that works again. Make room, or save them elsewhere."


class TextDamaged(LapwingError):
    """The file of one editor is damaged."""

    code = "journal.damaged"
    message = "The kept text of {title} is damaged; its state before the damage was restored."
    hint = "The damaged file is kept as {kept}."


class TextUnreadable(LapwingError):
    """Nothing can be made out in the file of one editor."""

    code = "journal.unreadable"
    message = "A kept text cannot be read: {reason}."
    hint = "Its file is kept as {kept}."


class JournalTaken(LapwingError):
    """Another process holds the folder, although it was not met at the profile's door."""

    code = "journal.taken"
    message = "Another Lapwing uses {path}; this one keeps its texts in {instead}."


class JournalUnusable(LapwingError):
    """No folder for the journal could be opened."""

    code = "journal.unusable"
    message = "The folder of kept texts, {path}, cannot be used: {reason}."
    hint = "Lapwing works, but keeps texts in memory only until the folder can be used."
