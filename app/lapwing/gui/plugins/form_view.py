"""A form of a plugin: its settings, or a part of what it shows. What is wrong is said beside the field."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.plugins.documents import FieldKind, FormField
from lapwing.domain.visible import visible_text
from lapwing.gui.plugins.form_checks import checked, shown
from lapwing.gui.plugins.form_fields import AnyField, ChoiceField, SecretField, field_widget
from lapwing.gui.widgets import PlainLabel, caption
from lapwing.gui.widgets.reading_order import put_in_reading_order

_MOST_FIELDS: Final = 200
_LABEL_PX: Final = 150
_LEAST_LABEL_PX: Final = 80
_FIELD_PX: Final = 200
_WIDEST_PX: Final = 640
_LONGEST_HELP: Final = 2_000


class FormView(QWidget):
    """Fields with their titles at the left. Qt's thread.

    Attributes:
        fields: The widgets by the names of their fields.
        button: What sends it.
        is_touched: Whether something was entered that was not sent.

    Signals:
        submitted(dict): values by name; all of them can be taken. A secret that was not entered is left out.
        changed(): something was entered.
    """

    submitted = Signal(object)
    changed = Signal()

    def __init__(self, fields: Sequence[FormField], submit: str, parent: QWidget) -> None:
        """`submit` stands on its button."""
        super().__init__(parent)
        self.setObjectName("form")
        self.setMaximumWidth(_WIDEST_PX)
        self._declared: dict[str, FormField] = {each.name: each for each in fields[:_MOST_FIELDS]}
        self.fields: dict[str, AnyField] = {}
        self._wrong: dict[str, PlainLabel] = {}
        self._has_tried = False
        self.is_touched = False
        self.button = QPushButton(caption(submit) or self.tr("Submit"), self)
        self.button.setObjectName("form.submit")
        self.button.setProperty("primary", "true")
        self.button.clicked.connect(self.submit)
        self._lay_out(left_out=len(fields) - len(self._declared))
        self.fill({name: field.value for name, field in self._declared.items()})
        put_in_reading_order(self)

    def _lay_out(self, left_out: int) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(3)
        self._rows = rows
        self._titles: list[PlainLabel] = []
        rows.setColumnMinimumWidth(0, _LABEL_PX)
        rows.setColumnStretch(1, 1)
        for field in self._declared.values():
            self._add_row(rows, field)
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(_LABEL_PX + 12, 6, 0, 0)
        foot.addWidget(self.button)
        foot.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(rows)
        if left_out > 0:
            down.addWidget(PlainLabel(self.tr("%n more field(s) are not shown.", "", left_out), self, look="warning"))
        down.addLayout(foot)

    def fit(self, room_px: int) -> None:
        """In a narrow place titles are written in more lines, so that fields have room beside them."""
        width = max(_LEAST_LABEL_PX, min(_LABEL_PX, room_px - _FIELD_PX))
        self._rows.setColumnMinimumWidth(0, width)
        self._foot.setContentsMargins(width + 12, 6, 0, 0)
        for title in self._titles:
            title.setFixedWidth(width)

    def _add_row(self, rows: QGridLayout, field: FormField) -> None:
        made = field_widget(field, self)
        row = rows.rowCount()
        if field.kind is not FieldKind.TRUTH:
            title = PlainLabel(field.title or field.name, self, look="dim", lines=True)
            title.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            title.setContentsMargins(0, 5, 0, 0)
            title.setFixedWidth(_LABEL_PX)
            self._titles.append(title)
            title.setBuddy(made)
            rows.addWidget(title, row, 0)
        is_small = isinstance(made, ChoiceField) or made.minimumWidth() == made.maximumWidth()
        rows.addWidget(made, row, 1, Qt.AlignmentFlag.AlignLeading if is_small else Qt.AlignmentFlag(0))
        below = [self._note("", "bad")]
        below[0].setObjectName(f"wrong.{visible_text(field.name)}")
        below[0].hide()
        if field.help:
            below.append(self._note(field.help[:_LONGEST_HELP], "faint"))
        for place, label in enumerate(below, row + 1):
            rows.addWidget(label, place, 1)
        rows.setRowMinimumHeight(row + len(below) + 1, 5)
        made.setAccessibleDescription(visible_text(field.help[:_LONGEST_HELP]))
        made.changed.connect(self._entered)
        self.fields[field.name] = made
        self._wrong[field.name] = below[0]

    def _note(self, text: str, look: str) -> PlainLabel:
        made = PlainLabel(text, self, look=look, lines=True)
        font = made.font()
        font.setPixelSize(12)
        made.setFont(font)
        return made

    # values

    def fill(self, values: Mapping[str, Any]) -> None:
        """Enter these, as if nobody had; fields that are not named stay. Secrets are never shown."""
        was_touched = self.is_touched
        for name, value in values.items():
            field = self._declared.get(name)
            if field is None:
                continue
            if field.kind is not FieldKind.SECRET:
                self.fields[name].fill(shown(value))
        self.is_touched = was_touched

    @property
    def secrets(self) -> dict[str, SecretField]:
        """The fields of secrets, by name."""
        return {name: field for name, field in self.fields.items() if isinstance(field, SecretField)}

    def show_kept(self, names: Collection[str], *, is_known: bool) -> None:
        """Of these secrets one is kept; what was entered for them is gone."""
        for name, field in self.secrets.items():
            field.show_kept((name in names) if is_known else None)

    def _check(self, name: str) -> tuple[Any, str]:
        """The value of a field, and why it cannot be taken, in words."""
        field = self._declared[name]
        entered = checked(field, self.fields[name].text())
        secret = self.secrets.get(name)
        is_kept = secret is not None and secret.is_kept is not False and not secret.is_forgotten
        wrong = "" if is_kept and entered.wrong == "missing" else entered.wrong
        return entered.value, self._words(field, wrong)

    def _words(self, field: FormField, wrong: str) -> str:
        words = {
            "missing": self.tr("This must not be empty."),
            "least": self.tr("At least {least}, please.").replace("{least}", shown(field.least)),
            "most": self.tr("At most {most}, please.").replace("{most}", shown(field.most)),
            FieldKind.INTEGER.value: self.tr("A whole number is needed here."),
            FieldKind.NUMBER.value: self.tr("A number is needed here."),
            FieldKind.DURATION.value: self.tr("A time is needed here, such as 30s, 15m or 90d."),
            FieldKind.SIZE.value: self.tr("A size is needed here, such as 512KB or 100MB."),
            FieldKind.CHOICE.value: self.tr("One of the choices is needed here."),
            FieldKind.LIST.value: self.tr("These are too many entries, or too long ones."),
        }
        return words.get(wrong, self.tr("This cannot be taken.")) if wrong else ""

    def is_good(self) -> bool:
        """Whether all can be taken; what cannot is said beside its field."""
        is_good = True
        for name, label in self._wrong.items():
            words = self._check(name)[1]
            label.setText(words)
            label.setVisible(bool(words))
            widget = self.fields[name]
            _mark(widget.line if isinstance(widget, SecretField) else widget, is_wrong=bool(words))
            is_good = is_good and not words
        return is_good

    def values(self) -> dict[str, Any]:
        """What is entered, by name. Secrets that were not entered are not among it; those to be forgotten are empty."""
        found = {name: self._check(name)[0] for name in self._declared}
        found |= {name: "" for name, field in self.secrets.items() if field.is_forgotten}
        return {
            name: value
            for name, value in found.items()
            if value is not None or self._declared[name].kind is not FieldKind.SECRET
        }

    def is_of(self, fields: Sequence[FormField]) -> bool:
        """Whether it has these fields, whatever they begin with."""
        own = [(name, field.kind) for name, field in self._declared.items()]
        return own == [(each.name, each.kind) for each in fields]

    def _entered(self) -> None:
        self.is_touched = True
        if self._has_tried:
            self.is_good()
        self.changed.emit()

    def submit(self) -> None:
        """Send it, where all can be taken; else lead to the first field that cannot."""
        self._has_tried = True
        if self.is_good():
            self.is_touched = False
            self.submitted.emit(self.values())
            return
        first = next(name for name in self._declared if self._check(name)[1])
        self.fields[first].setFocus()


def _mark(widget: QWidget, *, is_wrong: bool) -> None:
    if widget.property("invalid") != is_wrong:
        widget.setProperty("invalid", is_wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
