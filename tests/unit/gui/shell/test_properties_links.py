"""Names as PostgreSQL writes an object's identity, read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.gui.shell.properties_links import read_identity

NAMES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("identity", "names", "types"),
    [
        ("public.orders", ["public", "orders"], ""),
        ("everything", ["everything"], ""),
        ("public.add_tax(numeric,integer)", ["public", "add_tax"], "numeric,integer"),
        ('"Odd.Schema"."a(b)"(text)', ["Odd.Schema", "a(b)"], "text"),
        ('shop."say ""hi"""', ["shop", 'say "hi"'], ""),
    ],
)
def test_an_identity_is_taken_apart(identity: str, names: list[str], types: str) -> None:
    assert read_identity(identity) == (names, types)


@given(NAMES, NAMES)
def test_quoted_names_of_any_shape_are_read_back(schema: str, name: str) -> None:
    quoted = ['"' + each.replace('"', '""') + '"' for each in (schema, name)]
    assert read_identity(".".join(quoted)) == ([schema, name], "")
