"""Which rows of the navigator a person opened and closed, so that they stand so again when they are read next time."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from lapwing.gui.browser.nodes import Kind, Node

_MOST: Final = 500
Path = tuple[str, ...]


class Branches:
    """Of one tree, by the keys of rows from the outermost inwards. Qt's thread.

    A connection is never opened by this: it would connect to something before anybody asked. What is below it opens
    as it stood when the person has opened it.
    """

    def __init__(self) -> None:
        self._open: dict[Path, bool] = {}

    def note(self, node: Node, *, is_open: bool) -> None:
        """A person opened or closed a row."""
        path = _path(node)
        self._open.pop(path, None)
        self._open[path] = is_open
        while len(self._open) > _MOST:
            del self._open[next(iter(self._open))]

    def wanted(self, parent: Node, come: Sequence[Node]) -> Iterator[tuple[Node, bool]]:
        """Of rows that came below a parent, and of what came below them: those that stood otherwise than they came."""
        start = _path(parent)
        depth = len(start)
        known: dict[int, dict[str, Node]] = {}
        for path, is_open in self._open.items():
            if len(path) > depth and path[:depth] == start:
                found = _descend(come, path[depth:], known)
                if found is not None and found.kind is not Kind.CONNECTION:
                    yield found, is_open

    def clear(self) -> None:
        """Every row was closed."""
        self._open.clear()

    @property
    def text(self) -> str:
        """All of it, as JSON."""
        return json.dumps([[list(path), is_open] for path, is_open in self._open.items()])

    def restore(self, text: str) -> None:
        """Take what `text` was; nothing of a text that cannot be read."""
        try:
            self._open = {tuple(map(str, path)): bool(is_open) for path, is_open in json.loads(text or "[]")}
        except (ValueError, TypeError):
            self._open = {}


def _path(node: Node) -> Path:
    keys: list[str] = []
    row: Node | None = node
    while row is not None and row.kind is not Kind.ROOT:
        keys.append(_step(row))
        row = row.parent
    return tuple(reversed(keys))


def _step(node: Node) -> str:
    return f"{node.kind.name} {node.key}"


def _descend(rows: Sequence[Node], path: Path, known: dict[int, dict[str, Node]]) -> Node | None:
    """The row at the end of a path that begins among these; None where it is not there, or not yet.

    `known` holds the rows of lists that were looked at before by their steps: there may be 20,000.
    """
    found: Node | None = None
    for step in path:
        if id(rows) not in known:
            known[id(rows)] = {_step(row): row for row in rows}
        found = known[id(rows)].get(step)
        if found is None:
            return None
        rows = found.children
    return found
