"""The options of one format, as fields."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from lapwing.domain.transfer import ENCODINGS, OPTIONS_OF, BinaryAs, ExportFormat, LineEnd, NumbersAs, WriteOptions
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.widgets import PillCombo, PlainLabel

_LABELS: Final = {
    "header": QT_TRANSLATE_NOOP("ExportOptions", "Names of the columns first"),
    "delimiter": QT_TRANSLATE_NOOP("ExportOptions", "Delimiter"),
    "quote": QT_TRANSLATE_NOOP("ExportOptions", "Quotes"),
    "quote_all": QT_TRANSLATE_NOOP("ExportOptions", "Quotes around every value"),
    "null_text": QT_TRANSLATE_NOOP("ExportOptions", "NULL as"),
    "line_end": QT_TRANSLATE_NOOP("ExportOptions", "Line ends"),
    "encoding": QT_TRANSLATE_NOOP("ExportOptions", "Encoding"),
    "byte_order_mark": QT_TRANSLATE_NOOP("ExportOptions", "Byte order mark before UTF-8, for Excel"),
    "guard_formulas": QT_TRANSLATE_NOOP("ExportOptions", "Guard against formulas in spreadsheets"),
    "numbers": QT_TRANSLATE_NOOP("ExportOptions", "Numbers"),
    "binary": QT_TRANSLATE_NOOP("ExportOptions", "Bytes as"),
    "dialect": QT_TRANSLATE_NOOP("ExportOptions", "SQL for"),
    "table": QT_TRANSLATE_NOOP("ExportOptions", "Insert into"),
    "rows_per_statement": QT_TRANSLATE_NOOP("ExportOptions", "Rows a statement"),
}
_TIPS: Final = {
    "guard_formulas": QT_TRANSLATE_NOOP(
        "ExportOptions", "Writes an apostrophe before texts that begin like a formula. It changes these texts."
    ),
    "numbers": QT_TRANSLATE_NOOP(
        "ExportOptions", "Many readers take every number for a double, and round those with more digits."
    ),
    "table": QT_TRANSLATE_NOOP("ExportOptions", "A name as SQL writes it, with its schema where it has one"),
}
_CHOICES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "delimiter": (
        (QT_TRANSLATE_NOOP("ExportOptions", "Comma  ,"), ","),
        (QT_TRANSLATE_NOOP("ExportOptions", "Semicolon  ;"), ";"),
        (QT_TRANSLATE_NOOP("ExportOptions", "Tab"), "\t"),
        (QT_TRANSLATE_NOOP("ExportOptions", "Bar  |"), "|"),
    ),
    "quote": (
        (QT_TRANSLATE_NOOP("ExportOptions", 'Double  "'), '"'),
        (QT_TRANSLATE_NOOP("ExportOptions", "Single  '"), "'"),
    ),
    "line_end": (("CR LF (Windows)", LineEnd.CRLF), ("LF (Unix)", LineEnd.LF)),
    "encoding": tuple((name.upper(), name) for name in ENCODINGS),
    "numbers": (
        (QT_TRANSLATE_NOOP("ExportOptions", "Safe: as text where readers round"), NumbersAs.SAFE),
        (QT_TRANSLATE_NOOP("ExportOptions", "Exact: every digit"), NumbersAs.EXACT),
        (QT_TRANSLATE_NOOP("ExportOptions", "As text"), NumbersAs.TEXT),
    ),
    "binary": (("0x48AF", BinaryAs.HEX), ("\\x48af (PostgreSQL)", BinaryAs.POSTGRESQL), ("Base64", BinaryAs.BASE64)),
    "dialect": (
        ("PostgreSQL", "postgresql"),
        ("MySQL, MariaDB", "mysql"),
        ("SQLite", "sqlite"),
        (QT_TRANSLATE_NOOP("ExportOptions", "Standard SQL"), "ansi"),
    ),
}
_NOTHING: Final = QT_TRANSLATE_NOOP("ExportOptions", "nothing")
_COLUMNS: Final = 2
_FIELD_PX: Final = 200


def option_text(text: str) -> str:
    """A text marked here, in the person's language."""
    return QCoreApplication.translate("ExportOptions", text)


