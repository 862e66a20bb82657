"""About Lapwing: versions, licences, and what to hand to somebody who is to help."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from lapwing import __version__, paths
from lapwing.domain.diagnosis import Diagnosis
from lapwing.domain.drivers import DriverList
from lapwing.domain.errors import LapwingError
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.shell.about_facts import diagnostics_text, window_section
from lapwing.gui.shell.about_licences import LicencesPage
from lapwing.gui.shell.licences import all_parts
from lapwing.gui.shell.tool_row import flat_line
from lapwing.gui.theme import application_icon
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.reading_order import put_in_reading_order

_SIZE_PX: Final = (940, 640)
_SIGN_PX: Final = 56
_NAME_PX: Final = 150


class AboutDialog(QDialog):
    """Qt's thread. What it tells of drivers is the engine's word."""

    def __init__(self, client: EngineClient, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About Lapwing"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self._facts: list[tuple[str, str]] = []
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("about_tabs")
        self.tabs.setAccessibleName(self.tr("About Lapwing"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.versions = QWidget()
        self.versions.setObjectName("about_versions")
        self.licences = LicencesPage(self)
        self.copy = QPushButton(self.tr("Copy diagnostics"), self)
        self.copy.setObjectName("about_copy")
        self.copy.setToolTip(
            self.tr("Versions, folders and files, for a report: no secrets, no names of servers, no SQL")
        )
        self.logs = QPushButton(self.tr("Open the folder of logs"), self)
        self.logs.setObjectName("about_logs")
        self.note = PlainLabel("", self, look="dim", elide=True)
        self.note.setObjectName("about_note")
        self._lay_out()
        put_in_reading_order(self)
        self.copy.clicked.connect(lambda: self._start(self._copy()))
        self.logs.clicked.connect(self._open_logs)
        self.finished.connect(self._stop)
        self._start(self._read_drivers())
        self._start(self._read_licences())

    # building

    def _lay_out(self) -> None:
        self.stack = QStackedWidget(self)
        for title, page in (
            (self.tr("Versions"), self._scrolled(self.versions)),
            (self.tr("Licences"), self.licences),
        ):
            self.tabs.addTab(title)
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self._grid = QGridLayout(self.versions)
        self._grid.setContentsMargins(24, 18, 24, 18)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _NAME_PX)
        self._grid.setColumnStretch(1, 1)
        self._show_own()
        row = QWidget(self)
        row.setProperty("surface", "tabs")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(row)
        across.setContentsMargins(12, 0, 12, 0)
        across.addWidget(self.tabs)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for widget, stretch in ((self._head(), 0), (row, 0), (self.stack, 1), (flat_line(self), 0)):
            down.addWidget(widget, stretch)
        down.addLayout(self._foot())

    def _head(self) -> QWidget:
        head = QWidget(self)
        sign = QLabel(head)
        sign.setPixmap(application_icon().pixmap(_SIGN_PX, _SIGN_PX))
        name = PlainLabel("Lapwing", head, look="name")
        version = PlainLabel(self.tr("Version {version} · MIT licence").format(version=__version__), head, look="dim")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        what = PlainLabel(self.tr("A workbench for databases."), head)
        words = QVBoxLayout()
        words.setSpacing(3)
        for label in (name, what, version):
            words.addWidget(label)
        across = QHBoxLayout(head)
        across.setContentsMargins(24, 20, 24, 16)
        across.setSpacing(18)
        across.addWidget(sign)
        across.addLayout(words, 1)
        return head

    def _foot(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("about_close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        across = QHBoxLayout()
        across.setContentsMargins(16, 10, 16, 12)
        across.setSpacing(8)
        across.addWidget(self.copy)
        across.addWidget(self.logs)
        across.addWidget(self.note, 1)
        across.addWidget(close)
        return across

    def _scrolled(self, page: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        page.setProperty("surface", "panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return area

    # versions

    @property
    def facts(self) -> dict[str, str]:
        """The versions and places that are shown, by what they are of."""
        return dict(self._facts)

    def _show_own(self) -> None:
        found = {finding.subject: finding.words for finding in window_section().findings}
        self._add_heading(self.tr("Program"))
        for name, words in (
            ("Lapwing", __version__),
            ("Python", found["Python"]),
            ("Qt", qVersion() or ""),
            ("PySide6", found["PySide6"]),
        ):
            self._add(name, words)
        self._add_heading(self.tr("Places"))
        for name, folder in (
            (self.tr("Settings"), paths.config()),
            (self.tr("Data"), paths.data()),
            (self.tr("Logs"), paths.logs()),
        ):
            self._add(name, at_home(folder))

    async def _read_drivers(self) -> None:
        try:
            found = await self._client.call("driver.list", None, DriverList)
        except LapwingError as error:
            self._say(error_text(error))
            return
        if not isValid(self):
            return
        self._add_heading(self.tr("Drivers"))
        for driver in found.drivers:
            self._add(driver.title, "   ".join(f"{library.name} {library.version}" for library in driver.libraries))
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add_heading(self, words: str) -> None:
        heading = PlainLabel(words, self.versions, look="heading")
        if self._facts:
            heading.setContentsMargins(0, 14, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)

    def _add(self, name: str, words: str) -> None:
        row = self._grid.rowCount()
        value = PlainLabel(words, self.versions, lines=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(f"{name}: {words}")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(PlainLabel(name, self.versions, look="dim"), row, 0, top)
        self._grid.addWidget(value, row, 1)
        self._facts.append((name, words))

    # licences

    async def _read_licences(self) -> None:
        parts = await asyncio.to_thread(all_parts)
        if isValid(self):
            self.licences.show_parts(parts)

    # what the buttons do

    async def _copy(self) -> None:
        diagnosis, trouble = Diagnosis(()), ""
        try:
            diagnosis = await self._client.call("engine.diagnose", None, Diagnosis)
        except LapwingError as error:
            trouble = error_text(error)
        QGuiApplication.clipboard().setText(diagnostics_text(diagnosis, trouble))
        self._say(trouble or self.tr("Copied. Have a look at it before you pass it on."))

    def _open_logs(self) -> None:
        folder = paths.logs()
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(self.tr("The folder could not be opened: {folder}").format(folder=at_home(folder)))

    def _say(self, words: str) -> None:
        if isValid(self):
            self.note.setText(words)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()


def at_home(folder: Path) -> str:
    """A folder with `~` for the home folder."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
