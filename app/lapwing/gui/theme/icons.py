"""Line icons of `resources/icons`, drawn in a colour of the current theme whenever they are painted.

An icon made once follows the theme by itself: the engine asks for the colour at each painting, and keeps the pixmaps
it has drawn. GUI thread only.
"""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lapwing import paths

DEFAULT_PX = 16
_DISABLED = "faint_text"
_CACHE_LIMIT = 2000

ColorOf = Callable[[str], QColor]

_pixmaps: dict[tuple[str, int, int, int, float], QPixmap] = {}


def icon_names() -> list[str]:
    """All names that `icon` knows, sorted."""
    return sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg"))


@cache
def _svg(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def colored_svg(name: str, color: str) -> str:
    """The drawing called `name` with its lines in `color` (`#rrggbb`).

    Raises:
        FileNotFoundError: There is no such icon.
    """
    return _svg(name).replace("currentColor", color)


def icon_pixmap(name: str, color: QColor, size: QSize, ratio: float = 1.0) -> QPixmap:
    """The drawing at `size` (device-independent) for a screen of the given pixel ratio; kept for the next time."""
    key = (name, color.rgba(), size.width(), size.height(), ratio)
    kept = _pixmaps.get(key)
    if kept is not None:
        return kept
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(colored_svg(name, color.name()).encode()))
    side = min(size.width(), size.height())
    painter = QPainter(pixmap)
    painter.setOpacity(color.alphaF())
    renderer.render(painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side))
    painter.end()
    if len(_pixmaps) >= _CACHE_LIMIT:
        _pixmaps.clear()
    _pixmaps[key] = pixmap
    return pixmap


class _LineIconEngine(QIconEngine):
    """Draws one line icon in the colour its token has at that moment; what is disabled is faint."""

    def __init__(self, name: str, color: str, color_of: ColorOf, size: int) -> None:
        super().__init__()
        self._name = name
        self._color_name = color
        self._color_of = color_of
        self._size = size

    def _color(self, mode: QIcon.Mode) -> QColor:
        return self._color_of(_DISABLED if mode == QIcon.Mode.Disabled else self._color_name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), icon_pixmap(self._name, self._color(mode), rect.size(), ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return icon_pixmap(self._name, self._color(mode), size, scale)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def availableSizes(self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> list[QSize]:
        return [QSize(self._size, self._size)]

    def iconName(self) -> str:
        return self._name

    def isNull(self) -> bool:
        return False

    def key(self) -> str:
        return "lapwing"

    def clone(self) -> QIconEngine:
        return _LineIconEngine(self._name, self._color_name, self._color_of, self._size)


def line_icon(name: str, color: str, color_of: ColorOf, size: int = DEFAULT_PX) -> QIcon:
    """A `QIcon` that asks `color_of(color)` for its colour at each painting.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    _svg(name)
    return QIcon(_LineIconEngine(name, color, color_of, size))


def application_icon() -> QIcon:
    """The lapwing's head, for windows, task bars and About; its files are read when a size is asked for."""
    made = QIcon()
    for px in (16, 24, 32, 48, 64, 128, 256):
        made.addFile(str(paths.resources() / "icons" / "app" / f"lapwing-{px}.png"), QSize(px, px))
    return made
