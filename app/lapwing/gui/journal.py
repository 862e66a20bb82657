"""The window's journal: texts, tabs and layout, on disk within a second, back after anything.

Callers tell what changed; that costs microseconds and never waits for the disk. A thread of the journal's own
writes it: one file per editor (`journal_format`), one document for windows and tabs (`journal_layout`). No Qt here.
"""

import atexit
import dataclasses
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from lapwing.gui import journal_recovery
from lapwing.gui.journal_editor import EditorFile, OpenEditor, facts_of
from lapwing.gui.journal_folder import bring_home, open_folder, reason_of
from lapwing.gui.journal_records import (
    CLOSED,
    EDITOR,
    FACTS,
    EditorRecord,
    JournalUnusable,
    Limits,
    Recovered,
    WindowRecord,
)
from lapwing.gui.journal_state import JournalState
from lapwing.gui.journal_text import ChunkedText, Edit
from lapwing.gui.journal_thread import WriterThread
from lapwing.gui.journal_writer import JournalWriter
from lapwing.settings.files import FileLayer

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SOFT: Final = frozenset({"caret", "anchor", "scroll", "carets"})
_SOFT_DELAY_S: Final = 5.0
"""Where the caret is may be this old: it is written along with edits, and alone only when the person rests."""
_END_S: Final = 10.0


def _nobody(_sentence: str | None) -> None:
    """Nobody wants to know."""


