"""What form a value is in, and its geometries."""

import json
import re
from typing import Any, Final

from lapwing.plugins.bundled.geojson.geometry import (
    DEEPEST,
    Budget,
    Geometry,
    GeometryWrong,
    Value,
    checked,
    parts_of,
)
from lapwing.plugins.bundled.geojson.wkb import read_wkb
from lapwing.plugins.bundled.geojson.wkt import read_wkt

LONGEST: Final = 32_000_000
"""Characters or bytes of a value."""
_HEX: Final = re.compile(r"(?:\\x|0[xX]|[xX]')?((?:[0-9A-Fa-f]{2}){5,})'?")
WGS84: Final = 4326


def read_value(value: str | bytes) -> Value:
    """Geometries of GeoJSON, WKT (also with `SRID=...;`), WKB as bytes or in hexadecimal digits, in all its kinds.

    Raises:
        GeometryWrong: It is none of them, or not a right one.
    """
    if len(value) > LONGEST:
        raise GeometryWrong(f"It is longer than {LONGEST // 1_000_000} MB.")
    if isinstance(value, bytes):
        return read_wkb(value)
    text = value.strip()
    if text.startswith("{"):
        return _read_geojson(text)
    found = _HEX.fullmatch(text)
    return read_wkb(bytes.fromhex(found[1])) if found else read_wkt(text)


def _read_geojson(text: str) -> Value:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise GeometryWrong(f"It begins as JSON does, and is none: {error}.") from error
    except RecursionError as error:
        raise GeometryWrong("It is nested too deeply.") from error
    parts = [part for each in geometries_in(content, Budget()) for part in parts_of(each)]
    return Value(tuple(parts), "GeoJSON", str(content.get("type")), WGS84)


def geometries_in(content: Any, budget: Budget, where: str = "", depth: int = 0) -> list[Geometry]:
    """The geometries of a GeoJSON object: of a geometry, a feature or a collection of them; a feature may have none."""
    if not isinstance(content, dict):
        raise GeometryWrong(f"{where or 'The value'} is no object.")
    kind = content.get("type")
    if kind == "FeatureCollection" and depth <= DEEPEST:
        features = content.get("features")
        if not isinstance(features, list):
            raise GeometryWrong("The collection has no list of features.")
        found: list[Geometry] = []
        for number, each in enumerate(features):
            found += geometries_in(each, budget, f"features[{number}]", depth + 1)
        return found
    if kind == "Feature":
        geometry = content.get("geometry")
        at = f"{where}.geometry" if where else "geometry"
        return [] if geometry is None else [checked(geometry, budget, at)]
    return [checked(content, budget, where)]
