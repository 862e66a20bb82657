"""The map as SVG: a grid with its coordinates, areas, lines, points, and a scale, to be seen on light and on dark."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from lapwing.plugins.bundled.geojson.geometry import Point, Shape
from lapwing.plugins.bundled.geojson.projecting import Sheet, simplified

SIZE: Final = (800, 560)
MARGIN: Final = 44
MOST_DRAWN: Final = 20_000
"""Points that are drawn; a ring with more loses those that lie closest together."""
_FIRST_LEAST: Final = 0.35
_COLOUR: Final = "#3b82d6"
_INK: Final = "currentColor"
"""The colour of the text around, so that the grid is seen on any ground."""
_LINES_OF_GRID: Final = 5
_EDGE: Final = 36
"""A label nearer to an edge would be cut off."""


def svg(shapes: Sequence[Shape], sheet: Sheet, srid: int | None, unit: str) -> tuple[bytes, int]:
    """The picture, and how many points were left out of it."""
    drawn, left_out = _drawn(shapes, sheet)
    width, height = SIZE
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    body = [*_grid(sheet, unit), *_marks(drawn), *_scale(sheet, srid)]
    return "\n".join((head, *body, "</svg>")).encode(), left_out


def _drawn(shapes: Sequence[Shape], sheet: Sheet) -> tuple[list[Shape], int]:
    placed = [Shape(each.kind, tuple(tuple(sheet.place(p) for p in ring) for ring in each.rings)) for each in shapes]
    count = _points(placed)
    least = _FIRST_LEAST
    found = _thinned(placed, least)
    while _points(found) > MOST_DRAWN and least < SIZE[0]:
        least *= 2
        found = _thinned(found, least)
    return found, count - _points(found)


def _points(shapes: Sequence[Shape]) -> int:
    return sum(len(ring) for shape in shapes for ring in shape.rings)


def _thinned(shapes: Sequence[Shape], least: float) -> list[Shape]:
    """Without points, rings and areas that could not be told from their neighbours."""
    cell = max(least, 0.5)
    seen: set[tuple[int, int, str]] = set()
    found = []
    for shape in shapes:
        across, up = shape.rings[0][0]
        spot = (int(across / cell), int(up / cell), shape.kind)
        if shape.kind == "point":
            if spot not in seen:
                seen.add(spot)
                found.append(shape)
            continue
        rings = [simplified(ring, least) for ring in shape.rings]
        if len(rings[0]) <= 2 and _is_tiny(rings[0], least):
            if spot in seen:
                continue
            seen.add(spot)
        inner = [ring for ring in rings[1:] if not _is_tiny(ring, least)]
        found.append(Shape(shape.kind, tuple(tuple(ring) for ring in (rings[0], *inner))))
    return found


def _is_tiny(ring: Sequence[Point], least: float) -> bool:
    return all(abs(x - ring[0][0]) < least and abs(y - ring[0][1]) < least for x, y in ring)


def _marks(shapes: Sequence[Shape]) -> Iterator[str]:
    lines = " ".join(_path(ring, "") for shape in shapes if shape.kind == "line" for ring in shape.rings)
    points = [shape.rings[0][0] for shape in shapes if shape.kind == "point"]
    style = f'fill="{_COLOUR}" fill-opacity="0.25" fill-rule="evenodd" stroke="{_COLOUR}" stroke-width="1.5"'
    for shape in shapes:
        if shape.kind == "area":  # each by itself: where two lie over each other is no hole
            yield f'<path d="{" ".join(_path(ring, "Z") for ring in shape.rings)}" {style} stroke-linejoin="round"/>'
    if lines:
        style = 'stroke-width="2" stroke-linejoin="round" stroke-linecap="round"'
        yield f'<path d="{lines}" fill="none" stroke="{_COLOUR}" {style}/>'
    radius = 4.5 if len(points) <= 200 else 2.5 if len(points) <= 5_000 else 1.2
    for x, y in points:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{_COLOUR}" fill-opacity="0.8"/>'


def _path(ring: Sequence[Point], end: str) -> str:
    first, *rest = (f"{x:.1f} {y:.1f}" for x, y in ring)
    return f"M{first}{''.join(f'L{each}' for each in rest) or f'L{first}'}{end}"


# grid and scale


def _grid(sheet: Sheet, unit: str) -> Iterator[str]:
    """Lines at round coordinates over the whole sheet, with what they are at the edges."""
    width, height = SIZE
    x0, y0 = sheet.point_at((0, height))
    x1, y1 = sheet.point_at((width, 0))
    most_x, most_y = (180.0, 90.0) if unit == "°" else (math.inf, math.inf)
    digits = _digits(x1 - x0)
    for value in (each for each in round_values(x0, x1) if abs(each) <= most_x):
        x, _ = sheet.place((value, sheet.bounds.bottom))
        yield f'<path d="M{x:.1f} 0V{height}" stroke="{_INK}" stroke-opacity="0.15" fill="none"/>'
        if _EDGE < x < width - _EDGE:
            yield _label(x, height - 8, _coordinate(value, digits, unit, "EW"), "middle")
    digits = _digits(y1 - y0)
    for value in (each for each in round_values(y0, y1) if abs(each) <= most_y):
        _, y = sheet.place((sheet.bounds.left, value))
        yield f'<path d="M0 {y:.1f}H{width}" stroke="{_INK}" stroke-opacity="0.15" fill="none"/>'
        yield _label(6, y - 4, _coordinate(value, digits, unit, "NS"), "start")


def round_values(low: float, high: float) -> list[float]:
    """About five round numbers between two."""
    span = high - low
    if not span > 0 or not math.isfinite(span):
        return []
    step = nice(span / _LINES_OF_GRID)
    first = math.ceil(low / step)
    return [number * step for number in range(first, first + 40) if number * step <= high]


def nice(value: float) -> float:
    """The nearest 1, 2 or 5 times a power of ten that is not larger."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(times * power for times in (5.0, 2.0, 1.0) if times * power <= value * 1.000001)


