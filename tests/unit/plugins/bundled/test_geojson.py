"""Geometries in all their forms: drawn, exported, imported; what is wrong is told in words."""

import json
import math
import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.gui.plugins.svg_reading import safe_svg
from lapwing.plugins.api import CellFacts, Document, PartKind, Rows
from lapwing.plugins.bundled.geojson.drawing import MOST_DRAWN, SIZE, length_text, nice
from lapwing.plugins.bundled.geojson.geometry import GeometryWrong, Shape
from lapwing.plugins.bundled.geojson.measuring import area_m2, length_m
from lapwing.plugins.bundled.geojson.plugin import GeoJson
from lapwing.plugins.bundled.geojson.projecting import Bounds, Sheet
from lapwing.plugins.bundled.geojson.reading import read_value

POINT = {"type": "Point", "coordinates": [16.5, 48.25]}
SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]
_EWKB_POINT = "0101000020E610000000000000008030400000000000204840"
"""As PostGIS writes SRID=4326;POINT(16.5 48.25)."""


def geometries(value: str | bytes) -> list[dict[str, object]]:
    return list(read_value(value).geometries)


def seen(value: str | bytes | None) -> Document:
    return GeoJson().view_value("map", CellFacts("c", "geometry"), value)


def picture(document: Document) -> ET.Element:
    part = document.parts[0]
    assert part.kind is PartKind.SVG
    assert part.alt
    assert len(part.data) < 4_000_000
    return ET.fromstring(part.data)


def facts(document: Document) -> dict[str, str]:
    return dict(document.parts[1].pairs)


