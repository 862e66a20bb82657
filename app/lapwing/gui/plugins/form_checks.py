"""What a person entered in a field of a form, made into its value and checked. No Qt here."""

from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.documents import FieldKind, FormField
from lapwing.domain.plugins.field_values import problem_of

_LONGEST_NUMBER: Final = 40
_TEXTS: Final = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.SECRET})


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered.

    Attributes:
        value: As the plugin gets it; None: nothing.
        wrong: Why it cannot be taken, in a word for code: `missing`, `least`, `most`, or the kind of its field; empty:
            it can.
    """

    value: Any = None
    wrong: str = ""


def checked(field: FormField, text: str) -> Entered:
    """What a text means in a field; of LIST one entry a line, of TRUTH `yes` or nothing."""
    value = _value(field, text)
    if value is None or value == []:
        is_empty = not text.strip()
        wrong = ("missing" if field.must else "") if is_empty else field.kind.value
        return Entered(value, wrong)
    if not problem_of(field, value):
        return Entered(value)
    if field.kind in {FieldKind.INTEGER, FieldKind.NUMBER}:
        if field.least is not None and value < field.least:
            return Entered(value, "least")
        if field.most is not None and value > field.most:
            return Entered(value, "most")
    return Entered(value, field.kind.value)


def _value(field: FormField, text: str) -> Any:
    """What is meant; None: nothing, or what cannot be understood."""
    if field.kind is FieldKind.TRUTH:
        return text == "yes"
    if field.kind is FieldKind.LIST:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if field.kind in _TEXTS:
        return text if text.strip() else None
    text = text.strip()
    if field.kind in {FieldKind.INTEGER, FieldKind.NUMBER}:
        return _number(text, is_whole=field.kind is FieldKind.INTEGER)
    return text or None


def _number(text: str, *, is_whole: bool) -> int | float | None:
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        return int(text) if is_whole else float(text.replace(",", "."))
    except ValueError:
        return None


def shown(value: object) -> str:
    """A value as it stands in its field."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
