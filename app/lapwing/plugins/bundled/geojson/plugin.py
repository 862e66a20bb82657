"""The map of a value, and files of GeoJSON."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from lapwing.plugins.api import CellFacts, Document, DocumentPart, PartKind, Plugin, Rows
from lapwing.plugins.bundled.geojson.drawing import MARGIN, SIZE, svg
from lapwing.plugins.bundled.geojson.files import read_features, written_features
from lapwing.plugins.bundled.geojson.geometry import GeometryWrong, Shape, Value, shapes_of
from lapwing.plugins.bundled.geojson.measuring import lengths_and_areas
from lapwing.plugins.bundled.geojson.projecting import Bounds, Sheet, bounds_of, is_in_degrees
from lapwing.plugins.bundled.geojson.reading import read_value
from lapwing.plugins.bundled.geojson.wkt import written_wkt

AS_WKT: Final = "geojson-wkt"
_NAMES: Final = {"point": ("point", "points"), "line": ("line", "lines"), "area": ("area", "areas")}


class GeoJson(Plugin):
    """Everything is worked out from the value; nothing is fetched, and no map of the world lies below."""

    def view_value(self, viewer_id: str, cell: CellFacts, value: str | bytes | None) -> Document:
        if value is None:
            return _said("It is NULL.")
        try:
            read = read_value(value)
        except GeometryWrong as error:
            return _said(str(error))
        shapes = [shape for geometry in read.geometries for shape in shapes_of(geometry)]
        bounds = bounds_of(shapes)
        if bounds is None:
            return _said(f"It is an empty {read.kind}: there is nothing to draw.")
        return _map(read, shapes, bounds)

    def export_rows(self, format_id: str, columns: Sequence[CellFacts], rows: Iterator[Rows]) -> Iterator[bytes]:
        return written_features(columns, rows)

    def import_rows(self, format_id: str, data: Iterator[bytes]) -> Iterator[Rows]:
        return read_features(data, written_wkt if format_id == AS_WKT else None)


def _said(words: str) -> Document:
    return Document("Map", (DocumentPart(PartKind.TEXT, text=words),))


def _map(read: Value, shapes: Sequence[Shape], bounds: Bounds) -> Document:
    is_degrees = is_in_degrees(read.srid, bounds)
    sheet = Sheet(bounds, SIZE, MARGIN, is_degrees=is_degrees)
    picture, left_out = svg(shapes, sheet, read.srid, "°" if is_degrees else "")
    facts = _facts(read, shapes, bounds, is_degrees)
    if left_out:
        facts.append(("Left out of the picture", f"{left_out:,} points that lie too close to others to be seen"))
    alt = f"A map of {dict(facts)['Holds']}, from {dict(facts)['West to east']} and {dict(facts)['South to north']}."
    drawn = DocumentPart(PartKind.SVG, data=picture, alt=alt)
    return Document("Map", (drawn, DocumentPart(PartKind.KEY_VALUES, pairs=tuple(facts))))


def _facts(read: Value, shapes: Sequence[Shape], bounds: Bounds, is_degrees: bool) -> list[tuple[str, str]]:
    counts = {kind: sum(shape.kind == kind for shape in shapes) for kind in _NAMES}
    points = sum(len(ring) for shape in shapes for ring in shape.rings)
    holds = ", ".join(f"{n:,} {_NAMES[kind][n != 1]}" for kind, n in counts.items() if n)
    unit = "°" if is_degrees else ""
    facts = [
        ("Type", f"{read.kind} ({read.form})"),
        ("Holds", holds),
        ("Points", f"{points:,}"),
        ("West to east", f"{bounds.left:.9g}{unit} to {bounds.right:.9g}{unit}"),
        ("South to north", f"{bounds.bottom:.9g}{unit} to {bounds.top:.9g}{unit}"),
        ("Reference system", _system(read.srid, is_degrees)),
    ]
    if is_degrees:
        measured = zip(("Length", "Area"), lengths_and_areas(shapes), ("m", "m²"), strict=True)
        facts += [(name, _quantity(value, unit)) for name, value, unit in measured if value > 0]
    return facts


def _system(srid: int | None, is_degrees: bool) -> str:
    if srid is not None:
        return f"EPSG:{srid}"
    return "not said; taken for longitude and latitude" if is_degrees else "not said"


def _quantity(value: float, unit: str) -> str:
    """About, since the Earth is taken for a sphere."""
    factor, large = (1e3, "km") if unit == "m" else (1e6, "km²")
    if value >= factor:
        value, unit = value / factor, large
    digits = max(0, 3 - math.floor(math.log10(value)))
    return f"about {round(value, 3 - math.floor(math.log10(value))):,.{digits}f} {unit}"
