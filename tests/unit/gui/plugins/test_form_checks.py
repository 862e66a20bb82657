"""What is entered into a form of a plugin, and what is made of it."""

from typing import Any

import pytest

from lapwing.domain.plugins.documents import FieldKind, FormField
from lapwing.gui.plugins.form_checks import checked, shown


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldKind.TEXT, " a ", " a "),
        (FieldKind.TEXT, "  ", None),
        (FieldKind.INTEGER, " 12 ", 12),
        (FieldKind.NUMBER, "1,5", 1.5),
        (FieldKind.NUMBER, "", None),
        (FieldKind.TRUTH, "yes", True),
        (FieldKind.TRUTH, "", False),
        (FieldKind.LIST, "a\n\n b ", ["a", "b"]),
        (FieldKind.DURATION, "90d", "90d"),
        (FieldKind.SIZE, "100MB", "100MB"),
    ],
)
def test_what_can_be_taken_is_made_into_its_value(kind: FieldKind, text: str, value: Any) -> None:
    entered = checked(FormField("f", "F", kind), text)
    assert (entered.value, entered.wrong) == (value, "")


@pytest.mark.parametrize(
    ("field", "text", "wrong"),
    [
        (FormField("f", "F", must=True), " ", "missing"),
        (FormField("f", "F", FieldKind.LIST, must=True), "\n", "missing"),
        (FormField("f", "F", FieldKind.INTEGER), "1.5", "integer"),
        (FormField("f", "F", FieldKind.INTEGER), "9" * 5_000, "integer"),
        (FormField("f", "F", FieldKind.NUMBER), "nan", "number"),
        (FormField("f", "F", FieldKind.NUMBER, least=1), "0", "least"),
        (FormField("f", "F", FieldKind.NUMBER, most=1), "2", "most"),
        (FormField("f", "F", FieldKind.DURATION), "soon", "duration"),
        (FormField("f", "F", FieldKind.SIZE), "big", "size"),
        (FormField("f", "F", FieldKind.CHOICE, choices=("a",)), "b", "choice"),
    ],
)
def test_what_cannot_be_taken_is_told_by_its_reason(field: FormField, text: str, wrong: str) -> None:
    assert checked(field, text).wrong == wrong


@pytest.mark.parametrize("value", [None, True, False, "a", 3, 2.5, ["a", "b"]])
def test_a_value_that_is_shown_and_taken_back_is_the_same(value: Any) -> None:
    kinds = {bool: FieldKind.TRUTH, int: FieldKind.INTEGER, float: FieldKind.NUMBER, list: FieldKind.LIST}
    field = FormField("f", "F", kinds.get(type(value), FieldKind.TEXT))
    assert checked(field, shown(value)).value == value
