"""Fields of the dialog for a panel: a number that may be missing, and what is chosen of one metric."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from lapwing.domain.monitoring.dashboards import PanelSeries
from lapwing.gui.monitor.monitor_feed import MonitorFeed
from lapwing.gui.theme import icon

_COLORS: Final = ("accent_text", "good", "warning", "bad", "keyword", "number", "string", "dim_text")
_TITLE_CHARS: Final = 60


class NumberField(QLineEdit):
    """A number as the person writes it, or nothing. What is no number is marked."""

    def __init__(self, number: float | None, parent: QWidget, *, name: str) -> None:
        super().__init__("" if number is None else QLocale().toString(number, "g", 12), parent)
        self.setObjectName(name)
        self.setPlaceholderText(self.tr("Automatic") if name.endswith(("lowest", "highest")) else self.tr("Never"))
        self.textChanged.connect(self._mark)

    @property
    def number(self) -> float | None:
        """None: it is empty, or no number."""
        found = _number(self.text())
        return None if found is None or not math.isfinite(found) else found

    @property
    def is_valid(self) -> bool:
        return not self.text().strip() or self.number is not None

    def _mark(self) -> None:
        mark = "" if self.is_valid else "true"
        if self.property("invalid") != mark:
            self.setProperty("invalid", mark)
            self.style().unpolish(self)
            self.style().polish(self)


def _number(text: str) -> float | None:
    """In the notation of the person's language, or in that of programs."""
    try:
        return float(text.strip())
    except ValueError:
        found, is_number = QLocale().toDouble(text.strip())
        return found if is_number else None


class SeriesFields(QWidget):
    """Labels, title, colour and server of one metric in a panel. Qt's thread.

    Signals:
        changed(PanelSeries): A person chose something else.
    """

    changed = Signal(object)

    def __init__(self, feed: MonitorFeed, connections: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("series_fields")
        self._feed = feed
        self._series: PanelSeries | None = None
        self._labels: dict[str, QComboBox] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.title = QLineEdit(self)
        self.title.setObjectName("series_title")
        self.title.setMaxLength(_TITLE_CHARS)
        self.title.setPlaceholderText(self.tr("Automatic"))
        self.color = self._box("series_color")
        self.color.addItem(self.tr("Automatic"), "")
        for name, word in zip(_COLORS, self._color_words(), strict=True):
            self.color.addItem(icon("filled-dot", name), word, name)
        self.server = self._box("series_server")
        self.server.addItem(self.tr("The dashboard's"), "")
        for connection_id, name in connections.items():
            self.server.addItem(name, connection_id)
        for label, field in (
            (self.tr("In the legend"), self.title),
            (self.tr("Colour"), self.color),
            (self.tr("Server"), self.server),
        ):
            field.setAccessibleName(label)
            self._form.addRow(label, field)
        self.title.textEdited.connect(self._tell)
        self.color.activated.connect(self._tell)
        self.server.activated.connect(self._tell)
        self.show_series(None)

    def _color_words(self) -> tuple[str, ...]:
        return (
            self.tr("Blue"),
            self.tr("Green"),
            self.tr("Amber"),
            self.tr("Red"),
            self.tr("Violet"),
            self.tr("Orange"),
            self.tr("Pale green"),
            self.tr("Grey"),
        )

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        return box

    def show_series(self, series: PanelSeries | None) -> None:
        """Show what is chosen of one; None: there is none."""
        self._series = series
        self.setEnabled(series is not None)
        self._fill_labels()
        self.title.setText(series.title if series is not None else "")
        self.color.setCurrentIndex(max(self.color.findData(series.color if series is not None else ""), 0))
        self.server.setCurrentIndex(max(self.server.findData(series.connection_id if series is not None else ""), 0))

    def _fill_labels(self) -> None:
        for box in self._labels.values():
            self._form.removeRow(box)
        self._labels = {}
        metric = self._feed.metrics.get(self._series.metric) if self._series is not None else None
        chosen = dict(self._series.labels) if self._series is not None else {}
        for place, name in enumerate(metric.labels if metric is not None else ()):
            box = self._labels[name] = self._box(f"series_label_{name}")
            box.setAccessibleName(name)
            box.setEditable(True)
            box.addItem("")
            box.addItems(self._values(name))
            box.setEditText(chosen.get(name, ""))
            line = box.lineEdit()
            assert line is not None
            line.setPlaceholderText(self.tr("All"))
            box.currentTextChanged.connect(self._tell)
            self._form.insertRow(place, name, box)

    def _values(self, name: str) -> list[str]:
        """What a label was seen as."""
        assert self._series is not None
        found = (
            dict(key.labels).get(name, "")
            for source in self._feed.sources.values()
            for key in source.keys(self._series.metric)
        )
        return sorted(set(found) - {""})

    def _tell(self) -> None:
        if self._series is None:
            return
        labels = {name: box.currentText().strip() for name, box in self._labels.items()}
        self._series = replace(
            self._series,
            labels=tuple(sorted((name, told) for name, told in labels.items() if told)),
            title=self.title.text().strip(),
            color=str(self.color.currentData()),
            connection_id=str(self.server.currentData()),
        )
        self.changed.emit(self._series)
