"""Well-known binary: of the standard (OGC 06-103r4), PostGIS's (EWKB), MySQL's (with four bytes before), GeoPackage's.

Sources of the others: postgis.net/docs/using_postgis_dbmanagement.html (EWKB),
dev.mysql.com/doc/refman/8.4/en/gis-data-formats.html, geopackage.org/spec131 (2.1.3).
"""

import math
import struct
from collections.abc import Iterator
from typing import Any, Final

from lapwing.plugins.bundled.geojson.geometry import DEEPEST, Budget, Geometry, GeometryWrong, Value, parts_of

_KINDS: Final = {
    1: "Point",
    2: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
    7: "GeometryCollection",
}
_CURVES: Final = range(8, 13)
_Z, _M, _SRID = 0x80000000, 0x40000000, 0x20000000
_ENVELOPES: Final = (0, 32, 48, 48, 64)
"""Bytes of the envelope in the head of GeoPackage's values."""
_NO_WKB: Final = "It is no geometry in WKB"


def read_wkb(data: bytes) -> Value:
    """The geometry that bytes say.

    Raises:
        GeometryWrong: They say none.
    """
    wrong: GeometryWrong | None = None
    for form, start, srid in _beginnings(data):
        try:
            return _read(data, form, start, srid)
        except GeometryWrong as error:
            wrong = wrong or error
    raise wrong or GeometryWrong("It is no geometry: neither GeoJSON nor WKT nor WKB.")


def _read(data: bytes, form: str, start: int, srid: int | None) -> Value:
    reader = _Reader(data, start, srid)
    geometry = reader.geometry()
    if reader.at != len(data):
        raise GeometryWrong(f"{_NO_WKB}: {len(data) - reader.at:,} bytes are left behind its end.")
    return Value(tuple(parts_of(geometry)), form, geometry["type"], reader.srid)


def _beginnings(data: bytes) -> Iterator[tuple[str, int, int | None]]:
    """What the form may be, where its WKB begins then, and the reference system that stands before. The zeros before a
    geometry of MySQL without one look like the beginning of WKB, too: only its end tells."""
    if data[:2] == b"GP" and len(data) > 8:
        flags = data[3]
        kind = flags >> 1 & 7
        if kind < len(_ENVELOPES):
            srid = int(struct.unpack_from("<i" if flags & 1 else ">i", data, 4)[0])
            yield "GeoPackage", 8 + _ENVELOPES[kind], srid if srid > 0 else None
            return
    if _begins(data, 0):
        yield "WKB", 0, None
    if _begins(data, 4):
        yield "WKB of MySQL", 4, int(struct.unpack_from("<I", data)[0]) or None


def _begins(data: bytes, at: int) -> bool:
    if len(data) < at + 5 or data[at] not in (0, 1):
        return False
    number = int(struct.unpack_from("<I" if data[at] else ">I", data, at + 1)[0]) & 0x1FFFFFFF
    return 1 <= number % 1000 <= 17 and number < 4000


class _Reader:
    def __init__(self, data: bytes, at: int, srid: int | None) -> None:
        self._data = data
        self.at = at
        self.srid = srid
        self._budget = Budget()

    def _unpack(self, form: str) -> tuple[Any, ...]:
        size = struct.calcsize(form)
        if self.at + size > len(self._data):
            raise GeometryWrong(f"{_NO_WKB}: it ends too early, at byte {len(self._data):,}.")
        found = struct.unpack_from(form, self._data, self.at)
        self.at += size
        return found

    def geometry(self, depth: int = 0, wanted: str = "") -> Geometry:
        if depth > DEEPEST:
            raise GeometryWrong("Its collections are nested too deeply.")
        (order,) = self._unpack("B")
        if order not in (0, 1):
            raise GeometryWrong(f"{_NO_WKB}: the order of bytes at byte {self.at:,} is {order}.")
        end = "<" if order else ">"
        kind, dimensions = self._kind(end)
        if wanted and kind != wanted:
            raise GeometryWrong(f"{_NO_WKB}: there is a {kind} where a {wanted} should be.")
        if kind == "GeometryCollection":
            return {"type": kind, "geometries": [self.geometry(depth + 1) for _ in range(self._count(end, 5))]}
        if kind.startswith("Multi"):
            single = kind.removeprefix("Multi")
            parts = [self.geometry(depth + 1, single)["coordinates"] for _ in range(self._count(end, 5))]
            return {"type": kind, "coordinates": parts}
        return {"type": kind, "coordinates": self._coordinates(kind, end, dimensions)}

    def _kind(self, end: str) -> tuple[str, str]:
        """The type and its dimensions (`xy`, `xyz`, `xym`, `xyzm`)."""
        (number,) = self._unpack(f"{end}I")
        base = number & 0x1FFFFFFF
        thousands = base // 1000
        has_z = bool(number & _Z) or thousands in (1, 3)
        has_m = bool(number & _M) or thousands in (2, 3)
        if number & _SRID:
            (self.srid,) = self._unpack(f"{end}I")
        if base % 1000 in _CURVES:
            raise GeometryWrong("It has curves. ST_CurveToLine makes lines of them.")
        kind = _KINDS.get(base % 1000)
        if kind is None or thousands > 3:
            raise GeometryWrong(f"{_NO_WKB}: there is no type {base}.")
        return kind, f"xy{'z' if has_z else ''}{'m' if has_m else ''}"

    def _count(self, end: str, least_bytes: int) -> int:
        (count,) = self._unpack(f"{end}I")
        if count * least_bytes > len(self._data) - self.at:
            raise GeometryWrong(f"{_NO_WKB}: it says {count:,} parts, and ends before them.")
        return int(count)

    def _coordinates(self, kind: str, end: str, dimensions: str) -> Any:
        if kind == "Point":
            (place,) = self._positions(1, end, dimensions, may_be_empty=True)
            return place
        size = 8 * len(dimensions)
        if kind == "LineString":
            return self._positions(self._count(end, size), end, dimensions)
        return [self._positions(self._count(end, size), end, dimensions) for _ in range(self._count(end, 4))]

    def _positions(self, count: int, end: str, dimensions: str, may_be_empty: bool = False) -> list[list[float]]:
        self._budget.take(count)
        width = len(dimensions)
        numbers = self._unpack(f"{end}{count * width}d")
        kept = 3 if "z" in dimensions else 2
        places = [list(numbers[at : at + kept]) for at in range(0, count * width, width)]
        if may_be_empty and all(math.isnan(number) for number in numbers):
            return [[]]
        if not all(math.isfinite(number) and abs(number) < 1e300 for place in places for number in place):
            raise GeometryWrong(f"{_NO_WKB}: a coordinate is no finite number.")
        return places
