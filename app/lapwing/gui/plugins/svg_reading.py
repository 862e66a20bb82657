"""SVG of a plugin, made harmless before Qt reads it: shapes, text and gradients are kept, everything else is left out.

Qt's own reader opens files that an `<image>` names, follows links and animates; none of that gets through here. What is
kept is written anew from a list of elements and attributes that only draw. No Qt here. Any thread.
"""

import re
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from lapwing.domain.late_dataclass import dataclass

MOST_BYTES: Final = 4 << 20
_MOST_ELEMENTS: Final = 60_000
_DEEPEST: Final = 40
_MOST_LAYERS: Final = 4
"""Nested groups that are translucent: each costs a picture of its own."""
_LARGEST_FONT: Final = 1_000.0
_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_GROUPS: Final = frozenset({"svg", "g"})
_ELEMENTS: Final = _GROUPS | {
    "circle",
    "defs",
    "ellipse",
    "line",
    "linearGradient",
    "path",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "text",
    "tspan",
}
_STYLES: Final = frozenset(
    {
        "color",
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "opacity",
        "stop-color",
        "stop-opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
    }
)
_ATTRIBUTES: Final = _STYLES | {
    "cx",
    "cy",
    "d",
    "dx",
    "dy",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "id",
    "offset",
    "points",
    "r",
    "rx",
    "ry",
    "spreadMethod",
    "transform",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
}
_LINK: Final = re.compile(r"url\(\s*#[\w.-]{1,200}\s*\)")
_NUMBER: Final = re.compile(r"\s*([0-9.]{1,20})")


class SvgRefused(ValueError):
    """The picture is not drawn; the reason says why, in a word for code: `large` or `damaged`."""


@dataclass(frozen=True, slots=True)
class SafeSvg:
    """What may be drawn.

    Attributes:
        data: The picture, with `currentColor` replaced.
        follows_text: Whether it asked for `currentColor`: it is then made for any ground, else for white paper.
    """

    data: bytes
    follows_text: bool


def safe_svg(data: bytes, color: str) -> SafeSvg:
    """The drawing in an SVG file; `color` (`#rrggbb`) stands for `currentColor`.

    Raises:
        SvgRefused: It is too large or too deep, or no SVG.
    """
    if len(data) > MOST_BYTES:
        raise SvgRefused("large")
    reading = _Reading(color)
    try:
        reading.parser.Parse(data, True)
    except (expat.ExpatError, UnicodeError, LookupError) as error:
        raise SvgRefused("damaged") from error
    if not reading.found:
        raise SvgRefused("damaged")
    return SafeSvg("".join(reading.found).encode(), reading.follows_text)


class _Reading:
    """One reading: what expat tells is written anew, as far as it is harmless."""

    def __init__(self, color: str) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.found: list[str] = []
        self.follows_text = False
        self._color = color
        self._open: list[str] = []
        """Names of the open elements; empty: it is left out, with all that is in it."""
        self._left_out = 0
        self._layers = 0
        self._count = 0

    def _doctype(self, *_declared: object) -> None:
        raise SvgRefused("damaged")  # entities are made in it, of which bombs are built

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise SvgRefused("large")
        namespace, _, local = name.rpartition(" ")
        is_kept = not self._left_out and namespace in {"", _NAMESPACE} and local in _ELEMENTS
        if not self._open and local != "svg":
            raise SvgRefused("damaged")
        self._open.append(local if is_kept else "")
        if not is_kept:
            self._left_out += 1
            return
        kept = self._attributes(local, attributes)
        head = f'<svg xmlns="{_NAMESPACE}"' if len(self._open) == 1 else f"<{local}"
        self.found.append(head + "".join(f" {key}={quoteattr(value)}" for key, value in kept.items()) + ">")

    def _end(self, _name: str) -> None:
        local = self._open.pop()
        if local:
            self.found.append(f"</{local}>")
        else:
            self._left_out -= 1

    def _text(self, text: str) -> None:
        if not self._left_out and self._open and self._open[-1] in {"text", "tspan"}:
            self.found.append(escape(text))

    def _attributes(self, element: str, given: dict[str, str]) -> dict[str, str]:
        wanted = {name: value for name, value in given.items() if name in _ATTRIBUTES}
        for declared in given.get("style", "").split(";"):
            name, _, value = declared.partition(":")
            if name.strip() in _STYLES:
                wanted[name.strip()] = value.strip()
        return {name: found for name, value in wanted.items() if (found := self._value(element, name, value))}

    def _value(self, element: str, name: str, value: str) -> str:
        """The value as it may stand; empty: it is left out."""
        if value.strip().casefold() == "currentcolor":
            self.follows_text = True
            return self._color
        if "url" in value.casefold() and not _LINK.fullmatch(value.strip()):
            return ""
        if name == "font-size":
            size = _NUMBER.match(value)
            return value if size is not None and _size(size[1]) <= _LARGEST_FONT else ""
        if name == "opacity" and element in _GROUPS:
            self._layers += 1
            return value if self._layers <= _MOST_LAYERS else ""
        return value


def _size(text: str) -> float:
    try:
        return float(text)
    except ValueError:  # two points
        return _LARGEST_FONT + 1
