"""JSON and XML are laid out without a change: the same tokens in the same order."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.gui.results.inspector.json_outline import JsonOutline, path_of, unescaped
from lapwing.gui.results.inspector.json_text import looks_like_json, pretty_json
from lapwing.gui.results.inspector.xml_text import looks_like_xml, pretty_xml

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
STRING = re.compile(r'("(?:[^"\\]|\\.)*")')


def without_blanks(text: str) -> list[str]:
    """The text with no blanks outside strings: what layout may change is gone."""
    return [part if part.startswith('"') else re.sub(r"\s", "", part) for part in STRING.split(text)]


@settings(max_examples=60)
@given(values, st.sampled_from([None, 0, 3]), st.booleans())
def test_json_keeps_every_token(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    pretty = pretty_json(text)
    assert pretty is not None
    assert without_blanks(pretty) == without_blanks(text)
    assert json.loads(pretty) == json.loads(text)


def test_json_is_laid_out_line_by_line_and_numbers_keys_and_escapes_stay() -> None:
    text = '{"b":1.50,"a":[],"b":{"x":1E400,"caf\\u00e9":[90071992547409931234,-0]},"o":{}}'
    assert pretty_json(text) == (
        '{\n  "b": 1.50,\n  "a": [],\n  "b": {\n    "x": 1E400,\n    "caf\\u00e9": [\n      90071992547409931234,\n'
        '      -0\n    ]\n  },\n  "o": {}\n}'
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1,]",
        "{'a':1}",
        "[01]",
        "[1 2]",
        '{"a"}',
        "[NaN]",
        "{]",
        '["\n"]',
        "[1]x",
        '{"a":1,}',
        "]",
        '"\\x"',
        "1.",
    ],
)
def test_what_is_no_json_is_not_laid_out(text: str) -> None:
    assert pretty_json(text) is None


def test_json_of_any_depth_is_laid_out() -> None:
    assert pretty_json("[" * 5_000 + "]" * 5_000) is not None
    assert looks_like_json(' {"a": 1}\n')
    assert not looks_like_json("(1)")


def test_xml_is_laid_out_where_blanks_mean_nothing() -> None:
    text = '<?xml version="1.0"?><o id=\'7\'  x="a>b"><l sku="a">1</l><!-- c --><l/><m>text <b>bold</b> more</m></o>'
    assert pretty_xml(text) == (
        '<?xml version="1.0"?>\n<o id=\'7\'  x="a>b">\n  <l sku="a">1</l>\n  <!-- c -->\n  <l/>\n'
        "  <m>text <b>bold</b> more</m>\n</o>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<a><b> kept  </b></a>",
        '<a xml:space="preserve"><b/>  <c/></a>',
        "<a>x<b/>y</a>",
        "<a><![CDATA[ <b> ]]></a>",
    ],
)
def test_xml_that_means_its_blanks_keeps_them(text: str) -> None:
    pretty = pretty_xml(text)
    assert pretty is not None
    assert pretty.replace("\n  ", "").replace("\n", "") == text


@pytest.mark.parametrize("text", ["<a>", "<a></b>", "<a/><b/>", "a<b/>", "<a", "< a/>", "</a>", "<a><b></a></b>", "x"])
def test_what_is_no_xml_is_not_laid_out(text: str) -> None:
    assert pretty_xml(text) is None


def test_laying_out_a_laid_out_document_changes_nothing() -> None:
    pretty = pretty_xml("<a><b><c>1</c></b><d/></a>")
    assert pretty is not None
    assert pretty_xml(pretty) == pretty
    assert looks_like_xml(pretty)
    assert not looks_like_xml("a < b and c > d")
    assert pretty_xml("<a>" * 3_000 + "</a>" * 3_000) is not None


def parts(text: str) -> dict[str, str]:
    """Every value of a document that holds no others, by its path, as it is written."""
    outline = JsonOutline.of(text)
    assert outline is not None
    found: dict[str, str] = {}

    def visit(node: int, steps: list[str | int]) -> None:
        for place, child in enumerate(outline.children(node)):
            key = outline.key(child)
            here = [*steps, place if key is None else unescaped(key)]
            if outline.is_container(child):
                visit(child, here)
            found[path_of(here)] = outline.written(child)

    visit(0, [])
    return found


@settings(max_examples=60)
@given(values, st.sampled_from([None, 0, 3]), st.booleans())
def test_an_outline_holds_every_value_where_it_stands(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    outline = JsonOutline.of(text)
    assert (outline is not None) == isinstance(value, dict | list)
    if outline is None:
        return
    assert isinstance(value, dict | list)
    assert json.loads(outline.written(0)) == value
    for child, inner in zip(outline.children(0), value.values() if isinstance(value, dict) else value, strict=True):
        assert json.loads(outline.written(child)) == inner
        assert json.loads(outline.key(child) or '""') in (value if isinstance(value, dict) else [""])
    assert outline.count(0) == len(value)


def test_an_outline_keeps_numbers_and_repeated_keys_and_names_places() -> None:
    text = ' {"a": 1.50, "a": [{"x y": 1E400}, "\\ud83d\\ude00"], "it\'s": {"": []}} '
    assert parts(text) == {
        "$.a": '[{"x y": 1E400}, "\\ud83d\\ude00"]',
        "$.a[0]": '{"x y": 1E400}',
        "$.a[0]['x y']": "1E400",
        "$.a[1]": '"\\ud83d\\ude00"',
        "$['it\\'s']": '{"": []}',
        "$['it\\'s']['']": "[]",
    }
    outline = JsonOutline.of(text)
    assert outline is not None
    assert outline.written(1) == "1.50"
    assert [outline.plain(node) for node in range(len(outline))][5] == "\U0001f600"
    assert unescaped('"\\ud800x"') == "\\ud800x"


@pytest.mark.parametrize("text", ["{", "[1,]", '{"a"}', "[1}", '{"a":1]', "[1]x", "[[1]", "[,]", "[01]", '"a"', "1"])
def test_what_is_no_object_and_no_array_has_no_outline(text: str) -> None:
    assert JsonOutline.of(text) is None


def test_no_depth_is_too_much_for_an_outline() -> None:
    outline = JsonOutline.of("[" * 100_000 + "]" * 100_000)
    assert outline is not None
    assert len(outline) == 100_000