class OptionForm(QWidget):
    """Fields for the options that mean something to one format, in two columns; what is ticked stands below.

    Signals:
        changed(): Somebody chose something.
    """

    changed = Signal()

    def __init__(self, name: ExportFormat, options: WriteOptions) -> None:
        super().__init__()
        self.setObjectName(f"export_options_{name.value}")
        self._options = options
        self._readers: dict[str, Callable[[], Any]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(1, _FIELD_PX)
        self._grid.setColumnMinimumWidth(3, _FIELD_PX)
        self._grid.setColumnStretch(4, 1)
        wanted = OPTIONS_OF[name]
        ticks = [key for key in wanted if isinstance(getattr(options, key), bool)]
        for place, key in enumerate(key for key in wanted if key not in ticks):
            self._add(key, place)
        first = self._grid.rowCount()
        for place, key in enumerate(ticks):
            self._add_tick(key, first + place // _COLUMNS, 2 * (place % _COLUMNS))
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def options(self) -> WriteOptions:
        """As they are chosen now.

        Raises:
            ValueError: They do not go together.
        """
        values = {name: getattr(self._options, name) for name in WriteOptions.__dataclass_fields__}
        return WriteOptions(**{**values, **{key: read() for key, read in self._readers.items()}})

    def _add(self, key: str, place: int) -> None:
        row, column = place // _COLUMNS, 2 * (place % _COLUMNS)
        field = self._field(key)
        field.setObjectName(f"export_{key}")
        field.setToolTip(option_text(_TIPS[key]) if key in _TIPS else "")
        label = PlainLabel(option_text(_LABELS[key]), look="dim")
        label.setBuddy(field)
        self._grid.addWidget(label, row, column)
        stays = isinstance(field, PillCombo | QSpinBox)
        self._grid.addWidget(field, row, column + 1, Qt.AlignmentFlag.AlignLeading if stays else Qt.AlignmentFlag(0))

    def _field(self, key: str) -> QWidget:
        value = getattr(self._options, key)
        if key in _CHOICES:
            choice = PillCombo(option_text(_LABELS[key]), name=f"export_{key}")
            for text, stands_for in _CHOICES[key]:
                choice.add_entry(option_text(text), stands_for)
            if not choice.choose(value):
                choice.add_entry(str(value), value)
                choice.choose(value)
            choice.activated.connect(lambda _row: self.changed.emit())
            self._readers[key] = choice.currentData
            return choice
        if isinstance(value, int):
            number = QSpinBox()
            number.setRange(1, 10_000)
            number.setValue(value)
            number.lineEdit().setTextMargins(6, 0, 0, 0)
            number.setAccessibleName(option_text(_LABELS[key]))
            number.valueChanged.connect(lambda _value: self.changed.emit())
            self._readers[key] = number.value
            return number
        line = QLineEdit(str(value))
        line.setAccessibleName(option_text(_LABELS[key]))
        line.setPlaceholderText(option_text(_NOTHING) if key == "null_text" else "")
        line.textChanged.connect(lambda _text: self.changed.emit())
        self._readers[key] = line.text
        return line

    def _add_tick(self, key: str, row: int, column: int) -> None:
        box = QCheckBox(option_text(_LABELS[key]))
        box.setObjectName(f"export_{key}")
        box.setToolTip(option_text(_TIPS[key]) if key in _TIPS else "")
        box.setChecked(bool(getattr(self._options, key)))
        box.toggled.connect(lambda _on: self.changed.emit())
        self._readers[key] = box.isChecked
        self._grid.addWidget(box, row, column, 1, 2)
