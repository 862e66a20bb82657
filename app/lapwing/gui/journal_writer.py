"""The journal's disk work. Everything here runs in the writer thread."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from lapwing.gui import journal_layout
from lapwing.gui.journal_editor import SUFFIX
from lapwing.gui.journal_folder import JournalFolder, open_folder, reason_of
from lapwing.gui.journal_layout import Layout
from lapwing.gui.journal_records import JournalUnwritable
from lapwing.gui.journal_state import JournalState
from lapwing.settings.files import FileLayer


class JournalWriter:
    """Brings a state to disk.

    Attributes:
        folder: The folder in use; None until one could be opened.
        ends_clean: The last round, when it went well, says so in the layout.
    """

    def __init__(self, base: Path, layer: FileLayer, state: JournalState) -> None:
        self._base = base
        self._layer = layer
        self._state = state
        self._is_begun = False
        self._gone: list[str] = []
        self.folder: JournalFolder | None = None
        self.ends_clean = False

    def write_everything(self, is_last: bool) -> None:
        """Write what is unwritten. One text that fails does not keep the others from being written.

        Raises:
            JournalUnwritable: Something failed and stays unwritten.
        """
        try:
            folder = self._ready_folder()
            failures: list[Exception] = []
            for step in self._steps(folder):
                try:
                    step()
                except Exception as error:  # raised below, after the other steps had their turn
                    failures.append(error)
            if failures:
                raise failures[0]
            if is_last and self.ends_clean:
                self._write_layout(folder, is_clean=True)
        except OSError as error:
            where = self.folder.path if self.folder is not None else self._base
            raise JournalUnwritable(path=str(where), reason=reason_of(error)) from error

    def _ready_folder(self) -> JournalFolder:
        """The folder; another one, and everything to be written anew, when somebody removed it."""
        if self.folder is not None and self.folder.is_there():
            return self.folder
        if self.folder is not None:
            self.folder.release()
        self.folder = open_folder(self._base, self._layer)
        self._is_begun = False
        with self._state.lock:
            self._state.mark_all_stale()
        return self.folder

    def _steps(self, folder: JournalFolder) -> Iterator[Callable[[], None]]:
        """What there is to do. The layout comes first once, to say that a run has begun, else after its editors."""
        if not self._is_begun:
            yield partial(self._begin, folder)
        with self._state.lock:
            unwritten = sorted(self._state.unwritten)
            self._state.unwritten.clear()
        for editor_id in unwritten:
            yield partial(self._write_editor, folder, editor_id)
        if self._gone:
            yield partial(self._remove_gone, folder)
        if self._state.is_layout_unwritten:
            yield partial(self._write_layout, folder)

    def _begin(self, folder: JournalFolder) -> None:
        self._write_layout(folder)
        folder.sweep_drafts(self._layer)
        self._is_begun = True

    def _write_layout(self, folder: JournalFolder, is_clean: bool = False) -> None:
        with self._state.lock:
            layout = Layout(is_clean, tuple(self._state.windows.values()))
            self._state.is_layout_unwritten = False
        try:
            journal_layout.write(folder.path, layout, self._layer)
        except BaseException:
            with self._state.lock:
                self._state.is_layout_unwritten = True
            raise

    def _write_editor(self, folder: JournalFolder, editor_id: str) -> None:
        """Append a batch, or write a snapshot where that cannot be done or the log has become long."""
        with self._state.lock:
            editor = self._state.find(editor_id)
        if editor is None:
            self._gone.append(editor_id)
            return
        try:
            is_as_left = editor.file.is_as_left(folder.path)
            with self._state.lock:
                unwritten = editor.take(self._state.limits, is_as_left)
            if unwritten.pieces is not None:
                editor.file.write(folder.path, unwritten.facts, unwritten.pieces, self._layer)
            elif unwritten.edits or unwritten.facts:
                editor.file.append(folder.path, unwritten.edits, unwritten.facts, self._layer)
        except BaseException:
            with self._state.lock:
                editor.mark_stale()
                self._state.unwritten.add(editor_id)
            raise

    def _remove_gone(self, folder: JournalFolder) -> None:
        """Delete the files of forgotten editors, so that they do not come back after a power cut either."""
        while self._gone:
            with self._state.lock:
                is_back = self._state.find(self._gone[-1]) is not None  # opened again since removing it failed
            if not is_back:
                self._layer.remove(folder.path / f"{self._gone[-1]}{SUFFIX}")
            self._gone.pop()
        self._layer.sync_folder(folder.path)
