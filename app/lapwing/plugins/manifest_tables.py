"""Taking values out of a manifest, each of the kind that it must be, or a sentence about its line."""

import math
from collections.abc import Callable, Collection
from typing import Any, Final, TypeVar

from lapwing.domain.plugins.installing_errors import ManifestInvalid
from lapwing.domain.visible import visible_text
from lapwing.plugins.manifest_checks import Problem
from lapwing.plugins.manifest_lines import Lines

Check = Callable[[str], Problem | None]
Made = TypeVar("Made")
_MOST: Final = 200
"""Entries of any list: more would only be there to be in the way."""
_KINDS: Final = {
    str: "a text",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    int: "a number",
    float: "a number",
}


class Table:
    """One table of a manifest: the top, or one of `[[config]]` and the like."""

    def __init__(self, content: dict[str, Any], lines: Lines, file: str, name: str = "", count: int = 0) -> None:
        self._content = content
        self._lines = lines
        self._file = file
        self._name = name
        self._count = count

    def wrong(self, key: str, reason: str, advice: str, item: str = "") -> ManifestInvalid:
        """What is wrong with a key, or an item of its list."""
        line = self._lines.of(key, self._name, self._count, item)
        place = f", line {line}" if line else ""
        return ManifestInvalid(file=self._file, line=line, place=place, reason=reason, advice=advice)

    def only(self, keys: Collection[str]) -> None:
        """Refuse any other key.

        Raises:
            ManifestInvalid
        """
        for key in self._content:
            if key not in keys:
                import difflib

                near = difflib.get_close_matches(key, keys, n=1)
                advice = f"Did you mean `{near[0]}`?" if near else f"It may hold {', '.join(keys)}."
                said = f"in `[[{self._name}]]` " if self._name else ""
                raise self.wrong(key, f"{said}`{visible_text(key)[:80]}` is nothing that a manifest says.", advice)

    def _take(self, key: str, kind: type | tuple[type, ...], must: bool = False) -> Any:
        value = self._content.get(key)
        words = _KINDS[kind if isinstance(kind, type) else kind[0]]
        if value is None:
            if must:
                said = f"`[[{self._name}]]`" if self._name else "it"
                raise self.wrong(key, f"{said} says no `{key}`.", f"Add `{key} = ...`: {words}.")
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.wrong(key, f"`{key}` must be {words}.", "Correct it.")
        return value

    def text(self, key: str, check: Check, *, must: bool = False) -> str:
        """A text that passes its check; empty where there is none.

        Raises:
            ManifestInvalid: Here and below.
        """
        value: str = self._take(key, str, must) or ""
        if must and not value.strip():
            raise self.wrong(key, f"`{key}` is empty.", "Say it.")
        if value and (problem := check(value)):
            raise self.wrong(key, f"`{key}`: {problem[0]}", problem[1])
        return value

    def texts(self, key: str, check: Check) -> tuple[str, ...]:
        """A list of different texts, each of which passes the check."""
        values = self._take(key, list) or []
        if len(values) > _MOST:
            raise self.wrong(key, f"`{key}` has more than {_MOST} entries.", "Leave some out.")
        for number, value in enumerate(values):
            if not isinstance(value, str):
                raise self.wrong(key, f"`{key}` must be a list of texts.", "Write each in quotes.")
            if value in values[:number]:
                raise self.wrong(key, f"`{key}` has `{visible_text(value)[:80]}` twice.", "Remove one of them.", value)
            if problem := check(value):
                raise self.wrong(key, f"`{key}`: {problem[0]}", problem[1], value)
        return tuple(values)

    def choice(self, key: str, choices: list[str], usual: str) -> str:
        """One of some words."""
        value: str = self._take(key, str) or usual
        if value not in choices:
            shown = visible_text(value)[:80]
            raise self.wrong(key, f"`{key}` cannot be `{shown}`.", f"Write one of {', '.join(choices)}.")
        return value

    def number(self, key: str) -> float | None:
        """A finite number, or None."""
        value: float | None = self._take(key, (int, float))
        if value is not None and not (abs(value) < 2**63 and math.isfinite(value)):
            raise self.wrong(key, f"`{key}` is too large.", "Correct it.")
        return value

    def truth(self, key: str) -> bool:
        """True or false, which is usual."""
        return bool(self._take(key, bool))

    def plain(self, key: str) -> Any:
        """A text, a number, true, false, or a list of texts; None where there is none."""
        value = self._content.get(key)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        if value is None or isinstance(value, str | int | float | bool):
            return value
        raise self.wrong(key, f"`{key}` must be a text, a number, true, false or a list of texts.", "Correct it.")


class TomlManifest:
    """A whole manifest.

    Attributes:
        top: What stands outside of all tables.
    """

    def __init__(self, content: dict[str, Any], text: str, file: str, first: int) -> None:
        self._content = content
        self._lines = Lines(text, first)
        self._file = file
        self.top = Table(content, self._lines, file)

    def each(self, name: str, make: Callable[[Table], Made]) -> tuple[Made, ...]:
        """What is made of each `[[name]]`; their names or ids must differ.

        Raises:
            ManifestInvalid
        """
        found = self._content.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self.top.wrong(name, f"`{name}` must be tables.", f"Write each below a line `[[{name}]]`.")
        if len(found) > _MOST:
            raise self.top.wrong(name, f"there are more than {_MOST} of `[[{name}]]`.", "Leave some out.")
        made, seen = [], set()
        for count, content in enumerate(found):
            table = Table(content, self._lines, self._file, name, count)
            made.append(make(table))
            key = "name" if "name" in content else "id"
            if content[key] in seen:
                raise table.wrong(key, f"there are two `[[{name}]]` named `{content[key]}`.", "Rename one of them.")
            seen.add(content[key])
        return tuple(made)
