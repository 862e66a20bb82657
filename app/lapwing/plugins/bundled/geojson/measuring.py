"""Lengths and areas on the ground.

Sources: the haversine formula; for areas Chamberlain and Duquette, Some Algorithms for Polygons on a Sphere (JPL
07-03). Both take the Earth for a sphere, so that they are about 0.5 % off.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import Final

from lapwing.plugins.bundled.geojson.geometry import Point, Shape

_MEAN_RADIUS_M: Final = 6_371_008.8


def length_m(line: Sequence[Point]) -> float:
    """Of a line in degrees."""
    return sum(_between(one, other) for one, other in itertools.pairwise(line))


def _between(one: Point, other: Point) -> float:
    low, high = math.radians(one[1]), math.radians(other[1])
    east = math.radians(other[0] - one[0]) / 2
    part = math.sin((high - low) / 2) ** 2 + math.cos(low) * math.cos(high) * math.sin(east) ** 2
    return 2 * _MEAN_RADIUS_M * math.asin(min(1.0, math.sqrt(part)))


def area_m2(shape: Shape) -> float:
    """Of an area in degrees, without its holes."""
    border, *holes = (_ring_m2(ring) for ring in shape.rings)
    return max(0.0, border - sum(holes))


def _ring_m2(ring: Sequence[Point]) -> float:
    total = 0.0
    for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
        east = math.radians(other[0] - one[0])
        total += east * (2 + math.sin(math.radians(one[1])) + math.sin(math.radians(other[1])))
    return abs(total) * _MEAN_RADIUS_M**2 / 2


def lengths_and_areas(shapes: Iterable[Shape]) -> tuple[float, float]:
    """Metres of all lines, square metres of all areas."""
    length = area = 0.0
    for shape in shapes:
        if shape.kind == "line":
            length += length_m(shape.rings[0])
        elif shape.kind == "area":
            area += area_m2(shape)
    return length, area
