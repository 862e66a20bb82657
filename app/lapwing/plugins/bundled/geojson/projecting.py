"""From coordinates to places on a sheet, and back for the scale.

Source: Snyder, Map Projections: A Working Manual (USGS 1395): Mercator (spherical), equidistant cylindrical.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lapwing.plugins.bundled.geojson.geometry import Point, Shape

RADIUS_M: Final = 6_378_137.0
"""Of the sphere that web maps use."""
_MERCATOR_MOST: Final = 85.0
DEGREES: Final = frozenset({4326, 4258, 4269, 4979})
MERCATOR: Final = frozenset({3857, 900913, 102100})


@dataclass(frozen=True, slots=True)
class Bounds:
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def bounds_of(shapes: Iterable[Shape]) -> Bounds | None:
    """Of all points; None: there are none."""
    points = [point for shape in shapes for ring in shape.rings for point in ring]
    if not points:
        return None
    across, up = [x for x, _ in points], [y for _, y in points]
    return Bounds(min(across), min(up), max(across), max(up))


def is_in_degrees(srid: int | None, bounds: Bounds) -> bool:
    """Whether coordinates are longitude and latitude: as the value says, else by what they are."""
    fits = bounds.left >= -180.001 and bounds.right <= 360.001 and bounds.bottom >= -90.001 and bounds.top <= 90.001
    return fits and (srid is None or srid in DEGREES)


class Sheet:
    """A sheet of a size in pixels, onto which bounds fit with a margin.

    Args:
        is_degrees: Whether coordinates are degrees; they are drawn in Mercator's projection, near the poles plainly.
    """

    def __init__(self, bounds: Bounds, size: tuple[int, int], margin: int, *, is_degrees: bool) -> None:
        self.bounds = bounds
        self._is_mercator = is_degrees and bounds.bottom >= -_MERCATOR_MOST and bounds.top <= _MERCATOR_MOST
        self._is_degrees = is_degrees
        self._stretch = 1.0
        if is_degrees and not self._is_mercator:
            self._stretch = max(0.05, math.cos(math.radians((bounds.bottom + bounds.top) / 2)))
        left, bottom = self._plane((bounds.left, bounds.bottom))
        right, top = self._plane((bounds.right, bounds.top))
        wide, high = size[0] - 2 * margin, size[1] - 2 * margin
        least = max(abs(left), abs(right), abs(bottom), abs(top), 1e-9) * 1e-12
        self.scale = min(wide / max(right - left, least), high / max(top - bottom, least))
        if max(right - left, top - bottom) <= least:  # one point: about a kilometre around it
            self.scale = min(wide, high) / self._around(bounds.bottom)
        self._middle = ((left + right) / 2, (bottom + top) / 2)
        self._centre = (size[0] / 2, size[1] / 2)

    def _around(self, latitude: float) -> float:
        if self._is_mercator:
            return 1_000.0 / max(0.05, math.cos(math.radians(latitude)))
        return 0.01 if self._is_degrees else 1_000.0

    def _plane(self, point: Point) -> Point:
        x, y = point
        if self._is_mercator:
            return math.radians(x) * RADIUS_M, math.log(math.tan(math.pi / 4 + math.radians(y) / 2)) * RADIUS_M
        return x * self._stretch, y

    def place(self, point: Point) -> Point:
        """Pixels from the left and from the top."""
        x, y = self._plane(point)
        across = self._centre[0] + (x - self._middle[0]) * self.scale
        return across, self._centre[1] - (y - self._middle[1]) * self.scale

    def point_at(self, place: Point) -> Point:
        """The coordinates of a place on the sheet."""
        x = self._middle[0] + (place[0] - self._centre[0]) / self.scale
        y = self._middle[1] - (place[1] - self._centre[1]) / self.scale
        if self._is_mercator:
            return math.degrees(x / RADIUS_M), math.degrees(math.atan(math.sinh(y / RADIUS_M)))
        return x / self._stretch, y

    def units_a_pixel(self, srid: int | None) -> tuple[float, str]:
        """How much of the ground a pixel in the middle is: in metres, or in the units of the coordinates."""
        if self._is_mercator:
            y = self._middle[1] / RADIUS_M
            return 1 / math.cosh(y) / self.scale, "m"
        if self._is_degrees:
            return math.radians(1.0) * RADIUS_M / self.scale, "m"
        if srid in MERCATOR:
            return 1 / math.cosh(min(20.0, abs(self._middle[1]) / RADIUS_M)) / self.scale, "m"
        return 1 / self.scale, "units"


def simplified(ring: Sequence[Point], least: float) -> list[Point]:
    """Places of a ring without those nearer than `least` pixels to the last that is kept; its ends are kept."""
    kept = [ring[0]]
    square = least * least
    for point in ring[1:-1]:
        if (point[0] - kept[-1][0]) ** 2 + (point[1] - kept[-1][1]) ** 2 >= square:
            kept.append(point)
    if len(ring) > 1:
        kept.append(ring[-1])
    return kept
