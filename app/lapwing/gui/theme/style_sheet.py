"""The one style sheet, made of `resources/themes/lapwing.qss` and the tokens of a theme."""

from functools import cache
from string import Template

from lapwing import paths
from lapwing.gui.theme.tokens import Tokens

SVG_USES: dict[str, tuple[str, str]] = {
    "branch-closed": ("chevron-right", "faint_text"),
    "branch-open": ("chevron-down", "faint_text"),
    "down": ("chevron-down", "dim_text"),
    "down-off": ("chevron-down", "line"),
    "up": ("chevron-up", "dim_text"),
    "up-off": ("chevron-up", "line"),
    "right": ("chevron-right", "dim_text"),
    "left": ("chevron-left", "dim_text"),
    "close": ("close", "faint_text"),
    "close-hover": ("close", "text"),
    "check": ("check", "on_accent"),
    "check-off": ("check", "faint_text"),
    "minus": ("minus", "on_accent"),
    "menu-check": ("check", "text"),
}
"""Drawings that only a style sheet can place: file `resources/themes/<mode>/<key>.svg` is this icon in this token's
colour. Style sheets name files, so they are shipped; a test compares them with their source."""


def image_prefix(mode: str) -> str:
    """The `QDir` search path under which the style sheet finds the drawings of `dark` or `light`."""
    return f"lapwing{mode}"


@cache
def _template() -> Template:
    return Template((paths.resources() / "themes" / "lapwing.qss").read_text(encoding="utf-8"))


def style_sheet(tokens: Tokens[str], mode: str) -> str:
    """The style sheet of the whole program for one theme.

    Raises:
        KeyError: The template names a token that does not exist.
    """
    return _template().substitute(tokens.as_dict(), images=image_prefix(mode))
