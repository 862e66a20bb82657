"""What a panel shows: title, kind, metrics with their labels, other servers, bounds; and how that looks."""

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lapwing.domain.monitoring.dashboards import Panel, PanelKind, PanelSeries
from lapwing.gui.monitor.chart_series import metric_title
from lapwing.gui.monitor.monitor_feed import MonitorFeed
from lapwing.gui.monitor.panel import PanelView
from lapwing.gui.monitor.panel_fields import NumberField, SeriesFields
from lapwing.gui.widgets import PlainLabel, SearchField, ToolButton
from lapwing.gui.widgets.reading_order import put_in_reading_order

_SIZE_PX: Final = (1_000, 600)
_PREVIEW_S: Final = 900.0
_METRIC: Final = Qt.ItemDataRole.UserRole


class PanelDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        accepted_panel(Panel): What was chosen; the id and place are those of the panel that was given.
    """

    accepted_panel = Signal(object)

    def __init__(self, feed: MonitorFeed, panel: Panel, connections: Mapping[str, str], parent: QWidget) -> None:
        """Ask about a panel; `connections` are the names of those that can be shown beside the dashboard's own."""
        super().__init__(parent)
        self.setObjectName("panel_dialog")
        self.setWindowTitle(self.tr("Panel") if panel.id else self.tr("New panel"))
        self.resize(*_SIZE_PX)
        self._feed = feed
        self._panel = panel
        self._connections = connections
        self._series = list(panel.series)
        self._make_fields()
        self._make_lists()
        self.preview = PanelView(panel, self)
        self.preview.more.hide()
        self.buttons = QDialogButtonBox(self)
        words = self.tr("Apply") if panel.id else self.tr("Add")
        self.apply_button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply_button.setObjectName("panel_apply")
        cancel = self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("panel_cancel")
        self._lay_out()
        put_in_reading_order(self)
        self._connect()
        self._fill_metrics()
        self._fill_series()
        self._look_again()
        self.search.setFocus()

    def _make_fields(self) -> None:
        panel = self._panel
        self.title_field = QLineEdit(panel.title, self)
        self.title_field.setObjectName("panel_title")
        self.title_field.setMaxLength(80)
        self.kind_box = QComboBox(self)
        self.kind_box.setObjectName("panel_kind")
        for kind, word in self._kind_words().items():
            self.kind_box.addItem(word, kind)
        self.kind_box.setCurrentIndex(self.kind_box.findData(panel.kind))
        self.lowest = NumberField(panel.lowest, self, name="panel_lowest")
        self.highest = NumberField(panel.highest, self, name="panel_highest")
        self.warning = NumberField(panel.warning, self, name="panel_warning")
        self.bad = NumberField(panel.bad, self, name="panel_bad")
        self.note = QLineEdit(panel.note, self)
        self.note.setObjectName("panel_note")
        self.note.setToolTip(self.tr("Beside a single value; {connections_max} puts in the value of a metric"))

    def _kind_words(self) -> dict[PanelKind, str]:
        return {
            PanelKind.LINE: self.tr("Lines"),
            PanelKind.AREA: self.tr("Stacked areas"),
            PanelKind.BAR: self.tr("Bars"),
            PanelKind.GAUGE: self.tr("Gauge"),
            PanelKind.VALUE: self.tr("Single value"),
            PanelKind.TABLE: self.tr("Table"),
            PanelKind.HEAT_MAP: self.tr("Heat map"),
        }

    def _make_lists(self) -> None:
        self.search = SearchField(self.tr("Find a metric"), self, name="panel_search")
        self.metrics = QListWidget(self)
        self.metrics.setObjectName("panel_metrics")
        self.metrics.setAccessibleName(self.tr("Metrics"))
        self.series_list = QListWidget(self)
        self.series_list.setObjectName("panel_series")
        self.series_list.setAccessibleName(self.tr("Shown"))
        for shown in (self.metrics, self.series_list):
            shown.setProperty("look", "sheet")
            shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            shown.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.add_button = ToolButton("plus", self.tr("Add"), self, name="panel_add", tip=self.tr("Show this metric"))
        self.remove_button = ToolButton(
            "minus", self.tr("Remove"), self, name="panel_remove", tip=self.tr("Show this no longer")
        )
        self.fields = SeriesFields(self._feed, self._connections, self)

    def _lay_out(self) -> None:
        form = QFormLayout()
        for label, field in (
            (self.tr("Title"), self.title_field),
            (self.tr("Kind"), self.kind_box),
            (self.tr("Lowest"), self.lowest),
            (self.tr("Highest"), self.highest),
            (self.tr("Warning from"), self.warning),
            (self.tr("Bad from"), self.bad),
            (self.tr("Note"), self.note),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.preview, 1)
        middle = self._column(self.tr("Metrics"), self.search, self.metrics, self.add_button)
        right = self._column(self.tr("Shown"), self.series_list, self.remove_button, self.fields)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(left, 3)
        across.addLayout(middle, 4)
        across.addLayout(right, 3)
        down = QVBoxLayout(self)
        down.setSpacing(12)
        down.addLayout(across, 1)
        down.addWidget(self.buttons)

    def _column(self, heading: str, *widgets: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        label = PlainLabel(heading, self, look="heading")
        column.addWidget(label)
        for widget in widgets:
            is_list = isinstance(widget, QListWidget)
            column.addWidget(widget, int(is_list))
        return column

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill_metrics)
        self.search.left_downwards.connect(self.metrics.setFocus)
        self.search.returnPressed.connect(self._add_current)
        self.metrics.itemActivated.connect(lambda _item: self._add_current())
        self.metrics.currentItemChanged.connect(lambda *_: self._enable())
        self.add_button.clicked.connect(self._add_current)
        self.remove_button.clicked.connect(self._remove_current)
        self.series_list.currentRowChanged.connect(self._choose_series)
        self.fields.changed.connect(self._take_fields)
        for field in (self.title_field, self.note, self.lowest, self.highest, self.warning, self.bad):
            field.textChanged.connect(self._look_again)
        self.kind_box.currentIndexChanged.connect(self._look_again)
        self._feed.changed.connect(self._show_preview)
        self._feed.metrics_changed.connect(self._fill_metrics)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.accepted_panel.emit(self.panel()))
        self.finished.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search and in the list of metrics chooses one, and does not end the dialog."""
        is_choosing = self.focusWidget() in (self.search, self.metrics)
        if not (is_choosing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    # metrics

    def _fill_metrics(self) -> None:
        words = self.search.text().casefold().split()
        self.metrics.clear()
        for metric in sorted(self._feed.metrics.values(), key=lambda metric: metric_title(metric).casefold()):
            title = metric_title(metric)
            if all(word in f"{title} {metric.id} {metric.help}".casefold() for word in words):
                item = QListWidgetItem(title, self.metrics)
                item.setData(_METRIC, metric.id)
        self.metrics.setCurrentRow(0)
        self._enable()

    def _add_current(self) -> None:
        if self.metrics.currentRow() < 0:
            return
        item = self.metrics.currentItem()
        metric_id = str(item.data(_METRIC))
        self._series.append(PanelSeries(metric_id))
        if not self.title_field.text():
            self.title_field.setText(item.text())
        self._fill_series(len(self._series) - 1)
        self._look_again()

    def _remove_current(self) -> None:
        row = self.series_list.currentRow()
        if 0 <= row < len(self._series):
            del self._series[row]
            self._fill_series(min(row, len(self._series) - 1))
            self._look_again()

    def _fill_series(self, row: int = 0) -> None:
        self.series_list.blockSignals(True)
        self.series_list.clear()
        for series in self._series:
            self.series_list.addItem(self._words_of(series))
        self.series_list.setCurrentRow(row)
        self.series_list.blockSignals(False)
        self._choose_series(row)

    def _words_of(self, series: PanelSeries) -> str:
        metric = self._feed.metrics.get(series.metric)
        parts = [metric_title(metric) if metric is not None else series.metric]
        parts += [f"{name} = {value}" for name, value in series.labels]
        if series.connection_id:
            parts.append(self._connections.get(series.connection_id, series.connection_id))
        return " · ".join(parts)

    def _choose_series(self, row: int) -> None:
        chosen = self._series[row] if 0 <= row < len(self._series) else None
        self.fields.show_series(chosen)
        self._enable()

    def _take_fields(self, series: PanelSeries) -> None:
        row = self.series_list.currentRow()
        if 0 <= row < len(self._series):
            self._series[row] = series
            item = self.series_list.item(row)
            item.setText(self._words_of(series))
            self._look_again()

    # the whole

    def panel(self) -> Panel:
        """What the fields say."""
        return replace(
            self._panel,
            title=self.title_field.text().strip(),
            kind=PanelKind(self.kind_box.currentData()),
            series=tuple(self._series),
            lowest=self.lowest.number,
            highest=self.highest.number,
            warning=self.warning.number,
            bad=self.bad.number,
            note=self.note.text().strip(),
        )

    def _enable(self) -> None:
        numbers = (self.lowest, self.highest, self.warning, self.bad)
        self.add_button.setEnabled(self.metrics.currentRow() >= 0)
        self.remove_button.setEnabled(bool(self._series))
        self.apply_button.setEnabled(bool(self._series) and all(field.is_valid for field in numbers))

    def _look_again(self) -> None:
        self._enable()
        panel = self.panel()
        self.preview.set_panel(panel)
        self._show_preview()

    def _show_preview(self) -> None:
        now = time.time()
        self.preview.show_data(
            self._feed.sources,
            self._feed.metrics,
            now - _PREVIEW_S,
            now,
            names=self._connections,
            own=(self._feed.connection_id,),
        )
