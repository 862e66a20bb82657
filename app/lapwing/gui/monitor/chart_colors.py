"""The colours of a chart, out of the theme in use."""

from typing import Final

from PySide6.QtGui import QColor

from lapwing.domain.monitoring.annotations import AnnotationKind
from lapwing.gui.theme import Theme
from lapwing.gui.theme.tokens import TOKEN_NAMES

SERIES: Final = ("accent_text", "good", "warning", "keyword+1", "dim_text", "text")
"""In the order in which series without a colour of their own take them.

Of all sets that begin with these three it is one that stays furthest apart in both themes, for people with any of the
three deficiencies of colour vision, too. `bad` is for what is bad.
"""
_SHADES: Final = {"1": ("text", 0.45), "2": ("panel", 0.4)}
"""What stands behind a plus: how far a colour goes towards another."""
_ROUNDS: Final = ("", "+2", "+1")

ANNOTATIONS: Final = {
    AnnotationKind.NOTE: "warning",
    AnnotationKind.DDL: "keyword",
    AnnotationKind.RESTART: "text",
    AnnotationKind.ALERT: "bad",
}


def color_name(place: int) -> str:
    """The colour of the series at a place: `accent_text`, and in later rounds a shade of it."""
    turn, place = divmod(place, len(SERIES))
    return SERIES[place] + _ROUNDS[turn % len(_ROUNDS)]


def color_of(name: str) -> QColor:
    """A token, a shade of one, or `#rrggbb`; anything else, as in a file of another hand, is as text."""
    token, *shades = name.split("+")
    theme = Theme.current()
    if not (is_hex(token) or token in TOKEN_NAMES):
        return theme.colors.text
    color = theme.color(token.lower())
    for shade in shades:
        if shade in _SHADES:
            toward, share = _SHADES[shade]
            color = mixed(color, theme.color(toward), share)
    return color


def is_hex(name: str) -> bool:
    """Whether a colour is written as `#rrggbb`."""
    return len(name) == 7 and name[0] == "#" and all(digit in "0123456789abcdefABCDEF" for digit in name[1:])


def mixed(color: QColor, other: QColor, share: float) -> QColor:
    """A colour with a share (0 to 1) of another."""
    return QColor(
        round(color.red() + (other.red() - color.red()) * share),
        round(color.green() + (other.green() - color.green()) * share),
        round(color.blue() + (other.blue() - color.blue()) * share),
    )


def faded(color: QColor, alpha: float) -> QColor:
    """A colour that lets shine through what is behind it."""
    made = QColor(color)
    made.setAlphaF(alpha)
    return made


def fill_of(color: QColor) -> QColor:
    """Under a line of that colour."""
    return faded(color, 0.20 if Theme.current().is_dark else 0.14)


def state_color(value: float | None, warning: float | None, bad: float | None) -> str:
    """`bad`, `warning` or empty, by the bounds of a panel; with `bad` below `warning` small values are the bad ones."""
    if value is None:
        return ""
    falls = warning is not None and bad is not None and bad < warning
    for bound, token in ((bad, "bad"), (warning, "warning")):
        if bound is not None and (value <= bound if falls else value >= bound):
            return token
    return ""
