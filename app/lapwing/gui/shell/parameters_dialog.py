"""Asking for the values of parameters: one row a name, with value, type and NULL."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lapwing.domain.errors import LapwingError
from lapwing.domain.parameters import ParameterKind, QueryParameter, check_parameter, looks_secret
from lapwing.gui.connections.fields import Choice, Field
from lapwing.gui.i18n import error_text
from lapwing.gui.theme import mono_font
from lapwing.gui.widgets import Banner, Level, PlainLabel

_WIDTH_PX: Final = 720
_MARGIN_PX: Final = 120
_NAME_PX: Final = (90, 180)
_LINES: Final = (1, 6)
"""A value is shown with at least and at most so many lines."""
_LINE_PX: Final = 26
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PARAGRAPH: Final = "\u2029"


class ValueField(QPlainTextEdit):
    """A text that grows with its lines. Tab leaves it; Enter does what it does in a dialog, with Shift it makes a line.

    Signals:
        entered(): Enter was pressed.
    """

    entered = Signal()

    def __init__(self, label: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.blockCountChanged.connect(self._grow)
        self._grow(1)

    def text(self) -> str:
        """Exactly what was typed; Qt's own `toPlainText` makes plain blanks of others."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def setText(self, text: str) -> None:
        """Another text."""
        self.setPlainText(text)

    def _grow(self, lines: int) -> None:
        shown = min(max(lines, _LINES[0]), _LINES[1])
        self.setFixedHeight(_LINE_PX + (shown - 1) * self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            self.entered.emit()


class ParameterRow(QObject):
    """The widgets for one name.

    Attributes:
        value: Shows dots where the name looks secret.
    """

    def __init__(self, name: str, written: str, last: QueryParameter | None, parent: QObject) -> None:
        """`written` is the name as the statement has it; `last` what is to be shown at first."""
        super().__init__(parent)
        self.name = name
        self.label = PlainLabel(written, elide=True)
        self.label.setFont(mono_font())
        self.label.setMinimumWidth(_NAME_PX[0])
        self.label.setMaximumWidth(_NAME_PX[1])
        said = self.tr("Value of {name}").format(name=written)
        self.value: Field | ValueField
        if looks_secret(name):
            self.value = Field(said, name=f"parameter_value_{name}", secret=True)
        else:
            self.value = ValueField(said, name=f"parameter_value_{name}")
        self.label.setBuddy(self.value)
        kinds = (
            (self.tr("As the server decides"), ParameterKind.SERVER),
            (self.tr("Text"), ParameterKind.TEXT),
            (self.tr("Number"), ParameterKind.NUMBER),
            (self.tr("True or false"), ParameterKind.BOOLEAN),
            (self.tr("Date or time"), ParameterKind.TIME),
            (self.tr("Binary (0x…)"), ParameterKind.BINARY),
        )
        self.kind = Choice(self.tr("Type of {name}").format(name=written), kinds, name=f"parameter_kind_{name}")
        self.null = QCheckBox("NULL")
        self.null.setObjectName(f"parameter_null_{name}")
        self.null.setAccessibleName(self.tr("{name} is NULL").format(name=written))
        self.null.toggled.connect(lambda on: self.value.setEnabled(not on))
        if last is not None:
            self.value.setText(last.value or "")
            self.kind.show_value(last.kind)
            self.null.setChecked(last.value is None)
        self.value.selectAll()

    def parameter(self) -> QueryParameter:
        """What the row says."""
        value = None if self.null.isChecked() else self.value.text()
        return QueryParameter(self.name, value, ParameterKind(self.kind.value()))


class ParametersDialog(QDialog):
    """Opened, never executed. Accepted, it has a value of the right kind for each name. Qt's thread."""

    def __init__(
        self, names: Mapping[str, str], last: Mapping[str, QueryParameter], *, asks: bool, parent: QWidget | None
    ) -> None:
        """Ask for some names.

        Args:
            names: From each of them to how it is written in the statement.
            last: Values to begin with.
            asks: Whether the next run asks again.
        """
        super().__init__(parent)
        self.setObjectName("parameters_dialog")
        self.setWindowTitle(self.tr("Parameters"))
        self.banner = Banner(self, name="parameters_banner")
        self.rows = [ParameterRow(name, written, last.get(name), self) for name, written in names.items()]
        self.asks = QCheckBox(self.tr("Ask each time"))
        self.asks.setObjectName("parameters_ask")
        self.asks.setChecked(asks)
        self.asks.setToolTip(
            self.tr("Otherwise this tab runs with its last values; the Query menu has how to change them")
        )
        self.run_button = QPushButton(self.tr("Run"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        for button, name in ((self.run_button, "parameters_run"), (self.cancel_button, "parameters_cancel")):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self.run_button.setDefault(True)
        self.run_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        first = next((row.value for row in self.rows if not row.null.isChecked()), self.rows[0].null)
        first.setFocus()

    def _lay_out(self) -> None:
        self.fields = QWidget()
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, row in enumerate(self.rows):
            row.label.setFixedHeight(_LINE_PX)
            row.null.setFixedHeight(_LINE_PX)
            row.kind.setFixedHeight(_LINE_PX)
            for column, widget in enumerate((row.label, row.value, row.kind, row.null)):
                grid.addWidget(widget, number, column, Qt.AlignmentFlag(0) if column == 1 else top)
            if isinstance(row.value, Field):
                row.value.setFixedHeight(_LINE_PX)
            else:
                row.value.entered.connect(self.accept)
                row.value.blockCountChanged.connect(lambda _lines: self._grow())
        grid.setRowStretch(len(self.rows), 1)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setObjectName("parameters_area")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.fields)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.asks)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.run_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(16)
        inner.addWidget(self.area, 1)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner, 1)
        self._fit()

    def _grow(self) -> None:
        """Become as high as the fields need, once they are laid out."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        most = self.screen().availableGeometry().height() - _MARGIN_PX
        needed = self.fields.sizeHint().height() + 2
        self.area.setMinimumHeight(min(needed, most // 2))
        self.resize(max(self.width() if self.isVisible() else 0, _WIDTH_PX), min(self.sizeHint().height(), most))

    def parameters(self) -> tuple[QueryParameter, ...]:
        """What the rows say, in order."""
        return tuple(row.parameter() for row in self.rows)

    def accept(self) -> None:
        for row in self.rows:
            try:
                check_parameter(row.parameter())
            except LapwingError as error:
                self.banner.say(Level.ERROR, error_text(error))
                row.value.setFocus()
                row.value.selectAll()
                self._grow()
                return
        super().accept()
