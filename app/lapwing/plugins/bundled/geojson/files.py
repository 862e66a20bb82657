"""Rows as a file of GeoJSON (RFC 7946), and such a file as rows.

Numbers and JSON go from the row into the file and back as they were written: no digit is lost.
"""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
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
_NAMED: Final = re.compile(r"geom|geometry|the_geom|shape|wkt|geojson", re.IGNORECASE)
"""Names that columns of geometries have, where none is there to be seen."""
_TRUTHS: Final = {"t": "true", "true": "true", "1": "true", "f": "false", "false": "false", "0": "false"}
_LOOKED_AT: Final = 2_000
"""Rows among which a geometry is looked for."""
_TRIED: Final = 20
Row = tuple[str | None, ...]


# writing


def written_features(columns: Sequence[CellFacts], pages: Iterator[Rows]) -> Iterator[bytes]:
    """A feature for each row; the first column that holds geometries becomes its geometry, the others its properties.

    Raises:
        GeometryWrong: No column holds geometries, or one cannot be told in longitude and latitude.
    """
    first, place = _beginning(columns, pages)
    yield b'{"type":"FeatureCollection","features":['
    number = 0
    for rows in chain((first,), (page.rows for page in pages)):
        features = []
        for row in rows:
            number += 1
            features.append(f"{',' if number > 1 else ''}\n{_feature(columns, row, place, number)}")
        yield "".join(features).encode(errors="replace")
    yield b"\n]}\n"


def _beginning(columns: Sequence[CellFacts], pages: Iterator[Rows]) -> tuple[list[Row], int]:
    """The first rows, and the number of the column with geometries, which may be NULL for a while.

    Raises:
        GeometryWrong: There is no such column.
    """
    place = next((at for at, column in enumerate(columns) if _GEOMETRIC.match(column.type)), None)
    rows: list[Row] = []
    while place is None and len(rows) < _LOOKED_AT and (page := next(pages, None)) is not None:
        rows += page.rows
        place = _holding(columns, rows)
    if place is None:
        empty = [at for at in range(len(columns)) if not any(row[at] for row in rows)]
        place = next((at for at in empty if _NAMED.fullmatch(columns[at].column)), None)
    if place is None:
        raise GeometryWrong("No column holds geometries. Select one, for example ST_AsGeoJSON(geom) AS geometry.")
    return rows, place


def _holding(columns: Sequence[CellFacts], rows: Sequence[Row]) -> int | None:
    """The first column in which only geometries are found; None: none of them has any so far."""
    for place in range(len(columns)):
        texts = [text for row in rows if (text := row[place])]
        if texts and all(_is_geometry(text) for text in texts[:_TRIED]):
            return place
    return None


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
        geometry = "null" if not row[place] else _written(row[place] or "")
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


def _written(text: str) -> str:
    """A geometry; one that is GeoJSON already keeps the digits of its numbers."""
    value = read_value(text)
    if text.lstrip().startswith("{"):
        content = json.loads(text, parse_int=Verbatim, parse_float=Verbatim, parse_constant=refuse)
        if content.get("type") not in ("Feature", "FeatureCollection"):
            return _dumped(content)
    return _geometry(value)


def _geometry(value: Value) -> str:
    parts = [_in_degrees(each, value.srid) for each in value.geometries]
    return _dumped(parts[0] if len(parts) == 1 else {"type": "GeometryCollection", "geometries": parts})


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


def read_features(data: Iterable[bytes], written: Callable[[Any], str] | None = None) -> Iterator[Rows]:
    """A row for each feature: its id and properties by name, and `geometry`. Also features one a line.

    Args:
        written: Makes the text of a geometry, whose numbers are `Verbatim`; None: it stays GeoJSON.

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
        rows.append((texts, None if geometry is None else (written or _dumped)(geometry)))
    yield from _pages(tuple(names), tuple(map(_column_type, kinds)), rows, "json" if written is None else "text")


def _pages(
    names: tuple[str, ...], types: tuple[str, ...], rows: list[tuple[list[str | None], str | None]], kind: str
) -> Iterator[Rows]:
    """Early rows know fewer columns than there are in the end."""
    shape = next(name for name in ("geometry", "geometry_", "geometry__") if name not in names)
    for start in range(0, max(1, len(rows)), _PAGE):
        page = tuple(
            (*texts, *(None,) * (len(names) - len(texts)), geometry) for texts, geometry in rows[start : start + _PAGE]
        )
        yield Rows((*names, shape), (*types, kind), page, is_complete=start + _PAGE >= len(rows))


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
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
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
