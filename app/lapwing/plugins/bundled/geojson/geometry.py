"""Geometries as GeoJSON has them (RFC 7946), whatever form they came in, and checking that they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

Geometry = dict[str, Any]
"""`{"type": "Point", "coordinates": [x, y]}` and the like; of a collection `geometries`."""
Point = tuple[float, float]
MOST_POINTS: Final = 200_000
DEEPEST: Final = 20
LEVELS: Final = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How deep lists of positions are nested in `coordinates`."""


class GeometryWrong(ValueError):
    """It is no geometry, in a sentence."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that was read.

    Attributes:
        geometries: Its parts; None of them is a collection.
        form: What it was written in, such as `WKT`.
        srid: Its reference system; None: it does not say.
        kind: Its type as a whole.
    """

    geometries: tuple[Geometry, ...]
    form: str
    kind: str
    srid: int | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn in one go: a point, a line, or an area with holes (the first ring is its border)."""

    kind: str
    """`point`, `line`, `area`."""
    rings: tuple[tuple[Point, ...], ...]


class Budget:
    """Counts the points of a value, so that a huge one is refused before it fills the memory."""

    def __init__(self) -> None:
        self._left = MOST_POINTS

    def take(self, count: int = 1) -> None:
        """Raises:
        GeometryWrong: There are too many.
        """
        self._left -= count
        if self._left < 0:
            raise GeometryWrong(f"It has more than {MOST_POINTS:,} points. Simplify it, or take a part of it.")


def parts_of(geometry: Geometry, depth: int = 0) -> Iterator[Geometry]:
    """The geometry, or those in a collection."""
    if geometry["type"] != "GeometryCollection":
        yield geometry
        return
    if depth > DEEPEST:
        raise GeometryWrong("Its collections are nested too deeply.")
    for each in geometry["geometries"]:
        yield from parts_of(each, depth + 1)


def shapes_of(geometry: Geometry) -> Iterator[Shape]:
    """What there is to draw of a geometry that is no collection; empty ones give nothing."""
    kind, places = geometry["type"], geometry["coordinates"]
    if kind == "Point" and places:
        yield Shape("point", ((_flat(places),),))
    elif kind == "MultiPoint":
        yield from (Shape("point", ((_flat(each),),)) for each in places if each)
    elif kind == "LineString" and places:
        yield Shape("line", (_ring(places),))
    elif kind == "MultiLineString":
        yield from (Shape("line", (_ring(each),)) for each in places if each)
    elif kind == "Polygon" and places and places[0]:
        yield Shape("area", tuple(_ring(each) for each in places if each))
    elif kind == "MultiPolygon":
        yield from (Shape("area", tuple(_ring(ring) for ring in each if ring)) for each in places if each and each[0])


def _flat(place: list[float]) -> Point:
    return place[0], place[1]


def _ring(places: list[list[float]]) -> tuple[Point, ...]:
    return tuple((place[0], place[1]) for place in places)


def checked(geometry: Any, budget: Budget, where: str = "", depth: int = 0) -> Geometry:
    """What a JSON value says, where it is a geometry.

    Raises:
        GeometryWrong: It is none; the sentence says where.
    """
    if not isinstance(geometry, dict):
        raise GeometryWrong(f"{where or 'The value'} is no geometry: an object with `type` and `coordinates`.")
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        return {"type": kind, "geometries": _collection(geometry, budget, where, depth)}
    if not isinstance(kind, str) or kind not in LEVELS:
        said = f"“{str(kind)[:40]}”" if kind is not None else "missing"
        raise GeometryWrong(f"{where + ': t' if where else 'T'}he type of the geometry is {said}.")
    at = f"{where}.coordinates" if where else "coordinates"
    return {"type": kind, "coordinates": _places(geometry.get("coordinates"), LEVELS[kind], at, budget)}


def _collection(geometry: dict[str, Any], budget: Budget, where: str, depth: int) -> list[Geometry]:
    parts = geometry.get("geometries")
    at = f"{where}.geometries" if where else "geometries"
    if depth > DEEPEST:
        raise GeometryWrong("Its collections are nested too deeply.")
    if not isinstance(parts, list):
        raise GeometryWrong(f"{at} is no list.")
    return [checked(each, budget, f"{at}[{number}]", depth + 1) for number, each in enumerate(parts)]


def _places(places: Any, level: int, where: str, budget: Budget) -> Any:
    if not isinstance(places, list):
        raise GeometryWrong(f"{where} is no list.")
    if level:
        return [_places(each, level - 1, f"{where}[{number}]", budget) for number, each in enumerate(places)]
    budget.take()
    if not places:
        return []  # an empty point
    if len(places) < 2 or not all(_is_number(each) for each in places):
        raise GeometryWrong(f"{where} is no position: at least two finite numbers.")
    return places[:3]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300
