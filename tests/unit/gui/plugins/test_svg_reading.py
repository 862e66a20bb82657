"""SVG of plugins: what draws is kept, everything else is left out or refused."""

import pytest

from lapwing.gui.plugins.svg_reading import MOST_BYTES, SvgRefused, safe_svg

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
_COLOR = "#112233"


def kept(inside: str) -> str:
    return safe_svg(f"{_HEAD}{inside}</svg>".encode(), _COLOR).data.decode()


@pytest.mark.parametrize(
    "hostile",
    [
        '<image href="file:///etc/passwd"/>',
        '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="/dev/zero"/>',
        "<script>alert(1)</script>",
        "<style>@import url(http://x/y.css);</style>",
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>',
        '<a href="http://x/"><rect/></a>',
        '<use href="#a"/>',
        '<animate attributeName="x"/>',
        "<switch><rect/></switch>",
        '<x:rect xmlns:x="urn:other"/>',
    ],
)
def test_what_does_not_draw_is_left_out_with_all_that_is_in_it(hostile: str) -> None:
    assert kept(hostile) == f"{_HEAD}</svg>"


def test_attributes_that_reach_out_are_left_out_and_those_that_draw_stay() -> None:
    drawn = kept(
        '<rect id="a" x="1" onload="x()" fill="url(http://x/)" stroke="url(#g)" style="fill: red; filter: url(#f)"/>'
    )
    assert drawn == f'{_HEAD}<rect id="a" x="1" fill="red" stroke="url(#g)"></rect></svg>'


def test_text_stays_text_and_the_colour_of_the_theme_stands_for_its_name() -> None:
    safe = safe_svg(f'{_HEAD}<text fill="currentColor">1 &lt; 2</text> outside</svg>'.encode(), _COLOR)
    assert safe.data.decode() == f'{_HEAD}<text fill="{_COLOR}">1 &lt; 2</text></svg>'
    assert safe.follows_text
    assert not safe_svg(f"{_HEAD}<rect/></svg>".encode(), _COLOR).follows_text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (b"GIF89a", "damaged"),
        (b"<html/>", "damaged"),
        (b"<svg><g></svg>", "damaged"),
        (b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>', "damaged"),
        (b'<?xml version="1.0" encoding="none-such"?><svg/>', "damaged"),
        (b"<svg>" + b"<g>" * 100 + b"</g>" * 100 + b"</svg>", "large"),
        (b"<svg>" + b"<rect/>" * 60_001 + b"</svg>", "large"),
        (b" " * (MOST_BYTES + 1), "large"),
    ],
)
def test_what_is_no_drawing_or_too_much_of_it_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(SvgRefused, match=reason):
        safe_svg(data, _COLOR)
