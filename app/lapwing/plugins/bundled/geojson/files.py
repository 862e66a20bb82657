"""Rows as a file of GeoJSON (RFC 7946), and such a file as rows.

Numbers and JSON go from the row into the file and back as they were written: no digit is lost.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from lapwing.plugins.api import CellFacts, Rows
from lapwing.plugins.bundled.geojson.features import Verbatim, features_in, refuse
from lapwing.plugins.bundled.geojson.geometry import Budget, Geometry, GeometryWrong, Value
from lapwing.plugins.bundled.geojson.projecting import DEGREES, MERCATOR, RADIUS_M
from lapwing.plugins.bundled.geojson.reading import geometries_in, read_value

MOST_BYTES: Final = 48_000_000
_PAGE: Final = 500
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NUMERIC: Final = re.compile(r"(?:[a-z]*int|numeric|decimal|float|double|real|[a-z]*serial|number)", re.IGNORECASE)
_GEOMETRIC: Final = re.compile(r"(?:geometry|geography|[a-z]*point|[a-z]*linestring|[a-z]*polygon)\b", re.IGNORECASE)
_TRUTHS: Final = {"t": "true", "true": "true", "f": "false", "false": "false"}


# writing


def written_features(columns: Sequence[CellFacts], pages: Iterator[Rows]) -> Iterator[bytes]:
    """A feature for each row; the first column that holds geometries becomes its geometry, the others its properties.

    Raises:
        GeometryWrong: No column holds geometries, or one cannot be told in longitude and latitude.
    """
    first = next(pages, None)
    place = _geometry_column(columns, first.rows if first else ())
    yield b'{"type":"FeatureCollection","features":['
    number = 0
    for page in _with_first(first, pages):
        features = []
        for row in page.rows:
            number += 1
            features.append(f"{',' if number > 1 else ''}\n{_feature(columns, row, place, number)}")
        yield "".join(features).encode(errors="replace")
    yield b"\n]}\n"


def _with_first(first: Rows | None, rest: Iterator[Rows]) -> Iterator[Rows]:
    if first is not None:
        yield first
    yield from rest


def _geometry_column(columns: Sequence[CellFacts], rows: Sequence[tuple[str | None, ...]]) -> int:
    for place, column in enumerate(columns):
        if _GEOMETRIC.match(column.type):
            return place
    for place in range(len(columns)):
        texts = [row[place] for row in rows if row[place]]
        if texts and all(_is_geometry(text) for text in texts[:20] if text):
            return place
    raise GeometryWrong("No column holds geometries. Select one, for example ST_AsGeoJSON(geom) AS geometry.")


def _is_geometry(text: str) -> bool:
    try:
        read_value(text)
    except GeometryWrong:
        return False
    return True


def _feature(columns: Sequence[CellFacts], row: Sequence[str | None], place: int, number: int) -> str:
    properties = ",".join(
        f"{json.dumps(column.column, ensure_ascii=False)}:{_property(column.type, text)}"
        for at, (column, text) in enumerate(zip(columns, row, strict=True))
        if at != place
    )
    try:
        geometry = "null" if not row[place] else _geometry(read_value(row[place] or ""))
    except GeometryWrong as error:
        raise GeometryWrong(f"Row {number:,}: {error}") from error
    return f'{{"type":"Feature","geometry":{geometry},"properties":{{{properties}}}}}'


def _property(kind: str, text: str | None) -> str:
    if text is None:
        return "null"
    if kind.lower().startswith("bool") and text.lower() in _TRUTHS:
        return _TRUTHS[text.lower()]
    if _NUMERIC.match(kind) and _NUMBER.fullmatch(text):
        return text
    if kind.lower().startswith("json") and _is_json(text):
        return " ".join(text.splitlines())
    return json.dumps(text, ensure_ascii=False)


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=refuse)
    except (ValueError, RecursionError):
        return False
    return True


def _geometry(value: Value) -> str:
    parts = [_in_degrees(each, value.srid) for each in value.geometries]
    if len(parts) == 1:
        return json.dumps(parts[0])
    return json.dumps({"type": "GeometryCollection", "geometries": parts})


def _in_degrees(geometry: Geometry, srid: int | None) -> Geometry:
    if srid is None or srid in DEGREES:
        return geometry
    if srid in MERCATOR:
        return {**geometry, "coordinates": _unprojected(geometry["coordinates"])}
    raise GeometryWrong(f"It is in EPSG:{srid}, and GeoJSON has longitude and latitude: use ST_Transform(..., 4326).")


def _unprojected(places: Any) -> Any:
    if places and isinstance(places[0], int | float):
        x, y, *z = places
        latitude = math.degrees(2 * math.atan(math.exp(max(-700.0, min(700.0, y / RADIUS_M)))) - math.pi / 2)
        return [round(math.degrees(x / RADIUS_M), 12), round(latitude, 12), *z]
    return [_unprojected(each) for each in places]


# reading


def read_features(data: Iterable[bytes]) -> Iterator[Rows]:
    """A row for each feature: its id and properties by name, and `geometry` as GeoJSON. Also features one a line.

    Raises:
        GeometryWrong: It is no GeoJSON, in a sentence.
    """
    names: dict[str, int] = {}
    kinds: list[set[str]] = []
    rows: list[tuple[list[str | None], str | None]] = []
    for number, feature in enumerate(features_in(_whole(data))):
        geometry = feature.get("geometry") if feature["type"] == "Feature" else feature
        if geometry is not None:
            geometries_in(_plain(geometry), Budget(), f"features[{number}].geometry")
        texts: list[str | None] = [None] * len(names)
        for name, value in _values(feature, number).items():
            place = names.setdefault(name, len(names))
            if place == len(kinds):
                kinds.append(set())
                texts.append(None)
            kinds[place].add(_kind(value))
            texts[place] = _text(value)
        rows.append((texts, None if geometry is None else _dumped(geometry)))
    yield from _pages(tuple(names), tuple(map(_column_type, kinds)), rows)


def _pages(
    names: tuple[str, ...], types: tuple[str, ...], rows: list[tuple[list[str | None], str | None]]
) -> Iterator[Rows]:
    """Early rows know fewer columns than there are in the end."""
    shape = next(name for name in ("geometry", "geometry_", "geometry__") if name not in names)
    for start in range(0, max(1, len(rows)), _PAGE):
        page = tuple(
            (*texts, *(None,) * (len(names) - len(texts)), geometry) for texts, geometry in rows[start : start + _PAGE]
        )
        yield Rows((*names, shape), (*types, "json"), page, is_complete=start + _PAGE >= len(rows))


def _whole(data: Iterable[bytes]) -> str:
    found = bytearray()
    for piece in data:
        found += piece
        if len(found) > MOST_BYTES:
            raise GeometryWrong(
                f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it, or have it loaded by ogr2ogr."
            )
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GeometryWrong("The file is not UTF-8, as GeoJSON has to be.") from error


def _values(feature: dict[str, Any], number: int) -> dict[str, Any]:
    if feature["type"] != "Feature":
        return {}
    properties = feature.get("properties")
    if properties is not None and not isinstance(properties, dict):
        raise GeometryWrong(f"features[{number}].properties is no object.")
    named = dict(properties or {})
    return {"id": feature["id"], **named} if "id" in feature and "id" not in named else named


def _plain(value: Any) -> Any:
    """With numbers as numbers."""
    if isinstance(value, Verbatim):
        return float(value)
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return {name: _plain(each) for name, each in value.items()} if isinstance(value, dict) else value


def _dumped(value: Any) -> str:
    if isinstance(value, Verbatim):
        return value
    if isinstance(value, list):
        return f"[{','.join(map(_dumped, value))}]"
    if isinstance(value, dict):
        return f"{{{','.join(f'{json.dumps(k, ensure_ascii=False)}:{_dumped(v)}' for k, v in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    return _dumped(value)


def _kind(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, Verbatim):
        return "bigint" if value.lstrip("-").isdigit() and len(value) < 19 else "numeric"
    return "text" if isinstance(value, str) else "json"


def _column_type(kinds: set[str]) -> str:
    kinds = kinds - {""}
    if len(kinds) == 1:
        return next(iter(kinds))
    return "numeric" if kinds == {"bigint", "numeric"} else "text"
