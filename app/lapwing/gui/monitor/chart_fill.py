"""Areas below and between lines, filled pixel by pixel: what it costs depends on the size of the chart alone.

Qt takes ten times as long for the outline of a noisy area as for all the rest of a chart. The edges need no smoothing,
since a smooth line lies on each.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from lapwing.gui.monitor.chart_shapes import Marks
from lapwing.gui.monitor.series_data import Floats


def heights(x: Floats, y: Floats, breaks: Marks, rect: QRectF, ratio: float) -> Floats:
    """How high a line is in each column of pixels of a plot; NaN where there is none."""
    count = max(round(rect.width() * ratio), 1)
    centres = rect.left() + (np.arange(count) + 0.5) / ratio
    if len(x) < 2:
        return np.full(count, np.nan)
    found: Floats = np.interp(centres, x, y, left=np.nan, right=np.nan)
    after = np.clip(np.searchsorted(x, centres), 1, len(x) - 1)
    found[breaks[after - 1]] = np.nan
    return found


def fill_below(
    painter: QPainter, rect: QRectF, ratio: float, tops: Sequence[Floats], bottom: Floats, colors: Sequence[QColor]
) -> None:
    """Fill from each line down to the one before, and from the first down to `bottom`.

    Args:
        painter: In the coordinates of the lines.
        rect: The plot.
        ratio: Pixels of the device for one of the painter.
        tops: Of each line, from the lowest to the uppermost, as `heights` gives it.
        bottom: As high as the ground is in each column.
        colors: One for each line; they may be transparent.
    """
    high, wide = max(round(rect.height() * ratio), 1), len(bottom)
    rows = (rect.top() + (np.arange(high, dtype=np.float32)[:, None] + 0.5) / ratio).astype(np.float32)
    with np.errstate(invalid="ignore"):
        inside = rows < bottom.astype(np.float32)[None, :]
        below = [(rows >= top.astype(np.float32)[None, :]) & inside for top in tops]
    stride = (wide + 3) // 4 * 4
    places = np.zeros((high, stride), np.uint8)
    for place in reversed(range(len(below))):
        places[:, :wide][below[place]] = place + 1
    image = QImage(places.tobytes(), wide, high, stride, QImage.Format.Format_Indexed8)
    image.setColorTable([0, *(color.rgba() for color in colors)])
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(rect.left(), rect.top()), image)