class Journal:
    """Everything in the windows that must not be lost.

    Methods may be called from any thread and, apart from `recover`, `flush` and `close`, never touch the disk.
    """

    def __init__(
        self,
        folder: Path,
        layer: FileLayer | None = None,
        delay_s: float = 0.4,
        on_trouble: Callable[[str | None], None] = _nobody,
        limits: Limits | None = None,
        retry_s: float = 2.0,
    ) -> None:
        """A journal in `folder`, which may not exist yet.

        Args:
            delay_s: How long edits are gathered before they are written together.
            on_trouble: Called from the writer thread: a sentence when writing fails, None when everything is written
                again. Meanwhile texts stay in memory, and writing is tried again every `retry_s`.
        """
        self._base = folder
        self._layer = layer or FileLayer()
        self._delay_s = delay_s
        self._state = JournalState(limits or Limits())
        self._writer = JournalWriter(folder, self._layer, self._state)
        self._thread = WriterThread(self._writer.write_everything, on_trouble, retry_s)

    # -- start and end

    def recover(self) -> Recovered:
        """What the last run left. Call it once, before `start`; afterwards every editor in it is known here.

        Reads only, except that files that cannot be read at all get another name.
        """
        try:
            folder = open_folder(self._base, self._layer)
        except OSError as error:
            unusable = JournalUnusable(path=str(self._base), reason=reason_of(error))
            return Recovered((), {}, (), False, (unusable.in_full,))
        bring_home(self._base, folder, self._layer)
        found = journal_recovery.read_back(folder, self._layer, self._state.limits)
        self._writer.folder = folder
        with self._state.lock:
            self._state.fill(found.editors, found.windows)
            records = {name: editor.record() for name, editor in self._state.editors.items()}
            return Recovered(
                found.windows,
                {name: record for name, record in records.items() if record.kind == EDITOR},
                tuple(editor.record() for editor in reversed(self._state.closed.values())),
                found.was_clean,
                (*folder.notices, *found.notices),
                {name: record for name, record in records.items() if record.kind != EDITOR},
            )

    def start(self) -> None:
        """Begin to write. The process's end, too, waits for what is unwritten, if `close` was not called before."""
        self._thread.start()
        self._thread.due_in(0)
        atexit.register(self.close, clean=False)

    def flush(self, timeout_s: float) -> bool:
        """Write now what was told before this call; whether it is on disk within the time."""
        return self._thread.flush(timeout_s)

    def close(self, clean: bool) -> bool:
        """Write what is unwritten, end the thread, let go of the folder; whether everything is on disk.

        Args:
            clean: The run ends well: the next one need not say that it restored anything. Open editors come back
                either way.
        """
        atexit.unregister(self.close)
        self._writer.ends_clean = clean
        is_written = self._thread.end(_END_S)
        if self._writer.folder is not None:
            self._writer.folder.release()
        return is_written

    # -- editors

    def replace(self, record: EditorRecord) -> None:
        """All of an editor: opened, loaded, saved, its text set. An unchanged text costs no rewriting.

        Raises:
            ValueError: Its id cannot name a file.
        """
        if not _ID.fullmatch(record.id):
            raise ValueError(f"{record.id!r} is no id of an editor")
        with self._state.lock:
            editor = self._state.closed.pop(record.id, None) or self._state.editors.get(record.id)
            if editor is None:
                text = ChunkedText(record.text, self._state.limits.chunk_chars)
                editor = OpenEditor(EditorFile(record.id), text, facts_of(record))
                is_changed = True
            else:
                is_changed = editor.set_text(record.text, self._state.limits) | editor.describe(facts_of(record))
            self._state.editors[record.id] = editor
            if is_changed:
                self._due(record.id)

    def edited(self, editor_id: str, position: int, removed: int, added: str) -> None:
        """One edit, as `QTextDocument.contentsChange` tells it, but counted in code points, not in UTF-16 units.

        Args:
            position: Code points before the edit.
            removed: Code points that went.
            added: What came in their place.

        Raises:
            KeyError: No such editor is open.
            ValueError: The edit reaches outside the text, so caller and journal disagree about it; nothing was
                changed. `replace` with the whole text puts it right. (Qt counts one character too many when a whole
                document is set.)
        """
        with self._state.lock:
            self._state.editors[editor_id].edit(Edit(position, removed, added), self._state.limits)
            self._due(editor_id)

    def describe(self, editor_id: str, **facts: str | int | bool) -> None:
        """Some facts about an editor other than its text: the fields of `EditorRecord` by name.

        Raises:
            KeyError: No such editor is open.
            TypeError: There is no such fact, or it is of another type.
        """
        for name, value in facts.items():
            if name not in FACTS or not isinstance(value, FACTS[name]):
                raise TypeError(f"an editor cannot be described by {name}={value!r}")
        with self._state.lock:
            if self._state.editors[editor_id].describe(facts):
                self._due(editor_id, self._delay_s if facts.keys() - _SOFT else _SOFT_DELAY_S)

    def closed(self, editor_id: str) -> None:
        """An editor was closed. It can be opened again for a while, unless it was empty and had no file.

        Raises:
            KeyError: No such editor is open.
        """
        with self._state.lock:
            self._state.close_editor(editor_id)
            self._thread.due_in(self._delay_s)

    def forget(self, record_id: str) -> None:
        """What a page kept here is saved or dropped: it does not come back. Nothing happens where there is none."""
        with self._state.lock:
            if self._state.editors.pop(record_id, None) is not None:
                self._due(record_id)

    def reopen(self, editor_id: str | None = None) -> EditorRecord | None:
        """Open a closed editor again, the last one by default; None when it is no longer there."""
        with self._state.lock:
            if editor_id is None:
                editor_id = next(reversed(self._state.closed), None)
            editor = self._state.closed.pop(editor_id, None) if editor_id is not None else None
            if editor is None or editor_id is None:
                return None
            editor.describe({CLOSED: 0})
            self._state.editors[editor_id] = editor
            self._due(editor_id)
            return editor.record()

    def recently_closed(self) -> tuple[tuple[str, str], ...]:
        """Ids and titles of the editors that can be opened again, the last one first."""
        with self._state.lock:
            return tuple((name, str(editor.facts["title"])) for name, editor in reversed(self._state.closed.items()))

    def record(self, editor_id: str) -> EditorRecord:
        """An open editor as the journal knows it.

        Raises:
            KeyError: No such editor is open.
        """
        with self._state.lock:
            return self._state.editors[editor_id].record()

    # -- windows

    def window(self, record: WindowRecord) -> None:
        """A window was opened, moved, or shows other tabs."""
        record = dataclasses.replace(record, state=dict(record.state))  # the caller may go on with its own
        with self._state.lock:
            if self._state.windows.get(record.id) != record:
                self._state.windows[record.id] = record
                self._due_layout()

    def window_closed(self, window_id: str) -> None:
        """A window was closed while others stay; its editors count as closed.

        Quitting is not closing: whoever ends the program calls `close` alone, and the windows come back.
        """
        with self._state.lock:
            window = self._state.windows.pop(window_id, None)
            if window is None:
                return
            elsewhere = {tab for other in self._state.windows.values() for tab in other.tabs}
            for editor_id in window.tabs:
                if editor_id in self._state.editors and editor_id not in elsewhere:
                    self._state.close_editor(editor_id)
            self._due_layout()

    # -- under the lock

    def _due(self, editor_id: str, delay_s: float | None = None) -> None:
        self._state.unwritten.add(editor_id)
        self._thread.due_in(self._delay_s if delay_s is None else delay_s)

    def _due_layout(self) -> None:
        self._state.is_layout_unwritten = True
        self._thread.due_in(self._delay_s)
