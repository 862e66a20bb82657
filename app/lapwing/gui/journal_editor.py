"""One editor as the journal holds it: in memory what is true now, in its file what has been written of it."""

import contextlib
import secrets
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui import journal_format
from lapwing.gui.journal_records import CLOSED, FACTS, EditorRecord, Facts, Limits
from lapwing.gui.journal_text import ChunkedText, Edit, merged
from lapwing.settings.files import FileLayer, write_whole

SUFFIX: Final = ".editor"


@dataclass(frozen=True, slots=True)
class Unwritten:
    """What is to be written of an editor: a snapshot when there are `pieces`, else one batch; possibly an empty one."""

    facts: Facts
    edits: Sequence[Edit] = ()
    pieces: Sequence[str] | None = None


@dataclass(slots=True)
class EditorFile:
    """The file of one editor and how far it got. Writer thread only; every method may raise OSError.

    Attributes:
        keep_as: Name under which the present file is kept before it is written anew; empty when it need not be.
    """

    editor_id: str
    salt: bytes = b""
    number: int = 0
    size_bytes: int = -1
    log_edits: int = 0
    log_bytes: int = 0
    keep_as: str = ""

    def path(self, folder: Path) -> Path:
        return folder / f"{self.editor_id}{SUFFIX}"

    def is_as_left(self, folder: Path) -> bool:
        """Whether a batch may be appended: nobody removed the file, and no half batch lies at its end."""
        try:
            return self.path(folder).stat().st_size == self.size_bytes
        except FileNotFoundError:
            return False

    def write(self, folder: Path, facts: Facts, pieces: Sequence[str], layer: FileLayer) -> None:
        """Put a snapshot in place of whatever is there, in one step, and see it on disk."""
        self._keep(folder, layer)
        salt = secrets.token_bytes(8)
        draft = folder / f".{self.editor_id}.new"
        layer.remove(draft)
        fd = layer.create(draft)
        try:
            try:
                layer.write(fd, opening := journal_format.head(salt))
                size_bytes = len(opening)
                for record in journal_format.snapshot(facts, pieces, salt):
                    layer.write(fd, record)
                    size_bytes += len(record)
                layer.sync(fd)
            finally:
                layer.close(fd)
            layer.rename(draft, self.path(folder))
        except OSError:
            with contextlib.suppress(OSError):  # the first reason is the one to tell
                layer.remove(draft)
            raise
        layer.sync_folder(folder)
        self.salt, self.number, self.size_bytes = salt, 1 + len(pieces), size_bytes
        self.log_edits = self.log_bytes = 0

    def append(self, folder: Path, edits: Sequence[Edit], facts: Facts, layer: FileLayer) -> None:
        """Put one batch behind what is there and see it on disk."""
        record = journal_format.batch(self.number, edits, facts, self.salt)
        fd = layer.append_to(self.path(folder))
        try:
            layer.write(fd, record)
            layer.sync(fd)
        finally:
            layer.close(fd)
        self.number += 1
        self.size_bytes += len(record)
        self.log_edits += len(edits)
        self.log_bytes += len(record)

    def _keep(self, folder: Path, layer: FileLayer) -> None:
        """Copy the present file before the first rewriting of a damaged or older one."""
        if self.keep_as and self.path(folder).exists():
            write_whole(folder / self.keep_as, self.path(folder).read_bytes(), layer)
        self.keep_as = ""


@dataclass(slots=True)
class OpenEditor:
    """What is true of an editor now. Under the journal's lock, except for `file`.

    Attributes:
        facts: Everything in `FACTS`, and `CLOSED`.
        is_stale: The file must be written anew; what changes meanwhile need not be noted.
    """

    file: EditorFile
    text: ChunkedText
    facts: Facts
    is_stale: bool = True
    _edits: list[Edit] = field(default_factory=list)
    _edited_chars: int = 0
    _changed: Facts = field(default_factory=dict)

    def edit(self, edit: Edit, limits: Limits) -> None:
        """Apply one edit and note it.

        Raises:
            ValueError: It reaches outside the text; nothing was changed.
        """
        self.text.replace(edit)
        if self.is_stale:
            return
        both = merged(self._edits[-1], edit) if self._edits else None
        if both is None:
            self._edits.append(edit)
        else:
            self._edits[-1] = both
        self._edited_chars += len(edit.added)
        if self._edited_chars > max(limits.log_bytes, len(self.text)):
            self.mark_stale()

    def describe(self, facts: Facts) -> bool:
        """Note what differs; returns whether anything does."""
        differing = {name: value for name, value in facts.items() if self.facts.get(name) != value}
        self.facts |= differing
        if not self.is_stale:
            self._changed |= differing
        return bool(differing)

    def set_text(self, text: str, limits: Limits) -> bool:
        """Take another text as a whole; returns whether it is another."""
        if self.text.equals(text):
            return False
        self.text = ChunkedText(text, limits.chunk_chars)
        self.mark_stale()
        return True

    def mark_stale(self) -> None:
        """Have the file written anew."""
        self.is_stale = True
        self._edits, self._edited_chars, self._changed = [], 0, {}

    def take(self, limits: Limits, is_as_left: bool) -> Unwritten:
        """What is not written yet; from now on it counts as written. Writer thread.

        Args:
            is_as_left: The file is as this process wrote it, so a batch may be appended.
        """
        is_long = self.file.log_edits + len(self._edits) > limits.log_edits or (
            self.file.log_bytes > max(limits.log_bytes, len(self.text))
        )
        if self.is_stale or is_long or not is_as_left:
            unwritten = Unwritten(dict(self.facts), pieces=self.text.pieces())
        else:
            unwritten = Unwritten(self._changed, self._edits)
        self.mark_stale()
        self.is_stale = False
        return unwritten

    def record(self) -> EditorRecord:
        """All of it; caret and anchor within the text."""
        told = {name: value for name, value in self.facts.items() if name in FACTS}
        for name in ("caret", "anchor"):
            told[name] = max(0, min(int(told.get(name, 0)), len(self.text)))
        return EditorRecord(id=self.file.editor_id, text=str(self.text), **told)  # type: ignore[arg-type]

    @property
    def closed_order(self) -> int:
        """0 while open."""
        return int(self.facts.get(CLOSED, 0))


def facts_of(record: EditorRecord) -> Facts:
    """The facts of a record, as those of an open editor."""
    facts: Facts = {name: getattr(record, name) for name in FACTS}
    facts[CLOSED] = 0
    return facts
