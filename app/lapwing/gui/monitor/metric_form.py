"""The fields of one metric of a person's own: its statement, and how values come of what that tells."""

from dataclasses import replace
from typing import Final, Protocol, cast

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lapwing.domain.monitoring.custom import CustomMetric
from lapwing.domain.monitoring.metrics import Derivation, Lane, Unit
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.widgets.form_rows import LabelledRows, Line, choice
from lapwing.sql.dialect import Dialect, dialect_named

_DERIVATIONS: Final = {
    Derivation.GAUGE: QT_TRANSLATE_NOOP("MetricForm", "The number as it is"),
    Derivation.RATE: QT_TRANSLATE_NOOP("MetricForm", "Its growth per second"),
    Derivation.GROWTH: QT_TRANSLATE_NOOP("MetricForm", "Its growth since the last look"),
    Derivation.SHARE: QT_TRANSLATE_NOOP("MetricForm", "The first column's share of the second"),
    Derivation.SHARE_OF_GROWTH: QT_TRANSLATE_NOOP("MetricForm", "The same of their growth"),
}
_UNITS: Final = {
    Unit.COUNT: QT_TRANSLATE_NOOP("MetricForm", "Number"),
    Unit.PER_SECOND: QT_TRANSLATE_NOOP("MetricForm", "Number per second"),
    Unit.SHARE: QT_TRANSLATE_NOOP("MetricForm", "Share (0 to 1)"),
    Unit.BYTES: QT_TRANSLATE_NOOP("MetricForm", "Bytes"),
    Unit.BYTES_PER_SECOND: QT_TRANSLATE_NOOP("MetricForm", "Bytes per second"),
    Unit.SECONDS: QT_TRANSLATE_NOOP("MetricForm", "Seconds"),
    Unit.MILLISECONDS: QT_TRANSLATE_NOOP("MetricForm", "Milliseconds"),
    Unit.SECONDS_PER_SECOND: QT_TRANSLATE_NOOP("MetricForm", "Seconds per second"),
}
_DIALECTS: Final = {"": "", "postgresql": "PostgreSQL", "mysql": "MySQL, MariaDB", "sqlite": "SQLite"}
_ALL: Final = "*"


class SqlField(Protocol):
    """An editor of SQL (`gui.editor`), as far as it is used here."""

    @property
    def text_edited(self) -> SignalInstance: ...

    def text(self) -> str: ...
    def set_text(self, text: str) -> None: ...
    def set_dialect(self, dialect: Dialect) -> None: ...


