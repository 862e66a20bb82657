"""A person's own SQL as metrics: those that there are, what one tells right now, and how it is kept."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.custom import (
    CustomMetric,
    CustomMetricList,
    CustomMetricTried,
    RemoveCustomMetric,
    SaveCustomMetric,
    TryCustomMetric,
)
from lapwing.domain.monitoring.metrics import SeriesValue
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.metric_form import MetricForm, boxed
from lapwing.gui.widgets import Banner, Level, PlainLabel, ToolButton
from lapwing.gui.widgets.reading_order import put_in_reading_order
from lapwing.gui.widgets.unsaved import ask_to_drop

_SIZE_PX: Final = (940, 600)
_LIST_PX: Final = 220
_ID: Final = Qt.ItemDataRole.UserRole
_MOST_SHOWN: Final = 4
_UNNAMED: Final = "not_named_yet"


class MetricsDialog(QDialog):
    """Opened, never executed. What was edited and not saved is asked about before it goes. Qt's thread.

    Signals:
        kept(): Metrics were saved or removed.
    """

    kept = Signal()

    def __init__(
        self, client: EngineClient, sql: QWidget, connection: tuple[str, str], dialect: str, parent: QWidget
    ) -> None:
        """For the server of a connection (its id and name); `sql` is an `SqlField`."""
        super().__init__(parent)
        self.setObjectName("metrics_dialog")
        self.setWindowTitle(self.tr("Your own metrics"))
        self.resize(*_SIZE_PX)
        self._client = client
        self._connection = connection
        self._dialect = dialect
        self._known: dict[str, CustomMetric] = {}
        self._shown = CustomMetric("", "", "", dialect=dialect)
        self._tasks: set[asyncio.Task[None]] = set()
        self.banner = Banner(self, name="metrics_banner")
        self.list = QListWidget(self)
        self.list.setObjectName("metrics_list")
        self.list.setAccessibleName(self.tr("Metrics"))
        self.list.setFixedWidth(_LIST_PX)
        self.list.setProperty("look", "sheet")
        self.new_button = ToolButton(
            "plus", self.tr("New"), self, name="metrics_new", tip=self.tr("Begin a new metric")
        )
        self.form = MetricForm(sql, self)
        self.told = PlainLabel("", self, look="dim", lines=True)
        self.told.setObjectName("metrics_told")
        self._lay_out()
        put_in_reading_order(self)
        self._connect()
        self._show(self._shown)
        self.start(self._read(""))

    def _lay_out(self) -> None:
        self.remove_button = self._button(self.tr("Remove"), "metrics_remove")
        self.try_button = self._button(self.tr("Try"), "metrics_try")
        self.close_button = self._button(self.tr("Close"), "metrics_close")
        self.save_button = self._button(self.tr("Save"), "metrics_save")
        self.save_button.setDefault(True)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(boxed(self.list, self), 1)
        left.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        for button in (self.try_button, self.close_button, self.save_button):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.form, 1)
        right.addWidget(self.told)
        right.addLayout(buttons)
        inner = QHBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(16)
        inner.addLayout(left)
        inner.addLayout(right, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner, 1)

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._chosen)
        self.new_button.clicked.connect(lambda: self._leave_for(None))
        self.form.edited.connect(self._edited)
        self.remove_button.clicked.connect(lambda: self.start(self._remove(self._shown.id)))
        self.try_button.clicked.connect(lambda: self.start(self._try(self.form.asked())))
        self.save_button.clicked.connect(lambda: self.start(self._save(self.form.asked())))
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(self._end)

    # showing

    def _show(self, metric: CustomMetric) -> None:
        self._shown = metric
        self.form.show_metric(metric, *self._connection, self._dialect)
        self._shown = self.form.asked()  # as the fields say it: nothing is edited yet
        self._say("dim", self.tr("Each row of the statement is a series; Try says what it tells now."))
        self._edited()

    def _edited(self) -> None:
        metric = self.form.asked()
        is_edited = metric != self._shown
        self.remove_button.setEnabled(bool(self._shown.id) and self._shown.id in self._known)
        self.save_button.setEnabled(is_edited and bool(metric.sql and metric.id))
        self.try_button.setEnabled(bool(metric.sql))

    def _chosen(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if item is not None:
            self._leave_for(str(item.data(_ID)), before)

    def _leave_for(self, metric_id: str | None, before: QListWidgetItem | None = None) -> None:
        """Show another metric, None: a new one; what was edited meanwhile is asked about."""

        def go() -> None:
            self.banner.clear()
            found = self._known.get(metric_id or "")
            self._show(found if found is not None else CustomMetric("", "", "", dialect=self._dialect))
            if found is None:
                self._choose("")
                self.form.title.setFocus()

        if self.form.asked() == self._shown:
            go()
            return
        self._choose(str(before.data(_ID)) if before is not None else self._shown.id)
        ask_to_drop(self.banner, go)

    def _choose(self, metric_id: str) -> None:
        """Mark one in the list, without going there; an empty id: none."""
        with QSignalBlocker(self.list):
            rows = [row for row in range(self.list.count()) if self.list.item(row).data(_ID) == metric_id]
            self.list.setCurrentRow(rows[0] if rows else -1)

    def reject(self) -> None:
        """Close; what was edited and not saved is asked about first."""
        if self.form.asked() == self._shown:
            super().reject()
        else:
            ask_to_drop(self.banner, lambda: self.done(QDialog.DialogCode.Rejected.value))

    def _say(self, look: str, text: str) -> None:
        self.told.set_look(look)
        self.told.setText(text)

    # doing

    async def _read(self, chosen: str) -> None:
        self._take(await self._client.call("metric.list", None, CustomMetricList), chosen)

    def _take(self, found: CustomMetricList, chosen: str) -> None:
        self._known = {metric.id: metric for metric in found.metrics}
        with QSignalBlocker(self.list):
            self.list.clear()
            for metric in found.metrics:
                item = QListWidgetItem(visible_text(metric.title or metric.id), self.list)
                item.setData(_ID, metric.id)
                item.setToolTip(visible_text(metric.id))
        if found.trouble:
            self.banner.say(Level.WARNING, found.trouble)
        chosen = chosen or (found.metrics[0].id if found.metrics and not self._shown.id else "")
        if chosen in self._known and self.form.asked() == self._shown:
            self._choose(chosen)
            self._show(self._known[chosen])
        self._edited()

    async def _try(self, metric: CustomMetric) -> None:
        self.try_button.setEnabled(False)
        self._say("dim", self.tr("Asking {connection} …").replace("{connection}", visible_text(self._connection[1])))
        named = metric if metric.id else replace(metric, id=_UNNAMED)
        asked = TryCustomMetric(named, self._connection[0])
        try:
            found = await self._client.call("metric.test", asked, CustomMetricTried)
        except LapwingError as error:
            self._say("bad", error_text(error))
        else:
            self._show_tried(metric, found)
        finally:
            self.try_button.setEnabled(True)

    def _show_tried(self, metric: CustomMetric, found: CustomMetricTried) -> None:
        if found.denied:
            self._say("bad", found.denied)
            return
        if not found.values:
            self._say("warning", self.tr("It told no row, and so no series."))
            return
        lines = [_line(metric, value) for value in found.values[:_MOST_SHOWN]]
        more = len(found.values) - _MOST_SHOWN
        if more > 0:
            lines.append(self.tr("And %n more.", "", more))
        self._say("good", "\n".join(lines))

    async def _save(self, metric: CustomMetric) -> None:
        found = await self._client.call("metric.save", SaveCustomMetric(metric), CustomMetricList)
        self.banner.clear()
        self._shown = metric
        self._take(found, metric.id)
        self._say("good", self.tr("It is read from the next look on."))
        self.kept.emit()

    async def _remove(self, metric_id: str) -> None:
        found = await self._client.call("metric.remove", RemoveCustomMetric(metric_id), CustomMetricList)
        self._show(CustomMetric("", "", "", dialect=self._dialect))
        self._take(found, "")
        self.kept.emit()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside; what goes wrong with it is said above the fields."""
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    def _end(self, _result: int) -> None:
        for task in self._tasks:
            if task is not asyncio.current_task():
                task.cancel()
        self.deleteLater()


def _line(metric: CustomMetric, value: SeriesValue) -> str:
    """A series with its labels, and its value."""
    labels = ", ".join(f"{name}={text}" for name, text in value.key.labels)
    return visible_text(f"{labels or metric.title or metric.id}: {value_text(value.value, metric.unit)}")