# reading


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (json.dumps(POINT), [POINT]),
        ("POINT(16.5 48.25)", [POINT]),
        (" srid=4326;Point Z (16.5 48.25 200) ", [{"type": "Point", "coordinates": [16.5, 48.25, 200.0]}]),
        ("POINTM(16.5 48.25 7)", [POINT]),
        ("POINT ZM (16.5 48.25 200 7)", [{"type": "Point", "coordinates": [16.5, 48.25, 200.0]}]),
        (_EWKB_POINT, [POINT]),
        (f"\\x{_EWKB_POINT.lower()}", [POINT]),
        (bytes.fromhex(_EWKB_POINT), [POINT]),
        (struct.pack("<IBIdd", 4326, 1, 1, 16.5, 48.25), [POINT]),
        (struct.pack("<IBIdd", 0, 1, 1, 16.5, 48.25), [POINT]),
        (struct.pack("<IBIIdddd", 0, 1, 2, 2, 0, 0, 1, 1), [{"type": "LineString", "coordinates": [[0, 0], [1, 1]]}]),
        (struct.pack(">BIdd", 0, 1, 16.5, 48.25), [POINT]),
        (struct.pack("<BIdddd", 1, 3001, 16.5, 48.25, 1, 2), [{"type": "Point", "coordinates": [16.5, 48.25, 1.0]}]),
        (b"GP\x00\x03" + struct.pack("<i4d", 4326, 0, 0, 0, 0) + struct.pack("<BIdd", 1, 1, 16.5, 48.25), [POINT]),
        ("MULTIPOINT(1 2,3 4)", [{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}]),
        ("MULTIPOINT((1 2),(3 4))", [{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}]),
        ("LINESTRING(.5 -1e2, 3. 4)", [{"type": "LineString", "coordinates": [[0.5, -100], [3, 4]]}]),
        (
            "POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1))",
            [{"type": "Polygon", "coordinates": [SQUARE, HOLE]}],
        ),
        ("MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)))", [{"type": "MultiPolygon", "coordinates": [[SQUARE]]}]),
        (
            "GEOMETRYCOLLECTION(POINT(16.5 48.25),GEOMETRYCOLLECTION(LINESTRING(1 2,3 4)))",
            [POINT, {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}],
        ),
        ("GEOMETRYCOLLECTION EMPTY", []),
        ("POINT EMPTY", [{"type": "Point", "coordinates": []}]),
        (json.dumps({"type": "Feature", "geometry": None, "properties": {}}), []),
    ],
)
def test_a_geometry_is_read_in_each_of_its_forms(value: str | bytes, found: list[object]) -> None:
    assert geometries(value) == found


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", "It is no geometry in WKT: no name of a geometry, at character 1."),
        ("hello", "no name of a geometry, at character 1"),
        ("POINT(1)", "a position has two to four numbers, at character 8"),
        ("POINT(1 2", "“)” is missing, at character 10"),
        ("POINT(1 2) x", "something behind its end, at character 12"),
        ("POINT(1 1e999)", "a number that is too large"),
        ("CIRCULARSTRING(0 0,1 1,2 0)", "It has curves."),
        ("GEOMETRYCOLLECTION(" * 100 + "POINT(1 2)", "nested too deeply"),
        ("{", "begins as JSON does"),
        ("[" * 9 + "{}", "a character that cannot stand there, at character 1"),
        ('{"type":"Sphere"}', "The type of the geometry is “Sphere”."),
        ('{"type":"Point","coordinates":[1,"x"]}', "coordinates is no position"),
        ('{"type":"Point","coordinates":[1,NaN]}', "coordinates is no position"),
        ('{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3]]}}]}',
         "features[0].geometry.coordinates[1] is no position"),
        (_EWKB_POINT[:-2], "it ends too early"),
        (_EWKB_POINT + "00", "1 bytes are left"),
        ("01020000000FFFFFFF", "it ends before them|ends before them"),
        (b"\x00\x01\x02", "neither GeoJSON nor WKT nor WKB"),
        (struct.pack("<BIdd", 1, 1, float("inf"), 0), "no finite number"),
        ("POINT EMPTY", "It is an empty Point: there is nothing to draw."),
        (None, "It is NULL."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_words(value: str | bytes | None, words: str) -> None:
    (part,) = seen(value).parts
    assert part.kind is PartKind.TEXT
    assert re.search(words if "|" in words else re.escape(words), part.text)


@given(st.text() | st.binary() | st.binary().map(bytes.hex) | st.text("POINTLESGMUY()., 0123456789-eZ"))
def test_no_value_disturbs_the_viewer(value: str | bytes) -> None:
    assert seen(value).parts


@given(st.binary(max_size=40), st.integers(0, 60), st.integers(0, 255))
def test_broken_wkb_is_told_or_drawn(tail: bytes, at: int, byte: int) -> None:
    data = bytearray(struct.pack("<BII", 1, 7, 2) + bytes.fromhex(_EWKB_POINT) + tail)
    data[at % len(data)] = byte
    assert seen(bytes(data)).parts


# drawing


def test_a_map_shows_areas_with_holes_lines_and_points_with_a_scale() -> None:
    value = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [SQUARE, HOLE]}, "properties": {}},
            {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[0, 0], [4, 4]]}, "properties": {}},
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [3, 1]}, "properties": {}},
        ],
    }
    document = seen(json.dumps(value))
    drawn = picture(document)
    name = "{http://www.w3.org/2000/svg}"
    (area,) = [each for each in drawn.iter(f"{name}path") if each.get("fill-rule") == "evenodd"]
    assert (area.get("d") or "").count("M") == 2
    assert len(list(drawn.iter(f"{name}circle"))) == 1
    labels = [each.text or "" for each in drawn.iter(f"{name}text")]
    assert {"1°E", "2.0°N", "100 km"} <= set(labels)
    told = facts(document)
    assert (told["Holds"], told["Type"]) == ("1 point, 1 line, 1 area", "FeatureCollection (GeoJSON)")
    assert (told["Length"], told["Area"]) == ("about 628.8 km", "about 185,300 km²")


def test_the_window_takes_a_map_as_it_is_and_draws_it_in_its_own_colours() -> None:
    part = seen("POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1))").parts[0]
    safe = safe_svg(part.data, "#123456")
    assert safe.follows_text
    kept, drawn = ET.fromstring(safe.data), ET.fromstring(part.data)
    assert [each.tag for each in kept.iter()] == [each.tag for each in drawn.iter()]
    assert b"#123456" in safe.data


def test_all_that_is_drawn_lies_on_the_sheet_and_north_is_up() -> None:
    for bounds in (
        Bounds(-180, -90, 180, 90),
        Bounds(16.3, 48.1, 16.5, 48.3),
        Bounds(3, 4, 3, 4),
        Bounds(0, 60, 1, 60),
    ):
        sheet = Sheet(bounds, SIZE, 40, is_degrees=True)
        (left, bottom), (right, top) = (
            sheet.place(p) for p in ((bounds.left, bounds.bottom), (bounds.right, bounds.top))
        )
        assert 39 <= left <= right <= SIZE[0] - 39
        assert 39 <= top <= bottom <= SIZE[1] - 39
        assert sheet.point_at(sheet.place((bounds.left, bounds.top))) == pytest.approx((bounds.left, bounds.top))


