"""An editor tab's file: saved without writing over what others changed, watched, read again."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lapwing.domain.errors import LapwingError
from lapwing.gui.editor.snapshots import Occasion
from lapwing.gui.editor.sql_file import UNKNOWN, FileChanged, SqlFile, read_sql_file, stamp_now
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, Level

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab
    from lapwing.gui.shell.tab_versions import TabVersions


class TabFile(QObject):
    """Stands between one tab and its file. Qt's thread; files are looked at by another.

    Attributes:
        banner: Above the text: what is to be decided about the file.
    """

    def __init__(self, tab: "QueryTab", versions: "TabVersions") -> None:
        super().__init__(tab)
        self._tab = tab
        self._versions = versions
        self._is_checking = False
        self._says_gone = False
        self.banner = Banner(tab, name="file_banner")
        tab.put_above_text(self.banner)

    # looking at it

    async def check(self) -> None:
        """Look whether another program changed the file, and say so above the text."""
        file = self._tab.file
        if file is None or self._is_checking or self.banner.isVisible():
            return
        self._is_checking = True
        try:
            await self._check(file)
        except LapwingError as error:
            self.banner.say(Level.WARNING, error_text(error))
        finally:
            self._is_checking = False

    async def _check(self, file: SqlFile) -> None:
        stamp = await asyncio.to_thread(stamp_now, file.path, file.stamp)
        if self._tab.file is not file:
            return  # saved meanwhile
        if stamp is None:
            self._say_gone(file.path)
        elif stamp is not file.stamp:
            known = file.stamp
            if known is None or known.digest != stamp.digest:
                await self._look_into(file)
            else:
                self._tab.file = replace(file, stamp=stamp)

    async def _look_into(self, file: SqlFile) -> None:
        """It is another file than the one known, or none is known: is it another text?"""
        on_disk = await asyncio.to_thread(read_sql_file, file.path, file.encoding)
        if self._tab.file is not file:
            return
        is_ours = on_disk.text == self._tab.editor.text() or (
            file.stamp == UNKNOWN and on_disk.text == await self._versions.text_of_file()
        )
        if self._tab.file is file and is_ours:
            self._tab.file = replace(file, stamp=on_disk.stamp)
        elif self._tab.file is file:
            self._say_changed(on_disk)

    def _say_gone(self, path: Path) -> None:
        if not self._says_gone:
            self._says_gone = True
            text = self.tr("{path} is gone. Saving writes it again.").format(path=path)
            self.banner.say(Level.WARNING, text)

    def _say_changed(self, on_disk: SqlFile) -> None:
        text = self.tr("{name} was changed by another program.").format(name=on_disk.path.name)
        self.banner.say(Level.WARNING, text)
        self.banner.add_action(self.tr("Reload"), name="file.reload").clicked.connect(lambda: self.take(on_disk))
        self.banner.add_action(self.tr("Keep mine"), name="file.keep").clicked.connect(lambda: self._keep(on_disk))
        self.banner.add_action(self.tr("Compare…"), name="file.compare").clicked.connect(lambda: self._compare(on_disk))

    def _keep(self, on_disk: SqlFile) -> None:
        """The text here is the one that counts: saving writes over what is there now."""
        file = self._tab.file
        if file is not None:
            self._tab.file = replace(file, stamp=on_disk.stamp)
            self._tab.mark_modified()
        self.banner.clear()

    def _compare(self, on_disk: SqlFile) -> None:
        from lapwing.gui.editor.local_history import DifferencesDialog  # only now: the window shows sooner

        title = self.tr("{name}: from the file to this text").format(name=on_disk.path.name)
        DifferencesDialog(title, on_disk.text, self._tab.editor.text(), self._tab.window()).open()

    # reading and writing

    def take(self, on_disk: SqlFile) -> None:
        """Show the file's text, as an edit that can be undone."""
        self._versions.keep(Occasion.RELOAD)
        self._tab.take_file(on_disk)
        self._versions.keep(Occasion.OPEN)
        self.banner.clear()

    async def read_as(self, encoding: str) -> None:
        """Read the file again in an encoding; what hinders it is said above the text."""
        file = self._tab.file
        if file is None:
            return
        try:
            self.take(await asyncio.to_thread(read_sql_file, file.path, encoding))
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    def save(self, path: Path | None = None) -> bool:
        """Write the file, or another one; whether it was written. What hinders it is said above the text."""
        tab = self._tab
        wanted = tab.file.encoding if tab.file is not None else "utf-8"
        try:
            tab.save_to(path)
        except FileChanged:
            self._say_not_written()
            return False
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return False
        self._saved(wanted)
        return True

    def _saved(self, wanted: str) -> None:
        self._says_gone = False
        self.banner.clear()
        self._versions.keep(Occasion.SAVE)
        file = self._tab.file
        if file is not None and file.encoding != wanted:
            text = self.tr("The text has characters that {encoding} has not; the file is UTF-8 now.")
            self.banner.say(Level.WARNING, text.format(encoding=wanted))

    def _say_not_written(self) -> None:
        file = self._tab.file
        if file is None:
            return
        try:
            on_disk = read_sql_file(file.path, file.encoding)
        except LapwingError as unreadable:
            self.banner.say(Level.ERROR, error_text(unreadable))
            return
        self._say_changed(on_disk)
        self.banner.add_action(self.tr("Write over it"), name="file.overwrite").clicked.connect(self._overwrite)

    def _overwrite(self) -> None:
        try:
            self._tab.save_to(even_if_changed=True)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        self._saved(self._tab.file.encoding if self._tab.file is not None else "utf-8")
