"""What the journal knows: shared by those who tell it and by the thread that writes it."""

import threading

from lapwing.gui.journal_editor import OpenEditor
from lapwing.gui.journal_records import CLOSED, Limits, WindowRecord


class JournalState:
    """Editors, windows, and what of them is unwritten. Hold `lock` around everything; nobody holds it for long.

    Attributes:
        closed: Editors that can be opened again, the oldest first.
        unwritten: Ids of editors that are not on disk as they are here; one that is unknown has a file to remove.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.lock = threading.Lock()
        self.editors: dict[str, OpenEditor] = {}
        self.closed: dict[str, OpenEditor] = {}
        self.windows: dict[str, WindowRecord] = {}
        self.unwritten: set[str] = set()
        self.is_layout_unwritten = True

    def fill(self, editors: dict[str, OpenEditor], windows: tuple[WindowRecord, ...]) -> None:
        """Begin with what was recovered."""
        self.windows = {window.id: window for window in windows}
        self.editors = {name: editor for name, editor in editors.items() if not editor.closed_order}
        closed = [(name, editor) for name, editor in editors.items() if editor.closed_order]
        self.closed = dict(sorted(closed, key=lambda item: item[1].closed_order))
        self.unwritten = {name for name, editor in editors.items() if editor.is_stale}
        self.forget_oldest()

    def find(self, editor_id: str) -> OpenEditor | None:
        """An editor, open or closed."""
        return self.editors.get(editor_id) or self.closed.get(editor_id)

    def close_editor(self, editor_id: str) -> None:
        """Keep it for reopening; an empty one without a file is forgotten.

        Raises:
            KeyError: No such editor is open.
        """
        editor = self.editors.pop(editor_id)
        if len(editor.text) or editor.facts["file_path"]:
            newest = max((other.closed_order for other in self.closed.values()), default=0)
            editor.describe({CLOSED: newest + 1})
            self.closed[editor_id] = editor
            self.forget_oldest()
        self.unwritten.add(editor_id)

    def forget_oldest(self) -> None:
        """Let closed editors go until the others are within the limits."""
        chars = sum(len(editor.text) for editor in self.closed.values())
        while len(self.closed) > self.limits.closed_count or (
            chars > self.limits.closed_chars and len(self.closed) > 1
        ):
            oldest = next(iter(self.closed))
            chars -= len(self.closed.pop(oldest).text)
            self.unwritten.add(oldest)

    def mark_all_stale(self) -> None:
        """Nothing of this is on disk any more."""
        for name, editor in [*self.editors.items(), *self.closed.items()]:
            editor.mark_stale()
            self.unwritten.add(name)
        self.is_layout_unwritten = True