class MetricForm(QWidget):
    """Shows one metric, and says what it is now. Qt's thread.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, sql: QWidget, parent: QWidget) -> None:
        """`sql` is an `SqlField`."""
        super().__init__(parent)
        self._metric = CustomMetric("", "", "")
        self._own_connection = self._dialect = ""
        self._sql = cast("SqlField", sql)
        self._make_fields()
        rows = LabelledRows()
        rows.add(self.tr("Title"), self.title)
        rows.add(self.tr("Id"), self.id)
        rows.add(self.tr("Read of"), self.servers, self.lane)
        rows.add(self.tr("Values"), self.derivation, self.unit)
        rows.add(self.tr("Value columns"), self.values)
        rows.add(self.tr("Label columns"), self.labels)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(boxed(sql, self), 1)
        down.addLayout(rows)
        self._connect()

    def _make_fields(self) -> None:
        self.title = Line(self.tr("Title"), name="metric_title", hint=self.tr("for example Orders waiting"))
        self.id = Line(
            self.tr("Id"), name="metric_id", hint=self.tr("as alerts and dashboards name it: orders_waiting")
        )
        self.servers = choice(self.tr("Read of"), [], "", name="metric_servers")
        lanes = [(self.tr("once a minute"), Lane.SLOW.value), (self.tr("at each look"), Lane.FAST.value)]
        self.lane = choice(self.tr("How often"), lanes, Lane.SLOW.value, name="metric_lane")
        derivations = [(marked(text), each.value) for each, text in _DERIVATIONS.items()]
        self.derivation = choice(self.tr("Values"), derivations, Derivation.GAUGE.value, name="metric_derivation")
        units = [(marked(text), each.value) for each, text in _UNITS.items()]
        self.unit = choice(self.tr("Unit"), units, Unit.COUNT.value, name="metric_unit")
        self.values = Line(
            self.tr("Value columns"), name="metric_values", hint=self.tr("all that are not named as labels")
        )
        self.labels = Line(
            self.tr("Label columns"), name="metric_labels", hint=self.tr("their texts tell several rows apart")
        )

    def _connect(self) -> None:
        self._sql.text_edited.connect(self.edited)
        for line in (self.title, self.id, self.values, self.labels):
            line.textEdited.connect(self.edited)
        for each in (self.servers, self.lane, self.derivation, self.unit):
            each.activated.connect(self.edited)

    def show_metric(self, metric: CustomMetric, connection_id: str, connection: str, dialect: str) -> None:
        """Show a metric, where it may be read of the page's own connection alone, of its kind of server, or of all."""
        self._metric = metric
        with QSignalBlocker(self):
            self._sql.set_dialect(dialect_named(metric.dialect or dialect))
            self._sql.set_text(metric.sql)
            for line, text in (
                (self.title, metric.title),
                (self.id, metric.id),
                (self.values, ", ".join(metric.values)),
                (self.labels, ", ".join(metric.labels)),
            ):
                line.setText(text)
                line.setCursorPosition(0)
            self._show_servers(metric, connection_id, connection, dialect)
            self.id.setReadOnly(bool(metric.id))
            self.id.setToolTip(self.tr("Alerts and dashboards know it by this.") if metric.id else "")
            self.lane.choose(metric.lane.value)
            self.derivation.choose(metric.derivation.value)
            self.unit.choose(metric.unit.value)

    def _show_servers(self, metric: CustomMetric, connection_id: str, connection: str, dialect: str) -> None:
        self._own_connection, self._dialect = connection_id, dialect
        self.servers.clear()
        self.servers.add_entry(self.tr("every server"), "")
        for each, name in _DIALECTS.items():
            if each and each in {dialect, metric.dialect}:
                self.servers.add_entry(self.tr("every server: {kind}").replace("{kind}", name), each)
        self.servers.add_entry(connection, f"{_ALL}{connection_id}")
        others = [each for each in metric.connection_ids if each != connection_id]
        kept = ""
        if others:
            kept = f"{_ALL}{' '.join(metric.connection_ids)}"
            self.servers.add_entry(self.tr("%n connection(s)", "", len(metric.connection_ids)), kept)
        elif metric.connection_ids:
            kept = f"{_ALL}{connection_id}"
        self.servers.choose(kept or metric.dialect)

    def asked(self) -> CustomMetric:
        """The metric as it stands in the fields."""
        chosen = str(self.servers.currentData() or "")
        own = tuple(chosen.removeprefix(_ALL).split()) if chosen.startswith(_ALL) else ()
        return replace(
            self._metric,
            id=self.id.text().strip(),
            title=self.title.text().strip(),
            sql=self._sql.text().strip().rstrip(";").rstrip(),
            values=_listed(self.values.text()),
            labels=_listed(self.labels.text()),
            derivation=Derivation(str(self.derivation.currentData())),
            unit=Unit(str(self.unit.currentData())),
            lane=Lane(str(self.lane.currentData())),
            connection_ids=own,
            dialect=chosen if not own else self._dialect if own == (self._own_connection,) else self._metric.dialect,
        )


def marked(text: str) -> str:
    """A text that was marked where it is declared, in the person's language."""
    return QCoreApplication.translate("MetricForm", text)


def boxed(inner: QWidget, parent: QWidget) -> QFrame:
    """A border around something that has none."""
    box = QFrame(parent)
    box.setProperty("look", "box")
    across = QVBoxLayout(box)
    across.setContentsMargins(1, 1, 1, 1)
    across.addWidget(inner)
    return box


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())
