"""The colours of the program by name, read from `resources/themes/{dark,light}.toml`. No Qt here.

The same dataclass holds them as text (`Tokens[str]`) and, in a running window, as `QColor`.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Generic, TypeVar

from lapwing.domain.late_dataclass import dataclass

T = TypeVar("T")
U = TypeVar("U")

MIN_CONTRAST = 4.5
"""WCAG 2.1 level AA for text of normal size."""

_SHADES = 64
_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Tokens(Generic[T]):
    """One value for each colour name; what may be written on what stands in `TEXT_ON`."""

    background: T
    """Behind tool rows and result tabs; `editor` differs from it in the light theme."""
    editor: T
    panel: T
    raised: T
    """Menus, pop-ups and tool tips."""
    hover: T
    pressed: T
    line: T
    """Borders and separators; never text."""
    alternate_row: T
    caret_line: T
    selection: T
    changed: T
    """Behind a cell that was edited and not saved."""
    accent_background: T
    accent_fill: T
    accent_hover: T
    good_background: T
    warning_background: T
    bad_background: T
    scroll_handle: T
    text: T
    dim_text: T
    faint_text: T
    """Line numbers, counts, placeholders, what is disabled. Readable on the quiet surfaces only."""
    accent_text: T
    on_accent: T
    """On `accent_fill`."""
    good: T
    warning: T
    bad: T
    on_status: T
    """On a badge filled with `good`, `warning` or `bad`."""
    keyword: T
    number: T
    string: T
    comment: T
    function: T
    column: T
    """Of a column that the database has: text with a touch of the colour of tables."""

    def map(self, convert: Callable[[T], U]) -> "Tokens[U]":
        """The same names with every value converted."""
        return Tokens(**{name: convert(getattr(self, name)) for name in TOKEN_NAMES})

    def as_dict(self) -> dict[str, T]:
        return {name: getattr(self, name) for name in TOKEN_NAMES}


TOKEN_NAMES: tuple[str, ...] = tuple(field.name for field in fields(Tokens))

_QUIET = ("background", "editor", "panel", "alternate_row")
_FLAT = (*_QUIET, "raised", "caret_line")
_STATUS = ("good_background", "warning_background", "bad_background")

TEXT_ON: dict[str, tuple[str, ...]] = {
    "text": (*_FLAT, "hover", "pressed", "selection", "changed", "accent_background", *_STATUS),
    "dim_text": (*_FLAT, "hover", "changed", *_STATUS),
    "faint_text": _QUIET,
    "accent_text": (*_QUIET, "raised"),
    "on_accent": ("accent_fill", "accent_hover"),
    "good": (*_FLAT, "good_background"),
    "warning": (*_FLAT, "warning_background"),
    "bad": (*_FLAT, "bad_background"),
    "on_status": ("good", "warning", "bad"),
    "keyword": (*_QUIET, "caret_line"),
    "number": (*_QUIET, "caret_line"),
    "string": (*_QUIET, "caret_line"),
    "comment": (*_QUIET, "caret_line"),
    "function": (*_QUIET, "caret_line"),
    "column": (*_QUIET, "caret_line"),
}
"""Which surfaces each text colour may stand on: all of these reach `MIN_CONTRAST` in both themes, by test."""


def read_tokens(path: Path) -> Tokens[str]:
    """Read one theme file; every colour is `#rrggbb` in lower case.

    Raises:
        ValueError: A token is missing, unknown, given twice or no colour.
        OSError: The file cannot be read.
    """
    found: dict[str, str] = {}
    for table in tomllib.loads(path.read_text(encoding="utf-8")).values():
        for name, value in table.items():
            if name in found or name not in TOKEN_NAMES or not _HEX.fullmatch(str(value)):
                raise ValueError(f"{path}: bad or repeated token {name} = {value!r}")
            found[name] = value
    missing = [name for name in TOKEN_NAMES if name not in found]
    if missing:
        raise ValueError(f"{path}: no value for {', '.join(missing)}")
    return Tokens(**found)


def luminance(color: str) -> float:
    """Relative luminance of an sRGB colour `#rrggbb`, 0 to 1 (WCAG 2.1)."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def readable(color: str, tokens: Tokens[str]) -> str:
    """The shade of a colour that is nearest to it and reaches `MIN_CONTRAST` on all flat surfaces of a theme."""
    surfaces = [getattr(tokens, name) for name in _FLAT]
    toward = 255 if luminance(tokens.panel) < luminance(tokens.text) else 0
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    for step in range(_SHADES + 1):
        mixed = [round(channel + (toward - channel) * step / _SHADES) for channel in channels]
        shade = "#{:02x}{:02x}{:02x}".format(*mixed)
        if all(contrast(shade, surface) >= MIN_CONTRAST for surface in surfaces):
            return shade
    return tokens.text


def contrast(first: str, second: str) -> float:
    """Contrast of two colours, 1 (none) to 21 (black on white), in either order (WCAG 2.1)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