def test_the_scale_is_that_of_the_ground() -> None:
    for latitude in (0.0, 60.0):
        sheet = Sheet(Bounds(10, latitude, 10.1, latitude + 0.001), SIZE, 40, is_degrees=True)
        (a, _), (b, _) = sheet.place((10, latitude)), sheet.place((10.1, latitude))
        metres = (b - a) * sheet.units_a_pixel(None)[0]
        assert metres == pytest.approx(length_m([(10, latitude), (10.1, latitude)]), rel=0.003)
    assert sheet.units_a_pixel(None)[1] == "m"
    assert Sheet(Bounds(0, 0, 9e5, 9e5), SIZE, 40, is_degrees=False).units_a_pixel(31256)[1] == "units"


def test_lengths_and_areas_are_those_of_known_places() -> None:
    assert length_m([(16.3738, 48.2082), (13.4050, 52.5200)]) == pytest.approx(524_000, rel=0.005)  # Vienna, Berlin
    world = Shape("area", (((-180, -90), (180, -90), (180, 90), (-180, 90), (-180, -90)),))
    assert area_m2(world) == pytest.approx(510.1e12, rel=0.005)
    assert [nice(each) for each in (1.0, 4.9, 5.1, 0.03, 999)] == [1, 2, 5, 0.02, 500]
    assert [length_text(each, "m") for each in (2000, 500, 0.05, 0.002)] == ["2 km", "500 m", "5 cm", "2 mm"]


def test_a_huge_value_is_thinned_and_says_so_and_a_larger_one_is_refused() -> None:
    line = [[math.cos(n / 1e4) * n / 1e4, math.sin(n / 1e4) * n / 1e4] for n in range(60_000)]
    document = seen(json.dumps({"type": "LineString", "coordinates": line}))
    drawn = picture(document)
    assert sum((each.get("d") or "").count("L") for each in drawn.iter()) <= MOST_DRAWN
    assert "points that lie too close" in facts(document)["Left out of the picture"]
    scattered = [[n * 7919 % 36_000 / 100 - 180, n * 104_729 % 17_000 / 100 - 85] for n in range(40_000)]
    assert (
        len(list(picture(seen(json.dumps({"type": "MultiPoint", "coordinates": scattered}))).iter())) <= MOST_DRAWN + 40
    )
    (told,) = seen("MULTIPOINT(" + "1 2," * 200_000 + "1 2)").parts
    assert "more than 200,000 points" in told.text


# files

COLUMNS = (CellFacts("id", "bigint"), CellFacts("at", "geometry(Point,4326)"), CellFacts("n", "numeric"),
           CellFacts("more", "jsonb"), CellFacts("ok", "boolean"), CellFacts('na"me', "text"))  # fmt: skip


def rows_of(*rows: tuple[str | None, ...], columns: tuple[CellFacts, ...] = COLUMNS) -> Rows:
    return Rows(tuple(each.column for each in columns), tuple(each.type for each in columns), rows)


def pages() -> Iterator[Rows]:
    yield rows_of(("9007199254740993", _EWKB_POINT, "1.10", '{"a": 1e400}', "t", 'x\n"'))
    yield rows_of((None, None, "NaN", "{", "f", None))


def test_rows_are_written_as_features_and_no_digit_is_lost() -> None:
    data = b"".join(GeoJson().export_rows("geojson", COLUMNS, pages()))
    for exact in (b'"id":9007199254740993', b'"n":1.10', b'"more":{"a": 1e400}'):
        assert exact in data
    content = json.loads(data)
    assert content["type"] == "FeatureCollection"
    first, second = content["features"]
    assert (first["geometry"], first["properties"]["ok"], first["properties"]['na"me']) == (POINT, True, 'x\n"')
    assert second["geometry"] is None
    assert second["properties"] == {"id": None, "n": "NaN", "more": "{", "ok": False, 'na"me': None}


def test_what_is_written_can_be_read_again() -> None:
    data = b"".join(GeoJson().export_rows("geojson", COLUMNS, pages()))
    (page,) = GeoJson().import_rows("geojson", iter([data[:50], data[50:]]))
    assert page.columns == ("id", "n", "more", "ok", 'na"me', "geometry")
    assert page.types == ("bigint", "text", "text", "boolean", "text", "json")
    first, second = page.rows
    assert first[:5] == ("9007199254740993", "1.10", '{"a":1e400}', "true", 'x\n"')
    assert json.loads(first[5] or "") == POINT
    assert second == (None, "NaN", "{", "false", None, None)


