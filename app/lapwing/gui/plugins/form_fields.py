"""The fields of a form: one widget for each kind, with the same ways to read and fill it."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from lapwing.domain.plugins.documents import FieldKind, FormField
from lapwing.domain.visible import visible_text
from lapwing.gui.widgets import PillCombo, ToolButton, caption
from lapwing.gui.widgets.check_box import WrappedCheckBox

_LONGEST: Final = 100_000
_LINE_PX: Final = 18
_SHORT_PX: Final = 160


class FieldWidget(Protocol):
    """What a form asks of its fields. Qt's thread."""

    changed: Signal

    def text(self) -> str:
        """What is entered, as `form_checks.checked` takes it."""
        ...

    def fill(self, text: str) -> None:
        """Enter something."""
        ...


class LineField(QLineEdit):
    """One line."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        if field.kind is FieldKind.SECRET:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        if field.kind in {FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.DURATION, FieldKind.SIZE}:
            self.setFixedWidth(_SHORT_PX)
        self.setPlaceholderText(self._hint(field))
        self.textChanged.connect(self.changed)

    def _hint(self, field: FormField) -> str:
        if field.kind is FieldKind.DURATION:
            return self.tr("for example 30s or 90d")
        return self.tr("for example 100MB") if field.kind is FieldKind.SIZE else ""

    def fill(self, text: str) -> None:
        self.setText(text[:_LONGEST].replace("\n", " "))
        self.setCursorPosition(0)


class SecretField(QWidget):
    """A line that hides what is entered, and what can be done with a secret that is kept: it stays, is replaced, or
    is forgotten. What is kept is never shown."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_kept: bool | None = False
        """None: it is not known."""
        self.is_forgotten = False
        self.line = LineField(field, self)
        self.line.setObjectName("secret.line")
        self.forget_button = ToolButton("trash", parent=self, name="secret.forget", tip=self.tr("Forget what is kept"))
        self.forget_button.setCheckable(True)
        self.forget_button.toggled.connect(self._forget)
        self.forget_button.hide()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        across.addWidget(self.line, 1)
        across.addWidget(self.forget_button)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self._entered)

    def _entered(self) -> None:
        if self.line.text() and self.is_forgotten:
            self.forget_button.setChecked(False)
        self.changed.emit()

    def _forget(self, on: bool) -> None:
        self.is_forgotten = on
        if on:
            self.line.clear()
        self._say()
        self.changed.emit()

    def show_kept(self, is_kept: bool | None) -> None:
        """One is kept, or none is; None: that is not known. What was entered is gone."""
        self.is_kept = is_kept
        self.is_forgotten = False
        for widget in (self.line, self.forget_button):
            widget.blockSignals(True)
        self.line.clear()
        self.forget_button.setChecked(False)
        for widget in (self.line, self.forget_button):
            widget.blockSignals(False)
        self.forget_button.setVisible(bool(is_kept))
        self._say()

    def _say(self) -> None:
        if self.is_forgotten:
            text = self.tr("is forgotten when you save")
        elif self.is_kept is None:
            text = self.tr("the vault cannot be asked now")
        else:
            text = self.tr("•••••••• one is kept") if self.is_kept else self.tr("none is kept")
        self.line.setPlaceholderText(text)

    def text(self) -> str:
        return self.line.text()

    def fill(self, _text: str) -> None:
        """Secrets are never shown."""
        self.line.clear()


class LinesField(QPlainTextEdit):
    """Several lines."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.setFixedHeight((4 if field.kind is FieldKind.LIST else 6) * _LINE_PX + 8)
        if field.kind is FieldKind.LIST:
            self.setPlaceholderText(self.tr("one a line"))
        self.textChanged.connect(self.changed)

    def text(self) -> str:
        return self.toPlainText()[:_LONGEST]

    def fill(self, text: str) -> None:
        self.setPlainText(text[:_LONGEST])
        self.moveCursor(QTextCursor.MoveOperation.Start)


class TruthField(WrappedCheckBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(caption(field.title or field.name), parent)
        self.toggled.connect(lambda _on: self.changed.emit())

    def text(self) -> str:
        return "yes" if self.isChecked() else ""

    def fill(self, text: str) -> None:
        self.setChecked(text == "yes")


class ChoiceField(PillCombo):
    """One of a few. What is not among them is not chosen; a field that may be left empty offers that."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(visible_text(field.title or field.name), parent, name="choice")
        if not field.must or not field.choices:
            self.add_entry(self.tr("none"), "")
        for choice in field.choices[:1_000]:
            self.add_entry(choice, choice)
        self.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def text(self) -> str:
        return str(self.currentData() or "")

    def fill(self, text: str) -> None:
        self.choose(text)


_MAKERS: Final[dict[FieldKind, Callable[[FormField, QWidget], QWidget]]] = {
    FieldKind.SECRET: SecretField,
    FieldKind.LONG_TEXT: LinesField,
    FieldKind.LIST: LinesField,
    FieldKind.TRUTH: TruthField,
    FieldKind.CHOICE: ChoiceField,
}


AnyField = LineField | SecretField | LinesField | TruthField | ChoiceField


def field_widget(field: FormField, parent: QWidget) -> AnyField:
    """The widget of a field, named after it."""
    made = _MAKERS.get(field.kind, LineField)(field, parent)
    assert isinstance(made, AnyField)
    if isinstance(made, SecretField):
        made.line.setAccessibleName(visible_text(field.title or field.name))
    made.setObjectName(f"field.{visible_text(field.name)}")
    made.setAccessibleName(visible_text(field.title or field.name))
    return made
