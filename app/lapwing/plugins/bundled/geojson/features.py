"""The features of a file one after the other, so that not all of them are in memory as objects at a time."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lapwing.plugins.bundled.geojson.geometry import GeometryWrong


class Verbatim(str):
    """A number as it was written."""

    __slots__ = ()


def refuse(word: str) -> None:
    """NaN and the like, which Python would read."""
    raise ValueError(f"{word} is no JSON")


_DECODER: Final = json.JSONDecoder(parse_int=Verbatim, parse_float=Verbatim, parse_constant=refuse)
_BLANKS: Final = re.compile(r"[ \t\r\n]*")
_SEQUENCE: Final = re.compile(r"[ \t\r\n\x1e]*")
"""Between texts of a sequence (RFC 8142); the same without its marks is common as well."""


def features_in(text: str) -> Iterator[dict[str, Any]]:
    """Features, or geometries by themselves; numbers are `Verbatim`.

    Raises:
        GeometryWrong: The text is no GeoJSON, in a sentence.
    """
    at = _SEQUENCE.match(text).end()  # type: ignore[union-attr] # it always matches
    if at == len(text):
        raise GeometryWrong("The file is empty.")
    try:
        begin = _list_of_features(text, at)
        yield from _members(text, begin) if begin is not None else _sequence(text, at)
    except GeometryWrong:
        raise
    except RecursionError as error:
        raise GeometryWrong("It is nested too deeply.") from error
    except ValueError as error:
        raise GeometryWrong(f"The file is no GeoJSON: {error}.") from error


def _list_of_features(text: str, at: int) -> int | None:
    """Where the list of a collection begins; None: the text is no collection, or its list does not come yet.

    Members before it, such as `name` and `crs`, are passed over.
    """
    if text[at : at + 1] != "{":
        return None
    at = _after(text, at + 1)
    while text[at : at + 1] == '"':
        name, at = _DECODER.raw_decode(text, at)
        at = _after(text, at)
        if text[at : at + 1] != ":":
            return None
        at = _after(text, at + 1)
        if name == "features":
            if text[at : at + 1] != "[":
                raise GeometryWrong("The collection has no list of features.")
            return at + 1
        value, at = _DECODER.raw_decode(text, at)
        if name == "type" and value != "FeatureCollection":
            return None
        at = _after(text, at)
        if text[at : at + 1] != ",":
            return None
        at = _after(text, at + 1)
    return None


def _members(text: str, at: int) -> Iterator[dict[str, Any]]:
    number = 0
    at = _after(text, at)
    while text[at : at + 1] != "]":
        content, at = _DECODER.raw_decode(text, at)
        yield _feature(content, f"features[{number}]")
        number += 1
        at = _after(text, at)
        if text[at : at + 1] == ",":
            at = _after(text, at + 1)
        elif text[at : at + 1] != "]":
            raise GeometryWrong(f"The file is no GeoJSON: it ends or breaks behind features[{number - 1}].")
    json.loads('{"rest":[]' + text[at + 1 :])  # what comes behind the list, such as `bbox`


def _sequence(text: str, at: int) -> Iterator[dict[str, Any]]:
    number = 0
    while at < len(text):
        content, at = _DECODER.raw_decode(text, at)
        number += 1
        yield _feature(content, "The file" if number == 1 else f"Text {number} of the file")
        at = _SEQUENCE.match(text, at).end()  # type: ignore[union-attr] # it always matches


def _after(text: str, at: int) -> int:
    """Behind the blanks."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _feature(content: Any, where: str) -> dict[str, Any]:
    if not isinstance(content, dict) or not isinstance(content.get("type"), str):
        raise GeometryWrong(f"{where} is no feature and no geometry.")
    return content
