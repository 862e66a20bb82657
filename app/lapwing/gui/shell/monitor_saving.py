"""What goes out of a monitor page and into it: pictures, values, dashboards as files, annotations, an own time."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from lapwing.domain.monitoring.annotations import AddAnnotation, Annotation, ChangeAnnotation, RemoveAnnotation
from lapwing.domain.monitoring.dashboard_files import DashboardBroken
from lapwing.domain.monitoring.dashboard_text import NoDashboard, read_dashboard, write_dashboard
from lapwing.domain.query import Done
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level
from lapwing.settings.files import FileLayer, write_whole

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage

_JSON: Final = "JSON (*.json);;*"
_MOST_BYTES: Final = 1 << 20


class DashboardSaving(QObject):
    """Of one page. Qt's thread."""

    def __init__(self, page: "MonitorPage") -> None:
        super().__init__(page)
        self._page = page

    def handlers(self) -> Handlers:
        return {
            "monitor.annotate": lambda: self.annotate(time.time()),
            "monitor.own_metrics": self.show_own_metrics,
            "monitor.save_image": self.save_image,
            "monitor.save_csv": self.save_csv,
            "dashboard.import": self.choose_import,
            "dashboard.export": self.export,
        }

    # files that are written

    def save_image(self) -> None:
        """Ask for the file of a picture of the whole dashboard."""
        if self._page.shown is not None:
            self._save_image(self._page.shown.title, self._page.view.image())

    def save_panel_image(self, panel_id: str) -> None:
        """Ask for the file of a picture of one panel."""
        frame = self._page.view.canvas.frames.get(panel_id)
        if frame is not None:
            self._save_image(frame.panel.title, frame.view.image())

    def _save_image(self, title: str, image: QImage) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, b"PNG")
        self._ask_where(
            self.tr("Save as image"), f"{self._stem(title)}.png", "PNG (*.png)", bytes(buffer.data().data())
        )

    def save_csv(self) -> None:
        """Ask for the file of the values of the whole dashboard."""
        if self._page.shown is not None:
            self._save_csv(self._page.shown.title, self._page.view.csv())

    def save_panel_csv(self, panel_id: str) -> None:
        """Ask for the file of the values of one panel: a column a series, or the rows of a table."""
        frame = self._page.view.canvas.frames.get(panel_id)
        if frame is not None:
            self._save_csv(frame.panel.title, frame.view.csv())

    def _save_csv(self, title: str, text: str) -> None:
        self._ask_where(self.tr("Save as CSV"), f"{self._stem(title)}.csv", "CSV (*.csv)", text.encode())

    def export(self) -> None:
        """Ask for the file of the dashboard itself."""
        shown = self._page.shown
        if shown is not None:
            name = f"{_safe(shown.title)}.json"
            self._ask_where(self.tr("Export dashboard"), name, _JSON, write_dashboard(shown).encode())

    def _stem(self, title: str) -> str:
        return _safe(f"{self._page.title} {title} {time.strftime('%Y-%m-%d %H.%M')}")

    def _ask_where(self, title: str, name: str, kinds: str, data: bytes) -> None:
        start = str(Path.home() / name)
        dialog = QFileDialog(self._page.window(), title, start, kinds)
        dialog.setObjectName("monitor_file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(start)
        self._open(dialog, lambda path: self._write(path, data))

    def _open(self, dialog: QFileDialog, do: Callable[[str], None]) -> None:
        dialog.fileSelected.connect(do)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, path: str, data: bytes) -> None:
        try:
            write_whole(Path(path), data, FileLayer())
        except OSError as error:
            text = self.tr("{path} cannot be written: {reason}.")
            self._page.say(Level.ERROR, text.format(path=path, reason=error.strerror))
        else:
            self._tell(self.tr("Written to {path}.").format(path=path))

    def _tell(self, sentence: str) -> None:
        self._page.done.emit(sentence)

    # files that are read

    def choose_import(self) -> None:
        """Ask for the file that a dashboard is taken from."""
        dialog = QFileDialog(self._page.window(), self.tr("Import dashboard"), str(Path.home()), _JSON)
        dialog.setObjectName("monitor_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, lambda path: self._page.start(self.take(path)))

    async def take(self, path: str) -> None:
        """Take a dashboard from a file, and show it.

        Raises:
            LapwingError: It is none, or cannot be kept.
        """
        try:
            with Path(path).open("rb") as file:
                text = file.read(_MOST_BYTES).decode("utf-8-sig")
            found = read_dashboard(text, "")
        except OSError as error:
            raise DashboardBroken(path=path, reason=f"{error.strerror}.") from error
        except (NoDashboard, UnicodeDecodeError) as error:
            raise DashboardBroken(path=path, reason=str(error)) from error
        page = self._page
        tab = await page.dashboards.add(found)
        if tab in page.dashboards.offered:
            page.show_tab(tab)
        else:
            text = self.tr("{title} was added. It is for servers of another kind ({kind}) and shown at theirs.")
            page.say(Level.INFO, text.format(title=found.title, kind=found.dialect))

    # annotations and time

    def annotate(self, at: float) -> None:
        """Ask for the words of an annotation at a time."""
        from lapwing.gui.monitor.annotation_dialog import AnnotationDialog  # only now: it is seldom needed

        start, end = self._page.view.window_of_time.bounds(time.time())
        shown = [each for each in self._page.feed.annotations if each.at < end and (each.until or each.at) >= start]
        dialog = AnnotationDialog(at, self._page.window(), shown)
        dialog.annotated.connect(lambda text, moment: self._page.start(self._annotate(text, moment)))
        dialog.text_changed.connect(lambda which, text: self._page.start(self._reword(which, text)))
        dialog.removed.connect(lambda which: self._page.start(self._remove(which)))
        dialog.open()

    def show_own_metrics(self) -> None:
        """The person's own SQL as metrics, to be added, tried and changed."""
        from lapwing.gui.editor.code_view import CodeView  # only now: it is seldom needed
        from lapwing.gui.monitor.metrics_dialog import MetricsDialog

        page = self._page
        connection = page.saved.find(page.connection_id)
        sql = CodeView(name="metric_sql")
        sql.setTabChangesFocus(True)
        name = connection.name if connection is not None else page.connection_id
        dialog = MetricsDialog(page.client, sql, (page.connection_id, name), page.dialect, page.window())
        dialog.kept.connect(lambda: page.start(page.feed.read_metrics()))
        dialog.open()

    async def _annotate(self, text: str, at: float) -> None:
        request = AddAnnotation(text, self._page.connection_id, at)
        await self._page.client.call("annotation.add", request, Annotation)
        self._page.feed.read_annotations()

    async def _reword(self, annotation_id: str, text: str) -> None:
        await self._page.client.call("annotation.change", ChangeAnnotation(annotation_id, text), Annotation)

    async def _remove(self, annotation_id: str) -> None:
        await self._page.client.call("annotation.remove", RemoveAnnotation(annotation_id), Done)

    def ask_for_range(self) -> None:
        """Ask for a time of a person's own."""
        from lapwing.gui.monitor.range_dialog import RangeDialog  # only now, as above

        page = self._page
        page.tools.show_time(page.view.window_of_time)
        dialog = RangeDialog(*page.view.window_of_time.bounds(time.time()), page.window())
        dialog.range_chosen.connect(lambda start, end: page.set_time(page.view.window_of_time.fixed(start, end)))
        dialog.open()


def _safe(name: str) -> str:
    """A file's name without what a file system takes for something else."""
    kept = "".join("-" if letter in '\\/:*?"<>|' or ord(letter) < 32 else letter for letter in name)
    return kept.strip(" .")[:120] or "dashboard"
