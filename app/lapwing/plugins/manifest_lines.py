"""Where things stand in a text of TOML, so that a sentence about a value can say its line."""

import re
from typing import Final

_HEAD: Final = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_-]+)\s*\]?\]")
_KEY: Final = re.compile(r"\s*[\"']?([A-Za-z0-9_-]+)[\"']?\s*=")


class Lines:
    """Lines of keys, by table, how many of that name came before it, and key. 1-based."""

    def __init__(self, text: str, first: int = 1) -> None:
        """
        Args:
            first: The line of the file in which the text begins.
        """
        self._lines = text.splitlines()
        self._first = first
        self._found: dict[tuple[str, int, str], int] = {}
        self._scan()

    def _scan(self) -> None:
        table, count = "", 0
        seen: dict[str, int] = {}
        is_inside = False  # of a text over several lines
        for number, line in enumerate(self._lines):
            was_inside = is_inside
            is_inside ^= (line.count('"""') + line.count("'''")) % 2 == 1
            if was_inside:
                continue
            if head := _HEAD.match(line):
                table = head[1]
                count = seen.get(table, 0)
                seen[table] = count + 1
                self._found.setdefault((table, count, ""), number)
            elif key := _KEY.match(line):
                self._found.setdefault((table, count if table else 0, key[1]), number)

    def of(self, key: str, table: str = "", count: int = 0, item: str = "") -> int | None:
        """The line of a key, or of an item of its list; None: it is not known."""
        at = self._found.get((table, count, key))
        if at is None:
            at = self._found.get((table, count, "") if table else (key, 0, ""))
        if at is None:
            return None
        if item:
            quoted = re.compile(f"([\"']){re.escape(item)}\\1")
            at = next((n for n in range(at, len(self._lines)) if quoted.search(self._lines[n])), at)
        return at + self._first