def test_the_column_of_geometries_may_begin_with_null_and_digits_of_geojson_stay() -> None:
    columns = (CellFacts("ok", "BOOLEAN"), CellFacts("at", "text"))
    exact = '{"type":"Point","coordinates":[16.10000000000000000001,48.0]}'
    many = [rows_of(("1", None), columns=columns)] * 3 + [rows_of(("0", exact), columns=columns)]
    data = b"".join(GeoJson().export_rows("geojson", columns, iter(many)))
    assert exact.encode() in data
    assert [each["properties"]["ok"] for each in json.loads(data)["features"]] == [True, True, True, False]
    (page,) = GeoJson().import_rows("geojson", iter([data]))
    assert page.rows[3] == ("false", exact)
    empty = b"".join(GeoJson().export_rows("geojson", (CellFacts("geom", "text"),), iter([])))
    assert json.loads(empty)["features"] == []


@pytest.mark.parametrize(
    "text",
    [
        "POINT (16.50 48.25)",
        "POINT Z (16.5 48.25 200)",
        "MULTIPOINT ((1 2), (3 4))",
        "LINESTRING (0.5 -1e2, 3 4)",
        "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 1 2, 2 2, 1 1))",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
        "POINT EMPTY",
        "GEOMETRYCOLLECTION EMPTY",
    ],
)
def test_geometries_are_imported_as_wkt_with_their_digits(text: str) -> None:
    columns = (CellFacts("geom", "text"),)
    data = b"".join(GeoJson().export_rows("geojson", columns, iter([rows_of((text,), columns=columns)])))
    (page,) = GeoJson().import_rows("geojson-wkt", iter([data]))
    assert (page.columns, page.types) == (("geometry",), ("text",))
    written = page.rows[0][0] or ""
    assert geometries(written) == geometries(text)
    assert written.partition(" ")[0] == text.partition(" ")[0]


def test_coordinates_of_web_maps_become_degrees_and_others_are_refused() -> None:
    columns = (CellFacts("shape", "text"),)

    def written(text: str) -> bytes:
        return b"".join(GeoJson().export_rows("geojson", columns, iter([rows_of((text,), columns=columns)])))

    feature = json.loads(written("SRID=3857;POINT(1836771.60 6148547.16)"))["features"][0]
    assert feature["geometry"]["coordinates"] == pytest.approx([16.5, 48.25], abs=1e-4)
    with pytest.raises(GeometryWrong, match="Row 1: It is in EPSG:31256"):
        written("SRID=31256;POINT(1 2)")
    with pytest.raises(GeometryWrong, match="No column holds geometries"):
        written("hello")


def test_features_one_a_line_and_single_geometries_are_read() -> None:
    feature = json.dumps({"type": "Feature", "id": 7, "geometry": POINT, "properties": None})
    (page,) = GeoJson().import_rows("geojson", iter([f"\x1e{feature}\n\x1e{feature}\n".encode()]))
    assert page.columns == ("id", "geometry")
    assert [row[0] for row in page.rows] == ["7", "7"]
    (page,) = GeoJson().import_rows("geojson", iter([json.dumps(POINT).encode()]))
    assert len(page.rows) == 1


def test_members_around_the_features_and_properties_that_come_late_are_read() -> None:
    first = '{"type":"Feature","properties":{"a":1},"geometry":null}'
    second = '{"geometry":null,"type":"Feature","properties":{"b":[1.10],"a":"x"}}'
    text = (
        f'{{"name":"x","crs":{{"features":[1]}},"features":[ {first} ,\n{second}],"type":"FeatureCollection","n":[]}}'
    )
    (page,) = GeoJson().import_rows("geojson", iter([text.encode("utf-8-sig")]))
    assert (page.columns, page.types) == (("a", "b", "geometry"), ("text", "json", "json"))
    assert page.rows == (("1", None, None), ("x", "[1.10]", None))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" ", "The file is empty."),
        (b"[1]", "no feature and no geometry"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"type":"FeatureCollection"}', "no list of features"),
        (b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":[]}]}', "properties is no object"),
        (b'{"type":"Feature","geometry":{"type":"Point","coordinates":[1]}}', "no position"),
        (b'{"type":"Feature"', "no GeoJSON"),
        (b'{"type":"FeatureCollection","features":[]', "no GeoJSON"),
        (b'{"type":"FeatureCollection","features":[]}}', "no GeoJSON"),
        (b'{"type":"FeatureCollection","features":[1]}', "features\\[0\\] is no feature"),
        (b'{"type":"FeatureCollection","features":[{"type":"Feature"} {"type":"Feature"}]}', "breaks behind"),
        (b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":NaN}}]}', "NaN is no JSON"),
        (b'{"type":"Feature","properties":' + b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_geojson_is_told(data: bytes, words: str) -> None:
    with pytest.raises(GeometryWrong, match=words):
        list(GeoJson().import_rows("geojson", iter([data])))
