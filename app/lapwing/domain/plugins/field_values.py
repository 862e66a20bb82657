"""Whether a value fits a field of a form: said alike where a manifest is read, a form filled in, a file edited."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from lapwing.domain.plugins.documents import FieldKind, FormField

_DURATION: Final = re.compile(r"([0-9]{1,9})(ms|s|m|h|d|w)")
_SIZE: Final = re.compile(r"([0-9]{1,12})\s?(B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)")
_SECONDS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0, "w": 604_800.0}
_LONGEST: Final = 100_000
_MOST_ENTRIES: Final = 1_000


def seconds_of(text: str) -> float | None:
    """What a duration such as `30s`, `90d` or plain `0` says; None: it is none."""
    if text == "0":
        return 0.0
    found = _DURATION.fullmatch(text)
    return int(found[1]) * _SECONDS[found[2]] if found else None


def bytes_of(text: str) -> int | None:
    """What a size such as `100MB` (a thousand thousands) or `4KiB` (1,024) says; None: it is none."""
    found = _SIZE.fullmatch(text)
    if found is None:
        return None
    base = 1_024 if "i" in found[2] else 1_000
    return int(found[1]) * int(base ** ("BKMGT".index(found[2][0].upper()) if found[2] != "B" else 0))


def problem_of(field: FormField, value: Any) -> str:
    """Why a value does not fit, in a sentence; empty: it does. None and empty text stand for nothing entered."""
    if value is None or value == "":
        return "It may not be empty." if field.must else ""
    return _CHECKS[field.kind](field, value)


def with_defaults(fields: tuple[FormField, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of each field but secrets: the one given where it fits, else the one that the field begins with."""
    plain = (field for field in fields if field.kind is not FieldKind.SECRET)
    return {
        field.name: values[field.name]
        if field.name in values and not problem_of(field, values[field.name])
        else field.value
        for field in plain
    }


def _text(_field: FormField, value: Any) -> str:
    if not isinstance(value, str):
        return "It must be a text."
    return "" if len(value) <= _LONGEST else f"It is longer than {_LONGEST:,} characters."


def _line(field: FormField, value: Any) -> str:
    return _text(field, value) or ("It must be one line." if re.search(r"[\r\n]", value) else "")


def _integer(field: FormField, value: Any) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        return "It must be a whole number."
    return _bounds(field, value) if -(2**63) <= value < 2**63 else "It is too large."


def _number(field: FormField, value: Any) -> str:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return "It must be a number."
    return _bounds(field, value) if math.isfinite(value) else "It must be a finite number."


def _bounds(field: FormField, value: float) -> str:
    if field.least is not None and value < field.least:
        return f"It must be at least {field.least:g}."
    if field.most is not None and value > field.most:
        return f"It must be at most {field.most:g}."
    return ""


def _truth(_field: FormField, value: Any) -> str:
    return "" if isinstance(value, bool) else "It must be true or false."


def _choice(field: FormField, value: Any) -> str:
    return "" if value in field.choices else f"It must be one of {', '.join(field.choices)}."


def _duration(_field: FormField, value: Any) -> str:
    is_one = isinstance(value, str) and seconds_of(value) is not None
    return "" if is_one else "It must be a duration such as 500ms, 30s, 15m, 12h or 90d."


def _size(_field: FormField, value: Any) -> str:
    is_one = isinstance(value, str) and bytes_of(value) is not None
    return "" if is_one else "It must be a size such as 512KB, 100MB or 2GiB."


def _list(_field: FormField, value: Any) -> str:
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        return "It must be a list of texts."
    if len(value) > _MOST_ENTRIES or any(len(each) > _LONGEST for each in value):
        return f"It may hold at most {_MOST_ENTRIES:,} texts."
    return ""


_CHECKS: Final[Mapping[FieldKind, Callable[[FormField, Any], str]]] = {
    FieldKind.TEXT: _line,
    FieldKind.LONG_TEXT: _text,
    FieldKind.SECRET: _line,
    FieldKind.INTEGER: _integer,
    FieldKind.NUMBER: _number,
    FieldKind.TRUTH: _truth,
    FieldKind.CHOICE: _choice,
    FieldKind.DURATION: _duration,
    FieldKind.SIZE: _size,
    FieldKind.LIST: _list,
}