def _digits(span: float) -> int:
    """How many digits behind the point tell the lines of a grid apart."""
    return max(0, min(9, -math.floor(math.log10(nice(span / _LINES_OF_GRID))))) if span > 0 else 0


def _coordinate(value: float, digits: int, unit: str, letters: str) -> str:
    if unit != "°":
        return f"{value:,.{digits}f}"
    shown = f"{abs(value):.{digits}f}"
    return f"{shown}°{letters[0] if value > 0 else letters[1]}" if float(shown) else "0°"


def _label(x: float, y: float, text: str, anchor: str) -> str:
    font = 'font-family="sans-serif" font-size="11"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {font} fill="{_INK}" fill-opacity="0.7" text-anchor="{anchor}">{text}</text>'


def _scale(sheet: Sheet, srid: int | None) -> Iterator[str]:
    """A bar of a round length, at the lower right."""
    a_pixel, unit = sheet.units_a_pixel(srid)
    length = nice(a_pixel * 160)
    pixels = length / a_pixel
    right, y = SIZE[0] - 16, SIZE[1] - 34
    style = f'fill="none" stroke="{_INK}" stroke-opacity="0.7" stroke-width="1.5"'
    yield f'<path d="M{right - pixels:.1f} {y - 5}v5h{pixels:.1f}v-5" {style}/>'
    yield _label(right - pixels / 2, y - 9, length_text(length, unit), "middle")


def length_text(length: float, unit: str) -> str:
    """Such as `2 km`, `500 m`, `5 cm`, `20 units`."""
    if unit != "m":
        return f"{length:,.12g} {unit}"
    if length >= 1_000:
        return f"{length / 1_000:,.12g} km"
    return f"{length:g} m" if length >= 1 else f"{length * 100:g} cm" if length >= 0.01 else f"{length * 1_000:g} mm"
