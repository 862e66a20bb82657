"""Well-known text (OGC 06-103r4), as servers write it: also PostGIS's `SRID=4326;`, Z and M, EMPTY."""

import math
import re
from typing import Any, Final

from lapwing.plugins.bundled.geojson.geometry import DEEPEST, LEVELS, Budget, Geometry, GeometryWrong, Value, parts_of

_NAMES: Final = {name.upper(): name for name in (*LEVELS, "GeometryCollection")}
_TOKEN: Final = re.compile(r"\s*(?:([(),])|([A-Za-z]+)|([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?))")
_PLAIN: Final = re.compile(r"[-+ ,.0-9]+")
"""Digits without exponents; what is no number all the same is found by reading it."""
_SRID: Final = re.compile(r"SRID=([0-9]{1,9});", re.IGNORECASE)
_CURVES: Final = ("CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON", "MULTICURVE", "MULTISURFACE")


def read_wkt(text: str) -> Value:
    """The geometry that a text says.

    Raises:
        GeometryWrong: It is none; the sentence says at which character.
    """
    found = _SRID.match(text)
    reader = _Reader(text, found.end() if found else 0)
    geometry = reader.geometry()
    reader.end()
    return Value(tuple(parts_of(geometry)), "WKT", geometry["type"], int(found[1]) if found else None)


class _Reader:
    """Reads one token after the other."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at
        self._start = at
        self._budget = Budget()
        self._mark: str = ""
        self._word: str = ""
        self._number: float | None = None
        self._dimensions = ""
        self._next()

    def _next(self) -> None:
        found = _TOKEN.match(self._text, self._at)
        if found is None and self._text[self._at :].strip():
            self._start = self._at
            raise self._wrong("a character that cannot stand there")
        self._mark, self._word, self._number = "", "", None
        if found is None:
            self._start = self._at = len(self._text)
            return
        self._start, self._at = found.start(found.lastindex or 0), found.end()
        if found[1]:
            self._mark = found[1]
        elif found[2]:
            self._word = found[2].upper()
        else:
            self._number = float(found[3])
            if not math.isfinite(self._number) or abs(self._number) >= 1e300:
                raise self._wrong("a number that is too large")

    def _wrong(self, what: str) -> GeometryWrong:
        return GeometryWrong(f"It is no geometry in WKT: {what}, at character {self._start + 1:,}.")

    def end(self) -> None:
        """Nothing may be left."""
        if self._mark or self._word or self._number is not None:
            raise self._wrong("something behind its end")

    def geometry(self, depth: int = 0) -> Geometry:
        word = self._word
        self._dimensions = ""
        for behind in ("ZM", "Z", "M"):  # PostGIS writes POINTM, others POINT M
            if word not in _NAMES and word.endswith(behind) and word.removesuffix(behind) in _NAMES:
                word, self._dimensions = word.removesuffix(behind), behind
                break
        if word in _CURVES or any(word.startswith(each) for each in _CURVES):
            raise GeometryWrong("It has curves. ST_CurveToLine makes lines of them.")
        if word not in _NAMES:
            raise self._wrong("no name of a geometry")
        self._next()
        if self._word in ("Z", "M", "ZM"):
            self._dimensions = self._word
            self._next()
        kind = _NAMES[word]
        if kind == "GeometryCollection":
            return {"type": kind, "geometries": self._collection(depth)}
        return {"type": kind, "coordinates": self._places(LEVELS[kind], kind)}

    def _collection(self, depth: int) -> list[Geometry]:
        if depth > DEEPEST:
            raise GeometryWrong("Its collections are nested too deeply.")
        if self._is_empty():
            return []
        self._take("(")
        parts = [self.geometry(depth + 1)]
        while self._mark == ",":
            self._next()
            parts.append(self.geometry(depth + 1))
        self._take(")")
        return parts

    def _is_empty(self) -> bool:
        if self._word != "EMPTY":
            return False
        self._next()
        return True

    def _take(self, mark: str) -> None:
        if self._mark != mark:
            raise self._wrong(f"“{mark}” is missing")
        self._next()

    def _places(self, level: int, kind: str) -> Any:
        if self._is_empty():
            return []
        self._take("(")
        if not level:
            place = self._position()
            self._take(")")
            return place
        if level == 1 and (places := self._plain_positions()) is not None:
            return places
        items = [self._item(level, kind)]
        while self._mark == ",":
            self._next()
            items.append(self._item(level, kind))
        self._take(")")
        return items

    def _plain_positions(self) -> list[list[float]] | None:
        """All positions up to the next parenthesis in one go; None: they have to be read one by one.

        That is for what stands in most values, and takes a fifth of the time.
        """
        end = self._text.find(")", self._start)
        chunk = self._text[self._start : end]
        if end < 0 or not _PLAIN.fullmatch(chunk):
            return None
        kept = 2 if self._dimensions == "M" else 3
        positions = chunk.split(",")
        self._budget.take(len(positions))
        try:
            places = [[float(number) for number in position.split()] for position in positions]
        except ValueError:
            return None
        if any(not 2 <= len(place) <= 4 for place in places):
            return None
        self._at = end + 1
        self._next()
        return places if max(map(len, places)) <= kept else [place[:kept] for place in places]

    def _item(self, level: int, kind: str) -> Any:
        if level > 1:
            return self._places(level - 1, kind)
        if kind == "MultiPoint" and (self._mark == "(" or self._word == "EMPTY"):
            return self._places(0, kind)
        return self._position()

    def _position(self) -> list[float]:
        self._budget.take()
        numbers = []
        while self._number is not None:
            numbers.append(self._number)
            self._next()
        if not 2 <= len(numbers) <= 4:
            raise self._wrong("a position has two to four numbers")
        return numbers[:2] if self._dimensions == "M" else numbers[:3]


def written_wkt(geometry: Any) -> str:
    """A geometry that was checked, in WKT; its numbers stand as `str` gives them.

    Positions with a third number are written with Z, as all of that geometry then are.
    """
    kind = geometry["type"]
    if kind == "GeometryCollection":
        parts = geometry["geometries"]
        return f"GEOMETRYCOLLECTION ({', '.join(map(written_wkt, parts))})" if parts else "GEOMETRYCOLLECTION EMPTY"
    places = geometry["coordinates"]
    if not places:
        return f"{kind.upper()} EMPTY"
    level = LEVELS[kind]
    has_height = _least(places, level) > 2
    text = _placed(places, level, 3 if has_height else 2)
    return f"{kind.upper()}{' Z' if has_height else ''} {text if level else f'({text})'}"


def _placed(places: Any, level: int, most: int) -> str:
    if not level:
        return " ".join(str(each) for each in places[:most])
    return f"({', '.join(_placed(each, level - 1, most) for each in places)})"


def _least(places: Any, level: int) -> int:
    """How many numbers the positions have at least."""
    return min((_least(each, level - 1) for each in places), default=2) if level else len(places)
