"""Earlier versions of one editor tab's text: kept on every occasion, shown, brought back."""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from lapwing.gui.editor.snapshots import Occasion, SnapshotDamaged, Snapshots

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab

_EVERY_MS: Final = 3 * 60_000
_LONGEST: Final = 32 << 20
"""Code points above which no versions are kept."""
_OF_FILE: Final = (Occasion.OPEN, Occasion.SAVE)
_log = logging.getLogger(__name__)


class TabVersions(QObject):
    """Keeps versions of one tab's text. Qt's thread; files are written by another, one after the other."""

    def __init__(self, tab: "QueryTab", snapshots: Snapshots, tell: Callable[[str], None]) -> None:
        """`tell` hears when versions cannot be kept."""
        super().__init__(tab)
        self._tab = tab
        self._snapshots = snapshots
        self._tell = tell
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(lambda: self.keep(Occasion.EDIT))
        tab.editor.text_edited.connect(self._edited)
        tab.session.run_began.connect(lambda _run: self.keep(Occasion.RUN))
        tab.finder.replacing.connect(lambda: self.keep(Occasion.REPLACE))

    def _edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def keep(self, occasion: Occasion) -> None:
        """Keep the text as it is now; nothing waits for that."""
        self._timer.stop()
        text = self._tab.editor.text()
        if not text.strip() or len(text) > _LONGEST:
            return
        task = asyncio.ensure_future(self._keep(text, occasion))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep(self, text: str, occasion: Occasion) -> None:
        try:
            await asyncio.to_thread(self._snapshots.keep, self._tab.id, text, occasion)
        except OSError as error:
            _log.warning("versions cannot be kept: %s", error.strerror)
            self._tell(self.tr("Local history cannot be written: {reason}.").format(reason=error.strerror))

    async def written(self) -> None:
        """Wait until everything that was to be kept is on disk."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def text_of_file(self) -> str | None:
        """The text as it was last opened or saved; None when that is not known."""
        for one in await asyncio.to_thread(self._snapshots.of, self._tab.id):
            if one.occasion in _OF_FILE:
                try:
                    return await asyncio.to_thread(self._snapshots.read, one)
                except SnapshotDamaged:
                    return None
        return None

    def show(self) -> None:
        """Show all versions; one can be brought back."""
        from lapwing.gui.editor.local_history import LocalHistoryDialog  # only now: the window shows sooner

        tab = self._tab
        dialog = LocalHistoryDialog(self._snapshots, tab.id, tab.title, tab.editor.text(), tab.window())
        dialog.restore_wanted.connect(self._restore)
        dialog.open()

    def _restore(self, text: str) -> None:
        self.keep(Occasion.RESTORE)
        self._tab.editor.change_to(text)
